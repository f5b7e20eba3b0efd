// Package elementary holds the elementary functions: exponential, logarithm, power,
// logistic and its kin, the logarithm of the gamma function, the normal law.
//
// They are here because package math computes some of them in assembly on some
// processors, so that its last bits differ from machine to machine; a run of a world
// must give the same bits everywhere. Every function is plain float64 arithmetic in a
// fixed order, every product that feeds an addition is rounded by an explicit
// conversion so that no compiler may fuse the two, and the tables were computed with
// 256 bits and written out (tables.go; TestTables holds them to it). Of package math
// only operations with one right answer are used: square root, absolute value, bits.
//
// Errors, in units in the last place, as tested: Exp below 0.53, Log below 0.56, Pow below 1,
// Log1p and Expm1 below 2, Logistic and Softplus below 3, Logit below 4; the normal distribution
// function and quantile keep a relative error of some 1e-15 far into the tails.
//
// The package must not know about chance, worlds or anything else of the model.
package elementary

// Package sim plays worlds.
//
// [Compile] turns a frozen world into a [Program]: names become integers and
// formulas a list of operations, once. [Program.Play] then plays batches of
// worlds: a batch holds some worlds times their replicates as lanes, every
// quantity is an array over lanes, lane r·W + w being replicate r of the
// batch's world w, and each step of a period (docs/model.md §4) is a loop over
// lanes, those of a status gathered beforehand. The arithmetic is that of
// package theory, call by call.
//
// A second, plain player ([PlayPlain]) is written from docs/model.md alone,
// one replicate at a time; tests play both on random worlds and compare every
// recorded number.
//
// Draws are keyed by what they are for, so nothing depends on the order of
// evaluation, the size of batches or the number of cores. The package does no
// input or output and never reads the clock.
package sim

// Package decision says which of several alternatives to take, and what would be worth
// finding out first, from a table of what each brings in each of many worlds.
//
// [Assess] compares alternatives: expected value, regret, satisficing, Hurwicz, dominance,
// and in how many worlds each is the best. [Information] values perfect information: on
// everything (EVPI), on one factor or on a group of them (EVPPI).
//
// A world in which some alternative has no usable value is left out of everything and
// counted. Results hold no NaN: what cannot be said is nil. Standard errors are Monte Carlo
// errors of independent worlds.
//
// The package knows only tables of numbers: neither the engine nor what a factor means.
package decision

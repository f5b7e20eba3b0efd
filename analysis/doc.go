// Package analysis turns runs into findings: the outcome table, the verdict on
// every claim, what a claim rests on, two scenarios side by side, the coupling
// of the theatres.
//
// It asks for runs through its own [Runner] interface and reads what comes back
// block by block. Everything is added world by world in the order of the worlds,
// so a finding does not depend, to the bit, on how a run was cut into blocks or
// shared out. Memory does not grow with the number of worlds, but for claims
// that need runs with cut links or hidden scenarios (eight bytes a world for each
// value such a claim looks at) and for the tables of [Collect] (up to a cap). Means, errors and shares come from all worlds;
// medians and 90 % bands from the first [KeptWorlds] of them, per-period bands
// from the first [KeptSeriesWorlds].
//
// # The two kinds of chance
//
// A world draws every uncertain number once; its replicates play chance. The
// value of a world is the mean over its replicates, and the effect Δ_w of a claim
// in a world is the difference of two such means, played with the same chance
// numbers. What is left of the chance noise is part of Δ_w: it widens the 90 %
// range, and it sorts worlds whose true effect lies near the margin at random,
// which pulls shares towards one half. More replicates lessen it.
// [Options.NoiseWorlds] measures it.
//
// Monte Carlo standard errors and Wilson intervals are those of independent
// worlds. Under a Latin hypercube or Sobol' design they are too wide rather than
// too narrow for means.
//
// # Failed worlds
//
// Worlds that failed are left out and counted, never poison. Of a run that was
// stopped the results so far are kept and marked partial, beside an error that
// says so. No result holds a NaN or an infinity: what is missing is a nil pointer
// and a reason in words.
//
// The package does no input or output and knows neither the engine nor files.
package analysis

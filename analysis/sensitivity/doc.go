// Package sensitivity says which inputs an output rests on.
//
// It works on plain tables: columns of inputs, a column of outputs. Two methods need a design of
// their own, five work on any finished run:
//
//   - [Sobol]: shares of the variance by input, first order, total and second order, on the layout of
//     design.Saltelli (Saltelli et al. 2010; Jansen 1999).
//   - [Morris]: elementary effects on trajectories ([Trajectories]) or on the radial layout that
//     design.Saltelli has as well.
//   - [FirstOrder]: the share of the variance that each input explains alone, by slices of its range.
//   - [Delta]: how far knowing an input shifts the whole distribution of the output (Borgonovo 2007).
//   - [PAWN]: the same by distance of distribution functions (Pianosi & Wagener 2015, 2018).
//   - [RankCorrelation]: how steadily the output rises or falls with an input.
//   - [ShapleyEffects]: shares of the variance that stay meaningful when inputs are correlated.
//
// Sobol' indices, elementary effects and Shapley effects know groups of inputs; the others look at inputs
// one by one, and name those of the table that are correlated. Sobol' indices need independent inputs, and
// design.SaltelliOn refuses a plan that correlates some.
//
// # Categories
//
// An input of so many categories has the values 0, 1, …, in no order. Categories are slices as they are,
// never cut and never merged; a step from one to another counts as one step, and has no sign. Inputs
// with a few ordered values need no declaration: equal values always share a slice.
//
// # Missing outputs
//
// A row whose output is not finite is left out and counted; in a designed table the whole block of
// rows that are compared with each other is. No result holds a NaN or an infinity.
//
// # Too few rows
//
// An estimate comes with an interval and says in words when it cannot be told from nothing. Estimates are
// not clipped: a small negative share is what noise around zero looks like, and hiding it would
// bias the sum. [Share.String] prints the bound rather than the negative number.
// Intervals are normal ones with the bootstrap's standard error, which needs fewer resamples than
// quantiles of the bootstrap would; random numbers are keyed by seed, method and row, so a result
// depends neither on the number of processors nor on the order of work.
//
// The package must not know of worlds, claims or engines, and does no input or output.
package sensitivity

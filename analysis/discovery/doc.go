// Package discovery finds where in a table of inputs an outcome happens: scenario
// discovery (Bryant & Lempert 2010, "Thinking inside the box", Technological
// Forecasting and Social Change 77).
//
// [Prepare] takes the table in, leaves rows out that cannot be used, and sorts each
// column once. [Table.Find] looks for boxes by the patient rule induction method
// (Friedman & Fisher 1999, "Bump hunting in high-dimensional data", Statistics and
// Computing 9): it peels a thin slice off one face of a box again and again, each time
// the one that leaves the densest rest, then pastes back what was cut off too much.
// [Table.Tree] is the second opinion, a classification tree (Breiman, Friedman, Olshen &
// Stone 1984). [Words] says a box in words.
//
// # Ranks, not numbers
//
// Peeling looks at the order of a column's values only. Inside, a limit is a cut between
// two ranks; outside, it is the number half-way between the two values. So what a box
// holds does not change when a column is transformed by a rising function, and rows with
// the same value are never parted.
//
// # What noise alone would give
//
// Peeling always finds something to peel. Every limit of a chosen box is therefore put to
// a test: among the rows that all other limits keep, the outcome is dealt out anew, many
// times, and each time the best cut on that side is looked for. A limit stays if it does
// better than nearly all of these best cuts, with allowance for the number of limits there
// could have been. Limits that fail are dropped and named, and the peeling is done again
// without them.
//
// # The same answer everywhere
//
// Results do not depend on the number of cores, and, but for the resamples behind
// [Limit].Reproduced, which go by a row's place, not on the order of rows. The order of
// columns matters only where two slices are equally good: the column that comes first
// is peeled. No result holds a NaN or an infinity.
//
// The package does no input or output, and knows nothing of worlds, engines or theories.
package discovery

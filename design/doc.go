// Package design says which points of the unit cube to try: one number in (0, 1) for each
// factor and world.
//
// A [Plan] gives any stretch of worlds of any factor at any time, so that batches can be computed
// anywhere and in any order; none of them keeps points in memory. There are three, and two wrappers:
//
//   - [MonteCarlo]: independent draws. Adding a factor or a world leaves all other draws as they were.
//   - [LatinHypercube]: for a fixed number of worlds n, one draw in each nth of every factor's range
//     (McKay, Beckman & Conover 1979). Adding a factor leaves the others as they were.
//   - [Sobol]: a scrambled Sobol' sequence, whose points fill the cube evenly in many dimensions at once.
//     Adding worlds, or factors at the end, leaves the others as they were.
//     Every 21 factors share one sequence; groups of 21 are independent of one another.
//   - [Saltelli]: the blocks of rows from which Sobol' indices are estimated, over any of these.
//   - [Correlate]: gives pairs of factors of a plan the stated rank correlation.
//
// # Direction numbers of the Sobol' sequence
//
// The 21 dimensions are those of Joe & Kuo (2008), typed in from their published table new-joe-kuo-6.21201.
//
// The package must not know what a factor means or which law its draws will follow.
package design

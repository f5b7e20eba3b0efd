// Package chance holds random numbers keyed by what they are for, and probability
// distributions as quantile functions.
//
// A random number is a pure function of its key. There is no state and no order: the draw of a
// theatre's front luck in world 7, replicate 2, period 13 is the same whichever scenario
// asks, on whichever machine, and whatever was drawn before. Two families of keys never meet:
//
//   - play, [Stream.Pair]: (seed, world, replicate, period, theatre, slot), the luck inside a world;
//   - factors, [FactorStream.Uniform]: (seed, factor's name, world), what is not known about a world. Keyed by the
//     name, so that adding a factor leaves the draws of all others as they were.
//
// A distribution is a quantile function: a uniform number goes in, a value comes out, so
// that any design of experiments, correlated or not, serves every law.
//
// The package must not know about worlds, scenarios or theories; keys are numbers to it.
package chance

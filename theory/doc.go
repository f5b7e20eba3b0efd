// Package theory holds the rules of the model as pure functions of numbers.
//
// It is meant to be read beside docs/model.md by a political scientist: each
// function names its rule and where the rule comes from, takes plain numbers
// and gives plain numbers. Theory never sets levels, only changes: every
// decision carries a constant that is anchored so that at the opening its
// probability equals a base rate ([Constant], rule 7).
//
// The package knows nothing of worlds, files, chance or time beyond the length
// of a period. The engine in package sim arranges these functions over many
// worlds at once, and is held to a plain player that calls them one by one.
//
// All utilities are in units of the actor's whole stake in a theatre. Products
// that feed a sum are wrapped in float64(), so that no compiler fuses them and
// every machine gives the same bits.
package theory

// Package world holds the model as data: actors, theatres, links, theories,
// scenarios and claims, as an analyst wrote them, with every number lowered to
// a small tree over float64.
//
// A [World] is built by package lang from files, or by a program, and then
// frozen with [World.Freeze], which fills in the documented defaults, checks
// what a single attribute cannot show (shares that add up, cycles, references)
// and orders everything by name, so that the order of blocks in the files can
// have no effect. After that it is never changed and may be shared.
//
// The struct tags are the language's dictionary: name, domain, unit, default
// and help of each attribute stand once, here, and serve the decoder, the
// manual and the editor alike ([Schema]).
//
// The package knows nothing of files, of HCL, of random draws being made, or
// of how a world is played.
package world

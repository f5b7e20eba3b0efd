// Package evidence is the library of base rates and estimates that comes with
// the program, so that an analyst can rest a number on something by naming it
// (evidence.icb-crisis-to-war-post1945) instead of inventing it.
//
// Every [Entry] says what was counted, in which version of which data set, how,
// over which years, who is to be cited, and what speaks against leaning on it.
// Its [Mark] says how we know it: computed from public data, read in the
// publication, recalled from memory, or judged. [Entry.Law] says what a model
// may draw when it uses the entry as a number, so that a count of three in
// thirty-five brings its own uncertainty along. An entry without an interval
// has no law and can only be cited.
//
// Proportions carry the 95 % Wilson interval. The numbers are descriptive: they
// are what happened in cases that were selected by history, not what would
// happen if somebody acted differently.
//
// The package is data and look-up only. It must not know worlds, actors or the
// language, and it draws nothing itself.
package evidence

// Package gazetteer knows the names of those who act in world politics: states
// with their demonyms, cities and seats of government, alliances and
// organisations, armed groups, leaders with their terms of office, and words
// for roles ("soldiers", "opposition").
//
// A [Gazetteer] is asked with the words of a sentence ([Gazetteer.Longest]),
// with a name and a date ([Gazetteer.Lookup]) or with an office and a date
// ([Gazetteer.Holder]). Codes are those of CAMEO, which begin with the ISO 3166
// alpha-3 code of a state.
//
// The built-in entries stand in data/*.tsv, one a line. They were written down
// for this project from general knowledge and are not complete: leaders cover
// the states that figure most in the news of the last decades. [Gazetteer.With]
// adds a user's own.
//
// The package knows nothing of sentences, events or statements, and nothing of
// the language extensions are written in.
package gazetteer

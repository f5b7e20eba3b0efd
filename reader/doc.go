// Package reader finds who says what in a text: statements, each with its speaker, the
// word that reports it, and its content, tied to the exact words.
//
// [Read] goes through the sentences that package grammar gives. A word that reports (a
// cue: a verb, a noun, "according to") is found by lists of English (cues.go), its source
// by the noun phrase beside it (source.go), its content by the form of what follows or
// goes before (content.go): a clause, an infinitive, a quotation, a noun phrase. Pronouns and
// titles are then tied to the person they stand for (speakers.go).
//
// A statement that nobody is said to hold ("fears that …") has no speaker; none is ever
// made up. The package reads nothing but the text it is given, and the same text gives the
// same statements.
package reader

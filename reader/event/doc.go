// Package event finds who does what to whom in a sentence: events and
// relations, coded by PLOVER's types and modes and their CAMEO equivalents,
// each with its realis and the exact words.
//
// A [Coder] is a gazetteer and a dictionary of verbs and event nouns by class
// (data/*.tsv, compiled for this project). [Coder.Sentence] marks the actors of
// one sentence, finds its verb groups with subject, objects and prepositional
// phrases by shallow rules, and codes them: passives, light verbs ("launched
// an attack on"), nominal events ("talks between A and B"), coordinated actors,
// negation ("refused to"), and verbs under verbs ("asked B to attack C").
// What is given (arms, technology, money) stays with the event.
//
// The package knows nothing of statements, documents or world files. It keeps
// who told an event ([Event.Holder]) but does not judge whether it is true.
package event

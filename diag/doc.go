// Package diag holds problems as values: what is wrong, where, why, what is
// allowed, and how to mend it.
//
// A [Diagnostic] is made by whoever finds the problem and travels beside the
// result as part of a [List]; nothing is logged, and all problems of a world
// are shown in one go. There are three severities. An [Error] means that there
// is no result. A [Warning] means that the result may not be what its author
// meant. A [Judgement] is neither: it marks a number that rests on nothing but
// somebody's judgement, and is kept apart so that it can be counted. Warnings
// and judgement calls carry an identifier by which a reader can silence them
// ([List.Without]); errors cannot be silenced.
//
// The package draws a list for people ([Write]), with the place marked in the
// source text, and writes it for programs ([WriteJSON]). Both are safe to show
// whatever the source text holds: control characters, escape sequences and
// text of reversed direction come out as visible, harmless signs.
//
// The package stands on the ground floor. It knows nothing of worlds, of the
// language they are written in, or of any terminal.
package diag

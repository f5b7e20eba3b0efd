// Package review holds what an analyst decides about what was read: which statements are
// accepted, in which words, said by whom, which are rejected and which are one.
//
// [Items] gives the items of a reading names that outlast an edition of the text. A log of
// decisions ([ReadLog], [Decision.Line]) is only ever added to. [Apply] lays the log over the
// items of the text as it is now: a decision follows its item's name, else its words by what
// stands around them, else the nearest place; one that finds no place is listed as lost with
// its words. [Queue.Prepare] checks a new decision, and [Blocks] writes the accepted
// statements as blocks of a world file.
//
// The package reads and writes nothing and knows no clock: bytes in, bytes out, time given.
// It does not know how world files are read, nor who asks.
package review

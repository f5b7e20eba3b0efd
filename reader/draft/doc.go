// Package draft turns what was read into a draft of a world for an analyst to accept,
// edit or reject: the source, who speaks, the actors, statements and claims with their
// exact words, and links that relations suggest.
//
// What a text does not give, such as a rate or a scenario, is never made up: the attribute
// is left out with a comment that begins with "fill", so that parley check names just what
// is missing. The package writes world files as text and does not know how they are read.
package draft

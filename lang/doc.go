// Package lang reads world files and gives a [world.World]: it is the door
// between text and model, and alone knows HCL.
//
// A world is a directory of .hcl and .hcl.json files, in any order. [Load]
// reads them in five steps: guard (limits on size and nesting, before any
// parser sees the text), parse, decode (blocks and attributes, by the
// dictionary that package world derives from its struct tags), lower (every
// expression once to a tree over float64; nothing is evaluated through HCL
// when a world is played), and freeze (package world checks what a single
// attribute cannot show). Every step goes on after a mistake and leaves a note
// of what it could not read, so that all problems of a world are shown in one
// go and none of them twice.
//
// Nothing outside the world's directory is ever read.
//
// The package prints nothing, and it does not know how a world is played.
package lang

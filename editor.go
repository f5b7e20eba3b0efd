package parley

import (
	"parley/diag"
	"parley/lang"
)

// Option is something that may stand at a place of a world file.
type Option = lang.Option

// Complete lists what may stand at a byte of a world file's text, which may be broken,
// in the place of the bytes from and to.
func (m *Model) Complete(text string, at int) (from, to int, options []Option) {
	c := lang.Complete([]byte(text), at, m.World)
	return c.From, c.To, c.Options
}

// Hover explains what stands at a byte of a world file's text: the bytes from and to.
func (m *Model) Hover(text string, at int) (from, to int, said string) {
	return lang.Hover([]byte(text), at, m.World)
}

// Format sets a world file in the canonical layout; what cannot be read comes back as it
// is, with what is wrong.
func Format(text []byte) ([]byte, diag.List) { return lang.Format(text) }

package world

import (
	"strings"

	"parley/diag"
)

// Place names an attribute of a block: "share", or "weights.land" for one
// entry of a table.
type Place struct {
	Block *Meta
	Attr  string
}

// Origin is what a reader of files knows besides the world itself: where each
// attribute stands, and what it has already complained about, so that one
// mistake is reported once.
type Origin struct {
	Places  map[Place]diag.Range
	Failed  map[Place]bool   // attributes that could not be read
	Broken  map[*Number]bool // numbers that could not be read
	Lost    map[string]bool  // blocks, such as "theatre.x" or "theatre.*", that could not be read
	Partial bool             // some file could not be read to its end
	Wrong   bool             // the reader found errors: the world cannot be frozen
}

// NewOrigin is an origin that knows nothing yet.
func NewOrigin() *Origin {
	return &Origin{
		Places: map[Place]diag.Range{}, Failed: map[Place]bool{},
		Broken: map[*Number]bool{}, Lost: map[string]bool{},
	}
}

func (o *Origin) failed(m *Meta, attr string) bool { return o != nil && o.Failed[Place{m, attr}] }

func (o *Origin) broken(n *Number) bool { return o != nil && o.Broken[n] }

func (o *Origin) partial() bool { return o != nil && o.Partial }

// lost reports whether a block that is not there may only have been unreadable.
func (o *Origin) lost(name string) bool { return o != nil && o.MayHold(name) }

// MayHold reports whether a block such as "theatre.x" may stand in what could
// not be read.
func (o *Origin) MayHold(name string) bool {
	kind, _, _ := strings.Cut(name, ".")
	return o.Partial || o.Lost[name] || o.Lost[kind+".*"]
}

// place is the range of an attribute, or else of its block.
func (o *Origin) place(m *Meta, attr string) diag.Range {
	if o != nil {
		if r, ok := o.Places[Place{m, attr}]; ok {
			return r
		}
		head, _, _ := strings.Cut(attr, ".") // the attribute it is part of
		if r, ok := o.Places[Place{m, head}]; ok {
			return r
		}
	}
	return m.Range
}

package parley

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"parley/analysis"
	"parley/diag"
	"parley/world"
)

// Variant is how somebody else would have the world: changes to what its files say,
// for a what-if. It is played in the same worlds under the same chance, so that
// differences are paired.
type Variant struct {
	Pin    map[string]float64    `json:"pin,omitempty" doc:"factors held at a value"`
	Narrow map[string][2]float64 `json:"narrow,omitempty" doc:"factors that keep to a part of their range: lowest and highest value"`
	Rival  map[string]string     `json:"rival,omitempty" doc:"theories by the rival that is taken to be right"`
	Cut    []string              `json:"cut,omitempty" doc:"channels that are cut, and links by their paths, such as flow.shells"`
}

// Empty reports whether nothing is changed.
func (v *Variant) Empty() bool { return len(v.Pin)+len(v.Narrow)+len(v.Rival)+len(v.Cut) == 0 }

// Key is the same for equal variants, whatever order they were written in.
func (v *Variant) Key() string {
	c := *v
	c.Cut = slices.Compact(slices.Sorted(slices.Values(v.Cut)))
	text, err := json.Marshal(c) // maps are written in order of their keys
	if err != nil {
		return "" // a number that is none; Vary refuses it
	}
	return string(text)
}

// changes are a variant's, by the places of factors.
type changes struct {
	held  []*float64
	parts map[int]part
	cut   []string
}

// part is a part of the unit interval.
type part struct{ from, to float64 }

// VariantError says what of a variant the world does not have, or cannot take.
type VariantError struct {
	Where      string // "pin", "narrow", "rival" or "cut"
	Name       string
	Problem    string
	Suggestion string
}

func (e *VariantError) Error() string {
	text := e.Where + " " + e.Name + ": " + e.Problem
	if e.Suggestion != "" {
		text += fmt.Sprintf("; did you mean %q?", e.Suggestion)
	}
	return text
}

// Vary is the model with a variant's changes; it shares what does not change. An error
// is a [*VariantError].
func (m *Model) Vary(v *Variant) (*Model, error) {
	if v.Empty() {
		return m, nil
	}
	c := changes{held: make([]*float64, len(m.World.Factors)), parts: map[int]part{}}
	for name, value := range v.Pin {
		i, err := m.varied("pin", name)
		if err != nil {
			return nil, err
		}
		if err := mayBe(m.World.Factors[i], value); err != "" {
			return nil, &VariantError{Where: "pin", Name: name, Problem: err}
		}
		c.held[i] = &value
	}
	for name, ends := range v.Narrow {
		i, err := m.varied("narrow", name)
		if err != nil {
			return nil, err
		}
		if c.held[i] != nil {
			return nil, &VariantError{Where: "narrow", Name: name, Problem: "it is also pinned"}
		}
		within, problem := narrowed(m.World.Factors[i], ends)
		if problem != "" {
			return nil, &VariantError{Where: "narrow", Name: name, Problem: problem}
		}
		c.parts[i] = within
	}
	for name, rival := range v.Rival {
		i, at, err := m.rival(name, rival)
		if err != nil {
			return nil, err
		}
		value := float64(at)
		c.held[i] = &value
	}
	known := analysis.ChannelsOf(m.World)
	for _, l := range m.World.Links() {
		known = append(known, l.Path)
	}
	for _, name := range v.Cut {
		if !slices.Contains(known, name) {
			best, _ := diag.Nearest(name, known)
			return nil, &VariantError{Where: "cut", Name: name, Problem: "there is no such channel or link", Suggestion: best}
		}
		c.cut = append(c.cut, name)
	}
	sum := sha256.Sum256([]byte(v.Key()))
	varied := *m
	varied.changes = c
	varied.Hash = m.Hash + "~" + hex.EncodeToString(sum[:4])
	return &varied, nil
}

// varied is the place of a factor that is named.
func (m *Model) varied(where, name string) (int, error) {
	if i := m.factor(name); i >= 0 {
		return i, nil
	}
	var names []string
	for _, f := range m.World.Factors {
		names = append(names, f.Name)
	}
	best, _ := diag.Nearest(name, names)
	return -1, &VariantError{Where: where, Name: name, Problem: "there is no such assumption", Suggestion: best}
}

// mayBe says why a factor cannot have a value; nothing where it can.
func mayBe(f *world.Factor, value float64) string {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		return "the value is no finite number"
	case len(f.Labels) > 0 && (value != math.Trunc(value) || value < 0 || int(value) >= len(f.Labels)):
		return fmt.Sprintf("its values are 0 to %d, one for each rival", len(f.Labels)-1)
	case !f.Domain.Holds(value):
		return fmt.Sprintf("%g is outside what it can be (%s)", value, f.Domain)
	}
	return ""
}

// narrowed is the part of a factor's prior between two values.
func narrowed(f *world.Factor, ends [2]float64) (part, string) {
	if !(ends[0] < ends[1]) {
		return part{}, "the first value must be below the second"
	}
	if f.Law == nil {
		return part{}, "it has no range"
	}
	within := part{f.Law.CDF(ends[0]), f.Law.CDF(ends[1])}
	if !(within.from < within.to) {
		return part{}, fmt.Sprintf("nothing of what is thought possible (%s) lies between %g and %g", f.Written, ends[0], ends[1])
	}
	return within, ""
}

// rival is the place of a theory's factor and that of a rival among its values.
func (m *Model) rival(theory, rival string) (factor, at int, err error) {
	i, err := m.varied("rival", "theory."+theory)
	if err != nil {
		return 0, 0, err
	}
	labels := m.World.Factors[i].Labels
	at = slices.Index(labels, rival)
	if at < 0 {
		best, _ := diag.Nearest(rival, labels)
		return 0, 0, &VariantError{Where: "rival", Name: theory, Problem: fmt.Sprintf("it has no rival %q", rival), Suggestion: best}
	}
	return i, at, nil
}

package parley

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley/diag"
	"parley/lang"
)

// Written is a variant as world files: those that differ, by name, and what of it
// files cannot say, with the reason. Pins and narrowings take the place of the law they
// change, a rival that is right gets all the weight of its theory, and what is cut is
// named in the world block. Comments and layout stay.
func (m *Model) Written(v *Variant) (files map[string][]byte, not []string, err error) {
	if _, err := m.Vary(v); err != nil {
		return nil, nil, err
	}
	w := &writing{m: m, edits: map[string][]lang.Edit{}}
	for _, name := range slices.Sorted(maps.Keys(v.Pin)) {
		w.law(name, exact(v.Pin[name]))
	}
	for _, name := range slices.Sorted(maps.Keys(v.Narrow)) {
		ends := v.Narrow[name]
		f := m.World.Factors[m.factor(name)]
		w.law(name, fmt.Sprintf("within(%s, %s, %s)", f.Written, exact(ends[0]), exact(ends[1])))
	}
	for _, name := range slices.Sorted(maps.Keys(v.Rival)) {
		w.rival(name, v.Rival[name])
	}
	if len(v.Cut) > 0 {
		w.cut(v.Cut)
	}
	if err := w.write(); err != nil {
		return nil, nil, err
	}
	return w.files, w.not, nil
}

// exact writes a number so that reading it gives the same bits.
func exact(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// writing is a variant on its way into files.
type writing struct {
	m     *Model
	edits map[string][]lang.Edit
	files map[string][]byte
	not   []string
}

func (w *writing) refuse(what, why string) { w.not = append(w.not, what+": "+why) }

func native(file string) bool { return strings.HasSuffix(file, ".hcl") }

// replace puts a text in the place of a range; false where that is not possible.
func (w *writing) replace(r diag.Range, text string) bool {
	if !native(r.File) || r.End.Byte <= r.Start.Byte || w.m.Sources[r.File] == nil {
		return false
	}
	w.edits[r.File] = append(w.edits[r.File], lang.Edit{Start: r.Start.Byte, End: r.End.Byte, Text: text})
	return true
}

// law replaces the law of a factor.
func (w *writing) law(name, text string) {
	f := w.m.World.Factors[w.m.factor(name)]
	switch {
	case strings.HasPrefix(name, "evidence."):
		w.refuse(name, "an entry of the built-in library stands in several places; write a quantity for it")
	case len(f.Labels) > 0:
		w.refuse(name, "choose the rival of a theory instead")
	case !w.replace(f.Range, text):
		w.refuse(name, "its law does not stand in a file in native syntax")
	}
}

// rival gives one rival all the weight.
func (w *writing) rival(theory, rival string) {
	for _, t := range w.m.World.Theories {
		if t.ID != theory {
			continue
		}
		for _, r := range t.Rivals {
			text := "0"
			if r.ID == rival {
				text = "1"
			}
			if r.Weight == nil || !w.replace(r.Weight.Range, text) {
				w.refuse("theory."+theory, "the weight of "+r.ID+" does not stand in a file in native syntax")
			}
		}
	}
}

// write makes the edits.
func (w *writing) write() error {
	w.files = map[string][]byte{}
	for name, edits := range w.edits {
		text, err := lang.Rewrite(w.m.Sources[name], edits)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		w.files[name] = text
	}
	return nil
}

// cut names what is cut in the world block, beside what is cut there already.
func (w *writing) cut(names []string) {
	all := slices.Concat(w.m.World.Cut, names)
	slices.Sort(all)
	file := w.m.World.Range.File
	text := w.m.Sources[file]
	edit, ok := lang.SetInWorld(text, "cut", slices.Compact(all))
	if !ok || !native(file) {
		w.refuse("cut "+strings.Join(names, ", "), "the world block does not stand in a file in native syntax")
		return
	}
	w.edits[file] = append(w.edits[file], edit)
}

// CheckWith is what would be wrong with the model's world if some of its files stood
// otherwise. Nothing is written.
func (m *Model) CheckWith(files map[string][]byte) diag.List {
	_, problems, _ := lang.LoadFS(m.overlaid(files), ".")
	return problems
}

// LoadWith is the model as it would be with some files otherwise; as [Load].
func (m *Model) LoadWith(files map[string][]byte) (*Model, error) {
	w, problems, sources := lang.LoadFS(m.overlaid(files), ".")
	return made(w, problems, sources)
}

package world

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Prepare is the first half of [World.Freeze]: it fills in the documented
// defaults, orders everything by name and gives every number its path, domain
// and unit, so that a reader can look numbers up by path ([World.Number])
// before their formulas exist. Freeze calls it where that was not done.
func (w *World) Prepare() {
	if w.index != nil {
		return
	}
	w.fillBlocks()
	w.order()
	sites := w.sites()
	open := map[string]slot{} // places without a number
	w.index = map[string]*Number{}
	w.Numbers = nil
	for _, s := range sites {
		fillTexts(s)
		for _, sl := range s.slots() {
			w.settle(sl, open)
		}
		for i := range s.block.Attributes {
			if a := &s.block.Attributes[i]; a.Type == TypeTable {
				open[s.path+"."+a.Name+".*"] = slot{site: s, like: a}
			}
		}
	}
	w.empty = map[string]bool{}
	w.prepareSettings(sites, open)
	for path := range open {
		w.empty[path] = w.index[path] == nil
	}
	slices.SortStableFunc(w.Numbers, func(a, b *Number) int { return strings.Compare(a.Path, b.Path) })
}

// Number finds a number by its path, or nil. It needs [World.Prepare].
func (w *World) Number(path string) *Number { return w.index[canonical(path)] }

// IsEmpty reports whether a path leads to an attribute that was not given and
// has no default. It needs [World.Prepare].
func (w *World) IsEmpty(path string) bool { return w.empty[path] }

// settle gives the number in a slot its default and its path.
func (w *World) settle(sl slot, open map[string]slot) {
	n := *sl.number
	if n == nil && sl.like.Default != "" && !w.Origin.failed(sl.site.meta, sl.attr) {
		if v, err := strconv.ParseFloat(sl.like.Default, 64); err == nil {
			n = Const(v)
			n.Default = true
			n.Range = sl.site.meta.Range
			*sl.number = n
		}
	}
	if n == nil {
		open[sl.path] = sl
		return
	}
	w.enlist(n, sl)
}

// enlist gives a number its path and what its block says about it.
func (w *World) enlist(n *Number, sl slot) {
	n.Path, n.Domain, n.Unit = sl.path, sl.like.Domain, sl.like.Unit
	if n.Note == "" && !n.Default {
		n.Note = sl.site.meta.Note
	}
	for _, e := range sl.site.meta.Evidence {
		if !n.Default && !slices.Contains(n.Evidence, e) {
			n.Evidence = append(n.Evidence, e)
		}
	}
	w.Numbers = append(w.Numbers, n)
	if w.index[n.Path] == nil {
		w.index[n.Path] = n
	}
}

// prepareSettings gives the numbers that rivals set the domain of what they
// set, and makes room for numbers that only rivals give.
func (w *World) prepareSettings(sites []*site, open map[string]slot) {
	for _, s := range sites {
		for _, sl := range s.settings() {
			target := canonical(strings.TrimPrefix(sl.attr, "set."))
			if w.index[target] == nil {
				w.room(target, open)
			}
			like := Attribute{}
			if n := w.index[target]; n != nil {
				like.Domain, like.Unit = n.Domain, n.Unit
			}
			sl.like = &like
			if n := *sl.number; n != nil {
				w.enlist(n, sl)
			}
		}
	}
}

// room makes an empty number where a rival sets one that nobody wrote: an
// attribute without a default, or a new entry of a table.
func (w *World) room(path string, open map[string]slot) {
	sl, ok := open[path]
	if !ok {
		sl, ok = newEntry(path, open)
	}
	if !ok {
		return
	}
	n := &Number{Range: sl.site.meta.Range, Default: true}
	*sl.number = n
	w.enlist(n, sl)
}

// newEntry adds an entry to the table that a path leads into. The number is
// put into the table by the caller, through the slot.
func newEntry(path string, open map[string]slot) (slot, bool) {
	dot := strings.LastIndexByte(path, '.')
	if dot < 0 {
		return slot{}, false
	}
	sl, ok := open[path[:dot]+".*"]
	if !ok {
		return slot{}, false
	}
	key := path[dot+1:]
	table, ok := reflect.TypeAssert[*Table](sl.site.field(sl.like).Addr())
	if !ok {
		return slot{}, false
	}
	at, _ := slices.BinarySearchFunc(*table, key, func(e Entry, k string) int { return strings.Compare(e.Key, k) })
	*table = slices.Insert(*table, at, Entry{Key: key})
	sl.attr, sl.path, sl.number = sl.like.Name+"."+key, path, &(*table)[at].Number
	return sl, true
}

// fillBlocks adds the blocks that a theatre has even if nobody writes them.
func (w *World) fillBlocks() {
	for _, t := range w.Theatres {
		if t == nil {
			continue
		}
		if t.War == nil {
			t.War = &War{Meta: Meta{Range: t.Range}}
		}
		if len(t.War.Issues) == 0 {
			t.War.Issues = []*Issue{{Meta: Meta{ID: "line", Range: t.War.Range}, Challenger: given(t.War.Meta, 1), Defender: given(t.War.Meta, 1)}}
		}
		if t.Peace == nil {
			t.Peace = &Peace{Meta: Meta{Range: t.Range}}
		}
		if t.Peace.Terms == nil {
			t.Peace.Terms = &Terms{Meta: Meta{Range: t.Peace.Range}}
		}
	}
	w.fillLeads()
}

func given(m Meta, v float64) *Number {
	n := Const(v)
	n.Default, n.Range = true, m.Range
	return n
}

// fillLeads makes the only supporter of a side its lead.
func (w *World) fillLeads() {
	type side struct{ theatre, side string }
	of := map[side][]*Support{}
	for _, s := range w.Supports {
		if s != nil {
			of[side{s.Theatre, s.Side}] = append(of[side{s.Theatre, s.Side}], s)
		}
	}
	for _, supports := range of {
		if len(supports) == 1 {
			supports[0].Lead = true
		}
	}
}

// fillTexts fills in defaults of attributes that are not numbers.
func fillTexts(s *site) {
	for i := range s.block.Attributes {
		a := &s.block.Attributes[i]
		if a.Default == "" || !s.field(a).IsZero() {
			continue
		}
		switch a.Type {
		case TypeText:
			s.field(a).SetString(a.Default)
		case TypeDuration:
			if months, err := strconv.Atoi(a.Default); err == nil {
				s.field(a).SetInt(int64(months))
			}
		default: // numbers are filled in with their paths
		}
	}
}

// order sorts every list of blocks and every table by name; steps by date and
// then by the theatre they wait for. Equal ones keep the order they were
// written in, and so do tests and declared conditions.
func (w *World) order() {
	root := &site{block: Schema(), value: reflect.ValueOf(w).Elem(), meta: &w.Meta}
	orderInside(root)
	for _, s := range w.sites() {
		orderInside(s)
	}
}

func orderInside(s *site) {
	for _, b := range s.block.Blocks {
		if field := s.value.Field(b.Field); b.Many {
			dropNil(field)
			orderBlocks(b, field)
		}
	}
	for i := range s.block.Attributes {
		switch list := s.field(&s.block.Attributes[i]).Interface().(type) {
		case Table:
			slices.SortStableFunc(list, func(a, b Entry) int { return strings.Compare(a.Key, b.Key) })
		case []Setting:
			slices.SortStableFunc(list, func(a, b Setting) int { return strings.Compare(a.Path, b.Path) })
		case []string:
			slices.Sort(list)
		}
	}
}

func dropNil(field reflect.Value) {
	kept := 0
	for i := range field.Len() {
		if !field.Index(i).IsNil() {
			field.Index(kept).Set(field.Index(i))
			kept++
		}
	}
	field.SetLen(kept)
}

func orderBlocks(b *Block, field reflect.Value) {
	if steps, ok := reflect.TypeAssert[[]*Step](field); ok {
		slices.SortStableFunc(steps, compareSteps)
		return
	}
	if !b.Labelled {
		return
	}
	sortStable(field, func(i, j int) bool { return key(field.Index(i)) < key(field.Index(j)) })
}

// sortStable sorts a slice of pointers through reflection.
func sortStable(field reflect.Value, less func(i, j int) bool) {
	n := field.Len()
	at := make([]int, n)
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int {
		switch {
		case less(i, j):
			return -1
		case less(j, i):
			return 1
		default:
			return 0
		}
	})
	sorted := reflect.MakeSlice(field.Type(), n, n)
	for to, from := range at {
		sorted.Index(to).Set(field.Index(from))
	}
	reflect.Copy(field, sorted)
}

func compareSteps(a, b *Step) int {
	aw, bw := a.At.IsZero(), b.At.IsZero()
	switch {
	case aw && bw:
		return strings.Compare(a.Ends, b.Ends)
	case aw:
		return 1
	case bw:
		return -1
	}
	return cmp.Or(cmp.Compare(a.At.Year, b.At.Year), cmp.Compare(a.At.Month, b.At.Month), cmp.Compare(a.At.Day, b.At.Day))
}

package discovery

import (
	"cmp"
	"math"
)

// peeler is a box being peeled. Each numeric column has a list of rows by rising value; the
// window [from, to) of the list shrinks when that column is peeled, and rows that other
// columns peeled off stay in it, dead, until half a list is dead and all are packed.
type peeler struct {
	t       *Table
	p       plan
	inside  []uint8
	n, h    int
	box     bounds
	lists   [][]uint32 // rank order; nil for categories
	from    []int
	to      []int
	packedN int
	tallies [][]tally // for each category, rows and cases in the box
}

// tally is a number of rows and how many of them are of interest.
type tally struct{ n, h int }

// compareDensity compares densities, the first negative where it is thinner. It is exact, also
// where an int has 32 bits.
func compareDensity(a, b tally) int {
	return cmp.Compare(int64(a.h)*int64(b.n), int64(b.h)*int64(a.n))
}

func (c *tally) add(d tally) {
	c.n += d.n
	c.h += d.h
}

// plan is what a run of peeling and pasting goes by.
type plan struct {
	peelAlpha, pasteAlpha float64
	leastRows             int
	objective             Objective
	paste                 bool
	closed                map[face]bool // faces not to touch
}

// face is one side of one dimension.
type face struct {
	j int
	s side
}

// peel is a slice that could be cut off: count rows of the window of a column, or a category.
type peel struct {
	face
	n, h    int   // rows and cases in the slice
	limit   int32 // the new limit, or the category
	score   float64
	freshly bool // the dimension was not restricted before
}

// newPeeler starts from the whole table's box over the rows of base.
func newPeeler(t *Table, base []uint8, p plan) *peeler {
	d := len(t.columns)
	e := &peeler{
		t: t, p: p, inside: append([]uint8(nil), base...), box: t.whole(),
		lists: make([][]uint32, d), from: make([]int, d), to: make([]int, d), tallies: make([][]tally, d),
	}
	for row, in := range e.inside {
		if in != 0 {
			e.n++
			e.h += int(t.y[row])
		}
	}
	for j := range t.columns {
		c := &t.columns[j]
		if !c.categorical() {
			e.lists[j] = c.order
			e.to[j] = len(c.order)
			continue
		}
		e.tallies[j] = make([]tally, len(c.values))
		for row, in := range e.inside {
			if in != 0 {
				k := &e.tallies[j][c.rank[row]]
				k.n++
				k.h += int(t.y[row])
			}
		}
	}
	e.packedN = len(base)
	e.pack()
	return e
}

// pack takes dead rows out of all lists once they are half of them. The first packing
// copies, so that the table's own lists stay as they are.
func (e *peeler) pack() {
	if 2*e.n > e.packedN {
		return
	}
	for j, list := range e.lists {
		if list == nil {
			continue
		}
		window := list[e.from[j]:e.to[j]]
		packed := make([]uint32, e.n+1)
		at := 0
		for _, row := range window {
			packed[at] = row
			at += int(e.inside[row])
		}
		e.lists[j], e.from[j], e.to[j] = packed, 0, at
	}
	e.packedN = e.n
}

// step peels the best slice off; false: nothing is left to peel.
func (e *peeler) step() bool {
	best := peel{score: math.Inf(-1)}
	found := false
	for j := range e.t.columns {
		c := &e.t.columns[j]
		free := !e.box.restricts(e.t, j)
		for _, cut := range e.slices(j, c) {
			cut.freshly = free
			if !e.judge(&cut) {
				continue
			}
			if !found || e.better(&cut, &best) {
				best, found = cut, true
			}
		}
	}
	if found {
		e.apply(&best)
	}
	return found
}

// slices lists what could be peeled off a column.
func (e *peeler) slices(j int, c *column) []peel {
	if c.categorical() {
		return e.categorySlices(j)
	}
	var buffer [2]peel
	out := buffer[:0]
	if !e.p.closed[face{j, high}] {
		if cut, ok := e.upper(j, c); ok {
			out = append(out, cut)
		}
	}
	if !e.p.closed[face{j, low}] {
		if cut, ok := e.lower(j, c); ok {
			out = append(out, cut)
		}
	}
	return out
}

// categorySlices lists each kept category as a slice of its own, as Kwakkel & Jaxa-Rozen
// 2016 ("Improving scenario discovery for handling heterogeneous uncertainties and
// multinomial classified outcomes", Environmental Modelling & Software 79) do.
func (e *peeler) categorySlices(j int) []peel {
	var out []peel
	if e.p.closed[face{j, set}] {
		return nil
	}
	for k, in := range e.tallies[j] {
		if e.box.kept[j][k] && in.n > 0 && in.n < e.n {
			out = append(out, peel{face: face{j, set}, n: in.n, h: in.h, limit: int32(k)})
		}
	}
	return out
}

// lower finds the slice at the low end: the rows up to the order statistic at the share
// alpha, and all that tie with it; where nothing lies above these, the rows below them.
// This is the quantile of sdtoolkit (Bryant 2009) and of the EMA Workbench.
func (e *peeler) lower(j int, c *column) (peel, bool) {
	list, y, inside := e.lists[j][:e.to[j]], e.t.y, e.inside
	at := int(float64(e.n-1) * e.p.peelAlpha) // order statistic, from 0
	i, n, h := e.from[j], 0, 0
	nBefore, hBefore := 0, 0 // before the rows that tie at the statistic
	last, before := int32(-1), int32(-1)
	for ; i < len(list); i++ {
		row := list[i]
		if inside[row] == 0 {
			continue
		}
		if r := c.rank[row]; r != last {
			if n > at {
				return peel{face: face{j, low}, n: n, h: h, limit: last + (r-last)/2 + 1}, true
			}
			nBefore, hBefore, before, last = n, h, last, r
		}
		n++
		h += int(y[row])
	}
	if nBefore == 0 {
		return peel{}, false
	}
	return peel{face: face{j, low}, n: nBefore, h: hBefore, limit: before + (last-before)/2 + 1}, true
}

// upper is lower at the other end.
func (e *peeler) upper(j int, c *column) (peel, bool) {
	list, y, inside := e.lists[j], e.t.y, e.inside
	at := e.n - 1 - int(math.Ceil(float64(e.n-1)*(1-e.p.peelAlpha)))
	n, h := 0, 0
	nBefore, hBefore := 0, 0
	last, before := int32(-1), int32(-1)
	for i := e.to[j] - 1; i >= e.from[j]; i-- {
		row := list[i]
		if inside[row] == 0 {
			continue
		}
		if r := c.rank[row]; r != last {
			if n > at {
				return peel{face: face{j, high}, n: n, h: h, limit: r + (last-r)/2}, true
			}
			nBefore, hBefore, before, last = n, h, last, r
		}
		n++
		h += int(y[row])
	}
	if nBefore == 0 {
		return peel{}, false
	}
	return peel{face: face{j, high}, n: nBefore, h: hBefore, limit: last + (before-last)/2}, true
}

// judge scores a slice; false: it may not be peeled off.
func (e *peeler) judge(p *peel) bool {
	n := e.n - p.n
	if n < e.p.leastRows || n <= 0 {
		return false
	}
	p.score = e.p.objective.score(tally{e.n, e.h}, tally{n, e.h - p.h})
	return p.score > 0
}

// better orders slices: by score, then fewer restricted dimensions, then the dimension that
// comes first, then the upper end. Slices without a case in them tie often; this is the
// order of the published trajectory of the ethanol data (Kwakkel's implementation).
func (e *peeler) better(a, b *peel) bool {
	switch {
	case a.score != b.score:
		return a.score > b.score
	case a.freshly != b.freshly:
		return b.freshly
	case a.j != b.j:
		return a.j < b.j
	case a.s != b.s:
		return a.s == high
	default:
		return a.limit < b.limit
	}
}

// score is how good a box of rows and cases is that came from an old one.
//
// Original is the mean of the new box (Friedman & Fisher 1999, 8.1). Lenient1 is the gain
// in the mean for each row given up or taken in, and Lenient2 the same times the rows of the
// new box (their 14.6; Kwakkel & Jaxa-Rozen 2016). Numerators are whole numbers, so equal
// fractions tie.
func (o Objective) score(from, to tally) float64 {
	gain := float64(int64(to.h)*int64(from.n) - int64(from.h)*int64(to.n)) // difference of means × both sizes
	moved := math.Abs(float64(from.n - to.n))
	switch o {
	case Original:
		return float64(to.h) / float64(to.n)
	case Lenient2:
		return gain / (float64(from.n) * moved)
	default:
		return gain / (float64(to.n) * moved * float64(from.n))
	}
}

// apply cuts a slice off.
func (e *peeler) apply(p *peel) {
	c := &e.t.columns[p.j]
	switch p.s {
	case low:
		i := e.from[p.j]
		for ; i < e.to[p.j] && c.rank[e.lists[p.j][i]] < p.limit; i++ {
			e.remove(e.lists[p.j][i])
		}
		e.from[p.j], e.box.lo[p.j] = i, p.limit
	case high:
		i := e.to[p.j]
		for ; i > e.from[p.j] && c.rank[e.lists[p.j][i-1]] > p.limit; i-- {
			e.remove(e.lists[p.j][i-1])
		}
		e.to[p.j], e.box.hi[p.j] = i, p.limit
	default:
		for _, row := range c.order[c.starts[p.limit]:c.starts[p.limit+1]] {
			e.remove(row)
		}
		e.box.kept[p.j][p.limit] = false
	}
	e.pack()
}

func (e *peeler) remove(row uint32) {
	if e.inside[row] == 0 {
		return
	}
	e.inside[row] = 0
	e.n--
	h := int(e.t.y[row])
	e.h -= h
	for j, of := range e.tallies {
		if of != nil {
			k := &of[e.t.columns[j].rank[row]]
			k.n--
			k.h -= h
		}
	}
}

// state is one box of a trajectory.
type state struct {
	bounds
	tally
	pasted bool
}

// trajectory peels and pastes from all rows of base to the end.
func trajectory(t *Table, base []uint8, p plan) []state {
	e := newPeeler(t, base, p)
	states := []state{{e.box.clone(), tally{e.n, e.h}, false}}
	if e.n == 0 {
		return states
	}
	for e.step() {
		states = append(states, state{e.box.clone(), tally{e.n, e.h}, false})
	}
	if p.paste {
		states = append(states, pastes(t, base, p, states[len(states)-1])...)
	}
	return states
}

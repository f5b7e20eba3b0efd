package discovery

// pastes widens a box again, face by face, as long as that makes it denser: peeling cannot
// see, when it cuts, what later cuts will make of the slice (Friedman & Fisher 1999, 8.2).
// A slice to paste has the share pasteAlpha of the box's rows, those nearest to the face
// and all that tie with the last; or it is one category.
func pastes(t *Table, base []uint8, p plan, s state) []state {
	var out []state
	for {
		next, ok := pasteOnce(t, base, p, s)
		if !ok {
			return out
		}
		out = append(out, next)
		s = next
	}
}

// slab is a slice to paste back.
type slab struct {
	face
	tally
	limit int32
	score float64
}

func pasteOnce(t *Table, base []uint8, p plan, s state) (state, bool) {
	out := s.outside(t, base)
	var best slab
	found := false
	for j := range t.columns {
		for _, side := range []side{high, low, set} {
			if !s.limits(t, j, side) {
				continue
			}
			for _, b := range s.slabs(t, out, p, face{j, side}) {
				grown := tally{s.n + b.n, s.h + b.h}
				b.score = p.objective.score(s.tally, grown)
				if b.n == 0 || compareDensity(grown, s.tally) <= 0 {
					continue
				}
				if !found || betterSlab(&b, &best) {
					best, found = b, true
				}
			}
		}
	}
	if !found {
		return s, false
	}
	return s.with(best), true
}

func betterSlab(a, b *slab) bool {
	switch {
	case a.score != b.score:
		return a.score > b.score
	case a.j != b.j:
		return a.j < b.j
	default:
		return false // the sides and categories come in a fixed order
	}
}

// with is the box with a slab pasted.
func (s state) with(b slab) state {
	next := state{s.clone(), tally{s.n + b.n, s.h + b.h}, true}
	switch b.s {
	case low:
		next.lo[b.j] = b.limit
	case high:
		next.hi[b.j] = b.limit
	default:
		next.kept[b.j][b.limit] = true
	}
	return next
}

// slabs lists what could be pasted at a face.
func (s state) slabs(t *Table, out []uint8, p plan, f face) []slab {
	c := &t.columns[f.j]
	if f.s == set {
		var list []slab
		for k, kept := range s.kept[f.j] {
			if kept {
				continue
			}
			b := slab{face: f, limit: int32(k)}
			for _, row := range c.order[c.starts[k]:c.starts[k+1]] {
				b.add(t, out, row)
			}
			list = append(list, b)
		}
		return list
	}
	want := max(1, int(p.pasteAlpha*float64(s.n)))
	b := slab{face: f}
	if f.s == low {
		r := s.lo[f.j]
		for r > 0 && b.n < want {
			r--
			b.addRank(t, c, out, r)
		}
		b.limit = r
	} else {
		r := s.hi[f.j]
		for r < c.top() && b.n < want {
			r++
			b.addRank(t, c, out, r)
		}
		b.limit = r
	}
	return []slab{b}
}

func (b *slab) addRank(t *Table, c *column, out []uint8, r int32) {
	for _, row := range c.order[c.starts[r]:c.starts[r+1]] {
		b.add(t, out, row)
	}
}

// add takes a row in that lies outside the box in this dimension only.
func (b *slab) add(t *Table, out []uint8, row uint32) {
	if out[row] == 1 {
		b.n++
		b.h += int(t.y[row])
	}
}

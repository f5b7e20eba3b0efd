package discovery

// bounds are the limits of a box in ranks: inside is lo ≤ rank ≤ hi, and for categories
// the kept ones. allowed sides that are closed are never peeled.
type bounds struct {
	lo, hi []int32
	kept   [][]bool // nil for numbers
}

// side is one face of a box.
type side uint8

const (
	low side = iota
	high
	set // which categories
)

func (t *Table) whole() bounds {
	d := len(t.columns)
	b := bounds{make([]int32, d), make([]int32, d), make([][]bool, d)}
	for j := range t.columns {
		c := &t.columns[j]
		b.hi[j] = c.top()
		if c.categorical() {
			b.kept[j] = make([]bool, len(c.values))
			for k := range b.kept[j] {
				b.kept[j][k] = true
			}
		}
	}
	return b
}

func (b bounds) clone() bounds {
	n := bounds{append([]int32(nil), b.lo...), append([]int32(nil), b.hi...), make([][]bool, len(b.kept))}
	for j, k := range b.kept {
		if k != nil {
			n.kept[j] = append([]bool(nil), k...)
		}
	}
	return n
}

// limits reports whether a face of the box cuts anything off the table's range.
func (b bounds) limits(t *Table, j int, s side) bool {
	switch s {
	case low:
		return b.kept[j] == nil && b.lo[j] > 0
	case high:
		return b.kept[j] == nil && b.hi[j] < t.columns[j].top()
	default:
		for _, k := range b.kept[j] {
			if !k {
				return true
			}
		}
		return false
	}
}

func (b bounds) restricts(t *Table, j int) bool {
	return b.limits(t, j, low) || b.limits(t, j, high) || b.limits(t, j, set)
}

func (b bounds) restricted(t *Table) int {
	n := 0
	for j := range t.columns {
		if b.restricts(t, j) {
			n++
		}
	}
	return n
}

// without is the box with one face taken away.
func (b bounds) without(t *Table, j int, s side) bounds {
	b = b.clone()
	switch s {
	case low:
		b.lo[j] = 0
	case high:
		b.hi[j] = t.columns[j].top()
	default:
		for k := range b.kept[j] {
			b.kept[j][k] = true
		}
	}
	return b
}

// dropping is the box with a whole dimension set free.
func (b bounds) dropping(t *Table, j int) bounds {
	if b.kept[j] != nil {
		return b.without(t, j, set)
	}
	return b.without(t, j, low).without(t, j, high)
}

func (b bounds) has(t *Table, j int, row uint32) bool {
	r := t.columns[j].rank[row]
	if b.kept[j] != nil {
		return b.kept[j][r]
	}
	return b.lo[j] <= r && r <= b.hi[j]
}

// outside counts, for each row, the dimensions in which it lies outside the box; rows not
// among those looked at get a count that is never reached.
func (b bounds) outside(t *Table, base []uint8) []uint8 {
	out := make([]uint8, t.Rows())
	for row, in := range base {
		if in == 0 {
			out[row] = unreached
		}
	}
	for j := range t.columns {
		if !b.restricts(t, j) {
			continue
		}
		for row := range out {
			if out[row] < unreached-1 && !b.has(t, j, uint32(row)) {
				out[row]++
			}
		}
	}
	return out
}

const unreached = 255

// count is how many rows, and how many of interest, lie in the box.
func (b bounds) count(t *Table, base []uint8) (n, cases int) {
	for row, o := range b.outside(t, base) {
		if o == 0 {
			n++
			cases += int(t.y[row])
		}
	}
	return n, cases
}

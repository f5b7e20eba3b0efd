package discovery

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
)

// Dimension is one input of a table.
type Dimension struct {
	Name       string   `json:"name"`
	Categories []string `json:"categories,omitempty"` // nil: a number; else values are places in this list
}

// Cases is a table of inputs and whether the outcome of interest happened.
type Cases struct {
	Dimensions []Dimension
	X          [][]float64 // for each dimension, one number a row
	Y          []bool      // for each row, whether it is of interest
	Missing    []bool      // rows without an outcome; may be nil
}

// Above is the outcome that a value is at least the threshold, and which rows have no value.
func Above(values []float64, threshold float64) (y, missing []bool) {
	y, missing = make([]bool, len(values)), make([]bool, len(values))
	for i, v := range values {
		y[i], missing[i] = v >= threshold, math.IsNaN(v)
	}
	return y, missing
}

// Below is the outcome that a value is less than the threshold, and which rows have no value.
func Below(values []float64, threshold float64) (y, missing []bool) {
	y, missing = make([]bool, len(values)), make([]bool, len(values))
	for i, v := range values {
		y[i], missing[i] = v < threshold, math.IsNaN(v)
	}
	return y, missing
}

// Table is a table made ready: usable rows, each column sorted. It does not change and may
// be used by any number of goroutines.
type Table struct {
	columns []column
	y       []uint8
	cases   int
	leftOut int
}

// column is one dimension over the usable rows.
type column struct {
	Dimension
	order  []uint32  // rows, by rising value
	rank   []int32   // for each row, the place of its value among values
	values []float64 // distinct values, rising; for categories every code, whether it occurs or not
	starts []int32   // for each rank, where its rows begin in order; one more for the end
}

func (c *column) categorical() bool { return c.Categories != nil }
func (c *column) top() int32        { return int32(len(c.values) - 1) }

// Rows is the number of rows that are used.
func (t *Table) Rows() int { return len(t.y) }

// Cases is the number of used rows that are of interest.
func (t *Table) Cases() int { return t.cases }

// LeftOut is the number of rows left out: without an outcome, or with an input that is
// missing or infinite.
func (t *Table) LeftOut() int { return t.leftOut }

// Prepare checks a table, leaves unusable rows out and sorts the columns.
func Prepare(c Cases) (*Table, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	rows := c.usable()
	if len(rows) == 0 {
		return nil, fmt.Errorf("none of the %d rows can be used: each lacks an outcome or an input", len(c.Y))
	}
	t := &Table{columns: make([]column, len(c.Dimensions)), y: make([]uint8, len(rows)), leftOut: len(c.Y) - len(rows)}
	for i, r := range rows {
		if c.Y[r] {
			t.y[i] = 1
			t.cases++
		}
	}
	each(runtime.GOMAXPROCS(0), len(c.Dimensions), func(j int) {
		t.columns[j] = newColumn(c.Dimensions[j], c.X[j], rows)
	})
	return t, nil
}

const mostRows = 1 << 30

func (c *Cases) check() error {
	switch {
	case len(c.Dimensions) == 0:
		return errors.New("a table needs at least one input")
	case len(c.X) != len(c.Dimensions):
		return fmt.Errorf("%d inputs are named, %d columns given", len(c.Dimensions), len(c.X))
	case c.Missing != nil && len(c.Missing) != len(c.Y):
		return fmt.Errorf("%d outcomes, but %d marks for missing ones", len(c.Y), len(c.Missing))
	case len(c.Y) > mostRows:
		return fmt.Errorf("%d rows are more than %d", len(c.Y), mostRows)
	}
	seen := make(map[string]bool)
	for j, d := range c.Dimensions {
		if seen[d.Name] {
			return fmt.Errorf("two inputs are called %q", d.Name)
		}
		seen[d.Name] = true
		if len(c.X[j]) != len(c.Y) {
			return fmt.Errorf("input %q has %d rows, the outcome %d", d.Name, len(c.X[j]), len(c.Y))
		}
		if err := d.check(c.X[j]); err != nil {
			return err
		}
	}
	return nil
}

// check finds values that are no place in the list of categories.
func (d Dimension) check(values []float64) error {
	if d.Categories == nil {
		return nil
	}
	for i, v := range values {
		ok := math.IsNaN(v) || math.IsInf(v, 0) || (v >= 0 && v < float64(len(d.Categories)) && v == math.Floor(v))
		if !ok {
			return fmt.Errorf("input %q, row %d: %g is none of its %d categories", d.Name, i, v, len(d.Categories))
		}
	}
	return nil
}

// usable lists the rows that have everything.
func (c *Cases) usable() []uint32 {
	rows := make([]uint32, 0, len(c.Y))
	for i := range c.Y {
		ok := c.Missing == nil || !c.Missing[i]
		for _, x := range c.X {
			ok = ok && !math.IsNaN(x[i]) && !math.IsInf(x[i], 0)
		}
		if ok {
			rows = append(rows, uint32(i))
		}
	}
	return rows
}

func newColumn(d Dimension, x []float64, rows []uint32) column {
	c := column{Dimension: d, rank: make([]int32, len(rows))}
	keys := make([]uint64, len(rows))
	for i, r := range rows {
		keys[i] = orderedBits(x[r])
	}
	keys, c.order = sortedBy(keys)
	if d.Categories != nil {
		for k := range d.Categories {
			c.values = append(c.values, float64(k))
		}
	} else {
		c.values = distinct(keys)
	}
	c.starts = make([]int32, 0, len(c.values)+1)
	at := 0
	for k, v := range c.values {
		c.starts = append(c.starts, int32(at))
		for ; at < len(keys) && keys[at] == orderedBits(v); at++ {
			c.rank[c.order[at]] = int32(k)
		}
	}
	c.starts = append(c.starts, int32(at))
	return c
}

// distinct returns the numbers behind sorted keys, each once.
func distinct(keys []uint64) []float64 {
	values := make([]float64, 0, len(keys))
	for i, k := range keys {
		if i == 0 || k != keys[i-1] {
			values = append(values, fromOrderedBits(k))
		}
	}
	return values
}

// orderedBits maps numbers to integers of the same order; 0 and −0 are one.
func orderedBits(x float64) uint64 {
	b := math.Float64bits(x + 0)
	if b>>63 == 1 {
		return ^b
	}
	return b | 1<<63
}

func fromOrderedBits(k uint64) float64 {
	if k>>63 == 1 {
		return math.Float64frombits(k &^ (1 << 63))
	}
	return math.Float64frombits(^k)
}

// A pass of the radix sort takes so many bits.
const (
	digitBits = 11
	digits    = 1 << digitBits
)

// sortedBy returns keys in rising order and where each came from. It is a radix sort from
// the lowest digit (Knuth, The Art of Computer Programming 3, 5.2.5), which leaves equal keys in
// their order; passes in which all keys have the same digit are left out.
func sortedBy(keys []uint64) (sorted []uint64, from []uint32) {
	n := len(keys)
	from = make([]uint32, n)
	for i := range from {
		from[i] = uint32(i)
	}
	if n < digits/2 {
		slices.SortStableFunc(from, func(a, b uint32) int { return compareKeys(keys[a], keys[b]) })
		sorted = make([]uint64, n)
		for i, f := range from {
			sorted[i] = keys[f]
		}
		return sorted, from
	}
	other, otherFrom := make([]uint64, n), make([]uint32, n)
	for shift := 0; shift < 64; shift += digitBits {
		var at [digits]int32
		for _, k := range keys {
			at[k>>shift%digits]++
		}
		if at[keys[0]>>shift%digits] == int32(n) {
			continue
		}
		total := int32(0)
		for d, count := range at {
			at[d] = total
			total += count
		}
		for i, k := range keys {
			d := k >> shift % digits
			other[at[d]], otherFrom[at[d]] = k, from[i]
			at[d]++
		}
		keys, other = other, keys
		from, otherFrom = otherFrom, from
	}
	return keys, from
}

func compareKeys(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// each calls f for 0 … n−1, shared among so many workers. f writes to its own place only.
func each(workers, n int, f func(i int)) {
	workers = min(workers, n)
	if workers <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wait.Wait()
}

package sim

import "parley/world"

// operation is a node of a lowered formula: it fills column out from columns
// already filled.
type operation struct {
	op     world.Op
	out    int
	factor int
	args   []int
}

// columns is the lowered formulas of a world: every number has a slot, a
// column of values, one for each world of a batch.
type columns struct {
	count      int
	constants  map[int]float64 // slots that are the same in every world
	operations []operation     // in the order in which they can be carried out
	ofNumber   map[*world.Number]int
	ofFormula  map[*world.Formula]int
	ofValue    map[float64]int
}

func newColumns() *columns {
	return &columns{
		constants: map[int]float64{},
		ofNumber:  map[*world.Number]int{},
		ofFormula: map[*world.Formula]int{},
		ofValue:   map[float64]int{},
	}
}

func (c *columns) fresh() int {
	c.count++
	return c.count - 1
}

// constant is the slot of a plain number.
func (c *columns) constant(v float64) int {
	if slot, ok := c.ofValue[v]; ok {
		return slot
	}
	slot := c.fresh()
	c.constants[slot] = v
	c.ofValue[v] = slot
	return slot
}

// number is the slot of a world's number; fallback is the value where it was
// not given.
func (c *columns) number(n *world.Number, fallback float64) int {
	if n == nil || n.Formula == nil {
		return c.constant(fallback)
	}
	if slot, ok := c.ofNumber[n]; ok {
		return slot
	}
	slot := c.formula(n.Formula)
	c.ofNumber[n] = slot
	return slot
}

// formula lowers a tree; a frozen world has no cycles and bounded depth.
func (c *columns) formula(f *world.Formula) int {
	if slot, ok := c.ofFormula[f]; ok {
		return slot
	}
	var slot int
	switch f.Op {
	case world.Constant:
		slot = c.constant(f.Value)
	case world.Reference:
		slot = c.number(f.To, 0)
	default:
		args := make([]int, len(f.Args))
		for i, a := range f.Args {
			args[i] = c.formula(a)
		}
		slot = c.fresh()
		c.operations = append(c.operations, operation{op: f.Op, out: slot, factor: f.Factor, args: args})
	}
	c.ofFormula[f] = slot
	return slot
}

// values is the columns of one batch.
type values struct {
	columns *columns
	of      [][]float64 // [slot][world]
}

func newValues(c *columns, worlds int) *values {
	flat := make([]float64, c.count*worlds)
	v := &values{columns: c, of: make([][]float64, c.count)}
	for slot := range v.of {
		v.of[slot] = flat[slot*worlds : (slot+1)*worlds : (slot+1)*worlds]
	}
	for slot, value := range c.constants {
		fill(v.of[slot], value)
	}
	return v
}

func fill(column []float64, value float64) {
	for i := range column {
		column[i] = value
	}
}

// evaluate carries out the formulas; draws is [factor][world].
func (v *values) evaluate(draws [][]float64) {
	for i := range v.columns.operations {
		o := &v.columns.operations[i]
		out := v.of[o.out]
		switch o.op {
		case world.Draw:
			copy(out, draws[o.factor])
		case world.Choose:
			for w, d := range draws[o.factor][:len(out)] {
				rival := min(max(int(d), 0), len(o.args)-1)
				out[w] = v.of[o.args[rival]][w]
			}
		case world.If:
			test, yes, no := v.of[o.args[0]], v.of[o.args[1]], v.of[o.args[2]]
			for w := range out {
				if test[w] != 0 {
					out[w] = yes[w]
				} else {
					out[w] = no[w]
				}
			}
		default:
			copy(out, v.of[o.args[0]])
			if len(o.args) == 1 {
				for w, a := range out {
					out[w] = o.op.Unary(a)
				}
			}
			for _, arg := range o.args[1:] {
				right := v.of[arg]
				for w, a := range out {
					out[w] = o.op.Binary(a, right[w])
				}
			}
		}
	}
}

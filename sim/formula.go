package sim

import (
	"math"

	"parley/elementary"
	"parley/world"
)

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
					out[w] = unary(o.op, a)
				}
			}
			for _, arg := range o.args[1:] {
				right := v.of[arg]
				for w, a := range out {
					out[w] = binary(o.op, a, right[w])
				}
			}
		}
	}
}

func unary(op world.Op, a float64) float64 {
	switch op {
	case world.Negate:
		return -a
	case world.Exponential:
		return elementary.Exp(a)
	case world.Logarithm:
		return elementary.Log(a)
	case world.SquareRoot:
		return math.Sqrt(a)
	case world.Not:
		return truth(a == 0)
	default: // a sum, minimum … of one
		return a
	}
}

func binary(op world.Op, a, b float64) float64 {
	switch op {
	case world.Add:
		return a + b
	case world.Subtract:
		return a - b
	case world.Multiply:
		return a * b
	case world.Divide:
		return a / b
	case world.Minimum:
		return min(a, b)
	case world.Maximum:
		return max(a, b)
	case world.Power:
		return elementary.Pow(a, b)
	case world.Less:
		return truth(a < b)
	case world.LessEqual:
		return truth(a <= b)
	case world.Greater:
		return truth(a > b)
	case world.GreaterEqual:
		return truth(a >= b)
	case world.Equal:
		return truth(a == b)
	case world.NotEqual:
		return truth(a != b)
	case world.And:
		return truth(a != 0 && b != 0)
	case world.Or:
		return truth(a != 0 || b != 0)
	default: // not an operation on two numbers
		return math.NaN()
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

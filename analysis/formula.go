package analysis

import (
	"math"

	"parley/result"
	"parley/world"
)

// numbers evaluates numbers of the world file (a margin, the number of a test)
// in the worlds of a block.
type numbers struct {
	factors []int // place in the header of the world's factors, −1 where it is not recorded
}

func newNumbers(w *world.World, h *result.Header) numbers {
	n := numbers{make([]int, len(w.Factors))}
	for i, f := range w.Factors {
		n.factors[i] = h.FactorIndex(f.Name)
	}
	return n
}

// at is the value of a number in the i-th world of a block; nil is 0. It is NaN
// where the number has none there.
func (n numbers) at(number *world.Number, b *result.Block, i int) float64 {
	if number == nil {
		return 0
	}
	return n.formula(number.Formula, b, i)
}

func (n numbers) draw(factor int, b *result.Block, i int) float64 {
	if factor < 0 || factor >= len(n.factors) || n.factors[factor] < 0 {
		return math.NaN()
	}
	return b.Factor(n.factors[factor])[i]
}

func (n numbers) formula(f *world.Formula, b *result.Block, i int) float64 {
	switch f.Op {
	case world.Constant:
		return f.Value
	case world.Draw:
		return n.draw(f.Factor, b, i)
	case world.Reference:
		return n.formula(f.To.Formula, b, i)
	case world.Choose:
		chosen := n.draw(f.Factor, b, i)
		if !(chosen >= 0 && chosen < float64(len(f.Args))) {
			return math.NaN()
		}
		return n.formula(f.Args[int(chosen)], b, i)
	case world.If:
		if n.formula(f.Args[0], b, i) != 0 {
			return n.formula(f.Args[1], b, i)
		}
		return n.formula(f.Args[2], b, i)
	default:
		value := n.formula(f.Args[0], b, i)
		if len(f.Args) == 1 {
			return f.Op.Unary(value)
		}
		for _, next := range f.Args[1:] {
			value = f.Op.Binary(value, n.formula(next, b, i))
		}
		return value
	}
}

// truth is 1 or 0.
func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

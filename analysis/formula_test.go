package analysis

import (
	"math"
	"testing"

	"parley/result"
	"parley/world"
)

func op(o world.Op, args ...*world.Formula) *world.Formula { return &world.Formula{Op: o, Args: args} }

// An uncertain margin must have, world by world, the value its formula says.
func TestNumbersOfTheWorldFile(t *testing.T) {
	c := func(v float64) *world.Formula { return &world.Formula{Op: world.Constant, Value: v} }
	u, theory := &world.Formula{Op: world.Draw, Factor: 0}, 1
	w := &world.World{Factors: []*world.Factor{{Name: "u"}, {Name: "theory.stocks"}, {Name: "not-recorded"}}}
	h := &result.Header{Factors: []result.Factor{{Name: "theory.stocks"}, {Name: "u"}}}
	b := result.NewBlock(0, 2, 0, 0, 0, 2)
	copy(b.Factor(0), []float64{0, 1})
	copy(b.Factor(1), []float64{0.25, 4})
	for _, k := range []struct {
		name string
		f    *world.Formula
		want [2]float64
	}{
		{"constant", c(3), [2]float64{3, 3}},
		{"draw", u, [2]float64{0.25, 4}},
		{"reference", &world.Formula{Op: world.Reference, To: &world.Number{Formula: u}}, [2]float64{0.25, 4}},
		{"choose", &world.Formula{Op: world.Choose, Factor: theory, Args: []*world.Formula{c(7), u}}, [2]float64{7, 4}},
		{"sum of three", op(world.Add, u, c(1), c(2)), [2]float64{3.25, 7}},
		{"difference", op(world.Subtract, c(1), u), [2]float64{0.75, -3}},
		{"product", op(world.Multiply, u, u), [2]float64{0.0625, 16}},
		{"quotient", op(world.Divide, c(1), u), [2]float64{4, 0.25}},
		{"negative", op(world.Negate, u), [2]float64{-0.25, -4}},
		{"least", op(world.Minimum, c(3), u, c(2)), [2]float64{0.25, 2}},
		{"largest", op(world.Maximum, u), [2]float64{0.25, 4}},
		{"root", op(world.SquareRoot, u), [2]float64{0.5, 2}},
		{"power", op(world.Power, u, c(2)), [2]float64{0.0625, 16}},
		{"exponential of logarithm", op(world.Exponential, op(world.Logarithm, c(1))), [2]float64{1, 1}},
		{"if", op(world.If, op(world.Less, u, c(1)), c(5), c(6)), [2]float64{5, 6}},
		{"not and or", op(world.Not, op(world.And, op(world.Or, c(0), c(2)), op(world.GreaterEqual, u, c(4)))), [2]float64{1, 0}},
		{"equal", op(world.Equal, u, c(4)), [2]float64{0, 1}},
	} {
		for i, want := range k.want {
			if got := newNumbers(w, h).at(&world.Number{Formula: k.f}, b, i); got != want {
				t.Errorf("%s is %v in world %d, want %v", k.name, got, i, want)
			}
		}
	}
	if got := newNumbers(w, h).at(&world.Number{Formula: &world.Formula{Op: world.Draw, Factor: 2}}, b, 0); !math.IsNaN(got) {
		t.Errorf("a factor that was not recorded has the value %v", got)
	}
	if got := newNumbers(w, h).at(nil, b, 0); got != 0 {
		t.Errorf("a margin that was not given is %v", got)
	}
}

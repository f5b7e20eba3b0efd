package discovery

import (
	"math"
	"testing"
)

// The second opinion finds the corner too.
func TestTreeFindsTheCorner(t *testing.T) {
	tree, err := prepare(t, corner(20_000, 6, 1)).Tree(t.Context(), TreeOptions{MinimumMass: 0.02})
	if err != nil {
		t.Fatal(err)
	}
	best := tree.Leaves[0]
	if len(best.Limits) != 3 || !best.OfInterest || best.Density < 0.9 || best.Coverage < 0.7 {
		t.Fatalf("the best leaf is %+v", best)
	}
	if l := best.Limits; math.Abs(*l[0].Low-0.6) > 0.01 || math.Abs(*l[1].High-0.4) > 0.01 || math.Abs(*l[2].Low-0.2) > 0.02 {
		t.Errorf("limits are %g, %g, %g", *l[0].Low, *l[1].High, *l[2].Low)
	}
	if len(tree.Leaves) != 4 {
		t.Errorf("%d leaves, want 4: the rest gains nothing and is pruned", len(tree.Leaves))
	}
}

// The first split by hand: of 1 2 3 | 4 5 6 with cases above 3, the impurity goes to 0.
func TestTreeByHand(t *testing.T) {
	c := Cases{
		Dimensions: []Dimension{{Name: "noise"}, {Name: "a"}},
		X:          [][]float64{{1, 2, 1, 2, 1, 2}, {1, 2, 3, 4, 5, 6}},
		Y:          []bool{false, false, false, true, true, true},
	}
	tree, err := prepare(t, c).Tree(t.Context(), TreeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	s := tree.Root.Split
	if s == nil || s.Dimension != "a" || *s.Below != 3.5 || s.Gain != 1 || tree.Coverage != 1 || tree.Density != 1 {
		t.Fatalf("the split is %+v", s)
	}
	if _, err := prepare(t, c).Tree(t.Context(), TreeOptions{Depth: 1000}); err == nil {
		t.Error("no error for a depth of 1000")
	}
	if _, err := prepare(t, c).Tree(t.Context(), TreeOptions{Complexity: math.NaN()}); err == nil {
		t.Error("no error for a complexity that is not a number")
	}
}

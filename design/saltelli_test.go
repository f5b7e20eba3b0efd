package design_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/design"
)

// A runner asks for any stretch of worlds; were one number off, the indices of that factor would be
// those of another.
func TestSaltelliIsTheStatedLayout(t *testing.T) {
	names := []string{"a", "b", "c", "d"}
	rapid.Check(t, func(t *rapid.T) {
		second := rapid.Bool().Draw(t, "second")
		first := rapid.IntRange(0, 20000).Draw(t, "first")
		length := rapid.IntRange(1, 9000).Draw(t, "length")
		plan, err := design.Saltelli(3, names, []string{"", "g", "", "g"}, second)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(plan.Groups(), " "); got != "a g c" {
			t.Fatalf("groups %q", got)
		}
		both := []string{"a", "b", "c", "d", "second sample of a", "second sample of b", "second sample of c", "second sample of d"}
		base, err := design.Sobol(3, both)
		if err != nil {
			t.Fatal(err)
		}
		groupOf := []int{0, 1, 2, 1}
		factor := rapid.IntRange(0, 3).Draw(t, "factor")
		u := make([]float64, length)
		plan.Fill(factor, first, u)
		for i := range u {
			world := first + i
			point, at := world/plan.Block(), world%plan.Block()
			var ab [2][1]float64
			base.Fill(factor, point, ab[0][:])
			base.Fill(factor+4, point, ab[1][:])
			from := 0
			switch {
			case at == plan.Block()-1:
				from = 1
			case at >= 1 && at <= 3 && at-1 == groupOf[factor]:
				from = 1
			case second && at > 3 && at-4 != groupOf[factor]:
				from = 1
			}
			if u[i] != ab[from][0] {
				t.Fatalf("world %d, factor %d: %v, want %v", world, factor, u[i], ab[from][0])
			}
		}
	})
}

func TestSaltelliRefuses(t *testing.T) {
	for _, c := range []struct {
		names, groups []string
		want          string
	}{
		{[]string{"a", "a"}, nil, "both called"},
		{[]string{"a", "b"}, []string{"g"}, "have 1 groups"},
		{[]string{"a", "b"}, []string{"", "a"}, "name of a factor and of a group"},
		{[]string{"a", "b"}, []string{"b", ""}, "name of a factor and of a group"},
	} {
		_, err := design.Saltelli(1, c.names, c.groups, false)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v %v: %v, want %q", c.names, c.groups, err, c.want)
		}
	}
}

// Indices of correlated factors would look like any others and mean nothing.
func TestSaltelliRefusesCorrelations(t *testing.T) {
	names := []string{"a", "b", "a'", "b'"}
	base, err := design.MonteCarlo(1, names)
	if err != nil {
		t.Fatal(err)
	}
	base, err = design.Correlate(base, names, []design.Correlation{{A: "a", B: "b", Rho: 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = design.SaltelliOn(base, names[:2], nil, false); err == nil || !strings.Contains(err.Error(), "need independent ones") {
		t.Errorf("a correlated plan: %v", err)
	}
}

func TestSaltelliOutsideItsFactors(t *testing.T) {
	plan, err := design.Saltelli(1, []string{"a"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	u := []float64{0, 0}
	plan.Fill(1, 0, u)
	if !math.IsNaN(u[0]) || !math.IsNaN(u[1]) {
		t.Errorf("a factor the plan does not have gets %v", u)
	}
}

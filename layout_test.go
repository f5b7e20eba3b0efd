package parley_test

import (
	"strings"
	"testing"

	"parley"
	"parley/analysis"
	"parley/result"
)

// TestRowsOfABlockShareTheirChance: Sobol' indices and elementary effects compare rows of a
// block. Assumptions that a measure does not depend on must leave it as it is to the bit;
// otherwise luck would be put down to them.
func TestRowsOfABlockShareTheirChance(t *testing.T) {
	m, err := parley.Load("examples/linked-theatres")
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(m.World.Factors))
	for i, f := range m.World.Factors {
		names[i] = f.Name
	}
	groups := parley.Groups(names, parley.ByKind, nil)
	layout := &analysis.Layout{Groups: groups}
	idle, moving := 0, 0
	for i, g := range distinct(groups) {
		switch g {
		case "exposure.*": // what wars cost does not move whether they come
			idle = 1 + i
		case "theory.*":
			moving = 1 + i
		}
	}
	block := layout.Block()
	if idle == 0 || moving == 0 || block != 2+len(distinct(groups)) {
		t.Fatalf("%d rows a block, groups %v", block, distinct(groups))
	}
	request := analysis.Request{
		Worlds: 12 * block, Replicates: 2, Seed: 3, Layout: layout, Measures: []string{"war.taiwan"},
		Scenarios: []string{"moscow-terms"}, OnlyTimes: []int{m.World.Periods()},
	}
	play := func(cores int) []float64 {
		var y []float64
		if err := m.RunOn(t.Context(), request, cores, func(b *result.Block) error {
			y = append(y, b.At(0, 0, 0)...)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return y
	}
	y := play(1)
	differ := 0
	for at := 0; at < len(y); at += block {
		if y[at] != y[at+idle] {
			t.Errorf("block %d: what wars cost changes their chance from %v to %v", at/block, y[at], y[at+idle])
		}
		if y[at] != y[at+moving] {
			differ++
		}
	}
	if differ < 10 {
		t.Errorf("the theories change the outcome in %d of 12 blocks only", differ)
	}
	for i, v := range play(2) {
		if v != y[i] {
			t.Fatalf("row %d: %v on one core, %v on two", i, y[i], v)
		}
	}
}

func distinct(names []string) []string {
	var list []string
	for _, n := range names {
		if !strings.Contains("\n"+strings.Join(list, "\n")+"\n", "\n"+n+"\n") {
			list = append(list, n)
		}
	}
	return list
}

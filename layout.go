package parley

import (
	"fmt"
	"slices"
	"strings"

	"parley/analysis"
	"parley/design"
	"parley/sim"
	"parley/world"
)

// How factors are grouped: all of a kind of block together, those of each block
// together, or each on its own.
const (
	ByKind   = "kind"
	ByBlock  = "block"
	ByFactor = "factor"
)

// Groupings lists the ways to group factors.
func Groupings() []string { return []string{ByKind, ByBlock, ByFactor} }

// Others is the group of the factors that are not looked at one by one.
const Others = "all others"

// Groups names the group of each factor, such as "theatre.*" or "theatre.taiwan.*"; none
// for a factor on its own. Where some are to stand alone, all others are one group.
func Groups(factors []string, by string, alone []string) []string {
	groups := make([]string, len(factors))
	for i, name := range factors {
		parts := strings.SplitN(name, ".", 3)
		switch {
		case slices.Contains(alone, name):
		case len(alone) > 0:
			groups[i] = Others
		case by == ByKind:
			groups[i] = parts[0] + ".*"
		case by == ByBlock && len(parts) > 1:
			groups[i] = parts[0] + "." + parts[1] + ".*"
		}
	}
	return groups
}

// laidOut lays out worlds in blocks. Indices split the variance in a way that holds
// for independent factors only.
func (m *Model) laidOut(l *analysis.Layout, seed uint64, names []string) (design.Plan, error) {
	if len(m.World.Correlations) > 0 {
		c := m.World.Correlations[0]
		return nil, fmt.Errorf("this world correlates %s with %s, and Sobol' indices and elementary effects need independent factors; "+
			"Shapley effects share out what correlated factors explain: parley analyse shapley", c.Between[0], c.Between[1])
	}
	if len(l.Groups) != len(names) {
		return nil, fmt.Errorf("%d factors have %d groups; each needs one, or none", len(names), len(l.Groups))
	}
	return design.Saltelli(seed, names, l.Groups, l.Second)
}

// Values are numbers of the world in worlds that are drawn for it: [number][world].
func (m *Model) Values(numbers []*world.Number, worlds int) ([][]float64, error) {
	places, err := m.Places(analysis.Request{Worlds: worlds, Seed: 1})
	if err != nil {
		return nil, err
	}
	values := make([][]float64, len(numbers))
	draws := make([]float64, len(places))
	for w := range worlds {
		for f := range draws {
			draws[f] = places[f][w]
		}
		row, err := sim.PlainNumbers(m.World, draws, numbers)
		if err != nil {
			return nil, err
		}
		for i, v := range row {
			values[i] = append(values[i], v)
		}
	}
	return values, nil
}

// Places says where in its prior each factor's value lies in the worlds of a request,
// 0 to 1: [factor][world].
func (m *Model) Places(r analysis.Request) ([][]float64, error) {
	plan, err := m.plan(&r)
	if err != nil {
		return nil, err
	}
	places := make([][]float64, len(m.World.Factors))
	for f := range places {
		places[f] = make([]float64, r.Worlds)
		plan.Fill(f, r.First, places[f])
	}
	return places, nil
}

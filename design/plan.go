package design

import (
	"fmt"
	"math"

	"parley/chance"
)

// Plan gives each factor, known by its place among the names the plan was made with, a number in
// the open interval (0, 1) for each world.
type Plan interface {
	// Fill writes the factor's numbers for worlds first, first+1, … into u. A factor or world
	// that the plan does not have gets NaN. Plans may be used from any number of goroutines.
	Fill(factor, first int, u []float64)
}

var (
	_ Plan = (*monteCarlo)(nil)
	_ Plan = (*latinHypercube)(nil)
	_ Plan = (*sobol)(nil)
	_ Plan = (*correlated)(nil)
)

// mostWorlds is how many worlds a key can tell apart.
const mostWorlds = 1 << 32

// checkNames refuses names that would make two factors one.
func checkNames(names []string) error {
	place := make(map[string]int, len(names))
	for i, name := range names {
		if name == "" {
			return fmt.Errorf("factor %d has no name; draws are keyed by name", i+1)
		}
		if earlier, twice := place[name]; twice {
			return fmt.Errorf("factors %d and %d are both called %q; draws are keyed by name, so each needs its own", earlier+1, i+1, name)
		}
		place[name] = i
	}
	return nil
}

// stretch is the part of u that lies in worlds [0, worlds); the rest gets NaN.
func stretch(factor, factors, first int, worlds int64, u []float64) []float64 {
	known := 0
	if factor >= 0 && factor < factors && first >= 0 && int64(first) < worlds {
		known = int(min(int64(len(u)), worlds-int64(first)))
	}
	for i := known; i < len(u); i++ {
		u[i] = math.NaN()
	}
	return u[:known]
}

type monteCarlo struct{ factors []chance.FactorStream }

// MonteCarlo draws every number independently of all others.
func MonteCarlo(seed uint64, names []string) (Plan, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	return &monteCarlo{streams(seed, "", names)}, nil
}

func streams(seed uint64, prefix string, names []string) []chance.FactorStream {
	source := chance.NewStream(seed)
	result := make([]chance.FactorStream, len(names))
	for i, name := range names {
		result[i] = source.Factor(prefix + name)
	}
	return result
}

func (p *monteCarlo) Fill(factor, first int, u []float64) {
	u = stretch(factor, len(p.factors), first, mostWorlds, u)
	for i := range u {
		u[i] = p.factors[factor].Uniform(uint32(first + i))
	}
}

package analysis

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"parley/chance"
	"parley/result"
	"parley/world"
)

// drawn is a world of the fake: the draws of its factors by name.
type drawn struct {
	world      int
	factors    map[string]float64
	replicates int
}

// fake is a runner whose numbers are formulas of the test.
type fake struct {
	w         *world.World
	scenarios []string
	measures  []string
	factors   []result.Factor
	blocks    []int // sizes, taken in turn
	value     func(d drawn, cut []string, scenario, measure string, t int) float64
	failed    func(d drawn, cut []string) bool
	onBlock   func(first int)
	keepsAll  bool // ignores OnlyTimes
	runs      []Request
}

func (f *fake) times(r Request) []int {
	if len(r.OnlyTimes) > 0 && !f.keepsAll {
		return r.OnlyTimes
	}
	var all []int
	for t := range f.w.Periods() + 1 {
		all = append(all, t)
	}
	return all
}

func (f *fake) Header(r Request) (*result.Header, error) {
	h := &result.Header{Title: "fake", Seed: r.Seed, Replicates: r.Replicates, Factors: f.factors}
	h.Scenarios = r.Scenarios
	if len(h.Scenarios) == 0 {
		h.Scenarios = f.scenarios
	}
	for _, s := range h.Scenarios {
		if !slices.Contains(f.scenarios, s) && !strings.HasPrefix(s, "coupling:") {
			return nil, fmt.Errorf("no scenario %s", s)
		}
		h.Titles = append(h.Titles, "the "+s)
	}
	names := r.Measures
	if len(names) == 0 {
		names = f.measures
	}
	for _, m := range names {
		h.Measures = append(h.Measures, result.Measure{Name: m, Unit: "bn USD"})
	}
	for _, t := range f.times(r) {
		h.Times = append(h.Times, f.w.Label(t))
	}
	return h, nil
}

func (f *fake) draw(r Request, w int) drawn {
	d := drawn{world: w, factors: map[string]float64{}, replicates: r.Replicates}
	for _, factor := range f.factors {
		u := chance.NewStream(r.Seed).Factor(factor.Name).Uniform(uint32(w))
		if n := len(factor.Labels); n > 0 {
			u = float64(int(u * float64(n)))
		}
		if pinned, ok := r.Pin[factor.Name]; ok {
			u = pinned
		}
		d.factors[factor.Name] = u
	}
	return d
}

func (f *fake) Run(ctx context.Context, r Request, sink func(*result.Block) error) error {
	f.runs = append(f.runs, r)
	h, err := f.Header(r)
	if err != nil {
		return err
	}
	times := f.times(r)
	for n, first := 0, r.First; first < r.First+r.Worlds; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		size := 64
		if len(f.blocks) > 0 {
			size = f.blocks[n%len(f.blocks)]
		}
		size = min(size, r.First+r.Worlds-first)
		b := result.NewBlock(first, size, len(h.Scenarios), len(h.Measures), len(times), len(h.Factors))
		for i := range size {
			d := f.draw(r, first+i)
			for k, factor := range h.Factors {
				b.Factor(k)[i] = d.factors[factor.Name]
			}
			if f.failed != nil && f.failed(d, r.Cut) {
				b.Failed[i] = true
				b.Failures = append(b.Failures, result.Failure{World: first + i, Detail: "made to fail"})
				b.Notes = append(b.Notes, result.Note{ID: "drift", Where: "theatre.x", Worlds: 1})
			}
			for s, scenario := range h.Scenarios {
				for m, measure := range h.Measures {
					for t, at := range times {
						b.At(s, m, t)[i] = f.value(d, r.Cut, scenario, measure.Name, at)
					}
				}
			}
		}
		if f.onBlock != nil {
			f.onBlock(first)
		}
		if err := sink(b); err != nil {
			return err
		}
		first += size
	}
	return nil
}

// newWorld is a bare world with the scenarios a, b, c, two theatres and nine points in time.
func newWorld(claims ...*world.Claim) *world.World {
	w := &world.World{
		Start: world.Date{Year: 2024, Month: 12}, Period: world.Quarter, Horizon: 24,
		Scenarios: []*world.Scenario{
			{Meta: world.Meta{ID: "a"}, Title: "A"}, {Meta: world.Meta{ID: "b"}, Title: "B"}, {Meta: world.Meta{ID: "c"}, Title: "C"},
		},
		Theatres: []*world.Theatre{{Meta: world.Meta{ID: "x"}}, {Meta: world.Meta{ID: "y"}}},
		Claims:   claims,
	}
	return w
}

func claim(id string, tests ...*world.Test) *world.Claim {
	return &world.Claim{Meta: world.Meta{ID: id}, Tests: tests}
}

func test(measure, under, against, expect string, margin float64) *world.Test {
	return &world.Test{Measure: measure, Under: under, Against: against, Expect: expect, Margin: world.Const(margin)}
}

func newFake(w *world.World, value func(d drawn, cut []string, scenario, measure string, t int) float64) *fake {
	return &fake{
		w: w, scenarios: []string{"a", "b", "c"}, measures: []string{"cost.usa", "war.x", "war.y"},
		factors: []result.Factor{
			{Name: "u", Law: "uniform(0, 1)"},
			{Name: "v", Law: "uniform(0, 1)"},
			{Name: "theory.stocks", Labels: []string{"separate", "fungible"}},
			{Name: "theory.burden", Labels: []string{"substitutes", "inert", "cascade"}},
		},
		value: value,
	}
}

func options(worlds int) Options {
	return Options{Worlds: worlds, Replicates: 4, Seed: 7, Design: "monte-carlo"}
}

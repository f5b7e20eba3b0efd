package analysis

import (
	"math"
	"slices"
	"strings"

	"parley/result"
	"parley/world"
)

// A plan gathers what claims need to know of each world into one row of numbers,
// filled from as few runs as there are sets of cut channels (and one more for
// hidden scenarios), so that no scenario is played twice.
type plan struct {
	w     *world.World
	runs  []*playing // the first is that of the outcome table
	cells []cell
}

// playing is one run of a plan, with what of it claims look at.
type playing struct {
	cut       []string
	hidden    bool
	scenarios []string
	measures  []string
	times     []int
}

// cell is one number of a row: a term in a run, or a number of the world file.
type cell struct {
	run    int
	term   term
	number *world.Number
}

func newPlan(w *world.World) *plan {
	return &plan{w: w, runs: []*playing{{}}}
}

func isHidden(scenario string) bool { return strings.HasPrefix(scenario, "coupling:") }

// run finds or adds the run of a term.
func (p *plan) run(t *term, cut []string) int {
	hidden := isHidden(t.scenario)
	at := slices.IndexFunc(p.runs, func(r *playing) bool {
		return r.hidden == hidden && slices.Equal(r.cut, cut)
	})
	if at < 0 {
		at = len(p.runs)
		p.runs = append(p.runs, &playing{cut: cut, hidden: hidden})
	}
	r := p.runs[at]
	r.scenarios = with(r.scenarios, t.scenario)
	r.measures = with(r.measures, t.measure)
	r.times = with(r.times, t.time)
	return at
}

// with appends an element that is not there yet.
func with[T comparable](all []T, x T) []T {
	if slices.Contains(all, x) {
		return all
	}
	return append(all, x)
}

// cell finds or adds the place of a term in the row.
func (p *plan) cell(t *term, cut []string) int {
	return p.place(cell{run: p.run(t, cut), term: *t})
}

func (p *plan) place(c cell) int {
	at := slices.Index(p.cells, c)
	if at < 0 {
		at = len(p.cells)
		p.cells = append(p.cells, c)
	}
	return at
}

// amount is one side of a bound test: cells of the row, or a constant.
type amount struct {
	plus, minus int // −1: none
	constant    float64
}

func (a amount) in(row []float64) float64 {
	v := a.constant
	if a.plus >= 0 {
		v = row[a.plus]
	}
	if a.minus >= 0 {
		v -= row[a.minus]
	}
	return v
}

func (p *plan) number(n *world.Number) amount {
	if n == nil {
		return amount{plus: -1, minus: -1}
	}
	if v, ok := n.Constant(); ok {
		return amount{-1, -1, v}
	}
	return amount{plus: p.place(cell{number: n}), minus: -1}
}

func (p *plan) side(s *side) amount {
	if s.plus == nil {
		return p.number(s.number)
	}
	a := amount{plus: p.cell(s.plus, s.cut), minus: -1}
	if s.minus != nil {
		a.minus = p.cell(s.minus, s.cut)
	}
	return a
}

// bound is a test whose terms have their places in the row.
type bound struct {
	under, against, margin amount
	expects                direction
}

func (p *plan) bind(trials []trial) []bound {
	tests := make([]bound, len(trials))
	for i := range trials {
		t := &trials[i]
		tests[i] = bound{p.side(&t.under), p.side(&t.against), p.number(t.test.Margin), t.expects}
	}
	return tests
}

// usesLater reports whether tests look at runs after the first.
func (p *plan) usesLater(tests []bound) bool {
	for _, t := range tests {
		for _, c := range []int{t.under.plus, t.under.minus, t.against.plus, t.against.minus} {
			if c >= 0 && p.cells[c].run > 0 {
				return true
			}
		}
	}
	return false
}

// filler fills the rows of one run's blocks.
type filler struct {
	plan    *plan
	run     int
	numbers numbers
	places  []place // of the cells of the run
	columns [][]float64
}

// place says where in a block a cell's values are; scenario −1 is a number.
type place struct{ cell, scenario, measure, time int }

func (p *plan) filler(run int, h *result.Header, only []int) (*filler, error) {
	a, err := newAxis(h, p.w, only)
	if err != nil {
		return nil, err
	}
	f := &filler{plan: p, run: run, numbers: newNumbers(p.w, h)}
	for i, c := range p.cells {
		switch {
		case c.run != run:
		case c.number != nil:
			f.places = append(f.places, place{i, -1, 0, 0})
		default:
			at := place{i, h.ScenarioIndex(c.term.scenario), h.MeasureIndex(c.term.measure), a.index(c.term.time)}
			if at.scenario < 0 || at.measure < 0 || at.time < 0 {
				return nil, notRecorded(c.term)
			}
			f.places = append(f.places, at)
		}
	}
	f.columns = make([][]float64, len(f.places))
	return f, nil
}

// open readies the filler for a block.
func (f *filler) open(b *result.Block) {
	for k, at := range f.places {
		if at.scenario >= 0 {
			f.columns[k] = b.At(at.scenario, at.measure, at.time)
		}
	}
}

// fill puts the values of the i-th world of the open block into a row; those of
// a failed world are NaN, which no test takes.
func (f *filler) fill(row []float64, b *result.Block, i int) {
	for k, at := range f.places {
		switch {
		case b.Failed[i]:
			row[at.cell] = math.NaN()
		case at.scenario < 0:
			row[at.cell] = f.numbers.at(f.plan.cells[at.cell].number, b, i)
		default:
			row[at.cell] = f.columns[k][i]
		}
	}
}

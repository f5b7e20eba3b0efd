package analysis

import (
	"context"
	"fmt"
	"math"

	"parley/result"
	"parley/world"
)

// partingShare is the least difference, as a share of the larger of two values,
// from which two scenarios are said to part.
const partingShare = 0.05

// Comparison is two scenarios side by side (a less b), measure by measure.
type Comparison struct {
	Run  Run       `json:"run"`
	A    string    `json:"a"`
	B    string    `json:"b"`
	Rows []Between `json:"rows"`
}

// Between is one measure in two scenarios, the worlds paired.
type Between struct {
	Measure string   `json:"measure"`
	Unit    string   `json:"unit"`
	A       *Summary `json:"a"` // at the horizon
	B       *Summary `json:"b"`
	Effect  *Summary `json:"effect"` // a less b, world by world
	Higher  *Share   `json:"higher"` // worlds in which a is above b
	Lower   *Share   `json:"lower"`
	// Over is the mean difference at each of the run's times, with its error.
	Over   []float64 `json:"over"`
	OverSE []float64 `json:"over_se"`
	// Parts is the first point in time at which the mean difference exceeds two
	// standard errors and 5 % of the larger of the two means; nil where the
	// scenarios never part.
	Parts *int `json:"parts"`
}

// Compare plays two scenarios in the same worlds under the same chance. Beside an
// error it returns what there was before it.
func Compare(ctx context.Context, runner Runner, w *world.World, a, b string, o Options) (*Comparison, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if a == b {
		return nil, fmt.Errorf("both scenarios are %q", a)
	}
	r := o.request()
	r.Scenarios = []string{a, b}
	r.Measures = o.Measures
	if o.NoSeries {
		r.OnlyTimes = []int{w.Periods()}
	}
	h, err := runner.Header(r)
	if err != nil {
		return nil, err
	}
	c, err := newSideBySide(h, w, &r)
	if err != nil {
		return nil, err
	}
	p := player{runner: runner, progress: o.Progress}
	p.expect(&r)
	_, err = p.play(ctx, &r, c.add)
	return c.comparison(err != nil), err
}

// sideBySide adds up a comparison.
type sideBySide struct {
	ledger  *ledger
	header  *result.Header
	a, b    int
	horizon int
	keep    int
	rows    []versus
}

type versus struct {
	a, b             moments
	higher, lower    int
	keptA, keptB     []float64
	kept             []float64 // differences
	over             []moments // differences by time
	middleA, middleB []moments // by time
}

func newSideBySide(h *result.Header, w *world.World, r *Request) (*sideBySide, error) {
	at, err := newAxis(h, w, r.OnlyTimes)
	if err != nil {
		return nil, err
	}
	c := &sideBySide{
		ledger: newLedger(h, r), header: h, horizon: at.index(w.Periods()),
		a: h.ScenarioIndex(r.Scenarios[0]), b: h.ScenarioIndex(r.Scenarios[1]),
		rows: make([]versus, len(h.Measures)),
	}
	if c.a < 0 || c.b < 0 || c.horizon < 0 {
		return nil, fmt.Errorf("the run does not hold the scenarios %q and %q", r.Scenarios[0], r.Scenarios[1])
	}
	c.keep = min(KeptWorlds, max(fewestKept, keptBytes/24/max(1, len(c.rows))), r.Worlds)
	for i := range c.rows {
		n := len(h.Times)
		c.rows[i].over, c.rows[i].middleA, c.rows[i].middleB = make([]moments, n), make([]moments, n), make([]moments, n)
	}
	return c, nil
}

func (c *sideBySide) add(b *result.Block) error {
	good := c.ledger.enter(b)
	for m := range c.rows {
		row := &c.rows[m]
		for time := range row.over {
			row.addPoint(time, b.At(c.a, m, time), b.At(c.b, m, time), good)
		}
		row.addEnd(b.At(c.a, m, c.horizon), b.At(c.b, m, c.horizon), good, c.keep)
	}
	return nil
}

func (v *versus) addPoint(time int, a, b []float64, good []int) {
	over, middleA, middleB := v.over[time], v.middleA[time], v.middleB[time]
	for _, i := range good {
		if usable(a[i]) && usable(b[i]) {
			over.add(a[i] - b[i])
			middleA.add(a[i])
			middleB.add(b[i])
		}
	}
	v.over[time], v.middleA[time], v.middleB[time] = over, middleA, middleB
}

func (v *versus) addEnd(a, b []float64, good []int, keep int) {
	for _, i := range good {
		if !usable(a[i]) || !usable(b[i]) {
			continue
		}
		v.a.add(a[i])
		v.b.add(b[i])
		switch {
		case a[i] > b[i]:
			v.higher++
		case a[i] < b[i]:
			v.lower++
		}
		if len(v.kept) < keep {
			v.keptA, v.keptB = append(v.keptA, a[i]), append(v.keptB, b[i])
			v.kept = append(v.kept, a[i]-b[i])
		}
	}
}

func (c *sideBySide) comparison(partial bool) *Comparison {
	out := &Comparison{
		Run: c.ledger.finish(partial), Rows: []Between{},
		A: c.header.Scenarios[c.a], B: c.header.Scenarios[c.b],
	}
	for m := range c.rows {
		row := &c.rows[m]
		between := Between{
			Measure: c.header.Measures[m].Name, Unit: c.header.Measures[m].Unit,
			A: row.a.summary(row.keptA), B: row.b.summary(row.keptB),
			Effect: row.over[c.horizon].summary(row.kept),
			Over:   []float64{}, OverSE: []float64{},
		}
		if row.a.n > 0 {
			higher, lower := shareOf(row.higher, row.a.n), shareOf(row.lower, row.a.n)
			between.Higher, between.Lower = &higher, &lower
			for time := range row.over {
				between.Over = append(between.Over, row.over[time].mean())
				between.OverSE = append(between.OverSE, row.over[time].se())
			}
			between.Parts = row.parts()
		}
		out.Rows = append(out.Rows, between)
	}
	return out
}

// parts is the first point in time at which the scenarios part, or nil.
func (v *versus) parts() *int {
	for time := range v.over {
		gap := math.Abs(v.over[time].mean())
		larger := max(math.Abs(v.middleA[time].mean()), math.Abs(v.middleB[time].mean()))
		if v.over[time].n > 1 && gap > 2*v.over[time].se() && gap > partingShare*larger {
			return &time
		}
	}
	return nil
}

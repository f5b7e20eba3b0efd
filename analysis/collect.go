package analysis

import (
	"context"
	"fmt"
	"math"
	"slices"

	"parley/chance"
	"parley/result"
	"parley/world"
)

// collectedBytes bounds what a [Table] or [MeasureTable] may take; fewer worlds are
// played where more would not fit, and the table says how many.
const collectedBytes = 256 << 20

// Table is a run of a claim's worlds: what each assumed, and what became of the
// claim there. It is what sensitivity, discovery and decision methods work on.
// Columns hold one value for each world that did not fail, in the order of the
// worlds.
type Table struct {
	Run     Run          `json:"run"`
	Claim   string       `json:"claim"`
	Title   string       `json:"title,omitempty"`
	Asked   int          `json:"asked"`    // worlds; the run has fewer where they would not fit into memory
	LeftOut int          `json:"left_out"` // played, but failed in one of the claim's runs
	Partial bool         `json:"partial"`  // stopped before its end
	Worlds  []int        `json:"worlds"`   // their numbers
	Factors []Column     `json:"factors"`
	Tests   []TestColumn `json:"tests"`
	// Outcome is the claim's: 1 where it holds, −1 where it fails, 0 where neither.
	Outcome []int8 `json:"outcome"`
	// Slack says how far a world is from turning: the least, over the tests, of what
	// the effect goes the claimed way beyond the margin, in standard deviations of
	// that effect. The claim holds where it is positive (of a claim of no difference,
	// where it is not negative).
	Slack []float64 `json:"slack"`
}

// Column is a factor with its values.
type Column struct {
	result.Factor

	// Categories reports that the values are names rather than amounts: a theory's
	// rivals, or a law on a few values.
	Categories bool      `json:"categories"`
	Values     []float64 `json:"values"`

	law chance.Distribution // nil where the world does not say
}

// TestColumn is a test with what it found.
type TestColumn struct {
	Measure string    `json:"measure"`
	Unit    string    `json:"unit"`
	Under   string    `json:"under"`
	Against string    `json:"against,omitempty"`
	Expect  string    `json:"expect"`
	Effect  []float64 `json:"effect"` // under less against, in the measure's unit
	Margin  []float64 `json:"margin"`
	Outcome []int8    `json:"outcome"` // 1 holds, 0 neither, −1 fails
}

// Len is the number of worlds.
func (t *Table) Len() int { return len(t.Outcome) }

// Factor is the place of a factor, or −1.
func (t *Table) Factor(name string) int {
	return slices.IndexFunc(t.Factors, func(c Column) bool { return c.Name == name })
}

// Holding says world by world whether the claim holds.
func (t *Table) Holding() []bool {
	held := make([]bool, len(t.Outcome))
	for i, o := range t.Outcome {
		held[i] = o > 0
	}
	return held
}

// Collect plays a claim once and keeps world by world what was assumed and what
// came of it. Beside an error it returns the worlds that were played in all of the
// claim's runs.
func Collect(ctx context.Context, runner Runner, w *world.World, claim string, o Options) (*Table, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	c, err := newCollector(runner, w, claim, &o)
	if err != nil {
		return nil, err
	}
	err = c.play(ctx)
	return c.table(err != nil), err
}

// collector plays a claim's runs and keeps the cells of its plan.
type collector struct {
	player   player
	w        *world.World
	claim    *world.Claim
	asked    int
	plan     *plan
	tests    []bound
	requests []Request
	headers  []*result.Header
	ledger   *ledger
	factors  [][]float64 // [factor][world]
	cells    [][]float64 // [cell][world]
	came     []int       // by run: worlds
}

func newCollector(runner Runner, w *world.World, id string, o *Options) (*collector, error) {
	claims, err := chosenClaims(w, []string{id})
	if err != nil {
		return nil, err
	}
	c := &collector{
		player: player{runner: runner, progress: o.Progress}, w: w, claim: claims[0], asked: o.Worlds, plan: newPlan(w),
	}
	all, err := runner.Header(o.request())
	if err != nil {
		return nil, err
	}
	var trials []trial
	for _, t := range c.claim.Tests {
		trials = append(trials, newTrial(w, t))
	}
	if missing := (vocabulary{all, w}).missing(trials); missing != "" {
		return nil, fmt.Errorf("claim %s: %s", id, missing)
	}
	if len(trials) == 0 {
		return nil, fmt.Errorf("claim %s has no test", id)
	}
	c.tests = c.plan.bind(trials)
	c.settle(o, len(all.Factors))
	for i := range c.requests {
		h, err := runner.Header(c.requests[i])
		if err != nil {
			return nil, err
		}
		c.headers = append(c.headers, h)
	}
	c.ledger = newLedger(c.headers[0], &c.requests[0])
	return c, nil
}

// settle decides on the runs: those of the plan that a test looks at.
func (c *collector) settle(o *Options, factors int) {
	perWorld := 8 * (factors + len(c.plan.cells) + 3*len(c.tests) + 2)
	worlds := min(o.Worlds, max(1, collectedBytes/perWorld))
	for _, run := range c.plan.runs {
		if len(run.scenarios) == 0 {
			continue
		}
		r := o.request()
		r.Worlds = worlds
		r.Cut, r.Scenarios, r.Measures = run.cut, run.scenarios, run.measures
		r.OnlyTimes = slices.Sorted(slices.Values(run.times))
		c.requests = append(c.requests, r)
	}
	c.came = make([]int, len(c.requests))
	c.cells = make([][]float64, len(c.plan.cells))
	c.factors = make([][]float64, factors)
}

func (c *collector) play(ctx context.Context) error {
	for i := range c.requests {
		c.player.expect(&c.requests[i])
	}
	at := 0
	for run := range c.plan.runs {
		if len(c.plan.runs[run].scenarios) == 0 {
			continue
		}
		if err := c.playRun(ctx, run, at); err != nil {
			return err
		}
		at++
	}
	return nil
}

// playRun plays a run of the plan, the request at a place among those played.
func (c *collector) playRun(ctx context.Context, run, at int) error {
	fillers, err := c.fillers(run, at)
	if err != nil {
		return err
	}
	row := make([]float64, len(c.plan.cells))
	c.came[at], err = c.player.play(ctx, &c.requests[at], func(b *result.Block) error {
		if at == 0 {
			c.ledger.enter(b)
			for f := range c.factors {
				c.factors[f] = append(c.factors[f], b.Factor(f)...)
			}
		}
		for _, f := range fillers {
			f.open(b)
		}
		for i := range b.Worlds {
			for _, f := range fillers {
				f.fill(row, b, i)
				for _, p := range f.places {
					c.cells[p.cell] = append(c.cells[p.cell], row[p.cell])
				}
			}
		}
		return nil
	})
	return err
}

// fillers are those of a run; the first that is played also fills numbers of the
// world file, which the plan puts down to its run 0.
func (c *collector) fillers(run, at int) ([]*filler, error) {
	f, err := c.plan.filler(run, c.headers[at], c.requests[at].OnlyTimes)
	if err != nil {
		return nil, err
	}
	fillers := []*filler{f}
	if at == 0 && run > 0 {
		f, err = c.plan.filler(0, c.headers[at], c.requests[at].OnlyTimes)
		if err != nil {
			return nil, err
		}
		fillers = append(fillers, f)
	}
	return fillers, nil
}

func (c *collector) table(partial bool) *Table {
	h := c.headers[0]
	t := &Table{
		Run: c.ledger.finish(partial), Claim: c.claim.ID, Title: c.claim.Title, Asked: c.asked, Partial: partial,
		Worlds: []int{}, Factors: columnsOf(c.w, h), Outcome: []int8{}, Slack: []float64{},
	}
	for _, test := range c.claim.Tests {
		t.Tests = append(t.Tests, TestColumn{
			Measure: test.Measure, Unit: c.unit(test.Measure), Under: test.Under, Against: test.Against, Expect: test.Expect,
			Effect: []float64{}, Margin: []float64{}, Outcome: []int8{},
		})
	}
	worlds := slices.Min(c.came)
	row := make([]float64, len(c.cells))
	for w := range worlds {
		for i := range row {
			row[i] = c.cells[i][w]
		}
		if !c.usable(row, w) {
			t.LeftOut++
			continue
		}
		t.Worlds = append(t.Worlds, c.requests[0].First+w)
		for f := range t.Factors {
			t.Factors[f].Values = append(t.Factors[f].Values, c.factors[f][w])
		}
		t.add(c.tests, row)
	}
	t.measureSlack(c.tests)
	return t
}

func (c *collector) unit(measure string) string {
	for _, h := range c.headers {
		if unit := unitOf(h, measure); unit != "" {
			return unit
		}
	}
	return ""
}

// usable reports whether a world has all its numbers.
func (c *collector) usable(row []float64, w int) bool {
	for _, v := range row {
		if !usable(v) {
			return false
		}
	}
	for _, f := range c.factors {
		if !usable(f[w]) {
			return false
		}
	}
	return true
}

func (t *Table) add(tests []bound, row []float64) {
	claim := holds
	for i := range tests {
		b := &tests[i]
		effect, margin := b.under.in(row)-b.against.in(row), b.margin.in(row)
		o := judged(effect, margin, b.expects)
		claim = together(claim, o)
		col := &t.Tests[i]
		col.Effect, col.Margin = append(col.Effect, effect), append(col.Margin, margin)
		col.Outcome = append(col.Outcome, sign(o))
	}
	t.Outcome = append(t.Outcome, sign(claim))
}

// sign is an outcome as tables write it.
func sign(o outcome) int8 {
	switch o {
	case holds:
		return 1
	case fails:
		return -1
	default:
		return 0
	}
}

func (t *Table) measureSlack(tests []bound) {
	t.Slack = make([]float64, t.Len())
	for i := range tests {
		var m moments
		for _, e := range t.Tests[i].Effect {
			m.add(e)
		}
		spread := math.Sqrt(m.variance())
		if spread == 0 {
			spread = 1
		}
		for w, e := range t.Tests[i].Effect {
			margin := t.Tests[i].Margin[w]
			over := e - margin
			switch tests[i].expects {
			case lower:
				over = -e - margin
			case within:
				over = margin - math.Abs(e)
			case higher:
			}
			if over /= spread; i == 0 || over < t.Slack[w] {
				t.Slack[w] = over
			}
		}
	}
}

// columnsOf are the factors of a run, without values.
func columnsOf(w *world.World, h *result.Header) []Column {
	columns := make([]Column, len(h.Factors))
	for i, f := range h.Factors {
		columns[i] = Column{Factor: f, Categories: len(f.Labels) > 0, Values: []float64{}}
		for _, declared := range w.Factors {
			if declared.Name == f.Name {
				columns[i].law = declared.Law
			}
		}
		if _, discrete := columns[i].law.(chance.Discrete); discrete {
			columns[i].Categories = true
		}
	}
	return columns
}

// MeasureTable is a run of scenarios: what each world assumed, and every measure
// at one time under every scenario.
type MeasureTable struct {
	Run       Run              `json:"run"`
	Asked     int              `json:"asked"`
	LeftOut   int              `json:"left_out"` // played, but failed, or without a value somewhere
	Partial   bool             `json:"partial"`
	At        int              `json:"at"` // point in time
	Worlds    []int            `json:"worlds"`
	Factors   []Column         `json:"factors"`
	Scenarios []string         `json:"scenarios"`
	Measures  []result.Measure `json:"measures"`
	Outcomes  [][][]float64    `json:"outcomes"` // [scenario][measure][world]
}

// CollectMeasures plays scenarios once and keeps measures world by world, at a date
// or, where it is zero, at the horizon. Beside an error it returns the worlds that
// were played.
func CollectMeasures(ctx context.Context, runner Runner, w *world.World, by world.Date, o Options) (*MeasureTable, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	r := o.request()
	r.Scenarios, r.Measures = o.Scenarios, o.Measures
	if len(r.Scenarios) == 0 {
		r.Scenarios = scenarioIDs(w)
	}
	t := &MeasureTable{Asked: o.Worlds, At: point(w, &world.Test{By: by}), Worlds: []int{}}
	r.OnlyTimes = []int{t.At}
	h, err := runner.Header(r)
	if err != nil {
		return nil, err
	}
	perWorld := 8 * (len(h.Factors) + len(h.Scenarios)*len(h.Measures) + 1)
	r.Worlds = min(r.Worlds, max(1, collectedBytes/perWorld))
	if h, err = runner.Header(r); err != nil {
		return nil, err
	}
	a, err := newAxis(h, w, r.OnlyTimes)
	if err != nil {
		return nil, err
	}
	t.shape(w, h)
	l, p := newLedger(h, &r), player{runner: runner, progress: o.Progress}
	p.expect(&r)
	_, err = p.play(ctx, &r, func(b *result.Block) error {
		t.take(b, l.enter(b), a.index(t.At))
		return nil
	})
	t.Partial = err != nil
	t.Run = l.finish(t.Partial)
	t.LeftOut = t.Run.Played - len(t.Worlds)
	return t, err
}

func (t *MeasureTable) shape(w *world.World, h *result.Header) {
	t.Factors, t.Scenarios, t.Measures = columnsOf(w, h), h.Scenarios, h.Measures
	t.Outcomes = make([][][]float64, len(h.Scenarios))
	for s := range t.Outcomes {
		t.Outcomes[s] = make([][]float64, len(h.Measures))
		for m := range t.Outcomes[s] {
			t.Outcomes[s][m] = []float64{}
		}
	}
}

func (t *MeasureTable) take(b *result.Block, good []int, time int) {
	for _, i := range good {
		if !t.whole(b, i, time) {
			continue
		}
		t.Worlds = append(t.Worlds, b.First+i)
		for f := range t.Factors {
			t.Factors[f].Values = append(t.Factors[f].Values, b.Factor(f)[i])
		}
		for s := range t.Outcomes {
			for m := range t.Outcomes[s] {
				t.Outcomes[s][m] = append(t.Outcomes[s][m], b.At(s, m, time)[i])
			}
		}
	}
}

// whole reports whether a world has all its numbers.
func (t *MeasureTable) whole(b *result.Block, i, time int) bool {
	for f := range t.Factors {
		if !usable(b.Factor(f)[i]) {
			return false
		}
	}
	for s := range t.Outcomes {
		for m := range t.Outcomes[s] {
			if !usable(b.At(s, m, time)[i]) {
				return false
			}
		}
	}
	return true
}

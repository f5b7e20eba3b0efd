package discovery

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
)

// Objective is what peeling and pasting make as large as possible.
type Objective string

// The objectives; see [Objective] score in peel.go for the formulas and sources.
const (
	Lenient1 Objective = "lenient1" // gain in density for each row given up; the usual one
	Lenient2 Objective = "lenient2" // the same, times the rows that stay
	Original Objective = "original" // density of what stays
)

// Rule is how one box of a trajectory is chosen.
type Rule string

// The rules of choice.
const (
	// Tradeoff takes, of the boxes whose coverage × density is within 5 % of the best, the
	// one with the fewest restricted dimensions; of these the one with the best product.
	Tradeoff Rule = "tradeoff"
	// Dense takes, of the boxes that reach the wanted density, the one with the largest
	// coverage; where it ties, the fewest dimensions. Where none reaches it, the densest.
	Dense Rule = "dense"
	// AtStep takes the box of the wanted step.
	AtStep Rule = "step"
)

// Choice says which box of a trajectory to take.
type Choice struct {
	Rule    Rule    `json:"rule"`
	Density float64 `json:"density,omitempty"` // for Dense
	Step    int     `json:"step,omitempty"`    // for AtStep
}

// Options says how to look for boxes. Numbers that are 0 and words that are empty stand
// for the usual ones, named beside them.
type Options struct {
	PeelAlpha    float64   // share of a box's rows cut off at a time; 0.05
	PasteAlpha   float64   // share put back at a time; 0.05
	MinimumMass  float64   // smallest box, as a share of all rows; 0.05
	WithoutPaste bool      // peel only
	Objective    Objective // Lenient1
	Choice       Choice    // Tradeoff
	Boxes        int       // how many boxes at most, each over the rows outside those before; 1
	Resamples    int       // half samples that show how often a dimension is restricted; 20, −1 for none
	WithoutGuard bool      // keep limits that noise alone would give
	Level        float64   // chance that noise alone passes the guard; 0.05
	Seed         uint64    // of the guard's and the resamples' draws
	Workers      int       // goroutines; as many as cores
}

func (o Options) filled() (Options, error) {
	fill := func(x *float64, usual float64) {
		if *x == 0 {
			*x = usual
		}
	}
	fill(&o.PeelAlpha, 0.05)
	fill(&o.PasteAlpha, 0.05)
	fill(&o.MinimumMass, 0.05)
	fill(&o.Level, 0.05)
	if o.Objective == "" {
		o.Objective = Lenient1
	}
	if o.Choice.Rule == "" {
		o.Choice.Rule = Tradeoff
	}
	if o.Boxes == 0 {
		o.Boxes = 1
	}
	if o.Resamples == 0 {
		o.Resamples = 20
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return o, o.check()
}

func (o Options) check() error {
	switch {
	case !within(o.PeelAlpha, 0.5):
		return fmt.Errorf("the share to peel is %g; it must be above 0 and at most 0.5", o.PeelAlpha)
	case !within(o.PasteAlpha, 1):
		return fmt.Errorf("the share to paste is %g; it must be above 0 and at most 1", o.PasteAlpha)
	case !within(o.MinimumMass, 1):
		return fmt.Errorf("the minimum mass is %g; it must be above 0 and at most 1", o.MinimumMass)
	case !within(o.Level, 0.5):
		return fmt.Errorf("the guard's level is %g; it must be above 0 and at most 0.5", o.Level)
	case o.Objective != Lenient1 && o.Objective != Lenient2 && o.Objective != Original:
		return fmt.Errorf("objective %q is none of %s, %s, %s", o.Objective, Lenient1, Lenient2, Original)
	case o.Choice.Rule != Tradeoff && o.Choice.Rule != Dense && o.Choice.Rule != AtStep:
		return fmt.Errorf("rule %q is none of %s, %s, %s", o.Choice.Rule, Tradeoff, Dense, AtStep)
	case o.Choice.Rule == Dense && !within(o.Choice.Density, 1):
		return fmt.Errorf("the wanted density is %g; it must be above 0 and at most 1", o.Choice.Density)
	case o.Boxes < 0:
		return errors.New("the number of boxes is below 0")
	case o.Boxes > 1 && o.Choice.Rule == AtStep:
		return errors.New("a step can be asked for where one box is looked for, not more")
	}
	return nil
}

// within is false for what is not a number, too.
func within(x, most float64) bool { return x > 0 && x <= most }

func (o Options) plan(rows int) plan {
	return plan{
		peelAlpha: o.PeelAlpha, pasteAlpha: o.PasteAlpha, objective: o.Objective, paste: !o.WithoutPaste,
		leastRows: leastRows(o.MinimumMass, rows), closed: make(map[face]bool),
	}
}

// leastRows is the smallest number of rows whose share of all is at least the minimum mass.
func leastRows(mass float64, rows int) int {
	n := max(1, int(mass*float64(rows)))
	for float64(n)/float64(rows) < mass {
		n++
	}
	return n
}

// Region is a part of the space of inputs, and what lies there.
type Region struct {
	Coverage float64 `json:"coverage"` // share of all cases of interest
	Density  float64 `json:"density"`  // share of its rows that are of interest
	Mass     float64 `json:"mass"`     // share of all rows
	Rows     int     `json:"rows"`     //
	Cases    int     `json:"cases"`    // rows of interest
	Limits   []Limit `json:"limits"`   // one for each restricted dimension
}

// Limit is what a region asks of one dimension.
type Limit struct {
	Dimension string `json:"dimension"`
	Index     int    `json:"index"` // its place among the table's dimensions

	Low     *float64 `json:"low,omitempty"`  // at least this; nil: no limit
	High    *float64 `json:"high,omitempty"` // at most this; nil: no limit
	Minimum float64  `json:"minimum"`        // of the whole column
	Maximum float64  `json:"maximum"`
	Kept    []string `json:"kept,omitempty"`    // categories inside
	Removed []string `json:"removed,omitempty"` // categories outside

	// The quasi-p-values of Bryant & Lempert 2010: how likely a binomial draw with the
	// density that the box has without this limit gives the box's cases. Of the whole
	// dimension, and of either end. They are no proof: limits were chosen on the same
	// rows. What the guard found is Chance.
	QuasiP     *float64 `json:"quasi_p,omitempty"`
	QuasiPLow  *float64 `json:"quasi_p_low,omitempty"`
	QuasiPHigh *float64 `json:"quasi_p_high,omitempty"`

	// Chance that noise alone gives a limit at some face that is as good, with allowance
	// for the number of faces; the smaller of both ends. Nil without the guard.
	Chance *float64 `json:"chance,omitempty"`

	// Share of half samples that restrict the dimension too, at the step with the same
	// coverage, and with the same density. Nil without resamples.
	Reproduced        *float64 `json:"reproduced,omitempty"`
	ReproducedDensity *float64 `json:"reproduced_density,omitempty"`
}

// Step is one box of a peeling and pasting trajectory.
type Step struct {
	Region
	Restricted int  `json:"restricted"` // number of restricted dimensions
	Pasted     bool `json:"pasted"`     // else peeled, or the start
}

// Dropped is a face that did not survive the guard.
type Dropped struct {
	Dimension string  `json:"dimension"`
	Side      string  `json:"side"`   // low, high or categories
	Chance    float64 `json:"chance"` // that noise alone gives as much, with allowance for the number of faces
	Whole     bool    `json:"whole"`  // the chosen box does not restrict this dimension at all
}

// Box is a box that was found.
type Box struct {
	Region
	Step       int       `json:"step"`       // its place in the trajectory
	Trajectory []Step    `json:"trajectory"` // of the peeling it came from: the last, without dropped faces
	Dropped    []Dropped `json:"dropped"`    // what noise alone would give
	BaseRate   float64   `json:"base_rate"`  // density of the rows that were looked at
	Widened    bool      `json:"widened"`    // limits of the wanted step were dropped, so the box is none of the trajectory
}

// Result is what a search found.
type Result struct {
	Rows     int     `json:"rows"`
	LeftOut  int     `json:"left_out"`
	Cases    int     `json:"cases"`
	BaseRate float64 `json:"base_rate"`
	Boxes    []Box   `json:"boxes"` // in the order found; later ones are over the rows outside of earlier ones
	Coverage float64 `json:"coverage"`
	Note     string  `json:"note,omitempty"` // why there are no boxes, or no more
	// Dropped holds what the guard dropped where no box was left.
	Dropped []Dropped `json:"dropped,omitempty"`
}

// Find looks for boxes in which the outcome of interest is frequent.
func (t *Table) Find(ctx context.Context, o Options) (*Result, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	r := &Result{Rows: t.Rows(), LeftOut: t.leftOut, Cases: t.cases, BaseRate: share(t.cases, t.Rows()), Boxes: []Box{}}
	switch t.cases {
	case 0:
		r.Note = "no row is of interest"
		return r, nil
	case t.Rows():
		r.Note = "every row is of interest"
		return r, nil
	}
	base := t.everywhere()
	found := 0
	for len(r.Boxes) < o.Boxes {
		s := &search{t: t, o: o, base: base, plan: o.plan(t.Rows())}
		if err := s.run(ctx); err != nil {
			return nil, err
		}
		if s.chosen.restricted(t) == 0 {
			r.Note, r.Dropped = s.whyNone(len(r.Boxes)), s.dropped
			break
		}
		r.Boxes = append(r.Boxes, s.box())
		found += s.chosen.h
		base = s.rest()
		if rest := countOf(t, base); rest.h == 0 || rest.h == rest.n {
			break
		}
	}
	r.Coverage = share(found, t.cases)
	return r, nil
}

// everywhere marks all rows.
func (t *Table) everywhere() []uint8 {
	base := make([]uint8, t.Rows())
	for i := range base {
		base[i] = 1
	}
	return base
}

func countOf(t *Table, base []uint8) tally {
	var c tally
	for row, in := range base {
		if in != 0 {
			c.n++
			c.h += int(t.y[row])
		}
	}
	return c
}

func share(k, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(k) / float64(n)
}

// search is the search for one box.
type search struct {
	t    *Table
	o    Options
	base []uint8
	plan plan

	states  []state
	step    int
	chosen  state
	widened bool
	dropped []Dropped
	chances map[face]float64
	resamples
}

// run peels, chooses and guards until every limit of the chosen box survives.
func (s *search) run(ctx context.Context) error {
	var g *guard
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.states = trajectory(s.t, s.base, s.plan)
		step, err := s.o.Choice.of(s.states, s.t)
		if err != nil {
			return err
		}
		s.step, s.chosen = step, s.states[step]
		if s.o.WithoutGuard || s.chosen.restricted(s.t) == 0 {
			break
		}
		if g == nil {
			g = newGuard(s.t, s.base, s.o)
		}
		fallen := s.prune(g)
		if !fallen {
			break
		}
		if s.o.Choice.Rule == AtStep {
			s.widened = true
			break
		}
	}
	for i, d := range s.dropped {
		s.dropped[i].Whole = !s.chosen.restricts(s.t, s.t.index(d.Dimension))
	}
	if s.chosen.restricted(s.t) == 0 {
		return nil
	}
	return s.reproduce(ctx)
}

// prune takes from the chosen box, one by one, the limits that noise alone would give, the
// likeliest first, and closes these faces. It reports whether there were any.
func (s *search) prune(g *guard) bool {
	fallen := false
	for {
		s.chances = g.chances(s.chosen)
		worst, ok := worstOf(s.chances, s.t)
		if !ok || s.chances[worst] <= s.o.Level {
			return fallen
		}
		fallen = true
		s.plan.closed[worst] = true
		s.dropped = append(s.dropped, Dropped{
			Dimension: s.t.columns[worst.j].Name, Side: worst.s.String(), Chance: s.chances[worst],
		})
		s.chosen.bounds = s.chosen.without(s.t, worst.j, worst.s)
		s.chosen.n, s.chosen.h = s.chosen.count(s.t, s.base)
	}
}

func (s side) String() string {
	return [...]string{"low", "high", "categories"}[s]
}

func (t *Table) index(name string) int {
	for j := range t.columns {
		if t.columns[j].Name == name {
			return j
		}
	}
	return -1
}

func (s *search) whyNone(before int) string {
	switch {
	case len(s.dropped) > 0:
		return "every limit that peeling found is one that noise alone would give"
	case before > 0:
		return "outside the boxes found, no box is better than all rows together"
	default:
		return "no box is better than all rows together"
	}
}

// rest marks the rows looked at that lie outside the chosen box.
func (s *search) rest() []uint8 {
	rest := make([]uint8, len(s.base))
	for row, o := range s.chosen.outside(s.t, s.base) {
		if o != 0 && o != unreached {
			rest[row] = 1
		}
	}
	return rest
}

func (s *search) box() Box {
	all := countOf(s.t, s.base)
	b := Box{
		Region: s.t.region(s.chosen), Step: s.step, Dropped: s.dropped,
		BaseRate: share(all.h, all.n), Widened: s.widened,
	}
	if b.Dropped == nil {
		b.Dropped = []Dropped{}
	}
	for i := range b.Limits {
		s.describe(&b.Limits[i])
	}
	for _, st := range s.states {
		b.Trajectory = append(b.Trajectory, Step{s.t.region(st), st.restricted(s.t), st.pasted})
	}
	return b
}

// describe adds what is known of a limit of the chosen box.
func (s *search) describe(l *Limit) {
	j := l.Index
	l.QuasiP = s.quasiP(s.chosen.dropping(s.t, j))
	if s.chosen.limits(s.t, j, low) {
		l.QuasiPLow = s.quasiP(s.chosen.without(s.t, j, low))
	}
	if s.chosen.limits(s.t, j, high) {
		l.QuasiPHigh = s.quasiP(s.chosen.without(s.t, j, high))
	}
	for _, at := range []side{low, high, set} {
		if p, ok := s.chances[face{j, at}]; ok && (l.Chance == nil || p < *l.Chance) {
			l.Chance = &p
		}
	}
	if s.runs > 0 {
		a, b := share(s.byCoverage[j], s.runs), share(s.byDensity[j], s.runs)
		l.Reproduced, l.ReproducedDensity = &a, &b
	}
}

// quasiP compares the chosen box with a wider one.
func (s *search) quasiP(wider bounds) *float64 {
	n, h := wider.count(s.t, s.base)
	p := binomialTail(s.chosen.h, s.chosen.n, share(h, n))
	return &p
}

// region says a box in numbers of the table.
func (t *Table) region(s state) Region {
	r := Region{
		Coverage: share(s.h, t.cases), Density: share(s.h, s.n), Mass: share(s.n, t.Rows()),
		Rows: s.n, Cases: s.h, Limits: []Limit{},
	}
	for j := range t.columns {
		if s.restricts(t, j) {
			r.Limits = append(r.Limits, t.limit(s.bounds, j))
		}
	}
	return r
}

func (t *Table) limit(b bounds, j int) Limit {
	c := &t.columns[j]
	l := Limit{Dimension: c.Name, Index: j, Minimum: c.values[0], Maximum: c.values[c.top()]}
	if c.categorical() {
		for k, kept := range b.kept[j] {
			if kept {
				l.Kept = append(l.Kept, c.Categories[k])
			} else {
				l.Removed = append(l.Removed, c.Categories[k])
			}
		}
		return l
	}
	if b.limits(t, j, low) {
		_, above := between(c.values[b.lo[j]-1], c.values[b.lo[j]])
		l.Low = &above
	}
	if b.limits(t, j, high) {
		below, _ := between(c.values[b.hi[j]], c.values[b.hi[j]+1])
		l.High = &below
	}
	return l
}

// between is the number half-way between two: as an upper limit, which the upper one is
// not to meet, and as a lower limit, which the lower one is not to meet.
func between(a, b float64) (upper, lower float64) {
	m := float64(a*0.5) + float64(b*0.5)
	upper, lower = m, m
	if upper >= b || upper < a {
		upper = a
	}
	if lower <= a || lower > b {
		lower = b
	}
	return upper, lower
}

// Holds reports whether a row, one number a dimension, lies in the region of a table with
// these dimensions. A row that lacks a limited input does not.
func (r *Region) Holds(dimensions []Dimension, row []float64) bool {
	for _, l := range r.Limits {
		x := row[l.Index]
		if math.IsNaN(x) {
			return false
		}
		if categories := dimensions[l.Index].Categories; categories != nil {
			if x < 0 || x >= float64(len(categories)) || !slices.Contains(l.Kept, categories[int(x)]) {
				return false
			}
			continue
		}
		if (l.Low != nil && x < *l.Low) || (l.High != nil && x > *l.High) {
			return false
		}
	}
	return true
}

// nearTies is the share of the best product that Tradeoff gives up for fewer dimensions.
const nearTies = 0.05

// of chooses a step.
func (c Choice) of(states []state, t *Table) (int, error) {
	switch c.Rule {
	case AtStep:
		if c.Step < 0 || c.Step >= len(states) {
			return 0, fmt.Errorf("step %d is asked for; the trajectory has 0 to %d", c.Step, len(states)-1)
		}
		return c.Step, nil
	case Dense:
		return densest(states, t, c.Density), nil
	default:
		return tradeoff(states, t), nil
	}
}

func product(s state) float64 { return share(s.h, s.n) * float64(s.h) }

func tradeoff(states []state, t *Table) int {
	best := 0.0
	for _, s := range states {
		best = max(best, product(s))
	}
	chosen, dims := -1, 0
	for i, s := range states {
		if product(s) < (1-nearTies)*best {
			continue
		}
		d := s.restricted(t)
		if chosen < 0 || d < dims || d == dims && product(s) > product(states[chosen]) {
			chosen, dims = i, d
		}
	}
	return chosen
}

func densest(states []state, t *Table, want float64) int {
	chosen := -1
	for i, s := range states {
		if share(s.h, s.n) < want {
			continue
		}
		if chosen < 0 || s.h > states[chosen].h ||
			s.h == states[chosen].h && s.restricted(t) < states[chosen].restricted(t) {
			chosen = i
		}
	}
	if chosen >= 0 {
		return chosen
	}
	chosen = 0
	for i, s := range states {
		if s.h*states[chosen].n > states[chosen].h*s.n {
			chosen = i
		}
	}
	return chosen
}

package analysis

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"parley/result"
	"parley/world"
)

// Findings is what [Judge] found.
type Findings struct {
	Outcomes *Outcomes `json:"outcomes"`
	Verdicts []Verdict `json:"verdicts"` // in the order of the world's claims
	Scale    []Level   `json:"scale"`
	Partial  bool      `json:"partial"` // stopped before its end
}

// Verdict is the verdict on a claim, or nil.
func (f *Findings) Verdict(claim string) *Verdict {
	for i := range f.Verdicts {
		if f.Verdicts[i].Claim == claim {
			return &f.Verdicts[i]
		}
	}
	return nil
}

// Judge plays every scenario once and returns the outcome table and a verdict on
// every claim. Claims that ask for cut links or for the coupling of theatres
// share further runs, after the first, over the same worlds. Beside an error it
// returns what it had found before, marked partial.
func Judge(ctx context.Context, runner Runner, w *world.World, o Options) (*Findings, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	j, err := newJudgement(runner, w, o)
	if err != nil {
		return nil, err
	}
	err = j.play(ctx)
	return j.findings(err != nil), err
}

// judgement is the work of [Judge].
type judgement struct {
	runner   Runner
	w        *world.World
	o        Options
	plan     *plan
	claims   []*tally
	theories []theory
	requests []Request // of the plan's runs
	headers  []*result.Header
	table    *table
	later    *backlog
}

// theory is a theory whose rivals the worlds draw.
type theory struct {
	id, says string
	rivals   []Case
	factor   int // place in the header
}

func newJudgement(runner Runner, w *world.World, o Options) (*judgement, error) {
	j := &judgement{runner: runner, w: w, o: o, plan: newPlan(w)}
	all := o.request()
	header, err := runner.Header(all)
	if err != nil {
		return nil, err
	}
	claims, err := chosenClaims(w, o.Claims)
	if err != nil {
		return nil, err
	}
	j.theories = theoriesOf(w, header)
	for _, c := range claims {
		j.claims = append(j.claims, j.newTally(c, vocabulary{header, w}))
	}
	if err := j.ask(); err != nil {
		return nil, err
	}
	first := j.headers[0]
	j.theories = theoriesOf(w, first)
	j.table, err = newTable(first, w, &j.requests[0], &o)
	return j, err
}

func chosenClaims(w *world.World, ids []string) ([]*world.Claim, error) {
	if len(ids) == 0 {
		return w.Claims, nil
	}
	var claims []*world.Claim
	for _, id := range ids {
		at := slices.IndexFunc(w.Claims, func(c *world.Claim) bool { return c.ID == id })
		if at < 0 {
			return nil, fmt.Errorf("the world has no claim %q", id)
		}
		claims = append(claims, w.Claims[at])
	}
	return claims, nil
}

// theoriesOf lists the theories among a run's factors.
func theoriesOf(w *world.World, h *result.Header) []theory {
	var theories []theory
	for i, f := range h.Factors {
		id, ok := strings.CutPrefix(f.Name, "theory.")
		if !ok || len(f.Labels) == 0 {
			continue
		}
		t := theory{id: id, factor: i}
		says := map[string]string{}
		for _, declared := range w.Theories {
			if declared.ID != id {
				continue
			}
			t.says = declared.Says
			for _, r := range declared.Rivals {
				says[r.ID] = r.Says
			}
		}
		for _, label := range f.Labels {
			t.rivals = append(t.rivals, Case{ID: label, Says: says[label]})
		}
		theories = append(theories, t)
	}
	return theories
}

// ask settles the requests of the plan's runs and learns what they will hold.
func (j *judgement) ask() error {
	for i, run := range j.plan.runs {
		r := j.o.request()
		r.Cut, r.Scenarios, r.Measures = run.cut, run.scenarios, run.measures
		r.OnlyTimes = run.times
		if i == 0 {
			r.Scenarios = j.o.Scenarios
			if len(r.Scenarios) == 0 {
				r.Scenarios = scenarioIDs(j.w)
			}
			for _, s := range run.scenarios {
				r.Scenarios = with(slices.Clip(r.Scenarios), s)
			}
			r.Measures = j.firstMeasures(run)
			r.OnlyTimes = nil
			if j.o.NoSeries {
				r.OnlyTimes = with(slices.Clip(run.times), j.w.Periods())
			}
		}
		if i > 0 {
			r.Worlds = j.o.further()
		}
		slices.Sort(r.OnlyTimes)
		h, err := j.runner.Header(r)
		if err != nil {
			return err
		}
		j.requests = append(j.requests, r)
		j.headers = append(j.headers, h)
	}
	return nil
}

// firstMeasures is none, meaning all, or those of the table and the claims.
func (j *judgement) firstMeasures(run *playing) []string {
	if len(j.o.Measures) == 0 {
		return nil
	}
	measures := slices.Clone(j.o.Measures)
	for _, m := range run.measures {
		measures = with(measures, m)
	}
	return measures
}

// play plays the first run, judging as it goes, and then the others.
func (j *judgement) play(ctx context.Context) error {
	p := player{runner: j.runner, progress: j.o.Progress}
	for i := range j.requests {
		p.expect(&j.requests[i])
	}
	noise := j.noiseRequest()
	if noise != nil {
		p.expect(noise)
	}
	if err := j.playFirst(ctx, &p); err != nil {
		return err
	}
	if noise != nil {
		if err := j.playNoise(ctx, &p, noise); err != nil {
			return err
		}
	}
	for run := 1; run < len(j.requests); run++ {
		if err := j.playLater(ctx, &p, run); err != nil {
			return err
		}
	}
	return nil
}

func (j *judgement) playFirst(ctx context.Context, p *player) error {
	f, err := j.plan.filler(0, j.headers[0], j.requests[0].OnlyTimes)
	if err != nil {
		return err
	}
	j.later = newBacklog(j.plan, j.claims, len(j.theories))
	row := make([]float64, len(j.plan.cells))
	rivals := make([]int8, len(j.theories))
	_, err = p.play(ctx, &j.requests[0], func(b *result.Block) error {
		if err := j.table.add(b); err != nil {
			return err
		}
		f.open(b)
		for i := range b.Worlds {
			f.fill(row, b, i)
			j.drawn(rivals, b, i)
			for _, c := range j.claims {
				if !c.waits {
					c.add(row, rivals)
				}
			}
			if b.First-j.o.First+i < j.o.further() {
				j.later.put(0, row, rivals)
			}
		}
		return nil
	})
	return err
}

// drawn finds the rivals that a world drew.
func (j *judgement) drawn(rivals []int8, b *result.Block, i int) {
	for t := range j.theories {
		v := b.Factor(j.theories[t].factor)[i]
		rivals[t] = -1
		if v >= 0 && v < float64(len(j.theories[t].rivals)) {
			rivals[t] = int8(v)
		}
	}
}

func (j *judgement) playLater(ctx context.Context, p *player, run int) error {
	f, err := j.plan.filler(run, j.headers[run], j.requests[run].OnlyTimes)
	if err != nil {
		return err
	}
	row := make([]float64, len(j.plan.cells))
	_, err = p.play(ctx, &j.requests[run], func(b *result.Block) error {
		f.open(b)
		for i := range b.Worlds {
			f.fill(row, b, i)
			j.later.put(run, row, nil)
		}
		return nil
	})
	return err
}

// backlog keeps, for claims that wait for further runs, what they need of every
// world.
type backlog struct {
	cells    [][]int     // by run: the cells kept
	values   [][]float64 // by cell, one for each world
	rivals   []int8      // [world][theory]
	theories int
	waiting  bool
}

func newBacklog(p *plan, claims []*tally, theories int) *backlog {
	l := &backlog{cells: make([][]int, len(p.runs)), values: make([][]float64, len(p.cells)), theories: theories}
	needed := make([]bool, len(p.cells))
	for _, c := range claims {
		if c.waits {
			l.waiting = true
			c.mark(needed)
		}
	}
	for i, c := range p.cells {
		if needed[i] {
			l.cells[c.run] = append(l.cells[c.run], i)
		}
	}
	return l
}

func (l *backlog) put(run int, row []float64, rivals []int8) {
	if !l.waiting {
		return
	}
	for _, c := range l.cells[run] {
		l.values[c] = append(l.values[c], row[c])
	}
	if run == 0 {
		l.rivals = append(l.rivals, rivals...)
	}
}

// judge lets a claim that waited see all worlds that came in each of its runs.
// It returns how many these are.
func (l *backlog) judge(c *tally, played int) int {
	needed := make([]bool, len(l.values))
	c.mark(needed)
	worlds := played
	for i, is := range needed {
		if is {
			worlds = min(worlds, len(l.values[i]))
		}
	}
	row := make([]float64, len(l.values))
	for w := range worlds {
		for i, is := range needed {
			if is {
				row[i] = l.values[i][w]
			}
		}
		c.add(row, l.rivals[w*l.theories:(w+1)*l.theories])
	}
	return worlds
}

func (j *judgement) findings(partial bool) *Findings {
	f := &Findings{Outcomes: j.table.outcomes(partial), Scale: Scale(), Partial: partial, Verdicts: []Verdict{}}
	for _, c := range j.claims {
		judged := f.Outcomes.Run.Played
		if c.waits && c.reason == "" {
			judged = 0
			if j.later != nil {
				judged = j.later.judge(c, f.Outcomes.Run.Played)
			}
			if judged == 0 && partial {
				c.reason = "stopped before its worlds were played"
			}
		}
		v := c.verdict(j)
		asked := j.o.Worlds
		if c.waits {
			asked = j.o.further()
		}
		v.Partial = judged < asked
		f.Verdicts = append(f.Verdicts, v)
	}
	return f
}

// noiseRequest is the request by which chance noise is measured, or nil.
func (j *judgement) noiseRequest() *Request {
	half := j.o.Replicates / 2
	if j.o.NoiseWorlds <= 0 || half < 1 || j.o.Replicates%2 != 0 || j.o.Design == latinHypercube {
		return nil
	}
	r := j.requests[0]
	r.Replicates = half
	r.Worlds = min(j.o.NoiseWorlds, r.Worlds)
	r.Scenarios, r.Measures, r.OnlyTimes = nil, nil, nil
	run := j.plan.runs[0]
	if len(run.scenarios) == 0 {
		return nil
	}
	r.Scenarios, r.Measures, r.OnlyTimes = run.scenarios, run.measures, slices.Sorted(slices.Values(run.times))
	return &r
}

const latinHypercube = "latin-hypercube"

// playNoise compares effects with those of half the replicates.
func (j *judgement) playNoise(ctx context.Context, p *player, r *Request) error {
	h, err := j.runner.Header(*r)
	if err != nil {
		return err
	}
	f, err := j.plan.filler(0, h, r.OnlyTimes)
	if err != nil {
		return err
	}
	row := make([]float64, len(j.plan.cells))
	_, err = p.play(ctx, r, func(b *result.Block) error {
		f.open(b)
		for i := range b.Worlds {
			f.fill(row, b, i)
			for _, c := range j.claims {
				if !c.waits {
					c.addNoise(row, b.First-r.First+i)
				}
			}
		}
		return nil
	})
	return err
}

func notRecorded(t term) error {
	return fmt.Errorf("the run does not hold %s under %s at point %d", t.measure, t.scenario, t.time)
}

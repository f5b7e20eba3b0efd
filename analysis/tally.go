package analysis

import (
	"math"

	"parley/world"
)

// tally adds up one claim, world by world.
type tally struct {
	claim  *world.Claim
	reason string // why nothing can be judged
	waits  bool   // for runs after the first
	own    tests

	rivals     [][]group // by theory and rival
	keptRivals []int8    // [kept world][theory]
	theories   int

	references []reference

	leftOut int
	noise   []noise
}

// tests are the bound tests of a claim under one reference.
type tests struct {
	bound   []bound
	effects []float64 // scratch: of the world at hand
	outcome []outcome // scratch
	group   group
	kept    [][]float64 // by test: the first effects
	keep    int
}

// group adds up a set of worlds.
type group struct {
	claim   counts
	tests   []counts
	effects []moments
}

func newGroup(n int) group {
	return group{tests: make([]counts, n), effects: make([]moments, n)}
}

func (g *group) add(claim outcome, each []outcome, effects []float64) {
	g.claim[claim]++
	for i, o := range each {
		g.tests[i][o]++
		g.effects[i].add(effects[i])
	}
}

type reference struct {
	scenario string
	tests    tests
}

// noise gathers the differences between whole and half the replicates.
type noise struct {
	first   []float64 // effects of the first worlds; NaN where left out
	n       int
	squares float64
}

func newTests(b []bound, keep int) tests {
	return tests{
		bound: b, effects: make([]float64, len(b)), outcome: make([]outcome, len(b)),
		group: newGroup(len(b)), kept: make([][]float64, len(b)), keep: keep,
	}
}

// measure finds the effects and outcomes of a world. It reports false where the
// world has to be left out.
func (t *tests) measure(row []float64) (outcome, bool) {
	claim := holds
	for i := range t.bound {
		b := &t.bound[i]
		effect, margin := b.under.in(row)-b.against.in(row), b.margin.in(row)
		if !usable(effect) || !usable(margin) {
			return flat, false
		}
		t.effects[i] = effect
		t.outcome[i] = judged(effect, margin, b.expects)
		claim = together(claim, t.outcome[i])
	}
	return claim, true
}

// add takes a world in.
func (t *tests) add(row []float64) (outcome, bool) {
	claim, ok := t.measure(row)
	if !ok {
		return claim, false
	}
	t.group.add(claim, t.outcome, t.effects)
	if len(t.kept) > 0 && len(t.kept[0]) < t.keep {
		for i, effect := range t.effects {
			t.kept[i] = append(t.kept[i], effect)
		}
	}
	return claim, true
}

// newTally plans what a claim needs.
func (j *judgement) newTally(c *world.Claim, v vocabulary) *tally {
	t := &tally{claim: c, theories: len(j.theories)}
	var trials []trial
	for _, test := range c.Tests {
		trials = append(trials, newTrial(j.w, test))
	}
	t.reason = v.missing(trials)
	if len(trials) == 0 {
		t.reason = "the claim has no test"
	}
	if t.reason != "" {
		return t
	}
	keep := min(KeptWorlds, j.o.Worlds)
	t.own = newTests(j.plan.bind(trials), keep)
	t.waits = j.plan.usesLater(t.own.bound)
	for _, scenario := range j.referenceScenarios() {
		other := trialsAgainst(j.w, c, scenario)
		if other == nil || v.missing(other) != "" {
			continue
		}
		r := reference{scenario, newTests(j.plan.bind(other), keep)}
		t.waits = t.waits || j.plan.usesLater(r.tests.bound)
		t.references = append(t.references, r)
	}
	for _, theory := range j.theories {
		groups := make([]group, len(theory.rivals))
		for i := range groups {
			groups[i] = newGroup(len(trials))
		}
		t.rivals = append(t.rivals, groups)
	}
	t.noise = make([]noise, len(trials))
	for i := range t.noise {
		t.noise[i].first = make([]float64, 0, min(max(0, j.o.NoiseWorlds), j.o.Worlds))
	}
	return t
}

// referenceScenarios are the scenarios that are played anyway.
func (j *judgement) referenceScenarios() []string {
	if len(j.o.Scenarios) > 0 {
		return j.o.Scenarios
	}
	return scenarioIDs(j.w)
}

// mark notes the cells of the row that the claim looks at.
func (t *tally) mark(cells []bool) {
	all := [][]bound{t.own.bound}
	for _, r := range t.references {
		all = append(all, r.tests.bound)
	}
	for _, bounds := range all {
		for _, b := range bounds {
			for _, a := range []amount{b.under, b.against, b.margin} {
				if a.plus >= 0 {
					cells[a.plus] = true
				}
				if a.minus >= 0 {
					cells[a.minus] = true
				}
			}
		}
	}
}

// add takes a world in.
func (t *tally) add(row []float64, rivals []int8) {
	if t.reason != "" {
		return
	}
	claim, ok := t.own.add(row)
	t.remember(ok)
	if !ok {
		t.leftOut++
		return
	}
	if len(t.keptRivals) < t.own.keep*t.theories {
		t.keptRivals = append(t.keptRivals, rivals...)
	}
	for theory, rival := range rivals {
		if rival >= 0 {
			t.rivals[theory][rival].add(claim, t.own.outcome, t.own.effects)
		}
	}
	for i := range t.references {
		t.references[i].tests.add(row)
	}
}

// remember keeps the effects of the first worlds for the measurement of noise.
func (t *tally) remember(ok bool) {
	for i := range t.noise {
		n := &t.noise[i]
		if len(n.first) == cap(n.first) {
			continue
		}
		effect := math.NaN()
		if ok {
			effect = t.own.effects[i]
		}
		n.first = append(n.first, effect)
	}
}

// addNoise takes in a world played with half the replicates.
func (t *tally) addNoise(row []float64, world int) {
	if t.reason != "" {
		return
	}
	if _, ok := t.own.measure(row); !ok {
		return
	}
	for i := range t.noise {
		n := &t.noise[i]
		if world >= len(n.first) || !usable(n.first[world]) {
			continue
		}
		d := t.own.effects[i] - n.first[world]
		n.n++
		n.squares += float64(d * d)
	}
}

func (n *noise) result(variance float64) *Noise {
	if n.n == 0 {
		return nil
	}
	chance := n.squares / float64(n.n)
	r := &Noise{Worlds: n.n, SD: math.Sqrt(chance)}
	if variance > 0 {
		r.Share = min(1, chance/variance)
	}
	return r
}

// verdict concludes the tally.
func (t *tally) verdict(j *judgement) Verdict {
	v := newVerdict(j.w, t.claim)
	h := j.headers[0]
	for i := range v.Tests {
		if at := h.MeasureIndex(v.Tests[i].Measure); at >= 0 {
			v.Tests[i].Unit = h.Measures[at].Unit
		} else if _, _, ok := coupled(v.Tests[i].Measure); ok {
			v.Tests[i].Unit = "probability"
		}
	}
	if t.reason != "" {
		v.Reason = t.reason
		v.conclude()
		return v
	}
	v.LeftOut = t.leftOut
	v.Worlds = t.own.group.claim.n()
	v.Shares = t.own.group.claim.shares()
	v.Theories = t.underRivals(j.theories) // before kept effects are sorted
	for i := range v.Tests {
		effects := &t.own.group.effects[i]
		v.Tests[i].Shares = t.own.group.tests[i].shares()
		v.Tests[i].Noise = t.noise[i].result(effects.variance())
		v.Tests[i].Size = effects.summary(t.own.kept[i])
	}
	for i := range t.references {
		v.References = append(v.References, t.references[i].result(j.w))
	}
	v.conclude()
	return v
}

func (r *reference) result(w *world.World) Case {
	g := &r.tests.group
	c := newCase(r.scenario, g)
	for _, s := range w.Scenarios {
		if s.ID == r.scenario {
			c.Says = s.Title
		}
	}
	for i := range g.tests {
		c.Tests = append(c.Tests, CaseTest{g.tests[i].shares(), g.effects[i].summary(r.tests.kept[i])})
	}
	return c
}

func newCase(id string, g *group) Case {
	n := g.claim.n()
	return Case{ID: id, Worlds: n, Few: n < fewWorlds, Shares: g.claim.shares(), Tests: []CaseTest{}}
}

// underRivals splits the claim by what the worlds drew.
func (t *tally) underRivals(theories []theory) []TheoryCases {
	cases := []TheoryCases{}
	for at, th := range theories {
		tc := TheoryCases{ID: th.id, Says: th.says, Rivals: []Case{}}
		for rival, named := range th.rivals {
			g := &t.rivals[at][rival]
			c := newCase(named.ID, g)
			c.Says = named.Says
			for i := range g.tests {
				c.Tests = append(c.Tests, CaseTest{g.tests[i].shares(), g.effects[i].summary(t.keptUnder(i, at, int8(rival)))})
			}
			tc.Rivals = append(tc.Rivals, c)
		}
		cases = append(cases, tc)
	}
	return cases
}

// keptUnder is the kept effects of a test in the worlds that drew a rival.
func (t *tally) keptUnder(test, theory int, rival int8) []float64 {
	var kept []float64
	for k, effect := range t.own.kept[test] {
		if t.keptRivals[k*t.theories+theory] == rival {
			kept = append(kept, effect)
		}
	}
	return kept
}

package sim

import (
	"cmp"
	"slices"

	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// plainStep is actions that fall together: in a period, or once a war has ended.
type plainStep struct {
	period  int
	ends    string // theatre; empty for a dated step
	actions []plainAction
}

// plainAction is one action of a scenario.
type plainAction struct {
	number int    // its running number in the scenario
	needs  string // the body that must pass it
	do     func(p *plainPlay)
}

// scenarioSteps lists a scenario's steps and numbers its actions (§4, §10).
func (g *plainGame) scenarioSteps(s *world.Scenario) []*plainStep {
	var out []*plainStep
	number := 0
	for _, step := range s.Steps {
		o := &plainStep{ends: step.Ends}
		if step.Ends == "" {
			o.period = g.world.PeriodOf(step.At)
		}
		for _, a := range plainActionsOf(step) {
			a.number = number
			number++
			o.actions = append(o.actions, a)
		}
		out = append(out, o)
	}
	return out
}

// plainActionsOf lists a step's actions in the order event, means, flow, aid,
// guarantee, talks, press, settle (§4).
func plainActionsOf(step *world.Step) []plainAction {
	var out []plainAction
	add := func(needs string, do func(p *plainPlay)) {
		out = append(out, plainAction{needs: needs, do: do})
	}
	for _, a := range step.Events {
		add(a.Needs, func(p *plainPlay) { p.doEvent(a) })
	}
	for _, a := range step.Means {
		add(a.Needs, func(p *plainPlay) { p.doMeans(a) })
	}
	for _, a := range step.Flows {
		add(a.Needs, func(p *plainPlay) { p.doFlow(a) })
	}
	for _, a := range step.Aids {
		add(a.Needs, func(p *plainPlay) { p.doAid(a) })
	}
	for _, a := range step.Guarantees {
		add(a.Needs, func(p *plainPlay) { p.doGuarantee(a) })
	}
	for _, a := range step.Talks {
		add(a.Needs, func(p *plainPlay) { p.state.theatres[a.ID].talks = p.g.of(a.Intensity) })
	}
	for _, a := range step.Presses {
		add(a.Needs, func(p *plainPlay) { p.doPress(a) })
	}
	for _, a := range step.Settles {
		add(a.Needs, func(p *plainPlay) { p.impose(a) })
	}
	return out
}

// calendar is step 1: changes of office, dated steps, then steps that wait for
// a war's end (§4).
func (p *plainPlay) calendar() {
	p.changeOffices()
	due := []*plainStep{}
	for _, step := range p.g.steps {
		if step.ends == "" && step.period == p.period {
			due = append(due, step)
		}
	}
	for _, step := range p.g.steps {
		if step.ends == "" || p.state.carriedOut[step] {
			continue
		}
		if now := p.state.theatres[step.ends]; now.ended > 0 && now.firstEnded < p.period {
			p.state.carriedOut[step] = true
			due = append(due, step)
		}
	}
	for _, step := range due {
		for _, a := range step.actions {
			if a.needs != "" {
				p.tabled = append(p.tabled, a)
			} else {
				a.do(p)
			}
		}
	}
}

// doEvent shifts the odds of a challenge for a while.
func (p *plainPlay) doEvent(a *world.EventAction) {
	e := plainEvent{shift: p.g.of(a.Shift), first: p.period}
	if a.Lasts > 0 {
		e.next = p.period + p.periodsUp(a.Lasts)
	}
	now := p.state.theatres[a.Theatre]
	now.events = append(now.events, e)
}

// periodsUp is the number of periods that a duration takes, begun ones counted whole.
func (p *plainPlay) periodsUp(d world.Duration) int {
	period := int(p.g.world.Period)
	return (int(d) + period - 1) / period
}

// doMeans changes an actor's means.
func (p *plainPlay) doMeans(a *world.MeansAction) {
	at := plainMeans{a.ID, a.Kind}
	p.state.stock[at] = max(0, float64(p.state.stock[at]*p.g.of(a.Scale))+p.g.of(a.Add))
	p.state.production[at] *= p.g.of(a.Produces)
}

// doFlow scales a flow from now on.
func (p *plainPlay) doFlow(a *world.FlowAction) {
	if flow := p.state.flows[a.ID]; flow != nil {
		flow.scale = p.g.of(a.Scale)
	}
}

// doGuarantee promises a guarantee.
func (p *plainPlay) doGuarantee(a *world.GuaranteeAction) {
	p.state.theatres[a.ID].promise = plainPromise{strength: p.g.of(a.Strength), takes: p.periodsUp(a.Takes)}
}

// doPress presses sides to accept terms.
func (p *plainPlay) doPress(a *world.PressAction) {
	now := p.state.theatres[a.ID]
	now.pressC = p.g.or(a.Both, p.g.of(a.Challenger))
	now.pressD = p.g.or(a.Both, p.g.of(a.Defender))
}

// doAid sets, scales, frees or threatens aid. That the lead's level is moved to
// another class while its theatre is at war teaches (§11).
func (p *plainPlay) doAid(a *world.AidAction) {
	g := p.g
	now := p.state.supports[a.ID]
	if now == nil {
		return // cut
	}
	was := now.level
	level := was
	if g.given(a.Level) {
		level, now.fixed = g.of(a.Level), true
	}
	if g.given(a.Scale) {
		level, now.fixed = level*g.of(a.Scale), true
	}
	if a.Free {
		now.fixed = false
	}
	if g.given(a.Threat) {
		now.threat = g.of(a.Threat)
	}
	x := g.world.Supports[slices.IndexFunc(g.world.Supports, func(x *world.Support) bool { return x.ID == a.ID })]
	t := g.theatres[x.Theatre]
	if x == g.sustainingLead(t) && p.state.theatres[t.ID].war {
		p.teachLevel(t, x, was, level)
	}
	now.level = level
}

// teachLevel teaches what a choice of the new level's class would tell.
func (p *plainPlay) teachLevel(t *world.Theatre, lead *world.Support, was, level float64) {
	size := p.g.of(lead.Sustains.Size)
	chosen := theory.LevelClass(level, size)
	if chosen == theory.LevelClass(was, size) {
		return
	}
	choice := p.g.supportChoice(t, lead, p.state, p.before, was)
	p.teach(t, theory.LogLikelihood(choice.Resolute[chosen], choice.Irresolute[chosen]))
}

// changeOffices lets newcomers take office: beliefs about their actor move
// towards their prior, and its true type is drawn anew (§11).
func (p *plainPlay) changeOffices() {
	w := p.g.world
	var newcomers []*world.Person
	for _, n := range w.Persons {
		if n.Actor != "" && p.g.given(n.Resolve) && plainCompareDates(n.From, w.Start) > 0 && w.PeriodOf(n.From) == p.period {
			newcomers = append(newcomers, n)
		}
	}
	slices.SortStableFunc(newcomers, func(a, b *world.Person) int { return plainCompareDates(a.From, b.From) })
	for _, n := range newcomers {
		for _, t := range w.Theatres {
			if lead := p.g.lead(t); lead != nil && lead.From == n.Actor {
				p.renew(t, n)
			}
		}
		_, draw := p.chance(plainSlotType, slices.Index(w.Actors, p.g.actors[n.Actor]))
		p.state.resolute[n.Actor] = draw < p.g.of(n.Resolve)
	}
}

func plainCompareDates(a, b world.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// renew moves a theatre's belief about its lead, and the prior it drifts back to.
func (p *plainPlay) renew(t *world.Theatre, n *world.Person) {
	renewal := 0.0
	for _, x := range p.g.watchesOf(t) {
		renewal = max(renewal, p.g.of(x.Renewal))
	}
	now := p.state.theatres[t.ID]
	newcomer := theory.FirstBelief(p.g.of(n.Resolve))
	now.prior = theory.Renew(now.prior, newcomer, renewal)
	now.belief = theory.Renew(now.belief, newcomer, renewal)
}

// vote is step 4: all votes are taken, then what has passed is carried out (§10).
func (p *plainPlay) vote() {
	var passed []plainAction
	for _, a := range p.tabled {
		body, number := p.g.body(a.needs)
		shock, _ := p.chance(plainSlotBody, number)
		chance := p.g.passes(body, elementary.NormalQuantile(shock), p.state, p.period)
		votes := p.state.votes[body.ID]
		p.state.votes[body.ID] = plainVotes{votes.count + 1, votes.chance + chance}
		if draw, _ := p.chance(plainSlotVote, a.number); draw < chance {
			passed = append(passed, a)
		} else {
			p.g.notes["vote-refused body."+body.ID] = true
		}
	}
	for _, a := range passed {
		a.do(p)
	}
}

// body finds a body and its place in the world's list.
func (g *plainGame) body(id string) (*world.Body, int) {
	i := slices.IndexFunc(g.world.Bodies, func(b *world.Body) bool { return b.ID == id })
	return g.world.Bodies[i], i
}

// passes is the exact chance that a body passes what is tabled, under a common
// shock (rule 21).
func (g *plainGame) passes(b *world.Body, shock float64, s *plainState, period int) float64 {
	var assents []float64
	var weights []int
	total := 0
	for _, m := range b.Members {
		shifts := 0.0
		for _, moved := range m.Moved {
			if g.movedNow(moved, s, period) {
				shifts += g.of(moved.Shift)
			}
		}
		assent := theory.Assent(g.of(m.Assents), g.of(b.Common), shock, shifts)
		for range plainWhole(g.of(m.Count)) {
			assents, weights = append(assents, assent), append(weights, plainWhole(g.of(m.Weight)))
			total += plainWhole(g.of(m.Weight))
		}
	}
	quota := theory.Quota(b.Rule, g.of(b.Quota), total)
	return theory.Passes(assents, weights, quota, make([]float64, total+1))
}

// plainWhole is the whole number nearest to v.
func plainWhole(v float64) int { return int(v + 0.5) }

// movedNow reports whether a condition holds: the war has ended, the date has come.
func (g *plainGame) movedNow(m *world.Moved, s *plainState, period int) bool {
	if m.Ends != "" && s.theatres[m.Ends].ended == 0 {
		return false
	}
	return m.From.IsZero() || g.world.PeriodOf(m.From) <= period
}

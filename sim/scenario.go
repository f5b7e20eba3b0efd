package sim

import (
	"slices"

	"parley/world"
)

// scenario is a list of steps whose actions have become integers.
type scenario struct {
	id    string
	title string
	dated []step // in order of date
	whens []step // by theatre
	// events are the actions that shift challenges; each has a place in the
	// lanes' state.
	events  []event
	actions int // how many there are: the numbers under which votes are drawn
	// coupling: −1, or the theatre that is settled at the opening, all to the
	// challenger or as it stands.
	coupling int
	toAll    bool
}

type step struct {
	period  int // dated
	theatre int // when
	actions []action
}

// action is one action; do is carried out on a lane.
type action struct {
	number int
	needs  int // body, or −1
	kind   actionKind
	target int // actor's stock, flow, support, theatre or event
	slots  [3]int
	has    [3]bool
	free   bool
	takes  int
	issues []int // slots, by issue
	by     int   // actor, or −1
}

type actionKind int

const (
	doEvent actionKind = iota
	doMeans
	doFlow
	doAid
	doGuarantee
	doTalks
	doPress
	doSettle
)

type event struct {
	theatre, shift, lasts int // lasts in periods
}

// allTo and asItStands end the names of the hidden scenarios that measure
// coupling (docs/model.md §12).
const (
	couplingPrefix = "coupling:"
	allTo          = ":all"
	asItStands     = ":stay"
)

func (c *compiler) scenariosOf() {
	for _, s := range c.world.Scenarios {
		c.scenarios[s.ID] = c.scenarioOf(s)
	}
	for i, t := range c.world.Theatres {
		for _, end := range []string{allTo, asItStands} {
			id := couplingPrefix + t.ID + end
			c.scenarios[id] = &scenario{id: id, title: id, coupling: i, toAll: end == allTo}
		}
	}
}

func (c *compiler) scenarioOf(s *world.Scenario) *scenario {
	compiled := &scenario{id: s.ID, title: s.Title, coupling: -1}
	for _, written := range s.Steps {
		st := step{theatre: -1, period: -1}
		st.actions = c.actionsOf(written, compiled)
		if written.Ends != "" {
			st.theatre = c.theatre[written.Ends]
			compiled.whens = append(compiled.whens, st)
			continue
		}
		st.period = c.world.PeriodOf(written.At)
		compiled.dated = append(compiled.dated, st)
	}
	slices.SortStableFunc(compiled.whens, func(a, b step) int { return a.theatre - b.theatre })
	return compiled
}

func (c *compiler) actionsOf(st *world.Step, s *scenario) []action {
	var list []action
	add := func(h world.Hangs, kind actionKind, target int, numbers ...*world.Number) *action {
		a := action{number: s.actions, needs: find(c.body, h.Needs), kind: kind, target: target, by: -1}
		s.actions++
		for i, n := range numbers {
			if n != nil {
				a.slots[i], a.has[i] = c.slot(n, 0), true
			}
		}
		list = append(list, a)
		return &list[len(list)-1]
	}
	for _, e := range st.Events {
		lasts := c.periods
		if e.Lasts > 0 {
			lasts = c.begun(e.Lasts)
		}
		s.events = append(s.events, event{c.theatre[e.Theatre], c.slot(e.Shift, 0), lasts})
		add(e.Hangs, doEvent, len(s.events)-1)
	}
	for _, m := range st.Means {
		add(m.Hangs, doMeans, c.stockOf[c.actor[m.ID]][c.kind[m.Kind]], m.Add, m.Scale, m.Produces)
	}
	for _, f := range st.Flows {
		add(f.Hangs, doFlow, c.flow[f.ID], f.Scale)
	}
	for _, a := range st.Aids {
		add(a.Hangs, doAid, c.support[a.ID], a.Level, a.Scale, a.Threat).free = a.Free
	}
	for _, g := range st.Guarantees {
		add(g.Hangs, doGuarantee, c.theatre[g.ID], g.Strength).takes = c.begun(g.Takes)
	}
	for _, t := range st.Talks {
		add(t.Hangs, doTalks, c.theatre[t.ID], t.Intensity)
	}
	for _, p := range st.Presses {
		challenger, defender := p.Challenger, p.Defender
		if p.Both != nil {
			challenger, defender = p.Both, p.Both
		}
		add(p.Hangs, doPress, c.theatre[p.ID], challenger, defender)
	}
	for _, t := range st.Settles {
		a := add(t.Hangs, doSettle, c.theatre[t.ID], t.Guarantee, t.Monitored)
		a.by = find(c.actor, t.By)
		for _, issue := range c.theatres[a.target].issues {
			a.issues = append(a.issues, c.slot(t.Issues.Get(issue), 0))
		}
	}
	return list
}

// begun is the number of periods a duration takes, those begun counted whole.
func (c *compiler) begun(d world.Duration) int {
	period := int(c.world.Period)
	return (int(d) + period - 1) / period
}

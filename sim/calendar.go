package sim

import (
	"parley/theory"
)

// Slots of the draws of play (docs/model.md §2).
const (
	slotQuiet = iota
	slotAttack
	slotReopen
	slotWar
	slotSupport
	slotType
	slotBody
	slotVote
)

// pair draws the two uniforms of a lane for a period, place and slot. place is
// the number of a theatre, support, actor, body or action.
func (b *batch) pair(lane, period, place, slot int) (u1, u2 float64) {
	return b.stream.Pair(b.worldNumber[lane], b.replicateOf[lane], uint16(period), uint16(place), uint16(slot))
}

// calendar is step 1: changes of office, dated steps, then steps that wait for
// a war's end (docs/model.md §4). Actions that need a body are tabled for step 4.
func (b *batch) calendar(sc *scenario, period int) {
	b.changeOffices(period)
	b.tabled = b.tabled[:0]
	for i := range sc.dated {
		if sc.dated[i].period == period {
			for l := range b.lanes {
				b.carryOut(sc, &sc.dated[i], l, period)
			}
		}
	}
	for i := range sc.whens {
		st := &sc.whens[i]
		for l := range b.lanes {
			if b.state.whenDone[i][l] == 0 && b.scratch.endedBefore[st.theatre][l] > 0 {
				b.state.whenDone[i][l] = 1
				b.carryOut(sc, st, l, period)
			}
		}
	}
	if sc.coupling >= 0 && period == 0 {
		for l := range b.lanes {
			b.couple(sc, l)
		}
	}
}

func (b *batch) carryOut(sc *scenario, st *step, lane, period int) {
	for i := range st.actions {
		a := &st.actions[i]
		if a.needs >= 0 {
			b.tabled = append(b.tabled, tabled{a, lane})
			continue
		}
		b.act(sc, a, lane, period)
	}
}

// tabled is an action that a body votes on, on a lane.
type tabled struct {
	action *action
	lane   int
}

// votes is step 4: all votes are taken, then what has passed is done (rule 21).
func (b *batch) votes(sc *scenario, period int) {
	passed := b.tabled[:0]
	for _, t := range b.tabled {
		yes := b.passed(t.action, t.lane, period)
		b.note("vote-refused", "body."+b.p.bodies[t.action.needs].id, int(b.worldOf[t.lane]), !yes)
		if yes {
			passed = append(passed, t)
		}
	}
	for _, t := range passed {
		b.act(sc, t.action, t.lane, period)
	}
}

// passes is the chance that a body passes what is tabled (rule 21). lane is nil
// for the opening.
func (b *batch) passes(i, w int, noise float64, lane *int, period int) float64 {
	one := &b.p.bodies[i]
	common := b.val.of[one.common][w]
	assents := b.scratch.assents[:len(one.members)]
	for m := range one.members {
		shifts := 0.0
		for _, moved := range one.members[m].moved {
			if b.moves(&moved, lane, period) {
				shifts += b.val.of[moved.shift][w]
			}
		}
		assents[m] = theory.Assent(b.val.of[one.members[m].assents][w], common, noise, shifts)
	}
	quota := theory.Quota(one.rule, b.val.of[one.quota][w], one.total)
	return theory.Passes(assents, one.weights, quota, b.scratch.reach)
}

// moves reports whether a declared condition holds: the war it names has ended,
// and its date has come. At the opening, without a lane, no war has ended.
func (b *batch) moves(m *moved, lane *int, period int) bool {
	if m.ends >= 0 && (lane == nil || b.state.ended[m.ends][*lane] == 0) {
		return false
	}
	return m.from < 0 || period >= m.from
}

func (b *batch) passed(a *action, lane, period int) bool {
	noise, _ := b.pair(lane, period, a.needs, slotBody)
	chance := b.passes(a.needs, int(b.worldOf[lane]), normalQuantile(noise), &lane, period)
	b.state.passSum[a.needs][lane] += chance
	b.state.passCount[a.needs][lane]++
	u, _ := b.pair(lane, period, a.number, slotVote)
	return u < chance
}

// act carries out one action on a lane (rule 20).
func (b *batch) act(sc *scenario, a *action, lane, period int) {
	st, w := &b.state, b.worldOf[lane]
	slot := func(i int) float64 { return b.val.of[a.slots[i]][w] }
	switch a.kind {
	case doEvent:
		st.eventUntil[a.target][lane] = int32(period + sc.events[a.target].lasts)
	case doMeans:
		if a.has[1] {
			st.stock[a.target][lane] *= slot(1)
		}
		if a.has[0] {
			st.stock[a.target][lane] = max(0, st.stock[a.target][lane]+slot(0))
		}
		if a.has[2] {
			st.production[a.target][lane] *= slot(2)
		}
	case doFlow:
		st.flowScale[a.target][lane] = slot(0)
	case doAid:
		b.setAid(a, lane, slot)
	case doGuarantee:
		st.promise[a.target][lane] = slot(0)
		st.promisedAt[a.target][lane] = int32(period)
		st.takes[a.target][lane] = int32(a.takes)
	case doTalks:
		st.talks[a.target][lane] = slot(0)
	case doPress:
		if a.has[0] {
			st.pressC[a.target][lane] = slot(0)
		}
		if a.has[1] {
			st.pressD[a.target][lane] = slot(1)
		}
	case doSettle:
		b.impose(a, lane, slot)
	}
}

// setAid fixes, scales, frees or threatens aid. A change of class teaches
// (docs/model.md §11).
func (b *batch) setAid(a *action, lane int, slot func(int) float64) {
	st, s := &b.state, a.target
	if !b.wired.supports[s] {
		return
	}
	if a.has[2] {
		st.threat[s][lane] = slot(2)
	}
	if a.free {
		st.fixed[s][lane] = 0
	}
	if !a.has[0] && !a.has[1] {
		return
	}
	level := st.level[s][lane]
	if a.has[1] {
		level *= slot(1)
	}
	if a.has[0] {
		level = slot(0)
	}
	b.teachLevel(s, lane, level)
	st.fixed[s][lane] = mark(!a.free)
	st.level[s][lane] = level
}

// teachLevel is what fixing a lead's support at another class of level tells.
func (b *batch) teachLevel(s, lane int, level float64) {
	one := &b.p.supports[s]
	n := one.theatre
	if b.wired.lead[n] != s || one.sustains == nil || b.state.status[n][lane] != atWar {
		return
	}
	size := b.derived.sustain[s][b.worldOf[lane]].Size
	class := theory.LevelClass(level, size)
	if class == theory.LevelClass(b.state.level[s][lane], size) {
		return
	}
	forecasts := b.forecastLevels(n, s, lane)
	choice := b.choices(s, lane, &forecasts)
	b.scratch.lesson[n][lane] += theory.LogLikelihood(choice.Resolute[class], choice.Irresolute[class])
}

// impose settles a war on stated terms (rules 14, 19, 20), and records how
// likely each side would have been to accept them.
func (b *batch) impose(a *action, lane int, slot func(int) float64) {
	n, st := a.target, &b.state
	t, w := &b.p.theatres[n], b.worldOf[lane]
	atPeace := st.status[n][lane] != atWar
	b.note("settle-no-war", "theatre."+t.id, int(w), atPeace)
	if atPeace {
		return
	}
	z := b.scratch.z[:len(t.issues)]
	for j, issue := range a.issues {
		z[j] = b.val.of[issue][w]
	}
	m := b.balanceOf(n, lane)
	s := b.stances(n, lane, &m)
	issues, _ := b.issuesOf(n, int(w))
	toC, fromD := theory.Worth(issues, z)
	s.challenger, s.defender = s.baseC+toC, s.baseD-fromD
	st.acceptC[n][lane], st.acceptD[n][lane] = b.agreement(n, lane, &s)
	before := st.share[n][lane]
	b.settle(n, lane, z, slot(0), slot(1))
	st.imposed[n][lane] = 1
	lead := b.wired.lead[n]
	if lead < 0 || b.p.supports[lead].sustains == nil || (a.by >= 0 && a.by != b.p.supports[lead].from) {
		return
	}
	b.scratch.lesson[n][lane] += b.imposing(n, lead, lane, before)
}

// couple settles a theatre at the opening, all to the challenger or with its
// share as it is: the hidden scenarios that measure coupling (docs/model.md §12).
func (b *batch) couple(sc *scenario, lane int) {
	n, st := sc.coupling, &b.state
	t := &b.p.theatres[n]
	before := st.share[n][lane]
	given := before
	if sc.toAll {
		given = 1
	}
	z := b.scratch.z[:len(t.issues)]
	fill(z, given)
	st.share[n][lane] = given
	b.inForce(n, lane, z, [2]float64{given, given}, 0, 0)
	st.imposed[n][lane] = 1
	if lead := b.wired.lead[n]; lead >= 0 && b.p.supports[lead].sustains != nil {
		b.scratch.lesson[n][lane] += b.imposing(n, lead, lane, before)
	}
}

// changeOffices lets newcomers take office (rule 17).
func (b *batch) changeOffices(period int) {
	st := &b.state
	for i := range b.p.offices {
		o := &b.p.offices[i]
		if o.period != period {
			continue
		}
		resolve := b.val.of[o.resolve]
		for n := range b.p.theatres {
			lead := b.wired.lead[n]
			if lead < 0 || b.p.supports[lead].from != o.actor {
				continue
			}
			for l := range b.lanes {
				w := b.worldOf[l]
				renewal := 0.0
				for _, slot := range b.wired.renewals[n] {
					renewal = max(renewal, b.val.of[slot][w])
				}
				newcomer := theory.FirstBelief(resolve[w])
				st.prior[n][l] = theory.Renew(st.prior[n][l], newcomer, renewal)
				st.belief[n][l] = theory.KeepBelief(theory.Renew(st.belief[n][l], newcomer, renewal))
			}
		}
		for l := range b.lanes {
			_, u := b.pair(l, period, o.actor, slotType)
			st.resolute[o.actor][l] = mark(u < resolve[b.worldOf[l]])
		}
	}
}

package sim

import (
	"parley/elementary"
	"parley/theory"
)

func normalQuantile(u float64) float64 { return elementary.NormalQuantile(u) }

// playTheatres is step 5: every theatre from the same snapshot of strengths,
// beliefs and who fights where; what it changes elsewhere is applied after.
func (b *batch) playTheatres(sc *scenario, period int) {
	b.strengths(b.lanes)
	b.clashes()
	for n := range b.p.theatres {
		clear(b.scratch.changed[n][:b.lanes])
		calm, war := b.scratch.quiet[:0], b.scratch.war[:0]
		for l, status := range b.state.status[n][:b.lanes] {
			if status == quiet {
				calm = append(calm, int32(l))
			} else {
				war = append(war, int32(l))
			}
		}
		clear(b.scratch.hazardCrisis[n][:b.lanes])
		clear(b.scratch.hazardWar[n][:b.lanes])
		for _, s := range b.wired.defending[n] {
			clear(b.scratch.hazardFight[s][:b.lanes])
		}
		years := b.p.delta
		for _, l := range calm {
			b.state.quietYears[n][l] += years
		}
		for _, l := range war {
			b.state.years[n][l] += years
			b.scratch.wasAtWar[n][l] = 1
		}
		b.fight(n, period, war)
		b.playQuiet(sc, n, period, calm)
	}
	b.takeLosses()
	for n := range b.p.theatres {
		since, changed := b.state.since[n], b.scratch.changed[n]
		for l := range b.lanes {
			if changed[l] != 0 {
				since[l] = 0
			} else {
				since[l]++
			}
		}
	}
}

// takeLosses takes what the period's fighting cost, once every theatre has been
// played, and clears it.
func (b *batch) takeLosses() {
	for k := range b.p.stocks {
		if !b.scratch.lost[k] {
			continue
		}
		b.scratch.lost[k] = false
		stock, kept := b.state.stock[k], b.scratch.loss[k]
		for l := range b.lanes {
			stock[l] *= kept[l]
			kept[l] = 1
		}
	}
}

// clashes finds the hazard of direct clashes in the wars that are on (rule 16).
func (b *batch) clashes() {
	for s := range b.p.supports {
		one := &b.p.supports[s]
		if one.clash == nil {
			continue
		}
		hazard := b.scratch.hazardClash[s][:b.lanes]
		clear(hazard)
		if !b.wired.supports[s] {
			continue
		}
		for l := range hazard {
			if b.state.status[one.theatre][l] == atWar {
				w := b.worldOf[l]
				hazard[l] = theory.ClashHazard(b.val.of[one.clash.rate][w], b.val.of[one.clash.surge][w], b.state.level[s][l], b.p.delta)
			}
		}
	}
}

// promiseHolds reports whether a promised guarantee has taken hold in a quiet
// theatre (docs/model.md §7).
func (b *batch) promiseHolds(n, lane, period int) bool {
	st := &b.state
	waited := min(st.since[n][lane], int32(period)-st.promisedAt[n][lane])
	return waited >= st.takes[n][lane]
}

// events is the shift of a challenge by the scenario's events (rule 20).
func (b *batch) events(sc *scenario, n, lane, period int) float64 {
	sum := 0.0
	for i := range sc.events {
		e := &sc.events[i]
		if e.theatre == n && int32(period) < b.state.eventUntil[i][lane] {
			sum += b.val.of[e.shift][b.worldOf[lane]]
		}
	}
	return sum
}

// friction is what multiplies the hazards of a quiet theatre after a war, or
// with a promise made, given what proxies make of them (rule 10).
func (b *batch) friction(n, lane, period int, proxies float64) float64 {
	t, v, st, w := &b.p.theatres[n], b.val.of, &b.state, b.worldOf[lane]
	f := theory.Friction{Proxies: proxies, AfterWar: st.ended[n][lane] > 0}
	if f.AfterWar {
		f.Imposed = v[t.peace.imposed][w] * st.imposed[n][lane]
		f.Years = float64(st.since[n][lane]) * b.p.delta
		f.Monitoring = v[t.peace.monitoring][w] * st.monitored[n][lane]
	}
	if st.promise[n][lane] > 0 && !b.promiseHolds(n, lane, period) {
		f.Window = v[t.peace.window][w] * st.promise[n][lane]
	}
	return f.Factor()
}

// crisis plays out a challenge.
func (b *batch) crisis(n, lane, i, period int, u float64) {
	st, g, w := &b.state, &b.scratch.board, b.worldOf[lane]
	if u < g.concede[i] {
		st.share[n][lane] = min(st.share[n][lane]+b.derived.crisis[n][w].Concession, 1)
		return
	}
	u, v := b.pair(lane, period, n, slotAttack)
	if u >= g.attack[i] {
		return
	}
	lead := b.wired.fighter[n]
	if lead < 0 {
		b.beginWar(n, lane, theory.Aside, period)
		return
	}
	answers := b.answersOf(n, i, st.resolute[b.p.supports[lead].from][lane])
	answer := theory.Fight
	switch {
	case v < answers[theory.Aside]:
		answer = theory.Aside
	case v < answers[theory.Aside]+answers[theory.Arm]:
		answer = theory.Arm
	}
	b.scratch.lesson[n][lane] += theory.LogLikelihood(b.answersOf(n, i, 1)[answer], b.answersOf(n, i, 0)[answer])
	b.beginWar(n, lane, answer, period)
}

// beginWar begins a war; a lead that fights, and those that join it, become
// part of the defender's strength (rule 14).
func (b *batch) beginWar(n, lane int, answer theory.Answer, period int) {
	t, v, st, w := &b.p.theatres[n], b.val.of, &b.state, b.worldOf[lane]
	st.status[n][lane] = atWar
	b.scratch.changed[n][lane] = 1
	st.warsBegun[n][lane] = 1
	if st.ended[n][lane] > 0 {
		st.resumed[n][lane] = 1
	}
	st.guarantee[n][lane], st.limits[n][lane], st.relief[n][lane] = 0, 0, 0
	st.neutrality[n][lane], st.monitored[n][lane], st.imposed[n][lane] = 0, 0, 0
	st.favour[n][lane], st.granted[n][lane] = 0, 0
	for j := range t.issues {
		st.terms[n][j*b.room+lane] = 0
	}
	mC, mD := b.scratch.strengthC[n][lane], b.scratch.strengthD[n][lane]
	for _, s := range b.wired.defending[n] {
		one := &b.p.supports[s]
		if one.fights == nil {
			continue
		}
		switch {
		case s == b.wired.fighter[n]:
			st.answer[s][lane] = uint8(answer)
		case answer == theory.Fight:
			if _, u := b.pair(lane, period, s, slotSupport); u < v[one.joins][w] {
				st.answer[s][lane] = uint8(theory.Fight)
			}
		}
		switch theory.Answer(st.answer[s][lane]) {
		case theory.Fight:
			st.fightsBegun[s][lane] = 1
			mD += b.scratch.potential[s][lane]
		case theory.Arm:
			mD += float64(v[one.fights.arming][w] * b.scratch.potential[s][lane])
		case theory.Aside:
		}
	}
	st.rhoStart[n][lane] = theory.LogRatio(mC, mD, v[t.advantage][w])
	st.ratioStart[n][lane] = theory.Ratio(mC, mD)
}

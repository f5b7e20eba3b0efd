package sim

import (
	"fmt"
	"slices"

	"parley/elementary"
	"parley/result"
	"parley/theory"
)

// open makes ready a batch of worlds: its draws and numbers, what follows from
// them, the opening state, and the constants that anchor every decision to its
// baseline there (rule 7). So many worlds in a row share their chance.
func (b *batch) open(points Points, first, worlds, shared int) {
	b.first, b.worlds, b.lanes = first, worlds, worlds*b.replicates
	for l := range b.worldOf[:b.lanes] {
		b.worldOf[l], b.replicateOf[l] = int32(l%worlds), uint32(l/worlds)
		b.worldNumber[l] = uint32((first + l%worlds) / shared)
	}
	b.fails.reset(worlds)
	clear(b.notes)
	for f, factor := range b.p.world.Factors {
		column := b.draws[f][:worlds]
		if held, pinned := points.Held(f); pinned {
			fill(column, held)
			continue
		}
		if points.Drawn(f, first, column) {
			continue
		}
		points.Fill(f, first, column)
		for w, u := range column {
			column[w] = factor.Law.Quantile(u)
		}
	}
	b.val.evaluate(b.draws)
	b.inDomain()
	b.baselinesAgree()
	b.choicesAgree()
	b.deriveRates()
	b.openState()
	b.anchor()
	b.openReplicates()
}

// inDomain fails the worlds in which a number leaves its domain.
func (b *batch) inDomain() {
	for i := range b.p.checks {
		c := &b.p.checks[i]
		for w, v := range b.val.of[c.slot][:b.worlds] {
			if !c.number.Domain.Holds(v) {
				b.fails.input(w, c.number, v)
			}
		}
	}
}

// baselinesAgree fails the worlds in which concession and war, given a
// challenge, would be more than certain together (rule 9).
func (b *batch) baselinesAgree() {
	v := b.val.of
	for n := range b.p.theatres {
		t := &b.p.theatres[n]
		for _, pair := range [][2]int{{t.crisis.attack, t.crisis.concede}, {t.peace.attack, t.peace.concede}} {
			for w := range b.worlds {
				if attack, concede := v[pair[0]][w], v[pair[1]][w]; !theory.BaselinesAgree(attack, concede) && b.fails.why[w] == nil {
					b.fails.why[w] = &result.Failure{
						Rule: 9, Where: "theatre." + t.id,
						Detail: fmt.Sprintf("given a challenge, a concession has the baseline %.3g and war %.3g: more than certainty together (rule 9)", concede, attack),
					}
				}
			}
		}
	}
}

// choicesAgree fails the worlds in which cutting and surging in one period would
// be more than certain together (rule 15).
func (b *batch) choicesAgree() {
	v := b.val.of
	for i := range b.p.supports {
		u := b.p.supports[i].sustains
		if u == nil {
			continue
		}
		for w := range b.worlds {
			cut, surge := theory.PerPeriod(v[u.cut][w], b.p.delta), theory.PerPeriod(v[u.surge][w], b.p.delta)
			if !theory.ChoicesAgree(cut, surge) && b.fails.why[w] == nil {
				b.fails.why[w] = &result.Failure{
					Rule: 15, Where: "support." + b.p.supports[i].id,
					Detail: fmt.Sprintf("in one period cutting has the baseline %.3g and surging %.3g: hardly anything is left for sustaining (rule 15)", cut, surge),
				}
			}
		}
	}
}

// deriveRates finds what follows from the numbers without any state.
func (b *batch) deriveRates() {
	p, d, v := b.p, &b.derived, b.val.of
	for n := range p.theatres {
		d.mixedForm[n] = slices.ContainsFunc(v[p.theatres[n].difference][:b.worlds], func(f float64) bool { return f > 0 && f < 1 })
	}
	for w := range b.worlds {
		for k := range p.stocks {
			d.kept[k][w] = theory.Kept(v[p.stocks[k].wear][w], p.delta)
		}
		for i := range p.flows {
			f := &p.flows[i]
			d.growth[i][w] = theory.FlowGrowth(v[f.grows][w], v[f.halfLife][w], p.delta)
		}
		for s := range p.supports {
			one := &p.supports[s]
			t := &p.theatres[one.theatre]
			weights, commits := t.weightsD, v[t.commitsD][w]
			if !one.ofDefender {
				weights, commits = t.weightsC, v[t.commitsC][w]
			}
			unit, total := 0.0, 0.0
			for i, a := range one.aid {
				d.aidUsable[s][i*b.width+w] = v[a.slot][w] * v[one.usable][w]
				total += v[a.slot][w]
				for _, m := range weights {
					if m.stock == a.stock {
						unit += float64(v[m.slot][w] * v[one.usable][w] * v[a.slot][w])
					}
				}
			}
			d.aidUnit[s][w], d.aidTotal[s][w] = commits*unit, total
			if u := one.sustains; u != nil {
				d.sustain[s][w] = theory.Sustaining{
					Sensitivity: v[t.crisis.sensitivity][w], StakeResolute: v[u.stakeR][w], StakeIrresolute: v[u.stakeI][w],
					Gap: v[u.gap][w], Cost: v[u.cost][w], Escalation: v[u.escalation][w], Size: v[u.size][w],
				}
			}
		}
		for a := range p.actors {
			d.aidAll[a][w] = 0
			for s := range p.supports {
				if p.supports[s].from == a && b.wired.supports[s] {
					d.aidAll[a][w] += d.aidTotal[s][w]
				}
			}
			if q := b.wired.capacity[a]; q != nil {
				d.scarceKept[a][w] = theory.ScarceKept(v[q.recovery][w], p.delta)
				d.scarceBase[a][w] = 0
				if d.aidAll[a][w] > 0 {
					d.scarceBase[a][w] = theory.ScarceUsual(v[q.scarce][w], d.scarceKept[a][w], p.delta)
				}
			}
			d.wealth[a][w] = 0
			for _, k := range p.actors[a].stocks {
				d.wealth[a][w] += v[p.stocks[k].opening][w]
			}
		}
		for i := range p.releases {
			d.holdings[i][w] = d.wealth[p.releases[i].of][w]
		}
		for n := range p.theatres {
			b.deriveTheatre(n, w)
		}
		for i := range p.bodies {
			d.passes[i][w] = b.passes(i, w, 0, nil, 0)
		}
	}
}

func (b *batch) deriveTheatre(n, w int) {
	t, d, v := &b.p.theatres[n], &b.derived, b.val.of
	k := &t.crisis
	c := theory.Crisis{
		Sensitivity: v[k.sensitivity][w], Concession: v[k.concession][w], BackingDown: v[k.backingDown][w], GivingWay: v[k.givingWay][w],
		ChallengerCost: v[k.challengerCost][w], DefenderCost: v[k.defenderCost][w], FacingSupporter: v[k.facing][w],
		Punishment: v[k.punishment][w], Probe: v[k.probe][w],
	}
	if s := b.wired.fighter[n]; s >= 0 {
		c.HasSupporter = true
		c.Supporter = supporterOf(b.p.supports[s].fights, v, w)
		if q := b.wired.capacity[b.p.supports[s].from]; q != nil {
			c.Opportunism = v[q.opportunism][w]
		}
	}
	d.crisis[n][w] = c
	d.remembered[n][w] = 1
	if slot := b.wired.forgets[n]; slot >= 0 {
		d.remembered[n][w] = theory.Remembered(v[slot][w], b.p.delta)
	}
	count := len(t.issues)
	issues, order := d.issues[n][w*count:(w+1)*count], d.order[n][w*count:(w+1)*count]
	for j, weights := range t.weights {
		issues[j] = theory.Issue{Challenger: v[weights[0]][w], Defender: v[weights[1]][w]}
	}
	theory.ParetoOrder(issues, order)
}

// openState lays out the opening on the lanes of the first replicate.
func (b *batch) openState() {
	p, v, st := b.p, b.val.of, &b.state
	b.clearState()
	for w := range b.worlds {
		for k := range p.stocks {
			st.stock[k][w] = v[p.stocks[k].opening][w]
			st.production[k][w] = v[p.stocks[k].production][w]
		}
		for a := range p.actors {
			st.scarce[a][w] = b.derived.scarceBase[a][w]
		}
		for s := range p.supports {
			st.level[s][w], st.expected[s][w] = 1, 1
			if b.wired.supports[s] {
				st.giving[s][w] = 1
			}
		}
		for i := range p.flows {
			st.flowGrowth[i][w], st.flowScale[i][w] = 1, 1
			for _, past := range st.history[i] {
				past[w] = 1
			}
		}
		for n := range p.theatres {
			b.openTheatre(n, w)
		}
	}
}

func (b *batch) openTheatre(n, w int) {
	t, v, st := &b.p.theatres[n], b.val.of, &b.state
	st.share[n][w] = v[t.share][w]
	st.promisedAt[n][w] = -1
	st.alpha[n][w] = v[t.crisis.pays][w] * v[t.crisis.paysWeight][w]
	st.beta[n][w] = (1 - v[t.crisis.pays][w]) * v[t.crisis.paysWeight][w]
	st.relieved[n][w] = theory.Expectation(st.alpha[n][w], st.beta[n][w])
	if lead := t.lead; lead >= 0 {
		// Also where the link is cut: then nothing is learned about it.
		prior := theory.FirstBelief(v[b.p.actors[b.p.supports[lead].from].resolve][w])
		st.belief[n][w], st.prior[n][w] = prior, prior
		b.derived.belief[n][w] = elementary.Logistic(prior)
	}
	if t.opensAtWar {
		st.status[n][w] = atWar
		return
	}
	st.favour[n][w], st.bargain[n][w] = 0.5, 0.5
	st.guarantee[n][w], st.limits[n][w], st.relief[n][w] = v[t.peace.guarantee][w], v[t.peace.limits][w], v[t.peace.relief][w]
	st.neutrality[n][w], st.monitored[n][w] = v[t.peace.neutrality][w], v[t.peace.monitored][w]
}

// anchor finds every constant from the opening state (rule 7). Strengths and
// what the exchange of the opening brings are those of the first replicate's
// lanes; nothing random has happened yet.
func (b *batch) anchor() {
	worlds := b.worlds
	b.strengths(worlds)
	for n := range b.p.theatres {
		t := &b.p.theatres[n]
		v := b.val.of
		for w := range worlds {
			rho := b.logRatio(n, w)
			p := theory.Contest(rho, v[t.decisiveness][w], v[t.difference][w])
			mu := v[t.war.pace][w]
			if t.opensAtWar {
				var shown bool
				mu, shown = theory.FrontPace(v[t.war.drift][w], p, v[t.share][w])
				b.note("drift", "theatre."+t.id, w, !shown)
			}
			b.derived.mu[n][w] = mu
			b.derived.fade[n][w] = theory.Fade(mu, v[t.war.horizon][w])
			b.derived.logRho[n][w] = rho
			b.derived.ratio[n][w] = theory.Ratio(b.scratch.strengthC[n][w], b.scratch.strengthD[n][w])
			b.derived.pOpening[n][w] = p
			b.state.rhoStart[n][w] = rho
			b.state.ratioStart[n][w] = b.derived.ratio[n][w]
			b.anchorCrisis(n, w)
		}
	}
	b.openingNet()
	for n := range b.p.theatres {
		for w := range worlds {
			b.anchorWar(n, w)
		}
	}
}

// anchorCrisis anchors both phases of the crisis game, before any war and
// after one, with the theatre's default peace terms.
func (b *batch) anchorCrisis(n, w int) {
	t, d, v := &b.p.theatres[n], &b.derived, b.val.of
	c := &d.crisis[n][w]
	s := theory.Standing{
		Share: v[t.share][w], Guarantee: v[t.peace.guarantee][w], Belief: d.belief[n][w], FirstBelief: d.belief[n][w],
		Relief: b.state.relieved[n][w],
	}
	s.Forecasts = b.forecastAnswers(n, w, s.Share)
	base := theory.Baselines{
		Challenge: theory.PerPeriod(v[t.crisis.challenge][w], b.p.delta), Concede: v[t.crisis.concede][w], Attack: v[t.crisis.attack][w],
	}
	if lead := b.wired.fighter[n]; lead >= 0 {
		base.Fight = v[b.p.supports[lead].fights.baseline][w]
	}
	d.before[n][w] = theory.AnchorCrisis(c, &base, &s)
	base.Challenge = theory.PerPeriod(v[t.peace.challenge][w], b.p.delta)
	base.Concede, base.Attack = v[t.peace.concede][w], v[t.peace.attack][w]
	d.after[n][w] = theory.AnchorCrisis(c, &base, &s)
	d.reopen[n][w] = elementary.Logit(theory.PerPeriod(v[t.peace.reopen][w], b.p.delta))
}

// forecastAnswers is x̂ by the lead's answer on a lane (§7).
func (b *batch) forecastAnswers(n, lane int, x float64) [3]float64 {
	t, v, w := &b.p.theatres[n], b.val.of, b.worldOf[lane]
	mC, mD := b.scratch.strengthC[n][lane], b.scratch.strengthD[n][lane]
	at := func(defender float64) float64 {
		rho := theory.LogRatio(mC, defender, v[t.advantage][w])
		return theory.Forecast(theory.Contest(rho, v[t.decisiveness][w], v[t.difference][w]), x, b.derived.fade[n][w])
	}
	aside := at(mD)
	lead := b.wired.fighter[n]
	if lead < 0 {
		return [3]float64{aside, aside, aside}
	}
	potential := b.scratch.potential[lead][lane]
	armed := mD + float64(v[b.p.supports[lead].fights.arming][w]*potential)
	joined := mD + potential
	for _, s := range b.wired.defending[n] {
		if s != lead && b.p.supports[s].fights != nil {
			joined += float64(v[b.p.supports[s].joins][w] * b.scratch.potential[s][lane])
		}
	}
	return [3]float64{aside, at(armed), at(joined)}
}

// openingNet plays the exchange of the opening state on the first replicate's
// lanes for what comes in, and takes everything but that back.
func (b *batch) openingNet() {
	b.opening.copyFrom(&b.state, b.worlds)
	b.exchange(0, b.worlds)
	for k := range b.p.stocks {
		copy(b.opening.net[k][:b.worlds], b.state.net[k][:b.worlds])
	}
	for i := range b.p.flows {
		copy(b.opening.flowed[i][:b.worlds], b.state.flowed[i][:b.worlds])
	}
	b.state.copyFrom(&b.opening, b.worlds)
}

// anchorWar anchors the choice of support and the talks.
func (b *batch) anchorWar(n, w int) {
	t, d, v := &b.p.theatres[n], &b.derived, b.val.of
	if lead := b.wired.lead[n]; lead >= 0 && b.p.supports[lead].sustains != nil {
		u := b.p.supports[lead].sustains
		forecasts := b.forecastLevels(n, lead, w)
		d.supportsAt[lead][w] = theory.AnchorSupport(&d.sustain[lead][w], theory.PerPeriod(v[u.cut][w], b.p.delta),
			theory.PerPeriod(v[u.surge][w], b.p.delta), theory.PerPeriod(v[u.restart][w], b.p.delta), d.belief[n][w], &forecasts)
		b.state.expected[lead][w] = b.expectLevel(n, lead, w, &forecasts)
	}
	talks := b.talk(n, w)
	if t.opensAtWar {
		b.state.bargain[n][w] = b.onOffer(n, int32(w))
	}
	d.talks[n][w] = theory.AnchorTalks(theory.PerPeriod(v[t.war.end][w], b.p.delta), v[t.crisis.sensitivity][w], talks.challenger, talks.defender, talks.shift)
}

// openReplicates copies the opening to every replicate, draws the supporters'
// true types, and keeps it for the scenarios to come.
func (b *batch) openReplicates() {
	worlds := b.worlds
	for r := 1; r < b.replicates; r++ {
		b.spread(r * worlds)
	}
	for a := range b.p.actors {
		resolve := b.val.of[b.p.actors[a].resolve]
		for l := range b.lanes {
			u, _ := b.pair(l, 0, a, slotType)
			b.state.resolute[a][l] = mark(u < resolve[b.worldOf[l]])
		}
	}
	b.opening.copyFrom(&b.state, b.lanes)
}

// spread copies the first replicate's lanes to those from a lane on.
func (b *batch) spread(from int) {
	n := b.worlds
	st := &b.state
	for _, rows := range [][][]float64{
		st.stock, st.production, st.net, st.scarce, st.share, st.favour, st.bargain, st.guarantee, st.limits, st.relief, st.neutrality, st.monitored,
		st.alpha, st.beta, st.relieved, st.belief, st.prior, st.rhoStart, st.ratioStart, st.level, st.giving, st.expected, st.flowGrowth, st.flowScale, st.flowed,
	} {
		for _, row := range rows {
			copy(row[from:from+n], row[:n])
		}
	}
	for _, row := range st.status {
		copy(row[from:from+n], row[:n])
	}
	for _, row := range st.promisedAt {
		copy(row[from:from+n], row[:n])
	}
	for _, rows := range st.history {
		for _, row := range rows {
			copy(row[from:from+n], row[:n])
		}
	}
}

// clearState empties every array of the lanes in use.
func (b *batch) clearState() {
	st := &b.state
	for _, rows := range [][][]float64{
		st.stock, st.production, st.net, st.scarce, st.share, st.favour, st.granted, st.bargain, st.guarantee, st.limits, st.relief, st.neutrality, st.monitored,
		st.imposed, st.promise, st.alpha, st.beta, st.relieved, st.belief, st.prior, st.rhoStart, st.ratioStart, st.pressC, st.pressD, st.talks,
		st.acceptC, st.acceptD, st.level, st.threat, st.expected, st.flowGrowth, st.flowScale, st.flowed, st.passSum, st.passCount,
		st.years, st.quietYears, st.given, st.giving, st.terms,
	} {
		clearRows(rows)
	}
	for _, rows := range [][][]uint8{st.resolute, st.status, st.warsBegun, st.fightsBegun, st.crises, st.resumed, st.fixed, st.answer, st.whenDone} {
		clearRows(rows)
	}
	for _, rows := range [][][]int32{st.since, st.ended, st.promisedAt, st.takes, st.eventUntil} {
		clearRows(rows)
	}
}

func clearRows[T any](rows [][]T) {
	for _, row := range rows {
		clear(row)
	}
}

func mark(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// note remembers whether something that could happen in a world did.
func (b *batch) note(id, where string, world int, happened bool) {
	key := noteKey{id, where}
	if b.notes[key] == nil {
		b.notes[key] = map[int]tries{}
	}
	t := b.notes[key][world]
	t.of++
	if happened {
		t.times++
	}
	b.notes[key][world] = t
}

// sortedNotes lists the notes by id and place, so that blocks are the same
// whatever order they were made in.
func (b *batch) sortedNotes() []noteKey {
	keys := make([]noteKey, 0, len(b.notes))
	for k := range b.notes {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y noteKey) int {
		if x.id != y.id {
			return compareText(x.id, y.id)
		}
		return compareText(x.where, y.where)
	})
	return keys
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

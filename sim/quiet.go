package sim

import (
	"math"

	"parley/elementary"
	"parley/theory"
)

// board is the crisis games of one quiet theatre, one row for each lane that is
// quiet, in the order of those lanes. The games are solved in sweeps over rows:
// gather, arithmetic, and one costly function at a time over a whole column, so
// that vector kernels do the costly part. The arithmetic is that of
// theory.PlayCrisis, step by step.
type board struct {
	rho, balance                              []float64    // ln ρ with the lead aside; room
	forecast                                  [3][]float64 // x̂ by the lead's answer
	share, guarantee, relief                  []float64    //
	belief, shift                             []float64    // b; what moves a challenge besides utility
	anchors                                   []*theory.Anchors
	crisis                                    []*theory.Crisis
	arm, fight                                [2][]float64 // by type, irresolute first: odds against standing aside
	mixed                                     [3][]float64 // probabilities of the answers as observers mix them
	attackOver, odds, logWhole, expected      []float64
	strength, advantage, decisive, form, fade []float64 // what forecasts need
	attack, inclusive                         []float64
	concede, challenge                        []float64
	friction                                  []float64
	prospect                                  []float64    // p, the lead aside
	fights                                    [2][]float64 // by type: probability of fighting
	hazard, war, reopens                      []float64
	first, second                             []float64 // uniforms
	worlds, replicates                        []uint32  // that they are drawn for
}

func newBoard(lanes int) board {
	row := func() []float64 { return make([]float64, lanes) }
	three := func() [3][]float64 { return [3][]float64{row(), row(), row()} }
	two := func() [2][]float64 { return [2][]float64{row(), row()} }
	return board{
		rho: row(), balance: row(), forecast: three(), share: row(), guarantee: row(), relief: row(), belief: row(), prospect: row(), fights: two(), hazard: row(), war: row(), reopens: row(), first: row(), second: row(), shift: row(),
		worlds: make([]uint32, lanes), replicates: make([]uint32, lanes),
		anchors: make([]*theory.Anchors, lanes), crisis: make([]*theory.Crisis, lanes), arm: two(), fight: two(), mixed: three(),
		attackOver: row(), strength: row(), advantage: row(), decisive: row(), form: row(), fade: row(), odds: row(), logWhole: row(), expected: row(), attack: row(), inclusive: row(), concede: row(), challenge: row(), friction: row(),
	}
}

// playQuiet is a period of a quiet theatre on the lanes given: the crisis game
// and what chance makes of it (rules 7–10; docs/model.md §7).
func (b *batch) playQuiet(sc *scenario, n, period int, lanes []int32) {
	if len(lanes) == 0 {
		return
	}
	b.forecastQuiet(n, lanes)
	b.stand(sc, n, period, lanes)
	b.answerAttack(n, lanes)
	b.attackOrNot(lanes)
	b.concedeOrNot(lanes)
	b.frictions(n, period, lanes)
	b.hazards(n, lanes)
	b.chances(n, period, lanes)
}

// forecastQuiet finds x̂ by the lead's answer.
func (b *batch) forecastQuiet(n int, lanes []int32) {
	v, g := b.val.of, &b.scratch.board
	b.lineUp(n, lanes)
	mD, lead := b.scratch.strengthD[n], b.wired.fighter[n]
	with := b.scratch.sum[:len(lanes)]
	for i, l := range lanes {
		with[i] = mD[l]
	}
	b.forecastAgainst(n, len(lanes), with, g.prospect, g.forecast[theory.Aside])
	if lead < 0 {
		copy(g.forecast[theory.Arm], g.forecast[theory.Aside][:len(lanes)])
		copy(g.forecast[theory.Fight], g.forecast[theory.Aside][:len(lanes)])
		return
	}
	arming, potential := v[b.p.supports[lead].fights.arming], b.scratch.potential[lead]
	for i, l := range lanes {
		with[i] = mD[l] + float64(arming[b.worldOf[l]]*potential[l])
	}
	b.forecastAgainst(n, len(lanes), with, nil, g.forecast[theory.Arm])
	for i, l := range lanes {
		with[i] = mD[l] + potential[l]
	}
	for _, s := range b.wired.defending[n] {
		if s == lead || b.p.supports[s].fights == nil {
			continue
		}
		joins, potential := v[b.p.supports[s].joins], b.scratch.potential[s]
		for i, l := range lanes {
			with[i] += float64(joins[b.worldOf[l]] * potential[l])
		}
	}
	b.forecastAgainst(n, len(lanes), with, nil, g.forecast[theory.Fight])
}

// lineUp gathers, row by row, what every forecast of a theatre needs.
func (b *batch) lineUp(n int, lanes []int32) {
	t, v, g := &b.p.theatres[n], b.val.of, &b.scratch.board
	advantage, decisive, form, fade := v[t.advantage], v[t.decisiveness], v[t.difference], b.derived.fade[n]
	mC, x := b.scratch.strengthC[n], b.state.share[n]
	for i, l := range lanes {
		w := b.worldOf[l]
		g.strength[i], g.share[i] = mC[l], x[l]
		g.advantage[i], g.decisive[i], g.form[i], g.fade[i] = advantage[w], decisive[w], form[w], fade[w]
	}
}

// forecastAgainst finds x̂ against a strength of the defender, and p where it is
// asked for.
func (b *batch) forecastAgainst(n, rows int, defender, prospect, out []float64) {
	g := &b.scratch.board
	rho, balance, out := g.rho[:rows], g.balance[:rows], out[:rows]
	defender, strength, advantage := defender[:rows], g.strength[:rows], g.advantage[:rows]
	for i, d := range defender {
		rho[i], balance[i] = theory.RatioAndBalance(strength[i], d, advantage[i])
	}
	elementary.LogAll(rho)
	decisive, form := g.decisive[:rows], g.form[:rows]
	for i, m := range decisive {
		out[i] = theory.ContestScore(rho[i], balance[i], m, form[i])
	}
	elementary.LogisticAll(out)
	if b.derived.mixedForm[n] {
		for i, f := range form {
			if f > 0 && f < 1 {
				out[i] = theory.Contest(rho[i], decisive[i], f)
			}
		}
	}
	if prospect != nil {
		copy(prospect, out)
	}
	share, fade := g.share[:rows], g.fade[:rows]
	for i, p := range out {
		out[i] = theory.Forecast(p, share[i], fade[i])
	}
}

// stand gathers the state the games are played in.
func (b *batch) stand(sc *scenario, n, period int, lanes []int32) {
	g, st, d := &b.scratch.board, &b.state, &b.derived
	crises, before, after := d.crisis[n], d.before[n], d.after[n]
	ended, guarantee, promise := st.ended[n], st.guarantee[n], st.promise[n]
	relieved := st.relieved[n]
	for i, l := range lanes {
		w := b.worldOf[l]
		g.crisis[i], g.anchors[i] = &crises[w], &before[w]
		if ended[l] > 0 {
			g.anchors[i] = &after[w]
		}
		g.guarantee[i] = guarantee[l]
		if promise[l] > guarantee[l] && b.promiseHolds(n, int(l), period) {
			g.guarantee[i] = promise[l]
		}
		g.relief[i] = relieved[l]
		g.shift[i] = 0
	}
	if len(sc.events) > 0 {
		for i, l := range lanes {
			g.shift[i] = b.events(sc, n, int(l), period)
		}
	}
	lead := b.wired.fighter[n]
	if lead < 0 {
		return
	}
	belief := st.belief[n]
	for i, l := range lanes {
		g.belief[i] = belief[l]
	}
	elementary.LogisticAll(g.belief[:len(lanes)])
	actor := b.p.supports[lead].from
	first, fighting := d.belief[n], b.scratch.fighting[actor]
	busy := b.wired.capacity[actor] != nil
	for i, l := range lanes {
		s := theory.Standing{Belief: g.belief[i], FirstBelief: first[b.worldOf[l]], Events: g.shift[i]}
		if busy && fighting[l] > 0 && b.elsewhere(n, actor, int(l)) > 0 {
			s.Elsewhere = 1
		}
		g.shift[i] = theory.ChallengeShift(g.crisis[i], &s)
	}
}

// answerAttack finds how the lead answers an attack, by type and mixed (rule 8).
func (b *batch) answerAttack(n int, lanes []int32) {
	g := &b.scratch.board
	rows := len(lanes)
	if b.wired.fighter[n] < 0 {
		fill(g.mixed[theory.Aside][:rows], 1)
		clear(g.mixed[theory.Arm][:rows])
		clear(g.mixed[theory.Fight][:rows])
		return
	}
	for i, c := range g.crisis[:rows] {
		constant, half := g.anchors[i].Fight, float64(c.Supporter.Gap/2)
		x := [3]float64{g.forecast[0][i], g.forecast[1][i], g.forecast[2][i]}
		arm, fight := theory.SupporterValue(c, c.Supporter.StakeResolute, g.guarantee[i], &x)
		g.arm[1][i], g.fight[1][i] = theory.Bounded(arm), theory.Bounded(fight+constant+half)
		arm, fight = theory.SupporterValue(c, c.Supporter.StakeIrresolute, g.guarantee[i], &x)
		g.arm[0][i], g.fight[0][i] = theory.Bounded(arm), theory.Bounded(fight+constant-half)
	}
	for kind := range 2 {
		elementary.ExpAll(g.arm[kind][:rows])
		elementary.ExpAll(g.fight[kind][:rows])
	}
	aside, arm, fight := g.mixed[theory.Aside][:rows], g.mixed[theory.Arm][:rows], g.mixed[theory.Fight][:rows]
	for i, belief := range g.belief[:rows] {
		r0, r1, r2 := theory.Odds3(g.arm[1][i], g.fight[1][i])
		i0, i1, i2 := theory.Odds3(g.arm[0][i], g.fight[0][i])
		rest := 1 - belief
		aside[i] = float64(belief*r0) + float64(rest*i0)
		arm[i] = float64(belief*r1) + float64(rest*i1)
		fight[i] = float64(belief*r2) + float64(rest*i2)
		g.fights[1][i], g.fights[0][i] = r2, i2
	}
}

// answersOf is the probabilities of a type's answers on row i, given resolute
// (1) or not (0).
func (b *batch) answersOf(n, i int, resolute uint8) [3]float64 {
	if b.wired.fighter[n] < 0 {
		return [3]float64{1, 0, 0}
	}
	g := &b.scratch.board
	aside, arm, fight := theory.Odds3(g.arm[resolute][i], g.fight[resolute][i])
	return [3]float64{aside, arm, fight}
}

// attackOrNot solves the challenger's last choice (rules 7, 9).
func (b *batch) attackOrNot(lanes []int32) {
	g := &b.scratch.board
	rows := len(lanes)
	advantage, odds, logWhole, expected := g.attackOver[:rows], g.odds[:rows], g.logWhole[:rows], g.expected[:rows]
	aside, arm, fight := g.mixed[theory.Aside][:rows], g.mixed[theory.Arm][:rows], g.mixed[theory.Fight][:rows]
	ifAside, ifArm, ifFight := g.forecast[theory.Aside][:rows], g.forecast[theory.Arm][:rows], g.forecast[theory.Fight][:rows]
	for i := range expected {
		expected[i] = theory.Expected(aside[i], arm[i], fight[i], ifAside[i], ifArm[i], ifFight[i])
	}
	crises, anchors, share, relief := g.crisis[:rows], g.anchors[:rows], g.share[:rows], g.relief[:rows]
	for i, c := range crises {
		value := theory.AttackValue(c, expected[i], share[i], fight[i], relief[i])
		advantage[i] = theory.AttackAdvantage(c, value, anchors[i].Attack)
		odds[i] = -math.Abs(advantage[i])
	}
	elementary.ExpAll(odds)
	for i, o := range odds {
		logWhole[i] = 1 + o
	}
	elementary.LogAll(logWhole)
	attack, inclusive := g.attack[:rows], g.inclusive[:rows]
	for i, c := range crises {
		attack[i], inclusive[i] = theory.AttackFrom(c, advantage[i], odds[i], logWhole[i])
	}
}

// concedeOrNot solves the defender's choice and then the challenger's first
// (rule 9).
func (b *batch) concedeOrNot(lanes []int32) {
	g := &b.scratch.board
	rows := len(lanes)
	concede, challenge, anchors := g.concede[:rows], g.challenge[:rows], g.anchors[:rows]
	attack, expected, share := g.attack[:rows], g.expected[:rows], g.share[:rows]
	for i, c := range g.crisis[:rows] {
		concede[i] = theory.ConcedeAdvantage(c, attack[i], theory.ResistValue(c, expected[i], share[i])) + anchors[i].Concede
	}
	elementary.LogisticAll(concede)
	inclusive, shift := g.inclusive[:rows], g.shift[:rows]
	for i, c := range g.crisis[:rows] {
		challenge[i] = theory.ChallengeAdvantage(c, concede[i], inclusive[i]) + shift[i] + anchors[i].Challenge
	}
	elementary.LogisticAll(challenge)
}

// frictions fills what multiplies the hazards (rule 10).
func (b *batch) frictions(n, period int, lanes []int32) {
	st, g := &b.state, &b.scratch.board
	friction := g.friction[:len(lanes)]
	b.proxyFrictions(n, lanes, friction)
	ended, promise := st.ended[n], st.promise[n]
	for i, l := range lanes {
		if ended[l] == 0 && promise[l] == 0 {
			friction[i] = max(friction[i], 0)
			continue
		}
		friction[i] = b.friction(n, int(l), period, friction[i])
	}
}

// proxyFrictions fills Π (wealth now / at the opening)^elasticity.
func (b *batch) proxyFrictions(n int, lanes []int32, friction []float64) {
	fill(friction, 1)
	power := b.scratch.board.balance[:len(lanes)]
	for _, x := range b.p.theatres[n].proxies {
		elasticity, opening := b.val.of[x.elasticity], b.derived.wealth[x.actor]
		for i, l := range lanes {
			wealth := 0.0
			for _, k := range b.p.actors[x.actor].stocks {
				wealth += b.state.stock[k][l]
			}
			power[i] = theory.WealthRatio(wealth, opening[b.worldOf[l]])
		}
		elementary.LogAll(power)
		for i, l := range lanes {
			power[i] *= elasticity[b.worldOf[l]]
		}
		elementary.ExpAll(power)
		for i := range friction {
			friction[i] *= power[i]
		}
	}
}

// hazards records, before chance plays, the hazards of a crisis, of war and of
// war with each supporter fighting (rule 10).
func (b *batch) hazards(n int, lanes []int32) {
	g, sc, st := &b.scratch.board, &b.scratch, &b.state
	rows := len(lanes)
	hazard, war, reopens := g.hazard[:rows], g.war[:rows], g.reopens[:rows]
	challenge, concede, attack, friction := g.challenge[:rows], g.concede[:rows], g.attack[:rows], g.friction[:rows]
	for i := range hazard {
		hazard[i] = min(1, challenge[i]*friction[i])
		war[i] = float64(hazard[i] * (1 - concede[i]) * attack[i])
	}
	b.reopening(n, lanes)
	crises, wars := sc.hazardCrisis[n], sc.hazardWar[n]
	for i, l := range lanes {
		crises[l] = hazard[i]
		wars[l] = 1 - float64((1-war[i])*(1-reopens[i]))
	}
	lead := b.wired.fighter[n]
	if lead < 0 {
		return
	}
	resolute := st.resolute[b.p.supports[lead].from]
	for _, s := range b.wired.defending[n] {
		one := &b.p.supports[s]
		if one.fights == nil {
			continue
		}
		joins, out := b.val.of[one.joins], sc.hazardFight[s]
		for i, l := range lanes {
			out[l] = war[i] * g.fights[resolute[l]][i]
			if s != lead {
				out[l] *= joins[b.worldOf[l]]
			}
		}
	}
}

// reopening fills the chance that the defender reopens a war that has ended
// (rule 10).
func (b *batch) reopening(n int, lanes []int32) {
	g, st, t, v := &b.scratch.board, &b.state, &b.p.theatres[n], b.val.of
	reopens, ended := g.reopens[:len(lanes)], st.ended[n]
	sensitivity, revanche := v[t.crisis.sensitivity], v[t.peace.revanche]
	opening, constant, granted := b.derived.pOpening[n], b.derived.reopen[n], st.granted[n]
	any := false
	for i, l := range lanes {
		reopens[i] = 0
		if w := b.worldOf[l]; ended[l] > 0 && constant[w] > never {
			reopens[i] = theory.ReopenAdvantage(sensitivity[w], g.prospect[i], opening[w], revanche[w], granted[l]) + constant[w]
			any = true
		}
	}
	if !any {
		return
	}
	elementary.LogisticAll(reopens)
	for i, l := range lanes {
		if ended[l] > 0 && constant[b.worldOf[l]] > never {
			reopens[i] = min(1, g.friction[i]*reopens[i])
		} else {
			reopens[i] = 0
		}
	}
}

// never is the constant of a choice whose baseline is 0.
var never = math.Inf(-1)

// chances plays the period out (rule 10).
func (b *batch) chances(n, period int, lanes []int32) {
	g := &b.scratch.board
	first, second := b.drawAll(period, n, slotQuiet, lanes)
	for i, l := range lanes {
		if first[i] < g.hazard[i] {
			b.state.crises[n][l] = 1
			b.crisis(n, int(l), i, period, second[i])
		}
	}
	b.reopenWars(n, period, lanes)
}

// reopenWars lets defenders reopen wars, where none has begun by an attack.
func (b *batch) reopenWars(n, period int, lanes []int32) {
	g, status := &b.scratch.board, b.state.status[n]
	may, hazard := b.scratch.war[:0], g.hazard[:0]
	for i, l := range lanes {
		if g.reopens[i] > 0 && status[l] == quiet {
			may, hazard = append(may, l), append(hazard, g.reopens[i])
		}
	}
	if len(may) == 0 {
		return
	}
	first, _ := b.drawAll(period, n, slotReopen, may)
	for i, l := range may {
		if first[i] < hazard[i] {
			b.beginWar(n, int(l), theory.Aside, period)
		}
	}
}

// drawAll draws the two uniforms of each lane given, as [batch.pair] does.
func (b *batch) drawAll(period, place, slot int, lanes []int32) (first, second []float64) {
	g := &b.scratch.board
	first, second = g.first[:len(lanes)], g.second[:len(lanes)]
	worlds, replicates := b.keys(lanes)
	b.stream.Pairs(worlds, replicates, uint16(period), uint16(place), uint16(slot), first, second)
	return first, second
}

// keys are the worlds and replicates that the lanes given draw for.
func (b *batch) keys(lanes []int32) (worlds, replicates []uint32) {
	if len(lanes) == b.lanes {
		return b.worldNumber[:b.lanes], b.replicateOf[:b.lanes]
	}
	g := &b.scratch.board
	worlds, replicates = g.worlds[:len(lanes)], g.replicates[:len(lanes)]
	for i, l := range lanes {
		worlds[i], replicates[i] = b.worldNumber[l], b.replicateOf[l]
	}
	return worlds, replicates
}

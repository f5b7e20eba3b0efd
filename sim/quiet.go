package sim

import (
	"math"

	"parley/elementary"
	"parley/theory"
)

// board is the crisis games of one quiet theatre, one row for each lane that is
// quiet, in the order of those lanes. The game is solved in sweeps over rows,
// each with at most one costly function, so that a processor works on many rows
// at once and vector kernels can take a sweep's place. The arithmetic is that of
// theory.PlayCrisis, step by step.
type board struct {
	rho                        []float64    // ln ρ, the lead aside
	forecast                   [3][]float64 // x̂ by the lead's answer
	share, guarantee, relief   []float64
	belief, shift              []float64
	armR, fightR, armI, fightI []float64       // λ·(U − U(aside)), then odds
	answers                    [2][][3]float64 // by type: irresolute, resolute
	mixed                      [][3]float64
	advantage, odds, logWhole  []float64
	attack, inclusive          []float64
	concede, challenge         []float64
}

func newBoard(lanes int) board {
	row := func() []float64 { return make([]float64, lanes) }
	return board{
		rho: row(), forecast: [3][]float64{row(), row(), row()}, share: row(), guarantee: row(), relief: row(),
		belief: row(), shift: row(), armR: row(), fightR: row(), armI: row(), fightI: row(),
		answers: [2][][3]float64{make([][3]float64, lanes), make([][3]float64, lanes)}, mixed: make([][3]float64, lanes),
		advantage: row(), odds: row(), logWhole: row(), attack: row(), inclusive: row(), concede: row(), challenge: row(),
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
	b.attackOrNot(n, lanes)
	b.concedeOrNot(n, lanes)
	for i, l := range lanes {
		b.chance(n, int(l), i, period)
	}
}

// anchorsOf is the constants that hold on a lane: before any war, or after one.
func (b *batch) anchorsOf(n, lane int) *theory.Anchors {
	if b.state.ended[n][lane] > 0 {
		return &b.derived.after[n][b.worldOf[lane]]
	}
	return &b.derived.before[n][b.worldOf[lane]]
}

// forecastQuiet finds x̂ by the lead's answer.
func (b *batch) forecastQuiet(n int, lanes []int32) {
	v, g := b.val.of, &b.scratch.board
	mD, lead := b.scratch.strengthD[n], b.wired.fighter[n]
	with := b.scratch.sum[:len(lanes)]
	for i, l := range lanes {
		with[i] = mD[l]
	}
	b.forecastAgainst(n, lanes, with, g.rho, g.forecast[theory.Aside])
	if lead < 0 {
		copy(g.forecast[theory.Arm], g.forecast[theory.Aside][:len(lanes)])
		copy(g.forecast[theory.Fight], g.forecast[theory.Aside][:len(lanes)])
		return
	}
	arming, potential := v[b.p.supports[lead].fights.arming], b.scratch.potential[lead]
	for i, l := range lanes {
		with[i] = mD[l] + float64(arming[b.worldOf[l]]*potential[l])
	}
	b.forecastAgainst(n, lanes, with, b.scratch.logRho, g.forecast[theory.Arm])
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
	b.forecastAgainst(n, lanes, with, b.scratch.logRho, g.forecast[theory.Fight])
}

// forecastAgainst finds ln ρ and x̂ against a strength of the defender.
func (b *batch) forecastAgainst(n int, lanes []int32, defender, rho, out []float64) {
	t, v := &b.p.theatres[n], b.val.of
	advantage, decisive, form, fade := v[t.advantage], v[t.decisiveness], v[t.difference], b.derived.fade[n]
	mC, x := b.scratch.strengthC[n], b.state.share[n]
	rho, out = rho[:len(lanes)], out[:len(lanes)]
	for i, l := range lanes {
		rho[i] = theory.LogRatio(mC[l], defender[i], advantage[b.worldOf[l]])
	}
	for i, l := range lanes {
		w := b.worldOf[l]
		out[i] = theory.Contest(rho[i], decisive[w], form[w])
	}
	for i, l := range lanes {
		out[i] = theory.Forecast(out[i], x[l], fade[b.worldOf[l]])
	}
}

// stand gathers the state the games are played in.
func (b *batch) stand(sc *scenario, n, period int, lanes []int32) {
	g, st := &b.scratch.board, &b.state
	for i, l32 := range lanes {
		l := int(l32)
		g.share[i] = st.share[n][l]
		g.guarantee[i] = b.guaranteed(n, l, period)
		g.relief[i] = theory.Expectation(st.alpha[n][l], st.beta[n][l])
		g.shift[i] = b.events(sc, n, l, period)
	}
	lead := b.wired.fighter[n]
	if lead < 0 {
		return
	}
	belief := st.belief[n]
	for i, l := range lanes {
		g.belief[i] = elementary.Logistic(belief[l])
	}
	actor := b.p.supports[lead].from
	busy := b.wired.capacity[actor] != nil
	for i, l32 := range lanes {
		l := int(l32)
		w := b.worldOf[l]
		s := theory.Standing{Belief: g.belief[i], FirstBelief: b.derived.belief[n][w], Events: g.shift[i]}
		if busy && b.elsewhere(n, actor, l) > 0 {
			s.Elsewhere = 1
		}
		g.shift[i] = theory.ChallengeShift(&b.derived.crisis[n][w], &s)
	}
}

// answerAttack finds how the lead answers an attack, by type and mixed (rule 8).
func (b *batch) answerAttack(n int, lanes []int32) {
	g := &b.scratch.board
	if b.wired.fighter[n] < 0 {
		for i := range lanes {
			g.mixed[i] = [3]float64{1, 0, 0}
			g.answers[0][i], g.answers[1][i] = g.mixed[i], g.mixed[i]
		}
		return
	}
	for i, l := range lanes {
		c := &b.derived.crisis[n][b.worldOf[l]]
		constant, half := b.anchorsOf(n, int(l)).Fight, float64(c.Supporter.Gap/2)
		x := [3]float64{g.forecast[0][i], g.forecast[1][i], g.forecast[2][i]}
		arm, fight := theory.SupporterValue(c, c.Supporter.StakeResolute, g.guarantee[i], &x)
		g.armR[i], g.fightR[i] = arm, fight+constant+half
		arm, fight = theory.SupporterValue(c, c.Supporter.StakeIrresolute, g.guarantee[i], &x)
		g.armI[i], g.fightI[i] = arm, fight+constant-half
	}
	for _, row := range [][]float64{g.armR, g.fightR, g.armI, g.fightI} {
		for i, value := range row[:len(lanes)] {
			row[i] = theory.Odds(value)
		}
	}
	for i := range lanes {
		r, ir := &g.answers[1][i], &g.answers[0][i]
		r[0], r[1], r[2] = theory.Odds3(g.armR[i], g.fightR[i])
		ir[0], ir[1], ir[2] = theory.Odds3(g.armI[i], g.fightI[i])
		for k := range r {
			g.mixed[i][k] = float64(g.belief[i]*r[k]) + float64((1-g.belief[i])*ir[k])
		}
	}
}

// attackOrNot solves the challenger's last choice (rules 7, 9).
func (b *batch) attackOrNot(n int, lanes []int32) {
	g := &b.scratch.board
	crises := b.derived.crisis[n]
	for i, l := range lanes {
		c := &crises[b.worldOf[l]]
		s := theory.Standing{Share: g.share[i], Relief: g.relief[i], Forecasts: [3]float64{g.forecast[0][i], g.forecast[1][i], g.forecast[2][i]}}
		g.advantage[i] = theory.AttackAdvantage(c, theory.AttackValue(c, &s, &g.mixed[i]), b.anchorsOf(n, int(l)).Attack)
	}
	odds, logWhole := g.odds[:len(lanes)], g.logWhole[:len(lanes)]
	for i := range odds {
		odds[i] = elementary.Exp(-math.Abs(g.advantage[i]))
	}
	for i := range logWhole {
		logWhole[i] = elementary.Log(1 + odds[i])
	}
	for i, l := range lanes {
		g.attack[i], g.inclusive[i] = theory.AttackFrom(&crises[b.worldOf[l]], g.advantage[i], odds[i], logWhole[i])
	}
}

// concedeOrNot solves the defender's choice and then the challenger's first
// (rule 9).
func (b *batch) concedeOrNot(n int, lanes []int32) {
	g := &b.scratch.board
	crises := b.derived.crisis[n]
	for i, l := range lanes {
		c := &crises[b.worldOf[l]]
		s := theory.Standing{Share: g.share[i], Forecasts: [3]float64{g.forecast[0][i], g.forecast[1][i], g.forecast[2][i]}}
		advantage := theory.ConcedeAdvantage(c, g.attack[i], theory.ResistValue(c, &s, &g.mixed[i]))
		g.concede[i] = theory.Choice(advantage, b.anchorsOf(n, int(l)).Concede)
	}
	for i, l := range lanes {
		advantage := theory.ChallengeAdvantage(&crises[b.worldOf[l]], g.concede[i], g.inclusive[i]) + g.shift[i]
		g.challenge[i] = theory.Choice(advantage, b.anchorsOf(n, int(l)).Challenge)
	}
}

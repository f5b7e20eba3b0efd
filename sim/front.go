package sim

import (
	"math"

	"parley/elementary"
	"parley/theory"
)

// front is the wars of one theatre, one row for each lane that is at war, solved
// in sweeps like the [board] of quiet ones. The arithmetic is that of
// [batch.balanceOf], [batch.stances] and [batch.choices], which serve single
// lanes.
type front struct {
	rho, quotient, root, mu, fade []float64
	growthC, inflowD              []float64
	room, score                   []float64
	prospect                      []float64 // p
	level, shift, shiftC, shiftD  []float64
	hatC, hatD                    []float64
	baseC, baseD                  []float64 // u(0) − W
	acceptC, acceptD              []float64
	forecast                      [3][]float64 // x̂ if the lead cuts, sustains, surges
	cut, surge                    [2][]float64 // by type: odds against sustaining
}

func newFront(lanes int) front {
	row := func() []float64 { return make([]float64, lanes) }
	two := func() [2][]float64 { return [2][]float64{row(), row()} }
	return front{
		rho: row(), quotient: row(), root: row(), mu: row(), fade: row(), growthC: row(), inflowD: row(), room: row(), score: row(),
		prospect: row(), level: row(), shift: row(), shiftC: row(), shiftD: row(), hatC: row(), hatD: row(), baseC: row(), baseD: row(),
		acceptC: row(), acceptD: row(), forecast: [3][]float64{row(), row(), row()}, cut: two(), surge: two(),
	}
}

// gauge reads the balance of a theatre on the lanes given from the strengths at
// hand (rules 6, 11–13).
func (b *batch) gauge(n int, lanes []int32) {
	t, v, g := &b.p.theatres[n], b.val.of, &b.scratch.front
	rows := len(lanes)
	rho, mu, fade := g.rho[:rows], g.mu[:rows], g.fade[:rows]
	mC, mD := b.scratch.strengthC[n], b.scratch.strengthD[n]
	advantage, decisive, tipping, horizon := v[t.advantage], v[t.decisiveness], v[t.war.tipping], v[t.war.horizon]
	ratioStart, rhoStart, pace := b.state.ratioStart[n], b.state.rhoStart[n], b.derived.mu[n]
	for i, l := range lanes {
		rho[i], _ = theory.RatioAndBalance(mC[l], mD[l], advantage[b.worldOf[l]])
		g.quotient[i] = theory.Quotient(mC[l], mD[l], ratioStart[l])
		g.root[i] = math.Sqrt(g.quotient[i])
	}
	elementary.LogAll(rho)
	for i, l := range lanes {
		w := b.worldOf[l]
		mu[i] = theory.Tip(tipping[w], decisive[w], rho[i], rhoStart[l])
	}
	elementary.ExpAll(mu)
	for i, l := range lanes {
		w := b.worldOf[l]
		mu[i] *= pace[w]
		fade[i] = -mu[i] * horizon[w]
	}
	elementary.ExpAll(fade)
	commitsC, commitsD, lossC := v[t.commitsC], v[t.commitsD], v[t.war.lossC]
	for i, l32 := range lanes {
		l := int(l32)
		w := b.worldOf[l]
		inflowC := float64(commitsC[w] * b.inflow(t.weightsC, l))
		for _, s := range b.wired.attacking[n] {
			if b.p.supports[s].hasAid {
				inflowC += float64(b.state.level[s][l] * b.derived.aidUnit[s][w])
			}
		}
		g.growthC[i] = theory.Growth(inflowC, mC[l]) - float64(lossC[w]/g.root[i])
		g.inflowD[i] = commitsD[w] * b.inflow(t.weightsD, l)
	}
}

// shifts fills how far the log ratio is expected to move if the lead gives at
// these levels and the others as they do (THEORY E7).
func (b *batch) shifts(n int, lanes []int32, levels, out []float64) {
	t, v, g := &b.p.theatres[n], b.val.of, &b.scratch.front
	mD, lossD, horizon, lead := b.scratch.strengthD[n], v[t.war.lossD], v[t.war.horizon], b.wired.lead[n]
	inflow := out[:len(lanes)]
	copy(inflow, g.inflowD)
	for _, s := range b.wired.defending[n] {
		if !b.p.supports[s].hasAid {
			continue
		}
		unit, given := b.derived.aidUnit[s], b.state.level[s]
		for i, l := range lanes {
			at := given[l]
			if s == lead {
				at = levels[i]
			}
			inflow[i] += float64(at * unit[b.worldOf[l]])
		}
	}
	for i, l := range lanes {
		w := b.worldOf[l]
		growthD := theory.Growth(inflow[i], mD[l]) - float64(lossD[w]*g.root[i])
		inflow[i] = theory.Shift(g.growthC[i], growthD, horizon[w])
	}
}

// prospects fills p at the log ratios given (rule 6); it may use them up.
func (b *batch) prospects(n int, lanes []int32, rho, out []float64) {
	t, v, g := &b.p.theatres[n], b.val.of, &b.scratch.front
	decisive, form := v[t.decisiveness], v[t.difference]
	room, score := g.room[:len(lanes)], out[:len(lanes)]
	copy(room, rho)
	elementary.LogisticAll(room)
	for i, l := range lanes {
		w := b.worldOf[l]
		score[i] = theory.ContestScore(rho[i], float64(2*room[i])-1, decisive[w], form[w])
	}
	elementary.LogisticAll(score)
	for i, l := range lanes {
		w := b.worldOf[l]
		if f := form[w]; f > 0 && f < 1 {
			score[i] = theory.Contest(rho[i], decisive[w], f)
		}
	}
}

// forecasts fills x̂ at the log ratios given.
func (b *batch) forecasts(n int, lanes []int32, rho, out []float64) {
	b.prospects(n, lanes, rho, out)
	x, fade := b.state.share[n], b.scratch.front.fade
	for i, l := range lanes {
		out[i] = theory.Forecast(out[i], x[l], fade[i])
	}
}

// weighRefusal fills what each side has over refusing before anything is given, u(0) − W,
// and what else moves both towards accepting, κ + τ, in score (rule 13).
func (b *batch) weighRefusal(n int, lanes []int32) {
	t, v, st, g := &b.p.theatres[n], b.val.of, &b.state, &b.scratch.front
	rows, lead := len(lanes), b.wired.lead[n]
	expected := g.level[:rows]
	sustains := lead >= 0 && b.p.supports[lead].sustains != nil
	pressed := false
	for i, l := range lanes {
		expected[i] = 1
		if lead >= 0 {
			expected[i] = st.level[lead][l]
			if sustains && st.fixed[lead][l] == 0 {
				expected[i] = st.expected[lead][l]
			}
		}
		pressed = pressed || st.pressC[n][l] != 0 || st.pressD[n][l] != 0
	}
	shift, shiftC, shiftD := g.shift[:rows], g.shiftC[:rows], g.shiftD[:rows]
	b.shifts(n, lanes, expected, shift)
	copy(shiftC, shift)
	copy(shiftD, shift)
	if pressed {
		b.pressedShifts(n, lanes, expected)
	}
	optimismC, optimismD, hardening := v[t.war.optimismC], v[t.war.optimismD], v[t.war.hardening]
	for i, l := range lanes {
		w, level := b.worldOf[l], 1.0
		if lead >= 0 {
			level = st.level[lead][l]
		}
		hardened := float64(hardening[w] * max(0, level-1))
		shiftC[i] = g.rho[i] + shiftC[i] + optimismC[w] + hardened
		shiftD[i] = g.rho[i] + shiftD[i] - optimismD[w] - hardened
	}
	b.forecasts(n, lanes, shiftC, g.hatC)
	b.forecasts(n, lanes, shiftD, g.hatD)
	costC, costD, leverage, commitment := v[t.war.costC], v[t.war.costD], v[t.war.leverage], v[t.war.commitment]
	constant, x, talks, promise := b.derived.talks[n], st.share[n], st.talks[n], st.promise[n]
	for i, l := range lanes {
		w := b.worldOf[l]
		worthC, worthD := g.hatC[i]-x[l]-costC[w], -(g.hatD[i]-x[l])-costD[w]
		promised := 0.0
		if t.neutrality >= 0 && promise[l] != 0 {
			promised = float64(v[t.war.membership][w] * promise[l] * v[t.weights[t.neutrality][0]][w])
		}
		g.baseC[i] = -x[l] - promised - worthC
		g.baseD[i] = x[l] + float64(promised/2) - worthD
		g.score[i] = constant[w] + (float64(leverage[w]*talks[l]) - float64(commitment[w]*abs(shift[i])))
	}
}

// pressedShifts fills what each side expects if it refuses under pressure.
func (b *batch) pressedShifts(n int, lanes []int32, expected []float64) {
	st, g, lead := &b.state, &b.scratch.front, b.wired.lead[n]
	to := g.hatC[:len(lanes)]
	for i, l := range lanes {
		surge := 0.6
		if lead >= 0 && b.p.supports[lead].sustains != nil {
			surge = b.derived.sustain[lead][b.worldOf[l]].Size
		}
		to[i] = theory.PressedOnChallenger(expected[i], st.pressC[n][l], surge)
	}
	b.shifts(n, lanes, to, g.shiftC)
	for i, l := range lanes {
		to[i] = theory.PressedOnDefender(expected[i], st.pressD[n][l])
	}
	b.shifts(n, lanes, to, g.shiftD)
}

// fight is a period of a theatre at war on the lanes given: talks and, failing
// agreement, fighting (rules 11–14).
func (b *batch) fight(n, period int, lanes []int32) {
	if len(lanes) == 0 {
		return
	}
	t, v, st, g := &b.p.theatres[n], b.val.of, &b.state, &b.scratch.front
	rows := len(lanes)
	b.gauge(n, lanes)
	b.weighRefusal(n, lanes)
	acceptC, acceptD, sensitivity := g.acceptC[:rows], g.acceptD[:rows], v[t.crisis.sensitivity]
	for i, l := range lanes {
		w := b.worldOf[l]
		surplusC, surplusD := b.offer(n, int(w), i)
		acceptC[i] = float64(sensitivity[w]*surplusC) + g.score[i]
		acceptD[i] = float64(sensitivity[w]*surplusD) + g.score[i]
		if st.ended[n][l] == 0 {
			st.bargain[n][l] = b.onOffer(n, w)
		}
	}
	elementary.LogisticAll(acceptC)
	elementary.LogisticAll(acceptD)
	b.prospects(n, lanes, g.rho[:rows], g.prospect)
	luck, share := v[t.war.luck], st.share[n]
	talk, noise := b.drawAll(period, n, slotWar, lanes)
	for i, l32 := range lanes {
		l := int(l32)
		if talk[i] < acceptC[i]*acceptD[i] {
			b.offer(n, int(b.worldOf[l]), i)
			b.agree(n, l)
			continue
		}
		share[l] = theory.Front(share[l], g.prospect[i], g.mu[i], luck[b.worldOf[l]], b.p.delta, elementary.NormalQuantile(noise[i]))
		b.lose(n, l, g.quotient[i])
	}
}

// offer finds the terms on offer on row i into scratch.z, and what they leave
// each side.
func (b *batch) offer(n, w, i int) (challenger, defender float64) {
	g := &b.scratch.front
	issues, order := b.issuesOf(n, w)
	return theory.Offer(issues, order, g.baseC[i], g.baseD[i], b.scratch.z[:len(issues)])
}

// chooseLevels lets a free lead choose on the lanes given, by its true type, and
// remembers what the choice tells and what it makes others expect (rules 15, 17).
func (b *batch) chooseLevels(n, lead, period int, lanes []int32) {
	if len(lanes) == 0 {
		return
	}
	st, g, lesson := &b.state, &b.scratch.front, b.scratch.lesson[n]
	rows := len(lanes)
	b.gauge(n, lanes)
	b.levelForecasts(n, lead, lanes)
	sustain, anchors := b.derived.sustain[lead], b.derived.supportsAt[lead]
	for i, l := range lanes {
		w := b.worldOf[l]
		cut := anchors[w].Cut
		if st.level[lead][l] == 0 {
			cut = anchors[w].Restart
		}
		f := [3]float64{g.forecast[0][i], g.forecast[1][i], g.forecast[2][i]}
		g.cut[1][i], g.surge[1][i] = theory.SupportExponents(&sustain[w], sustain[w].StakeResolute, -1, cut, anchors[w].Surge, &f)
		g.cut[0][i], g.surge[0][i] = theory.SupportExponents(&sustain[w], sustain[w].StakeIrresolute, 1, cut, anchors[w].Surge, &f)
	}
	for kind := range 2 {
		elementary.ExpAll(g.cut[kind][:rows])
		elementary.ExpAll(g.surge[kind][:rows])
	}
	resolute, belief := st.resolute[b.p.supports[lead].from], g.room[:rows]
	for i, l := range lanes {
		belief[i] = st.belief[n][l]
	}
	elementary.LogisticAll(belief)
	draws, _ := b.drawAll(period, lead, slotSupport, lanes)
	for i, l32 := range lanes {
		l := int(l32)
		w := b.worldOf[l]
		var choice theory.SupportChoice
		choice.Resolute[theory.Sustain], choice.Resolute[theory.Cut], choice.Resolute[theory.Surge] = theory.Odds3(g.cut[1][i], g.surge[1][i])
		choice.Irresolute[theory.Sustain], choice.Irresolute[theory.Cut], choice.Irresolute[theory.Surge] = theory.Odds3(g.cut[0][i], g.surge[0][i])
		odds := &choice.Irresolute
		if resolute[l] != 0 {
			odds = &choice.Resolute
		}
		u := draws[i]
		chosen, level := theory.Surge, 1+sustain[w].Size
		switch {
		case u < odds[theory.Cut]:
			chosen, level = theory.Cut, 0
		case u < odds[theory.Cut]+odds[theory.Sustain]:
			chosen, level = theory.Sustain, 1
		}
		lesson[l] += theory.LogLikelihood(choice.Resolute[chosen], choice.Irresolute[chosen])
		wasCut := st.level[lead][l] == 0
		st.level[lead][l] = level
		if wasCut == (level == 0) {
			// The next choice has the constants of this one.
			st.expected[lead][l] = (level + theory.ExpectedLevel(&sustain[w], &choice, belief[i])) / 2
			continue
		}
		f := [3]float64{g.forecast[0][i], g.forecast[1][i], g.forecast[2][i]}
		st.expected[lead][l] = b.expectLevel(n, lead, l, &f)
	}
}

// levelForecasts fills x̂ if the lead cuts, sustains or surges (rule 15).
func (b *batch) levelForecasts(n, lead int, lanes []int32) {
	g := &b.scratch.front
	level, shift := g.level[:len(lanes)], g.shift[:len(lanes)]
	for choice := range g.forecast {
		for i, l := range lanes {
			switch choice {
			case theory.Cut:
				level[i] = 0
			case theory.Sustain:
				level[i] = 1
			default:
				level[i] = 1 + b.derived.sustain[lead][b.worldOf[l]].Size
			}
		}
		b.shifts(n, lanes, level, shift)
		for i := range shift {
			shift[i] += g.rho[i]
		}
		b.forecasts(n, lanes, shift, g.forecast[choice])
	}
}

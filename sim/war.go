package sim

import (
	"parley/elementary"
	"parley/theory"
)

func logistic(x float64) float64 { return elementary.Logistic(x) }

// surpluses is what the terms on offer leave each side over fighting on, and
// what else moves both sides' acceptance (rule 13).
type surpluses struct {
	challenger, defender float64
	shift                float64 // τ
	baseC, baseD         float64 // u(0) − W
}

// stances finds what each side has over refusing before anything is given.
func (b *batch) stances(n, lane int, m *balance) surpluses {
	t, v, st, w := &b.p.theatres[n], b.val.of, &b.state, b.worldOf[lane]
	level, expected, surge := 1.0, 1.0, 0.6
	if lead := b.wired.lead[n]; lead >= 0 {
		level, expected = st.level[lead][lane], st.level[lead][lane]
		if b.p.supports[lead].sustains != nil {
			surge = b.derived.sustain[lead][w].Size
			if st.fixed[lead][lane] == 0 {
				expected = st.expected[lead][lane]
			}
		}
	}
	toC := theory.PressedOnChallenger(expected, st.pressC[n][lane], surge)
	toD := theory.PressedOnDefender(expected, st.pressD[n][lane])
	hardened := float64(v[t.war.hardening][w] * max(0, level-1))
	x := st.share[n][lane]
	plain := b.shift(n, lane, m, expected)
	shiftC, shiftD := plain, plain
	if toC != expected {
		shiftC = b.shift(n, lane, m, toC)
	}
	if toD != expected {
		shiftD = b.shift(n, lane, m, toD)
	}
	hatC := m.forecast(m.rho+shiftC+v[t.war.optimismC][w]+hardened, x)
	hatD := m.forecast(m.rho+shiftD-v[t.war.optimismD][w]-hardened, x)
	worthC := hatC - x - v[t.war.costC][w]
	worthD := -(hatD - x) - v[t.war.costD][w]
	promised := 0.0
	if t.neutrality >= 0 {
		promised = v[t.war.membership][w] * st.promise[n][lane] * v[t.weights[t.neutrality][0]][w]
	}
	return surpluses{
		baseC: -x - promised - worthC,
		baseD: x + float64(promised/2) - worthD,
		shift: float64(v[t.war.leverage][w]*st.talks[n][lane]) - float64(v[t.war.commitment][w]*abs(plain)),
	}
}

func abs(x float64) float64 { return max(x, -x) }

// talk finds the terms on offer on a lane, into scratch.z, and what they leave
// each side (rule 13).
func (b *batch) talk(n, lane int) surpluses {
	m := b.balanceOf(n, lane)
	return b.talkAt(n, lane, &m)
}

func (b *batch) talkAt(n, lane int, m *balance) surpluses {
	s := b.stances(n, lane, m)
	issues, order := b.issuesOf(n, int(b.worldOf[lane]))
	s.challenger, s.defender = theory.Offer(issues, order, s.baseC, s.baseD, b.scratch.z[:len(issues)])
	return s
}

func (b *batch) issuesOf(n, w int) ([]theory.Issue, []int) {
	count := len(b.p.theatres[n].issues)
	return b.derived.issues[n][w*count : (w+1)*count], b.derived.order[n][w*count : (w+1)*count]
}

// agreement is the chance that both sides accept what leaves them these
// surpluses (rule 13).
func (b *batch) agreement(n, lane int, s *surpluses) (challenger, defender float64) {
	w := b.worldOf[lane]
	lambda := b.val.of[b.p.theatres[n].crisis.sensitivity][w]
	constant := b.derived.talks[n][w] + s.shift
	return theory.Accept(lambda, s.challenger, constant), theory.Accept(lambda, s.defender, constant)
}

// lose notes the losses of a period of fighting (rule 12); they are taken once
// every theatre has been played.
func (b *batch) lose(n, lane int, quotient float64) {
	t, v, w := &b.p.theatres[n], b.val.of, b.worldOf[lane]
	lossC, lossD := theory.Losses(v[t.war.lossC][w], v[t.war.lossD][w], quotient, b.p.delta)
	for _, k := range t.weightsC {
		if v[k.slot][w] > 0 {
			b.loseShare(k.stock, lane, lossC)
		}
	}
	for _, k := range t.weightsD {
		if v[k.slot][w] > 0 {
			b.loseShare(k.stock, lane, lossD)
		}
	}
	for _, s := range b.wired.defending[n] {
		one := &b.p.supports[s]
		if one.fights == nil || theory.Answer(b.state.answer[s][lane]) != theory.Fight {
			continue
		}
		part := float64(v[one.fights.commits][w] * lossD)
		for _, k := range one.means {
			if v[k.slot][w] > 0 {
				b.loseShare(k.stock, lane, part)
			}
		}
	}
}

func (b *batch) loseShare(stock, lane int, share float64) {
	b.scratch.loss[stock][lane] *= 1 - share
	b.scratch.lost[stock] = true
}

// agree ends a war on the terms in scratch.z (rule 14).
func (b *batch) agree(n, lane int) {
	t, v, st, w := &b.p.theatres[n], b.val.of, &b.state, b.worldOf[lane]
	z := b.scratch.z[:len(t.issues)]
	guarantee := v[t.peace.guarantee][w]
	if t.guarantee >= 0 {
		guarantee *= 1 - z[t.guarantee]
	}
	before := st.share[n][lane]
	b.settle(n, lane, z, guarantee, v[t.peace.monitored][w])
	b.scratch.changed[n][lane] = 1
	if lead := b.wired.lead[n]; lead >= 0 && b.p.supports[lead].sustains != nil {
		b.scratch.lesson[n][lane] += float64(b.imposing(n, lead, lane, before) / 2)
	}
}

// settle puts terms z in force (rule 14).
func (b *batch) settle(n, lane int, z []float64, guarantee, monitored float64) {
	t, v, st, w := &b.p.theatres[n], b.val.of, &b.state, b.worldOf[lane]
	issues, _ := b.issuesOf(n, int(w))
	favour, granted := theory.Worth(issues, z)
	line := 1.0
	if t.line >= 0 {
		line = z[t.line]
	}
	st.share[n][lane] = theory.ShareAfter(st.share[n][lane], line, v[t.war.settles][w], favour)
	b.inForce(n, lane, z, [2]float64{favour, granted}, guarantee, monitored)
}

// inForce records terms, what they are worth to the challenger and to the
// defender, and ends the war.
func (b *batch) inForce(n, lane int, z []float64, worth [2]float64, guarantee, monitored float64) {
	t, v, st, w := &b.p.theatres[n], b.val.of, &b.state, b.worldOf[lane]
	favour := worth[0]
	st.favour[n][lane], st.granted[n][lane] = favour, worth[1]
	if st.ended[n][lane] == 0 {
		st.bargain[n][lane] = favour
	}
	st.guarantee[n][lane], st.monitored[n][lane], st.imposed[n][lane] = guarantee, monitored, 0
	term := func(issue, fallback int) float64 {
		if issue >= 0 {
			return z[issue]
		}
		return v[fallback][w]
	}
	st.limits[n][lane] = term(t.limits, t.peace.limits)
	st.relief[n][lane] = term(t.relief, t.peace.relief)
	st.neutrality[n][lane] = term(t.neutrality, t.peace.neutrality)
	for j, given := range z {
		st.terms[n][j*b.room+lane] = given
	}
	st.status[n][lane] = quiet
	st.since[n][lane] = 0
	st.ended[n][lane]++
	b.scratch.warEnded[n][lane] = 1
	b.scratch.endedWith[n][lane] = favour
	st.pressC[n][lane], st.pressD[n][lane], st.talks[n][lane] = 0, 0, 0
	for _, s := range b.wired.defending[n] {
		st.answer[s][lane] = uint8(theory.Aside)
	}
}

// imposing is what terms tell of the supporter behind them (rules 17, 19). The
// share before them and the strengths at hand give what going on promised.
func (b *batch) imposing(n, lead, lane int, before float64) float64 {
	w := b.worldOf[lane]
	after := b.state.share[n][lane]
	b.state.share[n][lane] = before
	m := b.balanceOf(n, lane)
	forecast := m.forecast(m.rho+b.shift(n, lane, &m, 1), before)
	b.state.share[n][lane] = after
	return theory.Imposing(&b.derived.sustain[lead][w], b.derived.supportsAt[lead][w].Cut, forecast, after)
}

// onOffer is how favourable to the challenger the terms in scratch.z are.
func (b *batch) onOffer(n int, w int32) float64 {
	issues, _ := b.issuesOf(n, int(w))
	favour, _ := theory.Worth(issues, b.scratch.z[:len(issues)])
	return favour
}

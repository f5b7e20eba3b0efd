package sim

import (
	"math"

	"parley/theory"
)

// balance is what the sides of a war on a lane look forward to (rule 13).
type balance struct {
	rho                float64 // ln ρ
	quotient, root     float64
	mu, fade           float64
	strengthC          float64
	strengthD          float64
	growthC            float64 // the challenger's, losses counted
	inflowD            float64 // the defender's, without supporters' aid
	horizon            float64
	decisive, diffForm float64
}

// balanceOf reads the balance of a theatre on a lane from the strengths at
// hand.
func (b *batch) balanceOf(n, lane int) balance {
	t, v, w := &b.p.theatres[n], b.val.of, b.worldOf[lane]
	m := balance{
		rho: b.logRatio(n, lane), strengthC: b.scratch.strengthC[n][lane], strengthD: b.scratch.strengthD[n][lane],
		horizon: v[t.war.horizon][w], decisive: v[t.decisiveness][w], diffForm: v[t.difference][w],
	}
	m.quotient = theory.Quotient(m.strengthC, m.strengthD, b.state.ratioStart[n][lane])
	m.root = math.Sqrt(m.quotient)
	m.mu = theory.TippedPace(b.derived.mu[n][w], v[t.war.tipping][w], m.decisive, m.rho, b.state.rhoStart[n][lane])
	m.fade = theory.Fade(m.mu, m.horizon)
	inflowC := v[t.commitsC][w] * b.inflow(t.weightsC, lane)
	for _, s := range b.wired.attacking[n] {
		if b.p.supports[s].hasAid {
			inflowC += float64(b.state.level[s][lane] * b.derived.aidUnit[s][w])
		}
	}
	m.growthC = theory.Growth(inflowC, m.strengthC) - v[t.war.lossC][w]/m.root
	m.inflowD = v[t.commitsD][w] * b.inflow(t.weightsD, lane)
	return m
}

// inflow is Σ_k ω_k·net_k of a principal.
func (b *batch) inflow(means []share, lane int) float64 {
	w := b.worldOf[lane]
	sum := 0.0
	for _, m := range means {
		sum += float64(b.val.of[m.slot][w] * b.state.net[m.stock][lane])
	}
	return sum
}

// shift is how far the log ratio is expected to move if the lead gives at
// level and the others as they do (THEORY E7).
func (b *batch) shift(n, lane int, m *balance, level float64) float64 {
	w := b.worldOf[lane]
	inflow := m.inflowD
	for _, s := range b.wired.defending[n] {
		if !b.p.supports[s].hasAid {
			continue
		}
		at := b.state.level[s][lane]
		if s == b.wired.lead[n] {
			at = level
		}
		inflow += float64(at * b.derived.aidUnit[s][w])
	}
	growthD := theory.Growth(inflow, m.strengthD) - float64(b.val.of[b.p.theatres[n].war.lossD][w]*m.root)
	return theory.Shift(m.growthC, growthD, m.horizon)
}

// forecast is x̂ from a log ratio.
func (m *balance) forecast(rho, x float64) float64 {
	return theory.Forecast(theory.Contest(rho, m.decisive, m.diffForm), x, m.fade)
}

// forecastLevels is x̂ if the lead cuts, sustains or surges (rule 15).
func (b *batch) forecastLevels(n, lead, lane int) [3]float64 {
	m := b.balanceOf(n, lane)
	x := b.state.share[n][lane]
	surged := 1 + b.derived.sustain[lead][b.worldOf[lane]].Size
	var f [3]float64
	f[theory.Cut] = m.forecast(m.rho+b.shift(n, lane, &m, 0), x)
	f[theory.Sustain] = m.forecast(m.rho+b.shift(n, lane, &m, 1), x)
	f[theory.Surge] = m.forecast(m.rho+b.shift(n, lane, &m, surged), x)
	return f
}

// choices is a lead's choice of support on a lane, by type.
func (b *batch) choices(lead, lane int, forecasts *[3]float64) theory.SupportChoice {
	w := b.worldOf[lane]
	anchors := &b.derived.supportsAt[lead][w]
	cut := anchors.Cut
	if b.state.level[lead][lane] == 0 {
		cut = anchors.Restart
	}
	return theory.ChooseSupport(&b.derived.sustain[lead][w], cut, anchors.Surge, forecasts)
}

// expectLevel is the level a free lead is expected to give, halfway between now
// and next period's choice (docs/model.md §8).
func (b *batch) expectLevel(n, lead, lane int, forecasts *[3]float64) float64 {
	choice := b.choices(lead, lane, forecasts)
	next := theory.ExpectedLevel(&b.derived.sustain[lead][b.worldOf[lane]], &choice, b.beliefIn(n, lane))
	return (b.state.level[lead][lane] + next) / 2
}

// beliefIn is b of a theatre on a lane.
func (b *batch) beliefIn(n, lane int) float64 { return logistic(b.state.belief[n][lane]) }

// chooseSupport is step 2 (rules 15, 16; docs/model.md §9).
func (b *batch) chooseSupport(period int) {
	for n := range b.p.theatres {
		lead := b.wired.lead[n]
		if lead < 0 || b.p.supports[lead].sustains == nil {
			continue
		}
		free := b.scratch.war[:0]
		for l, status := range b.state.status[n][:b.lanes] {
			if status == atWar && b.state.fixed[lead][l] == 0 {
				free = append(free, int32(l))
			}
		}
		b.chooseLevels(n, lead, period, free)
	}
	for s := range b.p.supports {
		if b.wired.supports[s] {
			b.follow(s)
		}
	}
}

// follow sets the level of a supporter that follows a lead (rule 16).
func (b *batch) follow(s int) {
	st := &b.state
	lead := b.wired.follows[s]
	if lead < 0 {
		if !b.p.supports[s].lead {
			b.unled(s)
		}
		return
	}
	offset := b.val.of[b.p.supports[s].offset]
	for l := range b.lanes {
		if st.fixed[s][l] == 0 {
			st.level[s][l] = theory.Follows(offset[b.worldOf[l]], st.level[lead][l], st.threat[lead][l])
		}
	}
}

// unled sets the level of a supporter whose side nobody leads: as at the
// opening, unless the scenario fixes it.
func (b *batch) unled(s int) {
	level, fixed := b.state.level[s], b.state.fixed[s]
	for l := range b.lanes {
		if fixed[l] == 0 {
			level[l] = 1
		}
	}
}

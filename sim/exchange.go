package sim

import (
	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// exchange is step 3: flows and aid arrive, production, wear, passing on
// (rules 2–5; docs/model.md §5).
func (b *batch) exchange(period, lanes int) {
	b.activities(lanes)
	for k := range b.p.stocks {
		if b.p.stocks[k].receives {
			clear(b.scratch.arrivals[k][:lanes])
		}
		if b.p.stocks[k].sends {
			clear(b.scratch.sent[k][:lanes])
		}
	}
	b.delay(period, lanes)
	for _, i := range b.wired.flows {
		b.move(i, lanes)
	}
	b.stocks(lanes)
	b.aid(lanes)
	b.drawDown(lanes)
	b.ageFlows(lanes)
}

// activities finds h of every flow from the state at the period's beginning
// (rule 4).
func (b *batch) activities(lanes int) {
	st := &b.state
	for _, i := range b.wired.flows {
		f := &b.p.flows[i]
		h := b.scratch.activity[i][:lanes]
		switch {
		case f.while >= 0:
			b.fedByWar(f, h)
		case f.paidWith >= 0:
			copy(h, b.scratch.activity[f.paidWith])
		default:
			fill(h, 1)
		}
		scale := st.flowScale[i]
		for l := range h {
			h[l] *= scale[l]
		}
	}
}

func (b *batch) fedByWar(f *flow, h []float64) {
	n := f.while
	st := &b.state
	need, level, slope := b.val.of[f.need], b.val.of[f.level], b.val.of[f.slope]
	for l := range h {
		w := b.worldOf[l]
		switch {
		case st.status[n][l] == atWar:
			atStart, now := elementary.Log(st.ratioStart[n][l]), 0.0
			if need[w] != 0 {
				now = b.plainLog(n, l)
			}
			if !f.buyerIsChallenger {
				atStart, now = -atStart, -now
			}
			h[l] = theory.FedByWar(atStart, now, need[w])
		case st.ended[n][l] == 0:
			h[l] = 0
		default:
			favour := st.favour[n][l]
			if !f.buyerIsChallenger {
				favour = 1 - favour
			}
			h[l] = theory.AfterWar(level[w], slope[w], favour)
		}
	}
}

// delay finds what takes effect: the activity of lag periods ago, grown.
func (b *batch) delay(period, lanes int) {
	st := &b.state
	for _, i := range b.wired.flows {
		effect, h, growth := b.scratch.effect[i], b.scratch.activity[i], st.flowGrowth[i]
		lag := b.p.flows[i].lag
		if lag == 0 {
			for l := range effect[:lanes] {
				effect[l] = h[l] * growth[l]
			}
			continue
		}
		past := st.history[i][period%lag]
		for l := range effect[:lanes] {
			effect[l] = past[l]
			past[l] = h[l] * growth[l]
		}
	}
}

// move finds what a flow moves this period.
func (b *batch) move(i, lanes int) {
	f := &b.p.flows[i]
	st, sc := &b.state, &b.scratch
	rate, effect, flowed := b.val.of[f.rate], sc.effect[i], st.flowed[i]
	delta := b.p.delta
	switch f.gives {
	case world.GivesTechnology:
		production := st.production[f.to]
		for l := range lanes {
			w := b.worldOf[l]
			production[l] = theory.Learned(production[l], rate[w], effect[l], delta)
			flowed[l] = rate[w] * effect[l]
		}
	case world.GivesKind:
		if f.from < 0 {
			clear(flowed[:lanes])
			return
		}
		stock, sent, arrivals := st.stock[f.from], sc.sent[f.from], sc.arrivals[f.to]
		for l := range lanes {
			amount := min(rate[b.worldOf[l]]*effect[l]*delta, max(0, stock[l]-sent[l]))
			sent[l] += amount
			arrivals[l] += amount
			flowed[l] = amount / delta
		}
	case world.GivesMoney:
		money := sc.money[i]
		if f.passesOn < 0 {
			for l := range lanes {
				money[l] = rate[b.worldOf[l]] * effect[l] * delta
			}
		}
		b.spend(i, lanes)
		for l := range lanes {
			flowed[l] = money[l] / delta
		}
	}
}

// spend turns money that arrived into what is passed on and into kinds (rule 3).
// The amounts of the flows that pass it on are found here.
func (b *batch) spend(i, lanes int) {
	f := &b.p.flows[i]
	sc := &b.scratch
	money, rest := sc.money[i], sc.sum[:lanes]
	copy(rest, money)
	var passers []int
	for _, j := range f.passers {
		for _, uncut := range b.wired.flows {
			if uncut == j {
				passers = append(passers, j)
			}
		}
	}
	if len(passers) > 0 {
		for l := range lanes {
			w := b.worldOf[l]
			total := 0.0
			for _, j := range passers {
				total += float64(b.val.of[b.p.flows[j].rate][w] * sc.effect[j][l])
			}
			scale := max(total, 1)
			for _, j := range passers {
				amount := float64(b.val.of[b.p.flows[j].rate][w] * sc.effect[j][l] / scale * money[l])
				sc.money[j][l] = amount
				rest[l] -= amount
			}
			rest[l] = max(rest[l], 0)
		}
	}
	for _, s := range b.p.actors[f.receiver].spends {
		part, arrivals := b.val.of[s.slot], sc.arrivals[s.stock]
		for l := range lanes {
			arrivals[l] += float64(part[b.worldOf[l]] * rest[l])
		}
	}
}

// stocks wears, produces, receives and sends (rule 2). What no flow brings or
// takes keeps its zero.
func (b *batch) stocks(lanes int) {
	st, sc := &b.state, &b.scratch
	raise := sc.inflow[:lanes]
	delta, perYear := b.p.delta, 1/b.p.delta
	for a := range b.p.actors {
		lifted := b.lift(a, raise)
		for _, k := range b.p.actors[a].stocks {
			if !lifted {
				fill(raise, 1)
				lifted = true
			}
			kept := b.derived.kept[k]
			for from := 0; from < lanes; from += b.worlds {
				to := from + b.worlds
				wear(st.stock[k][from:to], st.net[k][from:to], kept, st.production[k][from:to], raise[from:to],
					sc.arrivals[k][from:to], sc.sent[k][from:to], delta, perYear)
			}
		}
	}
}

// wear is [batch.stocks] for one stock and one replicate of every world.
func wear(stock, net, kept, production, raise, arrivals, sent []float64, delta, perYear float64) {
	n := len(stock)
	net, kept, production = net[:n], kept[:n], production[:n]
	raise, arrivals, sent = raise[:n], arrivals[:n], sent[:n]
	for w, was := range stock {
		now := theory.Stock(was, kept[w], production[w], raise[w], arrivals[w], sent[w], delta)
		stock[w] = now
		net[w] = (now - was) * perYear
	}
}

// lift fills how far an actor's production is lifted or limited after its wars
// (rule 2); false if on no lane.
func (b *batch) lift(a int, lift []float64) bool {
	lifted, v := false, b.val.of
	for n := range b.p.theatres {
		t := &b.p.theatres[n]
		if t.challenger != a && t.defender != a {
			continue
		}
		if !lifted {
			fill(lift, 1)
			lifted = true
		}
		status, ended := b.state.status[n], b.state.ended[n]
		for l := range lift {
			if status[l] != quiet || ended[l] == 0 {
				continue
			}
			w := b.worldOf[l]
			if t.challenger == a {
				lift[l] *= theory.Lift(v[t.peace.keepsC][w], v[t.peace.reliefArms][w]*b.state.relief[n][l])
			} else {
				lift[l] *= theory.Lift(v[t.peace.keepsD][w], -v[t.peace.limitsArms][w]*b.state.limits[n][l])
			}
		}
	}
	return lifted
}

// flows reports m of a support: whether and how much of its aid flows in the
// theatre's present status (docs/model.md §5).
func (b *batch) aidFlows(s, lane int) float64 {
	one := &b.p.supports[s]
	if b.p.theatres[one.theatre].opensAtWar && b.state.status[one.theatre][lane] == quiet {
		return b.val.of[one.continues][b.worldOf[lane]]
	}
	return 1
}

// aid brings supporters' aid to the principals (rule 2).
func (b *batch) aid(lanes int) {
	delta := b.p.delta
	for s := range b.p.supports {
		one := &b.p.supports[s]
		if !b.wired.supports[s] || !one.hasAid {
			continue
		}
		usable, level, given, giving := b.val.of[one.usable], b.state.level[s], b.state.given[s], b.state.giving[s]
		years := b.scratch.sum[:lanes]
		for l := range years {
			giving[l] = level[l] * b.aidFlows(s, l)
			years[l] = float64(giving[l] * delta)
			given[l] += years[l]
		}
		for _, k := range one.aid {
			stock, rate := b.state.stock[k.stock], b.val.of[k.slot]
			for l, given := range years {
				w := b.worldOf[l]
				stock[l] += float64(rate[w] * usable[w] * given)
			}
		}
	}
}

// drawDown moves the scarce stocks (rule 5).
func (b *batch) drawDown(lanes int) {
	for a := range b.p.actors {
		q := b.wired.capacity[a]
		if q == nil {
			continue
		}
		scarce := b.state.scarce[a]
		for l := range lanes {
			w := b.worldOf[l]
			total, all := 0.0, b.derived.aidAll[a][w]
			for s := range b.p.supports {
				one := &b.p.supports[s]
				if one.from == a && one.hasAid && b.wired.supports[s] {
					total += float64(b.derived.aidTotal[s][w] * b.state.level[s][l] * b.aidFlows(s, l))
				}
			}
			level := 0.0
			if all > 0 {
				level = total / all
			}
			scarce[l] = theory.ScarceNext(scarce[l], b.derived.scarceKept[a][w], b.val.of[q.scarce][w], level, b.p.delta)
		}
	}
}

// ageFlows lets active flows grow or fade (rule 3).
func (b *batch) ageFlows(lanes int) {
	for _, i := range b.wired.flows {
		h, growth, factor := b.scratch.activity[i], b.state.flowGrowth[i], b.derived.growth[i]
		for l := range lanes {
			if h[l] > 0 {
				growth[l] *= factor[b.worldOf[l]]
			}
		}
	}
}

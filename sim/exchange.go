package sim

import (
	"slices"

	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// exchange is step 3: flows and aid arrive, production, wear, passing on
// (rules 2–5; docs/model.md §5).
func (b *batch) exchange(period, lanes int) {
	b.plainLogs(lanes)
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

// fedByWar is h of a flow that a war feeds, before the scenario's scale (rule 4).
func (b *batch) fedByWar(f *flow, h []float64) {
	n, st := f.while, &b.state
	need, level, slope := b.val.of[f.need], b.val.of[f.level], b.val.of[f.slope]
	now, start := b.scratch.plainLog[n], b.scratch.startLog[n]
	status, ended, favours := st.status[n], st.ended[n], st.favour[n]
	inWar := b.scratch.sum[:len(h)]
	for l := range inWar {
		inWar[l] = theory.NeedAtWar(start[l]-now[l], need[b.worldOf[l]], f.buyerIsChallenger)
	}
	elementary.ExpAll(inWar)
	for l := range h {
		switch {
		case status[l] == atWar:
			h[l] = inWar[l]
		case ended[l] == 0:
			h[l] = 0
		default:
			w, favour := b.worldOf[l], favours[l]
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
		production, raise := st.production[f.to], sc.sum[:lanes]
		for l := range raise {
			flowed[l] = rate[b.worldOf[l]] * effect[l]
			raise[l] = flowed[l] * delta
		}
		elementary.ExpAll(raise)
		for l := range raise {
			production[l] *= raise[l]
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
	passers := b.wired.passers[i]
	if len(passers) > 0 {
		total := sc.inflow[:lanes]
		clear(total)
		for _, j := range passers {
			part, rate, effect := sc.money[j][:lanes], b.val.of[b.p.flows[j].rate], sc.effect[j]
			for l := range part {
				part[l] = float64(rate[b.worldOf[l]] * effect[l])
				total[l] += part[l]
			}
		}
		for l, sum := range total {
			total[l] = money[l] / max(sum, 1)
		}
		for _, j := range passers {
			part := sc.money[j][:lanes]
			for l := range part {
				part[l] = float64(part[l] * total[l])
				rest[l] -= part[l]
			}
		}
		for l, left := range rest {
			rest[l] = max(left, 0)
		}
	}
	for _, s := range b.p.actors[f.receiver].spends {
		part, arrivals := b.val.of[s.slot], sc.arrivals[s.stock]
		for from := 0; from < lanes; from += b.worlds {
			to := from + b.worlds
			elementary.AddProducts(arrivals[from:to], rest[from:to], part[:b.worlds])
		}
	}
}

// stocks wears, produces, receives and sends (rule 2).
func (b *batch) stocks(lanes int) {
	st, sc := &b.state, &b.scratch
	raise, makes := sc.inflow[:lanes], sc.sum[:lanes]
	delta, perYear := b.p.delta, 1/b.p.delta
	for a := range b.p.actors {
		lifted := b.lift(a, raise)
		for _, k := range b.p.actors[a].stocks {
			comes := st.production[k][:lanes]
			if lifted {
				clear(makes)
				elementary.AddProducts(makes, comes, raise)
				comes = makes
			}
			if b.p.stocks[k].receives || b.p.stocks[k].sends {
				// What no flow brings or takes has zeros in arrivals and sent.
				arrivals, sent := sc.arrivals[k][:lanes], sc.sent[k][:lanes]
				for l, y := range comes {
					makes[l] = y + float64((arrivals[l]-sent[l])*perYear)
				}
				comes = makes
			}
			kept := b.derived.kept[k][:b.worlds]
			for from := 0; from < lanes; from += b.worlds {
				to := from + b.worlds
				elementary.WearAll(st.stock[k][from:to], st.net[k][from:to], kept, comes[from:to], delta, perYear)
			}
		}
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
		status, ended := b.state.status[n], b.state.ended[n]
		if !slices.ContainsFunc(ended[:len(lift)], func(wars int32) bool { return wars > 0 }) {
			continue
		}
		if !lifted {
			fill(lift, 1)
			lifted = true
		}
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

// aid brings supporters' aid to the principals (rule 2).
func (b *batch) aid(lanes int) {
	delta := b.p.delta
	for s := range b.p.supports {
		one := &b.p.supports[s]
		if !b.wired.supports[s] || !one.hasAid {
			continue
		}
		level, given, giving := b.state.level[s][:lanes], b.state.given[s][:lanes], b.state.giving[s][:lanes]
		years := b.scratch.sum[:lanes]
		copy(giving, level)
		if b.p.theatres[one.theatre].opensAtWar {
			continues := b.val.of[one.continues]
			for l, status := range b.state.status[one.theatre][:lanes] {
				if status == quiet {
					giving[l] *= continues[b.worldOf[l]]
				}
			}
		}
		for l, rate := range giving {
			years[l] = float64(rate * delta)
			given[l] += years[l]
		}
		for i, k := range one.aid {
			usable := b.derived.aidUsable[s][i*b.width:]
			for from := 0; from < lanes; from += b.worlds {
				to := from + b.worlds
				elementary.AddProducts(b.state.stock[k.stock][from:to], usable[:b.worlds], years[from:to])
			}
		}
	}
}

// drawDown moves the scarce stocks (rule 5).
func (b *batch) drawDown(lanes int) {
	level := b.scratch.sum[:lanes]
	for a := range b.p.actors {
		q := b.wired.capacity[a]
		if q == nil {
			continue
		}
		clear(level)
		for s := range b.p.supports {
			if b.p.supports[s].from != a || !b.p.supports[s].hasAid || !b.wired.supports[s] {
				continue
			}
			total, giving := b.derived.aidTotal[s], b.state.giving[s]
			for l := range level {
				level[l] += float64(total[b.worldOf[l]] * giving[l])
			}
		}
		scarce, all, rate, kept := b.state.scarce[a], b.derived.aidAll[a], b.val.of[q.scarce], b.derived.scarceKept[a]
		for l := range level {
			w := b.worldOf[l]
			given := 0.0
			if all[w] > 0 {
				given = level[l] / all[w]
			}
			scarce[l] = theory.ScarceNext(scarce[l], kept[w], rate[w], given, b.p.delta)
		}
	}
}

// ageFlows lets active flows grow or fade (rule 3).
func (b *batch) ageFlows(lanes int) {
	for _, i := range b.wired.flows {
		factor := b.derived.growth[i]
		for from := 0; from < lanes; from += b.worlds {
			to := from + b.worlds
			h, growth := b.scratch.activity[i][from:to], b.state.flowGrowth[i][from:to]
			for w, active := range h {
				if active > 0 {
					growth[w] *= factor[w]
				}
			}
		}
	}
}

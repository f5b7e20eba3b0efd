package sim

import (
	"parley/theory"
	"parley/world"
)

// exchange is step 3: flows, production, wear, aid, scarce stocks (§5).
func (p *plainPlay) exchange() {
	p.g.exchangeMeans(p.state, p.activities())
	p.g.giveAid(p.state)
	p.g.drawDown(p.state)
}

// activities finds what takes effect of every flow: its activity h·w of lag
// periods ago (rule 4).
func (p *plainPlay) activities() map[string]float64 {
	h := map[string]float64{}
	for _, f := range p.g.flows {
		h[f.ID] = p.activity(f, h) * p.state.flows[f.ID].scale
	}
	effect := map[string]float64{}
	for _, f := range p.g.flows {
		flow := p.state.flows[f.ID]
		flow.history = append(flow.history, float64(h[f.ID]*flow.growth))
		effect[f.ID] = 1
		if then := p.period - int(f.Lag)/int(p.g.world.Period); then >= 0 {
			effect[f.ID] = flow.history[then]
		}
		if h[f.ID] > 0 {
			flow.growth *= theory.FlowGrowth(p.g.of(f.Grows), p.g.or(f.HalfLife, 0), p.g.delta)
		}
	}
	return effect
}

// activity is h of a flow before the scenario's scale (rule 4).
func (p *plainPlay) activity(f *world.Flow, h map[string]float64) float64 {
	switch {
	case f.While != "":
		return p.fedByWar(f)
	case f.InReturnFor != "":
		return h[f.InReturnFor]
	}
	return 1
}

// fedByWar is h of a flow that a war feeds (rule 4).
func (p *plainPlay) fedByWar(f *world.Flow) float64 {
	t := p.g.theatres[f.While]
	now := p.state.theatres[t.ID]
	sign, favour := -1.0, 1-now.terms.favour // the buyer is the defender
	if plainBuyer(f, t) == t.Challenger {
		sign, favour = 1, now.terms.favour
	}
	switch {
	case now.war:
		logRho := p.g.logRatio(t, p.before.challenger[t.ID], p.before.defender[t.ID])
		return theory.FedByWar(sign*now.logRatioAtStart, sign*logRho, p.g.of(f.Need))
	case now.ended > 0:
		return theory.AfterWar(p.g.of(f.After.Level), p.g.of(f.After.Slope), favour)
	}
	return 0
}

// plainBuyer is the end of a flow that is a party to the war; the receiver, if both are.
func plainBuyer(f *world.Flow, t *world.Theatre) string {
	if f.To == t.Challenger || f.To == t.Defender {
		return f.To
	}
	return f.From
}

// exchangeMeans moves what flows, produces and wears out (rules 2, 3). effect is
// v of every flow.
func (g *plainGame) exchangeMeans(s *plainState, effect map[string]float64) {
	arrivals, sent := g.moveFlows(s, effect)
	for _, a := range g.world.Actors {
		lift := g.lift(a.ID, s)
		for _, k := range g.world.Kinds {
			at := plainMeans{a.ID, k.ID}
			before := s.stock[at]
			s.stock[at] = theory.Stock(before, g.kept(a, k.ID), s.production[at], lift, arrivals[at], sent[at], g.delta)
			s.net[at] = (s.stock[at] - before) / g.delta
		}
	}
}

// kept is the share of a stock that a period's wear leaves.
func (g *plainGame) kept(a *world.Actor, kind string) float64 {
	for _, m := range a.Means {
		if m.ID == kind {
			return theory.Kept(g.of(m.Wear), g.delta)
		}
	}
	return 1
}

// lift is how quiet after a war raises or limits an actor's production (rule 2).
func (g *plainGame) lift(actor string, s *plainState) float64 {
	lift := 1.0
	for _, t := range g.world.Theatres {
		now := s.theatres[t.ID]
		if now.war || now.ended == 0 {
			continue
		}
		if t.Challenger == actor {
			lift *= theory.Lift(g.of(t.Peace.Keeps.Challenger), g.of(t.Peace.ReliefArms)*now.terms.relief)
		}
		if t.Defender == actor {
			lift *= theory.Lift(g.of(t.Peace.Keeps.Defender), -g.of(t.Peace.LimitsArms)*now.terms.limits)
		}
	}
	return lift
}

// moveFlows finds the amounts that flow, raises production by technology, and
// gives what arrives and what is sent (rule 3).
func (g *plainGame) moveFlows(s *plainState, effect map[string]float64) (arrivals, sent map[plainMeans]float64) {
	arrivals, sent = map[plainMeans]float64{}, map[plainMeans]float64{}
	left := s.clone().stock
	amounts := map[string]float64{}
	for _, f := range g.flows {
		v := effect[f.ID]
		rate := g.of(f.Rate)
		from, to := plainMeans{f.From, f.Gives.Kind}, plainMeans{f.To, f.Gives.Kind}
		switch f.Gives.What {
		case world.GivesKind:
			amount := min(rate*v*g.delta, left[from])
			left[from] -= amount
			sent[from] += amount
			arrivals[to] += amount
			s.flows[f.ID].flowed = amount / g.delta
		case world.GivesTechnology:
			s.production[to] = theory.Learned(s.production[to], rate, v, g.delta)
			s.flows[f.ID].flowed = rate * v
		case world.GivesMoney:
			amounts[f.ID] = g.money(f, v, amounts, effect)
			g.spend(f, amounts[f.ID], effect, arrivals)
			s.flows[f.ID].flowed = amounts[f.ID] / g.delta
		}
	}
	return arrivals, sent
}

// money is what a flow of money brings in a period (rule 3): a share of the flow
// that it passes on, all shares of it scaled down together if they exceed the whole.
func (g *plainGame) money(f *world.Flow, v float64, amounts, effect map[string]float64) float64 {
	rate := g.of(f.Rate)
	if f.PassesOn == "" {
		return rate * v * g.delta
	}
	share := rate * v
	if all := g.passedOn(f.PassesOn, effect); all > 1 {
		share /= all
	}
	return share * amounts[f.PassesOn]
}

// passedOn is the sum of the shares of a flow that are passed on.
func (g *plainGame) passedOn(flow string, effect map[string]float64) float64 {
	sum := 0.0
	for _, f := range g.flows {
		if f.PassesOn == flow {
			sum += float64(g.of(f.Rate) * effect[f.ID])
		}
	}
	return sum
}

// spend turns what the receiver keeps of an amount of money into kinds (rule 3).
func (g *plainGame) spend(f *world.Flow, amount float64, effect map[string]float64, arrivals map[plainMeans]float64) {
	rest := amount * (1 - min(1, g.passedOn(f.ID, effect)))
	for _, k := range g.world.Kinds {
		if share := g.actors[f.To].Spends.Get(k.ID); share != nil {
			arrivals[plainMeans{f.To, k.ID}] += float64(g.of(share) * rest)
		}
	}
}

// giveAid adds aid to the stocks of the principals (rule 2).
func (g *plainGame) giveAid(s *plainState) {
	for _, x := range g.supports {
		t := g.theatres[x.Theatre]
		given := s.supports[x.ID]
		given.given = given.level * g.continuing(x, s)
		to := plainPrincipal(t, x.Side)
		for _, k := range g.world.Kinds {
			if aid := x.Aid.Get(k.ID); aid != nil {
				s.stock[plainMeans{to, k.ID}] += float64(g.of(aid) * g.of(x.Usable) * given.given * g.delta)
			}
		}
		given.total += float64(g.totalAid(x) * given.given * g.delta)
	}
}

// continuing is m: the share of aid that goes on when the war it was given for has ended.
func (g *plainGame) continuing(x *world.Support, s *plainState) float64 {
	if s.theatres[x.Theatre].war || !g.opening.theatres[x.Theatre].war {
		return 1
	}
	return g.of(x.Continues)
}

// drawDown moves every actor's drawn-down scarce stock (rule 5).
func (g *plainGame) drawDown(s *plainState) {
	for _, a := range g.world.Actors {
		if a.Capacity == nil {
			continue
		}
		kept := theory.ScarceKept(g.of(a.Capacity.Recovery), g.delta)
		s.scarce[a.ID] = theory.ScarceNext(s.scarce[a.ID], kept, g.of(a.Capacity.Scarce), g.aidLevel(a.ID, s), g.delta)
	}
}

// aidLevel is A: the level of all aid an actor gives, 1 as at the opening (rule 5).
func (g *plainGame) aidLevel(actor string, s *plainState) float64 {
	total := g.aidTotal(actor)
	if total == 0 {
		return 0
	}
	sum := 0.0
	for _, x := range g.supports {
		if x.From == actor {
			sum += float64(g.totalAid(x) * s.supports[x.ID].given)
		}
	}
	return sum / total
}

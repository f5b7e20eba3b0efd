package sim

import (
	"parley/theory"
	"parley/world"
)

// sustaining is the constants of a lead's choice of how much aid to give (rule 15).
func (g *plainGame) sustaining(t *world.Theatre, lead *world.Support) theory.Sustaining {
	c := lead.Sustains
	return theory.Sustaining{
		Sensitivity:   g.sensitivity(t),
		StakeResolute: g.of(c.Stake.Resolute), StakeIrresolute: g.of(c.Stake.Irresolute),
		Gap: g.of(c.Gap), Cost: g.of(c.Cost), Escalation: g.of(c.Escalation), Size: g.of(c.Size),
	}
}

// forecastsByLevel is x̂ with the lead's aid cut, sustained and surged (§9).
func (g *plainGame) forecastsByLevel(t *world.Theatre, s *plainState, with *plainStrengths, size float64) [3]float64 {
	o := g.outlook(t, s, with)
	var out [3]float64
	for i, level := range plainLevels(size) {
		out[i] = g.forecast(t, o.logRho+g.shift(t, s, o, level), s.theatres[t.ID].share, o.pace)
	}
	return out
}

// plainLevels are the levels of cut, sustain and surge.
func plainLevels(size float64) [3]float64 { return [3]float64{0, 1, 1 + size} }

// supportChoice is a lead's choice of level by type, from the level it gives at (§9).
func (g *plainGame) supportChoice(t *world.Theatre, lead *world.Support, s *plainState, with *plainStrengths, level float64) theory.SupportChoice {
	constants, anchors := g.sustaining(t, lead), g.anchors[t.ID].support
	forecasts := g.forecastsByLevel(t, s, with, constants.Size)
	cut := anchors.Cut
	if level <= 0 {
		cut = anchors.Restart
	}
	return theory.ChooseSupport(&constants, cut, anchors.Surge, &forecasts)
}

// anchorSupport finds the constants of that choice at the opening (rule 7).
func (g *plainGame) anchorSupport(t *world.Theatre) {
	lead := g.sustainingLead(t)
	if lead == nil {
		return
	}
	constants := g.sustaining(t, lead)
	forecasts := g.forecastsByLevel(t, g.opening, g.openingStrengths, constants.Size)
	rate := func(n *world.Number) float64 { return theory.PerPeriod(g.of(n), g.delta) }
	c := lead.Sustains
	g.anchors[t.ID].support = theory.AnchorSupport(&constants, rate(c.Cut), rate(c.Surge), rate(c.Restart), g.belief(t, g.opening), &forecasts)
	g.opening.supports[lead.ID].expected = g.expectedLevel(t, lead, g.opening, g.openingStrengths)
}

// expected is E of a lead: where it is free, as last found when it chose; else
// what it gives (§8).
func (g *plainGame) expected(lead *world.Support, s *plainState) float64 {
	now := s.supports[lead.ID]
	if lead.Sustains == nil || now.fixed {
		return now.level
	}
	return now.expected
}

// expectedLevel is half way between what a lead gives and what it is expected to
// give next period (§8).
func (g *plainGame) expectedLevel(t *world.Theatre, lead *world.Support, s *plainState, with *plainStrengths) float64 {
	now := s.supports[lead.ID]
	constants := g.sustaining(t, lead)
	choice := g.supportChoice(t, lead, s, with, now.level)
	return (now.level + theory.ExpectedLevel(&constants, &choice, g.belief(t, s))) / 2
}

// support is step 2: leads choose, others follow (§9).
func (p *plainPlay) support() {
	for _, t := range p.g.world.Theatres {
		lead := p.g.sustainingLead(t)
		if lead != nil && p.state.theatres[t.ID].war && !p.state.supports[lead.ID].fixed {
			p.chooseLevel(t, lead)
		}
	}
	for _, t := range p.g.world.Theatres {
		p.follow(t, plainChallenger)
		p.follow(t, plainDefender)
	}
}

// chooseLevel lets a lead choose cut, sustain or surge by its true type; the
// choice teaches, also when nothing changes (rules 15, 17).
func (p *plainPlay) chooseLevel(t *world.Theatre, lead *world.Support) {
	now := p.state.supports[lead.ID]
	choice := p.g.supportChoice(t, lead, p.state, p.before, now.level)
	probabilities := choice.Irresolute
	if p.state.resolute[lead.From] {
		probabilities = choice.Resolute
	}
	draw, _ := p.chance(plainSlotSupport, p.supportNumber(lead))
	chosen := theory.Surge
	switch {
	case draw < probabilities[theory.Cut]:
		chosen = theory.Cut
	case draw < probabilities[theory.Cut]+probabilities[theory.Sustain]:
		chosen = theory.Sustain
	}
	now.level = plainLevels(p.g.of(lead.Sustains.Size))[chosen]
	p.teach(t, theory.LogLikelihood(choice.Resolute[chosen], choice.Irresolute[chosen]))
	now.expected = p.g.expectedLevel(t, lead, p.state, p.before)
}

// follow sets the levels of a side's other supports that the scenario has not
// fixed (rule 16).
func (p *plainPlay) follow(t *world.Theatre, side string) {
	lead := p.g.leadOf(t, side)
	for _, x := range p.g.supportsOf(t, side) {
		now := p.state.supports[x.ID]
		switch {
		case x == lead || now.fixed:
		case lead == nil:
			now.level = 1
		default:
			first := p.state.supports[lead.ID]
			now.level = theory.Follows(p.g.of(x.Offset), first.level, first.threat)
		}
	}
}

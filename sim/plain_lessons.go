package sim

import (
	"parley/theory"
	"parley/world"
)

// teach adds what an act of a theatre's lead tells of its type (§11).
func (p *plainPlay) teach(t *world.Theatre, d float64) { p.state.theatres[t.ID].lesson += d }

// learn is step 6: beliefs drift, then lessons about supporters and about
// conquest are drawn, all from the same snapshot (§11).
func (p *plainPlay) learn() {
	for _, t := range p.g.world.Theatres {
		p.learnOfLead(t)
		p.learnOfConquest(t)
	}
}

// watchesOf lists the uncut watches of a theatre about its own lead.
func (g *plainGame) watchesOf(t *world.Theatre) []*world.Watch {
	var out []*world.Watch
	for _, x := range g.world.Watches {
		if lead := g.lead(t); lead != nil && x.Theatre == t.ID && x.About == lead.From && !g.isCut(x.Channel, "watch", x.ID) {
			out = append(out, x)
		}
	}
	return out
}

// learnOfLead moves the belief about a theatre's lead (rule 17).
func (p *plainPlay) learnOfLead(t *world.Theatre) {
	now := p.state.theatres[t.ID]
	lead := p.g.lead(t)
	if lead == nil {
		return
	}
	for _, x := range p.g.watchesOf(t) {
		if p.g.given(x.HalfLife) {
			now.belief = theory.Forget(now.belief, now.prior, theory.Remembered(p.g.of(x.HalfLife), p.g.delta))
			break
		}
	}
	now.belief += now.lesson
	for _, x := range p.g.watchesOf(t) {
		other := p.g.lead(p.g.theatres[x.In])
		if other != nil && other.From == lead.From {
			now.belief += float64(p.g.of(x.Weight) * p.state.theatres[x.In].lesson)
		}
	}
	now.belief = theory.KeepBelief(now.belief)
}

// learnOfConquest moves what a challenger expects of punishment (rule 18).
func (p *plainPlay) learnOfConquest(t *world.Theatre) {
	now := p.state.theatres[t.ID]
	for _, x := range p.g.world.Precedents {
		if x.Theatre != t.ID || p.g.isCut(x.Channel, "precedent", x.ID) {
			continue
		}
		weight, there := p.g.of(x.Weight), p.state.theatres[x.In]
		if there.endedNow {
			now.alpha, now.beta = theory.Precedent(now.alpha, now.beta, weight, there.favourWhenEnded)
		}
		if there.warNow {
			now.beta = theory.Unrelieved(now.beta, weight, p.g.delta)
		}
	}
}

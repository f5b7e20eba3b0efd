package sim

import (
	"fmt"
	"slices"
	"strings"

	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// plainMeasure finds a measure at every point in time from the traces of all replicates (§12).
type plainMeasure func(traces []plainTrace) []float64

// plainMeasures finds the measures of these names.
func (g *plainGame) plainMeasures(names []string) ([]plainMeasure, error) {
	out := make([]plainMeasure, len(names))
	for i, name := range names {
		if out[i] = g.measure(name); out[i] == nil {
			return nil, fmt.Errorf("no measure %q", name)
		}
	}
	return out, nil
}

// measure finds a measure by name, or nil.
func (g *plainGame) measure(name string) plainMeasure {
	parts := strings.Split(name, ".")
	if len(parts) == 1 && name == "clash" {
		return plainFirst(
			func(s *plainState) float64 { return s.clash },
			func(*plainState) bool { return false })
	}
	if len(parts) < 2 {
		return nil
	}
	last := ""
	if len(parts) > 2 {
		last = parts[2]
	}
	if t := g.theatres[parts[1]]; t != nil {
		if m := g.theatreMeasure(t, parts[0], last, len(parts)); m != nil {
			return m
		}
	}
	return g.otherMeasure(parts[0], parts[1], last, len(parts))
}

// theatreMeasure finds a measure of a theatre.
func (g *plainGame) theatreMeasure(t *world.Theatre, kind, last string, parts int) plainMeasure {
	of := func(f func(now *plainTheatre) float64) plainMeasure {
		return plainMean(func(s *plainState) float64 { return f(s.theatres[t.ID]) })
	}
	switch {
	case kind == "crisis" && parts == 2:
		return plainFirst(
			func(s *plainState) float64 { return s.theatres[t.ID].hazardOfCrisis },
			func(s *plainState) bool { return s.theatres[t.ID].hadCrisis })
	case kind == "war" && parts == 2:
		return plainFirst(
			func(s *plainState) float64 { return s.theatres[t.ID].hazardOfWar },
			func(s *plainState) bool { return s.theatres[t.ID].hadWar })
	case kind == "war" && parts == 3:
		return g.warWith(t, last)
	case kind == "relapse" && parts == 2:
		return g.relapse(t)
	case kind == "share" && parts == 2:
		return of(func(now *plainTheatre) float64 { return now.share })
	case kind == "terms" && parts == 3:
		if j := plainIssue(t, last); j >= 0 {
			return of(func(now *plainTheatre) float64 { return now.terms.z[j] })
		}
	case kind == "ended" && parts == 2:
		return of(func(now *plainTheatre) float64 { return plainTruth(now.ended > 0) })
	case kind == "peace" && parts == 2:
		return of(func(now *plainTheatre) float64 { return float64(now.quietFor) * g.delta })
	case kind == "atwar" && parts == 2:
		return of(func(now *plainTheatre) float64 { return float64(now.atWarFor) * g.delta })
	case kind == "bargain" && parts == 2:
		return of(func(now *plainTheatre) float64 { return now.bargain })
	case kind == "favour" && parts == 2:
		return of(func(now *plainTheatre) float64 { return now.terms.favour })
	case kind == "accept" && last == plainChallenger:
		return of(func(now *plainTheatre) float64 { return now.acceptC })
	case kind == "accept" && last == plainDefender:
		return of(func(now *plainTheatre) float64 { return now.acceptD })
	case kind == "strength" && last == plainChallenger:
		return plainMean(func(s *plainState) float64 { return g.challengerStrength(t, s) })
	case kind == "strength" && last == plainDefender:
		return plainMean(func(s *plainState) float64 { return g.defenderStrength(t, s) })
	case kind == "pays" && parts == 2:
		return of(func(now *plainTheatre) float64 { return theory.Expectation(now.alpha, now.beta) })
	case kind == "belief" && parts == 3:
		return g.beliefAbout(t, last)
	}
	return nil
}

// otherMeasure finds a measure of an actor, a link or a body.
func (g *plainGame) otherMeasure(kind, id, last string, parts int) plainMeasure {
	at := plainMeans{id, last}
	switch {
	case kind == "stock" && parts == 3:
		return plainMean(func(s *plainState) float64 { return s.stock[at] })
	case kind == "production" && parts == 3:
		return plainMean(func(s *plainState) float64 { return s.production[at] })
	case kind == "reach" && parts == 2:
		return plainMean(func(s *plainState) float64 { return g.reach(id, s) })
	case kind == "cost" && parts == 2:
		return func(traces []plainTrace) []float64 { return g.cost(id, traces) }
	case kind == "aid" && parts == 2:
		return plainMean(func(s *plainState) float64 {
			if x := s.supports[id]; x != nil {
				return x.given
			}
			return 0 // cut
		})
	case kind == "clash" && parts == 2:
		return g.clashOf(func(x *world.Support) bool { return x.ID == id || x.From == id })
	case kind == "flow" && parts == 2:
		return plainMean(func(s *plainState) float64 {
			if f := s.flows[id]; f != nil {
				return f.flowed
			}
			return 0 // cut
		})
	case kind == "passes" && parts == 2:
		return g.passing(id)
	}
	return nil
}

// plainMean is the mean over replicates of something that a state shows.
func plainMean(of func(s *plainState) float64) plainMeasure {
	return func(traces []plainTrace) []float64 {
		out := make([]float64, len(traces[0]))
		for i := range out {
			sum := 0.0
			for _, trace := range traces {
				sum += of(trace[i])
			}
			out[i] = sum / float64(len(traces))
		}
		return out
	}
}

// plainFirst is the probability of a first event by each point in time: 1 −
// Π(1 − H_t), H_t the mean hazard over the replicates still without it; if none
// is left, the last one (§12).
func plainFirst(hazard func(s *plainState) float64, happened func(s *plainState) bool) plainMeasure {
	return func(traces []plainTrace) []float64 {
		out := make([]float64, len(traces[0]))
		without, mean := 1.0, 0.0
		for i := 1; i < len(out); i++ {
			sum, left := 0.0, 0
			for _, trace := range traces {
				if !happened(trace[i-1]) {
					sum += hazard(trace[i])
					left++
				}
			}
			if left > 0 {
				mean = sum / float64(left)
			}
			without = float64(without * (1 - mean))
			out[i] = 1 - without
		}
		return out
	}
}

// warWith is the probability of a first war in which a supporter fights, named
// by its support or by its actor.
func (g *plainGame) warWith(t *world.Theatre, name string) plainMeasure {
	for _, x := range g.world.Supports {
		if x.Theatre == t.ID && (x.ID == name || x.From == name) {
			return plainFirst(
				func(s *plainState) float64 { return s.theatres[t.ID].hazardOfFight[x.ID] },
				func(s *plainState) bool { return s.theatres[t.ID].hadFight[x.ID] })
		}
	}
	return nil
}

// relapse is the probability that fighting has resumed after a war ended. Until
// a war has ended its hazard is 0.
func (g *plainGame) relapse(t *world.Theatre) plainMeasure {
	hazard := func(s *plainState) float64 {
		now := s.theatres[t.ID]
		if !now.quietAfterWar {
			return 0
		}
		return now.hazardOfWar
	}
	return plainFirst(hazard, func(s *plainState) bool { return s.theatres[t.ID].resumed })
}

// beliefAbout is what the challenger believes of a supporter; only what it
// believes of the theatre's own lead ever moves.
func (g *plainGame) beliefAbout(t *world.Theatre, name string) plainMeasure {
	lead := g.lead(t)
	if lead != nil && (lead.ID == name || lead.From == name) {
		return plainMean(func(s *plainState) float64 { return g.belief(t, s) })
	}
	if x := slices.IndexFunc(g.world.Supports, func(x *world.Support) bool { return x.ID == name }); x >= 0 {
		name = g.world.Supports[x].From
	}
	if g.actors[name] == nil {
		return nil
	}
	first := theory.FirstBelief(g.of(g.actors[name].Resolve))
	return plainMean(func(*plainState) float64 { return elementary.Logistic(first) })
}

// clashOf is the probability of a first clash among some supports. Clashes are
// never drawn, so that every replicate stays at risk.
func (g *plainGame) clashOf(which func(x *world.Support) bool) plainMeasure {
	hazard := func(s *plainState) float64 {
		none := 1.0
		for _, x := range g.supports {
			if which(x) {
				none = float64(none * (1 - s.supports[x.ID].clash))
			}
		}
		return 1 - none
	}
	return plainFirst(hazard, func(*plainState) bool { return false })
}

// passing is the mean chance of passing over the votes a body has taken; before
// any, its chance at the opening without a shock.
func (g *plainGame) passing(id string) plainMeasure {
	if !slices.ContainsFunc(g.world.Bodies, func(b *world.Body) bool { return b.ID == id }) {
		return nil
	}
	body, _ := g.body(id)
	opening := g.passes(body, 0, g.opening, 0)
	return plainMean(func(s *plainState) float64 {
		votes := s.votes[id]
		if votes.count == 0 {
			return opening
		}
		return votes.chance / float64(votes.count)
	})
}

// reach is the hostile means expected to arrive in an actor's homeland.
func (g *plainGame) reach(actor string, s *plainState) float64 {
	sum := 0.0
	for _, e := range g.exposuresOf(actor) {
		for _, strike := range e.Strikes {
			warheads := s.stock[plainMeans{strike.ID, strike.Kind}] * g.of(strike.PerBn)
			sum += theory.Arriving(warheads, g.of(strike.Engaged), g.of(strike.Kill), g.of(strike.Arrives))
		}
	}
	return sum
}

func (g *plainGame) exposuresOf(actor string) []*world.Exposure {
	var out []*world.Exposure
	for _, e := range g.world.Exposures {
		if e.Of == actor {
			out = append(out, e)
		}
	}
	return out
}

// cost is what wars, clashes and aid are expected to have cost an actor.
func (g *plainGame) cost(actor string, traces []plainTrace) []float64 {
	out := make([]float64, len(traces[0]))
	add := func(each *world.Number, m plainMeasure) {
		for i, v := range m(traces) {
			out[i] += float64(g.of(each) * v)
		}
	}
	own := func(x *world.Support) bool { return x.From == actor }
	for _, e := range g.exposuresOf(actor) {
		for _, w := range e.Wars {
			t := g.theatres[w.ID]
			add(w.Loss, g.measure("war."+w.ID))
			if slices.ContainsFunc(g.supportsOf(t, plainDefender), func(x *world.Support) bool { return own(x) && x.Fights != nil }) {
				add(w.Fighting, g.warWith(t, actor))
			}
			add(w.PerYear, g.measure("atwar."+w.ID))
		}
		add(e.Clash, g.clashOf(own))
		add(e.Aid, plainMean(func(s *plainState) float64 { return g.aidGiven(actor, s) }))
	}
	return out
}

// aidGiven is what an actor has given in aid so far.
func (g *plainGame) aidGiven(actor string, s *plainState) float64 {
	sum := 0.0
	for _, x := range g.supports {
		if x.From == actor {
			sum += s.supports[x.ID].total
		}
	}
	return sum
}

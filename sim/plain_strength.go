package sim

import (
	"slices"

	"parley/theory"
	"parley/world"
)

// plainStrengths is a snapshot of who could bring what to bear where (§6).
type plainStrengths struct {
	challenger, defender map[string]float64 // M by theatre, fighters counted
	potential            map[string]float64 // G by support: what it would bring if it fought
	elsewhere            map[string]bool    // by theatre: its lead fights in another one
}

// strengths takes the snapshot.
func (g *plainGame) strengths(s *plainState) *plainStrengths {
	out := &plainStrengths{
		challenger: map[string]float64{}, defender: map[string]float64{},
		potential: map[string]float64{}, elsewhere: map[string]bool{},
	}
	for _, t := range g.world.Theatres {
		out.challenger[t.ID] = g.challengerStrength(t, s)
		out.defender[t.ID] = g.defenderStrength(t, s)
		for _, x := range g.supportsOf(t, plainDefender) {
			if x.Fights != nil {
				out.potential[x.ID] = plainBrought(g.of(x.Fights.Commits), g.deviation(x.From, t, s), g.worth(t, s.stock, x.From))
			}
		}
		if lead := g.fightingLead(t); lead != nil {
			out.elsewhere[t.ID] = g.fightsElsewhere(lead.From, t, s) > 0
		}
	}
	return out
}

// worth is Σ_k ω_k·S_k of an actor's means in a theatre (rule 1).
func (g *plainGame) worth(t *world.Theatre, of map[plainMeans]float64, actor string) float64 {
	sum := 0.0
	for _, k := range g.world.Kinds {
		if weight := t.Weights.Get(k.ID); weight != nil {
			sum += float64(g.of(weight) * of[plainMeans{actor, k.ID}])
		}
	}
	return sum
}

// plainBrought is c·(1 − dev)·worth.
func plainBrought(c, dev, worth float64) float64 {
	return float64(float64(c*(1-dev)) * worth)
}

// challengerStrength is M_C: the principal, supports beside it, what other wars'
// ends have released (rule 1).
func (g *plainGame) challengerStrength(t *world.Theatre, s *plainState) float64 {
	sum := plainBrought(g.commits(t, t.Challenger), 0, g.worth(t, s.stock, t.Challenger))
	for _, x := range g.supportsOf(t, plainChallenger) {
		sum += plainBrought(g.of(x.Beside), g.deviation(x.From, t, s), g.worth(t, s.stock, x.From))
	}
	for _, r := range g.releases {
		if slices.Contains(r.To, t.ID) && s.released(r) {
			sum += plainBrought(g.of(r.Share), 0, g.worth(t, s.stock, r.Of))
		}
	}
	return max(0, sum)
}

// defenderStrength is M_D: the principal, supports beside it and those that
// fight (rules 1, 14).
func (g *plainGame) defenderStrength(t *world.Theatre, s *plainState) float64 {
	sum := plainBrought(g.commits(t, t.Defender), 0, g.worth(t, s.stock, t.Defender))
	for _, x := range g.supportsOf(t, plainDefender) {
		dev, worth := g.deviation(x.From, t, s), g.worth(t, s.stock, x.From)
		sum += plainBrought(g.of(x.Beside), dev, worth)
		if c := g.committed(t, x, s); c > 0 {
			sum += plainBrought(c, dev, worth)
		}
	}
	return max(0, sum)
}

// committed is the share of its means that a support brings because of its
// answer to the attack that began the present war; arming brings part of it.
func (g *plainGame) committed(t *world.Theatre, x *world.Support, s *plainState) float64 {
	switch {
	case g.fighting(t, x, s):
		return g.of(x.Fights.Commits)
	case x == g.fightingLead(t) && s.theatres[t.ID].war && s.theatres[t.ID].answer == theory.Arm:
		return float64(g.of(x.Fights.Commits) * g.of(x.Fights.Arming))
	}
	return 0
}

// fighting reports whether a support fights in its theatre.
func (g *plainGame) fighting(t *world.Theatre, x *world.Support, s *plainState) bool {
	now := s.theatres[t.ID]
	if !now.war {
		return false
	}
	if x == g.fightingLead(t) {
		return now.answer == theory.Fight
	}
	return now.joined[x.ID]
}

// fightsElsewhere counts the theatres other than t in which an actor fights as a supporter.
func (g *plainGame) fightsElsewhere(actor string, t *world.Theatre, s *plainState) int {
	count := 0
	for _, other := range g.world.Theatres {
		fights := func(x *world.Support) bool { return x.From == actor && g.fighting(other, x, s) }
		if other != t && slices.ContainsFunc(g.supportsOf(other, plainDefender), fights) {
			count++
		}
	}
	return count
}

// deviation is dev of an actor as a supporter in t (rule 5).
func (g *plainGame) deviation(actor string, t *world.Theatre, s *plainState) float64 {
	c := g.capacity(actor)
	if c == nil {
		return 0
	}
	above := s.scarce[actor] - g.scarceUsual(g.actors[actor])
	elsewhere := float64(g.fightsElsewhere(actor, t, s))
	return theory.Deviation(g.of(c.Fungible), above, g.of(c.Engaged), elsewhere, g.of(c.Pin), g.pinning(actor, t, s))
}

// pinning is R: how much of a released adversary holds the actor outside the
// theatre that released it.
func (g *plainGame) pinning(actor string, t *world.Theatre, s *plainState) float64 {
	most := 0.0
	for _, r := range g.releases {
		if r.From == t.ID || !s.released(r) || !g.defends(actor, r.From) {
			continue
		}
		now, before := g.holdings(r.Of, s), g.holdings(r.Of, g.opening)
		most = max(most, min(2, now/max(before, 1e-9)))
	}
	return most
}

// defends reports whether an actor supports the defender of a theatre.
func (g *plainGame) defends(actor, theatre string) bool {
	by := func(x *world.Support) bool { return x.From == actor }
	return slices.ContainsFunc(g.supportsOf(g.theatres[theatre], plainDefender), by)
}

// holdings is the sum of an actor's stocks over all kinds.
func (g *plainGame) holdings(actor string, s *plainState) float64 {
	sum := 0.0
	for _, k := range g.world.Kinds {
		sum += s.stock[plainMeans{actor, k.ID}]
	}
	return sum
}

// released reports whether a release is in force: its theatre is quiet after a war.
func (s *plainState) released(r *world.Release) bool {
	from := s.theatres[r.From]
	return !from.war && from.ended > 0
}

// scarceUsual is Z* of an actor: 0 if it gives no aid (rule 5).
func (g *plainGame) scarceUsual(a *world.Actor) float64 {
	if a.Capacity == nil || g.aidTotal(a.ID) == 0 {
		return 0
	}
	kept := theory.ScarceKept(g.of(a.Capacity.Recovery), g.delta)
	return theory.ScarceUsual(g.of(a.Capacity.Scarce), kept, g.delta)
}

// aidTotal is what an actor gives a year at the opening, over its uncut supports.
func (g *plainGame) aidTotal(actor string) float64 {
	sum := 0.0
	for _, x := range g.supports {
		if x.From == actor {
			sum += g.totalAid(x)
		}
	}
	return sum
}

// logRatio is ln ρ in a theatre (rule 6).
func (g *plainGame) logRatio(t *world.Theatre, challenger, defender float64) float64 {
	return theory.LogRatio(challenger, defender, g.of(t.DefenceAdvantage))
}

// contest is p at a log ratio (rule 6).
func (g *plainGame) contest(t *world.Theatre, logRho float64) float64 {
	return theory.Contest(logRho, g.of(t.Decisiveness), g.of(t.Difference))
}

// forecast is x̂ from a log ratio, at pace mu over the war's horizon (rule 6).
func (g *plainGame) forecast(t *world.Theatre, logRho, share, mu float64) float64 {
	return theory.Forecast(g.contest(t, logRho), share, theory.Fade(mu, g.of(t.War.Horizon)))
}

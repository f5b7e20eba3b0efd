package theory_test

import (
	"testing"

	"parley/theory"
)

// BenchmarkPlayCrisis solves one crisis game with a supporter: what the engine
// does once for every quiet theatre, period and replicate.
func BenchmarkPlayCrisis(b *testing.B) {
	c := theory.Crisis{
		Sensitivity: 5, Concession: 0.1, ChallengerCost: 0.3, DefenderCost: 0.3, FacingSupporter: 0.2, Punishment: 0.2, Probe: 1, HasSupporter: true,
		Supporter: theory.Supporter{StakeResolute: 1.8, StakeIrresolute: 0.4, Gap: 2, Cost: 0.5, Arming: 0.15, Pledge: 0.5},
	}
	s := theory.Standing{Share: 0.1, Forecasts: [3]float64{0.5, 0.45, 0.3}, Relief: 0.4, Belief: 0.6, FirstBelief: 0.6}
	a := theory.AnchorCrisis(&c, &theory.Baselines{Challenge: 0.1, Concede: 0.2, Attack: 0.2, Fight: 0.5}, &s)
	b.ReportAllocs()
	for b.Loop() {
		s.Belief = 1.2 - s.Belief
		m := theory.PlayCrisis(&c, &a, &s)
		sink += m.Challenge
	}
}

// BenchmarkOffer finds the terms two sides would agree on over five issues.
func BenchmarkOffer(b *testing.B) {
	issues := []theory.Issue{{0.3, 0.2}, {0.25, 0.1}, {0.2, 0.3}, {0.15, 0.1}, {0.1, 0.3}}
	order, z := make([]int, len(issues)), make([]float64, len(issues))
	theory.ParetoOrder(issues, order)
	base := -0.4
	b.ReportAllocs()
	for b.Loop() {
		base = -0.7 - base
		c, _ := theory.Offer(issues, order, base, 0.5, z)
		sink += c
	}
}

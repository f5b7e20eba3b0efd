package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// Rule 17: beliefs stay movable, drift back by halves, and start again with a
// newcomer.
func TestBeliefs(t *testing.T) {
	near(t, "a prior", theory.FirstBelief(0.6), logit(0.6), 1e-14)
	near(t, "no certainty", theory.FirstBelief(1), 4, 0)
	near(t, "nor the other", theory.FirstBelief(0), -4, 0)
	near(t, "kept", theory.KeepBelief(-7), -4, 0)
	near(t, "inside", theory.KeepBelief(1.5), 1.5, 0)
	belief := 3.0
	for range 12 { // three years of quarters, half-life three years
		belief = theory.Forget(belief, 1, theory.Remembered(3, 0.25))
	}
	near(t, "after one half-life", belief, 2, 1e-12)
	near(t, "nothing is forgotten", theory.Remembered(0, 0.25), 1, 0)
	near(t, "a newcomer, not read at all", theory.Renew(2, -1, 0), 2, 0)
	near(t, "a newcomer, read as one", theory.Renew(2, -1, 1), -1, 0)
	near(t, "half", theory.Renew(2, -1, 0.5), 0.5, 0)
}

// Rules 17 and 19: who imposes terms that a resolute supporter would have
// refused is taken for irresolute; where both would have preferred them, little
// is learned.
func TestImposedTermsTeach(t *testing.T) {
	check(t, func(t *rapid.T) {
		s, _ := drawSustaining(t)
		gamma, forecast, after := between(t, "γ cut", -4, 4), between(t, "x̂", 0, 1), between(t, "x after", 0, 1)
		prefers := func(v, sign float64) float64 {
			return logistic(s.Sensitivity*(v*(forecast-after)+s.Cost) + gamma + sign*s.Gap/4)
		}
		want := math.Log(prefers(s.StakeResolute, -1) / prefers(s.StakeIrresolute, 1))
		got := theory.Imposing(&s, gamma, forecast, after)
		near(t, "the lesson", got, min(max(want, -8), 8), 1e-10)
		if s.StakeResolute >= s.StakeIrresolute && after >= forecast && got > 1e-12 {
			t.Errorf("terms worse than fighting on, by a supporter with more at stake, teach resolve: %v", got)
		}
	})
}

// Rule 18: a Beta law over the share of punishment that is later relieved.
func TestConquestThatPaysIsRemembered(t *testing.T) {
	alpha, beta := theory.Precedent(1, 1, 2, 0.75)
	near(t, "α", alpha, 2.5, 0)
	near(t, "β", beta, 1.5, 0)
	near(t, "e", theory.Expectation(alpha, beta), 2.5/4, 1e-15)
	near(t, "nothing known", theory.Expectation(0, 0), 0.5, 0)
	near(t, "a quarter of war without relief", theory.Unrelieved(1, 1, 0.25), 1.05, 1e-15)
	near(t, "a year of it", theory.Unrelieved(1, 0.5, 1), 1.1, 1e-15)
	rival, same := theory.Precedent(1, 1, 0, 0.75)
	near(t, "the rival view (Altman 2020)", rival+same, 2, 0)
	check(t, func(t *rapid.T) {
		a, b := between(t, "α", 0, 10), between(t, "β", 0, 10)
		a2, b2 := theory.Precedent(a, b, between(t, "weight", 0, 5), between(t, "F", 0, 1))
		inUnit(t, "e", theory.Expectation(a2, b2))
	})
}

package theory_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// MODEL §15: at the opening of a war losses equal the stated rates; after that
// the mixed Lanchester law: who is weaker loses faster, but not in proportion.
func TestLosses(t *testing.T) {
	c, d := theory.Losses(0.3, 0.2, 1, 0.25)
	near(t, "the challenger's at the opening", c, 0.3*0.25, 1e-15)
	near(t, "the defender's at the opening", d, 0.2*0.25, 1e-15)
	c, d = theory.Losses(0.3, 0.2, 4, 0.25)
	near(t, "four times the ratio: half", c, 0.3*0.25/2, 1e-15)
	near(t, "and double", d, 0.2*0.25*2, 1e-15)
	c, d = theory.Losses(9, 9, 1, 1)
	near(t, "no more than all", c+d, 2, 0)
	near(t, "the quotient is 1 at the start", theory.Quotient(30, 20, theory.Ratio(30, 20)), 1, 1e-15)
	near(t, "a side without means", theory.Quotient(0, 20, 1.5), 1e-6, 0)
	near(t, "the other", theory.Quotient(20, 0, 1.5), 1e6, 0)
}

// With α = ½ on both sides the law keeps the losses of both sides in one
// proportion, that of the opening: Lanchester's linear law.
func TestLossesFollowTheLinearLaw(t *testing.T) {
	const rateC, rateD, delta = 0.3, 0.5, 0.25
	c, d := 100.0, 60.0
	start := theory.Ratio(c, d)
	for range 12 { // while the defender has something to lose
		lossC, lossD := theory.Losses(rateC, rateD, theory.Quotient(c, d, start), delta)
		c, d = c*(1-lossC), d*(1-lossD)
		near(t, "challenger's losses over the defender's", (100-c)/(60-d), rateC*100/(rateD*60), 1e-9)
	}
}

func TestExpectedShift(t *testing.T) {
	near(t, "a side grows by what comes in", theory.Growth(5, 50), 0.1, 1e-15)
	near(t, "a side with nothing has no rate", theory.Growth(5, 0), 0, 0)
	near(t, "to the middle of the horizon", theory.Shift(0.1, -0.2, 2), 0.3, 1e-15)
	near(t, "at most 1", theory.Shift(9, -9, 2), 1, 0)
	near(t, "at least −1", theory.Shift(-9, 9, 2), -1, 0)
	near(t, "a pressed challenger expects a surge", theory.PressedOnChallenger(1, 1, 0.6), 1.6, 1e-15)
	near(t, "a pressed defender expects a quarter", theory.PressedOnDefender(1, 1), 0.25, 0)
	near(t, "half pressed", theory.PressedOnDefender(1, 0.5), 0.625, 0)
	near(t, "not pressed", theory.PressedOnChallenger(0.7, 0, 0.6), 0.7, 0)
}

// offer is what both sides agree on, with the issues in any order.
func offer(issues []theory.Issue, c, d float64) (z []float64, challenger, defender float64) {
	order := make([]int, len(issues))
	theory.ParetoOrder(issues, order)
	z = make([]float64, len(issues))
	challenger, defender = theory.Offer(issues, order, c, d, z)
	return z, challenger, defender
}

// Bargains whose solution is known (Nash 1950).
func TestOffersWithAKnownSolution(t *testing.T) {
	for _, c := range []struct {
		name                 string
		issues               []theory.Issue
		c, d                 float64
		z                    []float64
		challenger, defender float64
	}{
		{"one issue, symmetric: split evenly", []theory.Issue{{1, 1}}, 0, 1, []float64{0.5}, 0.5, 0.5},
		{"one issue, refusing is worth more to one side", []theory.Issue{{1, 1}}, -0.2, 0.8, []float64{0.5}, 0.3, 0.3},
		{"one issue, the challenger is better off refusing", []theory.Issue{{1, 1}}, -0.5, 0.9, []float64{0.7}, 0.2, 0.2},
		{"two issues: each gets what it wants most", []theory.Issue{{0.8, 0.2}, {0.2, 0.8}}, -0.4, 0.6, []float64{1, 0}, 0.4, 0.4},
		{"the same in the other order", []theory.Issue{{0.2, 0.8}, {0.8, 0.2}}, -0.4, 0.6, []float64{0, 1}, 0.4, 0.4},
		{"a stronger challenger gets part of the second", []theory.Issue{{0.8, 0.2}, {0.2, 0.8}}, -0.9, 1, []float64{1, 0.75}, 0.05, 0.2},
		{"what only the challenger wants costs nothing", []theory.Issue{{0.5, 0}, {0.5, 1}}, 0, 1, []float64{1, 0}, 0.5, 1},
		{"what only the defender wants is kept", []theory.Issue{{0, 0.5}, {1, 0.5}}, 0, 1, []float64{0, 1}, 1, 0.5},
		{"no terms leave both better off: the worse off is best off", []theory.Issue{{1, 1}}, -0.8, 0.5, []float64{0.65}, -0.15, -0.15},
		{"the defender is worse off whatever it gives", []theory.Issue{{1, 1}}, 0.3, -0.2, []float64{0}, 0.3, -0.2},
		{"the challenger is worse off with everything", []theory.Issue{{1, 1}}, -2, 0.5, []float64{1}, -1, -0.5},
		{"nothing to bargain over", nil, -0.1, 0.1, nil, -0.1, 0.1},
	} {
		z, challenger, defender := offer(c.issues, c.c, c.d)
		for j := range c.z {
			near(t, fmt.Sprintf("%s: issue %d", c.name, j), z[j], c.z[j], 1e-12)
		}
		near(t, c.name+": challenger", challenger, c.challenger, 1e-12)
		near(t, c.name+": defender", defender, c.defender, 1e-12)
	}
}

// No terms on a grid over all issues do better than the offer, whether a
// bargain exists or not: a missed logroll would look like a war nobody can end.
func TestNoTermsBeatTheOffer(t *testing.T) {
	check(t, func(t *rapid.T) {
		issues := make([]theory.Issue, rapid.IntRange(1, 3).Draw(t, "issues"))
		for j := range issues {
			issues[j] = theory.Issue{Challenger: between(t, "weight to C", 1e-3, 1), Defender: between(t, "weight to D", 1e-3, 1)}
			// At most one side is indifferent: see TestParetoOrderWithAnIdleIssue.
			switch rapid.IntRange(0, 9).Draw(t, "indifferent") {
			case 0:
				issues[j].Challenger = 0
			case 1:
				issues[j].Defender = 0
			}
		}
		c, d := between(t, "C's base", -2.5, 1), between(t, "D's base", -1, 2.5)
		z, gotC, gotD := offer(issues, c, d)
		worthC, worthD := theory.Worth(issues, z)
		near(t, "the challenger's surplus", gotC, c+worthC, 1e-12)
		near(t, "the defender's surplus", gotD, d-worthD, 1e-12)
		for _, given := range z {
			inUnit(t, "what is given", given)
		}
		bargain := gotC >= 0 && gotD >= 0
		const steps = 10
		for cell := range int(math.Pow(steps+1, float64(len(issues)))) {
			otherC, otherD := c, d
			for _, w := range issues {
				given := float64(cell%(steps+1)) / steps
				cell /= steps + 1
				otherC, otherD = otherC+given*w.Challenger, otherD-given*w.Defender
			}
			switch {
			case otherC >= 1e-12 && otherD >= 1e-12 && !bargain:
				t.Fatalf("terms that leave %v and %v are missed for %v and %v", otherC, otherD, gotC, gotD)
			case otherC >= 0 && otherD >= 0 && otherC*otherD > gotC*gotD+1e-12:
				t.Fatalf("terms that leave %v and %v have a larger product than %v and %v", otherC, otherD, gotC, gotD)
			case !bargain && min(otherC, otherD) > min(gotC, gotD)+1e-12:
				t.Fatalf("terms that leave %v and %v are better for the worse off than %v and %v", otherC, otherD, gotC, gotD)
			}
		}
	})
}

func TestParetoOrder(t *testing.T) {
	check(t, func(t *rapid.T) {
		issues := make([]theory.Issue, rapid.IntRange(0, 8).Draw(t, "issues"))
		for j := range issues {
			issues[j] = theory.Issue{Challenger: between(t, "C", 0, 1), Defender: between(t, "D", 0.01, 1)}
		}
		order := make([]int, len(issues))
		theory.ParetoOrder(issues, order)
		seen := map[int]bool{}
		for k, j := range order {
			seen[j] = true
			if k > 0 {
				before, after := issues[order[k-1]], issues[j]
				if before.Challenger*after.Defender < after.Challenger*before.Defender {
					t.Errorf("%v comes before %v", before, after)
				}
				if before == after && order[k-1] > j {
					t.Error("equal issues change places")
				}
			}
		}
		if len(seen) != len(issues) {
			t.Errorf("order %v leaves issues out", order)
		}
	})
}

// An issue that nobody cares about must not keep the others from their order.
func TestParetoOrderWithAnIdleIssue(t *testing.T) {
	order := make([]int, 3)
	theory.ParetoOrder([]theory.Issue{{0.1, 0.9}, {0, 0}, {0.9, 0.1}}, order)
	at := map[int]int{}
	for k, j := range order {
		at[j] = k
	}
	if at[2] > at[0] {
		t.Errorf("order %v gives the defender's dearest issue first", order)
	}
}

func TestWorthOfTerms(t *testing.T) {
	c, d := theory.Worth([]theory.Issue{{0.6, 0.3}, {0.4, 0.7}}, []float64{1, 0.5})
	near(t, "F", c, 0.8, 1e-15)
	near(t, "to the defender", d, 0.65, 1e-15)
}

// Rule 13: agreement needs both, and happens at the theatre's end rate under
// current course.
func TestTalksAreAnchored(t *testing.T) {
	check(t, func(t *rapid.T) {
		q, lambda := between(t, "end", 0, 1), between(t, "λ", 0, 20)
		c, d, shift := between(t, "C's surplus", -2, 2), between(t, "D's surplus", -2, 2), between(t, "τ", -2, 2)
		k := theory.AnchorTalks(q, lambda, c, d, shift)
		near(t, "agreement", theory.Accept(lambda, c, k+shift)*theory.Accept(lambda, d, k+shift), q, 1e-12)
	})
	near(t, "alike: the root", theory.AnchorTalks(0.09, 5, 0.2, 0.2, 0), logit(0.3)-1, 1e-13)
	near(t, "never", theory.AnchorTalks(0, 5, 0.2, 0.2, 0), math.Inf(-1), 0)
	near(t, "at once", theory.AnchorTalks(1, 5, 0.2, 0.2, 0), math.Inf(1), 0)
	near(t, "by hand", theory.Accept(5, 0.2, -1), 0.5, 1e-15)
}

// Rule 14: what the challenger holds once terms are in force.
func TestShareAfterTerms(t *testing.T) {
	near(t, "the front, and nothing settled", theory.ShareAfter(0.3, 1, 0, 0.8), 0.3, 1e-15)
	near(t, "it gives up half of what it took", theory.ShareAfter(0.3, 0.5, 0, 0.8), 0.15, 1e-15)
	near(t, "terms settle the stake", theory.ShareAfter(0.3, 1, 1, 0.8), 0.8, 1e-15)
	near(t, "terms settle half", theory.ShareAfter(0.3, 1, 0.5, 0.8), 0.55, 1e-15)
	check(t, func(t *rapid.T) {
		inUnit(t, "what is held", theory.ShareAfter(between(t, "x", 0, 1), between(t, "line", 0, 1), between(t, "settles", 0, 1), between(t, "F", 0, 1)))
		inUnit(t, "the front", theory.Front(between(t, "share", 0, 1), between(t, "p", 0, 1), between(t, "μ", 0, 5), between(t, "luck", 0, 2), 1, between(t, "ε", -6, 6)))
	})
	near(t, "luck grows with the root of time", theory.Front(0.3, 0.3, 0.2, 0.02, 0.25, 1)-0.3, 0.01, 1e-15)
}

// Rule 16: a clash has its rate at the opening level, more when surging, and a
// cut does not make it impossible.
func TestClashHazard(t *testing.T) {
	near(t, "as at the opening", theory.ClashHazard(0.02, 3, 1, 0.25), 1-math.Exp(-0.02*0.25), 1e-15)
	near(t, "surging", theory.ClashHazard(0.02, 3, 1.6, 0.25), 1-math.Exp(-0.02*(1+3*0.6)*0.25), 1e-15)
	near(t, "cut", theory.ClashHazard(0.02, 3, 0, 0.25), 1-math.Exp(-0.02*0.25), 1e-15)
	near(t, "no hazard", theory.ClashHazard(0, 3, 2, 0.25), 0, 0)
}

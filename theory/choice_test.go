package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// Yearly rates must give the same year however it is cut into periods.
func TestRatesDoNotDependOnThePeriod(t *testing.T) {
	for _, rate := range []float64{0, 0.01, 0.3, 2} {
		year, month := theory.PerPeriod(rate, 1), theory.PerPeriod(rate, 1./12)
		near(t, "twelve months", 1-math.Pow(1-month, 12), year, 1e-14)
		near(t, "a year", year, 1-math.Exp(-rate), 1e-15)
	}
	near(t, "a small rate keeps its digits", theory.PerPeriod(1e-12, 1), 1e-12, 1e-24)
}

// Rule 7: the constant puts the base rate where the world opens.
func TestConstantAnchorsAChoice(t *testing.T) {
	check(t, func(t *rapid.T) {
		q, advantage := between(t, "baseline", 1e-9, 1-1e-9), between(t, "advantage", -60, 60)
		gamma := theory.Constant(q, advantage)
		near(t, "the choice at the opening", theory.Choice(advantage, gamma), q, 1e-13)
		better := theory.Choice(advantage+between(t, "better", 0, 10), gamma)
		if better < q-1e-13 {
			t.Errorf("a better prospect lowers the choice from %v to %v", q, better)
		}
	})
	for _, certain := range []float64{0, 1} {
		near(t, "what is certain stays so", theory.Choice(1e6, theory.Constant(certain, -1e6)), certain, 0)
	}
}

// McKelvey & Palfrey 1995: as λ grows without end, play becomes the best
// response; at λ = 0 it is what the constant says.
func TestQuantalResponseLimits(t *testing.T) {
	const gamma = 0.7
	near(t, "λ = 0", theory.Choice(0*0.3, gamma), logistic(gamma), 1e-15)
	near(t, "λ → ∞, better", theory.Choice(1e9*0.001, gamma), 1, 0)
	near(t, "λ → ∞, worse", theory.Choice(-1e9*0.001, gamma), 0, 0)
	near(t, "λ → ∞, no better", theory.Choice(1e9*0, gamma), logistic(gamma), 1e-15)
	for _, c := range []struct{ second, third, p1, p2, p3 float64 }{
		{1e9, 0, 0, 1, 0}, {-1e9, -1e9, 1, 0, 0}, {-1e9, 1e9, 0, 0, 1}, {math.Inf(-1), math.Inf(1), 0, 0, 1}, {0, 0, 1. / 3, 1. / 3, 1. / 3},
	} {
		p1, p2, p3 := theory.Softmax3(c.second, c.third)
		near(t, "first", p1, c.p1, 1e-15)
		near(t, "second", p2, c.p2, 1e-15)
		near(t, "third", p3, c.p3, 1e-15)
	}
}

func TestSoftmaxIsALaw(t *testing.T) {
	check(t, func(t *rapid.T) {
		second, third := between(t, "second", -40, 40), between(t, "third", -40, 40)
		p1, p2, p3 := theory.Softmax3(second, third)
		whole := 1 + math.Exp(second) + math.Exp(third)
		near(t, "first", p1, 1/whole, 1e-14)
		near(t, "second", p2, math.Exp(second)/whole, 1e-14)
		near(t, "third", p3, math.Exp(third)/whole, 1e-14)
		near(t, "sum", p1+p2+p3, 1, 1e-15)
	})
}

// With two types the constant has a closed form, the positive root of a
// quadratic in e^γ; the search must find it.
func TestMixedConstantSolvesTheQuadratic(t *testing.T) {
	check(t, func(t *rapid.T) {
		q, b := between(t, "baseline", 1e-6, 1-1e-6), between(t, "belief", 0, 1)
		r, i := between(t, "resolute", -12, 12), between(t, "irresolute", -12, 12)
		gamma := theory.MixedConstant(q, b, r, i)
		near(t, "the mixture", b*logistic(r+gamma)+(1-b)*logistic(i+gamma), q, 1e-12)

		er, ei := math.Exp(r), math.Exp(i)
		square, linear := er*ei*(1-q), b*er+(1-b)*ei-q*(er+ei)
		root := math.Sqrt(linear*linear + 4*square*q)
		g := (root - linear) / (2 * square)
		if linear > 0 { // the same root without cancellation
			g = 2 * q / (root + linear)
		}
		near(t, "the constant", gamma, math.Log(g), 1e-7)
	})
}

func TestMixedConstantAtTheEnds(t *testing.T) {
	near(t, "only the resolute", theory.MixedConstant(0.3, 1, 2, -9), logit(0.3)-2, 1e-14)
	near(t, "only the irresolute", theory.MixedConstant(0.3, 0, 2, -9), logit(0.3)+9, 1e-14)
	near(t, "types that behave alike", theory.MixedConstant(0.3, 0.4, 2, 2), logit(0.3)-2, 1e-14)
	near(t, "never", theory.MixedConstant(0, 0.4, 2, 1), math.Inf(-1), 0)
	near(t, "always", theory.MixedConstant(1, 0.4, 2, 1), math.Inf(1), 0)
}

// Rule 17: an act that both types would do alike teaches nothing; one that only
// one of them would do must not make beliefs infinite.
func TestLikelihoodRatios(t *testing.T) {
	near(t, "alike", theory.LogLikelihood(0.4, 0.4), 0, 0)
	near(t, "twice as likely", theory.LogLikelihood(0.8, 0.4), math.Ln2, 1e-15)
	near(t, "half as likely", theory.LogLikelihood(0.4, 0.8), -math.Ln2, 1e-15)
	near(t, "only the resolute", theory.LogLikelihood(0.4, 0), 8, 0)
	near(t, "only the irresolute", theory.LogLikelihood(0, 0.4), -8, 0)
	near(t, "neither", theory.LogLikelihood(0, 0), 0, 0)
}

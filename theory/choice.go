package theory

import (
	"math"

	"parley/elementary"
)

// PerPeriod is the probability of at least one event in a period of delta
// years at a yearly rate (§2).
func PerPeriod(rate, delta float64) float64 { return -elementary.Expm1(-rate * delta) }

// Constant is γ of a two-way choice: with it the choice has its baseline
// probability where the advantage in utility is what it is at the opening
// (rule 7). advantage is λ·D. Baselines of 0 and 1 give −∞ and +∞.
func Constant(baseline, advantage float64) float64 {
	return elementary.Logit(baseline) - float64(advantage)
}

// Choice is the probability of a two-way quantal response (rule 7; McKelvey &
// Palfrey 1995, 1998; Signorino 1999). advantage is λ·D.
func Choice(advantage, constant float64) float64 {
	return elementary.Logistic(float64(advantage) + constant)
}

// MixedConstant is the constant that gives a mixture of two types its baseline
// probability: b·σ(resolute + γ) + (1 − b)·σ(irresolute + γ) = baseline.
func MixedConstant(baseline, belief, resolute, irresolute float64) float64 {
	target := elementary.Logit(baseline)
	if target-target != 0 {
		return target // what is certain stays so
	}
	if belief <= 0 || belief >= 1 || resolute == irresolute {
		return target - mixedEnd(belief, resolute, irresolute)
	}
	low, high := target-max(resolute, irresolute), target-min(resolute, irresolute)
	gamma := low + float64((high-low)/2)
	for range 200 {
		pr, pi := elementary.Logistic(resolute+gamma), elementary.Logistic(irresolute+gamma)
		miss := float64(belief*pr) + float64((1-belief)*pi) - baseline
		if miss > 0 {
			high = gamma
		} else {
			low = gamma
		}
		slope := float64(belief*pr*(1-pr)) + float64((1-belief)*pi*(1-pi))
		next := gamma - miss/slope
		if !(next > low && next < high) {
			next = low + float64((high-low)/2)
		}
		if next == gamma || high-low <= 1e-15*math.Abs(gamma) {
			break
		}
		gamma = next
	}
	return gamma
}

// mixedEnd is the advantage of the only type that matters.
func mixedEnd(belief, resolute, irresolute float64) float64 {
	if belief <= 0 {
		return irresolute
	}
	return resolute
}

// largestExponent keeps exp finite.
const largestExponent = 700

// Softmax3 is the probabilities of three alternatives with values 0, second and
// third (already times λ, with their constants).
func Softmax3(second, third float64) (p1, p2, p3 float64) {
	return Odds3(Odds(second), Odds(third))
}

// Odds is e^value, kept finite: the odds of an alternative against one of value 0.
func Odds(value float64) float64 { return elementary.Exp(Bounded(value)) }

// Bounded keeps an exponent so small that its power is finite.
func Bounded(value float64) float64 { return min(value, largestExponent) }

// Odds3 is the probabilities of three alternatives from the odds of the second
// and third against the first.
func Odds3(second, third float64) (p1, p2, p3 float64) {
	whole := 1 / (1 + second + third)
	return whole, second * whole, third * whole
}

// LogLikelihood is d = ln(P(act | resolute)/P(act | irresolute)), what an act
// tells of its author's type (rule 17). It is kept in ±8, far beyond what a
// belief can move.
func LogLikelihood(resolute, irresolute float64) float64 {
	const least = 1e-300
	d := elementary.Log(max(resolute, least)) - elementary.Log(max(irresolute, least))
	return min(max(d, -8), 8)
}

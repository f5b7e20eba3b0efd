package theory

import "parley/elementary"

// beliefBound keeps beliefs movable: ℓ stays in ±4 (rule 17).
const beliefBound = 4

// KeepBelief keeps a belief's log-odds in ±4 (rule 17).
func KeepBelief(logOdds float64) float64 {
	return min(max(logOdds, -beliefBound), beliefBound)
}

// FirstBelief is the log-odds of a prior probability, kept in ±4.
func FirstBelief(prior float64) float64 { return KeepBelief(elementary.Logit(prior)) }

// Forget moves a belief back towards its prior (rule 17; Crescenzi 2007). kept
// is 2^(−Δ/half-life).
func Forget(belief, prior, kept float64) float64 {
	return prior + float64(kept*(belief-prior))
}

// Remembered is 2^(−Δ/half-life), 1 where nothing is forgotten.
func Remembered(halfLife, delta float64) float64 {
	if halfLife <= 0 {
		return 1
	}
	return elementary.Exp(-ln2 * delta / halfLife)
}

// Renew moves a belief, or its prior, towards a newcomer's prior at a change of
// office (rule 17; Wolford 2007; Renshon, Dafoe & Huth 2018).
func Renew(belief, newcomer, renewal float64) float64 {
	return belief + float64(renewal*(newcomer-belief))
}

// Imposing is what an imposed settlement tells of the supporter behind it: the
// log ratio of each type's probability of preferring the terms to going on
// (rules 17, 19; THEORY E29). forecast is x̂ with aid sustained, shareAfter what
// the challenger holds once the terms are in force.
func Imposing(s *Sustaining, cutConstant, forecast, shareAfter float64) float64 {
	prefers := func(v, sign float64) float64 {
		value := float64(s.Sensitivity * (float64(v*(forecast-shareAfter)) + s.Cost))
		return elementary.Logistic(value + cutConstant + float64(sign*s.Gap/4))
	}
	return LogLikelihood(prefers(s.StakeResolute, -1), prefers(s.StakeIrresolute, 1))
}

// Precedent is what the end of a war teaches about conquest (rule 18): the
// Beta law over the share of punishment that is later relieved.
func Precedent(alpha, beta, weight, favour float64) (float64, float64) {
	return alpha + float64(weight*favour), beta + float64(weight*(1-favour))
}

// Unrelieved is what a period of war without relief teaches (rule 18): 0.05 a
// quarter.
func Unrelieved(beta, weight, delta float64) float64 {
	const perYear = 0.2
	return beta + float64(perYear*delta*weight)
}

// Expectation is e, the mean of that law; one half where nothing is known.
func Expectation(alpha, beta float64) float64 {
	if alpha+beta <= 0 {
		return 0.5
	}
	return alpha / (alpha + beta)
}

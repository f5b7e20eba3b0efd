package theory

import (
	"math"

	"parley/elementary"
)

// Floors keep logarithms of strengths finite.
const (
	smallestStrength = 1e-12 // below it a side counts as having nothing
	smallestGrowing  = 1e-9  // below it a strength has no growth rate
)

// LogRatio is ln ρ, ρ the challenger's strength over the defender's, the
// defender's counted with its advantage (rule 6).
func LogRatio(challenger, defender, advantage float64) float64 {
	return elementary.Log(max(challenger, smallestStrength) / max(advantage*defender, smallestStrength))
}

// RatioAndBalance is ρ and (M_C − αM_D)/(M_C + αM_D), what the two forms of the
// contest look at (rule 6).
func RatioAndBalance(challenger, defender, advantage float64) (ratio, balance float64) {
	c, d := max(challenger, smallestStrength), max(float64(advantage*defender), smallestStrength)
	return c / d, (c - d) / (c + d)
}

// ContestScore is L(p) of a contest in the ratio or the difference form, which
// a [Contest] takes the logistic function of; not for their mixture.
func ContestScore(logRho, balance, decisiveness, difference float64) float64 {
	if difference == 1 {
		return decisiveness * balance
	}
	return decisiveness * logRho
}

// Contest is p, the challenger's prospect in a contest of strengths with log
// ratio logRho (rule 6): the ratio form (Tullock 1980) where difference is 0,
// the difference form (Hirshleifer 1989) where it is 1, their mixture between.
// decisiveness is m.
func Contest(logRho, decisiveness, difference float64) float64 {
	switch difference {
	case 0:
		return elementary.Logistic(decisiveness * logRho)
	case 1:
		return differenceForm(logRho, decisiveness)
	}
	ratio := elementary.Logistic(decisiveness * logRho)
	return ratio + float64(difference*(differenceForm(logRho, decisiveness)-ratio))
}

// differenceForm is σ(m·(M_C − αM_D)/(M_C + αM_D)); the fraction is tanh(½ ln ρ).
func differenceForm(logRho, decisiveness float64) float64 {
	balance := float64(2*elementary.Logistic(logRho)) - 1
	return elementary.Logistic(decisiveness * balance)
}

// Fade is exp(−μH), the part of the gap between share and power that is left
// after horizon years at pace mu a year.
func Fade(mu, horizon float64) float64 { return elementary.Exp(-mu * horizon) }

// Forecast is x̂, the challenger's expected share after H years of fighting:
// rule 11 in closed form. fade is [Fade].
func Forecast(p, share, fade float64) float64 {
	return p + float64((share-p)*fade)
}

// Deviation is dev: the share of a supporter's means that a theatre must do
// without (rule 5; Treisman 2004 for a positive fungible).
//
// scarceAboveUsual is Z − Z*, fightsElsewhere the number of other theatres in
// which it fights, pinning how much of a released adversary holds it.
func Deviation(fungible, scarceAboveUsual, engaged, fightsElsewhere, pin, pinning float64) float64 {
	dev := float64(fungible*scarceAboveUsual) + float64(engaged*fightsElsewhere) + float64(pin*pinning)
	return min(max(dev, -1), 1)
}

// Remaining is R of a released adversary: its means over those at the opening,
// at most 2 (rule 5).
func Remaining(now, atOpening float64) float64 {
	return min(2, now/max(atOpening, smallestGrowing))
}

// ScarceKept is the share of a drawn-down stock still missing after a period.
func ScarceKept(recovery, delta float64) float64 { return elementary.Exp(-recovery * delta) }

// ScarceUsual is Z*, the draw-down at which aid at its opening level and
// recovery balance (rule 5).
func ScarceUsual(scarce, kept, delta float64) float64 {
	if scarce == 0 || kept >= 1 {
		return 0
	}
	return scarce * delta / (1 - kept)
}

// ScarceNext is the draw-down after a period in which aid ran at level (rule 5).
func ScarceNext(now, kept, scarce, level, delta float64) float64 {
	return float64(now*kept) + float64(scarce*delta*level)
}

// FrontPace is μ₀ of a theatre that opens at war: the pace at which the front
// moved by the observed drift, kept in 0.016–0.4 a year (rule 11). shown says
// whether the opening state can show that drift at all.
func FrontPace(drift, p, share float64) (mu float64, shown bool) {
	const slowest, fastest = 0.016, 0.4
	gap := p - share
	if gap == 0 || drift == 0 || (drift > 0) != (gap > 0) {
		return slowest, drift == 0
	}
	mu = drift / gap
	switch {
	case mu < slowest:
		return slowest, false
	case mu > fastest:
		return fastest, false
	}
	return mu, true
}

// TippedPace is μ: the front moves faster as the balance tips beyond where it
// stood at the start of the war (rule 11).
func TippedPace(mu, tipping, decisiveness, logRho, logRhoAtStart float64) float64 {
	return mu * elementary.Exp(Tip(tipping, decisiveness, logRho, logRhoAtStart))
}

// Tip is ln(μ/μ₀) of [TippedPace].
func Tip(tipping, decisiveness, logRho, logRhoAtStart float64) float64 {
	tip := math.Abs(decisiveness*logRho) - math.Abs(decisiveness*logRhoAtStart)
	return tipping * min(max(tip, 0), 1)
}

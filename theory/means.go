package theory

import "parley/elementary"

// Stock is a stock after a period in which it wore and was produced, sent and
// received (rule 2). kept is exp(−wear·Δ).
func Stock(now, kept, production, lift, arrivals, sent, delta float64) float64 {
	return max(0, float64(now*kept)+float64(production*lift*delta)+arrivals-sent)
}

// Lift is the factor on a side's production in quiet years after a war (rule 2):
// keeps is what is left of war production; eased is how much relief lifts it, or,
// below 0, how much limits lower it, never below nothing.
func Lift(keeps, eased float64) float64 { return keeps * max(0, 1+float64(eased)) }

// Kept is the share of a stock that a period's wear leaves.
func Kept(wear, delta float64) float64 { return elementary.Exp(-wear * delta) }

// FedByWar is h while the war is on that a flow is fed by: who stands worse
// pays more (rule 4; Nash price of an exchange, Morrow 1991). The logs of the
// buyer's strength over its opponent's at the opening of that war and now; as
// in every forecast (THEORY E7) their difference counts no further than ±1, for
// a buyer whose strength is gone has nothing left to pay with.
func FedByWar(logAtOpening, logNow, need float64) float64 {
	return elementary.Exp(NeedAtWar(float64(logAtOpening)-float64(logNow), need, true))
}

// NeedAtWar is ln h of [FedByWar] from how far the challenger's log ratio of
// strengths has fallen since the war began, for either side as the buyer.
func NeedAtWar(fallen, need float64, buyerIsChallenger bool) float64 {
	if !buyerIsChallenger {
		fallen = -fallen
	}
	return need * min(max(fallen, -1), 1)
}

// AfterWar is h once that war is over: level η₀, and slope η₁ on how favourable
// the terms are to the buyer (rule 4). The rivals are ranges of the two:
// transactional, structural (Walt 1987), victory consolidates, wedge (Crawford
// 2011).
func AfterWar(level, slope, favour float64) float64 {
	return max(0, level+float64(slope*(float64(2*favour)-1)))
}

// FlowGrowth is the factor on a flow for each period in which it was active
// (rule 3). halfLife 0 means it does not fade.
func FlowGrowth(grows, halfLife, delta float64) float64 {
	rate := grows
	if halfLife > 0 {
		rate -= ln2 / halfLife
	}
	return elementary.Exp(rate * delta)
}

const ln2 = 0.693147180559945309417232121458

// Learned is production after a period of technology arriving (rule 3).
func Learned(production, rate, activity, delta float64) float64 {
	return production * elementary.Exp(rate*activity*delta)
}

// Arriving is how many of a number of warheads are expected to arrive: of those
// that defences can engage the share kill is stopped, of the rest the share
// arrives gets there (rule 24; THEORY §3).
func Arriving(warheads, engaged, kill, arrives float64) float64 {
	met := min(warheads, engaged)
	return float64((float64(warheads) - float64(met*kill)) * arrives)
}

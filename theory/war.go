package theory

import (
	"math"

	"parley/elementary"
)

// Front is the challenger's share after a period of fighting (rule 11; Powell
// 1996): the balance of benefits follows the balance of power, with luck.
// noise is a standard normal draw.
func Front(share, p, mu, luck, delta, noise float64) float64 {
	moved := share + float64(mu*(p-share)*delta) + float64(luck*math.Sqrt(delta)*noise)
	return min(max(moved, 0), 1)
}

// Losses is the share of its stock each side loses in a period, by the mixed
// Lanchester law (rule 12). quotient is the ratio of strengths now over that at
// the start of the war: at the start losses equal the stated yearly rates.
func Losses(challengerRate, defenderRate, quotient, delta float64) (challenger, defender float64) {
	root := math.Sqrt(quotient)
	return min(1, challengerRate*delta/root), min(1, defenderRate*delta*root)
}

// Quotient is the ratio of strengths now over that at the start of the war,
// kept in 1e-6–1e6 so that a side without means loses a finite share.
func Quotient(challenger, defender, ratioAtStart float64) float64 {
	q := max(challenger, smallestStrength) / max(defender, smallestStrength) / ratioAtStart
	return min(max(q, 1e-6), 1e6)
}

// Ratio is the plain ratio of strengths.
func Ratio(challenger, defender float64) float64 {
	return max(challenger, smallestStrength) / max(defender, smallestStrength)
}

// Growth is the yearly growth rate of a side's strength: what comes in, net of
// wear, over what it has (rule 13; THEORY E7).
func Growth(netInflow, strength float64) float64 {
	if strength < smallestGrowing {
		return 0
	}
	return netInflow / strength
}

// Shift is how far the log ratio of strengths is expected to move until the
// middle of the horizon, kept in ±1 (THEORY E7). Growth rates are per year,
// losses counted.
func Shift(challengerGrowth, defenderGrowth, horizon float64) float64 {
	return min(max(float64(horizon/2)*(challengerGrowth-defenderGrowth), -1), 1)
}

// PressedOnChallenger is the level of support a challenger expects if it
// refuses under pressure: its refusal is met by a surge (THEORY E18).
func PressedOnChallenger(expected, pressure, surge float64) float64 {
	return expected + float64(pressure*(1+surge-expected))
}

// PressedOnDefender is the level of support a defender expects if it refuses
// under pressure: its refusal is met by a cut to a quarter (THEORY E18).
func PressedOnDefender(expected, pressure float64) float64 {
	return expected + float64(pressure*(0.25-expected))
}

// Issue is what terms are about, with each side's weight (rule 13).
type Issue struct {
	Challenger, Defender float64
}

// Offer is the terms two sides would agree on: the Nash product's maximum along
// the Pareto path, or, where no terms leave both better off, the point at which
// the worse off is best off (rule 13; Nash 1950; Fearon 1995).
//
// order lists the issues in the order in which they go to the challenger:
// falling ratio of its weight to the defender's ([ParetoOrder]). base values
// are what each side has over refusing before anything is given: u(0) − W.
// It fills z, one value an issue, and gives both sides' surplus there.
func Offer(issues []Issue, order []int, challengerBase, defenderBase float64, z []float64) (challenger, defender float64) {
	clear(z)
	c, d := challengerBase, defenderBase
	if d < 0 || totalWeight(issues, challengerSide)+c < 0 {
		return maxMin(issues, order, c, d, z)
	}
	for _, j := range order {
		t, stop := along(c, d, issues[j])
		z[j] = t
		c += float64(t * issues[j].Challenger)
		d -= float64(t * issues[j].Defender)
		if stop {
			break
		}
	}
	if c < 0 || d < 0 {
		clear(z)
		return maxMin(issues, order, challengerBase, defenderBase, z)
	}
	return c, d
}

// along finds how much of an issue the Nash product wants given, and whether it
// wants no more of the later ones. Until the challenger gains from the terms,
// everything is given.
func along(c, d float64, w Issue) (t float64, stop bool) {
	if c+w.Challenger < 0 {
		return 1, false
	}
	if w.Challenger == 0 || w.Defender == 0 {
		// Nothing is lost by giving what only one side wants.
		if w.Defender == 0 {
			return 1, false
		}
		return 0, true
	}
	t = (d/w.Defender - c/w.Challenger) / 2
	if t >= 1 {
		return 1, false
	}
	return max(t, 0), true
}

// maxMin gives along the path until both sides are equally off.
func maxMin(issues []Issue, order []int, c, d float64, z []float64) (challenger, defender float64) {
	for _, j := range order {
		w := issues[j]
		if w.Challenger == 0 && w.Defender == 0 {
			continue
		}
		t := (d - c) / (w.Challenger + w.Defender)
		if t <= 0 {
			break
		}
		t = min(t, 1)
		z[j] = t
		c += float64(t * w.Challenger)
		d -= float64(t * w.Defender)
		if t < 1 {
			break
		}
	}
	return c, d
}

func challengerSide(w Issue) float64 { return w.Challenger }

func totalWeight(issues []Issue, side func(Issue) float64) float64 {
	sum := 0.0
	for _, w := range issues {
		sum += side(w)
	}
	return sum
}

// ParetoOrder fills order with the issues in falling ratio of the challenger's
// weight to the defender's; equal ones keep their order.
func ParetoOrder(issues []Issue, order []int) {
	for i := range order {
		order[i] = i
	}
	before := func(a, b Issue) bool {
		if idleA, idleB := a == (Issue{}), b == (Issue{}); idleA || idleB {
			return !idleA // an issue that nobody wants comes last
		}
		return float64(a.Challenger*b.Defender) > float64(b.Challenger*a.Defender)
	}
	for i := 1; i < len(order); i++ {
		for j := i; j > 0 && before(issues[order[j]], issues[order[j-1]]); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
}

// Worth is Σ w_j·z_j for each side: to the challenger it is F, how favourable
// the terms are to it (rule 13).
func Worth(issues []Issue, z []float64) (challenger, defender float64) {
	for j, w := range issues {
		challenger += float64(w.Challenger * z[j])
		defender += float64(w.Defender * z[j])
	}
	return challenger, defender
}

// Accept is one side's quantal acceptance of terms that leave it surplus better
// off than fighting on (rule 13).
func Accept(sensitivity, surplus, constant float64) float64 {
	return Choice(sensitivity*surplus, constant)
}

// AnchorTalks is κ: with it the product of both sides' acceptances is the
// baseline (rule 13; THEORY E24). surpluses at the opening; shift is what
// else moves both sides there.
func AnchorTalks(baseline, sensitivity, challenger, defender, shift float64) float64 {
	if baseline <= 0 {
		return math.Inf(-1)
	}
	if baseline >= 1 {
		return math.Inf(1)
	}
	a, b := float64(sensitivity*challenger)+shift, float64(sensitivity*defender)+shift
	root := elementary.Logit(math.Sqrt(baseline))
	low, high := root-max(a, b), root-min(a, b)
	k := low + float64((high-low)/2)
	for range 200 {
		pa, pb := elementary.Logistic(a+k), elementary.Logistic(b+k)
		miss := float64(pa*pb) - baseline
		if miss > 0 {
			high = k
		} else {
			low = k
		}
		next := k - miss/(pa*pb*(2-pa-pb))
		if !(next > low && next < high) {
			next = low + float64((high-low)/2)
		}
		if next == k || high-low <= 1e-15*math.Abs(k) {
			break
		}
		k = next
	}
	return k
}

// ShareAfter is what the challenger holds once terms are in force (rule 14):
// of what it held the part the line leaves it, and, as far as terms settle the
// stake, what they are worth beyond that.
func ShareAfter(share, line, settles, favour float64) float64 {
	held := float64(share * line)
	return min(max(held+float64(settles*(favour-held)), 0), 1)
}

// ClashHazard is the chance in a period of a direct clash between a supporter
// and the challenger while a war is on (rule 16; THEORY E32).
func ClashHazard(rate, surge, level, delta float64) float64 {
	return PerPeriod(rate*(1+float64(surge*max(0, level-1))), delta)
}

package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// The forms as published: Tullock 1980 gives shares of the efforts raised to m,
// Hirshleifer 1989 a logistic of their difference. Another form would be another
// theory under the same name.
func TestContestIsAsPublished(t *testing.T) {
	for _, c := range []struct {
		name                                               string
		challenger, defender, advantage, decisive, form, p float64
	}{
		{"Tullock, m = 1", 3, 1, 1, 1, 0, 3. / 4},
		{"Tullock, m = 2", 3, 1, 1, 2, 0, 9. / 10},
		{"Tullock, a unit of the defender's counts three times", 3, 1, 3, 1, 0, 1. / 2},
		{"Tullock, strength does not decide", 9, 1, 1, 0, 0, 1. / 2},
		{"Hirshleifer, m = 1", 3, 1, 1, 1, 1, logistic((3. - 1) / (3 + 1))},
		{"Hirshleifer, m = 4", 3, 1, 1, 4, 1, logistic(4 * (3. - 1) / (3 + 1))},
		{"Hirshleifer, with an advantage", 3, 1, 2, 2, 1, logistic(2 * (3. - 2) / (3 + 2))},
		{"half of each", 3, 1, 1, 2, 0.5, (9./10 + logistic(1)) / 2},
		{"one side has nothing", 0, 1, 1, 1, 1, logistic(-1)},
		{"nobody has anything", 0, 0, 1, 1, 0, 1. / 2},
	} {
		got := theory.Contest(theory.LogRatio(c.challenger, c.defender, c.advantage), c.decisive, c.form)
		near(t, c.name, got, c.p, 1e-12)
	}
}

// MODEL §15: who is called challenger must not matter to who wins.
func TestSwappingTheSidesSwapsTheirProspects(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, d := between(t, "challenger", 0, 1e3), between(t, "defender", 0, 1e3)
		advantage := between(t, "advantage", 0.1, 10)
		m, form := between(t, "decisiveness", 0, 5), rapid.SampledFrom([]float64{0, 0.25, 0.8, 1}).Draw(t, "form")
		if c < 1e-6 || d < 1e-6 {
			t.Skip("a strength below the floor has no log ratio to mirror")
		}
		p := theory.Contest(theory.LogRatio(c, d, advantage), m, form)
		mirrored := theory.Contest(theory.LogRatio(d, c, 1/advantage), m, form)
		near(t, "the mirrored contest", mirrored, 1-p, 1e-12)

		x, fade := between(t, "share", 0, 1), theory.Fade(between(t, "mu", 0, 1), between(t, "horizon", 0, 5))
		near(t, "the mirrored forecast", theory.Forecast(mirrored, 1-x, fade), 1-theory.Forecast(p, x, fade), 1e-12)

		mu, noise := between(t, "pace", 0, 0.4), between(t, "noise", -3, 3)
		near(t, "the mirrored front", theory.Front(1-x, mirrored, mu, 0.05, 0.25, -noise), 1-theory.Front(x, p, mu, 0.05, 0.25, noise), 1e-12)

		q := between(t, "quotient", 0.01, 100)
		lossC, lossD := theory.Losses(0.3, 0.2, q, 0.25)
		mirroredC, mirroredD := theory.Losses(0.2, 0.3, 1/q, 0.25)
		near(t, "the mirrored challenger's loss", mirroredC, lossD, 1e-12)
		near(t, "the mirrored defender's loss", mirroredD, lossC, 1e-12)

		tipping, rho, start := between(t, "tipping", 0, 2), math.Log(c/(advantage*d)), between(t, "start", -2, 2)
		near(t, "the mirrored pace", theory.TippedPace(mu, tipping, m, -rho, -start), theory.TippedPace(mu, tipping, m, rho, start), 1e-12)
	})
}

// A prospect outside 0–1, or one that falls as one grows stronger, would turn
// every forecast round.
func TestContestIsAProspectThatRisesWithStrength(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, d := rapid.Float64Range(0, 1e12).Draw(t, "challenger"), rapid.Float64Range(0, 1e12).Draw(t, "defender")
		more := c * (1 + between(t, "more", 0, 3))
		m, form, advantage := between(t, "decisiveness", 0, 50), between(t, "form", 0, 1), between(t, "advantage", 0, 100)
		p, q := theory.Contest(theory.LogRatio(c, d, advantage), m, form), theory.Contest(theory.LogRatio(more, d, advantage), m, form)
		inUnit(t, "p", p)
		if q < p-1e-15 {
			t.Errorf("p falls from %v to %v as the challenger grows from %v to %v", p, q, c, more)
		}
		x, fade := between(t, "share", 0, 1), between(t, "fade", 0, 1)
		if hat := theory.Forecast(p, x, fade); hat < min(p, x)-1e-15 || hat > max(p, x)+1e-15 {
			t.Errorf("the forecast %v lies outside share %v and power %v", hat, x, p)
		}
	})
}

// The forecast is rule 11 in closed form: without luck, the front gets there.
func TestForecastIsWhereTheFrontGoes(t *testing.T) {
	const mu, p, delta, steps = 0.3, 0.7, 1e-4, 20_000
	x := 0.2
	near(t, "no time", theory.Forecast(p, x, theory.Fade(mu, 0)), x, 0)
	near(t, "much time", theory.Forecast(p, x, theory.Fade(mu, 1e6)), p, 1e-15)
	hat := theory.Forecast(p, x, theory.Fade(mu, steps*delta))
	for range steps {
		x = theory.Front(x, p, mu, 0.012, delta, 0)
	}
	near(t, "after two years of small steps", x, hat, 1e-5)
}

// The observed drift is what anchors the front; a world that cannot show it must
// say so.
func TestFrontPaceShowsTheDrift(t *testing.T) {
	for _, c := range []struct {
		name            string
		drift, p, share float64
		mu              float64
		shown           bool
	}{
		{"as observed", 0.02, 0.4, 0.2, 0.1, true},
		{"the other way", -0.02, 0.2, 0.4, 0.1, true},
		{"too slow", 0.001, 0.9, 0.1, 0.016, false},
		{"too fast", 0.1, 0.3, 0.2, 0.4, false},
		{"against the balance", 0.02, 0.2, 0.4, 0.016, false},
		{"no gap", 0.02, 0.4, 0.4, 0.016, false},
		{"nothing to show", 0, 0.4, 0.2, 0.016, true},
	} {
		mu, shown := theory.FrontPace(c.drift, c.p, c.share)
		near(t, c.name, mu, c.mu, 1e-12)
		if shown != c.shown {
			t.Errorf("%s: shown is %v", c.name, shown)
		}
	}
}

func TestTippingSpeedsTheFrontUpOnlyAsTheBalanceTips(t *testing.T) {
	near(t, "rival without tipping", theory.TippedPace(0.1, 0, 1, 3, 0), 0.1, 0)
	near(t, "tipped", theory.TippedPace(0.1, 2, 1, 0.8, 0.3), 0.1*math.Exp(2*0.5), 1e-12)
	near(t, "to the other side", theory.TippedPace(0.1, 2, 1, -0.8, 0.3), 0.1*math.Exp(2*0.5), 1e-12)
	near(t, "evened out", theory.TippedPace(0.1, 2, 1, 0.1, 0.8), 0.1, 0)
	near(t, "far over", theory.TippedPace(0.1, 2, 1, 9, 0.3), 0.1*math.Exp(2), 1e-12)
}

// Rule 5: separate, fungible and demand-built stocks are ranges of one number.
func TestDeviation(t *testing.T) {
	near(t, "separate", theory.Deviation(0, 0.4, 0, 0, 0, 0), 0, 0)
	near(t, "fungible", theory.Deviation(0.5, 0.4, 0, 0, 0, 0), 0.2, 1e-15)
	near(t, "demand builds capacity", theory.Deviation(-0.5, 0.4, 0, 0, 0, 0), -0.2, 1e-15)
	near(t, "busy, and pinned", theory.Deviation(0.5, 0.4, 0.1, 2, 0.3, 0.5), 0.2+0.2+0.15, 1e-15)
	near(t, "all gone", theory.Deviation(1, 9, 0, 0, 0, 0), 1, 0)
	near(t, "at most doubled", theory.Deviation(-1, 9, 0, 0, 0, 0), -1, 0)
	near(t, "released, whole", theory.Remaining(50, 50), 1, 0)
	near(t, "released, grown", theory.Remaining(500, 50), 2, 0)
	near(t, "released, had nothing", theory.Remaining(0, 0), 0, 0)
}

// Z* is where aid at its opening level and recovery balance: a world must not
// begin by weakening its supporters.
func TestScarceStockStaysAtItsUsualLevel(t *testing.T) {
	check(t, func(t *rapid.T) {
		scarce, delta := between(t, "scarce", 0, 1), rapid.SampledFrom([]float64{1. / 12, 0.25, 1}).Draw(t, "delta")
		kept := theory.ScarceKept(between(t, "recovery", 0.05, 3), delta)
		usual := theory.ScarceUsual(scarce, kept, delta)
		near(t, "the usual level a period later", theory.ScarceNext(usual, kept, scarce, 1, delta), usual, 1e-12)
		if more := theory.ScarceNext(usual, kept, scarce, 2, delta); more < usual {
			t.Errorf("twice the aid draws down less: %v after %v", more, usual)
		}
	})
	near(t, "what does not recover has no usual level", theory.ScarceUsual(0.3, theory.ScarceKept(0, 0.25), 0.25), 0, 0)
}

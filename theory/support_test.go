package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

func drawSustaining(t *rapid.T) (theory.Sustaining, [3]float64) {
	s := theory.Sustaining{
		Sensitivity: between(t, "λ", 0, 12), StakeResolute: between(t, "v_R", 0, 3), StakeIrresolute: between(t, "v_I", 0, 3), Gap: between(t, "G", 0, 5),
		Cost: between(t, "cost", 0, 0.5), Escalation: between(t, "escalation", 0, 0.5), Size: between(t, "size", 0, 1),
	}
	cut := between(t, "x̂ cut", 0, 1)
	sustained := cut * between(t, "less sustained", 0, 1)
	return s, [3]float64{theory.Cut: cut, theory.Sustain: sustained, theory.Surge: sustained * between(t, "less surged", 0, 1)}
}

// mixed is a probability as observers expect it.
func mixed(c *theory.SupportChoice, act int, belief float64) float64 {
	return belief*c.Resolute[act] + (1-belief)*c.Irresolute[act]
}

// Rule 15 written out a second time.
func TestSupportChoiceByHand(t *testing.T) {
	check(t, func(t *rapid.T) {
		s, x := drawSustaining(t)
		cut, surge := between(t, "γ cut", -4, 4), between(t, "γ surge", -4, 4)
		got := theory.ChooseSupport(&s, cut, surge, &x)
		for _, c := range []struct {
			v, sign float64
			law     [3]float64
		}{{s.StakeResolute, -1, got.Resolute}, {s.StakeIrresolute, 1, got.Irresolute}} {
			var odds [3]float64
			whole := 0.0
			for level, a := range []float64{0, 1, 1 + s.Size} {
				u := s.Sensitivity * (c.v*(1-x[level]) - s.Cost*a)
				switch level {
				case theory.Cut:
					u += cut + c.sign*s.Gap/4
				case theory.Surge:
					u += surge - s.Sensitivity*s.Escalation
				}
				odds[level] = math.Exp(u)
				whole += odds[level]
			}
			for level := range odds {
				near(t, "probability", c.law[level], odds[level]/whole, 1e-12)
			}
		}
		b := between(t, "b", 0, 1)
		near(t, "expected level", theory.ExpectedLevel(&s, &got, b), mixed(&got, theory.Sustain, b)+(1+s.Size)*mixed(&got, theory.Surge, b), 1e-12)
	})
}

// Rule 7: the persistence of support is what evidence says, not what theory says.
func TestSupportIsAnchored(t *testing.T) {
	check(t, func(t *rapid.T) {
		s, x := drawSustaining(t)
		cut := between(t, "cut", 0, 0.5)
		surge, restart, b := between(t, "surge", 0, 0.9-cut), between(t, "restart", 0, 1), between(t, "b", 0, 1)
		a := theory.AnchorSupport(&s, cut, surge, restart, b, &x)
		c := theory.ChooseSupport(&s, a.Cut, a.Surge, &x)
		near(t, "cut", mixed(&c, theory.Cut, b), cut, 1e-12)
		near(t, "surge", mixed(&c, theory.Surge, b), surge, 1e-12)
		again := theory.ChooseSupport(&s, a.Restart, a.Surge, &x)
		near(t, "restart", 1-mixed(&again, theory.Cut, b), restart, 1e-12)
	})
}

// The two types of giver lie G/2 apart in the log-odds of cutting, other things
// equal: without it an abandonment would teach almost nothing.
func TestGivingWayTells(t *testing.T) {
	s := theory.Sustaining{Sensitivity: 5, StakeResolute: 1, StakeIrresolute: 1, Gap: 3, Cost: 0.1, Size: 0.6}
	c := theory.ChooseSupport(&s, -1, -2, &[3]float64{0.5, 0.4, 0.3})
	told := math.Log(c.Irresolute[theory.Cut]/c.Irresolute[theory.Sustain]) - math.Log(c.Resolute[theory.Cut]/c.Resolute[theory.Sustain])
	near(t, "log-odds of cutting", told, 1.5, 1e-12)
}

// λ = 0: support persists as the record says, whatever the forecasts.
func TestWithoutSensitivitySupportKeepsItsBaselines(t *testing.T) {
	check(t, func(t *rapid.T) {
		s, x := drawSustaining(t)
		s.Sensitivity, s.Gap = 0, 0
		a := theory.AnchorSupport(&s, 0.2, 0.1, 0.3, 0.6, &x)
		_, x = drawSustaining(t)
		c := theory.ChooseSupport(&s, a.Cut, a.Surge, &x)
		near(t, "cut", mixed(&c, theory.Cut, 0.6), 0.2, 1e-13)
		near(t, "surge", mixed(&c, theory.Surge, 0.6), 0.1, 1e-13)
	})
}

func TestLevelClasses(t *testing.T) {
	for level, want := range map[float64]int{0: theory.Cut, 0.49: theory.Cut, 0.5: theory.Sustain, 1: theory.Sustain, 1.3: theory.Sustain, 1.31: theory.Surge, 2: theory.Surge} {
		if got := theory.LevelClass(level, 0.6); got != want {
			t.Errorf("level %v is of class %d, want %d", level, got, want)
		}
	}
}

// Rule 16: substitutes, inert and cascade are ranges of one number.
func TestFollowers(t *testing.T) {
	near(t, "substitutes (Olson & Zeckhauser 1966)", theory.Follows(0.5, 0, 0), 1.5, 0)
	near(t, "inert", theory.Follows(0, 0, 0), 1, 0)
	near(t, "cascade", theory.Follows(-0.5, 0, 0), 0.5, 0)
	near(t, "cascade, all of it", theory.Follows(-2, 0, 0), 0, 0)
	near(t, "as at the opening", theory.Follows(0.7, 1, 0), 1, 0)
	near(t, "a surge lets others rest", theory.Follows(0.5, 1.6, 0), 0.7, 1e-15)
	near(t, "a threat half believed", theory.Follows(0.5, 1, 0.5), 1.25, 0)
}

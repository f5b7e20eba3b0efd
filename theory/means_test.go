package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// Rule 2 by hand, and never below nothing.
func TestStocks(t *testing.T) {
	kept := theory.Kept(0.2, 0.5)
	near(t, "what wear leaves", kept, math.Exp(-0.1), 1e-15)
	near(t, "a period", theory.Stock(100, kept, 10, 1.5, 3, 2, 0.5), 100*math.Exp(-0.1)+10*1.5*0.5+3-2, 1e-13)
	near(t, "no more is sent than there is", theory.Stock(1, 1, 0, 1, 0, 5, 0.5), 0, 0)
}

// MODEL §15: left alone, a stock tends to production over wear.
func TestStocksTendToProductionOverWear(t *testing.T) {
	check(t, func(t *rapid.T) {
		production, wear, stock := between(t, "Y", 0, 100), between(t, "wear", 0.05, 1), between(t, "S", 0, 1000)
		const delta = 1. / 12
		kept := theory.Kept(wear, delta)
		for range 12 * 600 {
			stock = theory.Stock(stock, kept, production, 1, 0, 0, delta)
		}
		near(t, "the limit in steps", stock, production*delta/(1-kept), 1e-9)
		near(t, "the limit", stock, production/wear, wear*delta)
	})
}

// Rule 2: relief lets the challenger rearm, limits hold the defender down, and
// neither below nothing.
func TestRearming(t *testing.T) {
	near(t, "neither", theory.Lift(1, 0), 1, 0)
	near(t, "half of war production, full relief", theory.Lift(0.5, 1), 1, 0)
	near(t, "limits", theory.Lift(1, -0.4), 0.6, 1e-15)
	near(t, "forbidden", theory.Lift(1, -2), 0, 0)
}

// Rule 4: who stands worse pays more (Morrow 1991), and no more than e times.
func TestFlowsFedByAWar(t *testing.T) {
	near(t, "as at the opening", theory.FedByWar(0.3, 0.3, 0.7), 1, 0)
	near(t, "half the strength", theory.FedByWar(0, -math.Ln2, 0.5), math.Sqrt2, 1e-12)
	near(t, "twice the strength", theory.FedByWar(0, math.Ln2, 0.5), 1/math.Sqrt2, 1e-12)
	near(t, "beaten", theory.FedByWar(0, -30, 0.5), math.Exp(0.5), 1e-12)
	near(t, "no need", theory.FedByWar(0, math.Inf(-1), 0), 1, 0)
}

// Rule 4: the rivals about partnerships are ranges of level and slope.
func TestFlowsAfterAWar(t *testing.T) {
	near(t, "transactional: it ends with the need", theory.AfterWar(0, 0, 0.9), 0, 0)
	near(t, "structural (Walt 1987)", theory.AfterWar(0.8, 0, 0.1), 0.8, 0)
	near(t, "victory consolidates", theory.AfterWar(0.5, 0.4, 1), 0.9, 1e-15)
	near(t, "defeat, then", theory.AfterWar(0.5, 0.4, 0), 0.1, 1e-15)
	near(t, "wedge (Crawford 2011)", theory.AfterWar(0.5, -0.4, 1), 0.1, 1e-15)
	near(t, "terms that favour neither", theory.AfterWar(0.5, 0.4, 0.5), 0.5, 0)
	near(t, "never below nothing", theory.AfterWar(0.1, -0.9, 1), 0, 0)
}

// Rule 3: learning to make the good itself halves a flow in its half-life.
func TestFlowsGrowAndFade(t *testing.T) {
	w := 1.0
	for range 12 {
		w *= theory.FlowGrowth(0, 3, 0.25)
	}
	near(t, "one half-life", w, 0.5, 1e-13)
	near(t, "growth alone", theory.FlowGrowth(0.1, 0, 1), math.Exp(0.1), 1e-15)
	near(t, "they cancel", theory.FlowGrowth(math.Ln2/3, 3, 0.25), 1, 1e-15)
	near(t, "technology", theory.Learned(10, 0.2, 0.5, 0.25), 10*math.Exp(0.2*0.5*0.25), 1e-13)
}

// Rule 24: of what defences can engage a share is stopped; the rest arrives as
// far as it gets there.
func TestArriving(t *testing.T) {
	near(t, "no defences", theory.Arriving(100, 0, 0.9, 0.5), 50, 0)
	near(t, "defences are saturated", theory.Arriving(100, 40, 0.5, 1), 80, 0)
	near(t, "defences suffice", theory.Arriving(30, 40, 0.5, 1), 15, 0)
	near(t, "perfect defences", theory.Arriving(30, 40, 1, 1), 0, 0)
	check(t, func(t *rapid.T) {
		sent := between(t, "warheads", 0, 1e4)
		got := theory.Arriving(sent, between(t, "engaged", 0, 1e4), between(t, "kill", 0, 1), between(t, "arrives", 0, 1))
		if got < 0 || got > sent {
			t.Errorf("of %v warheads %v arrive", sent, got)
		}
	})
}

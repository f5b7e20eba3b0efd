package sim

import (
	"math"
	"testing"

	"parley/world"
)

func plainFlowNamed(w *world.World, id string) *world.Flow {
	for _, f := range w.Flows {
		if f.ID == id {
			return f
		}
	}
	return nil
}

func plainSupportNamed(w *world.World, id string) *world.Support {
	for _, x := range w.Supports {
		if x.ID == id {
			return x
		}
	}
	return nil
}

func plainActorNamed(w *world.World, id string) *world.Actor {
	for _, a := range w.Actors {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// Rules 2–4: what is produced, worn, sent, passed on and given in one period,
// reckoned by hand.
func TestPlainExchange(t *testing.T) {
	p := plainStart(t, plainLinked())
	wear := math.Exp(-0.1 * 0.25)
	p.exchange()
	land := func(actor string) float64 { return p.state.stock[plainMeans{actor, "land"}] }
	strike := p.state.stock[plainMeans{"r", "strike"}]
	plainNear(t, "the buyer gets the flow of a kind", land("a"), 100*wear+20*0.25+6*0.25)
	plainNear(t, "the sender loses it and spends money it keeps", land("r"), 30*wear+3*0.25+0.4*(2*0.25*0.75)-6*0.25)
	plainNear(t, "money turns into kinds by shares", strike, 0.5*(2*0.25*0.75))
	plainNear(t, "money is passed on", land("q"), 90*wear+9*0.25+0.5*(2*0.25*0.25))
	plainNear(t, "aid reaches the principal", land("b"), 80*wear+10*0.25+8*0.8*0.25+4*0.25)
	plainNear(t, "aid is not in the net inflow", p.state.net[plainMeans{"b", "land"}], (80*wear+10*0.25-80)/0.25)
	plainNear(t, "technology raises production before it is used", land("c"), 120*wear+15*math.Exp(0.1*0.25)*0.25)
	for flow, want := range map[string]float64{"goods": 6, "money": 2, "rest": 0.5, "skill": 0.1} {
		plainNear(t, "flow "+flow, p.state.flows[flow].flowed, want)
	}
	plainNear(t, "what the buyer learns to make halves the flow", p.state.flows["money"].growth, math.Exp(-math.Ln2/3*0.25))
}

// Rule 3: a sender cannot send what it has not; flows are served in order.
func TestPlainFlowsAreLimitedByStock(t *testing.T) {
	w := plainLinked()
	plainActorNamed(w, "r").Means[0].Stock = plainNum(2)
	w.Flows = append(w.Flows, &world.Flow{Meta: plainMeta("later"), From: "r", To: "c", Gives: world.Gives{What: world.GivesKind, Kind: "land"}, Rate: plainNum(4)})
	p := plainStart(t, w)
	p.exchange()
	plainNear(t, "the first in order is served whole", p.state.flows["goods"].flowed, 6)
	plainNear(t, "the next gets what is left", p.state.flows["later"].flowed, (2-1.5)/0.25)
}

// Rule 3: nobody passes on more than came in.
func TestPlainSharesPassedOnAreScaledDown(t *testing.T) {
	w := plainLinked()
	plainFlowNamed(w, "rest").Rate = plainNum(0.6)
	w.Flows = append(w.Flows, &world.Flow{Meta: plainMeta("rest-2"), From: "r", To: "c", Gives: world.Gives{What: world.GivesMoney}, Rate: plainNum(0.4), PassesOn: "money"})
	p := plainStart(t, w)
	p.state.flows["rest"].growth, p.state.flows["rest-2"].growth = 1.5, 1.5
	p.exchange()
	plainNear(t, "first share", p.state.flows["rest"].flowed, 2*0.9/1.5)
	plainNear(t, "second share", p.state.flows["rest-2"].flowed, 2*0.6/1.5)
	plainNear(t, "nothing is left to spend", p.state.stock[plainMeans{"r", "strike"}], 0)
}

// Rule 3: a flow takes effect after its lag; before the opening it ran as at the opening.
func TestPlainLagDelaysEffect(t *testing.T) {
	p := plainStart(t, plainLinked()) // skill has a lag of 6 months: two periods
	p.state.flows["skill"].scale = 0
	for period, want := range []float64{0.1, 0.1, 0, 0} {
		p.period = period
		p.exchange()
		plainNear(t, "skill", p.state.flows["skill"].flowed, want)
	}
}

// §1: a cut flow takes with it the flows that pass it on or are paid with it.
func TestPlainCutFlowsTakeOthersWithThem(t *testing.T) {
	w := plainLinked()
	plainFlowNamed(w, "goods").Channel = "arms"
	p := plainStart(t, w, "arms")
	if len(p.g.flows) != 1 || p.g.flows[0].ID != "skill" {
		t.Errorf("left: %v", len(p.g.flows))
	}
}

// §5: flows are played by name, but after what they pass on or are paid with,
// also where two are paid with one another.
func TestPlainFlowOrder(t *testing.T) {
	flow := func(id, paid, passes string) *world.Flow {
		return &world.Flow{Meta: plainMeta(id), InReturnFor: paid, PassesOn: passes}
	}
	order := func(flows ...*world.Flow) string {
		out := ""
		for _, f := range plainFlowOrder(flows) {
			out += f.ID
		}
		return out
	}
	if got := order(flow("a", "z", ""), flow("b", "", ""), flow("c", "", "a"), flow("z", "", "")); got != "bzac" {
		t.Error(got)
	}
	if got := order(flow("a", "b", ""), flow("b", "a", ""), flow("c", "", "")); got != "cab" {
		t.Error(got)
	}
}

// Rule 4: who stands worse pays more; once the war is over the terms decide.
func TestPlainWarFeedsFlows(t *testing.T) {
	p := plainStart(t, plainLinked())
	goods := plainFlowNamed(p.g.world, "goods")
	now := p.state.theatres["east"]
	p.before.challenger["east"] /= 2
	plainNear(t, "the buyer has half its relative strength", p.fedByWar(goods), math.Sqrt(2))
	p.before.challenger["east"] /= 2
	plainNear(t, "the effect is bounded", p.fedByWar(goods), math.Exp(0.5))
	now.war, now.terms.favour = false, 0.8
	plainNear(t, "quiet and never at war", p.fedByWar(goods), 0)
	now.ended = 1
	plainNear(t, "after a war", p.fedByWar(goods), 0.3)
	slope := *goods
	slope.After.Slope = plainNum(0.5)
	plainNear(t, "favourable terms", p.fedByWar(&slope), 0.3+0.5*0.6)
	slope.To, slope.From = "r", "b" // the buyer is the defender
	plainNear(t, "favourable to the other side", p.fedByWar(&slope), max(0, 0.3+0.5*(2*(1-0.8)-1)))
}

// Rule 2: relief lets the challenger rearm faster, limits the defender slower,
// only in quiet years after a war.
func TestPlainLift(t *testing.T) {
	p := plainStart(t, plainDuel())
	now := p.state.theatres["east"]
	now.terms.relief, now.terms.limits = 0.5, 0.4
	plainNear(t, "at war", p.g.lift("a", p.state), 1)
	now.war, now.ended = false, 1
	plainNear(t, "challenger", p.g.lift("a", p.state), 1.5)
	plainNear(t, "defender", p.g.lift("b", p.state), 0.6)
	plainNear(t, "others", p.g.lift("c", p.state), 1)
}

// §5: aid given for a war goes on after it in part only.
func TestPlainAidContinuesInPart(t *testing.T) {
	p := plainStart(t, plainLinked())
	p.state.theatres["east"].war, p.state.theatres["east"].ended = false, 1
	p.state.supports["q-east"].level = 1.2
	p.exchange()
	plainNear(t, "given", p.state.supports["q-east"].given, 0.6)
	plainNear(t, "total", p.state.supports["q-east"].total, 4*0.6*0.25)
	plainNear(t, "without continues", p.state.supports["p-east"].given, 0)
}

// Rule 5: aid draws down what its giver is short of, and that weakens its
// other theatres.
func TestPlainScarceStock(t *testing.T) {
	p := plainStart(t, plainLinked())
	kept := math.Exp(-0.65 * 0.25)
	usual := 0.3 * 0.25 / (1 - kept)
	plainNear(t, "steady state", p.state.scarce["p"], usual)
	p.exchange()
	plainNear(t, "it stays at aid as at the opening", p.state.scarce["p"], usual)
	p.state.supports["p-east"].level = 2
	p.exchange()
	plainNear(t, "twice the aid", p.state.scarce["p"], usual*kept+0.3*0.25*2)
	west := p.g.theatres["west"]
	dev := 0.5 * (p.state.scarce["p"] - usual)
	plainNear(t, "deviation", p.g.deviation("p", west, p.state), dev)
	plainNear(t, "potential", p.g.strengths(p.state).potential["p-west"], 0.3*(1-dev)*p.state.stock[plainMeans{"p", "land"}])
}

// Rules 1, 5: who counts in a theatre.
func TestPlainStrength(t *testing.T) {
	w := plainLinked()
	plainSupportNamed(w, "q-east").Beside = plainNum(0.1)
	p := plainStart(t, w)
	g, s := p.g, p.state
	east, west := g.theatres["east"], g.theatres["west"]
	plainNear(t, "challenger", g.challengerStrength(east, s), 0.8*100)
	plainNear(t, "a supporter beside", g.defenderStrength(east, s), 80+0.1*90)
	s.stock[plainMeans{"c", "strike"}] = 10
	plainNear(t, "weights", g.challengerStrength(west, s), 120+0.5*10)
	s.theatres["east"].war, s.theatres["east"].ended = false, 1
	plainNear(t, "a release", g.challengerStrength(west, s), 125+0.2*100)
	plainNear(t, "pinned by the released", g.deviation("p", west, s), 0.1*1)
	plainNear(t, "not in the theatre that released it", g.deviation("p", east, s), 0)
	s.stock[plainMeans{"a", "land"}] = 500
	plainNear(t, "at most twice", g.deviation("p", west, s), 0.1*2)
	s.theatres["west"].war, s.theatres["west"].answer = true, 1
	plainNear(t, "arming", g.defenderStrength(west, s), 60+0.15*0.3*(1-0.2)*200)
	s.theatres["west"].answer, s.theatres["west"].joined = 2, map[string]bool{"q-west": true}
	plainNear(t, "fighting", g.defenderStrength(west, s), 60+0.3*(1-0.2)*200+0.3*90)
	plainNear(t, "engaged elsewhere", g.deviation("p", east, s), 0.2*1)
	if g.strengths(s).elsewhere["west"] {
		t.Error("the lead of west fights in west, not elsewhere")
	}
}

// A release that holds its theatre back cannot make strength negative.
func TestPlainStrengthIsNeverNegative(t *testing.T) {
	w := plainLinked()
	w.Releases[0].Share = plainNum(-5)
	p := plainStart(t, w)
	p.state.theatres["east"].war, p.state.theatres["east"].ended = false, 1
	plainNear(t, "strength", p.g.challengerStrength(p.g.theatres["west"], p.state), 0)
}

// §1: a cut capacity makes supporters give all they commit, anywhere.
func TestPlainCutCapacity(t *testing.T) {
	p := plainStart(t, plainLinked(), "capacity")
	p.state.scarce["p"] += 1
	plainNear(t, "deviation", p.g.deviation("p", p.g.theatres["west"], p.state), 0)
	plainNear(t, "opportunism", p.g.crisisConstants(p.g.theatres["west"]).Opportunism, 0)
}

// MODEL §15: left alone, stocks tend to production over wear.
func TestPlainStocksTendToProductionOverWear(t *testing.T) {
	w := plainDuel()
	for _, x := range w.Theatres {
		x.Status, x.Crisis.Challenge = "quiet", plainNum(0)
	}
	w.Horizon = 12 * 100
	r := plainRequest(t, w, "stock.a.land")
	got := plainRun(t, r).Values["stock.a.land"]
	// In discrete time the limit is Y·Δ/(1 − e^(−wear·Δ)).
	plainNear(t, "stock", math.Round(got[400]*100)/100, math.Round(20*0.25/(1-math.Exp(-0.025))*100)/100)
}

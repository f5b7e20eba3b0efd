package sim

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"parley/theory"
	"parley/world"
)

// Differences found between the two players, each as a small world that shows
// it, played both ways under every set of cut channels.

// bothWays plays a world both ways and gives what the batch player finds.
func bothWays(t *testing.T, w *world.World, cut ...string) *outcome {
	t.Helper()
	plainFill(t, w)
	for seed := range uint64(8) { // twice each set of channels that compareOn cuts
		compareOn(t, w, seed)
	}
	p, err := Compile(w)
	if err != nil {
		t.Fatal(err)
	}
	r := &Request{Worlds: 4, Replicates: 3, Seed: 3, Points: keyed{3, w}, Cut: cut}
	for _, s := range w.Scenarios {
		r.Scenarios = append(r.Scenarios, s.ID)
	}
	for _, x := range w.Theatres {
		r.Scenarios = append(r.Scenarios, couplingPrefix+x.ID+allTo, couplingPrefix+x.ID+asItStands)
	}
	return played(t, p, r)
}

// at is a step on the first day of a month after the opening of the small worlds.
func at(month int) world.Date { return world.Date{Year: 2025, Month: 1 + month, Day: 1} }

func settleEast(guarantee float64) *world.SettleAction {
	return &world.SettleAction{Meta: plainMeta("east"), Issues: plainTable("line", 1.0, "neutrality", 0.5), Guarantee: plainNum(guarantee)}
}

// dealt is the smallest world with a settlement imposed in its second period.
func dealt() *world.World {
	w := plainDuel()
	w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: plainMeta("deal"), Title: "D", Steps: []*world.Step{
		{At: at(3), Settles: []*world.SettleAction{settleEast(0)}},
	}})
	w.Theatres[1].Crisis.Challenge = plainNum(0)
	return w
}

// A released actor may hold the challenger back: a negative share counts.
func TestFoundAReleaseWithANegativeShareCounts(t *testing.T) {
	for _, share := range []float64{-0.3, 0, 0.3} {
		w := dealt()
		w.Releases = []*world.Release{{Meta: plainMeta("a-free"), Of: "a", From: "east", To: []string{"west"}, Share: plainNum(share)}}
		o := bothWays(t, w)
		point := 2
		c, a := o.over("deal", "stock.c.land", 0), o.over("deal", "stock.a.land", 0)
		got := o.over("deal", "strength.west.challenger", 0)[point]
		plainNear(t, fmt.Sprintf("strength of the challenger in the west, share %v", share), got, c[point]+share*a[point])
	}
}

// What a flow is paid with is cut, so it stops, though a war feeds it itself.
func TestFoundAFlowPaidWithACutFlowStops(t *testing.T) {
	made := func() *world.World {
		w := dealt()
		w.Actors = append(w.Actors, plainActor("r", 30, 3))
		w.Actors[len(w.Actors)-1].Spends = plainTable("land", 0.4)
		w.Flows = []*world.Flow{
			{Meta: plainMeta("goods"), From: "r", To: "a", Gives: world.Gives{What: world.GivesKind, Kind: "land"}, Rate: plainNum(6), While: "east", Channel: "arms"},
			{Meta: plainMeta("money"), From: "a", To: "r", Gives: world.Gives{What: world.GivesMoney}, Rate: plainNum(2), While: "east", InReturnFor: "goods", Channel: "pay"},
		}
		return w
	}
	plainNear(t, "what is paid", bothWays(t, made()).over("course", "flow.money", 0)[1], 2)
	plainNear(t, "what is paid for nothing", bothWays(t, made(), "arms").over("course", "flow.money", 0)[1], 0)
}

// What a lead is expected to give is as it was when it chose, before the
// period's exchange moved the balance.
func TestFoundExpectedSupportIsAsWhenItWasChosen(t *testing.T) {
	w := plainLinked()
	council := world.Hangs{Needs: "council"}
	w.Bodies[0].Members = []*world.Member{{Meta: plainMeta("p"), Assents: plainNum(1)}}
	// The balance tips in step 4, after the choice of step 2 and before the talks of step 5.
	w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: plainMeta("tips"), Title: "T", Steps: []*world.Step{
		{At: at(1), Means: []*world.MeansAction{{Meta: plainMeta("b"), Hangs: council, Kind: "land", Scale: plainNum(0.2)}}},
		{At: at(4), Means: []*world.MeansAction{{Meta: plainMeta("b"), Hangs: council, Kind: "land", Scale: plainNum(6)}}},
		{At: at(7), Settles: []*world.SettleAction{settleEast(0.2)}},
	}})
	w.Theatres[0].War.Commitment = plainNum(2)
	o := bothWays(t, w)
	if slices.Equal(o.over("tips", "accept.east.defender", 0), o.over("course", "accept.east.defender", 0)) {
		t.Error("nothing was imposed")
	}
}

// Periods since a change count from 0 in the first that begins with the new
// status, or in which terms are imposed: the friction of imposed terms fades
// from there.
func TestFoundPeriodsSinceAChangeCountFromZero(t *testing.T) {
	w := dealt()
	east := w.Theatres[0]
	east.Crisis.Sensitivity, east.War.End = plainNum(0), plainNum(0)
	east.Peace = &world.Peace{Challenge: plainNum(0.2), Concede: plainNum(0), Attack: plainNum(0), Imposed: plainNum(0.8)}
	o := bothWays(t, w)
	crisis, without := o.over("deal", "crisis.east", 0), 1.0
	for period := range len(crisis) - 1 {
		if period >= 1 {
			without *= 1 - theory.PerPeriod(0.2, 0.25)*(1+0.8*math.Exp(-float64(period-1)*0.25/2))
		}
		plainNear(t, fmt.Sprintf("a crisis by the end of period %d", period), crisis[period+1], 1-without)
	}
}

// The same where the parties agree: what was promised takes hold when the
// theatre has been quiet for long enough, no earlier and no later.
func TestFoundAPromiseWaitsFromTheAgreement(t *testing.T) {
	w := dealt()
	east := w.Theatres[0]
	east.Crisis.Sensitivity, east.War.End = plainNum(0), plainNum(1e6)
	east.Peace = &world.Peace{Challenge: plainNum(0.2), Concede: plainNum(0), Attack: plainNum(0), Window: plainNum(0.8)}
	w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: plainMeta("promise"), Title: "P", Steps: []*world.Step{
		{At: at(0), Guarantees: []*world.GuaranteeAction{{Meta: plainMeta("east"), Strength: plainNum(0.5), Takes: 6}}},
	}})
	o := bothWays(t, w)
	crisis, without := o.over("promise", "crisis.east", 0), 1.0
	for period := range len(crisis) - 1 {
		switch period {
		case 0: // at war until its end
		case 1, 2: // quiet for less than two quarters
			without *= 1 - theory.PerPeriod(0.2, 0.25)*(1+0.8*0.5)
		default:
			without *= 1 - theory.PerPeriod(0.2, 0.25)
		}
		plainNear(t, fmt.Sprintf("a crisis by the end of period %d", period), crisis[period+1], 1-without)
	}
}

// All votes are taken before any action that passed: a settlement that passes
// does not move the vote on what is tabled with it.
func TestFoundAllVotesAreTakenBeforeAnyAction(t *testing.T) {
	w := dealt()
	w.Bodies = []*world.Body{{Meta: plainMeta("council"), Name: "C", Rule: "simple", Members: []*world.Member{
		{Meta: plainMeta("p"), Assents: plainNum(0.9), Moved: []*world.Moved{{Ends: "east", Shift: plainNum(-8)}}},
	}}}
	council := world.Hangs{Needs: "council"}
	settle := settleEast(0)
	settle.Hangs = council
	w.Theatres[0].War.End = plainNum(0)
	w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: plainMeta("tabled"), Title: "T", Steps: []*world.Step{
		{At: at(0), Settles: []*world.SettleAction{settle}},
		{At: world.Date{Year: 2025, Month: 2, Day: 1}, Guarantees: []*world.GuaranteeAction{{Meta: plainMeta("east"), Hangs: council, Strength: plainNum(0.5)}}},
	}})
	o := bothWays(t, w)
	for i := range o.failed {
		plainNear(t, "mean chance of both votes", o.over("tabled", "passes.council", i)[1], 0.9)
	}
	if o.over("tabled", "ended.east", 0)[1] == 0 {
		t.Error("nothing was settled")
	}
}

// A follower without a lead gives as at the opening, whatever it would make up.
func TestFoundAFollowerWithoutALeadGivesAsAtTheOpening(t *testing.T) {
	made := func() *world.World {
		w := plainLinked()
		plainSupportNamed(w, "p-east").Channel = "aid"
		follower := plainSupportNamed(w, "q-east")
		follower.Sustains = &world.Sustains{Cut: plainNum(0.1)} // so that it can be left to itself
		w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: plainMeta("pause"), Title: "P", Steps: []*world.Step{
			{At: at(0), Aids: []*world.AidAction{{Meta: plainMeta("q-east"), Level: plainNum(0)}}},
			{At: at(3), Aids: []*world.AidAction{{Meta: plainMeta("q-east"), Free: true}}},
		}})
		w.Theatres[0].War.End = plainNum(0)
		return w
	}
	led, alone := bothWays(t, made()), bothWays(t, made(), "aid")
	plainNear(t, "beside a lead that cuts", led.over("cut", "aid.q-east", 0)[1], 1.3)
	for point, level := range alone.over("cut", "aid.q-east", 0) {
		plainNear(t, fmt.Sprintf("alone, at %d", point), level, 1)
	}
	pause := alone.over("pause", "aid.q-east", 0)
	plainNear(t, "while its aid is fixed", pause[1], 0)
	plainNear(t, "once it is left to itself", pause[2], 1)
}

// A coupling settles a quiet theatre too, and counts as the end of a war.
func TestFoundACouplingSettlesAQuietTheatre(t *testing.T) {
	w := dealt()
	w.Theatres[1].Peace = &world.Peace{Challenge: plainNum(0)}
	o := bothWays(t, w)
	for scenario, share := range map[string]float64{"coupling:west:all": 1, "coupling:west:stay": 0.1} {
		for point := 1; point < len(o.header.Times); point++ {
			plainNear(t, scenario+": share", o.over(scenario, "share.west", 0)[point], share)
			plainNear(t, scenario+": ended", o.over(scenario, "ended.west", 0)[point], 1)
		}
	}
}

// Nothing is learned about a lead whose support is cut, not even from a
// newcomer in its office.
func TestFoundABeliefAboutACutLeadStaysAtThePrior(t *testing.T) {
	made := func() *world.World {
		w := plainLinked()
		plainSupportNamed(w, "p-west").Channel = "troops"
		w.Persons = []*world.Person{{Meta: plainMeta("o"), Name: "O", Actor: "p", From: at(4), Resolve: plainNum(0.05)}}
		return w
	}
	there, cut := bothWays(t, made()), bothWays(t, made(), "troops")
	if last := there.over("course", "belief.west.p", 0); last[2] == last[0] {
		t.Error("a newcomer teaches nothing")
	}
	for point, belief := range cut.over("course", "belief.west.p", 0) {
		plainNear(t, fmt.Sprintf("belief at %d", point), belief, 0.6)
	}
}

// Concession and war, given a challenge, that come to more than certainty leave
// a world out, in either phase.
func TestFoundMoreThanCertaintyLeavesTheWorldOut(t *testing.T) {
	for _, phase := range []string{"crisis", "peace"} {
		w := dealt()
		some := sometimes(t, w, "spoiler", 0.5, 0.7, 0.3)
		if west := w.Theatres[1]; phase == "crisis" {
			west.Crisis.Concede, west.Crisis.Attack = plainNum(0.4), some
		} else {
			west.Peace = &world.Peace{Concede: plainNum(0.4), Attack: some}
		}
		o := bothWays(t, w)
		for i, u := range o.factors["spoiler"] {
			if o.failed[i] != (u < 0.5) {
				t.Errorf("%s: spoiler %v, failed is %v", phase, u, o.failed[i])
			}
		}
		for _, f := range o.failures {
			if f.Rule != 9 || f.Where != "theatre.west" {
				t.Errorf("%s: %+v", phase, f)
			}
		}
		if len(o.failures) == 0 || len(o.failures) == len(o.failed) {
			t.Errorf("%s: %d of %d fail", phase, len(o.failures), len(o.failed))
		}
	}
}

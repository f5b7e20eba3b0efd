package sim

import (
	"math"
	"testing"

	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// plainCertain makes a theatre's crises sure, and what follows from them.
func plainCertain(t *world.Theatre, concede, attack float64) {
	t.Crisis.Challenge, t.Crisis.Concede, t.Crisis.Attack = plainNum(1e6), plainNum(concede), plainNum(attack)
}

// §7: a defender that concedes gives the concession and no war begins.
func TestPlainConcession(t *testing.T) {
	w := plainDuel()
	plainCertain(w.Theatres[1], 1, 0)
	p := plainStart(t, w)
	p.quiet(p.g.theatres["west"])
	now := p.state.theatres["west"]
	plainNear(t, "share", now.share, 0.1+0.1)
	plainNear(t, "hazard of a crisis", now.hazardOfCrisis, 1)
	plainNear(t, "hazard of war", now.hazardOfWar, 0)
	if !now.hadCrisis || now.hadWar || now.war {
		t.Errorf("%+v", now)
	}
}

// §7: a war begins with the lead fighting, others join, terms are void, and the
// ratio at its start has the fighters' means in it.
func TestPlainAttackBeginsWar(t *testing.T) {
	w := plainLinked()
	plainCertain(w.Theatres[1], 0, 1)
	w.Theatres[1].Peace = &world.Peace{Terms: &world.Terms{Guarantee: plainNum(0.3)}}
	plainSupportNamed(w, "p-west").Fights.Baseline = plainNum(1)
	plainSupportNamed(w, "q-west").Joins = plainNum(1)
	p := plainStart(t, w)
	p.state.theatres["west"].since = 9
	p.quiet(p.g.theatres["west"])
	now := p.state.theatres["west"]
	if !now.war || now.answer != theory.Fight || !now.joined["q-west"] || !now.hadFight["p-west"] || !now.hadFight["q-west"] || now.since != 0 {
		t.Fatalf("%+v", now)
	}
	plainNear(t, "terms are void", now.terms.guarantee+now.terms.favour, 0)
	plainNear(t, "ratio at the start", now.ratioAtStart, 120/(60+0.3*200+0.3*90))
	plainNear(t, "log ratio at the start", now.logRatioAtStart, math.Log(120/(60+0.3*200+0.3*90)))
	plainNear(t, "hazard with the lead", now.hazardOfFight["p-west"], now.hazardOfWar)
	plainNear(t, "nothing is taught by what both types do", now.lesson, 0)
	p.present = p.g.strengths(p.state)
	plainNear(t, "strength with fighters", p.present.defender["west"], 60+0.3*200+0.3*90)
}

// §7: a defender reopens only after a war, and with its lead aside.
func TestPlainReopening(t *testing.T) {
	w := plainLinked()
	w.Theatres[1].Peace = &world.Peace{Reopen: plainNum(1e6), Challenge: plainNum(0)}
	w.Theatres[1].Crisis.Challenge = plainNum(0)
	p := plainStart(t, w)
	west, now := p.g.theatres["west"], p.state.theatres["west"]
	p.quiet(west)
	if now.war {
		t.Fatal("reopened what was never fought")
	}
	now.ended = 1
	p.quiet(west)
	if !now.war || now.answer != theory.Aside || !now.resumed || now.hadFight["p-west"] {
		t.Fatalf("%+v", now)
	}
	plainNear(t, "hazard", now.hazardOfWar, 1)
	plainNear(t, "the lead does not fight", now.hazardOfFight["p-west"], 0)
}

// Rule 10: friction, by hand.
func TestPlainFriction(t *testing.T) {
	w := plainDuel()
	w.Theatres[0].Peace.Imposed, w.Theatres[0].Peace.Monitoring, w.Theatres[0].Peace.Window = plainNum(1), plainNum(0.5), plainNum(0.4)
	w.Theatres[0].Crisis.Proxies = plainTable("p", 0.5)
	p := plainStart(t, w)
	east, now := p.g.theatres["east"], p.state.theatres["east"]
	now.war, now.since, now.terms.imposed, now.terms.monitored = false, 4, true, 0.6
	now.promise = plainPromise{strength: 0.5, takes: 8, waited: 7}
	p.state.stock[plainMeans{"p", "land"}] = 800
	plainNear(t, "before any war", p.g.friction(east, p.state), 2*1.2)
	now.ended = 1
	plainNear(t, "after a war", p.g.friction(east, p.state), 2*(1+math.Exp(-0.5))*(1-0.3)*1.2)
	now.promise.waited = 8
	plainNear(t, "once the promise holds", p.g.friction(east, p.state), 2*(1+math.Exp(-0.5))*(1-0.3))
	plainNear(t, "guarantee", now.guarantee(), 0.5)
}

// §7: what a challenge is moved by besides utility.
func TestPlainStanding(t *testing.T) {
	p := plainStart(t, plainLinked())
	west, now := p.g.theatres["west"], p.state.theatres["west"]
	now.events = []plainEvent{{shift: 0.5, first: 1, next: 3}, {shift: 0.2, first: 2}}
	for period, want := range []float64{0, 0.5, 0.7, 0.2} {
		plainNear(t, "events", p.g.standing(west, p.state, p.present, period).Events, want)
	}
	standing := p.g.standing(west, p.state, p.present, 0)
	plainNear(t, "belief", standing.Belief, 0.6)
	fade := math.Exp(-0.2 * 2)
	for r, defender := range []float64{60, 60 + 0.15*60, 60 + 60 + 0.4*0.3*90} {
		prospect := 120 / (120 + defender)
		plainNear(t, "forecast", standing.Forecasts[r], prospect+(0.1-prospect)*fade)
	}
}

// Rules 11, 12: the front and the losses of a first period of war.
func TestPlainFront(t *testing.T) {
	w := plainDuel()
	w.Theatres[0].War.Luck, w.Theatres[0].War.End = plainNum(0), plainNum(0)
	p := plainStart(t, w)
	p.playTheatres()
	now := p.state.theatres["east"]
	plainNear(t, "pace shows the observed drift", p.g.anchors["east"].pace, 0.02/(0.5-0.3))
	plainNear(t, "share", now.share, 0.3+0.02*0.25)
	plainNear(t, "losses equal the stated rate at the opening", p.state.stock[plainMeans{"a", "land"}], 100*(1-0.3*0.25))
	plainNear(t, "losses of the defender", p.state.stock[plainMeans{"b", "land"}], 80*(1-0.3*0.25))
	plainNear(t, "others lose nothing", p.state.stock[plainMeans{"c", "land"}], 120)
}

// Rule 12: the stronger side loses less, fighters lose of what they commit.
func TestPlainLosses(t *testing.T) {
	p := plainStart(t, plainLinked())
	west := p.state.theatres["west"]
	west.war, west.answer = true, theory.Fight
	kept := map[plainMeans]float64{{"p", "land"}: 0.9}
	p.lose(p.g.theatres["west"], 4, kept)
	plainNear(t, "challenger", kept[plainMeans{"c", "land"}], 1-0.3*0.25/2)
	plainNear(t, "defender", kept[plainMeans{"d", "land"}], 1-0.3*0.25*2)
	plainNear(t, "supporter, losing elsewhere too", kept[plainMeans{"p", "land"}], 0.9*(1-0.3*0.25*2*0.3))
	plainNear(t, "a supporter that stays aside", kept[plainMeans{"q", "land"}], 0)
}

// §8: the expected shift of the balance, by hand.
func TestPlainShift(t *testing.T) {
	p := plainStart(t, plainLinked())
	east := p.g.theatres["east"]
	o := p.g.outlook(east, p.state, p.before)
	wear := math.Exp(-0.025)
	netA := (100*(wear-1) + 20*0.25 + 6*0.25) / 0.25 // as goods flow at the opening
	netB := (80*(wear-1) + 10*0.25) / 0.25
	growthA := 0.8*netA/80 - 0.3
	growthB := func(level float64) float64 { return (netB+level*0.8*8+4)/80 - 0.3 }
	for _, level := range []float64{0, 1, 1.6} {
		plainNear(t, "shift", p.g.shift(east, p.state, o, level), min(max(growthA-growthB(level), -1), 1))
	}
}

// Rule 13: what moves talks besides the terms.
func TestPlainTalks(t *testing.T) {
	w := plainLinked()
	war := w.Theatres[0].War
	war.Leverage, war.Commitment, war.Hardening = plainNum(0.7), plainNum(0.5), plainNum(0.3)
	war.Optimism = world.Sides{Challenger: plainNum(0.2), Defender: plainNum(0.1)}
	p := plainStart(t, w)
	east, now := p.g.theatres["east"], p.state.theatres["east"]
	refusing := func() *plainTalks { return p.g.refusing(east, p.state, p.before) }
	before := refusing()
	o := before.outlook
	expected := p.g.expectedLevel(east, p.g.lead(east), p.state, p.before)
	shift := p.g.shift(east, p.state, o, expected)
	plainNear(t, "commitment", before.tau, -0.5*math.Abs(shift))
	plainNear(t, "what war is worth to the challenger", before.worthC, p.g.forecast(east, o.logRho+shift+0.2, 0.3, o.pace)-0.3-0.06)
	plainNear(t, "what war is worth to the defender", before.worthD, 0.3-p.g.forecast(east, o.logRho+shift-0.1, 0.3, o.pace)-0.06)
	now.talks, now.pressC = 0.5, 0.4
	pressed := refusing()
	plainNear(t, "leverage", pressed.tau, 0.7*0.5-0.5*math.Abs(shift))
	if pressed.worthC >= before.worthC || pressed.worthD != before.worthD {
		t.Error("pressure on the challenger must lower what refusing brings it, and nothing else")
	}
	p.state.supports["p-east"].level, p.state.supports["p-east"].fixed = 2, true
	hardened := refusing()
	at := p.g.shift(east, p.state, o, 2)
	plainNear(t, "hardening", hardened.worthD, 0.3-p.g.forecast(east, o.logRho+at-0.1-0.3, 0.3, o.pace)-0.06)
	now.promise.strength = 0.8
	c, d := p.g.termsWorth(east, p.state, []float64{1, 0, 0.5}) // limits, line, neutrality
	plainNear(t, "terms to the challenger", c, 0.2+0.5*0.3-0.3-0.5*0.8*0.3)
	plainNear(t, "terms to the defender", d, -(0.4+0.5*0.2-0.3)+0.5*0.5*0.8*0.3)
}

// Rule 14: what a settlement does, by hand.
func TestPlainSettlement(t *testing.T) {
	w := plainLinked()
	w.Theatres[0].War.Settles = plainNum(0.5)
	p := plainStart(t, w)
	plainScene(t, p, "deal")
	now := p.state.theatres["east"]
	now.talks, now.pressC, now.pressD, now.since = 1, 1, 1, 7
	p.period = 1
	p.calendar()
	if now.war || now.ended != 1 || now.firstEnded != 1 || now.since != 0 || !now.terms.imposed || now.talks+now.pressC+now.pressD != 0 {
		t.Fatalf("%+v", now)
	}
	plainNear(t, "favour", now.terms.favour, 0.5+0.3)
	plainNear(t, "share", now.share, 0.3+0.5*(0.8-0.3))
	plainNear(t, "guarantee as stated", now.terms.guarantee, 0.1)
	plainNear(t, "monitored as stated", now.terms.monitored, 0.5)
	plainNear(t, "neutrality as granted", now.terms.neutrality, 1)
	plainNear(t, "limits not named", now.terms.limits, 0)
	if !(now.acceptC > 0 && now.acceptC < 1 && now.acceptD > 0 && now.acceptD < now.acceptC) {
		t.Errorf("acceptance %v, %v", now.acceptC, now.acceptD)
	}
	// What it tells of p, which would rather have gone on.
	constants := p.g.sustaining(p.g.theatres["east"], p.g.lead(p.g.theatres["east"]))
	fresh := plainStart(t, w)
	forecast := fresh.g.sustainedForecast(fresh.g.theatres["east"], fresh.state, fresh.before)
	plainNear(t, "lesson", now.lesson, theory.Imposing(&constants, p.g.anchors["east"].support.Cut, forecast, now.share))

	p.beginPeriod()
	p.period = 2
	p.calendar()
	if len(p.tabled) != 1 {
		t.Errorf("what waits for the war's end comes a period later: %v", p.tabled)
	}
	p.tabled = nil
	p.calendar()
	if len(p.tabled) != 0 {
		t.Error("it is carried out once")
	}
	p.g.steps[0].period = 2
	p.calendar()
	if !p.g.notes["settle-no-war theatre.east"] || now.ended != 1 {
		t.Error("a quiet theatre cannot be settled")
	}
}

// §8: an agreement of the parties takes the peace block's terms and teaches half.
func TestPlainAgreement(t *testing.T) {
	w := plainLinked()
	w.Theatres[0].War.End = plainNum(1e6)
	p := plainStart(t, w)
	forecast := p.g.sustainedForecast(p.g.theatres["east"], p.state, p.present)
	p.playTheatres()
	now := p.state.theatres["east"]
	if now.war || now.terms.imposed || !now.endedNow || !now.warNow {
		t.Fatalf("%+v", now)
	}
	plainNear(t, "guarantee", now.terms.guarantee, 0.2)
	constants := p.g.sustaining(p.g.theatres["east"], p.g.lead(p.g.theatres["east"]))
	plainNear(t, "lesson", now.lesson, theory.Imposing(&constants, p.g.anchors["east"].support.Cut, forecast, now.share)/2)
	plainNear(t, "no losses once agreed", p.state.stock[plainMeans{"a", "land"}], 100)
}

// Rules 15, 16: the lead chooses, others follow it, what is fixed stays.
func TestPlainSupport(t *testing.T) {
	w := plainLinked()
	plainSupportNamed(w, "p-east").Sustains.Cut = plainNum(1e6)
	plainSupportNamed(w, "p-east").Sustains.Surge = plainNum(0)
	p := plainStart(t, w)
	p.support()
	plainNear(t, "the lead cuts", p.state.supports["p-east"].level, 0)
	plainNear(t, "another makes up for it", p.state.supports["q-east"].level, 1.3)
	p = plainStart(t, plainLinked())
	p.state.supports["p-east"].fixed, p.state.supports["p-east"].level, p.state.supports["p-east"].threat = true, 1.5, 0.4
	p.support()
	plainNear(t, "fixed", p.state.supports["p-east"].level, 1.5)
	plainNear(t, "a threat is believed in part", p.state.supports["q-east"].level, 1+0.3*(1-1.5*0.6))
	p.state.supports["q-east"].fixed = true
	p.state.supports["p-east"].level = 0
	p.support()
	plainNear(t, "a fixed follower stays", p.state.supports["q-east"].level, 1+0.3*(1-1.5*0.6))
	p = plainStart(t, plainLinked())
	p.state.theatres["east"].war = false
	p.state.supports["p-east"].level = 1.6
	p.support()
	plainNear(t, "in a quiet theatre the level stays", p.state.supports["p-east"].level, 1.6)
}

// Rules 17, 18: lessons reach the theatre itself and those that watch.
func TestPlainLessons(t *testing.T) {
	p := plainStart(t, plainLinked())
	east, west := p.state.theatres["east"], p.state.theatres["west"]
	prior := elementary.Logit(0.6)
	west.belief = prior + 1
	east.lesson, west.lesson = -1.5, 0.25
	p.learn()
	plainNear(t, "itself", east.belief, prior-1.5)
	plainNear(t, "a watcher, drifting back first", west.belief, prior+math.Exp2(-0.25/3)+0.25-0.7*1.5)
	east.lesson = -50
	p.learn()
	plainNear(t, "beliefs stay movable", east.belief, -4)

	west.alpha, west.beta = 1, 1
	east.warNow, east.endedNow, east.favourWhenEnded = true, true, 0.8
	p.learn()
	plainNear(t, "conquest", west.alpha, 1+0.6*0.8)
	plainNear(t, "punishment", west.beta, 1+0.6*0.2+0.05*0.6)
	plainNear(t, "itself does not learn without a link", east.alpha, 1)
}

// Rule 17: a level that the scenario moves to another class teaches once.
func TestPlainLevelSetByScenarioTeaches(t *testing.T) {
	p := plainStart(t, plainLinked())
	east := p.g.theatres["east"]
	choice := p.g.supportChoice(east, p.g.lead(east), p.state, p.before, 1)
	p.doAid(&world.AidAction{Meta: plainMeta("p-east"), Level: plainNum(0.9)})
	plainNear(t, "same class", p.state.theatres["east"].lesson, 0)
	p.doAid(&world.AidAction{Meta: plainMeta("p-east"), Scale: plainNum(0.5)})
	plainNear(t, "scaled", p.state.supports["p-east"].level, 0.45)
	plainNear(t, "to another class", p.state.theatres["east"].lesson, theory.LogLikelihood(choice.Resolute[theory.Cut], choice.Irresolute[theory.Cut]))
	if choice.Resolute[theory.Cut] >= choice.Irresolute[theory.Cut] {
		t.Error("giving way must speak for the irresolute")
	}
	p.doAid(&world.AidAction{Meta: plainMeta("p-east"), Free: true, Threat: plainNum(0.3)})
	if now := p.state.supports["p-east"]; now.fixed || now.level != 0.45 || now.threat != 0.3 {
		t.Errorf("%+v", now)
	}
}

// Rule 17: a newcomer's prior resets what is believed, as far as the watch says.
func TestPlainChangeOfOffice(t *testing.T) {
	w := plainLinked()
	w.Persons = []*world.Person{
		{Meta: plainMeta("later"), Name: "Later", Actor: "p", From: world.Date{Year: 2025, Month: 7, Day: 2}, Resolve: plainNum(0.9)},
		{Meta: plainMeta("now"), Name: "Now", Actor: "p", From: world.Date{Year: 2025, Month: 1, Day: 1}, Resolve: plainNum(0.1)},
	}
	p := plainStart(t, w)
	prior := elementary.Logit(0.6)
	p.changeOffices()
	plainNear(t, "in office at the opening", p.state.theatres["west"].belief, prior)
	p.period = 2
	p.changeOffices()
	plainNear(t, "belief", p.state.theatres["west"].belief, prior+0.5*(elementary.Logit(0.9)-prior))
	plainNear(t, "prior", p.state.theatres["west"].prior, prior+0.5*(elementary.Logit(0.9)-prior))
	plainNear(t, "without a watch", p.state.theatres["east"].belief, prior)
	_, draw := p.chance(plainSlotType, 4) // p is the fifth of a, b, c, d, p, q, r
	if p.state.resolute["p"] != (draw < 0.9) {
		t.Error("the true type is drawn anew")
	}
}

// Rule 21: the chance of passing is exact, moved by conditions and a shock.
func TestPlainVotes(t *testing.T) {
	w := plainLinked()
	w.Bodies[0].Members[1].Moved = []*world.Moved{{Ends: "east", Shift: plainNum(1)}, {From: world.Date{Year: 2025, Month: 7, Day: 1}, Shift: plainNum(0.5)}}
	p := plainStart(t, w)
	body := p.g.world.Bodies[0]
	plainNear(t, "all must assent", p.g.passes(body, 0, p.state, 0), 0.8*0.5*0.5)
	p.state.theatres["east"].ended = 1
	moved := elementary.Logistic(1.5 + 0.5*0.3)
	plainNear(t, "moved", p.g.passes(body, 0.3, p.state, 2), elementary.Logistic(elementary.Logit(0.8)+0.15)*moved*moved)

	did := 0
	for number := range 400 {
		p.tabled = append(p.tabled, plainAction{number: number, needs: "council", do: func(*plainPlay) { did++ }})
	}
	p.vote()
	votes := p.state.votes["council"]
	if mean := votes.chance / 400; votes.count != 400 || math.Abs(float64(did)/400-mean) > 0.1 || !p.g.notes["vote-refused body.council"] {
		t.Errorf("%d of %d passed at %v", did, votes.count, mean)
	}
}

// §10: what actions set.
func TestPlainActions(t *testing.T) {
	p := plainStart(t, plainLinked())
	east := p.state.theatres["east"]
	p.doMeans(&world.MeansAction{Meta: plainMeta("a"), Kind: "land", Add: plainNum(-30), Scale: plainNum(0.5), Produces: plainNum(2)})
	plainNear(t, "stock", p.state.stock[plainMeans{"a", "land"}], 20)
	plainNear(t, "production", p.state.production[plainMeans{"a", "land"}], 40)
	p.doMeans(&world.MeansAction{Meta: plainMeta("a"), Kind: "land", Add: plainNum(-30), Scale: plainNum(1), Produces: plainNum(1)})
	plainNear(t, "never below zero", p.state.stock[plainMeans{"a", "land"}], 0)
	p.doFlow(&world.FlowAction{Meta: plainMeta("goods"), Scale: plainNum(0.5)})
	plainNear(t, "paid flows follow", func() float64 { return p.activities()["money"] }(), 0.5)
	p.doPress(&world.PressAction{Meta: plainMeta("east"), Challenger: plainNum(0.2), Defender: plainNum(0.3)})
	plainNear(t, "press", east.pressC+10*east.pressD, 0.2+3)
	p.doPress(&world.PressAction{Meta: plainMeta("east"), Challenger: plainNum(0), Defender: plainNum(0), Both: plainNum(1)})
	plainNear(t, "press both", east.pressC+10*east.pressD, 11)
	p.doEvent(&world.EventAction{Theatre: "east", Shift: plainNum(0.4), Lasts: 4})
	plainNear(t, "an event lasts begun periods", float64(east.events[0].next), 2)
	p.doGuarantee(&world.GuaranteeAction{Meta: plainMeta("east"), Strength: plainNum(0.7), Takes: 7})
	plainNear(t, "a promise", float64(east.promise.takes), 3)
}

// §12: cost and reach, by hand.
func TestPlainCost(t *testing.T) {
	r := plainRequest(t, plainLinked(), "cost.p", "war.west", "war.west.p", "atwar.west", "clash.p", "stock.c.strike", "reach.p")
	r.Scenario, r.Replicates = "deal", 5
	g, _, _ := plainNewGame(&r)
	_ = g.chooseScenario("deal")
	given := make([]float64, 9)
	for i := range uint32(5) {
		trace, _ := g.playReplicate(i)
		for at, s := range trace {
			given[at] += s.supports["p-east"].total / 5
		}
	}
	v := plainRun(t, r).Values
	for i := range given {
		plainNear(t, "cost", v["cost.p"][i], 500*v["war.west"][i]+800*v["war.west.p"][i]+50*v["atwar.west"][i]+1000*v["clash.p"][i]+given[i])
		plainNear(t, "reach", v["reach.p"][i], v["stock.c.strike"][i]*2*0.5)
	}
}

// §12: a coupling compares all issues with the share left as it is.
func TestPlainCouplingScenarios(t *testing.T) {
	w := plainDuel()
	w.Theatres[0].War.Settles = plainNum(1)
	w.Theatres[0].Peace.Challenge, w.Theatres[0].Peace.Reopen = plainNum(0), plainNum(0)
	r := plainRequest(t, w, "share.east", "favour.east", "terms.east.line", "ended.east")
	r.Replicates = 1
	for scenario, want := range map[string][4]float64{"coupling:east:all": {1, 1, 1, 1}, "coupling:east:stay": {0.3, 0.3, 0.3, 1}} {
		r.Scenario = scenario
		v := plainRun(t, r).Values
		for i, m := range r.Measures {
			plainNear(t, scenario+" "+m, v[m][1], want[i])
		}
	}
}

// MODEL §15: better prospects of winning never make a challenge less likely.
func TestPlainMoreMeansMoreCrises(t *testing.T) {
	p := plainStart(t, plainLinked())
	west := p.g.theatres["west"]
	last := theory.Moves{}
	for _, land := range []float64{60, 90, 120, 180, 300} {
		p.state.stock[plainMeans{"c", "land"}] = land
		p.present = p.g.strengths(p.state)
		crisis := p.g.crisisConstants(west)
		standing := p.g.standing(west, p.state, p.present, 0)
		moves := theory.PlayCrisis(&crisis, &p.g.anchors["west"].beforeWar, &standing)
		if moves.Challenge < last.Challenge || moves.Attack < last.Attack {
			t.Errorf("with %v: %v after %v", land, moves, last)
		}
		last = moves
	}
}

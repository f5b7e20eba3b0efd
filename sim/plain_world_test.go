package sim

import (
	"math"
	"testing"

	"parley/diag"
	"parley/world"
)

// plainNum is a number that is the same in every world.
func plainNum(v float64) *world.Number { return world.Const(v) }

func plainMeta(id string) world.Meta { return world.Meta{ID: id} }

func plainTable(pairs ...any) world.Table {
	var t world.Table
	for i := 0; i < len(pairs); i += 2 {
		t = append(t, world.Entry{Key: pairs[i].(string), Number: plainNum(pairs[i+1].(float64))})
	}
	return t
}

func plainActor(id string, land, produces float64) *world.Actor {
	return &world.Actor{Meta: plainMeta(id), Name: id, Type: "state", Resolve: plainNum(0.6), Means: []*world.Means{
		{Meta: plainMeta("land"), Stock: plainNum(land), Produces: plainNum(produces), Wear: plainNum(0.1)},
	}}
}

// plainDuel is the smallest world: two theatres, "east" at war between a and b,
// "west" quiet between c and d, no links, a quarter a period.
func plainDuel() *world.World {
	return &world.World{
		Title: "Two theatres", Start: world.Date{Year: 2025, Month: 1, Day: 1}, Period: world.Quarter, Horizon: 24,
		Kinds:  []*world.Kind{{Meta: plainMeta("land")}, {Meta: plainMeta("strike"), Reaches: true}},
		Actors: []*world.Actor{plainActor("a", 100, 20), plainActor("b", 80, 10), plainActor("c", 120, 15), plainActor("d", 60, 12), plainActor("p", 200, 30)},
		Theatres: []*world.Theatre{
			{
				Meta: plainMeta("east"), Name: "East", Challenger: "a", Defender: "b", Status: "war", Share: plainNum(0.3),
				Weights: plainTable("land", 1.0), Commits: plainTable("a", 0.8),
				Crisis: &world.Crisis{Challenge: plainNum(0.3), Concede: plainNum(0.1), Attack: plainNum(0.3), BackingDown: plainNum(0.05)},
				War: &world.War{Drift: plainNum(0.02), Issues: []*world.Issue{
					{Meta: plainMeta("line"), Challenger: plainNum(0.5), Defender: plainNum(0.4)},
					{Meta: plainMeta("neutrality"), Challenger: plainNum(0.3), Defender: plainNum(0.2)},
					{Meta: plainMeta("limits"), Challenger: plainNum(0.2), Defender: plainNum(0.4)},
				}},
				Peace: &world.Peace{Challenge: plainNum(0.2), Attack: plainNum(0.25), Reopen: plainNum(0.02), Terms: &world.Terms{Guarantee: plainNum(0.2)}},
			},
			{
				Meta: plainMeta("west"), Name: "West", Challenger: "c", Defender: "d", Status: "quiet", Share: plainNum(0.1),
				Weights: plainTable("land", 1.0, "strike", 0.5),
				Crisis:  &world.Crisis{Challenge: plainNum(0.4), Concede: plainNum(0.2), Attack: plainNum(0.2), Punishment: plainNum(0.2)},
			},
		},
		Scenarios: []*world.Scenario{{Meta: plainMeta("course"), Title: "Current course"}},
	}
}

// plainLinked is the same world with supporters, flows, lessons and all else
// that ties theatres together.
func plainLinked() *world.World {
	w := plainDuel()
	w.Actors = append(w.Actors, plainActor("q", 90, 9), plainActor("r", 30, 3))
	for _, a := range w.Actors {
		if a.ID == "p" {
			a.Capacity = &world.Capacity{
				Scarce: plainNum(0.3), Fungible: plainNum(0.5), Engaged: plainNum(0.2), Pin: plainNum(0.1), Opportunism: plainNum(0.4),
			}
		}
		if a.ID == "q" {
			a.Spends = plainTable("land", 0.5)
		}
		if a.ID == "r" {
			a.Spends = plainTable("land", 0.4, "strike", 0.5)
		}
	}
	w.Supports = []*world.Support{
		{
			Meta: plainMeta("p-east"), From: "p", Theatre: "east", Side: "defender", Lead: true, Aid: plainTable("land", 8.0), Usable: plainNum(0.8),
			Sustains: &world.Sustains{Cut: plainNum(0.2), Surge: plainNum(0.1), Escalation: plainNum(0.05)},
			Clash:    &world.Clash{Rate: plainNum(0.01), Surge: plainNum(0.5)},
		},
		{
			Meta: plainMeta("q-east"), From: "q", Theatre: "east", Side: "defender", Aid: plainTable("land", 4.0), Offset: plainNum(0.3), Continues: plainNum(0.5),
		},
		{
			Meta: plainMeta("p-west"), From: "p", Theatre: "west", Side: "defender", Lead: true,
			Fights: &world.Fights{Baseline: plainNum(0.5), Gap: plainNum(2)},
		},
		{
			Meta: plainMeta("q-west"), From: "q", Theatre: "west", Side: "defender", Joins: plainNum(0.4),
			Fights: &world.Fights{Baseline: plainNum(0.3)},
		},
	}
	w.Flows = []*world.Flow{
		{Meta: plainMeta("goods"), From: "r", To: "a", Gives: world.Gives{What: world.GivesKind, Kind: "land"}, Rate: plainNum(6), While: "east", Need: plainNum(0.5), After: world.After{Level: plainNum(0.3)}},
		{Meta: plainMeta("money"), From: "a", To: "r", Gives: world.Gives{What: world.GivesMoney}, Rate: plainNum(2), InReturnFor: "goods", HalfLife: plainNum(3)},
		{Meta: plainMeta("rest"), From: "r", To: "q", Gives: world.Gives{What: world.GivesMoney}, Rate: plainNum(0.25), PassesOn: "money"},
		{Meta: plainMeta("skill"), From: "a", To: "c", Gives: world.Gives{What: world.GivesTechnology, Kind: "land"}, Rate: plainNum(0.1), While: "east", Lag: 6},
	}
	w.Watches = []*world.Watch{{Meta: plainMeta("c-reads-p"), Theatre: "west", About: "p", In: "east", Weight: plainNum(0.7), HalfLife: plainNum(3), Renewal: plainNum(0.5)}}
	w.Precedents = []*world.Precedent{{Meta: plainMeta("c-reads-conquest"), Theatre: "west", In: "east", Weight: plainNum(0.6)}}
	w.Releases = []*world.Release{{Meta: plainMeta("a-free"), Of: "a", From: "east", To: []string{"west"}, Share: plainNum(0.2)}}
	w.Exposures = []*world.Exposure{{
		Meta: plainMeta("p"), Of: "p", Clash: plainNum(1000), Aid: plainNum(1),
		Wars:    []*world.WarLoss{{Meta: plainMeta("west"), Loss: plainNum(500), Fighting: plainNum(800), PerYear: plainNum(50)}},
		Strikes: []*world.Strike{{Meta: plainMeta("c"), Kind: "strike", PerBn: plainNum(2), Arrives: plainNum(0.5)}},
	}}
	w.Bodies = []*world.Body{{
		Meta: plainMeta("council"), Name: "Council", Rule: "unanimity", Common: plainNum(0.5),
		Members: []*world.Member{{Meta: plainMeta("p"), Assents: plainNum(0.8)}, {Meta: plainMeta("q"), Assents: plainNum(0.5), Count: plainNum(2)}},
	}}
	w.Scenarios = []*world.Scenario{
		w.Scenarios[0],
		{Meta: plainMeta("deal"), Title: "A deal", Steps: []*world.Step{
			{At: world.Date{Year: 2025, Month: 5, Day: 1}, Settles: []*world.SettleAction{{Meta: plainMeta("east"), Issues: plainTable("line", 1.0, "neutrality", 1.0), Guarantee: plainNum(0.1), Monitored: plainNum(0.5)}}},
			{Ends: "east", Guarantees: []*world.GuaranteeAction{{Meta: plainMeta("east"), Hangs: world.Hangs{Needs: "council"}, Strength: plainNum(0.6), Takes: 6}}},
		}},
		{Meta: plainMeta("cut"), Title: "Aid ends", Steps: []*world.Step{
			{At: world.Date{Year: 2025, Month: 1, Day: 1}, Aids: []*world.AidAction{{Meta: plainMeta("p-east"), Level: plainNum(0)}}},
		}},
	}
	return w
}

// plainFill freezes a hand-made world.
func plainFill(t testing.TB, w *world.World) *world.World {
	t.Helper()
	for _, d := range w.Freeze() {
		if d.Severity == diag.Error {
			t.Fatalf("%s: %s %s %s", d.ID, d.Summary, d.Context, d.Detail)
		}
	}
	return w
}

func plainRequest(t testing.TB, w *world.World, measures ...string) PlainRequest {
	t.Helper()
	plainFill(t, w)
	r := PlainRequest{World: w, Seed: 7, Number: 3, Replicates: 3, Measures: measures}
	for range w.Factors {
		r.Draws = append(r.Draws, 0.5)
	}
	return r
}

// plainStart is a replicate at the opening, ready to be played by hand.
func plainStart(t testing.TB, w *world.World, cut ...string) *plainPlay {
	t.Helper()
	r := plainRequest(t, w)
	r.Cut = cut
	g, failure, err := plainNewGame(&r)
	if err != nil || failure != nil {
		t.Fatal(err, failure)
	}
	p := &plainPlay{g: g, state: g.opening.clone()}
	for i, a := range w.Actors {
		draw, _ := p.chance(plainSlotType, i)
		p.state.resolute[a.ID] = draw < g.of(a.Resolve)
	}
	p.before = g.strengths(p.state)
	p.present = p.before
	return p
}

// plainScene chooses a scenario for a replicate.
func plainScene(t testing.TB, p *plainPlay, id string) {
	t.Helper()
	if err := p.g.chooseScenario(id); err != nil {
		t.Fatal(err)
	}
}

func plainNear(t testing.TB, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-12*max(1, math.Abs(want))) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func plainRun(t testing.TB, r PlainRequest) *PlainResult {
	t.Helper()
	out, err := PlayPlain(r)
	if err != nil {
		t.Fatal(err)
	}
	if out.Failure != nil {
		t.Fatalf("%+v", out.Failure)
	}
	return out
}

var plainAllMeasures = []string{
	"crisis.east", "crisis.west", "war.east", "war.west", "war.west.p", "war.west.q", "relapse.east", "share.east", "share.west",
	"terms.east.line", "ended.east", "peace.west", "atwar.east", "favour.east", "favour.west", "accept.east.challenger", "accept.east.defender",
	"strength.east.challenger", "strength.east.defender", "strength.west.challenger", "strength.west.defender",
	"stock.a.land", "stock.r.strike", "production.c.land", "reach.p", "cost.p", "belief.west.p", "belief.east.p", "pays.west",
	"aid.p-east", "aid.q-east", "clash", "clash.p-east", "flow.goods", "flow.money", "flow.rest", "flow.skill", "passes.council",
}

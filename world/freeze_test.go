package world

import (
	"slices"
	"strings"
	"testing"

	"parley/chance"
	"parley/diag"
)

// built is a world as a program may build it, without any file.
func built() *World {
	side := func(id string) *Actor {
		return &Actor{Meta: Meta{ID: id}, Name: id, Type: "state", Means: []*Means{{Meta: Meta{ID: "steel"}, Stock: Const(10)}}}
	}
	return &World{
		Title: "Built", Start: Date{2025, 1, 1}, Period: Quarter, Horizon: 24,
		Kinds:  []*Kind{{Meta: Meta{ID: "steel"}}},
		Actors: []*Actor{side("red"), side("blue"), side("green")},
		Theatres: []*Theatre{{
			Meta: Meta{ID: "hot"}, Name: "Hot", Challenger: "red", Defender: "blue", Status: "war", Share: Const(0.3),
			Weights: Table{{"steel", Const(1)}},
			Crisis:  &Crisis{Challenge: Const(0.1), Attack: Const(0.2)},
		}},
		Supports: []*Support{{
			Meta: Meta{ID: "help"}, From: "green", Theatre: "hot", Side: "defender", Aid: Table{{"steel", Const(2)}},
			Fights: &Fights{Baseline: Const(0.1)}, Sustains: &Sustains{Cut: Const(0.1)}, Clash: &Clash{Rate: Const(0.01)},
		}},
		Flows: []*Flow{{Meta: Meta{ID: "arms"}, From: "green", To: "red", Gives: Gives{What: GivesKind, Kind: "steel"}, Rate: Const(1)}},
		Scenarios: []*Scenario{
			{Meta: Meta{ID: "course"}, Title: "Course", Steps: []*Step{
				{Ends: "hot"}, {At: Date{2026, 1, 1}}, {At: Date{2025, 4, 1}, Presses: []*PressAction{{Meta: Meta{ID: "hot"}, Both: Const(1)}}},
			}},
		},
		Bodies:    []*Body{{Meta: Meta{ID: "council"}, Name: "C", Rule: "simple", Members: []*Member{{Meta: Meta{ID: "red"}, Assents: Const(0.5)}}}},
		Exposures: []*Exposure{{Meta: Meta{ID: "loss"}, Of: "green", Wars: []*WarLoss{{Meta: Meta{ID: "hot"}, Loss: Const(100)}}}},
	}
}

func frozen(t *testing.T, w *World) diag.List {
	t.Helper()
	list := w.Freeze()
	if err := list.Err(); err != nil {
		for _, d := range list.Errors() {
			t.Error(d)
		}
		t.FailNow()
	}
	return list
}

// A world built by a program would lack its defaults, paths or order.
func TestFreezeFillsAndOrders(t *testing.T) {
	w := built()
	list := frozen(t, w)
	if !w.Frozen() || len(w.Freeze()) != 0 {
		t.Error("freezing twice is not freezing once")
	}
	for path, want := range map[string]float64{
		"theatre.hot.war.pace": 0.2, "theatre.hot.war.issue.line.defender": 1, "theatre.hot.peace.terms.guarantee": 0,
		"support.help.fights.stake.resolute": 1.8, "support.help.fights.stake.irresolute": 0.4, "flow.arms.after.slope": 0,
		"scenario.course.at.2025-04.press.hot.challenger": 0, "body.council.member.red.weight": 1, "actor.red.means.steel.produces": 0,
	} {
		n := w.Number(path)
		if v, ok := n.Constant(); !ok || v != want || !n.Default || n.Path != path {
			t.Errorf("%s = %v, %+v", path, v, n)
		}
	}
	if n := w.Number("theatre.hot.share"); n.Default || n.Domain != Probability {
		t.Errorf("share %+v", n)
	}
	if n := w.Theatres[0].Peace.Challenge; n != nil {
		t.Error("the peace block's challenge is given")
	}
	if !slices.IsSortedFunc(w.Numbers, func(a, b *Number) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("numbers are not in order")
	}
	if w.Actors[0].ID != "blue" || !w.Supports[0].Lead || w.Supports[0].Channel != "support" {
		t.Error("blocks are not in order, or lack their defaults")
	}
	steps := w.Scenarios[0].Steps
	if steps[0].At.Month != 4 || steps[1].At.Year != 2026 || steps[2].Ends != "hot" {
		t.Error("steps are not in order")
	}
	if list.Count(diag.Judgement) == 0 || len(list.Without("default").Judgements()) == len(list.Judgements()) {
		t.Error("defaults and judgement calls are not told apart")
	}
}

// Factors would be drawn for other numbers than those that name them.
func TestFreezeOrdersFactors(t *testing.T) {
	w := built()
	law := func(lo, hi float64) chance.Distribution {
		d, err := chance.Uniform(lo, hi)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	draw := func(i int) *Number { return &Number{Formula: &Formula{Op: Draw, Factor: i}} }
	w.Factors = []*Factor{{Name: "z", Law: law(0, 1)}, {Name: "idle", Law: law(0, 1)}, {Name: "a", Law: law(0, 1)}}
	w.Quantities = []*Quantity{{Meta: Meta{ID: "one"}, Value: draw(0)}, {Meta: Meta{ID: "two"}, Value: draw(2)}, {Meta: Meta{ID: "both"}, Value: Const(1)}}
	w.Theories = []*Theory{{Meta: Meta{ID: "m"}, Rivals: []*Rival{
		{Meta: Meta{ID: "b"}, Says: "b", Weight: Const(1), Set: []Setting{{Path: "quantity.both", Number: draw(0)}}},
		{Meta: Meta{ID: "a"}, Says: "a", Weight: Const(2)},
	}}}
	frozen(t, w)
	var names []string
	for _, f := range w.Factors {
		names = append(names, f.Name)
	}
	if !slices.Equal(names, []string{"a", "theory.m", "z"}) {
		t.Fatalf("factors %v", names)
	}
	one, two, both := w.Number("quantity.one"), w.Number("quantity.two"), w.Number("quantity.both")
	if one.Formula.Factor != 2 || two.Formula.Factor != 0 || both.Formula.Factor != 1 || w.Theories[0].Factor != 1 {
		t.Error("formulas draw other factors")
	}
	if both.Formula.Args[0].Op != Constant || both.Formula.Args[1].To.Formula.Factor != 2 || !both.Uncertain() {
		t.Errorf("a theory's choice is %+v", both.Formula)
	}
}

// A program would get a world that cannot be played.
func TestFreezeRefuses(t *testing.T) {
	for id, spoil := range map[string]func(w *World){
		"missing":       func(w *World) { w.Theatres[0].Crisis = nil },
		"unknown-actor": func(w *World) { w.Theatres[0].Challenger = "nobody" },
		"domain":        func(w *World) { w.Theatres[0].Share = Const(2) },
		"duplicate":     func(w *World) { w.Actors = append(w.Actors, w.Actors[0]) },
		"no-value":      func(w *World) { w.Theatres[0].Share = &Number{} },
		"one-of":        func(w *World) { w.Theatres[0].Status = "frozen" },
		"no-factor":     func(w *World) { w.Theatres[0].Share = &Number{Formula: &Formula{Op: Draw, Factor: 3}} },
		"name":          func(w *World) { w.Kinds = append(w.Kinds, &Kind{Meta: Meta{ID: "No name"}}) },
		"horizon":       func(w *World) { w.Horizon = 25 },
		"too-deep": func(w *World) {
			f := &Formula{Op: Constant, Value: 1}
			for range maxDepth + 1 {
				f = &Formula{Op: Negate, Args: []*Formula{f}}
			}
			w.Theatres[0].Share.Formula = f
		},
		"cycle": func(w *World) {
			w.Theatres[0].Share.Formula = &Formula{Op: Reference, To: w.Theatres[0].Crisis.Attack}
			w.Theatres[0].Crisis.Attack.Formula = &Formula{Op: Reference, To: w.Theatres[0].Share}
		},
		"date-range": func(w *World) { w.Scenarios[0].Steps[1].At = Date{2027, 1, 1} },
	} {
		w := built()
		spoil(w)
		list := w.Freeze()
		if w.Frozen() || !slices.ContainsFunc(list.Errors(), func(d diag.Diagnostic) bool { return d.ID == id }) {
			t.Errorf("%s: got %v", id, list.Errors())
		}
	}
}

// A claim could name a measure that no run records, or could not name one that it does.
func TestMeasures(t *testing.T) {
	w := built()
	frozen(t, w)
	var got []string
	for _, m := range Measures(w) {
		got = append(got, m.Name)
		if m.Unit == "" || m.Help == "" {
			t.Errorf("%s has no unit or help", m.Name)
		}
	}
	want := strings.Fields(`accept.hot.challenger accept.hot.defender aid.help atwar.hot bargain.hot belief.hot.green clash clash.green cost.green
		crisis.hot ended.hot favour.hot flow.arms passes.council pays.hot peace.hot
		production.blue.steel production.green.steel production.red.steel relapse.hot share.hot
		stock.blue.steel stock.green.steel stock.red.steel strength.hot.challenger strength.hot.defender terms.hot.line war.hot war.hot.green`)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// A quote would be found where it is not, or not where it is.
func TestQuotes(t *testing.T) {
	text := fold("He said: “The  pact –\nso to speak – won’t hold…”")
	for quote, want := range map[string]string{
		`"The pact - so to speak - won't hold..."`: "“The  pact –\nso to speak – won’t hold…”",
		"pact": "pact", "the pact": "", "pact so": "",
	} {
		found, ok := text.find(fold(quote))
		got := ""
		if ok {
			got = text.source[found.from:found.to]
		}
		if got != want {
			t.Errorf("%q is found as %q, not %q", quote, got, want)
		}
	}
	var said []string
	for _, s := range sentences("Mr. Smith came. He (J. Smith) paid 3.5 bn! “Did he?” Yes\n\nA new line") {
		said = append(said, strings.TrimSpace("Mr. Smith came. He (J. Smith) paid 3.5 bn! “Did he?” Yes\n\nA new line"[s.from:s.to]))
	}
	if !slices.Equal(said, []string{"Mr. Smith came.", "He (J. Smith) paid 3.5 bn!", "“Did he?”", "Yes", "A new line"}) {
		t.Errorf("sentences %q", said)
	}
}

package sim

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"parley/theory"
	"parley/world"
)

// Rule 7: without anchored constants, base rates given by an analyst would not
// come out at the opening, and every result would start from a wrong level.
func TestPlainOpeningProbabilitiesEqualBaselines(t *testing.T) {
	for _, cut := range [][]string{nil, {"support"}, {"capacity", "lesson"}} {
		r := plainRequest(t, plainLinked())
		r.Cut = cut
		got := PlainOpening(r)
		per := func(rate float64) float64 { return theory.PerPeriod(rate, 0.25) }
		want := map[string]float64{
			"challenge.east": per(0.3), "concede.east": 0.1, "war.east": 0.3,
			"peace.challenge.east": per(0.2), "peace.concede.east": 0.1, "peace.war.east": 0.25,
			"challenge.west": per(0.4), "concede.west": 0.2, "war.west": 0.2,
			"peace.challenge.west": per(0.4), "peace.concede.west": 0.2, "peace.war.west": 0.2,
			"agree.east": per(0.25), "agree.west": per(0.25),
		}
		if cut == nil || cut[0] != "support" {
			want["fight.west"], want["peace.fight.west"] = 0.5, 0.5
			want["cut.p-east"], want["surge.p-east"], want["restart.p-east"] = per(0.2), per(0.1), per(0.1)
		}
		for name, v := range want {
			if !(math.Abs(got[name]-v) <= 1e-12) {
				t.Errorf("cut %v: %s = %v, want %v", cut, name, got[name], v)
			}
		}
		if len(got) != len(want) {
			t.Errorf("cut %v: %d probabilities, want %d: %v", cut, len(got), len(want), got)
		}
	}
}

// MODEL §15: with λ = 0 base rates rule; a drift would be an effect that
// theory has no business making.
func TestPlainWithoutSensitivityBaseRatesRule(t *testing.T) {
	w := plainLinked()
	for _, x := range w.Theatres {
		x.Crisis.Sensitivity = plainNum(0)
	}
	for _, a := range w.Actors {
		if a.Capacity != nil {
			a.Capacity.Opportunism = plainNum(0) // moves odds, not utility
		}
	}
	w.Theatres[0].Peace.Reopen = plainNum(0)
	for _, scenario := range []string{"course", "cut", "deal"} {
		r := plainRequest(t, w, "crisis.west", "war.west", "relapse.east")
		r.Scenario = scenario
		values := plainRun(t, r).Values
		quietPeriods := 1.0
		for i, got := range values["crisis.west"][:2] { // later some replicates may be at war
			if want := 1 - quietPeriods; math.Abs(got-want) > 1e-12 {
				t.Errorf("%s: crisis.west at %d is %v, want %v", scenario, i, got, want)
			}
			quietPeriods *= 1 - theory.PerPeriod(0.4, 0.25)
		}
		plainNear(t, scenario+": war.west", values["war.west"][1], theory.PerPeriod(0.4, 0.25)*0.2)
		if scenario == "deal" { // settled in the second period
			plainNear(t, "relapse.east", values["relapse.east"][1], 0)
			plainNear(t, "relapse.east", values["relapse.east"][2], theory.PerPeriod(0.2, 0.25)*0.25)
		}
	}
}

// MODEL §15: what happens in a theatre must not leak to another but by a link.
func TestPlainCutLinksIsolateTheatres(t *testing.T) {
	west := []string{"crisis.west", "war.west", "share.west", "strength.west.challenger", "strength.west.defender", "pays.west", "atwar.west"}
	r := plainRequest(t, plainLinked(), west...)
	r.Replicates = 20
	r.Cut = []string{"support", "flow", "lesson", "precedent", "release", "capacity"}
	r.Scenario = "course"
	course := plainRun(t, r)
	for _, scenario := range []string{"deal", "cut", "coupling:east:all", "coupling:east:stay", ""} {
		r.Scenario = scenario
		got := plainRun(t, r)
		for _, m := range west {
			if !slices.Equal(got.Values[m], course.Values[m]) {
				t.Errorf("%s moves %s though every link is cut: %v, %v", scenario, m, got.Values[m], course.Values[m])
			}
		}
	}
}

// MODEL §15: a link of zero strength is a link that is not there.
func TestPlainZeroLinkIsCutLink(t *testing.T) {
	zero := map[string]func(w *world.World){
		"lesson":    func(w *world.World) { w.Watches[0].Weight = plainNum(0); w.Watches[0].HalfLife = nil },
		"precedent": func(w *world.World) { w.Precedents[0].Weight = plainNum(0) },
		"release": func(w *world.World) {
			w.Releases[0].Share = plainNum(0)
			w.Actors[slices.IndexFunc(w.Actors, func(a *world.Actor) bool { return a.ID == "p" })].Capacity.Pin = plainNum(0)
		},
	}
	for channel, weaken := range zero {
		w := plainLinked()
		weaken(w)
		r := plainRequest(t, w, plainAllMeasures...)
		r.Scenario, r.Replicates = "deal", 10
		whole := plainRun(t, r)
		r.Cut = []string{channel}
		cut := plainRun(t, r)
		for _, m := range plainAllMeasures {
			if !slices.Equal(whole.Values[m], cut.Values[m]) {
				t.Errorf("%s of strength 0 moves %s: %v, cut %v", channel, m, whole.Values[m], cut.Values[m])
			}
		}
	}
}

// Every measure must be a number at every point in time, probabilities and
// shares in [0, 1], and the same for the same request.
func TestPlainMeasuresAreSoundAndRepeatable(t *testing.T) {
	for _, scenario := range []string{"course", "deal", "cut", "coupling:east:all", "coupling:east:stay"} {
		r := plainRequest(t, plainLinked(), plainAllMeasures...)
		r.Scenario = scenario
		r.Replicates = 8
		a, b := plainRun(t, r), plainRun(t, r)
		for _, m := range plainAllMeasures {
			if len(a.Values[m]) != 9 || !slices.Equal(a.Values[m], b.Values[m]) {
				t.Errorf("%s %s: %v, again %v", scenario, m, a.Values[m], b.Values[m])
			}
			kind, _, _ := strings.Cut(m, ".")
			share := slices.Contains([]string{"crisis", "war", "relapse", "share", "terms", "ended", "favour", "accept", "belief", "pays", "clash", "passes"}, kind)
			for i, v := range a.Values[m] {
				if v-v != 0 || v < 0 || share && v > 1 {
					t.Errorf("%s %s at %d is %v", scenario, m, i, v)
				}
			}
		}
	}
}

// A mean over replicates is the mean of the replicates, each of which keeps its
// own luck: more replicates must not change those already played.
func TestPlainReplicatesAreAveraged(t *testing.T) {
	r := plainRequest(t, plainLinked(), "share.east")
	r.Replicates = 2
	both := plainRun(t, r).Values["share.east"]
	r.Replicates = 1
	first := plainRun(t, r).Values["share.east"]
	g, _, _ := plainNewGame(&r)
	second, _ := g.playReplicate(1)
	for i := range both {
		plainNear(t, fmt.Sprint("point ", i), both[i], (first[i]+second[i].theatres["east"].share)/2)
	}
}

// Rule 0: a number that leaves its domain takes the world out, with its path.
func TestPlainNumberOutsideItsDomainFails(t *testing.T) {
	w := plainDuel()
	w.Theatres[1].Share = &world.Number{Formula: &world.Formula{Op: world.Add, Args: []*world.Formula{{Value: 0.7}, {Value: 0.6}}}}
	out, err := PlayPlain(plainRequest(t, w, "share.west"))
	if err != nil || out.Failure == nil || out.Failure.Where != "theatre.west.share" || out.Failure.Rule != 0 || out.Failure.World != 3 {
		t.Fatalf("%v %+v", err, out)
	}
}

// A state that is no longer finite takes the world out, with rule, place and period.
func TestPlainStateThatIsNotFiniteFails(t *testing.T) {
	w := plainLinked()
	w.Flows[3].Rate, w.Flows[3].Lag = plainNum(4000), 0 // production of c explodes
	r := plainRequest(t, w, "share.west")
	r.Scenario = "course"
	out, err := PlayPlain(r)
	if err != nil || out.Failure == nil || out.Failure.Rule != 2 || out.Failure.Where != "actor.c" || out.Failure.Period != 0 || out.Failure.Scenario != "course" {
		t.Fatalf("%v %+v", err, out.Failure)
	}
}

func TestPlainRefusesBadRequests(t *testing.T) {
	for name, spoil := range map[string]func(r *PlainRequest){
		"scenario":   func(r *PlainRequest) { r.Scenario = "none" },
		"coupling":   func(r *PlainRequest) { r.Scenario = "coupling:east:half" },
		"measure":    func(r *PlainRequest) { r.Measures = []string{"share.north"} },
		"replicates": func(r *PlainRequest) { r.Replicates = 0 },
		"draws":      func(r *PlainRequest) { r.Draws = []float64{0.5} },
		"pin":        func(r *PlainRequest) { r.Pin = map[string]float64{"none": 1} },
	} {
		r := plainRequest(t, plainDuel(), "share.west")
		spoil(&r)
		if _, err := PlayPlain(r); err == nil {
			t.Errorf("a wrong %s is accepted", name)
		}
	}
}

// Formulas are evaluated world by world from the factors' values (§2).
func TestPlainFormulas(t *testing.T) {
	g := &plainGame{factors: []float64{2, 1}}
	c := func(v float64) *world.Formula { return &world.Formula{Value: v} }
	op := func(o world.Op, args ...*world.Formula) *world.Formula { return &world.Formula{Op: o, Args: args} }
	draw := &world.Formula{Op: world.Draw, Factor: 0}
	for _, test := range []struct {
		f    *world.Formula
		want float64
	}{
		{op(world.Add, draw, c(3)), 5},
		{op(world.Subtract, draw, c(3)), -1},
		{op(world.Multiply, draw, c(3)), 6},
		{op(world.Divide, c(3), draw), 1.5},
		{op(world.Negate, draw), -2},
		{op(world.Minimum, c(4), draw, c(3)), 2},
		{op(world.Maximum, c(1), draw, c(3)), 3},
		{op(world.SquareRoot, c(9)), 3},
		{op(world.Power, c(3), draw), 9},
		{op(world.Logarithm, op(world.Exponential, c(1))), 1},
		{op(world.If, op(world.Less, draw, c(3)), c(7), c(8)), 7},
		{op(world.If, op(world.GreaterEqual, draw, c(3)), c(7), c(8)), 8},
		{op(world.And, c(1), op(world.Not, c(0))), 1},
		{op(world.Or, c(0), op(world.NotEqual, c(1), c(1))), 0},
		{op(world.Equal, c(1), c(1)), 1},
		{op(world.LessEqual, c(2), draw), 1},
		{op(world.Greater, c(2), draw), 0},
		{&world.Formula{Op: world.Choose, Factor: 1, Args: []*world.Formula{c(10), c(20)}}, 20},
		{&world.Formula{Op: world.Reference, To: &world.Number{Formula: draw}}, 2},
	} {
		plainNear(t, fmt.Sprint("operation ", test.f.Op), g.evaluate(test.f), test.want)
	}
}

// §12: probabilities of a first event come from mean hazards over those still
// without it; the last one stands where none is left.
func TestPlainFirstEventFollowsTheLifeTable(t *testing.T) {
	at := func(hazard, happened float64) *plainState {
		return &plainState{clash: hazard, scarce: map[string]float64{"x": happened}}
	}
	traces := []plainTrace{
		{at(0, 0), at(0.2, 1), at(0.9, 1), at(0.9, 1)},
		{at(0, 0), at(0.4, 0), at(0.5, 1), at(0.9, 1)},
	}
	got := plainFirst(func(s *plainState) float64 { return s.clash }, func(s *plainState) bool { return s.scarce["x"] > 0 })(traces)
	for i, want := range []float64{0, 0.3, 1 - 0.7*0.5, 1 - 0.7*0.5*0.5} {
		plainNear(t, fmt.Sprint("point ", i), got[i], want)
	}
}

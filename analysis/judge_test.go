package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"parley/result"
	"parley/world"
)

// effectOfU: the effect of a against b is u − 0.3, of a against c is −1, in every
// measure; it grows linearly over time.
func effectOfU(d drawn, _ []string, scenario, _ string, t int) float64 {
	switch scenario {
	case "a":
		return 10*d.factors["v"] + (d.factors["u"]-0.3)*float64(t)/8
	case "b":
		return 10 * d.factors["v"]
	default:
		return 10*d.factors["v"] + (d.factors["u"]-0.3)*float64(t)/8 + 1
	}
}

// Without this a user would read shares and sizes that are not those of the runs.
func TestVerdictCountsWorlds(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0.1)))
	f := newFake(w, effectOfU)
	found, err := Judge(context.Background(), f, w, options(1000))
	if err != nil {
		t.Fatal(err)
	}
	var want counts
	var effects []float64
	for i := range 1000 {
		effect := effectOfU(f.draw(Request{Seed: 7}, i), nil, "a", "", 8) - effectOfU(f.draw(Request{Seed: 7}, i), nil, "b", "", 8)
		effects = append(effects, effect)
		want[judged(effect, 0.1, higher)]++
	}
	v := found.Verdict("c1")
	if got := [3]int{v.Shares.Holds.Worlds, v.Shares.Flat.Worlds, v.Shares.Fails.Worlds}; got != want {
		t.Errorf("holds, flat, fails in %v worlds, want %v", got, want)
	}
	slices.Sort(effects)
	size := v.Tests[0].Size
	if size.Median != quantile(effects, 0.5) || size.Low != quantile(effects, 0.05) || size.High != quantile(effects, 0.95) {
		t.Errorf("size %+v is not that of the effects", size)
	}
	if math.Abs(size.Mean-0.2) > 4*size.SE || size.SE < 0.005 || size.SE > 0.015 {
		t.Errorf("mean %v ± %v, want 0.2 ± 0.009", size.Mean, size.SE)
	}
	if len(f.runs) != 1 {
		t.Errorf("%d runs, want every scenario played once", len(f.runs))
	}
	if d := v.DependsOn; len(d) != 1 || d[0].On != "reference" || !slices.Equal(d[0].Fails, []string{"c"}) {
		t.Errorf("against c it fails everywhere, and the verdict should say so: %+v", d)
	}
	if _, err := json.Marshal(found); err != nil {
		t.Error(err)
	}
}

// A claim about one date must look there and not at the horizon.
func TestByLooksAtItsDate(t *testing.T) {
	at := test("cost.usa", "a", "b", "higher", 0)
	at.By = world.Date{Year: 2025, Month: 12}
	w := newWorld(claim("c1", at))
	for _, noSeries := range []bool{false, true} {
		o := options(200)
		o.NoSeries = noSeries
		found, err := Judge(context.Background(), newFake(w, effectOfU), w, o)
		if err != nil {
			t.Fatal(err)
		}
		size := found.Verdicts[0].Tests[0].Size
		if found.Verdicts[0].Tests[0].At != 4 || size.High > 0.36 || size.High < 0.3 {
			t.Errorf("at point %d the effect is up to %v, want half of that at the horizon", found.Verdicts[0].Tests[0].At, size.High)
		}
		if end := found.Outcomes.Row("a", "cost.usa").Horizon; !near(end.Mean, 5.2, 1) {
			t.Errorf("mean at the horizon %v", end.Mean)
		}
	}
}

// A user who presses Ctrl-C keeps what was found, marked as partial.
func TestCancelledRunIsPartial(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, effectOfU)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f.onBlock = func(first int) {
		if first >= 128 {
			cancel()
		}
	}
	found, err := Judge(ctx, f, w, options(1000))
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v does not say that the run was cancelled", err)
	}
	v := found.Verdicts[0]
	if !found.Partial || !v.Partial || v.Worlds != 192 || found.Outcomes.Run.Played != 192 || v.Kind == NotDecided {
		t.Errorf("partial findings lost: %+v of %d worlds", v, found.Outcomes.Run.Played)
	}
}

// richWorld has claims of every sort: plain, against a number, with uncertain
// margin, with a link cut, about the coupling.
func richWorld() *world.World {
	plain := test("cost.usa", "a", "b", "higher", 0.1)
	number := &world.Test{Measure: "cost.usa", Under: "c", Value: world.Const(6), Expect: "higher"}
	unsure := test("war.x", "a", "b", "higher", 0)
	unsure.Margin = &world.Number{Formula: &world.Formula{Op: world.Draw, Factor: 0}}
	cut := test("cost.usa", "a", "a", "higher", 0)
	cut.Without = []string{"channel-01"}
	coupling := &world.Test{Measure: "coupling.x.y", Under: "a", Value: world.Const(0), Expect: "higher", Margin: world.Const(0.2)}
	w := linked(2,
		claim("plain", plain), claim("number", number), claim("both", plain, number), claim("unsure", unsure),
		claim("cut", cut), claim("coupled", coupling), claim("cut-and-plain", cut, plain),
	)
	w.Factors = []*world.Factor{{Name: "u"}, {Name: "v"}}
	return w
}

func richValue(d drawn, cut []string, scenario, measure string, t int) float64 {
	u, v := d.factors["u"], d.factors["v"]
	switch scenario {
	case "coupling:x:all":
		return 0.5*v + u*float64(t)/8
	case "coupling:x:stay":
		return 0.5 * v
	}
	x := 10 * v
	if scenario == "a" {
		x += (u - 0.3) * float64(t) / 8
	}
	if slices.Contains(cut, "channel-01") {
		x -= u - 0.5 + 0.1*d.factors["theory.stocks"]
	}
	if measure == "war.x" {
		x += u * u
	}
	return x / (1 + 0.1*float64(t))
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// However a run is cut into blocks, and whether or not its runner keeps points in
// time that nobody asked for, a reader must see the same digits.
func TestFindingsDoNotDependOnBlocks(t *testing.T) {
	w := richWorld()
	o := options(700)
	o.NoiseWorlds = 100
	var want string
	for _, blocks := range [][]int{{700}, {1}, {64}, {3, 100, 7}} {
		for _, keepsAll := range []bool{false, true} {
			f := newFake(w, richValue)
			f.blocks, f.keepsAll = blocks, keepsAll
			f.failed = func(d drawn, cut []string) bool { return d.world%13 == 5 || len(cut) > 0 && d.world == 3 }
			found, err := Judge(context.Background(), f, w, o)
			if err != nil {
				t.Fatal(err)
			}
			compared, err := Compare(context.Background(), f, w, "a", "b", o)
			if err != nil {
				t.Fatal(err)
			}
			matrix, err := Coupling(context.Background(), f, w, o)
			if err != nil {
				t.Fatal(err)
			}
			matrix.Run.Times = nil // those that the runner kept
			got := marshal(t, []any{found, compared, matrix})
			if want == "" {
				want = got
			}
			if got != want {
				t.Errorf("blocks of %v give other findings", blocks)
			}
		}
	}
}

// Claims with cut links or coupling are judged from the same worlds as the rest.
func TestClaimsThatNeedFurtherRuns(t *testing.T) {
	w := richWorld()
	f := newFake(w, richValue)
	done, total := 0, 0
	o := options(500)
	o.Progress = func(d, t int) { done, total = d, t }
	found, err := Judge(context.Background(), f, w, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.runs) != 3 || done != total || total != 500*(3+1+2) {
		t.Errorf("%d runs, %d of %d worlds; want the outcome run, one with cut links, one hidden", len(f.runs), done, total)
	}
	worlds := make([]drawn, 500)
	for i := range worlds {
		worlds[i] = f.draw(Request{Seed: 7}, i)
	}
	check := func(id string, holdsIn func(drawn) outcome) {
		var want counts
		for _, d := range worlds {
			want[holdsIn(d)]++
		}
		s := found.Verdict(id).Shares
		if got := (counts{s.Holds.Worlds, s.Flat.Worlds, s.Fails.Worlds}); got != want {
			t.Errorf("claim %s: holds, flat, fails in %v worlds, want %v", id, got, want)
		}
	}
	at := func(d drawn, scenario, measure string, cut ...string) float64 {
		return richValue(d, cut, scenario, measure, 8)
	}
	plain := func(d drawn) outcome { return judged(at(d, "a", "")-at(d, "b", ""), 0.1, higher) }
	number := func(d drawn) outcome { return judged(at(d, "c", "")-6, 0, higher) }
	cut := func(d drawn) outcome { return judged(at(d, "a", "")-at(d, "a", "", "channel-01"), 0, higher) }
	check("plain", plain)
	check("number", number)
	check("both", func(d drawn) outcome {
		p, n := plain(d), number(d)
		switch {
		case p == holds && n == holds:
			return holds
		case p == fails || n == fails:
			return fails
		default:
			return flat
		}
	})
	check("unsure", func(d drawn) outcome {
		return judged(at(d, "a", "war.x")-at(d, "b", "war.x"), d.factors["u"], higher)
	})
	check("cut", cut)
	check("coupled", func(d drawn) outcome {
		return judged(at(d, "coupling:x:all", "")-at(d, "coupling:x:stay", ""), 0.2, higher)
	})
	check("cut-and-plain", func(d drawn) outcome { return together(cut(d), plain(d)) })

	v := found.Verdict("cut")
	for k, rival := range v.Theories[0].Rivals {
		var want counts
		for _, d := range worlds {
			if int(d.factors["theory.stocks"]) == k {
				want[cut(d)]++
			}
		}
		if rival.Shares.N != want.n() || rival.Shares.Holds.Worlds != want[holds] || rival.Tests[0].Size.N != want.n() {
			t.Errorf("under %s it holds in %d of %d worlds, want %v", rival.ID, rival.Shares.Holds.Worlds, rival.Shares.N, want)
		}
	}
	if len(v.References) != 0 {
		t.Errorf("a claim about a link has no other reference: %+v", v.References)
	}
	if len(found.Verdict("coupled").References) != 0 {
		t.Error("the coupling has no other reference")
	}
	if o := found.Outcomes; len(o.Rows) != 9 || o.Row("a", "war.y").Series == nil {
		t.Errorf("the table has %d rows, want three scenarios by three measures", len(o.Rows))
	}
}

// MODEL §15: a mirror claim (scenarios exchanged, direction reversed) has the
// mirror verdict, so that it does not matter which way round a claim is put.
func TestMirrorClaimHasTheMirrorVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		margin := rapid.Float64Range(0, 0.5).Draw(t, "margin")
		tilt := rapid.Float64Range(-1, 1).Draw(t, "tilt")
		lean := rapid.Float64Range(-1, 1).Draw(t, "theory")
		w := newWorld(
			claim("c", test("cost.usa", "a", "b", "higher", margin)),
			claim("mirror", test("cost.usa", "b", "a", "lower", margin)),
			claim("denial", test("cost.usa", "a", "b", "lower", margin)),
		)
		f := newFake(w, func(d drawn, _ []string, scenario, _ string, _ int) float64 {
			if scenario == "a" {
				return d.factors["v"] + tilt + lean*d.factors["theory.stocks"] + d.factors["u"] - 0.5
			}
			return d.factors["v"]
		})
		o := options(rapid.IntRange(1, 300).Draw(t, "worlds"))
		found, err := Judge(context.Background(), f, w, o)
		if err != nil {
			t.Fatal(err)
		}
		c, mirror, denial := found.Verdict("c"), found.Verdict("mirror"), found.Verdict("denial")
		if c.Kind != mirror.Kind || c.Lean != mirror.Lean || *c.Shares != *mirror.Shares || c.Tests[0].Size.Mean != -mirror.Tests[0].Size.Mean {
			t.Fatalf("%s, mirrored %s", c.Headline, mirror.Headline)
		}
		opposite := map[Kind]Kind{Holds: Fails, Fails: Holds}
		want, ok := opposite[c.Kind]
		if !ok {
			want = c.Kind
		}
		if denial.Kind != want || denial.Shares.Holds != c.Shares.Fails {
			t.Fatalf("%s, denied %s", c.Headline, denial.Headline)
		}
	})
}

// leaning is an effect that a theory turns: +1 under separate stocks, −1 under
// fungible ones, with noise around it, and a little more under cascade.
func leaning(strength float64) func(drawn, []string, string, string, int) float64 {
	return func(d drawn, _ []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return 0
		}
		return strength*(1-2*d.factors["theory.stocks"]) + 4*(d.factors["u"]-0.5)
	}
}

// Where rivals disagree the reader must be told, before any share of worlds.
func TestRivalsThatDisagreeLeaveAClaimUndecided(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	w.Theories = []*world.Theory{{Meta: world.Meta{ID: "stocks"}, Says: "whether stocks can be moved", Rivals: []*world.Rival{
		{Meta: world.Meta{ID: "separate"}, Says: "no"}, {Meta: world.Meta{ID: "fungible"}, Says: "yes"},
	}}}
	found, err := Judge(context.Background(), newFake(w, leaning(1)), w, options(600))
	if err != nil {
		t.Fatal(err)
	}
	v := found.Verdicts[0]
	if v.Kind != Undecided || v.Lean != Mixed || len(v.DependsOn) != 1 || v.DependsOn[0].ID != "stocks" ||
		!slices.Equal(v.DependsOn[0].Holds, []string{"separate"}) || !slices.Equal(v.DependsOn[0].Fails, []string{"fungible"}) {
		t.Errorf("%s: %+v", v.Headline, v.DependsOn)
	}
	if v.Headline != "undecided: depends on stocks; over all rivals mixed: holds in about half of the worlds, fails in about half of the worlds" {
		t.Errorf("headline %q", v.Headline)
	}
	if r := v.Theories[0].Rivals[0]; r.Says != "no" || !near(r.Shares.Holds.Share, 0.75, 0.08) || r.Tests[0].Size.Median < 0.7 {
		t.Errorf("under separate stocks: %+v", r)
	}
	if v.Theories[0].Weight < v.Theories[1].Weight || !v.Theories[0].Disagree || v.Theories[1].Disagree {
		t.Error("the theory that decides must weigh most")
	}
}

// Chance alone must not make a theory look decisive: a claim that is a toss-up
// under every rival stays mixed.
func TestNoiseIsNotDisagreement(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	flagged := 0
	for seed := range uint64(200) {
		o := options(400)
		o.Seed, o.NoSeries = seed, true
		found, err := Judge(context.Background(), newFake(w, leaning(0)), w, o)
		if err != nil {
			t.Fatal(err)
		}
		if found.Verdicts[0].Kind == Undecided {
			flagged++
		}
	}
	if flagged > 4 {
		t.Errorf("%d of 200 toss-ups are said to depend on a theory", flagged)
	}
}

// Rivals that few worlds drew are shown, but never turn a verdict.
func TestFewWorldsDecideNothing(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	found, err := Judge(context.Background(), newFake(w, leaning(9)), w, options(40))
	if err != nil {
		t.Fatal(err)
	}
	v := found.Verdicts[0]
	if v.Kind == Undecided || !v.Theories[0].Rivals[0].Few {
		t.Errorf("%s from rivals with %d worlds", v.Headline, v.Theories[0].Rivals[0].Worlds)
	}
}

// Failed worlds are left out, counted and shown; what never could be played says so.
func TestFailedWorldsAreLeftOut(t *testing.T) {
	w := richWorld()
	f := newFake(w, richValue)
	f.failed = func(d drawn, cut []string) bool { return d.world < 150 || len(cut) > 0 }
	found, err := Judge(context.Background(), f, w, options(400))
	if err != nil {
		t.Fatal(err)
	}
	run := found.Outcomes.Run
	if run.Failed != 150 || len(run.Failures) != 100 || len(run.Notes) != 1 || run.Notes[0].Worlds != 150 || run.Played != 400 {
		t.Errorf("%d failed, %d shown, notes %+v", run.Failed, len(run.Failures), run.Notes)
	}
	if v := found.Verdict("plain"); v.Worlds != 250 || v.LeftOut != 150 {
		t.Errorf("judged in %d worlds, %d left out", v.Worlds, v.LeftOut)
	}
	v := found.Verdict("cut")
	if v.Kind != NotDecided || v.Headline != "not decided: no world could be played" || v.Shares != nil || v.LeftOut != 400 {
		t.Errorf("%+v", v)
	}
	if row := found.Outcomes.Row("a", "cost.usa"); row.Horizon.N != 250 {
		t.Errorf("%d worlds in the table", row.Horizon.N)
	}
	marshal(t, found)
}

func TestNothingPlayed(t *testing.T) {
	w := richWorld()
	f := newFake(w, richValue)
	f.failed = func(drawn, []string) bool { return true }
	found, err := Judge(context.Background(), f, w, options(30))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range found.Verdicts {
		if v.Kind != NotDecided {
			t.Errorf("claim %s: %s", v.Claim, v.Headline)
		}
	}
	if row := found.Outcomes.Rows[0]; row.Horizon != nil || row.Series != nil {
		t.Errorf("a row out of nothing: %+v", row)
	}
	marshal(t, found)
	compared, err := Compare(context.Background(), f, w, "a", "b", options(30))
	if err != nil {
		t.Fatal(err)
	}
	matrix, err := Coupling(context.Background(), f, w, options(30))
	if err != nil {
		t.Fatal(err)
	}
	channels, err := Channels(context.Background(), f, w, "plain", options(30))
	if err != nil {
		t.Fatal(err)
	}
	marshal(t, []any{compared, matrix, channels})
}

// A value that is no number in a world that did not fail poisons nothing.
func TestValuesThatAreNoNumbers(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	var want string
	for _, blocks := range [][]int{{90}, {1}, {7}} {
		f := newFake(w, func(d drawn, cut []string, scenario, measure string, at int) float64 {
			switch {
			case scenario == "a" && (d.world == 0 || d.world == 40):
				return math.NaN()
			case scenario == "a" && d.world%20 == 7:
				return math.Inf(1)
			}
			return effectOfU(d, cut, scenario, measure, at)
		})
		f.blocks = blocks
		found, err := Judge(context.Background(), f, w, options(90))
		if err != nil {
			t.Fatal(err)
		}
		if v := found.Verdicts[0]; v.Worlds != 83 || v.LeftOut != 7 || found.Outcomes.Row("a", "cost.usa").Horizon.N != 83 {
			t.Errorf("judged in %d worlds, %d left out", v.Worlds, v.LeftOut)
		}
		got := marshal(t, found)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("blocks of %v give other findings", blocks)
		}
	}
}

// A claim that cannot be tested says why, and does not stop the others.
func TestUnknownMeasureIsAReason(t *testing.T) {
	w := newWorld(claim("c1", test("cost.nobody", "a", "b", "higher", 0)), claim("c2", test("cost.usa", "a", "b", "higher", 0)))
	found, err := Judge(context.Background(), newFake(w, effectOfU), w, options(50))
	if err != nil {
		t.Fatal(err)
	}
	if v := found.Verdicts[0]; v.Headline != `not decided: no measure "cost.nobody" is recorded` {
		t.Errorf("headline %q", v.Headline)
	}
	if found.Verdicts[1].Shares == nil {
		t.Error("the other claim was not judged")
	}
}

// How much of an effect's spread is chance: here a known noise in each half of
// the replicates.
func TestNoiseOfPlay(t *testing.T) {
	w := newWorld(claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, func(d drawn, _ []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return 0
		}
		chance := d.factors["first"] // of the first half
		if d.replicates == 4 {
			chance = (d.factors["first"] + d.factors["second"]) / 2
		}
		return d.factors["u"] + chance - 0.5
	})
	f.factors = append(f.factors, result.Factor{Name: "first"}, result.Factor{Name: "second"})
	o := options(4000)
	o.NoiseWorlds = 2000
	found, err := Judge(context.Background(), f, w, o)
	if err != nil {
		t.Fatal(err)
	}
	noise := found.Verdicts[0].Tests[0].Noise
	if noise == nil || noise.Worlds != 2000 || !near(noise.SD, math.Sqrt(1./24), 0.01) || !near(noise.Share, 1./3, 0.03) {
		t.Errorf("noise %+v, want sd 0.204 and a third of the variance", noise)
	}
}

// The scenario pages of compare: effect, error, and where the two part.
func TestCompare(t *testing.T) {
	w := newWorld()
	f := newFake(w, func(d drawn, _ []string, scenario, _ string, at int) float64 {
		v := 10 + d.factors["v"]
		if scenario == "a" && at > 3 {
			v += float64(at) * (0.5 + d.factors["u"]) / 4
		}
		return v
	})
	c, err := Compare(context.Background(), f, w, "a", "b", options(500))
	if err != nil {
		t.Fatal(err)
	}
	row := c.Rows[0]
	if !near(row.Effect.Mean, 2, 4*row.Effect.SE) || row.Higher.Share != 1 || row.Lower.Worlds != 0 || row.Over[3] != 0 {
		t.Errorf("%+v", row)
	}
	if row.Parts == nil || *row.Parts != 4 {
		t.Errorf("they part at %v, want 4", row.Parts)
	}
	c, err = Compare(context.Background(), newFake(w, effectOfU), w, "b", "c", options(500))
	if err != nil {
		t.Fatal(err)
	}
	if c.Rows[0].Higher.Share != 0 {
		t.Errorf("b is above c in %v", c.Rows[0].Higher)
	}
}

// The matrix gives what settling one theatre does to war in the other.
func TestCoupling(t *testing.T) {
	w := newWorld()
	f := newFake(w, func(d drawn, _ []string, scenario, measure string, _ int) float64 {
		if scenario == "coupling:x:all" && measure == "war.y" {
			return 0.2*d.factors["u"] + 0.3
		}
		return 0.3
	})
	m, err := Coupling(context.Background(), f, w, options(400))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Cells) != 2 || !near(m.Cell("x", "y").Effect.Value, 0.1, 0.01) || m.Cell("x", "y").Higher.Share != 1 || m.Cell("y", "x").Effect.Value != 0 {
		t.Errorf("%+v", m.Cells)
	}
}

// Cut short, the claims that waited for further runs say so.
func TestCancelledBeforeFurtherRuns(t *testing.T) {
	w := richWorld()
	f := newFake(w, richValue)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f.onBlock = func(int) {
		if len(f.runs) == 2 {
			cancel()
		}
	}
	found, err := Judge(ctx, f, w, options(300))
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if v := found.Verdict("plain"); v.Partial || v.Worlds != 300 {
		t.Errorf("the plain claim was played whole, and is %+v", v)
	}
	if v := found.Verdict("coupled"); !v.Partial || v.Headline != "not decided: stopped before its worlds were played" {
		t.Errorf("headline %q", v.Headline)
	}
	if v := found.Verdict("cut"); !v.Partial || v.Worlds != 64 {
		t.Errorf("cut was judged in %d worlds", v.Worlds)
	}
}

// A claim of no difference holds within the margin and fails beyond it, on
// either side: without this "secondary" could not be tested.
func TestWithin(t *testing.T) {
	for _, c := range []struct {
		effect float64
		want   outcome
	}{{0, holds}, {0.1, holds}, {-0.1, holds}, {0.11, fails}, {-0.2, fails}} {
		if got := judged(c.effect, 0.1, within); got != c.want {
			t.Errorf("an effect of %v within 0.1: %v, want %v", c.effect, got, c.want)
		}
	}
}

// Claims that need further runs may rest on fewer worlds, so that they cost
// less; the first worlds are the same, and the verdict says how many they were.
func TestFurtherWorlds(t *testing.T) {
	w := richWorld()
	o := options(500)
	o.FurtherWorlds = 120
	found, err := Judge(context.Background(), newFake(w, richValue), w, o)
	if err != nil {
		t.Fatal(err)
	}
	few, err := Judge(context.Background(), newFake(w, richValue), w, options(120))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"cut", "coupled", "cut-and-plain"} {
		v := found.Verdict(id)
		if v.Worlds != 120 || v.Partial || *v.Shares != *few.Verdict(id).Shares {
			t.Errorf("claim %s rests on %d worlds (partial %v), want 120 and the shares they give", id, v.Worlds, v.Partial)
		}
	}
	if v := found.Verdict("plain"); v.Worlds != 500 {
		t.Errorf("a claim about scenarios rests on %d worlds, want all 500", v.Worlds)
	}
}

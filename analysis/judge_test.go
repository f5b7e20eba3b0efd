package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"testing"

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
		want[judged(effect, 0.1, true)]++
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
	found, err := Judge(context.Background(), newFake(w, effectOfU), w, options(200))
	if err != nil {
		t.Fatal(err)
	}
	size := found.Verdicts[0].Tests[0].Size
	if found.Verdicts[0].Tests[0].At != 4 || size.High > 0.36 || size.High < 0.3 {
		t.Errorf("at point %d the effect is up to %v, want half of that at the horizon", found.Verdicts[0].Tests[0].At, size.High)
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

package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"testing"

	"parley/chance"
)

// linear: the slack is 1.5 + 2·U − 1·V + 0.5·N, U, V and N standard normal, N no
// factor. The nearest point at which it is 0 on average is 1.5/√5 spreads away.
func linear(d drawn, _ []string, scenario, _ string, _ int) float64 {
	if scenario != "a" {
		return 0
	}
	return 1.5 + 2*normal(d.factors["u"]) - normal(d.factors["v"]) + 0.5*normal(chance.NewStream(9).Factor("rest").Uniform(uint32(d.world)))
}

// The least change must be the known one where it is known, and turn the claim when
// it is played.
func TestBeliefOfALinearClaim(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, linear)
	priced(t, w, f)
	table := collected(t, f, w, "c", 6000)
	b, err := ConfirmBelief(context.Background(), f, w, table, options(500))
	if err != nil {
		t.Fatal(err)
	}
	want := 1.5 / math.Sqrt(5)
	if b.Matter != 2 || b.Explained < 0.4 || b.Steps[0].Moves[0].Factor != "u" || !near(*b.Steps[0].Distance, 0.75, 0.06) {
		t.Errorf("%d matter, explained %v, first %+v", b.Matter, b.Explained, b.Steps[0])
	}
	if !b.Turned || !b.Confirmed || !near(*b.Distance, want, 0.08) || b.After.Value >= 0.5 || b.Before.Share < 0.5 {
		t.Errorf("turned %v at %v spreads, want %v; %+v", b.Turned, *b.Distance, want, b.After)
	}
	if m := b.Moves[0]; m.Factor != "u" || !near(m.Spreads, -want*2/math.Sqrt(5), 0.1) || !near(normal(m.Value), m.Spreads, 1e-9) || m.Centre != 0.5 {
		t.Errorf("%+v", m)
	}
	if m := b.Moves[1]; m.Factor != "v" || !near(m.Spreads, want/math.Sqrt(5), 0.1) {
		t.Errorf("%+v", m)
	}
	if !b.Minimal || b.Alone == nil || b.Alone.Factor != "u" || !near(b.Alone.Spreads, -0.75, 0.08) {
		t.Errorf("minimal %v, alone %+v", b.Minimal, b.Alone)
	}
	again, _ := ConfirmBelief(context.Background(), f, w, table, options(500))
	if !reflect.DeepEqual(b, again) {
		t.Error("twice the same worlds, two findings")
	}
	if _, err := json.Marshal(b); err != nil {
		t.Error(err)
	}
}

// A mirror claim fails where this holds: the same shift turns it.
func TestBeliefOfTheMirror(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)), claim("d", test("cost.usa", "a", "b", "lower", 0)))
	f := newFake(w, linear)
	priced(t, w, f)
	one, other := FindBelief(collected(t, f, w, "c", 1000)), FindBelief(collected(t, f, w, "d", 1000))
	if !near(*one.Distance, *other.Distance, 1e-9) || one.Moves[0].Factor != other.Moves[0].Factor || !near(one.Moves[0].Spreads, other.Moves[0].Spreads, 1e-9) {
		t.Errorf("%+v and %+v", one.Moves, other.Moves)
	}
}

// A rival that turns the claim is worth less than far-fetched amounts.
func TestBeliefInARival(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, func(d drawn, _ []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return 0
		}
		return 1 + normal(d.factors["u"])/5 - 2*float64(int(d.factors["theory.burden"])/2)
	})
	priced(t, w, f)
	b, err := ConfirmBelief(context.Background(), f, w, collected(t, f, w, "c", 1000), options(300))
	if err != nil {
		t.Fatal(err)
	}
	if m := b.Moves[0]; !b.Turned || !b.Clear || len(b.Moves) != 1 || m.Label != "cascade" || !near(m.Spreads, math.Sqrt2, 0.1) || b.After.Value > 0.01 {
		t.Errorf("%+v, after %+v", b.Moves, b.After)
	}
}

// A claim that asks for two things at once holds more often where neither varies:
// being sure must not pass for believing something else.
func TestBeliefIsNotCertainty(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0), test("war.x", "a", "b", "higher", 0)))
	f := newFake(w, func(d drawn, _ []string, scenario, measure string, _ int) float64 {
		rest := 0.3 * normal(chance.NewStream(9).Factor(measure).Uniform(uint32(d.world)))
		switch {
		case scenario != "a":
			return 0
		case measure == "war.x":
			return 0.3 + normal(d.factors["u"]) + rest
		default:
			return 0.3 + normal(d.factors["v"]) + rest
		}
	})
	priced(t, w, f)
	b, err := ConfirmBelief(context.Background(), f, w, collected(t, f, w, "c", 2000), options(1000))
	if err != nil {
		t.Fatal(err)
	}
	// Both together hold in 0.37 of worlds, and in 0.7 with u and v at their centres.
	if !b.Turned || b.Before.Share > 0.45 || b.Centred.Share < 0.6 || b.Held.Share < b.Centred.Share || *b.Distance < 0.2 || *b.Distance > 0.5 {
		t.Errorf("turned %v at %v; before %v, centred %v, held %v", b.Turned, *b.Distance, b.Before, b.Centred, b.Held)
	}
}

// Where nothing within reach turns the claim a user must be told so, and that it was
// tried.
func TestBeliefThatNothingTurns(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, func(d drawn, _ []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return 0
		}
		return 10 + normal(d.factors["u"])
	})
	priced(t, w, f)
	b, err := ConfirmBelief(context.Background(), f, w, collected(t, f, w, "c", 1000), options(300))
	if err != nil || b.Turned || b.Distance != nil || len(b.Plays) == 0 || b.Reason == "" || len(b.Moves) != 0 {
		t.Errorf("%v %+v", err, b)
	}
	f.value = func(d drawn, _ []string, scenario, _ string, _ int) float64 { return float64(d.world % 3) }
	b, err = ConfirmBelief(context.Background(), f, w, collected(t, f, w, "c", 1000), options(300))
	if err != nil || b.Reason == "" || len(b.Plays) > 0 {
		t.Errorf("%v %+v", err, b)
	}
}

// What is found without playing must be what playing finds, and be said to be unplayed.
func TestFindBeliefPlaysNothing(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, linear)
	priced(t, w, f)
	table := collected(t, f, w, "c", 2000)
	runs := len(f.runs)
	b := FindBelief(table)
	if !b.Turned || b.Held != nil || len(b.Plays) > 0 || len(f.runs) != runs || !near(*b.Distance, 1.5/math.Sqrt(5), 0.1) {
		t.Errorf("%+v", b)
	}
}

// Stopped while it plays, what was found from the worlds remains.
func TestBeliefStopped(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, linear)
	priced(t, w, f)
	table := collected(t, f, w, "c", 2000)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b, err := ConfirmBelief(ctx, f, w, table, options(500))
	if !errors.Is(err, context.Canceled) || !b.Partial || !b.Turned || b.Confirmed || b.Held != nil {
		t.Errorf("%v %+v", err, b)
	}
}

// A world of three hundred factors: what is found from worlds that were played costs
// little beside playing them.
func BenchmarkFindings(b *testing.B) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, linear)
	for i := range 300 {
		extra := f.factors[0]
		extra.Name = fmt.Sprint("extra", i)
		f.factors = append(f.factors, extra)
	}
	priced(b, w, f)
	table := collected(b, f, w, "c", 2000)
	b.Run("tipping", func(b *testing.B) {
		for b.Loop() {
			FindTipping(table)
		}
	})
	b.Run("belief", func(b *testing.B) {
		for b.Loop() {
			FindBelief(table)
		}
	})
}

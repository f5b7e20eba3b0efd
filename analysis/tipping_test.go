package analysis

import (
	"context"
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"parley/chance"
	"parley/elementary"
)

// tips: the claim holds where u is above 0.3, but for noise that v brings.
func tips(d drawn, _ []string, scenario, _ string, _ int) float64 {
	if scenario != "a" {
		return 0
	}
	return d.factors["u"] - 0.3 + (d.factors["v"]-0.5)/5
}

// The value at which a claim turns is what an analyst goes looking for evidence on.
func TestTippingPoint(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	inside := 0
	for seed := range uint64(20) {
		f := newFake(w, tips)
		o := options(2000)
		o.Seed = seed
		table, err := Collect(context.Background(), f, w, "c", o)
		if err != nil {
			t.Fatal(err)
		}
		found := FindTipping(table)
		first := found.Points[0]
		if first.Factor != "u" || !first.Tips || len(first.Crossings) != 1 || !first.Crossings[0].Rising {
			t.Fatalf("%+v", first)
		}
		c := first.Crossings[0]
		if !near(c.Value, 0.3, 0.03) || c.High-c.Low > 0.08 || c.Found < 0.99 {
			t.Errorf("u tips at %+v, want 0.3", c)
		}
		if c.Low <= 0.3 && 0.3 <= c.High {
			inside++
		}
		for _, p := range found.Points[1:] {
			if p.Tips {
				t.Errorf("%s does not matter, and tips: %+v", p.Factor, p.Crossings)
			}
		}
		if _, err := json.Marshal(found); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(found, FindTipping(table)) {
			t.Error("twice the same worlds, two findings")
		}
	}
	if inside < 15 {
		t.Errorf("%d of 20 intervals of 95 %% hold the true value", inside)
	}
}

// Among many factors that do nothing, chance must not make some tip, even if the
// claim is open.
func TestNothingTipsByChance(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	stream := chance.NewStream(3).Factor("noise")
	f := newFake(w, func(d drawn, _ []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return 0
		}
		return stream.Uniform(uint32(d.world)) - 0.5
	})
	for i := range 60 {
		extra := f.factors[0]
		extra.Name += string(rune('A' + i))
		f.factors = append(f.factors, extra)
	}
	for _, p := range FindTipping(collected(t, f, w, "c", 1000)).Points {
		if p.Tips {
			t.Errorf("%s tips at %+v", p.Factor, p.Crossings)
		}
	}
}

// Rivals of a theory that turn the claim must be named.
func TestTippingRivals(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, func(d drawn, _ []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return 0
		}
		return d.factors["u"] - 0.2 - 0.5*float64(int(d.factors["theory.burden"])/2)
	})
	priced(t, w, f)
	table := collected(t, f, w, "c", 1000)
	for _, p := range FindTipping(table).Points {
		if want := p.Factor == "theory.burden" || p.Factor == "u"; p.Tips != want {
			t.Errorf("%s tips: %v", p.Factor, p.Tips)
		}
		if p.Factor == "theory.burden" && (p.Rivals[2].Label != "cascade" || !near(p.Rivals[2].Share.Share, 0.3, 0.08)) {
			t.Errorf("%+v", p.Rivals)
		}
	}
	found, err := ConfirmTipping(context.Background(), f, w, "c", "theory.burden", options(300))
	if err != nil || !found.Tips || len(found.Trials) != 3 || found.Trials[2].Label != "cascade" || !near(found.Trials[2].Shares.Holds.Share, 0.3, 0.1) {
		t.Errorf("%v %+v", err, found)
	}
}

// What worlds that were played suggest is confirmed by holding the factor.
func TestConfirmTipping(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, tips)
	priced(t, w, f)
	var done, total int
	o := options(400)
	o.Progress = func(d, all int) { done, total = d, all }
	found, err := ConfirmTipping(context.Background(), f, w, "c", "u", o)
	if err != nil {
		t.Fatal(err)
	}
	if !found.Tips || !found.Rising || !near(*found.Value, 0.3, 0.02) || *found.Low > 0.3 || *found.High < 0.3 || *found.High-*found.Low > 0.2 {
		t.Errorf("%v in %v to %v", *found.Value, *found.Low, *found.High)
	}
	if done == 0 || done > total || len(found.Trials) > usualTrials {
		t.Errorf("%d of %d, %d trials", done, total, len(found.Trials))
	}
	found, err = ConfirmTipping(context.Background(), f, w, "c", "v", o)
	if err != nil || found.Tips || found.Value != nil {
		t.Errorf("v does not tip it: %v %+v", err, found)
	}
	if _, err := ConfirmTipping(context.Background(), f, w, "c", "w", o); err == nil {
		t.Error("there is no factor w")
	}
}

// Where a design draws two factors together, one of them seems to do what the other
// does: a reader must be told.
func TestTippingNamesAliases(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	table := collected(t, newFake(w, tips), w, "c", 1000)
	u, v := table.Factors[table.Factor("u")].Values, table.Factors[table.Factor("v")].Values
	for _, p := range FindTipping(table).Points {
		if len(p.Alias) > 0 {
			t.Errorf("%s is drawn by itself, not with %v", p.Factor, p.Alias)
		}
	}
	for i := range v { // as bad pairs of a low-discrepancy sequence do
		v[i] = math.Abs(2*u[i]-1) + v[i]/5
	}
	for _, p := range FindTipping(table).Points {
		if with := map[string]string{"u": "v", "v": "u"}[p.Factor]; with != "" && (len(p.Alias) != 1 || p.Alias[0] != with) {
			t.Errorf("%s is drawn with %v", p.Factor, p.Alias)
		}
	}
}

func TestTippingPair(t *testing.T) {
	w := newWorld(claim("c", test("cost.usa", "a", "b", "higher", 0)))
	table := collected(t, newFake(w, tips), w, "c", 1000)
	g, err := FindTippingPair(table, "u", "theory.stocks", 4)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Cells) != 4 || len(g.Cells[0]) != 2 || len(g.A.Ends) != 5 || g.B.Labels[1] != "fungible" {
		t.Fatalf("%+v", g)
	}
	if g.Cells[3][0].Share.Share != 1 || g.Cells[0][1].Share.Share > 0.2 {
		t.Errorf("%+v", g.Cells)
	}
}

// The quantiles of a binomial law, by which intervals come about, must add up to it.
func TestBinomial(t *testing.T) {
	stream := chance.NewStream(1).Factor("b")
	for _, c := range []struct {
		n int
		p float64
	}{{50, 0.3}, {20, 0.95}, {199, 0.5}, {1000, 0.2}} {
		var m moments
		for i := range 4000 {
			m.add(float64(binomial(c.n, c.p, stream.Uniform(uint32(i)))))
		}
		mean, variance := float64(c.n)*c.p, float64(c.n)*c.p*(1-c.p)
		if math.Abs(m.mean()-mean) > 4*math.Sqrt(variance/4000) || math.Abs(m.variance()/variance-1) > 0.1 {
			t.Errorf("%+v: mean %v, variance %v", c, m.mean(), m.variance())
		}
	}
}

// normal makes a draw of a uniform factor normal.
func normal(u float64) float64 { return elementary.NormalQuantile(u) }

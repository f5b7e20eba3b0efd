package decision

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(b)) }

// A hand-made table of losses: every criterion must say what a reader can check.
func TestAssessByHand(t *testing.T) {
	nan, threshold := math.NaN(), 3.0
	p := Payoffs{
		Alternatives: []string{"safe", "bold", "worse"},
		Values:       [][]float64{{3, 3, 3, 3, nan}, {1, 1, 2, 9, 1}, {4, 3, 3, 9, 1}},
		Better:       Lower,
	}
	a, err := Assess(p, Options{Threshold: &threshold, Optimism: 0.25})
	if err != nil {
		t.Fatal(err)
	}
	safe, bold := a.Row("safe"), a.Row("bold")
	if a.Worlds != 4 || a.LeftOut != 1 || safe.Mean.Value != 3 || bold.Mean.Value != 3.25 {
		t.Errorf("%+v", a)
	}
	if safe.RegretMax != 2 || safe.RegretMean.Value != 1.25 || bold.RegretMax != 6 || bold.RegretMean.Value != 1.5 {
		t.Errorf("regrets %+v, %+v", safe, bold)
	}
	if safe.Satisfies.Worlds != 4 || bold.Satisfies.Worlds != 3 || bold.First.Worlds != 3 || bold.Alone.Worlds != 3 || safe.First.Worlds != 1 {
		t.Errorf("shares %+v, %+v", safe, bold)
	}
	if !near(bold.Hurwicz, 0.25*1+0.75*9) || bold.Worst != 9 || bold.Best != 1 {
		t.Errorf("Hurwicz %v", bold.Hurwicz)
	}
	for _, d := range a.Dominance {
		if worldwise := d.A != "worse" && d.B == "worse"; d.Worldwise != worldwise || d.First != worldwise {
			t.Errorf("%+v", d)
		}
	}
	for _, c := range a.By {
		want := map[string]string{"mean": "safe", "regret_max": "safe", "hurwicz": "safe", "first": "bold", "satisfies": "safe", "regret_mean": "safe"}
		if name := want[c.Criterion]; name != "" && name != c.Name {
			t.Errorf("%+v", c)
		}
	}
	if _, err := json.Marshal(a); err != nil {
		t.Error(err)
	}
}

// Dominance has an order: worldwise makes first, first makes second and a better mean.
func TestDominanceIsOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "worlds")
		values := rapid.SliceOfN(rapid.Float64Range(-3, 3), n, n)
		p := Payoffs{[]string{"a", "b"}, [][]float64{values.Draw(t, "a"), values.Draw(t, "b")}, rapid.SampledFrom([]Direction{Higher, Lower}).Draw(t, "better")}
		a, err := Assess(p, Options{Optimism: 0.5})
		if err != nil {
			t.Fatal(err)
		}
		for k, d := range a.Dominance {
			if (d.Worldwise && !d.First) || (d.First && !d.Second) || (d.First && !d.Near) || d.First != (d.First && d.Gap.Value == 0) {
				t.Fatalf("%+v", d)
			}
			if other := a.Dominance[1-k]; d.Better.Worlds != other.Worse.Worlds || (d.First && other.First) {
				t.Fatalf("%+v and %+v", d, other)
			}
		}
		for i, r := range a.Rows {
			mean := 0.0
			for w := range n {
				other := p.Values[1-i][w]
				if regret := p.Values[i][w] - other; p.Better == Higher {
					mean += max(0, -regret)
				} else {
					mean += max(0, regret)
				}
			}
			if math.Abs(r.RegretMean.Value-mean/float64(n)) > 1e-9 || r.RegretMean.Value > r.RegretMax+1e-9 {
				t.Fatalf("%+v", r)
			}
		}
	})
}

// Monte Carlo errors must cover: of a mean and of a quantile.
func TestAssessErrors(t *testing.T) {
	var mean, poor moments
	for seed := range uint64(200) {
		p := Payoffs{[]string{"a"}, [][]float64{normals(seed, "y", 500)}, Higher}
		a, err := Assess(p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := a.Rows[0]
		mean.add(r.Mean.Value / r.Mean.SE)
		poor.add((r.Poor.Value + 1.6448536269514722) / r.Poor.SE)
	}
	for name, m := range map[string]*moments{"mean": &mean, "poor": &poor} {
		if math.Abs(m.mean()) > 0.35 || math.Abs(math.Sqrt(m.variance())-1) > 0.25 {
			t.Errorf("%s: pull %v ± %v", name, m.mean(), math.Sqrt(m.variance()))
		}
	}
}

func TestAssessRefuses(t *testing.T) {
	good := Payoffs{[]string{"a"}, [][]float64{{1}}, Higher}
	if _, err := Assess(good, Options{Optimism: 2}); err == nil {
		t.Error("optimism of 2")
	}
	for _, p := range []Payoffs{{[]string{"a"}, [][]float64{{1}}, ""}, {nil, nil, Higher}, {[]string{"a", "b"}, [][]float64{{1}, {1, 2}}, Higher}} {
		if _, err := Assess(p, Options{}); err == nil {
			t.Errorf("%+v is no table", p)
		}
	}
	none, err := Assess(Payoffs{[]string{"a"}, [][]float64{{math.NaN()}}, Higher}, Options{})
	if err != nil || none.LeftOut != 1 || len(none.Rows) != 0 {
		t.Errorf("%v %+v", err, none)
	}
}

package decision

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"testing"

	"parley/chance"
	"parley/elementary"
)

// draws are independent uniform numbers by name.
func draws(seed uint64, name string, n int) []float64 {
	s := chance.NewStream(seed).Factor(name)
	u := make([]float64, n)
	for i := range u {
		u[i] = s.Uniform(uint32(i))
	}
	return u
}

func normals(seed uint64, name string, n int) []float64 {
	z := draws(seed, name, n)
	for i := range z {
		z[i] = elementary.NormalQuantile(z[i])
	}
	return z
}

// lossIntegral is E max(0, μ + σZ) − max(0, μ): the value of information on a normal
// payoff against nothing (Raiffa & Schlaifer 1961, "Applied Statistical Decision Theory",
// the unit normal linear loss integral).
func lossIntegral(mean, deviation float64) float64 {
	z := mean / deviation
	density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	return deviation*density + mean*elementary.NormalCDF(z) - max(0, mean)
}

// linear is two alternatives, one of which brings nothing, the other
// mean + 2·a + 1·b + 1·c + noise of 3, a to c normal.
func linear(seed uint64, n int, mean float64) (Payoffs, []Factor) {
	a, b, c := normals(seed, "a", n), normals(seed, "b", n), normals(seed, "c", n)
	noise := normals(seed, "noise", n)
	y := make([]float64, n)
	for i := range y {
		y[i] = mean + 2*a[i] + b[i] + c[i] + 3*noise[i]
	}
	p := Payoffs{Alternatives: []string{"nothing", "something"}, Values: [][]float64{make([]float64, n), y}, Better: Higher}
	return p, []Factor{{Name: "a", Values: a}, {Name: "b", Values: b}, {Name: "c", Values: c}, {Name: "idle", Values: normals(seed, "idle", n)}}
}

// pulls gathers (estimate − truth) / error over seeds.
type pulls struct {
	moments
	bias, error moments
}

func (p *pulls) take(e Estimate, truth float64) {
	p.add((e.Value - truth) / e.SE)
	p.bias.add(e.Value - truth)
	p.error.add(e.SE)
}

// The value of information is what money is spent by: it must be the known one where it
// is known, with an error that means what it says.
func TestInformationOfALinearPayoff(t *testing.T) {
	for _, mean := range []float64{0, -1, 1.5} {
		truths := map[string]float64{
			"a": lossIntegral(mean, 2), "b": lossIntegral(mean, 1),
			"a and b": lossIntegral(mean, math.Sqrt(5)), "all": lossIntegral(mean, math.Sqrt(15)),
		}
		found := map[string]*pulls{}
		for name := range truths {
			found[name] = &pulls{}
		}
		for seed := range uint64(12) {
			p, factors := linear(seed, 2000, mean)
			in, err := Information(p, factors, []Group{{"a and b", []string{"a", "b"}}}, seed)
			if err != nil {
				t.Fatal(err)
			}
			found["all"].take(*in.Perfect, truths["all"])
			for _, v := range append(in.Factors, in.Groups...) {
				if f := found[v.Name]; f != nil {
					f.take(v.Value, truths[v.Name])
				}
				if v.Name == "idle" && (v.Clear || v.Value.Value > 0.06) {
					t.Errorf("idle is worth %+v, held out %+v", v.Value, v.HeldOut)
				}
				if v.Name == "a" && (!v.Clear || v.HeldOut.Value > v.Value.Value+3*v.HeldOut.SE) {
					t.Errorf("a is worth %+v, held out %+v", v.Value, v.HeldOut)
				}
			}
			if _, err := json.Marshal(in); err != nil {
				t.Fatal(err)
			}
		}
		for name, f := range found {
			t.Logf("mean %v, %s: truth %.4f, bias %.4f, error %.4f, pull %.2f ± %.2f", mean, name, truths[name], f.bias.mean(), f.error.mean(), f.mean(), math.Sqrt(f.variance()))
			if math.Abs(f.mean()) > 1.2 || math.Sqrt(f.variance()) > 1.6 {
				t.Errorf("mean %v: %s: pull %v, spread %v", mean, name, f.mean(), math.Sqrt(f.variance()))
			}
		}
	}
}

// One theory whose rivals turn the choice: the mean by category, exactly.
func TestInformationOnCategories(t *testing.T) {
	n := 3000
	rival, noise := draws(1, "rival", n), normals(1, "noise", n)
	y := make([]float64, n)
	exact := [3]struct{ sum, n float64 }{}
	for i := range y {
		rival[i] = float64(int(rival[i] * 3))
		y[i] = []float64{1, 2, -4}[int(rival[i])] + noise[i]
		exact[int(rival[i])].sum += y[i]
		exact[int(rival[i])].n++
	}
	p := Payoffs{Alternatives: []string{"nothing", "something"}, Values: [][]float64{make([]float64, n), y}, Better: Higher}
	in, err := Information(p, []Factor{{Name: "rival", Values: rival, Categories: true}}, nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	all, best := 0.0, 0.0
	for _, e := range exact {
		all += e.sum / float64(n)
		best += max(0, e.sum) / float64(n)
	}
	v := in.Factors[0]
	if got := v.Value.Value + v.Bias; math.Abs(got-(best-max(0, all))) > 1e-6 {
		t.Errorf("%v, the categories' means give %v", got, best-max(0, all))
	}
	if math.Abs(v.Value.Value-1) > 3*v.Value.SE || !v.Clear || math.Abs(v.Changes-2./3) > 0.05 {
		t.Errorf("worth %+v of 1; changes %v", v.Value, v.Changes)
	}
}

// What only two factors together tell must be found by their group, and by neither alone:
// the payoff is the product of two normal numbers, whose expected positive part is 1/π.
func TestInformationOfAProduct(t *testing.T) {
	var pull pulls
	for seed := range uint64(6) {
		n := 4000
		a, b, noise := normals(seed, "a", n), normals(seed, "b", n), normals(seed, "noise", n)
		y := make([]float64, n)
		for i := range y {
			y[i] = a[i]*b[i] + noise[i]
		}
		p := Payoffs{Alternatives: []string{"nothing", "something"}, Values: [][]float64{make([]float64, n), y}, Better: Higher}
		in, err := Information(p, []Factor{{Name: "a", Values: a}, {Name: "b", Values: b}}, []Group{{"both", []string{"a", "b"}}}, seed)
		if err != nil {
			t.Fatal(err)
		}
		pull.take(in.Groups[0].Value, 1/math.Pi)
		for _, v := range in.Factors {
			if v.Value.Value > 0.06 {
				t.Errorf("%s alone is worth %+v", v.Name, v.Value)
			}
		}
	}
	t.Logf("bias %v, error %v", pull.bias.mean(), pull.error.mean())
	if math.Abs(pull.mean()) > 1.5 {
		t.Errorf("pull %v ± %v", pull.mean(), math.Sqrt(pull.variance()))
	}
}

// Lower is better for losses: the same decision, the same value.
func TestInformationKnowsDirections(t *testing.T) {
	p, factors := linear(3, 500, 0.5)
	one, err := Information(p, factors, nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	for a := range p.Values {
		for w := range p.Values[a] {
			p.Values[a][w] = -p.Values[a][w]
		}
	}
	p.Better = Lower
	other, err := Information(p, factors, nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	other.Better = one.Better
	if !reflect.DeepEqual(one, other) {
		t.Errorf("%+v and %+v", one, other)
	}
}

// Worlds that failed must be left out and counted, and never poison.
func TestInformationLeavesOut(t *testing.T) {
	p, factors := linear(4, 500, 0)
	p.Values[1][3], factors[2].Values[7], p.Values[0][9] = math.NaN(), math.Inf(1), math.Inf(-1)
	in, err := Information(p, factors, nil, 1)
	if err != nil || in.Worlds != 497 || in.LeftOut != 3 {
		t.Fatalf("%v %+v", err, in)
	}
	if _, err := json.Marshal(in); err != nil {
		t.Error(err)
	}
	few, err := Information(Payoffs{[]string{"a", "b"}, [][]float64{{1, 2}, {2, 1}}, Higher}, []Factor{{Name: "x", Values: []float64{1, 2}}}, nil, 1)
	if err != nil || few.Factors[0].Reason == "" || few.Perfect.Value != 0.5 {
		t.Errorf("%v %+v", err, few)
	}
}

func BenchmarkInformation(b *testing.B) {
	n, f := 4000, 150
	p := Payoffs{Better: Higher}
	var factors []Factor
	for k := range f {
		factors = append(factors, Factor{Name: fmt.Sprint("f", k), Values: normals(1, fmt.Sprint("f", k), n)})
	}
	for a := range 6 {
		y := normals(2, fmt.Sprint("y", a), n)
		for w := range y {
			y[w] += factors[a].Values[w]
		}
		p.Alternatives, p.Values = append(p.Alternatives, fmt.Sprint("a", a)), append(p.Values, y)
	}
	for b.Loop() {
		if _, err := Information(p, factors, nil, 1); err != nil {
			b.Fatal(err)
		}
	}
}

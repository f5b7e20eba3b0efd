package sensitivity

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/design"
)

func saltelli(t testing.TB, in []Input, second bool) *design.SaltelliPlan {
	return must[*design.SaltelliPlan](t)(design.Saltelli(11, names(in), groupsOf(in), second))
}

func TestSobolIshigami(t *testing.T) {
	in := inputs(3)
	plan := saltelli(t, in, true)
	_, y := play(plan, 3, 16384*plan.Block(), ishigami)
	r := sameOnAnyMachine(t, func() (*SobolResult, error) { return Sobol(in, true, y, Options{}) })
	first, total, pair := ishigamiIndices()
	for i, s := range r.Indices {
		near(t, s.Name+" first", s.First.Value, first[i], 0.005)
		near(t, s.Name+" total", s.Total.Value, total[i], 0.005)
	}
	for _, p := range r.Pairs {
		want := 0.0
		if p.A == "x1" && p.B == "x3" {
			want = pair
		}
		near(t, p.A+" with "+p.B, p.Second.Value, want, 0.02)
		if p.Second.Distinct != (want > 0) {
			t.Errorf("%s with %s: distinct %v, and the truth is %.3f", p.A, p.B, p.Second.Distinct, want)
		}
	}
	if r.Indices[2].First.Distinct || !strings.HasPrefix(r.Indices[2].First.String(), "at most 0.0") {
		t.Errorf("x3 alone explains nothing, yet: %v", r.Indices[2].First)
	}
	near(t, "additive", r.Additive.Value, first[0]+first[1], 0.005)
}

func TestSobolGFunction(t *testing.T) {
	in := inputs(8)
	plan := saltelli(t, in, false)
	_, y := play(plan, 8, 8192*plan.Block(), gFunction)
	r := must[*SobolResult](t)(Sobol(in, false, y, Options{}))
	first, total := gIndices()
	for i, s := range r.Indices {
		near(t, s.Name+" first", s.First.Value, first[i], 0.01)
		near(t, s.Name+" total", s.Total.Value, total[i], 0.01)
	}
	if len(r.Pairs) != 0 {
		t.Error("pairs from a design that has none")
	}
}

// TestSobolFormulas computes the published estimators as they are written, on the published points: whoever
// checks an index by another program must find the same digits.
func TestSobolFormulas(t *testing.T) {
	in := inputs(3)
	base := must[design.Plan](t)(design.Unscrambled(6))
	plan := must[*design.SaltelliPlan](t)(design.SaltelliOn(base, names(in), nil, true))
	const n, d = 512, 3
	_, y := play(plan, d, n*plan.Block(), ishigami)
	r := must[*SobolResult](t)(Sobol(in, true, y, Options{}))

	f := func(from, at int) func(row int) float64 {
		mean := 0.0
		for row := range n {
			mean += y[row*plan.Block()] + y[(row+1)*plan.Block()-1]
		}
		mean /= 2 * n
		place := map[int]int{'A': 0, 'C': 1 + at, 'D': 1 + d + at, 'B': 1 + 2*d}[from]
		return func(row int) float64 { return y[row*plan.Block()+place] - mean }
	}
	a, b := f('A', 0), f('B', 0)
	average := func(g func(row int) float64) float64 {
		sum := 0.0
		for row := range n {
			sum += g(row)
		}
		return sum / n
	}
	mean := average(func(r int) float64 { return (a(r) + b(r)) / 2 })
	v := average(func(r int) float64 { return ((a(r)-mean)*(a(r)-mean) + (b(r)-mean)*(b(r)-mean)) / 2 })
	var first, total [d]float64
	for i := range d {
		ab := f('C', i)
		first[i] = average(func(r int) float64 { return b(r) * (ab(r) - a(r)) }) / v
		total[i] = average(func(r int) float64 { return (a(r) - ab(r)) * (a(r) - ab(r)) }) / (2 * v)
		near(t, "first", r.Indices[i].First.Value, first[i], 1e-9)
		near(t, "total", r.Indices[i].Total.Value, total[i], 1e-9)
	}
	k := 0
	for i := range d {
		for j := i + 1; j < d; j++ {
			ba, ab := f('D', i), f('C', j)
			second := average(func(r int) float64 { return ba(r)*ab(r) - a(r)*b(r) })/v - first[i] - first[j]
			near(t, "second", r.Pairs[k].Second.Value, second, 1e-9)
			k++
		}
	}
}

// Inputs 1 and 3 of Ishigami's function as one: their interaction is inside the group, so the indices
// of the two groups add to one without rest.
func TestSobolGroups(t *testing.T) {
	in := inputs(3)
	in[0].Group, in[2].Group = "odd", "odd"
	plan := saltelli(t, in, true)
	_, y := play(plan, 3, 16384*plan.Block(), ishigami)
	r := must[*SobolResult](t)(Sobol(in, true, y, Options{}))
	first, total, _ := ishigamiIndices()
	if len(r.Indices) != 2 || r.Indices[0].Name != "odd" || strings.Join(r.Indices[0].Members, " ") != "x1 x3" {
		t.Fatalf("groups %+v", r.Indices)
	}
	near(t, "group first", r.Indices[0].First.Value, total[0], 0.01)
	near(t, "group total", r.Indices[0].Total.Value, total[0], 0.01)
	near(t, "x2 first", r.Indices[1].First.Value, first[1], 0.01)
}

// A factor with three categories goes through its quantile: y = effect of the category + 2u, whose shares
// are V(category)/(V + 4/12).
func TestSobolCategories(t *testing.T) {
	in := []Input{{Name: "theory", Categories: 3}, {Name: "rate"}}
	plan := saltelli(t, in, false)
	effects := []float64{0, 3, 1}
	_, y := play(plan, 2, 4096*plan.Block(), func(u []float64) float64 { return effects[int(3*u[0])] + 2*u[1] })
	r := must[*SobolResult](t)(Sobol(in, false, y, Options{}))
	v := 10.0/3 - 16.0/9
	near(t, "theory", r.Indices[0].First.Value, v/(v+1.0/3), 0.01)
	near(t, "rate", r.Indices[1].Total.Value, 1.0/3/(v+1.0/3), 0.01)
}

// One world that failed must cost its block and nothing else.
func TestSobolFailedWorlds(t *testing.T) {
	in := inputs(3)
	plan := saltelli(t, in, true)
	size := plan.Block()
	_, y := play(plan, 3, 1024*size, ishigami)
	holed := append([]float64(nil), y...)
	holed[5*size+3], holed[77*size], holed[77*size+4] = math.NaN(), math.Inf(1), math.NaN()
	holed = holed[:1000*size+2] // stopped in the middle of a block
	var whole []float64
	for block := range 1000 {
		if block != 5 && block != 77 {
			whole = append(whole, y[block*size:(block+1)*size]...)
		}
	}
	got := must[*SobolResult](t)(Sobol(in, true, holed, Options{}))
	want := must[*SobolResult](t)(Sobol(in, true, whole, Options{}))
	if got.Rows != (Rows{998 * size, 2*size + 2}) {
		t.Errorf("rows %+v", got.Rows)
	}
	if got.Indices[0].First != want.Indices[0].First {
		t.Errorf("got %+v, want %+v", got.Indices[0], want.Indices[0])
	}
	noHoles(t, got)
}

func TestSobolTooFew(t *testing.T) {
	in := inputs(8)
	plan := saltelli(t, in, true)
	_, y := play(plan, 8, 32*plan.Block(), gFunction)
	r := must[*SobolResult](t)(Sobol(in, true, y, Options{}))
	if len(r.Notes) == 0 || !strings.Contains(r.Notes[0], "32 base points") {
		t.Errorf("32 base points are too few, and the notes say %q", r.Notes)
	}
	for _, p := range r.Pairs {
		if s := p.Second.String(); strings.Contains(s, "-") {
			t.Errorf("a negative share in print: %s", s)
		}
		if !p.Second.Distinct && !strings.Contains(p.Second.Note, "not distinguishable from 0 with 32") {
			t.Errorf("%+v", p.Second)
		}
	}
	if _, err := Sobol(in, true, y[:7*plan.Block()], Options{}); !errors.Is(err, ErrTooFew) {
		t.Errorf("seven blocks: %v", err)
	}
	if _, err := Sobol(in, true, make([]float64, len(y)), Options{}); !errors.Is(err, ErrConstant) {
		t.Errorf("constant output: %v", err)
	}
}

// Whatever the outputs, no result holds a NaN or an infinity.
func TestNoHolesInDesignedResults(t *testing.T) {
	in := inputs(2)
	plan := saltelli(t, in, true)
	x, _ := play(plan, 2, 12*plan.Block(), func([]float64) float64 { return 0 })
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SampledFrom([]float64{0, 1, 2.5, -1, 1e9, 5e-324, -1e-300, 1e300, 1, 2, 3, math.NaN(), math.Inf(1)})
		y := make([]float64, len(x[0]))
		some := rapid.SliceOfN(values, 1, 4).Draw(t, "outputs")
		for r := range y {
			y[r] = some[rapid.IntRange(0, len(some)-1).Draw(t, "which")]
		}
		if r, err := Sobol(in, true, y, Options{Resamples: 10}); err == nil {
			withoutRows(t, r)
		}
		if r, err := Morris(Data{in, x, y}, RadialSecond, nil, Options{Resamples: 10}); err == nil {
			withoutRows(t, r)
		}
	})
}

// Intervals of 95 % should hold the truth in about 95 % of studies; a coarse check, on independent draws.
func TestSobolIntervalsCover(t *testing.T) {
	in := inputs(3)
	first, total, _ := ishigamiIndices()
	const studies, n = 100, 256
	held := 0
	both := append(names(in), "b1", "b2", "b3")
	for study := range uint64(studies) {
		base := must[design.Plan](t)(design.MonteCarlo(study, both))
		plan := must[*design.SaltelliPlan](t)(design.SaltelliOn(base, names(in), nil, false))
		_, y := play(plan, 3, n*plan.Block(), ishigami)
		r := must[*SobolResult](t)(Sobol(in, false, y, Options{Seed: study}))
		for i, s := range r.Indices {
			if s.First.Low <= first[i] && first[i] <= s.First.High {
				held++
			}
			if s.Total.Low <= total[i] && total[i] <= s.Total.High {
				held++
			}
		}
	}
	if share := float64(held) / (6 * studies); share < 0.90 || share > 0.99 {
		t.Errorf("intervals of 95 %% hold the truth in %.1f %% of cases", 100*share)
	}
}

func BenchmarkSobol(b *testing.B) {
	in := inputs(10)
	plan := saltelli(b, in, true)
	_, y := play(plan, 10, 1<<14*plan.Block(), gFunction)
	for b.Loop() {
		if _, err := Sobol(in, true, y, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

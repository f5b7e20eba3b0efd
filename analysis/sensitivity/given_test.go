package sensitivity

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// linear is y = 3z₁ + 2z₂ + z₃ + 0z₄ of standard normal z, of variance 14.
func linear(u []float64) float64 { return 3*normal(u[0]) + 2*normal(u[1]) + normal(u[2]) }

var slopes = []float64{3, 2, 1, 0}

func TestFirstOrderIshigami(t *testing.T) {
	d := table(t, 4, 16384, false, 1, ishigami)
	r := sameOnAnyMachine(t, func() (*FirstOrderResult, error) { return FirstOrder(d, Options{}) })
	first, _, _ := ishigamiIndices()
	for i, want := range append(first[:], 0) {
		got := r.Indices[i].First
		near(t, r.Indices[i].Name, got.Value, want, 0.015)
		if got.Distinct != (want > 0) {
			t.Errorf("%s: distinct %v, and the truth is %.3f", r.Indices[i].Name, got.Distinct, want)
		}
	}
	if len(r.Notes) != 0 {
		t.Errorf("notes on independent inputs: %q", r.Notes)
	}
}

func TestFirstOrderGFunction(t *testing.T) {
	r := must[*FirstOrderResult](t)(FirstOrder(table(t, 8, 16384, true, 1, gFunction), Options{}))
	first, _ := gIndices()
	for i, want := range first {
		near(t, r.Indices[i].Name, r.Indices[i].First.Value, want, 0.015)
	}
}

// TestFirstOrderFormula computes Kelley's ε² as it is written, for a categorical input with a rare category.
func TestFirstOrderFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(least, 80).Draw(t, "n")
		x := make([]float64, n)
		y := make([]float64, n)
		for r := range x {
			x[r] = float64(rapid.IntRange(0, 3).Draw(t, "category"))
			y[r] = rapid.Float64Range(-5, 5).Draw(t, "output")
		}
		y[0] = 7
		got, err := FirstOrder(Data{[]Input{{Name: "c", Categories: 4}}, [][]float64{x}, y}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		mean, all := moments(y)
		between, filled := 0.0, 0.0
		for c := range 4 {
			var own []float64
			for r := range x {
				if x[r] == float64(c) {
					own = append(own, y[r])
				}
			}
			if len(own) > 0 {
				m, _ := moments(own)
				between += float64(len(own)) * (m - mean) * (m - mean)
				filled++
			}
		}
		want := (between - (filled-1)*(all-between)/(float64(n)-filled)) / all
		if math.Abs(got.Indices[0].First.Value-want) > 1e-9 {
			t.Fatalf("got %v, want %v", got.Indices[0].First.Value, want)
		}
	})
}

// A theory with three names of no order, plus luck that no input explains.
func TestFirstOrderCategories(t *testing.T) {
	d := table(t, 2, 4000, false, 3, func([]float64) float64 { return 0 })
	d.Inputs[0] = Input{Name: "theory", Categories: 3}
	effects := []float64{0, 3, 1}
	for r := range d.Y {
		d.X[0][r] = math.Floor(3 * d.X[0][r])
		d.Y[r] = effects[int(d.X[0][r])] + 2*d.X[1][r] + noise(3, r)
	}
	r := must[*FirstOrderResult](t)(FirstOrder(d, Options{}))
	v := 10.0/3 - 16.0/9
	all := v + 1.0/3 + 1
	near(t, "theory", r.Indices[0].First.Value, v/all, 0.03)
	near(t, "rate", r.Indices[1].First.Value, 1.0/3/all, 0.03)
	if r.Indices[0].Slices != 3 {
		t.Errorf("three theories in %d slices", r.Indices[0].Slices)
	}
	rank := must[*RankResult](t)(RankCorrelation(d, Options{}))
	if c := rank.Indices[0]; !c.Unsigned || !c.Distinct || c.Correlation.Value < 0.6 {
		t.Errorf("rank correlation of a theory: %+v", c)
	}
	pawn := must[*PAWNResult](t)(PAWN(d, 0, Options{}))
	if c := pawn.Indices[0]; c.Slices != 3 || !c.Median.Distinct {
		t.Errorf("PAWN of a theory: %+v", c)
	}
	// swapping the names of the theories must not change what is found
	for r := range d.Y {
		d.X[0][r] = 2 - d.X[0][r]
	}
	again := must[*PAWNResult](t)(PAWN(d, 0, Options{}))
	near(t, "renamed", again.Indices[0].Max.Value, pawn.Indices[0].Max.Value, 1e-12)
}

// Without ties and noise the distance of slice k of ten of y = x is max(k, 9 − k)/10.
func TestPAWNOfTheInputItself(t *testing.T) {
	d := table(t, 2, 10000, true, 5, func(u []float64) float64 { return u[0] })
	r := sameOnAnyMachine(t, func() (*PAWNResult, error) { return PAWN(d, 10, Options{}) })
	near(t, "median", r.Indices[0].Median.Value, 0.7, 0.001)
	near(t, "max", r.Indices[0].Max.Value, 0.9, 0.001)
	if other := r.Indices[1]; other.Median.Distinct || other.Max.Distinct {
		t.Errorf("an input without influence: %+v", other)
	}
}

// The linear function: distances of normal mixtures over a slice to a normal law, by quadrature.
func TestPAWNLinear(t *testing.T) {
	d := table(t, 4, 16384, false, 6, linear)
	r := must[*PAWNResult](t)(PAWN(d, 10, Options{}))
	cdf := func(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
	s := math.Sqrt(14)
	for i, a := range slopes[:3] {
		c := math.Sqrt(14 - a*a)
		far := make([]float64, 10)
		for k := range far {
			for y := -4 * s; y < 4*s; y += s / 50 {
				inside := 0.0
				for j := range 50 {
					inside += cdf((y-a*normal((float64(k)+(float64(j)+0.5)/50)/10))/c) / 50
				}
				far[k] = max(far[k], math.Abs(inside-cdf(y/s)))
			}
		}
		near(t, "max "+r.Indices[i].Name, r.Indices[i].Max.Value, quantile(far, 1), 0.03)
		near(t, "median "+r.Indices[i].Name, r.Indices[i].Median.Value, quantile(far, 0.5), 0.03)
	}
	if r.Indices[3].Median.Distinct {
		t.Errorf("an input without influence: %+v", r.Indices[3])
	}
}

// TestPAWNFormula takes the distance as it is written, the greatest over all outputs, with many ties.
func TestPAWNFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(least, 60).Draw(t, "n")
		x, y := make([]float64, n), make([]float64, n)
		for r := range x {
			x[r] = float64(rapid.IntRange(0, 2).Draw(t, "category"))
			y[r] = float64(rapid.IntRange(0, 8).Draw(t, "output"))
		}
		y[0] = 9
		got, err := PAWN(Data{[]Input{{Name: "c", Categories: 3}}, [][]float64{x}, y}, 0, Options{Resamples: 2})
		if err != nil {
			t.Fatal(err)
		}
		var far []float64
		for c := range 3 {
			size, distance := 0.0, 0.0
			for _, v := range y {
				inside, below := 0.0, 0.0
				size = 0
				for r := range y {
					if y[r] <= v {
						below++
					}
					if x[r] == float64(c) {
						size++
						if y[r] <= v {
							inside++
						}
					}
				}
				if size > 0 {
					distance = max(distance, math.Abs(inside/size-below/float64(n)))
				}
			}
			if size > 0 {
				far = append(far, distance)
			}
		}
		index := got.Indices[0]
		if math.Abs(index.Max.Value-quantile(far, 1)) > 1e-12 || math.Abs(index.Median.Value-quantile(far, 0.5)) > 1e-12 {
			t.Fatalf("got %+v, want distances %v", index, far)
		}
	})
}

// linearDelta is δ of an input with slope a of a linear function with standard deviation s: the densities
// are normal, and the integral is by quadrature.
func linearDelta(a, s float64) float64 {
	density := func(z float64) float64 { return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) }
	c, total := math.Sqrt(s*s-a*a), 0.0
	const points, outputs = 200, 1000
	for i := range points {
		z := normal((float64(i) + 0.5) / points)
		for j := range outputs {
			y := s * (12*(float64(j)+0.5)/outputs - 6)
			total += math.Abs(density(y/s)/s-density((y-a*z)/c)/c) * 12 * s / outputs / points / 2
		}
	}
	return total
}

func TestDeltaLinear(t *testing.T) {
	for _, n := range []int{1000, 16384} {
		d := table(t, 4, n, false, 7, linear)
		r := sameOnAnyMachine(t, func() (*DeltaResult, error) { return Delta(d, Options{}) })
		within := 0.5 / math.Sqrt(math.Sqrt(float64(n))) / 2
		for i, a := range slopes {
			near(t, r.Indices[i].Name, r.Indices[i].Delta.Value, linearDelta(a, math.Sqrt(14)), within)
		}
		if r.Indices[3].Delta.Distinct || !r.Indices[0].Delta.Distinct {
			t.Errorf("%d rows: %+v", n, r.Indices)
		}
		for r := range d.Y {
			d.Y[r] = math.Exp(d.Y[r])
		}
		if e := must[*DeltaResult](t)(Delta(d, Options{})); e.Indices[0] != r.Indices[0] {
			t.Error("delta depends on the unit of the output")
		}
	}
}

// Knowing which of k lists a value comes from, lists that do not overlap, shifts everything:
// δ = 1 − 1/k. So it is for outputs with few values.
func TestDeltaCategories(t *testing.T) {
	for _, ties := range []bool{false, true} {
		d := table(t, 2, 6000, false, 8, func(u []float64) float64 { return math.Floor(3*u[0]) + u[1] })
		d.Inputs[0].Categories = 3
		for r := range d.Y {
			d.X[0][r] = math.Floor(3 * d.X[0][r])
			if ties {
				d.Y[r] = d.X[0][r]
			}
		}
		r := must[*DeltaResult](t)(Delta(d, Options{}))
		within := 0.04 // a bin of the histogram that two lists share tells them less apart
		if ties {
			within = 1e-4
		}
		near(t, "delta", r.Indices[0].Delta.Value, 2.0/3, within)
	}
}

// Spearman's correlation of a normal pair with Pearson's r is 6/π·asin(r/2) (Pearson 1907).
func TestRankCorrelationLinear(t *testing.T) {
	d := table(t, 4, 16384, false, 9, func(u []float64) float64 { return -linear(u) })
	r := sameOnAnyMachine(t, func() (*RankResult, error) { return RankCorrelation(d, Options{}) })
	for i, a := range slopes {
		c := r.Indices[i]
		near(t, c.Name, c.Correlation.Value, -6/math.Pi*math.Asin(a/math.Sqrt(14)/2), 0.02)
		if c.Distinct != (a > 0) {
			t.Errorf("%+v", c)
		}
	}
	same := must[*RankResult](t)(RankCorrelation(Data{inputs(1), [][]float64{d.Y}, d.Y}, Options{}))
	if c := same.Indices[0].Correlation; math.Abs(c.Value-1) > 1e-9 {
		t.Errorf("of the output with itself: %+v", c)
	}
}

// correlatedLinear is y = β·z with z₂ and z₃ correlated by ρ.
func correlatedLinear(t testing.TB, beta []float64, rho float64, n int, seed uint64) Data {
	d := table(t, 3, n, false, seed, func([]float64) float64 { return 0 })
	for r := range d.Y {
		for i := range d.X {
			d.X[i][r] = normal(d.X[i][r])
		}
		d.X[2][r] = rho*d.X[1][r] + math.Sqrt(1-rho*rho)*d.X[2][r]
		for i := range d.X {
			d.Y[r] += beta[i] * d.X[i][r]
		}
	}
	return d
}

// linearShapley has the closed form of Iooss & Prieur (2019), section 3.2.
func linearShapley(b []float64, rho float64) []float64 {
	v := b[0]*b[0] + b[1]*b[1] + b[2]*b[2] + 2*rho*b[1]*b[2]
	half := rho * rho / 2
	return []float64{
		b[0] * b[0] / v,
		(b[1]*b[1]*(1-half) + rho*b[1]*b[2] + b[2]*b[2]*half) / v,
		(b[2]*b[2]*(1-half) + rho*b[1]*b[2] + b[1]*b[1]*half) / v,
	}
}

func TestShapleyCorrelatedLinear(t *testing.T) {
	beta := []float64{1, 1.5, 2}
	for _, rho := range []float64{0, 0.7, -0.9} {
		d := correlatedLinear(t, beta, rho, 4000, 10)
		r := sameOnAnyMachine(t, func() (*ShapleyResult, error) { return ShapleyEffects(d, Options{}) })
		for i, want := range linearShapley(beta, rho) {
			near(t, r.Indices[i].Name, r.Indices[i].Share.Value, want, 0.025)
		}
		near(t, "unexplained", r.Unexplained.Value, 0, 0.04)
		notes := must[*FirstOrderResult](t)(FirstOrder(d, Options{})).Notes
		if (len(notes) == 1) != (rho != 0) {
			t.Errorf("correlation %v, and a first order that double-counts says %q", rho, notes)
		}
	}
}

// An input with categories, a group, luck, and an input without influence.
func TestShapleyCategoriesAndGroups(t *testing.T) {
	d := table(t, 4, 8000, false, 11, func([]float64) float64 { return 0 })
	d.Inputs[0].Categories = 3
	d.Inputs[1].Group, d.Inputs[2].Group = "rates", "rates"
	effects := []float64{0, 3, 1}
	for r := range d.Y {
		d.X[0][r] = math.Floor(3 * d.X[0][r])
		d.Y[r] = effects[int(d.X[0][r])] + 2*d.X[1][r] + 2*d.X[2][r] + noise(11, r)
	}
	r := must[*ShapleyResult](t)(ShapleyEffects(d, Options{}))
	v := 10.0/3 - 16.0/9
	all := v + 2.0/3 + 1
	near(t, "theory", r.Indices[0].Share.Value, v/all, 0.04)
	near(t, "rates", r.Indices[1].Share.Value, 2.0/3/all, 0.04)
	near(t, "nothing", r.Indices[2].Share.Value, 0, 0.04)
	near(t, "luck", r.Unexplained.Value, 1/all, 0.05)
	if r.Indices[2].Share.Distinct {
		t.Errorf("an input without influence: %+v", r.Indices[2])
	}
}

// Inputs that move together are named, also where one or both have categories; independent ones are not.
func TestCorrelatedInputsAreNamed(t *testing.T) {
	d := table(t, 4, 600, false, 13, func(u []float64) float64 { return u[0] })
	d.Inputs[0].Categories, d.Inputs[1].Categories, d.Inputs[2].Categories = 3, 4, 2
	for r := range d.Y {
		d.X[0][r], d.X[1][r], d.X[2][r] = math.Floor(3*d.X[0][r]), math.Floor(4*d.X[1][r]), math.Floor(2*d.X[2][r])
	}
	if notes := d.correlationNotes(); len(notes) != 0 {
		t.Errorf("independent inputs: %q", notes)
	}
	for r := range d.Y {
		if r%3 == 0 {
			d.X[1][r] = d.X[0][r]
		}
		if d.X[0][r] == 1 {
			d.X[3][r] += 0.3
		}
	}
	notes := strings.Join(d.correlationNotes(), "\n")
	for _, pair := range []string{"x1 and x2 are", "x1 and x4 are"} {
		if !strings.Contains(notes, pair) {
			t.Errorf("no note that %s correlated: %q", pair, notes)
		}
	}
}

func TestShapleyRefusesMany(t *testing.T) {
	d := table(t, 9, 100, false, 1, linear)
	if _, err := ShapleyEffects(d, Options{}); err == nil || !strings.Contains(err.Error(), "at most 8 groups") {
		t.Errorf("nine inputs: %v", err)
	}
	d = table(t, 1, 100, false, 1, func(u []float64) float64 { return u[0] })
	d.Inputs[0].Categories = 100
	for r := range d.X[0] {
		d.X[0][r] = float64(r)
	}
	if _, err := ShapleyEffects(d, Options{}); !errors.Is(err, ErrTooFew) {
		t.Errorf("no row like another: %v", err)
	}
}

func TestNeighboursAreTheNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := make([][]float64, rapid.IntRange(1, 4).Draw(t, "dimensions"))
		n := rapid.IntRange(3, 40).Draw(t, "rows")
		for i := range x {
			for range n {
				x[i] = append(x[i], float64(rapid.IntRange(0, 9).Draw(t, "x")))
			}
		}
		tree := neighbours{x: x}
		for r := range n {
			tree.rows = append(tree.rows, int32(r))
		}
		tree.build(0, n, 0)
		way := func(a, b int32) (sum float64) {
			for i := range x {
				sum += (x[i][a] - x[i][b]) * (x[i][a] - x[i][b])
			}
			return sum
		}
		for r := range int32(n) {
			a, b := tree.two(r)
			if a == b || a == r || b == r {
				t.Fatalf("row %d has the neighbours %d and %d", r, a, b)
			}
			for s := range int32(n) {
				if s != r && s != a && s != b && way(r, s) < max(way(r, a), way(r, b)) {
					t.Fatalf("row %d is nearer to %d than %d or %d", s, r, a, b)
				}
			}
		}
	})
}

type method struct {
	name string
	run  func(Data) (any, Rows, error)
}

func methods() []method {
	o := Options{Resamples: 10}
	return []method{
		{"first order", func(d Data) (any, Rows, error) {
			r, err := FirstOrder(d, o)
			if r == nil {
				return nil, Rows{}, err
			}
			return r, r.Rows, err
		}},
		{"PAWN", func(d Data) (any, Rows, error) {
			r, err := PAWN(d, 0, o)
			if r == nil {
				return nil, Rows{}, err
			}
			return r, r.Rows, err
		}},
		{"delta", func(d Data) (any, Rows, error) {
			r, err := Delta(d, o)
			if r == nil {
				return nil, Rows{}, err
			}
			return r, r.Rows, err
		}},
		{"rank correlation", func(d Data) (any, Rows, error) {
			r, err := RankCorrelation(d, o)
			if r == nil {
				return nil, Rows{}, err
			}
			return r, r.Rows, err
		}},
		{"Shapley effects", func(d Data) (any, Rows, error) {
			r, err := ShapleyEffects(d, o)
			if r == nil {
				return nil, Rows{}, err
			}
			return r, r.Rows, err
		}},
	}
}

// Failed worlds are left out and counted: the result is that of the table without them.
func TestFailedRowsAreLeftOut(t *testing.T) {
	d := table(t, 3, 400, false, 12, ishigami)
	holed := d.pick(order(d.X[0]))
	var kept []int
	for r := range holed.Y {
		switch {
		case r%13 == 0:
			holed.Y[r] = math.NaN()
		case r%31 == 0:
			holed.Y[r] = math.Inf(-1)
		case r == 200:
			holed.X[1][r] = math.NaN()
		default:
			kept = append(kept, r)
		}
	}
	for _, m := range methods() {
		got, rows, err := m.run(holed)
		if err != nil {
			t.Errorf("%s: %v", m.name, err)
			continue
		}
		if rows != (Rows{len(kept), 400 - len(kept)}) {
			t.Errorf("%s: rows %+v", m.name, rows)
		}
		want, _, err := m.run(holed.pick(kept))
		if err != nil {
			t.Errorf("%s: %v", m.name, err)
		}
		if g, w := withoutRows(t, got), withoutRows(t, want); g != w {
			t.Errorf("%s: with holes\n%s\nwithout\n%s", m.name, g, w)
		}
	}
}

func TestRefusals(t *testing.T) {
	good := table(t, 2, 100, false, 1, func(u []float64) float64 { return u[0] })
	few, constant, mixed, short := good, good, good, good
	few.Y = append([]float64(nil), good.Y...)
	for r := range few.Y[:90] {
		few.Y[r] = math.NaN()
	}
	constant.Y = make([]float64, 100)
	mixed.Inputs = []Input{{Name: "x1", Categories: 3}, {Name: "x2"}}
	short.Y = good.Y[:50]
	for _, c := range []struct {
		d    Data
		want string
	}{
		{few, "10 of 100 have finite inputs"},
		{constant, "nothing to explain"},
		{mixed, "its categories are 0 to 2"},
		{short, "has 100 rows, the output has 50"},
		{Data{Y: good.Y}, "no inputs"},
	} {
		for _, m := range methods() {
			if _, _, err := m.run(c.d); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want %q", m.name, err, c.want)
			}
		}
	}
	for _, scale := range []float64{0x1p900, 0x1p-900} { // outputs of any size
		scaled := good
		scaled.Y = make([]float64, 100)
		for r := range scaled.Y {
			scaled.Y[r] = scale * good.Y[r]
		}
		for _, m := range methods() {
			got, _, err := m.run(scaled)
			if err != nil {
				t.Errorf("%s: %v", m.name, err)
				continue
			}
			if want, _, _ := m.run(good); withoutRows(t, got) != withoutRows(t, want) {
				t.Errorf("%s depends on the unit of the output", m.name)
			}
		}
	}
	for _, o := range []Options{{Resamples: 1}, {Confidence: 1}, {Confidence: math.NaN()}} {
		if _, err := FirstOrder(good, o); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
}

// Whatever the table, no result holds a NaN or an infinity.
func TestNoHolesInAnyResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(least, 60).Draw(t, "n")
		values := rapid.SampledFrom([]float64{0, 1, 2, 2.5, -1, 1e9, 1e-300, -0.3, math.NaN(), math.Inf(1)})
		d := Data{Inputs: []Input{{Name: "a"}, {Name: "b", Categories: 3}, {Name: "c"}}, X: make([][]float64, 3)}
		for range n {
			d.X[0] = append(d.X[0], values.Draw(t, "x"))
			d.X[1] = append(d.X[1], float64(rapid.IntRange(0, 2).Draw(t, "category")))
			d.X[2] = append(d.X[2], 4)
			d.Y = append(d.Y, values.Draw(t, "y"))
		}
		for _, m := range methods() {
			if r, _, err := m.run(d); err == nil {
				withoutRows(t, r)
			}
		}
	})
}

// Intervals of 95 % should hold the truth in about 95 % of studies; a coarse check of each method.
func TestGivenDataIntervalsCover(t *testing.T) {
	const studies = 60
	beta, rho := []float64{1, 1.5, 2}, 0.6
	shares := linearShapley(beta, rho)
	held := map[string]int{}
	count := func(what string, e Estimate, truth float64) {
		if e.Low <= truth && truth <= e.High {
			held[what]++
		}
	}
	for study := range uint64(studies) {
		d := table(t, 4, 500, false, 100+study, linear)
		o := Options{Seed: study}
		first := must[*FirstOrderResult](t)(FirstOrder(d, o))
		rank := must[*RankResult](t)(RankCorrelation(d, o))
		for i, a := range slopes {
			count("first order", first.Indices[i].First.Estimate, a*a/14)
			count("rank correlation", rank.Indices[i].Correlation, 6/math.Pi*math.Asin(a/math.Sqrt(14)/2))
		}
		s := must[*ShapleyResult](t)(ShapleyEffects(correlatedLinear(t, beta, rho, 500, study), o))
		for i, want := range shares {
			count("Shapley effects", s.Indices[i].Share.Estimate, want)
		}
	}
	for what, cases := range map[string]int{"first order": 4, "rank correlation": 4, "Shapley effects": 3} {
		if share := float64(held[what]) / float64(cases*studies); share < 0.88 {
			t.Errorf("%s: intervals of 95 %% hold the truth in %.1f %% of cases", what, 100*share)
		}
	}
}

func benchmark(b *testing.B, run func(Data) error) {
	d := table(b, 10, 16384, false, 1, gFunction)
	for b.Loop() {
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDelta(b *testing.B) {
	benchmark(b, func(d Data) error { _, err := Delta(d, Options{}); return err })
}

func BenchmarkPAWN(b *testing.B) {
	benchmark(b, func(d Data) error { _, err := PAWN(d, 0, Options{}); return err })
}

func BenchmarkFirstOrder(b *testing.B) {
	benchmark(b, func(d Data) error { _, err := FirstOrder(d, Options{}); return err })
}

func BenchmarkRankCorrelation(b *testing.B) {
	benchmark(b, func(d Data) error { _, err := RankCorrelation(d, Options{}); return err })
}

func BenchmarkShapleyEffects(b *testing.B) {
	d := table(b, 3, 16384, false, 1, ishigami)
	for b.Loop() {
		if _, err := ShapleyEffects(d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, -1}))).Draw(t, "values")
		want := make([]int, len(values))
		for i := range want {
			want[i] = i
		}
		slices.SortStableFunc(want, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
		if got := order(values); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

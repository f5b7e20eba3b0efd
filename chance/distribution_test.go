package chance

import (
	"errors"
	"math"
	"sort"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

func must(t testing.TB) func(Distribution, error) Distribution {
	return func(d Distribution, err error) Distribution {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
}

type law struct {
	d        Distribution
	variance float64 // NaN where it is not worth a formula
}

func laws(t testing.TB) map[string]law {
	m := must(t)
	cut, share, err := Truncated(m(Normal(1, 2)), 0, 4)
	if err != nil || math.Abs(share-(0.3085375387259869+0.0668072012688581)) > 1e-14 {
		t.Fatalf("Truncated cuts off %v, %v", share, err)
	}
	s := math.Log(2)
	unknown := math.NaN()
	return map[string]law{
		"uniform":       {m(Uniform(-2, 5)), 49. / 12},
		"triangular":    {m(Triangular(0, 1, 5)), (0. + 1 + 25 - 0 - 0 - 5) / 18},
		"left triangle": {m(Triangular(1, 1, 2)), 1. / 18},
		"pert":          {m(PERT(0, 2, 10)), (1.8 * 4.2) / (36 * 7) * 100},
		"normal":        {m(Normal(3, 0.5)), 0.25},
		"lognormal":     {m(LogNormal(3, 2)), (math.Exp(s*s) - 1) * 9 * math.Exp(s*s)},
		"beta":          {m(Beta(2, 5)), 10. / (49 * 8)},
		"flat beta":     {m(Beta(1, 1)), 1. / 12},
		"U of a beta":   {m(Beta(0.3, 0.4)), 0.12 / (0.49 * 1.7)},
		"sharp beta":    {m(Beta(3000, 20)), 60000. / (3020 * 3020 * 3021)},
		"gamma":         {m(Gamma(3, 2)), 0.75},
		"low gamma":     {m(Gamma(0.2, 1)), 0.2},
		"high gamma":    {m(Gamma(5000, 10)), 50},
		"observed":      {m(Observed(3, 12)), 3.5 * 9.5 / (169 * 14)},
		"never seen":    {m(Observed(0, 40)), 0.5 * 40.5 / (41 * 41 * 42)},
		"observed rate": {m(ObservedRate(2, 30)), 2.5 / 900},
		"share":         {m(Between(0.02, 0.4, Share)), unknown},
		"positive":      {m(Between(2, 9, Positive)), unknown},
		"real":          {m(Between(-2, 9, Real)), 11 / (2 * 1.6448536269514722) * (11 / (2 * 1.6448536269514722))},
		"truncated":     {cut, unknown},
		"chance":        {m(Chance(0.3)), 0.21},
		"one of":        {m(OneOf(1, 2, 4)), 14. / 9},
		"weighted":      {m(Weighted([]float64{3, 1}, []float64{1, 3})), 0.75},
	}
}

// Each law is drawn through keyed numbers and held against its own distribution function and
// moments: were one of them wrong, an analyst's range would silently become another.
func TestLawsAreDrawnAsTheySay(t *testing.T) {
	const n = 100_000
	for name, l := range laws(t) {
		f := NewStream(11).Factor(name)
		draws := make([]float64, n)
		sum := 0.0
		for i := range draws {
			draws[i] = l.d.Quantile(f.Uniform(uint32(i)))
			sum += draws[i]
		}
		mean, spread := sum/n, 0.0
		for _, x := range draws {
			spread += (x - mean) * (x - mean)
		}
		spread /= n
		if math.Abs(mean-l.d.Mean()) > 4*math.Sqrt(spread/n) {
			t.Errorf("%s: mean of draws %v, Mean %v", name, mean, l.d.Mean())
		}
		if math.Abs(spread-l.variance) > 0.1*l.variance {
			t.Errorf("%s: variance of draws %v, want %v", name, spread, l.variance)
		}
		sort.Float64s(draws)
		if k := kolmogorov(l.d, draws); k > 1.95 { // exceeded once in a thousand
			t.Errorf("%s: √n·(largest distance from the CDF) is %v", name, k)
		}
	}
}

func kolmogorov(d Distribution, sorted []float64) float64 {
	n := float64(len(sorted))
	largest := 0.0
	for i, x := range sorted {
		if i+1 < len(sorted) && sorted[i+1] == x {
			continue // compare at the last of equal draws
		}
		largest = max(largest, math.Abs(d.CDF(x)-float64(i+1)/n))
	}
	return largest * math.Sqrt(n)
}

func TestQuantileInvertsCDF(t *testing.T) {
	for name, l := range laws(t) {
		if _, ok := l.d.(Discrete); ok {
			continue
		}
		for _, u := range []float64{1e-12, 1e-6, 0.001, 0.05, 0.2, 0.499, 0.5, 0.501, 0.8, 0.95, 0.999, 1 - 1e-6} {
			x := l.d.Quantile(u)
			back := l.d.CDF(x)
			// Where the law is so steep that float64 has no closer x, its neighbours bound the way back.
			around := l.d.CDF(math.Nextafter(x, math.Inf(1))) - l.d.CDF(math.Nextafter(x, math.Inf(-1)))
			if math.Abs(back-u) > 1e-12*min(1, 1e3*u)+2*around+1e-15 {
				t.Errorf("%s: CDF(Quantile(%v)) = %v", name, u, back)
			}
		}
	}
}

func TestQuantilesRiseWithinTheSupport(t *testing.T) {
	for name, l := range laws(t) {
		low, high := l.d.Support()
		if a, b := l.d.Quantile(0), l.d.Quantile(1); a != low || b != high {
			t.Errorf("%s: Quantile(0), Quantile(1) = %v, %v; support %v, %v", name, a, b, low, high)
		}
		last := low
		for _, u := range []float64{0x1p-1074, 0x1p-53, 1e-9, 0.01, 0.3, 0.31, 0.5, 0.7, 0.9, 1 - 1e-9, 1 - 0x1p-53} {
			x := l.d.Quantile(u)
			if !(x >= last && x <= high) {
				t.Errorf("%s: Quantile(%v) = %v after %v", name, u, x, last)
			}
			last = x
		}
		for _, u := range []float64{-0.1, 1.1, math.NaN(), math.Inf(1)} {
			if x := l.d.Quantile(u); !math.IsNaN(x) {
				t.Errorf("%s: Quantile(%v) = %v", name, u, x)
			}
		}
		for x, want := range map[float64]float64{math.Inf(-1): 0, math.Inf(1): 1} {
			if got := l.d.CDF(x); got != want {
				t.Errorf("%s: CDF(%v) = %v", name, x, got)
			}
		}
	}
}

// gonum is another hand's work: agreement with it is evidence, not a definition.
func TestBetaAndGammaAgreeWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := math.Exp(rapid.Float64Range(math.Log(0.1), math.Log(1e4)).Draw(t, "ln a"))
		b := math.Exp(rapid.Float64Range(math.Log(0.1), math.Log(1e4)).Draw(t, "ln b"))
		u := rapid.Float64Range(1e-4, 1-1e-4).Draw(t, "u")
		x := distuv.Beta{Alpha: a, Beta: b}.Quantile(u)
		d, err := Beta(a, b)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := d.CDF(x), (distuv.Beta{Alpha: a, Beta: b}).CDF(x); math.Abs(got-want) > 1e-10 {
			t.Errorf("Beta(%v, %v).CDF(%v) = %v, gonum %v", a, b, x, got, want)
		}
		x = d.Quantile(u)
		around := d.CDF(math.Nextafter(x, 2)) - d.CDF(math.Nextafter(x, -1)) // the grid of x bounds the way back
		if got := d.CDF(x); math.Abs(got-u) > 1e-11+around {
			t.Errorf("Beta(%v, %v): CDF(Quantile(%v)) = %v", a, b, u, got)
		}
		g, err := Gamma(a, b)
		if err != nil {
			t.Fatal(err)
		}
		x = distuv.Gamma{Alpha: a, Beta: b}.Quantile(u)
		if got, want := g.CDF(x), (distuv.Gamma{Alpha: a, Beta: b}).CDF(x); math.Abs(got-want) > 1e-10 {
			t.Errorf("Gamma(%v, %v).CDF(%v) = %v, gonum %v", a, b, x, got, want)
		}
		if got := g.CDF(g.Quantile(u)); math.Abs(got-u) > 1e-11 {
			t.Errorf("Gamma(%v, %v): CDF(Quantile(%v)) = %v", a, b, u, got)
		}
	})
}

// Values with closed forms: arcsine, exponential and power laws.
func TestBetaAndGammaClosedForms(t *testing.T) {
	m := must(t)
	arcsine, exponential, power := m(Beta(0.5, 0.5)), m(Gamma(1, 1)), m(Beta(1, 7))
	for _, u := range []float64{1e-15, 1e-8, 1e-3, 0.1, 0.5, 0.77, 0.999} {
		for _, c := range []struct{ got, want float64 }{
			{arcsine.Quantile(u), math.Pow(math.Sin(math.Pi*u/2), 2)},
			{exponential.Quantile(u), -math.Log1p(-u)},
			{power.Quantile(u), -math.Expm1(math.Log1p(-u) / 7)},
		} {
			if math.Abs(c.got-c.want) > 2e-14*c.want {
				t.Errorf("quantile at %v is %v, want %v", u, c.got, c.want)
			}
		}
	}
}

func TestBetweenHoldsNineTenths(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		domain    Domain
	}{{0.02, 0.4, Share}, {2, 900, Positive}, {-3, 4, Real}} {
		d := must(t)(Between(c.low, c.high, c.domain))
		if got := d.Quantile(0.05); math.Abs(got-c.low) > 1e-14*math.Abs(c.low)*10 {
			t.Errorf("%s: 5 %% at %v", d, got)
		}
		if got := d.Quantile(0.95); math.Abs(got-c.high) > 1e-14*math.Abs(c.high)*10 {
			t.Errorf("%s: 95 %% at %v", d, got)
		}
	}
}

func TestObservedIsJeffreys(t *testing.T) {
	m := must(t)
	for _, u := range []float64{0.01, 0.5, 0.9} {
		if a, b := m(Observed(3, 10)).Quantile(u), m(Beta(3.5, 7.5)).Quantile(u); a != b {
			t.Errorf("Observed(3, 10) at %v: %v, want %v", u, a, b)
		}
		if a, b := m(ObservedRate(3, 10)).Quantile(u), m(Gamma(3.5, 10)).Quantile(u); a != b {
			t.Errorf("ObservedRate(3, 10) at %v: %v, want %v", u, a, b)
		}
	}
}

func TestDiscreteCategories(t *testing.T) {
	d, ok := must(t)(Weighted([]float64{5, 1, 3}, []float64{2, 1, 1})).(Discrete)
	if !ok {
		t.Fatal("a weighted law is not Discrete")
	}
	values, weights := d.Categories()
	if values[0] != 1 || values[2] != 5 || weights[2] != 0.5 {
		t.Errorf("categories %v with %v", values, weights)
	}
	for u, want := range map[float64]float64{0.25: 1, 0.2500001: 3, 0.5: 3, 0.6: 5, 1: 5, 0: 1} {
		if got := d.Quantile(u); got != want {
			t.Errorf("Quantile(%v) = %v, want %v", u, got, want)
		}
	}
	for _, p := range []float64{0, 1} {
		c := must(t)(Chance(p))
		if a, b := c.Quantile(0x1p-53), c.Quantile(1-0x1p-53); a != p || b != p {
			t.Errorf("Chance(%v) gives %v and %v", p, a, b)
		}
	}
}

func TestTruncated(t *testing.T) {
	m := must(t)
	whole := m(Normal(0, 1))
	if d, cut, err := Truncated(whole, math.Inf(-1), math.Inf(1)); d != whole || cut != 0 || err != nil {
		t.Error("cutting nothing changes the law")
	}
	half, cut, err := Truncated(whole, 0, math.Inf(1))
	if err != nil || math.Abs(cut-0.5) > 1e-15 || math.Abs(half.Mean()-math.Sqrt(2/math.Pi)) > 1e-9 {
		t.Errorf("half a normal law: cut %v, mean %v, %v", cut, half.Mean(), err)
	}
	some, cut, err := Truncated(m(OneOf(1, 2, 3, 4)), 2, 3)
	if err != nil || cut != 0.5 || some.Mean() != 2.5 {
		t.Errorf("two of four values: cut %v, %v", cut, err)
	}
	for _, c := range [][2]float64{{50, 60}, {2, 1}, {1, 1}, {math.NaN(), 1}} {
		if _, _, err := Truncated(whole, c[0], c[1]); err == nil {
			t.Errorf("Truncated to %v is accepted", c)
		}
	}
	if _, _, err := Truncated(nil, 0, 1); err == nil {
		t.Error("Truncated accepts no distribution")
	}
}

func TestMeanOfLogitNormalIsAccurate(t *testing.T) {
	d := must(t)(Between(0.02, 0.4, Share))
	const n = 2_000_000
	sum := 0.0
	for i := range n {
		sum += d.Quantile((float64(i) + 0.5) / n)
	}
	if math.Abs(d.Mean()-sum/n) > 1e-7 {
		t.Errorf("mean %v, by summation %v", d.Mean(), sum/n)
	}
}

// The error is all an analyst sees: it must say what would be right.
func TestRefusalsSayWhatWouldBeRight(t *testing.T) {
	for _, c := range []struct {
		make func() (Distribution, error)
		want string
	}{
		{func() (Distribution, error) { return Uniform(5, 2) }, "did you mean uniform(2, 5)?"},
		{func() (Distribution, error) { return Uniform(2, 2) }, "write the number 2 itself"},
		{func() (Distribution, error) { return Uniform(-1.7e308, 1.7e308) }, "apart"},
		{func() (Distribution, error) { return Triangular(0, 7, 5) }, "the order is lowest, likeliest, highest"},
		{func() (Distribution, error) { return PERT(5, 3, 1) }, "did you mean pert(1, 3, 5)?"},
		{func() (Distribution, error) { return PERT(1, 1, 1) }, "write the number 1 itself"},
		{func() (Distribution, error) { return Normal(0, 0) }, "must be above 0"},
		{func() (Distribution, error) { return LogNormal(-1, 2) }, "the median must be above 0"},
		{func() (Distribution, error) { return LogNormal(4, 0.5) }, "did you mean lognormal(4, 2)?"},
		{func() (Distribution, error) { return LogNormal(4, 1) }, "write the number 4 itself"},
		{func() (Distribution, error) { return LogNormal(4, -1) }, "give or take a doubling"},
		{func() (Distribution, error) { return Beta(0, 1) }, "such as beta(2, 5)"},
		{func() (Distribution, error) { return Gamma(1, 0) }, "the rate must be above 0"},
		{func() (Distribution, error) { return Gamma(0, 1) }, "the shape must lie"},
		{func() (Distribution, error) { return Observed(12, 3) }, "did you mean observed(3, 12)?"},
		{func() (Distribution, error) { return Observed(-1, 3) }, "cannot be negative"},
		{func() (Distribution, error) { return ObservedRate(2, 0) }, "the order is events, years"},
		{func() (Distribution, error) { return Chance(30) }, "did you mean chance(0.3)?"},
		{func() (Distribution, error) { return Chance(math.NaN()) }, "from 0 to 1"},
		{func() (Distribution, error) { return OneOf() }, "at least one value"},
		{func() (Distribution, error) { return OneOf(1, 1) }, "appears twice"},
		{func() (Distribution, error) { return Weighted([]float64{1}, nil) }, "each value needs one"},
		{func() (Distribution, error) { return Weighted([]float64{1, 2}, []float64{0, 0}) }, "above 0"},
		{func() (Distribution, error) { return Weighted([]float64{1, 2}, []float64{1, -1}) }, "not negative"},
		{func() (Distribution, error) { return Between(0, 0.4, Share) }, "such as between(0.01, 0.99)"},
		{func() (Distribution, error) { return Between(-1, 4, Positive) }, "must be above 0"},
		{func() (Distribution, error) { return Between(4, 1, Real) }, "did you mean between(1, 4)?"},
		{func() (Distribution, error) { return Between(1, 4, 9) }, "real, positive or share"},
	} {
		d, err := c.make()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", d, err, c.want)
		}
	}
}

// Nothing a file can hold may crash a run or produce a law that answers NaN.
func FuzzLaws(f *testing.F) {
	for _, x := range []float64{0, 1, -1, 0.5, 1e-300, 1e300, math.Inf(1), math.NaN()} {
		f.Add(x, 2.0, 3.0, 0.25)
		f.Add(0.5, x, 3.0, 0.999)
		f.Add(1.0, 2.0, x, 1e-9)
	}
	f.Fuzz(func(t *testing.T, a, b, c, u float64) {
		if !(u > 0 && u < 1) {
			return
		}
		check := func(d Distribution, err error) {
			if (d == nil) == (err == nil) {
				t.Fatalf("law %v with error %v", d, err)
			}
			if err != nil {
				if errors.Unwrap(err) != nil {
					t.Fatal("unexpected wrapping")
				}
				return
			}
			low, high := d.Support()
			if x := d.Quantile(u); !(x >= low && x <= high) {
				t.Errorf("%s: Quantile(%v) = %v, support %v to %v", d, u, x, low, high)
			}
			if p := d.CDF(c); !math.IsNaN(c) && !(p >= 0 && p <= 1) {
				t.Errorf("%s: CDF(%v) = %v", d, c, p)
			}
		}
		check(Uniform(a, b))
		check(Triangular(a, b, c))
		check(PERT(a, b, c))
		check(Normal(a, b))
		check(LogNormal(a, b))
		check(Beta(a, b))
		check(Gamma(a, b))
		check(Observed(a, b))
		check(ObservedRate(a, b))
		check(Chance(a))
		check(OneOf(a, b, c))
		check(Weighted([]float64{a, b}, []float64{b, c}))
		for _, domain := range []Domain{Real, Positive, Share} {
			check(Between(a, b, domain))
		}
	})
}

func BenchmarkQuantile(b *testing.B) {
	for name, l := range laws(b) {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			f := NewStream(1).Factor(name)
			var us [1024]float64
			for i := range us {
				us[i] = f.Uniform(uint32(i))
			}
			for i := 0; b.Loop(); i++ {
				sink += l.d.Quantile(us[i%1024])
			}
		})
	}
}

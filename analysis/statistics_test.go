package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Values of Wilson's formula in 40 digits (what R gives as
// prop.test(k, n, correct = FALSE)$conf.int).
func TestWilsonIntervals(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{
		{8, 10, 0.4901625, 0.9433178},
		{0, 20, 0, 0.1611252},
		{20, 20, 0.8388748, 1},
		{781, 1000, 0.7543184, 0.8055310},
	} {
		low, high := wilson(c.k, c.n, z95)
		if !near(low, c.low, 5e-7) || !near(high, c.high, 5e-7) {
			t.Errorf("%d of %d: %.7f to %.7f, want %.7f to %.7f", c.k, c.n, low, high, c.low, c.high)
		}
	}
	if low, high := wilson(0, 0, z95); low != 0 || high != 1 {
		t.Errorf("of nothing: %v to %v", low, high)
	}
}

// Values of R: quantile(x, p), type 7.
func TestQuantilesAreThoseOfR(t *testing.T) {
	x := []float64{1, 2, 4, 8, 16}
	for _, c := range []struct{ p, want float64 }{{0, 1}, {0.05, 1.2}, {0.5, 4}, {0.625, 6}, {0.95, 14.4}, {1, 16}} {
		if got := quantile(x, c.p); !near(got, c.want, 1e-14) {
			t.Errorf("%v: %v, want %v", c.p, got, c.want)
		}
	}
	if got := quantile([]float64{3}, 0.95); got != 3 {
		t.Errorf("of one value: %v", got)
	}
}

// A small effect on top of a large level must keep its error.
func TestMomentsKeepTheirDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var m, far moments
	for range 10000 {
		x := float64(r.IntN(1<<20)) / (1 << 20)
		m.add(x)
		far.add(x + 1e9) // exact to 2^-22
	}
	if !near(far.mean()-1e9, m.mean(), 1e-6) || !near(far.variance()/m.variance(), 1, 1e-6) {
		t.Errorf("mean %v, variance %v at 1e9; %v, %v at 0", far.mean()-1e9, far.variance(), m.mean(), m.variance())
	}
	var same moments
	for range 4000 {
		same.add(0.1)
	}
	if same.mean() != 0.1 || same.se() != 0 {
		t.Errorf("4,000 times 0.1 has mean %v ± %v", same.mean(), same.se())
	}
}

func TestMomentsAreThoseOfTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-1e3, 1e3), 2, 50).Draw(t, "x")
		var m moments
		sum := 0.0
		for _, v := range x {
			m.add(v)
			sum += v
		}
		mean, squares := sum/float64(len(x)), 0.0
		for _, v := range x {
			squares += (v - mean) * (v - mean)
		}
		variance := squares / float64(len(x)-1)
		if !near(m.mean(), mean, 1e-10) || !near(m.variance(), variance, 1e-9*(1+variance)) {
			t.Fatalf("mean %v, variance %v; want %v, %v", m.mean(), m.variance(), mean, variance)
		}
	})
}

func TestShareWordsFollowTheScale(t *testing.T) {
	for _, c := range []struct {
		share float64
		want  string
	}{
		{1, "in virtually all worlds"},
		{0.99, "in virtually all worlds"},
		{0.989, "in nearly all worlds"},
		{0.66, "in most worlds"},
		{0.5, "in about half of the worlds"},
		{0.2, "in a minority of worlds"},
		{0.05, "in few worlds"},
		{0, "in virtually no world"},
	} {
		if got := inWords(c.share); got != c.want {
			t.Errorf("%v is %q, want %q", c.share, got, c.want)
		}
	}
}

// Order statistics are found without sorting; they must be those of the sorted values.
func TestQuantilesAreThoseOfSortedValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-3, 3), 1, 80).Draw(t, "x")
		for i := range x {
			x[i] = math.Round(4*x[i]) / 4 // with ties
		}
		p := rapid.SampledFrom([]float64{0, lowBand, 0.5, highBand, 1}).Draw(t, "p")
		sorted := slices.Sorted(slices.Values(x))
		at := p * float64(len(x)-1)
		i := int(at)
		want := sorted[i]
		if i+1 < len(x) {
			want += (at - float64(i)) * (sorted[i+1] - sorted[i])
		}
		if got := quantile(x, p); got != want {
			t.Fatalf("quantile %v is %v, want %v", p, got, want)
		}
	})
}

func TestBandsLeaveOutWhatIsNoNumber(t *testing.T) {
	if got := finite32([]float32{0.1, float32(math.NaN()), float32(math.Inf(1)), 0.25}); len(got) != 2 || got[1] != 0.25 {
		t.Errorf("%v", got)
	}
}

// A tenth kept in single precision is shown as 0.1 again.
func TestBandsReadAsWritten(t *testing.T) {
	if got := shortest(0.1); got != 0.1 {
		t.Errorf("0.1 is shown as %v", got)
	}
}

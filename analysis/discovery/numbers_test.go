package discovery

import (
	"context"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func contextWithCancel(t *testing.T) (context.Context, context.CancelFunc) {
	t.Helper()
	return context.WithCancel(t.Context())
}

// A quasi-p-value is a binomial tail; here against sums of exact fractions.
func TestBinomialTail(t *testing.T) {
	for _, c := range []struct {
		h, n int
		p    float64
	}{{3, 10, 0.5}, {67, 87, 0.25}, {10, 40, 0.25}, {9, 40, 0.25}, {1, 5, 0.0625}, {5, 5, 0.75}, {300, 400, 0.5}} {
		want := new(big.Rat)
		p := new(big.Rat).SetFloat64(c.p)
		q := new(big.Rat).Sub(big.NewRat(1, 1), p)
		for k := c.h; k <= c.n; k++ {
			term := new(big.Rat).SetInt(new(big.Int).Binomial(int64(c.n), int64(k)))
			for range k {
				term.Mul(term, p)
			}
			for range c.n - k {
				term.Mul(term, q)
			}
			want.Add(want, term)
		}
		w, _ := want.Float64()
		if got := binomialTail(c.h, c.n, c.p); math.Abs(got-w) > 1e-10*w {
			t.Errorf("at least %d of %d at %g: %g, want %g", c.h, c.n, c.p, got, w)
		}
	}
	if binomialTail(0, 5, 0.3) != 1 || binomialTail(2, 5, 0) != 0 || binomialTail(2, 5, 1) != 1 {
		t.Error("the ends are wrong")
	}
	if got := binomialTail(90_000, 100_000, 0.01); got != 0 {
		t.Errorf("a hopeless case has chance %g", got)
	}
}

// The guard's deals have the law they should: the mean and variance of the hypergeometric.
func TestHypergeometric(t *testing.T) {
	table := prepare(t, corner(2000, 3, 1))
	o, err := Options{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	g := newGuard(table, table.everywhere(), o)
	for _, c := range []struct{ n, h, m int }{{2000, 300, 100}, {50, 20, 25}, {10, 9, 5}, {7, 3, 1}, {2000, 1990, 1000}} {
		const draws = 20000
		sum, squares := 0.0, 0.0
		for i := range draws {
			x := float64(g.hypergeometric((float64(i)+0.5)/draws, tally{c.n, c.h}, c.m))
			sum += x
			squares += x * x
		}
		n, m, p := float64(c.n), float64(c.m), float64(c.h)/float64(c.n)
		mean := sum / draws
		variance := squares/draws - mean*mean
		if want := m * p; math.Abs(mean-want) > 1e-3*want {
			t.Errorf("%v: mean %g, want %g", c, mean, want)
		}
		if want := m * p * (1 - p) * (n - m) / (n - 1); math.Abs(variance-want) > 0.01*want {
			t.Errorf("%v: variance %g, want %g", c, variance, want)
		}
	}
}

// Columns come out sorted, whatever numbers they hold.
func TestSorting(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{1, 2, 100, 5000} {
		x := make([]float64, n)
		for i := range x {
			x[i] = r.NormFloat64() * math.Pow(10, float64(r.IntN(600)-300))
			if r.IntN(5) == 0 {
				x[i] = float64(r.IntN(3) - 1)
			}
		}
		x[0] = math.Copysign(0, -1)
		c := newColumn(Dimension{Name: "a"}, x, identity(n))
		want := slices.Clone(x)
		slices.Sort(want)
		for i, row := range c.order {
			if x[row] != want[i] || c.values[c.rank[row]] != x[row] {
				t.Fatalf("place %d of %d has %g, want %g", i, n, x[row], want[i])
			}
		}
		if !slices.IsSorted(c.values) || len(slices.Compact(slices.Clone(want))) != len(c.values) {
			t.Fatal("the distinct values are wrong")
		}
	}
}

func identity(n int) []uint32 {
	rows := make([]uint32, n)
	for i := range rows {
		rows[i] = uint32(i)
	}
	return rows
}

// A limit lies between the values it parts, also where nothing lies between them.
func TestLimitsPartNeighbours(t *testing.T) {
	for _, c := range [][2]float64{{1, 2}, {1, math.Nextafter(1, 2)}, {-math.MaxFloat64, math.MaxFloat64}, {0, 5e-324}, {-5e-324, 0}} {
		upper, lower := between(c[0], c[1])
		if upper < c[0] || upper >= c[1] || lower <= c[0] || lower > c[1] {
			t.Errorf("between %g and %g: at most %g, at least %g", c[0], c[1], upper, lower)
		}
	}
}

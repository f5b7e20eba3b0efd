package elementary

import (
	"math"
	"math/big"
	"testing"
)

// A wrong digit in a series would shift every result of every run by a hair that nobody
// would find: the numbers are computed anew with 256 bits. They are those of the polynomials that agree with
// the function at Chebyshev's nodes, which is within a few parts in a hundred of the best there is.
func TestSweepSeries(t *testing.T) {
	compare(t, "exp", []float64{exp0, exp1, exp2, exp3, exp4, exp5, exp6, exp7, exp8, exp9}, chebyshev(10, -0.3466, 0.3466, expRest))
	compare(t, "log", []float64{log0, log1, log2, log3, log4, log5, log6}, chebyshev(7, 0, 0.02945, logRest))
	if got := nearest(newWide().Quo(wide(1), wideLn2())); got != inverseLn2 {
		t.Errorf("1/ln 2 should read %x", got)
	}
	if got := math.Float64bits(math.Sqrt2 / 2); got != rootHalfBits {
		t.Errorf("the bits of √½ should read %#x", got)
	}
}

func compare(t *testing.T, name string, got []float64, want []*big.Float) {
	t.Helper()
	for i, w := range want {
		if got[i] != nearest(w) {
			t.Errorf("coefficient %d of the series of %s should read %x", i, name, nearest(w))
		}
	}
}

// expRest is (e^r − 1 − r)/r².
func expRest(r *big.Float) *big.Float {
	rest := wideExp(r)
	rest.Sub(rest, wide(1))
	rest.Sub(rest, r)
	return rest.Quo(rest, newWide().Mul(r, r))
}

// logRest is (ln((1+s)/(1−s))/s − 2)/s², given s².
func logRest(square *big.Float) *big.Float {
	s := newWide().Sqrt(square)
	rest := wideLog(newWide().Quo(newWide().Add(wide(1), s), newWide().Sub(wide(1), s)))
	rest.Quo(rest, s)
	rest.Sub(rest, wide(2))
	return rest.Quo(rest, square)
}

// chebyshev returns the coefficients, constant first, of the polynomial through n points of f
// at Chebyshev's nodes, rounded to 20 bits so that they are the same on every machine.
func chebyshev(n int, low, high float64, f func(*big.Float) *big.Float) []*big.Float {
	nodes, divided := make([]*big.Float, n), make([]*big.Float, n)
	for i := range n {
		cosine := math.Cos(math.Pi * (float64(i) + 0.5) / float64(n))
		node := (low+high)/2 + (high-low)/2*cosine
		nodes[i] = wide(math.Round(node*0x1p24) * 0x1p-24)
		divided[i] = f(nodes[i])
	}
	for k := 1; k < n; k++ {
		for i := n - 1; i >= k; i-- {
			divided[i] = newWide().Sub(divided[i], divided[i-1])
			divided[i].Quo(divided[i], newWide().Sub(nodes[i], nodes[i-k]))
		}
	}
	// Newton's form multiplied out, from the highest term inwards.
	coefficients := make([]*big.Float, n)
	for i := range coefficients {
		coefficients[i] = newWide()
	}
	for k := n - 1; k >= 0; k-- {
		for i := n - 1; i >= 0; i-- {
			coefficients[i].Neg(coefficients[i].Mul(coefficients[i], nodes[k]))
			if i > 0 {
				coefficients[i].Add(coefficients[i], coefficients[i-1])
			}
		}
		coefficients[0].Add(coefficients[0], divided[k])
	}
	return coefficients
}

package chance

import (
	"math"

	"parley/elementary"
)

// largest is the greatest parameter of Beta and Gamma: beyond it they are points for all purposes,
// and their series long.
const largest = 1e9

// beta is the Beta law stretched to run from low to low + width.
type beta struct {
	a, b, low, width float64
	written          string
}

// Beta is the law of a share with density in proportion to x^(a−1)·(1−x)^(b−1).
func Beta(a, b float64) (Distribution, error) {
	written := call("beta", a, b)
	if err := finite(written, a, b); err != nil {
		return nil, err
	}
	if a < 1e-3 || b < 1e-3 || a > largest || b > largest {
		return nil, refuse(written, "both numbers must lie from 0.001 to 1e9, such as beta(2, 5)")
	}
	return beta{a, b, 0, 1, written}, nil
}

// PERT is the Beta law from low to high with the given likeliest value, its mean at (low +
// 4·mode + high)/6 (Malcolm, Roseboom, Clark & Fazar 1959).
func PERT(low, mode, high float64) (Distribution, error) {
	if err := threePoints("pert", low, mode, high); err != nil {
		return nil, err
	}
	width := high - low
	return beta{
		1 + float64(4*((mode-low)/width)), 1 + float64(4*((high-mode)/width)), low, width,
		call("pert", low, mode, high),
	}, nil
}

// Observed is what seeing something k times in n tells about its probability: Beta(k + ½, n − k + ½), after
// Jeffreys' prior.
func Observed(k, n float64) (Distribution, error) {
	written := call("observed", k, n)
	if err := finite(written, k, n); err != nil {
		return nil, err
	}
	switch {
	case n < 0 || k < 0:
		return nil, refuse(written, "counts cannot be negative")
	case k > n && n >= 0:
		return nil, refuse(written, "seen more often than looked for; the order is times seen, times looked: did you mean %s?", call("observed", n, k))
	case n > largest:
		return nil, refuse(written, "counts must be at most 1e9")
	}
	return beta{k + 0.5, n - k + 0.5, 0, 1, written}, nil
}

func (d beta) Quantile(u float64) float64 {
	switch {
	case outside(u):
		return math.NaN()
	case u == 0:
		return d.low
	case u == 1:
		return d.low + d.width
	}
	y := d.start(u)
	if math.Abs(y) < 650 {
		y = solve(u, y, func(y float64) (lower, upper, slope float64) {
			return betaTails(d.a, d.b, elementary.Logistic(y), elementary.Logistic(-y))
		})
	}
	return d.low + float64(d.width*elementary.Logistic(y))
}

// start guesses the log-odds of a quantile: the leading term of the tail where that is far out, else
// a normal law with the mean and spread that the log-odds of a Beta have for large a, b.
func (d beta) start(u float64) float64 {
	tail := elementary.LogGamma(d.a) + elementary.LogGamma(d.b) - elementary.LogGamma(d.a+d.b)
	if left := (elementary.Log(u) + elementary.Log(d.a) + tail) / d.a; left < -1-elementary.Log1p(d.b/d.a) {
		return left
	}
	if right := (elementary.Log(1-u) + elementary.Log(d.b) + tail) / d.b; right < -1-elementary.Log1p(d.a/d.b) {
		return -right
	}
	z := elementary.NormalQuantile(u)
	return elementary.Log(d.a/d.b) + float64(z*math.Sqrt(1/d.a+1/d.b))
}

func (d beta) CDF(x float64) float64 {
	share, rest := (x-d.low)/d.width, (d.low+d.width-x)/d.width
	switch {
	case math.IsNaN(x):
		return x
	case share <= 0:
		return 0
	case rest <= 0:
		return 1
	}
	lower, _, _ := betaTails(d.a, d.b, share, rest)
	return lower
}

func (d beta) Mean() float64                { return d.low + float64(d.width*(d.a/(d.a+d.b))) }
func (d beta) Support() (low, high float64) { return d.low, d.low + d.width }
func (d beta) String() string               { return d.written }

type gamma struct {
	shape, rate float64
	written     string
}

// Gamma is the law of a positive number with density in proportion to x^(shape−1)·e^(−rate·x).
func Gamma(shape, rate float64) (Distribution, error) {
	written := call("gamma", shape, rate)
	if err := finite(written, shape, rate); err != nil {
		return nil, err
	}
	if shape < 1e-3 || shape > largest {
		return nil, refuse(written, "the shape must lie from 0.001 to 1e9")
	}
	if rate <= 0 {
		return nil, refuse(written, "the rate must be above 0")
	}
	return gamma{shape, rate, written}, nil
}

// ObservedRate is what k events in so many years tell about the yearly rate: Gamma(k + ½, years), after
// Jeffreys' prior.
func ObservedRate(k, years float64) (Distribution, error) {
	written := call("observed_rate", k, years)
	if err := finite(written, k, years); err != nil {
		return nil, err
	}
	switch {
	case k < 0 || k > largest:
		return nil, refuse(written, "the number of events must lie from 0 to 1e9")
	case years <= 0:
		return nil, refuse(written, "the time watched must be above 0 years; the order is events, years")
	}
	return gamma{k + 0.5, years, written}, nil
}

func (d gamma) Quantile(u float64) float64 {
	switch {
	case outside(u):
		return math.NaN()
	case u == 0:
		return 0
	case u == 1:
		return math.Inf(1)
	}
	y := d.start(u)
	if y > -650 {
		y = solve(u, y, func(y float64) (lower, upper, slope float64) {
			return gammaTails(d.shape, elementary.Exp(y))
		})
	}
	return elementary.Exp(y) / d.rate
}

// start guesses the logarithm of a quantile of Gamma(shape, 1): the leading term of the lower tail,
// or the cube-root normal approximation of Wilson & Hilferty (1931).
func (d gamma) start(u float64) float64 {
	left := (elementary.Log(u) + elementary.LogGamma(d.shape+1)) / d.shape
	if left < elementary.Log(d.shape+1)-1.5 {
		return left
	}
	spread := 1 / (9 * d.shape)
	root := 1 - spread + float64(elementary.NormalQuantile(u)*math.Sqrt(spread))
	if root < 0.1 {
		return left
	}
	return elementary.Log(d.shape) + float64(3*elementary.Log(root))
}

func (d gamma) CDF(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x <= 0:
		return 0
	case math.IsInf(x*d.rate, 1):
		return 1
	}
	lower, _, _ := gammaTails(d.shape, x*d.rate)
	return lower
}

func (d gamma) Mean() float64                { return d.shape / d.rate }
func (d gamma) Support() (low, high float64) { return 0, math.Inf(1) }
func (d gamma) String() string               { return d.written }

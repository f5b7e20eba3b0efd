package chance

import (
	"fmt"
	"math"
	"strings"

	"parley/elementary"
)

// Distribution is a probability law of one number.
type Distribution interface {
	// Quantile returns the smallest x with CDF(x) ≥ u, for u in [0, 1]; NaN outside.
	Quantile(u float64) float64
	// CDF returns the probability of at most x.
	CDF(x float64) float64
	Mean() float64
	// Support returns the ends of the range that has all the probability.
	Support() (low, high float64)
	// String writes the law as world files do, such as uniform(0, 1).
	String() string
}

// Discrete is a distribution on finitely many values.
type Discrete interface {
	Distribution
	// Categories returns the values, rising, and their probabilities, which add to 1.
	Categories() (values, weights []float64)
}

// call writes name(argument, …).
func call(name string, arguments ...float64) string {
	var b strings.Builder
	b.WriteString(name)
	b.WriteByte('(')
	for i, a := range arguments {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%g", a)
	}
	b.WriteByte(')')
	return b.String()
}

// refuse is the error of a constructor: what was written, and what would be right.
func refuse(written, format string, arguments ...any) error {
	return fmt.Errorf("%s: %s", written, fmt.Sprintf(format, arguments...))
}

// finite refuses NaN and infinities among the arguments of a law.
func finite(written string, arguments ...float64) error {
	for _, a := range arguments {
		if math.IsNaN(a) || math.IsInf(a, 0) {
			return refuse(written, "every number must be finite")
		}
	}
	return nil
}

// rising refuses two ends that are equal or in the wrong order.
func rising(name, written string, low, high float64) error {
	switch {
	case low == high:
		return refuse(written, "the two ends are equal; write the number %g itself, or two different ends", low)
	case low > high:
		return refuse(written, "the lower end must come first; did you mean %s?", call(name, high, low))
	case math.IsInf(high-low, 0):
		return refuse(written, "the ends must be less than 1.8e308 apart")
	}
	return nil
}

// outside tells whether u is no probability (or NaN).
func outside(u float64) bool { return !(u >= 0 && u <= 1) }

// meanOfQuantiles integrates a quantile function over (0, 1) by the double-exponential rule
// (Takahasi & Mori 1974), which takes the infinite ends of a law in its stride.
func meanOfQuantiles(quantile func(float64) float64) float64 {
	const step, reach = 1. / 32, 110
	sum, weights := 0.0, 0.0
	for i := -reach; i <= reach; i++ {
		e := elementary.Exp(float64(i) * step)
		slope := math.Pi / 2 * (e + 1/e)
		u := elementary.Logistic(math.Pi / 2 * (e - 1/e))
		rest := elementary.Logistic(-math.Pi / 2 * (e - 1/e))
		if u <= 0 || u > 1-0x1p-53 {
			continue
		}
		weight := float64(slope * u * rest)
		if x := quantile(u); !math.IsInf(x, 0) && !math.IsNaN(x) {
			sum += float64(weight * x)
			weights += weight
		}
	}
	return sum / weights
}

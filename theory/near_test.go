package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// reporter is what a test and a property have in common.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// near holds a number to another, relative to it where it is large.
func near(t reporter, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within*max(1, math.Abs(want))) && got != want {
		t.Errorf("%s is %.17g, want %.17g", what, got, want)
	}
}

// inUnit holds a number to [0, 1].
func inUnit(t reporter, what string, got float64) {
	t.Helper()
	if !(got >= 0 && got <= 1) {
		t.Errorf("%s is %v, not from 0 to 1", what, got)
	}
}

// between draws a number from a range, its ends more often than chance would.
func between(t *rapid.T, what string, low, high float64) float64 {
	return rapid.Float64Range(low, high).Draw(t, what)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// sink keeps benchmarks from being optimised away.
var sink float64

// check runs a property with as many cases as a quick test can afford.
func check(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	rapid.Check(t, property)
}

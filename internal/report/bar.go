package report

import (
	"math"
	"strings"
)

// bar draws a value on a line whose ends stand for −most and most, or, where
// nothing lies below zero, for 0 and most. The zero line is always drawn.
func bar(value, most float64, columns int, below bool) string {
	if !(most > 0) || math.IsNaN(value) || math.IsInf(value, 0) {
		return strings.Repeat(" ", columns)
	}
	half := columns - 1
	if below {
		half = (columns - 1) / 2
	}
	n := int(math.Round(min(1, math.Abs(value)/most) * float64(half)))
	full, empty := strings.Repeat("█", n), strings.Repeat(" ", half-n)
	switch {
	case !below:
		return "│" + full + empty
	case value < 0:
		return empty + full + "│" + strings.Repeat(" ", half)
	default:
		return strings.Repeat(" ", half) + "│" + full + empty
	}
}

// split draws shares that add up to one as one bar: what holds, what makes no
// difference, what fails.
func split(holds, flat, fails float64, columns int) string {
	edge := func(share float64) int { return min(columns, max(0, int(math.Round(share*float64(columns))))) }
	a, b := edge(holds), edge(holds+flat)
	if fails == 0 {
		b = columns
	}
	b = max(a, b)
	return strings.Repeat("█", a) + strings.Repeat("▒", b-a) + strings.Repeat("░", columns-b)
}

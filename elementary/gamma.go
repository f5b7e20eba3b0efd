package elementary

import "math"

// LogGamma returns ln Γ(x) for x > 0: +Inf at 0 and +Inf, NaN below 0.
//
// Near the zeros at 1 and 2 the Taylor series about 2 keeps the digits; from 10 upwards
// Stirling's series; between, the recurrence.
func LogGamma(x float64) float64 {
	switch {
	case math.IsNaN(x) || x < 0:
		return math.NaN()
	case x == 0 || math.IsInf(x, 1):
		return math.Inf(1)
	case x < 0.5:
		return logGammaNearTwo(x) - Log1p(x) - Log(x)
	case x < 1.5:
		return logGammaNearTwo(x-1) - Log(x)
	case x < 10:
		return logGammaShifted(x)
	}
	return float64((x-0.5)*Log(x)) - x + halfLogTwoPi + StirlingRest(x)
}

// logGammaShifted walks down to [1.5, 2.5): ln Γ(x) = ln Γ(x − n) + ln((x − 1)…(x − n)).
func logGammaShifted(x float64) float64 {
	product := 1.0
	for x >= 2.5 {
		x--
		product = float64(product * x)
	}
	near := logGammaNearTwo(x - 2)
	if product == 1 {
		return near
	}
	return near + Log(product)
}

// logGammaNearTwo is ln Γ(2 + w) for w at most ½ in size.
func logGammaNearTwo(w float64) float64 {
	sum := 0.0
	for i := len(gammaSeries) - 1; i >= 0; i-- {
		sum = float64(sum*w) + gammaSeries[i]
	}
	return float64(sum * w)
}

// StirlingRest returns ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π), what Stirling's formula leaves
// out, without the cancellation that the difference of the two would suffer at large x.
func StirlingRest(x float64) float64 {
	if x < 10 {
		return LogGamma(x) - (float64((x-0.5)*Log(x)) - x + halfLogTwoPi)
	}
	inverse := 1 / x
	y := float64(inverse * inverse)
	// B_2k/(2k(2k−1)), k = 8…1 (Abramowitz & Stegun 6.1.40).
	sum := -3617. / 122400
	sum = float64(sum*y) + 1./156
	sum = float64(sum*y) - 691./360360
	sum = float64(sum*y) + 1./1188
	sum = float64(sum*y) - 1./1680
	sum = float64(sum*y) + 1./1260
	sum = float64(sum*y) - 1./360
	sum = float64(sum*y) + 1./12
	return float64(sum * inverse)
}

package elementary

import "math"

// Logistic returns 1/(1 + e^−x), the inverse of [Logit].
func Logistic(x float64) float64 {
	if !(math.Abs(x) < hot) {
		if x < 0 {
			return Exp(x)
		}
		return 1 / (1 + Exp(-x))
	}
	// Exp(−x), written out: the hottest line of a run.
	k := float64(x*-inverseStep) + shift
	n := math.Float64bits(k)
	k -= shift
	r := -x - float64(k*stepHigh) - float64(k*stepLow)
	entry := &powers[n%128]
	scale := math.Float64frombits(entry.bits + n<<45)
	r2 := float64(r * r)
	low := 1./2 + float64(r*(1./6))
	high := 1./24 + float64(r*(1./120))
	excess := entry.tail + r + float64(r2*low) + float64(float64(r2*r2)*high)
	return 1 / (1 + (scale + float64(scale*excess)))
}

// Logit returns the log-odds ln(p/(1 − p)) of a probability: −Inf at 0, +Inf at 1, NaN
// outside.
func Logit(p float64) float64 {
	if p > 0.25 && p < 0.75 {
		return Log1p((float64(2*p) - 1) / (1 - p)) // 2p − 1 is exact here
	}
	return Log(p / (1 - p))
}

// Softplus returns ln(1 + e^x), at any x.
func Softplus(x float64) float64 {
	if x > 0 {
		return x + Log1p(Exp(-x))
	}
	return Log1p(Exp(x))
}

// LogSumExp2 returns ln(e^a + e^b) without overflow.
func LogSumExp2(a, b float64) float64 {
	if b > a {
		a, b = b, a
	}
	if math.IsInf(a, 0) {
		return a
	}
	return a + Log1p(Exp(b-a))
}

// LogSumExp3 returns ln(e^a + e^b + e^c) without overflow.
func LogSumExp3(a, b, c float64) float64 {
	if b > a {
		a, b = b, a
	}
	if c > a {
		a, c = c, a
	}
	if math.IsInf(a, 0) {
		return a
	}
	return a + Log1p(Exp(b-a)+Exp(c-a))
}

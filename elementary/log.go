package elementary

import "math"

// reciprocal is an entry of the table of logarithms.
type reciprocal struct{ inverse, logHigh, logLow float64 }

const (
	// logOffset are the bits of 0.6875, where the slices of the table begin.
	logOffset = 0x3fe6000000000000
	// upper masks the first 26 bits of a significand, so that products of two such are exact.
	upper = 0xfffffffff8000000
)

// Log returns the natural logarithm of x: −Inf at 0, NaN below.
//
// x = 2^k·z; the table gives a short 1/c near 1/z and ln c, and ln(z/c) is the power
// series of ln(1 + r) to the eighth degree (Tang 1990). z is split so that r is found without
// a rounding error worth the name.
func Log(x float64) float64 {
	bits := math.Float64bits(x)
	if bits-0x0010000000000000 >= 0x7fe0000000000000 {
		if !(x > 0) || x > math.MaxFloat64 {
			return logEdge(x)
		}
		bits = math.Float64bits(x*0x1p52) - 52<<52
	}
	place := bits - logOffset
	k := float64(int64(place) >> 52)
	bits -= place & (0xfff << 52)
	entry := &reciprocals[place>>45%128]
	front := math.Float64frombits(bits & upper)
	back := math.Float64frombits(bits) - front
	r := float64(front*entry.inverse) - 1 + float64(back*entry.inverse)
	w := float64(k*ln2High) + entry.logHigh
	high := w + r
	low := w - high + r + (float64(k*ln2Low) + entry.logLow)
	return low + float64(float64(r*r)*logSeries(r)) + high
}

// logEdge is Log where there is nothing to compute.
func logEdge(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	}
	return x // +Inf or NaN
}

// logSeries is (ln(1 + r) − r)/r² for r at most 1/128 in size.
func logSeries(r float64) float64 {
	r2 := float64(r * r)
	a := float64(r*(1./3)) - 1./2
	b := float64(r*(1./5)) - 1./4
	c := float64(r*(1./7)) - 1./6
	return a + float64(r2*(b+float64(r2*(c-float64(r2*(1./8))))))
}

// Log1p returns ln(1 + x), with its digits also where x is small.
func Log1p(x float64) float64 {
	switch {
	case math.Abs(x) < 0x1p-7:
		return x + float64(float64(x*x)*logSeries(x))
	case x < -1:
		return math.NaN()
	case !(x > -1) || x > 0x1p54:
		return Log(1 + x)
	}
	whole := 1 + x
	lost := x - (whole - 1)
	if x > 1 {
		lost = 1 - (whole - x)
	}
	return Log(whole) + lost/whole
}

// logParts is ln x for positive, finite x as an unevaluated sum, with about 12 more bits than
// Log gives.
func logParts(x float64) (high, low float64) {
	bits := math.Float64bits(x)
	if bits < 0x0010000000000000 {
		bits = math.Float64bits(x*0x1p52) - 52<<52
	}
	place := bits - logOffset
	k := float64(int64(place) >> 52)
	bits -= place & (0xfff << 52)
	entry := &reciprocals[place>>45%128]
	front := math.Float64frombits(bits & upper)
	back := math.Float64frombits(bits) - front
	r, rest := twoSum(float64(front*entry.inverse)-1, float64(back*entry.inverse))
	w := float64(k*ln2High) + entry.logHigh
	high, low = twoSum(w, r)
	// −r²/2 is the one term of the series large enough to need its rounding error.
	square, squareRest := twoProduct(r, r)
	high, carry := twoSum(high, float64(-square/2))
	r2 := square
	b := float64(r*(1./5)) - 1./4
	c := float64(r*(1./7)) - 1./6
	d := float64(r*(1./9)) - 1./8 - float64(r2*(1./10))
	cubic := float64(r*(1./3)) + float64(r2*(b+float64(r2*(c+float64(r2*d)))))
	tail := low + carry + (rest - float64(r*rest)) - float64(squareRest/2) + float64(r2*cubic) + (float64(k*ln2Low) + entry.logLow)
	sum := high + tail
	return sum, high - sum + tail
}

// twoSum is a + b and its rounding error (Knuth).
func twoSum(a, b float64) (sum, rest float64) {
	sum = a + b
	part := sum - a
	return sum, (a - (sum - part)) + (b - part)
}

// twoProduct is a·b and its rounding error, by splitting both (Dekker).
func twoProduct(a, b float64) (product, rest float64) {
	product = float64(a * b)
	a1 := math.Float64frombits(math.Float64bits(a) & upper)
	b1 := math.Float64frombits(math.Float64bits(b) & upper)
	a2, b2 := a-a1, b-b1
	rest = float64(a1*b1) - product + float64(a1*b2) + float64(a2*b1) + float64(a2*b2)
	return product, rest
}

// Pow returns x^y for x ≥ 0; it is NaN for negative x. As usual x^0 = 1 and 1^y = 1.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case math.IsNaN(x) || math.IsNaN(y) || x < 0:
		return math.NaN()
	case y == 1:
		return x
	case x == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return powEdge(x, y)
	}
	high, low := logParts(x)
	if math.Abs(y) > 0x1p64 { // beyond 2^64 every base but 1 leaves the range
		return powEdge(x, math.Copysign(math.Inf(1), y))
	}
	product, rest := twoProduct(high, y)
	return expOfSum(product, rest+float64(low*y))
}

// powEdge is Pow where the base is 0 or infinite or the exponent infinite.
func powEdge(x, y float64) float64 {
	if (x > 1) == (y > 0) {
		return math.Inf(1)
	}
	return 0
}

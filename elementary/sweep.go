package elementary

import "math"

// The sweeps do a whole slice at once, with the processor's vector instructions where the
// program was built with them (sweep_amd64.go) and one by one where not. Both are the same
// arithmetic in the same order, without tables and without fused products, so that a slice
// has the same bits on every machine; TestLanesAgreeWithOneByOne holds them to it. The
// vector code does only blocks whose numbers are all ordinary; a block with a NaN, an
// infinity or a result beyond the normal range in it, and the end of a slice that
// fills no block, go through the functions below.
//
// Errors, in units in the last place, as measured over 500,000 numbers with 256 bits: ExpAll
// at most 0.98, LogAll 0.83, LogisticAll 2.2; TestSweepAccuracy has the bounds.
//
// The bits are not those of [Exp], [Log] and [Logistic], which have tables and smaller
// errors: code that must give the same bits as other code takes the same one of the two.

const (
	inverseLn2 = 0x1.71547652b82fep+00
	// expReach is the size of argument up to which e^x and its inverse are normal numbers.
	expReach = 708
	// shiftBits are the bits of shift, less the bias of an exponent: taken from the bits of
	// k + shift they leave k's exponent field.
	shiftBits = 0x4338000000000000 - 1023
	// rootHalfBits are the bits of √½, where the range of a split-off significand begins.
	rootHalfBits = 0x3fe6a09e667f3bcd
	oneBits      = 0x3ff0000000000000
	// wholeBits are those of 2^52: whole numbers put into its low bits are added to it.
	wholeBits = 0x4330000000000000
	// logBias leaves of such a number the exponent.
	logBias  = 0x1p52 + 1023
	fraction = 1<<52 - 1
	// leastNormal is the smallest positive number with all its digits.
	leastNormal = 0x1p-1022
)

// Coefficients of (e^r − 1 − r)/r² for r at most ½·ln 2 in size; see TestSweepSeries.
const (
	exp0 = 0x1.0000000000001p-01
	exp1 = 0x1.5555555555556p-03
	exp2 = 0x1.5555555553d64p-05
	exp3 = 0x1.11111111109b4p-07
	exp4 = 0x1.6c16c1788b647p-10
	exp5 = 0x1.a01a01a7c3d59p-13
	exp6 = 0x1.a019b90eefa69p-16
	exp7 = 0x1.71de0daf7a43fp-19
	exp8 = 0x1.28918346d45dfp-22
	exp9 = 0x1.af38a71a78424p-26
)

// Coefficients of (ln((1+s)/(1−s))/s − 2)/s², a series in s², for s at most
// (√2−1)/(√2+1) in size; see TestSweepSeries.
const (
	log0 = 0x1.5555555555558p-01
	log1 = 0x1.99999999952b2p-02
	log2 = 0x1.2492492df694cp-02
	log3 = 0x1.c71c62debebbcp-03
	log4 = 0x1.7462b6974c9cep-03
	log5 = 0x1.39fe208242522p-03
	log6 = 0x1.2b5b602f60337p-03
)

// ExpAll replaces each number of a slice by its exponential, within 1.1 units in the last
// place.
func ExpAll(x []float64) {
	for i := expLanes(x); i < len(x); i++ {
		x[i] = sweptExp(x[i])
	}
}

// LogAll replaces each number of a slice by its natural logarithm, within 0.9 units in the
// last place: −Inf at 0, NaN below.
func LogAll(x []float64) {
	for i := logLanes(x); i < len(x); i++ {
		x[i] = sweptLog(x[i])
	}
}

// LogisticAll replaces each number x of a slice by 1/(1 + e^−x), within 2.5 units in the
// last place.
func LogisticAll(x []float64) {
	for i := logisticLanes(x); i < len(x); i++ {
		x[i] = sweptLogistic(x[i])
	}
}

// sweptExp is e^x.
func sweptExp(x float64) float64 {
	if !(math.Abs(x) < expReach) {
		return sweptExpFar(x)
	}
	rest, n := sweptExpParts(x)
	return float64(rest * math.Float64frombits(n<<52))
}

// sweptExpParts writes e^x as e^r·2^k with r at most ½·ln 2 in size: e^r, and k with the bias of
// an exponent. The terms are in pairs (Estrin) so that they need not wait for each other.
func sweptExpParts(x float64) (rest float64, n uint64) {
	k := float64(x*inverseLn2) + shift
	n = math.Float64bits(k) - shiftBits
	k -= shift
	r := x - float64(k*ln2High) - float64(k*ln2Low)
	r2 := float64(r * r)
	r4 := float64(r2 * r2)
	a := exp0 + float64(exp1*r)
	b := exp2 + float64(exp3*r)
	c := exp4 + float64(exp5*r)
	d := exp6 + float64(exp7*r)
	e := exp8 + float64(exp9*r)
	a += float64(b * r2)
	c += float64(d * r2)
	c += float64(e * r4)
	a += float64(c * r4)
	return 1 + (r + float64(a*r2)), n
}

// sweptExpFar is sweptExp where the result may leave the normal range. The scale goes in by
// two factors, the first of them exact, so that what is subnormal is rounded by the second.
func sweptExpFar(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return math.NaN()
	case x > overflow:
		return math.Inf(1)
	case x < underflow:
		return 0
	}
	rest, n := sweptExpParts(x)
	n += 1023
	rest *= math.Float64frombits(n / 2 << 52)
	return float64(rest * math.Float64frombits((n-n/2)<<52))
}

// sweptLog is ln x = k·ln 2 + ln m with m between √½ and √2, and ln m twice the
// artanh of (m−1)/(m+1).
func sweptLog(x float64) float64 {
	bias := float64(logBias)
	if !(x >= leastNormal && x <= math.MaxFloat64) {
		if !(x > 0 && x < leastNormal) {
			return sweptLogEdge(x)
		}
		x *= 0x1p52
		bias += 52
	}
	place := math.Float64bits(x) - rootHalfBits + oneBits
	k := math.Float64frombits(place>>52|wholeBits) - bias
	f := math.Float64frombits(place&fraction+rootHalfBits) - 1
	s := f / (2 + f)
	z := float64(s * s)
	z2 := float64(z * z)
	a := log0 + float64(log1*z)
	b := log2 + float64(log3*z)
	c := log4 + float64(log5*z)
	c += float64(log6 * z2)
	b += float64(c * z2)
	a += float64(b * z2)
	// The half square stands apart, as the one term large enough for its rounding to show (fdlibm).
	half := float64(float64(0.5*f) * f)
	rest := float64(s*(half+float64(z*a))) + float64(k*ln2Low)
	return float64(k*ln2High) - ((half - rest) - f)
}

// sweptLogEdge is sweptLog where there is nothing to compute.
func sweptLogEdge(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x > 0:
		return x
	}
	return math.NaN()
}

// sweptLogistic takes the exponential of −|x|, which never overflows; below 0 it is
// e^x/(1 + e^x).
func sweptLogistic(x float64) float64 {
	size := math.Abs(x)
	if !(size < expReach) {
		return sweptLogisticFar(x)
	}
	rest, n := sweptExpParts(-size)
	e := float64(rest * math.Float64frombits(n<<52))
	above := 1.0
	if x < 0 {
		above = e
	}
	return above / (1 + e)
}

// sweptLogisticFar is sweptLogistic where nothing is left to divide by but 1.
func sweptLogisticFar(x float64) float64 {
	if x > 0 {
		return 1
	}
	return sweptExpFar(x)
}

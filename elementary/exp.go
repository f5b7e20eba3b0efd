package elementary

import "math"

// power is an entry of the table of 2^(i/128).
type power struct {
	bits uint64
	tail float64
}

const (
	// shift added to a float64 below 2^51 leaves its nearest whole number in the low bits.
	shift = 0x1.8p52
	// hot is the first argument in size that Exp hands to its slow path.
	hot = 512
	// overflow and underflow bound the arguments whose exponential is neither +Inf nor 0.
	overflow  = 0x1.62e42fefa39efp+9
	underflow = -0x1.74910d52d3051p+9
)

// Exp returns e^x.
//
// The argument is reduced to r, at most ln 2/256 in size, by whole multiples of
// ln 2/128; 2^(i/128) comes from a table with its rounding error, e^r − 1 from the
// power series to the fifth degree (Tang 1989; the layout follows Nagy's analysis
// for ARM's optimised routines).
func Exp(x float64) float64 {
	if !(math.Abs(x) < hot) {
		return expFar(x)
	}
	k := float64(x*inverseStep) + shift
	n := math.Float64bits(k)
	k -= shift
	r := x - float64(k*stepHigh) - float64(k*stepLow)
	entry := &powers[n%128]
	scale := math.Float64frombits(entry.bits + n<<45)
	r2 := float64(r * r)
	low := 1./2 + float64(r*(1./6))
	high := 1./24 + float64(r*(1./120))
	excess := entry.tail + r + float64(r2*low) + float64(float64(r2*r2)*high)
	return scale + float64(scale*excess)
}

// expFar is Exp where the result may leave the normal range.
func expFar(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x > overflow:
		return math.Inf(1)
	case x < underflow:
		return 0
	}
	return expOfSum(x, 0)
}

// expOfSum is e^(x + rest) for a rest below an ulp or so of x, at any size of x.
func expOfSum(x, rest float64) float64 {
	switch {
	case x > overflow+1:
		return math.Inf(1)
	case x < underflow-1:
		return 0
	}
	k, scale, excess := expParts(x, rest)
	// The exponent is put in by two exact factors and one last rounding.
	half := k / 2
	result := scale + float64(scale*excess)
	if k < -1021 {
		return subnormal(scale, excess, k)
	}
	return float64(float64(result*powerOfTwo(half)) * powerOfTwo(k-half))
}

// subnormal rounds scale·(1 + excess)·2^k once, to the coarser grid it must lie on: adding
// a number whose last place is that grid's pushes the extra bits out.
func subnormal(scale, excess float64, k int) float64 {
	if k < -1080 {
		return 0
	}
	anchor := float64(0x1p52 * powerOfTwo(-1074-k))
	product := float64(scale * excess)
	high := scale + product
	low := scale - high + product
	sum := anchor + high
	rest := anchor - sum + high + low
	whole := float64((sum - anchor) * powerOfTwo(k/2))
	whole = float64(whole * powerOfTwo(k-k/2))
	// The two-step addition may leave more than half a grid step behind.
	grid := powerOfTwo(-1074 - k)
	switch {
	case rest > grid/2:
		whole += math.SmallestNonzeroFloat64
	case rest < -grid/2:
		whole -= math.SmallestNonzeroFloat64
	}
	return whole
}

// expParts writes e^(x + rest) as 2^k·scale·(1 + excess) with scale in [1, 2).
func expParts(x, rest float64) (k int, scale, excess float64) {
	m := float64(x*inverseStep) + shift
	n := int64(math.Float64bits(m)<<12) >> 12
	m -= shift
	if m < 0 {
		n |= -1 << 51
	} else {
		n &= 1<<51 - 1
	}
	r := x - float64(m*stepHigh) - float64(m*stepLow) + rest
	i := uint64(n) % 128
	entry := &powers[i]
	scale = math.Float64frombits(entry.bits + i<<45)
	r2 := float64(r * r)
	low := 1./2 + float64(r*(1./6))
	high := 1./24 + float64(r*(1./120))
	excess = entry.tail + r + float64(r2*low) + float64(float64(r2*r2)*high)
	return int(n >> 7), scale, excess
}

// powerOfTwo is 2^k for k in the normal range.
func powerOfTwo(k int) float64 { return math.Float64frombits(uint64(k+1023) << 52) }

// Expm1 returns e^x − 1, with its digits also where x is small.
func Expm1(x float64) float64 {
	switch {
	case math.Abs(x) < 0x1p-54, math.IsNaN(x):
		return x
	case x > overflow:
		return math.Inf(1)
	case x < -40:
		return -1
	case x > 40:
		return Exp(x) - 1
	}
	k, scale, excess := expParts(x, 0)
	scale = float64(scale * powerOfTwo(k))
	return scale - 1 + float64(scale*excess)
}

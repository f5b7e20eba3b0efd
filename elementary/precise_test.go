package elementary

import (
	"math"
	"math/big"
)

// precision is what the slow, sure versions below carry: enough that their own
// error never shows in a float64.
const precision = 256

func wide(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func newWide() *big.Float { return new(big.Float).SetPrec(precision) }

func negligible(term, sum *big.Float) bool {
	return term.Sign() == 0 || (sum.Sign() != 0 && term.MantExp(nil) < sum.MantExp(nil)-precision)
}

// wideExp is e^x by halving the argument, the power series, and squaring.
func wideExp(x *big.Float) *big.Float {
	const halvings = 24
	small := newWide().SetMantExp(x, -halvings)
	sum, term := wide(1), wide(1)
	for n := 1; ; n++ {
		term.Mul(term, small)
		term.Quo(term, wide(float64(n)))
		if negligible(term, sum) {
			break
		}
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// wideLog is ln x: the exponent apart, then 2·artanh((m−1)/(m+1)).
func wideLog(x *big.Float) *big.Float {
	mantissa := newWide()
	exponent := x.MantExp(mantissa)
	if mantissa.Cmp(wide(math.Sqrt2/2)) < 0 {
		mantissa.Mul(mantissa, wide(2))
		exponent--
	}
	result := artanhTwice(mantissa)
	if exponent != 0 {
		result.Add(result, newWide().Mul(wide(float64(exponent)), wideLn2()))
	}
	return result
}

func wideLn2() *big.Float { return artanhTwice(wide(2)) }

func artanhTwice(m *big.Float) *big.Float {
	ratio := newWide().Quo(newWide().Sub(m, wide(1)), newWide().Add(m, wide(1)))
	square := newWide().Mul(ratio, ratio)
	power, sum := newWide().Set(ratio), newWide().Set(ratio)
	for n := 3; ; n += 2 {
		power.Mul(power, square)
		term := newWide().Quo(power, wide(float64(n)))
		if negligible(term, sum) {
			break
		}
		sum.Add(sum, term)
	}
	return sum.Mul(sum, wide(2))
}

// widePi is π by Machin's formula.
func widePi() *big.Float {
	arctan := func(n float64) *big.Float {
		inverse := newWide().Quo(wide(1), wide(n))
		square := newWide().Mul(inverse, inverse)
		power, sum := newWide().Set(inverse), newWide().Set(inverse)
		for k := 3; ; k += 2 {
			power.Mul(power, square)
			power.Neg(power)
			term := newWide().Quo(power, wide(float64(k)))
			if negligible(term, sum) {
				return sum
			}
			sum.Add(sum, term)
		}
	}
	a := arctan(5)
	a.Mul(a, wide(16))
	b := arctan(239)
	b.Mul(b, wide(4))
	return a.Sub(a, b)
}

// wideMills is Φ(−x)/φ(x) for x ≥ 0: the power series of the integral from 0
// to x while that keeps enough digits, Laplace's continued fraction beyond.
func wideMills(x *big.Float) *big.Float {
	value, _ := x.Float64()
	if value > 8 {
		tail := newWide().Set(x)
		for k := 6000; k >= 1; k-- {
			tail.Quo(wide(float64(k)), tail)
			tail.Add(tail, x)
		}
		return tail.Quo(wide(1), tail)
	}
	square := newWide().Mul(x, x)
	term, sum := newWide().Set(x), newWide().Set(x)
	for n := 3; term.Sign() != 0; n += 2 {
		term.Mul(term, square)
		term.Quo(term, wide(float64(n)))
		if negligible(term, sum) {
			break
		}
		sum.Add(sum, term)
	}
	half := newWide().Quo(widePi(), wide(2))
	half.Sqrt(half)
	growth := wideExp(newWide().Quo(square, wide(2)))
	half.Mul(half, growth)
	return half.Sub(half, sum)
}

// wideZetaMinusOne is ζ(s) − 1 for whole s ≥ 2, by Euler–Maclaurin after 60 terms.
func wideZetaMinusOne(s int) *big.Float {
	const terms = 60
	sum := newWide()
	for n := 2; n < terms; n++ {
		sum.Add(sum, inversePower(whole(n), s))
	}
	base := whole(terms)
	tail := inversePower(base, s)
	sum.Add(sum, newWide().Quo(tail, wide(2)))
	sum.Add(sum, newWide().Quo(newWide().Mul(tail, base), wide(float64(s-1))))
	// Σ B_2k/(2k)! · s(s+1)…(s+2k−2) · N^−(s+2k−1)
	bernoulli := []*big.Rat{
		big.NewRat(1, 6), big.NewRat(-1, 30), big.NewRat(1, 42), big.NewRat(-1, 30), big.NewRat(5, 66),
		big.NewRat(-691, 2730), big.NewRat(7, 6), big.NewRat(-3617, 510), big.NewRat(43867, 798),
		big.NewRat(-174611, 330), big.NewRat(854513, 138),
	}
	rising, factorial := wide(float64(s)), wide(2)
	power := newWide().Quo(tail, base)
	for k, b := range bernoulli {
		term := newWide().SetRat(b)
		term.Mul(term, rising)
		term.Mul(term, power)
		term.Quo(term, factorial)
		sum.Add(sum, term)
		j := 2 * (k + 1)
		rising.Mul(rising, wide(float64(s+j-1)))
		rising.Mul(rising, wide(float64(s+j)))
		factorial.Mul(factorial, wide(float64((j+1)*(j+2))))
		power.Quo(power, newWide().Mul(base, base))
	}
	return sum
}

func whole(n int) *big.Float { return wide(float64(n)) }

func inversePower(base *big.Float, s int) *big.Float {
	power := wide(1)
	for range s {
		power.Mul(power, base)
	}
	return power.Quo(wide(1), power)
}

// ulps is how many units in the last place got lies from the exact value.
func ulps(got float64, exact *big.Float) float64 {
	nearest, _ := exact.Float64()
	if got == nearest && (got == 0 || math.IsInf(got, 0)) {
		return 0
	}
	if math.IsInf(got, 0) || math.IsNaN(got) || math.IsInf(nearest, 0) {
		return math.Inf(1)
	}
	unit := math.Abs(math.Nextafter(nearest, math.Inf(1)) - nearest)
	difference := newWide().Sub(wide(got), exact)
	distance, _ := difference.Quo(difference, wide(unit)).Float64()
	return math.Abs(distance)
}

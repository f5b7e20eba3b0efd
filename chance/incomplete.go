package chance

import (
	"math"

	"parley/elementary"
)

// series and continued fractions stop at this relative step, or after so many terms.
const (
	enough    = 0x1p-54
	mostTerms = 1_000_000
	tiniest   = 0x1p-1000
)

// gammaTails returns the two tails of Gamma(shape, 1) at x, each with its digits, and x times the
// density. (Series and continued fraction: DLMF 8.11.4, 8.9.2.)
func gammaTails(shape, x float64) (lower, upper, density float64) {
	density = gammaDensity(shape, x)
	if x < shape+1 {
		term, sum := 1/shape, 1/shape
		for n := 1.0; n < mostTerms && term > sum*enough; n++ {
			term = float64(term * (x / (shape + n)))
			sum += term
		}
		lower = min(density*sum, 1)
		return lower, 1 - lower, density
	}
	b := x + 1 - shape
	c, d := 1/tiniest, 1/b
	fraction := d
	for n := 1.0; n < mostTerms; n++ {
		a := n * (shape - n)
		b += 2
		d = 1 / nonzero(float64(a*d)+b)
		c = nonzero(b + a/c)
		change := float64(d * c)
		fraction *= change
		if math.Abs(change-1) < enough*4 {
			break
		}
	}
	upper = min(density*fraction, 1)
	return 1 - upper, upper, density
}

// gammaDensity is x^shape·e^−x/Γ(shape), in the form of Loader (2000), whose terms do not cancel.
func gammaDensity(shape, x float64) float64 {
	offset := (x - shape) / shape
	power := -float64(shape*surplus(offset, x/shape)) - elementary.StirlingRest(shape)
	return math.Sqrt(shape/(2*math.Pi)) * elementary.Exp(power)
}

// surplus is r − ln(1 + r), with its digits where r is small; ratio is 1 + r.
func surplus(r, ratio float64) float64 {
	if math.Abs(r) > 0.01 {
		return r - logOfRatio(r, ratio)
	}
	// r²/2 − r³/3 + …
	sum := 0.0
	for n := 10.0; n >= 2; n-- {
		sum = 1/n - float64(r*sum)
	}
	return float64(r * r * sum)
}

// logOfRatio is the logarithm of ratio = 1 + r from whichever of the two has more digits.
func logOfRatio(r, ratio float64) float64 {
	if math.Abs(r) > 0.4 {
		return elementary.Log(ratio)
	}
	return elementary.Log1p(r)
}

// betaTails returns the two tails of Beta(a, b) at x = 1 − rest, each with its digits, and
// x·rest times the density. (Continued fraction: DLMF 8.17.22, by Lentz's method.)
func betaTails(a, b, x, rest float64) (lower, upper, density float64) {
	density = betaDensity(a, b, x, rest)
	if x <= (a+1)/(a+b+2) {
		lower = min(density*betaFraction(a, b, x)/a, 1)
		return lower, 1 - lower, density
	}
	upper = min(density*betaFraction(b, a, rest)/b, 1)
	return 1 - upper, upper, density
}

// betaDensity is x^a·rest^b/B(a, b), each power taken about the mean.
func betaDensity(a, b, x, rest float64) float64 {
	total := a + b
	meanX, meanRest := a/total, b/total
	offset := (float64(x*b) - float64(rest*a)) / total // x − meanX, from the smaller parts
	power := float64(a*logOfRatio(offset/meanX, x/meanX)) + float64(b*logOfRatio(-offset/meanRest, rest/meanRest))
	power += elementary.StirlingRest(total) - elementary.StirlingRest(a) - elementary.StirlingRest(b)
	return math.Sqrt(a*meanRest/(2*math.Pi)) * elementary.Exp(power)
}

func betaFraction(a, b, x float64) float64 {
	c, d := 1.0, 1/nonzero(1-float64((a+b)*x)/(a+1))
	fraction := d
	for m := 1.0; m < mostTerms; m++ {
		even := m * (b - m) * x / ((a + float64(2*m) - 1) * (a + float64(2*m)))
		d = 1 / nonzero(1+float64(even*d))
		c = nonzero(1 + even/c)
		fraction *= d * c
		odd := -(a + m) * (a + b + m) * x / ((a + float64(2*m)) * (a + float64(2*m) + 1))
		d = 1 / nonzero(1+float64(odd*d))
		c = nonzero(1 + odd/c)
		change := float64(d * c)
		fraction *= change
		if math.Abs(change-1) < enough*4 {
			break
		}
	}
	return fraction
}

func nonzero(x float64) float64 {
	if math.Abs(x) < tiniest {
		return tiniest
	}
	return x
}

// solve finds the y at which the lower tail is u, where y runs over the whole line and tails
// gives both tails and the slope of the lower one. Newton's steps are taken on the logarithm of the
// smaller tail, which is nearly straight far out, and kept inside a bracket.
func solve(u, start float64, tails func(y float64) (lower, upper, slope float64)) float64 {
	y, left, right := start, math.Inf(-1), math.Inf(1)
	for range 200 {
		lower, upper, slope := tails(y)
		step := newton(u, lower, upper, slope)
		if math.Abs(step) <= 1e-9*max(1, math.Abs(y)) {
			return y + step // the error is of the order of its square
		}
		if u < 0.5 && lower < u || u >= 0.5 && upper > 1-u {
			left = y
		} else {
			right = y
		}
		next := y + step
		if !(next > left && next < right) || !(math.Abs(step) <= 8+math.Abs(y)) {
			next = halfway(y, left, right)
		}
		if next == y {
			return y
		}
		y = next
	}
	return y
}

// newton is the step towards the y at which the lower tail is u; NaN or infinite where a tail is too
// small for float64, which leaves the choice to the bracket.
func newton(u, lower, upper, slope float64) float64 {
	if u < 0.5 {
		return -elementary.Log(lower/u) * lower / slope
	}
	return elementary.Log(upper/(1-u)) * upper / slope
}

// halfway is a point inside the bracket: its middle, or some way out where it has no end yet.
func halfway(y, left, right float64) float64 {
	switch {
	case math.IsInf(left, -1):
		return y - 4 - math.Abs(y)
	case math.IsInf(right, 1):
		return y + 4 + math.Abs(y)
	}
	return left + float64((right-left)/2)
}

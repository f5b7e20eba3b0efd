package elementary

import "math"

// NormalCDF returns Φ(x), the standard normal distribution function.
//
// The tail is the density times Mills' ratio, the latter by table; the square in the exponent
// keeps its rounding error, so that the relative error stays small far out.
func NormalCDF(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	size := math.Abs(x)
	tail := 0.0
	if size < 40 {
		square, rest := twoProduct(size, size)
		tail = float64(float64(inverseRootTwoPi*expOfSum(float64(-square/2), float64(-rest/2))) * millsRatio(size))
	}
	if x > 0 {
		return 1 - tail
	}
	return tail
}

// millsRatio is Φ(−x)/φ(x) for x ≥ 0.
func millsRatio(x float64) float64 {
	y := 2 / (2 + x)
	place := float64(y * 64)
	i := min(int(place), 63)
	t := float64((place - float64(i) - 0.5) * 2)
	c := &mills[i]
	sum := c[7]
	for j := 6; j >= 0; j-- {
		sum = float64(sum*t) + c[j]
	}
	return float64(sum * y)
}

// NormalQuantile returns the x at which Φ(x) = p: −Inf at 0, +Inf at 1, NaN outside.
//
// Wichura's algorithm AS 241 (PPND16, Applied Statistics 37, 1988).
func NormalQuantile(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		return centralQuantile(q)
	}
	tail := p
	if q > 0 {
		tail = 1 - p
	}
	switch {
	case tail == 0:
		return math.Copysign(math.Inf(1), q)
	case !(tail > 0):
		return math.NaN()
	}
	r := math.Sqrt(-Log(tail))
	x := 0.0
	if r <= 5 {
		x = middleQuantile(r - 1.6)
	} else {
		x = farQuantile(r - 5)
	}
	return math.Copysign(x, q)
}

func centralQuantile(q float64) float64 {
	r := 0.180625 - float64(q*q)
	above := 2.5090809287301226727e+3
	above = float64(above*r) + 3.3430575583588128105e+4
	above = float64(above*r) + 6.7265770927008700853e+4
	above = float64(above*r) + 4.5921953931549871457e+4
	above = float64(above*r) + 1.3731693765509461125e+4
	above = float64(above*r) + 1.9715909503065514427e+3
	above = float64(above*r) + 1.3314166789178437745e+2
	above = float64(above*r) + 3.3871328727963666080e0
	below := 5.2264952788528545610e+3
	below = float64(below*r) + 2.8729085735721942674e+4
	below = float64(below*r) + 3.9307895800092710610e+4
	below = float64(below*r) + 2.1213794301586595867e+4
	below = float64(below*r) + 5.3941960214247511077e+3
	below = float64(below*r) + 6.8718700749205790830e+2
	below = float64(below*r) + 4.2313330701600911252e+1
	below = float64(below*r) + 1
	return q * above / below
}

func middleQuantile(r float64) float64 {
	above := 7.74545014278341407640e-4
	above = float64(above*r) + 2.27238449892691845833e-2
	above = float64(above*r) + 2.41780725177450611770e-1
	above = float64(above*r) + 1.27045825245236838258e0
	above = float64(above*r) + 3.64784832476320460504e0
	above = float64(above*r) + 5.76949722146069140550e0
	above = float64(above*r) + 4.63033784615654529590e0
	above = float64(above*r) + 1.42343711074968357734e0
	below := 1.05075007164441684324e-9
	below = float64(below*r) + 5.47593808499534494600e-4
	below = float64(below*r) + 1.51986665636164571966e-2
	below = float64(below*r) + 1.48103976427480074590e-1
	below = float64(below*r) + 6.89767334985100004550e-1
	below = float64(below*r) + 1.67638483018380384940e0
	below = float64(below*r) + 2.05319162663775882187e0
	below = float64(below*r) + 1
	return above / below
}

func farQuantile(r float64) float64 {
	above := 2.01033439929228813265e-7
	above = float64(above*r) + 2.71155556874348757815e-5
	above = float64(above*r) + 1.24266094738807843860e-3
	above = float64(above*r) + 2.65321895265761230930e-2
	above = float64(above*r) + 2.96560571828504891230e-1
	above = float64(above*r) + 1.78482653991729133580e0
	above = float64(above*r) + 5.46378491116411436990e0
	above = float64(above*r) + 6.65790464350110377720e0
	below := 2.04426310338993978564e-15
	below = float64(below*r) + 1.42151175831644588870e-7
	below = float64(below*r) + 1.84631831751005468180e-5
	below = float64(below*r) + 7.86869131145613259100e-4
	below = float64(below*r) + 1.48753612908506148525e-2
	below = float64(below*r) + 1.36929880922735805310e-1
	below = float64(below*r) + 5.99832206555887937690e-1
	below = float64(below*r) + 1
	return above / below
}

package chance

import (
	"math"

	"parley/elementary"
)

type uniform struct{ low, high float64 }

// Uniform is the law that holds every number from low to high equally likely.
func Uniform(low, high float64) (Distribution, error) {
	written := call("uniform", low, high)
	if err := finite(written, low, high); err != nil {
		return nil, err
	}
	if err := rising("uniform", written, low, high); err != nil {
		return nil, err
	}
	return uniform{low, high}, nil
}

func (d uniform) Quantile(u float64) float64 {
	if outside(u) {
		return math.NaN()
	}
	return min(d.low+float64((d.high-d.low)*u), d.high)
}

func (d uniform) CDF(x float64) float64 {
	return max(0, min((x-d.low)/(d.high-d.low), 1))
}

func (d uniform) Mean() float64                { return d.low + float64((d.high-d.low)/2) }
func (d uniform) Support() (low, high float64) { return d.low, d.high }
func (d uniform) String() string               { return call("uniform", d.low, d.high) }

type triangular struct{ low, mode, high float64 }

// Triangular is the law whose density rises in a line from low to mode and falls in a line to
// high. The mode may be an end.
func Triangular(low, mode, high float64) (Distribution, error) {
	if err := threePoints("triangular", low, mode, high); err != nil {
		return nil, err
	}
	return triangular{low, mode, high}, nil
}

// threePoints refuses a lowest, likeliest and highest value that are not in this order.
func threePoints(name string, low, mode, high float64) error {
	written := call(name, low, mode, high)
	if err := finite(written, low, mode, high); err != nil {
		return err
	}
	switch {
	case low == high:
		return refuse(written, "the two ends are equal; write the number %g itself, or two different ends", low)
	case low > high:
		return refuse(written, "the lower end must come first; did you mean %s?", call(name, high, mode, low))
	case mode < low || mode > high:
		return refuse(written, "the likeliest value, %g, must lie from %g to %g; the order is lowest, likeliest, highest", mode, low, high)
	case math.IsInf(high-low, 0):
		return refuse(written, "the ends must be less than 1.8e308 apart")
	}
	return nil
}

func (d triangular) Quantile(u float64) float64 {
	if outside(u) {
		return math.NaN()
	}
	width := d.high - d.low
	left, right := (d.mode-d.low)/width, (d.high-d.mode)/width
	if u <= left {
		return d.low + float64(width*math.Sqrt(u*left))
	}
	return d.high - float64(width*math.Sqrt((1-u)*right))
}

func (d triangular) CDF(x float64) float64 {
	width := d.high - d.low
	switch {
	case x <= d.low:
		return 0
	case x >= d.high:
		return 1
	case x <= d.mode:
		return (x - d.low) / width * ((x - d.low) / (d.mode - d.low))
	}
	return 1 - float64((d.high-x)/width*((d.high-x)/(d.high-d.mode)))
}

func (d triangular) Mean() float64                { return d.low/3 + d.mode/3 + d.high/3 }
func (d triangular) Support() (low, high float64) { return d.low, d.high }
func (d triangular) String() string               { return call("triangular", d.low, d.mode, d.high) }

// warped is a normal law seen through a rising function: the identity, the exponential or the logistic.
type warped struct {
	location, scale float64
	through         warp
	written         string
	mean            float64
}

type warp uint8

const (
	throughNothing warp = iota
	throughExponential
	throughLogistic
)

// Normal is the normal law.
func Normal(mean, deviation float64) (Distribution, error) {
	written := call("normal", mean, deviation)
	if err := finite(written, mean, deviation); err != nil {
		return nil, err
	}
	if deviation <= 0 {
		return nil, refuse(written, "the standard deviation must be above 0")
	}
	return warped{mean, deviation, throughNothing, written, mean}, nil
}

// LogNormal is the law of a positive number whose logarithm is normal. The factor is the
// standard deviation as a multiple: two thirds of the probability lie from median/factor to
// median·factor.
func LogNormal(median, factor float64) (Distribution, error) {
	written := call("lognormal", median, factor)
	if err := finite(written, median, factor); err != nil {
		return nil, err
	}
	switch {
	case median <= 0:
		return nil, refuse(written, "the median must be above 0")
	case factor == 1:
		return nil, refuse(written, "the factor must be above 1; write the number %g itself if it is certain", median)
	case factor > 0 && factor < 1:
		return nil, refuse(written, "the factor must be above 1; did you mean %s?", call("lognormal", median, 1/factor))
	case factor <= 0:
		return nil, refuse(written, "the factor must be above 1, such as 2 for give or take a doubling")
	}
	return logNormal(elementary.Log(median), elementary.Log(factor), written), nil
}

func logNormal(location, scale float64, written string) warped {
	mean := elementary.Exp(location + float64(scale*scale/2))
	return warped{location, scale, throughExponential, written, mean}
}

func (d warped) Quantile(u float64) float64 {
	if outside(u) {
		return math.NaN()
	}
	x := d.location + float64(d.scale*elementary.NormalQuantile(u))
	switch d.through {
	case throughExponential:
		return elementary.Exp(x)
	case throughLogistic:
		return elementary.Logistic(x)
	default:
		return x
	}
}

func (d warped) CDF(x float64) float64 {
	low, high := d.Support()
	switch {
	case x <= low:
		return 0
	case x >= high:
		return 1
	}
	switch d.through {
	case throughExponential:
		x = elementary.Log(x)
	case throughLogistic:
		x = elementary.Logit(x)
	case throughNothing:
	}
	return elementary.NormalCDF((x - d.location) / d.scale)
}

func (d warped) Mean() float64 { return d.mean }

func (d warped) Support() (low, high float64) {
	switch d.through {
	case throughExponential:
		return 0, math.Inf(1)
	case throughLogistic:
		return 0, 1
	default:
		return math.Inf(-1), math.Inf(1)
	}
}

func (d warped) String() string { return d.written }

// Domain is the range a quantity can have by its nature.
type Domain uint8

// The domains: any real number; above 0; a probability or share, between 0 and 1.
const (
	Real Domain = iota
	Positive
	Share
)

// Between is the law of someone who is 90 % sure that the number lies from low to high: 5 % on
// either side. It is logit-normal for a share, lognormal for a positive number and normal otherwise.
func Between(low, high float64, domain Domain) (Distribution, error) {
	written := call("between", low, high)
	if err := finite(written, low, high); err != nil {
		return nil, err
	}
	if err := rising("between", written, low, high); err != nil {
		return nil, err
	}
	width := 2 * elementary.NormalQuantile(0.95)
	switch domain {
	case Share:
		if low <= 0 || high >= 1 {
			return nil, refuse(written, "both ends of a probability or share must lie between 0 and 1, not at an end; such as %s", call("between", 0.01, 0.99))
		}
		l, h := elementary.Logit(low), elementary.Logit(high)
		d := warped{(l + h) / 2, (h - l) / width, throughLogistic, written, 0}
		d.mean = meanOfQuantiles(d.Quantile)
		return d, checkScale(d, written)
	case Positive:
		if low <= 0 {
			return nil, refuse(written, "both ends of a positive number must be above 0")
		}
		l, h := elementary.Log(low), elementary.Log(high)
		d := logNormal((l+h)/2, (h-l)/width, written)
		return d, checkScale(d, written)
	case Real:
		d := warped{low + float64((high-low)/2), (high - low) / width, throughNothing, written, low + float64((high-low)/2)}
		return d, checkScale(d, written)
	}
	return nil, refuse(written, "the domain must be real, positive or share")
}

// checkScale refuses ends so close that nothing lies between them in float64.
func checkScale(d warped, written string) error {
	if d.scale > 0 {
		return nil
	}
	return refuse(written, "the two ends are too close to tell apart; write the number itself")
}

package chance

import "math"

// truncated is a law given that the number lies from low to high.
type truncated struct {
	whole           Distribution
	low, high       float64
	below, kept     float64 // probability of the whole law below low, and from low to high
	mean            float64
	started, closed float64 // ends of the support
}

// Truncated is the law d given that the number lies from low to high, either of which may be
// infinite, and the share of d's probability that this cuts off.
func Truncated(d Distribution, low, high float64) (kept Distribution, cut float64, err error) {
	if d == nil {
		return nil, 0, refuse("truncated", "there is no distribution to cut")
	}
	written := d.String()
	if math.IsNaN(low) || math.IsNaN(high) || low >= high {
		return nil, 0, refuse(written, "cannot be cut to the range from %g to %g; the lower end must come first", low, high)
	}
	from, to := d.Support()
	if low <= from && high >= to {
		return d, 0, nil
	}
	if whole, ok := d.(Discrete); ok {
		return truncatedSteps(whole, low, high)
	}
	t := truncated{whole: d, low: low, high: high, started: max(low, from), closed: min(high, to)}
	t.below = d.CDF(low)
	t.kept = d.CDF(high) - t.below
	if !(t.kept > 1e-9) {
		return nil, 1, refuse(written, "has next to no probability from %g to %g", low, high)
	}
	t.mean = max(t.started, min(meanOfQuantiles(t.Quantile), t.closed))
	return t, max(0, 1-t.kept), nil
}

func truncatedSteps(d Discrete, low, high float64) (kept Distribution, cut float64, err error) {
	values, weights := d.Categories()
	var inside, shares []float64
	total := 0.0
	for i, v := range values {
		if v >= low && v <= high && weights[i] > 0 {
			inside, shares = append(inside, v), append(shares, weights[i])
			total += weights[i]
		}
	}
	if len(inside) == 0 {
		return nil, 1, refuse(d.String(), "none of the values lies from %g to %g", low, high)
	}
	kept, err = weighted(inside, shares, d.String())
	return kept, max(0, 1-total), err
}

func (d truncated) Quantile(u float64) float64 {
	switch {
	case outside(u):
		return math.NaN()
	case u == 0:
		return d.started
	case u == 1:
		return d.closed
	}
	x := d.whole.Quantile(min(d.below+float64(u*d.kept), 1))
	return max(d.started, min(x, d.closed))
}

func (d truncated) CDF(x float64) float64 {
	switch {
	case x <= d.low:
		return 0
	case x >= d.high:
		return 1
	}
	return max(0, min((d.whole.CDF(x)-d.below)/d.kept, 1))
}

func (d truncated) Mean() float64                { return d.mean }
func (d truncated) Support() (low, high float64) { return d.started, d.closed }
func (d truncated) String() string               { return d.whole.String() }

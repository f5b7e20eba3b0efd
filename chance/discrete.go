package chance

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// steps is a law on finitely many values; up to[i] the probabilities of values 0…i add.
type steps struct {
	values, weights, upTo []float64
	written               string
}

// Chance is 1 with probability p, else 0.
func Chance(p float64) (Distribution, error) {
	written := call("chance", p)
	if !(p >= 0 && p <= 1) {
		if p > 1 && p <= 100 {
			return nil, refuse(written, "a probability lies from 0 to 1; did you mean %s?", call("chance", p/100))
		}
		return nil, refuse(written, "a probability lies from 0 to 1")
	}
	return newSteps([]float64{0, 1}, []float64{1 - p, p}, written), nil
}

// OneOf holds each of the values equally likely.
func OneOf(values ...float64) (Distribution, error) {
	weights := make([]float64, len(values))
	for i := range weights {
		weights[i] = 1
	}
	return weighted(values, weights, call("oneof", values...))
}

// Weighted holds the values likely in proportion to their weights.
func Weighted(values, weights []float64) (Distribution, error) {
	var b strings.Builder
	for i, v := range values[:min(len(values), len(weights))] {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%g = %g", v, weights[i])
	}
	written := "weighted({" + b.String() + "})"
	if len(values) != len(weights) {
		return nil, refuse(written, "%d values but %d weights; each value needs one", len(values), len(weights))
	}
	return weighted(values, weights, written)
}

func weighted(values, weights []float64, written string) (Distribution, error) {
	if len(values) == 0 {
		return nil, refuse(written, "at least one value is needed")
	}
	if err := finite(written, values...); err != nil {
		return nil, err
	}
	order := make([]int, len(values))
	total := 0.0
	for i, w := range weights {
		if !(w >= 0) || math.IsInf(w, 0) {
			return nil, refuse(written, "weights must be finite and not negative, not %g", w)
		}
		order[i] = i
		total += w
	}
	if total == 0 || math.IsInf(total, 0) {
		return nil, refuse(written, "the weights must add to a finite number above 0, not %g", total)
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if values[i] < values[j] {
			return -1
		} else if values[i] > values[j] {
			return 1
		}
		return 0
	})
	sorted, shares := make([]float64, len(values)), make([]float64, len(values))
	for place, i := range order {
		sorted[place], shares[place] = values[i], weights[i]/total
		if place > 0 && sorted[place] == sorted[place-1] {
			return nil, refuse(written, "the value %g appears twice; give it a larger weight instead", values[i])
		}
	}
	return newSteps(sorted, shares, written), nil
}

func newSteps(values, weights []float64, written string) steps {
	d := steps{values, weights, make([]float64, len(values)), written}
	sum, last := 0.0, 0
	for i, w := range weights {
		sum += w
		d.upTo[i] = min(sum, 1)
		if w > 0 {
			last = i
		}
	}
	for i := last; i < len(weights); i++ { // rounding must not leave a gap below 1
		d.upTo[i] = 1
	}
	return d
}

func (d steps) Quantile(u float64) float64 {
	if outside(u) {
		return math.NaN()
	}
	i, _ := slices.BinarySearch(d.upTo, u)
	for d.weights[i] == 0 && i+1 < len(d.weights) { // only at u = 0
		i++
	}
	return d.values[i]
}

func (d steps) CDF(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	i, found := slices.BinarySearch(d.values, x)
	if !found {
		i--
	}
	if i < 0 {
		return 0
	}
	return d.upTo[i]
}

func (d steps) Mean() float64 {
	sum := 0.0
	for i, v := range d.values {
		sum += float64(v * d.weights[i])
	}
	return sum
}

func (d steps) Support() (low, high float64) { return d.Quantile(0), d.Quantile(1) }
func (d steps) String() string               { return d.written }

// Categories returns the values and their probabilities.
func (d steps) Categories() (values, weights []float64) {
	return slices.Clone(d.values), slices.Clone(d.weights)
}

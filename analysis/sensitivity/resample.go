package sensitivity

import (
	"fmt"
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"parley/chance"
	"parley/elementary"
)

// Options say how intervals are found. The zero value is fine.
type Options struct {
	// Seed keys the resamples.
	Seed uint64
	// Resamples is the number of bootstrap resamples; 0 stands for 100.
	Resamples int
	// Confidence is the intervals' level; 0 stands for 0.95.
	Confidence float64
}

// fill puts in what zero values stand for.
func (o Options) fill() (Options, error) {
	if o.Resamples == 0 {
		o.Resamples = 100
	}
	if o.Confidence == 0 {
		o.Confidence = 0.95
	}
	if o.Resamples < 2 || o.Resamples > 100_000 {
		return o, fmt.Errorf("%d resamples; use 2 to 100,000", o.Resamples)
	}
	if !(o.Confidence > 0 && o.Confidence < 1) {
		return o, fmt.Errorf("a confidence of %v; it must lie between 0 and 1", o.Confidence)
	}
	return o, nil
}

// width is how many standard errors an interval reaches to either side.
func (o Options) width() float64 {
	return elementary.NormalQuantile((1 + o.Confidence) / 2)
}

// Estimate is a number with its confidence interval.
type Estimate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// around is the interval of a standard error.
func (o Options) around(value, err float64) Estimate {
	reach := float64(o.width() * err)
	return Estimate{value, value - reach, value + reach}
}

// estimate takes the standard error from resamples; those that came to nothing are not finite.
func (o Options) estimate(value float64, resamples []float64) Estimate {
	return o.around(value, spread(resamples))
}

// spread is the standard deviation of those numbers that are finite.
func spread(values []float64) float64 {
	kept := make([]float64, 0, len(values))
	for _, v := range values {
		if finite(v) {
			kept = append(kept, v)
		}
	}
	if len(kept) < 2 {
		return 0
	}
	_, squares := moments(kept)
	return math.Sqrt(squares / float64(len(kept)-1))
}

// Share is an estimate of an importance, which is 0 for an input that does not matter.
type Share struct {
	Estimate
	// Distinct says that the estimate can be told from 0 with the rows there are.
	Distinct bool `json:"distinct"`
	// Note says in words what to make of an estimate that cannot.
	Note string `json:"note,omitempty"`
}

// share judges an estimate against a threshold that noise alone would reach.
func share(e Estimate, threshold float64, rows int) Share {
	s := Share{Estimate: e, Distinct: e.Low > 0 && e.Value > threshold}
	switch {
	case s.Distinct:
	case e.Value == 0 && e.Low == 0 && e.High == 0:
		s.Note = fmt.Sprintf("no effect in any of %d rows", rows)
	default:
		s.Note = fmt.Sprintf("not distinguishable from 0 with %d rows", rows)
	}
	return s
}

// String writes the estimate, or its upper bound if it cannot be told from 0: never a negative share.
func (s Share) String() string {
	if s.Distinct {
		return fmt.Sprintf("%.3f (%.3f to %.3f)", s.Value, max(0, s.Low), s.High)
	}
	return fmt.Sprintf("at most %.3f (%s)", max(0, s.High), s.Note)
}

// source is a stream of random bits: SplitMix64 (Steele, Lea & Flood 2014), begun from a keyed number, so
// that draw i of a resample is the same wherever it is made.
type source struct{ state uint64 }

// source is that of one use, such as resample 7 of the bootstrap.
func (o Options) source(use string, number int) source {
	return source{chance.NewStream(o.Seed).Factor("sensitivity: " + use).Bits(uint32(number))}
}

func (s *source) next() uint64 {
	s.state += 0x9e3779b97f4a7c15
	z := s.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n − 1. The upper half of a 128-bit product is uneven by
// n/2^64 at most.
func (s *source) below(n int) int {
	high, _ := bits.Mul64(s.next(), uint64(n))
	return int(high)
}

func shuffle[T any](s source, values []T) {
	for i := len(values) - 1; i > 0; i-- {
		j := s.below(i + 1)
		values[i], values[j] = values[j], values[i]
	}
}

// bootstrap returns how often each of n rows is in each resample (Efron 1979). Resample 0 is the
// sample itself. A row that is in a resample more than 255 times counts 255 times, which does not
// happen.
func (o Options) bootstrap(n int) [][]uint8 {
	weights := make([][]uint8, 1+o.Resamples)
	each(len(weights), func(b int) {
		w := make([]uint8, n)
		weights[b] = w
		if b == 0 {
			for i := range w {
				w[i] = 1
			}
			return
		}
		draws := o.source("bootstrap", b)
		for range n {
			if i := draws.below(n); w[i] < math.MaxUint8 {
				w[i]++
			}
		}
	})
	return weights
}

// each calls do for 0 to n − 1 on all processors. Every call must write to places of its own, so that
// the order of the calls does not matter.
func each(n int, do func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// quantile returns the q-quantile of values, which it sorts: the mean of neighbours, weighted
// (definition 7 of Hyndman & Fan 1996).
func quantile(values []float64, q float64) float64 {
	slices.Sort(values)
	at := float64(q * float64(len(values)-1))
	i := min(int(at), len(values)-1)
	j := min(i+1, len(values)-1)
	return values[i] + float64((at-float64(i))*(values[j]-values[i]))
}

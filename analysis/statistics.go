package analysis

import (
	"math"
	"slices"
)

// KeptWorlds is the number of worlds, the first that did not fail, from which
// medians and 90 % bands come.
const KeptWorlds = 8192

// KeptSeriesWorlds is the same for the bands of measures over time.
const KeptSeriesWorlds = 512

// Tables of very many measures keep fewer worlds, so that what is kept stays
// below keptBytes for each of the two; the results say how many they had.
const (
	keptBytes       = 32 << 20
	fewestKept      = 1000
	fewestKeptTimes = 64
)

// The ends of the 90 % band.
const (
	lowBand  = 0.05
	highBand = 0.95
)

// largest is the largest magnitude that statistics take in: its square can still
// be added up. Anything beyond, and anything that is not a number, is left out.
const largest = 1e150

func usable(x float64) bool { return math.Abs(x) <= largest }

// Summary is what a value does over worlds.
type Summary struct {
	N      int     `json:"n"`      // worlds
	Mean   float64 `json:"mean"`   //
	SE     float64 `json:"se"`     // Monte Carlo standard error of the mean; 0, and unknown, where n is 1
	Median float64 `json:"median"` //
	Low    float64 `json:"low"`    // 5 % of worlds lie below
	High   float64 `json:"high"`   // 5 % of worlds lie above
	Kept   int     `json:"kept"`   // worlds that median and band come from
}

// Estimate is a mean over worlds with its Monte Carlo standard error.
type Estimate struct {
	N     int     `json:"n"`
	Value float64 `json:"value"`
	SE    float64 `json:"se"` // 0, and unknown, where n is 1
}

// moments adds values up for mean and variance. Sums are of differences from the
// first value, which keeps their digits (Chan, Golub & LeVeque 1983, "Algorithms
// for computing the sample variance").
type moments struct {
	n            int
	shift        float64
	sum, squares float64
}

func (m *moments) add(x float64) {
	if m.n == 0 {
		m.shift = x
	}
	d := x - m.shift
	m.n++
	m.sum += d
	m.squares += float64(d * d)
}

func (m *moments) mean() float64 {
	if m.n == 0 {
		return 0
	}
	return m.shift + m.sum/float64(m.n)
}

func (m *moments) variance() float64 {
	if m.n < 2 {
		return 0
	}
	n := float64(m.n)
	return max(0, (m.squares-float64(m.sum*m.sum)/n)/(n-1))
}

func (m *moments) se() float64 {
	if m.n < 2 {
		return 0
	}
	return math.Sqrt(m.variance() / float64(m.n))
}

func (m *moments) estimate() *Estimate {
	if m.n == 0 {
		return nil
	}
	return &Estimate{m.n, m.mean(), m.se()}
}

// summary joins moments of all worlds with the quantiles of those kept, which it
// reorders; it is nil where there was no world.
func (m *moments) summary(kept []float64) *Summary {
	if m.n == 0 || len(kept) == 0 {
		return nil
	}
	return &Summary{
		N: m.n, Mean: m.mean(), SE: m.se(), Kept: len(kept),
		Median: quantile(kept, 0.5), Low: quantile(kept, lowBand), High: quantile(kept, highBand),
	}
}

// quantile interpolates between the order statistics of values in any order,
// which it reorders (type 7 of Hyndman & Fan 1996, as in R, NumPy and Excel).
func quantile[T float32 | float64](values []T, p float64) T {
	at := float64(p * float64(len(values)-1))
	i := int(at)
	low := nth(values, i)
	if i+1 >= len(values) {
		return low
	}
	next := slices.Min(values[i+1:])            // nth leaves what is not smaller behind it
	return low + T(T(at-float64(i))*(next-low)) //nolint:unconvert // keeps the product from being fused with the sum
}

// nth puts the n-th smallest value into its place, what is not larger before it
// and what is not smaller behind it (Hoare 1961, "Algorithm 65: Find").
func nth[T float32 | float64](values []T, n int) T {
	first, last := 0, len(values)-1
	for first < last {
		pivot := values[(first+last)/2]
		i, j := first, last
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for pivot < values[j] {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			last = j
		case n >= i:
			first = i
		default:
			return values[n]
		}
	}
	return values[n]
}

// z95 is the standard normal quantile of 0.975.
const z95 = 1.959963984540054

// wilson is the interval of a share of k in n at z standard errors (Wilson 1927);
// it stays inside 0 to 1 and is right for rare events too.
func wilson(k, n int, z float64) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	count, total := float64(k), float64(n)
	z2 := float64(z * z)
	middle := (count + float64(z2/2)) / (total + z2)
	half := float64(z / (total + z2) * math.Sqrt(float64(count*(total-count))/total+float64(z2/4)))
	low, high = max(0, middle-half), min(1, middle+half)
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high
}

package sensitivity

import (
	"fmt"
	"math"
	"slices"
)

// PAWNResult holds PAWN indices.
type PAWNResult struct {
	Rows    Rows        `json:"rows"`
	Indices []PAWNIndex `json:"indices"`
	Notes   []string    `json:"notes,omitempty"`
}

// PAWNIndex says how far the distribution of the output moves where an input is held in one slice of
// its range: the distance of Kolmogorov and Smirnov to the distribution over all rows.
type PAWNIndex struct {
	Name   string `json:"name"`
	Slices int    `json:"slices"`
	// Median is the median distance over the slices.
	Median Share `json:"median"`
	// Max is the greatest.
	Max Share `json:"max"`
	// ThresholdMedian and ThresholdMax are what 95 % of dummies, inputs without influence with slices of
	// the same sizes, stay below: a share is distinct only above.
	ThresholdMedian float64 `json:"threshold_median"`
	ThresholdMax    float64 `json:"threshold_max"`
}

// dummyLevel is the share of dummies that stay below a threshold.
const dummyLevel = 0.95

// PAWN estimates the indices of Pianosi & Wagener (2015) from any table (2018): slices of about equally many
// rows, 10 of them if most is 0, and categories as they are. Sampling noise alone makes all distances greater
// than 0, the more so the smaller the slices; hence the dummy (Khorashadi Zadeh et al. 2017).
func PAWN(d Data, most int, o Options) (*PAWNResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	d, rows, err := d.clean()
	if err != nil {
		return nil, err
	}
	if most == 0 {
		most = 10
	}
	if most < 2 || most > 1000 {
		return nil, fmt.Errorf("%d slices; use 2 to 1000", most)
	}
	d = d.sorted()
	p := pawn{ties: tieEnds(d.Y)}
	slicings := d.sliceAll(most)
	weights := o.bootstrap(len(d.Y))
	dummy := dummies(o, slicings, func(s slicing) distance { return p.distance(s, weights[0]) })
	result := &PAWNResult{Rows: rows, Notes: d.correlationNotes()}
	for i, s := range slicings {
		found := make([]distance, len(weights))
		each(len(weights), func(b int) { found[b] = p.distance(s, weights[b]) })
		index := PAWNIndex{Name: d.Inputs[i].Name, Slices: s.count}
		judge := func(get func(distance) float64) (Share, float64) {
			values, unmoved := gather(found, get), gather(dummy[i], get)
			threshold := quantile(unmoved, dummyLevel)
			return share(o.estimate(values[0], values[1:]), threshold, rows.Used), threshold
		}
		index.Median, index.ThresholdMedian = judge(func(d distance) float64 { return d.median })
		index.Max, index.ThresholdMax = judge(func(d distance) float64 { return d.greatest })
		result.Indices = append(result.Indices, index)
		if smallest := slices.Min(s.sizes()); smallest < least {
			result.Notes = append(result.Notes, fmt.Sprintf("the smallest slice of %s has only %d rows", index.Name, smallest))
		}
	}
	return result, nil
}

// distance sums up the distances of the slices.
type distance struct{ median, greatest float64 }

func gather(all []distance, get func(distance) float64) []float64 {
	values := make([]float64, len(all))
	for i, d := range all {
		values[i] = get(d)
	}
	return values
}

// pawn compares distributions over rows in rising order of the output.
type pawn struct{ ties []int }

// tieEnds returns, for each different value, the place after its last row.
func tieEnds(y []float64) []int {
	var ends []int
	for i := 1; i <= len(y); i++ {
		if i == len(y) || y[i] != y[i-1] {
			ends = append(ends, i)
		}
	}
	return ends
}

// distance finds the median and the greatest distance of a slice's distribution to that of all
// rows. Between the rows of a slice its distribution stays as it is, so the distance is greatest at
// one of its rows or just before one.
func (p pawn) distance(s slicing, weights []uint8) distance {
	size := make([]float64, s.count)
	all := 0.0
	for r, at := range s.of {
		size[at] += float64(weights[r])
		all += float64(weights[r])
	}
	for at, n := range size {
		if n > 0 {
			size[at] = 1 / n
		}
	}
	per := 1 / all
	far := make([]float64, s.count)
	seen := make([]float64, s.count)
	below, from := 0.0, 0
	for _, to := range p.ties {
		// before the outputs of this value …
		for r := from; r < to; r++ {
			if at := s.of[r]; weights[r] > 0 {
				gap := math.Abs(float64(seen[at]*size[at]) - float64(below*per))
				if gap > far[at] {
					far[at] = gap
				}
			}
		}
		for r := from; r < to; r++ {
			seen[s.of[r]] += float64(weights[r])
			below += float64(weights[r])
		}
		// … and after them
		for r := from; r < to; r++ {
			if at := s.of[r]; weights[r] > 0 {
				gap := math.Abs(float64(seen[at]*size[at]) - float64(below*per))
				if gap > far[at] {
					far[at] = gap
				}
			}
		}
		from = to
	}
	kept := far[:0]
	for at, distance := range far {
		if size[at] > 0 {
			kept = append(kept, distance)
		}
	}
	return distance{quantile(kept, 0.5), slices.Max(kept)}
}

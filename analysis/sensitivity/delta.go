package sensitivity

import "math"

// DeltaResult holds Borgonovo's delta.
type DeltaResult struct {
	Rows    Rows         `json:"rows"`
	Indices []DeltaIndex `json:"indices"`
	Notes   []string     `json:"notes,omitempty"`
}

// DeltaIndex says how far knowing an input shifts the distribution of the output as a whole: from 0, not
// at all, to 1.
type DeltaIndex struct {
	Name   string `json:"name"`
	Slices int    `json:"slices"`
	Delta  Share  `json:"delta"`
	// Threshold is what 95 % of dummies stay below.
	Threshold float64 `json:"threshold"`
}

// Delta estimates Borgonovo's (2007) δ = ½·E_X ∫|f_Y(y) − f_{Y|X}(y)| dy from any table: X is cut into slices,
// and the densities are histograms (Plischke, Borgonovo & Smith 2013). As δ is the same for any rising
// function of the output, the bins of the histogram are those of its ranks, about equally full, so
// that neither tails nor units matter.
func Delta(d Data, o Options) (*DeltaResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	d, rows, err := d.clean()
	if err != nil {
		return nil, err
	}
	slicings := d.sliceAll(slicesFor(len(d.Y), 32))
	bins := slice(d.Y, 0, binsFor(len(d.Y)))
	weights := o.bootstrap(len(d.Y))
	unmoved := dummies(o, slicings, func(s slicing) float64 { return delta(s, bins, weights[0]) })
	result := &DeltaResult{Rows: rows, Notes: d.correlationNotes()}
	for i, s := range slicings {
		values := make([]float64, len(weights))
		each(len(values), func(b int) { values[b] = delta(s, bins, weights[b]) })
		index := DeltaIndex{Name: d.Inputs[i].Name, Slices: s.count, Threshold: quantile(unmoved[i], dummyLevel)}
		index.Delta = share(o.estimate(values[0], values[1:]), index.Threshold, rows.Used)
		result.Indices = append(result.Indices, index)
	}
	return result, nil
}

// binsFor is how many bins the histogram of n outputs has by default.
func binsFor(n int) int { return min(max(int(math.Sqrt(float64(n))/4), 8), 32) }

// delta compares the histogram of every slice with that of all rows. Counts differ by luck alone. Were the
// true differences normal with variance τ² among bins, and their noise with variance σ², their sizes
// would come out too large by the factor √(1 + σ²/τ²); it is found from the sums of squares and taken off,
// so that inputs without influence come near to 0. On linear and Ishigami's functions of 300 to 16,384
// rows this misses the truth by less than Plischke's correction 2δ − mean of the bootstrap, which leaves 0.05
// to an input without influence where this leaves 0.008 (16,384 rows, 32 slices, 32 bins).
func delta(s, bins slicing, weights []uint8) float64 {
	cells := make([]float64, s.count*bins.count)
	for r, at := range s.of {
		cells[int(at)*bins.count+int(bins.of[r])] += float64(weights[r])
	}
	sizes, margin, all := make([]float64, s.count), make([]float64, bins.count), 0.0
	for at := range sizes {
		for k, c := range cells[at*bins.count:][:bins.count] {
			margin[k] += c
			sizes[at] += c
		}
		all += sizes[at]
	}
	for k := range margin {
		margin[k] /= all
	}
	sum, squares, luck := 0.0, 0.0, 0.0
	for at, n := range sizes {
		if n == 0 {
			continue
		}
		size, square, own := 0.0, 0.0, 0.0
		for k, c := range cells[at*bins.count:][:bins.count] {
			p := c / n
			gap := p - margin[k]
			size += math.Abs(gap)
			square += float64(gap * gap)
			own += float64(p * p)
		}
		sum += float64(n * size)
		squares += float64(n * square)
		if n > 1 { // the variance of the shares of n draws out of all rows
			square = (1 - own) / (n - 1) * (1 - n/all)
		} // and a slice of one row is all luck
		luck += float64(n * square)
	}
	if squares <= 0 {
		return 0
	}
	return float64(sum*math.Sqrt(max(0, 1-luck/squares))) / (2 * all)
}

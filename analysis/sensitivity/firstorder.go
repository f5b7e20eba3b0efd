package sensitivity

// FirstOrderResult holds first-order indices found from any table.
type FirstOrderResult struct {
	Rows    Rows              `json:"rows"`
	Indices []FirstOrderIndex `json:"indices"`
	Notes   []string          `json:"notes,omitempty"`
}

// FirstOrderIndex is the share of the variance that one input explains alone.
type FirstOrderIndex struct {
	Name   string `json:"name"`
	Slices int    `json:"slices"`
	First  Share  `json:"first"`
	// Threshold is what 95 % of dummies stay below.
	Threshold float64 `json:"threshold"`
}

// FirstOrder estimates first-order Sobol' indices from any table, at next to no cost: Var(E(Y|X)) / Var(Y)
// with X cut into slices of about equally many rows (Pearson's correlation ratio, 1903; Plischke,
// Borgonovo & Smith 2013, section 2). Means of slices vary by luck too; that part is taken off (Kelley's ε², 1935), so
// an input without influence has 0 on average.
func FirstOrder(d Data, o Options) (*FirstOrderResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	d, rows, err := d.clean()
	if err != nil {
		return nil, err
	}
	y := d.centred()
	slicings := d.sliceAll(slicesFor(len(y), 64))
	weights := o.bootstrap(len(y))
	unmoved := dummies(o, slicings, func(s slicing) float64 { return explained(y, s, weights[0]) })
	result := &FirstOrderResult{Rows: rows, Notes: d.correlationNotes()}
	for i, s := range slicings {
		values := make([]float64, len(weights))
		each(len(values), func(b int) { values[b] = explained(y, s, weights[b]) })
		index := FirstOrderIndex{Name: d.Inputs[i].Name, Slices: s.count, Threshold: quantile(unmoved[i], dummyLevel)}
		index.First = share(o.estimate(values[0], values[1:]), index.Threshold, rows.Used)
		result.Indices = append(result.Indices, index)
	}
	return result, nil
}

// centred returns the outputs less their mean.
func (d Data) centred() []float64 {
	mean, _ := moments(d.Y)
	y := make([]float64, len(d.Y))
	for r, v := range d.Y {
		y[r] = v - mean
	}
	return y
}

// explained is the share ε² = (between − (slices − 1)·within/(n − slices)) / (between + within) of weighted
// rows, in sums of squares.
func explained(y []float64, s slicing, weights []uint8) float64 {
	sum, size := make([]float64, s.count), make([]float64, s.count)
	squares := 0.0
	for r, v := range y {
		w := float64(weights[r])
		wv := float64(w * v)
		sum[s.of[r]] += wv
		size[s.of[r]] += w
		squares += float64(wv * v)
	}
	n, total, between, filled := 0.0, 0.0, 0.0, 0.0
	for at, k := range size {
		if k > 0 {
			n += k
			total += sum[at]
			between += float64(sum[at]*sum[at]) / k
			filled++
		}
	}
	common := float64(total*total) / n
	between -= common
	all := squares - common
	if n <= filled || all <= 0 {
		return 0
	}
	within := max(0, all-between)
	return (between - float64((filled-1)*within)/(n-filled)) / all
}

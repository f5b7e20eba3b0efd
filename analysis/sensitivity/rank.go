package sensitivity

import (
	"fmt"
	"math"

	"parley/elementary"
)

// RankResult holds rank correlations.
type RankResult struct {
	Rows    Rows        `json:"rows"`
	Indices []RankIndex `json:"indices"`
	Notes   []string    `json:"notes,omitempty"`
}

// RankIndex says how steadily the output goes up, or down, with an input.
type RankIndex struct {
	Name string `json:"name"`
	// Correlation is Spearman's, from −1 to 1. For more than two categories, which have no order, it is
	// the correlation ratio of the output's ranks, from 0 to 1.
	Correlation Estimate `json:"correlation"`
	// Unsigned marks a correlation ratio.
	Unsigned bool `json:"unsigned,omitempty"`
	// Distinct says that the correlation can be told from 0.
	Distinct bool   `json:"distinct"`
	Note     string `json:"note,omitempty"`
}

// RankCorrelation finds rank correlations in any table. Intervals of Spearman's are those of Fisher's
// transformation with the variance of Bonett & Wright (2000); those of correlation ratios are
// bootstrapped.
func RankCorrelation(d Data, o Options) (*RankResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	d, rows, err := d.clean()
	if err != nil {
		return nil, err
	}
	result := &RankResult{Rows: rows, Notes: d.correlationNotes()}
	y := standardised(d.Y)
	weights := o.bootstrap(len(y))
	for i, in := range d.Inputs {
		index := RankIndex{Name: in.Name, Unsigned: in.Categories > 2}
		if index.Unsigned {
			index.ratio(y, slice(d.X[i], in.Categories, 0), weights, o)
		} else {
			index.Correlation = o.spearman(dot(y, standardised(d.X[i])), len(y))
			index.Distinct = index.Correlation.Low > 0 || index.Correlation.High < 0
		}
		if !index.Distinct {
			index.Note = fmt.Sprintf("not distinguishable from 0 with %d rows", rows.Used)
		}
		result.Indices = append(result.Indices, index)
	}
	return result, nil
}

// ratio fills in the correlation ratio: the root of the share of variance explained, 0 where that is
// below.
func (r *RankIndex) ratio(y []float64, s slicing, weights [][]uint8, o Options) {
	values := make([]float64, len(weights))
	each(len(values), func(b int) { values[b] = explained(y, s, weights[b]) })
	square := o.estimate(values[0], values[1:])
	unmoved := dummies(o, []slicing{s}, func(s slicing) float64 { return explained(y, s, weights[0]) })
	r.Distinct = share(square, quantile(unmoved[0], dummyLevel), len(y)).Distinct
	root := func(x float64) float64 { return math.Sqrt(max(0, x)) }
	r.Correlation = Estimate{root(square.Value), root(square.Low), min(1, root(square.High))}
}

// spearman is the interval of a correlation of n ranks.
func (o Options) spearman(r float64, n int) Estimate {
	r = max(-1, min(1, r))
	if math.Abs(r) == 1 {
		return Estimate{r, r, r}
	}
	at := (elementary.Log1p(r) - elementary.Log1p(-r)) / 2
	e := o.around(at, math.Sqrt((1+float64(r*r*0.5))/float64(n-3)))
	back := func(z float64) float64 { return 2*elementary.Logistic(2*z) - 1 }
	return Estimate{r, back(e.Low), back(e.High)}
}

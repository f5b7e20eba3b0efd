package sensitivity

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// ShapleyResult holds Shapley effects.
type ShapleyResult struct {
	Rows Rows `json:"rows"`
	// Sampled is how many of the rows were looked at: fewer the more inputs there are.
	Sampled int            `json:"sampled"`
	Indices []ShapleyIndex `json:"indices"`
	// Unexplained is the share of the variance that is left between rows with all inputs nearly equal:
	// chance, or detail finer than the rows show.
	Unexplained Estimate `json:"unexplained"`
	Notes       []string `json:"notes,omitempty"`
}

// ShapleyIndex is the share of the variance that falls to an input or group.
type ShapleyIndex struct {
	Name    string   `json:"name"`
	Members []string `json:"members,omitempty"`
	Share   Share    `json:"share"`
}

// MostShapley is how many inputs or groups Shapley effects can be found for: every set of them is
// looked at.
const MostShapley = 8

// ShapleyEffects splits the variance of the output among inputs that may be correlated: what an input
// explains beyond the inputs before it, averaged over all orders (Owen 2014; Song, Nelson & Staum 2016), where
// a set S explains V − E(Var(Y|X_S)).
//
// The conditional variance comes from any table by nearest neighbours (Broto, Bachoc & Depecker 2020): the
// variance of a row and the two rows nearest to it in X_S, by a distance of ranks that weighs what matters, among
// those with the same categories. Neighbours far away make shares too small and Unexplained too large.
func ShapleyEffects(d Data, o Options) (*ShapleyResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	groups, err := players(d.Inputs)
	if err != nil {
		return nil, err
	}
	if len(groups) > MostShapley {
		return nil, fmt.Errorf("%d inputs are too many for Shapley effects, which look at every set of them; join inputs into at most %d groups", len(groups), MostShapley)
	}
	d, rows, err := d.clean()
	if err != nil {
		return nil, err
	}
	d = d.sample(max(1024, 1<<18>>len(groups)), o)
	if slices.Min(d.Y) == slices.Max(d.Y) {
		return nil, ErrConstant
	}
	result := &ShapleyResult{Rows: rows, Sampled: len(d.Y)}
	game, thin := d.shapleyGame(groups, o)
	if thin > 0.1 {
		result.Notes = append(result.Notes, fmt.Sprintf("%.0f %% of the rows share their categories with fewer than two others, and are passed over where these are held", 100*thin))
	}
	if thin == 1 {
		return nil, fmt.Errorf("%w: no three rows share all categories; join inputs into groups or leave some out", ErrTooFew)
	}
	result.fill(d.Inputs, groups, game, o)
	return result, nil
}

// sample keeps at most so many rows, drawn by lot.
func (d Data) sample(most int, o Options) Data {
	if len(d.Y) <= most {
		return d
	}
	rows := make([]int, len(d.Y))
	for r := range rows {
		rows[r] = r
	}
	shuffle(o.source("rows for Shapley effects", 0), rows)
	return d.pick(rows[:most])
}

// shapleyGame returns, by set of groups, what each row says of the variance that is left when the
// set is known, and the greatest share of rows that could not say. Those are given the mean of the others.
func (d Data) shapleyGame(groups []player, o Options) (left [][]float64, thin float64) {
	coordinates := make([][]float64, len(d.X))
	for i, x := range d.X {
		if d.Inputs[i].Categories > 0 {
			continue
		}
		// rows with equal values are put in an order by lot, far below the distance to the next value
		lot := o.source("ties of "+d.Inputs[i].Name, 0)
		coordinates[i] = ranks(x)
		for r := range coordinates[i] {
			coordinates[i][r] += float64(0x1p-10 * (float64(lot.next()>>11) * 0x1p-53))
		}
	}
	d.stretch(coordinates)
	left = make([][]float64, 1<<len(groups))
	missing := make([]float64, len(left))
	each(len(left), func(set int) {
		var members []int
		for at, g := range groups {
			if set>>at&1 == 1 {
				members = append(members, g.members...)
			}
		}
		left[set], missing[set] = d.leftWhenKnown(members, coordinates)
	})
	for _, m := range missing {
		thin = max(thin, m)
	}
	return left, thin
}

// leftWhenKnown is the local variance at every row, the members being known.
func (d Data) leftWhenKnown(members []int, coordinates [][]float64) (left []float64, missing float64) {
	left = make([]float64, len(d.Y))
	var known [][]float64
	cells := [][]int32{make([]int32, len(d.Y))}
	for r := range cells[0] {
		cells[0][r] = int32(r)
	}
	for _, m := range members {
		if categories := d.Inputs[m].Categories; categories > 0 {
			cells = split(cells, d.X[m], categories)
		} else {
			known = append(known, coordinates[m])
		}
	}
	sum, lone := 0.0, 0
	var alone []int32
	for _, cell := range cells {
		switch {
		case len(cell) < 3:
			alone = append(alone, cell...)
			lone += len(cell)
			continue
		case len(known) == 0:
			variance := d.variance(cell)
			for _, r := range cell {
				left[r] = variance
			}
		default:
			tree := neighbours{known, cell}
			tree.build(0, len(cell), 0)
			for _, r := range cell {
				a, b := tree.two(r)
				left[r] = d.variance([]int32{r, a, b})
			}
		}
	}
	for _, v := range left {
		sum += v
	}
	if lone < len(left) {
		for _, r := range alone {
			left[r] = sum / float64(len(left)-lone)
		}
	}
	return left, float64(lone) / float64(len(left))
}

// split cuts every cell by the categories of a column.
func split(cells [][]int32, x []float64, categories int) [][]int32 {
	var finer [][]int32
	for _, cell := range cells {
		by := map[int][]int32{}
		for _, r := range cell {
			by[int(x[r])] = append(by[int(x[r])], r)
		}
		for c := 0; c < categories && len(by) > 0; c++ {
			if rows, is := by[c]; is {
				finer = append(finer, rows)
			}
		}
	}
	return finer
}

// variance is the sample variance of some outputs.
func (d Data) variance(rows []int32) float64 {
	mean, squares := 0.0, 0.0
	for _, r := range rows {
		mean += d.Y[r]
	}
	mean /= float64(len(rows))
	for _, r := range rows {
		squares += float64((d.Y[r] - mean) * (d.Y[r] - mean))
	}
	return squares / float64(len(rows)-1)
}

// fill plays the game at every row; Shapley values being linear, their mean is the value of the mean.
// A row's luck is in the sets of three of its neighbours as well, so that rows are worth a third of
// independent ones at worst; intervals take the worst.
func (r *ShapleyResult) fill(inputs []Input, groups []player, left [][]float64, o Options) {
	n, everyone := len(left[0]), len(left)-1
	total := left[0][0]
	weights := orderWeights(len(groups))
	about := func(local []float64) Estimate {
		mean, squares := moments(local)
		err := math.Sqrt(3*squares/float64(n-1)/float64(n)) / total
		return o.around(mean/total, err)
	}
	for at, g := range groups {
		local := make([]float64, n)
		for set := range left {
			if set>>at&1 == 1 {
				continue
			}
			weight := weights[bits.OnesCount(uint(set))]
			with := left[set|1<<at]
			for row, v := range left[set] {
				local[row] += float64(weight * (v - with[row]))
			}
		}
		r.Indices = append(r.Indices, ShapleyIndex{g.name, g.inputNames(inputs), share(about(local), 0, n)})
	}
	r.Unexplained = about(left[everyone])
}

// orderWeights is the share of all orders of n in which a given member comes right after a given set, by the
// size of the set: s!(n−s−1)!/n!.
func orderWeights(n int) []float64 {
	weights := make([]float64, n)
	ways := 1.0 // C(n−1, s)
	for s := range weights {
		weights[s] = 1 / float64(float64(n)*ways)
		ways = float64(ways*float64(n-1-s)) / float64(s+1)
	}
	return weights
}

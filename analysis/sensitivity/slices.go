package sensitivity

import (
	"fmt"
	"math"
	"slices"
)

// slicing puts every row into a slice of one column: categories as they are, numbers cut into
// about equally full slices, equal numbers always together.
type slicing struct {
	of    []uint16 // slice by row
	count int
}

// slice cuts a column into at most so many slices; no slice is empty. If a column has no more
// different values than that, each is a slice of its own.
func slice(x []float64, categories, most int) slicing {
	s := slicing{of: make([]uint16, len(x))}
	rising := order(x)
	whole := categories > 0 || distinct(x, rising, most) <= most
	last := -1
	for from := 0; from < len(x); {
		to := from + 1
		for to < len(x) && x[rising[to]] == x[rising[from]] {
			to++
		}
		wanted := (from + to - 1) * most / (2 * len(x))
		if whole || wanted != last {
			s.count++
			last = wanted
		}
		for _, row := range rising[from:to] {
			s.of[row] = uint16(s.count - 1)
		}
		from = to
	}
	return s
}

// distinct counts different values, up to one more than most.
func distinct(x []float64, rising []int, most int) int {
	count := 1
	for i := 1; i < len(rising) && count <= most; i++ {
		if x[rising[i]] != x[rising[i-1]] {
			count++
		}
	}
	return count
}

// sizes counts the rows of each slice.
func (s slicing) sizes() []int {
	sizes := make([]int, s.count)
	for _, at := range s.of {
		sizes[at]++
	}
	return sizes
}

// sliceAll cuts every input.
func (d Data) sliceAll(most int) []slicing {
	all := make([]slicing, len(d.X))
	each(len(all), func(i int) { all[i] = slice(d.X[i], d.Inputs[i].Categories, most) })
	return all
}

// shuffled is a dummy: slices of the same sizes that have nothing to do with the output.
func (s slicing) shuffled(draws source) slicing {
	dummy := slicing{slices.Clone(s.of), s.count}
	shuffle(draws, dummy.of)
	return dummy
}

// dummies finds what a statistic of slices reaches by luck: its values for shuffled slices, by input. Inputs
// whose slices have the same sizes share them.
func dummies[T any](o Options, all []slicing, statistic func(slicing) T) [][]T {
	values := make([][]T, len(all))
	kinds := map[string]int{}
	for i, s := range all {
		sizes := s.sizes()
		slices.Sort(sizes)
		key := fmt.Sprint(sizes)
		if same, known := kinds[key]; known {
			values[i] = values[same]
			continue
		}
		kinds[key] = i
		values[i] = make([]T, o.Resamples)
		each(o.Resamples, func(b int) { values[i][b] = statistic(s.shuffled(o.source("dummy", b))) })
	}
	return values
}

// slicesFor is how many slices n rows are cut into, up to most: so many that the cut itself hides
// little, so few that each has enough rows to say something.
func slicesFor(n, most int) int {
	return min(max(int(math.Sqrt(float64(n))/2), 4), most)
}

// correlationNotes names the inputs that move together: what is found of one is then in part found of
// the other. Pairs with a correlation below 0.1, or within what luck gives now and then, are passed over.
func (d Data) correlationNotes() []string {
	ranks := make([][]float64, len(d.X))
	each(len(ranks), func(i int) { ranks[i] = standardised(d.X[i]) })
	found := make([][]string, len(d.X))
	each(len(d.X), func(i int) {
		for j := range i {
			if r, certain := d.association(i, j, ranks); certain && math.Abs(r) > 0.1 {
				found[i] = append(found[i], fmt.Sprintf("%s and %s are correlated (%.2f), so each is also credited with what the other does; Shapley effects share it out", d.Inputs[j].Name, d.Inputs[i].Name, r))
			}
		}
	})
	return slices.Concat(found...)
}

// association is Spearman's correlation of two inputs, or, where one has more than two categories, the correlation
// ratio with it. It is certain beyond some four standard errors: 45 pairs of ten independent inputs
// give a false note once in some 350 tables.
func (d Data) association(i, j int, ranks [][]float64) (r float64, certain bool) {
	n := float64(len(d.Y))
	if d.Inputs[i].Categories <= 2 {
		i, j = j, i
	}
	categories := d.Inputs[i].Categories
	if categories <= 2 {
		r = dot(ranks[i], ranks[j])
		return r, math.Abs(r) > 4/math.Sqrt(n)
	}
	s := slice(d.X[i], categories, 0)
	if s.count < 2 {
		return 0, false
	}
	once := make([]uint8, len(d.Y))
	for row := range once {
		once[row] = 1
	}
	columns := [][]float64{ranks[j]}
	if d.Inputs[j].Categories > 2 {
		columns = d.indicators(j)
	}
	for _, column := range columns {
		r = max(r, explained(column, s, once))
	}
	// ε² of nothing has the standard error √(2(k−1))/n and the tail of χ²
	return math.Sqrt(r), r > (float64(6*math.Sqrt(float64(2*(s.count-1))))+12)/n
}

// indicators are columns that say whether an input has a category, less the mean, for the 32 most
// common ones at most.
func (d Data) indicators(i int) [][]float64 {
	sizes := make([]float64, d.Inputs[i].Categories)
	for _, v := range d.X[i] {
		sizes[int(v)]++
	}
	common := order(sizes)
	var columns [][]float64
	for _, c := range common[max(0, len(common)-32):] {
		column := make([]float64, len(d.Y))
		for row, v := range d.X[i] {
			column[row] = -sizes[c] / float64(len(d.Y))
			if int(v) == c {
				column[row]++
			}
		}
		columns = append(columns, column)
	}
	return columns
}

// standardised are the ranks of values with mean 0 and sum of squares 1 (all 0 if all are equal).
func standardised(x []float64) []float64 {
	r := ranks(x)
	mean, squares := moments(r)
	scale := 0.0
	if squares > 0 {
		scale = 1 / math.Sqrt(squares)
	}
	for i := range r {
		r[i] = (r[i] - mean) * scale
	}
	return r
}

// ranks are the places of values in rising order, equal values sharing the mean of theirs.
func ranks(x []float64) []float64 {
	rising := order(x)
	r := make([]float64, len(x))
	for from := 0; from < len(x); {
		to := from + 1
		for to < len(x) && x[rising[to]] == x[rising[from]] {
			to++
		}
		for _, row := range rising[from:to] {
			r[row] = float64(from+to-1) / 2
		}
		from = to
	}
	return r
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

package parley

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
)

// MiddleOptimism weighs the best and the worst world alike.
const MiddleOptimism = 0.5

const (
	mostDimensions = 40 // factors among which a box is looked for
	guardLevel     = 0.05
)

// GuardLevel is the level at which limits on some factors are held to what luck would
// give, as if all had been looked at.
func GuardLevel(looked, all int) float64 { return guardLevel * float64(looked) / float64(all) }

// coded turns categories into their places among the values there are.
func coded(c *analysis.Column) (codes, values []float64) {
	values = slices.Clone(c.Values)
	slices.Sort(values)
	values = slices.Compact(values)
	codes = make([]float64, len(c.Values))
	for i, v := range c.Values {
		k, _ := slices.BinarySearch(values, v)
		codes[i] = float64(k)
	}
	return codes, values
}

// categoryName is what a category is called.
func categoryName(c *analysis.Column, v float64) string {
	if i := int(v); float64(i) == v && i >= 0 && i < len(c.Labels) {
		return c.Labels[i]
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// Sensitive is a table as the methods of sensitivity take it.
func Sensitive(columns []analysis.Column, y []float64) sensitivity.Data {
	d := sensitivity.Data{Y: y}
	for i := range columns {
		c := &columns[i]
		in, x := sensitivity.Input{Name: c.Name}, c.Values
		if c.Categories {
			codes, values := coded(c)
			in.Categories, x = len(values), codes
		}
		d.Inputs, d.X = append(d.Inputs, in), append(d.X, x)
	}
	return d
}

// Cases is a table as the methods of discovery take it.
func Cases(columns []analysis.Column, y, missing []bool) discovery.Cases {
	d := discovery.Cases{Y: y, Missing: missing}
	for i := range columns {
		c := &columns[i]
		dim, x := discovery.Dimension{Name: c.Name}, c.Values
		if c.Categories {
			codes, values := coded(c)
			for _, v := range values {
				dim.Categories = append(dim.Categories, categoryName(c, v))
			}
			x = codes
		}
		d.Dimensions, d.X = append(d.Dimensions, dim), append(d.X, x)
	}
	return d
}

// Known are factors as the methods of decision take them.
func Known(columns []analysis.Column) []decision.Factor {
	var list []decision.Factor
	for i := range columns {
		list = append(list, decision.Factor{Name: columns[i].Name, Values: columns[i].Values, Categories: columns[i].Categories})
	}
	return list
}

// Screened leaves the factors that tell most of an outcome by themselves, where there
// are many: those that tell nothing would be peeled by luck, and dropped again one by one.
func Screened(columns []analysis.Column, y []bool, seed uint64) []analysis.Column {
	if len(columns) <= mostDimensions {
		return columns
	}
	numbers := make([]float64, len(y))
	for i, is := range y {
		if is {
			numbers[i] = 1
		}
	}
	found, err := sensitivity.FirstOrder(Sensitive(columns, numbers), sensitivity.Options{Seed: seed, Resamples: 2}) // no interval is used
	if err != nil {
		return columns[:mostDimensions]
	}
	order := make([]int, len(columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(found.Indices[b].First.Value, found.Indices[a].First.Value)
	})
	order = order[:mostDimensions]
	slices.Sort(order)
	kept := make([]analysis.Column, len(order))
	for i, at := range order {
		kept[i] = columns[at]
	}
	return kept
}

// Boxes looks for a box by the usual rule. Where cases are so frequent that this takes
// all rows together, it looks for one half-way between their share and all.
func Boxes(ctx context.Context, table *discovery.Table, o discovery.Options) (*discovery.Result, error) {
	r, err := table.Find(ctx, o)
	if err != nil || len(r.Boxes) > 0 || len(r.Dropped) > 0 {
		return r, err
	}
	o.Choice = discovery.Choice{Rule: discovery.Dense, Density: (1 + r.BaseRate) / 2}
	return table.Find(ctx, o)
}

package analysis

import (
	"fmt"
	"slices"
)

// TippingGrid is the share of worlds in which the claim holds by two factors: in
// cells of as many worlds along amounts, by value along categories.
type TippingGrid struct {
	Claim string       `json:"claim"`
	A     TippingAxis  `json:"a"`
	B     TippingAxis  `json:"b"`
	Cells [][]GridCell `json:"cells"` // [a][b]
}

// TippingAxis is one side of a grid: labels of categories, or the ends of the cells.
type TippingAxis struct {
	Factor string    `json:"factor"`
	Labels []string  `json:"labels"` // of categories
	Ends   []float64 `json:"ends"`   // of amounts: one more than cells
}

// GridCell is one cell; Share is nil where it has no world.
type GridCell struct {
	Worlds int    `json:"worlds"`
	Share  *Share `json:"share"`
}

// FindTippingPair is the grid of two factors, with so many cells along amounts.
func FindTippingPair(t *Table, a, b string, cells int) (*TippingGrid, error) {
	if cells < 1 || cells > 100 {
		return nil, fmt.Errorf("%d cells along a factor; ask for 1 to 100", cells)
	}
	g := &TippingGrid{Claim: t.Claim, Cells: [][]GridCell{}}
	var places [2][]int
	for i, side := range []struct {
		name string
		axis *TippingAxis
	}{{a, &g.A}, {b, &g.B}} {
		at := t.Factor(side.name)
		if at < 0 {
			return nil, fmt.Errorf("the run has no factor %q", side.name)
		}
		*side.axis, places[i] = axisOf(&t.Factors[at], cells)
	}
	held := make([][]int, g.A.cells())
	for i := range held {
		held[i] = make([]int, g.B.cells())
		g.Cells = append(g.Cells, make([]GridCell, g.B.cells()))
	}
	for w, o := range t.Outcome {
		i, j := places[0][w], places[1][w]
		g.Cells[i][j].Worlds++
		if o > 0 {
			held[i][j]++
		}
	}
	for i := range held {
		for j := range held[i] {
			if c := &g.Cells[i][j]; c.Worlds > 0 {
				share := shareOf(held[i][j], c.Worlds)
				c.Share = &share
			}
		}
	}
	return g, nil
}

func (a *TippingAxis) cells() int { return max(len(a.Labels), len(a.Ends)-1) }

// axisOf cuts a factor into cells and says in which each world is.
func axisOf(c *Column, cells int) (TippingAxis, []int) {
	a := TippingAxis{Factor: c.Name, Labels: []string{}, Ends: []float64{}}
	places := make([]int, len(c.Values))
	values := distinct(c.Values, fewValues)
	if values == nil && c.Categories {
		values = distinct(c.Values, len(c.Values))
	}
	if values != nil {
		for _, v := range values {
			a.Labels = append(a.Labels, c.label(v))
		}
		for w, v := range c.Values {
			places[w], _ = slices.BinarySearch(values, v)
		}
		return a, places
	}
	order := orderOf(c.Values)
	n := len(order)
	cells = min(cells, max(1, n))
	for k := range cells {
		if n > 0 {
			a.Ends = append(a.Ends, c.Values[order[k*n/cells]])
		}
		for _, w := range order[k*n/cells : (k+1)*n/cells] {
			places[w] = k
		}
	}
	if n > 0 {
		a.Ends = append(a.Ends, c.Values[order[n-1]])
	}
	return a, places
}

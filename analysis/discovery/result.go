package discovery

import (
	"math"
	"slices"
)

// Region is a part of the space of inputs, and what lies there.
type Region struct {
	Coverage float64 `json:"coverage"` // share of all cases of interest
	Density  float64 `json:"density"`  // share of its rows that are of interest
	Mass     float64 `json:"mass"`     // share of all rows
	Rows     int     `json:"rows"`     //
	Cases    int     `json:"cases"`    // rows of interest
	Limits   []Limit `json:"limits"`   // one for each restricted dimension
}

// Limit is what a region asks of one dimension.
type Limit struct {
	Dimension string `json:"dimension"`
	Index     int    `json:"index"` // its place among the table's dimensions

	Low     *float64 `json:"low,omitempty"`  // at least this; nil: no limit
	High    *float64 `json:"high,omitempty"` // at most this; nil: no limit
	Minimum float64  `json:"minimum"`        // of the whole column
	Maximum float64  `json:"maximum"`
	Kept    []string `json:"kept,omitempty"`    // categories inside
	Removed []string `json:"removed,omitempty"` // categories outside

	// The quasi-p-values of Bryant & Lempert 2010: how likely a binomial draw with the
	// density that the box has without this limit gives the box's cases. Of the whole
	// dimension, and of either end. They are no proof: limits were chosen on the same
	// rows. What the guard found is Chance.
	QuasiP     *float64 `json:"quasi_p,omitempty"`
	QuasiPLow  *float64 `json:"quasi_p_low,omitempty"`
	QuasiPHigh *float64 `json:"quasi_p_high,omitempty"`

	// Chance that noise alone gives a limit at some face that is as good, with allowance
	// for the number of faces; the smaller of both ends. It is an upper bound: with so many
	// deals it cannot be shown to be smaller. Nil without the guard.
	Chance *float64 `json:"chance,omitempty"`

	// Share of half samples that restrict the dimension too, at the step with the same
	// coverage, and with the same density. Nil without resamples.
	Reproduced        *float64 `json:"reproduced,omitempty"`
	ReproducedDensity *float64 `json:"reproduced_density,omitempty"`
}

// Step is one box of a peeling and pasting trajectory.
type Step struct {
	Region
	Restricted int  `json:"restricted"` // number of restricted dimensions
	Pasted     bool `json:"pasted"`     // else peeled, or the start
}

// Dropped is a face that did not survive the guard.
type Dropped struct {
	Dimension string  `json:"dimension"`
	Side      string  `json:"side"`   // low, high or categories
	Chance    float64 `json:"chance"` // that noise alone gives as much, with allowance for the number of faces
	Whole     bool    `json:"whole"`  // the chosen box does not restrict this dimension at all
}

// Box is a box that was found.
type Box struct {
	Region
	Step       int       `json:"step"`       // its place in the trajectory
	Trajectory []Step    `json:"trajectory"` // of the peeling it came from: the last, without dropped faces
	Dropped    []Dropped `json:"dropped"`    // what noise alone would give
	BaseRate   float64   `json:"base_rate"`  // density of the rows that were looked at
	HeldOut    *HeldOut  `json:"held_out,omitempty"`
	Widened    bool      `json:"widened"` // limits of the wanted step were dropped, so the box is none of the trajectory
}

// HeldOut is how good boxes like the chosen one, found on half samples at the same
// coverage, are on the other halves. It is what to expect of new rows: the box's own figures were
// chosen to be good. Shares are of the rows and cases that were looked at.
type HeldOut struct {
	Coverage float64 `json:"coverage"`
	Density  float64 `json:"density"`
}

// Result is what a search found.
type Result struct {
	Rows     int     `json:"rows"`
	LeftOut  int     `json:"left_out"`
	Cases    int     `json:"cases"`
	BaseRate float64 `json:"base_rate"`
	Boxes    []Box   `json:"boxes"` // in the order found; later ones are over the rows outside of earlier ones
	Coverage float64 `json:"coverage"`
	Note     string  `json:"note,omitempty"` // why there are no boxes, or no more
	// Dropped holds what the guard dropped where no box was left.
	Dropped []Dropped `json:"dropped,omitempty"`
}

// region says a box in numbers of the table.
func (t *Table) region(s state) Region {
	r := Region{
		Coverage: share(s.h, t.cases), Density: share(s.h, s.n), Mass: share(s.n, t.Rows()),
		Rows: s.n, Cases: s.h, Limits: []Limit{},
	}
	for j := range t.columns {
		if s.restricts(t, j) {
			r.Limits = append(r.Limits, t.limit(s.bounds, j))
		}
	}
	return r
}

func (t *Table) limit(b bounds, j int) Limit {
	c := &t.columns[j]
	l := Limit{Dimension: c.Name, Index: j, Minimum: c.values[0], Maximum: c.values[c.top()]}
	if c.categorical() {
		for k, kept := range b.kept[j] {
			if kept {
				l.Kept = append(l.Kept, c.Categories[k])
			} else {
				l.Removed = append(l.Removed, c.Categories[k])
			}
		}
		return l
	}
	if b.limits(t, j, low) {
		_, above := between(c.values[b.lo[j]-1], c.values[b.lo[j]])
		l.Low = &above
	}
	if b.limits(t, j, high) {
		below, _ := between(c.values[b.hi[j]], c.values[b.hi[j]+1])
		l.High = &below
	}
	return l
}

// between is the number half-way between two: as an upper limit, which the upper one is
// not to meet, and as a lower limit, which the lower one is not to meet.
func between(a, b float64) (upper, lower float64) {
	m := float64(a*0.5) + float64(b*0.5)
	upper, lower = m, m
	if upper >= b || upper < a {
		upper = a
	}
	if lower <= a || lower > b {
		lower = b
	}
	return upper, lower
}

// Holds reports whether a row, one number a dimension, lies in the region of a table with
// these dimensions. A row that lacks a limited input does not.
func (r *Region) Holds(dimensions []Dimension, row []float64) bool {
	for _, l := range r.Limits {
		x := row[l.Index]
		if math.IsNaN(x) {
			return false
		}
		if categories := dimensions[l.Index].Categories; categories != nil {
			if x < 0 || x >= float64(len(categories)) || !slices.Contains(l.Kept, categories[int(x)]) {
				return false
			}
			continue
		}
		if (l.Low != nil && x < *l.Low) || (l.High != nil && x > *l.High) {
			return false
		}
	}
	return true
}

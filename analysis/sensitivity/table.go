package sensitivity

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Input is a column of inputs.
type Input struct {
	Name string `json:"name"`
	// Categories is the number of categories, whose values are 0 to Categories − 1; 0 for a number.
	Categories int `json:"categories,omitempty"`
	// Group names the inputs that count as one where a method knows groups; none: the input is alone.
	Group string `json:"group,omitempty"`
}

// Data is a table: X[i] is the column of Inputs[i], Y the outputs.
type Data struct {
	Inputs []Input
	X      [][]float64
	Y      []float64
}

// Reasons why a table has no answer; test for them with errors.Is.
var (
	// ErrConstant: the output is the same in all rows.
	ErrConstant = errors.New("the output is the same in all rows, so there is nothing to explain")
	// ErrTooFew: too few rows are left.
	ErrTooFew = errors.New("too few rows")

	errTooLarge = errors.New("the outputs are so large, or vary so much, that their squares are beyond what a float64 holds; give them in a larger unit")
)

// Rows counts the rows of a table.
type Rows struct {
	Used int `json:"used"`
	// LeftOut had no finite output, or, in a designed table, were compared with such a row or
	// belonged to a block that was not finished.
	LeftOut int `json:"left_out"`
}

// least is the fewest rows that any method on a finished run works with.
const least = 20

// clean leaves out the rows that cannot be used, and brings the outputs to a size whose squares are
// neither too large nor too small for a float64: what is found on clean tables does not depend on it.
func (d Data) clean() (Data, Rows, error) {
	rows := Rows{}
	if err := d.check(); err != nil {
		return d, rows, err
	}
	keep := make([]int, 0, len(d.Y))
	for r := range d.Y {
		if d.usable(r) {
			keep = append(keep, r)
		}
	}
	rows = Rows{Used: len(keep), LeftOut: len(d.Y) - len(keep)}
	if len(keep) < least {
		return d, rows, fmt.Errorf("%w: %d of %d have finite inputs and output; at least %d are needed", ErrTooFew, len(keep), len(d.Y), least)
	}
	if rows.LeftOut > 0 {
		d = d.pick(keep)
	}
	if slices.Min(d.Y) == slices.Max(d.Y) {
		return d, rows, ErrConstant
	}
	d.Y = slices.Clone(d.Y)
	rescale(d.Y)
	return d, rows, nil
}

func (d Data) check() error {
	if len(d.Inputs) == 0 {
		return errors.New("the table has no inputs")
	}
	if len(d.X) != len(d.Inputs) {
		return fmt.Errorf("the table has %d columns for %d inputs", len(d.X), len(d.Inputs))
	}
	for i, x := range d.X {
		if len(x) != len(d.Y) {
			return fmt.Errorf("input %q has %d rows, the output has %d", d.Inputs[i].Name, len(x), len(d.Y))
		}
		if err := d.Inputs[i].check(x); err != nil {
			return err
		}
	}
	return nil
}

// mostCategories bounds what a slip of the pen can ask for.
const mostCategories = 1 << 15

func (in Input) check(x []float64) error {
	if in.Categories < 0 || in.Categories > mostCategories {
		return fmt.Errorf("input %q has %d categories; it can have up to %d, and 0 for a number", in.Name, in.Categories, mostCategories)
	}
	if in.Categories == 0 {
		return nil
	}
	for r, v := range x {
		if finite(v) && (v != math.Floor(v) || v < 0 || v >= float64(in.Categories)) {
			return fmt.Errorf("input %q has the value %v in row %d; its categories are 0 to %d", in.Name, v, r+1, in.Categories-1)
		}
	}
	return nil
}

func (d Data) usable(row int) bool {
	if !finite(d.Y[row]) {
		return false
	}
	for _, x := range d.X {
		if !finite(x[row]) {
			return false
		}
	}
	return true
}

// pick returns the stated rows, in their order.
func (d Data) pick(rows []int) Data {
	picked := Data{Inputs: d.Inputs, X: make([][]float64, len(d.X)), Y: pickFrom(d.Y, rows)}
	for i, x := range d.X {
		picked.X[i] = pickFrom(x, rows)
	}
	return picked
}

func pickFrom(x []float64, rows []int) []float64 {
	picked := make([]float64, len(rows))
	for i, r := range rows {
		picked[i] = x[r]
	}
	return picked
}

// sorted returns the table in the order of its outputs.
func (d Data) sorted() Data { return d.pick(order(d.Y)) }

// order returns the places of finite values in rising order, equal values by place: a radix sort on the
// bits, which rise with the value once those of negative numbers are turned round.
func order(values []float64) []int {
	const digit = 11
	keys, places := make([]uint64, len(values)), make([]int, len(values))
	for i, v := range values {
		bits := math.Float64bits(v + 0) // −0 becomes 0
		keys[i], places[i] = bits^(uint64(int64(bits)>>63)|1<<63), i
	}
	otherKeys, otherPlaces := make([]uint64, len(values)), make([]int, len(values))
	for shift := 0; shift < 64; shift += digit {
		var starts [1 << digit]int
		for _, k := range keys {
			starts[k>>shift%(1<<digit)]++
		}
		if len(keys) == 0 || starts[keys[0]>>shift%(1<<digit)] == len(keys) {
			continue // all the same
		}
		sum := 0
		for d, count := range starts {
			starts[d] = sum
			sum += count
		}
		for i, k := range keys {
			at := &starts[k>>shift%(1<<digit)]
			otherKeys[*at], otherPlaces[*at] = k, places[i]
			*at++
		}
		keys, otherKeys = otherKeys, keys
		places, otherPlaces = otherPlaces, places
	}
	return places
}

func finite(x float64) bool { return math.Abs(x) <= math.MaxFloat64 }

// player is an input or a group of inputs.
type player struct {
	name    string
	members []int
}

// players finds the groups, in the order of their first members, as design.Saltelli does.
func players(inputs []Input) ([]player, error) {
	var all []player
	place := map[string]int{}
	single := map[string]bool{}
	for i, in := range inputs {
		name, own := in.Group, in.Group == ""
		if own {
			name = in.Name
		}
		at, known := place[name]
		switch {
		case known && (own || single[name]):
			return nil, fmt.Errorf("%q names two inputs, or an input and a group; give each its own name", name)
		case known:
			all[at].members = append(all[at].members, i)
		default:
			place[name] = len(all)
			single[name] = own
			all = append(all, player{name, []int{i}})
		}
	}
	return all, nil
}

// inputNames lists the members of a group of more than one, for results.
func (p player) inputNames(inputs []Input) []string {
	if len(p.members) == 1 && inputs[p.members[0]].Name == p.name {
		return nil
	}
	names := make([]string, len(p.members))
	for i, m := range p.members {
		names[i] = inputs[m].Name
	}
	return names
}

// rescale multiplies all values by the same power of two, which loses nothing, so that the largest is
// about 1. It returns the exponent that was taken off.
func rescale(columns ...[]float64) (exponent int) {
	most := 0.0
	for _, column := range columns {
		for _, v := range column {
			most = max(most, math.Abs(v))
		}
	}
	_, exponent = math.Frexp(most)
	for _, column := range columns {
		for i, v := range column {
			column[i] = math.Ldexp(v, -exponent)
		}
	}
	return exponent
}

// moments returns mean and sum of squared deviations.
func moments(values []float64) (mean, squares float64) {
	for _, v := range values {
		mean += v
	}
	mean /= float64(len(values))
	for _, v := range values {
		squares += float64((v - mean) * (v - mean))
	}
	return mean, squares
}

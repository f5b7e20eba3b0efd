package discovery

import (
	"context"
	"errors"
	"fmt"
	"runtime"
)

// Objective is what peeling and pasting make as large as possible.
type Objective string

// The objectives; see [Objective] score in peel.go for the formulas and sources.
const (
	Lenient1 Objective = "lenient1" // gain in density for each row given up; the usual one
	Lenient2 Objective = "lenient2" // the same, times the rows that stay
	Original Objective = "original" // density of what stays
)

// Options says how to look for boxes. Numbers that are 0 and words that are empty stand
// for the usual ones, named beside them.
type Options struct {
	PeelAlpha    float64   // share of a box's rows cut off at a time; 0.05
	PasteAlpha   float64   // share put back at a time; 0.05
	MinimumMass  float64   // smallest box, as a share of all rows; 0.05
	WithoutPaste bool      // peel only
	Objective    Objective // Lenient1
	Choice       Choice    // Tradeoff
	Boxes        int       // how many boxes at most, each over the rows outside those before; 1
	Resamples    int       // half samples that show how often a dimension is restricted; 20, −1 for none
	WithoutGuard bool      // keep limits that noise alone would give
	Level        float64   // chance that noise alone passes the guard; 0.05
	Seed         uint64    // of the guard's and the resamples' draws
	Workers      int       // goroutines; as many as cores
}

func (o Options) filled() (Options, error) {
	const usual = 0.05
	for _, x := range []*float64{&o.PeelAlpha, &o.PasteAlpha, &o.MinimumMass, &o.Level} {
		if *x == 0 {
			*x = usual
		}
	}
	if o.Objective == "" {
		o.Objective = Lenient1
	}
	if o.Choice.Rule == "" {
		o.Choice.Rule = Tradeoff
	}
	if o.Boxes == 0 {
		o.Boxes = 1
	}
	if o.Resamples == 0 {
		o.Resamples = 20
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return o, o.check()
}

func (o Options) check() error {
	switch {
	case !within(o.PeelAlpha, 0.5):
		return fmt.Errorf("the share to peel is %g; it must be above 0 and at most 0.5", o.PeelAlpha)
	case !within(o.PasteAlpha, 1):
		return fmt.Errorf("the share to paste is %g; it must be above 0 and at most 1", o.PasteAlpha)
	case !within(o.MinimumMass, 1):
		return fmt.Errorf("the minimum mass is %g; it must be above 0 and at most 1", o.MinimumMass)
	case !within(o.Level, 0.5):
		return fmt.Errorf("the guard's level is %g; it must be above 0 and at most 0.5", o.Level)
	case o.Objective != Lenient1 && o.Objective != Lenient2 && o.Objective != Original:
		return fmt.Errorf("objective %q is none of %s, %s, %s", o.Objective, Lenient1, Lenient2, Original)
	case o.Choice.Rule != Tradeoff && o.Choice.Rule != Dense && o.Choice.Rule != AtStep:
		return fmt.Errorf("rule %q is none of %s, %s, %s", o.Choice.Rule, Tradeoff, Dense, AtStep)
	case o.Choice.Rule == Dense && !within(o.Choice.Density, 1):
		return fmt.Errorf("the wanted density is %g; it must be above 0 and at most 1", o.Choice.Density)
	case o.Boxes < 0:
		return errors.New("the number of boxes is below 0")
	case o.Boxes > 1 && o.Choice.Rule == AtStep:
		return errors.New("a step can be asked for where one box is looked for, not more")
	}
	return nil
}

// within is false for what is not a number, too.
func within(x, most float64) bool { return x > 0 && x <= most }

func (o Options) plan(rows int) plan {
	return plan{
		peelAlpha: o.PeelAlpha, pasteAlpha: o.PasteAlpha, objective: o.Objective, paste: !o.WithoutPaste,
		leastRows: leastRows(o.MinimumMass, rows), closed: make(map[face]bool),
	}
}

// leastRows is the smallest number of rows whose share of all is at least the minimum mass.
func leastRows(mass float64, rows int) int {
	n := max(1, int(mass*float64(rows)))
	for float64(n)/float64(rows) < mass {
		n++
	}
	return n
}

// Find looks for boxes in which the outcome of interest is frequent.
func (t *Table) Find(ctx context.Context, o Options) (*Result, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	r := &Result{Rows: t.Rows(), LeftOut: t.leftOut, Cases: t.cases, BaseRate: share(t.cases, t.Rows()), Boxes: []Box{}}
	switch t.cases {
	case 0:
		r.Note = "no row is of interest"
		return r, nil
	case t.Rows():
		r.Note = "every row is of interest"
		return r, nil
	}
	base := t.everywhere()
	found := 0
	for len(r.Boxes) < o.Boxes {
		s := &search{t: t, o: o, base: base, plan: o.plan(t.Rows())}
		if err := s.run(ctx); err != nil {
			return nil, err
		}
		if s.chosen.restricted(t) == 0 {
			r.Note, r.Dropped = s.whyNone(len(r.Boxes)), s.dropped
			break
		}
		r.Boxes = append(r.Boxes, s.box())
		found += s.chosen.h
		base = s.rest()
		if rest := countOf(t, base); rest.h == 0 || rest.h == rest.n {
			break
		}
	}
	r.Coverage = share(found, t.cases)
	return r, nil
}

// everywhere marks all rows.
func (t *Table) everywhere() []uint8 {
	base := make([]uint8, t.Rows())
	for i := range base {
		base[i] = 1
	}
	return base
}

func countOf(t *Table, base []uint8) tally {
	var c tally
	for row, in := range base {
		if in != 0 {
			c.n++
			c.h += int(t.y[row])
		}
	}
	return c
}

func share(k, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(k) / float64(n)
}

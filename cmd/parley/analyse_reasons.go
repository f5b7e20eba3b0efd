package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parley"
	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
	"parley/internal/report"
	"parley/world"
)

// Bounds of the work on reasons, so that they add a few seconds to an explanation.
const (
	fewestCases    = 0.03 // share of worlds from which failures are looked for
	fewestOfThem   = 30   // worlds
	choiceWorlds   = 1000 // in which all scenarios are set side by side
	choiceChance   = 4    // plays of chance in each
	beliefWorlds   = 250  // in which a shift of assumptions is tried
	beliefChance   = 4
	reasonsSamples = 50 // resamples for intervals
	mostDimensions = 40 // factors among which a box is looked for
	guardLevel     = 0.05
	boxSamples     = 10 // half samples that show how often a limit comes back
)

// reasons finds why a claim fares as it does. What was found before a signal comes
// back beside the error.
func (e *explain) reasons(ctx context.Context, m *parley.Model, c *world.Claim) (*report.Reasons, error) {
	o := e.options()
	o.Worlds = e.tableWorlds(c)
	tell, end := e.progress("looking for reasons")
	o.Progress = tell
	t, err := analysis.Collect(ctx, m, m.World, c.ID, o)
	end()
	if t == nil {
		return nil, err
	}
	r := &report.Reasons{Worlds: t.Len(), LeftOut: t.LeftOut, Replicates: e.replicates, Partial: err != nil}
	if t.Len() == 0 {
		return r, err
	}
	r.Output, r.Matters, r.MattersReason = matters(t, e.seed)
	r.Tipping = analysis.FindTipping(t)
	if err != nil {
		return r, err
	}
	if r.Where, err = where(ctx, t, e.seed); err != nil {
		r.Where, r.Partial = nil, true // without a box it would read as if there were none
		return r, err
	}
	r.Learn, r.LearnReason = learn(t, e.seed)
	return r, e.playReasons(ctx, m, c, t, r)
}

// tableWorlds is in how many worlds reasons are looked for: claims about a link or
// about coupling need further runs.
func (e *explain) tableWorlds(c *world.Claim) int {
	dear := slices.ContainsFunc(c.Tests, func(t *world.Test) bool {
		return len(t.Without) > 0 || strings.HasPrefix(t.Measure, "coupling.")
	})
	if dear && e.linkWorlds > 0 {
		return min(e.worlds, e.linkWorlds)
	}
	return e.worlds
}

// playReasons adds what has to be played.
func (e *explain) playReasons(ctx context.Context, m *parley.Model, c *world.Claim, t *analysis.Table, r *report.Reasons) error {
	var err error
	if r.Best, err = e.best(ctx, m, c); err != nil {
		r.Partial = true
		return err
	}
	o := e.options()
	o.Worlds, o.Replicates = min(beliefWorlds, e.worlds), min(beliefChance, e.replicates)
	tell, end := e.progress("turning the claim")
	o.Progress = tell
	r.Belief, err = analysis.ConfirmBelief(ctx, m, m.World, t, o)
	end()
	r.Partial = r.Partial || err != nil
	return err
}

// matters shares out the spread of the claim's effect among the factors, or, where
// there are several tests, that of how far the claim is from turning.
func matters(t *analysis.Table, seed uint64) (output string, found *sensitivity.FirstOrderResult, reason string) {
	y := t.Slack
	output = report.OfSlack
	if len(t.Tests) == 1 {
		output, y = report.OfEffect, t.Tests[0].Effect
	}
	found, err := sensitivity.FirstOrder(sensitive(t.Factors, y), sensitivity.Options{Seed: seed, Resamples: reasonsSamples})
	if err != nil {
		return output, nil, err.Error()
	}
	return output, found, ""
}

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
	return report.Exact(v)
}

// sensitive is a table as the methods of sensitivity take it.
func sensitive(columns []analysis.Column, y []float64) sensitivity.Data {
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

// cases is a table as the methods of discovery take it.
func cases(columns []analysis.Column, y, missing []bool) discovery.Cases {
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

// known are factors as the methods of decision take them.
func known(columns []analysis.Column) []decision.Factor {
	var list []decision.Factor
	for i := range columns {
		list = append(list, decision.Factor{Name: columns[i].Name, Values: columns[i].Values, Categories: columns[i].Categories})
	}
	return list
}

// where looks for the part of the space of assumptions in which the claim fails; or,
// where it hardly ever does so, in which it does not hold.
func where(ctx context.Context, t *analysis.Table, seed uint64) (*report.Where, error) {
	count := func(is func(int8) bool) ([]bool, int) {
		y, n := make([]bool, t.Len()), 0
		for i, o := range t.Outcome {
			if y[i] = is(o); y[i] {
				n++
			}
		}
		return y, n
	}
	enough := func(n int) bool {
		n = min(n, t.Len()-n)
		return n >= fewestOfThem && float64(n) >= fewestCases*float64(t.Len())
	}
	w := &report.Where{Of: report.OfFailing, Worlds: t.Len()}
	y, n := count(func(o int8) bool { return o < 0 })
	if !enough(n) {
		if other, k := count(func(o int8) bool { return o <= 0 }); enough(k) {
			w.Of, y, n = report.OfNotHolding, other, k
		}
	}
	if w.Cases = n; !enough(n) {
		return w, nil
	}
	columns := screened(t.Factors, y, seed)
	table, err := discovery.Prepare(cases(columns, y, nil))
	if err != nil {
		return w, err
	}
	w.Screened, w.Factors = len(columns), len(t.Factors)
	level := guardLevel * float64(len(columns)) / float64(len(t.Factors)) // as if all had been looked at
	if w.Boxes, err = boxes(ctx, table, discovery.Options{Seed: seed, Resamples: boxSamples, Level: level}); err != nil {
		return w, err
	}
	w.Tree, err = table.Tree(ctx, discovery.TreeOptions{})
	return w, err
}

// screened leaves the factors that tell most of an outcome by themselves, where there
// are many: those that tell nothing would be peeled by luck, and dropped again one by one.
func screened(columns []analysis.Column, y []bool, seed uint64) []analysis.Column {
	if len(columns) <= mostDimensions {
		return columns
	}
	numbers := make([]float64, len(y))
	for i, is := range y {
		if is {
			numbers[i] = 1
		}
	}
	found, err := sensitivity.FirstOrder(sensitive(columns, numbers), sensitivity.Options{Seed: seed, Resamples: 2}) // no interval is used
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

// boxes looks for a box by the usual rule. Where cases are so frequent that this takes
// all rows together, it looks for one half-way between their share and all.
func boxes(ctx context.Context, table *discovery.Table, o discovery.Options) (*discovery.Result, error) {
	r, err := table.Find(ctx, o)
	if err != nil || len(r.Boxes) > 0 || len(r.Dropped) > 0 {
		return r, err
	}
	o.Choice = discovery.Choice{Rule: discovery.Dense, Density: (1 + r.BaseRate) / 2}
	return table.Find(ctx, o)
}

// learn values knowledge for calling the verdict: to say that the claim holds, or that
// it does not, gains 1 where that is so.
func learn(t *analysis.Table, seed uint64) (found *decision.Informed, reason string) {
	p := decision.Payoffs{Alternatives: []string{"it holds", "it does not hold"}, Better: decision.Higher, Values: make([][]float64, 2)}
	for _, held := range t.Holding() {
		v := 0.0
		if held {
			v = 1
		}
		p.Values[0], p.Values[1] = append(p.Values[0], v), append(p.Values[1], 1-v)
	}
	found, err := decision.Information(p, known(t.Factors), nil, seed)
	if err != nil {
		return nil, err.Error()
	}
	return found, ""
}

// best sets the scenarios side by side on the claim's first measure.
func (e *explain) best(ctx context.Context, m *parley.Model, c *world.Claim) (*report.Best, error) {
	if len(c.Tests) == 0 || strings.HasPrefix(c.Tests[0].Measure, "coupling.") {
		return nil, nil
	}
	test := c.Tests[0]
	b := &report.Best{Measure: test.Measure, Replicates: min(choiceChance, e.replicates)}
	better, ok := report.Better(test.Measure)
	if !ok {
		return b, nil
	}
	o := e.options()
	o.Measures, o.Worlds, o.Replicates = []string{test.Measure}, min(choiceWorlds, e.worlds), b.Replicates
	tell, end := e.progress("comparing scenarios")
	o.Progress = tell
	t, err := analysis.CollectMeasures(ctx, m, m.World, test.By, o)
	end()
	if t == nil || len(t.Worlds) == 0 || err != nil {
		return b, err
	}
	b.Unit, b.At = t.Measures[0].Unit, t.At
	p := decision.Payoffs{Alternatives: t.Scenarios, Better: better}
	for s := range t.Scenarios {
		p.Values = append(p.Values, t.Outcomes[s][0])
	}
	b.Assessment, err = decision.Assess(p, decision.Options{Optimism: middleOptimism})
	return b, err
}

// middleOptimism weighs the best and the worst world alike.
const middleOptimism = 0.5

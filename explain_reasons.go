package parley

import (
	"context"
	"slices"
	"strings"

	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
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
	heldPoints     = 3 // tipping points that are played
	heldWorlds     = 300
	heldChance     = 2
	reasonsSamples = 50 // resamples for intervals
	boxSamples     = 10 // half samples that show how often a limit comes back
)

// reasons finds why a claim fares as it does. What was found before a signal comes
// back beside the error.
func (x *explaining) reasons(ctx context.Context) (*Reasons, error) {
	o := x.options()
	o.Worlds = x.tableWorlds()
	tell, end := x.stage("looking for reasons")
	o.Progress = tell
	t, err := analysis.Collect(ctx, x.m, x.m.World, x.claim.ID, o)
	end()
	if t == nil {
		return nil, err
	}
	r := &Reasons{Worlds: t.Len(), LeftOut: t.LeftOut, Replicates: x.o.Replicates, Partial: err != nil, Held: []analysis.ConfirmedTipping{}}
	if t.Len() == 0 {
		return r, err
	}
	r.Output, r.Matters, r.MattersReason = matters(t, x.o.Seed)
	r.Tipping = analysis.FindTipping(t)
	if err != nil {
		return r, err
	}
	if r.Where, err = where(ctx, t, x.o.Seed); err != nil {
		r.Where, r.Partial = nil, true // without a box it would read as if there were none
		return r, err
	}
	r.Learn, r.LearnReason = learn(t, x.o.Seed)
	return r, x.playReasons(ctx, t, r)
}

// tableWorlds is in how many worlds reasons are looked for: claims about a link or
// about coupling need further runs.
func (x *explaining) tableWorlds() int {
	dear := slices.ContainsFunc(x.claim.Tests, func(t *world.Test) bool {
		return len(t.Without) > 0 || strings.HasPrefix(t.Measure, "coupling.")
	})
	if dear && x.o.FurtherWorlds > 0 {
		return min(x.o.Worlds, x.o.FurtherWorlds)
	}
	return x.o.Worlds
}

// playReasons adds what has to be played.
func (x *explaining) playReasons(ctx context.Context, t *analysis.Table, r *Reasons) error {
	var err error
	if r.Best, err = x.best(ctx); err != nil {
		r.Partial = true
		return err
	}
	if err = x.hold(ctx, r); err != nil {
		r.Partial = true
		return err
	}
	o := x.options()
	o.Worlds, o.Replicates = min(beliefWorlds, x.o.Worlds), min(beliefChance, x.o.Replicates)
	tell, end := x.stage("turning the claim")
	o.Progress = tell
	r.Belief, err = analysis.ConfirmBelief(ctx, x.m, x.m.World, t, o)
	end()
	r.Partial = r.Partial || err != nil
	return err
}

// hold plays the first of the tipping points: what the worlds at hand show may be the
// doing of what goes with a factor rather than its own.
func (x *explaining) hold(ctx context.Context, r *Reasons) error {
	r.Held = []analysis.ConfirmedTipping{}
	o := x.options()
	o.Worlds, o.Replicates = min(heldWorlds, x.o.Worlds), min(heldChance, x.o.Replicates)
	for i := range r.Tipping.Points {
		p := &r.Tipping.Points[i]
		if !p.Tips || len(r.Held) == heldPoints {
			continue
		}
		tell, end := x.stage("holding an assumption")
		o.Progress = tell
		held, err := analysis.ConfirmTipping(ctx, x.m, x.m.World, x.claim.ID, p.Factor, o)
		end()
		if err != nil {
			return err
		}
		r.Held = append(r.Held, *held)
	}
	return nil
}

// matters shares out the spread of the claim's effect among the factors, or, where
// there are several tests, that of how far the claim is from turning.
func matters(t *analysis.Table, seed uint64) (output string, found *sensitivity.FirstOrderResult, reason string) {
	y := t.Slack
	output = OfSlack
	if len(t.Tests) == 1 {
		output, y = OfEffect, t.Tests[0].Effect
	}
	found, err := sensitivity.FirstOrder(Sensitive(t.Factors, y), sensitivity.Options{Seed: seed, Resamples: reasonsSamples})
	if err != nil {
		return output, nil, err.Error()
	}
	return output, found, ""
}

// where looks for the part of the space of assumptions in which the claim fails; or,
// where it hardly ever does so, in which it does not hold.
func where(ctx context.Context, t *analysis.Table, seed uint64) (*Where, error) {
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
	w := &Where{Of: OfFailing, Worlds: t.Len()}
	y, n := count(func(o int8) bool { return o < 0 })
	if !enough(n) {
		if other, k := count(func(o int8) bool { return o <= 0 }); enough(k) {
			w.Of, y, n = OfNotHolding, other, k
		}
	}
	if w.Cases = n; !enough(n) {
		return w, nil
	}
	columns := Screened(t.Factors, y, seed)
	table, err := discovery.Prepare(Cases(columns, y, nil))
	if err != nil {
		return w, err
	}
	w.Screened, w.Factors = len(columns), len(t.Factors)
	if w.Boxes, err = Boxes(ctx, table, discovery.Options{Seed: seed, Resamples: boxSamples, Level: GuardLevel(len(columns), len(t.Factors))}); err != nil {
		return w, err
	}
	w.Tree, err = table.Tree(ctx, discovery.TreeOptions{})
	return w, err
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
	found, err := decision.Information(p, Known(t.Factors), nil, seed)
	if err != nil {
		return nil, err.Error()
	}
	return found, ""
}

// best sets the scenarios side by side on the claim's first measure.
func (x *explaining) best(ctx context.Context) (*Best, error) {
	if len(x.claim.Tests) == 0 || strings.HasPrefix(x.claim.Tests[0].Measure, "coupling.") {
		return nil, nil
	}
	test := x.claim.Tests[0]
	b := &Best{Measure: test.Measure, Replicates: min(choiceChance, x.o.Replicates)}
	better, ok := Better(test.Measure)
	if !ok {
		return b, nil
	}
	o := x.options()
	o.Measures, o.Worlds, o.Replicates = []string{test.Measure}, min(choiceWorlds, x.o.Worlds), b.Replicates
	tell, end := x.stage("comparing scenarios")
	o.Progress = tell
	t, err := analysis.CollectMeasures(ctx, x.m, x.m.World, test.By, o)
	end()
	if t == nil || len(t.Worlds) == 0 || err != nil {
		return b, err
	}
	b.Unit, b.At = t.Measures[0].Unit, t.At
	p := decision.Payoffs{Alternatives: t.Scenarios, Better: better}
	for s := range t.Scenarios {
		p.Values = append(p.Values, t.Outcomes[s][0])
	}
	b.Assessment, err = decision.Assess(p, decision.Options{Optimism: MiddleOptimism})
	return b, err
}

package main

import (
	"context"
	"slices"
	"strings"

	"parley"
	"parley/analysis"
	"parley/analysis/decision"
	"parley/internal/report"
	"parley/world"
)

// fromWorld plays what a method needs. What was played before a signal comes back
// beside the error.
func (a *analyse) fromWorld(ctx context.Context, m *parley.Model, d *report.AnalyseDocument) (*table, error) {
	if a.output != "" || len(a.categorical)+len(a.alternatives) > 0 {
		return nil, wrongCall("--output, --categorical and --alternatives are for tables; a world has --claim, or --measure and --scenario")
	}
	if a.claim == "" && a.measure == "" || a.claim != "" && a.measure != "" {
		return nil, wrongCall("say what to analyse: either --claim, or --measure and --scenario")
	}
	o := a.options()
	groups, err := a.groupsOf(m)
	if err != nil {
		return nil, err
	}
	if a.designed() {
		if err := a.layOut(m, &o, groups); err != nil {
			return nil, err
		}
	}
	t, err := a.played(ctx, m, d, &o)
	if t == nil {
		return nil, err
	}
	t.groups = groups
	if !a.designed() {
		return t, err
	}
	if failed := t.inBlocks(m, &o); failed != nil {
		return nil, failed
	}
	d.Rows = o.Worlds
	return t, err
}

// played plays what a method needs.
func (a *analyse) played(ctx context.Context, m *parley.Model, d *report.AnalyseDocument, o *analysis.Options) (*table, error) {
	if a.claim != "" {
		return a.fromClaim(ctx, m, d, o)
	}
	return a.fromMeasure(ctx, m, d, o)
}

func (a *analyse) fromClaim(ctx context.Context, m *parley.Model, d *report.AnalyseDocument, o *analysis.Options) (*table, error) {
	c, err := claimNamed(m.World, a.claim)
	if err != nil {
		return nil, err
	}
	if a.method == methodRobustness {
		return nil, wrongCall("robustness compares scenarios by a measure: say --measure, such as %s", firstMeasure(c))
	}
	tell, end := a.progress("playing")
	o.Progress = tell
	found, err := analysis.Collect(ctx, m, m.World, c.ID, *o)
	end()
	if found == nil || found.Len() == 0 {
		return nil, err
	}
	t := &table{columns: found.Factors, claim: found, unfinished: found.Partial, worlds: found.Worlds}
	d.Rows, d.LeftOut, d.Of.Claim = found.Len(), found.LeftOut, c.ID
	t.y, d.Of.Output = found.Slack, "how far "+c.ID+" is from turning, in standard deviations"
	if len(found.Tests) == 1 {
		test := found.Tests[0]
		t.y, d.Of.Unit = test.Effect, test.Unit
		d.Of.Output = report.Measure(m.World, test.Measure) + ", " + test.Under
		if test.Against != "" {
			d.Of.Output += " less " + test.Against
		}
	}
	if a.looks() {
		d.Of.Unit = "probability"
		t.happens, d.Of.Outcome = found.Holding(), c.ID+" holds"
		if a.method == methodPRIM || a.method == methodCART {
			d.Of.Outcome = c.ID + " fails"
			for i, o := range found.Outcome {
				t.happens[i] = o < 0
			}
		}
	}
	return t, err
}

func firstMeasure(c *world.Claim) string {
	if len(c.Tests) == 0 {
		return "cost.usa"
	}
	return c.Tests[0].Measure
}

func (a *analyse) fromMeasure(ctx context.Context, m *parley.Model, d *report.AnalyseDocument, o *analysis.Options) (*table, error) {
	if known := measureNames(m.World); !slices.Contains(known, a.measure) {
		return nil, unknown("measure", a.measure, known, "docs/language.md")
	}
	scenarios := report.Scenarios(m.World)
	for _, id := range []string{a.scenario, a.against} {
		if id != "" && !slices.Contains(scenarios, id) {
			return nil, unknown("scenario", id, scenarios, "parley check DIR")
		}
	}
	o.Measures = []string{a.measure}
	switch {
	case a.compares() && (a.scenario != "" || a.against != ""):
		return nil, wrongCall("%s compares all scenarios: leave --scenario and --against out", a.method)
	case !a.compares() && a.scenario == "":
		return nil, wrongCall("under which scenario? Say --scenario; there are: %s", strings.Join(scenarios, ", "))
	case !a.compares():
		o.Scenarios = []string{a.scenario}
		if a.against != "" && a.against != a.scenario {
			o.Scenarios = append(o.Scenarios, a.against)
		}
	}
	better, err := a.direction()
	if err != nil {
		return nil, err
	}
	tell, end := a.progress("playing")
	o.Progress = tell
	found, err := analysis.CollectMeasures(ctx, m, m.World, world.Date{}, *o)
	end()
	if found == nil || len(found.Worlds) == 0 {
		return nil, err
	}
	t := &table{columns: found.Factors, unfinished: found.Partial, worlds: found.Worlds}
	d.Rows, d.LeftOut = len(found.Worlds), found.LeftOut
	d.Of.Output, d.Of.Unit = report.Measure(m.World, a.measure), found.Measures[0].Unit
	if a.compares() {
		t.alternatives = decision.Payoffs{Alternatives: found.Scenarios, Better: better}
		for s := range found.Scenarios {
			t.alternatives.Values = append(t.alternatives.Values, found.Outcomes[s][0])
		}
		d.Of.Alternatives = found.Scenarios
		return t, err
	}
	t.y = found.Outcomes[0][0]
	d.Of.Output += ", " + a.scenario
	if len(found.Scenarios) > 1 {
		d.Of.Output += " less " + a.against
		for i := range t.y {
			t.y[i] -= found.Outcomes[1][0][i]
		}
	}
	if wrong := a.look(t, d); wrong != nil {
		return nil, wrong
	}
	return t, err
}

// direction says which values of a measure are better, where alternatives are compared.
func (a *analyse) direction() (decision.Direction, error) {
	if !a.compares() || a.better != "" {
		return decision.Direction(a.better), nil
	}
	better, ok := parley.Better(a.measure)
	if !ok {
		return better, wrongCall("is more of %s better, or less? Say --better higher or --better lower", a.measure)
	}
	return better, nil
}

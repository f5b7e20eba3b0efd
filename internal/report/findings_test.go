package report

import (
	"testing"

	"parley"
	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
	"parley/world"
)

// sampleReasons is what the page says reasons from.
func sampleReasons() *parley.Reasons {
	part := func(value float64, distinct bool) sensitivity.Share {
		return sensitivity.Share{Estimate: sensitivity.Estimate{Value: value, Low: value - 0.03, High: value + 0.03}, Distinct: distinct}
	}
	limit, far := 0.12, 1.4
	box := discovery.Box{
		Region: discovery.Region{Coverage: 0.58, Density: 0.71, Rows: 400, Cases: 284, Limits: []discovery.Limit{
			{Dimension: "watch.reads.weight", High: &limit, Maximum: 1},
			{Dimension: "theory.stocks", Kept: []string{"separate"}, Removed: []string{"fungible", "partly"}},
		}},
		BaseRate: 0.1, Dropped: []discovery.Dropped{{Dimension: "quantity.idle-number", Side: "low", Whole: true}},
	}
	held := share(0.4)
	return &parley.Reasons{
		Worlds: 4000, Replicates: 8, Output: parley.OfEffect,
		Matters: &sensitivity.FirstOrderResult{Indices: []sensitivity.FirstOrderIndex{
			{Name: "theory.stocks", First: part(0.3, true)},
			{Name: "watch.reads.weight", First: part(0.2, true)},
			{Name: "actor.red.means.strike.produces", First: part(0.004, true)},
			{Name: "quantity.idle-number", First: part(-0.01, false)},
		}},
		Where: &parley.Where{Of: parley.OfFailing, Cases: 490, Worlds: 4000, Boxes: &discovery.Result{Boxes: []discovery.Box{box}, BaseRate: 0.12}, Tree: &discovery.Tree{
			Leaves: []discovery.Leaf{{Region: box.Region}},
		}},
		Tipping: &analysis.Tipping{Share: &held, Points: []analysis.TippingPoint{
			{Factor: "watch.reads.weight", Tips: true, Crossings: []analysis.Crossing{{Value: 0.3, Low: 0.25, High: 0.36, Quantile: 0.4, Rising: true}}},
			{Factor: "theory.stocks", Tips: true, Rivals: []analysis.RivalShare{{Label: "fungible", Share: share(0.9)}, {Label: "separate", Share: share(0.1)}}},
		}},
		Learn: &decision.Informed{Chosen: "it does not hold", Perfect: &decision.Estimate{Value: 0.4}, Factors: []decision.Value{
			{Name: "watch.reads.weight", Value: decision.Estimate{Value: 0.1, SE: 0.01}, Clear: true, Changes: 0.4}, {Name: "quantity.idle-number"},
		}},
		Best: &parley.Best{Measure: "cost.usa", Unit: "bn USD", At: 8, Replicates: 4, Assessment: &decision.Assessment{
			Better: decision.Lower, Worlds: 1000, Rows: []decision.Alternative{{Name: "deal", First: decision.Share{Share: 0.7}, RegretMax: 120}},
		}},
		Belief: &analysis.Belief{Before: &held, Distance: &far, Turned: true, After: &analysis.Estimate{Value: 0.55, SE: 0.02}, Moves: []analysis.Move{
			{Factor: "watch.reads.weight", Value: 0.5, Centre: 0.2, Spreads: 1.3}, {Factor: "theory.stocks", Label: "fungible", Spreads: 0.5},
		}},
	}
}

// A reader who has never heard of Sobol' would not see what to make of the findings.
func TestReasonsPage(t *testing.T) {
	w := sample()
	text := ReasonsText(piped, w, sampleReasons())
	fits(t, piped, text)
	golden(t, "reasons", text)

	r := sampleReasons()
	r.Matters, r.MattersReason = nil, "the output is the same in all rows"
	r.Where = &parley.Where{Of: parley.OfFailing, Cases: 3, Worlds: 4000}
	r.Tipping.Points, r.Learn, r.LearnReason, r.Best.Assessment = nil, nil, "too few worlds", nil
	r.Belief.Turned, r.Belief.Moves, r.Belief.Reason = false, nil, "no shift was found"
	text = ReasonsText(piped, w, r)
	fits(t, piped, text)
	golden(t, "reasons-none", text)
}

// A path that reads like a file's would keep the page from being read.
func TestFactorsInWords(t *testing.T) {
	w := sample()
	for path, want := range map[string]string{
		"theory.stocks": "the theory of stocks", "theory.stocks.rival.fungible.quantity.share-sent": "share sent, if fungible is right about stocks",
		"quantity.china-growth": "china growth", "theatre.strait.crisis.war_cost.challenger": "crisis war cost challenger, the Strait",
		"actor.red.means.strike.produces": "production of missiles, Red", "support.usa-x.fights.cost": "fights cost, support usa-x", "odd": "odd",
	} {
		if got := Factor(&world.World{Theatres: w.Theatres, Actors: w.Actors, Kinds: w.Kinds}, path); got != want {
			t.Errorf("%s is %q, not %q", path, got, want)
		}
	}
}

package parley

import (
	"strings"

	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
)

// Reasons is what the worlds of one claim tell: what matters, where it fails, what
// turns it, what to find out.
type Reasons struct {
	Worlds     int  `json:"worlds"`
	LeftOut    int  `json:"left_out"` // played, but failed
	Replicates int  `json:"replicates"`
	Partial    bool `json:"partial"` // stopped before its end
	// Output is what Matters shares out: the effect of the only test, or how far the claim is from turning.
	Output        string                        `json:"output"`
	Matters       *sensitivity.FirstOrderResult `json:"matters"`
	MattersReason string                        `json:"matters_reason,omitempty"` // why there is none
	Where         *Where                        `json:"where"`
	Tipping       *analysis.Tipping             `json:"tipping"`
	// Held are the first of the tipping points, played with the factor held at trial
	// values and all others as they are.
	Held []analysis.ConfirmedTipping `json:"held"`
	// Learn values knowing a factor by how much likelier one is to call the verdict right.
	Learn       *decision.Informed `json:"learn"`
	LearnReason string             `json:"learn_reason,omitempty"` // why there is none
	Best        *Best              `json:"best"`
	Belief      *analysis.Belief   `json:"belief"`
}

// What Matters shares out.
const (
	OfEffect = "effect"
	OfSlack  = "slack"
)

// What is looked for in the space of assumptions.
const (
	OfFailing    = "fails"
	OfNotHolding = "does not hold"
)

// Where says in which part of the space of assumptions a claim fails.
type Where struct {
	Of     string `json:"of"` // "fails", or, where it hardly ever fails, "does not hold"
	Cases  int    `json:"cases"`
	Worlds int    `json:"worlds"`
	// Screened is how many of the factors were looked at: those that tell most by themselves.
	Screened int               `json:"screened"`
	Factors  int               `json:"factors"`
	Boxes    *discovery.Result `json:"boxes"` // nil where there are too few cases, or too many
	Tree     *discovery.Tree   `json:"tree"`  // the second opinion
}

// Best sets the scenarios side by side on the claim's first measure.
type Best struct {
	Measure    string               `json:"measure"`
	Unit       string               `json:"unit"`
	At         int                  `json:"at"` // point in time
	Replicates int                  `json:"replicates"`
	Assessment *decision.Assessment `json:"assessment"` // nil where less and more are neither good nor bad
}

// Better says which values of a measure are better, where nobody would want the
// others: of losses, wars and crises less, of quiet more.
func Better(measure string) (d decision.Direction, ok bool) {
	what, _, _ := strings.Cut(measure, ".")
	switch what {
	case "cost", "war", "crisis", "relapse", "clash", "atwar", "reach":
		return decision.Lower, true
	case "peace", "ended":
		return decision.Higher, true
	default:
		return "", false
	}
}

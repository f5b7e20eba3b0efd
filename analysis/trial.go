package analysis

import (
	"fmt"
	"slices"
	"strings"

	"parley/result"
	"parley/world"
)

// term is one recorded number: a measure under a scenario at a point in time.
type term struct {
	scenario, measure string
	time              int
}

// side is one of the two things a test compares: a term, a term less another,
// or a number of the world file; the terms with some channels cut.
type side struct {
	plus, minus *term
	number      *world.Number
	cut         []string
}

// trial is a test as it is computed: the effect Δ_w of a world is what it has
// under the scenario less what it has in the reference.
type trial struct {
	test           *world.Test
	under, against side
	expects        direction // the claimed direction
}

// Hidden scenarios (docs/model.md §12).
func settledAll(theatre string) string  { return "coupling:" + theatre + ":all" }
func settledStay(theatre string) string { return "coupling:" + theatre + ":stay" }

// coupled splits "coupling.T.U" into its theatres.
func coupled(measure string) (from, to string, ok bool) {
	rest, ok := strings.CutPrefix(measure, "coupling.")
	if !ok {
		return "", "", false
	}
	return strings.Cut(rest, ".")
}

// newSide is what a measure is under a scenario. The coupling of theatres is not
// recorded: it is the difference of two hidden scenarios, whatever the scenario
// of the test does.
func newSide(measure, scenario string, time int, cut []string) side {
	if from, to, ok := coupled(measure); ok {
		war := "war." + to
		return side{
			plus:  &term{settledAll(from), war, time},
			minus: &term{settledStay(from), war, time},
			cut:   cut,
		}
	}
	return side{plus: &term{scenario, measure, time}, cut: cut}
}

// point is the point in time a test looks at: the last one not after its date,
// or the horizon.
func point(w *world.World, t *world.Test) int {
	if t.By.IsZero() {
		return w.Periods()
	}
	return min(max(0, w.PeriodOf(t.By)), w.Periods())
}

// newTrial is a test as its author wrote it.
func newTrial(w *world.World, t *world.Test) trial {
	return trialBetween(w, t, t.Under, t.Against)
}

func trialBetween(w *world.World, t *world.Test, under, against string) trial {
	at := point(w, t)
	tr := trial{test: t, under: newSide(t.Measure, under, at, nil), expects: directionOf(t.Expect)}
	if t.Value != nil {
		tr.against = side{number: t.Value}
	} else {
		tr.against = newSide(t.Measure, against, at, sorted(t.Without))
	}
	return tr
}

func sorted(names []string) []string {
	s := slices.Clone(names)
	slices.Sort(s)
	return slices.Compact(s)
}

// referable tells whether another scenario can stand as the reference of a test.
// A test against a number, of the coupling, or of what a link does with and
// without it under one scenario, has no other.
func referable(t *world.Test) bool {
	_, _, coupling := coupled(t.Measure)
	return !coupling && t.Value == nil && t.Under != t.Against
}

// trialsAgainst is a claim's tests with another scenario as reference, or nil
// where that makes no new question.
func trialsAgainst(w *world.World, c *world.Claim, scenario string) []trial {
	var trials []trial
	fresh := false
	for _, t := range c.Tests {
		switch {
		case !referable(t):
			trials = append(trials, newTrial(w, t))
		case scenario == t.Under && len(t.Without) == 0:
			return nil // against itself
		default:
			trials = append(trials, trialBetween(w, t, t.Under, scenario))
			fresh = fresh || scenario != t.Against
		}
	}
	if !fresh {
		return nil
	}
	return trials
}

// terms lists the terms of a side.
func (s *side) terms() []*term {
	var terms []*term
	if s.plus != nil {
		terms = append(terms, s.plus)
	}
	if s.minus != nil {
		terms = append(terms, s.minus)
	}
	return terms
}

// vocabulary is what a runner can record.
type vocabulary struct {
	header *result.Header
	w      *world.World
}

// missing says which term of some trials cannot be recorded, or "".
func (v vocabulary) missing(trials []trial) string {
	for _, tr := range trials {
		for _, s := range []*side{&tr.under, &tr.against} {
			for _, t := range s.terms() {
				if v.header.MeasureIndex(t.measure) < 0 {
					return fmt.Sprintf("no measure %q is recorded", t.measure)
				}
				if !v.knows(t.scenario) {
					return fmt.Sprintf("there is no scenario %q", t.scenario)
				}
			}
		}
	}
	return ""
}

func (v vocabulary) knows(scenario string) bool {
	if v.header.ScenarioIndex(scenario) >= 0 {
		return true
	}
	for _, t := range v.w.Theatres {
		if scenario == settledAll(t.ID) || scenario == settledStay(t.ID) {
			return true
		}
	}
	return slices.Contains(scenarioIDs(v.w), scenario)
}

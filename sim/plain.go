package sim

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"parley/result"
	"parley/theory"
	"parley/world"
)

// PlainRequest says which world the plain second player is to play, and how.
//
// The plain player follows docs/model.md word by word, one world and one
// replicate at a time, with structs and maps. It shares nothing with the fast
// engine but the rules in package theory, and is what that engine is held to.
type PlainRequest struct {
	World      *world.World       // frozen
	Seed       uint64             // of chance
	Number     uint32             // the world's number
	Draws      []float64          // one uniform per World.Factors entry, in that order
	Pin        map[string]float64 // values held by factor name, instead of the draw
	Scenario   string             // id, "coupling:T:all" or "coupling:T:stay"; empty for no actions
	Cut        []string           // channels cut, and single links by path
	Replicates int
	Measures   []string // names
}

// PlainResult is what the plain player found.
type PlainResult struct {
	Values  map[string][]float64 // by measure: points in time 0 to Periods
	Factors []float64            // values, in the order of World.Factors
	Notes   []string             // "drift theatre.x", sorted: what a reader should know of
	Failure *result.Failure      // nil if the world is fine; then there are no Values
}

// PlayPlain plays one world under one scenario.
func PlayPlain(r PlainRequest) (*PlainResult, error) {
	if !r.World.Frozen() {
		return nil, errors.New("the world is not frozen")
	}
	if r.Replicates < 1 {
		return nil, fmt.Errorf("%d replicates: at least one is needed", r.Replicates)
	}
	g, failure, err := plainNewGame(&r)
	if err != nil {
		return nil, err
	}
	out := &PlainResult{Factors: g.factors, Failure: failure}
	if failure != nil {
		return out, nil
	}
	if err := g.chooseScenario(r.Scenario); err != nil {
		return nil, err
	}
	measures, err := g.plainMeasures(r.Measures)
	if err != nil {
		return nil, err
	}
	traces := make([]plainTrace, r.Replicates)
	for i := range traces {
		traces[i], out.Failure = g.playReplicate(uint32(i))
		if out.Failure != nil {
			return out, nil
		}
	}
	out.Values = map[string][]float64{}
	for i, name := range r.Measures {
		out.Values[name] = measures[i](traces)
	}
	for note := range g.notes {
		out.Notes = append(out.Notes, note)
	}
	slices.Sort(out.Notes)
	return out, nil
}

// PlainOpening gives every anchored probability at the opening state, before
// any action: by theatre "challenge.T" (in a period), "concede.T", "war.T"
// (given a challenge), "fight.T" (given an attack), each also as "peace.…", and
// "agree.T"; by lead support "cut.S", "surge.S", "restart.S". It is nil for a
// world that leaves its domain.
func PlainOpening(r PlainRequest) map[string]float64 {
	g, failure, err := plainNewGame(&r)
	if err != nil || failure != nil {
		return nil
	}
	out := map[string]float64{}
	for _, t := range g.world.Theatres {
		g.openingOfCrisis(t, "", &g.anchors[t.ID].beforeWar, out)
		g.openingOfCrisis(t, "peace.", &g.anchors[t.ID].afterWar, out)
		out["agree."+t.ID] = g.talks(t, g.opening, g.openingStrengths).agree
		g.openingOfSupport(t, out)
	}
	return out
}

func (g *plainGame) openingOfCrisis(t *world.Theatre, phase string, anchors *theory.Anchors, out map[string]float64) {
	crisis := g.crisisConstants(t)
	standing := g.openingStanding(t)
	moves := theory.PlayCrisis(&crisis, anchors, &standing)
	out[phase+"challenge."+t.ID] = moves.Challenge
	out[phase+"concede."+t.ID] = moves.Concede
	out[phase+"war."+t.ID] = (1 - moves.Concede) * moves.Attack
	if crisis.HasSupporter {
		out[phase+"fight."+t.ID] = moves.Answers.Mixed[theory.Fight]
	}
}

func (g *plainGame) openingOfSupport(t *world.Theatre, out map[string]float64) {
	lead := g.sustainingLead(t)
	if lead == nil {
		return
	}
	b := g.belief(t, g.opening)
	mix := func(c theory.SupportChoice, act int) float64 {
		return float64(b*c.Resolute[act]) + float64((1-b)*c.Irresolute[act])
	}
	from1 := g.supportChoice(t, lead, g.opening, g.openingStrengths, 1)
	from0 := g.supportChoice(t, lead, g.opening, g.openingStrengths, 0)
	out["cut."+lead.ID] = mix(from1, theory.Cut)
	out["surge."+lead.ID] = mix(from1, theory.Surge)
	out["restart."+lead.ID] = 1 - mix(from0, theory.Cut)
}

// chooseScenario finds the actions to be played. Coupling scenarios settle a
// theatre in the first period: with all issues to the challenger, or with its
// share left as it is (§12).
func (g *plainGame) chooseScenario(id string) error {
	g.scenario = id
	if id == "" {
		return nil
	}
	if rest, ok := strings.CutPrefix(id, "coupling:"); ok {
		theatre, kind, _ := strings.Cut(rest, ":")
		t := g.theatres[theatre]
		if t == nil || (kind != "all" && kind != "stay") {
			return fmt.Errorf("scenario %q: want coupling:THEATRE:all or coupling:THEATRE:stay", id)
		}
		couple := func(p *plainPlay) { p.couple(t, kind == "all") }
		g.steps = []*plainStep{{period: 0, actions: []plainAction{{do: couple}}}}
		return nil
	}
	for _, s := range g.world.Scenarios {
		if s.ID == id {
			g.steps = g.scenarioSteps(s)
			return nil
		}
	}
	return fmt.Errorf("no scenario %q", id)
}

// PlainNumbers evaluates numbers in one world, given one uniform for each of its
// factors.
func PlainNumbers(w *world.World, draws []float64, numbers []*world.Number) ([]float64, error) {
	g := &plainGame{world: w}
	if err := g.drawFactors(&PlainRequest{Draws: draws}); err != nil {
		return nil, err
	}
	values := make([]float64, len(numbers))
	for i, n := range numbers {
		values[i] = g.evaluate(n.Formula)
	}
	return values, nil
}

package sim

import (
	"fmt"
	"math"
	"slices"

	"parley/chance"
	"parley/elementary"
	"parley/result"
	"parley/theory"
	"parley/world"
)

// plainGame is one world with its numbers, links and constants: everything that
// its replicates and scenarios share.
type plainGame struct {
	world   *world.World
	stream  chance.Stream
	number  uint32
	factors []float64
	values  map[*world.Number]float64
	delta   float64 // Δ

	theatres map[string]*world.Theatre
	actors   map[string]*world.Actor
	cut      map[string]bool // channels and paths of links
	supports []*world.Support
	flows    []*world.Flow // in the order in which they are played (§5)
	releases []*world.Release

	opening          *plainState
	openingStrengths *plainStrengths
	anchors          map[string]*plainAnchors // by theatre

	scenario string
	steps    []*plainStep
	notes    map[string]bool
}

// plainNewGame evaluates a world, cuts links and anchors its decisions.
func plainNewGame(r *PlainRequest) (*plainGame, *result.Failure, error) {
	g := &plainGame{
		world: r.World, stream: chance.NewStream(r.Seed), number: r.Number, delta: r.World.Delta(),
		theatres: map[string]*world.Theatre{}, actors: map[string]*world.Actor{},
		cut: map[string]bool{}, anchors: map[string]*plainAnchors{}, notes: map[string]bool{},
	}
	for _, c := range slices.Concat(r.Cut, r.World.Cut) {
		g.cut[c] = true
	}
	for _, t := range r.World.Theatres {
		g.theatres[t.ID] = t
	}
	for _, a := range r.World.Actors {
		g.actors[a.ID] = a
	}
	if err := g.drawFactors(r); err != nil {
		return nil, nil, err
	}
	if failure := g.evaluateNumbers(); failure != nil {
		return g, failure, nil
	}
	g.cutLinks()
	g.open()
	return g, nil, nil
}

// drawFactors turns draws into values by the quantile functions of the laws (§2).
func (g *plainGame) drawFactors(r *PlainRequest) error {
	if len(r.Draws) != len(g.world.Factors) {
		return fmt.Errorf("%d draws for %d factors", len(r.Draws), len(g.world.Factors))
	}
	pinned := 0
	g.factors = make([]float64, len(r.Draws))
	for i, f := range g.world.Factors {
		v, held := r.Pin[f.Name]
		if held {
			pinned++
		} else {
			v = f.Law.Quantile(r.Draws[i])
		}
		g.factors[i] = v
	}
	if pinned != len(r.Pin) {
		return fmt.Errorf("a pinned factor is not among the world's factors")
	}
	return nil
}

// evaluateNumbers evaluates every number and checks that it lies in its domain (§2).
func (g *plainGame) evaluateNumbers() *result.Failure {
	g.values = map[*world.Number]float64{}
	for _, n := range g.world.Numbers {
		if n.Formula == nil {
			continue
		}
		v := g.evaluate(n.Formula)
		if !n.Domain.Holds(v) {
			return g.failure(0, n.Path, "", 0, fmt.Sprintf("%s = %v is not %s", n.Path, v, n.Domain))
		}
		g.values[n] = v
	}
	for _, t := range g.world.Theatres {
		c, p := g.crisisOf(t), t.Peace
		concede, attack := g.of(c.Concede), g.of(c.Attack)
		if !theory.BaselinesAgree(attack, concede) || !theory.BaselinesAgree(g.or(p.Attack, attack), g.or(p.Concede, concede)) {
			return g.failure(9, "theatre."+t.ID, "", 0, "concession and war, given a challenge, come to more than certainty")
		}
	}
	for _, x := range g.world.Supports {
		if c := x.Sustains; c != nil && !theory.ChoicesAgree(theory.PerPeriod(g.of(c.Cut), g.delta), theory.PerPeriod(g.of(c.Surge), g.delta)) {
			return g.failure(15, "support."+x.ID, "", 0, "cutting and surging leave hardly anything for sustaining")
		}
	}
	return nil
}

// of is the value of a number that must be there.
func (g *plainGame) of(n *world.Number) float64 {
	if v, ok := g.values[n]; ok {
		return v
	}
	return g.evaluate(n.Formula)
}

// given reports whether an attribute without a default was given.
func (g *plainGame) given(n *world.Number) bool { return n != nil && n.Formula != nil }

// or is the value of a number, or another where it was not given.
func (g *plainGame) or(n *world.Number, otherwise float64) float64 {
	if !g.given(n) {
		return otherwise
	}
	return g.of(n)
}

// evaluate is the value of a formula in this world.
func (g *plainGame) evaluate(f *world.Formula) float64 {
	switch f.Op {
	case world.Constant:
		return f.Value
	case world.Draw:
		return g.factors[f.Factor]
	case world.Reference:
		return g.evaluate(f.To.Formula)
	case world.Choose:
		return g.evaluate(f.Args[int(g.factors[f.Factor])])
	case world.If:
		if g.evaluate(f.Args[0]) != 0 {
			return g.evaluate(f.Args[1])
		}
		return g.evaluate(f.Args[2])
	default:
		args := make([]float64, len(f.Args))
		for i, a := range f.Args {
			args[i] = g.evaluate(a)
		}
		return plainOperate(f.Op, args)
	}
}

// plainOperate carries out an operation on values.
func plainOperate(op world.Op, a []float64) float64 {
	switch op {
	case world.Add:
		return a[0] + a[1]
	case world.Subtract:
		return a[0] - a[1]
	case world.Multiply:
		return a[0] * a[1]
	case world.Divide:
		return a[0] / a[1]
	case world.Negate:
		return -a[0]
	case world.Minimum:
		return plainFold(a, func(x, y float64) float64 { return min(x, y) })
	case world.Maximum:
		return plainFold(a, func(x, y float64) float64 { return max(x, y) })
	case world.Exponential:
		return elementary.Exp(a[0])
	case world.Logarithm:
		return elementary.Log(a[0])
	case world.SquareRoot:
		return math.Sqrt(a[0])
	case world.Power:
		return elementary.Pow(a[0], a[1])
	case world.Less:
		return plainTruth(a[0] < a[1])
	case world.LessEqual:
		return plainTruth(a[0] <= a[1])
	case world.Greater:
		return plainTruth(a[0] > a[1])
	case world.GreaterEqual:
		return plainTruth(a[0] >= a[1])
	case world.Equal:
		return plainTruth(a[0] == a[1])
	case world.NotEqual:
		return plainTruth(a[0] != a[1])
	case world.And:
		return plainTruth(a[0] != 0 && a[1] != 0)
	case world.Or:
		return plainTruth(a[0] != 0 || a[1] != 0)
	case world.Not:
		return plainTruth(a[0] == 0)
	default:
		return math.NaN()
	}
}

func plainFold(a []float64, f func(x, y float64) float64) float64 {
	v := a[0]
	for _, x := range a[1:] {
		v = f(v, x)
	}
	return v
}

func plainTruth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// failure is a world left out.
func (g *plainGame) failure(rule int, where, scenario string, period int, detail string) *result.Failure {
	f := &result.Failure{
		World: int(g.number), Rule: rule, Where: where, Scenario: scenario, Period: period, Detail: detail,
		Factors: map[string]float64{},
	}
	for i, factor := range g.world.Factors {
		f.Factors[factor.Name] = g.factors[i]
	}
	return f
}

// isCut reports whether a link is cut: by its channel, or by its own path.
func (g *plainGame) isCut(channel, kind, id string) bool { return g.cut[channel] || g.cut[kind+"."+id] }

// cutLinks keeps the links that are not cut (§1).
func (g *plainGame) cutLinks() {
	for _, s := range g.world.Supports {
		if !g.isCut(s.Channel, "support", s.ID) {
			g.supports = append(g.supports, s)
		}
	}
	for _, r := range g.world.Releases {
		if !g.isCut(r.Channel, "release", r.ID) {
			g.releases = append(g.releases, r)
		}
	}
	g.flows = plainFlowOrder(plainFlowsKept(g.world.Flows, g.isCut))
}

// plainFlowsKept leaves out flows that are cut, and those that pass one of them
// on or are paid with one (§1).
func plainFlowsKept(flows []*world.Flow, isCut func(channel, kind, id string) bool) []*world.Flow {
	gone := map[string]bool{}
	for _, f := range flows {
		gone[f.ID] = isCut(f.Channel, "flow", f.ID)
	}
	for range flows { // as often as a chain can be long
		for _, f := range flows {
			if gone[f.PassesOn] || gone[f.InReturnFor] {
				gone[f.ID] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(flows), func(f *world.Flow) bool { return gone[f.ID] })
}

// plainFlowOrder orders flows by name, but those that pass one on or are paid
// with one after that one (§5): again and again the first that may come.
func plainFlowOrder(flows []*world.Flow) []*world.Flow {
	waiting := map[string]bool{}
	for _, f := range flows {
		waiting[f.ID] = true
	}
	var out []*world.Flow
	for len(out) < len(flows) {
		next := slices.IndexFunc(flows, func(f *world.Flow) bool {
			return waiting[f.ID] && !waiting[f.PassesOn] && !waiting[f.InReturnFor]
		})
		if next < 0 { // paid with one another
			next = slices.IndexFunc(flows, func(f *world.Flow) bool { return waiting[f.ID] })
		}
		waiting[flows[next].ID] = false
		out = append(out, flows[next])
	}
	return out
}

// supportsOf lists the uncut supports of a side, in order.
func (g *plainGame) supportsOf(t *world.Theatre, side string) []*world.Support {
	var out []*world.Support
	for _, s := range g.supports {
		if s.Theatre == t.ID && s.Side == side {
			out = append(out, s)
		}
	}
	return out
}

// leadOf is the uncut support that leads a side, or nil.
func (g *plainGame) leadOf(t *world.Theatre, side string) *world.Support {
	for _, s := range g.supportsOf(t, side) {
		if s.Lead {
			return s
		}
	}
	return nil
}

// lead is the defender's lead supporter, or nil.
func (g *plainGame) lead(t *world.Theatre) *world.Support { return g.leadOf(t, plainDefender) }

// fightingLead is the lead of the crisis game: one that may fight (§7).
func (g *plainGame) fightingLead(t *world.Theatre) *world.Support {
	if s := g.lead(t); s != nil && s.Fights != nil {
		return s
	}
	return nil
}

// sustainingLead is the lead that chooses how much aid to give (§9).
func (g *plainGame) sustainingLead(t *world.Theatre) *world.Support {
	if s := g.lead(t); s != nil && s.Sustains != nil {
		return s
	}
	return nil
}

// capacity is what an actor's theatres share, or nil where it has none or it is cut (§1).
func (g *plainGame) capacity(actor string) *world.Capacity {
	a := g.actors[actor]
	if a == nil || a.Capacity == nil || g.isCut(a.Capacity.Channel, "capacity", a.ID) {
		return nil
	}
	return a.Capacity
}

// commits is c of a principal: 1 where not given (rule 1).
func (g *plainGame) commits(t *world.Theatre, actor string) float64 {
	return g.or(t.Commits.Get(actor), 1)
}

// plainPrincipal is the actor whose side it is.
func plainPrincipal(t *world.Theatre, side string) string {
	if side == plainChallenger {
		return t.Challenger
	}
	return t.Defender
}

const (
	plainChallenger = "challenger"
	plainDefender   = "defender"
	plainWar        = "war"
)

// totalAid is the sum of a support's aid over kinds, a year.
func (g *plainGame) totalAid(s *world.Support) float64 {
	sum := 0.0
	for _, k := range g.world.Kinds {
		if n := s.Aid.Get(k.ID); n != nil {
			sum += g.of(n)
		}
	}
	return sum
}

// crisisOf is a theatre's crisis block; one that has none knows no crises.
func (g *plainGame) crisisOf(t *world.Theatre) *world.Crisis {
	if t.Crisis != nil {
		return t.Crisis
	}
	c := world.Const
	return &world.Crisis{
		Challenge: c(0), Concede: c(0), Attack: c(0), Concession: c(0.1), BackingDown: c(0), GivingWay: c(0),
		WarCost: world.Sides{Challenger: c(0.3), Defender: c(0.3)}, FacingSupporter: c(0), Punishment: c(0),
		Probe: c(0), Sensitivity: c(5), Pays: c(0.5), PaysWeight: c(2),
	}
}

// sensitivity is λ, the same for every decision about a theatre.
func (g *plainGame) sensitivity(t *world.Theatre) float64 { return g.of(g.crisisOf(t).Sensitivity) }

// issues are what terms are about, with weights.
func (g *plainGame) issues(t *world.Theatre) []theory.Issue {
	out := make([]theory.Issue, len(t.War.Issues))
	for i, issue := range t.War.Issues {
		out[i] = theory.Issue{Challenger: g.of(issue.Challenger), Defender: g.of(issue.Defender)}
	}
	return out
}

// plainIssue is the place of an issue in the theatre's list, or −1.
func plainIssue(t *world.Theatre, name string) int {
	return slices.IndexFunc(t.War.Issues, func(i *world.Issue) bool { return i.ID == name })
}

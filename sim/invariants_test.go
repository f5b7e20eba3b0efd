package sim

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/chance"
	"parley/lang"
	"parley/result"
	"parley/theory"
	"parley/world"
)

// The invariants of the model (design, §15), each a test named after it, on the
// batch player and random worlds. What is a property of one rule alone is
// tested beside the rule, in package theory.

// someWorlds is how many random worlds an invariant is held on.
const someWorlds = 60

// outcome is all that a request leaves behind, whatever blocks it came in.
type outcome struct {
	header   *result.Header
	values   map[string][]float64 // "scenario measure point": by world
	factors  map[string][]float64
	failed   []bool
	failures []result.Failure
	notes    map[string]int
}

// gather adds a block to an outcome.
func (o *outcome) gather(b *result.Block) {
	for s, scenario := range o.header.Scenarios {
		for m, measure := range o.header.Measures {
			for point := range o.header.Times {
				name := fmt.Sprintf("%s %s %d", scenario, measure.Name, point)
				o.values[name] = append(o.values[name], b.At(s, m, point)...)
			}
		}
	}
	for f, factor := range o.header.Factors {
		o.factors[factor.Name] = append(o.factors[factor.Name], b.Factor(f)...)
	}
	o.failed = append(o.failed, b.Failed...)
	o.failures = append(o.failures, b.Failures...)
	for _, n := range b.Notes {
		o.notes[n.ID+" "+n.Where] += n.Worlds
	}
}

// over is a measure under a scenario at every point in time, in one world.
func (o *outcome) over(scenario, measure string, w int) []float64 {
	series := make([]float64, len(o.header.Times))
	for point := range series {
		series[point] = o.values[fmt.Sprintf("%s %s %d", scenario, measure, point)][w]
	}
	return series
}

func empty(t testing.TB, p *Program, r *Request) *outcome {
	t.Helper()
	header, err := p.Header(r)
	if err != nil {
		t.Fatal(err)
	}
	return &outcome{header: header, values: map[string][]float64{}, factors: map[string][]float64{}, notes: map[string]int{}}
}

// played plays a request.
func played(t testing.TB, p *Program, r *Request) *outcome {
	t.Helper()
	o := empty(t, p, r)
	if err := p.Play(t.Context(), r, func(b *result.Block) error { o.gather(b); return nil }); err != nil {
		t.Fatal(err)
	}
	return o
}

// compiled freezes and compiles a world; nil if it is refused.
func compiled(t testing.TB, w *world.World) *Program {
	t.Helper()
	if problems := w.Freeze(); problems.HasErrors() {
		return nil
	}
	p, err := Compile(w)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// aFew asks for all scenarios and measures of a few worlds.
func aFew(w *world.World, seed uint64) *Request {
	return &Request{Worlds: 7, Replicates: 3, Seed: seed, First: 2, Points: keyed{seed, w}}
}

// onWorlds holds a property on random worlds, changed before they are frozen.
func onWorlds(t *testing.T, change func(*world.World), hold func(t *testing.T, w *world.World, p *Program, seed uint64)) {
	t.Helper()
	held := 0
	for seed := range uint64(someWorlds) {
		w := randomWorld(seed)
		if change != nil {
			change(w)
		}
		if p := compiled(t, w); p != nil {
			held++
			t.Run(fmt.Sprintf("world %d", seed), func(t *testing.T) { hold(t, w, p, seed) })
		}
	}
	if held < someWorlds/2 {
		t.Errorf("only %d of %d worlds can be played: too few to mean anything", held, someWorlds)
	}
}

// sameBits holds two outcomes to the same bits in every measure that both
// have and that is of interest.
func sameBits(t *testing.T, what string, got, want *outcome, of func(name string) bool) {
	t.Helper()
	compared := 0
	for name, right := range want.values {
		left, there := got.values[name]
		if !there || of != nil && !of(name) {
			continue
		}
		compared++
		if !slices.EqualFunc(left, right, equalBits) {
			t.Fatalf("%s: %s is %v, want %v", what, name, left, right)
		}
	}
	if compared == 0 {
		t.Fatalf("%s: nothing was compared", what)
	}
	if !slices.Equal(got.failed, want.failed) {
		t.Fatalf("%s: worlds that fail are %v, want %v", what, got.failed, want.failed)
	}
}

func equalBits(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }

// equalOutcomes holds everything to be the same: values, factors, failures, notes.
func equalOutcomes(t *testing.T, what string, got, want *outcome) {
	t.Helper()
	sameBits(t, what, got, want, nil)
	if len(got.values) != len(want.values) || !reflect.DeepEqual(got.failures, want.failures) || !reflect.DeepEqual(got.notes, want.notes) || !reflect.DeepEqual(got.factors, want.factors) {
		t.Fatalf("%s: factors, failures or notes differ: %v %v, want %v %v", what, got.failures, got.notes, want.failures, want.notes)
	}
}

// numbersOf evaluates a world's numbers by the plain player.
func numbersOf(t testing.TB, r *Request, w *world.World, number int) *plainGame {
	t.Helper()
	draws := make([]float64, len(w.Factors))
	for f := range draws {
		r.Points.Fill(f, number, draws[f:f+1])
	}
	g, _, err := plainNewGame(&PlainRequest{World: w, Seed: r.Seed, Number: uint32(number), Draws: draws, Cut: r.Cut, Replicates: 1})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// baseline is what a theatre's crises do if base rates rule, in one phase.
type baseline struct{ crisis, concede, attack, war, reopen float64 }

func baselineOf(g *plainGame, x *world.Theatre, afterWar bool) baseline {
	per := func(n *world.Number) float64 { return theory.PerPeriod(g.of(n), g.delta) }
	challenge, concede, attack := x.Crisis.Challenge, x.Crisis.Concede, x.Crisis.Attack
	var b baseline
	if afterWar {
		for _, n := range []struct{ of, by **world.Number }{{&challenge, &x.Peace.Challenge}, {&concede, &x.Peace.Concede}, {&attack, &x.Peace.Attack}} {
			if g.given(*n.by) {
				*n.of = *n.by
			}
		}
		b.reopen = per(x.Peace.Reopen)
	}
	b.crisis, b.concede = per(challenge), g.of(concede)
	b.attack = theory.AttackIfResisted(g.of(attack), b.concede)
	b.war = (1 - b.concede) * b.attack
	return b
}

// indifferent takes from a world all that moves choices: λ, and the terms that
// are dispositions or frictions rather than utility.
func indifferent(w *world.World) {
	none := func(numbers ...**world.Number) {
		for _, n := range numbers {
			if *n != nil {
				*n = world.Const(0)
			}
		}
	}
	for _, x := range w.Theatres {
		x.Crisis.Proxies = nil
		none(&x.Crisis.Probe, &x.War.Leverage, &x.War.Commitment)
		x.Crisis.Sensitivity = world.Const(0)
		if x.Peace != nil {
			none(&x.Peace.Imposed, &x.Peace.Monitoring, &x.Peace.Window)
		}
	}
	for _, a := range w.Actors {
		if a.Capacity != nil {
			none(&a.Capacity.Opportunism)
		}
	}
	for _, s := range w.Supports {
		if s.Fights != nil {
			none(&s.Fights.Gap)
		}
		if s.Sustains != nil {
			none(&s.Sustains.Gap)
			s.Sustains.Cut, s.Sustains.Surge = world.Const(0.3), world.Const(0.2)
		}
	}
	for _, s := range w.Scenarios {
		for _, step := range s.Steps {
			step.Events = nil
		}
	}
}

// λ = 0: every probability equals its baseline in every scenario and period.
// With one replicate the life tables show the hazard of each period, and the
// same draws show what must have happened.
func TestWithoutSensitivityEveryProbabilityEqualsItsBaseline(t *testing.T) {
	wars, ends, choices := 0, 0, 0
	onWorlds(t, indifferent, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		r := aFew(w, seed)
		r.Replicates = 1
		o := played(t, p, r)
		for i, failed := range o.failed {
			if failed {
				continue
			}
			g := numbersOf(t, r, w, r.First+i)
			for _, scenario := range o.header.Scenarios {
				for n, x := range w.Theatres {
					begun, ended := followTheatre(t, o, g, scenario, n, x, i)
					wars, ends = wars+begun, ends+ended
				}
			}
			choices += followSupports(t, o, g, w, i)
		}
	})
	if wars < 20 || ends < 20 || choices < 100 {
		t.Errorf("%d wars, %d agreements and %d choices of support: too few to mean anything", wars, ends, choices)
	}
}

// expectedTable is a life table built from known hazards, one replicate.
type expectedTable struct {
	without, last float64
	happened      bool
}

func (e *expectedTable) step(hazard float64, happens bool) float64 {
	if e.happened {
		hazard = e.last
	}
	e.last = hazard
	e.without *= 1 - hazard
	e.happened = e.happened || happens
	return 1 - e.without
}

// followTheatre walks through a theatre's periods.
func followTheatre(t *testing.T, o *outcome, g *plainGame, scenario string, n int, x *world.Theatre, i int) (wars, ends int) {
	t.Helper()
	at := func(measure string) []float64 { return o.over(scenario, measure+"."+x.ID, i) }
	peace, atwar, ended, crisis, war := at("peace"), at("atwar"), at("ended"), at("crisis"), at("war")
	stream := chance.NewStream(o.header.Seed)
	draw := func(period, slot int) (float64, float64) {
		return stream.Pair(g.number, 0, uint16(period), uint16(n), uint16(slot))
	}
	crises, begun := expectedTable{without: 1}, expectedTable{without: 1}
	for period := range len(peace) - 1 {
		calm := peace[period+1] > peace[period]
		hazard, hazardOfWar, challenged, attacked := 0.0, 0.0, false, false
		if calm {
			b := baselineOf(g, x, ended[period+1] > 0)
			hazard, hazardOfWar = b.crisis, 1-(1-b.crisis*b.war)*(1-b.reopen)
			u, v := draw(period, slotQuiet)
			attack, _ := draw(period, slotAttack)
			reopen, _ := draw(period, slotReopen)
			challenged = u < b.crisis
			attacked = challenged && v >= b.concede && attack < b.attack
			attacked = attacked || reopen < b.reopen
		} else if ended[period] == 0 {
			u, _ := draw(period, slotWar)
			agreed := u < theory.PerPeriod(g.of(x.War.End), g.delta)
			if agreed != (ended[period+1] > 0) || atwar[period+1] == atwar[period] {
				t.Errorf("%s: in period %d the war in %s ends, or does not, against its base rate", scenario, period, x.ID)
			}
			ends += int(ended[period+1])
		}
		if attacked {
			wars++
		}
		plainNear(t, fmt.Sprintf("%s: crisis.%s by %d", scenario, x.ID, period), crisis[period+1], crises.step(hazard, challenged))
		plainNear(t, fmt.Sprintf("%s: war.%s by %d", scenario, x.ID, period), war[period+1], begun.step(hazardOfWar, attacked))
	}
	return wars, ends
}

// followSupports walks through the choices of free leads under the current
// course.
func followSupports(t *testing.T, o *outcome, g *plainGame, w *world.World, i int) (choices int) {
	t.Helper()
	stream := chance.NewStream(o.header.Seed)
	for k, s := range w.Supports {
		if !s.Lead || s.Sustains == nil || s.Side != "defender" || len(s.Aid) == 0 {
			continue
		}
		per := func(n *world.Number) float64 { return theory.PerPeriod(g.of(n), g.delta) }
		cut, surge, restart := per(s.Sustains.Cut), per(s.Sustains.Surge), per(s.Sustains.Restart)
		aid, atwar := o.over("course", "aid."+s.ID, i), o.over("course", "atwar."+s.Theatre, i)
		level := 1.0
		// The choice comes before the fighting, and peace in the same period is
		// only seen by its years: a war that is on when they begin to pass.
		for period := range len(aid) - 1 {
			if atwar[period+1] == atwar[period] {
				break
			}
			u, _ := stream.Pair(g.number, 0, uint16(period), uint16(k), slotSupport)
			p := [2]float64{cut, surge}
			if level == 0 {
				p[0] = 1 - restart
				p[1] = restart * surge / (1 - cut) // the same odds of surging against sustaining
			}
			before := level
			switch {
			case u < p[0]-1e-12:
				level = 0
			case u < 1-p[1]:
				level = 1
			default:
				level = 1 + g.of(s.Sustains.Size)
			}
			choices++
			if w.Theatres[slices.IndexFunc(w.Theatres, func(x *world.Theatre) bool { return x.ID == s.Theatre })].Status == "quiet" && period == 0 {
				break
			}
			plainNear(t, fmt.Sprintf("aid.%s in %d, after %v", s.ID, period, before), aid[period+1], level)
		}
	}
	return choices
}

// openingOf gives every anchored probability at the opening of worlds, as the
// batch player holds them: under the names of PlainOpening.
func openingOf(p *Program, r *Request) []map[string]float64 {
	b := newBatch(p, p.wire(r.Cut), chance.NewStream(r.Seed), r.Worlds, 1)
	b.open(r.Points, r.First, r.Worlds, 1)
	b.strengths(b.lanes)
	list := make([]map[string]float64, r.Worlds)
	for w := range list {
		if b.fails.why[w] != nil {
			continue
		}
		list[w] = map[string]float64{}
		for n := range p.theatres {
			b.openingCrisis(n, w, "", &b.derived.before[n][w], list[w])
			b.openingCrisis(n, w, "peace.", &b.derived.after[n][w], list[w])
			s := b.talk(n, w)
			challenger, defender := b.agreement(n, w, &s)
			list[w]["agree."+p.theatres[n].id] = challenger * defender
			b.openingSupport(n, w, list[w])
		}
	}
	return list
}

func (b *batch) openingCrisis(n, w int, phase string, a *theory.Anchors, out map[string]float64) {
	s := theory.Standing{
		Share: b.state.share[n][w], Guarantee: b.val.of[b.p.theatres[n].peace.guarantee][w], Belief: b.beliefIn(n, w), FirstBelief: b.derived.belief[n][w],
		Relief: theory.Expectation(b.state.alpha[n][w], b.state.beta[n][w]), Forecasts: b.forecastAnswers(n, w, b.state.share[n][w]),
	}
	m := theory.PlayCrisis(&b.derived.crisis[n][w], a, &s)
	id := b.p.theatres[n].id
	out[phase+"challenge."+id], out[phase+"concede."+id], out[phase+"war."+id] = m.Challenge, m.Concede, (1-m.Concede)*m.Attack
	if b.wired.fighter[n] >= 0 {
		out[phase+"fight."+id] = m.Answers.Mixed[theory.Fight]
	}
}

func (b *batch) openingSupport(n, w int, out map[string]float64) {
	lead := b.wired.lead[n]
	if lead < 0 || b.p.supports[lead].sustains == nil {
		return
	}
	forecasts, belief, id := b.forecastLevels(n, lead, w), b.beliefIn(n, w), b.p.supports[lead].id
	mix := func(c theory.SupportChoice, act int) float64 {
		return belief*c.Resolute[act] + (1-belief)*c.Irresolute[act]
	}
	now := b.choices(lead, w, &forecasts)
	out["cut."+id], out["surge."+id] = mix(now, theory.Cut), mix(now, theory.Surge)
	b.state.level[lead][w] = 0
	out["restart."+id] = 1 - mix(b.choices(lead, w, &forecasts), theory.Cut)
	b.state.level[lead][w] = 1
}

// baselinesOf gives what they must be.
func baselinesOf(g *plainGame, w *world.World, cut []string) map[string]float64 {
	out := map[string]float64{}
	per := func(n *world.Number) float64 { return theory.PerPeriod(g.of(n), g.delta) }
	for _, x := range w.Theatres {
		for phase, after := range map[string]bool{"": false, "peace.": true} {
			b := baselineOf(g, x, after)
			out[phase+"challenge."+x.ID], out[phase+"concede."+x.ID], out[phase+"war."+x.ID] = b.crisis, b.concede, b.war
		}
		out["agree."+x.ID] = per(x.War.End)
	}
	for _, s := range w.Supports {
		if !s.Lead || s.Side != "defender" || slices.Contains(cut, s.Channel) {
			continue
		}
		if s.Fights != nil {
			out["fight."+s.Theatre], out["peace.fight."+s.Theatre] = g.of(s.Fights.Baseline), g.of(s.Fights.Baseline)
		}
		if u := s.Sustains; u != nil {
			out["cut."+s.ID], out["surge."+s.ID], out["restart."+s.ID] = per(u.Cut), per(u.Surge), per(u.Restart)
		}
	}
	return out
}

// Opening state, no action: every anchored probability equals its baseline to
// 1e-12, in every world. Otherwise theory would set levels.
func TestOpeningProbabilitiesEqualBaselines(t *testing.T) {
	check := func(t *testing.T, w *world.World, p *Program, r *Request) {
		t.Helper()
		for i, batch := range openingOf(p, r) {
			number := r.First + i
			g := numbersOf(t, r, w, number)
			plain := PlainOpening(PlainRequest{World: w, Seed: r.Seed, Number: uint32(number), Draws: drawsOf(r, w, number), Cut: r.Cut, Replicates: 1})
			if (batch == nil) != (plain == nil) {
				t.Fatalf("world %d can be opened by one player only", number)
			}
			if batch == nil {
				continue
			}
			want := baselinesOf(g, w, r.Cut)
			if len(want) != len(batch) || len(want) != len(plain) {
				t.Fatalf("%d and %d probabilities, want %d: %v", len(batch), len(plain), len(want), batch)
			}
			for name, q := range want {
				if crowded(want, name) {
					continue // theory.AnchorSupport does not converge to 1e-12 where hardly anything is left for sustaining
				}
				for player, got := range map[string]float64{"batch": batch[name], "plain": plain[name]} {
					if !(math.Abs(got-q) <= 1e-12) {
						t.Errorf("world %d, cut %v, %s player: %s is %.17g, want %.17g", number, r.Cut, player, name, got, q)
					}
				}
			}
		}
	}
	onWorlds(t, nil, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		for _, cut := range [][]string{nil, {"aid", "capacity"}, {"troops", "c1", "arms"}} {
			r := aFew(w, seed)
			r.Cut = cut
			check(t, w, p, r)
		}
	})
	w, problems, _ := lang.Load("../examples/linked-theatres")
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	p, err := Compile(w)
	if err != nil {
		t.Fatal(err)
	}
	r := aFew(w, 1)
	r.Worlds = 40
	check(t, w, p, r)
}

func drawsOf(r *Request, w *world.World, number int) []float64 {
	draws := make([]float64, len(w.Factors))
	for f := range draws {
		r.Points.Fill(f, number, draws[f:f+1])
	}
	return draws
}

// crowded reports a choice of support in which the baselines of cutting and
// surging leave hardly any room for sustaining.
func crowded(baselines map[string]float64, name string) bool {
	kind, support, _ := strings.Cut(name, ".")
	if kind != "cut" && kind != "surge" && kind != "restart" {
		return false
	}
	return baselines["cut."+support]+baselines["surge."+support] > 0.9
}

// channelsOf lists the channels of all links.
func channelsOf(w *world.World) []string {
	var list []string
	for _, s := range w.Supports {
		list = append(list, s.Channel)
	}
	for _, f := range w.Flows {
		list = append(list, f.Channel)
	}
	for _, l := range w.Watches {
		list = append(list, l.Channel)
	}
	for _, l := range w.Precedents {
		list = append(list, l.Channel)
	}
	for _, l := range w.Releases {
		list = append(list, l.Channel)
	}
	for _, a := range w.Actors {
		if a.Capacity != nil {
			list = append(list, a.Capacity.Channel)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// only keeps of every scenario what is done in one theatre.
func only(w *world.World, theatre *world.Theatre) {
	for _, x := range w.Theatres {
		x.Crisis.Proxies = nil // a party elsewhere may be one
	}
	for _, s := range w.Scenarios {
		for _, st := range s.Steps {
			other := func(id string) bool { return id != theatre.ID }
			st.Events = slices.DeleteFunc(st.Events, func(a *world.EventAction) bool { return other(a.Theatre) })
			st.Guarantees = slices.DeleteFunc(st.Guarantees, func(a *world.GuaranteeAction) bool { return other(a.ID) })
			st.Talks = slices.DeleteFunc(st.Talks, func(a *world.TalksAction) bool { return other(a.ID) })
			st.Presses = slices.DeleteFunc(st.Presses, func(a *world.PressAction) bool { return other(a.ID) })
			st.Settles = slices.DeleteFunc(st.Settles, func(a *world.SettleAction) bool { return other(a.ID) })
			st.Means = slices.DeleteFunc(st.Means, func(a *world.MeansAction) bool { return !involves(theatre, a.ID) })
		}
	}
}

// apart reports whether no actor is a party to two theatres: such a one carries
// its means from one to the other without any link.
func apart(w *world.World) bool {
	seen := map[string]bool{}
	for _, x := range w.Theatres {
		if seen[x.Challenger] || seen[x.Defender] {
			return false
		}
		seen[x.Challenger], seen[x.Defender] = true, true
	}
	return len(w.Theatres) > 1
}

// All links cut: scenario actions in one theatre change nothing elsewhere, to
// the bit.
func TestWithAllLinksCutTheatresAreApart(t *testing.T) {
	held, moved := 0, 0
	for seed := range uint64(6 * someWorlds) {
		w := randomWorld(seed)
		acted := w.Theatres[int(seed)%len(w.Theatres)]
		if !apart(w) {
			continue
		}
		only(w, acted)
		p := compiled(t, w)
		if p == nil {
			continue
		}
		held++
		r := aFew(w, seed)
		r.Cut = channelsOf(w)
		for _, s := range w.Scenarios {
			r.Scenarios = append(r.Scenarios, s.ID)
		}
		r.Scenarios = append(r.Scenarios, couplingPrefix+acted.ID+allTo, couplingPrefix+acted.ID+asItStands)
		o := played(t, p, r)
		for name, got := range o.values {
			scenario, rest, _ := strings.Cut(name, " ")
			course := o.values["course "+rest]
			if slices.EqualFunc(got, course, equalBits) {
				continue
			}
			if elsewhere(w, acted, rest) {
				t.Fatalf("world %d: %s moves %s though every link is cut: %v, %v under current course", seed, scenario, rest, got, course)
			}
			moved++
		}
	}
	if held < 15 || moved < 1000 {
		t.Errorf("%d worlds, in which actions moved %d numbers where they were taken: too few to mean anything", held, moved)
	}
}

// elsewhere reports whether a measure is about another theatre than the one
// acted in, or about an actor that is no party to it.
func elsewhere(w *world.World, acted *world.Theatre, name string) bool {
	measure, _, _ := strings.Cut(name, " ")
	parts := strings.Split(measure, ".")
	if len(parts) < 2 {
		return true // any clash at all: every support is cut
	}
	switch parts[0] {
	case "stock", "production":
		return !involves(acted, parts[1])
	case "passes":
		return false // how often a body was asked depends on what was tabled
	case "reach", "cost":
		return false // of all wars and strikes
	case "flow", "aid", "clash":
		return true
	}
	return parts[1] != acted.ID
}

// One link of zero strength is a link that is not there, to the bit.
func TestALinkOfZeroStrengthIsACutLink(t *testing.T) {
	zero := world.Const(0)
	for _, c := range []struct {
		name  string
		zero  func(w *world.World)
		cut   []string
		apart string // measures that tell whether the link is there at all
	}{
		{"watch", func(w *world.World) {
			for _, l := range w.Watches {
				l.Weight, l.HalfLife, l.Renewal = zero, nil, zero
			}
		}, []string{"lesson"}, ""},
		{"precedent", func(w *world.World) {
			for _, l := range w.Precedents {
				l.Weight = zero
			}
		}, []string{"precedent"}, ""},
		{"release", func(w *world.World) {
			for _, l := range w.Releases {
				l.Share = zero
			}
			for _, a := range w.Actors {
				if a.Capacity != nil {
					a.Capacity.Pin = zero
				}
			}
		}, []string{"release"}, ""},
		{"capacity", func(w *world.World) {
			for _, a := range w.Actors {
				if q := a.Capacity; q != nil {
					q.Fungible, q.Engaged, q.Pin, q.Opportunism = zero, zero, zero, zero
				}
			}
		}, []string{"capacity", "c1"}, ""},
		{"flow", func(w *world.World) {
			for _, f := range w.Flows {
				f.Rate = zero
			}
		}, []string{"arms", "money"}, ""},
		{"support", func(w *world.World) {
			for _, s := range w.Supports {
				s.Aid, s.Beside, s.Fights, s.Sustains, s.Clash = nil, nil, nil, nil, nil
			}
			for _, s := range w.Scenarios {
				for _, st := range s.Steps {
					st.Aids = nil
				}
			}
		}, []string{"aid", "troops"}, "aid."},
	} {
		t.Run(c.name, func(t *testing.T) {
			onWorlds(t, c.zero, func(t *testing.T, w *world.World, p *Program, seed uint64) {
				r := aFew(w, seed)
				there := played(t, p, r)
				r.Cut = c.cut
				sameBits(t, "of no strength, or cut", played(t, p, r), there, func(name string) bool {
					return c.apart == "" || !strings.Contains(name, " "+c.apart)
				})
			})
		})
	}
}

// Better prospects of winning never lower the probability of attacking or
// challenging, other things equal: the others' answers are held by cutting
// supports and by defenders that never concede. (Package theory holds the rule
// itself to this for any answers.)
func TestBetterProspectsNeverDeter(t *testing.T) {
	compared := 0
	change := func(w *world.World) {
		step := &world.Step{At: w.Start}
		for _, x := range w.Theatres {
			x.Crisis.Proxies, x.Crisis.Concede, x.Status, x.Peace = nil, world.Const(0), "quiet", nil
			if step.Means != nil || slices.ContainsFunc(w.Theatres, func(y *world.Theatre) bool { return y.Defender == x.Challenger }) {
				continue
			}
			for _, k := range w.Kinds {
				step.Means = append(step.Means, &world.MeansAction{Meta: world.Meta{ID: x.Challenger}, Kind: k.ID, Scale: world.Const(3), Add: world.Const(5)})
			}
		}
		w.Scenarios = []*world.Scenario{{Meta: world.Meta{ID: "course"}, Title: "C"}, {Meta: world.Meta{ID: "more"}, Title: "M", Steps: []*world.Step{step}}}
	}
	onWorlds(t, change, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		r := aFew(w, seed)
		r.Cut, r.OnlyTimes = channelsOf(w), []int{1}
		o := played(t, p, r)
		for name, less := range o.values {
			_, measure, _ := strings.Cut(name, " ")
			if !strings.HasPrefix(measure, "war.") && !strings.HasPrefix(measure, "crisis.") {
				continue
			}
			for i, more := range o.values["more "+measure] {
				if o.failed[i] {
					continue
				}
				compared++
				if course := o.values["course "+measure][i]; more < course-1e-14 {
					t.Errorf("with more means %s is %v, not %v (%v)", measure, more, course, less[i])
				}
			}
		}
	})
	if compared < 500 {
		t.Errorf("%d comparisons", compared)
	}
}

// still takes from a world flows, aid, terms and actions; calm its wars.
func still(calm bool) func(*world.World) {
	return func(w *world.World) {
		w.Flows, w.Supports, w.Watches, w.Precedents, w.Releases, w.Bodies, w.Persons = nil, nil, nil, nil, nil, nil, nil
		w.Scenarios = w.Scenarios[:1]
		for _, x := range w.Theatres {
			x.Peace = nil
			if calm {
				x.Status, x.Crisis.Challenge = "quiet", world.Const(0)
			}
		}
	}
}

// No flows, aid, war, terms: S tends to Y/wear.
func TestLeftAloneStocksTendToProductionOverWear(t *testing.T) {
	change := func(w *world.World) {
		still(true)(w)
		w.Horizon = 1200 * world.Duration(w.Period)
	}
	onWorlds(t, change, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		r := aFew(w, seed)
		r.Worlds, r.Replicates, r.OnlyTimes = 2, 1, []int{0, p.periods}
		for _, a := range w.Actors {
			for _, m := range a.Means {
				r.Measures = append(r.Measures, "stock."+a.ID+"."+m.ID)
			}
		}
		if len(r.Measures) == 0 {
			return
		}
		o := played(t, p, r)
		for i, failed := range o.failed {
			if failed {
				continue
			}
			g := numbersOf(t, r, w, r.First+i)
			for _, a := range w.Actors {
				for _, m := range a.Means {
					wear, limit := g.of(m.Wear), g.of(m.Produces)*g.delta/-math.Expm1(-g.of(m.Wear)*g.delta)
					if wear == 0 {
						continue
					}
					series := o.over("course", "stock."+a.ID+"."+m.ID, i)
					left := math.Abs(series[0]-limit)*math.Exp(-wear*g.delta*float64(p.periods)) + 1e-9*(1+limit)
					if math.Abs(series[1]-limit) > left {
						t.Errorf("%s of %s is %v after %d periods, tends to %v", m.ID, a.ID, series[1], p.periods, limit)
					}
					if exact := g.of(m.Produces) / wear; math.Abs(limit-exact) > exact*wear*g.delta {
						t.Errorf("the limit in steps %v is not near production over wear %v", limit, exact)
					}
				}
			}
		}
	})
}

// At the opening of a war in balance losses equal the stated rates.
func TestLossesAtTheOpeningEqualTheStatedRates(t *testing.T) {
	wars := 0
	change := func(w *world.World) {
		still(false)(w)
		for _, a := range w.Actors {
			for _, m := range a.Means {
				m.Produces, m.Wear = world.Const(0), world.Const(0)
			}
		}
		for _, x := range w.Theatres {
			x.War.End, x.Crisis.Challenge = world.Const(0), world.Const(0)
		}
	}
	onWorlds(t, change, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		r := aFew(w, seed)
		o := played(t, p, r)
		for i, failed := range o.failed {
			if failed {
				continue
			}
			g := numbersOf(t, r, w, r.First+i)
			for _, a := range w.Actors {
				for _, m := range a.Means {
					kept := 1.0
					for _, x := range w.Theatres {
						if omega := x.Weights.Get(m.ID); x.Status != "war" || omega == nil || g.of(omega) == 0 {
							continue
						}
						switch a.ID {
						case x.Challenger:
							kept *= 1 - min(1, g.of(x.War.Losses.Challenger)*g.delta)
							wars++
						case x.Defender:
							kept *= 1 - min(1, g.of(x.War.Losses.Defender)*g.delta)
						}
					}
					series := o.over("course", "stock."+a.ID+"."+m.ID, i)
					if want := series[0] * kept; math.Abs(series[1]-want) > 1e-12*(1+want) {
						t.Errorf("%s of %s after a period is %v, want %v", m.ID, a.ID, series[1], want)
					}
				}
			}
		}
	})
	if wars < 100 {
		t.Errorf("%d sides at war", wars)
	}
}

// Swapping the sides' data, x → 1 − x, α → 1/α: p → 1 − p, and with it the
// front of a whole war.
func TestSwappingTheSidesMirrorsAWar(t *testing.T) {
	make1 := func(r *rand.Rand, mirrored bool) *world.World {
		num := func(low, high float64) float64 { return low + (high-low)*r.Float64() }
		pair := func(low, high float64) [2]float64 { return [2]float64{num(low, high), num(low, high)} }
		stock, produces, wear, commits, losses := pair(5, 100), pair(0, 20), pair(0, 0.3), pair(0.3, 1), pair(0, 0.5)
		x, alpha, m, form, tipping, drift := num(0, 1), num(0.3, 3), num(0.2, 3), num(0, 1), num(0, 2), num(-0.1, 0.1)
		if mirrored {
			for _, p := range []*[2]float64{&stock, &produces, &wear, &commits, &losses} {
				p[0], p[1] = p[1], p[0]
			}
			x, alpha, drift = 1-x, 1/alpha, -drift
		}
		actor := func(id string, side int) *world.Actor {
			return &world.Actor{Meta: plainMeta(id), Name: id, Type: "state", Means: []*world.Means{
				{Meta: plainMeta("land"), Stock: plainNum(stock[side]), Produces: plainNum(produces[side]), Wear: plainNum(wear[side])},
			}}
		}
		return &world.World{
			Title: "Mirror", Start: world.Date{Year: 2025, Month: 1, Day: 1}, Period: world.Quarter, Horizon: 60,
			Kinds: []*world.Kind{{Meta: plainMeta("land")}}, Actors: []*world.Actor{actor("c", 0), actor("d", 1)},
			Theatres: []*world.Theatre{{
				Meta: plainMeta("east"), Name: "East", Challenger: "c", Defender: "d", Status: "war", Share: plainNum(x), Weights: plainTable("land", 1.0),
				Commits: plainTable("c", commits[0], "d", commits[1]), DefenceAdvantage: plainNum(alpha), Decisiveness: plainNum(m), Difference: plainNum(form),
				Crisis: &world.Crisis{Challenge: plainNum(0), Attack: plainNum(0)},
				War: &world.War{
					Drift: plainNum(drift), Tipping: plainNum(tipping), Luck: plainNum(0), End: plainNum(0),
					Losses: world.Sides{Challenger: plainNum(losses[0]), Defender: plainNum(losses[1])},
					Issues: []*world.Issue{{Meta: plainMeta("line"), Challenger: plainNum(1), Defender: plainNum(1)}},
				},
			}},
			Scenarios: []*world.Scenario{{Meta: plainMeta("course"), Title: "C"}},
		}
	}
	for seed := range uint64(someWorlds) {
		var paths [2][]float64
		for i, mirrored := range []bool{false, true} {
			w := make1(rand.New(rand.NewPCG(seed, 1)), mirrored)
			p := compiled(t, w)
			if p == nil {
				t.Fatal(w.Freeze().Err())
			}
			r := aFew(w, seed)
			r.Worlds = 1
			paths[i] = played(t, p, r).over("course", "share.east", 0)
		}
		for point := range paths[0] {
			plainNear(t, fmt.Sprintf("pair %d: the mirrored share at %d", seed, point), paths[1][point], 1-paths[0][point])
		}
	}
}

// shuffle puts every slice of a world in another order, as if its blocks stood
// elsewhere in the files.
func shuffle(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if _, number := reflect.TypeAssert[*world.Number](v); !number && !v.IsNil() {
			shuffle(r, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Factors" {
				shuffle(r, v.Field(i))
			}
		}
	case reflect.Slice:
		if steps, ok := reflect.TypeAssert[[]*world.Step](v); !ok || !alike(steps) {
			swap := reflect.Swapper(v.Interface())
			r.Shuffle(v.Len(), swap)
		}
		for i := range v.Len() {
			shuffle(r, v.Index(i))
		}
	default: // nothing in it to shuffle
	}
}

// alike reports steps with one condition or date, which are done in the order
// in which they are written.
func alike(steps []*world.Step) bool {
	seen := map[string]bool{}
	for _, st := range steps {
		if seen[st.At.String()+st.Ends] {
			return true
		}
		seen[st.At.String()+st.Ends] = true
	}
	return false
}

// Order of blocks in the files: the same bits.
func TestOrderOfBlocksDoesNotMatter(t *testing.T) {
	onWorlds(t, nil, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		other := randomWorld(seed)
		shuffle(rand.New(rand.NewPCG(seed, 3)), reflect.ValueOf(other))
		q := compiled(t, other)
		if q == nil {
			t.Fatal("the shuffled world is refused")
		}
		equalOutcomes(t, "shuffled", played(t, q, aFew(other, seed)), played(t, p, aFew(w, seed)))
	})
}

// Number of cores, batch size, split over machines: the same bits.
func TestSharingTheWorkOutDoesNotMatter(t *testing.T) {
	onWorlds(t, nil, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		want := played(t, p, aFew(w, seed))
		for _, c := range []struct{ batch, workers int }{{1, 1}, {1, 5}, {3, 2}, {7, 1}, {100, 5}} {
			r := aFew(w, seed)
			r.Batch, r.Workers = c.batch, c.workers
			equalOutcomes(t, fmt.Sprintf("batches of %d on %d cores", c.batch, c.workers), played(t, p, r), want)
		}
		apart := empty(t, p, aFew(w, seed))
		for _, part := range [][2]int{{2, 1}, {3, 4}, {7, 2}} {
			r := aFew(w, seed)
			r.First, r.Worlds = part[0], part[1]
			if err := p.Play(t.Context(), r, func(b *result.Block) error { apart.gather(b); return nil }); err != nil {
				t.Fatal(err)
			}
		}
		equalOutcomes(t, "on three machines", apart, want)
	})
}

// What is asked for must not change what is found: fewer scenarios, measures
// and points in time give the same bits.
func TestAskingForLessChangesNothing(t *testing.T) {
	onWorlds(t, nil, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		want := played(t, p, aFew(w, seed))
		r := aFew(w, seed)
		last := w.Scenarios[len(w.Scenarios)-1].ID
		r.Scenarios, r.OnlyTimes = []string{last}, []int{p.periods}
		for i, m := range want.header.Measures {
			if i%3 == int(seed%3) {
				r.Measures = append(r.Measures, m.Name)
			}
		}
		o := played(t, p, r)
		for _, m := range r.Measures {
			for i := range o.failed {
				among, alone := want.over(last, m, i), o.over(last, m, i)
				if !equalBits(alone[0], among[p.periods]) && !want.failed[i] {
					t.Fatalf("%s alone is %v, among others %v", m, alone[0], among[p.periods])
				}
			}
		}
	})
}

// One more world or factor leaves the other draws unchanged.
func TestOneMoreWorldOrFactorChangesNothing(t *testing.T) {
	onWorlds(t, nil, func(t *testing.T, w *world.World, p *Program, seed uint64) {
		want := played(t, p, aFew(w, seed))
		r := aFew(w, seed)
		r.Worlds++
		for name, values := range played(t, p, r).values {
			if !slices.EqualFunc(values[:len(values)-1], want.values[name], equalBits) {
				t.Fatalf("one more world changes %s", name)
			}
		}
		other := randomWorld(seed)
		law, err := chance.Uniform(0, 1)
		if err != nil {
			t.Fatal(err)
		}
		other.Factors = append(other.Factors, &world.Factor{Name: "a-first", Law: law})
		other.Quantities = append(other.Quantities, &world.Quantity{
			Meta: world.Meta{ID: "spare"}, Domain: "real", Value: &world.Number{Formula: &world.Formula{Op: world.Draw, Factor: len(other.Factors) - 1}},
		})
		q := compiled(t, other)
		if q == nil || len(other.Factors) != len(w.Factors)+1 || other.Factors[0].Name != "a-first" {
			t.Fatal("the factor was not added")
		}
		got := played(t, q, aFew(other, seed))
		sameBits(t, "one more factor", got, want, nil)
		for name, values := range want.factors {
			if !slices.EqualFunc(got.factors[name], values, equalBits) {
				t.Fatalf("one more factor changes the draws of %s", name)
			}
		}
	})
}

// inRange holds every recorded value to what its family may be.
func inRange(t *testing.T, o *outcome) {
	t.Helper()
	for name, values := range o.values {
		_, measure, _ := strings.Cut(name, " ")
		family, _, _ := strings.Cut(measure, ".")
		for i, v := range values {
			if o.failed[i] {
				continue
			}
			switch family {
			case "crisis", "war", "relapse", "share", "terms", "ended", "favour", "bargain", "accept", "belief", "pays", "clash", "passes":
				if !(v >= 0 && v <= 1) {
					t.Fatalf("world %d: %s is %v, which is not from 0 to 1", i, name, v)
				}
			default:
				if !(v >= 0) || v-v != 0 {
					t.Fatalf("world %d: %s is %v, which is not a finite number of zero or more", i, name, v)
				}
			}
		}
	}
}

// Probabilities and shares in [0,1], stocks ≥ 0.
func TestProbabilitiesAndStocksAreInRange(t *testing.T) {
	onWorlds(t, nil, func(t *testing.T, w *world.World, p *Program, seed uint64) { inRange(t, played(t, p, aFew(w, seed))) })
}

// The same for every finite input that validates: numbers as large and small as
// their domains allow either give sound results or leave the world out.
func TestExtremeInputsGiveSoundResultsOrNone(t *testing.T) {
	kept := 0
	for seed := range uint64(4 * someWorlds) {
		w := randomWorld(seed)
		w.Prepare()
		r := rand.New(rand.NewPCG(seed, 5))
		for range 1 + r.IntN(4) {
			n := w.Numbers[r.IntN(len(w.Numbers))]
			if strings.Contains(n.Path, ".member.") || strings.Contains(n.Path, ".issue.") {
				continue // whole, or adding up to 1
			}
			extreme := map[world.Domain][]float64{
				world.Probability: {0, 1, 1e-300, math.Nextafter(1, 0)}, world.Positive: {0, 1e-300, 1e3, 1e6, 1e15, 1e300},
				world.Real: {0, 1e-300, 1e3, -1e3, 1e15, -1e15, 1e300, -1e300},
			}[n.Domain]
			n.Formula = &world.Formula{Op: world.Constant, Value: extreme[r.IntN(len(extreme))]}
		}
		p := compiled(t, w)
		if p == nil {
			continue
		}
		t.Run(fmt.Sprintf("world %d", seed), func(t *testing.T) {
			o := played(t, p, aFew(w, seed))
			inRange(t, o)
			for _, failed := range o.failed {
				if !failed {
					kept++
				}
			}
		})
	}
	if kept < 4*someWorlds {
		t.Errorf("%d worlds kept: too few to mean anything", kept)
	}
}

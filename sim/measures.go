package sim

import (
	"fmt"
	"slices"

	"parley/elementary"
	"parley/result"
	"parley/theory"
	"parley/world"
)

// measureKind is a family of measures (rule 24).
type measureKind int

const (
	measureCrisis measureKind = iota
	measureWar
	measureFight
	measureRelapse
	measureShare
	measureTerms
	measureEnded
	measurePeace
	measureAtWar
	measureFavour
	measureBargain
	measureAcceptC
	measureAcceptD
	measureStrengthC
	measureStrengthD
	measureStock
	measureProduction
	measureReach
	measureCost
	measureBelief
	measurePays
	measureAid
	measureClash
	measureClashOf
	measureFlow
	measurePasses
)

// measure is one column: its family and what it is about.
type measure struct {
	name, unit string
	kind       measureKind
	a, b       int
}

// measuresOf lists the world's measures with their places. Coupling is a
// difference between two hidden scenarios, not a column.
func (c *compiler) measuresOf() {
	places := map[string]measure{}
	put := func(kind measureKind, a, b int, format string, args ...any) {
		name := fmt.Sprintf(format, args...)
		places[name] = measure{name: name, kind: kind, a: a, b: b}
	}
	for n := range c.theatres {
		c.theatreMeasures(n, put)
	}
	for s := range c.supports {
		one := &c.supports[s]
		if one.fights != nil {
			put(measureFight, one.theatre, s, "war.%s.%s", c.theatres[one.theatre].id, c.actors[one.from].id)
		}
		if one.clash != nil {
			put(measureClashOf, s, 0, "clash.%s", one.id)
			put(measureClash, 0, 0, "clash")
		}
		put(measureAid, s, 0, "aid.%s", one.id)
		if one.lead {
			put(measureBelief, one.theatre, s, "belief.%s.%s", c.theatres[one.theatre].id, c.actors[one.from].id)
		}
	}
	for k := range c.stocks {
		put(measureStock, k, 0, "stock.%s", c.stocks[k].name)
		put(measureProduction, k, 0, "production.%s", c.stocks[k].name)
	}
	for i := range c.exposures {
		id := c.actors[c.exposures[i].actor].id
		put(measureReach, c.exposures[i].actor, 0, "reach.%s", id)
		put(measureCost, c.exposures[i].actor, 0, "cost.%s", id)
	}
	for i := range c.flows {
		put(measureFlow, i, 0, "flow.%s", c.flows[i].id)
	}
	for i := range c.bodies {
		put(measurePasses, i, 0, "passes.%s", c.bodies[i].id)
	}
	for _, m := range world.Measures(c.world) {
		if found, ok := places[m.Name]; ok {
			found.unit = m.Unit
			c.measures = append(c.measures, found)
		}
	}
}

func (c *compiler) theatreMeasures(n int, put func(measureKind, int, int, string, ...any)) {
	id := c.theatres[n].id
	for _, one := range []struct {
		kind measureKind
		name string
	}{
		{measureCrisis, "crisis.%s"},
		{measureWar, "war.%s"},
		{measureRelapse, "relapse.%s"},
		{measureShare, "share.%s"},
		{measureEnded, "ended.%s"},
		{measurePeace, "peace.%s"},
		{measureAtWar, "atwar.%s"},
		{measureFavour, "favour.%s"},
		{measureBargain, "bargain.%s"},
		{measureAcceptC, "accept.%s.challenger"},
		{measureAcceptD, "accept.%s.defender"},
		{measureStrengthC, "strength.%s.challenger"},
		{measureStrengthD, "strength.%s.defender"},
		{measurePays, "pays.%s"},
	} {
		put(one.kind, n, 0, one.name, id)
	}
	for j, issue := range c.theatres[n].issues {
		put(measureTerms, n, j, "terms.%s.%s", id, issue)
	}
}

// Measures lists every measure the program can record.
func (p *Program) Measures() []result.Measure {
	list := make([]result.Measure, len(p.measures))
	for i, m := range p.measures {
		list[i] = result.Measure{Name: m.name, Unit: m.unit}
	}
	return list
}

// tally is what first-event probabilities and costs need of a batch's worlds,
// across their replicates.
type tally struct {
	crisis, war, relapse []survival // [theatre]
	fight                []survival // [support]
	clash                []survival // [support]
	anyClash             survival
}

// survival is the life table of a first event, one row a world: the chance that
// it has not happened, and the last hazard seen (docs/model.md §12).
type survival struct{ without, last []float64 }

func newSurvival(worlds int) survival {
	return survival{make([]float64, worlds), make([]float64, worlds)}
}

func (s *survival) reset() {
	fill(s.without, 1)
	clear(s.last)
}

// step takes the mean hazard of a period in a world.
func (s *survival) step(w int, hazard float64) {
	s.last[w] = hazard
	s.without[w] *= 1 - hazard
}

// probability is that of the event by now.
func (s *survival) probability(w int) float64 { return 1 - s.without[w] }

func newTally(p *Program, worlds int) tally {
	many := func(n int) []survival {
		list := make([]survival, n)
		for i := range list {
			list[i] = newSurvival(worlds)
		}
		return list
	}
	return tally{
		crisis: many(len(p.theatres)), war: many(len(p.theatres)), relapse: many(len(p.theatres)),
		fight: many(len(p.supports)), clash: many(len(p.supports)), anyClash: newSurvival(worlds),
	}
}

func (t *tally) reset() {
	for _, list := range [][]survival{t.crisis, t.war, t.relapse, t.fight, t.clash} {
		for i := range list {
			list[i].reset()
		}
	}
	t.anyClash.reset()
}

// tallyHazards adds the period's hazards to the life tables. The events of the
// period itself count from the next on: at risk are the replicates that were
// without the event when the period began.
func (b *batch) tallyHazards(r *recorder) {
	sc := &b.scratch
	for n := range b.p.theatres {
		b.lifeTable(&b.tally.crisis[n], sc.hazardCrisis[n], sc.crisesBefore[n], nil)
		b.lifeTable(&b.tally.war[n], sc.hazardWar[n], sc.warsBefore[n], nil)
		b.lifeTable(&b.tally.relapse[n], sc.hazardWar[n], sc.resumedBefore[n], sc.afterWar[n])
		for _, s := range b.wired.defending[n] {
			if b.p.supports[s].fights != nil {
				b.lifeTable(&b.tally.fight[s], sc.hazardFight[s], sc.fightsBefore[s], nil)
			}
		}
	}
	for s := range b.p.supports {
		if b.p.supports[s].clash == nil {
			continue
		}
		for w := range b.worlds {
			b.tally.clash[s].step(w, b.meanOver(b.scratch.hazardClash[s], w))
		}
	}
	if r.anyClash {
		for w := range b.worlds {
			b.tally.anyClash.step(w, b.meanAnyClash(w))
		}
	}
}

// lifeTable takes the mean hazard over the replicates still without the event;
// where none is left, the last one. Where atRisk is given, a replicate that is
// not at risk counts with no hazard.
func (b *batch) lifeTable(s *survival, hazard []float64, happened, atRisk []uint8) {
	sum, left := b.scratch.hazardSum[:b.worlds], b.scratch.left[:b.worlds]
	clear(sum)
	clear(left)
	for from := 0; from < b.lanes; from += b.worlds {
		hazards, gone := hazard[from:from+b.worlds], happened[from:from+b.worlds]
		for w, h := range hazards {
			if gone[w] != 0 {
				continue
			}
			left[w]++
			if atRisk == nil || atRisk[from+w] != 0 {
				sum[w] += h
			}
		}
	}
	for w := range sum {
		mean := s.last[w]
		if left[w] > 0 {
			mean = sum[w] / left[w]
		}
		s.step(w, mean)
	}
}

func (b *batch) meanOver(row []float64, w int) float64 {
	sum := 0.0
	for l := w; l < b.lanes; l += b.worlds {
		sum += row[l]
	}
	return sum / float64(b.replicates)
}

func (b *batch) meanAnyClash(w int) float64 {
	sum := 0.0
	for l := w; l < b.lanes; l += b.worlds {
		none := 1.0
		for s := range b.p.supports {
			if b.p.supports[s].clash != nil {
				none *= 1 - b.scratch.hazardClash[s][l]
			}
		}
		sum += 1 - none
	}
	return sum / float64(b.replicates)
}

// recorder fills a block's columns for one scenario.
type recorder struct {
	measures []int // of the program
	times    []int // points in time
	anyClash bool  // whether the clash anywhere is recorded
	block    *result.Block
	scenario int
}

// record writes every measure at a point in time (§12).
func (b *batch) record(r *recorder, point int) {
	time := slices.Index(r.times, point)
	if time < 0 {
		return
	}
	needsStrength := false
	for _, m := range r.measures {
		kind := b.p.measures[m].kind
		needsStrength = needsStrength || kind == measureStrengthC || kind == measureStrengthD
	}
	if needsStrength {
		b.strengths(b.lanes)
	}
	for i, m := range r.measures {
		b.recordOne(&b.p.measures[m], r.block.At(r.scenario, i, time))
	}
}

func (b *batch) recordOne(m *measure, out []float64) {
	st, ta := &b.state, &b.tally
	switch m.kind {
	case measureCrisis:
		ta.crisis[m.a].write(out)
	case measureWar:
		ta.war[m.a].write(out)
	case measureRelapse:
		ta.relapse[m.a].write(out)
	case measureFight:
		ta.fight[m.b].write(out)
	case measureClash:
		ta.anyClash.write(out)
	case measureClashOf:
		ta.clash[m.a].write(out)
	case measureShare:
		b.means(out, st.share[m.a])
	case measureTerms:
		b.means(out, st.terms[m.a][m.b*b.room:m.b*b.room+b.lanes])
	case measureEnded:
		b.meansOf(out, func(l int) float64 { return float64(mark(st.ended[m.a][l] > 0)) })
	case measurePeace:
		b.means(out, st.quietYears[m.a])
	case measureAtWar:
		b.means(out, st.years[m.a])
	case measureFavour:
		b.means(out, st.favour[m.a])
	case measureBargain:
		b.means(out, st.bargain[m.a])
	case measureAcceptC:
		b.means(out, st.acceptC[m.a])
	case measureAcceptD:
		b.means(out, st.acceptD[m.a])
	case measureStrengthC:
		b.means(out, b.scratch.strengthC[m.a])
	case measureStrengthD:
		b.means(out, b.scratch.strengthD[m.a])
	case measureStock:
		b.means(out, st.stock[m.a])
	case measureProduction:
		b.means(out, st.production[m.a])
	case measureReach:
		b.reach(out, m.a)
	case measureCost:
		b.cost(out, m.a)
	case measureBelief:
		b.meansOf(out, func(l int) float64 { return elementary.Logistic(st.belief[m.a][l]) })
	case measurePays:
		b.means(out, st.relieved[m.a])
	case measureAid:
		b.means(out, st.giving[m.a])
	case measureFlow:
		b.means(out, st.flowed[m.a])
	case measurePasses:
		b.meansOf(out, func(l int) float64 {
			if n := st.passCount[m.a][l]; n > 0 {
				return st.passSum[m.a][l] / n
			}
			return b.derived.passes[m.a][b.worldOf[l]]
		})
	}
}

func (s *survival) write(out []float64) {
	for w := range out {
		out[w] = s.probability(w)
	}
}

// means fills the mean over replicates of each world.
func (b *batch) means(out, lanes []float64) {
	copy(out, lanes[:b.worlds])
	for from := b.worlds; from < b.lanes; from += b.worlds {
		for w, v := range lanes[from : from+b.worlds] {
			out[w] += v
		}
	}
	count := float64(b.replicates)
	for w := range out {
		out[w] /= count
	}
}

func (b *batch) meansOf(out []float64, value func(lane int) float64) {
	sum := b.scratch.sum[:b.lanes]
	for l := range sum {
		sum[l] = value(l)
	}
	b.means(out, sum)
}

// reach is the hostile means expected to arrive in an actor's homeland.
func (b *batch) reach(out []float64, actor int) {
	b.meansOf(out, func(l int) float64 {
		w := b.worldOf[l]
		sum := 0.0
		for i := range b.p.exposures {
			e := &b.p.exposures[i]
			if e.actor != actor {
				continue
			}
			for _, s := range e.strikes {
				v := b.val.of
				sum += theory.Arriving(b.state.stock[s.stock][l]*v[s.perBn][w], v[s.engaged][w], v[s.kill][w], v[s.arrives][w])
			}
		}
		return sum
	})
}

// cost is what wars, clashes and aid cost an actor so far, expected.
func (b *batch) cost(out []float64, actor int) {
	v := b.val.of
	for w := range out {
		out[w] = 0
		for i := range b.p.exposures {
			e := &b.p.exposures[i]
			if e.actor != actor {
				continue
			}
			for _, l := range e.wars {
				out[w] += float64(v[l.loss][w] * b.tally.war[l.theatre].probability(w))
				if l.support >= 0 {
					out[w] += float64(v[l.fighting][w] * b.tally.fight[l.support].probability(w))
				}
				out[w] += float64(v[l.perYear][w] * b.meanOver(b.state.years[l.theatre], w))
			}
			none, aid := 1.0, 0.0
			for s := range b.p.supports {
				one := &b.p.supports[s]
				if one.from != actor {
					continue
				}
				if one.clash != nil {
					none *= b.tally.clash[s].without[w]
				}
				if one.hasAid {
					aid += float64(b.derived.aidTotal[s][w] * b.meanOver(b.state.given[s], w))
				}
			}
			out[w] += float64(v[e.clash][w] * (1 - none))
			out[w] += float64(v[e.aid][w] * aid)
		}
	}
}

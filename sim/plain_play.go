package sim

import (
	"fmt"
	"slices"

	"parley/result"
	"parley/theory"
	"parley/world"
)

// The slots of chance (§2).
const (
	plainSlotQuiet   = 0
	plainSlotAttack  = 1
	plainSlotReopen  = 2
	plainSlotWar     = 3
	plainSlotSupport = 4
	plainSlotType    = 5
	plainSlotBody    = 6
	plainSlotVote    = 7
)

// plainPlay is one replicate being played.
type plainPlay struct {
	g         *plainGame
	replicate uint32
	period    int
	state     *plainState
	before    *plainStrengths // at the beginning of the period
	present   *plainStrengths // at the beginning of step 5
	tabled    []plainAction   // waiting for a vote
}

// plainTrace is the states of a replicate at the points in time 0, 1, ….
type plainTrace []*plainState

// playReplicate plays a replicate from the opening to the horizon.
func (g *plainGame) playReplicate(replicate uint32) (plainTrace, *result.Failure) {
	p := &plainPlay{g: g, replicate: replicate, state: g.opening.clone()}
	for i, a := range g.world.Actors {
		draw, _ := p.chance(plainSlotType, i)
		p.state.resolute[a.ID] = draw < g.of(a.Resolve)
	}
	trace := plainTrace{p.state.clone()}
	for p.period = 0; p.period < g.world.Periods(); p.period++ {
		p.play()
		if failure := p.check(); failure != nil {
			return nil, failure
		}
		trace = append(trace, p.state.clone())
	}
	return trace, nil
}

// play is one period (§4).
func (p *plainPlay) play() {
	p.beginPeriod()
	p.before = p.g.strengths(p.state)
	p.calendar()                       // 1
	p.support()                        // 2
	p.exchange()                       // 3
	p.vote()                           // 4
	p.present = p.g.strengths(p.state) // 5
	p.playTheatres()                   //
	p.learn()                          // 6
	p.count()                          // 7
}

// beginPeriod forgets what is recorded of one period only.
func (p *plainPlay) beginPeriod() {
	for _, t := range p.g.world.Theatres {
		now := p.state.theatres[t.ID]
		now.lesson, now.endedNow, now.warNow, now.turned = 0, false, false, false
		now.hazardOfCrisis, now.hazardOfWar = 0, 0
		clear(now.hazardOfFight)
	}
	p.tabled = nil
}

// playTheatres is step 5: all theatres from the same snapshot; losses at its end.
func (p *plainPlay) playTheatres() {
	kept := map[plainMeans]float64{}
	for _, t := range p.g.world.Theatres {
		now := p.state.theatres[t.ID]
		now.warNow, now.quietAfterWar = now.war, !now.war && now.ended > 0
		if now.war {
			p.fight(t, kept)
		} else {
			p.quiet(t)
		}
	}
	for _, a := range p.g.world.Actors {
		for _, k := range p.g.world.Kinds {
			if share, lost := kept[plainMeans{a.ID, k.ID}]; lost {
				p.state.stock[plainMeans{a.ID, k.ID}] *= share
			}
		}
	}
	p.clashes()
}

// clashes records the hazards of direct clashes (rule 16).
func (p *plainPlay) clashes() {
	none := 1.0
	for _, x := range p.g.supports {
		now := p.state.supports[x.ID]
		now.clash = 0
		if x.Clash != nil && p.state.theatres[x.Theatre].warNow {
			now.clash = theory.ClashHazard(p.g.of(x.Clash.Rate), p.g.of(x.Clash.Surge), now.level, p.g.delta)
		}
		none = float64(none * (1 - now.clash))
	}
	p.state.clash = 1 - none
}

// count closes the period's books.
func (p *plainPlay) count() {
	for _, t := range p.g.world.Theatres {
		now := p.state.theatres[t.ID]
		if !now.turned {
			now.since++
			now.promise.waited++
		}
		if now.warNow {
			now.atWarFor++
		} else {
			now.quietFor++
		}
	}
}

// chance is the two uniforms of a slot in this period (§2).
func (p *plainPlay) chance(slot, number int) (float64, float64) {
	return p.g.stream.Pair(p.g.number, p.replicate, uint16(p.period), uint16(number), uint16(slot))
}

// theatreNumber is a theatre's place in the world's list.
func (p *plainPlay) theatreNumber(t *world.Theatre) int { return slices.Index(p.g.world.Theatres, t) }

// supportNumber is a support's place in the world's list.
func (p *plainPlay) supportNumber(x *world.Support) int { return slices.Index(p.g.world.Supports, x) }

// check finds a state that is not finite at the end of a period.
func (p *plainPlay) check() *result.Failure {
	s := p.state
	finite := func(values ...float64) bool {
		for _, v := range values {
			if v-v != 0 {
				return false
			}
		}
		return true
	}
	fail := func(rule int, where, what string) *result.Failure {
		return p.g.failure(rule, where, p.g.scenario, p.period, fmt.Sprintf("%s is not finite", what))
	}
	for _, a := range p.g.world.Actors {
		for _, k := range p.g.world.Kinds {
			if at := (plainMeans{a.ID, k.ID}); !finite(s.stock[at], s.production[at]) {
				return fail(2, "actor."+a.ID, "stock or production of "+k.ID)
			}
		}
	}
	checks := []struct {
		rule   int
		what   string
		values func(t *plainTheatre) []float64
	}{
		{11, "share", func(t *plainTheatre) []float64 { return []float64{t.share} }},
		{9, "hazard", func(t *plainTheatre) []float64 { return []float64{t.hazardOfCrisis, t.hazardOfWar} }},
		{17, "belief", func(t *plainTheatre) []float64 { return []float64{t.belief} }},
		{18, "expectation", func(t *plainTheatre) []float64 { return []float64{t.alpha, t.beta} }},
	}
	for _, c := range checks {
		for _, t := range p.g.world.Theatres {
			if !finite(c.values(s.theatres[t.ID])...) {
				return fail(c.rule, "theatre."+t.ID, c.what)
			}
		}
	}
	return nil
}

package world

import (
	"fmt"
	"math"
	"strings"
)

func called(kind, id string) string { return fmt.Sprintf("%s %q", kind, id) }

// actorsAndTheatres checks what holds inside one actor, person or theatre.
func (v *validator) actorsAndTheatres() {
	for _, a := range v.w.Actors {
		v.code(a)
		v.spends(a)
	}
	for _, p := range v.w.Persons {
		v.person(p)
	}
	for _, t := range v.w.Theatres {
		v.theatre(t)
	}
	v.releases()
}

// code checks the code of a state (ISO 3166-1 alpha-3).
func (v *validator) code(a *Actor) {
	name := called("actor", a.ID)
	switch {
	case a.Code == "":
	case a.Type == "group" || a.Type == "alliance":
		v.wrong(&a.Meta, "code", "code", "Code of something that is not a state", name, "Only states have an ISO 3166 code.")
	case len(a.Code) != 3 || strings.Trim(a.Code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "":
		v.wrong(&a.Meta, "code", "code", "Not a country code", name, fmt.Sprintf("The code is three capital letters (ISO 3166 alpha-3), such as \"DEU\"; not %q.", a.Code))
	}
}

// spends checks that no more is spent than is received.
func (v *validator) spends(a *Actor) {
	total := 0.0
	for _, e := range a.Spends {
		if x, ok := v.sum(e.Number); ok {
			total += x
		}
	}
	if total > 1+within {
		v.wrong(&a.Meta, "spends", "shares", "Shares add up to more than 1", called("actor", a.ID), fmt.Sprintf("The shares of money received that are spent on each kind add up to %.6g.", total))
	}
}

func (v *validator) person(p *Person) {
	name := called("person", p.ID)
	if !p.From.IsZero() && !p.Until.IsZero() && p.Until.Before(p.From) {
		v.wrong(&p.Meta, "until", "dates", "Office ends before it begins", name, fmt.Sprintf("From %s until %s.", p.From, p.Until))
	}
	if p.Resolve == nil {
		return
	}
	switch {
	case p.Actor == "" && !v.w.Origin.failed(&p.Meta, "actor"):
		v.errorAt(p.Resolve.Range, "resolve", "Resolve of nobody's office", name, "A newcomer's resolve is what others believe of the actor; say which with actor = actor.NAME.")
	case p.From.IsZero() && !v.w.Origin.failed(&p.Meta, "from"):
		v.errorAt(p.Resolve.Range, "resolve", "Change of office without a date", name, "Resolve is what others first believe when the person takes office; say when with from = \"…\".")
	default:
		v.during(&p.Meta, "from", name, p.From, 0)
	}
}

// during checks that a date lies between the opening and the horizon; beyond
// is 1 where the horizon itself is allowed.
func (v *validator) during(m *Meta, attr, context string, d Date, beyond int) {
	w := v.w
	if d.IsZero() || w.Period <= 0 || w.Horizon <= 0 || w.Start.IsZero() || w.Origin.failed(m, attr) || w.Origin.failed(&w.Meta, "start") || w.Origin.failed(&w.Meta, "horizon") {
		return
	}
	t := w.PeriodOf(d)
	if t >= 0 && t < w.Periods()+beyond {
		return
	}
	where := "before the opening"
	if t >= 0 {
		where = "at or after the horizon"
		if beyond > 0 {
			where = "after the horizon"
		}
	}
	v.wrong(m, attr, "date-range", "Date out of range", context, fmt.Sprintf("%s is %s. The world runs from %s to %s.", d, where, w.Start, w.end()))
}

// end is the date of the horizon.
func (w *World) end() Date {
	m := w.Start.months() + int(w.Horizon)
	return Date{Year: m / 12, Month: m%12 + 1, Day: 1}
}

func (v *validator) theatre(t *Theatre) {
	name := called("theatre", t.ID)
	if t.Challenger == t.Defender && t.Challenger != "" {
		v.wrong(&t.Meta, "defender", "sides", "One actor on both sides", name, fmt.Sprintf("%q is challenger and defender.", t.Defender))
	}
	if p := t.Place; len(p) != 0 && (len(p) != 2 || math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90) {
		v.wrong(&t.Meta, "place", "place", "Not a place on the map", name, "place is [longitude, latitude], from −180 to 180 and from −90 to 90.")
	}
	if t.Crisis != nil {
		v.attackShare(name+", crisis", t.Crisis.Attack, t.Crisis.Concede)
	}
	if t.Peace != nil && t.Crisis != nil && (t.Peace.Attack != nil || t.Peace.Concede != nil) {
		v.attackShare(name+", peace", either(t.Peace.Attack, t.Crisis.Attack), either(t.Peace.Concede, t.Crisis.Concede))
	}
	if t.War != nil {
		v.issues(t, name)
	}
}

func either(a, b *Number) *Number {
	if a != nil {
		return a
	}
	return b
}

// attackShare checks that war and concession leave room for each other.
func (v *validator) attackShare(context string, attack, concede *Number) {
	if total, ok := v.sum(attack, concede); ok && total > 1+within {
		v.errorAt(attack.Range, "shares", "Shares add up to more than 1", context,
			fmt.Sprintf("attack and concede are probabilities of what follows a challenge, and add up to %.6g.", total))
	}
}

// issues checks that each side's weights add up to 1.
func (v *validator) issues(t *Theatre, context string) {
	var challenger, defender []*Number
	for _, i := range t.War.Issues {
		challenger, defender = append(challenger, i.Challenger), append(defender, i.Defender)
	}
	for _, side := range []struct {
		name    string
		weights []*Number
	}{{"challenger", challenger}, {"defender", defender}} {
		if total, ok := v.sum(side.weights...); ok && math.Abs(total-1) > within {
			v.errorAt(t.War.Range, "shares", "Weights do not add up to 1", context+", war",
				fmt.Sprintf("The %s's weights of the issues add up to %.6g.", side.name, total))
		}
	}
}

func (v *validator) releases() {
	for _, r := range v.w.Releases {
		name := called("release", r.ID)
		from := v.theatres[r.From]
		if from != nil && v.actors[r.Of] != nil && r.Of != from.Challenger && r.Of != from.Defender {
			v.wrong(&r.Meta, "of", "not-party", "Not a party to the war", name,
				fmt.Sprintf("What the end of a war frees belongs to a party to it: %q or %q.", from.Challenger, from.Defender))
		}
		for _, to := range r.To {
			if to == r.From && to != "" {
				v.wrong(&r.Meta, "to."+to, "to-itself", "Link from a theatre to itself", name, fmt.Sprintf("Means are freed for other theatres than %q.", to))
			}
		}
	}
}

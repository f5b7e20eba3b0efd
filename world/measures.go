package world

import (
	"slices"
	"strings"
)

// Measure is something that a run records and a claim may be about (rule 24).
type Measure struct {
	Name string
	Unit string
	Help string
}

// Units of measures.
const (
	unitProbability = "probability"
	unitShare       = "share of the stake"
	unitYears       = "years"
	unitMoney       = "bn USD"
)

// Measures lists the measures that a world has, ordered by name.
func Measures(w *World) []Measure {
	m := &measures{}
	for _, t := range w.Theatres {
		m.theatre(w, t)
	}
	for _, s := range w.Supports {
		m.support(s)
	}
	if slices.ContainsFunc(w.Supports, func(s *Support) bool { return s.Clash != nil }) {
		m.add("clash", unitProbability, "a direct clash between a supporter and a challenger, anywhere, by then")
	}
	for _, a := range w.Actors {
		for _, k := range a.Means {
			m.add("stock."+a.ID+"."+k.ID, unitMoney, "stock of "+k.ID+" that "+a.ID+" has")
			m.add("production."+a.ID+"."+k.ID, "bn USD a year", "what "+a.ID+" produces of "+k.ID)
		}
	}
	for _, e := range w.Exposures {
		m.add("cost."+e.Of, unitMoney, "what wars, strikes and aid cost "+e.Of+" by then, expected")
		if len(e.Strikes) > 0 {
			m.add("reach."+e.Of, "warheads", "hostile means expected to arrive in the homeland of "+e.Of)
		}
	}
	for _, f := range w.Flows {
		unit := "bn USD a year"
		if f.Gives.What == GivesTechnology {
			unit = "growth a year"
		}
		m.add("flow."+f.ID, unit, "what flows in "+f.ID)
	}
	for _, b := range w.Bodies {
		m.add("passes."+b.ID, unitProbability, b.ID+" passes what is tabled")
	}
	return m.sorted()
}

type measures struct{ list []Measure }

func (m *measures) add(name, unit, help string) {
	m.list = append(m.list, Measure{Name: name, Unit: unit, Help: help})
}

func (m *measures) sorted() []Measure {
	slices.SortStableFunc(m.list, func(a, b Measure) int { return strings.Compare(a.Name, b.Name) })
	return slices.CompactFunc(m.list, func(a, b Measure) bool { return a.Name == b.Name })
}

func (m *measures) theatre(w *World, t *Theatre) {
	id := "." + t.ID
	m.add("crisis"+id, unitProbability, "a crisis in "+t.ID+" by then")
	m.add("war"+id, unitProbability, "a war in "+t.ID+" begins by then")
	m.add("relapse"+id, unitProbability, "a war in "+t.ID+" begins again after one has ended, by then")
	m.add("share"+id, unitShare, "what the challenger holds in "+t.ID)
	m.add("ended"+id, unitProbability, "a war in "+t.ID+" has ended by then")
	m.add("peace"+id, unitYears, "time that "+t.ID+" is quiet until then")
	m.add("atwar"+id, unitYears, "time that "+t.ID+" is at war until then")
	m.add("bargain"+id, "share of the issues", "how favourable to the challenger the terms are on which the first war in "+t.ID+" ended, or those on offer while it is on")
	m.add("favour"+id, "share of the issues", "how favourable the terms in force in "+t.ID+" are to the challenger")
	m.add("pays"+id, unitProbability, "what the challenger of "+t.ID+" expects: that punishment of conquest is later relieved")
	m.add("strength"+id+".challenger", unitMoney, "strength of the challenger's side in "+t.ID)
	m.add("strength"+id+".defender", unitMoney, "strength of the defender's side in "+t.ID)
	if t.War != nil {
		for _, i := range t.War.Issues {
			m.add("terms"+id+"."+i.ID, "share granted", "what the challenger has been granted on "+i.ID+" in "+t.ID)
		}
	}
	if t.Status == "war" {
		m.add("accept"+id+".challenger", unitProbability, "the challenger of "+t.ID+" would accept the terms on the table")
		m.add("accept"+id+".defender", unitProbability, "the defender of "+t.ID+" would accept the terms on the table")
	}
	for _, other := range w.Theatres {
		if other.ID != t.ID {
			m.add("coupling"+id+"."+other.ID, unitProbability, "rise in the chance of war in "+other.ID+" if the challenger of "+t.ID+" gets all, against its share staying")
		}
	}
}

func (m *measures) support(s *Support) {
	if s.Fights != nil {
		m.add("war."+s.Theatre+"."+s.From, unitProbability, "a war in "+s.Theatre+" begins by then with "+s.From+" fighting")
	}
	if s.Lead && (s.Fights != nil || s.Sustains != nil) {
		m.add("belief."+s.Theatre+"."+s.From, unitProbability, "what the challenger of "+s.Theatre+" believes: that "+s.From+" is resolute")
	}
	if len(s.Aid) > 0 {
		m.add("aid."+s.ID, "level", "level of the aid in "+s.ID+", 1 as at the opening")
	}
	if s.Clash != nil {
		m.add("clash."+s.From, unitProbability, "a direct clash between "+s.From+" and a challenger by then")
	}
}

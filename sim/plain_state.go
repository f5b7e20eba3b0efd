package sim

import (
	"maps"
	"slices"

	"parley/theory"
	"parley/world"
)

// plainState is the state of a replicate (§3), and what it has recorded.
type plainState struct {
	stock      map[plainMeans]float64 // S
	production map[plainMeans]float64 // Y
	net        map[plainMeans]float64 // net inflow a year, before aid, in the last exchange
	scarce     map[string]float64     // Z by actor
	resolute   map[string]bool        // true type by actor
	theatres   map[string]*plainTheatre
	supports   map[string]*plainSupport
	flows      map[string]*plainFlow
	votes      map[string]plainVotes // by body
	carriedOut map[*plainStep]bool   // `when` steps
	clash      float64               // hazard of a clash anywhere, of this period
}

// plainMeans is a place where stock is kept.
type plainMeans struct{ actor, kind string }

// plainTheatre is the state of a theatre.
type plainTheatre struct {
	share      float64 // x
	war        bool
	since      int // n: 0 in the first period that begins with a status, or in which terms are imposed
	ended      int // wars ended
	firstEnded int // the period in which the first one did
	terms      plainTerms
	promise    plainPromise

	alpha, beta   float64 // of the law of e
	belief, prior float64 // ℓ and ℓ⁰

	logRatioAtStart float64 // ln ρ₀ of the present war
	ratioAtStart    float64 // M_C/M_D then
	answer          theory.Answer
	joined          map[string]bool // other supports that fight

	talks              float64 // intensity
	pressC, pressD     float64 // π
	events             []plainEvent
	acceptC, acceptD   float64 // of the last settlement imposed
	lesson             float64 // Σd of the lead's acts in this period
	endedNow, warNow   bool    // a war ended in this period; at war during it (at step 5)
	turned             bool    // the status changed in step 5 of this period
	quietAfterWar      bool    // quiet during it, after a war
	favourWhenEnded    float64
	bargain            float64 // F of the first war's end, or of what is on offer
	hazardOfCrisis     float64
	hazardOfWar        float64
	hazardOfFight      map[string]float64 // by support
	hadCrisis, hadWar  bool
	hadFight           map[string]bool // by support: a new war with it fighting
	resumed            bool            // a war has begun after one had ended
	quietFor, atWarFor int             // periods
}

// plainTerms are the terms in force (§3).
type plainTerms struct {
	guarantee, limits, relief, neutrality, monitored float64
	z                                                []float64 // by issue
	imposed                                          bool
	favour                                           float64 // F
	granted                                          float64 // what they cost the defender
}

// plainPromise is a guarantee promised.
type plainPromise struct {
	strength float64
	takes    int // periods until it takes hold, once quiet
	waited   int // periods, counted as n is, since the theatre became quiet or the promise was given
}

// plainEvent shifts the log-odds of a challenge from one period to another.
type plainEvent struct {
	shift       float64
	first, next int // next is the first period without it; 0 for none
}

// plainSupport is the state of a support.
type plainSupport struct {
	level    float64 // a
	expected float64 // E, as last found
	fixed    bool    // by the scenario
	threat   float64
	given    float64 // a·m of the last exchange
	total    float64 // bn USD given so far
	clash    float64 // hazard of this period
}

// plainFlow is the state of a flow.
type plainFlow struct {
	scale   float64
	growth  float64   // w
	history []float64 // h·w by period
	flowed  float64   // a year, in the last period
}

// plainVotes is what a body has voted on so far.
type plainVotes struct {
	count  int
	chance float64 // sum of the chances of passing
}

// clone is a copy that shares nothing with s.
func (s *plainState) clone() *plainState {
	c := *s
	c.stock, c.production, c.net = maps.Clone(s.stock), maps.Clone(s.production), maps.Clone(s.net)
	c.scarce, c.resolute = maps.Clone(s.scarce), maps.Clone(s.resolute)
	c.votes, c.carriedOut = maps.Clone(s.votes), maps.Clone(s.carriedOut)
	c.theatres, c.supports, c.flows = map[string]*plainTheatre{}, map[string]*plainSupport{}, map[string]*plainFlow{}
	for id, t := range s.theatres {
		c.theatres[id] = t.clone()
	}
	for id, x := range s.supports {
		copied := *x
		c.supports[id] = &copied
	}
	for id, x := range s.flows {
		copied := *x
		copied.history = slices.Clone(x.history)
		c.flows[id] = &copied
	}
	return &c
}

func (t *plainTheatre) clone() *plainTheatre {
	c := *t
	c.terms.z, c.events = slices.Clone(t.terms.z), slices.Clone(t.events)
	c.joined, c.hadFight, c.hazardOfFight = maps.Clone(t.joined), maps.Clone(t.hadFight), maps.Clone(t.hazardOfFight)
	return &c
}

// open sets up the opening state and anchors every decision at it (§3, rule 7).
func (g *plainGame) open() {
	s := &plainState{
		stock: map[plainMeans]float64{}, production: map[plainMeans]float64{}, net: map[plainMeans]float64{},
		scarce: map[string]float64{}, resolute: map[string]bool{}, theatres: map[string]*plainTheatre{},
		supports: map[string]*plainSupport{}, flows: map[string]*plainFlow{}, votes: map[string]plainVotes{},
		carriedOut: map[*plainStep]bool{},
	}
	g.opening = s
	for _, a := range g.world.Actors {
		for _, m := range a.Means {
			at := plainMeans{a.ID, m.ID}
			s.stock[at], s.production[at] = g.of(m.Stock), g.of(m.Produces)
		}
		s.scarce[a.ID] = g.scarceUsual(a)
	}
	for _, t := range g.world.Theatres {
		s.theatres[t.ID] = g.openTheatre(t)
	}
	for _, x := range g.supports {
		s.supports[x.ID] = &plainSupport{level: 1, expected: 1, given: 1}
	}
	for _, f := range g.flows {
		s.flows[f.ID] = &plainFlow{scale: 1, growth: 1}
	}
	g.openingStrengths = g.strengths(s)
	for _, t := range g.world.Theatres {
		now := s.theatres[t.ID]
		challenger, defender := g.openingStrengths.challenger[t.ID], g.openingStrengths.defender[t.ID]
		now.logRatioAtStart = g.logRatio(t, challenger, defender)
		now.ratioAtStart = theory.Ratio(challenger, defender)
	}
	g.openingExchange()
	for _, t := range g.world.Theatres {
		g.anchor(t)
	}
}

// openTheatre is a theatre at the opening (§3).
func (g *plainGame) openTheatre(t *world.Theatre) *plainTheatre {
	crisis := g.crisisOf(t)
	weight := g.of(crisis.PaysWeight)
	o := &plainTheatre{
		share: g.of(t.Share), war: t.Status == plainWar,
		joined: map[string]bool{}, hadFight: map[string]bool{}, hazardOfFight: map[string]float64{},
		alpha: float64(g.of(crisis.Pays) * weight),
		terms: plainTerms{z: make([]float64, len(t.War.Issues))},
	}
	o.beta = weight - o.alpha
	if !o.war {
		terms := t.Peace.Terms
		o.terms.guarantee, o.terms.limits, o.terms.relief = g.of(terms.Guarantee), g.of(terms.Limits), g.of(terms.Relief)
		o.terms.neutrality, o.terms.monitored = g.of(terms.Neutrality), g.of(terms.Monitored)
		o.terms.favour, o.bargain = 0.5, 0.5
	}
	if lead := g.lead(t); lead != nil {
		o.prior = theory.FirstBelief(g.of(g.actors[lead.From].Resolve))
		o.belief = o.prior
	}
	return o
}

// openingExchange finds what the exchange would bring that the opening state
// leads to: the net inflow (§8) and what flows (§12). The opening itself stays
// as it is.
func (g *plainGame) openingExchange() {
	trial := &plainPlay{g: g, state: g.opening.clone(), before: g.openingStrengths}
	g.exchangeMeans(trial.state, trial.activities())
	g.opening.net = trial.state.net
	for _, f := range g.flows {
		g.opening.flows[f.ID].flowed = trial.state.flows[f.ID].flowed
	}
}

package analysis

import (
	"context"
	"maps"
	"math"
	"slices"

	"parley/world"
)

// Bounds of the search for what must be believed.
const (
	handful       = 5    // assumptions that a shift moves
	mostMovers    = 40   // where all that matter may move
	worthMoving   = 0.03 // of the distance that one more assumption must save
	mostScreened  = 150  // factors in the surrogate
	perScreened   = 4    // worlds for each
	searchSteps   = 16   // along one shift
	searchPlays   = 5    // of them
	fewestWeighed = 100  // worlds that weights must be worth
	furtherScale  = 1.5  // by which a shift that does not turn the claim grows
	improvement   = 0.85 // of the distance of a shift that does, tried along another
)

// Belief is the least change of assumptions that turns a claim: that takes the
// share of worlds in which it holds from one side of one half to the other.
//
// The unit is the spread of the prior: for an amount, standard deviations of its
// normal score (the normal quantile of its place in the prior), so that 1 is the
// 84th percentile; for a category of probability p, √((1 − p)/p), the Mahalanobis
// distance between believing in it and the prior. Distances of several add up by
// their squares, as if they were independent. It is the first-order reliability
// method's distance to the nearest failure (Hasofer & Lind 1974, "Exact and
// invariant second-moment code format"), found on a surrogate, a linear fit to the
// factors' normal scores: of whether the claim holds, which for normal inputs has
// the direction of the true index (Brillinger 1983, "A generalized linear model with
// Gaussian regressor variables") and is scaled as if that were a probit; and of the
// normal scores of the claim's slack ([Table]), which says more where few worlds lie
// on the other side. How far along a proposed direction is then found from the worlds
// themselves, weighed as they would be drawn after the shift (importance weights; Beckman
// & McKay 1987, "Monte Carlo estimation under different distributions using the same
// simulation"); where that would leave too few of them, by playing. The shortest shift
// that turns the claim is kept.
//
// A shift is confirmed by playing it: its factors are held at the values. That does two
// things: it moves them, and it makes them certain, which may turn a claim by itself (one
// that asks for several things at once holds more often where none of them varies). So
// its amounts are played at their centres too.
type Belief struct {
	Claim  string `json:"claim"`
	Worlds int    `json:"worlds"`
	Before *Share `json:"before"` // of worlds in which the claim holds; nil where there is none
	// Surrogate is what the first surrogate was fitted to, "outcome" or "slack";
	// Explained the part of its variance that it accounts for.
	Surrogate string  `json:"surrogate"`
	Explained float64 `json:"explained"`
	// Matter is how many factors move it beyond what chance would give.
	Matter int `json:"matter"`
	// Steps are the least distances by the surrogate with one assumption, two, and so on.
	Steps []BeliefStep `json:"steps"`
	// All is that with all that matter; nil where even these do not turn it within reach.
	All *float64 `json:"all"`

	// Moves is the shift, the largest first.
	Moves    []Move   `json:"moves"`
	Distance *float64 `json:"distance"` // of it; nil where there is none
	// After is the share under the shift, the factors varying about it as they did about
	// their centres; its N the worlds that this weighs as much as. Nil where it is not
	// known. Played reports that it was too far for weights, and is of factors held.
	After  *Estimate `json:"after"`
	Played bool      `json:"played"`
	// Turned reports that After is on the other side of one half than Before. It just is:
	// a shorter shift would not do it.
	Turned bool `json:"turned"`
	// Minimal reports that no assumption of the shift can be taken back: without it the
	// others do not turn the claim.
	Minimal bool `json:"minimal"`
	// Alone is the nearest single assumption that turns the claim by itself, among those
	// that matter; nil where there is none within AloneWithin spreads, as far as the worlds
	// tell.
	Alone       *Move   `json:"alone"`
	AloneWithin float64 `json:"alone_within"`
	// Held is the share with the factors held at the values of Moves, Centred that with
	// the amounts among them held at their centres: nil where they were not played.
	// Confirmed reports that Held is on the other side too, Clear that its interval is.
	Held      *Share `json:"held"`
	Centred   *Share `json:"centred"`
	Confirmed bool   `json:"confirmed"`
	Clear     bool   `json:"clear"`
	// Plays are the shifts that were played, in that order.
	Plays   []BeliefPlay `json:"plays"`
	Reason  string       `json:"reason,omitempty"` // why there is no shift
	Partial bool         `json:"partial"`
}

// BeliefStep is the least shift with so many assumptions.
type BeliefStep struct {
	Moves    []Move   `json:"moves"`
	Distance *float64 `json:"distance"` // nil where it cannot turn the claim within reach
}

// Move is one assumption changed.
type Move struct {
	Factor  string  `json:"factor"`
	Law     string  `json:"law"`
	Label   string  `json:"label,omitempty"` // of a category
	Value   float64 `json:"value"`           // to be believed
	Centre  float64 `json:"centre"`          // median of the prior; of a category its likeliest value
	Spreads float64 `json:"spreads"`         // from the prior's centre; of a category never below 0

	category bool
}

// BeliefPlay is a shift that was played.
type BeliefPlay struct {
	Scale    float64 `json:"scale"`    // of what the surrogate proposed
	Distance float64 `json:"distance"` //
	Moved    int     `json:"moved"`    // assumptions
	// Share is Before and what holding changes, world by world: that takes off some of
	// the chance of which worlds were played.
	Share *Estimate `json:"share"` // nil where no world could be played
	PinnedShare
}

// FindBelief finds a shift from worlds that were played, without playing it. A shift
// too far to tell from these worlds is left as the surrogate proposes it, not Turned.
func FindBelief(t *Table) *Belief {
	b, surrogates := believe(t)
	if len(surrogates) > 0 {
		s := search{belief: b, surrogates: surrogates}
		_ = s.run() // only plays fail
	}
	return b
}

// ConfirmBelief finds a shift and plays it: a handful of assumptions, then, where these
// do not do it, all that matter. Beside an error it returns what was found before.
func ConfirmBelief(ctx context.Context, runner Runner, w *world.World, t *Table, o Options) (*Belief, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	b, surrogates := believe(t)
	if len(surrogates) == 0 {
		return b, nil
	}
	tell, most, plays := o.Progress, 2, 0
	o.Progress = nil
	s := search{belief: b, surrogates: surrogates, base: t}
	s.play = func(pin map[string]float64) (*Table, error) {
		played, err := collectPinned(ctx, runner, w, t.Claim, pin, o)
		if plays++; tell != nil && err == nil {
			most = max(most, plays+1)
			tell(plays*o.Worlds, most*o.Worlds)
		}
		return played, err
	}
	var err error
	if !t.serves(&o) {
		most++
		s.base, err = s.play(nil)
	}
	if err == nil {
		err = s.run()
	}
	if err == nil && len(b.Moves) > 0 {
		err = s.confirm()
	}
	b.Partial = err != nil
	if tell != nil && err == nil {
		tell(most*o.Worlds, most*o.Worlds)
	}
	return b, err
}

// serves reports whether the worlds that options ask for are among a table's, so that
// they need not be played again.
func (t *Table) serves(o *Options) bool {
	r := &t.Run
	return !t.Partial && r.Seed == o.Seed && r.Design == o.Design && r.Replicates == o.Replicates && maps.Equal(r.Pin, o.Pin) &&
		o.First >= r.First && o.First+o.Worlds <= r.First+r.Worlds &&
		(r.Design != latinHypercube || o.First+o.Worlds == r.First+r.Worlds)
}

// believe fits surrogates and proposes; those that found something are returned.
func believe(t *Table) (*Belief, []*surrogate) {
	b := &Belief{Claim: t.Claim, Worlds: t.Len(), Steps: []BeliefStep{}, Moves: []Move{}, Plays: []BeliefPlay{}}
	if t.Len() > 0 {
		b.Before = &t.shares().Holds
	}
	if t.Len() < fewWorlds {
		b.Reason = "too few worlds were played to tell what moves the claim"
		return b, nil
	}
	surrogates := fitSurrogates(t)
	if len(surrogates) == 0 {
		b.Reason = "no assumption moves the claim beyond what chance would give"
		return b, nil
	}
	s := surrogates[0]
	b.Surrogate, b.Explained, b.Matter = s.of, s.explained, len(s.columns)
	for _, set := range s.grow(handful) {
		step := BeliefStep{Moves: s.moves(set)}
		if set.short == 0 {
			step.Distance = distance(step.Moves)
		}
		b.Steps = append(b.Steps, step)
	}
	if all := s.grow(mostMovers); all[len(all)-1].short == 0 {
		b.All = distance(s.moves(all[len(all)-1]))
	}
	b.Moves = b.Steps[len(b.Steps)-1].Moves
	if b.Distance = b.Steps[len(b.Steps)-1].Distance; b.Distance == nil {
		b.Reason = "by the surrogate, no handful of assumptions turns the claim within 2.5 spreads"
	}
	return b, surrogates
}

// fitSurrogates are those that found something, the more telling first.
func fitSurrogates(t *Table) []*surrogate {
	held := t.shares().Holds.Worlds
	kinds := []string{ofOutcome, ofSlack}
	if min(held, t.Len()-held) < fewWorlds {
		slices.Reverse(kinds)
	}
	var found []*surrogate
	for _, of := range kinds {
		if s := newSurrogate(t, of); len(s.columns) > 0 {
			found = append(found, s)
		}
	}
	return found
}

// distance is that of several moves together.
func distance(moves []Move) *float64 {
	sum := 0.0
	for _, m := range moves {
		sum += float64(m.Spreads * m.Spreads)
	}
	sum = math.Sqrt(sum)
	return &sum
}

// What a surrogate is fitted to.
const (
	ofOutcome = "outcome"
	ofSlack   = "slack"
)

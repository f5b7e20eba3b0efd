package analysis

import (
	"math"
	"slices"
	"strings"
)

// search looks for the shortest shift that turns the claim.
type search struct {
	belief     *Belief
	surrogates []*surrogate
	base       *Table                                       // of worlds without a shift, those that are played among them
	play       func(pin map[string]float64) (*Table, error) // nil: nothing is played
	tried      []string                                     // sets of assumptions
	by         *surrogate                                   // that found the shift
	candidates []candidate                                  // that turn it, found on the way
}

func (s *search) run() error {
	b := s.belief
	for _, try := range []struct {
		most  int
		boost float64 // of what is needed, where the surrogate proved too hopeful
	}{{handful, 1}, {handful, 1.6}, {handful, 2.5}, {mostMovers, 2.5}} {
		for _, surrogate := range s.surrogates {
			by := *surrogate
			by.need = float64(by.need * try.boost)
			sets := by.grow(try.most)
			if err := s.along(&by, by.moves(sets[len(sets)-1])); err != nil {
				return err
			}
		}
		if b.Turned {
			break
		}
	}
	if s.refine(); b.Turned {
		return nil
	}
	if s.play == nil {
		b.Reason = "the shift is too far to tell from these worlds: it has to be played"
		return nil
	}
	b.Distance, b.Moves = nil, []Move{}
	b.Reason = "no shift of assumptions within 2.5 spreads was found that turns the claim"
	return nil
}

// along looks for the shortest shift in a direction that turns the claim. A set of
// assumptions is tried once, and where another has turned it already, first at a length
// that would be an improvement.
func (s *search) along(by *surrogate, moves []Move) error {
	set := nameOf(moves)
	if slices.Contains(s.tried, set) {
		return nil
	}
	s.tried = append(s.tried, set)
	below, above, scale := 0.0, 0.0, 1.0 // scales that do not, that do turn it
	improve := s.belief.Turned
	if improve {
		scale = min(1, improvement**s.belief.Distance / *distance(moves))
	}
	plays := 0
	for range searchSteps {
		shift, further := by.scaled(moves, scale)
		turned, played, err := s.tryShift(by, shift, scale)
		if err != nil {
			return err
		}
		if played {
			plays++
		}
		fixed := !slices.ContainsFunc(moves, func(m Move) bool { return !m.category })
		switch {
		case fixed, !turned && above == 0 && (!further || improve):
			return nil
		case turned:
			above = scale
		default:
			below = scale
		}
		fine := 50.0
		if plays > 0 {
			fine = 6
		}
		switch {
		case plays == searchPlays:
			return nil
		case above == 0:
			scale = float64(scale * furtherScale)
		case above-below < above/fine:
			return nil
		default:
			scale = (below + above) / 2
		}
	}
	return nil
}

// hold plays the shift that was found, or a longer one, which takes its place where it
// confirms what that did not.
func (s *search) hold(shift []Move, scale float64) error {
	b := s.belief
	pin := map[string]float64{}
	for _, m := range shift {
		pin[m.Factor] = m.Value
	}
	t, err := s.play(pin)
	if err != nil {
		return err
	}
	s.record(shift, pin, scale, t)
	shares := t.shares()
	if shares == nil {
		return nil
	}
	turned := (shares.Holds.Share > 0.5) != (b.Before.Share > 0.5)
	if scale > 1 {
		after := s.by.weighed(shift)
		if !turned || after == nil || (after.Value > 0.5) == (b.Before.Share > 0.5) {
			return nil
		}
		b.Moves, b.Distance, b.After = shift, distance(shift), after
	}
	b.Held, b.Confirmed = &shares.Holds, b.Turned && turned
	b.Clear = b.Confirmed && (b.Held.Low > 0.5 || b.Held.High < 0.5)
	return nil
}

// confirm plays the shift that was found, a little longer where it just fails to turn
// the claim when it is held, and its centre.
func (s *search) confirm() error {
	b := s.belief
	if err := s.hold(b.Moves, 1); err != nil {
		return err
	}
	for _, longer := range []float64{1.15, 1.3} {
		shift, _ := s.by.scaled(b.Moves, longer)
		if far := distance(shift); b.Confirmed || !b.Turned || b.Played || *far < 1.01**b.Distance {
			break
		}
		if err := s.hold(shift, longer); err != nil {
			return err
		}
	}
	centre := map[string]float64{}
	for _, m := range b.Moves {
		if !m.category {
			centre[m.Factor] = m.Centre
		}
	}
	if len(centre) == 0 {
		return nil
	}
	played, err := s.play(centre)
	if err != nil {
		return err
	}
	if shares := played.shares(); shares != nil {
		b.Centred = &shares.Holds
	}
	return nil
}

// nameOf names a set of assumptions.
func nameOf(moves []Move) string {
	names := make([]string, len(moves))
	for i, m := range moves {
		names[i] = m.Factor + "=" + m.Label
	}
	slices.Sort(names)
	return strings.Join(names, "\n")
}

// tryShift finds what becomes of the claim under a shift, and keeps it if it turns it
// and none that is shorter did.
func (s *search) tryShift(by *surrogate, shift []Move, scale float64) (turned, played bool, err error) {
	b := s.belief
	far, share := distance(shift), by.weighed(shift)
	if share == nil && s.play != nil {
		pin := map[string]float64{}
		for _, m := range shift {
			pin[m.Factor] = m.Value
		}
		t, err := s.play(pin)
		if err != nil {
			return false, true, err
		}
		share, played = s.record(shift, pin, scale, t), true
	}
	if share == nil || (share.Value > 0.5) == (b.Before.Share > 0.5) {
		return false, played, nil
	}
	if b.Turned && *b.Distance <= *far {
		return true, played, nil
	}
	s.keep(by, shift, share, played)
	return true, played, nil
}

func (s *search) record(shift []Move, pin map[string]float64, scale float64, t *Table) *Estimate {
	share := s.changed(t)
	s.belief.Plays = append(s.belief.Plays, BeliefPlay{
		Scale: scale, Distance: *distance(shift), Moved: len(shift), Share: share,
		PinnedShare: PinnedShare{Pin: pin, Shares: t.shares(), LeftOut: t.LeftOut},
	})
	return share
}

// weighed is the share of worlds weighed as they would be drawn under a shift: by the
// ratio of the normal densities of the scores, and only those of a category that is
// believed in. It is nil where the weights leave too few of them.
func (s *surrogate) weighed(shift []Move) *Estimate {
	weights, enough := s.weights(shift)
	if !enough {
		return nil
	}
	var sum, squares, held float64
	for w, weight := range weights {
		sum += weight
		squares += float64(weight * weight)
		held += float64(weight * truth(s.t.Outcome[w] > 0))
	}
	e := Estimate{N: int(float64(sum*sum) / squares), Value: held / sum}
	for w, weight := range weights {
		d := float64(weight * (truth(s.t.Outcome[w] > 0) - e.Value))
		e.SE += float64(d * d)
	}
	e.SE = math.Sqrt(e.SE) / sum
	return &e
}

// changed is the share of all worlds in which the claim held before, changed by the
// mean change in the worlds that were played again (a control variate).
func (s *search) changed(played *Table) *Estimate {
	var m moments
	at := 0
	for i, w := range played.Worlds {
		for at < s.base.Len() && s.base.Worlds[at] < w {
			at++
		}
		if at < s.base.Len() && s.base.Worlds[at] == w {
			m.add(truth(played.Outcome[i] > 0) - truth(s.base.Outcome[at] > 0))
		}
	}
	e := m.estimate()
	if e == nil {
		return nil
	}
	before := s.belief.Before.Share
	noise := float64(before*(1-before)) / float64(s.belief.Worlds)
	e.Value = clip01(before + e.Value)
	e.SE = math.Sqrt(float64(e.SE*e.SE) + noise)
	return e
}

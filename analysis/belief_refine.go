package analysis

import (
	"cmp"
	"math"
	"slices"

	"parley/elementary"
)

// Bounds of the work of refining a shift.
const (
	descents      = 12    // steps towards the nearest point
	overshoot     = 0.002 // of the share beyond one half, so that a step turns the claim
	closeShift    = 0.005 // spreads between two steps that are the same
	alonePrecise  = 0.02  // spreads
	aloneFarthest = 2.5
)

// refine shortens the shift that was found. From the worlds at hand, weighed, it steps
// to the nearest point at which the share is one half: the shift is put along the share's
// slope, at the length at which a line through the present point meets one half, again
// and again (the iteration of Hasofer & Lind 1974 and Rackwitz & Fiessler 1978, "Structural
// reliability under combined random load sequences"), with every rival of a theory and
// with none. Of the shifts found that is kept which is shortest, one more assumption having
// to save 3 % of the distance. Then it takes back what is not needed. Nothing is played.
func (s *search) refine() {
	for _, by := range s.surrogates {
		for _, fixed := range by.choices() {
			for most := handful - len(fixed); most > 0; most-- {
				s.descend(by, fixed, most)
			}
			if len(fixed) > 0 {
				s.tryWeighed(by, fixed)
			}
		}
	}
	s.keepBest()
	s.takeBack()
	s.alone()
}

// candidate is a shift that turns the claim by weights.
type candidate struct {
	by    *surrogate
	moves []Move
}

// burden is a shift's distance, longer by 3 % for each assumption.
func burden(moves []Move) float64 {
	return float64(*distance(moves) * (1 + float64(worthMoving*float64(len(moves)))))
}

// keepBest puts the best candidate in the place of the shift that was found before, where
// it is better.
func (s *search) keepBest() {
	b := s.belief
	if b.Turned && !b.Played {
		s.candidates = append([]candidate{{s.by, b.Moves}}, s.candidates...)
	}
	if len(s.candidates) == 0 {
		return
	}
	best := slices.MinFunc(s.candidates, func(a, b candidate) int { return cmp.Compare(burden(a.moves), burden(b.moves)) })
	if b.Turned && b.Played && *distance(best.moves) > *b.Distance {
		return
	}
	s.keep(best.by, best.moves, best.by.weighed(best.moves), false)
}

// keep makes a shift that turns the claim the one that was found.
func (s *search) keep(by *surrogate, shift []Move, share *Estimate, played bool) {
	b := s.belief
	s.by = by
	b.Moves, b.Distance, b.After, b.Played, b.Turned, b.Reason = shift, distance(shift), share, played, true, ""
}

// choices are the categories that a shift may begin from: none, and each that there is.
func (s *surrogate) choices() [][]Move {
	list := [][]Move{nil}
	for i := range s.columns {
		r := &s.columns[i]
		for k := range r.values {
			list = append(list, []Move{s.category(r, k)})
		}
	}
	return list
}

// category is the belief in one of a factor's categories.
func (s *surrogate) category(r *regressor, k int) Move {
	col, likeliest := &s.t.Factors[r.factor], 0
	for i, p := range r.shares {
		if p > r.shares[likeliest] {
			likeliest = i
		}
	}
	return Move{
		Factor: col.Name, Law: col.Law, Label: col.label(r.values[k]), Value: r.values[k], Centre: r.values[likeliest],
		Spreads: math.Sqrt((1 - r.shares[k]) / r.shares[k]), category: true,
	}
}

// amount is a shift of one amount.
func (s *surrogate) amount(r *regressor, spreads float64) Move {
	col := &s.t.Factors[r.factor]
	return Move{Factor: col.Name, Law: col.Law, Spreads: spreads, Centre: s.valueAt(r, 0), Value: s.valueAt(r, spreads)}
}

// descend steps towards the nearest point with so many amounts at most.
func (s *search) descend(by *surrogate, fixed []Move, most int) {
	shift := fixed
	for range descents {
		share, slopes := by.slopes(shift)
		if slopes == nil {
			return
		}
		next := s.step(by, fixed, shift, most, share, slopes)
		if next == nil {
			return
		}
		s.tryWeighed(by, next)
		if apart(shift, next) < closeShift {
			return
		}
		shift = next
	}
}

// step is the next point: along the slope of the amounts that help most.
func (s *search) step(by *surrogate, fixed, shift []Move, most int, share float64, slopes []float64) []Move {
	target := 0.5 + overshoot
	if s.belief.Before.Share > 0.5 {
		target = 0.5 - overshoot
	}
	need := target - share
	for _, m := range shift {
		if !m.category {
			need += float64(slopes[by.column(m.Factor)] * m.Spreads)
		}
	}
	order := make([]int, 0, len(slopes))
	for i := range slopes {
		if by.columns[i].values == nil && slopes[i] != 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(math.Abs(slopes[b]), math.Abs(slopes[a])) })
	order = order[:min(most, len(order))]
	squares := 0.0
	for _, i := range order {
		squares += float64(slopes[i] * slopes[i])
	}
	if squares == 0 {
		return nil
	}
	next := slices.Clone(fixed)
	for _, i := range order {
		spreads := min(farthest, max(-farthest, float64(need*slopes[i])/squares))
		next = append(next, by.amount(&by.columns[i], spreads))
	}
	slices.SortStableFunc(next, func(a, b Move) int { return cmp.Compare(math.Abs(b.Spreads), math.Abs(a.Spreads)) })
	return next
}

func (s *surrogate) column(factor string) int {
	return slices.IndexFunc(s.columns, func(r regressor) bool { return s.t.Factors[r.factor].Name == factor })
}

// apart is the largest difference between two shifts in one assumption.
func apart(a, b []Move) float64 {
	most := 0.0
	for _, pair := range [][2][]Move{{a, b}, {b, a}} {
		for _, m := range pair[0] {
			other := 0.0
			for _, o := range pair[1] {
				if o.Factor == m.Factor {
					other = o.Spreads
				}
			}
			most = max(most, math.Abs(m.Spreads-other))
		}
	}
	return most
}

// slopes are the share of worlds, weighed as after a shift, in which the claim holds, and
// by how much it changes with each amount's mean score: the covariance of whether it holds
// with the score. They are nil where the weights leave too few worlds.
func (s *surrogate) slopes(shift []Move) (share float64, slopes []float64) {
	weights, enough := s.weights(shift)
	if !enough {
		return 0, nil
	}
	var sum, held float64
	for w, weight := range weights {
		sum += weight
		held += float64(weight * truth(s.t.Outcome[w] > 0))
	}
	share = held / sum
	slopes = make([]float64, len(s.columns))
	for i := range s.columns {
		r := &s.columns[i]
		if r.values != nil {
			continue
		}
		about := 0.0
		for _, m := range shift {
			if m.Factor == s.t.Factors[r.factor].Name {
				about = m.Spreads
			}
		}
		for w, weight := range weights {
			slopes[i] += float64(float64(weight*(r.x[0][w]-about)) * (truth(s.t.Outcome[w] > 0) - share))
		}
		slopes[i] /= sum
	}
	return share, slopes
}

// tryWeighed notes a shift that turns the claim by weights.
func (s *search) tryWeighed(by *surrogate, shift []Move) {
	if e := by.weighed(shift); e != nil && s.turns(e) {
		s.candidates = append(s.candidates, candidate{by, shift})
	}
}

// takeBack leaves out every assumption without which the shift still turns the claim.
func (s *search) takeBack() {
	b := s.belief
	for again := b.Turned && !b.Played; again; {
		again = false
		for i := range b.Moves {
			rest := slices.Delete(slices.Clone(b.Moves), i, i+1)
			if e := s.by.weighed(rest); len(rest) > 0 && e != nil && s.turns(e) {
				s.keep(s.by, rest, e, false)
				again = true
				break
			}
		}
	}
	b.Minimal = b.Turned && !b.Played
}

// alone finds the nearest single assumption that turns the claim by itself.
func (s *search) alone() {
	b := s.belief
	within := math.Inf(1)
	for _, by := range s.surrogates {
		for i := range by.columns {
			r := &by.columns[i]
			for k := range r.values {
				m := by.category(r, k)
				if e := by.weighed([]Move{m}); e != nil && s.turns(e) && (b.Alone == nil || m.Spreads < math.Abs(b.Alone.Spreads)) {
					b.Alone = &m
				}
			}
			if r.values != nil {
				continue
			}
			for _, side := range []float64{-1, 1} {
				if reach := s.aloneAlong(by, r, side); reach < within {
					within = reach
				}
			}
		}
	}
	if b.AloneWithin = min(within, aloneFarthest); b.Alone != nil {
		b.AloneWithin = min(b.AloneWithin, math.Abs(b.Alone.Spreads))
	}
}

// aloneAlong looks along one amount, as far as there are worlds and no nearer one is
// known, and says how far that was.
func (s *search) aloneAlong(by *surrogate, r *regressor, side float64) (reach float64) {
	b := s.belief
	for far := alonePrecise; far < aloneFarthest; far += alonePrecise {
		if b.Alone != nil && far >= math.Abs(b.Alone.Spreads) {
			return aloneFarthest
		}
		m := by.amount(r, side*far)
		e := by.weighed([]Move{m})
		switch {
		case e == nil:
			return far - alonePrecise
		case s.turns(e):
			b.Alone = &m
			return aloneFarthest
		}
	}
	return aloneFarthest
}

// turns reports whether a share is on the other side of one half than before.
func (s *search) turns(e *Estimate) bool {
	return (e.Value > 0.5) != (s.belief.Before.Share > 0.5)
}

// weights are those of the worlds after a shift: the ratio of the normal densities of the
// scores, and 0 for worlds without a category that is believed in; and whether they leave
// enough worlds.
func (s *surrogate) weights(shift []Move) (weights []float64, enough bool) {
	weights = make([]float64, s.t.Len())
	for _, m := range shift {
		r := &s.columns[s.column(m.Factor)]
		for w := range weights {
			if m.category && s.t.Factors[r.factor].Values[w] != m.Value {
				weights[w] = math.Inf(-1)
			}
			if !m.category {
				weights[w] += float64(m.Spreads*r.x[0][w]) - float64(float64(m.Spreads*m.Spreads)/2)
			}
		}
	}
	var sum, squares float64
	for w := range weights {
		weights[w] = elementary.Exp(weights[w])
		sum += weights[w]
		squares += float64(weights[w] * weights[w])
	}
	return weights, squares > 0 && float64(sum*sum)/squares >= fewestWeighed
}

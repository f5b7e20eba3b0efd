package analysis

import (
	"cmp"
	"math"
	"slices"

	"parley/elementary"
)

// surrogate is a linear model of the claim.
type surrogate struct {
	t         *Table
	of        string    // what it is fitted to
	score     []float64 // of that
	need      float64   // by which the mean score must change for one half; negative: fall
	explained float64
	columns   []regressor // those that matter
}

// regressor is a factor in the surrogate: an amount by its normal score, or a
// category by its name.
type regressor struct {
	factor   int
	values   []float64   // of categories
	shares   []float64   // of categories
	effects  []float64   // of categories: on the score, from the mean
	slope    float64     // of an amount
	sorted   []float64   // of an amount: its values
	x        [][]float64 // by column: one, or one fewer than categories; of mean 0
	strength float64     // by itself: the part of the variance
	clear    float64     // standard errors from nothing, the clearest
}

func newSurrogate(t *Table, of string) *surrogate {
	s := &surrogate{t: t, of: of}
	n := float64(t.Len())
	share := t.shares().Holds.Share
	s.need = -elementary.NormalQuantile(min(1-0.5/n, max(0.5/n, share)))
	if of == ofSlack {
		s.score = normalScores(t.Slack)
	} else {
		density := elementary.Exp(-float64(s.need*s.need)/2) / 2.5066282746310002 // √(2π)
		s.score = make([]float64, t.Len())
		for w, o := range t.Outcome {
			s.score[w] = (truth(o > 0) - share) / density
		}
	}
	for i := range t.Factors {
		if r, varies := newRegressor(&t.Factors[i], i); varies {
			r.strength = s.alone(&r)
			s.columns = append(s.columns, r)
		}
	}
	// Fan & Lv 2008, "Sure independence screening for ultrahigh dimensional feature space"
	slices.SortStableFunc(s.columns, func(a, b regressor) int { return cmp.Compare(b.strength, a.strength) })
	kept, columns := 0, 0
	for kept < len(s.columns) && columns+len(s.columns[kept].x) <= min(mostScreened, t.Len()/perScreened) {
		columns += len(s.columns[kept].x)
		kept++
	}
	s.columns = s.columns[:kept]
	s.fit()
	return s
}

// normalScores are the normal quantiles of the values' places; equal values share
// the middle of theirs.
func normalScores(values []float64) []float64 {
	order := orderOf(values)
	scores := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		z := elementary.NormalQuantile(float64(from+to) / 2 / float64(len(order)))
		for _, w := range order[from:to] {
			scores[w] = z
		}
		from = to
	}
	return scores
}

func newRegressor(c *Column, at int) (regressor, bool) {
	r := regressor{factor: at, values: distinct(c.Values, fewValues)}
	if len(r.values) == 1 {
		return r, false
	}
	if r.values == nil {
		r.x = [][]float64{normalScores(c.Values)}
		centre(r.x[0])
		r.sorted = slices.Clone(c.Values)
		slices.Sort(r.sorted)
		return r, true
	}
	r.shares = make([]float64, len(r.values))
	r.x = make([][]float64, len(r.values)-1)
	for k := range r.x {
		r.x[k] = make([]float64, len(c.Values))
	}
	for w, v := range c.Values {
		k, _ := slices.BinarySearch(r.values, v)
		r.shares[k]++
		if k > 0 {
			r.x[k-1][w] = 1
		}
	}
	for k := range r.shares {
		r.shares[k] /= float64(len(c.Values))
	}
	for _, x := range r.x {
		centre(x)
	}
	return r, true
}

func centre(x []float64) {
	var m moments
	for _, v := range x {
		m.add(v)
	}
	mean := m.mean()
	for i := range x {
		x[i] -= mean
	}
}

// alone is the part of the score's variance that a factor accounts for by itself.
func (s *surrogate) alone(r *regressor) float64 {
	f := newLeastSquares(r.x, s.score)
	if f == nil {
		return 0
	}
	return f.explained
}

// fit fits all, keeps what is clear, and fits these again.
func (s *surrogate) fit() {
	z := familyZ(len(s.t.Factors))
	for range 2 {
		if len(s.columns) == 0 {
			return
		}
		var x [][]float64
		for _, r := range s.columns {
			x = append(x, r.x...)
		}
		f := newLeastSquares(x, s.score)
		if f == nil {
			s.columns = nil
			return
		}
		s.explained = f.explained
		at := 0
		for i := range s.columns {
			s.columns[i].read(f, at)
			at += len(s.columns[i].x)
		}
		s.columns = slices.DeleteFunc(s.columns, func(r regressor) bool { return r.clear < z })
	}
	if len(s.columns) == 0 {
		s.explained = 0
	}
}

// read takes a factor's effects from a fit.
func (r *regressor) read(f *leastSquares, at int) {
	if r.values == nil {
		r.slope = f.slopes[at]
		r.clear = math.Abs(r.slope) / max(1e-12, f.se(at, []float64{1}))
		return
	}
	r.effects, r.clear = make([]float64, len(r.values)), 0
	mix := make([]float64, len(r.x))
	for k := range r.values {
		for j := range mix {
			mix[j] = truth(j == k-1) - r.shares[j+1]
			r.effects[k] += float64(mix[j] * f.slopes[at+j])
		}
		r.clear = max(r.clear, math.Abs(r.effects[k])/max(1e-12, f.se(at, mix)))
	}
}

// gain is what a factor can do towards a need, and the rival it takes.
func (r *regressor) gain(need float64) (gain float64, rival int) {
	if r.values == nil {
		return math.Abs(r.slope), -1
	}
	for k, e := range r.effects {
		if need < 0 {
			e = -e
		}
		if e > gain {
			gain, rival = e, k
		}
	}
	return gain, rival
}

// moved is a set of factors with how far each moves.
type moved struct {
	columns []int
	spreads []float64 // without sign; of categories their distance
	squares float64   // of the distance
	short   float64   // what is missing from the need
}

// solve finds the shortest shift of a set, each amount within reach.
func (s *surrogate) solve(set []int) moved {
	m := moved{columns: set, spreads: make([]float64, len(set))}
	need := math.Abs(s.need)
	free := make([]bool, len(set))
	for i, c := range set {
		r := &s.columns[c]
		gain, rival := r.gain(s.need)
		if rival < 0 {
			free[i] = true
			continue
		}
		m.spreads[i] = math.Sqrt((1 - r.shares[rival]) / r.shares[rival])
		need -= gain
	}
	for need > 1e-9 {
		squares := 0.0
		for i, c := range set {
			if free[i] {
				squares += float64(s.columns[c].slope * s.columns[c].slope)
			}
		}
		if squares == 0 {
			break
		}
		capped, left := false, need
		for i, c := range set {
			if !free[i] {
				continue
			}
			m.spreads[i] = float64(need * math.Abs(s.columns[c].slope) / squares)
			if m.spreads[i] > farthest {
				m.spreads[i], free[i], capped = farthest, false, true
				left -= float64(farthest * math.Abs(s.columns[c].slope))
			}
		}
		if need = left; !capped {
			need = 0
		}
	}
	m.short = max(0, need)
	if m.short <= 1e-9 {
		m.short = 0
	}
	for _, d := range m.spreads {
		m.squares += float64(d * d)
	}
	return m
}

// grow is the best sets of one, two and more factors, found by adding the one that
// helps most, with categories and, as one of these may do all at once and leave nothing
// to add to, without. It ends where another is not worth it.
func (s *surrogate) grow(most int) []moved {
	all, amounts := s.path(most, true), s.path(most, false)
	var steps []moved
	for k := range max(len(all), len(amounts)) {
		var next *moved
		for _, path := range [][]moved{all, amounts} {
			if k < len(path) && (next == nil || path[k].better(next)) {
				next = &path[k]
			}
		}
		if len(steps) == 0 || next.worth(&steps[len(steps)-1]) {
			steps = append(steps, *next)
		}
	}
	return steps
}

func (m *moved) better(than *moved) bool {
	return m.short < than.short || (m.short == than.short && m.squares < than.squares)
}

// worth reports whether a set is better than a smaller one by enough.
func (m *moved) worth(than *moved) bool {
	if than.short > 0 {
		return m.short < than.short
	}
	return m.short == 0 && math.Sqrt(m.squares) <= (1-worthMoving)*math.Sqrt(than.squares)
}

// path adds the factor that helps most, one by one, while it is worth it.
func (s *surrogate) path(most int, categories bool) []moved {
	var steps []moved
	last := moved{}
	for len(last.columns) < min(most, len(s.columns)) {
		next := moved{short: math.Inf(1)}
		for c := range s.columns {
			if slices.Contains(last.columns, c) || (!categories && s.columns[c].values != nil) {
				continue
			}
			if m := s.solve(append(slices.Clone(last.columns), c)); m.better(&next) {
				next = m
			}
		}
		if next.columns == nil || (len(steps) > 0 && !next.worth(&last)) {
			break
		}
		steps, last = append(steps, next), next
	}
	return steps
}

// moves puts a set into values.
func (s *surrogate) moves(m moved) []Move {
	moves := []Move{}
	for i, c := range m.columns {
		r := &s.columns[c]
		col := &s.t.Factors[r.factor]
		move := Move{Factor: col.Name, Law: col.Law, Spreads: m.spreads[i]}
		if _, rival := r.gain(s.need); rival >= 0 {
			likeliest := 0
			for k, p := range r.shares {
				if p > r.shares[likeliest] {
					likeliest = k
				}
			}
			move.Value, move.Centre, move.category = r.values[rival], r.values[likeliest], true
			move.Label = col.label(move.Value)
		} else {
			if (r.slope < 0) != (s.need < 0) {
				move.Spreads = -move.Spreads
			}
			move.Centre = s.valueAt(r, 0)
			move.Value = s.valueAt(r, move.Spreads)
		}
		moves = append(moves, move)
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return cmp.Compare(math.Abs(b.Spreads), math.Abs(a.Spreads)) })
	return moves
}

// valueAt is an amount at so many spreads from the middle of its prior.
func (s *surrogate) valueAt(r *regressor, spreads float64) float64 {
	u := elementary.NormalCDF(spreads)
	if law := s.t.Factors[r.factor].law; law != nil {
		return law.Quantile(u)
	}
	at := float64(u * float64(len(r.sorted)-1))
	i := min(int(at), len(r.sorted)-2)
	return r.sorted[i] + float64((at-float64(i))*(r.sorted[i+1]-r.sorted[i]))
}

// scaled is a shift made longer or shorter, within reach; categories stay.
func (s *surrogate) scaled(moves []Move, by float64) (scaled []Move, further bool) {
	scaled = slices.Clone(moves)
	for i := range scaled {
		m := &scaled[i]
		if m.category {
			continue
		}
		m.Spreads = min(farthest, max(-farthest, float64(m.Spreads*by)))
		further = further || math.Abs(m.Spreads) < farthest
		at := slices.IndexFunc(s.columns, func(r regressor) bool { return s.t.Factors[r.factor].Name == m.Factor })
		m.Value = s.valueAt(&s.columns[at], m.Spreads)
	}
	return scaled, further
}

package analysis

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
	"strings"

	"parley/elementary"
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

// search looks for the shortest shift that turns the claim.
type search struct {
	belief     *Belief
	surrogates []*surrogate
	base       *Table                                       // of worlds without a shift, those that are played among them
	play       func(pin map[string]float64) (*Table, error) // nil: nothing is played
	tried      []string                                     // sets of assumptions
	by         *surrogate                                   // that found the shift
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
			return nil
		}
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
	s.by = by
	b.Moves, b.Distance, b.After, b.Played, b.Turned, b.Reason = shift, far, share, played, true, ""
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
	weights := make([]float64, s.t.Len())
	for _, m := range shift {
		at := slices.IndexFunc(s.columns, func(r regressor) bool { return s.t.Factors[r.factor].Name == m.Factor })
		r := &s.columns[at]
		for w := range weights {
			if m.category && s.t.Factors[r.factor].Values[w] != m.Value {
				weights[w] = math.Inf(-1)
			}
			if !m.category {
				weights[w] += float64(m.Spreads*r.x[0][w]) - float64(float64(m.Spreads*m.Spreads)/2)
			}
		}
	}
	var sum, squares, held float64
	for w := range weights {
		weights[w] = elementary.Exp(weights[w])
		sum += weights[w]
		squares += float64(weights[w] * weights[w])
		held += float64(weights[w] * truth(s.t.Outcome[w] > 0))
	}
	if squares == 0 || float64(sum*sum)/squares < fewestWeighed {
		return nil
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

// leastSquares is a linear fit without a constant: columns are of mean 0.
type leastSquares struct {
	slopes    []float64
	explained float64
	factor    []float64 // of the columns' products (Cholesky), row by row
	noise     float64   // variance of what is left
}

// newLeastSquares fits; nil where the columns cannot be told apart.
func newLeastSquares(x [][]float64, y []float64) *leastSquares {
	p, n := len(x), len(y)
	f := &leastSquares{factor: make([]float64, p*p), slopes: make([]float64, p)}
	if n <= p+1 {
		return nil
	}
	for i := range p {
		for j := range i + 1 {
			f.factor[i*p+j] = dot(x[i], x[j])
		}
		f.factor[i*p+i] = float64(f.factor[i*p+i] * (1 + 1e-8)) // twins share an effect
		f.slopes[i] = dot(x[i], y)
	}
	right := slices.Clone(f.slopes)
	if !cholesky(f.factor, p) {
		return nil
	}
	forward(f.factor, p, f.slopes)
	backward(f.factor, p, f.slopes)
	total := dot(y, y)
	kept := dot(f.slopes, right)
	if total > 0 {
		f.explained = clip01(kept / total)
	}
	f.noise = max(0, total-kept) / float64(n-p-1)
	return f
}

// se is the standard error of a mix of slopes from a place on.
func (f *leastSquares) se(at int, mix []float64) float64 {
	p := len(f.slopes)
	v := make([]float64, p)
	copy(v[at:], mix)
	forward(f.factor, p, v)
	return math.Sqrt(float64(f.noise * dot(v, v)))
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

// cholesky replaces the lower half of a matrix by its factor; false where it is not
// clearly positive.
func cholesky(a []float64, p int) bool {
	for j := range p {
		row := a[j*p : j*p+j]
		whole := a[j*p+j]
		d := whole - dot(row, row)
		if !(d > 1e-10*whole) {
			return false
		}
		a[j*p+j] = math.Sqrt(d)
		for i := j + 1; i < p; i++ {
			a[i*p+j] = (a[i*p+j] - dot(a[i*p:i*p+j], row)) / a[j*p+j]
		}
	}
	return true
}

// forward solves with the factor, backward with its transpose.
func forward(l []float64, p int, v []float64) {
	for i := range p {
		v[i] = (v[i] - dot(l[i*p:i*p+i], v[:i])) / l[i*p+i]
	}
}

func backward(l []float64, p int, v []float64) {
	for i := p - 1; i >= 0; i-- {
		sum := v[i]
		for k := i + 1; k < p; k++ {
			sum -= float64(l[k*p+i] * v[k])
		}
		v[i] = sum / l[i*p+i]
	}
}

package decision

import (
	"fmt"
	"math"
	"slices"
)

// Options of [Assess].
type Options struct {
	// Threshold is what satisfies: a value no worse than it. Nil where none is stated.
	Threshold *float64
	// Optimism is the weight of the best world in Hurwicz's criterion, 0 to 1.
	Optimism float64
}

// Assessment compares alternatives.
type Assessment struct {
	Better    Direction     `json:"better"`
	Worlds    int           `json:"worlds"`
	LeftOut   int           `json:"left_out"` // without a usable value of some alternative
	Threshold *float64      `json:"threshold"`
	Optimism  float64       `json:"optimism"`
	Rows      []Alternative `json:"rows"` // in the order given
	Dominance []Dominance   `json:"dominance"`
	// By is the alternative that each criterion chooses; where the first two cannot be
	// told apart, Clear is false.
	By []Choice `json:"by"`
}

// Row is the row of an alternative, or nil.
func (a *Assessment) Row(name string) *Alternative {
	for i := range a.Rows {
		if a.Rows[i].Name == name {
			return &a.Rows[i]
		}
	}
	return nil
}

// Alternative is how one alternative does.
//
// Regret is what an alternative falls short, world by world, of the best there (Savage
// 1951). Satisficing is the domain criterion of Starr, in the form of Lempert & Collins
// 2007: the share of worlds in which the threshold is met. Hurwicz's criterion (1951)
// weighs the best and the worst world; as these depend on how many worlds there are, and
// have no Monte Carlo error that data could tell, HurwiczBand does the same with the ends
// of the 90 % band. McPhail et al. 2018 ("Robustness metrics: how are they calculated,
// when should they be used and why do they give different results?") compare such metrics.
type Alternative struct {
	Name string   `json:"name"`
	Mean Estimate `json:"mean"`

	Worst float64  `json:"worst"` // world
	Best  float64  `json:"best"`  // world
	Poor  Estimate `json:"poor"`  // one world in twenty is worse
	Good  Estimate `json:"good"`  // one world in twenty is better

	RegretMean Estimate `json:"regret_mean"`
	RegretP90  Estimate `json:"regret_p90"` // one world in ten has more
	RegretMax  float64  `json:"regret_max"` // over the worlds there are: an extreme, without an error

	Satisfies *Share `json:"satisfies"` // nil where no threshold is stated

	Hurwicz     float64  `json:"hurwicz"`
	HurwiczBand Estimate `json:"hurwicz_band"` // its error takes the two ends as independent

	First Share `json:"first"` // worlds in which none is better
	Alone Share `json:"alone"` // worlds in which it is better than every other
}

// Choice is what a criterion chooses.
type Choice struct {
	Criterion string `json:"criterion"`
	Name      string `json:"name"`
	// Clear reports that it leads the next by more than two standard errors of the
	// difference (paired, for means and shares); extremes have no errors and are not clear.
	Clear bool `json:"clear"`
}

// Dominance is one alternative against another.
type Dominance struct {
	A string `json:"a"`
	B string `json:"b"`
	// Better, Equal and Worse are the worlds in which a is better than b, and so on.
	Better Share `json:"better"`
	Equal  Share `json:"equal"`
	Worse  Share `json:"worse"`
	// Worldwise: a is worse in no world and better in some.
	Worldwise bool `json:"worldwise"`
	// First: for every threshold a meets it in at least as many worlds, for some in more
	// (stochastic dominance of first order: Hadar & Russell 1969). Second: so do the means
	// of what falls short of every threshold (of second order: a is chosen by everyone who
	// is averse to risk).
	First  bool `json:"first"`
	Second bool `json:"second"`
	// Gap is by how much, at most, the share of worlds that meet a threshold is smaller
	// with a than with b, with the error of that difference: First fails by so much. Near
	// is First but for a gap within two errors.
	Gap  Estimate `json:"gap"`
	Near bool     `json:"near"`
}

// Assess compares alternatives over worlds.
func Assess(p Payoffs, o Options) (*Assessment, error) {
	t, err := p.table()
	if err != nil {
		return nil, err
	}
	if !(o.Optimism >= 0 && o.Optimism <= 1) {
		return nil, fmt.Errorf("optimism is %v; it must be from 0 to 1", o.Optimism)
	}
	if o.Threshold != nil && !usable(*o.Threshold) {
		return nil, fmt.Errorf("a threshold of %v cannot be met", *o.Threshold)
	}
	a := &Assessment{
		Better: p.Better, Worlds: len(t.worlds), LeftOut: t.leftOut, Threshold: o.Threshold, Optimism: o.Optimism,
		Rows: []Alternative{}, Dominance: []Dominance{}, By: []Choice{},
	}
	if a.Worlds == 0 {
		return a, nil
	}
	s := newStandings(t, &o)
	for i := range t.names {
		a.Rows = append(a.Rows, s.row(i))
	}
	sorted := make([][]float64, len(t.values))
	for i, v := range t.values {
		sorted[i] = slices.Sorted(slices.Values(v))
	}
	for i := range t.names {
		for j := range t.names {
			if i != j {
				a.Dominance = append(a.Dominance, t.dominance(i, j, sorted))
			}
		}
	}
	a.By = s.choices(a.Rows)
	return a, nil
}

// standings are alternatives world by world.
type standings struct {
	*table
	o       *Options
	regrets [][]float64
	met     [][]float64 // 1 where the threshold is met; nil without one
	first   [][]float64 // 1 where none is better
	alone   []int
}

func newStandings(t *table, o *Options) *standings {
	s := &standings{table: t, o: o, alone: make([]int, len(t.names))}
	for range t.names {
		s.regrets = append(s.regrets, make([]float64, len(t.worlds)))
		s.first = append(s.first, make([]float64, len(t.worlds)))
		if o.Threshold != nil {
			s.met = append(s.met, make([]float64, len(t.worlds)))
		}
	}
	for w := range t.worlds {
		best, leaders := math.Inf(-1), 0
		for _, v := range t.values {
			best = max(best, v[w])
		}
		for i, v := range t.values {
			if s.regrets[i][w] = best - v[w]; v[w] == best {
				s.first[i][w] = 1
				leaders++
			}
			if o.Threshold != nil && v[w] >= t.sign**o.Threshold {
				s.met[i][w] = 1
			}
		}
		for i := range t.names {
			if leaders == 1 && s.first[i][w] == 1 {
				s.alone[i]++
			}
		}
	}
	return s
}

func (s *standings) row(i int) Alternative {
	n := len(s.worlds)
	sorted := slices.Sorted(slices.Values(s.values[i]))
	regrets := slices.Sorted(slices.Values(s.regrets[i]))
	poor, good := quantileOf(sorted, 0.05), quantileOf(sorted, 0.95)
	worst, best := sorted[0], sorted[n-1]
	rest := 1 - s.o.Optimism
	r := Alternative{
		Name: s.names[i], Mean: s.turned(meanOf(s.values[i])),
		Worst: s.plain(worst), Best: s.plain(best), Poor: s.turned(poor), Good: s.turned(good),
		RegretMean: meanOf(s.regrets[i]), RegretP90: quantileOf(regrets, 0.9), RegretMax: regrets[n-1],
		Hurwicz: s.plain(float64(s.o.Optimism*best) + float64(rest*worst)),
		HurwiczBand: s.turned(Estimate{
			float64(s.o.Optimism*good.Value) + float64(rest*poor.Value),
			hypotenuse(float64(s.o.Optimism*good.SE), float64(rest*poor.SE)),
		}),
		First: shareOf(count(s.first[i]), n), Alone: shareOf(s.alone[i], n),
	}
	if s.met != nil {
		share := shareOf(count(s.met[i]), n)
		r.Satisfies = &share
	}
	return r
}

// plain is a value as the user has it; without a negative zero.
func (t *table) plain(x float64) float64 { return float64(t.sign*x) + 0 }

func (t *table) turned(e Estimate) Estimate { return Estimate{t.plain(e.Value), e.SE} }

func count(marks []float64) int {
	n := 0
	for _, m := range marks {
		n += int(m)
	}
	return n
}

func meanOf(values []float64) Estimate {
	var m moments
	for _, v := range values {
		m.add(v)
	}
	return m.estimate()
}

// quantileOf interpolates between order statistics (type 7 of Hyndman & Fan 1996). The
// error comes from the order statistics two errors of the share away on either side
// (Woodruff 1952): one would leave it to too few worlds.
func quantileOf(sorted []float64, p float64) Estimate {
	n := float64(len(sorted))
	off := 2 * math.Sqrt(float64(p*(1-p))/n)
	return Estimate{at(sorted, p), (at(sorted, min(1, p+off)) - at(sorted, max(0, p-off))) / 4}
}

func at(sorted []float64, p float64) float64 {
	place := float64(p * float64(len(sorted)-1))
	i := int(place)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((place-float64(i))*(sorted[i+1]-sorted[i]))
}

// choices are what the criteria choose.
func (s *standings) choices(rows []Alternative) []Choice {
	paired := func(criterion string, columns [][]float64, sign float64) Choice {
		means := make([]float64, len(columns))
		for i, c := range columns {
			means[i] = float64(sign * meanOf(c).Value)
		}
		best := largestOf(means)
		c := Choice{Criterion: criterion, Name: s.names[best], Clear: len(columns) > 1}
		for i := range columns {
			if i == best {
				continue
			}
			var d moments
			for w := range columns[i] {
				d.add(columns[best][w] - columns[i][w])
			}
			e := d.estimate()
			c.Clear = c.Clear && float64(sign*e.Value) > 2*e.SE
		}
		return c
	}
	extreme := func(criterion string, of func(*Alternative) Estimate) Choice {
		values := make([]float64, len(rows))
		for i := range rows {
			values[i] = of(&rows[i]).Value
		}
		best := largestOf(values)
		c := Choice{Criterion: criterion, Name: s.names[best], Clear: len(rows) > 1}
		for i := range rows {
			a, b := of(&rows[best]), of(&rows[i])
			c.Clear = c.Clear && (i == best || (a.SE > 0 && a.Value-b.Value > 2*hypotenuse(a.SE, b.SE)))
		}
		return c
	}
	by := []Choice{
		paired("mean", s.values, 1),
		paired("regret_mean", s.regrets, -1),
		extreme("regret_p90", func(r *Alternative) Estimate { return Estimate{-r.RegretP90.Value, r.RegretP90.SE} }),
		extreme("regret_max", func(r *Alternative) Estimate { return Estimate{-r.RegretMax, 0} }),
		extreme("hurwicz", func(r *Alternative) Estimate { return Estimate{float64(s.sign * r.Hurwicz), 0} }),
		extreme("hurwicz_band", func(r *Alternative) Estimate {
			return Estimate{float64(s.sign * r.HurwiczBand.Value), r.HurwiczBand.SE}
		}),
		paired("first", s.first, 1),
	}
	if s.met != nil {
		by = append(by, paired("satisfies", s.met, 1))
	}
	return by
}

func hypotenuse(a, b float64) float64 { return math.Sqrt(float64(a*a) + float64(b*b)) }

// largestOf is the place of the first of the largest.
func largestOf(values []float64) int {
	best := 0
	for i, v := range values {
		if v > values[best] {
			best = i
		}
	}
	return best
}

// dominance compares two alternatives.
func (t *table) dominance(a, b int, sorted [][]float64) Dominance {
	n := len(t.worlds)
	better, worse := 0, 0
	for w, v := range t.values[a] {
		switch {
		case v > t.values[b][w]:
			better++
		case v < t.values[b][w]:
			worse++
		}
	}
	d := Dominance{
		A: t.names[a], B: t.names[b],
		Better: shareOf(better, n), Equal: shareOf(n-better-worse, n), Worse: shareOf(worse, n),
		Worldwise: worse == 0 && better > 0,
	}
	t.stochastic(&d, a, b, sorted)
	return d
}

// stochastic compares the laws of two alternatives: as both have as many worlds, a
// dominates in first order where each of its order statistics is at least b's, and in
// second where the sums of its worst k are.
func (t *table) stochastic(d *Dominance, a, b int, sorted [][]float64) {
	x, y := sorted[a], sorted[b]
	first, second, differs := true, true, false
	sumX, sumY := 0.0, 0.0
	for i := range x {
		first = first && x[i] >= y[i]
		differs = differs || x[i] != y[i]
		sumX += x[i]
		sumY += y[i]
		second = second && sumX >= sumY-float64(1e-12*(math.Abs(sumX)+math.Abs(sumY)))
	}
	d.First, d.Second = first && differs, second && differs
	threshold, gap := widestGap(x, y)
	if gap == 0 {
		d.Near = d.First
		return
	}
	var m moments // b meets it, less a meets it
	for w, v := range t.values[a] {
		m.add(mark(t.values[b][w] >= threshold) - mark(v >= threshold))
	}
	d.Gap = m.estimate()
	d.Near = differs && d.Gap.Value <= 2*d.Gap.SE && meanOf(x).Value >= meanOf(y).Value
}

func mark(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// widestGap is the threshold that y meets in the most worlds more than x, and how many
// these are.
func widestGap(x, y []float64) (threshold float64, gap int) {
	below := 0 // of x
	for j, v := range y {
		if j > 0 && v == y[j-1] {
			continue
		}
		for below < len(x) && x[below] < v {
			below++
		}
		// at v, len(y) − j of y meet it and len(x) − below of x
		if below-j > gap {
			threshold, gap = v, below-j
		}
	}
	return threshold, gap
}

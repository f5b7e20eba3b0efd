package analysis

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"parley/chance"
	"parley/elementary"
)

// Bounds of the work on tipping points.
const (
	mostBins        = 80   // along a factor
	fewestInBin     = 15   // worlds
	shownCurve      = 20   // points of a curve that is handed over
	usualResamples  = 400  // of a bootstrap
	fewValues       = 8    // a factor with no more is taken by value
	usualTrials     = 8    // plays that confirm a tipping point
	weighed         = 24   // factors of weight that are looked at for aliases
	aliasCells      = 6    // along each
	aliasFrom       = 0.2  // Cramér's V from which two factors are not drawn independently
	farthest        = 2.5  // spreads from the middle of the prior that are tried
	closeEnough     = 0.01 // of the prior's range between two trials
	resampledFactor = "analysis.tipping."
)

// Tipping says for each factor where the chance that the claim holds crosses one
// half, the others being as they are.
//
// It is found from worlds that were played anyway: the share of worlds in which the
// claim holds is smoothed along the factor's quantiles by a local linear fit (Fan &
// Gijbels 1996, "Local Polynomial Modelling and Its Applications"), the intervals
// are percentiles of a bootstrap within bins (Efron & Tibshirani 1993). Where
// factors are correlated it is the share among worlds that have such a value, with
// all that goes with it; [ConfirmTipping] holds the value and leaves the rest.
type Tipping struct {
	Claim  string         `json:"claim"`
	Worlds int            `json:"worlds"`
	Share  *Share         `json:"share"`  // of worlds in which the claim holds; nil where there is none
	Points []TippingPoint `json:"points"` // those that tip first, then by how far they move the share
}

// TippingPoint is what one factor does to the claim.
type TippingPoint struct {
	Factor string `json:"factor"`
	Law    string `json:"law"`
	// Tips reports that the share is above one half in one part of the factor's range
	// and below in another, beyond what chance would give among so many factors.
	Tips      bool         `json:"tips"`
	Reach     float64      `json:"reach"`     // by how much the share differs along the factor
	Crossings []Crossing   `json:"crossings"` // clear ones; none of categories
	Curve     []ShareAt    `json:"curve"`     // none of categories
	Rivals    []RivalShare `json:"rivals"`    // of categories
	// Alias names factors of weight that are not drawn independently of this one in these
	// worlds, because the world correlates them or because the design is too small for so
	// many factors: what it does here may be what they do. [ConfirmTipping] tells.
	Alias []string `json:"alias"`
}

// Crossing is where the share crosses one half, with its 95 % interval.
type Crossing struct {
	Value    float64 `json:"value"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
	Quantile float64 `json:"quantile"` // of the prior: so much of it lies below
	Rising   bool    `json:"rising"`   // the claim holds above it rather than below
	Found    float64 `json:"found"`    // share of resamples that cross in this way
}

// ShareAt is the share at a value, with one standard error.
type ShareAt struct {
	Value    float64 `json:"value"`
	Quantile float64 `json:"quantile"`
	Share    float64 `json:"share"`
	SE       float64 `json:"se"`
}

// RivalShare is the share under one of a factor's categories.
type RivalShare struct {
	Label  string  `json:"label"`
	Value  float64 `json:"value"`
	Worlds int     `json:"worlds"`
	Few    bool    `json:"few"` // too few worlds to tell anything from
	Share  Share   `json:"share"`
}

// FindTipping finds tipping points in worlds that were played. It is deterministic.
func FindTipping(t *Table) *Tipping {
	found := &Tipping{Claim: t.Claim, Worlds: t.Len(), Points: []TippingPoint{}}
	if t.Len() == 0 {
		return found
	}
	found.Share = &t.shares().Holds
	s := newSmoother(t)
	for i := range t.Factors {
		if p, varies := s.point(&t.Factors[i]); varies {
			found.Points = append(found.Points, p)
		}
	}
	slices.SortStableFunc(found.Points, func(a, b TippingPoint) int {
		if a.Tips != b.Tips {
			if a.Tips {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Reach, a.Reach)
	})
	aliases(t, found.Points[:min(len(found.Points), weighed)])
	return found
}

// aliases finds which of the weightiest factors were not drawn independently, by
// Cramér's V of their cells.
func aliases(t *Table, points []TippingPoint) {
	places, cells := make([][]int, len(points)), make([]int, len(points))
	for i := range points {
		a, at := axisOf(&t.Factors[t.Factor(points[i].Factor)], aliasCells)
		places[i], cells[i] = at, a.cells()
	}
	for i := range points {
		for j := range i {
			if cramer(places[i], places[j], cells[i], cells[j]) > aliasFrom {
				points[i].Alias = append(points[i].Alias, points[j].Factor)
				points[j].Alias = append(points[j].Alias, points[i].Factor)
			}
		}
	}
}

// cramer is Cramér's V of two sets of cells (Cramér 1946), without what independent
// draws would give on average (Bergsma 2013), 0 to 1.
func cramer(a, b []int, cellsA, cellsB int) float64 {
	n := float64(len(a))
	counts := make([]float64, cellsA*cellsB)
	rows, columns := make([]float64, cellsA), make([]float64, cellsB)
	for w := range a {
		counts[a[w]*cellsB+b[w]]++
		rows[a[w]]++
		columns[b[w]]++
	}
	sum := 0.0
	for i, r := range rows {
		for j, c := range columns {
			if expected := float64(r*c) / n; expected > 0 {
				d := counts[i*cellsB+j] - expected
				sum += float64(d*d) / expected
			}
		}
	}
	free := float64(min(cellsA, cellsB) - 1)
	excess := float64((cellsA-1)*(cellsB-1)) / max(1, n-1)
	if free < 1 {
		return 0
	}
	return math.Sqrt(max(0, sum/n-excess) / free)
}

// smoother smooths shares along quantiles. The bins hold as many worlds each
// whatever the factor is, so one matrix serves all.
type smoother struct {
	t       *Table
	z       float64     // standard errors from which a side of one half is clear
	ends    []int       // of the bins, in worlds
	middle  []float64   // of the bins, as quantiles
	weights [][]float64 // [bin][bin]
}

func newSmoother(t *Table) *smoother {
	n := t.Len()
	s := &smoother{t: t, z: familyZ(len(t.Factors))}
	bins := min(mostBins, max(1, n/fewestInBin))
	for k := range bins {
		from, to := k*n/bins, (k+1)*n/bins
		s.ends = append(s.ends, to)
		s.middle = append(s.middle, float64(from+to)/2/float64(n))
	}
	// the usual rate for a local linear fit; the factor is for a curve in probabilities
	width := min(0.3, max(0.1, elementary.Pow(float64(n), -0.2)))
	for _, at := range s.middle {
		s.weights = append(s.weights, localLinear(s.middle, at, width))
	}
	return s
}

// localLinear is the weights that points have in a local linear fit at a place, with
// the kernel of Epanechnikov.
func localLinear(points []float64, at, width float64) []float64 {
	w := make([]float64, len(points))
	var s0, s1, s2 float64
	for i, p := range points {
		d := (p - at) / width
		if w[i] = max(0, 1-float64(d*d)); w[i] > 0 {
			s0 += w[i]
			s1 += float64(w[i] * d)
			s2 += float64(float64(w[i]*d) * d)
		}
	}
	det := float64(s0*s2) - float64(s1*s1)
	total := 0.0
	for i, p := range points {
		if det > 1e-9 {
			w[i] = float64(w[i] * (s2 - float64(s1*((p-at)/width))))
		}
		total += w[i]
	}
	for i := range w {
		w[i] /= total
	}
	return w
}

// point is what a factor does; false where it is the same in all worlds.
func (s *smoother) point(c *Column) (TippingPoint, bool) {
	p := TippingPoint{Factor: c.Name, Law: c.Law, Crossings: []Crossing{}, Curve: []ShareAt{}, Rivals: []RivalShare{}, Alias: []string{}}
	values := distinct(c.Values, fewValues)
	switch {
	case len(values) == 1:
		return p, false
	case len(values) > 1:
		s.rivals(&p, c, values)
	case c.Categories:
		s.rivals(&p, c, distinct(c.Values, len(c.Values)))
	default:
		s.curve(&p, c)
	}
	return p, true
}

// distinct lists the different values, rising, or nothing where there are more than
// so many.
func distinct(values []float64, most int) []float64 {
	var seen []float64
	for _, v := range values {
		at, found := slices.BinarySearch(seen, v)
		if found {
			continue
		}
		if len(seen) == most {
			return nil
		}
		seen = slices.Insert(seen, at, v)
	}
	return seen
}

func (s *smoother) rivals(p *TippingPoint, c *Column, values []float64) {
	worlds, held := make([]int, len(values)), make([]int, len(values))
	for w, v := range c.Values {
		k, _ := slices.BinarySearch(values, v)
		worlds[k]++
		if s.t.Outcome[w] > 0 {
			held[k]++
		}
	}
	z := familyZ(len(s.t.Factors) + len(values)*(len(values)-1)/2)
	var reach extent
	above, below := false, false
	for k, v := range values {
		r := RivalShare{Label: c.label(v), Value: v, Worlds: worlds[k], Few: worlds[k] < fewWorlds, Share: shareOf(held[k], worlds[k])}
		p.Rivals = append(p.Rivals, r)
		if r.Few {
			continue
		}
		reach.take(r.Share.Share)
		low, high := wilson(held[k], worlds[k], z)
		above, below = above || low > 0.5, below || high < 0.5
	}
	p.Reach, p.Tips = reach.high-reach.low, above && below
}

// label names a value.
func (c *Column) label(v float64) string {
	if i := int(v); v >= 0 && i < len(c.Labels) && float64(i) == v {
		return c.Labels[i]
	}
	return fmt.Sprintf("%g", v)
}

func (s *smoother) curve(p *TippingPoint, c *Column) {
	order := orderOf(c.Values)
	sorted := make([]float64, len(order))
	for i, w := range order {
		sorted[i] = c.Values[w]
	}
	shares := s.shares(order)
	smooth := s.smooth(shares)
	errors := s.errors(smooth)
	var reach extent
	for k, share := range smooth {
		reach.take(share)
		if last := len(smooth) - 1; k*shownCurve/(last+1) != (k-1)*shownCurve/(last+1) || k == 0 || k == last {
			p.Curve = append(p.Curve, ShareAt{s.value(sorted, s.middle[k]), s.middle[k], clip01(share), errors[k]})
		}
	}
	p.Reach = reach.high - reach.low
	for _, at := range s.clear(smooth, errors) {
		crossing := Crossing{Value: s.value(sorted, at.u), Quantile: at.u, Rising: at.rising}
		s.resample(&crossing, c, shares, sorted)
		p.Crossings = append(p.Crossings, crossing)
	}
	p.Tips = len(p.Crossings) > 0
}

func clip01(x float64) float64 { return min(1, max(0, x)) }

// orderOf is the worlds by rising value; equal ones stay in order.
func orderOf(values []float64) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	return order
}

// shares are the shares that hold by bin.
func (s *smoother) shares(order []int) []float64 {
	shares := make([]float64, len(s.ends))
	from := 0
	for k, to := range s.ends {
		held := 0
		for _, w := range order[from:to] {
			if s.t.Outcome[w] > 0 {
				held++
			}
		}
		shares[k] = float64(held) / float64(to-from)
		from = to
	}
	return shares
}

func (s *smoother) smooth(shares []float64) []float64 {
	smooth := make([]float64, len(shares))
	for g, weights := range s.weights {
		for k, w := range weights {
			smooth[g] += float64(w * shares[k])
		}
	}
	return smooth
}

// errors are the standard errors of a smooth curve.
func (s *smoother) errors(smooth []float64) []float64 {
	errors := make([]float64, len(smooth))
	for g, weights := range s.weights {
		sum := 0.0
		for k, w := range weights {
			n := float64(s.size(k))
			share := min(1-0.5/n, max(0.5/n, smooth[k]))
			sum += float64(float64(w*w) * float64(share*(1-share)) / n)
		}
		errors[g] = math.Sqrt(sum)
	}
	return errors
}

func (s *smoother) size(k int) int {
	if k == 0 {
		return s.ends[0]
	}
	return s.ends[k] - s.ends[k-1]
}

// value is a quantile of values in order.
func (s *smoother) value(sorted []float64, u float64) float64 {
	at := min(max(0, float64(u*float64(len(sorted)))-0.5), float64(len(sorted)-1))
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[i]
	}
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}

// crossed is where a curve crosses one half.
type crossed struct {
	u      float64
	rising bool
	before int // the bin before it
}

func (s *smoother) crossings(smooth []float64) []crossed {
	var all []crossed
	for k := 1; k < len(smooth); k++ {
		a, b := smooth[k-1]-0.5, smooth[k]-0.5
		if (a < 0) == (b < 0) {
			continue
		}
		all = append(all, crossed{s.middle[k-1] + float64(a/(a-b)*(s.middle[k]-s.middle[k-1])), b >= 0, k - 1})
	}
	return all
}

// clear are the crossings that have, on either side before the next clear one, a
// stretch clearly above and one clearly below one half.
func (s *smoother) clear(smooth, errors []float64) []crossed {
	side := 0 // the last that was clear
	var all []crossed
	crossings := s.crossings(smooth)
	from := 0
	for k := range smooth {
		d := (smooth[k] - 0.5) / errors[k]
		now := 0
		switch {
		case d > s.z:
			now = 1
		case d < -s.z:
			now = -1
		}
		if now == 0 {
			continue
		}
		if side != 0 && now != side {
			all = append(all, best(crossings, from, k, now > 0))
		}
		side, from = now, k
	}
	return all
}

// best is the middle one of the crossings between two bins that go one way: there
// is one more of them than of those that go back.
func best(crossings []crossed, from, to int, rising bool) crossed {
	var between []crossed
	for _, c := range crossings {
		if c.before >= from && c.before < to && c.rising == rising {
			between = append(between, c)
		}
	}
	return between[len(between)/2]
}

// resample finds the interval of a crossing.
func (s *smoother) resample(c *Crossing, column *Column, shares, sorted []float64) {
	stream := chance.NewStream(s.t.Run.Seed).Factor(resampledFactor + column.Name)
	drawn := make([]float64, len(shares))
	var at []float64
	for r := range usualResamples {
		for k, share := range shares {
			n := s.size(k)
			drawn[k] = float64(binomial(n, share, stream.Uniform(uint32(r*len(shares)+k)))) / float64(n)
		}
		nearest := math.Inf(1)
		for _, other := range s.crossings(s.smooth(drawn)) {
			if other.rising == c.Rising && math.Abs(other.u-c.Quantile) < math.Abs(nearest-c.Quantile) {
				nearest = other.u
			}
		}
		if !math.IsInf(nearest, 1) {
			at = append(at, nearest)
		}
	}
	c.Low, c.High = c.Value, c.Value
	c.Found = float64(len(at)) / usualResamples
	if len(at) > 0 {
		c.Low = min(c.Value, s.value(sorted, quantile(at, 0.025)))
		c.High = max(c.Value, s.value(sorted, quantile(at, 0.975)))
	}
}

// binomial is the quantile of a binomial law: by adding up its probabilities, and
// by the normal law where they are many.
func binomial(n int, p, u float64) int {
	if p <= 0 || p >= 1 {
		return int(p * float64(n))
	}
	if n > 200 {
		mean := float64(float64(n) * p)
		x := mean + float64(elementary.NormalQuantile(u)*math.Sqrt(float64(mean*(1-p))))
		return int(min(float64(n), max(0, math.Floor(x+0.5))))
	}
	odds := p / (1 - p)
	term := elementary.Exp(float64(float64(n) * elementary.Log1p(-p)))
	sum := term
	k := 0
	for ; k < n && sum < u; k++ {
		term = float64(term * (float64(float64(n-k)/float64(k+1)) * odds))
		sum += term
	}
	return k
}

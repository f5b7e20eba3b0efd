package discovery

import (
	"math"
	"slices"

	"parley/chance"
	"parley/elementary"
)

// guard tells limits that the outcome's pattern calls for from those that noise gives.
//
// For one face of a box take the rows that all other faces keep. Were the outcome noise
// as far as this dimension goes, its cases would lie among these rows, sorted by the
// dimension, like cards dealt. So it deals them anew, and each time looks for the cut at
// this face that is best by the likelihood ratio (the scan statistic of Kulldorff 1997, "A spatial scan statistic",
// Communications in Statistics 26, under its conditional null). The box's own
// cut must beat nearly all of these. The share that is as good is the p-value (Phipson &
// Smyth 2010: one is added above and below), and stops early once it is plainly large (Besag
// & Clifford 1991, "Sequential Monte Carlo p-values"). Allowance for the number of faces the
// table has is Šidák's (1967).
type guard struct {
	t         *Table
	base      []uint8
	stream    chance.Stream
	workers   int
	faces     int
	deals     int
	logs      []float64 // k·ln k
	factorial []float64 // ln k!
}

const (
	blocks      = 256 // cuts looked at, as places in the order of the rows
	plainlyMany = 20  // deals as good that settle that a limit is noise
	leastDeals  = 999
	dealsAFace  = 2 // so many times faces/level, so that one deal in all can pass
)

func newGuard(t *Table, base []uint8, o Options) *guard {
	g := &guard{t: t, base: base, stream: chance.NewStream(o.Seed), workers: o.Workers}
	for j := range t.columns {
		switch c := &t.columns[j]; {
		case c.categorical():
			g.faces++
		case c.top() > 0:
			g.faces += 2
		}
	}
	g.deals = max(leastDeals, int(dealsAFace*float64(g.faces)/o.Level))
	n := countOf(t, base).n
	g.logs, g.factorial = make([]float64, n+1), make([]float64, n+1)
	for k := 1; k <= n; k++ {
		l := elementary.Log(float64(k))
		g.logs[k] = float64(float64(k) * l)
		g.factorial[k] = g.factorial[k-1] + l
	}
	return g
}

// chances is, for each face of a box, the chance that noise gives as much.
func (g *guard) chances(s state) map[face]float64 {
	var faces []face
	for j := range g.t.columns {
		for _, at := range []side{low, high, set} {
			if s.limits(g.t, j, at) {
				faces = append(faces, face{j, at})
			}
		}
	}
	out := make([]float64, len(faces))
	each(g.workers, len(faces), func(i int) {
		p := g.test(s, faces[i])
		out[i] = 1 - elementary.Pow(1-p, float64(g.faces))
	})
	m := make(map[face]float64, len(faces))
	for i, f := range faces {
		m[f] = out[i]
	}
	return m
}

func worstOf(chances map[face]float64, t *Table) (worst face, ok bool) {
	for f, p := range chances {
		if !ok || p > chances[worst] || p == chances[worst] && before(t, f, worst) {
			worst, ok = f, true
		}
	}
	return worst, ok
}

func before(t *Table, a, b face) bool {
	if a.j != b.j {
		return t.columns[a.j].Name < t.columns[b.j].Name
	}
	return a.s < b.s
}

// test is the p-value of one face.
func (g *guard) test(s state, f face) float64 {
	wider := s.without(g.t, f.j, f.s)
	rows := g.groups(wider, f)
	var all tally
	for _, b := range rows {
		all.n += b.n
		all.h += b.h
	}
	seen := g.ratio(tally{s.n, s.h}, all)
	if seen <= 0 {
		return 1
	}
	source := g.stream.Factor("discovery, guard, " + g.t.columns[f.j].Name + ", " + f.s.String())
	dealt := make([]tally, len(rows))
	asGood := 0
	for deal := range g.deals {
		g.deal(source, uint32(deal), rows, all, dealt)
		if g.best(dealt, all, f.s) >= seen {
			asGood++
		}
		if asGood == plainlyMany {
			return float64(asGood) / float64(deal+1)
		}
	}
	return float64(asGood+1) / float64(g.deals+1)
}

// groups are the rows in a box by rising value, in blocks that part no ties, from the low
// end for the upper face and from the high end for the lower; or by category.
func (g *guard) groups(wider bounds, f face) []tally {
	c := &g.t.columns[f.j]
	out := wider.outside(g.t, g.base)
	byRank := make([]tally, len(c.values))
	total := 0
	for row, o := range out {
		if o == 0 {
			b := &byRank[c.rank[row]]
			b.n++
			b.h += int(g.t.y[row])
			total++
		}
	}
	if f.s == set {
		return slices.DeleteFunc(byRank, func(b tally) bool { return b.n == 0 })
	}
	if f.s == low {
		slices.Reverse(byRank)
	}
	size := (total + blocks - 1) / blocks
	var joined []tally
	var at tally
	for _, b := range byRank {
		at.n += b.n
		at.h += b.h
		if at.n >= size && at.n > 0 {
			joined = append(joined, at)
			at = tally{}
		}
	}
	if at.n > 0 {
		joined = append(joined, at)
	}
	return joined
}

// deal lays the cases out anew: for each block in turn how many fall in it, given what is
// left, a hypergeometric number.
func (g *guard) deal(source chance.FactorStream, deal uint32, rows []tally, left tally, dealt []tally) {
	for i, b := range rows {
		h := g.hypergeometric(source.Uniform(deal*uint32(len(rows))+uint32(i)), left, b.n)
		dealt[i] = tally{b.n, h}
		left.n -= b.n
		left.h -= h
	}
}

// hypergeometric turns a uniform number into the number of cases among m rows drawn from
// left. It adds probabilities up from the mode outwards, so that it is quick in the bulk.
func (g *guard) hypergeometric(u float64, left tally, m int) int {
	least, most := max(0, m+left.h-left.n), min(m, left.h)
	if least == most {
		return least
	}
	others := left.n - left.h
	mode := int(int64(m+1) * int64(left.h+1) / int64(left.n+2))
	mode = min(max(mode, least), most)
	f := g.factorial
	choose := func(n, k int) float64 { return f[n] - f[k] - f[n-k] }
	up := elementary.Exp(choose(left.h, mode) + choose(others, m-mode) - choose(left.n, m))
	down := up
	u -= up
	for a, b := mode, mode; u > 0 && (a < most || b > least); {
		if a < most {
			up = float64(up * (float64(left.h-a) * float64(m-a) / (float64(a+1) * float64(others-m+a+1))))
			a++
			if u -= up; u <= 0 {
				return a
			}
		}
		if b > least {
			down = float64(down * (float64(b) * float64(others-m+b) / (float64(left.h-b+1) * float64(m-b+1))))
			b--
			if u -= down; u <= 0 {
				return b
			}
		}
	}
	return mode
}

// best is the largest likelihood ratio of any cut.
func (g *guard) best(dealt []tally, all tally, s side) float64 {
	if s == set {
		slices.SortFunc(dealt, func(a, b tally) int { return compareDensity(b, a) })
	}
	best := 0.0
	var kept tally
	for _, b := range dealt[:len(dealt)-1] {
		kept.n += b.n
		kept.h += b.h
		best = max(best, g.ratio(kept, all))
	}
	return best
}

// ratio is the logarithm of the likelihood ratio of two rates, inside and outside of what is kept,
// against one; 0 where what is kept is not denser.
func (g *guard) ratio(kept, all tally) float64 {
	if compareDensity(kept, all) <= 0 {
		return 0
	}
	return g.entropy(kept) + g.entropy(tally{all.n - kept.n, all.h - kept.h}) - g.entropy(all)
}

// entropy is h·ln(h/n) + (n−h)·ln(1−h/n).
func (g *guard) entropy(c tally) float64 {
	return g.logs[c.h] + g.logs[c.n-c.h] - g.logs[c.n]
}

// binomialTail is the chance of at least h in n draws that each succeed with chance p.
func binomialTail(h, n int, p float64) float64 {
	switch {
	case h <= 0 || p >= 1:
		return 1
	case p <= 0:
		return 0
	}
	if float64(h) > float64(n)*p {
		return min(1, binomialSum(h, n, p))
	}
	return max(0, 1-binomialSum(n-h+1, n, 1-p)) // at most h−1 successes are at least n−h+1 failures
}

// binomialSum adds up the terms from h, which lies above the mean, so that they fall.
func binomialSum(h, n int, p float64) float64 {
	a, b, m := float64(h), float64(n-h), float64(n)
	l := elementary.LogGamma(m+1) - elementary.LogGamma(a+1) - elementary.LogGamma(b+1)
	term := elementary.Exp(l + float64(a*elementary.Log(p)) + float64(b*elementary.Log1p(-p)))
	sum := term
	odds := p / (1 - p)
	for k := h; k < n && term > sum*0x1p-60; k++ {
		term = float64(term * (float64(n-k) / float64(k+1) * odds))
		sum += term
	}
	if math.IsNaN(sum) {
		return 1
	}
	return sum
}

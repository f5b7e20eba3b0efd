package analysis

import (
	"cmp"
	"math"
	"slices"

	"parley/result"
)

// worths are what sets of channels are worth in every world.
type worths map[coalition][]float64

// effects are the worths of a test: its effect.
func (g *game) effects(test int) worths {
	all := worths{}
	for c, under := range g.under {
		if !g.played(c) {
			continue
		}
		all[c] = under[test]
		if g.apart {
			all[c] = minus(under[test], g.against[g.reference(c, test)][test])
		}
	}
	return all
}

func minus(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range d {
		d[i] = a[i] - b[i]
	}
	return d
}

// holding are the worths of the claim: 1 where it holds, else 0.
func (g *game) holding(effects []worths) worths {
	all := worths{}
	for c := range g.under {
		if !g.played(c) {
			continue
		}
		held := make([]float64, len(g.left))
		for w := range held {
			claim := holds
			for i := range g.trials {
				claim = together(claim, judged(effects[i][c][w], g.margins[i][w], g.trials[i].expects))
			}
			held[w] = truth(claim == holds)
		}
		all[c] = held
	}
	return all
}

func (g *game) findings(partial bool) *ChannelFindings {
	f := &ChannelFindings{
		Claim: g.claim.ID, Channels: g.channels, Exact: g.orders == nil, Permutations: len(g.orders),
		Partial: partial, Runs: len(g.under), Effects: []Attribution{},
	}
	if f.Channels == nil {
		f.Channels = []string{}
	}
	if len(g.under) == 0 {
		return f
	}
	for w := range g.left {
		for i := range g.trials {
			g.left[w] = g.left[w] || !usable(g.margins[i][w])
		}
		if g.left[w] {
			f.LeftOut++
		}
	}
	f.Worlds = len(g.left) - f.LeftOut
	effects := make([]worths, len(g.trials))
	for i, t := range g.claim.Tests {
		effects[i] = g.effects(i)
		a := g.attribute(effects[i])
		a.Measure, a.Unit = t.Measure, unitOf(g.header, t.Measure)
		f.Effects = append(f.Effects, a)
	}
	h := g.attribute(g.holding(effects))
	h.Unit = "share of worlds"
	f.Holds = &h
	return f
}

// unitOf is a measure's unit.
func unitOf(h *result.Header, measure string) string {
	if at := h.MeasureIndex(measure); at >= 0 {
		return h.Measures[at].Unit
	}
	if _, _, ok := coupled(measure); ok {
		return "probability"
	}
	return ""
}

// over is the mean over worlds of sets less other sets, or nil where one of them
// was not played.
func (g *game) over(v worths, plus, less []coalition) *Estimate {
	for _, c := range slices.Concat(plus, less) {
		if v[c] == nil {
			return nil
		}
	}
	var m moments
	for w, out := range g.left {
		if out {
			continue
		}
		sum := 0.0
		for _, c := range plus {
			sum += v[c][w]
		}
		for _, c := range less {
			sum -= v[c][w]
		}
		m.add(sum)
	}
	return m.estimate()
}

func (g *game) attribute(v worths) Attribution {
	n := len(g.channels)
	all := everyone(n)
	a := Attribution{
		Total: g.over(v, []coalition{all}, nil), Without: g.over(v, []coalition{0}, nil),
		Parts: []Part{}, Interactions: []Interaction{},
	}
	var singles []coalition
	for i, name := range g.channels {
		singles = append(singles, 1<<i)
		a.Parts = append(a.Parts, Part{
			Channel: name,
			Alone:   g.over(v, []coalition{1 << i}, []coalition{0}),
			Last:    g.over(v, []coalition{all}, []coalition{all &^ (1 << i)}),
		})
	}
	// v(all) − v(∅) − Σ (v(i) − v(∅)), with n − 1 times v(∅) to add
	plus := []coalition{all}
	for range n - 1 {
		plus = append(plus, 0)
	}
	if n > 0 {
		a.Together = g.over(v, plus, singles)
	}
	if g.orders == nil {
		g.shapleyExact(&a, v)
	} else {
		g.shapleySampled(&a, v)
	}
	slices.SortStableFunc(a.Parts, func(x, y Part) int { return cmp.Compare(size(y), size(x)) })
	return a
}

// size of a part, by its Shapley value, or by what it brings alone.
func size(p Part) float64 {
	switch {
	case p.Value != nil:
		return math.Abs(p.Value.Value)
	case p.Alone != nil:
		return math.Abs(p.Alone.Value)
	default:
		return 0
	}
}

// shapleyExact computes the Shapley values and the largest interactions world by
// world.
func (g *game) shapleyExact(a *Attribution, v worths) {
	n := len(g.channels)
	if n == 0 {
		return
	}
	columns := make([][]float64, everyone(n)+1)
	for c := range columns {
		if columns[c] = v[coalition(c)]; columns[c] == nil {
			return
		}
	}
	parts := make([]moments, n)
	worth, mean := make([]float64, len(columns)), make([]float64, len(columns))
	phi, weights := make([]float64, n), shapleyWeights(n)
	for w, out := range g.left {
		if out {
			continue
		}
		for c, column := range columns {
			worth[c] = column[w]
			mean[c] += column[w]
		}
		shapley(phi, weights, worth)
		for i := range phi {
			parts[i].add(phi[i])
		}
	}
	for i := range parts {
		a.Parts[i].Value = parts[i].estimate()
	}
	noise := 0.0 // what rounding may leave of an interaction that is none
	for _, sum := range mean {
		noise = max(noise, 1e-12*math.Abs(sum)/float64(max(1, parts[0].n)))
	}
	for _, p := range largestPairs(n, mean) {
		m := g.interactionOf(p[0], p[1], columns)
		if e := m.estimate(); e != nil && math.Abs(e.Value) > noise {
			a.Interactions = append(a.Interactions, Interaction{g.channels[p[0]], g.channels[p[1]], *e})
		}
	}
}

// largestPairs are the pairs of players that interact most in a game.
func largestPairs(n int, worth []float64) [][2]int {
	type pair struct {
		players [2]int
		size    float64
	}
	var pairs []pair
	for i := range n {
		for j := i + 1; j < n; j++ {
			pairs = append(pairs, pair{[2]int{i, j}, math.Abs(interaction(n, i, j, worth))})
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.size, x.size) })
	var largest [][2]int
	for _, p := range pairs[:min(len(pairs), shownInteractions)] {
		largest = append(largest, p.players)
	}
	return largest
}

func (g *game) interactionOf(i, j int, columns [][]float64) moments {
	worth := make([]float64, len(columns))
	var m moments
	for w, out := range g.left {
		if out {
			continue
		}
		for c, column := range columns {
			worth[c] = column[w]
		}
		m.add(interaction(len(g.channels), i, j, worth))
	}
	return m
}

// shapleySampled averages what channels add along the orders that were played
// together with their reverses. The error joins that over worlds and that over
// pairs of orders; what depends on both is counted in both, which errs on the
// safe side.
func (g *game) shapleySampled(a *Attribution, v worths) {
	orders := g.ordersIn(v)
	if len(orders) == 0 {
		return
	}
	n := len(g.channels)
	perWorld, perPair := make([]moments, n), make([][]float64, len(orders)/2)
	for p := range perPair {
		perPair[p] = make([]float64, n) // summed over worlds
	}
	sum, worlds := make([]float64, n), 0
	for w, out := range g.left {
		if out {
			continue
		}
		worlds++
		clear(sum)
		for k, order := range orders {
			c, before := coalition(0), v[0][w]
			for _, i := range order {
				c |= 1 << i
				after := v[c][w]
				sum[i] += after - before
				perPair[k/2][i] += after - before
				before = after
			}
		}
		for i := range sum {
			perWorld[i].add(sum[i] / float64(len(orders)))
		}
	}
	for i := range n {
		a.Parts[i].Value = sampledPart(&perWorld[i], perPair, i, worlds)
	}
}

func sampledPart(perWorld *moments, perPair [][]float64, channel, worlds int) *Estimate {
	e := perWorld.estimate()
	if e == nil {
		return nil
	}
	var orders moments
	for p := range perPair {
		orders.add(perPair[p][channel] / float64(2*worlds))
	}
	e.SE = math.Sqrt(float64(e.SE*e.SE) + float64(orders.se()*orders.se()))
	return e
}

// ordersIn are the orders played whole, each with its reverse.
func (g *game) ordersIn(v worths) [][]int {
	var whole [][]int
	for k := 0; k+1 < len(g.orders); k += 2 {
		if v.hold(g.orders[k]) && v.hold(g.orders[k+1]) {
			whole = append(whole, g.orders[k], g.orders[k+1])
		}
	}
	return whole
}

// hold reports whether all sets along an order are there.
func (v worths) hold(order []int) bool {
	c := coalition(0)
	for _, i := range order {
		if c |= 1 << i; v[c] == nil {
			return false
		}
	}
	return v[0] != nil
}

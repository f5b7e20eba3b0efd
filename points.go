package parley

import (
	"sync"

	"parley/analysis"
	"parley/design"
)

// points is a plan in which some factors are held, and some keep to a part of their
// prior.
type points struct {
	design.Plan

	held  []*float64
	parts map[int]part
	drawn *drawn
}

func (p points) Fill(factor, first int, u []float64) {
	p.Plan.Fill(factor, first, u)
	if within, narrowed := p.parts[factor]; narrowed {
		for i, v := range u {
			u[i] = within.from + float64(v*(within.to-within.from))
		}
	}
}

func (p points) Held(factor int) (float64, bool) {
	if v := p.held[factor]; v != nil {
		return *v, true
	}
	return 0, false
}

func (p points) Drawn(factor, first int, values []float64) bool {
	if _, narrowed := p.parts[factor]; narrowed {
		return false
	}
	return p.drawn.copyTo(factor, first, values)
}

// keeper keeps what was drawn last; variants of a model share it.
type keeper struct {
	sync.Mutex

	drawn *drawn
}

// drawn is the values of all factors in some worlds. Analyses that cut links or
// hold factors play the same worlds again and again; what costs most in opening a
// world is turning its draws into values.
type drawn struct {
	seed          uint64
	design        string
	first, worlds int
	values        [][]float64 // [factor][world]
}

// Bounds on what is kept: some 16 MB, and so few worlds that drawing them all
// beforehand takes no time worth sharing between cores.
const (
	mostKept       = 2 << 20 // values
	mostKeptWorlds = 1024
)

// serves reports whether what was drawn holds a request's worlds. A Latin hypercube of
// fewer worlds is another one.
func (d *drawn) serves(r *analysis.Request) bool {
	if r.Design == "latin-hypercube" {
		return d.first == r.First && d.worlds == r.Worlds
	}
	return d.first <= r.First && r.First+r.Worlds <= d.first+d.worlds
}

func (d *drawn) copyTo(factor, first int, values []float64) bool {
	if d == nil || first < d.first || first+len(values) > d.first+d.worlds {
		return false
	}
	copy(values, d.values[factor][first-d.first:])
	return true
}

// drawnFor is the values for a request's worlds, kept from one request to the
// next; nil where they are too many to keep.
func (m *Model) drawnFor(r *analysis.Request, plan design.Plan) *drawn {
	if r.Layout != nil || r.Worlds < 1 || r.Worlds > mostKeptWorlds || r.Worlds*len(m.World.Factors) > mostKept {
		return nil
	}
	m.kept.Lock()
	defer m.kept.Unlock()
	if d := m.kept.drawn; d != nil && d.seed == r.Seed && d.design == r.Design && d.serves(r) {
		return d
	}
	d := &drawn{seed: r.Seed, design: r.Design, first: r.First, worlds: r.Worlds}
	for f, factor := range m.World.Factors {
		column := make([]float64, r.Worlds)
		plan.Fill(f, r.First, column)
		for w, u := range column {
			column[w] = factor.Law.Quantile(u)
		}
		d.values = append(d.values, column)
	}
	m.kept.drawn = d
	return d
}

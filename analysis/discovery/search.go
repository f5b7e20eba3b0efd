package discovery

import "context"

// search is the search for one box.
type search struct {
	t    *Table
	o    Options
	base []uint8
	plan plan

	states  []state
	step    int
	chosen  state
	widened bool
	dropped []Dropped
	chances map[face]float64
	resamples
}

// run peels, chooses and guards until every limit of the chosen box survives.
func (s *search) run(ctx context.Context) error {
	var g *guard
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.states = trajectory(s.t, s.base, s.plan)
		step, err := s.o.Choice.of(s.states, s.t)
		if err != nil {
			return err
		}
		s.step, s.chosen = step, s.states[step]
		if s.o.WithoutGuard || s.chosen.restricted(s.t) == 0 {
			break
		}
		if g == nil {
			g = newGuard(s.t, s.base, s.o)
		}
		fallen := s.prune(g)
		if !fallen {
			break
		}
		if s.o.Choice.Rule == AtStep {
			s.widened = true
			break
		}
	}
	for i, d := range s.dropped {
		s.dropped[i].Whole = !s.chosen.restricts(s.t, s.t.index(d.Dimension))
	}
	if s.chosen.restricted(s.t) == 0 {
		return nil
	}
	return s.reproduce(ctx)
}

// prune takes from the chosen box, one by one, the limits that noise alone would give, the
// likeliest first, and closes these faces. It reports whether there were any.
func (s *search) prune(g *guard) bool {
	fallen := false
	for {
		s.chances = g.chances(s.chosen)
		worst, ok := worstOf(s.chances, s.t)
		if !ok || s.chances[worst] <= s.o.Level {
			return fallen
		}
		fallen = true
		s.plan.closed[worst] = true
		s.dropped = append(s.dropped, Dropped{
			Dimension: s.t.columns[worst.j].Name, Side: worst.s.String(), Chance: s.chances[worst],
		})
		s.chosen.bounds = s.chosen.without(s.t, worst.j, worst.s)
		s.chosen.n, s.chosen.h = s.chosen.count(s.t, s.base)
	}
}

func (s side) String() string {
	return [...]string{"low", "high", "categories"}[s]
}

func (t *Table) index(name string) int {
	for j := range t.columns {
		if t.columns[j].Name == name {
			return j
		}
	}
	return -1
}

func (s *search) whyNone(before int) string {
	switch {
	case len(s.dropped) > 0:
		return "every limit that peeling found is one that noise alone would give"
	case before > 0:
		return "outside the boxes found, no box is better than all rows together"
	default:
		return "no box is better than all rows together"
	}
}

// rest marks the rows looked at that lie outside the chosen box.
func (s *search) rest() []uint8 {
	rest := make([]uint8, len(s.base))
	for row, o := range s.chosen.outside(s.t, s.base) {
		if o != 0 && o != unreached {
			rest[row] = 1
		}
	}
	return rest
}

func (s *search) box() Box {
	all := countOf(s.t, s.base)
	b := Box{
		Region: s.t.region(s.chosen), Step: s.step, Dropped: s.dropped,
		BaseRate: share(all.h, all.n), Widened: s.widened,
	}
	if s.runs > 0 {
		b.HeldOut = &HeldOut{share(s.heldIn.h, s.heldAll.h), share(s.heldIn.h, s.heldIn.n)}
	}
	if b.Dropped == nil {
		b.Dropped = []Dropped{}
	}
	for i := range b.Limits {
		s.describe(&b.Limits[i])
	}
	for _, st := range s.states {
		b.Trajectory = append(b.Trajectory, Step{s.t.region(st), st.restricted(s.t), st.pasted})
	}
	return b
}

// describe adds what is known of a limit of the chosen box.
func (s *search) describe(l *Limit) {
	j := l.Index
	l.QuasiP = s.quasiP(s.chosen.dropping(s.t, j))
	if s.chosen.limits(s.t, j, low) {
		l.QuasiPLow = s.quasiP(s.chosen.without(s.t, j, low))
	}
	if s.chosen.limits(s.t, j, high) {
		l.QuasiPHigh = s.quasiP(s.chosen.without(s.t, j, high))
	}
	for _, at := range []side{low, high, set} {
		if p, ok := s.chances[face{j, at}]; ok && (l.Chance == nil || p < *l.Chance) {
			l.Chance = &p
		}
	}
	if s.runs > 0 {
		a, b := share(s.byCoverage[j], s.runs), share(s.byDensity[j], s.runs)
		l.Reproduced, l.ReproducedDensity = &a, &b
	}
}

// quasiP compares the chosen box with a wider one.
func (s *search) quasiP(wider bounds) *float64 {
	n, h := wider.count(s.t, s.base)
	p := binomialTail(s.chosen.h, s.chosen.n, share(h, n))
	return &p
}

package discovery

import (
	"context"
	"math"

	"parley/chance"
)

// resamples says how often half samples of the rows restrict a dimension too (Bryant &
// Lempert 2010, 3.3, and their sdtoolkit): for each the trajectory's box nearest in
// coverage to the chosen one, and nearest in density. The rows of the other half tell how good
// such a box is where it was not made.
type resamples struct {
	runs       int
	byCoverage []int
	byDensity  []int
	heldIn     tally // rows of the other halves in the boxes of the halves
	heldAll    tally // rows of the other halves
}

// reproduce peels half samples. The same faces stay closed as for the chosen box.
func (s *search) reproduce(ctx context.Context) error {
	n := max(0, s.o.Resamples)
	type pick struct {
		coverage, density bounds
		heldIn, heldAll   tally
	}
	picks := make([]*pick, n)
	each(s.o.Workers, n, func(i int) {
		if ctx.Err() != nil {
			return
		}
		half := s.half(uint32(i))
		all := countOf(s.t, half)
		if all.h == 0 {
			return
		}
		p := s.plan
		p.leastRows = max(1, p.leastRows/2)
		states := trajectory(s.t, half, p)
		whole := countOf(s.t, s.base)
		got := &pick{
			coverage: nearest(states, share(s.chosen.h, whole.h), func(c tally) float64 { return share(c.h, all.h) }),
			density:  nearest(states, share(s.chosen.h, s.chosen.n), func(c tally) float64 { return share(c.h, c.n) }),
			heldAll:  tally{whole.n - all.n, whole.h - all.h},
		}
		got.heldIn.n, got.heldIn.h = got.coverage.count(s.t, others(s.base, half))
		picks[i] = got
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	s.resamples = resamples{byCoverage: make([]int, len(s.t.columns)), byDensity: make([]int, len(s.t.columns))}
	for _, p := range picks {
		if p == nil {
			continue
		}
		s.runs++
		s.heldIn.add(p.heldIn)
		s.heldAll.add(p.heldAll)
		for j := range s.t.columns {
			if p.coverage.restricts(s.t, j) {
				s.byCoverage[j]++
			}
			if p.density.restricts(s.t, j) {
				s.byDensity[j]++
			}
		}
	}
	return nil
}

// half marks each row looked at with chance one half.
func (s *search) half(i uint32) []uint8 {
	source := chance.NewStream(s.o.Seed).Factor("discovery, half sample")
	half := make([]uint8, len(s.base))
	for row, in := range s.base {
		if in != 0 && source.Uniform(i*uint32(len(s.base))+uint32(row)) < 0.5 {
			half[row] = 1
		}
	}
	return half
}

// others marks the rows looked at that are not in a half.
func others(base, half []uint8) []uint8 {
	rest := make([]uint8, len(base))
	for row, in := range base {
		rest[row] = in &^ half[row]
	}
	return rest
}

// nearest is the first box whose measure is nearest to the wanted one.
func nearest(states []state, want float64, measure func(tally) float64) bounds {
	best, at := math.Inf(1), 0
	for i, s := range states {
		if d := math.Abs(measure(s.tally) - want); d < best {
			best, at = d, i
		}
	}
	return states[at].bounds
}

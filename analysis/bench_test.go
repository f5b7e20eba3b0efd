package analysis

import (
	"context"
	"fmt"
	"testing"

	"parley/result"
	"parley/world"
)

// replay hands over one block again and again: what is measured is the analysis.
type replay struct {
	*fake
	block *result.Block
}

func (r replay) Run(_ context.Context, q Request, sink func(*result.Block) error) error {
	for first := q.First; first < q.First+q.Worlds; first += r.block.Worlds {
		r.block.First = first
		if err := sink(r.block); err != nil {
			return err
		}
	}
	return nil
}

// The streaming pass of a run like the worked example's: six scenarios, 120
// measures, 41 points in time, nine claims, 4,000 worlds.
func BenchmarkJudge(b *testing.B) {
	w := newWorld()
	w.Horizon = 120
	w.Scenarios = nil
	f := newFake(w, nil)
	f.scenarios, f.measures = nil, nil
	for i := range 6 {
		id := fmt.Sprintf("s%d", i)
		f.scenarios = append(f.scenarios, id)
		w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: world.Meta{ID: id}})
	}
	for i := range 120 {
		f.measures = append(f.measures, fmt.Sprintf("measure-%d", i))
	}
	for i := range 9 {
		w.Claims = append(w.Claims, claim(fmt.Sprintf("c%d", i), test(f.measures[i], "s0", "s1", "higher", 0)))
	}
	block := result.NewBlock(0, 64, 6, 120, 41, len(f.factors))
	for i := range block.Series {
		block.Series[i] = float64(i*7919%1000) / 1000
	}
	for _, series := range []bool{true, false} {
		b.Run(fmt.Sprintf("series=%v", series), func(b *testing.B) {
			o := options(64 * 63)
			o.NoSeries = !series
			r := replay{f, block}
			f.keepsAll = true
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Judge(context.Background(), r, w, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package sim

import (
	"flag"
	"fmt"
	"math"
	"testing"

	"parley/chance"
	"parley/result"
	"parley/world"
)

var manyWorlds = flag.Int("worlds", 150, "random worlds on which the two players are compared")

// keyed gives each factor the draws of its name.
type keyed struct {
	seed uint64
	w    *world.World
}

func (k keyed) Fill(factor, first int, u []float64) {
	source := chance.NewStream(k.seed).Factor(k.w.Factors[factor].Name)
	for i := range u {
		u[i] = source.Uniform(uint32(first + i))
	}
}

func (k keyed) Held(int) (float64, bool) { return 0, false }

func (k keyed) Drawn(int, int, []float64) bool { return false }

// TestTwoPlayersAgree is what the engine stands on: the batch player and the
// plain one, written apart from the same page, record the same numbers on
// random worlds that hold every kind of block. A difference found once stays
// here by its seed.
func TestTwoPlayersAgree(t *testing.T) {
	played, refused := 0, 0
	for seed := range *manyWorlds {
		w := randomWorld(uint64(seed))
		if problems := w.Freeze(); problems.HasErrors() {
			refused++
			if refused == 1 {
				t.Logf("world %d is refused: %v", seed, problems.Err())
			}
			continue
		}
		played++
		t.Run(fmt.Sprintf("world %d", seed), func(t *testing.T) { compareOn(t, w, uint64(seed)) })
	}
	if played < refused {
		t.Errorf("of the random worlds %d were played and %d refused: too few to mean anything", played, refused)
	}
}

// compareOn plays a world both ways, under every scenario, whole and with
// channels cut.
func compareOn(t *testing.T, w *world.World, seed uint64) {
	t.Helper()
	const worlds, replicates = 3, 3
	p, err := Compile(w)
	if err != nil {
		t.Fatal(err)
	}
	cuts := [][]string{nil, {"aid", "lesson"}, {"troops", "capacity", "arms"}, {"money", "release", "precedent", "c1", "flow"}}
	request := &Request{
		Worlds: worlds, Replicates: replicates, Seed: seed, Points: keyed{seed, w}, Cut: cuts[seed%4], First: int(seed),
		Batch: 1 + int(seed%3), Workers: 1 + int(seed%2),
	}
	if seed%5 == 4 {
		request.Cut = everyThirdLink(w, int(seed)%3)
	}
	for _, s := range w.Scenarios {
		request.Scenarios = append(request.Scenarios, s.ID)
	}
	coupled := w.Theatres[int(seed)%len(w.Theatres)].ID
	request.Scenarios = append(request.Scenarios, couplingPrefix+coupled+allTo, couplingPrefix+coupled+asItStands)
	header, err := p.Header(request)
	if err != nil {
		t.Fatal(err)
	}
	err = p.Play(t.Context(), request, func(b *result.Block) error {
		for i := range b.Worlds {
			compareWorld(t, w, request, header, b, i)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// everyThirdLink names links by their own paths.
func everyThirdLink(w *world.World, from int) []string {
	var all, list []string
	for _, l := range w.Flows {
		all = append(all, "flow."+l.ID)
	}
	for _, l := range w.Supports {
		all = append(all, "support."+l.ID)
	}
	for _, l := range w.Watches {
		all = append(all, "watch."+l.ID)
	}
	for _, l := range w.Precedents {
		all = append(all, "precedent."+l.ID)
	}
	for _, l := range w.Releases {
		all = append(all, "release."+l.ID)
	}
	for _, a := range w.Actors {
		all = append(all, "capacity."+a.ID)
	}
	for i := from; i < len(all); i += 3 {
		list = append(list, all[i])
	}
	return list
}

func compareWorld(t *testing.T, w *world.World, request *Request, header *result.Header, b *result.Block, i int) {
	t.Helper()
	number := b.First + i
	draws := make([]float64, len(w.Factors))
	for f := range draws {
		request.Points.Fill(f, number, draws[f:f+1])
	}
	var names []string
	for _, m := range header.Measures {
		names = append(names, m.Name)
	}
	failed := false
	for s, scenario := range header.Scenarios {
		plain, err := PlayPlain(PlainRequest{
			World: w, Seed: request.Seed, Number: uint32(number), Draws: draws, Scenario: scenario, Cut: request.Cut,
			Replicates: request.Replicates, Measures: names,
		})
		if err != nil {
			t.Fatal(err)
		}
		failed = failed || plain.Failure != nil
		if plain.Failure != nil || b.Failed[i] {
			continue
		}
		for m, name := range names {
			for time := range header.Times {
				fast, slow := b.At(s, m, time)[i], plain.Values[name][time]
				if !near(fast, slow) {
					t.Fatalf("world %d, %s, cut %v: %s at %d is %.17g, the plain player has %.17g", number, scenario, request.Cut, name, time, fast, slow)
				}
			}
		}
	}
	if failed != b.Failed[i] {
		t.Errorf("world %d fails for one player only (batch %v, plain %v)", number, b.Failed[i], failed)
	}
}

// near allows for sums taken in another order.
func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*(1e-3+math.Abs(a)+math.Abs(b))
}

package sim

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/chance"
	"parley/result"
	"parley/world"
)

// linked is the plain player's linked world, compiled, with a request for many
// small batches.
func linked(t testing.TB, worlds int) (*world.World, *Program, *Request) {
	t.Helper()
	w := plainFill(t, plainLinked())
	p, err := Compile(w)
	if err != nil {
		t.Fatal(err)
	}
	return w, p, &Request{Worlds: worlds, Replicates: 2, Seed: 11, First: 5, Points: keyed{11, w}, Batch: 3, Workers: 3}
}

// copied is a block as it was when it was handed over.
func copied(b *result.Block) *result.Block {
	c := *b
	c.Series, c.Factors, c.Failed = slices.Clone(b.Series), slices.Clone(b.Factors), slices.Clone(b.Failed)
	c.Failures, c.Notes = slices.Clone(b.Failures), slices.Clone(b.Notes)
	return &c
}

// asInFull holds blocks to be the first of those of a full run.
func asInFull(t *testing.T, got, full []*result.Block) {
	t.Helper()
	if len(got) > len(full) {
		t.Fatalf("%d blocks of a run that has %d", len(got), len(full))
	}
	for i, b := range got {
		want := full[i]
		if b.First != want.First || b.Worlds != want.Worlds || !slices.EqualFunc(b.Series, want.Series, equalBits) || !slices.Equal(b.Failed, want.Failed) {
			t.Fatalf("block %d (worlds from %d) is not as in a full run (worlds from %d)", i, b.First, want.First)
		}
	}
}

// Somebody who stops a long run keeps what was played: whole blocks, in order,
// the same as those of a full run.
func TestCancelledRunKeepsWhatWasPlayed(t *testing.T) {
	_, p, r := linked(t, 100)
	var full []*result.Block
	if err := p.Play(t.Context(), r, func(b *result.Block) error { full = append(full, copied(b)); return nil }); err != nil {
		t.Fatal(err)
	}
	if len(full) != 34 {
		t.Fatalf("%d blocks", len(full))
	}
	for _, after := range []int{0, 1, 2, 7, 20} {
		ctx, cancel := context.WithCancel(t.Context())
		if after == 0 {
			cancel()
		}
		var got []*result.Block
		err := p.Play(ctx, r, func(b *result.Block) error {
			got = append(got, copied(b))
			if len(got) == after {
				cancel()
			}
			return nil
		})
		if cancel(); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled after %d blocks: %v", after, err)
		}
		// What was under way when it was cancelled may still come, no more.
		if most := after + 3*r.Workers; len(got) < after || len(got) > most {
			t.Errorf("cancelled after %d blocks, %d were handed over", after, len(got))
		}
		asInFull(t, got, full)
	}
}

// The reason for cancelling reaches whoever asked.
func TestCancelledRunSaysWhy(t *testing.T) {
	_, p, r := linked(t, 30)
	why := errors.New("the machine is needed")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(why)
	if err := p.Play(ctx, r, func(*result.Block) error { return nil }); !errors.Is(err, why) {
		t.Errorf("got %v", err)
	}
}

// A full disk stops a run at once, with the reason.
func TestSinkErrorStops(t *testing.T) {
	_, p, r := linked(t, 300)
	full := errors.New("disk full")
	for _, at := range []int{1, 2, 9} {
		calls := 0
		err := p.Play(t.Context(), r, func(*result.Block) error {
			if calls++; calls == at {
				return full
			}
			return nil
		})
		if !errors.Is(err, full) || calls != at {
			t.Errorf("failing at call %d: %d calls, %v", at, calls, err)
		}
	}
}

// A stopped run leaves nobody behind.
func TestStoppedRunsLeaveNoGoroutines(t *testing.T) {
	_, p, r := linked(t, 60)
	before := runtime.NumGoroutine()
	for range 5 {
		ctx, cancel := context.WithCancel(t.Context())
		_ = p.Play(ctx, r, func(*result.Block) error { cancel(); return nil })
		cancel()
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// However many worlds are asked for, only so many blocks exist at a time: a run
// of a million worlds must fit where one of a thousand does.
func TestBlocksInFlightAreBounded(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		_, p, r := linked(t, 301)
		r.Workers = workers
		seen := map[*result.Block]bool{}
		if err := p.Play(t.Context(), r, func(b *result.Block) error { seen[b] = true; return nil }); err != nil {
			t.Fatal(err)
		}
		// The last batch is smaller and has a block of its own.
		if len(seen) > 2*workers+1 {
			t.Errorf("%d blocks for %d workers", len(seen), workers)
		}
	}
}

// Ten times the worlds must not take ten times the memory, nor make the
// collector work ten times as hard.
func TestMemoryDoesNotGrowWithTheWorlds(t *testing.T) {
	allocated := func(worlds int) float64 {
		_, p, r := linked(t, worlds)
		r.Workers = 1
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := p.Play(t.Context(), r, func(*result.Block) error { return nil }); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	few, many := allocated(30), allocated(300)
	if many > 3*few {
		t.Errorf("30 worlds allocate %.0f bytes, 300 allocate %.0f", few, many)
	}
}

// Many at once on one program, each asking for something else, find what each
// finds alone: a program is shared by a server's requests.
func TestHammer(t *testing.T) {
	type game struct {
		p *Program
		r *Request
	}
	var games []game
	for seed := range uint64(6) {
		w := randomWorld(seed)
		p := compiled(t, w)
		if p == nil {
			continue
		}
		for variant := range uint64(3) {
			r := aFew(w, seed+100*variant)
			r.Batch, r.Workers = 2+int(variant), 1+int(variant)
			if variant == 1 {
				r.Cut = channelsOf(w)[:len(channelsOf(w))/2]
			}
			if variant == 2 {
				r.Scenarios, r.Replicates = []string{"course"}, 2
			}
			games = append(games, game{p, r})
		}
	}
	alone := make([]*outcome, len(games))
	for i, g := range games {
		alone[i] = played(t, g.p, g.r)
	}
	together := make([]*outcome, 2*len(games))
	var all sync.WaitGroup
	for i := range together {
		g := games[i%len(games)]
		together[i] = empty(t, g.p, g.r)
		all.Go(func() {
			if err := g.p.Play(t.Context(), g.r, func(b *result.Block) error { together[i].gather(b); return nil }); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for i, o := range together {
		equalOutcomes(t, fmt.Sprintf("game %d among others", i%len(games)), o, alone[i%len(games)])
	}
}

// The number of processors the language runs on is not seen either.
func TestProcessorsDoNotMatter(t *testing.T) {
	_, p, r := linked(t, 40)
	r.Batch, r.Workers = 0, 0
	want := played(t, p, r)
	was := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(was)
	for _, n := range []int{1, 2, 5} {
		runtime.GOMAXPROCS(n)
		equalOutcomes(t, fmt.Sprintf("on %d processors", n), played(t, p, r), want)
	}
}

func TestRequestsThatCannotBePlayedAreRefused(t *testing.T) {
	for what, spoil := range map[string]func(*Request){
		"no worlds":         func(r *Request) { r.Worlds = 0 },
		"no replicates":     func(r *Request) { r.Replicates = 0 },
		"no points":         func(r *Request) { r.Points = nil },
		"unknown scenario":  func(r *Request) { r.Scenarios = []string{"none"} },
		"unknown measure":   func(r *Request) { r.Measures = []string{"share.north"} },
		"a time too far":    func(r *Request) { r.OnlyTimes = []int{9} },
		"a time before all": func(r *Request) { r.OnlyTimes = []int{-1} },
	} {
		_, p, r := linked(t, 3)
		spoil(r)
		if err := p.Play(t.Context(), r, func(*result.Block) error { return nil }); err == nil {
			t.Errorf("%s: played", what)
		}
	}
	if _, err := Compile(plainDuel()); err == nil {
		t.Error("a world that is not frozen was compiled")
	}
}

// sometimes makes a number that takes one value where a factor's draw is below
// a part, and another elsewhere.
func sometimes(t *testing.T, w *world.World, name string, part, there, elsewhere float64) *world.Number {
	t.Helper()
	law, err := chance.Uniform(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	w.Factors = append(w.Factors, &world.Factor{Name: name, Law: law})
	c := func(v float64) *world.Formula { return &world.Formula{Op: world.Constant, Value: v} }
	return &world.Number{Formula: &world.Formula{Op: world.If, Args: []*world.Formula{
		{Op: world.Less, Args: []*world.Formula{{Op: world.Draw, Factor: len(w.Factors) - 1}, c(part)}}, c(there), c(elsewhere),
	}}}
}

// spoiled plays a world in which a number goes wrong in some worlds, and holds
// the others to what they are without it.
func spoiled(t *testing.T, base func() *world.World, change func(w *world.World, number func(there, elsewhere float64) *world.Number)) *outcome {
	t.Helper()
	made := func(part float64) (*Program, *Request) {
		w := base()
		change(w, func(there, elsewhere float64) *world.Number {
			return sometimes(t, w, "spoiler", part, there, elsewhere)
		})
		p := compiled(t, w)
		if p == nil {
			t.Fatal(w.Freeze().Err())
		}
		return p, &Request{Worlds: 40, Replicates: 2, Seed: 4, First: 7, Points: keyed{4, w}, Batch: 6}
	}
	p, r := made(0.3)
	o := played(t, p, r)
	q, same := made(0)
	sound := played(t, q, same)
	if len(sound.failures) > 0 {
		t.Fatalf("worlds fail without the spoiler: %v", sound.failures)
	}
	for i, u := range o.factors["spoiler"] {
		if o.failed[i] != (u < 0.3) {
			t.Errorf("world %d, spoiler %v: failed is %v", r.First+i, u, o.failed[i])
		}
		for name, values := range o.values {
			if !o.failed[i] && !equalBits(values[i], sound.values[name][i]) {
				t.Fatalf("world %d is left in, and %s is %v, not %v", r.First+i, name, values[i], sound.values[name][i])
			}
		}
	}
	if len(o.failures) == 0 || len(o.failures) == len(o.failed) {
		t.Fatalf("%d of %d worlds fail", len(o.failures), len(o.failed))
	}
	for _, f := range o.failures {
		if i := f.World - r.First; i < 0 || i >= len(o.failed) || !o.failed[i] || !equalBits(f.Factors["spoiler"], o.factors["spoiler"][i]) {
			t.Errorf("the failure names world %d and factors %v", f.World, f.Factors)
		}
		if !maps.EqualFunc(f.Factors, map[string]float64{"spoiler": f.Factors["spoiler"]}, equalBits) {
			t.Errorf("factors %v", f.Factors)
		}
	}
	for _, c := range [][2]int{{1, 1}, {40, 2}, {7, 3}} {
		r.Batch, r.Workers = c[0], c[1]
		equalOutcomes(t, fmt.Sprintf("batches of %d", c[0]), played(t, p, r), o)
	}
	return o
}

// A world driven out of the finite range is left out and says where, when and by
// what; the others are what they are without it.
func TestWorldsThatLeaveTheFiniteRangeAreLeftOut(t *testing.T) {
	o := spoiled(t, plainLinked, func(w *world.World, number func(there, elsewhere float64) *world.Number) {
		f := plainFlowNamed(w, "skill")
		f.Grows, f.Lag = number(1e5, 0), 0
	})
	for _, f := range o.failures {
		if f.Rule != 2 && f.Rule != 3 || f.Where != "actor.c.means.land" || f.Scenario != "course" || f.Period != 1 || !strings.Contains(f.Detail, "finite") {
			t.Errorf("%+v", f)
		}
	}
}

// The same for what is chosen by theory at once, before any period is over.
func TestHazardsThatAreNoNumbersLeaveTheWorldOut(t *testing.T) {
	o := spoiled(t, plainLinked, func(w *world.World, number func(there, elsewhere float64) *world.Number) {
		for _, x := range w.Theatres {
			if x.ID == "west" {
				x.Crisis.Sensitivity = number(1e308, 5)
				x.Crisis.WarCost.Challenger, x.Crisis.Punishment = plainNum(10), plainNum(0)
			}
		}
	})
	for _, f := range o.failures {
		if f.Where != "theatre.west" || f.Period != 0 {
			t.Errorf("%+v", f)
		}
	}
}

// An input outside its domain in some worlds is told with its path and value.
func TestInputsOutsideTheirDomainLeaveTheWorldOut(t *testing.T) {
	o := spoiled(t, plainLinked, func(w *world.World, number func(there, elsewhere float64) *world.Number) {
		w.Theatres[1].Share = number(1.25, 0.1)
	})
	for _, f := range o.failures {
		if f.Rule != 0 || f.Where != "theatre.west.share" || f.Scenario != "" || !strings.Contains(f.Detail, "1.25") {
			t.Errorf("%+v", f)
		}
	}
	o = spoiled(t, plainLinked, func(w *world.World, number func(there, elsewhere float64) *world.Number) {
		w.Actors[0].Means[0].Stock = number(math.NaN(), 100)
	})
	if f := o.failures[0]; f.Where != "actor.a.means.land.stock" {
		t.Errorf("%+v", f)
	}
}

// What leaves the finite range only after the first war, when the life table of
// first wars no longer looks, must still take the world out.
func TestHazardsOfARelapseThatAreNoNumbersLeaveTheWorldOut(t *testing.T) {
	spoiled(t, plainDuel, func(w *world.World, number func(there, elsewhere float64) *world.Number) {
		brokenRelapse(w, number(1e300, 0))
	})
}

// brokenRelapse makes wars that begin at once and end at once, after which
// hazards are a proxy's wealth to a power, times nothing.
func brokenRelapse(w *world.World, elasticity *world.Number) {
	west := w.Theatres[1]
	plainCertain(west, 0, 1)
	west.War = &world.War{End: plainNum(1e6), Issues: []*world.Issue{{Meta: plainMeta("line"), Challenger: plainNum(1), Defender: plainNum(1)}}}
	west.Peace = &world.Peace{Challenge: plainNum(0), Attack: plainNum(0.3), Reopen: plainNum(0)}
	west.Crisis.Proxies = world.Table{{Key: "p", Number: elasticity}}
}

// What is on offer must be a number, or the world is left out.
func TestOffersThatAreNoNumbersLeaveTheWorldOut(t *testing.T) {
	spoiled(t, plainDuel, func(w *world.World, number func(there, elsewhere float64) *world.Number) {
		w.Theatres[0].War.Tipping, w.Theatres[0].War.Horizon = number(1e6, 0), plainNum(0)
	})
}

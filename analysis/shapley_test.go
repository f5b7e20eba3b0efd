package analysis

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"parley/result"
	"parley/world"
)

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func valueOf(n int, worth []float64) []float64 {
	phi := make([]float64, n)
	shapley(phi, shapleyWeights(n), worth)
	return phi
}

// Games whose Shapley values are in every textbook: if these are wrong, so is
// what a claim is said to rest on.
func TestShapleyOfKnownGames(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		worth func(coalition) float64
		want  []float64
	}{
		{"glove: one left, two right", 3, func(c coalition) float64 { return truth(c.has(0) && c&6 != 0) }, []float64{2. / 3, 1. / 6, 1. / 6}},
		{"additive", 4, func(c coalition) float64 {
			return truth(c.has(0)) + 2*truth(c.has(1)) - 4*truth(c.has(2))
		}, []float64{1, 2, -4, 0}},
		{"majority of weights 50, 49, 1", 3, func(c coalition) float64 {
			return truth(50*truth(c.has(0))+49*truth(c.has(1))+truth(c.has(2)) > 50)
		}, []float64{2. / 3, 1. / 6, 1. / 6}},
		{"unanimity of two of three", 3, func(c coalition) float64 { return truth(c.has(0) && c.has(2)) }, []float64{0.5, 0, 0.5}},
		{"one player", 1, func(c coalition) float64 { return 3 * truth(c.has(0)) }, []float64{3}},
	} {
		worth := make([]float64, everyone(c.n)+1)
		for s := range worth {
			worth[s] = c.worth(coalition(s))
		}
		for i, phi := range valueOf(c.n, worth) {
			if !near(phi, c.want[i], 1e-15) {
				t.Errorf("%s: player %d gets %v, want %v", c.name, i, phi, c.want[i])
			}
		}
	}
}

func TestInteractionOfKnownGames(t *testing.T) {
	worth := make([]float64, 8)
	for s := range worth {
		c := coalition(s)
		worth[s] = 2*truth(c.has(0)) + truth(c.has(1)) + 5*truth(c.has(0) && c.has(1)) - 3*truth(c.has(0) && c.has(1) && c.has(2))
	}
	// u_T with |T| = 3 has interaction 1/2 in every pair (Grabisch & Roubens 1999)
	for _, c := range []struct {
		i, j int
		want float64
	}{{0, 1, 3.5}, {0, 2, -1.5}, {1, 2, -1.5}} {
		if got := interaction(3, c.i, c.j, worth); !near(got, c.want, 1e-14) {
			t.Errorf("players %d and %d: %v, want %v", c.i, c.j, got, c.want)
		}
	}
}

// MODEL §15: Shapley values add up to the total.
func TestShapleyValuesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "players")
		worth := rapid.SliceOfN(rapid.Float64Range(-10, 10), 1<<n, 1<<n).Draw(t, "worth")
		sum := 0.0
		for _, phi := range valueOf(n, worth) {
			sum += phi
		}
		if !near(sum, worth[len(worth)-1]-worth[0], 1e-12) {
			t.Fatalf("the parts make %v of %v", sum, worth[len(worth)-1]-worth[0])
		}
	})
}

// linked is a world with one flow for each of n channels, one of them shared by
// two links of different kinds.
func linked(n int, claims ...*world.Claim) *world.World {
	w := newWorld(claims...)
	for i := range n {
		w.Flows = append(w.Flows, &world.Flow{Channel: fmt.Sprintf("channel-%02d", i)})
	}
	w.Watches = append(w.Watches, &world.Watch{Channel: "channel-00"})
	return w
}

// carried: under a, channel i carries i+1, channels 0 and 1 together 4 more, and
// 0.5·u comes without any.
func carried(n int) func(drawn, []string, string, string, int) float64 {
	return func(d drawn, cut []string, scenario, _ string, _ int) float64 {
		if scenario != "a" {
			return d.factors["v"]
		}
		v := d.factors["v"] + 0.5*d.factors["u"]
		open := func(i int) bool { return !slices.Contains(cut, fmt.Sprintf("channel-%02d", i)) }
		for i := range n {
			if open(i) {
				v += float64(i + 1)
			}
		}
		if open(0) && open(1) {
			v += 4 * d.factors["u"]
		}
		return v
	}
}

func part(a *Attribution, channel string) *Part {
	for i := range a.Parts {
		if a.Parts[i].Channel == channel {
			return &a.Parts[i]
		}
	}
	return nil
}

// What a claim rests on must be what carries it, with errors over worlds.
func TestChannelsCarryTheEffect(t *testing.T) {
	w := linked(3, claim("c1", test("cost.usa", "a", "b", "higher", 3)))
	f := newFake(w, carried(3))
	f.blocks = []int{7, 50, 1}
	found, err := Channels(context.Background(), f, w, "c1", options(400))
	if err != nil {
		t.Fatal(err)
	}
	if !found.Exact || found.Runs != 8 || found.Worlds != 400 || len(found.Effects) != 1 {
		t.Fatalf("%+v", found)
	}
	a := &found.Effects[0]
	meanU := a.Without.Value / 0.5
	want := map[string]float64{"channel-00": 1 + 2*meanU, "channel-01": 2 + 2*meanU, "channel-02": 3}
	sum := a.Without.Value
	for channel, v := range want {
		p := part(a, channel)
		if !near(p.Value.Value, v, 1e-12) {
			t.Errorf("%s carries %v, want %v", channel, p.Value.Value, v)
		}
		sum += p.Value.Value
	}
	if !near(sum, a.Total.Value, 1e-12) {
		t.Errorf("the parts make %v of %v", sum, a.Total.Value)
	}
	if se := part(a, "channel-00").Value.SE; !near(se, 2/math.Sqrt(12*400), 0.003) {
		t.Errorf("standard error %v, want that of 2u over 400 worlds", se)
	}
	if se := part(a, "channel-02").Value.SE; se > 1e-9 {
		t.Errorf("channel-02 carries the same everywhere, its error is %v", se)
	}
	if p := part(a, "channel-00"); p.Alone.Value < 0.999 || p.Alone.Value > 1.001 || !near(p.Last.Value, 1+4*meanU, 1e-12) {
		t.Errorf("alone %v, last %v", p.Alone.Value, p.Last.Value)
	}
	if len(a.Interactions) != 1 || !near(a.Interactions[0].Value.Value, 4*meanU, 1e-12) || !near(a.Together.Value, 4*meanU, 1e-12) {
		t.Errorf("interactions %+v, together %+v; want 0 and 1 with %v", a.Interactions, a.Together, 4*meanU)
	}
	if h := found.Holds; h.Total.Value != 1 || h.Without.Value != 0 {
		t.Errorf("it holds in %v with all channels and %v without; want 1 and 0", h.Total.Value, h.Without.Value)
	}
}

// A claim about what one link does has that link cut in its reference in every set.
func TestChannelsOfAClaimWithout(t *testing.T) {
	tt := test("cost.usa", "a", "a", "higher", 0)
	tt.Without = []string{"channel-02"}
	w := linked(3, claim("c1", tt))
	f := newFake(w, carried(3))
	found, err := Channels(context.Background(), f, w, "c1", options(50))
	if err != nil {
		t.Fatal(err)
	}
	a := &found.Effects[0]
	if !near(a.Total.Value, 3, 1e-12) || !near(part(a, "channel-02").Value.Value, 3, 1e-12) || !near(part(a, "channel-01").Value.Value, 0, 1e-12) || found.Runs != 8 {
		t.Errorf("%+v in %d runs", a, found.Runs)
	}
}

// Beyond ten channels values are sampled: still adding up, near the truth, and
// the same under the same seed.
func TestSampledChannels(t *testing.T) {
	w := linked(12, claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, carried(12))
	o := options(64)
	o.Permutations = 20
	found, err := Channels(context.Background(), f, w, "c1", o)
	if err != nil {
		t.Fatal(err)
	}
	a := &found.Effects[0]
	if found.Exact || found.Permutations != 20 || found.Runs > 20*11+2+24 {
		t.Errorf("exact %v, %d permutations, %d runs", found.Exact, found.Permutations, found.Runs)
	}
	sum := a.Without.Value
	for _, p := range a.Parts {
		sum += p.Value.Value
	}
	if !near(sum, a.Total.Value, 1e-9) {
		t.Errorf("the parts make %v of %v", sum, a.Total.Value)
	}
	meanU := a.Without.Value / 0.5
	if p := part(a, "channel-00"); !near(p.Value.Value, 1+2*meanU, 4*p.Value.SE+1e-9) {
		t.Errorf("channel-00 carries %v ± %v, want %v", p.Value.Value, p.Value.SE, 1+2*meanU)
	}
	if p := part(a, "channel-11"); !near(p.Value.Value, 12, 1e-9) {
		t.Errorf("channel-11 carries %v, want 12", p.Value.Value)
	}
}

// A stopped search says what it knows: the total and single channels come first.
func TestChannelsStopped(t *testing.T) {
	w := linked(4, claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, carried(4))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f.onBlock = func(int) {
		if len(f.runs) == 7 {
			cancel()
		}
	}
	o := options(100)
	found, err := Channels(ctx, f, w, "c1", o)
	if !errors.Is(err, context.Canceled) || !found.Partial {
		t.Fatalf("error %v, partial %v", err, found.Partial)
	}
	a := &found.Effects[0]
	if p := part(a, "channel-03"); a.Total == nil || p.Alone == nil || p.Value != nil {
		t.Errorf("lost what was known: %+v", p)
	}
}

// A world that fails under one set of channels is left out of all.
func TestChannelsLeaveFailedWorldsOut(t *testing.T) {
	w := linked(2, claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	f := newFake(w, carried(2))
	f.failed = func(d drawn, cut []string) bool { return len(cut) == 1 && d.world < 5 }
	found, err := Channels(context.Background(), f, w, "c1", options(20))
	if err != nil {
		t.Fatal(err)
	}
	if found.LeftOut != 5 || found.Worlds != 15 || found.Effects[0].Total.N != 15 {
		t.Errorf("left out %d of 20, want 5", found.LeftOut)
	}
}

func TestChannelsOfAWorld(t *testing.T) {
	w := linked(2)
	w.Actors = []*world.Actor{{}, {Capacity: &world.Capacity{Channel: "capacity"}}}
	w.Releases = []*world.Release{{Channel: "release"}}
	if got := ChannelsOf(w); !slices.Equal(got, []string{"capacity", "channel-00", "channel-01", "release"}) {
		t.Errorf("channels %v", got)
	}
}

// Sums over ten channels and two thousand worlds, of which explain has seconds.
func BenchmarkShapleyTenChannels(b *testing.B) {
	w := linked(10, claim("c1", test("cost.usa", "a", "b", "higher", 0)))
	g := &game{w: w, claim: w.Claims[0], channels: ChannelsOf(w), header: &result.Header{}, left: make([]bool, 2000)}
	g.trials = []trial{newTrial(w, w.Claims[0].Tests[0])}
	g.under = map[coalition][][]float64{}
	for c := range everyone(10) + 1 {
		column := make([]float64, 2000)
		for i := range column {
			column[i] = float64(int(c)*i%97) / 97
		}
		g.under[c] = [][]float64{column}
	}
	g.margins = [][]float64{make([]float64, 2000)}
	for b.Loop() {
		g.findings(false)
	}
}

package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"parley/world"
)

// carriedValue: channel-a carries 0.2 from x to y, channel-b 0.1, both together 0.05
// more; from y to x nothing.
func carriedValue(d drawn, cut []string, scenario, measure string, _ int) float64 {
	v := d.factors["v"] / 10
	if !strings.HasPrefix(scenario, "coupling:x:all") || measure != "war.y" {
		return v
	}
	a, b := !slices.Contains(cut, "channel-a"), !slices.Contains(cut, "channel-b")
	if a {
		v += 0.2
	}
	if b {
		v += 0.1
	}
	if a && b {
		v += 0.05
	}
	return v + 0.01
}

func carriedWorld() *world.World {
	w := newWorld()
	w.Watches = []*world.Watch{{Channel: "channel-a"}, {Channel: "channel-b"}}
	return w
}

// What each channel carries is what an analyst would argue about.
func TestCouplingChannels(t *testing.T) {
	w := carriedWorld()
	f := newFake(w, carriedValue)
	f.failed = func(d drawn, cut []string) bool { return d.world == 3 && len(cut) == 1 }
	m, err := CouplingChannels(context.Background(), f, w, options(100))
	if err != nil {
		t.Fatal(err)
	}
	c := m.Cell("x", "y")
	if !near(c.Total.Value, 0.36, 1e-9) || !near(c.Without.Value, 0.01, 1e-9) || !near(c.Together.Value, 0.05, 1e-9) {
		t.Errorf("%+v", c)
	}
	if p := c.Parts[0]; p.Channel != "channel-a" || !near(p.Last.Value, 0.25, 1e-9) || !near(p.Alone.Value, 0.2, 1e-9) || p.Last.N != 99 {
		t.Errorf("%+v", p)
	}
	if other := m.Cell("y", "x"); other.Total.Value != 0 || other.Parts[0].Last.Value != 0 {
		t.Errorf("%+v", other)
	}
	if len(f.runs) != 6 {
		t.Errorf("%d runs", len(f.runs))
	}
	if _, err := json.Marshal(m); err != nil {
		t.Error(err)
	}
}

func TestCouplingChannelsStopped(t *testing.T) {
	w := carriedWorld()
	f := newFake(w, carriedValue)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f.onBlock = func(int) {
		if len(f.runs) == 3 {
			cancel()
		}
	}
	m, err := CouplingChannels(ctx, f, w, options(100))
	if !errors.Is(err, context.Canceled) || !m.Partial {
		t.Fatal(err)
	}
	if c := m.Cell("x", "y"); c.Total == nil || c.Without == nil || c.Parts[0].Last != nil || c.Together != nil {
		t.Errorf("%+v", c)
	}
}

package sim_test

import (
	"strings"
	"testing"

	"parley"
	"parley/analysis"
	"parley/result"
	"parley/world"
)

// BenchmarkEngine plays worlds on one core and reports the time for one theatre
// in one period of one replicate: of the whole worked example, and of what is
// left of it where the theatres stay quiet and where they stay at war.
func BenchmarkEngine(b *testing.B) {
	for _, c := range []struct {
		name   string
		change func(*world.World)
	}{
		{"example", func(*world.World) {}},
		{"quiet", stayQuiet},
		{"war", stayAtWar},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkEngine(b, c.change) })
	}
}

func benchmarkEngine(b *testing.B, change func(*world.World)) {
	m, err := parley.Load("../examples/linked-theatres")
	if err != nil {
		b.Fatal(err)
	}
	change(m.World)
	if m, err = parley.New(m.World); err != nil {
		b.Fatal(err)
	}
	request := analysis.Request{Worlds: 256, Replicates: 8, Seed: 1, Measures: usualMeasures(m), OnlyTimes: []int{m.World.Periods()}}
	header, err := m.Header(request)
	if err != nil {
		b.Fatal(err)
	}
	plays := len(header.Scenarios) * len(m.World.Theatres) * m.World.Periods() * request.Worlds * request.Replicates
	for b.Loop() {
		if err := m.RunOn(b.Context(), request, 1, func(*result.Block) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(plays), "ns/theatre-period")
}

// usualMeasures is what a run shows.
func usualMeasures(m *parley.Model) []string {
	var names []string
	for _, measure := range m.Measures() {
		switch family, _, _ := strings.Cut(measure.Name, "."); family {
		case "stock", "production", "flow", "strength", "terms":
		default:
			names = append(names, measure.Name)
		}
	}
	return names
}

// stayQuiet ends every war at the opening, and no crisis comes.
func stayQuiet(w *world.World) {
	for _, t := range w.Theatres {
		t.Status = "quiet"
		t.Crisis.Challenge = world.Const(0)
		t.Peace.Challenge, t.Peace.Reopen = world.Const(0), world.Const(0)
	}
}

// stayAtWar lets every theatre open at war, and no war ends.
func stayAtWar(w *world.World) {
	for _, t := range w.Theatres {
		t.Status = "war"
		t.War.End = world.Const(0)
	}
}

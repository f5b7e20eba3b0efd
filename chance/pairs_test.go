package chance

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// samePairs holds numbers drawn at once to the same drawn one by one, bit for bit.
func samePairs(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, s Stream, worlds, replicates []uint32, period, theatre, slot uint16,
) {
	t.Helper()
	u1, u2 := make([]float64, len(worlds)), make([]float64, len(worlds))
	s.Pairs(worlds, replicates, period, theatre, slot, u1, u2)
	for i, world := range worlds {
		v1, v2 := s.Pair(world, replicates[i], period, theatre, slot)
		if math.Float64bits(u1[i]) != math.Float64bits(v1) || math.Float64bits(u2[i]) != math.Float64bits(v2) {
			t.Fatalf("key %d of %d (seed %#x, %d, %d, %d, %d, %d): %x and %x at once, %x and %x alone",
				i, len(worlds), s.Seed(), world, replicates[i], period, theatre, slot, u1[i], u2[i], v1, v2)
		}
	}
}

// Luck that hangs on the processor's vectors, or on how many lanes are drawn together, would give a
// world another history on another machine.
func TestPairsArePairsOfEach(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 1))
	var worlds, replicates [1024]uint32
	for range 1024 {
		for i := range worlds {
			worlds[i], replicates[i] = r.Uint32(), r.Uint32()
		}
		samePairs(t, NewStream(r.Uint64()), worlds[:], replicates[:], uint16(r.Uint32()), uint16(r.Uint32()), uint16(r.Uint32()))
	}
}

func TestPairsOfEveryLength(t *testing.T) {
	s := NewStream(math.MaxUint64)
	var worlds, replicates [40]uint32
	for i := range worlds {
		worlds[i], replicates[i] = math.MaxUint32-uint32(i), uint32(i)
	}
	for length := range worlds {
		for from := range 5 {
			if from <= length {
				samePairs(t, s, worlds[from:length], replicates[from:length], math.MaxUint16, math.MaxUint16, math.MaxUint16)
			}
		}
	}
}

func TestPairsAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		worlds := rapid.SliceOfN(rapid.Uint32(), 0, 20).Draw(t, "worlds")
		replicates := rapid.SliceOfN(rapid.Uint32(), len(worlds), len(worlds)).Draw(t, "replicates")
		samePairs(t, NewStream(rapid.Uint64().Draw(t, "seed")), worlds, replicates,
			rapid.Uint16().Draw(t, "period"), rapid.Uint16().Draw(t, "theatre"), rapid.Uint16().Draw(t, "slot"))
	})
}

// The numbers before and after a part of a slice are another's.
func TestPairsKeepToTheirSlice(t *testing.T) {
	var worlds, replicates [20]uint32
	for length := range 18 {
		var u1, u2 [20]float64
		NewStream(5).Pairs(worlds[1:length+1], replicates[1:], 1, 1, 1, u1[1:], u2[1:])
		for i := range u1 {
			if inside := i > 0 && i <= length; (u1[i] != 0) != inside || (u2[i] != 0) != inside {
				t.Errorf("%d pairs: the %d. number is %v and %v", length, i, u1[i], u2[i])
			}
		}
	}
}

// BenchmarkPairs tells the time of one pair, of 512 at once and one by one.
func BenchmarkPairs(b *testing.B) {
	var worlds, replicates [512]uint32
	var u1, u2 [512]float64
	for i := range worlds {
		worlds[i], replicates[i] = uint32(i%64), uint32(i/64)
	}
	s := NewStream(1)
	for name, draw := range map[string]func(){
		"at once": func() { s.Pairs(worlds[:], replicates[:], 3, 2, 1, u1[:], u2[:]) },
		"one by one": func() {
			for i, w := range worlds {
				u1[i], u2[i] = s.Pair(w, replicates[i], 3, 2, 1)
			}
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				draw()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(worlds)), "ns/pair")
		})
	}
}

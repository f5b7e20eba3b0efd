package chance

import (
	"math"
	"testing"
)

// The known answers published with Random123 (kat_vectors). If these failed, every draw of
// every published run would change.
func TestPhiloxKnownAnswers(t *testing.T) {
	for _, c := range []struct {
		key           [2]uint32
		counter, want [4]uint32
	}{
		{
			[2]uint32{0, 0},
			[4]uint32{0, 0, 0, 0},
			[4]uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
		},
		{
			[2]uint32{0xffffffff, 0xffffffff},
			[4]uint32{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
			[4]uint32{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
		},
		{
			[2]uint32{0xa4093822, 0x299f31d0},
			[4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
			[4]uint32{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
		},
	} {
		var got [4]uint32
		got[0], got[1], got[2], got[3] = philox(c.key[0], c.key[1], c.counter[0], c.counter[1], c.counter[2], c.counter[3])
		if got != c.want {
			t.Errorf("philox(%x, %x) = %x, want %x", c.key, c.counter, got, c.want)
		}
	}
}

// Changing any part of a key must change the draw, or two chances would be one.
func TestPairDependsOnEveryPartOfTheKey(t *testing.T) {
	s := NewStream(7)
	base := Key{World: 1, Replicate: 2, Period: 3, Theatre: 4, Slot: 5}
	u, v := s.Draw(base)
	if u == v {
		t.Error("the two numbers of a pair are equal")
	}
	for i, k := range []Key{
		{2, 2, 3, 4, 5},
		{1, 3, 3, 4, 5},
		{1, 2, 4, 4, 5},
		{1, 2, 3, 5, 5},
		{1, 2, 3, 4, 6},
		{1 << 31, 2, 3, 4, 5},
		{1, 1 << 31, 3, 4, 5},
		{1, 2, 1 << 15, 4, 5},
		{1, 2, 3, 1 << 15, 5},
		{1, 2, 3, 4, 1 << 15},
	} {
		if got, _ := s.Draw(k); got == u {
			t.Errorf("key %d, %+v, draws the same number as %+v", i, k, base)
		}
	}
	if got, _ := NewStream(8).Draw(base); got == u {
		t.Error("another seed draws the same number")
	}
	if got, _ := NewStream(7 + 1<<32).Draw(base); got == u {
		t.Error("the upper half of the seed is ignored")
	}
}

func TestOpenNeverReachesTheEnds(t *testing.T) {
	if got := open(0, 0); got != 0x1p-53 {
		t.Errorf("smallest uniform is %v", got)
	}
	if got := open(math.MaxUint32, math.MaxUint32); got != 1-0x1p-53 {
		t.Errorf("largest uniform is 1 − %v", 1-got)
	}
}

// A world where luck is skewed or where successive draws hang together would bias every result.
func TestPairIsUniformAndUncorrelated(t *testing.T) {
	const n = 200_000
	s := NewStream(1)
	var mean, square, cross, lag, previous float64
	for i := range n {
		u, v := s.Pair(uint32(i), 0, 0, 0, 0)
		mean += u
		square += u * u
		cross += (u - 0.5) * (v - 0.5)
		lag += (u - 0.5) * (previous - 0.5)
		previous = u
	}
	near := func(name string, got, want, sd float64) {
		t.Helper()
		if math.Abs(got-want) > 4*sd/math.Sqrt(n) {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	near("mean", mean/n, 0.5, math.Sqrt(1./12))
	near("mean square", square/n, 1./3, math.Sqrt(4./45))
	near("product within the pair", cross/n, 0, 1./12)
	near("product with the world before", lag/n, 0, 1./12)
}

func TestFactorsAreKeyedByName(t *testing.T) {
	s := NewStream(3)
	a, b := s.Factor("theatre.east.drift"), s.Factor("theatre.east.share")
	if a.Uniform(0) == b.Uniform(0) || a.Uniform(0) == a.Uniform(1) {
		t.Error("different factors or worlds share a draw")
	}
	if a.Uniform(9) != NewStream(3).Factor("theatre.east.drift").Uniform(9) {
		t.Error("the same key draws another number")
	}
}

// The hash is part of the format of a run: changing it would change every published result.
func TestHashNameIsPinned(t *testing.T) {
	for name, want := range map[string]uint64{"": 0xefd01f60ba992926, "a": 0x82a2a958a9bece5b} {
		if got := HashName(name); got != want {
			t.Errorf("HashName(%q) = %#x, want %#x", name, got, want)
		}
	}
}

// The packing of keys is part of the format of a run as well.
func TestDrawsArePinned(t *testing.T) {
	s := NewStream(0x0123456789abcdef)
	u, v := s.Pair(1, 2, 3, 4, 5)
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"first", u, 0x1.5f6c7290b203cp-03}, {"second", v, 0x1.39954e225ebcep-02}, {"normal", s.Normal(1, 2, 3, 4, 5), -0x1.e551681d6a3fap-01}, {"factor", s.Factor("front").Uniform(9), 0x1.a103c536aa74ap-02},
	} {
		if c.got != c.want {
			t.Errorf("%s: %x, want %x", c.name, c.got, c.want)
		}
	}
}

func TestPairDoesNotAllocate(t *testing.T) {
	s := NewStream(1)
	if n := testing.AllocsPerRun(100, func() { sink, _ = s.Pair(1, 2, 3, 4, 5) }); n != 0 {
		t.Errorf("Pair allocates %v times", n)
	}
}

var sink float64

func BenchmarkPair(b *testing.B) {
	s := NewStream(1)
	for i := 0; b.Loop(); i++ {
		u, v := s.Pair(uint32(i), 2, 3, 4, 5)
		sink += u + v
	}
}

func BenchmarkNormal(b *testing.B) {
	s := NewStream(1)
	for i := 0; b.Loop(); i++ {
		sink += s.Normal(uint32(i), 2, 3, 4, 5)
	}
}

func BenchmarkFactorUniform(b *testing.B) {
	f := NewStream(1).Factor("theatre.east.drift")
	for i := 0; b.Loop(); i++ {
		sink += f.Uniform(uint32(i))
	}
}

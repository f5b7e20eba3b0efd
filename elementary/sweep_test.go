package elementary

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sweep is a function over a slice, the same one by one, and the accurate one beside them.
type sweep struct {
	name     string
	all      func([]float64)
	one      func(float64) float64
	accurate func(float64) float64
}

var sweeps = []sweep{
	{"ExpAll", ExpAll, sweptExp, Exp},
	{"LogAll", LogAll, sweptLog, Log},
	{"LogisticAll", LogisticAll, sweptLogistic, Logistic},
}

// lanes are the ways this processor has to do a sweep; none where there are no vectors.
type lanes struct {
	name  string
	width int
	do    func([]float64) int
}

// agrees holds a slice done at once to the same done one by one, bit for bit.
func (s sweep) agrees(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, arguments []float64,
) {
	t.Helper()
	got := slices.Clone(arguments)
	s.all(got)
	s.same(t, s.name, arguments, got)
	for _, l := range lanesOf(s.name) {
		got := slices.Clone(arguments)
		done := l.do(got)
		if done != len(got)/l.width*l.width {
			t.Fatalf("%s did %d of %d numbers", l.name, done, len(got))
		}
		s.same(t, l.name, arguments[:done], got)
	}
}

func (s sweep) same(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, name string, arguments, got []float64,
) {
	t.Helper()
	for i, x := range arguments {
		if want := s.one(x); math.Float64bits(got[i]) != math.Float64bits(want) {
			t.Fatalf("%s of %v (%#x), the %d. of %d: %x, one by one %x", name, x, math.Float64bits(x), i, len(arguments), got[i], want)
		}
	}
}

// specials are the numbers at which something changes, and their neighbours.
func specials() []float64 {
	var xs []float64
	for _, x := range []float64{
		0, math.SmallestNonzeroFloat64, 0x1p-1060, leastNormal, 1e-300, 1e-20, 0x1p-54, 0x1p-53, 0.25, math.Ln2 / 2, 0.5,
		math.Sqrt2 / 2, 1, math.Sqrt2, 2, math.Ln2, 1.5 * math.Ln2, math.E, 36.7, 37, 512, expReach, 708.39641853226, -underflow, 745.2, 746, overflow, 709.8, 710, 1022,
		1023, 1024, 1075, 1e4, 0x1p31, 0x1p51, 0x1p52, 0x1p53, 0x1p62, 0x1p63, 1e300, math.MaxFloat64,
	} {
		for _, y := range []float64{x, math.Nextafter(x, math.Inf(1)), math.Nextafter(x, math.Inf(-1))} {
			xs = append(xs, y, -y)
		}
	}
	xs = append(xs, math.NaN(), math.Inf(1), math.Inf(-1))
	for _, bits := range []uint64{0x7ff0000000000001, 0x7ff8000000000000, 0xfff8000000000000, 0xffffffffffffffff, 0x7fffffffffffffff, 0xfff0000000000001} {
		xs = append(xs, math.Float64frombits(bits))
	}
	return xs
}

// A slice whose bits hang on the processor's vectors would give a world another history on
// another machine.
func TestLanesAgreeWithOneByOne(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 1))
	for _, s := range sweeps {
		t.Run(s.name, func(t *testing.T) {
			s.agrees(t, specials())
			anything, ordinary := make([]float64, 1<<20), make([]float64, 1<<20)
			for i := range anything {
				anything[i] = math.Float64frombits(r.Uint64())
				ordinary[i] = 800 * (2*r.Float64() - 1) * math.Exp(-12*r.Float64())
			}
			s.agrees(t, anything)
			s.agrees(t, ordinary)
			for i, x := range ordinary {
				ordinary[i] = math.Abs(x)
			}
			s.agrees(t, ordinary)
		})
	}
}

// One odd number among ordinary ones, in every place of slices of every length that matters:
// neither it nor its neighbours may come out otherwise.
func TestSweepsOfEveryLength(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 1))
	odd := specials()
	for _, s := range sweeps {
		for length := range 34 {
			xs := make([]float64, length)
			for place := -1; place < length; place++ {
				for i := range xs {
					xs[i] = 20 * r.Float64()
				}
				if place >= 0 {
					xs[place] = odd[r.IntN(len(odd))]
				}
				s.agrees(t, xs)
			}
		}
	}
}

// The numbers before and after a part of a slice are another's.
func TestSweepsKeepToTheirSlice(t *testing.T) {
	for _, s := range sweeps {
		for length := range 18 {
			xs := make([]float64, length+2)
			for i := range xs {
				xs[i] = 3
			}
			s.all(xs[1 : length+1])
			if xs[0] != 3 || xs[length+1] != 3 {
				t.Errorf("%s of %d numbers changed a neighbour", s.name, length)
			}
		}
	}
}

func TestSweepsAgreeWithOneByOneAnywhere(t *testing.T) {
	bits := rapid.Custom(func(t *rapid.T) float64 { return math.Float64frombits(rapid.Uint64().Draw(t, "bits")) })
	number := rapid.OneOf(bits, rapid.Float64Range(-750, 750), rapid.Float64Range(0, 2), rapid.SampledFrom(specials()))
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOfN(number, 0, 40).Draw(t, "slice")
		for _, s := range sweeps {
			s.agrees(t, xs)
		}
	})
}

func FuzzSweeps(f *testing.F) {
	for _, x := range specials() {
		f.Add(math.Float64bits(x), math.Float64bits(1), uint8(9))
	}
	f.Fuzz(func(t *testing.T, odd, ordinary uint64, length uint8) {
		xs := make([]float64, length)
		for i := range xs {
			xs[i] = math.Float64frombits(ordinary + uint64(i)<<40)
		}
		if length > 0 {
			xs[odd%uint64(length)] = math.Float64frombits(odd)
		}
		for _, s := range sweeps {
			s.agrees(t, xs)
		}
	})
}

// The bounds of the comments on the sweeps. Over the grid of subnormals a unit in the last place is
// coarse and everything within one of it.
func TestSweepAccuracy(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 1))
	exps := append(between(r, 6000, -10, 10), between(r, 2000, -708, 709.7)...)
	exps = append(exps, scales(r, 1000, 1e-20, 1, true)...)
	exps = append(exps, between(r, 3000, -0.3466, 0.3466)...)
	exps = append(exps, overflow, -708.39, expReach, -expReach)
	worst(t, "ExpAll", 1.1, sweptExp, wideExp, exps)
	worst(t, "ExpAll, subnormal", 1.1, sweptExp, wideExp, between(r, 1000, -745.13, -708.4))
	logs := append(between(r, 6000, 0.5, 2), scales(r, 1000, 1e-300, 1e300, false)...)
	logs = append(logs, between(r, 1000, 0.99, 1.01)...)
	for _, x := range scales(r, 1000, 1e-16, 0.1, true) {
		logs = append(logs, 1+x)
	}
	logs = append(logs, math.SmallestNonzeroFloat64, 1e-310, leastNormal, math.MaxFloat64, math.Nextafter(1, 0), math.Nextafter(1, 2))
	worst(t, "LogAll", 0.9, sweptLog, wideLog, logs)
	logistics := append(between(r, 6000, -40, 40), between(r, 1000, -745, 100)...)
	worst(t, "LogisticAll", 2.5, sweptLogistic, exactLogistic, append(logistics, scales(r, 1000, 1e-20, 3, true)...))
}

// The accurate functions beside the sweeps see more numbers than 256 bits can in the time.
func TestSweepsFollowTheAccurateFunctions(t *testing.T) {
	r := rand.New(rand.NewPCG(24, 1))
	for _, c := range []struct {
		sweep
		low, high, bound float64
	}{
		{sweeps[0], -709, 709, 2},
		{sweeps[0], -1, 1, 2},
		{sweeps[0], -745, -708, 2},
		{sweeps[1], 0, 3, 2},
		{sweeps[1], 0.999, 1.001, 2},
		{sweeps[1], 0, 1e300, 2},
		{sweeps[1], 0, 1e-307, 2},
		{sweeps[2], -745, 40, 5},
		{sweeps[2], -8, 8, 5},
	} {
		xs := between(r, 200_000, c.low, c.high)
		got := slices.Clone(xs)
		c.all(got)
		most := 0.0
		for i, x := range xs {
			want := c.accurate(x)
			unit := math.Abs(math.Nextafter(want, math.Inf(1)) - want)
			if d := math.Abs(got[i]-want) / unit; !(d <= most) {
				most = d
			}
			if !(most <= c.bound) {
				t.Fatalf("%s(%v) = %x, accurately %x", c.name, x, got[i], want)
			}
		}
		t.Logf("%s on [%v, %v]: within %v units of the accurate function", c.name, c.low, c.high, most)
	}
}

func TestSweepEdges(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		sweep
		x, want float64
	}{
		{sweeps[0], inf, inf},
		{sweeps[0], -inf, 0},
		{sweeps[0], nan, nan},
		{sweeps[0], 0, 1},
		{sweeps[0], math.Copysign(0, -1), 1},
		{sweeps[0], 710, inf},
		{sweeps[0], -746, 0},
		{sweeps[0], -745.13, math.SmallestNonzeroFloat64},
		{sweeps[0], math.MaxFloat64, inf},
		{sweeps[0], -math.MaxFloat64, 0},
		{sweeps[1], 0, -inf},
		{sweeps[1], math.Copysign(0, -1), -inf},
		{sweeps[1], -1, nan},
		{sweeps[1], -math.SmallestNonzeroFloat64, nan},
		{sweeps[1], inf, inf},
		{sweeps[1], -inf, nan},
		{sweeps[1], nan, nan},
		{sweeps[1], 1, 0},
		{sweeps[2], 0, 0.5},
		{sweeps[2], inf, 1},
		{sweeps[2], -inf, 0},
		{sweeps[2], nan, nan},
		{sweeps[2], math.MaxFloat64, 1},
		{sweeps[2], -math.MaxFloat64, 0},
	} {
		xs := make([]float64, 9)
		for i := range xs {
			xs[i] = c.x
		}
		c.all(xs)
		for _, got := range xs {
			if math.Float64bits(got) != math.Float64bits(c.want) {
				t.Errorf("%s(%v) = %v (%#x), want %v", c.name, c.x, got, math.Float64bits(got), c.want)
			}
		}
	}
}

// A function that dips where it should rise can turn the sign of a paired difference.
func TestSweepsRise(t *testing.T) {
	for _, c := range []struct {
		sweep
		low, high float64
	}{{sweeps[0], -745, 709}, {sweeps[1], 1e-300, 1e10}, {sweeps[1], 0.98, 1.02}, {sweeps[2], -700, 37}} {
		rapid.Check(t, func(t *rapid.T) {
			a := rapid.Float64Range(c.low, c.high).Draw(t, "a")
			step := math.Pow(10, rapid.Float64Range(-13, 0).Draw(t, "size of the step"))
			b := min(a+step*max(math.Abs(a), 1e-3), c.high)
			if c.one(b) < c.one(a) {
				t.Errorf("%s falls from %v at %v to %v at %v", c.name, c.one(a), a, c.one(b), b)
			}
		})
	}
}

// Whatever the machine, these are the bits: a sum over many results.
func TestSweepBitsArePinned(t *testing.T) {
	want := map[string]uint64{"ExpAll": 0x678815dc565d5d2f, "LogAll": 0xc1911185fb17f8b6, "LogisticAll": 0xbcf3c85121e2c04c}
	for _, s := range sweeps {
		state, sum := uint64(1), uint64(0)
		xs := make([]float64, 1<<16)
		for i := range xs {
			state = state*6364136223846793005 + 1442695040888963407
			xs[i] = math.Float64frombits(state>>2 | state<<63) // sizes below 2, either sign
			if i%2 == 0 {
				xs[i] = (float64(state>>11)*0x1p-53 - 0.4) * 1500
			}
		}
		s.all(xs)
		for _, x := range xs {
			sum = sum*31 + math.Float64bits(x)
		}
		if sum != want[s.name] {
			t.Errorf("the sum over the bits of %s is %#x, want %#x", s.name, sum, want[s.name])
		}
	}
}

// BenchmarkSweeps takes slices of 512 and tells the time of one number.
func BenchmarkSweeps(b *testing.B) {
	for _, s := range sweeps {
		benchmarkSweep(b, s.name, s.all)
		for _, l := range lanesOf(s.name) {
			benchmarkSweep(b, fmt.Sprintf("%s, vectors of %d", s.name, l.width), func(x []float64) { l.do(x) })
		}
		benchmarkSweep(b, s.name+", one by one", singly[s.name])
		benchmarkSweep(b, s.name+", accurate", func(x []float64) {
			for i, v := range x {
				x[i] = s.accurate(v)
			}
		})
	}
}

// singly are the sweeps as they are without vectors.
var singly = map[string]func([]float64){
	"ExpAll": func(x []float64) {
		for i, v := range x {
			x[i] = sweptExp(v)
		}
	},
	"LogAll": func(x []float64) {
		for i, v := range x {
			x[i] = sweptLog(v)
		}
	},
	"LogisticAll": func(x []float64) {
		for i, v := range x {
			x[i] = sweptLogistic(v)
		}
	},
}

func benchmarkSweep(b *testing.B, name string, f func([]float64)) {
	b.Helper()
	b.Run(name, func(b *testing.B) {
		var arguments, x [512]float64
		state := uint64(1)
		for i := range arguments {
			state = state*6364136223846793005 + 1442695040888963407
			arguments[i] = 0.01 + 10*float64(state>>11)*0x1p-53
		}
		for b.Loop() {
			copy(x[:], arguments[:])
			f(x[:])
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/512, "ns/number")
	})
}

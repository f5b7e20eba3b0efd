package elementary

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// rowLanes is a way this processor has to do the rows.
type rowLanes struct {
	name        string
	width       int
	addProducts func(sum, a, b []float64) int
	wear        func(stock, net, kept, production []float64, delta, perYear float64) int
}

// rowWays are [AddProducts] and [WearAll] and everything they are made of: each says how much it did.
func rowWays() []rowLanes {
	whole := rowLanes{
		"whole", 1,
		func(sum, a, b []float64) int { AddProducts(sum, a, b); return len(sum) },
		func(stock, net, kept, production []float64, delta, perYear float64) int {
			WearAll(stock, net, kept, production, delta, perYear)
			return len(stock)
		},
	}
	return append(rowLanesOf(), whole)
}

func addOne(sum, a, b float64) float64 { return sum + float64(a*b) }

// wearOne is theory.Stock with nothing sent, arriving or lifted, written out as it stands there.
func wearOne(was, kept, production, delta, perYear float64) (now, net float64) {
	lift, arrivals, sent := 1.0, 0.0, 0.0
	now = max(0, float64(was*kept)+float64(production*lift*delta)+arrivals-sent)
	return now, float64((now - was) * perYear)
}

// alike says whether two numbers have the same bits, or are both none.
func alike(x, y float64) bool {
	return math.Float64bits(x) == math.Float64bits(y) || math.IsNaN(x) && math.IsNaN(y)
}

type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// rowsAgree holds rows done at once to the same one by one: x, y and z of one length.
func rowsAgree(t fatal, x, y, z []float64, delta, perYear float64) {
	t.Helper()
	for _, way := range rowWays() {
		sum := slices.Clone(x)
		done := way.addProducts(sum, y, z)
		if done != len(x)/way.width*way.width {
			t.Fatalf("%s: did %d of %d products", way.name, done, len(x))
		}
		for i := range done {
			if want := addOne(x[i], y[i], z[i]); !alike(sum[i], want) {
				t.Fatalf("%s: %x + %x·%x, the %d. of %d: %x, one by one %x", way.name, x[i], y[i], z[i], i, len(x), sum[i], want)
			}
		}
		stock, net := slices.Clone(x), make([]float64, len(x))
		done = way.wear(stock, net, y, z, delta, perYear)
		if done != len(x)/way.width*way.width {
			t.Fatalf("%s: wore %d of %d stocks", way.name, done, len(x))
		}
		for i := range done {
			if now, grown := wearOne(x[i], y[i], z[i], delta, perYear); !alike(stock[i], now) || !alike(net[i], grown) {
				t.Fatalf("%s: a stock of %x kept by %x, produced %x a year, in %v years, the %d. of %d: %x and %x, one by one %x and %x",
					way.name, x[i], y[i], z[i], delta, i, len(x), stock[i], net[i], now, grown)
			}
		}
	}
}

// A stock whose bits hang on the processor's vectors would give a world another history on another
// machine.
func TestRowsAgreeWithOneByOne(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 1))
	x, y, z := make([]float64, 1<<18), make([]float64, 1<<18), make([]float64, 1<<18)
	rows := [][]float64{x, y, z}
	for i := range x {
		for _, row := range rows {
			row[i] = 100 * r.Float64()
		}
	}
	rowsAgree(t, x, y, z, 0.25, 4)
	for i := range x {
		for _, row := range rows {
			row[i] = math.Float64frombits(r.Uint64())
		}
	}
	rowsAgree(t, x, y, z, 0.25, 4)
}

// Every special number against every other, in every role.
func TestRowsOfSpecialNumbers(t *testing.T) {
	inf := math.Inf(1)
	odd := []float64{
		0, math.SmallestNonzeroFloat64, leastNormal, 0x1p-540, 0.25, 1, 3, 0x1p53, 0x1p540, math.MaxFloat64, inf, math.NaN(),
	}
	for _, x := range slices.Clone(odd) {
		odd = append(odd, -x)
	}
	var x, y, z []float64
	for _, a := range odd {
		for _, b := range odd {
			for _, c := range odd {
				x, y, z = append(x, a), append(y, b), append(z, c)
			}
		}
	}
	for _, delta := range []float64{1, 0.25, 0x1p-1000, 0, inf} {
		rowsAgree(t, x, y, z, delta, 1/delta)
	}
}

func TestRowsOfEveryLength(t *testing.T) {
	r := rand.New(rand.NewPCG(42, 1))
	for length := range 34 {
		rowsAgree(t, between(r, length, -3, 10), between(r, length, 0, 1), between(r, length, 0, 5), 1, 1)
	}
}

func TestRowsAnywhere(t *testing.T) {
	number := rapid.OneOf(rapid.Float64(), rapid.SampledFrom(specials()), rapid.Float64Range(-10, 10))
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.IntRange(0, 20).Draw(t, "length")
		row := rapid.SliceOfN(number, length, length)
		rowsAgree(t, row.Draw(t, "x"), row.Draw(t, "y"), row.Draw(t, "z"), number.Draw(t, "delta"), number.Draw(t, "per year"))
	})
}

// The numbers before and after a part of a slice are another's.
func TestRowsKeepToTheirSlice(t *testing.T) {
	for length := range 18 {
		x, y := make([]float64, length+2), make([]float64, length+2)
		ones := make([]float64, length+2)
		for i := range ones {
			ones[i] = 1
		}
		AddProducts(x[1:length+1], ones[1:], ones[1:])
		WearAll(x[1:length+1], y[1:], ones, ones, 1, 1)
		if x[0] != 0 || y[0] != 0 || x[length+1] != 0 || y[length+1] != 0 {
			t.Errorf("rows of %d numbers changed a neighbour", length)
		}
	}
}

// BenchmarkRows takes rows of 512 and tells the time of one number.
func BenchmarkRows(b *testing.B) {
	one := rowLanes{
		"one by one", 1,
		func(sum, x, y []float64) int {
			for i := range sum {
				sum[i] = addOne(sum[i], x[i], y[i])
			}
			return len(sum)
		},
		func(stock, net, kept, production []float64, delta, perYear float64) int {
			for i, was := range stock {
				stock[i], net[i] = wearOne(was, kept[i], production[i], delta, perYear)
			}
			return len(stock)
		},
	}
	var x, y, z, net [512]float64
	for i := range x {
		x[i], y[i], z[i] = 10, 0.9, 1
	}
	for _, way := range append(rowWays(), one) {
		for name, do := range map[string]func(){
			"AddProducts": func() { way.addProducts(x[:], y[:], z[:]) },
			"WearAll":     func() { way.wear(x[:], net[:], y[:], z[:], 0.25, 4) },
		} {
			b.Run(name+", "+way.name, func(b *testing.B) {
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(x)), "ns/number")
			})
		}
	}
}

package elementary_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/elementary"
	"parley/theory"
)

// The theory of a stock is written once; its sweep must follow it to the bit.
func TestWearAllFollowsTheTheory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		delta := rapid.Float64Range(0.01, 10).Draw(t, "delta")
		length := rapid.IntRange(0, 20).Draw(t, "length")
		row := func(name string, low, high float64) []float64 {
			return rapid.SliceOfN(rapid.Float64Range(low, high), length, length).Draw(t, name)
		}
		stock, kept, production := row("stock", -1, 1e6), row("kept", 0, 1), row("production", -1, 1e4)
		got, net := append([]float64{}, stock...), make([]float64, length)
		elementary.WearAll(got, net, kept, production, delta, 1/delta)
		for i, was := range stock {
			want := theory.Stock(was, kept[i], production[i], 1, 0, 0, delta)
			if math.Float64bits(got[i]) != math.Float64bits(want) || net[i] != (want-was)*(1/delta) {
				t.Fatalf("a stock of %x becomes %x and grows by %x, in theory %x", was, got[i], net[i], want)
			}
		}
	})
}

package discovery

import "testing"

// The first box with preparing, peeling, pasting and choosing: what the peers' figures
// hold (7.2 s of the EMA Workbench at 100,000 × 12, 0.065 s of PRIM at 882 × 9, two cores).
func firstBox(b *testing.B, c Cases, o Options) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		find(b, prepare(b, c), o)
	}
}

func BenchmarkFirstBox100000x12(b *testing.B) {
	firstBox(b, corner(100_000, 12, 1), Options{WithoutGuard: true, Resamples: -1})
}

func BenchmarkFirstBoxEthanol(b *testing.B) {
	firstBox(b, ethanol(b), Options{PeelAlpha: 0.1, WithoutGuard: true, Resamples: -1})
}

// With the guard, and with twenty resamples.
func BenchmarkGuardedBox100000x12(b *testing.B) {
	firstBox(b, corner(100_000, 12, 1), Options{Resamples: -1})
}

func BenchmarkEverything100000x12(b *testing.B) {
	firstBox(b, corner(100_000, 12, 1), Options{})
}

func BenchmarkEverythingEthanol(b *testing.B) {
	firstBox(b, ethanol(b), Options{PeelAlpha: 0.1})
}

func BenchmarkTree100000x12(b *testing.B) {
	c := corner(100_000, 12, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := prepare(b, c).Tree(b.Context(), TreeOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

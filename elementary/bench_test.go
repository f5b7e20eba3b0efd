package elementary

import (
	"math"
	"testing"
)

var sink float64

// benchmark runs f over arguments in an order no branch predictor learns.
func benchmark(b *testing.B, low, high float64, f func(float64) float64) {
	b.Helper()
	var arguments [1024]float64
	state := uint64(1)
	for i := range arguments {
		state = state*6364136223846793005 + 1442695040888963407
		arguments[i] = low + (high-low)*float64(state>>11)*0x1p-53
	}
	sum := 0.0
	b.ResetTimer()
	for i := range b.N {
		sum += f(arguments[i%1024])
	}
	sink = sum
}

func BenchmarkExp(b *testing.B)         { benchmark(b, -10, 10, Exp) }
func BenchmarkExpOfMath(b *testing.B)   { benchmark(b, -10, 10, math.Exp) }
func BenchmarkLog(b *testing.B)         { benchmark(b, 0.01, 10, Log) }
func BenchmarkLogOfMath(b *testing.B)   { benchmark(b, 0.01, 10, math.Log) }
func BenchmarkLog1p(b *testing.B)       { benchmark(b, -0.9, 10, Log1p) }
func BenchmarkLog1pOfMath(b *testing.B) { benchmark(b, -0.9, 10, math.Log1p) }
func BenchmarkExpm1(b *testing.B)       { benchmark(b, -10, 10, Expm1) }
func BenchmarkLogistic(b *testing.B)    { benchmark(b, -10, 10, Logistic) }
func BenchmarkLogisticOfMath(b *testing.B) {
	benchmark(b, -10, 10, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
}
func BenchmarkLogit(b *testing.B)    { benchmark(b, 0, 1, Logit) }
func BenchmarkSoftplus(b *testing.B) { benchmark(b, -10, 10, Softplus) }
func BenchmarkPow(b *testing.B)      { benchmark(b, 0, 10, func(x float64) float64 { return Pow(x, 1.7) }) }

func BenchmarkPowOfMath(b *testing.B) {
	benchmark(b, 0, 10, func(x float64) float64 { return math.Pow(x, 1.7) })
}
func BenchmarkLogGamma(b *testing.B)       { benchmark(b, 0.1, 20, LogGamma) }
func BenchmarkNormalCDF(b *testing.B)      { benchmark(b, -4, 4, NormalCDF) }
func BenchmarkNormalQuantile(b *testing.B) { benchmark(b, 0, 1, NormalQuantile) }

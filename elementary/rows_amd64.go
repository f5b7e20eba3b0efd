//go:build goexperiment.simd && amd64

package elementary

import "simd/archsimd"

// addProductsLanes does as much of a row as fills whole blocks, and says how much.
func addProductsLanes(sum, a, b []float64) int {
	switch {
	case len(sum) < 4:
		return 0
	case eight:
		return addProductsByEight(sum, a, b)
	case four:
		return addProductsByFour(sum, a, b)
	}
	return 0
}

// wearLanes is addProductsLanes for [WearAll].
func wearLanes(stock, net, kept, production []float64, delta, perYear float64) int {
	switch {
	case len(stock) < 4:
		return 0
	case eight:
		return wearByEight(stock, net, kept, production, delta, perYear)
	case four:
		return wearByFour(stock, net, kept, production, delta, perYear)
	}
	return 0
}

func addProductsByEight(sum, a, b []float64) int {
	n := len(sum) / 8 * 8
	a, b = a[:len(sum)], b[:len(sum)]
	for i := 0; i < n; i += 8 {
		block := (*[8]float64)(sum[i:])
		product := archsimd.LoadFloat64x8((*[8]float64)(a[i:])).Mul(archsimd.LoadFloat64x8((*[8]float64)(b[i:])))
		archsimd.LoadFloat64x8(block).Add(product).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return n
}

func addProductsByFour(sum, a, b []float64) int {
	n := len(sum) / 4 * 4
	a, b = a[:len(sum)], b[:len(sum)]
	for i := 0; i < n; i += 4 {
		block := (*[4]float64)(sum[i:])
		product := archsimd.LoadFloat64x4((*[4]float64)(a[i:])).Mul(archsimd.LoadFloat64x4((*[4]float64)(b[i:])))
		archsimd.LoadFloat64x4(block).Add(product).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return n
}

// wearByEight takes 0 where the sum is at most 0, so that, as with the function max, -0 comes
// out as 0 and what is not a number stays.
func wearByEight(stock, net, kept, production []float64, delta, perYear float64) int {
	n := len(stock) / 8 * 8
	net, kept, production = net[:len(stock)], kept[:len(stock)], production[:len(stock)]
	zero, years, rate := archsimd.BroadcastFloat64x8(0), archsimd.BroadcastFloat64x8(delta), archsimd.BroadcastFloat64x8(perYear)
	for i := 0; i < n; i += 8 {
		block := (*[8]float64)(stock[i:])
		was := archsimd.LoadFloat64x8(block)
		made := archsimd.LoadFloat64x8((*[8]float64)(production[i:])).Mul(years)
		now := was.Mul(archsimd.LoadFloat64x8((*[8]float64)(kept[i:]))).Add(made)
		now = zero.Merge(now, now.LessEqual(zero))
		now.Store(block)
		now.Sub(was).Mul(rate).Store((*[8]float64)(net[i:]))
	}
	archsimd.ClearAVXUpperBits()
	return n
}

// wearByFour is [wearByEight] over blocks of four.
func wearByFour(stock, net, kept, production []float64, delta, perYear float64) int {
	n := len(stock) / 4 * 4
	net, kept, production = net[:len(stock)], kept[:len(stock)], production[:len(stock)]
	zero, years, rate := archsimd.BroadcastFloat64x4(0), archsimd.BroadcastFloat64x4(delta), archsimd.BroadcastFloat64x4(perYear)
	for i := 0; i < n; i += 4 {
		block := (*[4]float64)(stock[i:])
		was := archsimd.LoadFloat64x4(block)
		made := archsimd.LoadFloat64x4((*[4]float64)(production[i:])).Mul(years)
		now := was.Mul(archsimd.LoadFloat64x4((*[4]float64)(kept[i:]))).Add(made)
		now = zero.Merge(now, now.LessEqual(zero))
		now.Store(block)
		now.Sub(was).Mul(rate).Store((*[4]float64)(net[i:]))
	}
	archsimd.ClearAVXUpperBits()
	return n
}

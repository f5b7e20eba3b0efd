//go:build goexperiment.simd && amd64

package chance

import "simd/archsimd"

// four says whether the processor multiplies vectors of whole numbers.
var four = archsimd.X86.AVX2()

const (
	rounds  = 10
	low32   = 1<<32 - 1
	oneBits = 0x3ff0000000000000
	// belowOne is 1 − 2^-53: what a number in [1, 2) made of 52 bits is more than the middle of
	// their cell. The difference is exact, and so the number that open makes.
	belowOne = 1 - 0x1p-53
)

// pairLanes does the pairs of as many keys as fill whole blocks, and says how many.
func (s Stream) pairLanes(worlds, replicates []uint32, period, theatre, slot uint16, u1, u2 []float64) int {
	if !four || len(worlds) < 4 {
		return 0
	}
	return s.pairsByFour(worlds, replicates, uint32(period)|uint32(theatre)<<16, uint32(slot)|forPlay, u1, u2)
}

// pairsByFour is philox and open over blocks of four, c2 and c3 being the last words of the counter.
//
// Each word has the low half of a lane; what is in the high half is never looked at, as
// the instruction that multiplies takes low halves only. A processor with wider vectors has none that
// multiplies half lanes so, and does two blocks of four as fast.
func (s Stream) pairsByFour(worlds, replicates []uint32, c2, c3 uint32, u1, u2 []float64) int {
	var keys [rounds][2][4]uint64
	k0, k1 := s.key0, s.key1
	for i := range keys {
		for lane := range 4 {
			keys[i][0][lane], keys[i][1][lane] = uint64(k0), uint64(k1)
		}
		k0 += weyl0
		k1 += weyl1
	}
	of := archsimd.BroadcastUint64x4
	m0, m1 := of(multiplier0).AsUint32x8(), of(multiplier1).AsUint32x8()
	// The third word is the same for all, and so is its product in the first round.
	p := uint64(c2) * multiplier1
	first0, first1, second := of(uint64(uint32(p>>32)^s.key0)), of(uint64(c3^s.key1)), of(p&low32)
	mask, exponent, below := of(low32), of(oneBits), archsimd.BroadcastFloat64x4(belowOne)
	n := len(worlds) / 4 * 4
	replicates, u1, u2 = replicates[:len(worlds)], u1[:len(worlds)], u2[:len(worlds)]
	for i := 0; i < n; i += 4 {
		p0 := archsimd.LoadUint32x4((*[4]uint32)(worlds[i:])).ExtendToUint64().AsUint32x8().MulEvenWiden(m0)
		x0 := archsimd.LoadUint32x4((*[4]uint32)(replicates[i:])).ExtendToUint64().Xor(first0)
		x1, x2, x3 := second, p0.ShiftAllRight(32).Xor(first1), p0
		for round := 1; round < rounds; round++ {
			k := &keys[round]
			p0 = x0.AsUint32x8().MulEvenWiden(m0)
			p1 := x2.AsUint32x8().MulEvenWiden(m1)
			x0 = p1.ShiftAllRight(32).Xor(x1.Xor(archsimd.LoadUint64x4(&k[0])))
			x2 = p0.ShiftAllRight(32).Xor(x3.Xor(archsimd.LoadUint64x4(&k[1])))
			x1, x3 = p1, p0
		}
		x0 = x0.And(mask).Or(x1.ShiftAllLeft(32)).ShiftAllRight(12).Or(exponent)
		x2 = x2.And(mask).Or(x3.ShiftAllLeft(32)).ShiftAllRight(12).Or(exponent)
		x0.AsFloat64x4().Sub(below).Store((*[4]float64)(u1[i:]))
		x2.AsFloat64x4().Sub(below).Store((*[4]float64)(u2[i:]))
	}
	archsimd.ClearAVXUpperBits()
	return n
}

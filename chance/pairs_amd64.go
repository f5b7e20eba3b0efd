//go:build goexperiment.simd && amd64

package chance

import "simd/archsimd"

// four says whether the processor multiplies vectors of whole numbers.
var four = archsimd.X86.AVX2()

const (
	block   = 8
	rounds  = 10
	oneBits = 0x3ff0000000000000
)

// pairLanes does the pairs of all keys where they fill a block, else of none, and says how many.
func (s Stream) pairLanes(worlds, replicates []uint32, period, theatre, slot uint16, u1, u2 []float64) int {
	if !four || len(worlds) < block {
		return 0
	}
	s.pairsByBlock(worlds, replicates, uint32(period)|uint32(theatre)<<16, uint32(slot)|forPlay, u1, u2)
	return len(worlds)
}

// pairsByBlock is philox and open over blocks of eight, c2 and c3 being the last words of the counter.
// The last block reaches back to fill itself, and does some keys once more.
//
// A block is two vectors of four, a and b, each of which works while the other waits. Each word
// has the low half of a lane; what is in the high half is never looked at, as the
// instruction that multiplies takes low halves only. Vectors of eight, whose multiplication is of
// whole lanes, are no faster.
func (s Stream) pairsByBlock(worlds, replicates []uint32, c2, c3 uint32, u1, u2 []float64) {
	keys := s.roundKeys()
	of := archsimd.BroadcastUint64x4
	m0, m1 := of(multiplier0).AsUint32x8(), of(multiplier1).AsUint32x8()
	// The third word is the same for all, and so is its product in the first round.
	p := uint64(c2) * multiplier1
	first0, first1, second := of(uint64(uint32(p>>32)^s.key0)), of(uint64(c3^s.key1)), of(p)
	for from := 0; from < len(worlds); from += block {
		i := min(from, len(worlds)-block)
		w, r := (*[block]uint32)(worlds[i:]), (*[block]uint32)(replicates[i:])
		a3 := archsimd.LoadUint32x4((*[4]uint32)(w[:4])).ExtendToUint64().AsUint32x8().MulEvenWiden(m0)
		b3 := archsimd.LoadUint32x4((*[4]uint32)(w[4:])).ExtendToUint64().AsUint32x8().MulEvenWiden(m0)
		a0 := archsimd.LoadUint32x4((*[4]uint32)(r[:4])).ExtendToUint64().Xor(first0)
		b0 := archsimd.LoadUint32x4((*[4]uint32)(r[4:])).ExtendToUint64().Xor(first0)
		a2, b2 := a3.ShiftAllRight(32).Xor(first1), b3.ShiftAllRight(32).Xor(first1)
		a1, b1 := second, second
		for round := range keys {
			k0, k1 := archsimd.LoadUint64x4(&keys[round][0]), archsimd.LoadUint64x4(&keys[round][1])
			ap, bp := a0.AsUint32x8().MulEvenWiden(m0), b0.AsUint32x8().MulEvenWiden(m0)
			aq, bq := a2.AsUint32x8().MulEvenWiden(m1), b2.AsUint32x8().MulEvenWiden(m1)
			a0, b0 = aq.ShiftAllRight(32).Xor(a1.Xor(k0)), bq.ShiftAllRight(32).Xor(b1.Xor(k0))
			a2, b2 = ap.ShiftAllRight(32).Xor(a3.Xor(k1)), bp.ShiftAllRight(32).Xor(b3.Xor(k1))
			a1, b1, a3, b3 = aq, bq, ap, bp
		}
		v1, v2 := (*[block]float64)(u1[i:]), (*[block]float64)(u2[i:])
		openFour(a0, a1).Store((*[4]float64)(v1[:4]))
		openFour(b0, b1).Store((*[4]float64)(v1[4:]))
		openFour(a2, a3).Store((*[4]float64)(v2[:4]))
		openFour(b2, b3).Store((*[4]float64)(v2[4:]))
	}
	archsimd.ClearAVXUpperBits()
}

// roundKeys are the keys of all rounds but the first, in every lane.
func (s Stream) roundKeys() (keys [rounds - 1][2][4]uint64) {
	k0, k1 := s.key0, s.key1
	for i := range keys {
		k0 += weyl0
		k1 += weyl1
		for lane := range 4 {
			keys[i][0][lane], keys[i][1][lane] = uint64(k0), uint64(k1)
		}
	}
	return keys
}

// openFour is open of the low halves of four lanes. A number in [1, 2) made of the 52 bits is by
// 1 − 2^-53 more than the middle of their cell; the difference is exact.
func openFour(low, high archsimd.Uint64x4) archsimd.Float64x4 {
	of := archsimd.BroadcastUint64x4
	bits := low.And(of(1<<32 - 1)).Or(high.ShiftAllLeft(32)).ShiftAllRight(12).Or(of(oneBits))
	return bits.AsFloat64x4().Sub(archsimd.BroadcastFloat64x4(1 - 0x1p-53))
}

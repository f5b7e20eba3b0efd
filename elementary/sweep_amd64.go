//go:build goexperiment.simd && amd64

package elementary

import (
	"math"
	"simd/archsimd"
)

const signBit = 1 << 63

// four and eight say what vectors the processor has.
var (
	four  = archsimd.X86.AVX2()
	eight = archsimd.X86.AVX512()
)

// expLanes does the exponentials of as much of a slice as fills whole blocks, and says how many.
func expLanes(x []float64) int {
	switch {
	case eight:
		return expByEight(x)
	case four:
		return expByFour(x)
	}
	return 0
}

// logLanes is expLanes for logarithms.
func logLanes(x []float64) int {
	switch {
	case eight:
		return logByEight(x)
	case four:
		return logByFour(x)
	}
	return 0
}

// logisticLanes is expLanes for logistics.
func logisticLanes(x []float64) int {
	switch {
	case eight:
		return logisticByEight(x)
	case four:
		return logisticByFour(x)
	}
	return 0
}

// each does a block one by one.
func each(block []float64, f func(float64) float64) {
	for i, v := range block {
		block[i] = f(v)
	}
}

// expByEight is sweptExp over blocks of eight.
func expByEight(x []float64) int {
	reach := archsimd.BroadcastFloat64x8(expReach)
	done := 0
	for ; len(x)-done >= 8; done += 8 {
		block := (*[8]float64)(x[done:])
		v := archsimd.LoadFloat64x8(block)
		if sizeOfEight(v).Less(reach).ToBits() != 0xff {
			each(block[:], sweptExp)
			continue
		}
		expOfEight(v).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logisticByEight is sweptLogistic over blocks of eight.
func logisticByEight(x []float64) int {
	reach := archsimd.BroadcastFloat64x8(expReach)
	sign := archsimd.BroadcastUint64x8(signBit)
	zero := archsimd.BroadcastFloat64x8(0)
	one := archsimd.BroadcastFloat64x8(1)
	done := 0
	for ; len(x)-done >= 8; done += 8 {
		block := (*[8]float64)(x[done:])
		v := archsimd.LoadFloat64x8(block)
		if sizeOfEight(v).Less(reach).ToBits() != 0xff {
			each(block[:], sweptLogistic)
			continue
		}
		e := expOfEight(v.AsUint64x8().Or(sign).AsFloat64x8())
		above := e.Merge(one, v.Less(zero))
		above.Div(one.Add(e)).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// sizeOfEight takes the signs off.
func sizeOfEight(v archsimd.Float64x8) archsimd.Float64x8 {
	return v.AsUint64x8().And(archsimd.BroadcastUint64x8(^uint64(signBit))).AsFloat64x8()
}

// expOfEight is sweptExp for ordinary arguments.
func expOfEight(x archsimd.Float64x8) archsimd.Float64x8 {
	of := archsimd.BroadcastFloat64x8
	k := x.Mul(of(inverseLn2)).Add(of(shift))
	scale := k.AsUint64x8().Sub(archsimd.BroadcastUint64x8(shiftBits)).ShiftAllLeft(52).AsFloat64x8()
	k = k.Sub(of(shift))
	r := x.Sub(k.Mul(of(ln2High))).Sub(k.Mul(of(ln2Low)))
	r2 := r.Mul(r)
	r4 := r2.Mul(r2)
	a := of(exp0).Add(of(exp1).Mul(r))
	b := of(exp2).Add(of(exp3).Mul(r))
	c := of(exp4).Add(of(exp5).Mul(r))
	d := of(exp6).Add(of(exp7).Mul(r))
	e := of(exp8).Add(of(exp9).Mul(r))
	a = a.Add(b.Mul(r2))
	c = c.Add(d.Mul(r2))
	c = c.Add(e.Mul(r4))
	a = a.Add(c.Mul(r4))
	return of(1).Add(r.Add(a.Mul(r2))).Mul(scale)
}

// logByEight is sweptLog over blocks of eight.
func logByEight(x []float64) int {
	least := archsimd.BroadcastFloat64x8(leastNormal)
	most := archsimd.BroadcastFloat64x8(math.MaxFloat64)
	done := 0
	for ; len(x)-done >= 8; done += 8 {
		block := (*[8]float64)(x[done:])
		v := archsimd.LoadFloat64x8(block)
		if v.GreaterEqual(least).And(v.LessEqual(most)).ToBits() != 0xff {
			each(block[:], sweptLog)
			continue
		}
		logOfEight(v).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logOfEight is sweptLog for ordinary arguments.
func logOfEight(x archsimd.Float64x8) archsimd.Float64x8 {
	of, bits := archsimd.BroadcastFloat64x8, archsimd.BroadcastUint64x8
	place := x.AsUint64x8().Add(bits(oneBits - rootHalfBits))
	k := place.ShiftAllRight(52).Or(bits(wholeBits)).AsFloat64x8().Sub(of(0x1p52 + 1023))
	f := place.And(bits(fraction)).Add(bits(rootHalfBits)).AsFloat64x8().Sub(of(1))
	s := f.Div(of(2).Add(f))
	z := s.Mul(s)
	z2 := z.Mul(z)
	a := of(log0).Add(of(log1).Mul(z))
	b := of(log2).Add(of(log3).Mul(z))
	c := of(log4).Add(of(log5).Mul(z))
	c = c.Add(of(log6).Mul(z2))
	b = b.Add(c.Mul(z2))
	a = a.Add(b.Mul(z2))
	half := of(0.5).Mul(f).Mul(f)
	rest := s.Mul(half.Add(z.Mul(a))).Add(k.Mul(of(ln2Low)))
	return k.Mul(of(ln2High)).Sub(half.Sub(rest).Sub(f))
}

// expByFour is sweptExp over blocks of four.
func expByFour(x []float64) int {
	reach := archsimd.BroadcastFloat64x4(expReach)
	done := 0
	for ; len(x)-done >= 4; done += 4 {
		block := (*[4]float64)(x[done:])
		v := archsimd.LoadFloat64x4(block)
		if sizeOfFour(v).Less(reach).ToBits() != 0xf {
			each(block[:], sweptExp)
			continue
		}
		expOfFour(v).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logisticByFour is sweptLogistic over blocks of four.
func logisticByFour(x []float64) int {
	reach := archsimd.BroadcastFloat64x4(expReach)
	sign := archsimd.BroadcastUint64x4(signBit)
	zero := archsimd.BroadcastFloat64x4(0)
	one := archsimd.BroadcastFloat64x4(1)
	done := 0
	for ; len(x)-done >= 4; done += 4 {
		block := (*[4]float64)(x[done:])
		v := archsimd.LoadFloat64x4(block)
		if sizeOfFour(v).Less(reach).ToBits() != 0xf {
			each(block[:], sweptLogistic)
			continue
		}
		e := expOfFour(v.AsUint64x4().Or(sign).AsFloat64x4())
		above := e.Merge(one, v.Less(zero))
		above.Div(one.Add(e)).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// sizeOfFour takes the signs off.
func sizeOfFour(v archsimd.Float64x4) archsimd.Float64x4 {
	return v.AsUint64x4().And(archsimd.BroadcastUint64x4(^uint64(signBit))).AsFloat64x4()
}

// expOfFour is sweptExp for ordinary arguments.
func expOfFour(x archsimd.Float64x4) archsimd.Float64x4 {
	of := archsimd.BroadcastFloat64x4
	k := x.Mul(of(inverseLn2)).Add(of(shift))
	scale := k.AsUint64x4().Sub(archsimd.BroadcastUint64x4(shiftBits)).ShiftAllLeft(52).AsFloat64x4()
	k = k.Sub(of(shift))
	r := x.Sub(k.Mul(of(ln2High))).Sub(k.Mul(of(ln2Low)))
	r2 := r.Mul(r)
	r4 := r2.Mul(r2)
	a := of(exp0).Add(of(exp1).Mul(r))
	b := of(exp2).Add(of(exp3).Mul(r))
	c := of(exp4).Add(of(exp5).Mul(r))
	d := of(exp6).Add(of(exp7).Mul(r))
	e := of(exp8).Add(of(exp9).Mul(r))
	a = a.Add(b.Mul(r2))
	c = c.Add(d.Mul(r2))
	c = c.Add(e.Mul(r4))
	a = a.Add(c.Mul(r4))
	return of(1).Add(r.Add(a.Mul(r2))).Mul(scale)
}

// logByFour is sweptLog over blocks of four.
func logByFour(x []float64) int {
	least := archsimd.BroadcastFloat64x4(leastNormal)
	most := archsimd.BroadcastFloat64x4(math.MaxFloat64)
	done := 0
	for ; len(x)-done >= 4; done += 4 {
		block := (*[4]float64)(x[done:])
		v := archsimd.LoadFloat64x4(block)
		if v.GreaterEqual(least).And(v.LessEqual(most)).ToBits() != 0xf {
			each(block[:], sweptLog)
			continue
		}
		logOfFour(v).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logOfFour is sweptLog for ordinary arguments.
func logOfFour(x archsimd.Float64x4) archsimd.Float64x4 {
	of, bits := archsimd.BroadcastFloat64x4, archsimd.BroadcastUint64x4
	place := x.AsUint64x4().Add(bits(oneBits - rootHalfBits))
	k := place.ShiftAllRight(52).Or(bits(wholeBits)).AsFloat64x4().Sub(of(0x1p52 + 1023))
	f := place.And(bits(fraction)).Add(bits(rootHalfBits)).AsFloat64x4().Sub(of(1))
	s := f.Div(of(2).Add(f))
	z := s.Mul(s)
	z2 := z.Mul(z)
	a := of(log0).Add(of(log1).Mul(z))
	b := of(log2).Add(of(log3).Mul(z))
	c := of(log4).Add(of(log5).Mul(z))
	c = c.Add(of(log6).Mul(z2))
	b = b.Add(c.Mul(z2))
	a = a.Add(b.Mul(z2))
	half := of(0.5).Mul(f).Mul(f)
	rest := s.Mul(half.Add(z.Mul(a))).Add(k.Mul(of(ln2Low)))
	return k.Mul(of(ln2High)).Sub(half.Sub(rest).Sub(f))
}

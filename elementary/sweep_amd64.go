//go:build goexperiment.simd && amd64

package elementary

import (
	"math"
	"simd/archsimd"
)

const (
	signBit = 1 << 63
	// logisticRoom is how many numbers of a slice a logistic keeps powers of at a time.
	logisticRoom = 128
)

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

// oneByOne does a block that has something out of the ordinary in it.
func oneByOne(block []float64, f func(float64) float64) {
	for i, v := range block {
		block[i] = f(v)
	}
}

// expByEight is sweptExp over blocks of eight.
func expByEight(x []float64) int {
	of := archsimd.BroadcastFloat64x8
	reach, size := of(expReach), archsimd.BroadcastUint64x8(signBit-1)
	inverse, shifted, bias := of(inverseLn2), of(shift), archsimd.BroadcastUint64x8(shiftBits)
	high, low, one := of(ln2High), of(ln2Low), of(1)
	c0, c1, c2, c3, c4 := of(exp0), of(exp1), of(exp2), of(exp3), of(exp4)
	c5, c6, c7, c8, c9 := of(exp5), of(exp6), of(exp7), of(exp8), of(exp9)
	done := 0
	for ; len(x)-done >= 8; done += 8 {
		block := (*[8]float64)(x[done:])
		v := archsimd.LoadFloat64x8(block)
		if v.AsUint64x8().And(size).AsFloat64x8().Less(reach).ToBits() != 0xff {
			oneByOne(block[:], sweptExp)
			continue
		}
		k := v.Mul(inverse).Add(shifted)
		scale := k.AsUint64x8().Sub(bias).ShiftAllLeft(52).AsFloat64x8()
		k = k.Sub(shifted)
		r := v.Sub(k.Mul(high)).Sub(k.Mul(low))
		r2 := r.Mul(r)
		r4 := r2.Mul(r2)
		a := c0.Add(c1.Mul(r))
		b := c2.Add(c3.Mul(r))
		c := c4.Add(c5.Mul(r))
		d := c6.Add(c7.Mul(r))
		e := c8.Add(c9.Mul(r))
		a = a.Add(b.Mul(r2))
		c = c.Add(d.Mul(r2))
		c = c.Add(e.Mul(r4))
		a = a.Add(c.Mul(r4))
		one.Add(r.Add(a.Mul(r2))).Mul(scale).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logByEight is sweptLog over blocks of eight.
func logByEight(x []float64) int {
	of, bits := archsimd.BroadcastFloat64x8, archsimd.BroadcastUint64x8
	least, most := of(leastNormal), of(math.MaxFloat64)
	from, integer, bias := bits(oneBits-rootHalfBits), bits(wholeBits), of(logBias)
	mask, rootHalf := bits(fraction), bits(rootHalfBits)
	half, one, two, high, low := of(0.5), of(1), of(2), of(ln2High), of(ln2Low)
	c0, c1, c2, c3, c4, c5, c6 := of(log0), of(log1), of(log2), of(log3), of(log4), of(log5), of(log6)
	done := 0
	for ; len(x)-done >= 8; done += 8 {
		block := (*[8]float64)(x[done:])
		v := archsimd.LoadFloat64x8(block)
		if v.GreaterEqual(least).And(v.LessEqual(most)).ToBits() != 0xff {
			oneByOne(block[:], sweptLog)
			continue
		}
		place := v.AsUint64x8().Add(from)
		k := place.ShiftAllRight(52).Or(integer).AsFloat64x8().Sub(bias)
		f := place.And(mask).Add(rootHalf).AsFloat64x8().Sub(one)
		s := f.Div(two.Add(f))
		z := s.Mul(s)
		z2 := z.Mul(z)
		a := c0.Add(c1.Mul(z))
		b := c2.Add(c3.Mul(z))
		c := c4.Add(c5.Mul(z))
		c = c.Add(c6.Mul(z2))
		b = b.Add(c.Mul(z2))
		a = a.Add(b.Mul(z2))
		square := half.Mul(f).Mul(f)
		rest := s.Mul(square.Add(z.Mul(a))).Add(k.Mul(low))
		k.Mul(high).Sub(square.Sub(rest).Sub(f)).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logisticByEight is sweptLogistic over blocks of eight.
func logisticByEight(x []float64) int {
	var room [logisticRoom]float64
	done := 0
	for len(x)-done >= 8 {
		part := x[done:min(len(x), done+logisticRoom)]
		part = part[:len(part)/8*8]
		powers := room[:len(part)]
		fallByEight(powers, part)
		expByEight(powers)
		shareByEight(part, powers)
		done += len(part)
	}
	return done
}

// fallByEight writes −|x| of blocks of eight.
func fallByEight(to, x []float64) {
	sign := archsimd.BroadcastUint64x8(signBit)
	for ; len(x) >= 8 && len(to) >= 8; x, to = x[8:], to[8:] {
		v := archsimd.LoadFloat64x8((*[8]float64)(x))
		v.AsUint64x8().Or(sign).AsFloat64x8().Store((*[8]float64)(to))
	}
	archsimd.ClearAVXUpperBits()
}

// shareByEight is the logistic of blocks of eight, given e^−|x|.
func shareByEight(x, powers []float64) {
	zero, one := archsimd.BroadcastFloat64x8(0), archsimd.BroadcastFloat64x8(1)
	for ; len(x) >= 8 && len(powers) >= 8; x, powers = x[8:], powers[8:] {
		block := (*[8]float64)(x)
		e := archsimd.LoadFloat64x8((*[8]float64)(powers))
		above := e.Merge(one, archsimd.LoadFloat64x8(block).Less(zero))
		above.Div(one.Add(e)).Store(block)
	}
	archsimd.ClearAVXUpperBits()
}

// expByFour is sweptExp over blocks of four.
func expByFour(x []float64) int {
	of := archsimd.BroadcastFloat64x4
	reach, size := of(expReach), archsimd.BroadcastUint64x4(signBit-1)
	inverse, shifted, bias := of(inverseLn2), of(shift), archsimd.BroadcastUint64x4(shiftBits)
	high, low, one := of(ln2High), of(ln2Low), of(1)
	c0, c1, c2, c3, c4 := of(exp0), of(exp1), of(exp2), of(exp3), of(exp4)
	c5, c6, c7, c8, c9 := of(exp5), of(exp6), of(exp7), of(exp8), of(exp9)
	done := 0
	for ; len(x)-done >= 4; done += 4 {
		block := (*[4]float64)(x[done:])
		v := archsimd.LoadFloat64x4(block)
		if v.AsUint64x4().And(size).AsFloat64x4().Less(reach).ToBits() != 0xf {
			oneByOne(block[:], sweptExp)
			continue
		}
		k := v.Mul(inverse).Add(shifted)
		scale := k.AsUint64x4().Sub(bias).ShiftAllLeft(52).AsFloat64x4()
		k = k.Sub(shifted)
		r := v.Sub(k.Mul(high)).Sub(k.Mul(low))
		r2 := r.Mul(r)
		r4 := r2.Mul(r2)
		a := c0.Add(c1.Mul(r))
		b := c2.Add(c3.Mul(r))
		c := c4.Add(c5.Mul(r))
		d := c6.Add(c7.Mul(r))
		e := c8.Add(c9.Mul(r))
		a = a.Add(b.Mul(r2))
		c = c.Add(d.Mul(r2))
		c = c.Add(e.Mul(r4))
		a = a.Add(c.Mul(r4))
		one.Add(r.Add(a.Mul(r2))).Mul(scale).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logByFour is sweptLog over blocks of four.
func logByFour(x []float64) int {
	of, bits := archsimd.BroadcastFloat64x4, archsimd.BroadcastUint64x4
	least, most := of(leastNormal), of(math.MaxFloat64)
	from, integer, bias := bits(oneBits-rootHalfBits), bits(wholeBits), of(logBias)
	mask, rootHalf := bits(fraction), bits(rootHalfBits)
	half, one, two, high, low := of(0.5), of(1), of(2), of(ln2High), of(ln2Low)
	c0, c1, c2, c3, c4, c5, c6 := of(log0), of(log1), of(log2), of(log3), of(log4), of(log5), of(log6)
	done := 0
	for ; len(x)-done >= 4; done += 4 {
		block := (*[4]float64)(x[done:])
		v := archsimd.LoadFloat64x4(block)
		if v.GreaterEqual(least).And(v.LessEqual(most)).ToBits() != 0xf {
			oneByOne(block[:], sweptLog)
			continue
		}
		place := v.AsUint64x4().Add(from)
		k := place.ShiftAllRight(52).Or(integer).AsFloat64x4().Sub(bias)
		f := place.And(mask).Add(rootHalf).AsFloat64x4().Sub(one)
		s := f.Div(two.Add(f))
		z := s.Mul(s)
		z2 := z.Mul(z)
		a := c0.Add(c1.Mul(z))
		b := c2.Add(c3.Mul(z))
		c := c4.Add(c5.Mul(z))
		c = c.Add(c6.Mul(z2))
		b = b.Add(c.Mul(z2))
		a = a.Add(b.Mul(z2))
		square := half.Mul(f).Mul(f)
		rest := s.Mul(square.Add(z.Mul(a))).Add(k.Mul(low))
		k.Mul(high).Sub(square.Sub(rest).Sub(f)).Store(block)
	}
	archsimd.ClearAVXUpperBits()
	return done
}

// logisticByFour is sweptLogistic over blocks of four.
func logisticByFour(x []float64) int {
	var room [logisticRoom]float64
	done := 0
	for len(x)-done >= 4 {
		part := x[done:min(len(x), done+logisticRoom)]
		part = part[:len(part)/4*4]
		powers := room[:len(part)]
		fallByFour(powers, part)
		expByFour(powers)
		shareByFour(part, powers)
		done += len(part)
	}
	return done
}

// fallByFour writes −|x| of blocks of four.
func fallByFour(to, x []float64) {
	sign := archsimd.BroadcastUint64x4(signBit)
	for ; len(x) >= 4 && len(to) >= 4; x, to = x[4:], to[4:] {
		v := archsimd.LoadFloat64x4((*[4]float64)(x))
		v.AsUint64x4().Or(sign).AsFloat64x4().Store((*[4]float64)(to))
	}
	archsimd.ClearAVXUpperBits()
}

// shareByFour is the logistic of blocks of four, given e^−|x|.
func shareByFour(x, powers []float64) {
	zero, one := archsimd.BroadcastFloat64x4(0), archsimd.BroadcastFloat64x4(1)
	for ; len(x) >= 4 && len(powers) >= 4; x, powers = x[4:], powers[4:] {
		block := (*[4]float64)(x)
		e := archsimd.LoadFloat64x4((*[4]float64)(powers))
		above := e.Merge(one, archsimd.LoadFloat64x4(block).Less(zero))
		above.Div(one.Add(e)).Store(block)
	}
	archsimd.ClearAVXUpperBits()
}

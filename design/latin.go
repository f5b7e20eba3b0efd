package design

import (
	"fmt"
	"math/bits"

	"parley/chance"
)

type latinHypercube struct {
	worlds int
	jitter []chance.FactorStream
	orders []permutation
}

// LatinHypercube divides every factor's range into n equal parts and draws one number in each; which
// world gets which part is shuffled for each factor by its name.
func LatinHypercube(seed uint64, names []string, n int) (Plan, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	if n < 1 || int64(n) > mostWorlds {
		return nil, fmt.Errorf("a Latin hypercube needs a number of worlds from 1 to 2^32, not %d", n)
	}
	p := &latinHypercube{n, streams(seed, "", names), make([]permutation, len(names))}
	for i, source := range streams(seed, "order of ", names) {
		p.orders[i] = newPermutation(source, n)
	}
	return p, nil
}

func (p *latinHypercube) Fill(factor, first int, u []float64) {
	u = stretch(factor, len(p.jitter), first, int64(p.worlds), u)
	for i := range u {
		world := uint32(first + i)
		part := float64(p.orders[factor].at(uint64(world)))
		within := min(part+p.jitter[factor].Uniform(world), before(part+1))
		u[i] = min(within/float64(p.worlds), before(1))
	}
}

// before is just below a positive number of at most 2^32, by 2^-20 of a millionth at most.
func before(x float64) float64 { return x * (1 - 0x1p-52) }

// permutation is a keyed shuffle of 0…n−1 that takes no memory: rounds of keyed addition,
// multiplication by an odd number and xor with the upper half, each of them a bijection of
// numbers of some bits; what falls outside 0…n−1 goes through again (Black & Rogaway 2002).
type permutation struct {
	n, mask uint64
	shift   uint
	rounds  [4]struct{ add, multiply uint64 }
}

func newPermutation(source chance.FactorStream, n int) permutation {
	width := max(uint(bits.Len64(uint64(n-1))), 8)
	p := permutation{n: uint64(n), mask: 1<<width - 1, shift: (width + 1) / 2}
	for i := range p.rounds {
		p.rounds[i].add = source.Bits(uint32(2 * i))
		p.rounds[i].multiply = source.Bits(uint32(2*i+1)) | 1
	}
	return p
}

func (p *permutation) at(x uint64) uint64 {
	for {
		for i := range p.rounds {
			r := &p.rounds[i]
			x = (x + r.add) * r.multiply & p.mask
			x ^= x >> p.shift
		}
		if x < p.n {
			return x
		}
	}
}

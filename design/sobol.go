package design

import (
	"fmt"
	"math/bits"

	"parley/chance"
)

// Dimensions is how many factors share one sequence. In later dimensions of the
// published table some pairs fall into few cells of their square until there are
// very many points, which looks like an effect of one on the other.
const Dimensions = 21

// columns holds a dimension's direction numbers: column i is what digit i of the index adds.
type columns [32]uint32

type sobol struct {
	directions []columns
	scrambles  []scramble // none: the sequence itself
	shuffles   []scramble // by group of factors: of the order of its points; the first keeps its own
}

// Sobol is the Sobol' sequence (Sobol' 1967; order of Antonov & Saleev 1979), each factor's digits scrambled by
// Owen's (1995) nested permutations, keyed by its name. Every 21 factors, in the order of the names, are the
// dimensions of one sequence; each further 21 take the same points in an order of their own, shuffled by the same
// kind of permutation, so that any 2^k worlds from the first on are as even in each group as before and the groups are
// independent (padding; Burley 2020). Put first, and together, what matters most.
func Sobol(seed uint64, names []string) (Plan, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	plan := &sobol{directions: make([]columns, len(names)), scrambles: make([]scramble, len(names))}
	for i, source := range streams(seed, "scramble of ", names) {
		plan.scrambles[i] = newScramble(source)
		plan.directions[i] = directionsOf(i % Dimensions)
	}
	for group := range (len(names) + Dimensions - 1) / Dimensions {
		source := chance.NewStream(seed).Factor(fmt.Sprintf("order of group %d", group))
		plan.shuffles = append(plan.shuffles, newScramble(source))
	}
	return plan, nil
}

// Unscrambled is the Sobol' sequence as published, for comparison with reference points: its
// numbers lie on the grid of 2^−32 and begin with 0, which no quantile function should be given.
func Unscrambled(dimensions int) (Plan, error) {
	if dimensions < 0 || dimensions > Dimensions {
		return nil, fmt.Errorf("a Sobol' sequence has up to %d dimensions here, not %d", Dimensions, dimensions)
	}
	plan := &sobol{directions: make([]columns, dimensions)}
	for i := range plan.directions {
		plan.directions[i] = directionsOf(i)
	}
	return plan, nil
}

// directionsOf builds the direction numbers of a dimension, counted from 0, by the recurrence of its
// primitive polynomial (Bratley & Fox 1988).
func directionsOf(dimension int) columns {
	if dimension == 0 {
		var v columns
		for i := range v {
			v[i] = 1 << (31 - i)
		}
		return v
	}
	row := initial[dimension-1]
	return recur(uint32(row[0]), row[1:])
}

// recur extends initial numbers. The polynomial's bits are its coefficients, highest first.
func recur(polynomial uint32, m []uint16) columns {
	var v columns
	degree := len(m)
	for i := range v {
		if i < degree {
			v[i] = uint32(m[i]) << (31 - i)
			continue
		}
		v[i] = v[i-degree] ^ v[i-degree]>>degree
		for k := 1; k < degree; k++ {
			if polynomial>>(degree-k)&1 == 1 {
				v[i] ^= v[i-k]
			}
		}
	}
	return v
}

func (p *sobol) Fill(factor, first int, u []float64) {
	u = stretch(factor, len(p.directions), first, mostWorlds, u)
	if len(u) == 0 {
		return
	}
	if factor >= Dimensions {
		p.fillShuffled(factor, first, u)
		return
	}
	v := &p.directions[factor]
	x := uint32(0)
	for gray := uint32(first) ^ uint32(first)>>1; gray != 0; gray &= gray - 1 {
		x ^= v[bits.TrailingZeros32(gray)]
	}
	for i := range u {
		if p.scrambles == nil {
			u[i] = float64(x) * 0x1p-32
		} else {
			u[i] = (float64(p.scrambles[factor].apply(x)) + 0.5) * 0x1p-32
		}
		x ^= v[bits.TrailingZeros32(uint32(first+i+1))%32]
	}
}

// fillShuffled is Fill for a factor of a later group.
func (p *sobol) fillShuffled(factor, first int, u []float64) {
	v, shuffle, scramble := &p.directions[factor], p.shuffles[factor/Dimensions], p.scrambles[factor]
	for i := range u {
		index := shuffle.apply(uint32(first + i))
		x := uint32(0)
		for gray := index ^ index>>1; gray != 0; gray &= gray - 1 {
			x ^= v[bits.TrailingZeros32(gray)]
		}
		u[i] = (float64(scramble.apply(x)) + 0.5) * 0x1p-32
	}
}

// scramble keys a nested uniform scrambling.
type scramble struct{ add, multiply uint32 }

func newScramble(source chance.FactorStream) scramble {
	key := source.Bits(0)
	return scramble{uint32(key), uint32(key>>32) | 1}
}

// apply permutes the digits of x so that each depends on the digits above it only: a hash in
// which bits reach upwards only (Laine & Karras 2011; Burley 2020, with the constants of Vegdahl
// 2021), on the number turned round.
func (s scramble) apply(x uint32) uint32 {
	x = bits.Reverse32(x)
	x ^= x * 0x3d20adea
	x += s.add
	x *= s.multiply
	x ^= x * 0x05526c56
	x ^= x * 0x53a22864
	return bits.Reverse32(x)
}

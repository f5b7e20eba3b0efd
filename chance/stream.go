package chance

import "parley/elementary"

// Stream is a source of random numbers under one seed. It is a value without state: copies
// are equal and may be used from any number of goroutines.
type Stream struct{ key0, key1 uint32 }

// Key names one random number of play: everything it may depend on besides the seed.
type Key struct {
	World, Replicate      uint32
	Period, Theatre, Slot uint16
}

// The last 16 bits of the counter say what a number is for, so that the families of keys
// never meet.
const (
	forPlay    = 1 << 16
	forFactors = 2 << 16
)

// NewStream is the stream of a seed.
func NewStream(seed uint64) Stream {
	return Stream{uint32(seed), uint32(seed >> 32)}
}

// Seed is the seed the stream was made from.
func (s Stream) Seed() uint64 { return uint64(s.key1)<<32 | uint64(s.key0) }

// Pair returns two independent uniform numbers in the open interval (0, 1), each with 52 bits.
//
// The 128-bit counter is world (32 bits), replicate (32), period (16), theatre (16), slot (16) and the
// family of the key (16): every argument keeps all its bits, so no two keys share a counter.
func (s Stream) Pair(world, replicate uint32, period, theatre, slot uint16) (u1, u2 float64) {
	r0, r1, r2, r3 := philox(s.key0, s.key1,
		world, replicate, uint32(period)|uint32(theatre)<<16, uint32(slot)|forPlay)
	return open(r0, r1), open(r2, r3)
}

// Draw is [Stream.Pair] of a key.
func (s Stream) Draw(k Key) (u1, u2 float64) {
	return s.Pair(k.World, k.Replicate, k.Period, k.Theatre, k.Slot)
}

// Normal returns a standard normal number: the quantile of the first number of the pair.
func (s Stream) Normal(world, replicate uint32, period, theatre, slot uint16) float64 {
	u, _ := s.Pair(world, replicate, period, theatre, slot)
	return elementary.NormalQuantile(u)
}

// FactorStream is the source of one factor's draws, one for each world.
type FactorStream struct {
	stream            Stream
	nameLow, nameHigh uint32
}

// Factor is the source of draws of the factor of that name. The name enters through
// [HashName]; the counter is world, the two halves of the hash, and the family.
func (s Stream) Factor(name string) FactorStream {
	h := HashName(name)
	return FactorStream{s, uint32(h), uint32(h >> 32)}
}

// Uniform returns the factor's number in the open interval (0, 1) for a world.
func (f FactorStream) Uniform(world uint32) float64 {
	r0, r1, _, _ := f.block(world)
	return open(r0, r1)
}

// Bits returns 64 random bits for a world, independent of what [FactorStream.Uniform] returns: for
// designs of experiments that need keys of their own.
func (f FactorStream) Bits(world uint32) uint64 {
	_, _, r2, r3 := f.block(world)
	return uint64(r3)<<32 | uint64(r2)
}

func (f FactorStream) block(world uint32) (r0, r1, r2, r3 uint32) {
	return philox(f.stream.key0, f.stream.key1, world, f.nameLow, f.nameHigh, forFactors)
}

// HashName is the 64-bit FNV-1a hash of a name, its bits stirred once more. Two names of a
// model of a thousand factors share a hash with probability 3·10⁻¹⁴.
func HashName(name string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 0x100000001b3
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd // finaliser of MurmurHash3 (Appleby)
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// open makes 52 of the bits a number in the open interval (0, 1): the middle of one of 2^52
// equal cells.
func open(low, high uint32) float64 {
	bits := uint64(high)<<32 | uint64(low)
	return (float64(bits>>12) + 0.5) * 0x1p-52
}

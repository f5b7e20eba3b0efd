package chance

// Constants of Philox4x32 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
// as 1, 2, 3"): two multipliers, and the steps by which the key changes from round to round.
const (
	multiplier0 = 0xD2511F53
	multiplier1 = 0xCD9E8D57
	weyl0       = 0x9E3779B9
	weyl1       = 0xBB67AE85
)

// philox is Philox4x32-10: a bijection of the counter for every key, whose output passes the known
// batteries of tests whichever bits of the counter vary. The ten rounds are two to a turn of the
// loop, so that no value has to change its place.
func philox(k0, k1, c0, c1, c2, c3 uint32) (r0, r1, r2, r3 uint32) {
	for range 5 {
		p0 := uint64(c0) * multiplier0
		p1 := uint64(c2) * multiplier1
		q0 := uint64(uint32(p1>>32)^c1^k0) * multiplier0
		q1 := uint64(uint32(p0>>32)^c3^k1) * multiplier1
		c0 = uint32(q1>>32) ^ uint32(p1) ^ (k0 + weyl0)
		c1 = uint32(q1)
		c2 = uint32(q0>>32) ^ uint32(p0) ^ (k1 + weyl1)
		c3 = uint32(q0)
		k0 += 2 * weyl0 & 0xffffffff
		k1 += 2 * weyl1 & 0xffffffff
	}
	return c0, c1, c2, c3
}

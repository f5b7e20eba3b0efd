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
// batteries of tests whichever bits of the counter vary.
func philox(k0, k1 uint32, c [4]uint32) [4]uint32 {
	c0, c1, c2, c3 := c[0], c[1], c[2], c[3]
	for range 10 {
		p0 := uint64(c0) * multiplier0
		p1 := uint64(c2) * multiplier1
		c0, c1, c2, c3 = uint32(p1>>32)^c1^k0, uint32(p1), uint32(p0>>32)^c3^k1, uint32(p0)
		k0 += weyl0
		k1 += weyl1
	}
	return [4]uint32{c0, c1, c2, c3}
}

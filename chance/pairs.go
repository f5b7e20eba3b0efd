package chance

// Pairs fills u1 and u2 with [Stream.Pair] of each world and replicate, in one period, theatre
// and slot: the same bits, several keys at once where the program was built with vector
// instructions (pairs_amd64.go). The two slices filled must not overlap.
func (s Stream) Pairs(worlds, replicates []uint32, period, theatre, slot uint16, u1, u2 []float64) {
	n := len(worlds)
	replicates, u1, u2 = replicates[:n], u1[:n], u2[:n]
	for i := s.pairLanes(worlds, replicates, period, theatre, slot, u1, u2); i < n; i++ {
		u1[i], u2[i] = s.Pair(worlds[i], replicates[i], period, theatre, slot)
	}
}

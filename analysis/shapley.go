package analysis

import (
	"math/bits"
)

// A coalition is a set of players, one bit each.
type coalition uint64

func everyone(n int) coalition { return coalition(1)<<n - 1 }

func (c coalition) has(i int) bool { return c>>i&1 == 1 }

func (c coalition) size() int { return bits.OnesCount64(uint64(c)) }

// shapleyWeights is |S|!(n−|S|−1)!/n! by the size of the coalition S that a player
// joins (Shapley 1953).
func shapleyWeights(n int) []float64 {
	weights := make([]float64, n)
	for s := range weights {
		// 1/(n·C(n−1, s)), with C built up as a product that stays whole
		ways := 1.0
		for k := 1; k <= s; k++ {
			ways = float64(ways*float64(n-k)) / float64(k)
		}
		weights[s] = 1 / float64(float64(n)*ways)
	}
	return weights
}

// shapley finds the Shapley value of every player of a game that is known whole:
// its worth by coalition.
func shapley(phi, weights, worth []float64) {
	clear(phi)
	for c := range everyone(len(phi)) + 1 {
		weight := weights[min(c.size(), len(weights)-1)]
		for i := range phi {
			if !c.has(i) {
				phi[i] += float64(weight * (worth[c|1<<i] - worth[c]))
			}
		}
	}
}

// interaction is the Shapley interaction index of two players (Grabisch &
// Roubens 1999): what they bring together beyond what each brings, averaged over
// the coalitions they join.
func interaction(n, i, j int, worth []float64) float64 {
	weights := shapleyWeights(n - 1)
	both := coalition(1)<<i | coalition(1)<<j
	sum := 0.0
	for c := range everyone(n) + 1 {
		if c&both == 0 {
			joint := worth[c|both] - worth[c|1<<i] - worth[c|1<<j] + worth[c]
			sum += float64(weights[c.size()] * joint)
		}
	}
	return sum
}

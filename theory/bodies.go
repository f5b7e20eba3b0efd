package theory

import "parley/elementary"

// Assent is a member's probability of assenting, moved by what moves all and by
// its own conditions (rule 21).
func Assent(baseline, common, noise, shifts float64) float64 {
	return elementary.Logistic(elementary.Logit(baseline) + float64(common*noise) + shifts)
}

// Passes is the exact chance that members with these probabilities of assent
// and whole-numbered weights reach the quota of weight (rule 21; Tsebelis
// 2002). reach is scratch of at least the total weight + 1.
func Passes(assents []float64, weights []int, quota int, reach []float64) float64 {
	total := 0
	for _, w := range weights {
		total += w
	}
	reach = reach[:total+1]
	clear(reach)
	reach[0] = 1
	so := 0
	for i, p := range assents {
		w := weights[i]
		so += w
		for s := so; s >= 0; s-- {
			stays := float64(reach[s] * (1 - p))
			if s >= w {
				stays += float64(reach[s-w] * p)
			}
			reach[s] = stays
		}
	}
	pass := 0.0
	for s := max(quota, 0); s <= total; s++ {
		pass += reach[s]
	}
	return min(pass, 1)
}

// Quota is the least whole weight that decides (rule 21): all under unanimity,
// the stated share of the whole under qualified majority, more than half under
// simple majority.
func Quota(rule string, share float64, total int) int {
	switch rule {
	case "unanimity":
		return total
	case "simple":
		return total/2 + 1
	}
	least := int(share * float64(total))
	// A share such as 0.6667 means two thirds: written digits are no reason to ask
	// for one member more.
	for float64(least) < float64(share*float64(total))-1e-3 {
		least++
	}
	return max(least, 1)
}

package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// The chance of passing against every way the members may vote: a body that
// passes too easily would make an invitation look cheap.
func TestPassesCountsEveryVote(t *testing.T) {
	check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "members")
		assents, weights, total := make([]float64, n), make([]int, n), 0
		for i := range n {
			assents[i], weights[i] = between(t, "assents", 0, 1), rapid.IntRange(0, 5).Draw(t, "weight")
			total += weights[i]
		}
		quota := rapid.IntRange(0, total+1).Draw(t, "quota")
		want := 0.0
		for votes := range uint(1) << n {
			p, weight := 1.0, 0
			for i := range n {
				if votes>>i&1 == 1 {
					p, weight = p*assents[i], weight+weights[i]
				} else {
					p *= 1 - assents[i]
				}
			}
			if weight >= quota {
				want += p
			}
		}
		near(t, "chance of passing", theory.Passes(assents, weights, quota, make([]float64, total+1)), want, 1e-12)
	})
}

// A full body of 64 members, against the binomial law.
func TestPassesOfALargeBody(t *testing.T) {
	assents, weights := make([]float64, 64), make([]int, 64)
	for i := range assents {
		assents[i], weights[i] = 0.5, 1
	}
	reach := make([]float64, 65)
	near(t, "all of 64", theory.Passes(assents, weights, 64, reach), math.Pow(0.5, 64), 1e-30)
	// More than half: half of what is left when the ties are taken out.
	ties := math.Exp(lgamma(65) - 2*lgamma(33) - 64*math.Ln2)
	near(t, "most of 64", theory.Passes(assents, weights, theory.Quota("simple", 0, 64), reach), (1-ties)/2, 1e-12)
}

func lgamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}

// Rule 21: what each rule asks for.
func TestQuotas(t *testing.T) {
	for _, c := range []struct {
		rule  string
		share float64
		total int
		want  int
	}{
		{"unanimity", 0.5, 32, 32},
		{"simple", 0.9, 10, 6},
		{"simple", 0, 11, 6},
		{"simple", 0, 1, 1},
		{"qualified", 2. / 3, 3, 2},
		{"qualified", 2. / 3, 10, 7},
		{"qualified", 0.55, 27, 15},
		{"qualified", 0.65, 100, 65},
		{"qualified", 0.6, 5, 3},
		{"qualified", 1, 7, 7},
		{"qualified", 0, 7, 1},
		{"qualified", 0.7, 10, 7},
	} {
		if got := theory.Quota(c.rule, c.share, c.total); got != c.want {
			t.Errorf("%s, %v of %d: %d, want %d", c.rule, c.share, c.total, got, c.want)
		}
	}
	check(t, func(t *rapid.T) {
		total := rapid.IntRange(1, 64).Draw(t, "total")
		part := rapid.IntRange(1, total).Draw(t, "part")
		if got := theory.Quota("qualified", float64(part)/float64(total), total); got != part {
			t.Errorf("%d of %d needs %d", part, total, got)
		}
	})
}

// Rule 21: a member's baseline where nothing moves it; common shocks and
// conditions add in log-odds.
func TestAssent(t *testing.T) {
	near(t, "unmoved", theory.Assent(0.8, 0.5, 0, 0), 0.8, 1e-14)
	near(t, "moved", theory.Assent(0.8, 0.5, -2, 0.3), logistic(logit(0.8)-1+0.3), 1e-14)
	near(t, "never", theory.Assent(0, 0.5, 3, 9), 0, 0)
	near(t, "always", theory.Assent(1, 0.5, -3, -9), 1, 0)
}

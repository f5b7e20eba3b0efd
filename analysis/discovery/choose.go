package discovery

import "fmt"

// Rule is how one box of a trajectory is chosen.
type Rule string

// The rules of choice.
const (
	// Tradeoff takes, of the boxes whose coverage × density is within 5 % of the best, the
	// one with the fewest restricted dimensions; of these the one with the best product.
	Tradeoff Rule = "tradeoff"
	// Dense takes, of the boxes that reach the wanted density, the one with the largest
	// coverage; where it ties, the fewest dimensions. Where none reaches it, the densest.
	Dense Rule = "dense"
	// AtStep takes the box of the wanted step.
	AtStep Rule = "step"
)

// Choice says which box of a trajectory to take.
type Choice struct {
	Rule    Rule    `json:"rule"`
	Density float64 `json:"density,omitempty"` // for Dense
	Step    int     `json:"step,omitempty"`    // for AtStep
}

// nearTies is the share of the best product that Tradeoff gives up for fewer dimensions.
const nearTies = 0.05

// of chooses a step.
func (c Choice) of(states []state, t *Table) (int, error) {
	switch c.Rule {
	case AtStep:
		if c.Step < 0 || c.Step >= len(states) {
			return 0, fmt.Errorf("step %d is asked for; the trajectory has 0 to %d", c.Step, len(states)-1)
		}
		return c.Step, nil
	case Dense:
		return densest(states, t, c.Density), nil
	default:
		return tradeoff(states, t), nil
	}
}

func product(s state) float64 { return share(s.h, s.n) * float64(s.h) }

func tradeoff(states []state, t *Table) int {
	best := 0.0
	for _, s := range states {
		best = max(best, product(s))
	}
	chosen, dims := -1, 0
	for i, s := range states {
		if product(s) < (1-nearTies)*best {
			continue
		}
		d := s.restricted(t)
		if chosen < 0 || d < dims || d == dims && product(s) > product(states[chosen]) {
			chosen, dims = i, d
		}
	}
	return chosen
}

func densest(states []state, t *Table, want float64) int {
	chosen := -1
	for i, s := range states {
		if share(s.h, s.n) < want {
			continue
		}
		if chosen < 0 || s.h > states[chosen].h ||
			s.h == states[chosen].h && s.restricted(t) < states[chosen].restricted(t) {
			chosen = i
		}
	}
	if chosen >= 0 {
		return chosen
	}
	chosen = 0
	for i, s := range states {
		if compareDensity(s.tally, states[chosen].tally) > 0 {
			chosen = i
		}
	}
	return chosen
}

package theory_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"parley/theory"
)

// drawCrisis draws a crisis game and the state it is played in.
func drawCrisis(t *rapid.T) (theory.Crisis, theory.Standing) {
	c := theory.Crisis{
		Sensitivity: between(t, "λ", 0, 12), Concession: between(t, "q", 0, 0.5), BackingDown: between(t, "a_C", 0, 0.5), GivingWay: between(t, "a_D", 0, 0.5),
		ChallengerCost: between(t, "κ_C", 0, 1), DefenderCost: between(t, "κ_D", 0, 1), FacingSupporter: between(t, "κ_F", 0, 1),
		Punishment: between(t, "s", 0, 1), Probe: between(t, "probe", -3, 3), Opportunism: between(t, "opportunism", -2, 2),
		HasSupporter: rapid.Bool().Draw(t, "has supporter"),
		Supporter: theory.Supporter{
			StakeResolute: between(t, "v_R", 0, 3), StakeIrresolute: between(t, "v_I", 0, 3), Gap: between(t, "G", 0, 5), Cost: between(t, "cost", 0, 1),
			Arming: between(t, "arming", 0, 1), Abandonment: between(t, "o", 0, 1), Pledge: between(t, "pledge", 0, 1),
		},
	}
	aside := between(t, "x̂ aside", 0, 1)
	arm := aside * between(t, "less if armed", 0, 1)
	s := theory.Standing{
		Share: between(t, "x", 0, 1), Forecasts: [3]float64{aside, arm, arm * between(t, "less if fought", 0, 1)}, Guarantee: between(t, "g", 0, 1),
		Relief: between(t, "e", 0, 1), Belief: between(t, "b", 0.018, 0.982),
	}
	s.FirstBelief = s.Belief
	return c, s
}

// Rule 7: whatever the theory's numbers, the opening has the analyst's base
// rates. Otherwise theory would set levels.
func TestCrisisIsAnchored(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, s := drawCrisis(t)
		base := theory.Baselines{
			Challenge: between(t, "challenge", 0, 1), Concede: between(t, "concede", 0, 0.99), Fight: between(t, "fight", 0, 1),
		}
		base.Attack = (1 - base.Concede) * between(t, "attack", 0, 0.999)
		a := theory.AnchorCrisis(&c, &base, &s)
		m := theory.PlayCrisis(&c, &a, &s)
		near(t, "challenge", m.Challenge, base.Challenge, 1e-12)
		near(t, "concede", m.Concede, base.Concede, 1e-12)
		near(t, "war given a challenge", (1-m.Concede)*m.Attack, base.Attack, 1e-12)
		if c.HasSupporter {
			near(t, "fight", m.Answers.Mixed[theory.Fight], base.Fight, 1e-12)
		}
	})
}

// Baselines of 0 and 1 stay what they are whatever happens.
func TestCertainBaselinesStay(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, s := drawCrisis(t)
		base := theory.Baselines{
			Challenge: rapid.SampledFrom([]float64{0, 1}).Draw(t, "challenge"), Concede: rapid.SampledFrom([]float64{0, 1}).Draw(t, "concede"),
			Fight: rapid.SampledFrom([]float64{0, 1}).Draw(t, "fight"),
		}
		a := theory.AnchorCrisis(&c, &base, &s)
		_, s = drawCrisis(t)
		m := theory.PlayCrisis(&c, &a, &s)
		near(t, "challenge", m.Challenge, base.Challenge, 0)
		near(t, "concede", m.Concede, base.Concede, 0)
		near(t, "attack", m.Attack, 0, 0)
		if c.HasSupporter {
			near(t, "fight", m.Answers.Mixed[theory.Fight], base.Fight, 1e-15)
		}
	})
}

// The game as docs/model.md §7 states it, written out a second time.
func TestCrisisByHand(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, s := drawCrisis(t)
		s.FirstBelief, s.Events, s.Elsewhere = between(t, "b₀", 0, 1), between(t, "events", -1, 1), rapid.SampledFrom([]float64{0, 1}).Draw(t, "elsewhere")
		a := theory.Anchors{Challenge: between(t, "γ_C", -5, 5), Concede: between(t, "γ_D", -5, 5), Attack: between(t, "γ_A", -5, 5), Fight: between(t, "γ_P", -5, 5)}
		got := theory.PlayCrisis(&c, &a, &s)

		lambda, p := c.Sensitivity, c.Supporter
		mixed := [3]float64{1, 0, 0}
		if c.HasSupporter {
			by := func(v, sign float64) (law [3]float64) {
				whole := 0.0
				for r, cost := range []float64{0, p.Arming * p.Cost, p.Cost} {
					u := -v*(s.Forecasts[r]-s.Share) - cost
					if r == 0 {
						u -= p.Abandonment + p.Pledge*s.Guarantee
					}
					law[r] = math.Exp(lambda * u)
					if r == 2 {
						law[r] = math.Exp(lambda*u + a.Fight + sign*p.Gap/2)
					}
					whole += law[r]
				}
				for r := range law {
					law[r] /= whole
				}
				return law
			}
			resolute, irresolute := by(p.StakeResolute, 1), by(p.StakeIrresolute, -1)
			for r := range mixed {
				mixed[r] = s.Belief*resolute[r] + (1-s.Belief)*irresolute[r]
				near(t, "resolute", got.Answers.Resolute[r], resolute[r], 1e-12)
				near(t, "irresolute", got.Answers.Irresolute[r], irresolute[r], 1e-12)
				near(t, "mixed", got.Answers.Mixed[r], mixed[r], 1e-12)
			}
		}
		ewC, ewD := 0.0, 0.0
		for r, x := range s.Forecasts {
			facing := 0.0
			if r == 2 {
				facing = c.FacingSupporter
			}
			ewC += mixed[r] * (x - s.Share - c.ChallengerCost - facing - c.Punishment*(1-s.Relief))
			ewD += mixed[r] * (-(x - s.Share) - c.DefenderCost)
		}
		attack := logistic(lambda*(ewC+c.BackingDown) + a.Attack)
		concede := logistic(lambda*(-c.Concession-c.GivingWay-attack*ewD) + a.Concede)
		lambdaV := math.Log(math.Exp(lambda*ewC+a.Attack) + math.Exp(-lambda*c.BackingDown))
		advantage := lambda*concede*c.Concession + (1-concede)*lambdaV + a.Challenge + s.Events
		if c.HasSupporter {
			advantage += c.Probe*(s.FirstBelief-s.Belief) + c.Opportunism*s.Elsewhere
		}
		near(t, "attack", got.Attack, attack, 1e-12)
		near(t, "concede", got.Concede, concede, 1e-12)
		near(t, "challenge", got.Challenge, logistic(advantage), 1e-12)
	})
}

// MODEL §15: with the others' answers held, better prospects of winning never
// lower the probability of attacking or of challenging. (With the mean instead
// of the inclusive value they would.)
func TestBetterProspectsNeverDeter(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, s := drawCrisis(t)
		gammaA, gammaC, concede := between(t, "γ_A", -8, 8), between(t, "γ_C", -8, 8), between(t, "concede", 0, 1)
		answers := theory.SupporterAnswers(&c, between(t, "γ_P", -5, 5), &s)
		attack, inclusive := theory.AttackNode(&c, theory.AttackValue(&c, s.Expected(&answers.Mixed), s.Share, answers.Mixed[theory.Fight], s.Relief), gammaA)
		challenge := theory.Choice(theory.ChallengeAdvantage(&c, concede, inclusive)+theory.ChallengeShift(&c, &s), gammaC)
		better := s
		for r := range better.Forecasts {
			better.Forecasts[r] += between(t, "better", 0, 1) * (1 - better.Forecasts[r])
		}
		attack2, inclusive2 := theory.AttackNode(&c, theory.AttackValue(&c, better.Expected(&answers.Mixed), better.Share, answers.Mixed[theory.Fight], better.Relief), gammaA)
		challenge2 := theory.Choice(theory.ChallengeAdvantage(&c, concede, inclusive2)+theory.ChallengeShift(&c, &s), gammaC)
		if attack2 < attack-1e-14 || inclusive2 < inclusive-1e-12 || challenge2 < challenge-1e-14 {
			t.Errorf("attack %v → %v, inclusive value %v → %v, challenge %v → %v", attack, attack2, inclusive, inclusive2, challenge, challenge2)
		}
	})
}

// The worth of having a choice is at least that of its better alternative, and
// rises with either.
func TestInclusiveValue(t *testing.T) {
	check(t, func(t *rapid.T) {
		c := theory.Crisis{Sensitivity: between(t, "λ", 0, 20), BackingDown: between(t, "a_C", 0, 1)}
		value, gamma := between(t, "EW", -2, 1), between(t, "γ", -30, 30)
		_, inclusive := theory.AttackNode(&c, value, gamma)
		if best := max(c.Sensitivity*value+gamma, -c.Sensitivity*c.BackingDown); inclusive < best-1e-12 || inclusive > best+math.Ln2+1e-12 {
			t.Errorf("inclusive value %v, the better alternative is worth %v", inclusive, best)
		}
		if _, more := theory.AttackNode(&c, value+between(t, "more", 0, 1), gamma); more < inclusive-1e-12 {
			t.Errorf("it falls from %v to %v as attacking gains", inclusive, more)
		}
	})
}

// λ → ∞: the game's equilibrium is the one solved backwards with best responses.
func TestCrisisWithPerfectPlay(t *testing.T) {
	// Constants at 0: no base rate is left, only utility.
	base := theory.Crisis{Sensitivity: 1e5, Concession: 0.1, BackingDown: 0.05, ChallengerCost: 0.1, DefenderCost: 0.1}
	base.Supporter = theory.Supporter{StakeResolute: 2, StakeIrresolute: 0.1, Cost: 0.3, Arming: 0.9}
	for _, c := range []struct {
		name                       string
		supporter                  bool
		belief                     float64
		aside, fought              float64
		givingWay                  float64
		attack, concede, challenge float64
	}{
		{"war pays, and giving way costs the defender more", false, 0, 0.22, 0.22, 0.2, 1, 0, 1},
		{"war pays, and costs the defender more than giving way", false, 0, 0.6, 0.6, 0.02, 1, 1, 1},
		{"war costs more than backing down", false, 0, 0.12, 0.12, 0.02, 0, 0, 0},
		{"a resolute supporter deters", true, 1, 0.6, 0.1, 0.02, 0, 0, 0},
		{"an irresolute one does not", true, 0, 0.6, 0.1, 0.02, 1, 1, 1},
	} {
		game := base
		game.HasSupporter, game.GivingWay = c.supporter, c.givingWay
		s := theory.Standing{Share: 0.1, Forecasts: [3]float64{c.aside, c.aside, c.fought}, Belief: c.belief, Relief: 1}
		m := theory.PlayCrisis(&game, &theory.Anchors{}, &s)
		near(t, c.name+": attack", m.Attack, c.attack, 1e-9)
		near(t, c.name+": concede", m.Concede, c.concede, 1e-9)
		near(t, c.name+": challenge", m.Challenge, c.challenge, 1e-9)
	}
}

// Rule 8: G is how far apart two types with the same stake behave, in log-odds;
// a guarantee makes standing aside dearer.
func TestSupporterTypesAndGuarantees(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, s := drawCrisis(t)
		c.HasSupporter = true
		c.Supporter.StakeIrresolute = c.Supporter.StakeResolute
		constant := between(t, "γ", -3, 3)
		a := theory.SupporterAnswers(&c, constant, &s)
		odds := func(law [3]float64) float64 {
			return math.Log(law[theory.Fight] / (law[theory.Aside] + law[theory.Arm]))
		}
		near(t, "the types' distance", odds(a.Resolute)-odds(a.Irresolute), c.Supporter.Gap, 1e-8)
		pledged := s
		pledged.Guarantee += (1 - s.Guarantee) * between(t, "more of a guarantee", 0, 1)
		if p := theory.SupporterAnswers(&c, constant, &pledged); p.Mixed[theory.Aside] > a.Mixed[theory.Aside]+1e-14 || p.Mixed[theory.Fight] < a.Mixed[theory.Fight]-1e-14 {
			t.Errorf("a guarantee turns %v into %v", a.Mixed, p.Mixed)
		}
	})
}

// λ = 0: whatever happens, probabilities equal their baselines but for what is
// dispositional.
func TestWithoutSensitivityCrisesKeepTheirBaselines(t *testing.T) {
	check(t, func(t *rapid.T) {
		c, s := drawCrisis(t)
		c.Sensitivity, c.Probe, c.Opportunism, c.Supporter.Gap = 0, 0, 0, 0
		base := theory.Baselines{Challenge: 0.2, Concede: 0.3, Attack: 0.4, Fight: 0.6}
		a := theory.AnchorCrisis(&c, &base, &s)
		_, s = drawCrisis(t)
		m := theory.PlayCrisis(&c, &a, &s)
		near(t, "challenge", m.Challenge, 0.2, 1e-13)
		near(t, "concede", m.Concede, 0.3, 1e-13)
		near(t, "war", (1-m.Concede)*m.Attack, 0.4, 1e-13)
		if c.HasSupporter {
			near(t, "fight", m.Answers.Mixed[theory.Fight], 0.6, 1e-13)
		}
	})
}

func TestBaselinesOfWarAndConcession(t *testing.T) {
	near(t, "of those resisted", theory.AttackIfResisted(0.3, 0.4), 0.5, 1e-15)
	near(t, "no war", theory.AttackIfResisted(0, 0.4), 0, 0)
	near(t, "always conceded", theory.AttackIfResisted(0, 1), 0, 0)
	near(t, "never certain", theory.AttackIfResisted(0.6, 0.4), 1-1e-9, 0)
	if !theory.BaselinesAgree(0.6, 0.4) || theory.BaselinesAgree(0.61, 0.4) {
		t.Error("war and concession may be certain together, and no more")
	}
}

// Rule 10: each friction alone, and none.
func TestFrictions(t *testing.T) {
	for _, c := range []struct {
		name string
		f    theory.Friction
		want float64
	}{
		{"none", theory.Friction{Proxies: 1}, 1},
		{"imposed, at once (Werner & Yuen 2005)", theory.Friction{Proxies: 1, AfterWar: true, Imposed: 0.8}, 1.8},
		{"imposed, two years on", theory.Friction{Proxies: 1, AfterWar: true, Imposed: 0.8, Years: 2}, 1 + 0.8/math.E},
		{"imposed, but no war has ended", theory.Friction{Proxies: 1, Imposed: 0.8, Monitoring: 0.5}, 1},
		{"monitored (Fortna 2003)", theory.Friction{Proxies: 1, AfterWar: true, Monitoring: 0.4}, 0.6},
		{"a window (Benson & Smith 2022)", theory.Friction{Proxies: 1, Window: 0.3}, 1.3},
		{"all", theory.Friction{Proxies: 0.5, AfterWar: true, Imposed: 1, Monitoring: 0.5, Window: 1}, 0.5 * 2 * 0.5 * 2},
		{"never below nothing", theory.Friction{Proxies: 1, AfterWar: true, Imposed: -3}, 0},
	} {
		near(t, c.name, c.f.Factor(), c.want, 1e-12)
	}
	near(t, "a proxy four times as rich", theory.ProxyFriction(40, 10, 0.5), 2, 1e-12)
	near(t, "a proxy with nothing", theory.ProxyFriction(0, 0, 0.5), 1, 1e-12)
	near(t, "elasticity 0", theory.ProxyFriction(1e6, 10, 0), 1, 0)
}

// Rule 10: the defender's chance of reopening, at its base rate where nothing
// has moved, and rising with its power and its grievance.
func TestReopening(t *testing.T) {
	constant := logit(0.03)
	near(t, "as at the opening", theory.Reopen(5, 0.4, 0.4, 0.3, 0, constant), 0.03, 1e-14)
	near(t, "stronger", theory.Reopen(5, 0.3, 0.4, 0.3, 0, constant), logistic(5*0.1+constant), 1e-14)
	near(t, "aggrieved", theory.Reopen(5, 0.4, 0.4, 0.3, 0.5, constant), logistic(5*0.15+constant), 1e-14)
	near(t, "never", theory.Reopen(5, 0, 1, 1, 1, math.Inf(-1)), 0, 0)
}

package theory

import (
	"math"

	"parley/elementary"
)

// Answer is what a lead supporter does when its defender is attacked (rule 8).
type Answer int

// The answers, in the order in which chance runs through them.
const (
	Aside Answer = iota
	Arm
	Fight
)

// Supporter is what the crisis game needs to know of a lead supporter (rule 8).
// Utilities in its own stakes.
type Supporter struct {
	StakeResolute, StakeIrresolute float64 // v: what the theatre is worth to each type
	Gap                            float64 // G: how far apart the types behave
	Cost                           float64 // of fighting
	Arming                         float64 // of arming, as a share of that
	Abandonment                    float64 // o without a guarantee
	Pledge                         float64 // what a full guarantee adds to o
}

// Crisis is the constants of a theatre's crisis game (rules 7–9). Costs in
// stakes.
type Crisis struct {
	Sensitivity     float64 // λ
	Concession      float64 // q
	BackingDown     float64 // a_C
	GivingWay       float64 // a_D
	ChallengerCost  float64 // κ_C
	DefenderCost    float64 // κ_D
	FacingSupporter float64 // κ_F
	Punishment      float64 // s
	Probe           float64 // worth of a cheap test
	Opportunism     float64 // shift while the lead fights elsewhere
	Supporter       Supporter
	HasSupporter    bool
}

// Baselines of a crisis game (rule 9): the chance of a challenge in a period,
// of a concession given a challenge, of war given a challenge, and that the
// supporter fights given an attack.
type Baselines struct {
	Challenge, Concede, Attack, Fight float64
}

// Anchors are the constants that make every baseline hold at the opening (rule 7).
type Anchors struct {
	Challenge, Concede, Attack, Fight float64
}

// Standing is the state a crisis game is played in.
type Standing struct {
	Share       float64    // x
	Forecasts   [3]float64 // x̂ by the lead's answer
	Guarantee   float64    // g
	Relief      float64    // e: expectation that punishment is relieved
	Belief      float64    // b: that the lead is resolute
	FirstBelief float64    // b at the opening
	Elsewhere   float64    // 1 if the lead fights in another theatre
	Events      float64    // shift by scenario events
}

// Answers is the probabilities of a lead's answers by type, and as observers
// mix them.
type Answers struct {
	Resolute, Irresolute, Mixed [3]float64
}

// Moves is a crisis game solved backwards.
type Moves struct {
	Challenge, Concede, Attack float64 // probabilities: in a period, given a challenge, given resistance
	Answers                    Answers
}

// SupporterValue is λ·(U(r) − U(aside)) of a supporter with stake v for arming
// and for fighting (§7): its loss is v·(x̂ − x), so a lower forecast helps it.
func SupporterValue(c *Crisis, v, guarantee float64, forecasts *[3]float64) (arm, fight float64) {
	s := &c.Supporter
	standing := s.Abandonment + float64(s.Pledge*guarantee)
	arm = float64(c.Sensitivity * (float64(v*(forecasts[Aside]-forecasts[Arm])) - float64(s.Arming*s.Cost) + standing))
	fight = float64(c.Sensitivity * (float64(v*(forecasts[Aside]-forecasts[Fight])) - s.Cost + standing))
	return arm, fight
}

// SupporterAnswers is how a lead answers, by type and mixed (rule 8).
func SupporterAnswers(c *Crisis, constant float64, s *Standing) Answers {
	if !c.HasSupporter {
		alone := [3]float64{1, 0, 0}
		return Answers{alone, alone, alone}
	}
	var a Answers
	half := float64(c.Supporter.Gap / 2)
	arm, fight := SupporterValue(c, c.Supporter.StakeResolute, s.Guarantee, &s.Forecasts)
	a.Resolute[Aside], a.Resolute[Arm], a.Resolute[Fight] = Softmax3(arm, fight+constant+half)
	arm, fight = SupporterValue(c, c.Supporter.StakeIrresolute, s.Guarantee, &s.Forecasts)
	a.Irresolute[Aside], a.Irresolute[Arm], a.Irresolute[Fight] = Softmax3(arm, fight+constant-half)
	for r := range a.Mixed {
		a.Mixed[r] = float64(s.Belief*a.Resolute[r]) + float64((1-s.Belief)*a.Irresolute[r])
	}
	return a
}

// Expected is Σ Pr(r)·x̂_r, the share the challenger can expect from an attack
// whatever the lead answers (§7).
func Expected(aside, arm, fight, ifAside, ifArm, ifFight float64) float64 {
	return float64(aside*ifAside) + float64(arm*ifArm) + float64(fight*ifFight)
}

// AttackValue is EW_C, what an attack is worth to the challenger (§7): expected
// is [Expected], fight the probability of facing the supporter, relief e.
func AttackValue(c *Crisis, expected, share, fight, relief float64) float64 {
	return expected - share - c.ChallengerCost - float64(c.FacingSupporter*fight) - float64(c.Punishment*(1-relief))
}

// ResistValue is EW_D, what being attacked is worth to the defender (§7).
func ResistValue(c *Crisis, expected, share float64) float64 {
	return share - expected - c.DefenderCost
}

// AttackNode is the challenger's last choice: the probability of attacking
// rather than backing down, and λ times the inclusive value of having the
// choice, ln[exp(λ·EW + γ) + exp(−λ·a_C)] (rules 7 and 9).
func AttackNode(c *Crisis, attackValue, constant float64) (attack, inclusive float64) {
	y := AttackAdvantage(c, attackValue, constant)
	t := elementary.Exp(-math.Abs(y))
	return AttackFrom(c, y, t, elementary.Log(1+t))
}

// AttackAdvantage is what attacking has over backing down in that choice.
func AttackAdvantage(c *Crisis, attackValue, constant float64) float64 {
	return float64(c.Sensitivity*attackValue) + constant + float64(c.Sensitivity*c.BackingDown)
}

// AttackFrom is [AttackNode] from the advantage y, odds = exp(−|y|) and
// logWhole = ln(1 + odds).
func AttackFrom(c *Crisis, y, odds, logWhole float64) (attack, inclusive float64) {
	inclusive = logWhole - float64(c.Sensitivity*c.BackingDown)
	whole := 1 / (1 + odds)
	if y > 0 {
		return whole, inclusive + y
	}
	return odds * whole, inclusive
}

// ConcedeAdvantage is λ·D of conceding rather than resisting (§7).
func ConcedeAdvantage(c *Crisis, attack, resistValue float64) float64 {
	return float64(c.Sensitivity * (-c.Concession - c.GivingWay - float64(attack*resistValue)))
}

// ChallengeAdvantage is λ·D of challenging rather than leaving things (rule 9).
func ChallengeAdvantage(c *Crisis, concede, inclusive float64) float64 {
	return float64(concede*(c.Sensitivity*c.Concession)) + float64((1-concede)*inclusive)
}

// ChallengeShift is what moves a challenge besides utility: cheap tests where
// resolve is doubted, a lead that is busy elsewhere, events (rules 5, 9).
func ChallengeShift(c *Crisis, s *Standing) float64 {
	if !c.HasSupporter {
		return s.Events
	}
	return float64(c.Probe*(s.FirstBelief-s.Belief)) + float64(c.Opportunism*s.Elsewhere) + s.Events
}

// Expected is [Expected] in this state, with these probabilities of the answers.
func (s *Standing) Expected(mixed *[3]float64) float64 {
	return Expected(mixed[Aside], mixed[Arm], mixed[Fight], s.Forecasts[Aside], s.Forecasts[Arm], s.Forecasts[Fight])
}

// PlayCrisis solves the crisis game backwards (rules 8, 9; Huth 1988; Signorino
// & Tarar 2006; Kilgour & Zagare 1994).
func PlayCrisis(c *Crisis, a *Anchors, s *Standing) Moves {
	answers := SupporterAnswers(c, a.Fight, s)
	expected := s.Expected(&answers.Mixed)
	attack, inclusive := AttackNode(c, AttackValue(c, expected, s.Share, answers.Mixed[Fight], s.Relief), a.Attack)
	concede := Choice(ConcedeAdvantage(c, attack, ResistValue(c, expected, s.Share)), a.Concede)
	challenge := Choice(ChallengeAdvantage(c, concede, inclusive)+ChallengeShift(c, s), a.Challenge)
	return Moves{Challenge: challenge, Concede: concede, Attack: attack, Answers: answers}
}

// AnchorCrisis finds the constants of a crisis game from its baselines at the
// opening (rule 7).
func AnchorCrisis(c *Crisis, base *Baselines, s *Standing) Anchors {
	var a Anchors
	if c.HasSupporter {
		a.Fight = anchorFight(c, base.Fight, s)
	}
	answers := SupporterAnswers(c, a.Fight, s)
	expected := s.Expected(&answers.Mixed)
	value := AttackValue(c, expected, s.Share, answers.Mixed[Fight], s.Relief)
	a.Attack = Constant(AttackIfResisted(base.Attack, base.Concede), float64(c.Sensitivity*value)+float64(c.Sensitivity*c.BackingDown))
	attack, inclusive := AttackNode(c, value, a.Attack)
	a.Concede = Constant(base.Concede, ConcedeAdvantage(c, attack, ResistValue(c, expected, s.Share)))
	a.Challenge = Constant(base.Challenge, ChallengeAdvantage(c, base.Concede, inclusive)+ChallengeShift(c, s))
	return a
}

// AttackIfResisted is Pr(attack | resisted) from the baselines of war and of
// concession given a challenge (rule 9), kept below 1.
func AttackIfResisted(attack, concede float64) float64 {
	const most = 1 - 1e-9
	if attack <= 0 || concede >= 1 {
		return 0
	}
	return min(attack/(1-concede), most)
}

// BaselinesAgree reports whether war and concession, given a challenge, can both
// be as likely as stated (rule 9): no more than certain together.
func BaselinesAgree(attack, concede float64) bool { return attack+concede <= 1+1e-9 }

// anchorFight finds γ_P: each type's odds of fighting against its two other
// answers, mixed by the belief, give the baseline.
func anchorFight(c *Crisis, baseline float64, s *Standing) float64 {
	against := func(v, sign float64) float64 {
		arm, fight := SupporterValue(c, v, s.Guarantee, &s.Forecasts)
		return fight + float64(sign*c.Supporter.Gap/2) - elementary.Softplus(arm)
	}
	resolute := against(c.Supporter.StakeResolute, 1)
	irresolute := against(c.Supporter.StakeIrresolute, -1)
	return MixedConstant(baseline, s.Belief, resolute, irresolute)
}

// Friction multiplies the hazards of a quiet theatre (rule 10). It is never
// below 0.
type Friction struct {
	AfterWar   bool    // whether a war has ended here
	Imposed    float64 // extra hazard of imposed terms × 1 if they were imposed
	Years      float64 // since the fighting ended
	Monitoring float64 // effect × how far the line is monitored
	Window     float64 // effect × strength of a promise that does not hold yet
	Proxies    float64 // Π (wealth/wealth at the opening)^elasticity
}

// Factor is the product of all frictions: Werner & Yuen 2005, Fortna 2003,
// Benson & Smith 2022, each with a rival at 0.
func (f *Friction) Factor() float64 {
	factor := f.Proxies
	if f.AfterWar {
		if f.Imposed != 0 {
			factor *= 1 + float64(f.Imposed*elementary.Exp(-f.Years/2))
		}
		factor *= 1 - f.Monitoring
	}
	factor *= 1 + f.Window
	return max(factor, 0)
}

// ProxyFriction is what a proxy's wealth does to the hazards (rule 10).
func ProxyFriction(wealth, atOpening, elasticity float64) float64 {
	return elementary.Pow(WealthRatio(wealth, atOpening), elasticity)
}

// WealthRatio is what a proxy has over what it had at the opening, both above 0.
func WealthRatio(wealth, atOpening float64) float64 {
	return max(wealth, smallestGrowing) / max(atOpening, smallestGrowing)
}

// Reopen is the chance that a defender whom a war left badly off reopens it in
// a period: rising with the power in its favour and with what it granted,
// Σ w_Dj·z_j, of which revanche counts (rule 10; THEORY E26). constant is
// L(baseline).
func Reopen(sensitivity, p, pOpening, revanche, granted, constant float64) float64 {
	return Choice(ReopenAdvantage(sensitivity, p, pOpening, revanche, granted), constant)
}

// ReopenAdvantage is λ·D of reopening, as [Reopen] has it.
func ReopenAdvantage(sensitivity, p, pOpening, revanche, granted float64) float64 {
	return float64(sensitivity * ((pOpening - p) + float64(revanche*granted)))
}

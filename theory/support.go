package theory

import "parley/elementary"

// Levels of support a lead may choose (rule 15).
const (
	Cut = iota
	Sustain
	Surge
)

// Sustaining is the constants of a lead's choice of support (rule 15).
type Sustaining struct {
	Sensitivity                    float64 // λ
	StakeResolute, StakeIrresolute float64 // v
	Gap                            float64 // G
	Cost                           float64 // of aid at its opening level
	Escalation                     float64 // of a surge
	Size                           float64 // of a surge
}

// SupportAnchors are the constants of the choice (rule 7).
type SupportAnchors struct {
	Cut     float64 // from a level above 0
	Surge   float64
	Restart float64 // on cut, from level 0
}

// SupportChoice is the probabilities of cut, sustain and surge by type.
type SupportChoice struct {
	Resolute, Irresolute [3]float64
}

// SupportValue is λ·(U − U(sustain)) of a supporter with stake v for cutting
// and for surging. forecasts are x̂ at level 0, 1 and 1 + size (rule 15).
func SupportValue(s *Sustaining, v float64, forecasts *[3]float64) (cut, surge float64) {
	cut = float64(s.Sensitivity * (float64(v*(forecasts[Sustain]-forecasts[Cut])) + s.Cost))
	surge = float64(s.Sensitivity * (float64(v*(forecasts[Sustain]-forecasts[Surge])) - float64(s.Cost*s.Size) - s.Escalation))
	return cut, surge
}

// ChooseSupport is a lead's choice by type (rule 15). Giving way is
// dispositional as well as instrumental: ∓G/4 on cut. cutConstant is
// SupportAnchors.Cut, or Restart where the level is 0.
func ChooseSupport(s *Sustaining, cutConstant, surgeConstant float64, forecasts *[3]float64) SupportChoice {
	var c SupportChoice
	cut, surge := SupportExponents(s, s.StakeResolute, -1, cutConstant, surgeConstant, forecasts)
	c.Resolute[Sustain], c.Resolute[Cut], c.Resolute[Surge] = Odds3(elementary.Exp(cut), elementary.Exp(surge))
	cut, surge = SupportExponents(s, s.StakeIrresolute, 1, cutConstant, surgeConstant, forecasts)
	c.Irresolute[Sustain], c.Irresolute[Cut], c.Irresolute[Surge] = Odds3(elementary.Exp(cut), elementary.Exp(surge))
	return c
}

// SupportExponents is the log odds of cutting and of surging against sustaining
// for a supporter with stake v; sign is −1 for a resolute one, 1 for the other.
func SupportExponents(s *Sustaining, v, sign, cutConstant, surgeConstant float64, forecasts *[3]float64) (cut, surge float64) {
	cut, surge = SupportValue(s, v, forecasts)
	return Bounded(cut + cutConstant + float64(sign*s.Gap/4)), Bounded(surge + surgeConstant)
}

// ExpectedLevel is the level of support expected next period, types mixed by
// the belief.
func ExpectedLevel(s *Sustaining, c *SupportChoice, belief float64) float64 {
	surged := 1 + s.Size
	resolute := c.Resolute[Sustain] + float64(c.Resolute[Surge]*surged)
	irresolute := c.Irresolute[Sustain] + float64(c.Irresolute[Surge]*surged)
	return float64(belief*resolute) + float64((1-belief)*irresolute)
}

// ChoicesAgree reports whether cutting and surging can both be as likely in a
// period as stated (rule 15): where neither is out of the question, something
// must be left for sustaining.
func ChoicesAgree(cut, surge float64) bool {
	return cut+surge <= 0.98 || cut == 0 || surge == 0
}

// AnchorSupport finds the constants of a lead's choice at the opening: cut,
// surge and restart are baseline probabilities in a period (rules 7, 15).
func AnchorSupport(s *Sustaining, cut, surge, restart, belief float64, forecasts *[3]float64) SupportAnchors {
	cutR, surgeR := SupportValue(s, s.StakeResolute, forecasts)
	cutI, surgeI := SupportValue(s, s.StakeIrresolute, forecasts)
	cutR -= float64(s.Gap / 4)
	cutI += float64(s.Gap / 4)
	a := SupportAnchors{Cut: elementary.Logit(cut), Surge: elementary.Logit(surge)}
	// Each constant in turn, the other held, until neither moves: the odds of
	// one alternative against the two others, mixed by the belief.
	for range 5000 {
		cutWas, surgeWas := a.Cut, a.Surge
		a.Cut = MixedConstant(cut, belief, cutR-elementary.Softplus(surgeR+a.Surge), cutI-elementary.Softplus(surgeI+a.Surge))
		a.Surge = MixedConstant(surge, belief, surgeR-elementary.Softplus(cutR+a.Cut), surgeI-elementary.Softplus(cutI+a.Cut))
		if settled(a.Cut, cutWas) && settled(a.Surge, surgeWas) {
			break
		}
	}
	a.Restart = MixedConstant(1-restart, belief, cutR-elementary.Softplus(surgeR+a.Surge), cutI-elementary.Softplus(surgeI+a.Surge))
	return a
}

// settled reports that an iterate has come to rest; infinities are at rest.
func settled(now, was float64) bool {
	return now == was || (now-was < 1e-14 && was-now < 1e-14)
}

// LevelClass is the class of a level of support, as observers read it.
func LevelClass(level, size float64) int {
	switch {
	case level < 0.5:
		return Cut
	case level > 1+float64(size/2):
		return Surge
	default:
		return Sustain
	}
}

// Follows is another supporter's level (rule 16): it makes up, offset > 0
// (Olson & Zeckhauser 1966), or gives up, offset < 0, part of what the lead
// withholds. threat is how far a withdrawal is believed.
func Follows(offset, leadLevel, threat float64) float64 {
	return max(0, 1+float64(offset*(1-float64(leadLevel*(1-threat)))))
}

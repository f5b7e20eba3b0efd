package sim

import (
	"math"

	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// plainOutlook is how a war stands: its balance, and what moves it (§8).
type plainOutlook struct {
	logRho, quotient, pace float64
	challenger, defender   float64 // M
	inflowC, inflowD       float64 // c·Σ ω·net
	lossC, lossD           float64 // l/√q and l·√q, a year
	supportsC, supportsD   []*world.Support
	aidC, aidD             []float64 // A_s
}

// outlook is how a war stands in a snapshot. For a quiet theatre at the opening
// it is how a war there would stand.
func (g *plainGame) outlook(t *world.Theatre, s *plainState, with *plainStrengths) *plainOutlook {
	now := s.theatres[t.ID]
	o := &plainOutlook{challenger: with.challenger[t.ID], defender: with.defender[t.ID]}
	o.logRho = g.logRatio(t, o.challenger, o.defender)
	o.quotient = theory.Quotient(o.challenger, o.defender, now.ratioAtStart)
	o.pace = theory.TippedPace(g.anchors[t.ID].pace, g.of(t.War.Tipping), g.of(t.Decisiveness), o.logRho, now.logRatioAtStart)
	o.inflowC = g.commits(t, t.Challenger) * g.worth(t, s.net, t.Challenger)
	o.inflowD = g.commits(t, t.Defender) * g.worth(t, s.net, t.Defender)
	root := math.Sqrt(o.quotient)
	o.lossC = g.of(t.War.Losses.Challenger) / root
	o.lossD = g.of(t.War.Losses.Defender) * root
	o.supportsC, o.aidC = g.supportInflows(t, plainChallenger)
	o.supportsD, o.aidD = g.supportInflows(t, plainDefender)
	return o
}

// supportInflows is A_s of each support of a side: what its aid at the opening
// level adds to the side's strength in a year (§8).
func (g *plainGame) supportInflows(t *world.Theatre, side string) ([]*world.Support, []float64) {
	supports := g.supportsOf(t, side)
	inflows := make([]float64, len(supports))
	for i, x := range supports {
		sum := 0.0
		for _, k := range g.world.Kinds {
			weight, aid := t.Weights.Get(k.ID), x.Aid.Get(k.ID)
			if weight != nil && aid != nil {
				sum += float64(g.of(weight) * g.of(x.Usable) * g.of(aid))
			}
		}
		inflows[i] = g.commits(t, plainPrincipal(t, side)) * sum
	}
	return supports, inflows
}

// shift is how far ln ρ is expected to move, the defender's lead giving at a
// level and all others at their present ones (§8; THEORY E7).
func (g *plainGame) shift(t *world.Theatre, s *plainState, o *plainOutlook, leadLevel float64) float64 {
	lead := g.lead(t)
	inflowC, inflowD := o.inflowC, o.inflowD
	for i, x := range o.supportsC {
		inflowC += float64(s.supports[x.ID].level * o.aidC[i])
	}
	for i, x := range o.supportsD {
		level := s.supports[x.ID].level
		if x == lead {
			level = leadLevel
		}
		inflowD += float64(level * o.aidD[i])
	}
	growthC := theory.Growth(inflowC, o.challenger) - o.lossC
	growthD := theory.Growth(inflowD, o.defender) - o.lossD
	return theory.Shift(growthC, growthD, g.of(t.War.Horizon))
}

// plainTalks is what talks of a period come to (rule 13).
type plainTalks struct {
	outlook            *plainOutlook
	worthC, worthD     float64 // W
	constant           float64 // κ + τ
	agree              float64
	z                  []float64 // the offer
	surplusC, surplusD float64   // of both sides at the offer
	tau                float64
}

// talks finds the offer and the chance of agreement in a period.
func (g *plainGame) talks(t *world.Theatre, s *plainState, with *plainStrengths) *plainTalks {
	out := g.refusing(t, s, with)
	issues := g.issues(t)
	order := make([]int, len(issues))
	theory.ParetoOrder(issues, order)
	out.z = make([]float64, len(issues))
	nothingC, nothingD := g.termsWorth(t, s, out.z)
	out.surplusC, out.surplusD = theory.Offer(issues, order, nothingC-out.worthC, nothingD-out.worthD, out.z)
	lambda := g.sensitivity(t)
	out.agree = theory.Accept(lambda, out.surplusC, out.constant) * theory.Accept(lambda, out.surplusD, out.constant)
	return out
}

// refusing is what fighting on is worth to each side, and what moves both
// towards accepting (rule 13).
func (g *plainGame) refusing(t *world.Theatre, s *plainState, with *plainStrengths) *plainTalks {
	now, war := s.theatres[t.ID], t.War
	o := g.outlook(t, s, with)
	out := &plainTalks{outlook: o}
	level := 1.0
	expected := 1.0
	if lead := g.lead(t); lead != nil {
		level = s.supports[lead.ID].level
		expected = g.expected(lead, s)
	}
	hardened := float64(g.of(war.Hardening) * max(0, level-1))
	shiftC := g.shift(t, s, o, theory.PressedOnChallenger(expected, now.pressC, g.surgeSize(t)))
	shiftD := g.shift(t, s, o, theory.PressedOnDefender(expected, now.pressD))
	forecastC := g.forecast(t, o.logRho+shiftC+g.of(war.Optimism.Challenger)+hardened, now.share, o.pace)
	forecastD := g.forecast(t, o.logRho+shiftD-g.of(war.Optimism.Defender)-hardened, now.share, o.pace)
	out.worthC = forecastC - now.share - g.of(war.Cost.Challenger)
	out.worthD = -(forecastD - now.share) - g.of(war.Cost.Defender)
	out.tau = float64(g.of(war.Leverage)*now.talks) - float64(g.of(war.Commitment)*math.Abs(g.shift(t, s, o, expected)))
	out.constant = g.anchors[t.ID].talks + out.tau
	return out
}

// surgeSize is by how much a surge of the lead raises the level: 0.6 where it
// has no choice of level.
func (g *plainGame) surgeSize(t *world.Theatre) float64 {
	if lead := g.sustainingLead(t); lead != nil {
		return g.of(lead.Sustains.Size)
	}
	return 0.6
}

// termsWorth is u of terms z to each side (§8): what they grant beyond the
// present share, less what a promised guarantee takes from neutrality.
func (g *plainGame) termsWorth(t *world.Theatre, s *plainState, z []float64) (challenger, defender float64) {
	now := s.theatres[t.ID]
	issues := g.issues(t)
	member := 0.0
	if j := plainIssue(t, "neutrality"); j >= 0 {
		member = float64(g.of(t.War.Membership) * now.promise.strength * issues[j].Challenger)
	}
	worthC, worthD := theory.Worth(issues, z)
	return worthC - now.share - member, -(worthD - now.share) + float64(0.5*member)
}

// anchorTalks finds κ at the opening (rule 13).
func (g *plainGame) anchorTalks(t *world.Theatre) {
	opening := g.talks(t, g.opening, g.openingStrengths)
	if t.Status == plainWar {
		g.opening.theatres[t.ID].bargain, _ = theory.Worth(g.issues(t), opening.z)
	}
	end := theory.PerPeriod(g.of(t.War.End), g.delta)
	g.anchors[t.ID].talks = theory.AnchorTalks(end, g.sensitivity(t), opening.surplusC, opening.surplusD, opening.tau)
}

// fight plays a theatre at war for a period: talks, and failing agreement the
// front and losses (§8). kept gathers what losses leave of stocks.
func (p *plainPlay) fight(t *world.Theatre, kept map[plainMeans]float64) {
	g, now := p.g, p.state.theatres[t.ID]
	talks := g.talks(t, p.state, p.present)
	if now.ended == 0 {
		now.bargain, _ = theory.Worth(g.issues(t), talks.z)
	}
	agreeDraw, frontDraw := p.chance(plainSlotWar, p.theatreNumber(t))
	if agreeDraw < talks.agree {
		p.agree(t, talks)
		return
	}
	o := talks.outlook
	noise := elementary.NormalQuantile(frontDraw)
	now.share = theory.Front(now.share, g.contest(t, o.logRho), o.pace, g.of(t.War.Luck), g.delta, noise)
	p.lose(t, o.quotient, kept)
}

// lose gathers a period's losses (rule 12).
func (p *plainPlay) lose(t *world.Theatre, quotient float64, kept map[plainMeans]float64) {
	g := p.g
	lossC, lossD := theory.Losses(g.of(t.War.Losses.Challenger), g.of(t.War.Losses.Defender), quotient, g.delta)
	p.loseShare(t, t.Challenger, lossC, kept)
	p.loseShare(t, t.Defender, lossD, kept)
	for _, x := range g.supportsOf(t, plainDefender) {
		if g.fighting(t, x, p.state) {
			p.loseShare(t, x.From, float64(lossD*g.of(x.Fights.Commits)), kept)
		}
	}
}

// loseShare takes a share of an actor's kinds that count in a theatre.
func (p *plainPlay) loseShare(t *world.Theatre, actor string, share float64, kept map[plainMeans]float64) {
	for _, k := range p.g.world.Kinds {
		if weight := t.Weights.Get(k.ID); weight == nil || p.g.of(weight) <= 0 {
			continue
		}
		at := plainMeans{actor, k.ID}
		if _, lost := kept[at]; !lost {
			kept[at] = 1
		}
		kept[at] *= 1 - share
	}
}

// agree ends a war by agreement of its parties, which teaches half of what
// imposing the same terms would (rules 13, 14, 19).
func (p *plainPlay) agree(t *world.Theatre, talks *plainTalks) {
	terms := t.Peace.Terms
	guarantee := p.g.of(terms.Guarantee)
	if j := plainIssue(t, "guarantee"); j >= 0 {
		guarantee *= 1 - talks.z[j]
	}
	lead := p.g.sustainingLead(t)
	forecast := 0.0
	if lead != nil {
		forecast = p.g.sustainedForecast(t, p.state, p.present)
	}
	p.settle(t, talks.z, guarantee, p.g.of(terms.Monitored), false)
	p.state.theatres[t.ID].turned = true
	if lead != nil {
		p.teach(t, float64(p.imposing(t, lead, forecast)/2))
	}
}

// sustainedForecast is x̂(1): with the lead's aid at its opening level, without optimism.
func (g *plainGame) sustainedForecast(t *world.Theatre, s *plainState, with *plainStrengths) float64 {
	o := g.outlook(t, s, with)
	return g.forecast(t, o.logRho+g.shift(t, s, o, 1), s.theatres[t.ID].share, o.pace)
}

// imposing is d of a settlement behind which the lead stands (§11).
func (p *plainPlay) imposing(t *world.Theatre, lead *world.Support, forecast float64) float64 {
	constants := p.g.sustaining(t, lead)
	return theory.Imposing(&constants, p.g.anchors[t.ID].support.Cut, forecast, p.state.theatres[t.ID].share)
}

// settle puts terms into force (rule 14).
func (p *plainPlay) settle(t *world.Theatre, z []float64, guarantee, monitored float64, imposed bool) {
	now := p.state.theatres[t.ID]
	favour, granted := theory.Worth(p.g.issues(t), z)
	line := 1.0
	if j := plainIssue(t, "line"); j >= 0 {
		line = z[j]
	}
	now.share = theory.ShareAfter(now.share, line, p.g.of(t.War.Settles), favour)
	p.makeQuiet(t, z, guarantee, monitored, favour, granted, imposed)
}

// makeQuiet ends a war on terms.
func (p *plainPlay) makeQuiet(t *world.Theatre, z []float64, guarantee, monitored, favour, cost float64, imposed bool) {
	g, now := p.g, p.state.theatres[t.ID]
	granted := func(issue string, otherwise *world.Number) float64 {
		if j := plainIssue(t, issue); j >= 0 {
			return z[j]
		}
		return g.of(otherwise)
	}
	terms := t.Peace.Terms
	now.terms = plainTerms{
		guarantee: guarantee, monitored: monitored, imposed: imposed, favour: favour, granted: cost, z: z,
		limits: granted("limits", terms.Limits), relief: granted("relief", terms.Relief), neutrality: granted("neutrality", terms.Neutrality),
	}
	if now.ended == 0 {
		now.firstEnded, now.bargain = p.period, favour
	}
	now.war, now.since, now.ended = false, 0, now.ended+1
	now.endedNow, now.favourWhenEnded = true, favour
	now.answer, now.joined = theory.Aside, map[string]bool{}
	now.talks, now.pressC, now.pressD = 0, 0, 0
	now.promise.waited = 0
}

// impose carries out an imposed settlement (rules 14, 20): the model's own
// chance that each side would accept it is recorded, and what it tells of the
// lead is taught.
func (p *plainPlay) impose(a *world.SettleAction) {
	g := p.g
	t := g.theatres[a.ID]
	now := p.state.theatres[t.ID]
	if !now.war {
		g.notes["settle-no-war theatre."+t.ID] = true
		return
	}
	z := make([]float64, len(t.War.Issues))
	for i, issue := range t.War.Issues {
		z[i] = g.or(a.Issues.Get(issue.ID), 0)
	}
	refusing := g.refusing(t, p.state, p.before)
	worthC, worthD := g.termsWorth(t, p.state, z)
	lambda := g.sensitivity(t)
	now.acceptC = theory.Accept(lambda, worthC-refusing.worthC, refusing.constant)
	now.acceptD = theory.Accept(lambda, worthD-refusing.worthD, refusing.constant)
	lead := g.sustainingLead(t)
	behind := lead != nil && (a.By == "" || a.By == lead.From)
	forecast := 0.0
	if behind {
		forecast = g.sustainedForecast(t, p.state, p.before)
	}
	p.settle(t, z, g.of(a.Guarantee), g.of(a.Monitored), true)
	if behind {
		p.teach(t, p.imposing(t, lead, forecast))
	}
}

// couple settles a theatre, at war or quiet, so as to see what that does to
// others (§12): the challenger gets all, or its share stays as it is.
func (p *plainPlay) couple(t *world.Theatre, all bool) {
	g, now := p.g, p.state.theatres[t.ID]
	lead := g.sustainingLead(t)
	forecast := 0.0
	if lead != nil {
		forecast = g.sustainedForecast(t, p.state, p.before)
	}
	if all {
		now.share = 1
	}
	z := make([]float64, len(t.War.Issues))
	for i := range z {
		z[i] = now.share
	}
	p.makeQuiet(t, z, 0, 0, now.share, now.share, true)
	if lead != nil {
		p.teach(t, p.imposing(t, lead, forecast))
	}
}

package sim

import (
	"parley/elementary"
	"parley/theory"
	"parley/world"
)

// plainAnchors is what is found once at the opening of a theatre (rule 7).
type plainAnchors struct {
	pace                float64        // μ₀
	beforeWar, afterWar theory.Anchors // of the crisis game, by phase
	prospect            float64        // p₀
	support             theory.SupportAnchors
	talks               float64 // κ
}

// anchor finds the constants of a theatre's decisions at the opening state.
func (g *plainGame) anchor(t *world.Theatre) {
	now := g.opening.theatres[t.ID]
	a := &plainAnchors{pace: g.of(t.War.Pace), prospect: g.contest(t, now.logRatioAtStart)}
	g.anchors[t.ID] = a
	if now.war {
		var shown bool
		a.pace, shown = theory.FrontPace(g.of(t.War.Drift), a.prospect, now.share)
		if !shown {
			g.notes["drift theatre."+t.ID] = true
		}
	}
	crisis, before := g.crisisConstants(t), g.baselinesBeforeWar(t)
	after := g.baselinesAfterWar(t, before)
	standing := g.openingStanding(t)
	a.beforeWar = theory.AnchorCrisis(&crisis, &before, &standing)
	a.afterWar = theory.AnchorCrisis(&crisis, &after, &standing)
	g.anchorSupport(t)
	g.anchorTalks(t)
}

// baselinesBeforeWar are the crisis block's (rule 9).
func (g *plainGame) baselinesBeforeWar(t *world.Theatre) theory.Baselines {
	crisis := g.crisisOf(t)
	b := theory.Baselines{
		Challenge: theory.PerPeriod(g.of(crisis.Challenge), g.delta),
		Concede:   g.of(crisis.Concede), Attack: g.of(crisis.Attack),
	}
	if lead := g.fightingLead(t); lead != nil {
		b.Fight = g.of(lead.Fights.Baseline)
	}
	return b
}

// baselinesAfterWar are the peace block's, each falling back to the crisis block's.
func (g *plainGame) baselinesAfterWar(t *world.Theatre, before theory.Baselines) theory.Baselines {
	after := before
	if g.given(t.Peace.Challenge) {
		after.Challenge = theory.PerPeriod(g.of(t.Peace.Challenge), g.delta)
	}
	after.Concede = g.or(t.Peace.Concede, before.Concede)
	after.Attack = g.or(t.Peace.Attack, before.Attack)
	return after
}

// crisisConstants are the constants of the crisis game (§7).
func (g *plainGame) crisisConstants(t *world.Theatre) theory.Crisis {
	crisis := g.crisisOf(t)
	c := theory.Crisis{
		Sensitivity: g.of(crisis.Sensitivity), Concession: g.of(crisis.Concession),
		BackingDown: g.of(crisis.BackingDown), GivingWay: g.of(crisis.GivingWay),
		ChallengerCost: g.of(crisis.WarCost.Challenger), DefenderCost: g.of(crisis.WarCost.Defender),
		FacingSupporter: g.of(crisis.FacingSupporter), Punishment: g.of(crisis.Punishment), Probe: g.of(crisis.Probe),
	}
	lead := g.fightingLead(t)
	if lead == nil {
		return c
	}
	if capacity := g.capacity(lead.From); capacity != nil {
		c.Opportunism = g.of(capacity.Opportunism)
	}
	f := lead.Fights
	c.HasSupporter = true
	c.Supporter = theory.Supporter{
		StakeResolute: g.of(f.Stake.Resolute), StakeIrresolute: g.of(f.Stake.Irresolute),
		Gap: g.of(f.Gap), Cost: g.of(f.Cost), Arming: g.of(f.Arming),
		Abandonment: g.of(f.Abandonment), Pledge: g.of(f.Pledge),
	}
	return c
}

// belief is b: that the theatre's lead is resolute.
func (g *plainGame) belief(t *world.Theatre, s *plainState) float64 {
	return elementary.Logistic(s.theatres[t.ID].belief)
}

// standing is the state in which the crisis game of a theatre is played in a period.
func (g *plainGame) standing(t *world.Theatre, s *plainState, with *plainStrengths, period int) theory.Standing {
	now := s.theatres[t.ID]
	out := theory.Standing{
		Share: now.share, Guarantee: now.guarantee(), Relief: theory.Expectation(now.alpha, now.beta),
		Belief: g.belief(t, s), FirstBelief: g.belief(t, g.opening), Events: now.eventShift(period),
	}
	if with.elsewhere[t.ID] {
		out.Elsewhere = 1
	}
	for r, defender := range g.defenderByAnswer(t, with) {
		logRho := g.logRatio(t, with.challenger[t.ID], defender)
		out.Forecasts[r] = g.forecast(t, logRho, now.share, g.anchors[t.ID].pace)
	}
	return out
}

// openingStanding is the state in which a crisis game is anchored: the opening's,
// with the theatre's peace terms even where it opens at war (rule 7).
func (g *plainGame) openingStanding(t *world.Theatre) theory.Standing {
	out := g.standing(t, g.opening, g.openingStrengths, 0)
	out.Guarantee = g.of(t.Peace.Terms.Guarantee)
	return out
}

// defenderByAnswer is the defender's strength under the lead's answers aside,
// arm and fight, as expected: others join a lead that fights with their
// probability. Without a lead only aside is there.
func (g *plainGame) defenderByAnswer(t *world.Theatre, with *plainStrengths) []float64 {
	alone := with.defender[t.ID]
	lead := g.fightingLead(t)
	if lead == nil {
		return []float64{alone}
	}
	brings := with.potential[lead.ID]
	fight := alone + brings
	for _, x := range g.othersThatMayFight(t) {
		fight += float64(g.of(x.Joins) * with.potential[x.ID])
	}
	return []float64{alone, alone + float64(g.of(lead.Fights.Arming)*brings), fight}
}

// othersThatMayFight are the defender's supports, besides the lead, that may join it.
func (g *plainGame) othersThatMayFight(t *world.Theatre) []*world.Support {
	var out []*world.Support
	for _, x := range g.supportsOf(t, plainDefender) {
		if x != g.fightingLead(t) && x.Fights != nil {
			out = append(out, x)
		}
	}
	return out
}

// holds reports whether a promise of a guarantee has taken hold.
func (p plainPromise) holds() bool { return p.strength > 0 && p.waited >= p.takes }

// guarantee is g: of the terms, or promised and taken hold (§7).
func (t *plainTheatre) guarantee() float64 {
	if !t.war && t.promise.holds() {
		return max(t.terms.guarantee, t.promise.strength)
	}
	return t.terms.guarantee
}

// eventShift is the sum of what the events of a period shift the odds by.
func (t *plainTheatre) eventShift(period int) float64 {
	sum := 0.0
	for _, e := range t.events {
		if period >= e.first && (e.next == 0 || period < e.next) {
			sum += e.shift
		}
	}
	return sum
}

// friction multiplies the hazards of a quiet theatre (rule 10).
func (g *plainGame) friction(t *world.Theatre, s *plainState) float64 {
	now := s.theatres[t.ID]
	f := theory.Friction{
		AfterWar: now.ended > 0, Years: float64(now.since) * g.delta,
		Monitoring: g.of(t.Peace.Monitoring) * now.terms.monitored, Proxies: g.proxies(t, s),
	}
	if now.terms.imposed {
		f.Imposed = g.of(t.Peace.Imposed)
	}
	if !now.promise.holds() {
		f.Window = g.of(t.Peace.Window) * now.promise.strength
	}
	return f.Factor()
}

// proxies is what the wealth of proxies does to the hazards (rule 10).
func (g *plainGame) proxies(t *world.Theatre, s *plainState) float64 {
	factor := 1.0
	for _, e := range g.crisisOf(t).Proxies {
		factor *= theory.ProxyFriction(g.holdings(e.Key, s), g.holdings(e.Key, g.opening), g.of(e.Number))
	}
	return factor
}

// quiet plays a quiet theatre for a period (§7).
func (p *plainPlay) quiet(t *world.Theatre) {
	g, now := p.g, p.state.theatres[t.ID]
	crisis := g.crisisConstants(t)
	anchors := &g.anchors[t.ID].beforeWar
	if now.ended > 0 {
		anchors = &g.anchors[t.ID].afterWar
	}
	standing := g.standing(t, p.state, p.present, p.period)
	moves := theory.PlayCrisis(&crisis, anchors, &standing)
	friction := g.friction(t, p.state)
	hazardOfCrisis := min(1, moves.Challenge*friction)
	hazardOfAttack := hazardOfCrisis * (1 - moves.Concede) * moves.Attack
	reopens := p.reopens(t, friction)
	p.recordHazards(t, hazardOfCrisis, hazardOfAttack, reopens, &moves)

	crisisDraw, concedeDraw := p.chance(plainSlotQuiet, p.theatreNumber(t))
	attackDraw, answerDraw := p.chance(plainSlotAttack, p.theatreNumber(t))
	if crisisDraw < hazardOfCrisis {
		now.hadCrisis = true
		switch {
		case concedeDraw < moves.Concede:
			now.share = min(max(now.share+crisis.Concession, 0), 1)
		case attackDraw < moves.Attack:
			p.attack(t, answerDraw, &moves)
			return
		}
	}
	if reopenDraw, _ := p.chance(plainSlotReopen, p.theatreNumber(t)); reopenDraw < reopens {
		p.beginWar(t, theory.Aside, nil)
	}
}

// reopens is the chance that the defender reopens a war that has ended (rule 10).
func (p *plainPlay) reopens(t *world.Theatre, friction float64) float64 {
	g, now := p.g, p.state.theatres[t.ID]
	if now.ended == 0 {
		return 0
	}
	logRho := g.logRatio(t, p.present.challenger[t.ID], p.present.defender[t.ID])
	constant := elementary.Logit(theory.PerPeriod(g.of(t.Peace.Reopen), g.delta))
	choice := theory.Reopen(g.sensitivity(t), g.contest(t, logRho), g.anchors[t.ID].prospect, g.of(t.Peace.Revanche), now.terms.granted, constant)
	return min(1, friction*choice)
}

// recordHazards records the hazards of a crisis, of war and of war with each
// supporter fighting, before chance plays (rule 10).
func (p *plainPlay) recordHazards(t *world.Theatre, crisis, attack, reopens float64, moves *theory.Moves) {
	now := p.state.theatres[t.ID]
	now.hazardOfCrisis = crisis
	now.hazardOfWar = 1 - float64((1-attack)*(1-reopens))
	lead := p.g.fightingLead(t)
	if lead == nil {
		return
	}
	fights := attack * p.answers(lead, moves)[theory.Fight]
	now.hazardOfFight[lead.ID] = fights
	for _, x := range p.g.othersThatMayFight(t) {
		now.hazardOfFight[x.ID] = fights * p.g.of(x.Joins)
	}
}

// answers is the lead's answers by its true type.
func (p *plainPlay) answers(lead *world.Support, moves *theory.Moves) [3]float64 {
	if p.state.resolute[lead.From] {
		return moves.Answers.Resolute
	}
	return moves.Answers.Irresolute
}

// attack begins a war by the challenger; the lead answers by its true type and
// teaches by it (rules 8, 10, 17).
func (p *plainPlay) attack(t *world.Theatre, answerDraw float64, moves *theory.Moves) {
	lead := p.g.fightingLead(t)
	if lead == nil {
		p.beginWar(t, theory.Aside, nil)
		return
	}
	answers := p.answers(lead, moves)
	answer := theory.Fight
	switch {
	case answerDraw < answers[theory.Aside]:
		answer = theory.Aside
	case answerDraw < answers[theory.Aside]+answers[theory.Arm]:
		answer = theory.Arm
	}
	p.teach(t, theory.LogLikelihood(moves.Answers.Resolute[answer], moves.Answers.Irresolute[answer]))
	var joined []*world.Support
	if answer == theory.Fight {
		for _, x := range p.g.othersThatMayFight(t) {
			if _, joinDraw := p.chance(plainSlotSupport, p.supportNumber(x)); joinDraw < p.g.of(x.Joins) {
				joined = append(joined, x)
			}
		}
	}
	p.beginWar(t, answer, joined)
}

// beginWar begins a war: the promise is kept, the terms are void, the ratio of
// strengths at its start has the fighters' means in it (§7).
func (p *plainPlay) beginWar(t *world.Theatre, answer theory.Answer, joined []*world.Support) {
	g, now := p.g, p.state.theatres[t.ID]
	now.hadWar = true
	now.resumed = now.resumed || now.ended > 0
	now.war, now.since, now.answer, now.turned = true, 0, answer, true
	now.terms = plainTerms{z: make([]float64, len(t.War.Issues))}
	challenger, defender := p.present.challenger[t.ID], p.present.defender[t.ID]
	if lead := g.fightingLead(t); lead != nil {
		switch answer {
		case theory.Arm:
			defender += float64(g.of(lead.Fights.Arming) * p.present.potential[lead.ID])
		case theory.Fight:
			defender += p.present.potential[lead.ID]
			now.hadFight[lead.ID] = true
		case theory.Aside:
		}
	}
	now.joined = map[string]bool{}
	for _, x := range joined {
		defender += p.present.potential[x.ID]
		now.joined[x.ID], now.hadFight[x.ID] = true, true
	}
	now.logRatioAtStart = g.logRatio(t, challenger, defender)
	now.ratioAtStart = theory.Ratio(challenger, defender)
}

package sim

import (
	"errors"
	"slices"

	"parley/theory"
	"parley/world"
)

// Program is a world compiled to arrays. It is never changed after Compile and
// may be shared.
type Program struct {
	world   *world.World
	delta   float64
	periods int
	columns *columns

	stocks     []stock
	stockOf    [][]int // [actor][kind] → stock, or −1
	actors     []actor
	theatres   []theatre
	supports   []support
	flows      []flow
	watches    []watch
	precedents []precedent
	releases   []release
	bodies     []body
	exposures  []exposure
	offices    []office
	scenarios  map[string]*scenario
	measures   []measure
	checks     []check
}

// stock is one actor's means of one kind.
type stock struct {
	actor, kind               int
	opening, production, wear int // slots
	name                      string
	receives, sends           bool // whether any flow brings or takes it
}

type actor struct {
	id       string
	resolve  int
	spends   []share // by stock
	stocks   []int
	capacity *capacity
}

// share is a slot's worth of a stock.
type share struct{ stock, slot int }

type capacity struct {
	scarce, recovery, fungible, engaged, pin, opportunism int
	channel                                               string
}

type theatre struct {
	id                      string
	challenger, defender    int // actors
	opensAtWar              bool
	share                   int
	commitsC, commitsD      int
	advantage, decisiveness int
	difference              int
	weightsC, weightsD      []share // the principals' stocks with their ω
	crisis                  crisisSlots
	war                     warSlots
	peace                   peaceSlots
	issues                  []string
	weights                 [][2]int // [issue]{challenger, defender}
	line, neutrality        int      // issue numbers, or −1
	limits, relief          int
	guarantee               int
	proxies                 []proxy
	lead                    int // the defender's lead support, cut or not; −1 without
}

type proxy struct{ actor, elasticity int }

type crisisSlots struct {
	challenge, concede, attack, concession, backingDown, givingWay int
	challengerCost, defenderCost, facing, punishment, probe        int
	sensitivity, pays, paysWeight                                  int
}

type warSlots struct {
	drift, pace, tipping, luck, lossC, lossD, horizon, end int
	costC, costD, optimismC, optimismD                     int
	hardening, commitment, leverage, membership, settles   int
}

type peaceSlots struct {
	challenge, concede, attack, reopen, imposed, monitoring, window int
	guarantee, limits, relief, neutrality, monitored                int
	keepsC, keepsD, reliefArms, limitsArms, revanche                int
}

type support struct {
	id                       string
	from, theatre            int
	ofDefender, lead         bool
	channel                  string
	joins, usable, continues int
	offset, beside           int
	hasBeside                bool
	aid                      []share // stocks of the principal, bn USD a year
	hasAid                   bool
	means                    []share // its own stocks with the theatre's ω
	fights                   *fightSlots
	sustains                 *sustainSlots
	clash                    *clashSlots
}

type fightSlots struct {
	baseline, stakeR, stakeI, gap, cost, arming, abandonment, pledge, commits int
}

type sustainSlots struct {
	cut, surge, restart, size, escalation, cost, stakeR, stakeI, gap int
}

type clashSlots struct{ rate, surge int }

type flow struct {
	id                          string
	from, to                    int // stocks for kinds and technology (to), actors below
	sender, receiver            int
	gives                       world.GivesWhat
	kind                        int
	rate, grows, halfLife, need int
	lag                         int // periods
	while                       int // theatre, or −1
	buyerIsChallenger           bool
	level, slope                int
	paidWith, passesOn          int // flows, or −1
	passers                     []int
	channel                     string
}

type watch struct {
	theatre, about, in        int
	weight, halfLife, renewal int
	hasHalfLife               bool
	id, channel               string
}

type precedent struct {
	theatre, in, weight int
	id, channel         string
}

type release struct {
	of, from int
	to       []int
	share    int
	means    [][]share // by place in to: the actor's stocks with that theatre's ω

	id, channel string
}

type body struct {
	id, rule      string
	quota, common int
	members       []member
	weights       []int // one for each member, counts spread out
	total         int
}

type member struct {
	assents int
	moved   []moved
}

type moved struct {
	ends  int // theatre, or −1
	from  int // period, or −1
	shift int
}

type exposure struct {
	actor      int
	clash, aid int
	wars       []warLoss
	strikes    []strike
}

type warLoss struct {
	theatre, loss, fighting, perYear int
	support                          int // its own support there that may fight, or −1
}

type strike struct{ stock, perBn, engaged, kill, arrives int }

// office is a change of office: from period on, actor is led by somebody new.
type office struct {
	period, actor, resolve int
}

// check is a number that must lie in its domain in every world.
type check struct {
	slot   int
	number *world.Number
}

// Compile turns a frozen world into a program.
func Compile(w *world.World) (*Program, error) {
	if !w.Frozen() {
		return nil, errors.New("sim: the world has not been frozen")
	}
	c := &compiler{
		Program: &Program{world: w, delta: w.Delta(), periods: w.Periods(), columns: newColumns(), scenarios: map[string]*scenario{}},
		kind:    map[string]int{}, actor: map[string]int{}, theatre: map[string]int{},
		support: map[string]int{}, flow: map[string]int{}, body: map[string]int{},
	}
	c.index()
	c.means()
	c.theatresOf()
	c.supportsOf()
	c.flowsOf()
	c.linksOf()
	c.bodiesOf()
	c.exposuresOf()
	c.officesOf()
	c.scenariosOf()
	c.measuresOf()
	for _, n := range w.Numbers {
		if _, same := n.Constant(); !same {
			c.checks = append(c.checks, check{c.columns.number(n, 0), n})
		}
	}
	return c.Program, nil
}

// compiler holds the names while they become integers.
type compiler struct {
	*Program
	kind, actor, theatre, support, flow, body map[string]int
}

func (c *compiler) slot(n *world.Number, fallback float64) int { return c.columns.number(n, fallback) }

func (c *compiler) index() {
	for i, k := range c.world.Kinds {
		c.kind[k.ID] = i
	}
	for i, a := range c.world.Actors {
		c.actor[a.ID] = i
	}
	for i, t := range c.world.Theatres {
		c.theatre[t.ID] = i
	}
	for i, s := range c.world.Supports {
		c.support[s.ID] = i
	}
	for i, f := range c.world.Flows {
		c.flow[f.ID] = i
	}
	for i, b := range c.world.Bodies {
		c.body[b.ID] = i
	}
}

// find is the place of a name, or −1.
func find(names map[string]int, id string) int {
	if i, ok := names[id]; ok {
		return i
	}
	return -1
}

// means lists the stocks: what an actor has, receives, or is given by a
// scenario.
func (c *compiler) means() {
	w := c.world
	held := make([][]*world.Means, len(w.Actors))
	holds := make([][]bool, len(w.Actors))
	for a := range w.Actors {
		held[a] = make([]*world.Means, len(w.Kinds))
		holds[a] = make([]bool, len(w.Kinds))
		for _, m := range w.Actors[a].Means {
			held[a][c.kind[m.ID]] = m
			holds[a][c.kind[m.ID]] = true
		}
		for _, e := range w.Actors[a].Spends {
			holds[a][c.kind[e.Key]] = true
		}
	}
	for _, f := range w.Flows {
		if f.Gives.What != world.GivesMoney {
			holds[c.actor[f.To]][c.kind[f.Gives.Kind]] = true
		}
	}
	for _, s := range w.Supports {
		for _, e := range s.Aid {
			holds[c.principal(s)][c.kind[e.Key]] = true
		}
	}
	for _, s := range w.Scenarios {
		for _, step := range s.Steps {
			for _, m := range step.Means {
				holds[c.actor[m.ID]][c.kind[m.Kind]] = true
			}
		}
	}
	c.stockOf = make([][]int, len(w.Actors))
	for a, owner := range w.Actors {
		compiled := actor{id: owner.ID, resolve: c.slot(owner.Resolve, 0.5)}
		c.stockOf[a] = make([]int, len(w.Kinds))
		for k := range w.Kinds {
			c.stockOf[a][k] = -1
			if !holds[a][k] {
				continue
			}
			s := stock{actor: a, kind: k, name: owner.ID + "." + w.Kinds[k].ID}
			if m := held[a][k]; m != nil {
				s.opening, s.production, s.wear = c.slot(m.Stock, 0), c.slot(m.Produces, 0), c.slot(m.Wear, 0)
			} else {
				zero := c.columns.constant(0)
				s.opening, s.production, s.wear = zero, zero, zero
			}
			c.stockOf[a][k] = len(c.stocks)
			compiled.stocks = append(compiled.stocks, len(c.stocks))
			c.stocks = append(c.stocks, s)
		}
		for k, kind := range w.Kinds {
			if n := owner.Spends.Get(kind.ID); n != nil {
				compiled.spends = append(compiled.spends, share{c.stockOf[a][k], c.slot(n, 0)})
			}
		}
		if q := owner.Capacity; q != nil {
			compiled.capacity = &capacity{
				scarce: c.slot(q.Scarce, 0), recovery: c.slot(q.Recovery, 0.65), fungible: c.slot(q.Fungible, 0),
				engaged: c.slot(q.Engaged, 0), pin: c.slot(q.Pin, 0), opportunism: c.slot(q.Opportunism, 0), channel: q.Channel,
			}
		}
		c.actors = append(c.actors, compiled)
	}
}

func (c *compiler) principal(s *world.Support) int {
	t := c.world.Theatres[c.theatre[s.Theatre]]
	if s.Side == "defender" {
		return c.actor[t.Defender]
	}
	return c.actor[t.Challenger]
}

// weighted is an actor's stocks with a theatre's weights, in the order of kinds.
func (c *compiler) weighted(a int, t *world.Theatre) []share {
	var list []share
	for k, kind := range c.world.Kinds {
		if n := t.Weights.Get(kind.ID); n != nil && c.stockOf[a][k] >= 0 {
			list = append(list, share{c.stockOf[a][k], c.slot(n, 0)})
		}
	}
	return list
}

func (c *compiler) theatresOf() {
	for _, t := range c.world.Theatres {
		k, v, p := t.Crisis, t.War, t.Peace
		one := func(key string) int { return c.slot(t.Commits.Get(key), 1) }
		compiled := theatre{
			id: t.ID, challenger: c.actor[t.Challenger], defender: c.actor[t.Defender], opensAtWar: t.Status == "war",
			share: c.slot(t.Share, 0), commitsC: one(t.Challenger), commitsD: one(t.Defender),
			advantage: c.slot(t.DefenceAdvantage, 1), decisiveness: c.slot(t.Decisiveness, 1), difference: c.slot(t.Difference, 0),
			crisis: crisisSlots{
				challenge: c.slot(k.Challenge, 0), concede: c.slot(k.Concede, 0), attack: c.slot(k.Attack, 0),
				concession: c.slot(k.Concession, 0.1), backingDown: c.slot(k.BackingDown, 0), givingWay: c.slot(k.GivingWay, 0),
				challengerCost: c.slot(k.WarCost.Challenger, 0.3), defenderCost: c.slot(k.WarCost.Defender, 0.3),
				facing: c.slot(k.FacingSupporter, 0), punishment: c.slot(k.Punishment, 0), probe: c.slot(k.Probe, 0),
				sensitivity: c.slot(k.Sensitivity, 5), pays: c.slot(k.Pays, 0.5), paysWeight: c.slot(k.PaysWeight, 2),
			},
			war: warSlots{
				drift: c.slot(v.Drift, 0), pace: c.slot(v.Pace, 0.2), tipping: c.slot(v.Tipping, 0), luck: c.slot(v.Luck, 0.012),
				lossC: c.slot(v.Losses.Challenger, 0.3), lossD: c.slot(v.Losses.Defender, 0.3), horizon: c.slot(v.Horizon, 2),
				end: c.slot(v.End, 0.25), costC: c.slot(v.Cost.Challenger, 0.06), costD: c.slot(v.Cost.Defender, 0.06),
				optimismC: c.slot(v.Optimism.Challenger, 0), optimismD: c.slot(v.Optimism.Defender, 0),
				hardening: c.slot(v.Hardening, 0), commitment: c.slot(v.Commitment, 0), leverage: c.slot(v.Leverage, 0),
				membership: c.slot(v.Membership, 0.5), settles: c.slot(v.Settles, 0),
			},
			peace: peaceSlots{
				challenge: c.either(p.Challenge, k.Challenge), concede: c.either(p.Concede, k.Concede), attack: c.either(p.Attack, k.Attack),
				reopen: c.slot(p.Reopen, 0), imposed: c.slot(p.Imposed, 0), monitoring: c.slot(p.Monitoring, 0), window: c.slot(p.Window, 0),
				guarantee: c.slot(p.Terms.Guarantee, 0), limits: c.slot(p.Terms.Limits, 0), relief: c.slot(p.Terms.Relief, 0),
				neutrality: c.slot(p.Terms.Neutrality, 0), monitored: c.slot(p.Terms.Monitored, 0),
				keepsC: c.slot(p.Keeps.Challenger, 1), keepsD: c.slot(p.Keeps.Defender, 1), reliefArms: c.slot(p.ReliefArms, 1),
				limitsArms: c.slot(p.LimitsArms, 1), revanche: c.slot(p.Revanche, 0.3),
			},
			line: -1, neutrality: -1, limits: -1, relief: -1, guarantee: -1, lead: -1,
		}
		compiled.weightsC, compiled.weightsD = c.weighted(compiled.challenger, t), c.weighted(compiled.defender, t)
		for j, issue := range v.Issues {
			compiled.issues = append(compiled.issues, issue.ID)
			compiled.weights = append(compiled.weights, [2]int{c.slot(issue.Challenger, 0), c.slot(issue.Defender, 0)})
			switch issue.ID {
			case "line":
				compiled.line = j
			case "neutrality":
				compiled.neutrality = j
			case "limits":
				compiled.limits = j
			case "relief":
				compiled.relief = j
			case "guarantee":
				compiled.guarantee = j
			}
		}
		for _, e := range k.Proxies {
			compiled.proxies = append(compiled.proxies, proxy{c.actor[e.Key], c.slot(e.Number, 0)})
		}
		c.theatres = append(c.theatres, compiled)
	}
}

func (c *compiler) either(first, second *world.Number) int {
	if first == nil {
		return c.slot(second, 0)
	}
	return c.slot(first, 0)
}

func (c *compiler) supportsOf() {
	for _, s := range c.world.Supports {
		t := c.theatre[s.Theatre]
		compiled := support{
			id: s.ID, from: c.actor[s.From], theatre: t, ofDefender: s.Side == "defender", lead: s.Lead, channel: s.Channel,
			joins: c.slot(s.Joins, 0), usable: c.slot(s.Usable, 1), continues: c.slot(s.Continues, 0), offset: c.slot(s.Offset, 0), beside: c.slot(s.Beside, 0),
			means: c.weighted(c.actor[s.From], c.world.Theatres[t]),
		}
		if v, same := s.Beside.Constant(); s.Beside != nil && (!same || v != 0) {
			compiled.hasBeside = true
		}
		for k, kind := range c.world.Kinds {
			if n := s.Aid.Get(kind.ID); n != nil {
				compiled.aid = append(compiled.aid, share{c.stockOf[c.principal(s)][k], c.slot(n, 0)})
				compiled.hasAid = true
			}
		}
		if f := s.Fights; f != nil {
			compiled.fights = &fightSlots{
				baseline: c.slot(f.Baseline, 0), stakeR: c.slot(f.Stake.Resolute, 1.8), stakeI: c.slot(f.Stake.Irresolute, 0.4),
				gap: c.slot(f.Gap, 1), cost: c.slot(f.Cost, 0.5), arming: c.slot(f.Arming, 0.15), abandonment: c.slot(f.Abandonment, 0),
				pledge: c.slot(f.Pledge, 0.5), commits: c.slot(f.Commits, 0.3),
			}
		}
		if f := s.Sustains; f != nil {
			compiled.sustains = &sustainSlots{
				cut: c.slot(f.Cut, 0), surge: c.slot(f.Surge, 0), restart: c.slot(f.Restart, 0.1), size: c.slot(f.Size, 0.6),
				escalation: c.slot(f.Escalation, 0), cost: c.slot(f.Cost, 0.1), stakeR: c.slot(f.Stake.Resolute, 1.8),
				stakeI: c.slot(f.Stake.Irresolute, 0.4), gap: c.slot(f.Gap, 1),
			}
		}
		if f := s.Clash; f != nil {
			compiled.clash = &clashSlots{rate: c.slot(f.Rate, 0), surge: c.slot(f.Surge, 0)}
		}
		if compiled.lead && compiled.ofDefender {
			c.theatres[t].lead = len(c.supports)
		}
		c.supports = append(c.supports, compiled)
	}
}

func (c *compiler) flowsOf() {
	for _, f := range c.world.Flows {
		compiled := flow{
			id: f.ID, sender: c.actor[f.From], receiver: c.actor[f.To], gives: f.Gives.What, kind: find(c.kind, f.Gives.Kind), from: -1, to: -1,
			rate: c.slot(f.Rate, 0), grows: c.slot(f.Grows, 0), halfLife: c.slot(f.HalfLife, 0), need: c.slot(f.Need, 0),
			lag: int(f.Lag) / int(c.world.Period), while: -1, level: c.slot(f.After.Level, 0), slope: c.slot(f.After.Slope, 0),
			paidWith: find(c.flow, f.InReturnFor), passesOn: find(c.flow, f.PassesOn), channel: f.Channel,
		}
		if compiled.gives != world.GivesMoney {
			compiled.from = c.stockOf[compiled.sender][compiled.kind]
			compiled.to = c.stockOf[compiled.receiver][compiled.kind]
		}
		if f.While != "" {
			compiled.while = c.theatre[f.While]
			t := &c.theatres[compiled.while]
			buyer := compiled.receiver
			if buyer != t.challenger && buyer != t.defender {
				buyer = compiled.sender
			}
			compiled.buyerIsChallenger = buyer == t.challenger
		}
		c.flows = append(c.flows, compiled)
	}
	for i := range c.flows {
		f := &c.flows[i]
		switch f.gives {
		case world.GivesKind:
			c.stocks[f.to].receives = true
			if f.from >= 0 {
				c.stocks[f.from].sends = true
			}
		case world.GivesMoney:
			for _, s := range c.actors[f.receiver].spends {
				c.stocks[s.stock].receives = true
			}
		case world.GivesTechnology:
		}
		if p := f.passesOn; p >= 0 {
			c.flows[p].passers = append(c.flows[p].passers, i)
		}
	}
}

func (c *compiler) linksOf() {
	for _, l := range c.world.Watches {
		c.watches = append(c.watches, watch{
			theatre: c.theatre[l.Theatre], about: c.actor[l.About], in: c.theatre[l.In], weight: c.slot(l.Weight, 0),
			halfLife: c.slot(l.HalfLife, 0), hasHalfLife: l.HalfLife != nil, renewal: c.slot(l.Renewal, 0), id: l.ID, channel: l.Channel,
		})
	}
	for _, l := range c.world.Precedents {
		c.precedents = append(c.precedents, precedent{c.theatre[l.Theatre], c.theatre[l.In], c.slot(l.Weight, 0), l.ID, l.Channel})
	}
	for _, l := range c.world.Releases {
		compiled := release{of: c.actor[l.Of], from: c.theatre[l.From], share: c.slot(l.Share, 0), id: l.ID, channel: l.Channel}
		for _, to := range l.To {
			t := c.theatre[to]
			compiled.to = append(compiled.to, t)
			compiled.means = append(compiled.means, c.weighted(compiled.of, c.world.Theatres[t]))
		}
		c.releases = append(c.releases, compiled)
	}
}

func (c *compiler) bodiesOf() {
	for _, b := range c.world.Bodies {
		compiled := body{id: b.ID, rule: b.Rule, quota: c.slot(b.Quota, 2.0/3), common: c.slot(b.Common, 0)}
		for _, m := range b.Members {
			one := member{assents: c.slot(m.Assents, 0)}
			for _, v := range m.Moved {
				from := -1
				if !v.From.IsZero() {
					from = c.world.PeriodOf(v.From)
				}
				one.moved = append(one.moved, moved{find(c.theatre, v.Ends), from, c.slot(v.Shift, 0)})
			}
			for range whole(m.Count) {
				compiled.members = append(compiled.members, one)
				compiled.weights = append(compiled.weights, whole(m.Weight))
				compiled.total += whole(m.Weight)
			}
		}
		c.bodies = append(c.bodies, compiled)
	}
}

// whole is a number that validation has found to be constant and whole.
func whole(n *world.Number) int {
	v, ok := n.Constant()
	if !ok {
		return 1
	}
	return int(v)
}

func (c *compiler) exposuresOf() {
	for _, e := range c.world.Exposures {
		compiled := exposure{actor: c.actor[e.Of], clash: c.slot(e.Clash, 0), aid: c.slot(e.Aid, 0)}
		for _, l := range e.Wars {
			one := warLoss{theatre: c.theatre[l.ID], loss: c.slot(l.Loss, 0), fighting: c.slot(l.Fighting, 0), perYear: c.slot(l.PerYear, 0), support: -1}
			for i := range c.supports {
				s := &c.supports[i]
				if s.from == compiled.actor && s.theatre == one.theatre && s.fights != nil {
					one.support = i
				}
			}
			compiled.wars = append(compiled.wars, one)
		}
		for _, l := range e.Strikes {
			if at := c.stockOf[c.actor[l.ID]][c.kind[l.Kind]]; at >= 0 {
				compiled.strikes = append(compiled.strikes, strike{at, c.slot(l.PerBn, 0), c.slot(l.Engaged, 0), c.slot(l.Kill, 0), c.slot(l.Arrives, 1)})
			}
		}
		c.exposures = append(c.exposures, compiled)
	}
}

// officesOf lists the changes of office in order of date.
func (c *compiler) officesOf() {
	var persons []*world.Person
	for _, p := range c.world.Persons {
		if p.Actor != "" && p.Resolve != nil && !p.From.IsZero() && c.world.Start.Before(p.From) && c.world.PeriodOf(p.From) < c.periods {
			persons = append(persons, p)
		}
	}
	slices.SortStableFunc(persons, func(a, b *world.Person) int { return a.From.Compare(b.From) })
	for _, p := range persons {
		c.offices = append(c.offices, office{c.world.PeriodOf(p.From), c.actor[p.Actor], c.slot(p.Resolve, 0.5)})
	}
}

// supporterOf is the crisis game's view of a lead, in one world.
func supporterOf(f *fightSlots, v [][]float64, w int) theory.Supporter {
	return theory.Supporter{
		StakeResolute: v[f.stakeR][w], StakeIrresolute: v[f.stakeI][w], Gap: v[f.gap][w], Cost: v[f.cost][w],
		Arming: v[f.arming][w], Abandonment: v[f.abandonment][w], Pledge: v[f.pledge][w],
	}
}

package sim

import (
	"fmt"
	"math/rand/v2"

	"parley/chance"
	"parley/world"
)

// maker makes small worlds at random, with every kind of block and link, and
// with the ends of every range among the numbers.
type maker struct {
	r       *rand.Rand
	w       *world.World
	kinds   []string
	actors  []string
	factors int
}

func randomWorld(seed uint64) *world.World {
	m := &maker{r: rand.New(rand.NewPCG(seed, 7)), w: &world.World{Title: fmt.Sprintf("World %d", seed)}}
	m.calendar()
	m.means()
	m.theatres()
	m.supports()
	m.flows()
	m.lessons()
	m.bodies()
	m.exposures()
	m.offices()
	m.scenarios()
	return m.w
}

func (m *maker) chance(p float64) bool { return m.r.Float64() < p }

// num is a number in lo–hi: usually inside, sometimes an end, sometimes a
// factor of the world.
func (m *maker) num(lo, hi float64) *world.Number {
	switch u := m.r.Float64(); {
	case u < 0.05:
		return world.Const(lo)
	case u < 0.08:
		return world.Const(hi)
	case u < 0.25 && lo < hi:
		return m.factor(lo, hi)
	}
	return world.Const(lo + m.r.Float64()*(hi-lo))
}

// fixed is a number that is the same in every world.
func (m *maker) fixed(lo, hi float64) *world.Number {
	return world.Const(lo + m.r.Float64()*(hi-lo))
}

func (m *maker) factor(lo, hi float64) *world.Number {
	law, err := chance.Uniform(lo, hi)
	if err != nil {
		return world.Const(lo)
	}
	m.factors++
	m.w.Factors = append(m.w.Factors, &world.Factor{Name: fmt.Sprintf("factor-%02d", m.factors), Law: law})
	draw := &world.Formula{Op: world.Draw, Factor: len(m.w.Factors) - 1}
	if m.chance(0.2) {
		return &world.Number{Formula: &world.Formula{Op: world.Minimum, Args: []*world.Formula{
			draw, {Op: world.Multiply, Args: []*world.Formula{{Op: world.Constant, Value: 0.5}, {Op: world.Add, Args: []*world.Formula{draw, {Op: world.Constant, Value: hi}}}}},
		}}}
	}
	return &world.Number{Formula: draw}
}

func (m *maker) pick(list []string) string { return list[m.r.IntN(len(list))] }

func (m *maker) meta(id string) world.Meta { return world.Meta{ID: id} }

func (m *maker) calendar() {
	m.w.Start = world.Date{Year: 2024, Month: 1 + m.r.IntN(12), Day: 1}
	m.w.Period = []world.Period{world.Month, world.Quarter, world.Year}[m.r.IntN(3)]
	m.w.Horizon = world.Duration(int(m.w.Period) * (3 + m.r.IntN(10)))
}

func (m *maker) date() world.Date {
	months := m.w.Start.Year*12 + m.w.Start.Month - 1 + m.r.IntN(int(m.w.Horizon))
	return world.Date{Year: months / 12, Month: months%12 + 1, Day: 1}
}

func (m *maker) means() {
	for i := range 1 + m.r.IntN(3) {
		id := fmt.Sprintf("k%d", i)
		m.kinds = append(m.kinds, id)
		m.w.Kinds = append(m.w.Kinds, &world.Kind{Meta: m.meta(id), Reaches: true})
	}
	for i := range 4 + m.r.IntN(5) {
		a := &world.Actor{Meta: m.meta(fmt.Sprintf("a%d", i)), Name: "A", Type: "state", Resolve: m.num(0.02, 0.98)}
		for _, k := range m.kinds {
			if m.chance(0.7) {
				a.Means = append(a.Means, &world.Means{Meta: m.meta(k), Stock: m.num(0, 200), Produces: m.num(0, 30), Wear: m.num(0, 0.4)})
			}
			if m.chance(0.4) {
				a.Spends = append(a.Spends, world.Entry{Key: k, Number: m.fixed(0, 0.3)})
			}
		}
		if m.chance(0.5) {
			a.Capacity = &world.Capacity{
				Scarce: m.num(0, 1), Recovery: m.num(0, 1), Fungible: m.num(-0.3, 1), Engaged: m.num(0, 0.6), Pin: m.num(0, 0.5),
				Opportunism: m.num(-1, 1), Channel: m.pick([]string{"capacity", "c1"}),
			}
		}
		m.actors = append(m.actors, a.ID)
		m.w.Actors = append(m.w.Actors, a)
	}
}

func (m *maker) theatres() {
	for i := range 1 + m.r.IntN(4) {
		c := m.r.IntN(len(m.actors))
		d := (c + 1 + m.r.IntN(len(m.actors)-1)) % len(m.actors)
		t := &world.Theatre{
			Meta: m.meta(fmt.Sprintf("t%d", i)), Name: "T", Challenger: m.actors[c], Defender: m.actors[d], Status: []string{"quiet", "war"}[m.r.IntN(2)],
			Share: m.num(0, 1), DefenceAdvantage: m.num(0.3, 3), Decisiveness: m.num(0, 2), Difference: world.Const([]float64{0, 0, 1, 0.4}[m.r.IntN(4)]),
		}
		for _, k := range m.kinds {
			if len(t.Weights) == 0 || m.chance(0.7) {
				t.Weights = append(t.Weights, world.Entry{Key: k, Number: m.num(0, 2)})
			}
		}
		for _, a := range []string{t.Challenger, t.Defender} {
			if m.chance(0.5) {
				t.Commits = append(t.Commits, world.Entry{Key: a, Number: m.num(0, 1)})
			}
		}
		t.Crisis, t.War, t.Peace = m.crisis(), m.war(), m.peace()
		m.w.Theatres = append(m.w.Theatres, t)
	}
}

func (m *maker) sides(lo, hi float64) world.Sides {
	return world.Sides{Challenger: m.num(lo, hi), Defender: m.num(lo, hi)}
}

func (m *maker) crisis() *world.Crisis {
	concede := []float64{0, 0.1, 0.3, 1}[m.r.IntN(4)]
	// Now and then too much together: such worlds are to be left out by both.
	c := &world.Crisis{
		Challenge: m.num(0, 3), Concede: world.Const(concede), Attack: m.attack(1 - concede),
		Concession: m.num(0, 0.4), BackingDown: m.num(0, 0.3), GivingWay: m.num(0, 0.3), WarCost: m.sides(0, 0.8),
		FacingSupporter: m.num(0, 0.6), Punishment: m.num(0, 0.5), Probe: m.num(0, 2.5), Sensitivity: m.num(0, 9),
		Pays: m.num(0, 1), PaysWeight: m.num(0, 4),
	}
	for _, a := range m.actors {
		if m.chance(0.1) {
			c.Proxies = append(c.Proxies, world.Entry{Key: a, Number: m.num(-1, 1)})
		}
	}
	return c
}

func (m *maker) attack(most float64) *world.Number {
	if m.chance(0.05) && most < 1 {
		return m.factor(0, 1)
	}
	return world.Const(most * m.r.Float64())
}

func (m *maker) war() *world.War {
	v := &world.War{
		Drift: m.num(-0.05, 0.1), Pace: m.num(0, 0.5), Tipping: m.num(0, 2), Luck: m.num(0, 0.1), Losses: m.sides(0, 0.6),
		Horizon: m.num(0, 4), End: m.num(0, 2), Cost: m.sides(0, 0.3), Optimism: m.sides(-0.3, 0.3), Hardening: m.num(-0.2, 0.4),
		Commitment: m.num(0, 1), Leverage: m.num(-0.5, 1.5), Membership: m.num(0, 1), Settles: m.num(0, 1),
	}
	names := []string{"line", "neutrality", "limits", "relief", "guarantee", "ports"}
	m.r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	names = names[:1+m.r.IntN(5)]
	left := [2]float64{1, 1}
	for i, name := range names {
		w := [2]float64{left[0], left[1]}
		if i < len(names)-1 {
			w[0], w[1] = left[0]*m.r.Float64(), left[1]*m.r.Float64()
		}
		left[0], left[1] = left[0]-w[0], left[1]-w[1]
		v.Issues = append(v.Issues, &world.Issue{Meta: m.meta(name), Challenger: world.Const(w[0]), Defender: world.Const(w[1])})
	}
	return v
}

func (m *maker) peace() *world.Peace {
	if m.chance(0.2) {
		return nil
	}
	p := &world.Peace{Reopen: m.num(0, 0.5), Imposed: m.num(0, 1.5), Monitoring: m.num(0, 1), Window: m.num(0, 1)}
	if m.chance(0.5) {
		p.Challenge, p.Concede, p.Attack = m.num(0, 2), world.Const(0.2), world.Const(0.5)
	}
	if m.chance(0.6) {
		p.Terms = &world.Terms{Guarantee: m.num(0, 1), Limits: m.num(0, 1), Relief: m.num(0, 1), Neutrality: m.num(0, 1), Monitored: m.num(0, 1)}
	}
	return p
}

func (m *maker) supports() {
	for _, t := range m.w.Theatres {
		led := map[string]bool{}
		taken := map[string]bool{t.Challenger: true, t.Defender: true}
		for i := range m.r.IntN(4) {
			from := m.pick(m.actors)
			if taken[from] {
				continue
			}
			taken[from] = true
			s := &world.Support{
				Meta: m.meta(fmt.Sprintf("s%d-%s", i, t.ID)), From: from, Theatre: t.ID, Side: "defender", Channel: m.pick([]string{"aid", "troops"}),
				Joins: m.num(0, 1), Usable: m.num(0, 1), Continues: m.num(0, 1), Offset: m.num(-0.6, 1),
			}
			if m.chance(0.2) {
				s.Side = "challenger"
			}
			if !led[s.Side] && m.chance(0.8) {
				s.Lead, led[s.Side] = true, true
			}
			for _, k := range m.kinds {
				if m.chance(0.6) {
					s.Aid = append(s.Aid, world.Entry{Key: k, Number: m.num(0, 10)})
				}
			}
			if m.chance(0.3) {
				s.Beside = m.num(0, 0.5)
			}
			if s.Side == "defender" {
				m.answers(s)
			}
			m.w.Supports = append(m.w.Supports, s)
		}
	}
}

func (m *maker) answers(s *world.Support) {
	types := func() world.Types { return world.Types{Resolute: m.num(0.5, 2.5), Irresolute: m.num(0, 0.8)} }
	if m.chance(0.6) {
		s.Fights = &world.Fights{
			Baseline: m.num(0, 1), Stake: types(), Gap: m.num(0, 4), Cost: m.num(0, 1), Arming: m.num(0, 1), Abandonment: m.num(0, 0.5),
			Pledge: m.num(0, 1), Commits: m.num(0, 1),
		}
	}
	if m.chance(0.5) {
		s.Sustains = &world.Sustains{
			Cut: m.num(0, 1), Surge: m.num(0, 1), Restart: m.num(0, 1), Size: m.num(0, 1), Escalation: m.num(0, 0.3), Cost: m.num(0, 0.3),
			Stake: types(), Gap: m.num(0, 4),
		}
	}
	if m.chance(0.4) {
		s.Clash = &world.Clash{Rate: m.num(0, 0.2), Surge: m.num(0, 2)}
	}
}

func (m *maker) flows() {
	var money []string
	for i := range m.r.IntN(6) {
		f := &world.Flow{
			Meta: m.meta(fmt.Sprintf("f%d", i)), From: m.pick(m.actors), To: m.pick(m.actors), Rate: m.num(0, 6), Grows: m.num(-0.1, 0.2),
			Lag: world.Duration(m.r.IntN(3) * 5), Need: m.num(-0.5, 1.5), After: world.After{Level: m.num(0, 1.2), Slope: m.num(-0.6, 0.6)},
			Channel: m.pick([]string{"arms", "money"}),
		}
		if f.From == f.To {
			continue
		}
		if m.chance(0.4) {
			f.HalfLife = m.num(0.5, 5)
		}
		f.Gives = world.Gives{What: world.GivesWhat(m.r.IntN(3))}
		if f.Gives.What != world.GivesMoney {
			f.Gives.Kind = m.pick(m.kinds)
		}
		if f.Gives.What == world.GivesTechnology {
			f.Rate = m.num(0, 0.3)
		}
		if len(m.w.Flows) > 0 && m.chance(0.5) {
			other := m.w.Flows[m.r.IntN(len(m.w.Flows))]
			if m.chance(0.5) {
				f.InReturnFor = other.ID
			} else if len(money) > 0 {
				f.Gives, f.PassesOn, f.Rate = world.Gives{What: world.GivesMoney}, m.pick(money), m.num(0, 0.8)
				f.From = m.receiver(f.PassesOn)
				if f.From == f.To {
					continue
				}
			}
		}
		if t := m.w.Theatres[m.r.IntN(len(m.w.Theatres))]; m.chance(0.6) && (involves(t, f.From) || involves(t, f.To)) {
			f.While = t.ID
		}
		if f.Gives.What == world.GivesMoney {
			money = append(money, f.ID)
		}
		m.w.Flows = append(m.w.Flows, f)
	}
}

func involves(t *world.Theatre, actor string) bool {
	return t.Challenger == actor || t.Defender == actor
}

func (m *maker) receiver(flow string) string {
	for _, f := range m.w.Flows {
		if f.ID == flow {
			return f.To
		}
	}
	return ""
}

func (m *maker) lessons() {
	w := m.w
	for i := range m.r.IntN(4) {
		if len(w.Supports) == 0 || len(w.Theatres) < 2 {
			break
		}
		s := w.Supports[m.r.IntN(len(w.Supports))]
		t := w.Theatres[m.r.IntN(len(w.Theatres))].ID
		if t == s.Theatre {
			continue
		}
		l := &world.Watch{Meta: m.meta(fmt.Sprintf("w%d", i)), Theatre: t, About: s.From, In: s.Theatre, Weight: m.num(-1, 1), Renewal: m.num(0, 1)}
		if i == 0 {
			l.HalfLife = m.num(0.5, 6)
		}
		w.Watches = append(w.Watches, l)
	}
	for i := range m.r.IntN(3) {
		a, b := m.r.IntN(len(w.Theatres)), m.r.IntN(len(w.Theatres))
		if a != b {
			w.Precedents = append(w.Precedents, &world.Precedent{Meta: m.meta(fmt.Sprintf("p%d", i)), Theatre: w.Theatres[a].ID, In: w.Theatres[b].ID, Weight: m.num(0, 2)})
		}
	}
	for i := range m.r.IntN(3) {
		from := w.Theatres[m.r.IntN(len(w.Theatres))]
		var to []string
		for _, t := range w.Theatres {
			if t != from && m.chance(0.7) {
				to = append(to, t.ID)
			}
		}
		if len(to) > 0 {
			of := []string{from.Challenger, from.Defender}[m.r.IntN(2)]
			w.Releases = append(w.Releases, &world.Release{Meta: m.meta(fmt.Sprintf("r%d", i)), Of: of, From: from.ID, To: to, Share: m.num(-0.5, 0.5)})
		}
	}
}

func (m *maker) bodies() {
	for i := range m.r.IntN(3) {
		b := &world.Body{Meta: m.meta(fmt.Sprintf("b%d", i)), Name: "B", Rule: m.pick([]string{"unanimity", "qualified", "simple"}), Common: m.num(0, 1.5)}
		for j := range 1 + m.r.IntN(4) {
			one := &world.Member{Meta: m.meta(fmt.Sprintf("m%d", j)), Assents: m.num(0, 1), Weight: world.Const(float64(1 + m.r.IntN(3))), Count: world.Const(float64(1 + m.r.IntN(3)))}
			if m.chance(0.4) {
				one.Moved = append(one.Moved, &world.Moved{Ends: m.w.Theatres[0].ID, Shift: m.num(-2, 2)})
			}
			if m.chance(0.3) {
				one.Moved = append(one.Moved, &world.Moved{From: m.date(), Shift: m.num(-2, 2)})
			}
			b.Members = append(b.Members, one)
		}
		m.w.Bodies = append(m.w.Bodies, b)
	}
}

func (m *maker) exposures() {
	for i := range m.r.IntN(3) {
		e := &world.Exposure{Meta: m.meta(fmt.Sprintf("e%d", i)), Of: m.actors[i], Clash: m.num(0, 500), Aid: m.num(0, 1)}
		for _, t := range m.w.Theatres {
			if m.chance(0.6) {
				e.Wars = append(e.Wars, &world.WarLoss{Meta: m.meta(t.ID), Loss: m.num(0, 500), Fighting: m.num(0, 500), PerYear: m.num(0, 50)})
			}
		}
		for _, a := range m.actors {
			if a != e.Of && m.chance(0.3) {
				e.Strikes = append(e.Strikes, &world.Strike{Meta: m.meta(a), Kind: m.pick(m.kinds), PerBn: m.num(0, 3), Arrives: m.num(0, 1)})
			}
		}
		m.w.Exposures = append(m.w.Exposures, e)
	}
}

func (m *maker) offices() {
	for i := range m.r.IntN(3) {
		p := &world.Person{Meta: m.meta(fmt.Sprintf("o%d", i)), Name: "O", Actor: m.pick(m.actors), From: m.date(), Resolve: m.num(0.05, 0.95)}
		m.w.Persons = append(m.w.Persons, p)
	}
}

func (m *maker) scenarios() {
	m.w.Scenarios = append(m.w.Scenarios, &world.Scenario{Meta: m.meta("course"), Title: "C"})
	for i := range 1 + m.r.IntN(3) {
		s := &world.Scenario{Meta: m.meta(fmt.Sprintf("do%d", i)), Title: "D"}
		taken := map[world.Date]bool{}
		for range 1 + m.r.IntN(3) {
			if at := m.date(); !taken[at] {
				taken[at] = true
				s.Steps = append(s.Steps, m.step(&world.Step{At: at}))
			}
		}
		if m.chance(0.6) {
			s.Steps = append(s.Steps, m.step(&world.Step{Ends: m.w.Theatres[m.r.IntN(len(m.w.Theatres))].ID}))
		}
		m.w.Scenarios = append(m.w.Scenarios, s)
	}
}

func (m *maker) hangs() world.Hangs {
	if len(m.w.Bodies) > 0 && m.chance(0.3) {
		return world.Hangs{Needs: m.w.Bodies[m.r.IntN(len(m.w.Bodies))].ID}
	}
	return world.Hangs{}
}

func (m *maker) step(s *world.Step) *world.Step {
	theatre := m.w.Theatres[m.r.IntN(len(m.w.Theatres))]
	if m.chance(0.3) {
		s.Events = append(s.Events, &world.EventAction{Meta: m.meta("event"), Hangs: m.hangs(), Theatre: theatre.ID, Shift: m.num(-2, 2), Lasts: world.Duration(m.r.IntN(2) * 12)})
	}
	if m.chance(0.3) {
		s.Means = append(s.Means, &world.MeansAction{Meta: m.meta(m.pick(m.actors)), Hangs: m.hangs(), Kind: m.pick(m.kinds), Add: m.num(-20, 50), Scale: m.num(0, 2), Produces: m.num(0, 2)})
	}
	if len(m.w.Flows) > 0 && m.chance(0.4) {
		s.Flows = append(s.Flows, &world.FlowAction{Meta: m.meta(m.w.Flows[m.r.IntN(len(m.w.Flows))].ID), Hangs: m.hangs(), Scale: m.num(0, 2)})
	}
	for _, support := range m.w.Supports {
		if !m.chance(0.4) {
			continue
		}
		a := &world.AidAction{Meta: m.meta(support.ID), Hangs: m.hangs()}
		switch m.r.IntN(4) {
		case 0:
			a.Level = m.num(0, 2)
		case 1:
			a.Scale = m.num(0, 2)
		case 2:
			a.Free = support.Sustains != nil
		case 3:
			a.Threat = m.num(0, 1)
		}
		s.Aids = append(s.Aids, a)
	}
	if m.chance(0.3) {
		s.Guarantees = append(s.Guarantees, &world.GuaranteeAction{Meta: m.meta(theatre.ID), Hangs: m.hangs(), Strength: m.num(0, 1), Takes: world.Duration(m.r.IntN(30))})
	}
	if m.chance(0.3) {
		s.Talks = append(s.Talks, &world.TalksAction{Meta: m.meta(theatre.ID), Hangs: m.hangs(), Intensity: m.num(0, 2)})
	}
	if m.chance(0.3) {
		p := &world.PressAction{Meta: m.meta(theatre.ID), Hangs: m.hangs()}
		if m.chance(0.3) {
			p.Both = m.num(0, 1)
		} else {
			p.Challenger, p.Defender = m.num(0, 1), m.num(0, 1)
		}
		s.Presses = append(s.Presses, p)
	}
	if m.chance(0.4) && theatre.Status == "war" {
		settle := &world.SettleAction{Meta: m.meta(theatre.ID), Hangs: m.hangs(), Guarantee: m.num(0, 1), Monitored: m.num(0, 1)}
		for _, issue := range theatre.War.Issues {
			if m.chance(0.8) {
				settle.Issues = append(settle.Issues, world.Entry{Key: issue.ID, Number: m.num(0, 1)})
			}
		}
		if m.chance(0.3) {
			settle.By = m.pick(m.actors)
		}
		if len(settle.Issues) > 0 {
			s.Settles = append(s.Settles, settle)
		}
	}
	return s
}

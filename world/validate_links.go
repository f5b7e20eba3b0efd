package world

import (
	"fmt"
	"slices"
)

// supportLinks checks supports, one by one and beside each other.
func (v *validator) supportLinks() {
	lead, pair := map[string]*Support{}, map[string]*Support{}
	for _, s := range v.w.Supports {
		name := called("support", s.ID)
		v.support(s, name)
		if s.Theatre == "" || s.From == "" {
			continue
		}
		if other := pair[s.Theatre+"."+s.From]; other != nil {
			v.wrong(&s.Meta, "from", "duplicate", "Supporter stands twice", name, fmt.Sprintf("%q supports a side of %q already in support %q. Write one block.", s.From, s.Theatre, other.ID))
		}
		pair[s.Theatre+"."+s.From] = s
		if !s.Lead {
			continue
		}
		if other := lead[s.Theatre+"."+s.Side]; other != nil {
			v.wrong(&s.Meta, "lead", "two-leads", "Two leads on one side", name, fmt.Sprintf("Support %q leads the %s's side of %q already.", other.ID, s.Side, s.Theatre))
		}
		lead[s.Theatre+"."+s.Side] = s
	}
}

func (v *validator) support(s *Support, name string) {
	if t := v.theatres[s.Theatre]; t != nil && s.From != "" && (s.From == t.Challenger || s.From == t.Defender) {
		v.wrong(&s.Meta, "from", "own-party", "A party cannot be its own supporter", name, fmt.Sprintf("%q is a party to %q itself.", s.From, s.Theatre))
	}
	if s.Side != "challenger" {
		return
	}
	if s.Fights != nil {
		v.errorAt(s.Fights.Range, "fights", "Only the defender's supporters answer an attack", name, "A fights block belongs to a supporter of the defender (rule 8). A supporter that always fights beside the challenger has beside = 1.")
	}
	if s.Clash != nil {
		v.errorAt(s.Clash.Range, "clash", "A clash is with the challenger", name, "A clash block belongs to a supporter of the defender (rule 16).")
	}
}

// flowLinks checks flows and what they name.
func (v *validator) flowLinks() {
	for _, f := range v.w.Flows {
		name := called("flow", f.ID)
		if f.From == f.To && f.From != "" {
			v.wrong(&f.Meta, "to", "to-itself", "Link from an actor to itself", name, fmt.Sprintf("%q sends to itself.", f.From))
		}
		if t := v.theatres[f.While]; t != nil && v.actors[f.From] != nil && v.actors[f.To] != nil && !v.partyTo(f, t) {
			v.wrong(&f.Meta, "while", "not-party", "Neither end is a party to the war", name,
				fmt.Sprintf("The buyer of a flow that a war feeds is the end that fights it (rule 4): %q or %q must send or receive.", t.Challenger, t.Defender))
		}
		v.passing(f, name)
		v.received(f, name)
	}
	v.chains("passes_on", func(f *Flow) string { return f.PassesOn })
	v.chains("in_return_for", func(f *Flow) string {
		if f.While != "" {
			return "" // its own war says how active it is
		}
		return f.InReturnFor
	})
	v.passedShares()
}

func (v *validator) partyTo(f *Flow, t *Theatre) bool {
	return f.From == t.Challenger || f.From == t.Defender || f.To == t.Challenger || f.To == t.Defender
}

// passing checks a flow that passes on a share of another.
func (v *validator) passing(f *Flow, name string) {
	source := v.flows[f.PassesOn]
	if source == nil || v.w.Origin.failed(&f.Meta, "gives") || v.w.Origin.failed(&source.Meta, "gives") {
		return
	}
	switch {
	case source.Gives.What != GivesMoney || f.Gives.What != GivesMoney:
		v.wrong(&f.Meta, "passes_on", "passes-on", "Only money is passed on", name, fmt.Sprintf("Both %q and %q must give money.", f.ID, source.ID))
	case source.To != f.From && source.To != "" && f.From != "":
		v.wrong(&f.Meta, "passes_on", "passes-on", "What does not arrive cannot be passed on", name, fmt.Sprintf("%q passes on, but %q arrives at %q.", f.From, source.ID, source.To))
	}
	if x, ok := v.sum(f.Rate); ok && x > 1 {
		v.errorAt(f.Rate.Range, "shares", "More is passed on than comes in", name, "The rate of a flow that passes on is a share of what comes in, from 0 to 1.")
	}
}

// passedShares checks that no more is passed on than comes in.
func (v *validator) passedShares() {
	total := map[string]float64{}
	for _, f := range v.w.Flows {
		if f.PassesOn == "" {
			continue
		}
		x, ok := v.sum(f.Rate)
		if !ok || x > 1 {
			continue
		}
		before := total[f.PassesOn]
		total[f.PassesOn] += x
		if before <= 1+within && total[f.PassesOn] > 1+within {
			v.errorAt(f.Rate.Range, "shares", "More is passed on than comes in", called("flow", f.ID),
				fmt.Sprintf("With this flow, %.6g times what comes in with %q is passed on.", total[f.PassesOn], f.PassesOn))
		}
	}
}

// received warns where what flows can have no effect.
func (v *validator) received(f *Flow, name string) {
	to := v.actors[f.To]
	if to == nil || v.w.Origin.failed(&f.Meta, "gives") {
		return
	}
	switch f.Gives.What {
	case GivesMoney:
		passes := slices.ContainsFunc(v.w.Flows, func(g *Flow) bool { return g.PassesOn == f.ID })
		if len(to.Spends) == 0 && !passes && !v.w.Origin.failed(&to.Meta, "spends") && !v.proxied(to.ID) {
			v.odd(&f.Meta, "to", "unspent", "Money to an actor that spends nothing", name, fmt.Sprintf("%q has no spends and passes nothing on, so the money has no effect.", to.ID))
		}
	case GivesKind:
	case GivesTechnology:
		if !slices.ContainsFunc(to.Means, func(m *Means) bool { return m.ID == f.Gives.Kind }) && v.has["kind."+f.Gives.Kind] {
			v.odd(&f.Meta, "gives", "no-effect", "Technology for means that are not there", name, fmt.Sprintf("%q has no means of %q whose production could rise.", to.ID, f.Gives.Kind))
		}
	}
}

// proxied reports whether what an actor has to spend moves some theatre.
func (v *validator) proxied(actor string) bool {
	return slices.ContainsFunc(v.w.Theatres, func(t *Theatre) bool { return t.Crisis != nil && t.Crisis.Proxies.Get(actor) != nil })
}

// chains reports flows that name each other in a circle.
func (v *validator) chains(attr string, next func(*Flow) string) {
	state := map[string]int{} // the walk that passed here
	for walk, start := range v.w.Flows {
		var trail []string
		f := start
		for f != nil && next(f) != "" && state[f.ID] == 0 {
			state[f.ID] = walk + 1
			trail = append(trail, f.ID)
			f = v.flows[next(f)]
		}
		if f == nil || state[f.ID] != walk+1 {
			continue
		}
		trail = append(trail[slices.Index(trail, f.ID):], f.ID)
		v.wrong(&f.Meta, attr, "cycle", "Flows that depend on each other", called("flow", f.ID), fmt.Sprintf("%s leads in a circle: %s.", attr, shorten(trail, " → ")))
	}
}

// lessonLinks checks watches and precedents.
func (v *validator) lessonLinks() {
	type belief struct{ theatre, about string }
	halves := map[belief]*Watch{}
	for _, w := range v.w.Watches {
		name := called("watch", w.ID)
		v.watch(w, name)
		if w.HalfLife == nil || w.Theatre == "" || w.About == "" {
			continue
		}
		key := belief{w.Theatre, w.About}
		if other := halves[key]; other != nil && !sameNumber(other.HalfLife, w.HalfLife) {
			v.errorAt(w.HalfLife.Range, "half-life", "Two half-lives for one belief", name,
				fmt.Sprintf("What the challenger of %q believes about %q fades already with the half-life of watch %q. Give both the same, for instance a quantity.", w.Theatre, w.About, other.ID))
		} else {
			halves[key] = w
		}
	}
	for _, p := range v.w.Precedents {
		if p.Theatre == p.In && p.In != "" {
			v.wrong(&p.Meta, "in", "to-itself", "Link from a theatre to itself", called("precedent", p.ID), fmt.Sprintf("The challenger of %q reads other theatres than its own.", p.In))
		}
	}
}

// sameNumber reports whether two numbers are the same in every world by the
// way they are written.
func sameNumber(a, b *Number) bool {
	x, plain := a.Constant()
	y, also := b.Constant()
	if plain && also {
		return x == y
	}
	return a.Formula != nil && b.Formula != nil && a.Formula.Op == Reference && b.Formula.Op == Reference && a.Formula.To == b.Formula.To
}

func (v *validator) watch(w *Watch, name string) {
	if w.Theatre == w.In && w.In != "" {
		v.wrong(&w.Meta, "in", "to-itself", "Link from a theatre to itself", name, fmt.Sprintf("The challenger of %q learns from its own theatre anyway (rule 17).", w.In))
		return
	}
	if v.theatres[w.Theatre] == nil || v.theatres[w.In] == nil || v.actors[w.About] == nil {
		return
	}
	supports, leads := false, false
	for _, s := range v.w.Supports {
		if s.From == w.About && (s.Theatre == w.Theatre || s.Theatre == w.In) {
			supports, leads = true, leads || s.Lead
		}
	}
	switch {
	case !supports:
		v.wrong(&w.Meta, "about", "no-supporter", "Nothing to learn about", name, fmt.Sprintf("%q supports no side, neither in %q nor in %q.", w.About, w.Theatre, w.In))
	case !leads:
		v.odd(&w.Meta, "about", "idle-link", "Lesson about a supporter that leads nothing", name, fmt.Sprintf("%q leads no side in %q or %q, so that the lesson moves nothing.", w.About, w.Theatre, w.In))
	}
}

// theories checks signposts against the theories they are to tell apart.
func (v *validator) theories() {
	for _, s := range v.w.Signposts {
		name := called("signpost", s.ID)
		if t := v.w.Start; !s.By.IsZero() && !t.IsZero() && s.By.Before(t) {
			v.wrong(&s.Meta, "by", "date-range", "Date out of range", name, fmt.Sprintf("A signpost is what time will show, and %s is before the opening.", s.By))
		}
		v.signpost(s, name)
	}
	v.overridden()
}

func (v *validator) signpost(s *Signpost, name string) {
	var of []*Theory
	for _, t := range v.w.Theories {
		if s.Theory == t.ID || s.Theory == "" && v.answers(s, t) {
			of = append(of, t)
		}
	}
	if len(of) == 0 {
		if s.Theory == "" && len(s.Under) > 0 && !v.w.Origin.failed(&s.Meta, "theory") {
			v.odd(&s.Meta, "under", "no-theory", "Signpost without a theory", name, "No theory has rivals of these names, so that the signpost tells nothing apart. Name the theory with theory = theory.NAME, or correct the names.")
		}
		return
	}
	if s.Theory == "" {
		s.Theory = of[0].ID
	}
	for _, rival := range keysOf(s.Under) {
		if !slices.ContainsFunc(of[0].Rivals, func(r *Rival) bool { return r.ID == rival }) {
			var names []string
			for _, r := range of[0].Rivals {
				names = append(names, r.ID)
			}
			v.wrong(&s.Meta, "under."+rival, "unknown-rival", "Unknown rival", name, fmt.Sprintf("Theory %q has no rival %q. Its rivals: %s.", of[0].ID, rival, listed(names)))
		}
	}
}

// answers reports whether a signpost names a rival of a theory.
func (v *validator) answers(s *Signpost, t *Theory) bool {
	return slices.ContainsFunc(t.Rivals, func(r *Rival) bool { _, ok := s.Under[r.ID]; return ok })
}

func keysOf[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// overridden warns about distributions that no world ever draws, because every
// rival of some theory sets another value.
func (v *validator) overridden() {
	for _, f := range v.dropped {
		v.warnAt(f.Range, "overridden", "Distribution that is never drawn", "", fmt.Sprintf("Every rival of a theory sets %s, so that %s is never used.", f.Name, f.Written))
	}
}

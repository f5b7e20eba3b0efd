package event

import "slices"

// plain codes a verb by its own frame.
func (s *sentence) plain(k int) {
	g := &s.groups[k]
	if g.class&(refuse|threaten|intend|pledge) != 0 && s.governsInfinitive(k) {
		return // the verb below is coded, and this one changes its code
	}
	if g.class&light != 0 && s.lightVerb(k) {
		return
	}
	if g.class&(refuse|agree) != 0 && s.answers(k) {
		return
	}
	if s.liftsSanctions(k) {
		return
	}
	for _, x := range g.senses {
		if x.frame != nil && s.frame(k, x.frame) {
			return
		}
	}
}

// governsInfinitive reports whether the next verb is an infinitive or gerund
// directly under this one.
func (s *sentence) governsInfinitive(k int) bool {
	if k+1 >= len(s.groups) {
		return false
	}
	next := &s.groups[k+1]
	return next.matrix == k && (next.infinitive || next.gerund)
}

// answers codes "agreed to a ceasefire" and "ruled out talks with".
func (s *sentence) answers(k int) bool {
	g := &s.groups[k]
	if len(g.args) == 0 || g.passive {
		return false
	}
	i := g.args[0]
	fr, _ := s.eventNoun(i)
	if fr == nil || !cooperative(fr.code[:2]) {
		return false
	}
	if g.class&refuse != 0 {
		fr = &frame{code: refusal(fr.code[:2]), preps: fr.preps}
	} else if p := s.phrases[i].prep; p < 0 || s.tokens[p].lower != "to" && s.tokens[p].lower != "on" {
		return false
	}
	s.used[i] = true
	targets := s.byPrepositions(g, append([]string{"with"}, fr.preps...))
	if len(targets) == 0 && s.phrases[i].actor.Code != "" {
		targets = []Actor{s.phrases[i].actor}
	}
	s.emit(k, fr, g.subject, targets, Given{})
	return true
}

// liftsSanctions codes what is lifted, eased or ended as a concession.
func (s *sentence) liftsSanctions(k int) bool {
	g := &s.groups[k]
	if g.object < 0 || g.verb >= len(s.tokens) || s.tokens[g.verb].in.verb == nil {
		return false
	}
	switch s.tokens[g.verb].in.verb.lemma {
	case "lift", "end", "ease", "suspend", "relax":
	default:
		return false
	}
	fr, _ := s.eventNoun(g.object)
	if fr == nil || fr.code[:2] < "14" {
		return false
	}
	code := "087"
	if fr.code[:2] == "16" {
		code = "085"
	}
	s.used[g.object] = true
	targets := s.byPrepositions(g, append([]string{"on", "against"}, fr.preps...))
	s.emit(k, &frame{code: code, mode: "yield"}, g.subject, targets, Given{})
	return true
}

// lightVerb codes a verb by the event noun that is its object (or, passive,
// its subject): "launched an attack on".
func (s *sentence) lightVerb(k int) bool {
	g := &s.groups[k]
	i := g.object
	if g.passive {
		return s.lightPassive(k)
	}
	if i < 0 {
		return false
	}
	fr, _ := s.eventNoun(i)
	if fr == nil {
		return s.engages(k)
	}
	if s.isGift(g, i) {
		return false
	}
	s.used[i] = true
	targets := s.byPrepositions(g, fr.preps)
	if fr.sym && len(targets) == 0 {
		targets = s.byPrepositions(g, []string{"with"})
	}
	if len(targets) == 0 && !fr.sym && s.phrases[i].actor.Code != "" {
		targets = []Actor{s.phrases[i].actor}
	}
	if len(targets) == 0 {
		targets = s.byPrepositions(g, []string{"in", "at", "of", "to"})
	}
	s.emit(k, fr, g.subject, targets, Given{})
	return true
}

// engages codes "drew X into a battle".
func (s *sentence) engages(k int) bool {
	g := &s.groups[k]
	targets := s.objectActors(g)
	if len(targets) == 0 {
		return false
	}
	for _, i := range g.args {
		if p := &s.phrases[i]; p.prep < 0 || !s.introduces(p.prep, "in") {
			continue
		}
		if fr, _ := s.eventNoun(i); fr != nil && fr.sym {
			s.used[i] = true
			s.emit(k, fr, g.subject, targets, Given{})
			return true
		}
	}
	return false
}

// isGift reports whether the object is help or the like that is given to
// somebody.
func (s *sentence) isGift(g *group, i int) bool {
	fr := g.frame()
	if fr == nil || !fr.give {
		return false
	}
	_, ok := s.thingIn(i)
	return ok
}

// lightPassive is "talks with X were held by Y".
func (s *sentence) lightPassive(k int) bool {
	g := &s.groups[k]
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.end > g.start || k > 0 && p.start < s.groups[k-1].end {
			continue
		}
		fr, _ := s.eventNoun(i)
		if fr == nil || s.used[i] {
			continue
		}
		var targets []Actor
		for j := i + 1; j < len(s.phrases) && s.phrases[j].end <= g.start; j++ {
			q := &s.phrases[j]
			if q.prep >= 0 && slices.Contains(fr.preps, s.tokens[q.prep].lower) {
				targets, _ = s.list(j)
				break
			}
		}
		sources := s.byPrepositions(g, []string{"by"})
		if len(sources) == 0 && len(targets) == 0 {
			continue
		}
		s.used[i] = true
		s.emit(k, fr, sources, targets, Given{})
		return true
	}
	return false
}

// byPrepositions are the actors of the first phrase after one of the
// prepositions, tried in their order.
func (s *sentence) byPrepositions(g *group, preps []string) []Actor {
	for _, want := range preps {
		for _, i := range g.args {
			p := &s.phrases[i]
			if p.prep < 0 || p.actor.Code == "" || p.pronoun || !s.introduces(p.prep, want) {
				continue
			}
			list, _ := s.listed(i, true)
			return list
		}
	}
	return nil
}

// introduces reports whether the preposition, with the word before it ("out
// of"), is the one wanted.
func (s *sentence) introduces(prep int, want string) bool {
	w := s.tokens[prep].lower
	return w == want || prep > 0 && len(want) > len(w) && s.tokens[prep-1].lower+" "+w == want
}

// frame codes a verb by one frame; false means that another may fit better.
func (s *sentence) frame(k int, fr *frame) bool {
	g := &s.groups[k]
	switch {
	case fr.give:
		return s.give(k, fr)
	case fr.take:
		return s.take(k, fr)
	}
	lemma := s.tokens[g.verb].in.verb.lemma
	if (lemma == "receive" || lemma == "get") && s.take(k, fr) {
		return true
	}
	if g.passive || s.reducedPassive(g, fr) {
		return s.passive(k, fr)
	}
	targets := s.targets(g, fr)
	if len(targets) == 0 && !fr.sym && fr.code[:2] != "14" && len(g.subject) == 0 {
		return false
	}
	if len(targets) == 0 && fr.code[:2] < "05" && !fr.sym {
		return false
	}
	s.emit(k, fr, g.subject, targets, Given{})
	if fr.code == "042" {
		s.visitFor(k)
	}
	if fr.code == "043" && len(g.subject) > 0 && len(targets) > 0 {
		s.emit(k, &frame{code: "042", mode: "visit"}, targets, g.subject, Given{})
	}
	return true
}

// visitFor codes what somebody travels for: "arrived in X for talks with Y".
func (s *sentence) visitFor(k int) {
	g := &s.groups[k]
	for _, i := range g.args {
		p := &s.phrases[i]
		if p.prep < 0 || !s.introduces(p.prep, "for") && !s.introduces(p.prep, "on") {
			continue
		}
		fr, _ := s.eventNoun(i)
		if fr == nil || !fr.sym {
			continue
		}
		if with := s.byPrepositions(g, []string{"with"}); len(with) > 0 {
			s.used[i] = true
			s.emit(k, fr, g.subject, with, Given{})
		}
		return
	}
}

func (s *sentence) targets(g *group, fr *frame) []Actor {
	if fr.obj {
		list := s.objectActors(g)
		if len(list) > 0 {
			return list
		}
	}
	list := s.byPrepositions(g, fr.preps)
	if len(list) == 0 && fr.obj && g.object >= 0 {
		list = s.byPrepositions(g, []string{"of"})
	}
	if len(list) == 0 && fr.obj && g.object >= 0 && fr.code[:2] >= "11" {
		list = s.byPrepositions(g, []string{"in", "at"})
	}
	return list
}

// reducedPassive finds "soldiers killed by", where no auxiliary stands.
func (s *sentence) reducedPassive(g *group, fr *frame) bool {
	if s.tokens[g.verb].in.forms&participle == 0 || g.start != g.verb || g.end >= len(s.tokens) || !fr.obj || fr.sym {
		return false
	}
	return s.tokens[g.end].lower == "by"
}

func (s *sentence) passive(k int, fr *frame) bool {
	g := &s.groups[k]
	sources := s.byPrepositions(g, []string{"by"})
	targets := g.subject
	if len(sources) == 0 {
		sources = s.inAttack(g)
	}
	if len(targets) == 0 && fr.obj {
		targets = s.byPrepositions(g, fr.preps)
	}
	if fr.sym && len(sources) == 0 {
		sources = s.byPrepositions(g, []string{"with"})
	}
	s.emit(k, fr, sources, targets, Given{})
	return true
}

// inAttack finds who is behind "wounded in a raid by X".
func (s *sentence) inAttack(g *group) []Actor {
	for _, i := range g.args {
		p := &s.phrases[i]
		if p.prep < 0 || p.actor.Code == "" || !s.introduces(p.prep, "in") && !s.introduces(p.prep, "during") {
			continue
		}
		if fr, _ := s.eventNoun(i); fr != nil && fr.code[:2] >= "18" {
			s.used[i] = true
			return []Actor{p.actor}
		}
	}
	return nil
}

package event

// give codes what somebody gives, sends, sells or pays, once for each thing
// and its receiver.
func (s *sentence) give(k int, fr *frame) bool {
	g := &s.groups[k]
	sources := g.subject
	if g.passive {
		return s.givenTo(k, fr)
	}
	found := false
	for at := 0; at < len(g.args); at++ {
		i := g.args[at]
		p := &s.phrases[i]
		t, ok := s.thingIn(i)
		switch {
		case p.prep < 0 && p.actor.Code != "" && !p.weak && at+1 < len(g.args) && s.withThing(g.args[at+1]):
			// provide X with Y
			t, _ = s.thingIn(g.args[at+1])
			list, _ := s.list(i)
			s.gift(k, fr, t, g.args[at+1], sources, list)
			found = true
			at++
		case p.prep < 0 && p.actor.Code != "" && !p.weak && !ok && at+1 < len(g.args) && s.bareThing(i, g.args[at+1]):
			// give X a Y
			t, _ = s.thingIn(g.args[at+1])
			s.gift(k, fr, t, g.args[at+1], sources, []Actor{p.actor})
			found = true
			at++
		case p.prep < 0 && p.actor.Code != "" && ok && s.headIsThing(p):
			// give X Y
			s.gift(k, fr, t, i, sources, []Actor{p.actor})
			found = true
		case p.prep < 0 && (ok || p.actor.Code == ""):
			to := s.receivers(g, at+1)
			if len(to) > 0 || ok && len(sources) > 0 {
				s.gift(k, fr, t, i, sources, to)
				found = true
			}
		}
	}
	return found
}

// headIsThing tells "give Iran money" from "give Russian money": the actor
// stands first and is no adjective.
func (s *sentence) headIsThing(p *phrase) bool {
	if s.actorAt[p.start] < 0 {
		return false
	}
	h := &s.actors[s.actorAt[p.start]]
	return h.code != "" && !h.adjective && h.end < p.end
}

// bareThing reports whether the next phrase names a thing and follows at once.
func (s *sentence) bareThing(i, next int) bool {
	_, ok := s.thingIn(next)
	return ok && s.phrases[next].start == s.phrases[i].end
}

func (s *sentence) withThing(i int) bool {
	p := &s.phrases[i]
	if p.prep < 0 || s.tokens[p.prep].lower != "with" {
		return false
	}
	_, ok := s.thingIn(i)
	return ok
}

// receivers are the actors after the next "to" or "for" before another thing.
func (s *sentence) receivers(g *group, at int) []Actor {
	for ; at < len(g.args); at++ {
		i := g.args[at]
		p := &s.phrases[i]
		if p.prep < 0 {
			return nil
		}
		if w := s.tokens[p.prep].lower; (w == "to" || w == "for" || w == "into") && p.actor.Code != "" {
			list, _ := s.list(i)
			return list
		}
	}
	return nil
}

func (s *sentence) gift(k int, fr *frame, t thing, i int, from, to []Actor) {
	s.used[i] = true
	code := fr.code
	if t.code != "" {
		code = t.code
	}
	p := &s.phrases[i]
	s.emit(k, &frame{code: code}, from, to, Given{Kind: t.kind, Span: s.span(p.start, p.end)})
}

// givenTo is the passive: "technology is being sent from X to Y", "X was given
// arms by Y".
func (s *sentence) givenTo(k int, fr *frame) bool {
	g := &s.groups[k]
	from := s.byPrepositions(g, []string{"by", "from"})
	to := s.byPrepositions(g, []string{"to"})
	t, what := thing{}, -1
	if g.object >= 0 {
		t, _ = s.thingIn(g.object)
		what = g.object
	}
	if b, _ := s.before(g.start); what < 0 {
		for ; b >= 0; b-- {
			if i := s.phraseAt[b]; i >= 0 {
				if found, ok := s.thingIn(i); ok {
					t, what = found, i
					break
				}
			}
		}
	}
	if what >= 0 && len(to) == 0 && g.object == what {
		to = g.subject
	}
	if what < 0 && s.tokens[g.verb].in.verb.lemma == "pay" && len(from) > 0 && len(g.subject) > 0 { // "X is paid by Y"
		s.emit(k, &frame{code: fr.code}, from, g.subject, Given{Kind: "money", Span: s.span(g.verb, g.verb+1)})
		return true
	}
	if what < 0 || len(from) == 0 && len(to) == 0 {
		return false
	}
	s.gift(k, fr, t, what, from, to)
	return true
}

// take codes what somebody buys or receives from another.
func (s *sentence) take(k int, fr *frame) bool {
	g := &s.groups[k]
	if g.object < 0 || g.passive {
		return false
	}
	t, ok := s.thingIn(g.object)
	from := s.byPrepositions(g, []string{"from"})
	if !ok || len(from) == 0 {
		return false
	}
	code := fr.code
	if t.code == "" {
		t.code = code
	}
	s.gift(k, &frame{code: t.code}, t, g.object, from, g.subject)
	return true
}

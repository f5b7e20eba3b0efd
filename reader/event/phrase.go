package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/reader/gazetteer"
)

// hit is a name or role of the gazetteer in the sentence.
type hit struct {
	start, end int    // tokens
	code       string // of a state, body or person; empty for a role
	role       string
	name       string
	person     bool
	adjective  bool
	state      bool
}

// phrase is a noun phrase without its prepositional phrases.
type phrase struct {
	start, end int
	prep       int // the preposition before it, or -1
	actor      Actor
	weak       bool // the actor only owns what the phrase names: "Peru's harbours"
	pronoun    bool
}

type sentence struct {
	coder    *Coder
	offset   int
	on       Day
	buffer   []token
	tokens   []token
	words    []string
	actors   []hit
	actorAt  []int
	phrases  []phrase
	phraseAt []int
	groups   []group
	events   []Event
	used     []bool // phrases whose event noun has been coded with a verb
}

// findActors looks every word up in the gazetteer, the longest names first.
func (s *sentence) findActors() {
	for i := 0; i < len(s.words); {
		senses, n := s.coder.gazetteer.Longest(s.words[i:min(len(s.words), i+8)])
		if n == 0 {
			i++
			continue
		}
		best := gazetteer.Best(senses, s.on)
		if !s.credible(best, i) {
			i++
			continue
		}
		h := hit{start: i, end: i + n, name: best.Entry.Name}
		switch e := best.Entry; e.Kind {
		case gazetteer.Role:
			h.role, h.name = e.Code, strings.Join(s.words[i:i+n], " ")
		default:
			h.code, h.person = e.Actor(s.on), e.Kind == gazetteer.Person
			h.adjective, h.state = best.Form == gazetteer.Demonym, e.Kind == gazetteer.State
			if best.Form == gazetteer.Seat {
				h.code += "GOV"
			}
		}
		for j := i; j < i+n; j++ {
			s.actorAt[j] = len(s.actors)
		}
		s.actors = append(s.actors, h)
		i += n
	}
}

// credible keeps surnames in small letters out, unless a title goes before.
func (s *sentence) credible(best gazetteer.Sense, i int) bool {
	if best.Entry.Kind != gazetteer.Person {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(s.words[i]); unicode.IsUpper(r) {
		return true
	}
	return i > 0 && s.actorAt[i-1] >= 0 && s.actors[s.actorAt[i-1]].role != ""
}

// findPhrases chunks nouns with what stands before them.
func (s *sentence) findPhrases() {
	for i := 0; i < len(s.tokens); {
		s.phraseAt[i] = -1
		t := s.tokens[i].tag
		if t == pronoun {
			s.addPhrase(i, i+1)
			s.phrases[len(s.phrases)-1].pronoun = true
			i++
			continue
		}
		if t != noun && t != determiner {
			i++
			continue
		}
		end := i + 1
		for end < len(s.tokens) && (s.tokens[end].tag == noun || s.tokens[end].tag == possessive) {
			end++
		}
		s.addPhrase(i, end)
		i = end
	}
	for i := range s.phrases {
		p := &s.phrases[i]
		p.actor, p.weak = s.resolve(p)
	}
	for i := range s.phrases {
		s.locate(i)
	}
	s.used = s.used[:0]
	for range s.phrases {
		s.used = append(s.used, false)
	}
}

func (s *sentence) addPhrase(start, end int) {
	p := phrase{start: start, end: end, prep: -1}
	if b, t := s.before(start); b >= 0 && t == preposition && b >= start-2 {
		p.prep = b
	}
	for i := start; i < end; i++ {
		s.phraseAt[i] = len(s.phrases)
	}
	s.phrases = append(s.phrases, p)
}

// resolve says whom a phrase stands for.
func (s *sentence) resolve(p *phrase) (Actor, bool) {
	from := p.start
	owner := Actor{}
	for i := p.start; i < p.end; i++ {
		if s.tokens[i].tag == possessive && i+1 < p.end {
			if a := s.compose(from, i, ""); a.Code != "" {
				owner = a
			}
			from = i + 1
		}
	}
	state := ""
	if len(owner.Code) >= 3 {
		state = owner.Code[:3]
	}
	if a := s.compose(from, p.end, state); a.Code != "" {
		if owner.Code != "" {
			a.Span.Start = owner.Span.Start
		}
		return a, false
	}
	return owner, owner.Code != ""
}

// compose makes one actor of the names and roles between two tokens.
func (s *sentence) compose(from, to int, state string) Actor {
	var body, person, role *hit
	for i := from; i < to; i++ {
		if s.actorAt[i] < 0 || i > from && s.actorAt[i] == s.actorAt[i-1] {
			continue
		}
		h := &s.actors[s.actorAt[i]]
		switch {
		case h.role != "" && !s.heads(h, to):
			// "police station", "army base": no actor
		case h.role != "":
			if role == nil || role.role == "GOV" || role.role == "CVL" {
				role = h
			}
		case h.person:
			person = h
		case h.code != "" && (body == nil || body.state || !h.state):
			body = h
		}
	}
	switch {
	case person != nil:
		return s.actor(person.code, person.name, person, role)
	case body != nil && role != nil && body.state:
		return s.actor(joined(body.code, role.role), body.name+" "+role.role, body, role)
	case body != nil:
		return s.actor(body.code, body.name, body, role)
	case role != nil && state != "":
		return s.actor(joined(state, role.role), role.name, role, nil)
	case role != nil:
		return s.actor("---"+role.role, role.name, role, nil)
	}
	return Actor{}
}

// heads reports whether a role is what the phrase is about, and does not only
// describe the noun after it.
func (s *sentence) heads(h *hit, to int) bool {
	return h.end >= to || s.actorAt[h.end] >= 0 || s.capital(h.end)
}

func (s *sentence) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.tokens[i].word)
	return unicode.IsUpper(r)
}

func joined(state, role string) string {
	if strings.HasSuffix(state, role) {
		return state
	}
	return state + role
}

func (s *sentence) actor(code, name string, a, b *hit) Actor {
	start, end := a.start, a.end
	if b != nil {
		start, end = min(start, b.start), max(end, b.end)
	}
	return Actor{Code: code, Name: name, Span: s.span(start, end)}
}

func (s *sentence) span(start, end int) Span {
	return Span{s.offset + s.tokens[start].Start, s.offset + s.tokens[end-1].End}
}

// locate gives a role the state of the phrase after it: "lawyers from
// Chad", "the army of Iran".
func (s *sentence) locate(i int) {
	p := &s.phrases[i]
	if !strings.HasPrefix(p.actor.Code, "---") || i+1 >= len(s.phrases) {
		return
	}
	q := &s.phrases[i+1]
	if q.prep != p.end || len(q.actor.Code) < 3 || q.actor.Code[0] == '-' {
		return
	}
	switch s.tokens[q.prep].lower {
	case "of", "from", "in":
		role := p.actor.Code[3:]
		if q.actor.Code[:3] == "IGO" || role == "GOV" && len(q.actor.Code) > 3 {
			p.actor.Code = q.actor.Code
		} else {
			p.actor.Code = joined(q.actor.Code[:3], role)
		}
		p.actor.Span.End = q.actor.Span.End
	}
}

// mostListed bounds lists of actors, for events are made of pairs.
const mostListed = 12

// list are the actors of a phrase and of those coordinated with it to the
// right: "Russia, China and Iran". It also gives the last phrase.
func (s *sentence) list(i int) (actors []Actor, last int) {
	return s.listed(i, false)
}

// listed is list; as objects it stops before a phrase after a comma that is the
// subject of the next verb.
func (s *sentence) listed(i int, objects bool) (actors []Actor, last int) {
	for {
		p := &s.phrases[i]
		if p.actor.Code != "" {
			actors = append(actors, p.actor)
		}
		next := s.coordinated(i)
		if next < 0 || len(actors) == mostListed || s.phrases[next].actor.Code == "" || p.actor.Code == "" {
			return actors, i
		}
		if objects && s.leads(next) {
			return actors, i
		}
		i = next
	}
}

// coordinated is the phrase joined to a phrase by a comma or conjunction.
func (s *sentence) coordinated(i int) int {
	if i+1 >= len(s.phrases) {
		return -1
	}
	next := s.phrases[i+1].start
	for k := s.phrases[i].end; k < next; k++ {
		if t := s.tokens[k]; t.tag != comma && (t.tag != conjunction || t.lower == "but") {
			return -1
		}
	}
	if next == s.phrases[i].end {
		return -1
	}
	return i + 1
}

// event is the frame of the event noun that heads a phrase, and its place.
func (s *sentence) eventNoun(i int) (*frame, int) {
	p := &s.phrases[i]
	for k := p.start; k < p.end; k++ {
		if s.coder.lexicon.phrases[s.tokens[k].lower] && k+1 < p.end {
			if fr := s.coder.lexicon.nouns[s.tokens[k].lower+" "+s.tokens[k+1].lower]; fr != nil && k+2 == p.end {
				return fr, k
			}
		}
	}
	if fr := s.coder.lexicon.nouns[s.tokens[p.end-1].lower]; fr != nil && s.actorAt[p.end-1] < 0 {
		return fr, p.end - 1
	}
	return nil, -1
}

// thingIn is what a phrase names that can be given.
func (s *sentence) thingIn(i int) (thing, bool) {
	p := &s.phrases[i]
	found, ok := thing{}, false
	for k := p.start; k < p.end; k++ {
		if k+1 < p.end && s.coder.lexicon.phrases[s.tokens[k].lower] {
			if t, known := s.coder.lexicon.things[s.tokens[k].lower+" "+s.tokens[k+1].lower]; known {
				return t, true
			}
		}
		if t, known := s.coder.lexicon.things[s.tokens[k].lower]; known && (!ok || t.kind != "support") { // the last one is the head: "missile technology"
			found, ok = t, true
		}
	}
	return found, ok
}

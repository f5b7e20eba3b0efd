package event

import "slices"

// group is a verb with its auxiliaries, and what it governs.
type group struct {
	start, end int // tokens; the verb is the last but its particles
	verb       int
	senses     []sense // that fit the particles
	class      class
	passive    bool
	negated    bool
	modal      string
	infinitive bool
	gerund     bool
	matrix     int // the group it is said or done under, or -1
	that       bool
	subject    []Actor
	pronoun    bool // the subject is a pronoun nobody resolved
	object     int  // phrase, or -1
	args       []int
	own        []int // events of its own
}

func (s *sentence) findGroups() {
	for i := range s.tokens {
		t := s.tokens[i].tag
		if t != verbal && t != unknownVerb {
			if t != auxiliary || s.helps(i) {
				continue
			}
		}
		s.addGroup(i)
	}
	for k := range s.groups {
		s.link(k)
		s.arguments(k)
		s.subjects(k)
	}
}

// helps reports whether an auxiliary belongs to a verb that follows.
func (s *sentence) helps(i int) bool {
	for j := i + 1; j < len(s.tokens) && j < i+5; j++ {
		switch s.tokens[j].tag {
		case adverb, negation, auxiliary:
			continue
		case verbal, unknownVerb:
			return true
		case infinitive:
			return false
		default:
			return false
		}
	}
	return false
}

func (s *sentence) addGroup(v int) {
	g := group{start: v, end: v + 1, verb: v, matrix: -1, object: -1}
	be := false
back:
	for j := v - 1; j >= 0; j-- {
		w := s.tokens[j].lower
		switch s.tokens[j].tag {
		case auxiliary:
			switch w {
			case "is", "are", "was", "were", "be", "been", "being", "am", "'re":
				be = true
			}
			g.start = j
		case modal:
			g.modal, g.start = w, j
		case negation:
			g.negated, g.start = true, j
		case infinitive:
			g.infinitive, g.start = true, j
			if j > 0 && s.tokens[j-1].tag == negation {
				g.negated = true
			}
			break back
		case adverb:
		default:
			break back
		}
	}
	in := s.tokens[v].in
	g.gerund = in.forms == gerund && !be
	g.passive = be && in.forms&participle != 0
	s.pickSenses(&g, in.verb)
	s.groups = append(s.groups, g)
}

// pickSenses keeps the senses whose particles follow the verb; the longest win.
func (s *sentence) pickSenses(g *group, v *verb) {
	if v == nil {
		g.class = other
		return
	}
	longest := 0
	for _, x := range v.senses {
		n := len(x.particle)
		if n < longest || !s.follow(g.verb+1, x.particle) {
			continue
		}
		if n > longest {
			longest, g.senses, g.class = n, nil, 0
		}
		g.senses = append(g.senses, x)
		g.class |= x.class
	}
	g.end = g.verb + 1 + longest
}

func (s *sentence) follow(i int, particle []string) bool {
	for k, w := range particle {
		if i+k >= len(s.tokens) || s.tokens[i+k].lower != w {
			return false
		}
	}
	return true
}

func (g *group) frame() *frame {
	for _, x := range g.senses {
		if x.frame != nil {
			return x.frame
		}
	}
	return nil
}

const speech = say | claim | deny | intend | ask | demand | threaten

// link finds the verb that a verb is said or done under.
func (s *sentence) link(k int) {
	if k == 0 {
		return
	}
	g, m := &s.groups[k], &s.groups[k-1]
	that, broken := false, false
	for j := m.end; j < g.start; j++ {
		switch s.tokens[j].tag {
		case relative:
			that = that || s.tokens[j].lower == "that"
			broken = broken || s.tokens[j].lower != "that"
		case comma, stopMark, subordinate:
			broken = true
		default:
		}
	}
	_, before := s.before(g.start)
	switch {
	case g.infinitive && !broken:
		g.matrix = k - 1
	case before == preposition && g.gerund && !broken:
		g.matrix = k - 1
	case before == conjunction && !g.infinitive && !g.gerund && m.matrix >= 0:
		g.matrix, g.that = m.matrix, m.that
	case g.gerund && g.start == m.end && !broken:
		g.matrix = k - 1
	case !g.gerund && !g.infinitive && m.class&speech != 0 && (that || !broken) && g.start > m.end && before != conjunction:
		g.matrix, g.that = k-1, true
	}
}

// arguments collects the phrases to the right of a verb.
func (s *sentence) arguments(k int) {
	g := &s.groups[k]
	first := true
	for j := g.end; j < len(s.tokens); {
		switch s.tokens[j].tag {
		case verbal, unknownVerb, infinitive, relative, subordinate, stopMark, modal, auxiliary:
			return
		case comma:
			if first || j+1 >= len(s.tokens) || !s.joins(g, j) {
				return
			}
		case noun, determiner, pronoun, possessive:
			i := s.phraseAt[j]
			if i < 0 {
				j++
				continue
			}
			if first && s.phrases[i].prep < g.end && !partOfDay[s.tokens[s.phrases[i].end-1].lower] {
				g.object = i
			}
			first = false
			g.args = append(g.args, i)
			j = s.phrases[i].end
			continue
		case preposition:
			first = false
		default:
		}
		j++
	}
}

// partOfDay words after a verb say when, not what.
var partOfDay = wordSet("night morning evening afternoon week month year day time dawn noon midnight")

// joins reports whether what follows a comma goes on with a list of actors.
func (s *sentence) joins(g *group, j int) bool {
	if len(g.args) == 0 {
		return false
	}
	last := g.args[len(g.args)-1]
	next := s.coordinated(last)
	return next >= 0 && s.phrases[next].start > j && s.phrases[last].actor.Code != "" && s.phrases[next].actor.Code != "" && !s.leads(next)
}

// leads reports whether a phrase is the subject of the verb after it.
func (s *sentence) leads(i int) bool {
	end := s.phrases[i].end
	if end >= len(s.tokens) {
		return false
	}
	t := s.tokens[end].tag
	return t == verbal || t == unknownVerb || t == auxiliary || t == modal
}

// subjects finds who does what a verb says.
func (s *sentence) subjects(k int) {
	g := &s.groups[k]
	b, before := s.before(g.start)
	if g.infinitive || g.gerund && before != noun && before != pronoun {
		s.inherit(k)
		return
	}
	if b < 0 {
		return
	}
	switch before {
	case conjunction:
		s.inherit(k)
		return
	case relative:
		if s.tokens[b].lower == "that" && k > 0 && s.groups[k-1].end == b {
			return
		}
		s.antecedent(g, b)
		return
	case comma:
		s.apposition(k, b)
		return
	case noun, pronoun, determiner, possessive:
		s.chain(k, s.phraseAt[b])
	default:
	}
}

// inherit takes the subject from the verb before: the object of one that asks
// or forces, else its subject.
func (s *sentence) inherit(k int) {
	g := &s.groups[k]
	m := g.matrix
	if m < 0 {
		m = k - 1
		if m > 0 && g.gerund && s.interposed(m) {
			m--
		}
	}
	if m < 0 {
		return
	}
	from := &s.groups[m]
	if g.matrix >= 0 && from.object >= 0 && !from.passive && (g.infinitive || g.gerund) && from.class&(ask|demand|force|allow|help|claim|intend|threaten) != 0 {
		if list, _ := s.list(from.object); len(list) > 0 {
			g.subject = list
			return
		}
	}
	g.subject, g.pronoun = from.subject, from.pronoun
}

// interposed reports whether a verb of saying stands between commas: "…, he
// said, killing …".
func (s *sentence) interposed(m int) bool {
	g := &s.groups[m]
	return g.class&say != 0 && g.object < 0 && g.matrix < 0
}

func (s *sentence) antecedent(g *group, b int) {
	b, t := s.before(b)
	if t == comma {
		b, _ = s.before(b)
	}
	if b < 0 || s.phraseAt[b] < 0 {
		return
	}
	for i := s.phraseAt[b]; i >= 0; i-- {
		if a := s.phrases[i].actor; a.Code != "" {
			g.subject = []Actor{a}
			return
		}
		if p := s.phrases[i].prep; p < 0 || p == 0 {
			return
		}
	}
}

// apposition looks over what stands between two commas: "X, the president of
// Y, said".
func (s *sentence) apposition(k, b int) {
	for j := b - 1; j > 0; j-- {
		if s.tokens[j].tag != comma {
			continue
		}
		if i := s.phraseAt[j-1]; i >= 0 {
			s.chain(k, i)
		}
		break
	}
	g := &s.groups[k]
	if len(g.subject) == 0 && b > 0 && s.phraseAt[b-1] >= 0 {
		s.chain(k, s.phraseAt[b-1])
	}
	if len(g.subject) == 0 {
		s.inherit(k)
	}
}

// chain walks from the phrase before a verb to the head of the subject, over
// prepositional phrases and coordination.
func (s *sentence) chain(k, i int) {
	g := &s.groups[k]
	if i < 0 {
		return
	}
	last := i
	for i > 0 {
		p := &s.phrases[i]
		if p.prep >= 0 {
			if p.prep == s.phrases[i-1].end && p.prep > 0 {
				i--
				continue
			}
			if j := s.overReduced(k, p); j >= 0 && j < i {
				i = j
				continue
			}
			break
		}
		if s.coordinated(i-1) == i && p.actor.Code != "" && s.phrases[i-1].actor.Code != "" && !s.governed(k, i-1) {
			i--
			continue
		}
		break
	}
	if s.phrases[i].pronoun {
		s.refer(k)
		return
	}
	list, _ := s.list(i)
	for j := i + 1; len(list) == 0 && j <= last; j++ {
		if a := s.phrases[j].actor; a.Code != "" {
			list = []Actor{a}
		}
	}
	g.subject = list
}

// overReduced steps from a phrase under a participle back to the noun that the
// participle describes: "the sailors taken off Peru were".
func (s *sentence) overReduced(k int, p *phrase) int {
	for j := k - 1; j >= 0; j-- {
		m := &s.groups[j]
		if m.end > p.prep || m.start != m.verb || s.tokens[m.verb].in.forms&(participle|gerund) == 0 {
			continue
		}
		b, _ := s.before(m.start)
		if b < 0 {
			return -1
		}
		if i := s.phraseAt[b]; i >= 0 {
			return i
		}
	}
	return -1
}

// governed reports whether a phrase belongs to an earlier verb.
func (s *sentence) governed(k, i int) bool {
	return k > 0 && slices.Contains(s.groups[k-1].args, i)
}

// refer takes the subject of the verb of saying for a pronoun under it.
func (s *sentence) refer(k int) {
	g := &s.groups[k]
	g.pronoun = true
	m := g.matrix
	if m < 0 {
		m = k - 1
	}
	if m >= 0 {
		g.subject = s.groups[m].subject
	}
}

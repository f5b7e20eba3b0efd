package event

import (
	"slices"
	"sync"

	"parley/reader/gazetteer"
)

// Coder finds events. It never changes, and many may use it at once.
type Coder struct {
	gazetteer *gazetteer.Gazetteer
	lexicon   *lexicon
	pool      *sync.Pool // of *sentence, whose arrays are used again
}

// NewCoder is a coder that knows the actors of a gazetteer.
func NewCoder(g *gazetteer.Gazetteer) *Coder {
	c := &Coder{gazetteer: g, lexicon: dictionary()}
	c.pool = &sync.Pool{New: func() any { return &sentence{coder: c} }}
	return c
}

// mostTokens bounds the work on one sentence; what runs on longer than any
// sentence is read in pieces.
const mostTokens = 300

// Sentence finds the events of one sentence. Spans are given from offset on,
// which is where the sentence begins in its text. Names mean whom they meant on
// the day; the zero day stands for one that is not known.
func (c *Coder) Sentence(text string, offset int, on Day) []Event {
	s, ok := c.pool.Get().(*sentence)
	if !ok {
		s = &sentence{coder: c}
	}
	defer c.pool.Put(s)
	s.buffer = tokenise(s.buffer[:0], text)
	var out []Event
	for piece := range slices.Chunk(s.buffer, mostTokens) {
		before := len(out)
		for _, e := range s.piece(piece, offset, on) {
			if e.Within >= 0 {
				e.Within += before
			}
			out = append(out, e)
		}
	}
	return out
}

// piece codes up to mostTokens words. The events stand in an array that the
// next piece uses again.
func (s *sentence) piece(tokens []token, offset int, on Day) []Event {
	s.tokens, s.offset, s.on = tokens, offset, on
	s.words, s.actorAt, s.phraseAt = s.words[:0], s.actorAt[:0], s.phraseAt[:0]
	s.actors, s.phrases, s.groups, s.events = s.actors[:0], s.phrases[:0], s.groups[:0], s.events[:0]
	for i := range tokens {
		s.words, s.actorAt, s.phraseAt = append(s.words, tokens[i].word), append(s.actorAt, -1), append(s.phraseAt, -1)
	}
	s.findActors()
	if len(s.actors) == 0 {
		return nil
	}
	s.mark()
	s.findPhrases()
	s.findGroups()
	s.code()
	return s.events
}

// code goes through the verbs, then through the nouns that no verb used.
func (s *sentence) code() {
	for k := range s.groups {
		s.codeGroup(k)
	}
	s.accusations()
	s.nominals()
	s.holders()
}

// codeGroup codes a verb and what it does to the verbs it stands under.
func (s *sentence) codeGroup(k int) {
	g := &s.groups[k]
	first := len(s.events)
	s.plain(k)
	if g.negated || g.modal != "" {
		for i := first; i < len(s.events); i++ {
			s.shade(&s.events[i], g)
		}
	}
	if s.conditional(k) {
		for i := first; i < len(s.events); i++ {
			s.events[i].Realis = Possible
		}
	}
	under := g.matrix
	for steps := 0; under >= 0 && steps < 4; steps++ {
		s.wrap(first, k, under)
		under = s.groups[under].matrix
	}
	for i := first; i < len(s.events); i++ {
		g.own = append(g.own, i)
	}
}

// conditional reports whether a verb stands in an if-clause.
func (s *sentence) conditional(k int) bool {
	from := 0
	if k > 0 {
		from = s.groups[k-1].end
	}
	for j := from; j < s.groups[k].start; j++ {
		if w := s.tokens[j].lower; w == "if" || w == "unless" {
			return true
		}
	}
	return false
}

// shade applies the verb's own negation and modal.
func (s *sentence) shade(e *Event, g *group) {
	switch {
	case g.negated && (g.modal == "will" || g.modal == "would" || g.modal == "shall" || g.modal == "'ll") && cooperative(e.Root()):
		e.recode(refusal(e.Root()))
		e.Realis = Actual
	case g.negated:
		e.Realis = Denied
	case g.modal == "will" || g.modal == "shall" || g.modal == "'ll":
		e.Realis = Promised
	case g.modal == "must" || g.modal == "should" || g.modal == "ought":
		e.Realis = Demanded
	default:
		e.Realis = Possible
	}
}

func cooperative(root string) bool { return "02" <= root && root <= "08" }

// refusal is CAMEO's code for refusing what has a root code.
func refusal(root string) string {
	switch root {
	case "04":
		return "125"
	case "06", "07":
		return "121"
	case "08":
		return "124"
	}
	return "120"
}

// intention is CAMEO's code for meaning to do what has a root code.
func intention(code string) string {
	switch code[:2] {
	case "04":
		return "036"
	case "05":
		return "032"
	case "06":
		return "031"
	case "07":
		return "033"
	case "08":
		return "035"
	}
	return threat(code)
}

// threat is CAMEO's code for threatening what has a root code.
func threat(code string) string {
	switch code[:2] {
	case "14":
		return "133"
	case "16":
		return "131"
	case "17":
		return "137"
	case "15", "18", "19", "20":
		return "138"
	}
	return code
}

// request is CAMEO's code for an appeal (02) or demand (10) for what has a
// root code.
func request(kind, root string) string {
	switch root {
	case "03", "04":
		return kind + "6"
	case "05":
		return kind + "2"
	case "06":
		return kind + "1"
	case "07":
		return kind + "3"
	case "08":
		return kind + "5"
	}
	return kind + "0"
}

func (e *Event) recode(code string) {
	e.Code, e.Type, e.Mode = code, plover[code[:2]], ""
}

// wrap changes the events from the first on by the verb m above verb k.
func (s *sentence) wrap(first, k, m int) {
	g, up := &s.groups[k], &s.groups[m]
	here := s.events[first:]
	switch {
	case up.class&(refuse|fail) != 0 || up.negated && up.class&(intend|pledge|agree|schedule) != 0:
		for i := range here {
			s.refused(&here[i], up)
		}
	case up.class&deny != 0 || up.class&stop != 0:
		for i := range here {
			here[i].Realis = Denied
		}
	case up.class&threaten != 0:
		s.recodeAll(here, up, threat, Actual)
	case up.class&(ask|demand) != 0 && g.infinitive || up.class&intend != 0 && up.object >= 0 && g.infinitive && s.phrases[up.object].actor.Code != "":
		s.requested(first, m)
	case up.class&pledge != 0 && g.infinitive:
		s.recodeAll(here, up, promise, Promised)
	case up.class&intend != 0 && g.infinitive:
		s.recodeAll(here, up, intention, Promised)
	case up.class&agree != 0 && g.infinitive, up.class&schedule != 0 && !g.gerund:
		for i := range here {
			here[i].Realis = later(here[i].Realis, up)
		}
	case up.class&force != 0 && g.infinitive:
		for i := range here {
			here[i].Realis, here[i].Within = Demanded, up.firstOwn()
		}
	case up.class&allow != 0 && g.infinitive:
		for i := range here {
			here[i].Realis = Possible
		}
	case up.class&claim != 0:
		s.claimed(first, m)
	case up.class&say != 0 && g.that && len(up.subject) > 0:
		for i := range here {
			s.told(&here[i], g, up)
		}
	case g.infinitive && len(up.own) > 0:
		for i := range here {
			here[i].Realis, here[i].Within = Possible, up.firstOwn()
		}
	}
}

// told keeps who tells an event; what somebody says he will do is an intention.
func (s *sentence) told(e *Event, g, up *group) {
	if e.Holder.Code == "" {
		e.Holder = up.subject[0]
	}
	if e.Source.Code == up.subject[0].Code && (g.modal == "will" || g.modal == "would") && !g.negated && e.Realis != Denied && cooperative(e.Root()) && e.Root() != "03" {
		e.recode(intention(e.Code))
		e.Realis = Promised
	}
}

// firstOwn is the verb's first event, or -1.
func (g *group) firstOwn() int {
	if len(g.own) == 0 {
		return -1
	}
	return g.own[0]
}

// promise is CAMEO's code for pledging to do what has a root code: help and the
// like are promised, force is used.
func promise(code string) string {
	if cooperative(code[:2]) {
		return intention(code)
	}
	return code
}

// later is the realis of what somebody is about to do. What goes on or begins
// takes place.
func later(was Realis, up *group) Realis {
	if was != Actual || up.class&agree == 0 && !up.passive && up.modal == "" && len(up.senses) > 0 && up.class&schedule == 0 {
		return was
	}
	return Promised
}

func (s *sentence) refused(e *Event, up *group) {
	if up.class&refuse != 0 && cooperative(e.Root()) || up.negated && cooperative(e.Root()) {
		e.recode(refusal(e.Root()))
		return
	}
	e.Realis = Denied
}

func (s *sentence) recodeAll(events []Event, up *group, to func(string) string, realis Realis) {
	for i := range events {
		if events[i].Realis == Denied {
			continue
		}
		if code := to(events[i].Code); code != events[i].Code {
			events[i].recode(code)
		}
		if realis == Promised {
			events[i].Realis = Promised
		}
		if up.negated {
			events[i].Realis = Denied
		}
	}
}

// requested puts an event of asking above the events asked for.
func (s *sentence) requested(first, m int) {
	up := &s.groups[m]
	kind := "02"
	if up.class&demand != 0 {
		kind = "10"
	}
	asked := s.objectActors(up)
	outer := -1
	for i := range s.events[first:] {
		e := &s.events[first+i]
		e.Realis = Demanded
		for _, j := range up.own {
			s.events[j].recode(request(kind, e.Root()))
			outer = j
		}
		if outer < 0 && len(up.own) == 0 {
			targets := asked
			if len(targets) == 0 {
				targets = []Actor{e.Target}
			}
			at := len(s.events)
			s.emit(m, &frame{code: request(kind, e.Root())}, up.subject, targets, Given{})
			if len(s.events) > at {
				outer = at
				for j := at; j < len(s.events); j++ {
					up.own = append(up.own, j)
				}
			}
		}
		s.events[first+i].Within = outer
	}
}

// claimed puts an accusation above the events claimed; who claims his own deed
// admits it.
func (s *sentence) claimed(first, m int) {
	up := &s.groups[m]
	if len(up.subject) == 0 {
		return
	}
	n := len(s.events)
	for i := first; i < n; i++ {
		e := &s.events[i]
		e.Holder = up.subject[0]
		if e.Source.Code == up.subject[0].Code {
			e.recode("015")
			continue
		}
		e.Realis = Claimed
		if len(up.own) == 0 && e.Source.Code != "" {
			s.emit(m, &frame{code: "112"}, up.subject, []Actor{e.Source}, Given{})
			up.own = append(up.own, len(s.events)-1)
		}
		if len(up.own) > 0 {
			s.events[i].Within = up.own[0]
		}
	}
}

func (s *sentence) objectActors(g *group) []Actor {
	if g.object < 0 {
		return nil
	}
	list, _ := s.listed(g.object, true)
	return list
}

// accusations codes what verbs of accusing say of the subject of the clause
// under them, even if what it did is no event.
func (s *sentence) accusations() {
	for k := 1; k < len(s.groups); k++ {
		g := &s.groups[k]
		if g.matrix < 0 || !g.that {
			continue
		}
		up := &s.groups[g.matrix]
		if up.class&(ask|demand|claim) != 0 && len(up.own) > 0 && len(g.subject) > 0 {
			s.asked(up, g.subject[0])
			continue
		}
		if up.class&claim == 0 || len(up.own) > 0 || len(g.own) > 0 || len(up.subject) == 0 || len(g.subject) == 0 || g.subject[0].Code == up.subject[0].Code {
			continue
		}
		at := len(s.events)
		s.emit(g.matrix, &frame{code: "112"}, up.subject, g.subject, Given{})
		up.own = append(up.own, at)
	}
}

// asked names who is asked for something, or accused of it, by the subject of
// the clause below: "demanded that X return".
func (s *sentence) asked(up *group, who Actor) {
	for _, i := range up.own {
		if e := &s.events[i]; e.Target.Code == "" && e.Source.Code != who.Code {
			e.Target = who
		}
	}
}

// holders gives events that nobody holds yet to a verb of saying at the end of
// the sentence: "…, officials said".
func (s *sentence) holders() {
	if len(s.groups) < 2 {
		return
	}
	k := len(s.groups) - 1
	g := &s.groups[k]
	if g.class&say == 0 || g.matrix >= 0 || len(g.args) > 0 && g.object >= 0 || len(g.subject) == 0 {
		return
	}
	for i := range s.events {
		if e := &s.events[i]; e.Holder.Code == "" && e.Cue.End < s.offset+s.tokens[g.start].Start {
			e.Holder = g.subject[0]
		}
	}
}

// emit adds an event for each pair of actors.
func (s *sentence) emit(k int, fr *frame, sources, targets []Actor, given Given) {
	g := &s.groups[k]
	last := g.end
	if n := len(g.args); n > 0 {
		last = max(last, s.phrases[g.args[n-1]].end)
	}
	s.pairs(fr, sources, targets, given, s.span(g.start, g.end), s.span(g.start, last))
}

func (s *sentence) pairs(fr *frame, sources, targets []Actor, given Given, cue, span Span) {
	none := []Actor{{}}
	if len(sources) == 0 && len(targets) == 0 {
		return
	}
	if fr.sym && len(targets) == 0 && len(sources) > 1 {
		targets = sources
	}
	if len(sources) == 0 {
		sources = none
	}
	if len(targets) == 0 {
		targets = none
	}
	for _, a := range sources {
		for _, b := range targets {
			if a.Code == b.Code && (a.Span == b.Span || a.Name == b.Name) { // nobody acts upon himself
				continue
			}
			s.events = append(s.events, newEvent(fr, a, b, given, cue, span))
			if root := fr.code[:2]; fr.sym && a.Code != "" && b.Code != "" && !sameList(sources, targets) && (root == "03" || root == "04" || root == "06") {
				s.events = append(s.events, newEvent(fr, b, a, given, cue, span))
			}
		}
	}
}

func sameList(a, b []Actor) bool { return len(a) == len(b) && len(a) > 0 && a[0] == b[0] }

func newEvent(fr *frame, source, target Actor, given Given, cue, span Span) Event {
	for _, a := range []Actor{source, target} {
		if a.Code != "" {
			span.Start, span.End = min(span.Start, a.Span.Start), max(span.End, a.Span.End)
		}
	}
	return Event{
		Type: plover[fr.code[:2]], Mode: fr.mode, Code: fr.code, Realis: Actual,
		Source: source, Target: target, Given: given, Cue: cue, Span: span, Within: -1,
	}
}

package reader

import (
	"parley/reader/grammar"
)

// statement is what the cue at a place among the sentence's cues reports, if it reports
// anything.
func (r *reading) statement(at int) (Statement, bool) {
	c := &r.cues[at]
	st := Statement{Stance: c.word.stance, Cue: Span{r.t[c.from].Start, r.t[c.to-1].End}}
	ok := false
	switch c.kind {
	case according:
		ok = r.accordingTo(c, &st)
	case nominal:
		if source := r.possessorBefore(c.head); !source.Empty() {
			st.Speaker = &Mention{Span: source}
		}
		st.Content, ok = []Span{r.clauseFrom(c.to, at)}, true
	default:
		ok = r.reported(c, at, &st)
	}
	if !ok || len(st.Content) == 0 || st.Content[0].Empty() {
		return st, false
	}
	st.Direct = r.isQuoted(st.Content)
	return st, true
}

// accordingTo is "…, according to X" or "According to X, …".
func (r *reading) accordingTo(c *cue, st *Statement) bool {
	to := r.phraseTo(c.to)
	if to <= c.to {
		return false
	}
	st.Speaker = &Mention{Span: Span{r.t[c.to].Start, r.t[to-1].End}}
	if c.from == 0 || r.opensSentence(c.from) && c.from < 3 {
		from := to
		for from < len(r.t) && r.lower(from) != "," {
			from++
		}
		st.Content = []Span{r.stretch(from+1, len(r.t))}
		return true
	}
	st.Content = []Span{r.stretch(r.clauseStart(c.from), r.withoutComma(c.from))}
	return true
}

// reported is what a verb or an adjective reports: who, and what.
func (r *reading) reported(c *cue, at int, st *Statement) bool {
	if inverted, ok := r.inverted(c, st); inverted {
		return ok
	}
	if c.passive {
		return r.passive(c, at, st)
	}
	source := Span{}
	switch {
	case c.form == participle && r.class(c.from-1) != grammar.Auxiliary && c.from == c.head:
		source = r.subjectOfSentence(at)
	case r.lower(c.from-1) == "to" || r.lower(c.from-1) == "and":
		source = r.subjectOfSentence(at)
	default:
		source = r.subjectBefore(c.from - 1)
	}
	if source.Empty() && c.kind == verbal {
		source = r.subjectOfSentence(at)
	}
	if !source.Empty() {
		st.Speaker = &Mention{Span: source, of: r.antecedent(c.from - 1)}
	}
	if !source.Empty() && c.word.frame&clause != 0 && c.form != participle && r.behindQuote(source) && r.before(c, source, st) {
		return true
	}
	if content, ok := r.after(c, at, st); ok {
		st.Content = content
		return true
	}
	if c.word.frame&clause != 0 && !source.Empty() && c.form != participle && c.form != base && speech[c.word.stance] {
		return r.before(c, source, st)
	}
	return false
}

// antecedent is "a diplomat" in "a diplomat who said"; behind a comma it may be anybody who
// was named before, and none is chosen.
func (r *reading) antecedent(at int) Span {
	if r.lower(at) != "who" || at == 0 || !r.nounPart(at-1) {
		return Span{}
	}
	return r.subjectBefore(at - 1)
}

// behindQuote reports whether a source stands right behind a quotation: "…," X said.
func (r *reading) behindQuote(source Span) bool {
	for i := range r.t {
		if r.t[i].Start == source.Start {
			return i > 0 && r.class(i-1) == grammar.Quote && !r.t[i-1].Opens
		}
	}
	return false
}

// subjectOfSentence is the speaker of the cue before, or the first noun phrase.
func (r *reading) subjectOfSentence(at int) Span {
	for i := at - 1; i >= 0; i-- {
		c := &r.cues[i]
		if c.kind == verbal && c.form != participle {
			if s := r.subjectBefore(c.from - 1); !s.Empty() {
				return s
			}
		}
	}
	for i := range r.t[:r.cues[at].from] {
		if r.class(i) == grammar.Pronoun {
			return Span{r.t[i].Start, r.t[i].End}
		}
		if r.nounPart(i) && (i == 0 || r.class(i-1) != grammar.Preposition) {
			if to := r.phraseTo(i); to > i && to <= r.cues[at].from {
				return Span{r.t[i].Start, r.t[to-1].End}
			}
		}
	}
	return Span{}
}

// inverted is "…," said X: the subject stands behind the verb.
func (r *reading) inverted(c *cue, st *Statement) (is, ok bool) {
	if c.word.frame&clause == 0 || c.form == base || c.form == participle || c.from == 0 || c.from != c.head {
		return false, false
	}
	before := r.lower(c.from - 1)
	quoted := r.class(c.from-1) == grammar.Quote && !r.t[c.from-1].Opens
	if before != "," && !quoted {
		return false, false
	}
	if !r.nounPart(c.to) && r.class(c.to) != grammar.Pronoun || days[r.lower(c.to)] {
		return false, false
	}
	if before == "," && !quoted && !r.subjectBefore(c.from-1).Empty() && (r.class(c.to) != grammar.Name || r.clauseFollows(c.to)) { // "X, a spokesman, said the plan …"
		return false, false
	}
	to := r.phraseTo(c.to)
	st.Speaker = &Mention{Span: Span{r.t[c.to].Start, r.t[to-1].End}}
	st.Content = []Span{r.upTo(c.from)}
	if rest := r.restQuoted(to); !rest.Empty() {
		st.Content = append(st.Content, rest)
	}
	return true, true
}

// restQuoted is a quotation that goes on after "…," X said, "…".
func (r *reading) restQuoted(from int) Span {
	for i := from; i < len(r.t) && i < from+6; i++ {
		if r.class(i) == grammar.Quote && r.t[i].Opens {
			return r.stretch(i, r.quoteEnd(i))
		}
	}
	return Span{}
}

// passive is "X was told that", "it is believed that", "accused by Y of".
func (r *reading) passive(c *cue, at int, st *Statement) bool {
	if c.word.frame&addressee != 0 {
		if who := r.subjectBefore(c.from - 1); !who.Empty() {
			st.Addressee = &Mention{Span: who}
		}
	}
	for i := c.to; i < len(r.t) && i < c.to+12; i++ {
		if r.lower(i) == "by" && (r.nounPart(i+1) || r.class(i+1) == grammar.Pronoun) {
			to := r.phraseTo(i + 1)
			st.Speaker = &Mention{Span: Span{r.t[i+1].Start, r.t[to-1].End}}
			break
		}
		if r.class(i) == grammar.Punctuation {
			break
		}
	}
	if r.lower(c.to) == "that" || r.lower(c.to) == "to" && c.word.frame&infinitive == 0 && c.word.frame&clause != 0 {
		st.Content = []Span{r.clauseFrom(c.to, at)}
		return true
	}
	if st.Speaker == nil {
		return false
	}
	if s := r.subjectBefore(c.from - 1); !s.Empty() && c.word.frame&object != 0 {
		st.Content = []Span{s}
		return true
	}
	return false
}

// after is the content that follows a verb.
func (r *reading) after(c *cue, at int, st *Statement) ([]Span, bool) {
	i := c.to
	if c.word.frame&addressee != 0 && !c.particle && (r.nounPart(i) || r.class(i) == grammar.Pronoun) && !days[r.lower(i)] {
		to := i + 1
		if r.class(i) != grammar.Pronoun {
			to = r.shortPhrase(i)
		}
		st.Addressee = &Mention{Span: Span{r.t[i].Start, r.t[to-1].End}}
		i = to
	}
	if c.word.frame&toWhom != 0 && (r.nounPart(i) || r.class(i) == grammar.Pronoun) {
		if to := r.shortPhrase(i); r.lower(to) == "that" || r.class(i) == grammar.Pronoun && r.lower(i+1) == "that" {
			if r.class(i) == grammar.Pronoun {
				to = i + 1
			}
			st.Addressee = &Mention{Span: Span{r.t[i].Start, r.t[to-1].End}}
			i = to
		}
	}
	i = r.skipAside(i, st)
	w := r.lower(i)
	frame := c.word.frame
	if c.form == base && r.lower(c.from-1) == "to" && !c.particle {
		frame &^= object // "to attack the city" reports nothing
	}
	if c.particle {
		frame |= object
	}
	switch {
	case i >= len(r.t):
		return nil, false
	case w == ":" || w == ",":
		for k := i + 1; k < len(r.t) && k <= i+2; k++ {
			if r.class(k) == grammar.Quote && r.t[k].Opens {
				return []Span{r.stretch(k, r.quoteEnd(k))}, true
			}
		}
		if w == ":" {
			return []Span{r.stretch(i+1, len(r.t))}, i+1 < len(r.t)
		}
		return nil, false
	case r.class(i) == grammar.Quote && r.t[i].Opens:
		if end := r.quoteEnd(i); frame&clause == 0 || end < len(r.t)-1 && r.class(end) != grammar.Punctuation {
			return []Span{r.clauseFrom(i, at)}, true
		}
		return []Span{r.stretch(i, r.quoteEnd(i))}, true
	case w == "that" && particles[r.lower(i+1)] && r.class(i+2) != grammar.Other:
		return nil, false // "ruled that out"
	case w == "that" && frame&clause != 0, questions[w] && frame&(clause|question) != 0:
		return []Span{r.clauseFrom(i, at)}, true
	case w == "not" && r.lower(i+1) == "to" && frame&(infinitive|addressee) != 0:
		return []Span{r.infinitiveFrom(i, at)}, true
	case w == "to" && frame&(infinitive|addressee) != 0 && r.class(i+1) != grammar.Determiner:
		return []Span{r.infinitiveFrom(i, at)}, true
	case frame&infinitive != 0 && frame&question != 0 || r.class(i) == grammar.Punctuation:
		return nil, false
	case frame&clause != 0 && frame&explicit == 0 && r.clauseFollows(i):
		return []Span{r.clauseFrom(i, at)}, true
	case frame&object != 0 && (r.nounPart(i) || r.class(i) == grammar.Pronoun || r.class(i) == grammar.Other):
		return []Span{r.clauseFrom(i, at)}, true
	case c.form == participle && frame&clause != 0 && frame&explicit == 0 && r.nounPart(i):
		return []Span{r.clauseFrom(i, at)}, true
	}
	return nil, false
}

// particles make another verb of one: "ruled that out".
var particles = set("out off up down in back over away")

// infinitiveFrom is what is wanted or promised: no further than where a pronoun begins
// another clause.
func (r *reading) infinitiveFrom(from, at int) Span {
	s := r.clauseFrom(from, at)
	for i := from + 2; i+1 < len(r.t) && r.t[i].Start < s.End; i++ {
		if r.lower(i-1) == "," && r.class(i) == grammar.Pronoun && subjects[r.lower(i)] {
			return r.stretch(from, i-1)
		}
	}
	return s
}

// subjects are pronouns that begin a clause.
var subjects = set("he she it they we i you")

var questions = set("whether if how what why where when who which whom")

// shortPhrase is the place behind the words to whom something is said.
func (r *reading) shortPhrase(i int) int {
	for k := i; k < len(r.t); k++ {
		if !r.nounPart(k) || k > i && r.class(k) == grammar.Determiner || days[r.lower(k)] {
			return k
		}
	}
	return len(r.t)
}

// asides open words that say when, where and to whom between a verb and its content.
var asides = set("on in at during to after before earlier later while via through with last this late early from")

// skipAside is the place behind words that say when, where and to whom.
func (r *reading) skipAside(i int, st *Statement) int {
	for i < len(r.t) {
		w := r.lower(i)
		switch {
		case w == "not" && r.lower(i+1) == "to":
			return i // "asked not to be named"
		case days[w] || r.class(i) == grammar.Adverb:
			i++
		case asides[w] && (r.nounPart(i+1) || r.class(i+1) == grammar.Pronoun) && w != "to" || w == "to" && (r.class(i+1) == grammar.Determiner || r.class(i+1) == grammar.Name || r.lower(i+1) == "reporters"):
			to := i + 1
			for to < len(r.t) && r.nounPart(to) && (to == i+1 || r.class(to) != grammar.Determiner && (r.class(to) != grammar.Name || !days[r.lower(to-1)])) {
				to++
			}
			if to == i+1 {
				return i
			}
			if !r.contentFollows(to) {
				return i
			}
			if w == "to" && st.Addressee == nil {
				st.Addressee = &Mention{Span: Span{r.t[i+1].Start, r.t[to-1].End}}
			}
			i = to
		default:
			return i
		}
	}
	return i
}

// contentFollows reports whether what a verb reports can begin here.
func (r *reading) contentFollows(i int) bool {
	w := r.lower(i)
	return i >= len(r.t) || w == "that" || w == "," || w == "." || w == ":" || questions[w] || r.class(i) == grammar.Quote || asides[w] || days[w] || r.class(i) == grammar.Pronoun || r.class(i) == grammar.Determiner
}

// clauseFollows reports whether a clause without that may begin here: a noun phrase with a
// verb behind it.
func (r *reading) clauseFollows(i int) bool {
	if r.class(i) == grammar.Pronoun {
		return true
	}
	for k := i; k < len(r.t) && k < i+14; k++ {
		switch r.class(k) { //nolint:exhaustive // the other classes tell nothing here
		case grammar.Auxiliary:
			if r.lower(k) != "'s" {
				return k > i
			}
		case grammar.Punctuation:
			if r.lower(k) == "." {
				return false
			}
		case grammar.Other:
			if _, is := lexicon[r.lower(k)]; is && k > i {
				return true
			}
			if k > i && verbLike(r.lower(k)) {
				return true
			}
		}
	}
	return false
}

// verbLike reports whether a word may be a finite verb by its ending.
func verbLike(w string) bool {
	n := len(w)
	return n > 3 && (w[n-2:] == "ed" || w[n-1] == 's' && w[n-2] != 's') || pasts[w]
}

// pasts are frequent past forms that no rule makes.
var pasts = set("won lost went came made took gave got left paid sent met ran spoke began became kept led put set stood sat fell rose drew grew built bought brought broke caught chose cut drove " +
	"fought flew froze hit hurt laid let lay sold shot shut spent stole struck taught threw wore withdrew")

// before is the content that goes before "…, X said" and what follows ", X said, …".
func (r *reading) before(c *cue, source Span, st *Statement) bool {
	first := 0
	for first < len(r.t) && r.t[first].Start < source.Start {
		first++
	}
	if first == 0 {
		return false
	}
	comma := r.lower(first-1) == "," || r.class(first-1) == grammar.Quote || r.lower(first-1) == "—" || r.lower(first-1) == "–"
	if !comma {
		return false
	}
	lead := r.upTo(first)
	if lead.Empty() {
		return false
	}
	st.Content = []Span{lead}
	end := c.to
	if c.word.frame&addressee != 0 && (r.nounPart(end) || r.class(end) == grammar.Pronoun) && !days[r.lower(end)] {
		to := end + 1
		if r.class(end) != grammar.Pronoun {
			to = r.shortPhrase(end)
		}
		st.Addressee = &Mention{Span: Span{r.t[end].Start, r.t[to-1].End}}
		end = to
	}
	end = r.skipAside(end, st)
	if r.lower(end) == "," || r.class(end) == grammar.Quote {
		rest := r.restQuoted(end)
		if rest.Empty() && r.class(first-1) != grammar.Quote && r.lower(end) == "," && end+2 < len(r.t) && r.class(end+1) != grammar.Conjunction {
			if _, is := lexicon[r.lower(end+1)]; !is {
				rest = r.stretch(end+1, len(r.t))
			}
		}
		rest = r.withoutGloss(rest)
		if !rest.Empty() {
			st.Content = append(st.Content, rest)
		}
	}
	return true
}

// withoutGloss is a content up to where the reporter's own words begin.
func (r *reading) withoutGloss(content Span) Span {
	g := r.gloss()
	if g == nil || g.Start < content.Start || g.Start >= content.End {
		return content
	}
	from, to := len(r.t), 0
	for i, t := range r.t {
		if t.Start >= content.Start && from > i {
			from = i
		}
		if t.Start < g.Start {
			to = i + 1
		}
	}
	for to > from && clauseMarks[r.lower(to-1)] {
		to--
	}
	return r.stretch(from, to)
}

// speech are stances of verbs that may stand behind what they report: "…, she said".
var speech = map[Stance]bool{Says: true, Argues: true, Warns: true}

// upTo is the clause or quotation that ends before a token; a quotation that began in a
// sentence before this one is taken whole.
func (r *reading) upTo(before int) Span {
	s := r.stretch(r.clauseStart(before), r.withoutComma(before))
	if r.s.InQuote && !s.Empty() && s.Start == r.t[0].Start {
		s.Start = r.open
		r.dropContinued(r.open)
	}
	return s
}

// clauseStart is where the clause before a token begins: at the sentence, or behind the
// cue of another statement.
func (r *reading) clauseStart(before int) int {
	for i := before - 2; i > 0; i-- {
		if r.class(i) == grammar.Quote && r.t[i].Opens && r.class(before-1) == grammar.Quote {
			if lead := i; lead > 3 {
				return lead
			}
			return 0
		}
	}
	return 0
}

// withoutComma is a place before a comma rather than behind it.
func (r *reading) withoutComma(to int) int {
	for to > 0 && (r.lower(to-1) == "," || r.lower(to-1) == "—" || r.lower(to-1) == "–") {
		to--
	}
	return to
}

// clauseFrom is the clause that begins at a token: to the end of the sentence, or to where
// another statement with a subject of its own begins.
func (r *reading) clauseFrom(from, at int) Span {
	to := len(r.t)
	for i := at + 1; i < len(r.cues); i++ {
		c := &r.cues[i]
		if c.kind == according && c.from > from && r.lower(c.from-1) == "," {
			to = c.from - 1
			break
		}
		if c.kind != verbal {
			continue
		}
		if c.form == participle && r.lower(c.from-1) == "," && c.from == c.head && c.from > from {
			to = c.from - 1
			break
		}
		if s := r.subjectBefore(c.from - 1); !s.Empty() {
			first := from
			for first < len(r.t) && r.t[first].Start < s.Start {
				first++
			}
			if first > from+1 && r.lower(first-1) == "," && speech[c.word.stance] && c.form != participle && r.trails(c) {
				to = first - 1
				break
			}
			if b := r.lower(first - 1); first > from+1 && (b == "while" || b == "but" || b == "and" && r.lower(first-2) == ",") {
				to = first - 1
				break
			}
		}
	}
	return r.stretch(from, r.withoutComma(to))
}

// trails reports whether nothing but words of time and place follows a cue: "…, she said
// on Monday".
func (r *reading) trails(c *cue) bool {
	i := c.to
	if c.word.frame&addressee != 0 && (r.nounPart(i) || r.class(i) == grammar.Pronoun) {
		i = r.shortPhrase(i)
	}
	i = r.skipAside(i, &Statement{})
	return i >= len(r.t) || r.class(i) == grammar.Punctuation
}

// quoteEnd is the place behind the mark that closes a quotation.
func (r *reading) quoteEnd(open int) int {
	for i := open + 1; i < len(r.t); i++ {
		if r.class(i) == grammar.Quote && !r.t[i].Opens {
			return i + 1
		}
	}
	return len(r.t)
}

// stretch is the tokens from one to another, without a full stop that ends them outside of
// quotation marks.
func (r *reading) stretch(from, to int) Span {
	for to > from && r.class(to-1) == grammar.Punctuation && (r.lower(to-1) == "." || r.lower(to-1) == "," || r.lower(to-1) == ";") {
		to--
	}
	if from < 0 || from >= to {
		return Span{}
	}
	return Span{r.t[from].Start, r.t[to-1].End}
}

// isQuoted reports whether all of a content is in quotation marks.
func (r *reading) isQuoted(content []Span) bool {
	for _, s := range content {
		quoted := false
		for i := range r.t {
			if r.t[i].Start == s.Start && r.class(i) == grammar.Quote {
				quoted = true
			}
		}
		if !quoted && (!r.s.InQuote || s.Start > r.t[0].Start) {
			return false
		}
	}
	return true
}

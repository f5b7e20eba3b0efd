package event

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tag is the part a word plays, as far as closed classes and the dictionary
// tell.
type tag uint8

const (
	noun        tag = iota // or adjective, number, name
	determiner             // or possessive pronoun
	preposition            // "to" before a noun included
	conjunction            // and, or, but, commas apart
	relative               // who, which, that
	subordinate            // if, when, because, as, while
	pronoun
	auxiliary // forms of be, have, do
	modal
	negation
	adverb
	infinitive // "to" before a verb
	verbal     // a verb that the dictionary knows
	unknownVerb
	possessive // 's
	comma
	stopMark // ; : ( ) dashes
	quote
)

type token struct {
	Span
	word, lower string
	tag         tag
	in          inflected
}

var closed = func() map[string]tag {
	out := map[string]tag{}
	for _, group := range []struct {
		tag   tag
		words string
	}{
		{determiner, "the a an this these those his her its their our your my some any no each every another several many few both all such more most"},
		{preposition, "of in on at by for with from against between among into onto over under through during after before toward towards near inside outside across along despite without within via upon about around off like including following amid behind beyond throughout per versus targeting"},
		{conjunction, "and or but nor & yet"},
		{relative, "who which that whom whose what"},
		{subordinate, "if when because as while although though unless until since whether where whereas once so than"},
		{pronoun, "he she it they him them we us i you itself himself herself themselves there"},
		{auxiliary, "is are was were be been being am has have had having do does did 're 've"},
		{modal, "will would can could may might shall should must 'll 'd ought"},
		{negation, "not n't n’t never neither"},
		{adverb, "also here now then still again soon already yesterday today tomorrow tonight overnight just only even ever very too however later earlier ago together often ahead abroad back up down out away monday tuesday wednesday thursday friday saturday sunday"},
	} {
		for w := range strings.FieldsSeq(group.words) {
			out[w] = group.tag
		}
	}
	return out
}()

// tokenise splits a sentence into words and marks. Nothing is lost but white
// space.
func tokenise(out []token, text string) []token {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + wordLength(text[i:])
		if end == i {
			end = i + size
		}
		out = split(out, text, i, end)
		i = end
	}
	return out
}

// split cuts "'s" and "n't" off a word.
func split(out []token, text string, start, end int) []token {
	word := text[start:end]
	cut := end
	for _, tail := range []string{"'s", "’s", "n't", "n’t", "'S"} {
		if len(word) > len(tail) && strings.HasSuffix(word, tail) {
			cut = end - len(tail)
		}
	}
	out = append(out, newToken(text, start, cut))
	if cut < end {
		out = append(out, newToken(text, cut, end))
	}
	return out
}

func newToken(text string, start, end int) token {
	w := text[start:end]
	return token{Span: Span{start, end}, word: w, lower: strings.ToLower(w)}
}

// wordLength is the length of the word at the head of a text: letters and
// digits with hyphens, apostrophes, and full stops inside abbreviations.
func wordLength(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			n += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[n+size:])
		inside := n > 0 && (unicode.IsLetter(next) || unicode.IsDigit(next))
		switch {
		case inside && (r == '-' && text[n-1] != '-' || r == '\'' || r == '’' || r == '.' || r == ',' && unicode.IsDigit(next) && digit(text[n-1])):
			n += size
		case r == '.' && strings.IndexByte(text[:n], '.') > 0: // the last stop of "U.S."
			return n + size
		default:
			return n
		}
	}
	return n
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// mark tags the tokens from left to right.
func (s *sentence) mark() {
	for i := range s.tokens {
		t := &s.tokens[i]
		t.tag = s.tagOf(i)
	}
}

func (s *sentence) tagOf(i int) tag {
	t := &s.tokens[i]
	if s.actorAt[i] >= 0 {
		return noun
	}
	if s.timely(i) {
		return adverb
	}
	switch t.lower {
	case ",":
		return comma
	case "'s", "’s":
		if i+1 < len(s.tokens) && s.after(i).in.forms&gerund != 0 {
			return auxiliary
		}
		return possessive
	case "'", "’":
		return possessive
	case "to":
		return s.to(i)
	case "that":
		return relative
	}
	if c, ok := closed[t.lower]; ok {
		if c == pronoun && t.lower == "us" && t.word == "US" {
			return noun
		}
		return c
	}
	r, _ := utf8.DecodeRuneInString(t.word)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		if strings.ContainsRune("\"“”«»„`", r) {
			return quote
		}
		return stopMark
	}
	if in, ok := s.coder.lexicon.forms[t.lower]; ok && s.isVerb(i, in) {
		t.in = in
		return verbal
	}
	if strings.HasSuffix(t.lower, "ly") && len(t.lower) > 4 {
		return adverb
	}
	if i > 0 && unicode.IsLower(r) && s.looksVerbal(i) {
		return unknownVerb
	}
	return noun
}

// timely reports whether a preposition only opens a day ("on Wednesday") or a
// number ("about 40"), and so is none.
func (s *sentence) timely(i int) bool {
	if i+1 >= len(s.tokens) {
		return false
	}
	next := &s.tokens[i+1]
	switch s.tokens[i].lower {
	case "on", "late", "early", "last", "next", "since":
		return weekday[next.lower]
	case "over", "about", "around", "nearly":
		return digit(next.word[0]) || number[next.lower]
	case "at":
		return next.lower == "least" || next.lower == "most"
	case "least", "most":
		return i > 0 && s.tokens[i-1].lower == "at"
	}
	return false
}

var weekday = wordSet("monday tuesday wednesday thursday friday saturday sunday")

var number = wordSet("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand thousands dozens")

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func (s *sentence) after(i int) *token {
	t := &s.tokens[i+1]
	if t.in.verb == nil {
		t.in = s.coder.lexicon.forms[t.lower]
	}
	return t
}

// to tells the infinitive's "to" from the preposition.
func (s *sentence) to(i int) tag {
	for j := i + 1; j < len(s.tokens) && j < i+3; j++ {
		if s.actorAt[j] >= 0 {
			return preposition
		}
		w := s.tokens[j].lower
		if strings.HasSuffix(w, "ly") {
			continue
		}
		if w == "be" || w == "have" || w == "do" || s.coder.lexicon.forms[w].forms&base != 0 {
			return infinitive
		}
		if _, ok := closed[w]; ok {
			return preposition
		}
		return preposition
	}
	return preposition
}

// before is the nearest word to the left that is no adverb.
func (s *sentence) before(i int) (int, tag) {
	for i--; i >= 0; i-- {
		if t := s.tokens[i].tag; t != adverb && t != negation {
			return i, t
		}
	}
	return -1, stopMark
}

// isVerb decides whether a form of a verb is used as one.
func (s *sentence) isVerb(i int, in inflected) bool {
	p, before := s.before(i)
	if before == infinitive || before == modal {
		return in.forms&base != 0
	}
	if before == auxiliary && p >= i-2 {
		return in.forms&(participle|gerund|past|base) != 0
	}
	if before == determiner || before == possessive {
		return false
	}
	if before == noun && p == i-1 && (s.adjectival(p) || s.counts(p)) {
		return false
	}
	finite := in.forms&(base|present) != 0 && in.forms&(past|gerund) == 0
	if in.forms == gerund {
		_, isNoun := s.coder.lexicon.nouns[s.tokens[i].lower]
		return !isNoun || before != noun
	}
	if !finite {
		return before != preposition || in.forms&past == 0
	}
	if before == preposition {
		return false
	}
	if before == noun && in.forms == base && !s.plural(p) {
		return false // "a report", "a state visit"
	}
	_, eventful := s.coder.lexicon.nouns[s.tokens[i].lower]
	_, object := s.coder.lexicon.things[s.tokens[i].lower]
	if !eventful && !object {
		if r, _ := utf8.DecodeRuneInString(s.tokens[i].word); i > 0 && unicode.IsUpper(r) {
			return false
		}
		return before != stopMark || p >= 0 || in.forms&base == 0
	}
	if before == pronoun || before == relative {
		return true
	}
	return before == noun && s.startsPhrase(i+1)
}

// adjectival reports whether the word is a people's adjective, after which
// comes a noun.
func (s *sentence) adjectival(i int) bool {
	return s.actorAt[i] >= 0 && s.actors[s.actorAt[i]].adjective && !strings.HasSuffix(s.tokens[i].lower, "s")
}

// counts reports whether the word is a number, after which comes a noun.
func (s *sentence) counts(i int) bool {
	return number[s.tokens[i].lower] || digit(s.tokens[i].word[0])
}

// plural reports whether a noun can be the subject of a verb without -s.
func (s *sentence) plural(i int) bool {
	w := s.tokens[i].lower
	if h := s.actorAt[i]; h >= 0 {
		start := s.actors[h].start
		joined := start > 0 && s.tokens[start-1].tag == conjunction
		return joined || strings.HasSuffix(w, "s") && (s.actors[h].role != "" || s.actors[h].adjective) || w == "police" || w == "people"
	}
	return strings.HasSuffix(w, "s") || w == "people" || w == "police" || w == "men" || w == "women" || w == "children"
}

func (s *sentence) startsPhrase(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	if s.actorAt[i] >= 0 {
		return true
	}
	return closed[s.tokens[i].lower] == determiner
}

// looksVerbal guesses verbs that the dictionary does not know by their ending
// and what stands before them.
func (s *sentence) looksVerbal(i int) bool {
	w := s.tokens[i].lower
	p, before := s.before(i)
	if p < 0 || len(w) < 5 {
		return false
	}
	switch {
	case before == infinitive || before == modal:
		return true
	case strings.HasSuffix(w, "ed"):
		return before == auxiliary || before == pronoun || before == noun && !s.adjectival(p) && !s.counts(p) || before == relative
	case strings.HasSuffix(w, "ing"):
		return before == auxiliary || before == comma
	}
	return false
}

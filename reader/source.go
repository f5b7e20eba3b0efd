package reader

import (
	"strings"

	"parley/reader/grammar"
)

// nounPart reports whether a token may stand inside a noun phrase.
func (r *reading) nounPart(i int) bool {
	switch r.class(i) {
	case grammar.Other, grammar.Name, grammar.Number, grammar.Determiner:
		return true
	case grammar.Auxiliary:
		return r.lower(i) == "'s"
	case grammar.Punctuation:
		return false
	default:
		return false
	}
}

// binding are prepositions that tie nouns together inside a subject.
var binding = set("of for from at in to on with against between")

// subjectBefore is the noun phrase that ends at a token, as the subject of what follows.
func (r *reading) subjectBefore(end int) Span {
	for end >= 0 && r.class(end) == grammar.Adverb {
		end--
	}
	if end < 0 {
		return Span{}
	}
	if r.lower(end) == "," { // "X, a spokesman for Y, said"
		return r.beforeApposition(end)
	}
	if r.class(end) == grammar.Pronoun {
		return Span{r.t[end].Start, r.t[end].End}
	}
	from := r.phraseFrom(end)
	if from > end {
		return Span{}
	}
	return Span{r.t[from].Start, r.t[end].End}
}

// antecedent is the noun phrase that a relative pronoun stands for.
func (r *reading) antecedent(at int) Span {
	end := at - 1
	if r.lower(end) == "," {
		end--
	}
	if end < 0 {
		return Span{}
	}
	if from := r.phraseFrom(end); from <= end {
		return Span{r.t[from].Start, r.t[end].End}
	}
	return Span{}
}

// phraseFrom is the first token of the noun phrase that ends at a token; more than that
// where there is none.
func (r *reading) phraseFrom(end int) int {
	from := end + 1
	for i := end; i >= 0; i-- {
		if r.lower(i) == ")" { // Sen. X (R-Ga.)
			open := i
			for open > 0 && i-open < 8 && r.lower(open) != "(" {
				open--
			}
			if r.lower(open) == "(" && open > 0 {
				i = open
				continue
			}
		}
		switch {
		case r.nounPart(i):
			if v, is := lexicon[r.lower(i)]; is && i < end && !v.noun && v.form != past && v.form != participle && r.class(i) == grammar.Other {
				return from
			}
			if r.class(i) == grammar.Determiner {
				from = i
				if !binding[r.lower(i-1)] && r.class(i-1) != grammar.Determiner {
					return from
				}
				continue
			}
			if i < end && pasts[r.lower(i)] {
				return from
			}
			from = i
		case binding[r.lower(i)] && i < end && from == i+1 && i > 0 && r.nounPart(i-1) && !r.opensSentence(i):
		case r.lower(i) == "and" && from == i+1 && i > 0 && (r.class(i-1) == grammar.Name && r.class(i+1) == grammar.Name || r.opensWithNouns(i-1)):
		default:
			return from
		}
	}
	return from
}

// opensWithNouns reports whether nothing but a short noun phrase stands between the
// beginning of the clause and a token, so that what follows "and" is joined to it.
func (r *reading) opensWithNouns(end int) bool {
	i := end
	for ; i >= 0 && end-i < 9 && (r.nounPart(i) || binding[r.lower(i)]); i-- {
		if i < end && verbLike(r.lower(i)) && r.class(i) == grammar.Other && !strings.HasSuffix(r.lower(i), "s") {
			return false
		}
	}
	return i < end && (i < 0 || r.class(i) == grammar.Punctuation || r.class(i) == grammar.Subordinate)
}

// opensSentence reports whether a token is the first of its sentence or of a clause.
func (r *reading) opensSentence(i int) bool {
	return i == 0 || r.class(i-1) == grammar.Punctuation
}

// beforeApposition is "X, a spokesman for Y," whole, given the comma that closes it.
func (r *reading) beforeApposition(comma int) Span {
	open := -1
	for i := comma - 1; i >= 0 && comma-i < 30; i-- {
		if r.lower(i) == "," {
			open = i
			break
		}
		if r.class(i) == grammar.Quote {
			return Span{}
		}
	}
	if open <= 0 {
		return Span{}
	}
	from := r.phraseFrom(open - 1)
	for range 3 { // "X, 59, of Y, Z, said"
		if from <= 1 || r.lower(from-1) != "," && !(from > 2 && r.lower(from-2) == "," && binding[r.lower(from-1)]) {
			break
		}
		if r.lower(from-1) != "," {
			from--
		}
		outer := r.phraseFrom(from - 2)
		if outer > from-2 {
			break
		}
		from = outer
	}
	if from > open-1 {
		return Span{}
	}
	return Span{r.t[from].Start, r.t[comma].End}
}

// phraseTo is the place behind the noun phrase that begins at a token, appositions that
// tell who somebody is among it.
func (r *reading) phraseTo(from int) int {
	i := from
	if r.class(i) == grammar.Pronoun {
		return i + 1
	}
	for i < len(r.t) {
		switch {
		case r.nounPart(i):
			if days[r.lower(i)] || i > from && pasts[r.lower(i)] || i > from && r.class(i) == grammar.Other && strings.HasSuffix(r.lower(i), "ed") && r.class(i-1) == grammar.Name {
				return i
			}
			i++
		case r.lower(i) == "(" && i > from:
			for i < len(r.t) && r.lower(i) != ")" {
				i++
			}
			i = min(i+1, len(r.t))
		case binding[r.lower(i)] && i > from && r.nounPart(i+1) && r.lower(i) != "in" && r.lower(i) != "on" && !days[r.lower(i+1)]:
			i++
		case r.class(i) == grammar.Conjunction && i > from && r.class(i-1) == grammar.Name && r.class(i+1) == grammar.Name:
			i++
		case r.lower(i) == "," && (r.class(i+1) == grammar.Determiner || r.lower(i+1) == "who" || r.class(i+1) == grammar.Other || r.class(i+1) == grammar.Name && !r.anotherClause(i+1)):
			if end := r.appositionEnd(i); end > 0 {
				return end
			}
			return i
		default:
			return i
		}
	}
	return i
}

// anotherClause reports whether a clause of its own begins here: it has a verb before the
// next comma.
func (r *reading) anotherClause(i int) bool {
	for ; i < len(r.t) && r.lower(i) != "," && r.lower(i) != "."; i++ {
		if w := r.lower(i); w == "who" || w == "whom" || w == "whose" || w == "which" {
			return false
		}
		if r.class(i) == grammar.Auxiliary && r.lower(i) != "'s" || r.class(i) == grammar.Pronoun && r.lower(i) != "who" {
			return true
		}
	}
	return false
}

// appositionEnd is the place behind an apposition that begins after a comma; 0 where what
// follows is none.
func (r *reading) appositionEnd(comma int) int {
	if r.anotherClause(comma+1) && r.lower(comma+1) != "who" {
		return 0
	}
	for i := comma + 1; i < len(r.t) && i-comma < 25; i++ {
		switch r.class(i) {
		case grammar.Quote, grammar.Subordinate:
			return 0
		case grammar.Punctuation:
			if r.lower(i) == "," || r.lower(i) == "." {
				return i
			}
		}
		if _, is := lexicon[r.lower(i)]; is && r.class(i) != grammar.Name && r.class(i-1) != grammar.Other && r.lower(comma+1) != "who" {
			if v := lexicon[r.lower(i)]; v.form == participle || v.form == past {
				return 0
			}
		}
	}
	return len(r.t)
}

// days are words that say when rather than who.
var days = set("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march april june july august september october november december")

// possessorBefore is "X" in "X's claim that …", or "his".
func (r *reading) possessorBefore(noun int) Span {
	i := noun - 1
	for i >= 0 && (r.class(i) == grammar.Other || r.class(i) == grammar.Adverb) && !strings.HasSuffix(r.lower(i), "'s") {
		i--
	}
	if i < 0 {
		return Span{}
	}
	switch w := r.lower(i); {
	case strings.HasSuffix(w, "'s"), strings.HasSuffix(w, "s'"):
		if from := r.phraseFrom(i); from <= i {
			return Span{r.t[from].Start, r.t[i].End}
		}
	case w == "his", w == "her", w == "their", w == "my", w == "our", w == "its":
		return Span{r.t[i].Start, r.t[i].End}
	}
	return Span{}
}

package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class is what kind of word a token is, as far as its form tells.
type Class uint8

// The classes.
const (
	Other       Class = iota // open class: noun, verb, adjective
	Name                     // begins with a capital inside a sentence, or is an abbreviation
	Number                   //
	Determiner               // the, a, this, his
	Pronoun                  // he, they, who
	Preposition              // of, in, to
	Conjunction              // and, but, or
	Subordinate              // that, because, if
	Auxiliary                // is, has, will
	Adverb                   // now, also, …ly
	Punctuation              //
	Quote                    // a quotation mark
)

// Token is a word or a mark.
type Token struct {
	Start, End int // bytes of the text
	Class      Class
	Opens      bool   // of a quotation mark: it opens rather than closes
	Lower      string // in small letters, with plain apostrophes
}

// Words of closed classes.
var closed = map[string]Class{}

func init() { //nolint:gochecknoinits // a table from lists that can be read
	for class, words := range map[Class]string{
		Determiner:  "the a an this these those his her its their our my your some any no every each all both another such",
		Pronoun:     "i he she it they we you who which whom him them us me himself herself itself themselves somebody someone nobody everyone anybody anyone everybody",
		Preposition: "of in on at by for with from to into onto over under against about between among through during before after until since toward towards without within across behind beyond despite near off upon via amid around along per like than as",
		Conjunction: "and but or nor yet",
		Subordinate: "that because if whether while although though unless when whenever wherever where why how what whereas",
		Auxiliary: "is are was were be been being am has have had having do does did will would can could may might must shall should ought cannot " +
			"isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't 's 're 've 'd 'll",
		Adverb: "not n't also now then just still already never always often once again later earlier soon too very even only so instead rather perhaps maybe here there yesterday today tomorrow ago however meanwhile otherwise repeatedly twice ever",
	} {
		for word := range strings.FieldsSeq(words) {
			closed[word] = class
		}
	}
}

// notAdverbs end in -ly all the same.
var notAdverbs = map[string]bool{"family": true, "july": true, "italy": true, "ally": true, "reply": true, "rally": true, "supply": true, "apply": true, "only": false, "likely": true, "deadly": true, "friendly": true, "elderly": true, "daily": true, "weekly": true, "monthly": true, "fly": true, "bully": true, "assembly": true, "imply": true, "comply": true}

// tokens appends the tokens of a stretch of the text.
func tokens(list []Token, text string, from, to int) []Token {
	for at := from; at < to; {
		r, size := utf8.DecodeRuneInString(text[at:to])
		switch {
		case unicode.IsSpace(r):
			at += size
		case (r == '\'' || r == '`') && at+1 < to && text[at+1] == text[at]: // '' for a quotation mark
			list = append(list, Token{Start: at, End: at + 2, Class: Quote, Opens: r == '`' || opens(text, at, 2, r), Lower: text[at : at+2]})
			at += 2
		case (r == '\'' || r == '’') && endsPossessor(text[at+size:to]):
			end := at + size + 1
			list = append(list, Token{Start: at, End: end, Class: Auxiliary, Lower: "'s"})
			at = end
		case isQuote(r):
			list = append(list, Token{Start: at, End: at + size, Class: Quote, Opens: opens(text, at, size, r), Lower: text[at : at+size]})
			at += size
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := wordEnd(text, at, to)
			w := word(text, at, end)
			if w.Lower == "long" && len(list) > 0 && perfect[list[len(list)-1].Lower] {
				w.Class = Adverb // "have long worried"
			}
			list = append(list, w)
			at = end
		default:
			end := at + size
			for end < to && text[end] == text[at] && (text[at] == '.' || text[at] == '-') {
				end++
			}
			list = append(list, Token{Start: at, End: end, Class: Punctuation, Lower: text[at:end]})
			at = end
		}
	}
	return list
}

// endsPossessor reports whether an s stands alone behind an apostrophe.
func endsPossessor(rest string) bool {
	return strings.HasPrefix(rest, "s") && (len(rest) == 1 || !letter(rest[1]))
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '‟':
		return true
	}
	return false
}

// opens tells an opening mark from a closing one: straight ones by what stands beside.
func opens(text string, at, size int, r rune) bool {
	switch r {
	case '“', '„', '«', '‟':
		return true
	case '”', '»':
		return at == 0 || text[at-1] == '\n' // a slip of the pen: nothing can close there
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return (at == 0 || unicode.IsSpace(before) || before == '(' || before == '-' || before == '—') && !unicode.IsSpace(after)
}

// wordEnd is the end of a word: letters, digits, and marks inside it.
func wordEnd(text string, at, to int) int {
	for at < to {
		r, size := utf8.DecodeRuneInString(text[at:to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			at += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		inside := at+size < to && (unicode.IsLetter(next) || unicode.IsDigit(next))
		switch r {
		case '\'', '’', '-', '‑', '&':
			if !inside {
				return at
			}
		case '.', ',':
			before := text[at-1]
			if !inside || (before < '0' || before > '9' || !unicode.IsDigit(next)) && (r != '.' || !initials(text, at)) {
				if r == '.' && abbreviates(text, at) {
					return at + size
				}
				return at
			}
		default:
			return at
		}
		at += size
	}
	return at
}

// initials reports whether a full stop stands in something like U.S. or J.K.
func initials(text string, at int) bool {
	return at > 0 && text[at-1] >= 'A' && text[at-1] <= 'Z' && (at < 2 || !letter(text[at-2]))
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// shortened are words that end in a full stop that ends no sentence.
var shortened = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "gen": true, "col": true, "lt": true, "sgt": true, "sen": true, "rep": true, "gov": true, "st": true,
	"jr": true, "sr": true, "rev": true, "hon": true, "adm": true, "capt": true, "cmdr": true, "jan": true, "feb": true, "aug": true, "sept": true, "oct": true, "nov": true,
	"dec": true, "no": false, "vs": true, "inc": true, "corp": true, "co": true, "ltd": true, "etc": true, "approx": true, "fig": true, "maj": true, "pres": true,
}

// abbreviates reports whether the full stop at a byte belongs to the word before it.
func abbreviates(text string, at int) bool {
	from := at
	for from > 0 && letter(text[from-1]) {
		from--
	}
	return shortened[strings.ToLower(text[from:at])] || initials(text, at)
}

var perfect = map[string]bool{"has": true, "have": true, "had": true}

func word(text string, start, end int) Token {
	raw := text[start:end]
	lower := strings.ToLower(strings.ReplaceAll(raw, "’", "'"))
	t := Token{Start: start, End: end, Lower: lower}
	first, _ := utf8.DecodeRuneInString(raw)
	class, isClosed := closed[lower]
	switch {
	case isClosed && (lower != "us" || raw == "us"):
		t.Class = class
	case unicode.IsDigit(first):
		t.Class = Number
	case unicode.IsUpper(first):
		t.Class = Name
	case strings.HasSuffix(lower, "ly") && len(lower) > 4 && !notAdverbs[lower]:
		t.Class = Adverb
	}
	return t
}

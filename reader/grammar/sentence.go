package grammar

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a sentence of a text.
type Sentence struct {
	Start, End int
	Tokens     []Token
	Paragraph  int  // counts from 0
	InQuote    bool // a quotation was open when it began
}

// longest bounds a sentence, so that a text without full stops costs no more than another.
const longest = 4000 // bytes

// Sentences takes a text apart. The tokens of a sentence are valid until the next one.
func Sentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		var room []Token
		paragraph := 0
		for at := 0; at < len(text); {
			end := strings.IndexByte(text[at:], '\n')
			if end < 0 {
				end = len(text)
			} else {
				end += at
			}
			if len(strings.TrimSpace(text[at:end])) > 0 {
				if !sentencesOf(text, at, end, paragraph, &room, yield) {
					return
				}
				paragraph++
			}
			at = end + 1
		}
	}
}

// sentencesOf takes a paragraph apart.
func sentencesOf(text string, at, end, paragraph int, room *[]Token, yield func(Sentence) bool) bool {
	open := false
	for at < end {
		for at < end {
			r, size := utf8.DecodeRuneInString(text[at:end])
			if !unicode.IsSpace(r) {
				break
			}
			at += size
		}
		if at >= end {
			return true
		}
		to := sentenceEnd(text, at, end)
		*room = tokens((*room)[:0], text, at, to)
		s := Sentence{Start: at, End: to, Tokens: *room, Paragraph: paragraph, InQuote: open}
		for _, t := range s.Tokens {
			if t.Class == Quote {
				open = t.Opens
			}
		}
		if !yield(s) {
			return false
		}
		at = to
	}
	return true
}

// sentenceEnd is the end of the sentence that begins at a byte: after a full stop and the
// marks that close with it, where a new sentence can begin.
func sentenceEnd(text string, at, end int) int {
	for i := at; i < end; i++ {
		if i-at > longest && text[i] == ' ' {
			return i
		}
		c := text[i]
		if c != '.' && c != '!' && c != '?' {
			continue
		}
		if c == '.' && (abbreviates(text, i) && !endsAbbreviated(text, i, end) || i+1 < end && text[i+1] != ' ' && !closing(text[i+1:end])) {
			continue
		}
		to := i + 1
		for to < end && (closing(text[to:end]) || text[to] == '.' || text[to] == '!' || text[to] == '?') {
			_, size := utf8.DecodeRuneInString(text[to:])
			to += size
		}
		if begins(text[to:end]) {
			return to
		}
	}
	return end
}

// endsAbbreviated reports whether an abbreviation such as U.S. ends a sentence: a common
// word with a capital follows.
func endsAbbreviated(text string, at, end int) bool {
	if shortened[strings.ToLower(lastWord(text[:at]))] {
		return false
	}
	rest := strings.TrimLeft(text[min(at+1, end):end], " ")
	next := rest
	if i := strings.IndexByte(rest, ' '); i >= 0 {
		next = rest[:i]
	}
	_, is := closed[strings.ToLower(next)]
	return is && next != "" && unicode.IsUpper(rune(next[0]))
}

func lastWord(text string) string {
	from := len(text)
	for from > 0 && letter(text[from-1]) {
		from--
	}
	return text[from:]
}

// closing reports whether a text begins with a mark that closes.
func closing(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '"' || r == '”' || r == '’' || r == '\'' || r == ')' || r == ']' || r == '»'
}

// begins reports whether a new sentence can begin here.
func begins(rest string) bool {
	trimmed := strings.TrimLeft(rest, "  \t")
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(rest) {
		return false
	}
	r, size := utf8.DecodeRuneInString(trimmed)
	if isQuote(r) || r == '‘' || r == '[' || r == '(' || r == '\'' || r == '—' || r == '-' {
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(trimmed[size:], " "))
		return !unicode.IsLower(next)
	}
	return !unicode.IsLower(r) && r != ','
}

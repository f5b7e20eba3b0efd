package assist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/reader"
)

// words are the words and marks of a text. White space, quotation marks and dashes are none:
// texts that differ in them alone are the same here.
type words struct {
	text   string
	number map[string]int32 // by word
	token  []int32
	span   []reader.Span
}

func newWords(text string) *words {
	w := &words{text: text, number: map[string]int32{}}
	for _, s := range split(text) {
		n, known := w.number[s.In(text)]
		if !known {
			n = int32(len(w.number)) //nolint:gosec // there are no more words than bytes of a part
			w.number[s.In(text)] = n
		}
		w.token, w.span = append(w.token, n), append(w.span, s)
	}
	return w
}

// split gives words, and other marks one by one.
func split(text string) []reader.Span {
	var list []reader.Span
	open := -1
	shut := func(at int) {
		if open >= 0 {
			list = append(list, reader.Span{Start: open, End: at})
			open = -1
		}
	}
	for i, r := range text {
		switch {
		case isWord(r):
			if open < 0 {
				open = i
			}
			continue
		}
		shut(i)
		if unicode.IsSpace(r) || unicode.Is(unicode.Dash, r) || strings.ContainsRune(quotationMarks+"'`", r) {
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		list = append(list, reader.Span{Start: i, End: i + n})
	}
	shut(len(text))
	return list
}

// leastWords is how many words a quote must have that one of them may differ.
const leastWords = 5

// nearest are the places where the text has what was said but for white space, quotation marks,
// dashes, and the case of the first letter; where there are none, those where besides one word
// differs, is missing or is too many.
func (w *words) nearest(said string) []reader.Span {
	pattern, first := w.pattern(said)
	if len(pattern) == 0 || len(pattern) > mostWords {
		return nil
	}
	var same, near []reader.Span
	for i := range w.token {
		n, edits, ok := w.match(i, pattern, first)
		if !ok {
			continue
		}
		s := reader.Span{Start: w.span[i].Start, End: w.span[i+n-1].End}
		if edits == 0 {
			same = append(same, s)
		} else {
			near = append(near, s) // of a quote that is long enough for it
		}
	}
	if len(same) > 0 {
		return same
	}
	return near
}

// pattern is what was said in the text's words, −1 for one that it does not have, without the
// marks at its ends; and another form of its first word, with the first letter in the other case.
func (w *words) pattern(said string) (pattern []int32, first int32) {
	list := split(said)
	mark := func(s reader.Span) bool { return !strings.ContainsFunc(s.In(said), isWord) }
	for len(list) > 0 && mark(list[0]) {
		list = list[1:]
	}
	for len(list) > 0 && mark(list[len(list)-1]) {
		list = list[:len(list)-1]
	}
	for _, s := range list {
		n, known := w.number[s.In(said)]
		if !known {
			n = -1
		}
		pattern = append(pattern, n)
	}
	if len(list) == 0 {
		return nil, -1
	}
	word := list[0].In(said)
	r, size := utf8.DecodeRuneInString(word)
	other := unicode.ToUpper(r)
	if other == r {
		other = unicode.ToLower(r)
	}
	first, known := w.number[string(other)+word[size:]]
	if !known {
		first = -1
	}
	return pattern, first
}

// match holds a pattern against the text from one of its words on, and gives the number of
// words that it covers and of edits, at most one.
func (w *words) match(from int, pattern []int32, first int32) (n, edits int, ok bool) {
	text := w.token[from:]
	agree := func(i, j int) bool { return text[i] == pattern[j] || j == 0 && first >= 0 && text[i] == first }
	rest := func(i, j int) bool { // the text from i is the pattern from j
		if len(text)-i < len(pattern)-j {
			return false
		}
		for ; j < len(pattern); i, j = i+1, j+1 {
			if !agree(i, j) {
				return false
			}
		}
		return true
	}
	k := 0
	for k < len(pattern) && k < len(text) && agree(k, k) {
		k++
	}
	m := len(pattern)
	switch {
	case k == m:
		return m, 0, true
	case m < leastWords:
		return 0, 0, false
	case k < len(text) && rest(k+1, k+1): // another word
		return m, 1, true
	case rest(k, k+1): // a word that the text does not have
		return m - 1, 1, true
	case k > 0 && k < len(text) && rest(k+1, k): // one that was left out
		return m + 1, 1, true
	}
	return 0, 0, false
}

package assist

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/reader"
)

// placing finds the items of an answer in the part of the text that was sent.
type placing struct {
	m     *merging
	part  reader.Span
	text  string // of the part
	words *words // of it, for near misses; nil until one is looked for
}

func newPlacing(m *merging, part reader.Span) *placing {
	return &placing{m: m, part: part, text: part.In(m.reading.Text)}
}

// item holds one item against the text.
func (p *placing) item(raw json.RawMessage) {
	var it item
	if json.Unmarshal(raw, &it) != nil {
		p.m.reject("", NotOfForm)
		return
	}
	said := strings.TrimSpace(it.Content)
	switch {
	case !strings.ContainsFunc(said, isWord):
		p.m.reject(said, NoQuote)
		return
	case !slices.Contains(stances, it.Stance):
		p.m.reject(said, NotOfForm)
		return
	}
	places, near := occurrences(p.text, said), false
	if len(places) == 0 {
		if p.words == nil {
			p.words = newWords(p.text)
		}
		places, near = p.words.nearest(said), true
	}
	if len(places) == 0 {
		p.m.reject(said, NotInText)
		return
	}
	p.m.add(p.suggestion(&it, said, places, near))
}

// suggestion puts a quote where it is nearest to its cue and speaker, and with it what else of
// the item is in the text.
func (p *placing) suggestion(it *item, said string, places []reader.Span, near bool) *Suggestion {
	cues, speakers := p.find(it.Cue), p.find(it.Speaker)
	place, least := places[0], -1
	for _, s := range places {
		if cost := gap(s, closest(cues, s)) + gap(s, closest(speakers, s)); least < 0 || cost < least {
			place, least = s, cost
		}
	}
	out := &Suggestion{Near: near, Said: said, Span: p.inText(place)}
	out.Stance, out.Negated, out.Content = it.Stance, it.Negated, []reader.Span{out.Span}
	out.Direct = p.quoted(place)
	about := p.paragraph(place)
	take := func(what string, given *string, spans []reader.Span, by, within reader.Span) reader.Span {
		if given == nil || strings.TrimSpace(*given) == "" {
			return reader.Span{}
		}
		s := closest(spans, by)
		if s.Empty() || s.Start < within.Start || s.End > within.End {
			out.drop(what)
			return reader.Span{}
		}
		return p.inText(s)
	}
	all := reader.Span{End: len(p.text)}
	by := place
	if out.Cue = take("cue", it.Cue, cues, place, about); !out.Cue.Empty() {
		by = closest(cues, place)
	}
	out.Speaker = p.m.mention(take("speaker", it.Speaker, speakers, by, all))
	out.Addressee = p.m.mention(take("addressee", it.Addressee, p.find(it.Addressee), by, all))
	for i := range it.Hedges[:min(len(it.Hedges), 16)] {
		if h := take("hedge", &it.Hedges[i], p.find(&it.Hedges[i]), place, about); !h.Empty() && !slices.Contains(out.Hedges, h) {
			out.Hedges = append(out.Hedges, h)
		}
	}
	if c := it.Condition; c != nil {
		if condition := take("condition", &c.If, p.find(&c.If), place, about); !condition.Empty() {
			out.Condition = &reader.Condition{If: condition, Then: take("condition", c.Then, p.find(c.Then), place, about)}
		}
	}
	return out
}

func (s *Suggestion) drop(what string) {
	if !slices.Contains(s.Dropped, what) {
		s.Dropped = append(s.Dropped, what)
	}
}

// inText is a stretch of the part as one of the whole text.
func (p *placing) inText(s reader.Span) reader.Span {
	return reader.Span{Start: s.Start + p.part.Start, End: s.End + p.part.Start}
}

func (p *placing) find(given *string) []reader.Span {
	if given == nil {
		return nil
	}
	return occurrences(p.text, strings.TrimSpace(*given))
}

// paragraph is the paragraph around a stretch.
func (p *placing) paragraph(s reader.Span) reader.Span {
	out := reader.Span{Start: strings.LastIndexByte(p.text[:s.Start], '\n') + 1, End: len(p.text)}
	if n := strings.IndexByte(p.text[s.End:], '\n'); n >= 0 {
		out.End = s.End + n
	}
	return out
}

const quotationMarks = "\"“”„‟«»‘’‚‛‹›"

// quoted reports whether a stretch stands in quotation marks.
func (p *placing) quoted(s reader.Span) bool {
	first, _ := utf8.DecodeRuneInString(s.In(p.text))
	last, _ := utf8.DecodeLastRuneInString(s.In(p.text))
	before, _ := utf8.DecodeLastRuneInString(p.text[:s.Start])
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(p.text[s.End:], ".,;!?"))
	mark := func(r rune) bool { return strings.ContainsRune(quotationMarks, r) && r != utf8.RuneError }
	return (mark(first) || mark(before)) && (mark(last) || mark(behind))
}

// occurrences are the places where words stand in a text whole, in order.
func occurrences(text, words string) []reader.Span {
	if words == "" {
		return nil
	}
	var list []reader.Span
	first, width := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	for at := 0; ; {
		n := strings.Index(text[at:], words)
		if n < 0 {
			return list
		}
		s := reader.Span{Start: at + n, End: at + n + len(words)}
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		behind, _ := utf8.DecodeRuneInString(text[s.End:])
		if isWord(before) && isWord(first) || isWord(behind) && isWord(last) {
			at = s.Start + width // inside a longer word
			continue
		}
		list = append(list, s)
		at = s.End
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// closest is the one of some places in order that is nearest to a stretch, the earlier one of
// two; empty if there is none.
func closest(list []reader.Span, to reader.Span) reader.Span {
	if len(list) == 0 {
		return reader.Span{}
	}
	n, _ := slices.BinarySearchFunc(list, to.Start, func(s reader.Span, at int) int { return s.Start - at })
	best := list[max(0, n-1)]
	if n < len(list) && gap(list[n], to) < gap(best, to) {
		best = list[n]
	}
	return best
}

// gap is how many bytes lie between two stretches; none if they touch, or one is empty.
func gap(a, b reader.Span) int {
	if a.Empty() || b.Empty() {
		return 0
	}
	return max(0, a.Start-b.End, b.Start-a.End)
}

package assist

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/reader"
)

// sameContent is the share of characters from which on two contents are one: what both have of
// what either has.
const sameContent = 0.8

// merging holds what an assistant found against a reading without one.
type merging struct {
	reading *reader.Reading
	out     *Result
	names   map[string]string      // whom words stand for, by the reading
	at      map[reader.Span]string // and whom a pronoun at a place does
	both    map[int]bool           // statements of the reading that were found
}

func newMerging(r *reader.Reading) *merging {
	m := &merging{reading: r, out: &Result{}, names: map[string]string{}, at: map[reader.Span]string{}, both: map[int]bool{}}
	for i := range r.Statements {
		for _, who := range []*reader.Mention{r.Statements[i].Speaker, r.Statements[i].Addressee} {
			if who == nil || who.Name == "" {
				continue
			}
			words := who.Span.In(r.Text)
			m.at[who.Span] = who.Name
			if !pronoun(words) {
				m.names[words] = who.Name
			}
		}
	}
	return m
}

func pronoun(words string) bool {
	switch strings.ToLower(words) {
	case "he", "she", "they", "it", "we", "i", "him", "her", "them", "us", "me", "you":
		return true
	}
	return false
}

// mention says whom words stand for, where the reading knows.
func (m *merging) mention(s reader.Span) *reader.Mention {
	if s.Empty() {
		return nil
	}
	name := m.at[s]
	if name == "" {
		name = m.names[s.In(m.reading.Text)]
	}
	if name == "" {
		name = s.In(m.reading.Text)
	}
	return &reader.Mention{Span: s, Name: name}
}

func (m *merging) reject(said, why string) {
	m.out.Rejected = append(m.out.Rejected, Rejected{said, why})
}

// add takes an item whose words are in the text, or nearly: as one that the reading has, as one
// that was said before, or as a suggestion.
func (m *merging) add(s *Suggestion) {
	best, most := -1, 0.0
	for i := range m.reading.Statements {
		if same := m.share(m.reading.Statements[i].Content, s.Span); same >= sameContent && same > most {
			best, most = i, same
		}
	}
	switch {
	case best >= 0 && m.both[best]:
		m.out.Repeated++
		return
	case best >= 0:
		m.both[best] = true
		if s.Speaker != nil && m.another(m.reading.Statements[best].Speaker, s.Speaker) {
			m.out.Differ = append(m.out.Differ, Difference{best, *s.Speaker})
		}
		return
	}
	for i := range m.out.Suggestions {
		old := &m.out.Suggestions[i]
		if m.share(old.Content, s.Span) < sameContent {
			continue
		}
		if old.Near && !s.Near { // the text's own words are better
			*old = *s
		}
		m.out.Repeated++
		return
	}
	m.out.Suggestions = append(m.out.Suggestions, *s)
}

// share is what a content and a stretch have in common of the characters that either has.
func (m *merging) share(content []reader.Span, s reader.Span) float64 {
	both, of := 0, utf8.RuneCountInString(s.In(m.reading.Text))
	for _, c := range content {
		if common := (reader.Span{Start: max(c.Start, s.Start), End: min(c.End, s.End)}); !common.Empty() {
			both += utf8.RuneCountInString(common.In(m.reading.Text))
		}
	}
	if both == 0 {
		return 0
	}
	for _, c := range content {
		of += utf8.RuneCountInString(c.In(m.reading.Text))
	}
	return float64(both) / float64(of-both)
}

// another reports whether a speaker that the assistant names is plainly not the one that the
// reading has. Pronouns and descriptions may stand for anybody.
func (m *merging) another(has, says *reader.Mention) bool {
	if first, _ := utf8.DecodeRuneInString(says.Name); pronoun(says.Name) || !unicode.IsUpper(first) {
		return false
	}
	if has == nil {
		return true
	}
	overlap := has.Span.Start < says.Span.End && says.Span.Start < has.Span.End
	return !overlap && !strings.Contains(has.Name, says.Name) && !strings.Contains(says.Name, has.Name)
}

// result puts everything into the order of the text.
func (m *merging) result() *Result {
	m.out.Confirmed = m.out.Confirmed[:0]
	for i := range m.both {
		m.out.Confirmed = append(m.out.Confirmed, i)
	}
	slices.Sort(m.out.Confirmed)
	slices.SortStableFunc(m.out.Suggestions, func(a, b Suggestion) int {
		return cmp.Or(a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
	})
	slices.SortStableFunc(m.out.Differ, func(a, b Difference) int { return a.Statement - b.Statement })
	return m.out
}

package world

import (
	"fmt"
	"slices"
	"strings"
)

// texts checks sources, and claims and statements against them.
func (v *validator) texts() {
	covered := map[string][]span{}
	texts := map[string]*folded{}
	for _, s := range v.w.Sources {
		v.source(s)
		if texts[s.ID] == nil {
			texts[s.ID] = fold(s.Text)
		}
	}
	quotes := &quoter{v: v, texts: texts, covered: covered}
	var measures []Measure
	if len(v.w.Theatres) <= MostTheatres {
		measures = Measures(v.w)
	}
	for _, c := range v.w.Claims {
		quotes.find(&c.Meta, called("claim", c.ID), c.Source, c.Quote, &c.At)
		v.claim(c, measures)
	}
	for _, s := range v.w.Statements {
		quotes.find(&s.Meta, called("statement", s.ID), s.Source, s.Quote, &s.At)
	}
	for _, s := range v.w.Sources {
		v.uncovered(s, covered[s.ID])
	}
}

func (v *validator) source(s *Source) {
	name := called("source", s.ID)
	if s.File == "" && s.Text == "" && !v.anyFailed(&s.Meta, "file", "text") {
		v.errorAt(s.Range, "missing", "Missing attribute", name, "A source block needs its text: file = \"…\" inside the world's directory, or text = \"…\".")
	}
	if s.Credibility == nil || v.w.Origin.broken(s.Credibility) {
		return
	}
	if x, plain := s.Credibility.Constant(); !plain || x != float64(int(min(max(x, 0), 9))) || x < 1 || x > 6 {
		v.errorAt(s.Credibility.Range, "one-of", "Value not allowed", name, "Credibility is a whole number from 1 (confirmed) to 6 (cannot be judged).")
	}
}

// span is a stretch of a text, in bytes.
type span struct{ from, to int }

// quoter looks quotes up in the texts of sources.
type quoter struct {
	v       *validator
	texts   map[string]*folded
	covered map[string][]span
	nearest int // how often the nearest passage was looked for
}

// mostNearest bounds the work spent on finding nearest passages.
const mostNearest = 50

// find checks that a quote occurs in its source and notes where.
func (q *quoter) find(m *Meta, context, source, quote string, at *int) {
	text := q.texts[source]
	if text == nil || len(text.bytes) == 0 || quote == "" {
		return
	}
	if found, ok := text.find(fold(quote)); ok {
		*at = found.from
		q.covered[source] = append(q.covered[source], found)
		return
	}
	detail := fmt.Sprintf("These words do not occur in source %q.", source)
	if q.nearest++; q.nearest <= mostNearest {
		if near := text.nearest(quote); near != "" {
			detail += fmt.Sprintf(" The nearest passage: “%s”.", near)
		}
	}
	q.v.wrong(m, "quote", "quote", "Quote is not in its source", context, detail)
}

// folded is a text with runs of white space made one blank and typographic
// quotes and dashes made plain, and where each byte of it came from.
type folded struct {
	source string
	bytes  []byte
	text   string // the bytes, once complete
	from   []int  // of each byte, the offset in the source
	end    []int  // of each byte, where the character it came from ends
}

func fold(s string) *folded {
	f := &folded{source: s}
	for at, r := range s {
		size := len(string(r))
		if strings.HasPrefix(s[at:], "\ufffd") || r != '\ufffd' {
			f.take(r, at, size)
		}
	}
	for len(f.bytes) > 0 && f.bytes[len(f.bytes)-1] == ' ' {
		n := len(f.bytes) - 1
		f.bytes, f.from, f.end = f.bytes[:n], f.from[:n], f.end[:n]
	}
	f.text = string(f.bytes)
	return f
}

func (f *folded) take(r rune, at, size int) {
	out := string(r)
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', '\u00a0', '\u2009', '\u202f', '\u2028', '\u2029':
		if n := len(f.bytes); n == 0 || f.bytes[n-1] == ' ' {
			return
		}
		out = " "
	case '“', '”', '„', '«', '»', '‟':
		out = `"`
	case '‘', '’', '‚', '‛', '′':
		out = "'"
	case '–', '—', '‐', '‑', '−', '―':
		out = "-"
	case '…':
		out = "..."
	case '\u00ad', '\u200b', '\ufeff': // soft hyphens and the like
		return
	}
	for i := range len(out) {
		f.bytes = append(f.bytes, out[i])
		f.from = append(f.from, at)
		f.end = append(f.end, at+size)
	}
}

// find gives the first place of a folded quote, in bytes of the source.
func (f *folded) find(quote *folded) (span, bool) {
	if len(quote.bytes) == 0 {
		return span{}, false
	}
	i := strings.Index(f.text, quote.text)
	if i < 0 {
		return span{}, false
	}
	return span{f.from[i], f.end[i+len(quote.bytes)-1]}, true
}

// word is a word of a text in lower case, and where it stands.
type word struct {
	text string
	span
}

func words(s string) []word {
	var out []word
	start := -1
	for i, r := range s + " " {
		letter := r == '\'' || r == '’' || r >= '0' && r <= '9' || strings.ToLower(string(r)) != strings.ToUpper(string(r))
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out = append(out, word{strings.ToLower(s[start:i]), span{start, i}})
			start = -1
		}
	}
	return out
}

// longestQuote bounds the length, in words, of a passage shown as nearest.
const longestQuote = 60

// nearest gives the passage of as many words as the quote that has most of its
// words, or nothing if it has less than half of them.
func (f *folded) nearest(quote string) string {
	text, wanted := words(f.source), words(quote)
	n := min(len(wanted), longestQuote, len(text))
	if n == 0 {
		return ""
	}
	need := map[string]int{}
	for _, w := range wanted[:n] {
		need[w.text]++
	}
	have, best, at := 0, 0, 0
	for i, w := range text {
		if need[w.text]--; need[w.text] >= 0 {
			have++
		}
		if i >= n {
			if need[text[i-n].text]++; need[text[i-n].text] > 0 {
				have--
			}
		}
		if have > best {
			best, at = have, max(0, i-n+1)
		}
	}
	if 2*best < n {
		return ""
	}
	passage := span{text[at].from, text[min(at+n, len(text))-1].to}
	for _, s := range sentences(f.source) { // whole sentences are easier to quote from
		if s.from < passage.to && passage.from < s.to {
			passage = span{min(passage.from, s.from), max(passage.to, s.to)}
		}
	}
	const shown = 400
	return clipped(f.source[passage.from:passage.to], shown)
}

// uncovered warns about sentences of a source that nothing quotes, where
// something of it is quoted.
func (v *validator) uncovered(s *Source, covered []span) {
	if len(covered) == 0 {
		return
	}
	slices.SortFunc(covered, func(a, b span) int { return a.from - b.from })
	var open []string
	total, reach, next := 0, 0, 0 // reach is the furthest end of the quotes so far
	for _, sentence := range sentences(s.Text) {
		total++
		for ; next < len(covered) && covered[next].from < sentence.to; next++ {
			reach = max(reach, covered[next].to)
		}
		if reach <= sentence.from {
			open = append(open, "  “"+clipped(s.Text[sentence.from:sentence.to], 120)+"”")
		}
	}
	if len(open) == 0 {
		return
	}
	shown := open
	if len(shown) > 100 {
		shown = append(slices.Clone(open[:100]), fmt.Sprintf("  … and %d more", len(open)-100))
	}
	v.odd(&s.Meta, "file", "uncovered", "Sentences that nothing covers", called("source", s.ID),
		fmt.Sprintf("%d of the source's %d sentences are quoted by no claim and no statement:\n%s", len(open), total, strings.Join(shown, "\n")))
}

// clipped is a sentence on one line, its end left out if it is long.
func clipped(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// sentences splits a text at the ends of sentences and at empty lines. It is
// good enough to count; package reader splits with more care.
func sentences(s string) []span {
	var out []span
	start := 0
	emit := func(to int) {
		if len(words(s[start:to])) > 0 {
			out = append(out, span{start, to})
		}
		start = to
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n' && i+1 < len(s) && blankLine(s[i+1:]):
			emit(i + 1)
		case (s[i] == '.' || s[i] == '!' || s[i] == '?') && ends(s, start, i):
			emit(i + 1 + len(s[i+1:]) - len(strings.TrimLeft(s[i+1:], closing)))
			i = start - 1
		}
	}
	emit(len(s))
	return out
}

func blankLine(s string) bool {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSpace(line) == ""
}

// closing holds what may stand between a full stop and the blank behind it.
const closing = `"'”’)»`

// ends reports whether the stop at i ends a sentence: white space and a
// capital, a digit or a quotation mark follow, and no initial or short title
// stands before.
func ends(s string, start, i int) bool {
	rest := strings.TrimLeft(s[i+1:], closing)
	next := strings.TrimLeft(rest, " \t\r\n")
	if len(next) == len(rest) && next != "" {
		return false
	}
	before := s[start:i]
	last := strings.TrimLeft(before[strings.LastIndexAny(before, " \n\t")+1:], "(“\"")
	if len(last) == 1 && last >= "A" && last <= "Z" || slices.Contains([]string{"Mr", "Mrs", "Ms", "Dr", "Gen", "St", "U.S", "e.g", "i.e"}, last) {
		return false
	}
	for _, r := range next {
		return strings.ToLower(string(r)) != string(r) || strings.ContainsRune(`"'“‘„«0123456789`, r)
	}
	return true
}

// claim checks what would make a claim true.
func (v *validator) claim(c *Claim, measures []Measure) {
	name := called("claim", c.ID)
	if len(c.Tests) == 0 {
		v.errorAt(c.Range, "missing", "Missing block", name, "A claim needs at least one test block. What cannot be tested is a statement.")
	}
	for _, t := range c.Tests {
		v.test(t, name, measures)
	}
}

func (v *validator) test(t *Test, name string, measures []Measure) {
	o := v.w.Origin
	v.measure(t, name, measures)
	v.during(&t.Meta, "by", name, t.By, 1)
	if t.Against == "" && t.Value == nil && len(t.Without) == 0 && !o.failed(&t.Meta, "against") && !o.failed(&t.Meta, "without") {
		v.errorAt(t.Range, "missing", "Missing attribute", name, "A test needs what to compare with: against = scenario.NAME, against a number, or without = [\"channel\"].")
	}
	if t.Against != "" && t.Against == t.Under && len(t.Without) == 0 {
		v.wrong(&t.Meta, "against", "same", "Scenario against itself", name, "A scenario does not differ from itself; compare it with another.")
	}
	var channels []string
	for _, ch := range t.Without {
		if channels == nil {
			channels = v.w.channels()
		}
		if !slices.Contains(channels, ch) {
			v.suggest(&t.Meta, "without."+ch, "unknown-channel", "Unknown channel", name, fmt.Sprintf("No link has the channel %q.", ch), ch, channels)
		}
	}
}

func (v *validator) measure(t *Test, name string, measures []Measure) {
	if t.Measure == "" || len(measures) == 0 {
		return
	}
	if _, ok := slices.BinarySearchFunc(measures, t.Measure, func(m Measure, n string) int { return strings.Compare(m.Name, n) }); ok {
		return
	}
	parts := strings.Split(t.Measure, ".")
	if len(parts) > 1 {
		for _, kind := range []string{"theatre", "actor", "support", "flow", "body"} {
			if o := v.w.Origin; o.lost(kind + "." + parts[1]) {
				return
			}
		}
	}
	var names, same []string
	for _, m := range measures {
		names = append(names, m.Name)
		if strings.HasPrefix(m.Name, parts[0]+".") {
			same = append(same, m.Name)
		}
	}
	detail := fmt.Sprintf("This world has no measure %q.", t.Measure)
	if len(same) > 0 {
		detail += fmt.Sprintf(" Of %s it has: %s.", parts[0], listed(same))
	}
	v.suggest(&t.Meta, "measure", "unknown-measure", "Unknown measure", name, detail, t.Measure, names)
}

// channels lists the labels by which links can be cut.
func (w *World) channels() []string {
	var out []string
	for _, s := range w.sites() {
		if a := s.block.Attribute("channel"); a != nil {
			out = append(out, s.field(a).String())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// unused warns about what nothing refers to.
func (v *validator) unused() {
	for _, t := range v.w.Theatres {
		v.use("actor", t.Challenger, t.Defender)
	}
	for _, s := range v.sites {
		if s.parent == nil || s.parent.parent != nil || v.used[s.path] {
			continue
		}
		switch s.block.Name {
		case "kind", "actor", "quantity", "source", "body":
			v.warnAt(s.meta.Range, "unused", "Never used", s.name(), fmt.Sprintf("Nothing refers to %s.", s.path))
		}
	}
}

func (v *validator) use(kind string, ids ...string) {
	for _, id := range ids {
		v.used[kind+"."+id] = true
	}
}

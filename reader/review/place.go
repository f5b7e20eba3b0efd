package review

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// around is how many code points before and behind a stretch are told with it.
const around = 32

// mostPlaces bounds how many places of the same words are weighed against each other.
const mostPlaces = 1000

// page is a text to find stretches in: with runs of white space made one blank, so that
// lines broken elsewhere in a later edition are the same words.
type page struct {
	text  string
	flat  string
	at    []int // of each byte of flat, the byte of text
	marks []mark
}

// mark is a byte of the text at which a code point begins, and how many go before it.
type mark struct{ at, points int }

const markEvery = 1024

func newPage(text string) *page {
	p := &page{text: text}
	var flat strings.Builder
	flat.Grow(len(text))
	p.at = make([]int, 0, len(text))
	points, blank := 0, true
	for i := 0; i < len(text); {
		if i >= len(p.marks)*markEvery {
			p.marks = append(p.marks, mark{i, points})
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		points++
		switch {
		case !unicode.IsSpace(r):
			blank = false
			flat.WriteString(text[i : i+size])
			for k := range size {
				p.at = append(p.at, i+k)
			}
		case !blank:
			blank = true
			flat.WriteByte(' ')
			p.at = append(p.at, i)
		}
		i += size
	}
	p.flat = flat.String()
	return p
}

// point is how many code points stand before a byte.
func (p *page) point(at int) int {
	m := p.before(func(m mark) bool { return m.at > at })
	return m.points + utf8.RuneCountInString(p.text[m.at:at])
}

// byteAt is the byte at which a code point begins, or −1 behind the end.
func (p *page) byteAt(point int) int {
	if point < 0 {
		return -1
	}
	m := p.before(func(m mark) bool { return m.points > point })
	n := m.points
	for i := range p.text[m.at:] {
		if n == point {
			return m.at + i
		}
		n++
	}
	if n == point {
		return len(p.text)
	}
	return -1
}

// before is the last mark that is not behind a place.
func (p *page) before(behind func(mark) bool) mark {
	if k := sort.Search(len(p.marks), func(k int) bool { return behind(p.marks[k]) }); k > 0 {
		return p.marks[k-1]
	}
	return mark{}
}

// anchor is the stretch between two bytes.
func (p *page) anchor(start, end int) Anchor {
	before, behind := start, end
	for n := 0; n < around && before > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(p.text[:before])
		before -= size
	}
	for n := 0; n < around && behind < len(p.text); n++ {
		_, size := utf8.DecodeRuneInString(p.text[behind:])
		behind += size
	}
	from := p.point(start)
	return Anchor{
		Quote: p.text[start:end], Prefix: p.text[before:start], Suffix: p.text[end:behind], Start: from, End: from + utf8.RuneCountInString(p.text[start:end]),
	}
}

// flattened has runs of white space made one blank; at its ends they are kept as one.
func flattened(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}

// place finds the words of an anchor: of several places that with the most alike around it,
// of those the nearest.
func (p *page) place(a *Anchor) (Anchor, bool) {
	quote := strings.TrimSpace(flattened(a.Quote))
	if quote == "" {
		return Anchor{}, false
	}
	prefix, suffix := flattened(a.Prefix), flattened(a.Suffix)
	best, alikeBest, farBest := -1, -1, 0
	for from, n := 0, 0; n < mostPlaces; n++ {
		i := strings.Index(p.flat[from:], quote)
		if i < 0 {
			break
		}
		i += from
		from = i + 1
		alike := alikeAround(prefix, suffix, p.flat[:i], p.flat[i+len(quote):])
		if alike < alikeBest {
			continue
		}
		far := p.point(p.at[i]) - a.Start
		if far = max(far, -far); alike > alikeBest || far < farBest {
			best, alikeBest, farBest = i, alike, far
		}
	}
	if best < 0 {
		return Anchor{}, false
	}
	return p.anchor(p.at[best], p.at[best+len(quote)-1]+1), true
}

// placeAll finds several stretches, in order; none if one of them is gone.
func (p *page) placeAll(of []Anchor) ([]Anchor, bool) {
	var found []Anchor
	for i := range of {
		span, ok := p.place(&of[i])
		if !ok {
			return nil, false
		}
		found = append(found, span)
	}
	slices.SortFunc(found, func(x, y Anchor) int { return x.Start - y.Start })
	return found, len(found) > 0
}

// alikeAround is how many bytes before and behind a stretch are the same.
func alikeAround(prefix, suffix, before, behind string) int {
	n := 0
	for i := 1; i <= len(prefix) && i <= len(before) && prefix[len(prefix)-i] == before[len(before)-i]; i++ {
		n++
	}
	for i := 0; i < len(suffix) && i < len(behind) && suffix[i] == behind[i]; i++ {
		n++
	}
	return n
}

// alike compares what stands around two anchors.
func alike(a, b *Anchor) int {
	return alikeAround(flattened(a.Prefix), flattened(a.Suffix), flattened(b.Prefix), flattened(b.Suffix))
}

// shared is what two lists of spans have in common of what either has, between 0 and 1.
func shared(a, b []Anchor) float64 {
	both, all := 0, 0
	for i := range a {
		all += a[i].End - a[i].Start
		for k := range b {
			both += max(0, min(a[i].End, b[k].End)-max(a[i].Start, b[k].Start))
		}
	}
	for k := range b {
		all += b[k].End - b[k].Start
	}
	if all == both {
		return 0
	}
	return float64(both) / float64(all-both)
}

// inOrder sorts by place in the text, statements before relations of the same place.
func inOrder[T any](list []T, item func(*T) *Item) {
	slices.SortStableFunc(list, func(a, b T) int {
		x, y := item(&a), item(&b)
		return cmp.Or(cmp.Compare(x.Spans[0].Start, y.Spans[0].Start), cmp.Compare(rank(x.Kind), rank(y.Kind)), cmp.Compare(x.Spans[0].End, y.Spans[0].End))
	})
}

func rank(k Kind) int { return slices.Index([]Kind{Statement, Suggested, Relation}, k) }

// mostWords bounds the words of a quote that a near place is looked for with.
const mostWords = 200

// nearest finds where most words in a row of a quote stand, and takes about as many words
// there as the quote has, within the paragraph.
func (p *page) nearest(quote string) (Anchor, bool) {
	wanted := spans(quote)
	if len(wanted) > mostWords {
		wanted = wanted[:mostWords]
	}
	places := map[string][]int{}
	for i, w := range wanted {
		word := strings.ToLower(quote[w[0]:w[1]])
		places[word] = append(places[word], i)
	}
	have := spans(p.text)
	longest, endHave, endWanted := 0, 0, 0
	before, now := make([]int, len(wanted)+1), make([]int, len(wanted)+1)
	for i, w := range have {
		clear(now)
		for _, k := range places[strings.ToLower(p.text[w[0]:w[1]])] {
			now[k+1] = before[k] + 1
			if now[k+1] > longest {
				longest, endHave, endWanted = now[k+1], i, k
			}
		}
		before, now = now, before
	}
	if longest < 3 && 2*longest < len(wanted) || longest == 0 {
		return Anchor{}, false
	}
	first, last := endHave-endWanted, endHave+len(wanted)-1-endWanted
	start, end := endHave-longest+1, endHave
	for start > max(first, 0) && !strings.Contains(p.text[have[start-1][1]:have[start][0]], "\n\n") {
		start--
	}
	for end < min(last, len(have)-1) && !strings.Contains(p.text[have[end][1]:have[end+1][0]], "\n\n") {
		end++
	}
	return p.anchor(have[start][0], have[end][1]), true
}

// spans are the bytes from which to which words go.
func spans(s string) [][2]int {
	var list [][2]int
	start := -1
	for i, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’'
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			list = append(list, [2]int{start, i})
			start = -1
		}
	}
	if start >= 0 {
		list = append(list, [2]int{start, len(s)})
	}
	return list
}

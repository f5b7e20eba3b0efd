package gazetteer

import (
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// Form says how a name stands for its entry.
type Form uint8

// The forms of a name.
const (
	Named     Form = iota // by its name: "Ukraine", "Hezbollah", "Trump"
	Demonym               // by an adjective or a people: "Ukrainian"
	City                  // by a city: "Kyiv"
	Seat                  // by its seat of government: "the Kremlin"
	RoleWord              // a role: "soldiers"
	RoleTitle             // a role that opens a name: "Senator"
	RoleHead              // a role that stands for the government: "president"
)

// Sense is one reading of a name.
type Sense struct {
	Entry *Entry
	Form  Form
}

// Gazetteer finds entries by the words of their names. It never changes, and
// many may use it at once.
type Gazetteer struct {
	entries []*Entry
	words   map[string]int32 // by lower case
	next    map[edge]int32
	nodes   []node
	longest int // bytes of the longest word
}

// edge is a step of the trie: from a node by a word.
type edge struct{ node, word int32 }

type node struct {
	senses []Sense
	names  []string // the spelling of each sense
}

// Default is the gazetteer of the built-in entries.
var Default = sync.OnceValue(func() *Gazetteer {
	return build(builtIn())
})

// With is a gazetteer that knows more entries, which come before those it knew
// already. The error tells of the first entry that cannot be used.
func (g *Gazetteer) With(entries ...Entry) (*Gazetteer, error) {
	all := make([]*Entry, 0, len(entries)+len(g.entries))
	for i := range entries {
		e := entries[i]
		if err := e.Check(); err != nil {
			return nil, err
		}
		all = append(all, &e)
	}
	return build(append(all, g.entries...)), nil
}

// Entries are all entries in their order. They belong to the gazetteer.
func (g *Gazetteer) Entries() []*Entry { return slices.Clone(g.entries) }

func build(entries []*Entry) *Gazetteer {
	g := &Gazetteer{entries: entries, words: map[string]int32{}, next: map[edge]int32{}, nodes: make([]node, 1)}
	for _, e := range entries {
		g.add(e, Named, e.Name)
		if e.Kind == Role {
			g.addRole(e)
			continue
		}
		g.add(e, Named, e.Also...)
		g.add(e, Demonym, e.Demonyms...)
		g.add(e, City, e.Cities...)
		g.add(e, Seat, e.Seats...)
	}
	return g
}

func (g *Gazetteer) addRole(e *Entry) {
	for _, word := range e.Also {
		form := RoleWord
		switch {
		case slices.Contains(e.Heads, word):
			form = RoleHead
		case slices.Contains(e.Titles, word):
			form = RoleTitle
		}
		g.add(e, form, word)
	}
}

func (g *Gazetteer) add(e *Entry, form Form, names ...string) {
	for _, name := range names {
		at := int32(0)
		for word := range strings.FieldsSeq(strings.ReplaceAll(name, "s' ", "s ' ")) {
			id := g.word(strings.ToLower(word))
			step := edge{at, id}
			to, ok := g.next[step]
			if !ok {
				to = int32(len(g.nodes)) //nolint:gosec // a gazetteer has far fewer words than two thousand million
				g.nodes = append(g.nodes, node{})
				g.next[step] = to
			}
			at = to
		}
		if at == 0 {
			continue
		}
		n := &g.nodes[at]
		n.senses = append(n.senses, Sense{Entry: e, Form: form})
		n.names = append(n.names, name)
	}
}

func (g *Gazetteer) word(lower string) int32 {
	id, ok := g.words[lower]
	if !ok {
		id = int32(len(g.words))
		g.words[lower] = id
		g.longest = max(g.longest, len(lower))
	}
	return id
}

// Longest finds the longest name that begins with the first of some words, as
// they stand in a text. It gives the name's senses and its length in words; a
// length of zero means that no name begins here. The senses are shared and
// must not be changed.
func (g *Gazetteer) Longest(words []string) (senses []Sense, length int) {
	at := int32(0)
	for i, word := range words {
		id, ok := g.find(word)
		if !ok {
			break
		}
		if at, ok = g.next[edge{at, id}]; !ok {
			break
		}
		if n := &g.nodes[at]; len(n.senses) > 0 {
			if fit := n.fitting(words[:i+1]); len(fit) > 0 {
				senses, length = fit, i+1
			}
		}
	}
	return senses, length
}

// find looks a word up without regard to case.
func (g *Gazetteer) find(word string) (int32, bool) {
	if len(word) > g.longest {
		return 0, false
	}
	var buffer [64]byte
	lower := buffer[:0]
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf || len(word) > len(buffer) {
			id, ok := g.words[strings.ToLower(word)]
			return id, ok
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower = append(lower, c)
	}
	id, ok := g.words[string(lower)]
	return id, ok
}

// fitting are the senses whose spelling the words allow.
func (n *node) fitting(words []string) []Sense {
	all := true
	for i := range n.senses {
		if !n.senses[i].fits(n.names[i], words) {
			all = false
		}
	}
	if all {
		return n.senses
	}
	var out []Sense
	for i, s := range n.senses {
		if s.fits(n.names[i], words) {
			out = append(out, s)
		}
	}
	return out
}

// fits keeps "us" apart from the US, and "turkey" from Turkey: roles come in
// any case, abbreviations only as they are written, names with a capital. Only
// states and their cities are known in small letters too, unless the word
// means something else.
func (s Sense) fits(name string, words []string) bool {
	if s.Form >= RoleWord {
		return true
	}
	if abbreviation(name) {
		return name == words[0] || strings.Contains(name, " ")
	}
	for _, word := range words {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			return true
		}
	}
	if name == words[0] && len(words) == 1 {
		return true
	}
	if mixed(words[0]) {
		return s.Entry.Kind == State
	}
	return s.Entry.Kind == State && s.Form != Demonym && !everyday[words[0]]
}

// abbreviation reports whether a name has no small letters.
func abbreviation(name string) bool {
	return strings.ToUpper(name) == name
}

func mixed(word string) bool { return strings.ToLower(word) != word }

// everyday words are names as well when they are written with a capital.
var everyday = set("turkey china chad guinea jordan mali niger georgia chile male nice sucre bath praia lima sofia victoria kingston wellington hamilton roseau victoria orange florence sydney emirates america texas aden dakar berlin panama cuba singapore")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		out[word] = true
	}
	return out
}

// Lookup finds who is called a name on a day, those in office first and then
// those who left it last. The zero day means that the day is not known.
func (g *Gazetteer) Lookup(name string, on time.Time) []Sense {
	words := strings.Fields(name)
	senses, n := g.Longest(words)
	if n == 0 || n != len(words) {
		return nil
	}
	out := slices.Clone(senses)
	slices.SortStableFunc(out, func(a, b Sense) int { return b.rank(on).Compare(a.rank(on)) })
	return out
}

// Best is the first of the senses that [Gazetteer.Lookup] would put first.
func Best(senses []Sense, on time.Time) Sense {
	best := senses[0]
	for _, s := range senses[1:] {
		if s.rank(on).After(best.rank(on)) {
			best = s
		}
	}
	return best
}

// rank orders persons by how near their term is to the day; who is in office
// ranks with those whose office knows no term.
func (s Sense) rank(on time.Time) time.Time {
	e := s.Entry
	if e.Kind != Person || e.Held(on) {
		return forever
	}
	if !on.IsZero() && e.From.After(on) {
		return time.Time{} // not yet in office: last of all
	}
	return e.Until
}

var forever = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// Holder finds who holds an office of a state or body on a day: the president
// of "UKR", the foreign minister of "RUS". The zero day means now as far as the
// gazetteer knows.
func (g *Gazetteer) Holder(of, office string, on time.Time) (*Entry, bool) {
	for _, e := range g.entries {
		if e.Kind == Person && e.Of == of && e.Office == office && e.Held(on) {
			return e, true
		}
	}
	return nil, false
}

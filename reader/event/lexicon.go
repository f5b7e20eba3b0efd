package event

import (
	_ "embed" // the dictionary
	"strings"
	"sync"
)

var (
	//go:embed data/verbs.tsv
	verbsFile string
	//go:embed data/nouns.tsv
	nounsFile string
	//go:embed data/classes.tsv
	classesFile string
	//go:embed data/things.tsv
	thingsFile string
	//go:embed data/irregular.tsv
	irregularFile string
)

// frame is how a verb or noun of the dictionary is coded.
type frame struct {
	code, mode string
	preps      []string // where the target stands, in order
	obj        bool     // whether it may stand as the object
	sym        bool
	give, take bool
}

// form is what shape of a verb a word can be.
type form uint8

const (
	base form = 1 << iota
	present
	past
	participle
	gerund
)

// class is a set of classes of verbs that take other verbs.
type class uint32

const (
	say class = 1 << iota
	claim
	intend
	pledge
	agree
	schedule
	ask
	demand
	threaten
	refuse
	deny
	stop
	fail
	allow
	force
	help
	light
	other
)

var classNames = map[string]class{
	"say": say, "claim": claim, "intend": intend, "pledge": pledge, "agree": agree, "schedule": schedule, "ask": ask, "demand": demand,
	"threaten": threaten, "refuse": refuse, "deny": deny, "stop": stop, "fail": fail, "allow": allow, "force": force,
	"help": help, "light": light, "other": other,
}

// sense is one entry for a verb, with the particle it needs.
type sense struct {
	particle []string
	frame    *frame
	class    class
}

// verb is what the dictionary knows of a lemma.
type verb struct {
	lemma  string
	senses []sense
}

// inflected is a word as a form of verbs.
type inflected struct {
	verb  *verb
	forms form
}

type thing struct{ code, kind string }

type lexicon struct {
	forms   map[string]inflected
	nouns   map[string]*frame // by words in small letters
	things  map[string]thing
	phrases map[string]bool // first words of nouns and things of several words
}

var dictionary = sync.OnceValue(func() *lexicon {
	l := &lexicon{forms: map[string]inflected{}, nouns: map[string]*frame{}, things: map[string]thing{}, phrases: map[string]bool{}}
	verbs := map[string]*verb{}
	var order []string
	enter := func(words string, s sense) {
		if words == "" {
			return
		}
		lemma, rest, _ := strings.Cut(words, " ")
		if verbs[lemma] == nil {
			verbs[lemma] = &verb{lemma: lemma}
			order = append(order, lemma)
		}
		s.particle = strings.Fields(rest)
		v := verbs[lemma]
		v.senses = append(v.senses, s)
	}
	for _, f := range lines(verbsFile, 4) {
		fr := newFrame(f)
		for v := range strings.SplitSeq(f[3], ";") {
			enter(v, sense{frame: fr})
		}
	}
	for _, f := range lines(classesFile, 2) {
		for v := range strings.SplitSeq(f[1], ";") {
			enter(v, sense{class: classNames[f[0]]})
		}
	}
	irregular := map[string][]string{}
	for line := range strings.Lines(irregularFile) {
		w := strings.Fields(line)
		irregular[w[0]] = w
	}
	for _, lemma := range order {
		l.inflect(verbs[lemma], irregular[lemma])
	}
	for _, f := range lines(nounsFile, 4) {
		fr := newFrame(f)
		for n := range strings.SplitSeq(f[3], ";") {
			if n != "" {
				l.nouns[n] = fr
				l.phrase(n)
			}
		}
	}
	for _, f := range lines(thingsFile, 3) {
		for n := range strings.SplitSeq(f[2], ";") {
			if _, known := l.things[n]; !known {
				l.things[n] = thing{f[0], f[1]}
				l.phrase(n)
			}
		}
	}
	return l
})

func (l *lexicon) phrase(words string) {
	if first, _, ok := strings.Cut(words, " "); ok {
		l.phrases[first] = true
	}
}

func lines(text string, fields int) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.SplitN(line, "|", fields)
		for len(f) < fields {
			f = append(f, "")
		}
		out = append(out, f)
	}
	return out
}

func newFrame(f []string) *frame {
	fr := &frame{code: f[0], mode: f[1]}
	for p := range strings.SplitSeq(f[2], ",") {
		switch p {
		case "":
		case "obj":
			fr.obj = true
		case "sym":
			fr.sym = true
		case "give":
			fr.give = true
		case "take":
			fr.take = true
		default:
			fr.preps = append(fr.preps, p)
		}
	}
	return fr
}

func (l *lexicon) inflect(v *verb, irregular []string) {
	put := func(word string, f form) {
		in := l.forms[word]
		if in.verb == nil || in.verb == v {
			l.forms[word] = inflected{v, in.forms | f}
		}
	}
	if irregular != nil {
		put(irregular[0], base)
		put(irregular[1], present)
		put(irregular[2], past)
		put(irregular[3], participle)
		put(irregular[4], gerund)
		for _, more := range irregular[5:] {
			put(more, past)
		}
		return
	}
	w := v.lemma
	put(w, base)
	end := w[len(w)-1]
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	switch {
	case end == 'e':
		put(w+"s", present)
		put(w+"d", past|participle)
		put(w[:len(w)-1]+"ing", gerund)
	case end == 'y' && !vowel(w[len(w)-2]):
		put(w[:len(w)-1]+"ies", present)
		put(w[:len(w)-1]+"ied", past|participle)
		put(w+"ing", gerund)
	case end == 's' || end == 'x' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		put(w+"es", present)
		put(w+"ed", past|participle)
		put(w+"ing", gerund)
	default:
		put(w+"s", present)
		if len(w) > 2 && vowel(w[len(w)-2]) && !vowel(w[len(w)-3]) && !vowel(end) && end != 'w' {
			put(w+string(end)+"ed", past|participle) // both "travelled" and "traveled"
			put(w+string(end)+"ing", gerund)
		}
		put(w+"ed", past|participle)
		put(w+"ing", gerund)
	}
}

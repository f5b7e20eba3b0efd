package review

import (
	"fmt"
	"strings"
	"unicode"
)

// Person is somebody that a world knows.
type Person struct{ ID, Name string }

// Known is what a world has already, so that nothing is named twice.
type Known struct {
	Persons    []Person
	Statements map[string]string // by their words: what they are, such as claim.x
	Taken      map[string]bool   // names of blocks, such as statement.x
}

// Blocks writes the accepted statements as blocks of a world file: the words as they stand
// in the text, and the person who speaks, with a block where the world has none of that
// name. What the world quotes already, and accepted relations, are comments.
func Blocks(q *Queue, known Known) string {
	b := &blocks{q: q, known: known, people: map[string]string{}, used: map[string]bool{}, quoted: map[string]string{}}
	for _, p := range known.Persons {
		if _, twice := b.people[plainWords(p.Name)]; !twice {
			b.people[plainWords(p.Name)] = p.ID
		}
	}
	for words, is := range known.Statements {
		b.quoted[plainWords(words)] = is
	}
	fmt.Fprintf(&b.out, "# What was accepted in the review of source %q.\n", q.Source)
	for i := range q.Items {
		if e := &q.Items[i]; e.State == Accepted && e.Kind != Relation {
			b.statement(e)
		}
	}
	for i := range q.Items {
		if e := &q.Items[i]; e.State == Accepted && e.Kind == Relation {
			r := e.Relation
			if r == nil {
				fmt.Fprintf(&b.out, "\n# relation: %s\n", e.Quote)
				continue
			}
			fmt.Fprintf(&b.out, "\n# relation, %s: %s → %s, %s %s: %s\n", r.Realis, orUnknown(r.From), orUnknown(r.To), r.PLOVER, r.CAMEO, e.Quote)
		}
	}
	return b.out.String()
}

type blocks struct {
	q      *Queue
	known  Known
	out    strings.Builder
	people map[string]string // ids by name
	used   map[string]bool
	quoted map[string]string // what quotes the same words
}

// statement writes an item: one block for what stands in a paragraph, with what the
// reporter put between its parts, since a quote is one stretch of the text.
func (b *blocks) statement(e *Entry) {
	for _, words := range b.q.pieces(e) {
		if is, twice := b.quoted[plainWords(words)]; twice {
			fmt.Fprintf(&b.out, "\n# there is %s already: %s\n", is, oneLine(words))
			continue
		}
		who := b.person(e.Speaker)
		id := b.free("statement", "claim", words, 48)
		b.quoted[plainWords(words)] = "statement." + id
		if who == "" {
			fmt.Fprintf(&b.out, "\nstatement %q {\n  source = source.%s\n  quote  = %s\n}\n", id, b.q.Source, quoted(words))
			continue
		}
		fmt.Fprintf(&b.out, "\nstatement %q {\n  source  = source.%s\n  quote   = %s\n  speaker = person.%s\n}\n", id, b.q.Source, quoted(words), who)
	}
}

// pieces are the words of an accepted item, whole stretches of the text. Those that a
// person chose are left exactly as chosen.
func (q *Queue) pieces(e *Entry) []string {
	var list []string
	for i := 0; i < len(e.Spans); {
		from, to := q.page.byteAt(e.Spans[i].Start), q.page.byteAt(e.Spans[i].End)
		for i++; i < len(e.Spans) && !strings.Contains(q.page.text[to:max(to, q.page.byteAt(e.Spans[i].Start))], "\n\n"); i++ {
			to = max(to, q.page.byteAt(e.Spans[i].End))
		}
		words := q.page.text[from:to]
		if !e.Edited {
			words = bare(words)
		}
		if plainWords(words) != "" {
			list = append(list, words)
		}
	}
	return list
}

// bare are words without the quotation marks around them and what ties them to their sentence.
func bare(words string) string {
	const marks = "“”\"„«»"
	trimmed := strings.TrimSpace(words)
	if strings.IndexAny(trimmed, marks) == 0 && !strings.ContainsAny(strings.Trim(trimmed, marks), marks) {
		trimmed = strings.Trim(trimmed, marks)
	}
	return strings.TrimSpace(strings.TrimRight(strings.TrimPrefix(strings.TrimSpace(trimmed), "that "), ",;: "))
}

// person is the id of who speaks; a block is written where there is none yet.
func (b *blocks) person(name string) string {
	key := plainWords(name)
	if key == "" {
		return ""
	}
	if id, ok := b.people[key]; ok {
		return id
	}
	id := b.free("person", "person", name, 40)
	b.people[key] = id
	fmt.Fprintf(&b.out, "\nperson %q {\n  name = %s\n}\n", id, quoted(oneLine(name)))
	return id
}

// free is an id made of words that no block of two kinds has.
func (b *blocks) free(kind, other, words string, most int) string {
	id := slug(words, most)
	for n := 2; b.used[kind+"."+id] || b.known.Taken[kind+"."+id] || b.known.Taken[other+"."+id]; n++ {
		id = fmt.Sprintf("%s-%d", slug(words, most), n)
	}
	b.used[kind+"."+id] = true
	return id
}

// slug is an id made of the first words.
func slug(words string, most int) string {
	var id strings.Builder
	for word := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool {
		return r >= unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if id.Len()+1+len(word) > most && id.Len() > 0 {
			break
		}
		if id.Len() > 0 {
			id.WriteByte('-')
		}
		id.WriteString(word[:min(len(word), most)])
	}
	if id.Len() == 0 || !unicode.IsLetter(rune(id.String()[0])) {
		return strings.TrimSuffix("said-"+id.String(), "-")
	}
	return id.String()
}

// quoted writes a string as world files do.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(s) + `"`
}

func orUnknown(name string) string {
	if name == "" {
		return "?"
	}
	return name
}

package draft

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"parley/reader"
	"parley/reader/event"
)

// Source is the document that was read.
type Source struct {
	ID, Title, Publisher string
	Published            time.Time // zero if not known
	File                 string    // the name under which its text stands beside the world files
}

// World drafts the files of a world, by name; the source's own text is among them.
// Statements that an assistant proposes follow those of the reading, each marked as such.
func World(s *Source, r *reader.Reading, proposed ...reader.Statement) map[string]string {
	d := &drafting{s: s, r: r, persons: map[string]string{}, actors: map[string]actor{}, used: map[string]bool{}}
	links, statements := d.links(), d.statements(proposed)
	return map[string]string{
		s.File: r.Text, "world.hcl": d.world(), "actors.hcl": d.actorBlocks(), "statements.hcl": statements, "links.hcl": links,
	}
}

// drafting is the work of [World].
type drafting struct {
	s       *Source
	r       *reader.Reading
	persons map[string]string // id by name
	actors  map[string]actor  // by id
	used    map[string]bool   // ids of statements

	scenarios strings.Builder
}

type actor struct{ name, code string }

// quoted writes a string as world files do.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(s) + `"`
}

// oneLine is a text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// slug is an id made of words.
func slug(words string, most int) string {
	var b strings.Builder
	for _, r := range strings.ToLower(words) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-") && (unicode.IsSpace(r) || r == '-'):
			b.WriteByte('-')
		}
		if b.Len() >= most {
			break
		}
	}
	id := strings.Trim(b.String(), "-")
	if id == "" || !unicode.IsLetter(rune(id[0])) {
		return "x" + id
	}
	return id
}

// unique makes an id that no other block of its kind has.
func (d *drafting) unique(id string) string {
	free := id
	for n := 2; d.used[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	d.used[free] = true
	return free
}

// world is the block of the world, the source, and what a world needs besides.
func (d *drafting) world() string {
	var b strings.Builder
	start, published := `# fill: start = "2024-12"`, ""
	if !d.s.Published.IsZero() {
		start = `start   = "` + d.s.Published.Format("2006-01") + `"`
		published = `  published = "` + d.s.Published.Format("2006-01-02") + "\"\n"
	}
	fmt.Fprintf(&b, "# A draft, made from the text in %s. Comments that begin with \"fill\" stand for what the text does not say.\n\n", d.s.File)
	fmt.Fprintf(&b, "world {\n  title   = %s\n  %s\n  period  = \"quarter\"\n  horizon = \"10 years\"\n}\n\n", quoted(oneLine(d.s.Title)), start)
	fmt.Fprintf(&b, "source %q {\n  title     = %s\n  file      = %s\n%s", d.s.ID, quoted(oneLine(d.s.Title)), quoted(d.s.File), published)
	if d.s.Publisher != "" {
		fmt.Fprintf(&b, "  publisher = %s\n", quoted(oneLine(d.s.Publisher)))
	}
	b.WriteString("}\n\n# fill: at least one theatre with its kinds of means\n\n")
	b.WriteString("scenario \"current\" {\n  title = \"The current course\"\n}\n" + d.scenarios.String())
	return b.String()
}

// pronouns that stand for nobody who is known are no persons.
var pronouns = map[string]bool{"who": true, "he": true, "she": true, "it": true, "they": true, "i": true, "we": true, "you": true, "him": true, "her": true, "them": true}

// speaker is the id of a person, who is noted.
func (d *drafting) speaker(m *reader.Mention) string {
	if m == nil || m.Name == "" || pronouns[strings.ToLower(m.Name)] {
		return ""
	}
	if id, ok := d.persons[m.Name]; ok {
		return id
	}
	id := slug(m.Name, 40)
	for n := 2; slices.Contains(slices.Collect(maps.Values(d.persons)), id); n++ {
		id = fmt.Sprintf("%s-%d", slug(m.Name, 40), n)
	}
	d.persons[m.Name] = id
	return id
}

// Statements of these stances are true or false of the world, and so may be claims.
var testable = []reader.Stance{reader.Says, reader.Argues, reader.Believes, reader.Warns}

// statements writes what is said: as claims where it is conditional and so proposes a
// test, else as context.
func (d *drafting) statements(proposed []reader.Statement) string {
	var b strings.Builder
	all := slices.Concat(d.r.Statements, proposed)
	for i := range all {
		st, by := &all[i], ""
		if i >= len(d.r.Statements) {
			by = "# proposed by the assistant\n"
		}
		words := d.words(st)
		if words == "" {
			continue
		}
		kind, claim := "statement", by == "" && st.Condition != nil && slices.Contains(testable, st.Stance)
		if claim {
			kind = "claim"
		}
		fmt.Fprintf(&b, "%s%s %q {\n  source  = source.%s\n  quote   = %s\n", by, kind, d.unique(slug(words, 48)), d.s.ID, quoted(words))
		if who := d.speaker(st.Speaker); who != "" {
			fmt.Fprintf(&b, "  speaker = person.%s\n", who)
		}
		if claim {
			d.claim(&b, st)
		}
		b.WriteString("}\n\n")
	}
	return b.String()
}

// words are a statement's own, in one piece, as they stand in the text.
func (d *drafting) words(st *reader.Statement) string {
	words := st.Content[0].In(d.r.Text)
	for _, mark := range []string{"“", "”", `"`, "''"} {
		words = strings.TrimSuffix(strings.TrimPrefix(words, mark), mark)
	}
	words = strings.TrimSpace(strings.TrimRight(strings.TrimPrefix(words, "that "), ",;"))
	if strings.ContainsRune(words, '\n') || len(strings.Fields(words)) < 2 {
		return ""
	}
	return words
}

// claim writes what makes a claim of a conditional: the scenario and the test that it
// proposes.
func (d *drafting) claim(b *strings.Builder, st *reader.Statement) {
	if len(st.Hedges) > 0 {
		fmt.Fprintf(b, "  hedge   = %s\n", quoted(st.Hedges[0].In(d.r.Text)))
	}
	if st.Addressee != nil {
		fmt.Fprintf(b, "  to      = %s\n", quoted(oneLine(st.Addressee.Span.In(d.r.Text))))
	}
	if st.Gloss != nil {
		fmt.Fprintf(b, "  gloss   = %s\n", quoted("the reporter: "+oneLine(st.Gloss.In(d.r.Text))))
	}
	condition := oneLine(st.Condition.If.In(d.r.Text))
	id := d.unique("if-" + slug(strings.TrimPrefix(strings.ToLower(condition), "if "), 40))
	fmt.Fprintf(&d.scenarios, "\nscenario %q {\n  title = %s\n  # fill: the actions, such as at \"2025-03-01\" { settle \"…\" { … } }\n}\n", id, quoted(condition))
	b.WriteString("  test {\n")
	if !st.Condition.Then.Empty() {
		fmt.Fprintf(b, "    # what is then to be seen: %s\n", oneLine(st.Condition.Then.In(d.r.Text)))
	}
	fmt.Fprintf(b, "    # fill: measure = \"war.…\"\n    under   = scenario.%s\n    against = scenario.current\n    # fill: expect = \"higher\", \"lower\" or \"within\"\n  }\n", id)
}

// gives are the kinds of what is handed over that a flow can carry.
var gives = map[string]string{"arms": "kind.arms", "technology": "technology(kind.arms)", "money": "money"}

// links writes the flows that events suggest, each with its words.
func (d *drafting) links() string {
	var b strings.Builder
	done := map[string]bool{}
	for i := range d.r.Events {
		e := &d.r.Events[i]
		what, carries := gives[e.Given.Kind]
		if !carries || e.Realis == event.Denied {
			continue
		}
		from, to := d.actor(&e.Source), d.actor(&e.Target)
		id := from + "-" + e.Given.Kind + "-" + to
		if from == "" || to == "" || from == to || done[id] {
			continue
		}
		done[id] = true
		fmt.Fprintf(&b, "# %s: %s\nflow %q {\n  from     = actor.%s\n  to       = actor.%s\n  gives    = %s\n  # fill: rate = between(…, …)\n  evidence = [source.%s]\n}\n\n",
			e.Realis, oneLine(d.r.Text[e.Span.Start:e.Span.End]), id, from, to, what, d.s.ID)
	}
	head := ""
	if strings.Contains(b.String(), "kind.arms") {
		head = "kind \"arms\" { name = \"arms\" }\n\n"
	}
	return head + b.String() + d.proposals()
}

// actor is the id of an actor that an event names, who is noted: a state by its code, its
// government and forces with it, others by their names.
func (d *drafting) actor(a *event.Actor) string {
	if len(a.Code) < 3 || strings.HasPrefix(a.Code, "---") || a.Name == "" {
		return ""
	}
	role := a.Code[3:]
	id, code := strings.ToLower(a.Code[:3]), a.Code[:3]
	if role != "" && !strings.HasPrefix(role, "GOV") && !strings.HasPrefix(role, "MIL") {
		id, code = slug(a.Name, 30), ""
	}
	if old, known := d.actors[id]; !known || role == "" && len(old.name) > len(a.Name) {
		d.actors[id] = actor{a.Name, code}
	}
	return id
}

// actorBlocks writes the actors and the persons.
func (d *drafting) actorBlocks() string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(d.actors)) {
		a := d.actors[id]
		if a.code == "" {
			fmt.Fprintf(&b, "actor %q {\n  name = %s\n  type = \"group\"\n}\n\n", id, quoted(oneLine(a.name)))
			continue
		}
		fmt.Fprintf(&b, "actor %q {\n  name = %s\n  type = \"state\"\n  code = %q\n}\n\n", id, quoted(oneLine(a.name)), a.code)
	}
	for _, name := range slices.Sorted(maps.Keys(d.persons)) {
		fmt.Fprintf(&b, "person %q {\n  name = %s\n}\n\n", d.persons[name], quoted(oneLine(name)))
	}
	return b.String()
}

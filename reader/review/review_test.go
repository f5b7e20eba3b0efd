package review_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"parley"
	"parley/reader"
	"parley/reader/event"
	"parley/reader/gazetteer"
	"parley/reader/review"
)

var (
	noon  = time.Date(2024, 12, 3, 12, 0, 0, 0, time.UTC)
	coder = event.NewCoder(gazetteer.Default())
)

func items(text string) []review.Item {
	return review.Items(reader.ReadWith(text, reader.Options{Coder: coder, On: noon}))
}

// desk is a log that grows as somebody decides.
type desk struct {
	t    testing.TB
	text string
	log  []review.Decision
}

func (d *desk) queue() *review.Queue { return review.Apply("s", items(d.text), d.log, d.text) }

func (d *desk) do(x review.Decision) {
	d.t.Helper()
	x, err := d.queue().Prepare(x, noon)
	if err != nil {
		d.t.Fatalf("%+v: %v", x, err)
	}
	line, err := x.Line()
	if err != nil {
		d.t.Fatal(err)
	}
	read, problems := review.ReadLog(line)
	if len(problems) > 0 || len(read) != 1 {
		d.t.Fatalf("%s: %v", line, problems)
	}
	d.log = append(d.log, read...)
}

// find is the item whose words begin so.
func (d *desk) find(words string) *review.Entry {
	d.t.Helper()
	q := d.queue()
	for i := range q.Items {
		if strings.HasPrefix(q.Items[i].Quote, words) {
			return &q.Items[i]
		}
	}
	d.t.Fatalf("no item begins with %q: %+v", words, q.Items)
	return nil
}

func span(text, words string) *review.Anchor {
	at := strings.Index(text, words)
	start := len([]rune(text[:at]))
	return &review.Anchor{Start: start, End: start + len([]rune(words))}
}

const bridges = "Anna Berg said that the bridge would öpen in May.\n\nThe mayor vowed to paint the old bridge.\n\n" +
	"Carl Holt warned that the river might rise.\n\nRussia sends drones to Iran."

// TestEditionsKeepDecisions: an hour of review would be lost when the newspaper corrects a
// paragraph.
func TestEditionsKeepDecisions(t *testing.T) {
	d := &desk{t: t, text: bridges}
	d.do(review.Decision{Item: d.find("that the bridge").ID, Do: review.Edit, Span: span(bridges, "the bridge would öpen")})
	d.do(review.Decision{Item: d.find("the bridge").ID, Do: review.Accept})
	who := "Lord Mayor"
	d.do(review.Decision{Item: d.find("to paint").ID, Do: review.Speak, Speaker: &who})
	d.do(review.Decision{Item: d.find("that the river").ID, Do: review.Reject, Why: "weather"})
	for name, text := range map[string]string{
		"as it was":     bridges,
		"before":        "A new lead, written later.\n\n" + bridges,
		"between":       strings.Replace(bridges, "\n\nCarl", "\n\nMore on this: Ida Moe said that trains run.\n\nCarl", 1),
		"lines broken":  strings.ReplaceAll(bridges, "bridge would", "bridge\n   would"),
		"who and cue":   strings.Replace(bridges, "Carl Holt warned", "The engineer Holt has warned", 1),
		"other words":   strings.Replace(bridges, "öpen in May", "öpen in late June", 1),
		"without drone": strings.Replace(bridges, "\n\nRussia sends drones to Iran.", "", 1),
	} {
		d.text = text
		got := map[review.State][]string{}
		for _, e := range d.queue().Items {
			got[e.State] = append(got[e.State], e.Quote)
		}
		if want := []string{"the bridge would öpen"}; !slices.Equal(got[review.Accepted], want) {
			t.Errorf("%s: accepted %q", name, got[review.Accepted])
		}
		if want := []string{"that the river might rise"}; !slices.Equal(got[review.Rejected], want) {
			t.Errorf("%s: rejected %q", name, got[review.Rejected])
		}
		if e := d.find("to paint"); e.Speaker != who || !e.Respoken || e.State != review.Open {
			t.Errorf("%s: %+v", name, e)
		}
		if q := d.queue(); len(q.Lost) != 0 {
			t.Errorf("%s: lost %+v", name, q.Lost)
		}
	}
	// The chosen words are gone: they are named, and nothing else is accepted in their place.
	d.text = strings.Replace(bridges, "would öpen", "will be opened", 1)
	q := d.queue()
	if len(q.Lost) != 1 || q.Lost[0].Words != "the bridge would öpen" || q.Counts.Accepted != 0 || q.Counts.Rejected != 1 {
		t.Errorf("%+v %+v", q.Lost, q.Counts)
	}
	d.do(review.Decision{Item: q.Lost[0].Item, Do: review.Undo})
	d.do(review.Decision{Item: q.Lost[0].Item, Do: review.Undo})
	if q := d.queue(); len(q.Lost) != 0 {
		t.Errorf("lost words that were put away are still there: %+v", q.Lost)
	}
}

// TestEqualWords: of two people who say the same, the right one stays accepted.
func TestEqualWords(t *testing.T) {
	const one, other = "Anna Berg said that the dam is safe.", "Later that week Carl Holt said that the dam is safe."
	d := &desk{t: t, text: one + "\n\n" + other}
	q := d.queue()
	if len(q.Items) != 2 || q.Items[0].ID == q.Items[1].ID {
		t.Fatalf("%+v", q.Items)
	}
	d.do(review.Decision{Item: q.Items[0].ID, Do: review.Reject})
	d.do(review.Decision{Item: q.Items[1].ID, Do: review.Accept})
	d.text = other
	q = d.queue()
	if q.Items[0].State != review.Accepted || len(q.Items) != 1 || len(q.Lost) != 1 {
		t.Errorf("%+v, lost %+v", q.Items, q.Lost)
	}
	d.text = "In May, out of the blue, Ida Moe said that the dam is safe.\n\n" + one + "\n\n" + other
	q = d.queue()
	if got := []review.State{q.Items[0].State, q.Items[1].State, q.Items[2].State}; !slices.Equal(got, []review.State{review.Open, review.Rejected, review.Accepted}) {
		t.Errorf("%v", got)
	}
}

// TestMergeAndUndo: every step can be taken back, one at a time.
func TestMergeAndUndo(t *testing.T) {
	d := &desk{t: t, text: bridges}
	a, b := d.find("that the bridge").ID, d.find("to paint").ID
	d.do(review.Decision{Item: b, Do: review.Merge, Into: a})
	d.do(review.Decision{Item: a, Do: review.Accept})
	q := d.queue()
	if q.Counts.Merged != 1 || q.Counts.Accepted != 1 || len(q.Items[0].Spans) != 2 || !slices.Equal(q.Items[0].Parts, []string{b}) {
		t.Errorf("%+v", q.Items[0])
	}
	for _, bad := range []review.Decision{
		{Item: b, Do: review.Accept},
		{Item: a, Do: review.Merge, Into: b},
		{Item: a, Do: review.Merge, Into: a},
		{Item: a, Do: review.Merge, Into: d.find("Russia").ID},
		{Item: "s0", Do: review.Accept},
		{Item: a, Do: review.Suggest, Quote: "x"},
		{Item: a, Do: review.Speak},
		{Item: a, Do: review.Edit},
		{Item: a, Do: review.Edit, Span: &review.Anchor{Start: 5, End: 5}},
		{Item: a, Do: review.Edit, Span: &review.Anchor{Start: 0, End: 1 << 40}},
		{Item: a, Do: review.Edit, Span: &review.Anchor{Start: -3, End: 4}},
		{Item: a, Do: review.Edit, Span: &review.Anchor{Start: 0, End: 9, Quote: "other words"}},
		{Item: d.find("that the river").ID, Do: review.Undo},
		{Item: a, Do: "burn"},
	} {
		if _, err := q.Prepare(bad, noon); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
	d.do(review.Decision{Item: a, Do: review.Undo})
	if e := d.find("that the bridge"); e.State != review.Open || len(e.Spans) != 2 {
		t.Errorf("%+v", e)
	}
	d.do(review.Decision{Item: a, Do: review.Undo}) // the merge was about both
	if q := d.queue(); q.Counts.Open != q.Counts.All || len(q.Items[0].Spans) != 1 || q.Items[0].Undoable {
		t.Errorf("%+v %+v", q.Counts, q.Items[0])
	}
}

// TestSuggestions: what an assistant proposes stands in the text's own words, or is named.
func TestSuggestions(t *testing.T) {
	log, problems := review.ReadLog([]byte(`{"source":"s","do":"suggest","quote":"Russia sends drones","speaker":"Ida Moe","by":"m","at":"2024-12-03T12:00:00Z"}
{"source":"s","do":"suggest","quote":"the river would surely rise","near":true,"by":"m","at":"2024-12-03T12:00:00Z"}
{"source":"s","do":"suggest","quote":"vowed to paint the green bridge","near":true,"by":"m","at":"2024-12-03T12:00:00Z"}
{"source":"s","do":"suggest","quote":"nothing alike whatsoever","near":true,"by":"m","at":"2024-12-03T12:00:00Z"}
{"source":"s","do":"suggest","quote":"that the bridge would öpen in May","by":"m","at":"2024-12-03T12:00:00Z"}
{"source":"other","do":"suggest","quote":"Russia","by":"m","at":"2024-12-03T12:00:00Z"}
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := &desk{t: t, text: bridges, log: log}
	var got []string
	for _, e := range d.queue().Items {
		if e.By != "" {
			got = append(got, fmt.Sprintf("%s/%v/%s/%s", e.Kind, e.Near, e.Quote, e.Proposed))
		}
	}
	want := []string{
		"statement/false/that the bridge would öpen in May/", "suggested/true/vowed to paint the old bridge/vowed to paint the green bridge", "suggested/false/Russia sends drones/",
	}
	q := d.queue()
	if !slices.Equal(got, want) || len(q.Lost) != 2 {
		t.Errorf("%q, lost %+v", got, q.Lost)
	}
	d.do(review.Decision{Item: d.find("vowed").ID, Do: review.Accept})
	d.text = "Before.\n\n" + bridges
	if e := d.find("vowed"); e.State != review.Accepted {
		t.Errorf("%+v", e)
	}
}

// TestBrokenLog: a line that a crash or an editor broke is named; the others count.
func TestBrokenLog(t *testing.T) {
	list, problems := review.ReadLog([]byte("{\"source\":\"s\",\"item\":\"a\",\"do\":\"accept\",\"at\":\"2024-12-03T12:00:00Z\"}\n" +
		"{\"source\":\"s\",\"item\":\n\n{\"source\":\"s\",\"item\":\"a\",\"do\":\"burn\",\"at\":\"2024-12-03T12:00:00Z\"}\n" +
		"{\"source\":\"s\",\"item\":\"a\",\"do\":\"accept\"}\n\xff\n" + strings.Repeat("x", review.MostLine+1) + "\n" +
		"{\"source\":\"s\",\"item\":\"b\",\"do\":\"reject\",\"at\":\"2024-12-03T12:00:00Z\",\"later\":1}"))
	var lines []int
	for _, p := range problems {
		lines = append(lines, p.Line)
		if p.Wrong == "" || p.Text == "" || len(p.Text) > 2000 {
			t.Errorf("%+v", p)
		}
	}
	if len(list) != 2 || list[1].Item != "b" || !slices.Equal(lines, []int{2, 4, 5, 6, 7}) {
		t.Errorf("%+v, problems in %v", list, lines)
	}
}

// TestEditionsProperty: whatever paragraphs come and go, a decision whose words survive is kept,
// and one whose words do not is named.
func TestEditionsProperty(t *testing.T) {
	extra := []string{
		"Nothing else was said.", "Ida Moe said that trains run on time.", "“It holds,” he added.", "China gave Pakistan a loan.", "\tshort", "ÄÖÜ – 五 says: no.",
		"According to Ida Moe, the bridge might fall, and Russia attacked Ukraine.", "Anna Berg:", "He said that it was so.",
	}
	rapid.Check(t, func(t *rapid.T) {
		own := strings.Split(bridges, "\n\n")
		d := &desk{t: nopTB{}, text: bridges}
		for _, it := range d.queue().Items {
			switch rapid.IntRange(0, 3).Draw(t, "do") {
			case 1:
				d.do(review.Decision{Item: it.ID, Do: review.Accept})
			case 2:
				d.do(review.Decision{Item: it.ID, Do: review.Reject})
			case 3:
				words := []rune(it.Spans[0].Quote)
				end := it.Spans[0].Start + rapid.IntRange(3, len(words)).Draw(t, "end")
				d.do(review.Decision{Item: it.ID, Do: review.Edit, Span: &review.Anchor{Start: it.Spans[0].Start, End: end}})
				for _, e := range d.queue().Items {
					if e.Edited && e.State == review.Open {
						d.do(review.Decision{Item: e.ID, Do: review.Accept})
					}
				}
			}
		}
		before := d.queue()
		asRead := map[string]string{}
		for _, it := range items(bridges) {
			asRead[it.ID] = it.Quote
		}
		var later []string
		more := rapid.SliceOfN(rapid.SampledFrom(extra), 0, 2)
		for _, p := range own {
			later = append(later, more.Draw(t, "before")...)
			if rapid.IntRange(0, 4).Draw(t, "kept") > 0 {
				later = append(later, p)
			}
		}
		d.text = strings.Join(append(later, more.Draw(t, "behind")...), "\n\n")
		after := d.queue()
		lost := 0
		for _, e := range before.Items {
			if e.State == review.Open {
				continue
			}
			if !strings.Contains(d.text, asRead[e.ID]) {
				lost++
				continue
			}
			if !slices.ContainsFunc(after.Items, func(o review.Entry) bool { return o.State == e.State && o.Quote == e.Quote }) {
				t.Fatalf("%s %q is not kept in\n%s\n%+v", e.State, e.Quote, d.text, after)
			}
		}
		if len(after.Lost) < lost || after.Counts.Accepted+after.Counts.Rejected > before.Counts.Accepted+before.Counts.Rejected {
			t.Fatalf("%d should be lost: %+v %+v", lost, after.Lost, after.Counts)
		}
	})
}

// nopTB lets a desk be used within a property.
type nopTB struct{ testing.TB }

func (nopTB) Helper()                   {}
func (nopTB) Fatalf(f string, a ...any) { panic(fmt.Sprintf(f, a...)) }
func (nopTB) Fatal(a ...any)            { panic(fmt.Sprint(a...)) }

// TestBlocksAreRight: what was accepted goes into the world without a complaint: every
// quote is found in its source, every speaker is somebody.
func TestBlocksAreRight(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "world")
	if err := os.CopyFS(dir, os.DirFS("../../examples/linked-theatres")); err != nil {
		t.Fatal(err)
	}
	brief, err := os.ReadFile(filepath.Join(dir, "brief.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, text: string(brief)}
	for _, e := range d.queue().Items {
		d.do(review.Decision{Item: e.ID, Do: review.Accept})
	}
	e := d.find("These debates")
	d.do(review.Decision{Item: e.ID, Do: review.Edit, Span: span(d.text, "first the aid must reach Ukraine")})
	if e := d.find("first the aid"); e.State != review.Accepted { // an edit decides nothing, and takes nothing back
		t.Errorf("%+v", e)
	}
	d.log = append(d.log, review.Decision{})
	q := review.Apply("brief", items(d.text), relabelled(d.log), d.text)
	known := review.Known{
		Persons:    []review.Person{{ID: "alliance-chief", Name: "Mark Rutte"}},
		Statements: map[string]string{"Iran is paid by Russia for missiles and drone technology": "statement.money-for-drones"},
		Taken:      map[string]bool{"claim.first-the-aid-must-reach-ukraine": true, "statement.first-the-aid-must-reach-ukraine": true, "person.officials": true},
	}
	text := review.Blocks(q, known)
	for _, want := range []string{
		"statement \"first-the-aid-must-reach-ukraine-2\" {\n  source  = source.brief\n  quote   = \"first the aid must reach Ukraine\"\n  speaker = person.alliance-chief\n}",
		"# there is statement.money-for-drones already: Iran is paid", "person \"ukraine-s-foreign-minister\"", "# relation, ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %s in\n%s", want, text)
		}
	}
	if strings.Contains(text, "name = \"Mark Rutte\"") || strings.Count(text, "\nstatement ") < 15 {
		t.Errorf("%s", text)
	}
	if err := os.WriteFile(filepath.Join(dir, "reviewed.hcl"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := parley.Load(dir)
	if err != nil {
		t.Errorf("%v\n%v\n%s", err, m.Problems.Errors(), text)
	}
	if formatted, list := parley.Format([]byte(text)); list.HasErrors() || string(formatted) != text {
		t.Errorf("not in the canonical layout: %v\n%s", list, formatted)
	}
}

func relabelled(log []review.Decision) []review.Decision {
	out := slices.Clone(log)
	for i := range out {
		out[i].Source = "brief"
	}
	return out[:len(out)-1]
}

// FuzzLog: no log stops the queue from being drawn, and what it holds is in the text.
func FuzzLog(f *testing.F) {
	d := &desk{t: f, text: bridges}
	d.do(review.Decision{Item: d.find("that the bridge").ID, Do: review.Edit, Span: span(bridges, "the bridge would öpen")})
	d.do(review.Decision{Item: d.find("the bridge").ID, Do: review.Accept})
	d.do(review.Decision{Item: d.find("to paint").ID, Do: review.Merge, Into: d.find("the bridge").ID})
	d.do(review.Decision{Item: d.find("to paint").ID, Do: review.Undo})
	var seed []byte
	for i := range d.log {
		line, err := d.log[i].Line()
		if err != nil {
			f.Fatal(err)
		}
		seed = append(seed, line...)
	}
	f.Add(seed, bridges)
	f.Add([]byte(`{"source":"s","do":"suggest","quote":"the river would","by":"m","at":"2024-12-03T12:00:00Z"}`), bridges)
	f.Add([]byte(`{"source":"s","item":"s1","do":"merge","into":"s2","of":[{"quote":"bridge","start":1,"end":2}],"at":"2024-12-03T12:00:00Z"}`), "bridge\u00a0 bridge\xff")
	f.Fuzz(func(t *testing.T, log []byte, text string) {
		list, problems := review.ReadLog(log)
		if lines := strings.Count(string(log), "\n") + 1; len(list)+len(problems) > lines {
			t.Fatalf("%d decisions and %d problems in %d lines", len(list), len(problems), lines)
		}
		q := review.Apply("s", review.Items(reader.Read(text)), list, text)
		points := []rune(text)
		seen := map[string]bool{}
		for _, e := range q.Items {
			if seen[e.ID] {
				t.Fatalf("two items are called %s", e.ID)
			}
			seen[e.ID] = true
			for _, s := range e.Spans {
				if s.Start < 0 || s.End > len(points) || s.Start > s.End || string([]rune(s.Quote)) != string(points[s.Start:s.End]) {
					t.Fatalf("%+v is not in the text", s)
				}
			}
		}
		if c := q.Counts; c.Open+c.Accepted+c.Rejected+c.Merged != c.All || c.All != len(q.Items) {
			t.Fatalf("%+v", c)
		}
		review.Blocks(q, review.Known{})
	})
}

package report

import (
	"strings"
	"unicode/utf8"

	"parley/reader"
	"parley/reader/event"
	"parley/reader/when"
)

// ReadText shows what was found in a text: statements, then relations.
func ReadText(s Style, title string, r *reader.Reading) string {
	var b strings.Builder
	b.WriteString(s.heading(clean(title)))
	b.WriteString(s.indented(counted(len(r.Statements), "statement", "statements") + ", " + counted(len(r.Events), "relation", "relations") + "."))
	for i := range r.Statements {
		b.WriteByte('\n')
		b.WriteString(statementText(s, r, &r.Statements[i]))
	}
	if len(r.Events) > 0 {
		b.WriteString("\n" + s.heading("Who does what to whom"))
	}
	for i := range r.Events {
		b.WriteString(s.paragraph("  - ", "    ", eventText(r, &r.Events[i])))
	}
	return b.String()
}

// speakerName says who speaks, with the words that stand for the name.
func speakerName(r *reader.Reading, m *reader.Mention) string {
	if m == nil {
		return "Nobody named"
	}
	who := onOneLine(m.Name)
	if words := onOneLine(m.Span.In(r.Text)); words != who && !strings.Contains(words, who) {
		who += " (“" + words + "”)"
	}
	return who
}

func statementText(s Style, r *reader.Reading, st *reader.Statement) string {
	head := s.bold(clean(speakerName(r, st.Speaker)))
	if st.Cue.Empty() {
		head += " goes on"
	} else {
		head += " — " + clean(onOneLine(st.Cue.In(r.Text))) + ", " + string(st.Stance)
	}
	if st.Addressee != nil {
		head += ", to " + clean(onOneLine(st.Addressee.Span.In(r.Text)))
	}
	var parts []string
	for _, c := range st.Content {
		parts = append(parts, clean(onOneLine(c.In(r.Text))))
	}
	text := s.paragraph("  ", "  ", head) + s.indented("  "+strings.Join(parts, " […] "))
	var notes []string
	if st.Condition != nil {
		note := "on condition: " + onOneLine(st.Condition.If.In(r.Text))
		notes = append(notes, note)
	}
	if st.Negated {
		notes = append(notes, "denied: that something is so")
	}
	for _, h := range st.Hedges {
		notes = append(notes, "hedged: "+h.In(r.Text))
	}
	for _, e := range st.Times {
		notes = append(notes, timeNote("time", r, e))
	}
	if st.Said != nil {
		notes = append(notes, timeNote("said", r, *st.Said))
	}
	if st.Gloss != nil {
		notes = append(notes, "the reporter's gloss: "+onOneLine(st.Gloss.In(r.Text)))
	}
	if len(notes) > 0 {
		text += s.indented("  " + s.dim(clean(strings.Join(notes, "; "))))
	}
	return text
}

// timeNote tells a time by its words and its value.
func timeNote(what string, r *reader.Reading, e when.Expression) string {
	words := what + ": " + onOneLine(r.Text[e.Start:e.End])
	if e.Value == "" || e.Value == r.Text[e.Start:e.End] {
		return words
	}
	return words + " (" + e.Value + ")"
}

func eventText(r *reader.Reading, e *event.Event) string {
	side := func(a *event.Actor) string {
		if a.Code == "" {
			return "?"
		}
		return onOneLine(a.Name) + " (" + a.Code + ")"
	}
	text := side(&e.Source) + " → " + side(&e.Target) + ": " + e.Type + " " + e.Code + ", " + string(e.Realis)
	if e.Given.Kind != "" {
		text += ", " + e.Given.Kind
	}
	return clean(text + " — “" + onOneLine(r.Text[e.Span.Start:e.Span.End]) + "”")
}

// oneLine is a text without line breaks.
func onOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Annotation is one item of what was read, after the W3C's Web Annotation model: each
// target is a stretch of the text by its words and by its place in code points.
type Annotation struct {
	Type      string     `json:"type"` // "statement" or "event"
	Source    string     `json:"source"`
	Speaker   *Anchor    `json:"speaker,omitempty"`
	Addressee *Anchor    `json:"addressee,omitempty"`
	Cue       *Anchor    `json:"cue,omitempty"`
	Stance    string     `json:"stance,omitempty"`
	Content   []Anchor   `json:"content,omitempty"`
	Direct    bool       `json:"direct,omitempty"`
	Continues bool       `json:"continues,omitempty"`
	Negated   bool       `json:"negated,omitempty"`
	Hedges    []Anchor   `json:"hedges,omitempty"`
	If        *Anchor    `json:"if,omitempty"`
	Then      *Anchor    `json:"then,omitempty"`
	Times     []Time     `json:"times,omitempty"` // in the content
	Said      *Time      `json:"said_at,omitempty"`
	Gloss     *Anchor    `json:"gloss,omitempty"`
	Event     *EventCode `json:"event,omitempty"`
}

// Anchor is a stretch of a text with what stands around it.
type Anchor struct {
	Name     string     `json:"name,omitempty"` // whom a mention stands for
	Selector []Selector `json:"selector"`
}

// Time is an expression of time with its value after ISO 8601 and ISO-TimeML.
type Time struct {
	Kind     string     `json:"kind"`            // date, duration or vague
	Value    string     `json:"value,omitempty"` // none where only the text's date could tell and is not known
	Selector []Selector `json:"selector"`
}

// Selector is a TextQuoteSelector or a TextPositionSelector.
type Selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"` // code points
	End    *int   `json:"end,omitempty"`
}

// EventCode is what a relation was coded as.
type EventCode struct {
	PLOVER string  `json:"plover"`
	Mode   string  `json:"mode,omitempty"`
	CAMEO  string  `json:"cameo"`
	Realis string  `json:"realis"`
	Source string  `json:"source_code"`
	Target string  `json:"target_code"`
	Given  string  `json:"given,omitempty"`
	Words  *Anchor `json:"words"`
}

// around is how many bytes before and behind a stretch are told with it.
const around = 32

// anchors turn bytes into code points, going through a text with its items.
type anchors struct {
	text   string
	at     int // bytes
	points int // before them
	base   int // code points before the text
}

func (a *anchors) time(e when.Expression) Time {
	return Time{string(e.Kind), e.Value, a.anchor(reader.Span{Start: e.Start, End: e.End}, "").Selector}
}

func (a *anchors) point(at int) int {
	if at < a.at { // a step back is short: a speaker before the content
		a.points -= utf8.RuneCountInString(a.text[at:a.at])
	} else {
		a.points += utf8.RuneCountInString(a.text[a.at:at])
	}
	a.at = at
	return a.points
}

func (a *anchors) anchor(s reader.Span, name string) *Anchor {
	if s.Empty() {
		return nil
	}
	before, behind := max(0, s.Start-around), min(len(a.text), s.End+around)
	for before > 0 && !utf8.RuneStart(a.text[before]) {
		before--
	}
	for behind < len(a.text) && !utf8.RuneStart(a.text[behind]) {
		behind++
	}
	start := a.base + a.point(s.Start)
	end := a.base + a.point(s.End)
	return &Anchor{name, []Selector{
		{Type: "TextQuoteSelector", Exact: s.In(a.text), Prefix: a.text[before:s.Start], Suffix: a.text[s.End:behind]},
		{Type: "TextPositionSelector", Start: &start, End: &end},
	}}
}

// Annotations are all items of a reading, in order.
func Annotations(source string, r *reader.Reading) []Annotation { return AnnotationsFrom(source, r, 0) }

// AnnotationsFrom are those of a part of a text before which there are so many code points.
func AnnotationsFrom(source string, r *reader.Reading, before int) []Annotation {
	a := &anchors{text: r.Text, base: before}
	list := []Annotation{}
	for i := range r.Statements {
		st := &r.Statements[i]
		out := Annotation{
			Type: "statement", Source: source, Stance: string(st.Stance), Direct: st.Direct, Continues: st.Continues, Negated: st.Negated, Cue: a.anchor(st.Cue, ""),
		}
		if st.Speaker != nil {
			out.Speaker = a.anchor(st.Speaker.Span, st.Speaker.Name)
		}
		if st.Addressee != nil {
			out.Addressee = a.anchor(st.Addressee.Span, st.Addressee.Name)
		}
		for _, c := range st.Content {
			if x := a.anchor(c, ""); x != nil {
				out.Content = append(out.Content, *x)
			}
		}
		for _, h := range st.Hedges {
			out.Hedges = append(out.Hedges, *a.anchor(h, ""))
		}
		if st.Condition != nil {
			out.If, out.Then = a.anchor(st.Condition.If, ""), a.anchor(st.Condition.Then, "")
		}
		for _, e := range st.Times {
			out.Times = append(out.Times, a.time(e))
		}
		if st.Said != nil {
			said := a.time(*st.Said)
			out.Said = &said
		}
		if st.Gloss != nil {
			out.Gloss = a.anchor(*st.Gloss, "")
		}
		list = append(list, out)
	}
	for i := range r.Events {
		e := &r.Events[i]
		list = append(list, Annotation{Type: "event", Source: source, Event: &EventCode{
			PLOVER: e.Type, Mode: e.Mode, CAMEO: e.Code, Realis: string(e.Realis), Source: e.Source.Code, Target: e.Target.Code, Given: e.Given.Kind,
			Words: a.anchor(reader.Span(e.Span), ""),
		}})
	}
	return list
}

package report

import (
	"fmt"
	"slices"
	"strings"

	"parley/reader"
	"parley/reader/assist"
)

// AssistText shows what an assistant found beyond a reading, to stand behind [ReadText].
func AssistText(s Style, r *reader.Reading, found *assist.Result) string {
	var b strings.Builder
	b.WriteString("\n" + s.heading("Only the assistant found"))
	near := 0
	for i := range found.Suggestions {
		if found.Suggestions[i].Near {
			near++
		}
	}
	text := counted(len(found.Suggestions)-near, "statement", "statements") + " in the text's own words"
	if near > 0 {
		text += ", and " + counted(near, "near miss", "near misses") + ", whose words are not quite the text's"
	}
	b.WriteString(s.indented(text + ". " + counted(len(found.Confirmed), "statement was", "statements were") + " found by both."))
	for i := range found.Suggestions {
		b.WriteString("\n" + suggestionText(s, r, &found.Suggestions[i]))
	}
	if len(found.Differ) > 0 {
		b.WriteString("\n" + s.heading("Found by both, but given to somebody else by the assistant"))
	}
	for _, d := range found.Differ {
		st := &r.Statements[d.Statement]
		has := "nobody"
		if st.Speaker != nil {
			has = st.Speaker.Name
		}
		b.WriteString(s.paragraph("  - ", "    ", clean(has+" above, "+d.Speaker.Name+" by the assistant: “"+st.Content[0].In(r.Text)+"”")))
	}
	if refused := refusals(found); len(refused) > 0 {
		b.WriteByte('\n')
		for _, line := range refused {
			b.WriteString(s.paragraph("", "  ", line))
		}
	}
	if n := len(found.Failed); n > 0 {
		b.WriteString(s.paragraph("", "  ", fmt.Sprintf("No answer that can be used about %d of %s of the text.", n, counted(found.Parts, "part", "parts"))))
	}
	return b.String()
}

func suggestionText(s Style, r *reader.Reading, g *assist.Suggestion) string {
	head := s.bold(clean(speakerName(r, g.Speaker))) + " — "
	if !g.Cue.Empty() {
		head += clean(onOneLine(g.Cue.In(r.Text))) + ", "
	}
	head += string(g.Stance)
	if g.Addressee != nil {
		head += ", to " + clean(onOneLine(g.Addressee.Span.In(r.Text)))
	}
	text := s.paragraph("  ", "  ", head) + s.indented("  "+clean(g.Span.In(r.Text)))
	if g.Near {
		text += s.indented("  near miss: the assistant said “" + clean(g.Said) + "”")
	}
	var notes []string
	if g.Condition != nil {
		notes = append(notes, "on condition: "+g.Condition.If.In(r.Text))
	}
	if g.Negated {
		notes = append(notes, "denied: that something is so")
	}
	for _, h := range g.Hedges {
		notes = append(notes, "hedged: "+h.In(r.Text))
	}
	if len(g.Dropped) > 0 {
		notes = append(notes, "left out, as its words do not stand there: "+listed(g.Dropped))
	}
	if len(notes) > 0 {
		text += s.indented("  " + s.dim(clean(strings.Join(notes, "; "))))
	}
	return text
}

// refusals say how many items are not used, and why.
func refusals(found *assist.Result) []string {
	var whys, lines []string
	number := map[string]int{}
	for _, item := range found.Rejected {
		if number[item.Why]++; number[item.Why] == 1 {
			whys = append(whys, item.Why)
		}
	}
	if i := slices.Index(whys, assist.NotInText); i > 0 {
		whys[0], whys[i] = whys[i], whys[0]
	}
	for _, why := range whys {
		lines = append(lines, "Refused: "+counted(number[why], "item", "items")+" "+why)
	}
	return lines
}

// AssistSummary is one line on an assistant's answers.
func AssistSummary(found *assist.Result) string {
	text := fmt.Sprintf("%s: %d found by both, %d by the assistant only, %d refused", counted(found.Items, "item", "items"), len(found.Confirmed), len(found.Suggestions), len(found.Rejected))
	if found.Repeated > 0 {
		text += fmt.Sprintf(", %d said twice", found.Repeated)
	}
	return text
}

// AssistedAnnotation is an item of a reading that an assistant took part in.
type AssistedAnnotation struct {
	Annotation

	By      string   `json:"by"`                // "reader", "assistant" or "both"
	Near    bool     `json:"near,omitempty"`    // a near miss: the content is what the text says, not the assistant
	Said    string   `json:"said,omitempty"`    // of a near miss: the assistant's words
	Dropped []string `json:"dropped,omitempty"` // what it gave besides that is not in the text
}

// AssistedAnnotations are all items of a reading, in order, then what only an assistant found.
func AssistedAnnotations(source string, r *reader.Reading, found *assist.Result) []AssistedAnnotation {
	list := []AssistedAnnotation{}
	for i, a := range Annotations(source, r) {
		by := "reader"
		if i < len(r.Statements) && slices.Contains(found.Confirmed, i) {
			by = "both"
		}
		list = append(list, AssistedAnnotation{Annotation: a, By: by})
	}
	only := &reader.Reading{Text: r.Text}
	for i := range found.Suggestions {
		only.Statements = append(only.Statements, found.Suggestions[i].Statement)
	}
	for i, a := range Annotations(source, only) {
		g := &found.Suggestions[i]
		out := AssistedAnnotation{Annotation: a, By: "assistant", Near: g.Near, Dropped: g.Dropped}
		if g.Near {
			out.Said = g.Said
		}
		list = append(list, out)
	}
	return list
}

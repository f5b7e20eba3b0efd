package report

import (
	"strings"

	"parley/analysis"
	"parley/world"
)

// Verdicts shows the verdict on every claim, in the order in which the claims
// were written.
func Verdicts(s Style, w *world.World, f *analysis.Findings) string {
	var b strings.Builder
	b.WriteString(s.heading("What becomes of the claims"))
	shown := 0
	for i, c := range Order(w) {
		if v := f.Verdict(c.ID); v != nil {
			b.WriteString(VerdictLine(s, w, Letter(i), c, v))
			shown++
		}
	}
	if shown == 0 {
		b.WriteString(s.indented("The world has no claim to judge."))
	}
	return b.String()
}

// VerdictLine shows one verdict: the claim, the answer in words, its size, who
// said it.
func VerdictLine(s Style, w *world.World, letter string, c *world.Claim, v *analysis.Verdict) string {
	title := clean(c.Title)
	if title == "" {
		title = c.ID
	}
	text := title + " — " + answer(s, names{w}, v) + "."
	if said := (names{w}).speaker(c.Speaker); said != "" {
		text += " Said by " + said + "."
	}
	mark := "(" + letter + ") "
	return s.paragraph(mark, strings.Repeat(" ", len(mark)), text+" "+unbroken(s.dim("["+c.ID+"]")))
}

// answer is a verdict in words, with the sizes of what was tested.
func answer(s Style, n names, v *analysis.Verdict) string {
	if v.Kind == analysis.NotDecided {
		return strong(s, v.Kind, "not decided") + ": " + clean(v.Reason)
	}
	words := leaning(v)
	head, rest, _ := strings.Cut(words, " ")
	switch v.Kind {
	case analysis.Undecided:
		words = strong(s, v.Kind, "undecided") + ": over all rivals it " + words
	case analysis.Mixed:
		words = strong(s, v.Kind, "mixed") + ": " + words
	default:
		words = strong(s, v.Kind, head) + " " + rest
	}
	if size := sizes(n, v); size != "" {
		words += ", " + size
	}
	if ids := deciding(v); len(ids) > 0 {
		words += "; depends on " + listed(ids)
	}
	if turnsWithReference(v) {
		words += "; another reference turns the answer"
	}
	if v.Partial {
		words += " (partial)"
	}
	return words
}

func strong(s Style, k analysis.Kind, text string) string { return s.paint(inkOf(k), text) }

// sizes are those of the tests, named where there are several.
func sizes(n names, v *analysis.Verdict) string {
	var parts []string
	for i := range v.Tests {
		t := &v.Tests[i]
		if t.Size == nil {
			continue
		}
		size := unbroken(Size(t.Size, t.Unit))
		if len(v.Tests) > 1 {
			size = afterComma(n.measure(t.Measure)) + " " + size
		}
		parts = append(parts, size)
	}
	return strings.Join(parts, ", ")
}

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

// VerdictLine shows one verdict: the claim and who made it, then the answer in
// words and its size.
func VerdictLine(s Style, w *world.World, letter string, c *world.Claim, v *analysis.Verdict) string {
	title := clean(c.Title)
	if title == "" {
		title = c.ID
	}
	said := ""
	if by := (names{w}).person(c.Speaker); by != "" {
		said = " — " + by
	}
	mark := "(" + letter + ") "
	margin := strings.Repeat(" ", len(mark))
	return s.paragraph(mark, margin, title+said+" "+s.dim(unbroken("["+c.ID+"]"))) +
		s.paragraph(margin, margin, answer(s, names{w}, v)+".")
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
		words = strong(s, v.Kind, "undecided") + ", depends on " + listed(deciding(v)) + ": over all rivals it " + words
	case analysis.Mixed:
		words = strong(s, v.Kind, "mixed") + ": " + words
	default:
		words = strong(s, v.Kind, head) + " " + rest
	}
	if size := sizes(n, v); size != "" {
		words += ", " + size
	}
	if turnsWithReference(v) {
		words += "; turns with the reference"
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
			size = testName(n, v.Tests, i) + " " + size
		}
		parts = append(parts, size)
	}
	return strings.Join(parts, ", ")
}

// testName tells one test of a claim from the others.
func testName(n names, tests []analysis.TestVerdict, i int) string {
	name := afterComma(n.measure(tests[i].Measure))
	for k := range tests {
		if k != i && tests[k].Measure == tests[i].Measure {
			return tests[i].Under
		}
		if k != i && afterComma(n.measure(tests[k].Measure)) == name {
			return n.measure(tests[i].Measure)
		}
	}
	return name
}

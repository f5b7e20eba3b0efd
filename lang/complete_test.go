package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parley/world"
)

func labels(c Completion) []string {
	var list []string
	for _, o := range c.Options {
		list = append(list, o.Label)
	}
	return list
}

// TestComplete: somebody who writes a file is offered what may stand where the cursor is
// (¦), and nothing that may not.
func TestComplete(t *testing.T) {
	w := &world.World{
		Actors:   []*world.Actor{{Meta: world.Meta{ID: "usa"}}, {Meta: world.Meta{ID: "china"}}},
		Theatres: []*world.Theatre{{Meta: world.Meta{ID: "taiwan"}}},
		Kinds:    []*world.Kind{{Meta: world.Meta{ID: "land"}}},
	}
	for _, c := range []struct{ text, has, hasNot string }{
		{"¦", "theatre", "challenger"},
		{"the¦", "theory", "actor"},
		{"theatre \"x\" {\n  ¦\n}", "challenger", "rate"},
		{"theatre \"x\" {\n  ¦\n}", "crisis", "period"},
		{"theatre \"x\" {\n  challenger = ¦\n}", "actor.china", "theatre.taiwan"},
		{"theatre \"x\" {\n  challenger = actor.u¦\n}", "actor.usa", "actor.china"},
		{"theatre \"x\" {\n  status = \"¦\"\n}", "quiet", "actor.usa"},
		{"theatre \"x\" {\n  name = \"¦\"\n}", "", "quiet"},
		{"theatre \"x\" {\n  crisis {\n    ¦", "attack", "challenger"},
		{"theatre \"x\" {\n  crisis {\n    attack = be¦", "between", "uniform"},
		{"theatre \"x\" {\n  crisis {\n    attack = evidence.¦", "evidence.", ""},
		{"theatre \"x\" {\n  weights = { ¦ }", "land", "usa"},
		{"theatre \"x\" {\n  weights = { land = ¦", "between", "land"},
		{"world \"w\" {\n  ¦", "period", "theatre"},
		{"world \"w\" {\n  period = \"¦", "quarter", ""},
		{"flow \"x\" {\n  gives = ¦", "technology(kind.land)", "between"},
		{"# a comment ¦", "", "theatre"},
		{"nonsense \"x\" {\n  ¦", "", "challenger"},
		{"actor \"x\" {\n name = \"a\"\n}\n¦", "actor", "resolve"},
	} {
		at := strings.Index(c.text, "¦")
		src := []byte(strings.Replace(c.text, "¦", "", 1))
		got := labels(Complete(src, at, w))
		if c.has != "" && !slices.ContainsFunc(got, func(l string) bool { return l == c.has || strings.HasSuffix(c.has, ".") && strings.HasPrefix(l, c.has) }) {
			t.Errorf("%q offers %v, not %q", c.text, got, c.has)
		}
		if c.hasNot != "" && slices.Contains(got, c.hasNot) {
			t.Errorf("%q offers %q", c.text, c.hasNot)
		}
	}
}

// TestHover: a name under the pointer is explained.
func TestHover(t *testing.T) {
	src := []byte("theatre \"x\" {\n  decisiveness = 1\n}")
	from, to, text := Hover(src, 18, nil)
	if string(src[from:to]) != "decisiveness" || !strings.Contains(text, "rule 6") {
		t.Errorf("%q: %q", src[from:to], text)
	}
	if _, _, text := Hover(src, 10, nil); text != "" {
		t.Errorf("a label is explained as %q", text)
	}
}

// FuzzComplete: what is typed is broken most of the time; no place in it may stop the
// editor, and what is replaced lies in the text.
func FuzzComplete(f *testing.F) {
	f.Add("theatre \"x\" {\n  weights = { land = between(1, 2) }\n}", 20)
	f.Add("a = \"${b", 7)
	f.Add("x {{{((([[[", 5)
	f.Add("<<EOT\nabc", 8)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			t.Skip()
		}
		c := Complete([]byte(text), at, nil)
		if c.From < 0 || c.To < c.From || c.To > len(text) {
			t.Errorf("bytes %d to %d of %d", c.From, c.To, len(text))
		}
		Hover([]byte(text), at, nil)
	})
}

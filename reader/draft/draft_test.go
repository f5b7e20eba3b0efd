package draft_test

import (
	"strings"
	"testing"
	"time"

	"parley/reader"
	"parley/reader/draft"
	"parley/reader/event"
	"parley/reader/gazetteer"
)

// TestNothingIsMadeUp: a draft holds the text's own words, and says of everything else that
// it is to be filled.
func TestNothingIsMadeUp(t *testing.T) {
	text := "Anna Berg warned that if the river rises, the “old” bridge might fall.\n\nRussia sends drones worth ${1} to Iran, and denied that it pays for them.\n"
	r := reader.ReadWith(text, reader.Options{Coder: event.NewCoder(gazetteer.Default())})
	files := draft.World(&draft.Source{ID: "text", Title: "On \"bridges\"\nand more", File: "text.txt"}, r)
	all := files["world.hcl"] + files["actors.hcl"] + files["statements.hcl"] + files["links.hcl"]
	if files["text.txt"] != text {
		t.Error("the text itself is changed")
	}
	for _, want := range []string{
		`title   = "On \"bridges\" and more"`, `quote   = "if the river rises, the “old” bridge might fall"`, `hedge   = "might"`, "speaker = person.anna-berg",
		"# fill: start", "# fill: measure", `claim "`, `scenario "if-the-river-rises"`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("there is no %s in\n%s", want, all)
		}
	}
	for line := range strings.Lines(files["links.hcl"]) {
		if strings.Contains(line, "rate") && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			t.Errorf("a rate is made up: %s", line)
		}
	}
}

// TestNoPersonIsAPronoun: who is not known is nobody, rather than a person called "who".
func TestNoPersonIsAPronoun(t *testing.T) {
	text := "It was said by a diplomat who asked not to be named. He met Dora Lind and Anna Berg, who said that it was over.\n"
	files := draft.World(&draft.Source{ID: "text", Title: "A text", File: "text.txt"}, reader.Read(text))
	if got := files["actors.hcl"]; strings.Contains(got, `"who"`) || !strings.Contains(got, `"a-diplomat"`) {
		t.Error(got)
	}
	if got := files["statements.hcl"]; !strings.Contains(got, `"not to be named"`) {
		t.Errorf("a refusal is turned into a demand:\n%s", got)
	}
}

// TestLinksAreProposed: what a text says of support and of who looks on is not lost, and no
// theatre is made up for it.
func TestLinksAreProposed(t *testing.T) {
	text := "The United States supported Ukraine. Xi Jinping is closely watching what comes of this. Nobody watches the watchman.\n"
	r := reader.ReadWith(text, reader.Options{Coder: event.NewCoder(gazetteer.Default())})
	files := draft.World(&draft.Source{ID: "text", Title: "A text", File: "text.txt", Published: time.Date(2024, 12, 2, 0, 0, 0, 0, time.UTC)}, r)
	for _, want := range []string{`# fill: support "usa-ukr"`, `# fill: watch "chn-watches"`, "watching what comes of this"} {
		if !strings.Contains(files["links.hcl"], want) {
			t.Errorf("there is no %s in\n%s", want, files["links.hcl"])
		}
	}
	if strings.Count(files["links.hcl"], "fill: watch") != 1 || !strings.Contains(files["actors.hcl"], `actor "chn"`) {
		t.Errorf("%s\n%s", files["links.hcl"], files["actors.hcl"])
	}
}

// TestProposalsAreMarked: what an assistant proposes can be told from what was read, and makes
// no claim by itself.
func TestProposalsAreMarked(t *testing.T) {
	text := "In the song of Dora Lind, if it rains, the bridge falls.\n"
	words := reader.Span{Start: strings.Index(text, "if it"), End: strings.Index(text, ".\n")}
	proposed := reader.Statement{Stance: reader.Warns, Content: []reader.Span{words}, Condition: &reader.Condition{If: words}}
	r := reader.Read(text)
	got := draft.World(&draft.Source{ID: "text", Title: "A song", File: "text.txt"}, r, proposed)["statements.hcl"]
	if want := "# proposed by the assistant\nstatement \"if-it-rains-the-bridge-falls\" {"; !strings.Contains(got, want) || strings.Contains(got, "claim") {
		t.Errorf("there is no %s in\n%s", want, got)
	}
	if len(r.Statements) != strings.Count(got, "statement \"")-1 {
		t.Errorf("a statement is lost:\n%s", got)
	}
}

package lang_test

import (
	"slices"
	"testing"
	"time"

	"parley/diag"
	"parley/lang"
	"parley/reader/gazetteer"
)

// What a user adds is found in a text like what is built in.
func TestGazetteerAddsNames(t *testing.T) {
	entries, list := lang.Gazetteer("names.hcl", []byte(`
group "RUSREBLIB" {
  name = "Freedom of Russia Legion"
  also = ["Freedom Legion"]
}
person "Jane Doe" {
  of     = "GBR"
  office = "foreign minister"
  from   = "2027-01"
}
role "REB" { words = ["irregulars"] }
`))
	if len(list) > 0 {
		t.Fatal(list)
	}
	g, err := gazetteer.Default().With(entries...)
	if err != nil {
		t.Fatal(err)
	}
	on := time.Date(2027, 5, 1, 0, 0, 0, 0, time.UTC)
	for name, code := range map[string]string{"Freedom Legion": "RUSREBLIB", "Jane Doe": "GBRGOV", "irregulars": "REB"} {
		if senses := g.Lookup(name, on); len(senses) == 0 || senses[0].Entry.Actor(on) != code {
			t.Errorf("%q: %v, want %s", name, senses, code)
		}
	}
}

// Each mistake is told, at its place, and the other entries stay.
func TestGazetteerTellsMistakes(t *testing.T) {
	for _, c := range []struct{ src, id string }{
		{`stat "ATL" { name = "Atlantis" }`, "unknown"},
		{`state { name = "Atlantis" }`, "label"},
		{`state "ATL" { nam = "Atlantis" }`, "unknown"},
		{`state "atl" { name = "Atlantis" }`, "gazetteer"},
		{`state "ATL" { name = 3 }`, "type"},
		{`state "ATL" { also = "Atlantis" }`, "type"},
		{`person "X" { from = "last year" }`, "type"},
		{`person "X" { name = "X" }`, "gazetteer"},
		{`state "ATL" {`, "syntax"},
		{"state \"\xff\" {}", "not-utf8"},
		{`name = "x"`, "unknown"},
	} {
		entries, list := lang.Gazetteer("names.hcl", []byte(c.src))
		if len(list) == 0 || len(entries) > 0 {
			t.Errorf("%s: accepted", c.src)
			continue
		}
		if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.ID == c.id }) || list[0].Range.File != "names.hcl" {
			t.Errorf("%s: %v, want %s", c.src, list, c.id)
		}
	}
}

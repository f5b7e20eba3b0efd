package gazetteer_test

import (
	"strings"
	"testing"
	"time"

	"parley/reader/gazetteer"
)

func day(t *testing.T, text string) time.Time {
	t.Helper()
	d, err := gazetteer.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A name means whoever bore the office on the day of the text.
func TestNamesResolveByDate(t *testing.T) {
	g := gazetteer.Default()
	for _, c := range []struct{ name, on, actor, entry string }{
		{"Trump", "2018-03-01", "USAGOV", "Donald Trump"},
		{"Trump", "2022-03-01", "USAELI", "Donald Trump"},
		{"Bush", "1990-06-01", "USAGOV", "George H. W. Bush"},
		{"Bush", "2005-06-01", "USAGOV", "George W. Bush"},
		{"Mark Rutte", "2015-01-01", "NLDGOV", "Mark Rutte"},
		{"Rutte", "2024-12-01", "IGOWSTNAT", "Mark Rutte"},
		{"Zelenskyy", "2023-01-01", "UKRGOV", "Volodymyr Zelensky"},
		{"Kremlin", "2023-01-01", "RUS", "Russia"},
		{"kyiv", "2023-01-01", "UKR", "Ukraine"},
		{"US", "", "USA", "United States"},
		{"Hezbollah", "", "LBNREBHEZ", "Hezbollah"},
		{"President of nowhere", "", "", ""},
		{"us", "", "", ""},
		{"turkey", "", "", ""},
		{"polish", "", "", ""},
		{"Who", "", "", ""},
	} {
		t.Run(c.name+" "+c.on, func(t *testing.T) {
			on := day(t, c.on)
			senses := g.Lookup(c.name, on)
			if c.actor == "" {
				if len(senses) > 0 {
					t.Fatalf("%q means %s; it should mean nobody", c.name, senses[0].Entry.Name)
				}
				return
			}
			if len(senses) == 0 {
				t.Fatalf("%q means nobody", c.name)
			}
			if got := senses[0].Entry; got.Actor(on) != c.actor || got.Name != c.entry {
				t.Errorf("%q on %s: %s %s, want %s %s", c.name, c.on, got.Actor(on), got.Name, c.actor, c.entry)
			}
		})
	}
}

func TestOfficesHaveHolders(t *testing.T) {
	g := gazetteer.Default()
	for _, c := range []struct{ of, office, on, name string }{
		{"UKR", "president", "2016-01-01", "Petro Poroshenko"},
		{"UKR", "president", "2024-12-01", "Volodymyr Zelensky"},
		{"IGOWSTNAT", "secretary general", "2024-12-01", "Mark Rutte"},
		{"RUS", "prime minister", "2010-01-01", "Vladimir Putin"},
		{"UKR", "president", "1950-01-01", ""},
	} {
		e, ok := g.Holder(c.of, c.office, day(t, c.on))
		if ok != (c.name != "") || ok && e.Name != c.name {
			t.Errorf("%s of %s on %s: %v, want %q", c.office, c.of, c.on, e, c.name)
		}
	}
}

// Every line of the built-in data must be usable, codes and terms included.
func TestBuiltIn(t *testing.T) {
	states := map[string]bool{}
	last := map[string]*gazetteer.Entry{}
	for _, e := range gazetteer.Default().Entries() {
		switch e.Kind {
		case gazetteer.State:
			if states[e.Code] {
				t.Errorf("state %s stands there twice", e.Code)
			}
			states[e.Code] = true
		case gazetteer.Person:
			if len(e.Of) == 3 && !states[e.Of] {
				t.Errorf("%s: no such state: %s", e.Name, e.Of)
			}
			// One holder at a time, so that an office on a date means one person.
			key := e.Of + " " + e.Office
			if e.Office == "head" || e.Office == "leader" {
				continue // some bodies have two
			}
			if before := last[key]; before != nil && (before.Until.IsZero() || before.Until.After(e.From)) {
				t.Errorf("%s: %s and %s hold it at once", key, before.Name, e.Name)
			}
			last[key] = e
		default:
		}
	}
	if len(states) < 190 {
		t.Errorf("only %d states", len(states))
	}
}

func TestExtensionComesFirst(t *testing.T) {
	g, err := gazetteer.Default().With(
		gazetteer.Entry{Kind: gazetteer.Group, Code: "RUSREBLIB", Name: "Freedom Legion", Also: []string{"Legion"}},
		gazetteer.Entry{Kind: gazetteer.State, Code: "ATL", Name: "Atlantis", Cities: []string{"Paris"}},
	)
	if err != nil {
		t.Fatal(err)
	}
	senses, n := g.Longest(strings.Fields("Freedom Legion attacked"))
	if n != 2 || senses[0].Entry.Code != "RUSREBLIB" {
		t.Errorf("the new group was not found: %v, %d", senses, n)
	}
	if s := g.Lookup("Paris", time.Time{}); s[0].Entry.Code != "ATL" {
		t.Errorf("Paris means %s: the user's own entry must come first", s[0].Entry.Code)
	}
	if s := gazetteer.Default().Lookup("Atlantis", time.Time{}); s != nil {
		t.Error("With changed the gazetteer it began from")
	}
	for _, bad := range []gazetteer.Entry{
		{Kind: gazetteer.Group, Code: "x", Name: "No code"},
		{Kind: gazetteer.Person, Of: "USA", Name: "No office"},
		{Kind: gazetteer.Person, Of: "USA", Office: "president", Name: "No term"},
		{Name: "No kind", Code: "USA"},
	} {
		if _, err := gazetteer.Default().With(bad); err == nil {
			t.Errorf("%q was accepted", bad.Name)
		}
	}
}

package reader_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parley/reader"
)

// said writes statements as "speaker: content | content".
func said(text string) []string {
	var list []string
	for _, s := range reader.Read(text).Statements {
		who := "–"
		if s.Speaker != nil {
			who = s.Speaker.Name
		}
		var content []string
		for _, c := range s.Content {
			content = append(content, c.In(text))
		}
		list = append(list, who+": "+strings.Join(content, " | "))
	}
	return list
}

// TestStatements: each way in which English reports speech, with what a reader of the news
// would take from it.
func TestStatements(t *testing.T) {
	for text, want := range map[string]string{
		"Anna Berg said that the bridge would open in May.":                            "Anna Berg: that the bridge would open in May",
		"Anna Berg told reporters on Monday the bridge would open in May.":             "Anna Berg: the bridge would open in May",
		"The bridge would open in May, Anna Berg said.":                                "Anna Berg: The bridge would open in May",
		"“The bridge will open,” said Anna Berg, a spokeswoman for the city.":          "Anna Berg: “The bridge will open,”",
		"“The bridge,” Anna Berg said, “will open in May.”":                            "Anna Berg: “The bridge,” | “will open in May.”",
		"According to Anna Berg, the bridge will open in May.":                         "Anna Berg: the bridge will open in May",
		"The bridge will open in May, according to the ministry.":                      "the ministry: The bridge will open in May",
		"There are fears that the bridge might fall.":                                  "–: that the bridge might fall",
		"The mayor vowed to open the bridge.":                                          "The mayor: to open the bridge",
		"The mayor asked whether the bridge would hold.":                               "The mayor: whether the bridge would hold",
		"Critics called for an inquiry.":                                               "Critics: an inquiry",
		"“It holds. We have tested it,” Anna Berg said. “It will hold for a century.”": "Anna Berg: “It holds. We have tested it,” | “It will hold for a century.”",
	} {
		got := said(text)
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestSpeakersAreNamed: a pronoun, a surname and a title stand for who was named before.
func TestSpeakersAreNamed(t *testing.T) {
	got := said("Anna Berg said that the bridge was safe. She added that it was new. Berg warned that it was narrow. The mayor said that she agreed.")
	want := []string{"Anna Berg", "Anna Berg", "Anna Berg", "The mayor"}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i, who := range want {
		if !strings.HasPrefix(got[i], who+": ") {
			t.Errorf("%q is not said by %s", got[i], who)
		}
	}
}

// TestDetails: hedges, denials and conditions are kept with their words.
func TestDetails(t *testing.T) {
	text := "Anna Berg said that if the river rises, the bridge might not hold."
	s := reader.Read(text).Statements
	if len(s) != 1 || s[0].Condition == nil || s[0].Condition.If.In(text) != "if the river rises" || s[0].Condition.Then.In(text) != "the bridge might not hold" ||
		len(s[0].Hedges) != 1 || s[0].Hedges[0].In(text) != "might" {
		t.Errorf("%+v", s)
	}
	text = "Anna Berg said the bridge is not safe, apparently referring to the northern arch."
	if s = reader.Read(text).Statements; len(s) != 1 || !s[0].Negated || s[0].Gloss == nil || !strings.Contains(s[0].Gloss.In(text), "the northern arch") {
		t.Errorf("%+v", s)
	}
}

// FuzzRead: no text stops the reader; every span lies in it, on whole characters, and the
// same text gives the same statements.
func FuzzRead(f *testing.F) {
	f.Add("“A,” said B. He added: ''C'' — D")
	f.Add("NAME: text. ― X")
	f.Add("said said said, according to, if , that")
	f.Add("\x80\xff\n\n“")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<13 {
			t.Skip()
		}
		first := reader.Read(text).Statements
		check := func(s reader.Span) {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End {
				t.Fatalf("bytes %d to %d of %d", s.Start, s.End, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(s.In(text)) {
				t.Fatalf("%q is cut in a character", s.In(text))
			}
		}
		for i := range first {
			for _, c := range first[i].Content {
				check(c)
			}
			check(first[i].Cue)
			if first[i].Speaker != nil {
				check(first[i].Speaker.Span)
			}
		}
		if again := reader.Read(text).Statements; len(again) != len(first) {
			t.Fatalf("%d statements, then %d", len(first), len(again))
		}
	})
}

// BenchmarkRead reports sentences a second.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Anna Berg, the mayor, told reporters on Monday that if the river rises the bridge might not hold. “We have tested it,” she said, according to the ministry. Critics called for an inquiry into the costs of the bridge and the city.\n", 300)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		reader.Read(text)
	}
	b.ReportMetric(900*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}

// BenchmarkOneLine is a line without any full stop: twice as long must not cost much more
// than twice as much.
func BenchmarkOneLine(b *testing.B) {
	text := strings.Repeat("said that the mayor, who was told “yes, ", 25_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		reader.Read(text)
	}
}

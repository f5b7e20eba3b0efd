package grammar

import (
	"strings"
	"testing"
)

// TestSentences: where a sentence ends decides whose words are whose.
func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"It holds. It is new.":                    {"It holds.", "It is new."},
		"Mr. Smith met Sen. Jones. They spoke.":   {"Mr. Smith met Sen. Jones.", "They spoke."},
		"The U.S. The army left the U.S. army.":   {"The U.S.", "The army left the U.S. army."},
		"It cost 3.5 million. “It did.” She left": {"It cost 3.5 million.", "“It did.”", "She left"},
		"“Will it hold?” he asked. No.":           {"“Will it hold?” he asked.", "No."},
		"One line\nanother line":                  {"One line", "another line"},
		"":                                        nil,
	} {
		var got []string
		for s := range Sentences(text) {
			got = append(got, text[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestQuotes: a quotation that runs over sentences is known to be open in the next.
func TestQuotes(t *testing.T) {
	var open []bool
	for s := range Sentences("He said: “It holds. It is new.” It was.\n''Yes,'' she said. \"No.\" Well.") {
		open = append(open, s.InQuote)
	}
	want := []bool{false, true, false, false, false, false}
	if len(open) != len(want) {
		t.Fatalf("%v", open)
	}
	for i := range want {
		if open[i] != want[i] {
			t.Errorf("sentence %d: open %v", i, open[i])
		}
	}
}

// TestClasses: the words that hold a sentence together are told from those that fill it.
func TestClasses(t *testing.T) {
	want := map[string]Class{
		"the": Determiner, "mayor": Other, "of": Preposition, "Bern": Name, "has": Auxiliary, "quickly": Adverb, "said": Other, "that": Subordinate,
		"he": Pronoun, "and": Conjunction, "won't": Auxiliary, "7": Number, ".": Punctuation, "“": Quote,
	}
	for s := range Sentences("“the mayor of Bern has quickly said that he and 7 won't.") {
		for _, tok := range s.Tokens {
			text := "“the mayor of Bern has quickly said that he and 7 won't."[tok.Start:tok.End]
			if class, ok := want[text]; !ok || class != tok.Class {
				t.Errorf("%q is of class %d, want %d", text, tok.Class, class)
			}
		}
	}
}

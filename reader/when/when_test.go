package when_test

import (
	"testing"
	"time"

	"parley/reader/grammar"
	"parley/reader/when"
)

var monday = time.Date(2024, 12, 2, 9, 0, 0, 0, time.UTC)

// A user would look up the wrong day, or take a guess for a date.
func TestTimes(t *testing.T) {
	for _, c := range []struct{ text, words, value string }{
		{"Rutte will chair a meeting on Tuesday.", "Tuesday", "2024-12-03"},
		{"He said on Tuesday that it was so.", "Tuesday", "2024-11-26"},
		{"He said on Monday that it was so.", "Monday", "2024-12-02"},
		{"They met last Monday.", "last Monday", "2024-11-25"},
		{"They meet next Monday.", "next Monday", "2024-12-09"},
		{"They met in Florida on November 22, he said.", "November 22", "2024-11-22"},
		{"They met on 22 November.", "22 November", "2024-11-22"},
		{"They met on the 3rd of March 2022.", "3rd of March 2022", "2022-03-03"},
		{"It was signed on March 3, 2022, in Minsk.", "March 3, 2022", "2022-03-03"},
		{"Rutte took office in October.", "October", "2024-10"},
		{"They met in January.", "January", "2024-01"},
		{"They will meet in January.", "January", "2025-01"},
		{"He vowed to end the war within 24 hours.", "within 24 hours", "PT24H"},
		{"It has lasted for two years.", "for two years", "P2Y"},
		{"Over the next decade it will cost more.", "Over the next decade", "P10Y"},
		{"He helped in 2018 to raise spending.", "in 2018", "2018"},
		{"From 2014 to 2016 there was war.", "From 2014 to 2016", "2014/2016"},
		{"It was so in the 1990s.", "in the 1990s", "199X"},
		{"He left three years ago.", "three years ago", "2021"},
		{"He left two weeks ago.", "two weeks ago", "2024-11-18"},
		{"Prices rose last month.", "last month", "2024-11"},
		{"Prices rise next quarter.", "next quarter", "2025-Q1"},
		{"It ends this year.", "this year", "2024"},
		{"He spoke yesterday.", "yesterday", "2024-12-01"},
		{"Both were ruled out in the near future.", "in the near future", "FUTURE_REF"},
		{"It was written on 2024-11-30.", "2024-11-30", "2024-11-30"},
		{"The march of 2000 soldiers may end.", "", ""},
		{"It may be in March that they may march.", "March", "2024-03"},
		{"They may act on 31 February.", "31 February", ""},
		{"He said on Sunday that it will not do.", "Sunday", "2024-12-01"},
		{"He said on Sunday it will not do.", "Sunday", "2024-12-01"},
		{"He said that it will end on Sunday.", "Sunday", "2024-12-08"},
		{"On Sunday the council will meet.", "Sunday", "2024-12-08"},
		{"CAIRO, 28 November — Egypt's minister said that it will not do.", "28 November", "2024-11-28"},
		{"It will have ended by 30 November.", "30 November", "2024-11-30"},
	} {
		for s := range grammar.Sentences(c.text) {
			found := when.Find(s.Tokens, monday)
			words, value := "", ""
			if len(found) > 0 {
				words, value = c.text[found[0].Start:found[0].End], found[0].Value
			}
			if words != c.words || value != c.value || len(found) > 1 {
				t.Errorf("%s: %q %q of %d, want %q %q", c.text, words, value, len(found), c.words, c.value)
			}
		}
	}
}

// Without the text's date a relative time is named, and nothing is guessed.
func TestNoDate(t *testing.T) {
	for s := range grammar.Sentences("He said on Tuesday that last month, in October, three years ago, it was so for two years.") {
		for _, e := range when.Find(s.Tokens, time.Time{}) {
			if e.Kind != when.Duration && e.Value != "" {
				t.Errorf("%s is guessed for bytes %d to %d", e.Value, e.Start, e.End)
			}
		}
	}
}

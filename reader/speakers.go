package reader

import (
	"strings"
	"unicode"
)

// nameSpeakers ties mentions to the fullest name that a text gives for them: a surname to
// the name whose last word it is, a pronoun to the speaker before it, a title to the
// person it was last said beside.
func (r *reading) nameSpeakers() {
	full := map[string]string{} // surname → full name
	titles := map[string]string{}
	lastName := ""
	for i := range r.out.Statements {
		for _, m := range []*Mention{r.out.Statements[i].Speaker, r.out.Statements[i].Addressee} {
			if m == nil || m.Name != "" {
				continue
			}
			words := m.Span.In(r.text)
			lower := strings.ToLower(words)
			switch name := properName(words); {
			case personal[lower]:
				if m.Name = lastName; m.Name == "" {
					m.Name = words
				}
				continue
			case name != "":
				parts := strings.Fields(name)
				surname := parts[len(parts)-1]
				if len(parts) > 1 || full[surname] == "" {
					full[surname] = name
				}
				m.Name = full[surname]
				if title := strings.TrimSpace(strings.ToLower(strings.Replace(words, name, "", 1))); len(title) > 3 {
					titles[strings.Trim(title, " ,")] = m.Name
				}
			case titles[strings.TrimPrefix(lower, "the ")] != "":
				m.Name = titles[strings.TrimPrefix(lower, "the ")]
			default:
				m.Name = words
			}
			if m == r.out.Statements[i].Speaker {
				lastName = m.Name
			}
		}
	}
}

var personal = set("he she they him her them i we")

// properName is the longest run of words with capitals in some words, titles aside.
func properName(words string) string {
	best, run := "", ""
	flush := func() {
		if len(run) > len(best) {
			best = run
		}
		run = ""
	}
	for i, w := range strings.Fields(words) {
		w = strings.TrimRight(w, ",.;:")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w == "" {
			continue
		}
		first := []rune(w + " ")[0]
		if !unicode.IsUpper(first) || i == 0 && (w == "The" || w == "A" || w == "But" || w == "In") {
			flush()
			continue
		}
		switch w {
		case "Mr.", "Mrs.", "Ms.", "Dr.", "President", "Senator", "Sen.", "Rep.", "Gov.", "Secretary", "Minister", "Prime", "General", "Gen.":
			flush()
			continue
		}
		run = strings.TrimSpace(run + " " + w)
	}
	flush()
	return best
}

package reader

import (
	"strings"
	"unicode"
)

// names are who was named so far, by what they are called by.
type names struct {
	full   map[string]string // by surname
	titles map[string]string
	last   string // person who spoke
}

func newNames() *names { return &names{full: map[string]string{}, titles: map[string]string{}} }

// mostNames bounds what is kept of a stream of texts.
const mostNames = 20_000

// bounded forgets all names once there are too many.
func (n *names) bounded() {
	if len(n.full)+len(n.titles) > mostNames {
		clear(n.full)
		clear(n.titles)
	}
}

// nameSpeakers ties mentions to the fullest name that a text gives for them: a surname to
// the name whose last word it is, a pronoun to the speaker before it, a title to the
// person it was last said beside.
func (r *reading) nameSpeakers() {
	full, titles := r.known.full, r.known.titles
	for i := range r.out.Statements {
		for _, m := range []*Mention{r.out.Statements[i].Speaker, r.out.Statements[i].Addressee} {
			if m == nil || m.Name != "" {
				continue
			}
			words := m.Span.In(r.text)
			if !m.of.Empty() {
				words = m.of.In(r.text)
			}
			lower := strings.ToLower(words)
			switch name := properName(words); {
			case personal[lower]:
				if m.Name = r.known.last; m.Name == "" {
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
			if m == r.out.Statements[i].Speaker && properName(m.Name) != "" {
				r.known.last = m.Name // a pronoun means a person
			}
		}
	}
}

var personal = set("he she they him her them i we")

// properName is the longest run of words with capitals in some words, titles aside; none
// where a common noun follows it, as in "the NATO chief".
func properName(words string) string {
	best, run := "", ""
	list := strings.Fields(words)
	for i, w := range list {
		bare := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(w, ",.;:"), "'s"), "’s")
		if bare == "" {
			continue
		}
		first := []rune(bare)[0]
		title := titlesOfRank[strings.TrimRight(bare, ".")]
		if !unicode.IsUpper(first) || title || i == 0 && (bare == "The" || bare == "A" || bare == "But" || bare == "In" || bare == "New") {
			run = ""
			continue
		}
		run = strings.TrimSpace(run + " " + bare)
		ends := i == len(list)-1 || strings.HasSuffix(w, ",") || !unicode.IsLetter([]rune(list[i+1])[0]) || list[i+1] == "and" || list[i+1] == "of" || list[i+1] == "on"
		if ends && len(run) > len(best) {
			best = run
		}
	}
	return best
}

var titlesOfRank = map[string]bool{
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "President": true, "Senator": true, "Sen": true, "Rep": true, "Gov": true, "Secretary": true, "Minister": true, "Prime": true,
	"General": true, "Gen": true, "Chinese": true, "Russian": true, "American": true, "British": true, "French": true, "German": true, "Ukrainian": true, "Foreign": true,
}

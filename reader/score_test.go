package reader_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parley/reader"
)

// goldDir holds the sets of records that readers are scored on, beside the project; they
// are not part of it.
const goldDir = "../../shared/gold/"

type goldSpan struct{ Start, End int }

type goldArticle struct {
	ID           string
	Text         string
	Attributions []struct{ Source, Cue, Content []goldSpan }
}

func goldArticles(t testing.TB, name string) []goldArticle {
	t.Helper()
	f, err := os.Open(goldDir + name)
	if err != nil {
		t.Skipf("the gold set %s is not here: %v", name, err)
	}
	defer func() { _ = f.Close() }()
	var list []goldArticle
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if a.ID != "" {
			list = append(list, a)
		}
	}
	return list
}

// score counts what was found of what there is.
type score struct{ found, right, gold, met int }

func (s score) f1() float64 {
	if s.found == 0 || s.gold == 0 {
		return 0
	}
	p, r := float64(s.right)/float64(s.found), float64(s.met)/float64(s.gold)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// marks is the bytes that spans cover.
func marks(spans []reader.Span) map[int]bool {
	m := map[int]bool{}
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			m[i] = true
		}
	}
	return m
}

// overlap is what two sets of bytes share of what either has.
func overlap(a, b map[int]bool) float64 {
	both := 0
	for i := range a {
		if b[i] {
			both++
		}
	}
	if len(a)+len(b) == both {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// TestPolNeAR scores statements on news articles with attributions (Newell et al. 2018): of
// the content, by how much of it agrees; of the source, to the letter.
func TestPolNeAR(t *testing.T) {
	var loose, strict, source score
	for _, a := range goldArticles(t, "polnear_dev.jsonl") {
		at := make([]int, 0, len(a.Text)+1) // code points to bytes
		for i := range a.Text {
			at = append(at, i)
		}
		at = append(at, len(a.Text))
		spans := func(list []goldSpan) []reader.Span {
			var out []reader.Span
			for _, s := range list {
				out = append(out, reader.Span{Start: at[s.Start], End: at[s.End]})
			}
			return out
		}
		found := reader.Read(a.Text).Statements
		contents := make([]map[int]bool, len(found))
		for i := range found {
			contents[i] = marks(found[i].Content)
		}
		usedLoose, usedStrict := map[int]bool{}, map[int]bool{}
		for _, g := range a.Attributions {
			content := marks(spans(g.Content))
			best, most := -1, 0.0
			for i := range found {
				if o := overlap(contents[i], content); o > most && !usedLoose[i] {
					best, most = i, o
				}
			}
			loose.gold++
			strict.gold++
			if len(g.Source) > 0 {
				source.gold++
			}
			if most >= 0.3 {
				usedLoose[best] = true
				loose.met++
				if s := found[best].Speaker; s != nil && len(g.Source) > 0 {
					if sp := spans(g.Source); sp[0].Start == s.Span.Start && sp[len(sp)-1].End == s.Span.End {
						source.met++
					}
				}
			}
			if most >= 0.8 && !usedStrict[best] {
				usedStrict[best] = true
				strict.met++
			}
		}
		loose.found, strict.found = loose.found+len(found), strict.found+len(found)
		for i := range found {
			if found[i].Speaker != nil {
				source.found++
			}
		}
	}
	loose.right, strict.right, source.right = loose.met, strict.met, source.met
	t.Logf("PolNeAR dev: content F1 %.3f (overlap ≥ 0.3), %.3f (≥ 0.8); source exact F1 %.3f; %d found, %d in the set", loose.f1(), strict.f1(), source.f1(), loose.found, loose.gold)
}

// TestCaRB scores who said what in single sentences (Bhardwaj, Aggarwal & Mausam 2019): of
// the speaker and of the content at least half of the words.
func TestCaRB(t *testing.T) {
	f, err := os.Open(goldDir + "carb_said.jsonl")
	if err != nil {
		t.Skipf("the gold set carb_said.jsonl is not here: %v", err)
	}
	defer func() { _ = f.Close() }()
	right, named, all := 0, 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var g struct {
			ID, Text string
			Tuples   []struct {
				Rel  string
				Args []string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		tuple := slices.IndexFunc(g.Tuples, func(x struct {
			Rel  string
			Args []string
		}) bool {
			return strings.Contains(" "+x.Rel+" ", " said ") && len(x.Args) > 1
		})
		if g.ID == "" || tuple < 0 {
			continue
		}
		all++
		args := g.Tuples[tuple].Args
		for _, s := range reader.Read(g.Text).Statements {
			if s.Speaker == nil {
				continue
			}
			content := ""
			for _, c := range s.Content {
				content += " " + c.In(g.Text)
			}
			if sharedWords(content, strings.Join(args[1:], " ")) < 0.5 {
				continue
			}
			if sharedWords(s.Speaker.Span.In(g.Text), args[0]) >= 0.5 {
				right, named = right+1, named+1
				break
			}
			if sharedWords(s.Speaker.Name, args[0]) >= 0.5 {
				named++ // the words are those of the name with what tells who it is
				break
			}
		}
	}
	t.Logf("CaRB said: speaker and content right in %.3f of %d sentences by the words, %.3f by the name", float64(right)/float64(all), all, float64(named)/float64(all))
}

// sharedWords is the words that two texts share, of what either has.
func sharedWords(a, b string) float64 {
	count := func(text string) map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if w != "that" && w != "the" && w != "a" {
				m[w] = true
			}
		}
		return m
	}
	x, y := count(a), count(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	if len(x)+len(y) == both {
		return 0
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

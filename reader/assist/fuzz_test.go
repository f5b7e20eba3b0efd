package assist_test

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parley/reader"
	"parley/reader/assist"
)

// BenchmarkHostileAnswer: the worst that an answer can ask of a text that is the worst for it.
func BenchmarkHostileAnswer(b *testing.B) {
	text := strings.Repeat("a ", 6000)
	item := said(strings.Repeat("a ", 149)+"b b "+strings.Repeat("a ", 148), "a", "a")
	var response strings.Builder
	reply(&response, statements(slices.Repeat([]string{item}, 500)...), "stop")
	a, err := assist.New(assist.Options{Base: "http://localhost", Model: "m"}, played(response.String()), &clock{})
	if err != nil {
		b.Fatal(err)
	}
	r := &reader.Reading{Text: text}
	for b.Loop() {
		if found, err := a.Read(b.Context(), r); err != nil || found.Items != 500 || len(found.Rejected) != 500 {
			b.Fatalf("%+v, %v", found, err)
		}
	}
}

// played is a transport that gives one response to everything.
type played string

func (p played) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(string(p)))}, nil
}

// FuzzAnswers: no answer makes a program fall over, and no span has other words than the quote.
func FuzzAnswers(f *testing.F) {
	f.Add(sung, statements(said("the old bridge would outlive them all", "Dora Lind", "song"), said("The old-bridge “would” outlast them all!", "he", "")), false)
	f.Add("Anna Berg said “it – may\nnot hold, if it rains”.\n", `{"statements":[{"content":"it - may not hold","stance":"says","hedges":["may"],"condition":{"if":"if it rains","then":null}},{}]}`, false)
	f.Add("a a a a a a a\xff a", statements(said("a a a a a a", "a", "a"), said("a a b a a a", "a", "a"), said("\u0301 a", "", "")), false)
	f.Add("x", `{"choices":[{"finish_reason":"stop","message":{"content":"<think>{\"statements\":[{}]}"}}]}`, true)
	f.Fuzz(func(t *testing.T, text, answer string, whole bool) {
		if !whole {
			var b strings.Builder
			reply(&b, answer, "stop")
			answer = b.String()
		}
		a, err := assist.New(assist.Options{Base: "http://localhost", Model: "m", PartSize: 100}, played(answer), &clock{})
		if err != nil {
			t.Fatal(err)
		}
		r := reader.Read(text)
		found, err := a.Read(t.Context(), r)
		if err != nil {
			return
		}
		if n := len(found.Confirmed) + len(found.Suggestions) + len(found.Rejected) + found.Repeated; n != found.Items {
			t.Errorf("%d items, %d accounted for", found.Items, n)
		}
		for _, g := range found.Suggestions {
			words := g.Span.In(text)
			if !g.Near && words != g.Said || len(g.Content) != 1 || g.Content[0] != g.Span {
				t.Errorf("%q is not %q", words, g.Said)
			}
			if g.Near && words == g.Said {
				t.Errorf("%q is no near miss", words)
			}
			if g.Near && !alike(words, g.Said) {
				t.Errorf("%q is not near %q", words, g.Said)
			}
			for _, s := range append(g.Hedges, g.Cue) {
				_ = s.In(text)
			}
			if g.Speaker != nil && g.Speaker.Span.Empty() {
				t.Error("a speaker without words")
			}
		}
	})
}

// alike is a second, slow opinion on near misses: by the edit distance of words in lower case.
func alike(a, b string) bool {
	split := func(s string) []string {
		var list []string
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
				if len(list) == 0 {
					list = append(list, "")
				}
				list[len(list)-1] += string(unicode.ToLower(r))
			} else if len(list) > 0 && list[len(list)-1] != "" {
				list = append(list, "")
			}
		}
		if n := len(list); n > 0 && list[n-1] == "" {
			list = list[:n-1]
		}
		return list
	}
	x, y := split(a), split(b)
	before := make([]int, len(y)+1)
	for j := range before {
		before[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(before[j]+cost, before[j+1]+1, row[j]+1)
		}
		before = row
	}
	return before[len(y)] <= 1
}

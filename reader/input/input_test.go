package input_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"parley/reader/input"
)

// TestEncodings: whatever an office program wrote, the same words are read.
func TestEncodings(t *testing.T) {
	const want = "“Größe” said the café owner.\n"
	utf16 := func(big bool) []byte {
		b := []byte{0xff, 0xfe}
		if big {
			b = []byte{0xfe, 0xff}
		}
		for _, r := range want {
			lo, hi := byte(r), byte(r>>8)
			if big {
				b = append(b, hi, lo)
			} else {
				b = append(b, lo, hi)
			}
		}
		return b
	}
	for name, data := range map[string][]byte{
		"utf-8": []byte(want), "mark": append([]byte("\ufeff"), want...), "little": utf16(false), "big": utf16(true),
		"windows": []byte("\x93Gr\xf6\xdfe\x94 said the caf\xe9 owner.\r\n"),
	} {
		got, err := input.Decode(name, data)
		if err != nil || got.Body != want {
			t.Errorf("%s: %q, %v", name, got.Body, err)
		}
	}
}

// TestHTML: the article is read, not what stands around it.
func TestHTML(t *testing.T) {
	para := "<p>" + strings.Repeat("The mayor said that the bridge would open in May, as the city had promised. ", 6) + "</p>"
	page := `<!doctype html><html><head><title>The bridge opens – The Courier</title><meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2024-12-02T08:00:00Z"></head><body><nav><ul><li><a href="/a">Subscribe now</a></li></ul></nav><article><h1>The bridge opens</h1>` +
		para + para + para + `</article><footer><a href="/x">Cookie settings</a></footer><script>alert("said")</script></body></html>`
	got, err := input.Decode("page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.Body, "Subscribe") || strings.Contains(got.Body, "alert") || !strings.Contains(got.Body, "the bridge would open in May") {
		t.Errorf("%q", got.Body)
	}
	if got.Publisher != "The Courier" || got.Published.Format("2006-01-02") != "2024-12-02" || !strings.Contains(got.Title, "The bridge opens") {
		t.Errorf("%q, %q, %s", got.Title, got.Publisher, got.Published)
	}
}

// TestNoText: what cannot be read is refused in words.
func TestNoText(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty": {nil, input.ErrEmpty}, "spaces": {[]byte(" \n\n"), input.ErrEmpty}, "binary": {bytes.Repeat([]byte{0, 1, 2, 0x80}, 100), input.ErrBinary},
	} {
		if _, err := input.Decode(name, c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := input.Decode("bad.pdf", []byte("%PDF-1.4\nnothing")); err == nil || !strings.Contains(err.Error(), "PDF cannot be read") {
		t.Errorf("a damaged PDF: %v", err)
	}
}

// FuzzDecode: no file stops the reader, and what is read is text.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("<p>a"))
	f.Add([]byte("%PDF-1.4"))
	f.Add([]byte{0xff, 0xfe, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			t.Skip()
		}
		if got, err := input.Decode("x", data); err == nil && !utf8.ValidString(got.Body) {
			t.Errorf("%q", got.Body)
		}
	})
}

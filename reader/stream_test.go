package reader_test

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"parley/reader"
)

// endless repeats a text until so many bytes are read.
type endless struct {
	text string
	at   int
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), e.left)], e.text[e.at:])
	e.at, e.left = (e.at+n)%len(e.text), e.left-n
	return n, nil
}

const twoParagraphs = "Mark Rutte said on Monday that the aid – all of it – must arrive.\n“It will,” he added. Officials fear that if it does not, the talks could fail.\n"

// A user's archive would not fit into memory.
func TestStreamInConstantMemory(t *testing.T) {
	const whole = 12 << 20
	statements, most := 0, uint64(0)
	err := reader.Stream(t.Context(), &endless{text: twoParagraphs, left: whole}, reader.Options{}, func(p *reader.Part) error {
		statements += len(p.Statements)
		if p.Byte%(2<<20) < 1<<20 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := whole / len(twoParagraphs) * 3; statements < want*9/10 || statements > want*11/10 {
		t.Errorf("%d statements, some %d are there", statements, want)
	}
	if most > 8<<20 { // less than the text
		t.Errorf("%d MB were held of a text of %d MB", most>>20, whole>>20)
	}
}

// What is found would not stand where it is said to stand.
func TestStreamKeepsPlacesAndNames(t *testing.T) {
	text := strings.Repeat(twoParagraphs, 3<<20/len(twoParagraphs))
	parts, end := 0, 0
	err := reader.Stream(t.Context(), strings.NewReader(text), reader.Options{}, func(p *reader.Part) error {
		if p.Byte != end || text[p.Byte:p.Byte+len(p.Text)] != p.Text {
			t.Fatalf("a part of %d bytes does not stand at %d", len(p.Text), p.Byte)
		}
		if points := len([]rune(text[:p.Byte])); points != p.Point {
			t.Fatalf("%d code points before a part, not %d", points, p.Point)
		}
		for i := range p.Statements {
			if s := p.Statements[i].Speaker; s != nil && s.Span.In(p.Text) == "he" && s.Name != "Mark Rutte" {
				t.Fatalf("he is %q", s.Name)
			}
		}
		parts, end = parts+1, end+len(p.Text)
		return nil
	})
	if err != nil || parts < 3 || end != len(text) {
		t.Fatalf("%d parts, %d of %d bytes: %v", parts, end, len(text), err)
	}
}

// A line without an end, and a user who stops.
func TestStreamOfOneLine(t *testing.T) {
	for _, text := range []string{strings.Repeat("ü", 2<<20), strings.Repeat("He said no and ", 60_000), "", "x"} {
		end := 0
		err := reader.Stream(t.Context(), strings.NewReader(text), reader.Options{}, func(p *reader.Part) error {
			if !strings.HasPrefix(text[end:], p.Text) {
				t.Fatalf("bytes of %d characters were lost", len(text))
			}
			end += len(p.Text)
			return nil
		})
		if err != nil || end != len(text) {
			t.Errorf("%d of %d bytes: %v", end, len(text), err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := reader.Stream(ctx, strings.NewReader("x"), reader.Options{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a reading that is stopped ends with %v", err)
	}
}

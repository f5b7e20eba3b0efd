package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// ErrMixed is that of a text whose encoding changes.
var ErrMixed = errors.New("it begins as UTF-8 and goes on as something else")

// sniffed is how much of a long text is looked at to tell its encoding.
const sniffed = 256 << 10

// Plain gives a plain text in UTF-8 as it is read, and reports whether it is one: pages and
// PDFs have to be decoded whole. Carriage returns are left out.
func Plain(file io.Reader) (text io.Reader, plain bool, err error) {
	b := bufio.NewReaderSize(file, sniffed)
	head, err := b.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	start := bytes.TrimLeft(head[:min(len(head), 1024)], "\ufeff \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")), isHTML(start):
		return nil, false, nil
	case utf8.Valid(wholeRunes(head)) && !bytes.ContainsRune(head, 0):
		if bytes.HasPrefix(head, []byte("\ufeff")) {
			if _, err := b.Discard(3); err != nil {
				return nil, false, err
			}
		}
		return &lines{from: &checked{from: b}}, true, nil
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}), !bytes.ContainsRune(head, 0):
		r, err := charset.NewReader(b, "text/plain")
		if err != nil {
			return nil, false, err
		}
		return &lines{from: r}, true, nil
	}
	return nil, false, ErrBinary
}

// wholeRunes is a text without a character that is cut off at its end.
func wholeRunes(text []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(text); i++ {
		if at := len(text) - i; utf8.RuneStart(text[at]) {
			if !utf8.FullRune(text[at:]) {
				return text[:at]
			}
			return text
		}
	}
	return text
}

// lines leaves carriage returns out.
type lines struct{ from io.Reader }

func (l *lines) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	kept := p[:0]
	for _, b := range p[:n] {
		if b != '\r' {
			kept = append(kept, b)
		}
	}
	return len(kept), err
}

// checked refuses what is no UTF-8.
type checked struct {
	from io.Reader
	cut  []byte // of a character
}

func (c *checked) Read(p []byte) (int, error) {
	if len(p) < utf8.UTFMax {
		return 0, io.ErrShortBuffer
	}
	held := copy(p, c.cut)
	n, err := c.from.Read(p[held:])
	all := p[:held+n]
	whole := all
	if err == nil {
		whole = wholeRunes(all)
	}
	c.cut = append(c.cut[:0], all[len(whole):]...)
	if !utf8.Valid(whole) || bytes.IndexByte(whole, 0) >= 0 {
		return 0, ErrMixed
	}
	return len(whole), err
}

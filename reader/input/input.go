package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/ledongthuc/pdf"
	"golang.org/x/net/html/charset"
)

// Text is what is read. Everything that is found in it refers to bytes of Body.
type Text struct {
	Name      string // of the file
	Title     string
	Publisher string
	Published time.Time // zero if not known
	Body      string    // UTF-8; a line feed ends a paragraph
}

// Most bytes of a file that is not plain text: libraries hold it whole.
const Most = 64 << 20

// Errors of a file that is no text.
var (
	ErrEmpty  = errors.New("there is no text in it")
	ErrBinary = errors.New("it is neither text, HTML nor PDF")
	ErrLarge  = fmt.Errorf("it is larger than %d MB", Most>>20)
	ErrScan   = errors.New("its pages hold no text: it may be a scan, which has to be recognised by another program first")
)

// Decode tells by its first bytes what a file is, and gives its text.
func Decode(name string, data []byte) (Text, error) {
	t := Text{Name: name}
	var err error
	switch head := bytes.TrimLeft(data[:min(len(data), 1024)], "\ufeff \t\r\n"); {
	case len(data) > Most:
		err = ErrLarge
	case bytes.HasPrefix(data, []byte("%PDF-")):
		t.Body, err = fromPDF(data)
	case isHTML(head):
		err = t.fromHTML(data)
	default:
		t.Body, err = decoded(data, "text/plain")
	}
	if err != nil {
		return t, fmt.Errorf("%s: %w", name, err)
	}
	t.Body = tidy(t.Body)
	if strings.TrimSpace(t.Body) == "" {
		return t, fmt.Errorf("%s: %w", name, ErrEmpty)
	}
	if t.Title == "" {
		t.Title = firstLine(t.Body)
	}
	return t, nil
}

var tag = regexp.MustCompile(`(?i)^<(!doctype html|html|head|body|article|main|div|p|meta|title|!--)[\s>]`)

func isHTML(head []byte) bool { return tag.Match(head) }

// decoded is a text in UTF-8, whatever encoding it was in.
func decoded(data []byte, kind string) (string, error) {
	if utf8.Valid(data) && !bytes.ContainsRune(data, 0) {
		return strings.TrimPrefix(string(data), "\ufeff"), nil
	}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) || !bytes.ContainsRune(data[:min(len(data), 4096)], 0) {
		r, err := charset.NewReader(bytes.NewReader(data), kind)
		if err != nil {
			return "", fmt.Errorf("decode: %w", err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return "", fmt.Errorf("decode: %w", err)
		}
		return strings.TrimPrefix(string(text), "\ufeff"), nil
	}
	return "", ErrBinary
}

// fromHTML takes the article out of a page, and what the page says of itself.
func (t *Text) fromHTML(data []byte) error {
	text, err := decoded(data, "text/html")
	if err != nil {
		return err
	}
	parser := readability.NewParser()
	article, err := parser.Parse(strings.NewReader(text), &url.URL{Scheme: "file", Path: "/" + t.Name})
	if err != nil {
		return fmt.Errorf("HTML: %w", err)
	}
	t.Title, t.Publisher = strings.TrimSpace(article.Title()), strings.TrimSpace(article.SiteName())
	if at, err := article.PublishedTime(); err == nil {
		t.Published = at
	}
	var b strings.Builder
	if article.Node == nil {
		return ErrEmpty
	}
	if err := article.RenderText(&b); err != nil {
		return fmt.Errorf("HTML: %w", err)
	}
	t.Body = b.String()
	return nil
}

// fromPDF takes the text out of the pages.
func fromPDF(data []byte) (text string, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the library panics on some damaged files
			text, err = "", fmt.Errorf("the PDF cannot be read: %v", broken)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", fmt.Errorf("the PDF cannot be read: %w", err)
	}
	plain, err := r.GetPlainText()
	if err != nil {
		return "", fmt.Errorf("the PDF cannot be read: %w", err)
	}
	b, err := io.ReadAll(plain)
	if err != nil {
		return "", fmt.Errorf("the PDF cannot be read: %w", err)
	}
	if strings.TrimSpace(string(b)) == "" {
		return "", ErrScan
	}
	return joined(string(b)), nil
}

var (
	hyphen = regexp.MustCompile(`([a-z])-\n([a-z])`)
	broken = regexp.MustCompile(`([^\n.!?:”"])\n([^\n])`)
)

// joined puts lines that a page broke together again.
func joined(text string) string {
	text = hyphen.ReplaceAllString(text, "$1$2")
	return broken.ReplaceAllString(text, "$1 $2")
}

// tidy leaves one line feed between paragraphs.
func tidy(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return strings.Trim(text, "\n") + "\n"
}

// firstLine is the first words of a text.
func firstLine(body string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
	const most = 90
	if len(line) <= most {
		return line
	}
	cut := strings.LastIndexByte(line[:most], ' ')
	if cut < 0 {
		cut = most
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
	}
	return line[:cut] + " …"
}

package assist

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"parley/reader"
)

// Options say whom to ask, and how.
type Options struct {
	Base  string // of the end point, such as http://127.0.0.1:11434/v1
	Model string
	Key   string // sent as a bearer token; "" for none

	PartSize int           // most code points that are sent at once; 0: 12,000
	Timeout  time.Duration // of one request; 0: five minutes
}

// Clock is the time, which comes in from outside.
type Clock interface {
	Now() time.Time
	// Wait returns after a duration, or with the context's error when that ends first.
	Wait(ctx context.Context, d time.Duration) error
}

const (
	usualPartSize = 12_000
	usualTimeout  = 5 * time.Minute
)

// Assistant asks an end point. It remembers what the end point does not take, and so is for
// one goroutine at a time.
type Assistant struct {
	options Options
	url     *url.URL
	client  *http.Client
	clock   Clock
	form    form // of requests that the end point takes
}

// New makes an assistant that sends through a transport.
func New(o Options, via http.RoundTripper, clock Clock) (*Assistant, error) {
	base, err := url.Parse(o.Base)
	switch {
	case err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Hostname() == "":
		return nil, errors.New("the end point's address must be such as http://127.0.0.1:11434/v1")
	case base.User != nil:
		return nil, errors.New("the end point's address must hold no name or password: the key is given apart from it")
	case o.Model == "":
		return nil, errors.New("no model is named")
	}
	base.Fragment = ""
	if o.PartSize <= 0 {
		o.PartSize = usualPartSize
	}
	if o.Timeout <= 0 {
		o.Timeout = usualTimeout
	}
	// A redirection would send the text to a host that nobody named.
	client := &http.Client{Transport: via, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return &Assistant{options: o, url: base.JoinPath("chat", "completions"), client: client, clock: clock}, nil
}

// Host is where texts are sent.
func (a *Assistant) Host() string { return a.url.Host }

// Model is who is asked there.
func (a *Assistant) Model() string { return a.options.Model }

// Exposed reports whether others on the way can read what is sent: it goes to another
// machine without encryption.
func (a *Assistant) Exposed() bool {
	host := a.url.Hostname()
	return a.url.Scheme == "http" && host != "localhost" && !net.ParseIP(host).IsLoopback()
}

// Result is what an assistant found, held against the text and against a reading of it
// without one. Each item of the answers is counted once: Items is the sum of Confirmed,
// Suggestions, Rejected and Repeated.
type Result struct {
	Items       int
	Confirmed   []int // statements of the reading that the assistant found too, in order
	Differ      []Difference
	Suggestions []Suggestion // what only the assistant found, in the order of the text
	Rejected    []Rejected
	Repeated    int // items that say again what another says
	Parts       int // of the text that were asked about
	Failed      []Failure
}

// Difference is a statement that both found, and which the assistant gives to somebody else.
type Difference struct {
	Statement int // of the reading
	Speaker   reader.Mention
}

// Suggestion is a statement that only the assistant found. A near miss is none: its content is
// the stretch of the text that is nearest to what the assistant said.
type Suggestion struct {
	reader.Statement
	Near    bool
	Said    string      // the quote as the assistant gave it
	Span    reader.Span // in the text
	Dropped []string    // what the assistant gave with it that is not in the text: "speaker", "cue" …
}

// Rejected is an item that is not used.
type Rejected struct {
	Said string // "" where it quoted nothing
	Why  string
}

// Why items are rejected.
const (
	NotInText = "whose words are not in the text"
	NoQuote   = "without a quote"
	NotOfForm = "not of the form asked for"
	TooMany   = "more than a part of a text can hold"
)

// Failure is a part of the text about which there is no answer to be used.
type Failure struct {
	Part reader.Span
	Err  error
}

// Read asks about the text of a reading, part by part. A part that fails is noted and takes
// nothing from the others; there is an error if all fail. When the context ends, what was
// found so far comes with its error.
func (a *Assistant) Read(ctx context.Context, r *reader.Reading) (*Result, error) {
	parts := a.Parts(r.Text)
	m := newMerging(r)
	m.out.Parts = len(parts)
	var last error
	for i, part := range parts {
		err := last // of an end point that answers nobody
		if err == nil {
			err = a.part(ctx, part, m)
		}
		if ctx.Err() != nil {
			for _, rest := range parts[i:] {
				m.out.Failed = append(m.out.Failed, Failure{rest, ctx.Err()})
			}
			return m.result(), ctx.Err()
		}
		if err == nil {
			continue
		}
		m.out.Failed = append(m.out.Failed, Failure{part, err})
		if hopeless(err) {
			last = err
		}
	}
	out := m.result()
	if n := len(out.Failed); n > 0 && n == len(parts) {
		return out, fmt.Errorf("the assistant at %s: %w", a.Host(), out.Failed[0].Err)
	}
	return out, nil
}

// part asks about one part, and takes in the answer.
func (a *Assistant) part(ctx context.Context, part reader.Span, m *merging) error {
	content, err := a.ask(ctx, part.In(m.reading.Text))
	if err != nil {
		return err
	}
	items, err := decode(content)
	if err != nil {
		return err
	}
	v := newPlacing(m, part)
	for i, raw := range items {
		if i%16 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		m.out.Items++
		if i >= mostItems {
			m.reject("", TooMany)
			continue
		}
		v.item(raw)
	}
	return nil
}

// Parts are the stretches in which a text is sent: whole paragraphs, as many as go together.
// A paragraph that is too long by itself is cut between sentences, or else words.
func (a *Assistant) Parts(text string) []reader.Span {
	var list []reader.Span
	add := func(s reader.Span) {
		if strings.TrimSpace(s.In(text)) != "" {
			list = append(list, s)
		}
	}
	open, size := reader.Span{}, 0
	for at := 0; at < len(text); {
		end, points := paragraph(text, at, a.options.PartSize)
		if size > 0 && size+points > a.options.PartSize {
			add(open)
			open, size = reader.Span{Start: at, End: at}, 0
		}
		open.End = end
		size += points
		at = end
	}
	add(open)
	return list
}

// paragraph is where a paragraph, or as much of it as may be sent, ends, and its size in code
// points.
func paragraph(text string, from, most int) (end, points int) {
	sentence, word := 0, 0 // the last places to cut at
	var before rune
	for i, r := range text[from:] {
		if points == most {
			break
		}
		points++
		end = from + i + utf8.RuneLen(r)
		if r == utf8.RuneError { // perhaps one broken byte
			_, n := utf8.DecodeRuneInString(text[from+i:])
			end = from + i + n
		}
		if r == '\n' {
			return end, points
		}
		if r == ' ' {
			word = end
			if strings.ContainsRune(".!?”\"", before) {
				sentence = end
			}
		}
		before = r
	}
	switch {
	case end == len(text) || text[end] == '\n' && points < most:
		return end, points
	case sentence > 0:
		end = sentence
	case word > 0:
		end = word
	}
	return end, utf8.RuneCountInString(text[from:end])
}

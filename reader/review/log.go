package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// Do is what a decision does.
type Do string

// What can be done.
const (
	Accept  Do = "accept"
	Edit    Do = "edit"    // other words of the text
	Speak   Do = "speaker" // somebody else says it
	Reject  Do = "reject"
	Merge   Do = "merge"   // it is one with another
	Undo    Do = "undo"    // takes the last decision about the item back
	Suggest Do = "suggest" // an item from elsewhere; no decision yet
)

// Decision is one line of the log.
type Decision struct {
	Source  string    `json:"source,omitempty" maxLength:"200" doc:"the source that was read"`
	Item    string    `json:"item,omitempty" maxLength:"40" doc:"which item"`
	Do      Do        `json:"do" enum:"accept,edit,speaker,reject,merge,undo,suggest"`
	Of      []Anchor  `json:"of,omitempty" maxItems:"200" doc:"the item as it was read, by which it is found in a later edition"`
	Span    *Anchor   `json:"span,omitempty" doc:"of an edit: the words that are meant; of an accepted edit: those that were accepted"`
	Speaker *string   `json:"speaker,omitempty" maxLength:"200" doc:"who says it; empty: nobody is named"`
	Into    string    `json:"into,omitempty" maxLength:"40" doc:"of a merge: the item that stays"`
	IntoOf  []Anchor  `json:"into_of,omitempty" maxItems:"200" doc:"that item as it was read"`
	Quote   string    `json:"quote,omitempty" maxLength:"20000" doc:"of a suggestion: its words"`
	Near    bool      `json:"near,omitempty" doc:"of a suggestion: its words are not in the text"`
	By      string    `json:"by,omitempty" maxLength:"200" doc:"of a suggestion: who made it"`
	Why     string    `json:"why,omitempty" maxLength:"2000"`
	Who     string    `json:"who,omitempty" maxLength:"200"`
	At      time.Time `json:"at,omitzero" doc:"when (RFC 3339)"`
}

// Bounds on what is taken in.
const (
	MostLog  = 32 << 20 // bytes of a log
	MostLine = 256 << 10
	MostText = 20_000 // bytes of a quote
	mostName = 200
	mostNote = 2000
	mostKept = 300 // code points of a broken line that are shown
)

// Problem is a line of a log that cannot be followed. It stays where it is.
type Problem struct {
	Line  int    `json:"line" doc:"from 1"`
	Text  string `json:"text" doc:"its beginning"`
	Wrong string `json:"wrong"`
}

// ReadLog reads a log. A line that is broken is named; those around it count.
func ReadLog(log []byte) ([]Decision, []Problem) {
	var list []Decision
	problems := []Problem{}
	n := 0
	for line := range bytes.Lines(log) {
		n++
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		d, err := readLine(line)
		if err != nil {
			problems = append(problems, Problem{n, beginning(line), err.Error()})
			continue
		}
		list = append(list, d)
	}
	return list, problems
}

func readLine(line []byte) (Decision, error) {
	var d Decision
	if len(line) > MostLine {
		return d, fmt.Errorf("the line has %d bytes, more than %d", len(line), MostLine)
	}
	if !utf8.Valid(line) {
		return d, errors.New("the line is no text in UTF-8")
	}
	if err := json.Unmarshal(line, &d); err != nil {
		return d, fmt.Errorf("the line is no decision: %w", err)
	}
	if d.At.IsZero() {
		return d, errors.New("the decision has no time (at)")
	}
	return d, d.Check()
}

func beginning(line []byte) string {
	text := strings.ToValidUTF8(string(line[:min(len(line), 4*mostKept)]), "\ufffd")
	if points := []rune(text); len(points) > mostKept {
		return string(points[:mostKept]) + "…"
	}
	return text
}

// Line is the decision as a line of a log.
func (d *Decision) Line() ([]byte, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		return nil, fmt.Errorf("a decision that cannot be written: %w", err)
	}
	if b.Len() > MostLine {
		return nil, fmt.Errorf("the decision takes %d bytes, more than %d", b.Len(), MostLine)
	}
	return b.Bytes(), nil
}

// Check says what is wrong with a decision by itself.
func (d *Decision) Check() error {
	switch {
	case d.Source == "":
		return errors.New("the decision names no source")
	case d.Item == "" && d.Do != Suggest:
		return errors.New("the decision names no item")
	case len(d.Source) > mostName || len(d.Item) > mostName || len(d.Into) > mostName || len(d.By) > mostName || len(d.Who) > mostName ||
		len(d.Why) > mostNote || len(d.Quote) > MostText:
		return errors.New("a text of the decision is too long")
	case d.Speaker != nil && (len(*d.Speaker) > mostName || strings.ContainsFunc(*d.Speaker, func(r rune) bool { return r < ' ' || r == 0x7f })):
		return fmt.Errorf("a speaker is a name of at most %d bytes on one line", mostName)
	}
	for _, list := range [][]Anchor{d.Of, d.IntoOf} {
		for i := range list {
			if err := list[i].check(); err != nil {
				return err
			}
		}
	}
	if d.Span != nil {
		if err := d.Span.check(); err != nil {
			return err
		}
	}
	switch d.Do {
	case Accept, Reject, Undo:
	case Edit:
		if d.Span == nil {
			return errors.New("an edit says with span which words are meant")
		}
	case Speak:
		if d.Speaker == nil {
			return errors.New("a change of speaker says who speaks")
		}
	case Merge:
		if d.Into == "" || d.Into == d.Item {
			return errors.New("a merge names another item with into")
		}
	case Suggest:
		if plainWords(d.Quote) == "" {
			return errors.New("a suggestion has no words")
		}
	default:
		return fmt.Errorf("there is nothing called %q to be done", d.Do)
	}
	return nil
}

func (a *Anchor) check() error {
	switch {
	case a.Start < 0 || a.End <= a.Start:
		return fmt.Errorf("no words stand between %d and %d", a.Start, a.End)
	case len(a.Quote) > MostText:
		return fmt.Errorf("a stretch has more than %d bytes", MostText)
	case plainWords(a.Quote) == "":
		return errors.New("a stretch has no words")
	}
	return nil
}

package gazetteer

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind says what sort of thing a name stands for.
type Kind uint8

// The kinds of entries.
const (
	State        Kind = iota + 1 // a state or territory
	Alliance                     // a union or alliance of states
	Organisation                 // an international or non-governmental organisation
	Group                        // an armed or political group
	Body                         // a named part of one state: an army, a parliament
	Person                       // a leader, for one term of one office
	Role                         // a word for a role, which needs a state beside it
)

// Kinds names the kinds as the data files and extensions do.
var kinds = map[string]Kind{
	"state": State, "alliance": Alliance, "organisation": Organisation, "group": Group,
	"body": Body, "person": Person, "role": Role,
}

// ParseKind is the inverse of [Kind.String].
func ParseKind(name string) (Kind, bool) {
	k, ok := kinds[name]
	return k, ok
}

func (k Kind) String() string {
	for name, kind := range kinds {
		if kind == k {
			return name
		}
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Entry is one line of the gazetteer.
type Entry struct {
	Kind Kind
	// Code is the CAMEO code: of a state ("UKR"), of a body or group
	// ("LBNREBHEZ"), of a role ("MIL"). A person's is made from Of.
	Code string
	// Name is what the entry is called; Also holds other names, abbreviations
	// and spellings, or the words of a role.
	Name string
	Also []string
	// Demonyms, Cities and Seats stand for a state: "Ukrainian", "Kyiv",
	// "the Kremlin". A seat stands for the state's government.
	Demonyms, Cities, Seats []string
	// Of is the code of the state or body in which a person holds an Office.
	Of, Office string
	// From and Until bound a person's term; Until is not part of it. A zero
	// Until is a term that has not ended.
	From, Until time.Time
	// Titles are those words of a role that stand before a name; Heads those
	// which stand for the government of a state ("president").
	Titles, Heads []string
}

// Held reports whether a person holds the office on a day. On the zero day,
// which means that nobody knows the day, a term counts if it has not ended.
func (e *Entry) Held(on time.Time) bool {
	if on.IsZero() {
		return e.Until.IsZero()
	}
	return !on.Before(e.From) && (e.Until.IsZero() || on.Before(e.Until))
}

// Actor is the CAMEO code of whom the entry stands for on a day. Somebody who
// has left office is one of the state's elite (ELI).
func (e *Entry) Actor(on time.Time) string {
	if e.Kind != Person {
		return e.Code
	}
	if len(e.Of) != len("USA") {
		return e.Of
	}
	if on.IsZero() || e.Held(on) {
		return e.Of + "GOV"
	}
	return e.Of + "ELI"
}

// Check reports what keeps an entry from being used.
func (e *Entry) Check() error {
	name := fmt.Sprintf("%s %q", e.Kind, e.Name)
	switch {
	case e.Kind < State || e.Kind > Role:
		return fmt.Errorf("%q: no such kind of entry", e.Name)
	case e.Kind == Person && (e.Of == "" || e.Office == ""):
		return fmt.Errorf("%s: a person needs the state and the office", name)
	case e.Kind == Person && e.From.IsZero():
		return fmt.Errorf("%s: a term of office needs its first day", name)
	case e.Kind == Person && !e.Until.IsZero() && !e.Until.After(e.From):
		return fmt.Errorf("%s: the term ends before it begins", name)
	case e.Kind != Person && !isCode(e.Code):
		return fmt.Errorf("%s: the code %q is not made of at least three capital letters", name, e.Code)
	case e.Kind == Person && !isCode(e.Of):
		return fmt.Errorf("%s: the code %q is not made of at least three capital letters", name, e.Of)
	case e.Kind != Role && strings.TrimSpace(e.Name) == "":
		return errors.New("an entry needs a name")
	case e.Kind == Role && len(e.Also) == 0:
		return fmt.Errorf("role %q: a role needs its words", e.Code)
	}
	return nil
}

func isCode(code string) bool {
	for i := range len(code) {
		if c := code[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return len(code) >= len("USA")
}

// ParseDay reads "2006-01-02" or "2006-01", which means the month's first day.
// The empty text is the zero day.
func ParseDay(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	layout := time.DateOnly
	if len(text) == len("2006-01") {
		layout = "2006-01"
	}
	day, err := time.Parse(layout, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a day such as 2019-05-20, nor a month such as 2019-05", text)
	}
	return day, nil
}

package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says how much a problem matters.
type Severity int

// The severities, the gravest first, so that sorting puts errors before the rest.
const (
	// Error marks a world that cannot be run as it stands.
	Error Severity = iota
	// Warning marks something that is allowed but probably not meant.
	Warning
	// Judgement marks a number that rests on no evidence.
	Judgement
)

// String gives the severity as people read it at the head of a message.
func (s Severity) String() string {
	switch s {
	case Error:
		return "Error"
	case Warning:
		return "Warning"
	case Judgement:
		return "Judgement call"
	default:
		return fmt.Sprintf("Severity(%d)", int(s))
	}
}

// Pos is a place in a text. Line and Column count from 1 and are 0 when
// unknown; a column is a character with the marks that combine with it. Byte
// counts from 0 at the start of the file.
type Pos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Byte   int `json:"byte"`
}

// Range is the text between two places of a file; End is the first place after
// it. The zero Range means that the problem has no place.
type Range struct {
	File  string `json:"file"`
	Start Pos    `json:"start"`
	End   Pos    `json:"end"`
}

// String gives the range as file:line:column, leaving out what is not known.
func (r Range) String() string {
	var b strings.Builder
	b.WriteString(plain(r.File))
	if r.Start.Line > 0 {
		if b.Len() > 0 {
			b.WriteByte(':')
		}
		fmt.Fprintf(&b, "%d", r.Start.Line)
		if r.Start.Column > 0 {
			fmt.Fprintf(&b, ":%d", r.Start.Column)
		}
	}
	return b.String()
}

// Diagnostic is one problem.
type Diagnostic struct {
	// Severity says how much it matters.
	Severity Severity `json:"severity"`
	// ID is a stable name in lower case with dashes. Readers silence warnings
	// and judgement calls by it; for errors it is only a code for programs.
	ID string `json:"id,omitempty"`
	// Summary says in a few constant words what kind of problem it is. It holds
	// no names from the user's text, so that equal problems look equal.
	Summary string `json:"summary"`
	// Detail says what is wrong, why, what is allowed, and how to mend it.
	Detail string `json:"detail,omitempty"`
	// Suggestion is the nearest right name, if there is one near enough.
	Suggestion string `json:"suggestion,omitempty"`
	// Context says in which part of the text the problem lies, such as
	// `theatre "ukraine"`.
	Context string `json:"context,omitempty"`
	// Range is the tight place of the problem.
	Range Range `json:"range,omitzero"`
}

// String gives the diagnostic on one line, for logs and for tests.
func (d Diagnostic) String() string {
	var parts []string
	if place := d.Range.String(); place != "" {
		parts = append(parts, place)
	}
	parts = append(parts, plain(d.Summary))
	if text := d.message(); text != "" {
		parts = append(parts, plain(text))
	}
	return strings.Join(parts, ": ")
}

// message is the detail with the suggestion put as a question.
func (d Diagnostic) message() string {
	if d.Suggestion == "" {
		return d.Detail
	}
	return strings.TrimLeft(d.Detail+` Did you mean "`+d.Suggestion+`"?`, " ")
}

// List is what one stage of the work has to say, in the order it was found
// until [List.Sort] is called. The nil List is empty and ready to use.
type List []Diagnostic

// HasErrors reports whether any of the problems is an error.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count gives the number of problems of one severity.
func (l List) Count(s Severity) int {
	n := 0
	for i := range l {
		if l[i].Severity == s {
			n++
		}
	}
	return n
}

// Errors gives the errors alone, in their order.
func (l List) Errors() List { return l.only(Error) }

// Warnings gives the warnings alone, in their order.
func (l List) Warnings() List { return l.only(Warning) }

// Judgements gives the judgement calls alone, in their order.
func (l List) Judgements() List { return l.only(Judgement) }

func (l List) only(s Severity) List {
	var out List
	for i := range l {
		if l[i].Severity == s {
			out = append(out, l[i])
		}
	}
	return out
}

// Sort orders the list in place by file, line, column and severity. Problems
// that agree in all four keep the order in which they were found.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Range.File, b.Range.File),
			cmp.Compare(a.Range.Start.Line, b.Range.Start.Line),
			cmp.Compare(a.Range.Start.Column, b.Range.Start.Column),
			cmp.Compare(a.Severity, b.Severity),
		)
	})
}

// Without gives the list less the warnings and judgement calls with one of the
// given identifiers. Errors stay, whatever their identifier: a world that is
// wrong does not become right by looking away.
func (l List) Without(ids ...string) List {
	var out List
	for i := range l {
		silenced := l[i].Severity != Error && l[i].ID != "" && slices.Contains(ids, l[i].ID)
		if !silenced {
			out = append(out, l[i])
		}
	}
	return out
}

// Err gives the list as an error if it has errors, and nil otherwise. The error
// is a [*ListError], from which the whole list can be had again.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return &ListError{List: l}
}

// ListError is a [List] with at least one error in it, carried as a Go error.
type ListError struct {
	// List is the whole list, warnings and judgement calls included.
	List List
}

// Error gives the first error on one line and says how many more there are.
func (e *ListError) Error() string {
	errs := e.List.Errors()
	switch len(errs) {
	case 0:
		return "no errors"
	case 1:
		return errs[0].String()
	default:
		return fmt.Sprintf("%s (and %s)", errs[0], count(len(errs)-1, "more error", "more errors"))
	}
}

// Tally says how many problems of each severity there are, such as
// "2 errors, 1 warning, 14 judgement calls"; it is empty for an empty list.
func (l List) Tally() string {
	var parts []string
	for _, s := range []struct {
		severity  Severity
		one, many string
	}{
		{Error, "error", "errors"},
		{Warning, "warning", "warnings"},
		{Judgement, "judgement call", "judgement calls"},
	} {
		if n := l.Count(s.severity); n > 0 {
			parts = append(parts, count(n, s.one, s.many))
		}
	}
	return strings.Join(parts, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

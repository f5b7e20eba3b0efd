package diag

import (
	"encoding/json"
	"fmt"
	"io"
)

// The severities as programs read them.
const (
	errorText     = "error"
	warningText   = "warning"
	judgementText = "judgement"
)

// MarshalText gives "error", "warning" or "judgement".
func (s Severity) MarshalText() ([]byte, error) {
	switch s {
	case Error:
		return []byte(errorText), nil
	case Warning:
		return []byte(warningText), nil
	case Judgement:
		return []byte(judgementText), nil
	default:
		return nil, fmt.Errorf("diag: no severity has the number %d", int(s))
	}
}

// UnmarshalText reads what [Severity.MarshalText] writes.
func (s *Severity) UnmarshalText(text []byte) error {
	switch string(text) {
	case errorText:
		*s = Error
	case warningText:
		*s = Warning
	case judgementText:
		*s = Judgement
	default:
		return fmt.Errorf("diag: %q is not a severity; allowed are %q, %q and %q",
			text, errorText, warningText, judgementText)
	}
	return nil
}

// MarshalJSON gives the list as an array; the empty list is [], never null.
func (l List) MarshalJSON() ([]byte, error) {
	if l == nil {
		return []byte("[]"), nil
	}
	return json.Marshal([]Diagnostic(l))
}

// report is the outer form of what [WriteJSON] writes.
type report struct {
	Errors         int          `json:"errors"`
	Warnings       int          `json:"warnings"`
	JudgementCalls int          `json:"judgement_calls"`
	Diagnostics    []Diagnostic `json:"diagnostics"`
}

// WriteJSON writes the list for programs: one object with the counts
// ("errors", "warnings", "judgement_calls") and the array "diagnostics".
// The field names are stable.
func WriteJSON(w io.Writer, l List) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(report{
		Errors:         l.Count(Error),
		Warnings:       l.Count(Warning),
		JudgementCalls: l.Count(Judgement),
		Diagnostics:    append([]Diagnostic{}, l...),
	}); err != nil {
		return fmt.Errorf("write diagnostics as JSON: %w", err)
	}
	return nil
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"parley/internal/report"
	"parley/reader"
	"parley/reader/assist"
	"parley/reader/input"
)

// Where the environment says whom --assist asks.
const (
	assistURL   = "PARLEY_ASSIST_URL"
	assistModel = "PARLEY_ASSIST_MODEL"
	assistKey   = "PARLEY_ASSIST_KEY"
)

// assistant is who the environment names; nil if nobody is to be asked.
func (r *read) assistant() (*assist.Assistant, error) {
	if !r.assist {
		return nil, nil
	}
	var missing []string
	if os.Getenv(assistURL) == "" {
		missing = append(missing, assistURL+" (the end point, such as http://127.0.0.1:11434/v1)")
	}
	if os.Getenv(assistModel) == "" {
		missing = append(missing, assistModel+" (the model's name there)")
	}
	if len(missing) > 0 {
		return nil, wrongCall("--assist asks whom the environment names; set %s", strings.Join(missing, " and "))
	}
	a, err := assist.New(assist.Options{Base: os.Getenv(assistURL), Model: os.Getenv(assistModel), Key: os.Getenv(assistKey)}, http.DefaultTransport, wallClock{})
	if err != nil {
		return nil, wrongCall("%s or %s: %s", assistURL, assistModel, err)
	}
	return a, nil
}

// wallClock is the machine's time.
type wallClock struct{}

func (wallClock) Now() time.Time { return time.Now() }

func (wallClock) Wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// ask sends a text, having said so, and says what came of it. What was read without an
// assistant is never lost: it is written whatever the assistant does, and the error is for
// after that.
func (r *read) ask(ctx context.Context, a *assist.Assistant, t *input.Text, found *reader.Reading) (*assist.Result, error) {
	parts := len(a.Parts(t.Body))
	way := ""
	if a.Exposed() {
		way = ", without encryption"
	}
	complainf("--assist sends %s to %s, model %q%s: %d characters in %s", t.Name, a.Host(), a.Model(), way, utf8.RuneCountInString(t.Body), partsOf(parts))
	result, err := a.Read(ctx, found)
	for _, f := range result.Failed {
		if err != nil {
			break // it says the same
		}
		start := utf8.RuneCountInString(t.Body[:f.Part.Start])
		complainf("no answer about characters %d to %d of %s: %s", start, start+utf8.RuneCountInString(f.Part.In(t.Body)), t.Name, f.Err)
	}
	if result.Items > 0 {
		complainf("the assistant gave %s", report.AssistSummary(result))
	}
	if errors.Is(err, context.Canceled) {
		err = errStopped
	}
	return result, err
}

func partsOf(n int) string {
	if n == 1 {
		return "1 part"
	}
	return fmt.Sprintf("%d parts", n)
}

// complainf writes a line to the standard error.
func complainf(format string, args ...any) {
	line := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return utf8.RuneError
		}
		return r
	}, fmt.Sprintf(format, args...))
	_, _ = fmt.Fprintln(os.Stderr, line) // there is no other place to complain to
}

// writeAssisted writes what was read and what the assistant found.
func writeAssisted(t *input.Text, found *reader.Reading, result *assist.Result) error {
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	for _, a := range report.AssistedAnnotations(t.Name, found, result) {
		if err := e.Encode(a); err != nil {
			return err
		}
	}
	return nil
}

// proposals are what a draft takes from an assistant: never a near miss.
func proposals(result *assist.Result) []reader.Statement {
	var list []reader.Statement
	if result == nil {
		return nil
	}
	for i := range result.Suggestions {
		if g := &result.Suggestions[i]; !g.Near {
			list = append(list, g.Statement)
		}
	}
	return list
}

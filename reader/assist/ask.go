package assist

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Answers that cannot be used.
var (
	ErrNoJSON   = errors.New("the answer is not JSON of the form asked for")
	ErrCutOff   = errors.New("the answer was cut off before its end")
	ErrRefused  = errors.New("the model refused to answer")
	ErrNoAnswer = errors.New("there is no answer in the response")
	ErrTooLong  = fmt.Errorf("the response is longer than %d MB", mostBytes>>20)
	ErrTimeout  = errors.New("no answer within the time for one request")
	ErrLongWait = errors.New("the end point asks to wait too long")
)

// StatusError is a response that is no success.
type StatusError struct {
	Code    int
	Message string // the end point's own words, on one line
}

func (e *StatusError) Error() string {
	text := fmt.Sprintf("status %d", e.Code)
	if name := http.StatusText(e.Code); name != "" {
		text += " " + name
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	return text
}

const (
	mostBytes   = 4 << 20 // of a response
	mostRetries = 3
	firstWait   = time.Second
	longestWait = time.Minute
	seed        = 1 // the same text should get the same answer
)

// form says what is left out of requests because the end point refuses it.
type form struct{ noSchema, noTemperature, noSeed bool }

// without is the form with one thing less, after a refusal; false if nothing is left to
// leave out.
func (f form) without(message string) (form, bool) {
	message = strings.ToLower(message)
	switch {
	case !f.noTemperature && strings.Contains(message, "temperature"):
		f.noTemperature = true
	case !f.noSeed && strings.Contains(message, "seed"):
		f.noSeed = true
	case !f.noSchema:
		f.noSchema = true
	default:
		return f, false
	}
	return f, true
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// request is the body that asks about a text.
func (a *Assistant) request(f form, text string) ([]byte, error) {
	type namedSchema struct {
		Name   string          `json:"name"`
		Strict bool            `json:"strict"`
		Schema json.RawMessage `json:"schema"`
	}
	type responseFormat struct {
		Type   string      `json:"type"`
		Schema namedSchema `json:"json_schema"`
	}
	body := struct {
		Model       string          `json:"model"`
		Messages    []message       `json:"messages"`
		Format      *responseFormat `json:"response_format,omitempty"`
		Temperature *int            `json:"temperature,omitempty"`
		Seed        *int            `json:"seed,omitempty"`
	}{Model: a.options.Model, Messages: []message{{"system", instruction}, {"user", text}}}
	if f.noSchema {
		body.Messages[0].Content += "\nThe JSON Schema of the answer: " + string(schema)
	} else {
		body.Format = &responseFormat{"json_schema", namedSchema{"statements", true, schema}}
	}
	if !f.noTemperature {
		body.Temperature = new(0)
	}
	if !f.noSeed {
		body.Seed = new(seed)
	}
	return json.Marshal(body)
}

// ask gives what the model writes about a text.
func (a *Assistant) ask(ctx context.Context, text string) (string, error) {
	for f := a.form; ; {
		body, err := a.request(f, text)
		if err != nil {
			return "", err
		}
		content, err := a.patiently(ctx, body)
		if err == nil {
			a.form = f
			return content, nil
		}
		var status *StatusError
		if !errors.As(err, &status) || status.Code != http.StatusBadRequest && status.Code != http.StatusUnprocessableEntity {
			return "", err
		}
		less, ok := f.without(status.Message)
		if !ok {
			return "", err
		}
		f = less
	}
}

// patiently asks again where that may help.
func (a *Assistant) patiently(ctx context.Context, body []byte) (string, error) {
	wait := firstWait
	for try := 0; ; try++ {
		content, after, err := a.once(ctx, body)
		if err == nil || try == mostRetries || ctx.Err() != nil || !passing(err) {
			return content, err
		}
		if after > longestWait {
			return "", fmt.Errorf("%w, %s: %w", ErrLongWait, after, err)
		}
		if err := a.clock.Wait(ctx, max(wait, after)); err != nil {
			return "", err
		}
		wait *= 2
	}
}

// passing reports whether an error may be gone a moment later.
func passing(err error) bool {
	if status, ok := errors.AsType[*StatusError](err); ok {
		return status.Code == http.StatusTooManyRequests || status.Code >= 500
	}
	if op, ok := errors.AsType[*net.OpError](err); ok {
		return op.Op == "read" || op.Op == "write" // the connection broke
	}
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// hopeless reports whether an error will be the same for every other part.
func hopeless(err error) bool {
	if status, ok := errors.AsType[*StatusError](err); ok {
		switch {
		case status.Code >= 300 && status.Code < 400, status.Code == http.StatusUnauthorized, status.Code == http.StatusForbidden, status.Code == http.StatusNotFound:
			return true
		}
		return false
	}
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// once sends one request. With an error may come how long the end point asks to wait.
func (a *Assistant) once(ctx context.Context, body []byte) (content string, after time.Duration, err error) {
	outer := ctx
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	defer func() {
		if err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) && outer.Err() == nil {
			err = fmt.Errorf("%w, %s", ErrTimeout, a.options.Timeout)
		}
	}()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.url.String(), bytes.NewReader(body))
	if err != nil {
		return "", 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", "parley")
	if a.options.Key != "" {
		req.Header.Set("Authorization", "Bearer "+a.options.Key)
	}
	resp, err := a.client.Do(req)
	if err != nil {
		if at, ok := errors.AsType[*url.Error](err); ok { // its text would repeat the address, which may hold a secret
			err = at.Err
		}
		return "", 0, err
	}
	defer func() { _ = resp.Body.Close() }() // what was read is what counts
	data, err := io.ReadAll(io.LimitReader(resp.Body, mostBytes+1))
	switch {
	case err != nil:
		return "", 0, err
	case len(data) > mostBytes:
		return "", 0, ErrTooLong
	case resp.StatusCode >= 300 && resp.StatusCode < 400:
		return "", 0, &StatusError{resp.StatusCode, "the end point redirects elsewhere, where nothing was sent: name its final address"}
	case resp.StatusCode != http.StatusOK:
		return "", retryAfter(resp.Header.Get("Retry-After"), a.clock.Now()), &StatusError{resp.StatusCode, a.complaint(data)}
	}
	content, err = a.answer(data)
	return content, 0, err
}

// retryAfter reads the header of that name: seconds, or a date.
func retryAfter(value string, now time.Time) time.Duration {
	if s, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && s >= 0 {
		return time.Duration(min(s, 1<<30)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}

// answer takes what the model wrote out of a response.
func (a *Assistant) answer(data []byte) (string, error) {
	var response struct {
		Choices []struct {
			FinishReason string `json:"finish_reason"`
			Message      struct {
				Content *string `json:"content"`
				Refusal string  `json:"refusal"`
			} `json:"message"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(data, &response); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoAnswer, err)
	}
	if len(response.Choices) == 0 {
		if said := a.complaint(data); said != "" {
			return "", fmt.Errorf("%w: %s", ErrNoAnswer, said)
		}
		return "", ErrNoAnswer
	}
	c := &response.Choices[0]
	switch {
	case c.Message.Refusal != "":
		return "", fmt.Errorf("%w: %s", ErrRefused, a.presentable(c.Message.Refusal))
	case c.FinishReason == "content_filter":
		return "", fmt.Errorf("%w: its filter stopped it", ErrRefused)
	case c.FinishReason == "length":
		return "", ErrCutOff
	case c.Message.Content == nil || strings.TrimSpace(*c.Message.Content) == "":
		return "", ErrNoAnswer
	}
	return *c.Message.Content, nil
}

// complaint is what the body of an error says.
func (a *Assistant) complaint(data []byte) string {
	var body struct {
		Error json.RawMessage `json:"error"`
	}
	if json.Unmarshal(data, &body) == nil && body.Error != nil {
		var inner struct {
			Message string `json:"message"`
		}
		var text string
		switch {
		case json.Unmarshal(body.Error, &inner) == nil && inner.Message != "":
			return a.presentable(inner.Message)
		case json.Unmarshal(body.Error, &text) == nil:
			return a.presentable(text)
		}
	}
	return a.presentable(string(data))
}

// presentable is somebody else's text on one line, short, without control characters, and
// without the key.
func (a *Assistant) presentable(text string) string {
	if a.options.Key != "" {
		text = strings.ReplaceAll(text, a.options.Key, "…")
	}
	text = strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return ' '
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	const most = 200
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

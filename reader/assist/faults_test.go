package assist_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/reader"
	"parley/reader/assist"
)

// TestFaults: every way in which an end point fails has an error that says so.
func TestFaults(t *testing.T) {
	good := statements(said("them all", "", ""))
	for name, c := range map[string]struct {
		play   func(n int, w http.ResponseWriter)
		err    error  // of the reading, nil if it succeeds
		text   string // of that error
		asked  int
		waited []time.Duration
	}{
		"not JSON":    {func(_ int, w http.ResponseWriter) { reply(w, "I found one statement.", "stop") }, assist.ErrNoJSON, "", 1, nil},
		"broken JSON": {func(_ int, w http.ResponseWriter) { reply(w, good[:len(good)-3], "stop") }, assist.ErrNoJSON, "", 1, nil},
		"other JSON":  {func(_ int, w http.ResponseWriter) { reply(w, `{"answer": 1}`, "stop") }, assist.ErrNoJSON, "no list", 1, nil},
		"fences":      {func(_ int, w http.ResponseWriter) { reply(w, "<think>{}</think>```json\n"+good+"\n```", "stop") }, nil, "", 1, nil},
		"cut off":     {func(_ int, w http.ResponseWriter) { reply(w, good, "length") }, assist.ErrCutOff, "", 1, nil},
		"filter":      {func(_ int, w http.ResponseWriter) { reply(w, good, "content_filter") }, assist.ErrRefused, "", 1, nil},
		"refusal": {func(_ int, w http.ResponseWriter) {
			_, _ = io.WriteString(w, `{"choices":[{"message":{"refusal":"I\u001b[1m cannot"}}]}`)
		}, assist.ErrRefused, "I [1m cannot", 1, nil},
		"no choices":          {func(_ int, w http.ResponseWriter) { _, _ = io.WriteString(w, `{"choices":[]}`) }, assist.ErrNoAnswer, "", 1, nil},
		"an error as success": {func(_ int, w http.ResponseWriter) { _, _ = io.WriteString(w, `{"error":"model is loading"}`) }, assist.ErrNoAnswer, "model is loading", 1, nil},
		"no content": {func(_ int, w http.ResponseWriter) {
			_, _ = io.WriteString(w, `{"choices":[{"message":{"content":null}}]}`)
		}, assist.ErrNoAnswer, "", 1, nil},
		"no response": {func(_ int, w http.ResponseWriter) { _, _ = io.WriteString(w, "<html>") }, assist.ErrNoAnswer, "", 1, nil},
		"huge": {func(_ int, w http.ResponseWriter) {
			_, _ = io.WriteString(w, `{"choices":[{"message":{"content":"`+strings.Repeat("a", 5<<20)+`"}}]}`)
		}, assist.ErrTooLong, "4 MB", 1, nil},
		"500, then good": {func(n int, w http.ResponseWriter) {
			if n < 2 {
				http.Error(w, "oops", http.StatusInternalServerError)
				return
			}
			reply(w, good, "stop")
		}, nil, "", 3, []time.Duration{time.Second, 2 * time.Second}},
		"500 for ever": {func(_ int, w http.ResponseWriter) { http.Error(w, "oops", http.StatusInternalServerError) }, &assist.StatusError{}, "status 500 Internal Server Error: oops", 4, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second}},
		"429, seconds": {func(n int, w http.ResponseWriter) {
			if n == 0 {
				w.Header().Set("Retry-After", "7")
				http.Error(w, "", http.StatusTooManyRequests)
				return
			}
			reply(w, good, "stop")
		}, nil, "", 2, []time.Duration{7 * time.Second}},
		"429, a date": {func(n int, w http.ResponseWriter) {
			if n == 0 {
				w.Header().Set("Retry-After", "Mon, 02 Dec 2024 12:00:09 GMT")
				http.Error(w, "", http.StatusTooManyRequests)
				return
			}
			reply(w, good, "stop")
		}, nil, "", 2, []time.Duration{9 * time.Second}},
		"429, an hour": {func(_ int, w http.ResponseWriter) {
			w.Header().Set("Retry-After", "3600")
			http.Error(w, "", http.StatusTooManyRequests)
		}, assist.ErrLongWait, "1h0m0s", 1, nil},
		"broken off, then good": {func(n int, w http.ResponseWriter) {
			if n == 0 {
				w.Header().Set("Content-Length", "1000")
				_, _ = io.WriteString(w, `{"choices"`)
				return
			}
			reply(w, good, "stop")
		}, nil, "", 2, []time.Duration{time.Second}},
		"reset, then good": {func(n int, w http.ResponseWriter) {
			if n == 0 {
				panic(http.ErrAbortHandler)
			}
			reply(w, good, "stop")
		}, nil, "", 2, []time.Duration{time.Second}},
		"wrong key": {func(_ int, w http.ResponseWriter) {
			http.Error(w, `{"error":{"message":"s3cret is no key"}}`, http.StatusUnauthorized)
		}, &assist.StatusError{}, "… is no key", 1, nil},
	} {
		t.Run(name, func(t *testing.T) {
			e := serve(t, func(n int, _ *asked, w http.ResponseWriter, _ *http.Request) { c.play(n, w) })
			a, clock := e.assistant(t, assist.Options{Key: "s3cret"})
			found, err := a.Read(t.Context(), reader.Read(sung))
			var status *assist.StatusError
			switch {
			case c.err == nil && (err != nil || len(found.Suggestions) != 1):
				t.Errorf("%+v, %v", found, err)
			case c.err != nil && (err == nil || !errors.Is(err, c.err) && (reflect.TypeOf(c.err) != reflect.TypeFor[*assist.StatusError]() || !errors.As(err, &status))):
				t.Errorf("%v, want %v", err, c.err)
			case err != nil && (!strings.Contains(err.Error(), c.text) || strings.Contains(err.Error(), "s3cret") || len(found.Failed) != 1):
				t.Errorf("%v", err)
			}
			if len(e.requests) != c.asked || !slices.Equal(clock.waited, c.waited) {
				t.Errorf("asked %d times, waited %v", len(e.requests), clock.waited)
			}
		})
	}
}

// TestSchemaRefused: an end point that knows no schemas gets it in words, once and from then on.
func TestSchemaRefused(t *testing.T) {
	e := serve(t, func(_ int, a *asked, w http.ResponseWriter, _ *http.Request) {
		switch {
		case a.Temperature != nil:
			http.Error(w, `{"error":{"message":"Unsupported value: 'temperature' does not support 0"}}`, http.StatusBadRequest)
		case a.Format != nil:
			http.Error(w, `{"error":{"message":"response_format: unknown field"}}`, http.StatusBadRequest)
		default:
			reply(w, statements(said("them all", "", "")), "stop")
		}
	})
	a, _ := e.assistant(t, assist.Options{PartSize: 70})
	found, err := a.Read(t.Context(), reader.Read(sung))
	if err != nil || len(found.Suggestions) != 2 || len(e.requests) != 4 || !strings.Contains(e.requests[3].Messages[0].Content, "additionalProperties") {
		t.Errorf("%+v, %v after %d requests", found, err, len(e.requests))
	}
	e = serve(t, func(_ int, _ *asked, w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "never", http.StatusBadRequest)
	})
	a, _ = e.assistant(t, assist.Options{})
	if _, err := a.Read(t.Context(), reader.Read(sung)); err == nil || len(e.requests) != 2 {
		t.Errorf("%v after %d requests", err, len(e.requests))
	}
}

// TestOnePartFails: the others lose nothing.
func TestOnePartFails(t *testing.T) {
	e := serve(t, func(n int, _ *asked, w http.ResponseWriter, _ *http.Request) {
		if n == 0 {
			reply(w, "", "length")
			return
		}
		reply(w, statements(said("the old bridge", "Carl Holm", "")), "stop")
	})
	a, _ := e.assistant(t, assist.Options{PartSize: 70})
	found, err := a.Read(t.Context(), reader.Read(sung))
	if err != nil || len(found.Failed) != 1 || !errors.Is(found.Failed[0].Err, assist.ErrCutOff) || found.Parts != 2 || len(found.Suggestions) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	if g := found.Suggestions[0]; g.Speaker != nil || g.Span.Start < found.Failed[0].Part.End {
		t.Errorf("it is not from the part that was sent: %+v", g)
	}
}

// TestHopeless: a key that is wrong is not tried for every part.
func TestHopeless(t *testing.T) {
	e := serve(t, func(_ int, _ *asked, w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "no", http.StatusUnauthorized)
	})
	a, _ := e.assistant(t, assist.Options{PartSize: 70})
	found, err := a.Read(t.Context(), reader.Read(sung))
	if err == nil || len(found.Failed) != 2 || len(e.requests) != 1 {
		t.Errorf("%+v, %v after %d requests", found, err, len(e.requests))
	}
	e.Close()
	a, clock := e.assistant(t, assist.Options{PartSize: 70})
	if _, err := a.Read(t.Context(), reader.Read(sung)); err == nil || len(clock.waited) != 0 {
		t.Errorf("nobody is there: %v, waited %v", err, clock.waited)
	}
}

// TestNoRedirection: a text goes to the host that was named, or nowhere.
func TestNoRedirection(t *testing.T) {
	other := serve(t, func(_ int, _ *asked, w http.ResponseWriter, _ *http.Request) { reply(w, statements(), "stop") })
	e := serve(t, func(_ int, _ *asked, w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL+"/v1/chat/completions", http.StatusPermanentRedirect)
	})
	a, _ := e.assistant(t, assist.Options{})
	if _, err := a.Read(t.Context(), reader.Read(sung)); err == nil || !strings.Contains(err.Error(), "redirects") || len(other.requests) != 0 {
		t.Errorf("%v; the other host got %d requests", err, len(other.requests))
	}
}

// TestSlow: who stops waiting keeps what was found before; who does not is stopped in time.
func TestSlow(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	e := serve(t, func(n int, _ *asked, w http.ResponseWriter, r *http.Request) {
		if n == 0 {
			reply(w, statements(said("the old bridge", "", "")), "stop")
			return
		}
		cancel()
		<-r.Context().Done()
	})
	a, _ := e.assistant(t, assist.Options{PartSize: 70})
	found, err := a.Read(ctx, reader.Read(sung))
	if !errors.Is(err, context.Canceled) || len(found.Suggestions) != 1 || len(found.Failed) != 1 {
		t.Errorf("%+v, %v", found, err)
	}
	a, clock := e.assistant(t, assist.Options{Timeout: 1})
	if _, err := a.Read(t.Context(), reader.Read(sung)); !errors.Is(err, assist.ErrTimeout) || len(clock.waited) != 0 {
		t.Errorf("%v, waited %v", err, clock.waited)
	}
}

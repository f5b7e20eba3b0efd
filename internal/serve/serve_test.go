package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/internal/report"
)

// patience is how long a test waits for something that must happen.
const patience = time.Minute

// copied is a copy of the worked example, to be changed.
func copied(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "world")
	if err := os.CopyFS(dir, os.DirFS("../../examples/linked-theatres")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// begun is a server with its runs and its watch at work.
func begun(t testing.TB, o Options) (*Server, *httptest.Server) {
	t.Helper()
	if o.Dir == "" {
		o.Dir = copied(t)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	go s.runs.work(ctx)
	go func() { _ = s.held.watch(ctx, s.o.Log) }()
	server := httptest.NewServer(s.Handler())
	t.Cleanup(func() { server.CloseClientConnections(); server.Close(); stop() })
	return s, server
}

// ask makes a request and gives the status and the body.
func ask(t testing.TB, server *httptest.Server, method, path, body string, headers ...string) (int, http.Header, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	client := *http.DefaultClient
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, answer.Header, string(text)
}

func read[T any](t testing.TB, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v: %.300s", err, text)
	}
	return v
}

// TestWorldDocument: the page draws all that the files hold, with what it rests on.
func TestWorldDocument(t *testing.T) {
	_, server := begun(t, Options{})
	status, header, text := ask(t, server, "GET", "/api/world", "")
	d := read[WorldDocument](t, text)
	if status != 200 || header.Get("ETag") != `"`+d.Model+`"` || d.Wrong || !d.Writable || d.DirName != "world" {
		t.Errorf("status %d, etag %s, %+v", status, header.Get("ETag"), d.Counts)
	}
	if len(d.Actors) != d.Counts.Actors || len(d.Links) != d.Counts.Links || len(d.Channels) != d.Counts.Channels || len(d.Claims) != d.Counts.Claims ||
		len(d.Factors) != d.Rests.Factors || len(d.Times) != d.Counts.Periods+1 || len(d.Scenarios) != d.Counts.Scenarios {
		t.Errorf("the lists do not agree with the counts %+v", d.Counts)
	}
	judged := 0
	for _, f := range d.Factors {
		if f.Judgement != (len(f.Evidence) == 0) {
			t.Errorf("%s: judgement %v, evidence %v", f.Name, f.Judgement, f.Evidence)
		}
		if f.Judgement {
			judged++
		}
		if len(f.Quantiles) != len(shownQuantiles) && len(f.Categories) == 0 {
			t.Errorf("%s has %d quantiles", f.Name, len(f.Quantiles))
		}
	}
	if judged == 0 || judged == len(d.Factors) {
		t.Errorf("%d of %d factors are judgement calls", judged, len(d.Factors))
	}
	for _, l := range d.Links {
		if l.From.ID == "" || l.To.ID == "" || l.Strength == nil || l.Strength.Text == "" || l.Place.Line == 0 {
			t.Errorf("link %+v", l)
		}
	}
}

// TestSourceMarks: from a sentence to what it became: each mark holds the very words.
func TestSourceMarks(t *testing.T) {
	s, server := begun(t, Options{})
	marks := 0
	for _, source := range s.held.good().World.Sources {
		status, _, text := ask(t, server, "GET", "/api/sources/"+source.ID, "")
		if status != 200 {
			t.Fatalf("%s: %d", source.ID, status)
		}
		d := read[SourceDocument](t, text)
		points := []rune(d.Text)
		for _, m := range d.Marks {
			marks++
			words := string(points[m.Start:m.End])
			for _, c := range s.held.good().World.Claims {
				if m.Kind == "claim" && c.ID == m.ID && c.Quote != words {
					t.Errorf("claim %s is marked at %q", m.ID, words)
				}
			}
		}
	}
	if marks < 20 {
		t.Errorf("only %d marks", marks)
	}
	if status, _, _ := ask(t, server, "GET", "/api/sources/nothing", ""); status != 404 {
		t.Errorf("a source that there is not: %d", status)
	}
}

// TestAnswersArePaired: a slider that is moved back gives the numbers that were there; a
// pin that changes nothing changes nothing.
func TestAnswersArePaired(t *testing.T) {
	_, server := begun(t, Options{})
	verdicts := func(variant string) string {
		status, _, text := ask(t, server, "POST", "/api/answers", `{"variant":`+variant+`,"worlds":32,"no_series":true}`)
		if status != 200 {
			t.Fatalf("%s: %d %s", variant, status, text)
		}
		a := read[struct {
			Document report.RunDocument `json:"document"`
			Worlds   int
		}](t, text)
		if a.Worlds != 32 {
			t.Errorf("%d worlds", a.Worlds)
		}
		var b bytes.Buffer
		for _, v := range a.Document.Findings.Verdicts {
			b.WriteString(v.Headline + "\n")
		}
		return b.String()
	}
	was := verdicts(`{}`)
	if pinned := verdicts(`{"rival":{"reputation":"contrarian"}}`); pinned == was {
		t.Error("another theory changes no verdict")
	}
	if cut := verdicts(`{"cut":["lesson","precedent"]}`); cut == was {
		t.Error("cutting the lessons changes no verdict")
	}
	if again := verdicts(`{}`); again != was {
		t.Error("the same question is answered otherwise")
	}
	for variant, says := range map[string]string{
		`{"pin":{"quantity.nothing":1}}`:      "no such assumption",
		`{"cut":["flow.shell"]}`:              "did you mean",
		`{"narrow":{"quantity.probe":[2,1]}}`: "must be below",
	} {
		status, _, text := ask(t, server, "POST", "/api/answers", `{"variant":`+variant+`}`)
		if status != 422 || !strings.Contains(text, says) {
			t.Errorf("%s: %d %s", variant, status, text)
		}
	}
	if status, _, text := ask(t, server, "POST", "/api/answers", `{"variant":{},"claims":["america-less-saf"]}`); status != 422 || !strings.Contains(text, "america-less-safe") {
		t.Errorf("%d %s", status, text)
	}
}

// started begins a run and gives its id.
func started(t *testing.T, server *httptest.Server, request string) string {
	t.Helper()
	status, _, text := ask(t, server, "POST", "/api/runs", request)
	if status != 202 {
		t.Fatalf("%d %s", status, text)
	}
	return read[RunResource](t, text).ID
}

// event is one of a stream.
type event struct{ name, data string }

// follow reads a stream of events until one of them ends it.
func follow(t *testing.T, server *httptest.Server, path string, until func(event) bool) []event {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, "GET", server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	var list []event
	var e event
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		switch line := lines.Text(); {
		case strings.HasPrefix(line, "event: "):
			e.name = line[len("event: "):]
		case strings.HasPrefix(line, "data: "):
			e.data = line[len("data: "):]
		case line == "" && e.name != "":
			list = append(list, e)
			if until(e) {
				return list
			}
			e = event{}
		}
	}
	t.Fatalf("the stream ended after %d events: %v", len(list), lines.Err())
	return nil
}

// TestRunWithProgress: a run shows first a coarse document, then how far it is, then all;
// who comes late is told the end.
func TestRunWithProgress(t *testing.T) {
	_, server := begun(t, Options{})
	id := started(t, server, `{"kind":"run","variant":{},"worlds":2000,"replicates":2,"reason":"to see"}`)
	ends := func(e event) bool { return e.name == "done" || e.name == "failed" || e.name == "cancelled" }
	events := follow(t, server, "/api/runs/"+id+"/events", ends)
	last := events[len(events)-1]
	if last.name != "done" {
		t.Fatalf("ended with %s %.200s", last.name, last.data)
	}
	r := read[struct {
		RunResource

		Document report.RunDocument `json:"document"`
	}](t, last.data)
	if r.State != done || r.Reason != "to see" || len(r.Document.Findings.Verdicts) == 0 || r.Document.Findings.Outcomes.Run.Worlds != 2000 {
		t.Errorf("%+v", r.RunResource)
	}
	seen := map[string]int{}
	for _, e := range events {
		seen[e.name]++
	}
	if seen["progress"] == 0 {
		t.Errorf("no progress was told: %v", seen)
	}
	if late := follow(t, server, "/api/runs/"+id+"/events", ends); len(late) != 1 || late[0].name != "done" {
		t.Errorf("who comes late is told %d events", len(late))
	}
	_, _, text := ask(t, server, "GET", "/api/runs", "")
	if list := read[[]RunResource](t, text); len(list) != 1 || list[0].Document != nil || list[0].State != done {
		t.Errorf("%+v", list)
	}
}

// TestRunsOfEveryKind: each document is that of the command of its name.
func TestRunsOfEveryKind(t *testing.T) {
	_, server := begun(t, Options{})
	for kind, request := range map[string]string{
		"explain":  `{"kind":"explain","claim":"money-to-partners","variant":{},"worlds":200,"replicates":1,"reason":""}`,
		"compare":  `{"kind":"compare","scenarios":["freeze","current"],"variant":{},"worlds":100,"replicates":1,"reason":""}`,
		"coupling": `{"kind":"coupling","variant":{"cut":["money"]},"worlds":50,"replicates":1,"reason":""}`,
	} {
		id := started(t, server, request)
		events := follow(t, server, "/api/runs/"+id+"/events", func(e event) bool { return e.name == "done" || e.name == "failed" })
		r := read[struct {
			State, Error string
			Document     struct{ Document string }
		}](t, events[len(events)-1].data)
		if r.State != done || r.Document.Document != kind {
			t.Errorf("%s: %+v", kind, r)
		}
	}
	for request, says := range map[string]string{
		`{"kind":"explain","claim":"nothing","variant":{},"reason":""}`:      "There is no claim",
		`{"kind":"compare","scenarios":["freeze"],"variant":{},"reason":""}`: "two scenarios",
		`{"kind":"dance","variant":{},"reason":""}`:                          "expected value to be one of",
		`{"kind":"run","variant":{},"worlds":1000000000,"reason":""}`:        "expected number <= 100000",
	} {
		if status, _, text := ask(t, server, "POST", "/api/runs", request); status != 422 || !strings.Contains(text, says) {
			t.Errorf("%s: %d %s", request, status, text)
		}
	}
}

// TestCancelledRunKeepsWhatItFound: a user who has seen enough stops the run.
func TestCancelledRunKeepsWhatItFound(t *testing.T) {
	_, server := begun(t, Options{})
	id := started(t, server, `{"kind":"run","variant":{},"worlds":100000,"reason":""}`)
	follow(t, server, "/api/runs/"+id+"/events", func(e event) bool { return e.name == "part" })
	if status, _, text := ask(t, server, "DELETE", "/api/runs/"+id, ""); status != 204 {
		t.Fatalf("%d %s", status, text)
	}
	events := follow(t, server, "/api/runs/"+id+"/events", func(e event) bool { return e.name == "cancelled" })
	r := read[struct{ Document *report.RunDocument }](t, events[len(events)-1].data)
	if r.Document == nil || r.Document.Findings == nil || len(r.Document.Findings.Verdicts) == 0 {
		t.Error("what was found is lost")
	}
	if status, _, _ := ask(t, server, "GET", "/api/runs/99-x", ""); status != 404 {
		t.Errorf("a run that there is not: %d", status)
	}
}

// TestTheQueueIsBounded: nobody can fill the memory with waiting runs.
func TestTheQueueIsBounded(t *testing.T) {
	s, err := New(Options{Dir: copied(t)}) // whose runs are not at work
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.Handler())
	defer server.Close()
	for i := range mostWaiting + 1 {
		status, _, text := ask(t, server, "POST", "/api/runs", `{"kind":"run","variant":{},"reason":""}`)
		if i < mostWaiting && status != 202 || i == mostWaiting && status != 429 {
			t.Fatalf("run %d: %d %s", i, status, text)
		}
	}
}

// TestOpenAPI: the interface is described, and the description has what it refers to.
func TestOpenAPI(t *testing.T) {
	_, server := begun(t, Options{})
	status, _, text := ask(t, server, "GET", "/api/openapi.json", "")
	d := read[struct {
		OpenAPI string
		Paths   map[string]any
	}](t, text)
	if status != 200 || !strings.HasPrefix(d.OpenAPI, "3.1") {
		t.Fatalf("%d, version %q", status, d.OpenAPI)
	}
	for _, path := range []string{"/api/world", "/api/answers", "/api/runs/{id}/events", "/api/files/{name}", "/api/variants/diff"} {
		if d.Paths[path] == nil {
			t.Errorf("%s is not described", path)
		}
	}
	for _, name := range []string{"run", "explain", "check", "compare", "coupling"} {
		if !strings.Contains(text, `"/api/schemas/`+name+`"`) {
			t.Errorf("nothing refers to the schema of %s", name)
		}
		if status, _, schema := ask(t, server, "GET", "/api/schemas/"+name, ""); status != 200 || !json.Valid([]byte(schema)) {
			t.Errorf("schema of %s: %d", name, status)
		}
	}
	if status, _, text := ask(t, server, "GET", "/metrics", ""); status != 200 || !strings.Contains(text, "parley_requests_total") {
		t.Errorf("metrics: %d", status)
	}
}

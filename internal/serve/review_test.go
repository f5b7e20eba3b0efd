package serve

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"parley"
	"parley/reader/review"
)

func queueOf(t *testing.T, text string) *ReviewDocument {
	t.Helper()
	d := read[ReviewDocument](t, text)
	return &d
}

func itemOf(t *testing.T, d *ReviewDocument, words string) *review.Entry {
	t.Helper()
	for i := range d.Items {
		if strings.Contains(d.Items[i].Quote, words) {
			return &d.Items[i]
		}
	}
	t.Fatalf("nothing in the queue says %q", words)
	return nil
}

func decision(d *ReviewDocument, rest string) string {
	return `{"text":` + quoted(d.Text) + `,"decision":{` + rest + `}}`
}

// TestReviewIsKept: what was decided is in a file of the world and there after a new start,
// and a later edition of the text keeps it.
func TestReviewIsKept(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	status, _, text := ask(t, server, "GET", "/api/reviews/brief", "")
	d := queueOf(t, text)
	if status != 200 || d.ReadOnly || d.Counts.All != len(d.Items) || d.Counts.Open != d.Counts.All || d.Counts.All < 30 {
		t.Fatalf("%d %+v", status, d.Counts)
	}
	e := itemOf(t, d, "more military aid matters more now")
	if e.Speaker != "Mark Rutte" || e.Spans[0].Prefix == "" {
		t.Errorf("%+v", e)
	}
	status, _, text = ask(t, server, "POST", "/api/reviews/brief", decision(d, `"item":"`+e.ID+`","do":"accept","who":"Ida","why":"said so"`))
	if d = queueOf(t, text); status != 200 || d.Counts.Accepted != 1 || itemOf(t, d, "more military").Who != "Ida" {
		t.Fatalf("%d %.300s", status, text)
	}
	brief := filepath.Join(dir, "brief.txt")
	before, err := os.ReadFile(brief)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(brief, append([]byte("A new first paragraph.\n\n"), before...), 0o600); err != nil {
		t.Fatal(err)
	}
	other := itemOf(t, d, "to end the war within 24 hours")
	status, _, text = ask(t, server, "POST", "/api/reviews/brief", decision(d, `"item":"`+other.ID+`","do":"reject"`))
	if status != 409 || !strings.Contains(text, "changed on disk") {
		t.Errorf("a decision about another text: %d %s", status, text)
	}
	_, again := begun(t, Options{Dir: dir})
	_, _, text = ask(t, again, "GET", "/api/reviews/brief", "")
	if d = queueOf(t, text); d.Counts.Accepted != 1 || d.Counts.Lost != 0 || itemOf(t, d, "more military").State != review.Accepted {
		t.Errorf("%+v", d.Counts)
	}
	// Accepted words that are cut out are named.
	if err := os.WriteFile(brief, []byte(strings.Replace(string(before), "more military aid matters more now than debating", "nothing matters more than debating", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, text = ask(t, again, "GET", "/api/reviews/brief", "")
	if d = queueOf(t, text); len(d.Lost) != 1 || !strings.Contains(d.Lost[0].Words, "more military aid") {
		t.Errorf("%+v %+v", d.Counts, d.Lost)
	}
}

// TestReviewAsBlocks: what was accepted is a file that the world can take.
func TestReviewAsBlocks(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	_, _, text := ask(t, server, "GET", "/api/reviews/brief", "")
	d := queueOf(t, text)
	for i := range d.Items {
		if status, _, text := ask(t, server, "POST", "/api/reviews/brief", decision(d, `"item":"`+d.Items[i].ID+`","do":"accept"`)); status != 200 {
			t.Fatalf("%d %s", status, text)
		}
	}
	status, header, text := ask(t, server, "GET", "/api/reviews/brief/blocks", "")
	if status != 200 || !strings.HasPrefix(header.Get("Content-Type"), "text/plain") || !strings.Contains(text, "speaker = person.alliance-chief") ||
		strings.Contains(text, `name = "Mark Rutte"`) || !strings.Contains(text, "# there is claim.") {
		t.Errorf("%d %s\n%s", status, header.Get("Content-Type"), text)
	}
	if err := os.WriteFile(filepath.Join(dir, "reviewed.hcl"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if m, err := parley.Load(dir); err != nil {
		t.Errorf("%v\n%s", m.Problems.Errors(), text)
	}
}

// TestReviewRefuses: what cannot be decided is said, and nothing is written.
func TestReviewRefuses(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	_, _, text := ask(t, server, "GET", "/api/reviews/brief", "")
	d := queueOf(t, text)
	id := d.Items[0].ID
	long := strconv.Itoa(1 << 40)
	for body, want := range map[string]int{
		decision(d, `"item":"s000","do":"accept"`):                                                422,
		decision(d, `"item":"`+id+`","do":"burn"`):                                                422,
		decision(d, `"item":"`+id+`","do":"undo"`):                                                422,
		decision(d, `"item":"`+id+`","do":"speaker"`):                                             422,
		decision(d, `"item":"`+id+`","do":"edit"`):                                                422,
		decision(d, `"item":"`+id+`","do":"edit","span":{"start":9,"end":9}`):                     422,
		decision(d, `"item":"`+id+`","do":"edit","span":{"start":-1,"end":9}`):                    422,
		decision(d, `"item":"`+id+`","do":"edit","span":{"start":0,"end":`+long+`}`):              422,
		decision(d, `"item":"`+id+`","do":"edit","span":{"start":0,"end":4,"quote":"Moon"}`):      422,
		decision(d, `"item":"`+id+`","do":"merge","into":"`+id+`"`):                               422,
		decision(d, `"item":"`+id+`","do":"suggest","quote":"x y"`):                               422,
		decision(d, `"item":"`+id+`","do":"speaker","speaker":`+quoted(strings.Repeat("x", 300))): 422,
		`{"text":"\"0\"","decision":{"item":"` + id + `","do":"accept"}}`:                         409,
		`{"text":"x"`: 400,
	} {
		if status, _, text := ask(t, server, "POST", "/api/reviews/brief", body); status != want {
			t.Errorf("%s\n%d %s", body, status, text)
		}
	}
	for path, want := range map[string]int{"/api/reviews/nobody": 404, "/api/reviews/..%2fbrief": 404, "/api/reviews/nobody/blocks": 404} {
		if status, _, text := ask(t, server, "GET", path, ""); status != want {
			t.Errorf("%s: %d %s", path, status, text)
		}
	}
	accept := decision(d, `"item":"`+id+`","do":"accept"`)
	if status, _, text := ask(t, server, "POST", "/api/reviews/brief", accept, "Sec-Fetch-Site", "cross-site"); status != 403 {
		t.Errorf("from another site: %d %s", status, text)
	}
	if status, _, _ := ask(t, server, "POST", "/api/reviews/brief", accept, "Origin", "http://elsewhere.example"); status != 403 {
		t.Errorf("from another origin: %d", status)
	}
	_, closed := begun(t, Options{Dir: dir, ReadOnly: true})
	_, _, text = ask(t, closed, "GET", "/api/reviews/brief", "")
	if d := queueOf(t, text); !d.ReadOnly || len(d.Items) == 0 {
		t.Errorf("read only: %.200s", text)
	}
	if status, _, text := ask(t, closed, "POST", "/api/reviews/brief", accept); status != 403 {
		t.Errorf("read only: %d %s", status, text)
	}
	if _, err := os.Stat(filepath.Join(dir, reviewFile)); err == nil {
		t.Error("what was refused was written")
	}
}

// TestReviewFile: a line that a crash cut off is named and costs no other; a link that leads
// out of the directory is not followed.
func TestReviewFile(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	log := filepath.Join(dir, reviewFile)
	if err := os.WriteFile(log, []byte(`{"source":"brief","item":"s`), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, text := ask(t, server, "GET", "/api/reviews/brief", "")
	d := queueOf(t, text)
	status, _, text := ask(t, server, "POST", "/api/reviews/brief", decision(d, `"item":"`+d.Items[0].ID+`","do":"reject"`))
	if d = queueOf(t, text); status != 200 || d.Counts.Rejected != 1 || len(d.Problems) != 1 || d.Problems[0].Line != 1 {
		t.Errorf("%d %+v %+v", status, d.Counts, d.Problems)
	}
	if now, _ := os.ReadFile(log); !strings.HasPrefix(string(now), "{\"source\":\"brief\",\"item\":\"s\n{") {
		t.Errorf("%s", now)
	}
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(log); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, log); err != nil {
		t.Skip(err)
	}
	if status, _, text := ask(t, server, "GET", "/api/reviews/brief", ""); status != 409 {
		t.Errorf("%d %.200s", status, text)
	}
	ask(t, server, "POST", "/api/reviews/brief", decision(d, `"item":"`+d.Items[0].ID+`","do":"accept"`))
	if now, _ := os.ReadFile(outside); len(now) != 0 {
		t.Errorf("written outside: %s", now)
	}
}

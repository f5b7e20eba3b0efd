package serve

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley"
	"parley/lang"
)

func quoted(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text can be written
	}
	return string(b)
}

// TestSaving: what is saved is on disk whole; what somebody else changed meanwhile is not
// overwritten but shown.
func TestSaving(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	status, header, text := ask(t, server, "GET", "/api/files/theories.hcl", "")
	f := read[File](t, text)
	if status != 200 || header.Get("ETag") != f.ETag || !f.Writable {
		t.Fatalf("%d %+v", status, f.FileEntry)
	}
	changed := strings.Replace(f.Text, "weight = 0.35", "weight = 0.36", 1)
	if changed == f.Text {
		t.Fatal("the example has changed; choose another line")
	}
	put := func(body string, headers ...string) (int, string) {
		status, _, text := ask(t, server, "PUT", "/api/files/theories.hcl", `{"text":`+quoted(body)+`}`, headers...)
		return status, text
	}
	if status, text := put(changed); status != 428 {
		t.Errorf("without If-Match: %d %s", status, text)
	}
	status, text = put(changed, "If-Match", f.ETag)
	if status != 200 {
		t.Fatalf("%d %s", status, text)
	}
	if now, err := os.ReadFile(filepath.Join(dir, "theories.hcl")); err != nil || string(now) != changed {
		t.Errorf("on disk: %v, %d bytes", err, len(now))
	}
	status, text = put(f.Text, "If-Match", f.ETag)
	conflict := read[struct{ Current *File }](t, text)
	if status != 412 || conflict.Current == nil || conflict.Current.Text != changed {
		t.Errorf("a conflict: %d %.200s", status, text)
	}
	if now, _ := os.ReadFile(filepath.Join(dir, "theories.hcl")); string(now) != changed {
		t.Error("a conflict wrote all the same")
	}
	if entries, _ := os.ReadDir(dir); len(entries) == 0 || strings.Contains(entries[len(entries)-1].Name(), unfinished) {
		t.Error("a file is left over")
	}
}

// TestWrongWorldGoesOnAnswering: while somebody mends a file, the others keep the last
// good model, and are told.
func TestWrongWorldGoesOnAnswering(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	path := filepath.Join(dir, "actors.hcl")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wrong, listening := make(chan event, 1), make(chan struct{})
	go func() {
		events := follow(t, server, "/api/events", func(e event) bool {
			if e.name == "hello" {
				close(listening)
			}
			return e.name == "world"
		})
		wrong <- events[len(events)-1]
	}()
	<-listening
	if err := os.WriteFile(path, append(text, "\nactor \"x\" {\n  nam = 1\n}\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	select {
	case e := <-wrong:
		if c := read[ChangedEvent](t, e.data); !c.Wrong {
			t.Errorf("told %+v", c)
		}
	case <-time.After(patience):
		t.Fatal("a change on disk was not noticed")
	}
	_, _, body := ask(t, server, "GET", "/api/world", "")
	if d := read[struct {
		Wrong    bool
		Problems []struct{ Severity, Summary string }
		Factors  []any
	}](t, body); !d.Wrong || !strings.Contains(body, `"severity":"error"`) || len(d.Factors) == 0 {
		t.Errorf("wrong %v, %d problems, %d factors", d.Wrong, len(d.Problems), len(d.Factors))
	}
	if status, _, text := ask(t, server, "POST", "/api/answers", `{"variant":{},"worlds":8,"no_series":true}`); status != 200 {
		t.Errorf("%d %s", status, text)
	}
}

// TestWrongFromTheBeginning: a world that cannot be read yet is served all the same, so
// that it can be mended there.
func TestWrongFromTheBeginning(t *testing.T) {
	dir := copied(t)
	if err := os.WriteFile(filepath.Join(dir, "actors.hcl"), []byte("actor {"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, server := begun(t, Options{Dir: dir})
	_, _, text := ask(t, server, "GET", "/api/world", "")
	if d := read[struct{ Wrong bool }](t, text); !d.Wrong {
		t.Error("it is not said that the world is wrong")
	}
	if status, _, text := ask(t, server, "POST", "/api/answers", `{"variant":{}}`); status != 409 || !strings.Contains(text, "actors.hcl") {
		t.Errorf("%d %s", status, text)
	}
	if status, _, _ := ask(t, server, "GET", "/api/files/actors.hcl", ""); status != 200 {
		t.Errorf("the file cannot be opened: %d", status)
	}
}

// TestVariantsAsFiles: a what-if goes to a colleague as a patch or as a whole world.
func TestVariantsAsFiles(t *testing.T) {
	_, server := begun(t, Options{})
	const variant = `{"variant":{"pin":{"quantity.sensitivity":6.5},"cut":["flow.shells"]}}`
	status, _, text := ask(t, server, "POST", "/api/variants/diff", variant)
	d := read[VariantDiff](t, text)
	if status != 200 || !strings.Contains(d.Patch, "6.5") || !strings.Contains(d.Patch, `+  cut = ["flow.shells"]`) || len(d.Files) != 1 || len(d.NotInFiles) != 0 {
		t.Errorf("%d %s", status, text)
	}
	status, header, text := ask(t, server, "POST", "/api/variants/zip", variant)
	if status != 200 || header.Get("Content-Type") != "application/zip" {
		t.Fatalf("%d %v %.200s", status, header, text)
	}
	z, err := zip.NewReader(bytes.NewReader([]byte(text)), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
	inside, err := os.ReadDir(dir)
	if err != nil || len(inside) != 1 {
		t.Fatalf("%v, %d folders", err, len(inside))
	}
	if _, err := parley.Load(filepath.Join(dir, inside[0].Name())); err != nil {
		t.Errorf("the world in the zip: %v", err)
	}
}

// TestEditorNeeds: checking, formatting, completing and explaining write nothing.
func TestEditorNeeds(t *testing.T) {
	dir := copied(t)
	_, server := begun(t, Options{Dir: dir})
	before, err := os.ReadFile(filepath.Join(dir, "actors.hcl"))
	if err != nil {
		t.Fatal(err)
	}
	_, _, text := ask(t, server, "POST", "/api/check", `{"files":{"actors.hcl":`+quoted(string(before)+"\nactor \"é\" {}\n")+`}}`)
	if d := read[struct {
		Wrong       bool
		Diagnostics []struct{ Summary string }
	}](t, text); !d.Wrong || len(d.Diagnostics) == 0 {
		t.Errorf("%.300s", text)
	}
	_, _, text = ask(t, server, "POST", "/api/check", `{"files":{}}`)
	if d := read[struct{ Wrong bool }](t, text); d.Wrong {
		t.Error("the world as it is, is wrong")
	}
	if status, _, text := ask(t, server, "POST", "/api/check", `{"files":{"../x.hcl":""}}`); status != 422 {
		t.Errorf("%d %s", status, text)
	}
	_, _, text = ask(t, server, "POST", "/api/format", `{"name":"a.hcl","text":"actor \"x\" {\nname=\"X\"\n}"}`)
	if !strings.Contains(text, `name = \"X\"`) {
		t.Errorf("%s", text)
	}
	if status, _, text := ask(t, server, "POST", "/api/format", `{"name":"a.hcl","text":"actor {{"}`); status != 422 || !strings.Contains(text, "diagnostics") {
		t.Errorf("%d %s", status, text)
	}
	const typed = "# é\ntheatre \"t\" {\n  challenger = actor.ch"
	_, _, text = ask(t, server, "POST", "/api/complete", `{"name":"a.hcl","text":`+quoted(typed)+`,"offset":1000}`)
	c := read[struct {
		From, To int
		Options  []lang.Option
	}](t, text)
	if points := []rune(typed); len(c.Options) != 1 || c.Options[0].Label != "actor.china" || string(points[c.From:c.To]) != "actor.ch" {
		t.Errorf("%+v", c)
	}
	_, _, text = ask(t, server, "POST", "/api/hover", `{"name":"a.hcl","text":`+quoted(typed)+`,"offset":21}`)
	if !strings.Contains(text, "who wants to change") {
		t.Errorf("%s", text)
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "actors.hcl")); !bytes.Equal(before, after) {
		t.Error("checking has written")
	}
}

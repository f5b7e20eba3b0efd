package serve

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"parley"
)

// TestOnlyThisMachine: without a token only names of this machine are answered to, so that
// a page that points its own name here learns nothing.
func TestOnlyThisMachine(t *testing.T) {
	_, server := begun(t, Options{})
	for host, want := range map[string]int{
		"127.0.0.1:7474": 200, "localhost:7474": 200, "[::1]:7474": 200, "localhost": 200,
		"evil.example": 421, "evil.example:7474": 421, "127.0.0.1.evil.example": 421, "10.0.0.1:7474": 421, "": 200,
	} {
		if host == "" {
			continue
		}
		if status, _, _ := ask(t, server, "GET", "/api/health", "", "Host", host); status != want {
			t.Errorf("%s: %d, want %d", host, status, want)
		}
	}
}

// TestCrossSiteRequestsAreRefused: a page of another site can neither change nor read.
func TestCrossSiteRequestsAreRefused(t *testing.T) {
	_, server := begun(t, Options{})
	for _, c := range []struct {
		method, path string
		headers      []string
		want         int
	}{
		{"POST", "/api/answers", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"POST", "/api/answers", []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"POST", "/api/answers", []string{"Origin", "https://evil.example"}, 403},
		{"POST", "/api/answers", []string{"Origin", "null"}, 403},
		{"GET", "/api/world", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"GET", "/api/world", []string{"Origin", "https://evil.example"}, 403},
		{"PUT", "/api/files/actors.hcl", []string{"Origin", "http://localhost:1", "If-Match", "x"}, 403},
		{"DELETE", "/api/runs/1", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"GET", "/", []string{"Sec-Fetch-Site", "cross-site"}, 200}, // a link leads here
		{"GET", "/api/world", []string{"Sec-Fetch-Site", "same-origin", "Origin", server.URL}, 200},
		{"GET", "/api/world", []string{"Sec-Fetch-Site", "none"}, 200},
	} {
		body := ""
		if c.method == "POST" || c.method == "PUT" {
			body = `{"variant":{},"text":""}`
		}
		if status, _, text := ask(t, server, c.method, c.path, body, c.headers...); status != c.want {
			t.Errorf("%s %s %v: %d, want %d: %.200s", c.method, c.path, c.headers, status, c.want, text)
		}
	}
}

// TestToken: where others can reach the server, only who knows the token is answered.
func TestToken(t *testing.T) {
	const token = "a-long-enough-token"
	_, server := begun(t, Options{Token: token})
	if status, _, _ := ask(t, server, "GET", "/api/world", ""); status != 401 {
		t.Errorf("without: %d", status)
	}
	if status, _, _ := ask(t, server, "GET", "/api/world", "", "Authorization", "Bearer nearly"); status != 401 {
		t.Errorf("wrong: %d", status)
	}
	if status, _, _ := ask(t, server, "GET", "/api/world", "", "Authorization", "Bearer "+token, "Host", "parley.example"); status != 200 {
		t.Errorf("right: %d", status)
	}
	status, header, _ := ask(t, server, "GET", "/?token="+token, "")
	cookie := header.Get("Set-Cookie")
	if status != 303 || strings.Contains(header.Get("Location"), token) || !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") {
		t.Errorf("%d to %q, cookie %q", status, header.Get("Location"), cookie)
	}
	if status, _, _ := ask(t, server, "GET", "/api/world", "", "Cookie", strings.Split(cookie, ";")[0]); status != 200 {
		t.Errorf("with the cookie: %d", status)
	}
	if status, _, _ := ask(t, server, "POST", "/api/answers?token="+token, `{"variant":{}}`); status != 401 {
		t.Errorf("a token in the address of a change: %d", status)
	}
}

// TestPolicy: every answer tells a browser to load nothing from elsewhere and run nothing
// that stands in a text.
func TestPolicy(t *testing.T) {
	page := fstest.MapFS{"index.html": {Data: []byte("<!doctype html>")}, "assets/a.js": {Data: []byte("1")}}
	_, server := begun(t, Options{Page: page})
	for _, path := range []string{"/", "/assets/a.js", "/api/world", "/api/nothing", "/nothing", "/../go.mod", "/assets/../../go.mod"} {
		status, header, _ := ask(t, server, "GET", path, "")
		policy := header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d, policy %q", path, status, policy)
		}
		if strings.Contains(path, "go.mod") && status == 200 {
			t.Errorf("%s was answered", path)
		}
	}
	if status, _, _ := ask(t, server, "POST", "/", "x"); status != 405 {
		t.Errorf("a page takes what is posted: %d", status)
	}
}

// TestNothingOutsideTheWorld: no name leads out of the directory, neither through dots nor
// through links, for reading or writing.
func TestNothingOutsideTheWorld(t *testing.T) {
	dir := copied(t)
	outside := filepath.Join(filepath.Dir(dir), "outside.hcl")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.hcl")); err != nil {
		t.Fatal(err)
	}
	s, server := begun(t, Options{Dir: dir})
	for _, name := range []string{"../outside.hcl", "..%2foutside.hcl", "%2e%2e/outside.hcl", "link.hcl", "/etc/passwd", "//etc/passwd", "..\\outside.hcl", ".hidden.hcl", "sub/x.hcl", "nul\x00.hcl"} {
		if strings.ContainsRune(name, 0) {
			name = "nul%00.hcl"
		}
		status, _, text := ask(t, server, "GET", "/api/files/"+name, "")
		if status == 200 || strings.Contains(text, "secret") {
			t.Errorf("GET %s: %d %s", name, status, text)
		}
		status, _, _ = ask(t, server, "PUT", "/api/files/"+name, `{"text":"x"}`, "If-None-Match", "*")
		if status == 200 && name != "link.hcl" { // a link is replaced by a file of the world, not followed
			t.Errorf("PUT %s: %d", name, status)
		}
	}
	if text, err := os.ReadFile(outside); err != nil || string(text) != "secret" {
		t.Errorf("outside: %v %q", err, text)
	}
	if _, err := s.file("../outside.hcl"); err == nil {
		t.Error("a name with dots is read")
	}
}

// TestReadOnly: a server for an audience saves nothing.
func TestReadOnly(t *testing.T) {
	_, server := begun(t, Options{ReadOnly: true})
	if status, _, _ := ask(t, server, "PUT", "/api/files/actors.hcl", `{"text":""}`, "If-None-Match", "*"); status != 403 {
		t.Errorf("saved: %d", status)
	}
	_, _, text := ask(t, server, "GET", "/api/world", "")
	if read[struct{ Writable bool }](t, text).Writable {
		t.Error("the page would offer to save")
	}
}

// TestBodiesAreBounded: nobody can fill the memory with one request.
func TestBodiesAreBounded(t *testing.T) {
	_, server := begun(t, Options{})
	status, _, _ := ask(t, server, "POST", "/api/check", `{"files":{"a.hcl":"`+strings.Repeat("x", mostBody+1)+`"}}`)
	if status != http.StatusRequestEntityTooLarge {
		t.Errorf("%d", status)
	}
}

// FuzzNames: whatever a file is called, only files of the world are read.
func FuzzNames(f *testing.F) {
	dir := filepath.Join(f.TempDir(), "world")
	if err := os.CopyFS(dir, os.DirFS("../../examples/linked-theatres")); err != nil {
		f.Fatal(err)
	}
	s, err := New(Options{Dir: dir})
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range []string{"actors.hcl", "../x", "a/../../b.hcl", "\x00", "brief.txt", "./actors.hcl", "C:\\x.hcl"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		file, err := s.file(name)
		if err != nil {
			return
		}
		if strings.Contains(file.Name, "..") || !utf8.ValidString(file.Text) {
			t.Errorf("%q gives %q", name, file.Name)
		}
		if _, err := os.Stat(filepath.Join(dir, file.Name)); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	})
}

// FuzzVariants: whatever is asked for, the answer is a model or a reason.
func FuzzVariants(f *testing.F) {
	s, err := New(Options{Dir: "../../examples/linked-theatres"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("quantity.sensitivity", 5.0, 7.0, "money")
	f.Add("theory.reputation", 1.0, 0.5, "flow.shells")
	f.Fuzz(func(t *testing.T, name string, low, high float64, cut string) {
		v := parley.Variant{Pin: map[string]float64{name: low}, Cut: []string{cut}}
		if m, err := s.varied(&v); (m == nil) == (err == nil) {
			t.Errorf("%v %v", m, err)
		}
		v = parley.Variant{Narrow: map[string][2]float64{name: {low, high}}, Rival: map[string]string{name: cut}}
		if m, err := s.varied(&v); (m == nil) == (err == nil) {
			t.Errorf("%v %v", m, err)
		}
	})
}

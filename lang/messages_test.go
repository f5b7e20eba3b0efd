package lang

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"parley/diag"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update and look at the change", path)
	}
}

// wrongWorld is one case of testdata/wrong.
type wrongWorld struct {
	name  string
	alone bool
	text  []byte
}

func wrongWorlds(tb testing.TB) []wrongWorld {
	tb.Helper()
	files, err := filepath.Glob("testdata/wrong/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatal("no wrong worlds", err)
	}
	var out []wrongWorld
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		topic := strings.TrimSuffix(filepath.Base(file), ".txtar")
		for _, f := range archive.Files {
			out = append(out, wrongWorld{topic + "/" + f.Name, strings.HasSuffix(f.Name, "-alone"), f.Data})
		}
	}
	return out
}

func base(tb testing.TB) []byte {
	tb.Helper()
	src, err := os.ReadFile("testdata/base.hcl")
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

// The sound world is sound: what the wrong ones are told is about themselves.
func TestBaseIsSound(t *testing.T) {
	_, list, _ := LoadFS(fstest.MapFS{"base.hcl": {Data: base(t)}}, ".")
	for _, d := range list {
		if d.Severity != diag.Judgement {
			t.Error(d)
		}
	}
}

// Somebody whose world is wrong would get a message that does not help, or
// none, or the same one twice.
func TestMessages(t *testing.T) {
	var page bytes.Buffer
	for _, c := range wrongWorlds(t) {
		file := "world.hcl"
		if strings.HasPrefix(c.name, "json/") {
			file += ".json"
		}
		files := fstest.MapFS{file: {Data: c.text}}
		if !c.alone {
			files["base.hcl"] = &fstest.MapFile{Data: base(t)}
		}
		_, list, sources := LoadFS(files, ".")
		var shown diag.List
		seen := map[string]bool{}
		for _, d := range list {
			if d.Severity == diag.Judgement {
				continue
			}
			shown = append(shown, d)
			if seen[d.String()] {
				t.Errorf("%s: said twice: %s", c.name, d)
			}
			seen[d.String()] = true
		}
		fmt.Fprintf(&page, "=== %s\n\n", c.name)
		if err := diag.Write(&page, shown, sources, diag.Options{}); err != nil {
			t.Fatal(err)
		}
		page.WriteString("\n")
		if len(shown) == 0 {
			t.Errorf("%s: nothing is said about it", c.name)
		}
	}
	golden(t, "testdata/messages.golden", page.Bytes())
}

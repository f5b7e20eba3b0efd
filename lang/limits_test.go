package lang

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"parley/diag"
)

const head = "world {\n title = \"T\"\n start = \"2025-01\"\n period = \"year\"\n horizon = \"5 years\"\n}\nscenario \"s\" { title = \"S\" }\n"

// repeat fills about a megabyte with a pattern; %d is the count.
func repeat(pattern string, bytes int) string {
	var b strings.Builder
	for i := 0; b.Len() < bytes; i++ {
		if strings.Contains(pattern, "%d") {
			fmt.Fprintf(&b, strings.ReplaceAll(pattern, "%d", "%[1]d"), i)
		} else {
			b.WriteString(pattern)
		}
	}
	return b.String()
}

// hostile lists texts that would keep a careless reader busy. Those of a whole
// megabyte are the slowest to read; the others are shorter, to save time.
func hostile() map[string]string {
	const mega, whole = 1 << 17, 1 << 20
	return map[string]string{
		"parentheses":   "quantity \"a\" { value = " + repeat("(", mega),
		"lists":         "quantity \"a\" { value = " + repeat("[", mega),
		"objects":       "quantity \"a\" { value = " + repeat("{a=", mega),
		"blocks":        repeat("a {\n", mega),
		"signs":         "quantity \"a\" { value = " + repeat("-", mega) + "1 }",
		"nots":          "quantity \"a\" { value = " + repeat("!", mega) + "true }",
		"conditions":    "quantity \"a\" { value = " + repeat("true ? 1 : ", mega) + "1 }",
		"sum":           head + "quantity \"a\" { value = " + repeat("1+", whole) + "1 }",
		"sum of names":  head + "quantity \"b\" { value = 1 }\nquantity \"a\" { value = " + repeat("quantity.b+", mega) + "1 }",
		"minimum":       head + "quantity \"a\" { value = min(" + repeat("1,", mega) + "1) }",
		"templates":     "quantity \"a\" { value = " + repeat("\"${", mega),
		"heredoc":       "quantity \"a\" { value = <<E\n" + repeat("${<<E\n", mega),
		"path":          head + "quantity \"a\" { value = a" + repeat(".b", mega) + " }",
		"brackets":      head + "quantity \"a\" { value = a" + repeat("[1]", mega) + " }",
		"splats":        head + "quantity \"a\" { value = a" + repeat(".*", mega) + " }",
		"attributes":    head + "actor \"x\" {\n" + repeat("a%d = 1\n", mega) + "}",
		"unknown":       head + repeat("blok \"b%d\" {}\n", mega),
		"misspelt":      head + "kind \"steel\" {}\n" + repeat("quantity \"q%d\" { value = quantity.p%d }\n", mega),
		"doubling":      head + "quantity \"q0\" { value = 1 }\n" + doubling(900),
		"chain":         head + "quantity \"q0\" { value = 1 }\n" + chain(20_000),
		"long name":     head + "kind \"" + repeat("a", mega) + "\" {}",
		"long text":     head + "source \"s\" {\n title = \"T\"\n text = \"" + repeat("word. ", mega) + "\"\n}\nstatement \"a\" {\n source = source.s\n quote = \"word. word\"\n}\nstatement \"b\" {\n source = source.s\n quote = \"" + repeat("wird ", mega/2) + "\"\n}",
		"number":        head + "quantity \"a\" { value = 1e999999999 }\nquantity \"b\" { value = " + repeat("9", mega) + " }",
		"comments":      repeat("# x\n", mega),
		"quotes":        head + "kind \"k\" {}\n" + repeat("statement \"s%d\" {\n source = source.s\n quote = \"nothing of this is there\"\n}\n", mega/2) + "source \"s\" {\n title = \"T\"\n text = \"" + repeat("word. ", mega/2) + "\"\n}",
		"table":         head + "actor \"x\" {\n name = \"X\"\n type = \"state\"\n spends = {" + repeat("k%d = 0, ", mega) + "}\n}",
		"theatres":      head + repeat("theatre \"t%d\" {}\n", whole),
		"supports":      head + repeat("support \"t%d\" {\nfights {}\nsustains {}\n}\n", whole),
		"settings":      head + "theory \"t\" {\n rival \"a\" {\n weight = 1\n says = \"a\"\n set = {" + repeat("\"quantity.a%d\" = 1, ", mega) + "}\n}\n rival \"b\" {\n weight = 1\n says = \"b\"\n}\n}\n",
		"json-lists":    "{\"quantity\": {\"a\": {\"value\": " + repeat("[", mega),
		"json-objects":  "{\"quantity\": " + repeat("{\"a\":", mega),
		"json-escaped":  "{\"quantity\": {\"a\": {\"value\": \"" + repeat("(", mega) + "\"}}}",
		"json-sum":      "{\"quantity\": {\"a\": {\"value\": \"" + repeat("1+", mega) + "1\"}}}",
		"json-unfinite": "{\"quantity\": {\"a\": {\"value\": 1e999999999}}}",
	}
}

// doubling is a chain in which every number is twice the one before, written
// as a sum: read naively, it takes 2ⁿ steps.
func doubling(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "quantity \"q%d\" { value = quantity.q%d + quantity.q%d }\n", i, i-1, i-1)
	}
	return b.String()
}

// chain is a row of numbers, each made from the one before.
func chain(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "quantity \"q%d\" { value = quantity.q%d + 1 }\n", i, i-1)
	}
	return b.String()
}

// patience is how long a megabyte may take here; a loaded machine is slow.
const patience = 20 * time.Second

// A file from a stranger could stop the program.
func TestHostileTexts(t *testing.T) {
	for name, src := range hostile() {
		t.Run(name, func(t *testing.T) {
			file := "world.hcl"
			if strings.HasPrefix(name, "json") {
				file += ".json"
			}
			start := time.Now()
			_, list, _ := LoadFS(fstest.MapFS{file: {Data: []byte(src)}}, ".")
			if took := time.Since(start); took > patience {
				t.Errorf("took %v", took)
			}
			if name != "doubling" && name != "long text" && !list.HasErrors() && name != "sum of names" && name != "minimum" && name != "sum" {
				t.Error("loaded")
			}
		})
	}
}

// manyActors is a world of n blocks.
func manyActors(n int) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for i := range n / 2 {
		fmt.Fprintf(&b, "actor \"a%d\" {\n name = \"A\"\n type = \"state\"\n means \"steel\" { stock = between(%d, %d) }\n}\n", i, i+1, i+2)
		fmt.Fprintf(&b, "flow \"f%d\" {\n from = actor.a%d\n to = actor.a%d\n gives = kind.steel\n rate = 0.5 * quantity.q + uniform(0, 1)\n}\n", i, i, (i+1)%(n/2))
	}
	b.WriteString("kind \"steel\" {}\nquantity \"q\" { value = between(1, 2) }\n")
	return b.Bytes()
}

// A large world would take minutes or all memory.
func TestTenThousandBlocks(t *testing.T) {
	src := manyActors(10_000)
	start := time.Now()
	w, list, _ := LoadFS(fstest.MapFS{"world.hcl": {Data: src}}, ".")
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > patience {
		t.Errorf("took %v", took)
	}
	if len(w.Factors) != 10_001 {
		t.Errorf("%d factors", len(w.Factors))
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > 400<<20 {
		t.Errorf("%d MB in use", m.HeapAlloc>>20)
	}
	runtime.KeepAlive(w)
}

func ids(list diag.List) []string {
	var out []string
	for _, d := range list.Errors() {
		out = append(out, d.ID)
	}
	return out
}

// More than the limits would be read.
func TestTooLarge(t *testing.T) {
	comment := append([]byte("# nothing"), bytes.Repeat([]byte(" at all"), mostFileBytes/7-10)...)
	one := fstest.MapFS{"a.hcl": {Data: append(comment, make([]byte, 100)...)}}
	if _, list, _ := LoadFS(one, "."); len(ids(list)) == 0 || ids(list)[0] != "unreadable" {
		t.Errorf("one file: %v", list)
	}
	many := fstest.MapFS{}
	for i := range mostBytes/mostFileBytes + 1 {
		many[fmt.Sprintf("f%d.hcl", i)] = &fstest.MapFile{Data: comment}
	}
	if _, list, _ := LoadFS(many, "."); len(ids(list)) == 0 || ids(list)[0] != "unreadable" {
		t.Errorf("many files: %v", list)
	}
}

// A world from a stranger could show the reader's own files.
func TestNothingOutsideIsRead(t *testing.T) {
	outer := t.TempDir()
	secret := filepath.Join(outer, "secret.txt")
	dir := filepath.Join(outer, "world")
	for _, err := range []error{
		os.WriteFile(secret, []byte("The secret."), 0o600), os.Mkdir(dir, 0o700),
		os.Symlink(secret, filepath.Join(dir, "link.txt")), os.Symlink(outer, filepath.Join(dir, "out")),
		os.Symlink(filepath.Join(outer, "other.hcl"), filepath.Join(dir, "other.hcl")),
		os.WriteFile(filepath.Join(outer, "other.hcl"), []byte("kind \"outside\" {}"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"../secret.txt", secret, "link.txt", "out/secret.txt", "./../secret.txt", `..\\secret.txt`, "", ".", "out"} {
		src := head + fmt.Sprintf("source \"s\" {\n title = \"T\"\n file = %q\n}\n", file)
		if err := os.WriteFile(filepath.Join(dir, "world.hcl"), []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
		w, list, sources := Load(dir)
		if !list.HasErrors() {
			t.Errorf("%q was read", file)
		}
		for _, s := range w.Sources {
			if s.Text != "" {
				t.Errorf("%q: got %q", file, s.Text)
			}
		}
		if len(w.Kinds) != 0 || len(sources["other.hcl"]) != 0 {
			t.Error("a world file was read through a link that leads out")
		}
	}
}

// FuzzLoad: no file makes the reader panic, hang or give a frozen world with errors.
func FuzzLoad(f *testing.F) {
	for _, c := range wrongWorlds(f) {
		f.Add(c.text, strings.HasPrefix(c.name, "json/"))
	}
	files := sketch(f)
	f.Add(files["world.hcl"].Data, false)
	f.Add(files["actors.hcl"].Data, false)
	f.Add(base(f), false)
	f.Add([]byte(`{"quantity": {"a": {"value": "${between(0.1, 0.2)}"}}, "kind": [{"k": {"//": "x"}}], "theatre": null, "world": 1}`), true)
	f.Add([]byte(`{"actor": {"x": {"spends": {"k": "0.5"}, "evidence": ["source.letter"], "means": [{"wood": {"stock": 1}}]}}}`), true)
	rest := base(f)
	f.Fuzz(func(t *testing.T, src []byte, asJSON bool) {
		name := "world.hcl"
		if asJSON {
			name += ".json"
		}
		w, list, _ := LoadFS(fstest.MapFS{name: {Data: src}, "base.hcl": {Data: rest}}, ".")
		if w.Frozen() && list.HasErrors() && !w.Origin.Partial {
			for _, d := range list.Errors() {
				t.Log(d)
			}
			t.Fatal("frozen with errors")
		}
		if !list.HasErrors() && !w.Frozen() {
			t.Fatal("neither frozen nor wrong")
		}
		for _, d := range list {
			if d.Summary == "" {
				t.Fatalf("a problem without a name: %v", d)
			}
		}
		out, problems := Format(src)
		if again, _ := Format(out); !problems.HasErrors() && !bytes.Equal(again, out) {
			t.Fatalf("formatting is not settled: %q then %q", out, again)
		}
	})
}

package diag

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden files anew")

// drawing is one case of the golden file: a source text in which «…» marks the
// range, and what is said about it.
type drawing struct {
	name   string
	source string
	width  int
	d      Diagnostic
}

var drawings = []drawing{
	{
		name:   "an unknown attribute",
		source: "theatre \"ukraine\" {\n  «chalenger» = actor.russia\n}\n",
		d: Diagnostic{
			Summary: "Unknown attribute", Context: `theatre "ukraine"`, Suggestion: "challenger",
			Detail: `"chalenger" is not an attribute of a theatre block.`,
		},
	},
	{
		name:   "a warning has an identifier",
		source: "x = «1»\n",
		d:      Diagnostic{Severity: Warning, ID: "never-used", Summary: "Never used", Detail: "Nothing refers to this number."},
	},
	{
		name:   "a judgement call",
		source: "rate = «between(0.02, 0.3)»\n",
		d:      Diagnostic{Severity: Judgement, ID: "rests-on-nothing", Summary: "Number without evidence", Detail: "Name what it rests on with evidence = [...]."},
	},
	{
		name:   "an error shows no identifier",
		source: "«x» = 1\n",
		d:      Diagnostic{ID: "code-for-programs", Summary: "Wrong"},
	},
	{name: "tabs", source: "\ta\t=\t«b\tc»\td\n", d: Diagnostic{Summary: "Tabs"}},
	{name: "wide characters", source: "名前 = «台湾» + 韓国\n", d: Diagnostic{Summary: "Wide"}},
	{name: "wide signs", source: "note = \"🚀 «👍🏽»\"\n", d: Diagnostic{Summary: "Wide signs"}},
	{name: "combining characters", source: "re\u0301sume\u0301 = «cafe\u0301» + x\n", d: Diagnostic{Summary: "Combining"}},
	{name: "a heap of combining characters", source: "Z" + strings.Repeat("\u0335\u0336", 40) + " = «1»\n", d: Diagnostic{Summary: "Heap"}},
	{name: "a mark on nothing", source: "\u0301a = «1»\n", d: Diagnostic{Summary: "Alone"}},
	{name: "the mark at the end of a line", source: "a = «»\nb = 2\n", d: Diagnostic{Summary: "Missing value"}},
	{name: "the mark at the end of the file", source: "a = {«»", d: Diagnostic{Summary: "Missing brace"}},
	{name: "line ends of another system", source: "a = 1\r\nb = «2»\r\n", d: Diagnostic{Summary: "CRLF"}},
	{name: "byte order mark", source: "\ufeff«a» = 1\n", d: Diagnostic{Summary: "BOM"}},
	{name: "two lines", source: "a = [«1,\n  2»]\n", d: Diagnostic{Summary: "Two lines"}},
	{name: "many lines", source: strings.Repeat("# head\n", 7) + "«a = [\n  1,\n  2,\n  3,\n\n  4,\n]»\n", d: Diagnostic{Summary: "Many lines"}},
	{name: "an empty line inside", source: "«a = [\n\n]»\n", d: Diagnostic{Summary: "Empty line inside"}},
	{
		name: "a long line, mark in the middle", width: 60,
		source: "a = [" + strings.Repeat("1000, ", 40) + "«wrong», " + strings.Repeat("2000, ", 40) + "]\n",
		d:      Diagnostic{Summary: "Long line", Detail: "A long explanation that is to be broken between its words so that it does not run over the edge of the window."},
	},
	{name: "a long line, mark at the head", width: 60, source: "«wrong» = [" + strings.Repeat("1000, ", 40) + "]\n", d: Diagnostic{Summary: "Long line"}},
	{name: "a long line, mark at the end", width: 60, source: "a = [" + strings.Repeat("1000, ", 40) + "«wrong»]\n", d: Diagnostic{Summary: "Long line"}},
	{name: "a long mark", width: 60, source: "a = [" + strings.Repeat("1, ", 10) + "«" + strings.Repeat("1000, ", 40) + "»]\n", d: Diagnostic{Summary: "Long mark"}},
	{name: "a long line of wide characters", width: 60, source: strings.Repeat("台湾", 40) + "«韓国»" + strings.Repeat("台湾", 40) + "\n", d: Diagnostic{Summary: "Long and wide"}},
	{
		name: "control characters and escape sequences", source: "a = \"\x1b[31mred\x07\x7f\u009b1m\u202egnp\u2028\xff\" + «b»\n",
		d: Diagnostic{Summary: "Harmless\x1b[0m", Detail: "Also \x1b]0;title\x07 in the detail.", Context: "a\nb", Suggestion: "\x1b[1m"},
	},
	{
		name: "own line breaks and indents are kept", source: "«a» = 1\n",
		d: Diagnostic{Summary: "List", Detail: "Allowed are:\n  quiet\n  war\n\nNothing else."},
	},
}

// parse takes the marks out of a source and gives the range they enclosed.
func parse(t *testing.T, text string) ([]byte, Range) {
	t.Helper()
	before, rest, ok := strings.Cut(text, "«")
	inside, after, closed := strings.Cut(rest, "»")
	if !ok || !closed {
		t.Fatalf("%q has no marks", text)
	}
	place := func(head string) Pos {
		last := head[strings.LastIndexByte(head, '\n')+1:]
		return Pos{Line: strings.Count(head, "\n") + 1, Column: utf8.RuneCountInString(last) + 1, Byte: len(head)}
	}
	return []byte(before + inside + after), Range{File: "world.hcl", Start: place(before), End: place(before + inside)}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update and look at the change\n%s", path, got)
	}
}

// Somebody who has made a mistake would not see where, or would see it marked
// beside the place.
func TestWriteDrawings(t *testing.T) {
	var out bytes.Buffer
	for _, c := range drawings {
		source, place := parse(t, c.source)
		c.d.Range = place
		out.WriteString("=== " + c.name + "\n")
		if err := Write(&out, List{c.d}, map[string][]byte{"world.hcl": source}, Options{Width: c.width}); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "drawings.golden", out.Bytes())
}

func TestWriteWithoutAPlace(t *testing.T) {
	sources := map[string][]byte{"a.hcl": []byte("one line")}
	list := List{
		{Summary: "No place at all", Detail: "A world needs a world block."},
		{Summary: "Only a context", Context: "the command line"},
		{Summary: "Only a file", Range: Range{File: "b.hcl"}},
		{Summary: "No source text", Range: at("b.hcl", 3, 4), Context: `actor "x"`},
		{Summary: "Line past the end", Range: at("a.hcl", 9, 1), Severity: Warning, ID: "w"},
		{Summary: "No file name", Range: at("", 2, 1), Severity: Judgement, ID: "j"},
		{Summary: "Column past the end", Range: at("a.hcl", 1, 99)},
		{Summary: "End before the start", Range: Range{File: "a.hcl", Start: Pos{Line: 1, Column: 5}, End: Pos{Line: 1, Column: 2}}},
		{Summary: "No end", Range: Range{File: "a.hcl", Start: Pos{Line: 1, Column: 5}}},
		{Summary: "No column", Range: Range{File: "a.hcl", Start: Pos{Line: 1}, End: Pos{Line: 1}}},
	}
	var out bytes.Buffer
	if err := Write(&out, list, sources, Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "places.golden", out.Bytes())
}

// Logs would be full of escape sequences, or terminals without colour.
func TestColourOnlyWhenAsked(t *testing.T) {
	source, place := parse(t, "a = «b»\n")
	list := List{{Summary: "Wrong", Range: place}, {Severity: Warning, ID: "w", Summary: "Odd"}, {Severity: Judgement, ID: "j", Summary: "Bare"}}
	draw := func(colour bool) string {
		var out strings.Builder
		if err := Write(&out, list, map[string][]byte{"world.hcl": source}, Options{Colour: colour}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	golden(t, "colour.golden", []byte(strings.ReplaceAll(draw(true), "\x1b", "ESC")))
	if strings.Contains(draw(false), "\x1b") {
		t.Error("colour without being asked")
	}
}

func TestWriteOfNothingIsNothing(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, nil, nil, Options{}); err != nil || out.Len() != 0 {
		t.Errorf("wrote %q, %v", out.String(), err)
	}
}

type broken struct{}

var errBroken = errors.New("broken pipe")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteReportsAFailingWriter(t *testing.T) {
	if err := Write(broken{}, List{{}}, nil, Options{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
	if err := WriteJSON(broken{}, List{{}}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}

// A hostile world file could otherwise take over the terminal of its reader.
func FuzzWrite(f *testing.F) {
	for _, c := range drawings {
		f.Add([]byte(c.source), c.d.Detail, 1, 2, 0, 3, 4, 0, c.width)
	}
	f.Add([]byte("a\nb"), "x", 2, 1, 2, 1, 1, -5, 40)
	f.Fuzz(func(t *testing.T, source []byte, text string, l1, c1, b1, l2, c2, b2, width int) {
		list := List{{
			Summary: text, Detail: text, Suggestion: text, Context: text, ID: text, Severity: Severity(width & 3),
			Range: Range{File: text, Start: Pos{Line: l1, Column: c1, Byte: b1}, End: Pos{Line: l2, Column: c2, Byte: b2}},
		}}
		var out bytes.Buffer
		if err := Write(&out, list, map[string][]byte{text: source}, Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(out.Bytes()) {
			t.Fatal("the drawing is not UTF-8")
		}
		for _, r := range out.String() {
			if r != '\n' && !unicode.IsGraphic(r) {
				t.Fatalf("%U came out", r)
			}
		}
	})
}

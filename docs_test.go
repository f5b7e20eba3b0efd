package parley_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"parley/lang"
)

// The documents show commands with what they print, and files with what is to be
// changed in them. Here they are carried out, one document after its own order in
// an empty folder of its own, and what is printed is compared with what stands
// there. These blocks are carried out:
//
//	```console           lines "$ command", each followed by what it prints;
//	                     a line … stands for lines left out
//	```console exit=1    the same for commands that end with that code
//	```hcl title=F       writes the file F
//	```hcl title=F append  adds to the end of the file F
//	```diff title=F      replaces lines of the file F
//
// All other hcl blocks are read, and must stand in the canonical layout.
var updateDocuments = flag.Bool("update", false, "write what the documents' commands print, and the picture, anew")

// documents are those whose blocks are carried out or read.
func documents(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("docs/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	return append([]string{"README.md"}, names...)
}

// A newcomer who types what the documents show would see something else.
func TestDocumentsSayWhatIsPrinted(t *testing.T) {
	bin := sync.OnceValues(func() (string, error) { return buildProgram(t) })
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell here")
	}
	for _, name := range documents(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := &document{name: name, lines: strings.Split(string(text), "\n")}
		if err := d.parse(); err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(d.blocks, func(b block) bool { return b.lang == "console" }) {
			continue
		}
		program, err := bin()
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			d.carryOut(t, program)
		})
	}
}

// buildProgram builds the command into a folder of the test.
func buildProgram(t *testing.T) (string, error) {
	bin := filepath.Join(t.TempDir(), "bin")
	out, err := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(bin, "parley"), "./cmd/parley").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, nil
}

// document is a page of Markdown and its fenced blocks.
type document struct {
	name   string
	lines  []string
	blocks []block
}

// block is a fenced block: the lines from (with) and to (without), fences left out.
type block struct {
	lang     string
	flags    []string // after the language
	from, to int
}

// value is that of a flag such as title=F.
func (b block) value(name string) string {
	for _, f := range b.flags {
		if v, ok := strings.CutPrefix(f, name+"="); ok {
			return v
		}
	}
	return ""
}

func (d *document) parse() error {
	open := -1
	for i, line := range d.lines {
		if !strings.HasPrefix(line, "```") {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		b := block{from: open + 1, to: i}
		if words := strings.Fields(strings.TrimPrefix(d.lines[open], "```")); len(words) > 0 {
			b.lang, b.flags = words[0], words[1:]
		}
		d.blocks = append(d.blocks, b)
		open = -1
	}
	if open >= 0 {
		return fmt.Errorf("%s:%d: a block is opened and never closed", d.name, open+1)
	}
	return nil
}

// carryOut carries out a document's blocks.
func (d *document) carryOut(t *testing.T, bin string) {
	s := &shell{bin: bin, dir: t.TempDir()}
	s.home = s.dir
	if err := os.CopyFS(filepath.Join(s.dir, "examples"), os.DirFS("examples")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(bin, filepath.Join(s.dir, "bin")); err != nil {
		t.Fatal(err)
	}
	var text []string // as it should be
	last := 0
	for _, b := range d.blocks {
		text = append(text, d.lines[last:b.from]...)
		last = b.to
		body := d.lines[b.from:b.to]
		at := fmt.Sprintf("%s:%d", d.name, b.from+1)
		switch {
		case b.lang == "console":
			body = d.console(t, s, b, at)
		case b.value("title") != "":
			if err := s.edit(b, body); err != nil {
				t.Fatalf("%s: %v", at, err)
			}
		}
		text = append(text, body...)
	}
	text = append(text, d.lines[last:]...)
	if *updateDocuments && !slices.Equal(text, d.lines) {
		if err := os.WriteFile(d.name, []byte(strings.Join(text, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// console runs the commands of a block and gives the block as it should be.
func (d *document) console(t *testing.T, s *shell, b block, at string) []string {
	wantExit := b.value("exit")
	if wantExit == "" {
		wantExit = "0"
	}
	var out []string
	lines := d.lines[b.from:b.to]
	for i := 0; i < len(lines); {
		command, ok := strings.CutPrefix(lines[i], "$ ")
		if !ok {
			t.Fatalf("%s: a console block begins with a command: %q", at, lines[i])
		}
		end := i + 1
		for end < len(lines) && !strings.HasPrefix(lines[end], "$ ") {
			end++
		}
		shown := trimBlank(lines[i+1 : end])
		got, exit := s.run(t, command, shown)
		if exit != wantExit {
			t.Fatalf("%s: %s ends with %s, not %s\n%s", at, command, exit, wantExit, strings.Join(got, "\n"))
		}
		if *updateDocuments {
			fresh, err := refreshed(shown, got)
			if err != nil {
				t.Fatalf("%s: %s: %v", at, command, err)
			}
			shown = fresh
		} else if missing := differs(shown, got); missing != "" {
			t.Errorf("%s: %s does not print what stands there (go test -run Documents -update . writes it anew):\n%s", at, command, apart(shown, got, missing))
		}
		out = append(append(out, lines[i]), shown...)
		if end < len(lines) && end > i+1 && lines[end-1] == "" {
			out = append(out, "")
		}
		i = end
	}
	return out
}

// shell carries what one command leaves to the next.
type shell struct{ bin, home, dir string }

// run runs a command and gives what it prints and how it ends.
func (s *shell) run(t *testing.T, command string, shown []string) (lines []string, exit string) {
	if target, ok := strings.CutPrefix(command, "make "); ok {
		return s.make(t, target, shown)
	}
	if to, ok := strings.CutPrefix(command, "cd "); ok {
		s.dir = filepath.Join(s.dir, to)
		if info, err := os.Stat(s.dir); err != nil || !info.IsDir() {
			return []string{"no such folder: " + to}, "1"
		}
		return nil, "0"
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", command)
	cmd.Dir = s.dir
	cmd.Env = []string{
		"PATH=" + s.bin + string(os.PathListSeparator) + os.Getenv("PATH"), "HOME=" + s.home, "LC_ALL=C.UTF-8", "TERM=dumb",
	}
	return output(cmd)
}

// make stands for targets of the Makefile. What make run prints is what make
// says it will do, then what the program prints. The tests cannot run themselves:
// of what they print only the packages are looked at.
func (s *shell) make(t *testing.T, target string, shown []string) (lines []string, exit string) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("no make here")
	}
	// The page is built where Node is and is not yet; a document shows what is the same everywhere.
	plan := exec.CommandContext(t.Context(), "make", "-n", "--no-print-directory", "-o", "web/dist/index.html", target)
	plan.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "MAKE") || strings.HasPrefix(v, "MFLAGS") })
	lines, exit = output(plan)
	if exit != "0" {
		return lines, exit
	}
	switch target {
	case "run":
		if testing.Short() {
			return shown, "0"
		}
		played, code := s.run(t, "parley run examples/linked-theatres", nil)
		return append(lines, played...), code
	default:
		for _, line := range shown {
			if words := strings.Fields(line); len(words) > 1 && words[0] == "ok" {
				name := filepath.Join(".", strings.TrimPrefix(strings.TrimPrefix(words[1], "parley"), "/"))
				if found, _ := filepath.Glob(filepath.Join(name, "*_test.go")); len(found) == 0 {
					return []string{"there are no tests in " + words[1]}, "1"
				}
			}
		}
		return shown, "0"
	}
}

// output runs a command; what it prints on both outputs comes in one.
func output(cmd *exec.Cmd) (lines []string, exit string) {
	text, err := cmd.CombinedOutput()
	exit = "0"
	if end := (*exec.ExitError)(nil); errors.As(err, &end) {
		exit = fmt.Sprint(end.ExitCode())
	} else if err != nil {
		return []string{err.Error()}, "?"
	}
	for line := range strings.Lines(string(text)) {
		lines = append(lines, strings.TrimRightFunc(line, unicode.IsSpace))
	}
	return trimBlank(lines), exit
}

func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// edit writes, or changes, a file that a block is about.
func (s *shell) edit(b block, body []string) error {
	name := filepath.Join(s.dir, b.value("title"))
	old, err := os.ReadFile(name)
	text := strings.Join(body, "\n") + "\n"
	switch {
	case b.lang == "diff":
		if err != nil {
			return err
		}
		text, err = patched(string(old), body)
		if err != nil {
			return fmt.Errorf("%s: %w", b.value("title"), err)
		}
	case slices.Contains(b.flags, "append"):
		if err != nil {
			return err
		}
		text = string(old) + "\n" + text
	case err == nil:
		return fmt.Errorf("%s is there already", b.value("title"))
	}
	return os.WriteFile(name, []byte(text), 0o600)
}

// patched replaces lines: those that begin with - or a space must stand in the
// text once, and become those that begin with + or a space.
func patched(text string, diff []string) (string, error) {
	var before, after strings.Builder
	for _, line := range diff {
		if line == "" {
			line = " "
		}
		sign, rest := line[0], line[1:]
		if sign != '+' {
			before.WriteString(rest + "\n")
		}
		if sign != '-' {
			after.WriteString(rest + "\n")
		}
	}
	if n := strings.Count(text, before.String()); n != 1 {
		return "", fmt.Errorf("these lines stand there %d times:\n%s", n, before.String())
	}
	return strings.Replace(text, before.String(), after.String(), 1), nil
}

// left is the line that stands for lines left out.
const left = "…"

// pieces are the lines between those that stand for lines left out; open at the
// beginning or end where such a line stands there.
func pieces(shown []string) (list [][]string, openFrom, openTo bool) {
	openFrom = len(shown) > 0 && strings.TrimSpace(shown[0]) == left
	openTo = len(shown) > 0 && strings.TrimSpace(shown[len(shown)-1]) == left
	var piece []string
	for _, line := range append(slices.Clone(shown), left) {
		if strings.TrimSpace(line) != left {
			piece = append(piece, line)
			continue
		}
		if len(piece) > 0 {
			list = append(list, piece)
		}
		piece = nil
	}
	return list, openFrom, openTo
}

// differs says which lines of those shown are not among those printed, in their
// order, or "".
func differs(shown, got []string) string {
	list, openFrom, openTo := pieces(shown)
	at := 0
	for i, piece := range list {
		first, last := i == 0 && !openFrom, i == len(list)-1 && !openTo
		from := at
		switch {
		case first && last && len(piece) != len(got):
			return firstDifference(piece, got)
		case last && len(got)-len(piece) >= at:
			from = len(got) - len(piece)
		}
		for ; from+len(piece) <= len(got); from++ {
			if slices.Equal(got[from:from+len(piece)], piece) {
				break
			}
			if first || last {
				return firstDifference(piece, got[from:])
			}
		}
		if from+len(piece) > len(got) {
			return strings.Join(piece, "\n")
		}
		at = from + len(piece)
	}
	if len(list) == 0 && !openFrom && len(got) > 0 {
		return "nothing"
	}
	return ""
}

// apart shows the first line that is no longer as shown, where it can be found, or
// else all that is missing.
func apart(shown, got []string, missing string) string {
	fresh, err := refreshed(shown, got)
	if err != nil {
		return err.Error()
	}
	for i, line := range fresh {
		if i >= len(shown) {
			return fmt.Sprintf("it goes on: %s", line)
		}
		if line != shown[i] {
			return fmt.Sprintf("- %s\n+ %s", shown[i], line)
		}
	}
	return missing
}

func firstDifference(want, got []string) string {
	for i, line := range want {
		if i >= len(got) || got[i] != line {
			return fmt.Sprintf("%q", line)
		}
	}
	return "there is more"
}

// refreshed puts what is printed into the place of what is shown, and leaves out
// again what was left out: each piece shown goes from the line most like its first
// to the line most like its last, numbers apart.
func refreshed(shown, got []string) ([]string, error) {
	list, openFrom, openTo := pieces(shown)
	if len(list) == 0 || len(list) == 1 && !openFrom && !openTo {
		if openFrom {
			return shown, nil
		}
		return got, nil
	}
	var out []string
	at := 0
	for i, piece := range list {
		from, to := 0, len(got)-1
		if i > 0 || openFrom {
			if from = nearest(got, at, at, piece[0]); from < 0 {
				return nil, fmt.Errorf("nothing like %q is printed any more", piece[0])
			}
			out = append(out, left)
		}
		if i < len(list)-1 || openTo {
			if to = nearest(got, from, from+len(piece)-1, piece[len(piece)-1]); to < 0 {
				return nil, fmt.Errorf("nothing like %q is printed any more", piece[len(piece)-1])
			}
		}
		out = append(out, got[from:to+1]...)
		at = to + 1
	}
	if openTo {
		out = append(out, left)
	}
	return out, nil
}

// nearest finds the line from a place on that is most like another, of several
// alike that closest to where it should be; -1 where none is like it.
func nearest(lines []string, from, expected int, line string) int {
	const alike = 0.5
	best, at := alike, -1
	for i := from; i < len(lines); i++ {
		closer := at < 0 || abs(i-expected) < abs(at-expected)
		if s := likeness(lines[i], line); s > best || s == best && closer {
			best, at = s, i
		}
	}
	return at
}

func abs(n int) int { return max(n, -n) }

var numbers = regexp.MustCompile(`[+−]?[0-9][0-9.,–]*|[█▒░]+`)

// likeness is the share of words that two lines have in common, numbers apart.
func likeness(a, b string) float64 {
	x, y := strings.Fields(numbers.ReplaceAllString(a, "0")), strings.Fields(numbers.ReplaceAllString(b, "0"))
	if len(x)+len(y) == 0 {
		return 1
	}
	total, common := len(x)+len(y), 0
	for _, word := range x {
		if i := slices.Index(y, word); i >= 0 {
			common += 2
			y = slices.Delete(y, i, i+1)
		}
	}
	return float64(common) / float64(total)
}

// A difference between a document and what is printed would go unseen, or an
// output that is right be refused.
func TestShownOutputIsCompared(t *testing.T) {
	got := []string{"head", "a 1", "b 2", "", "c 3", "tail"}
	for _, c := range []struct {
		shown string
		same  bool
	}{
		{"head|a 1|b 2||c 3|tail", true},
		{"head|a 1|b 2||c 4|tail", false},
		{"head|a 1", false},
		{"head|…", true},
		{"a 1|…", false},
		{"…|tail", true},
		{"…|c 3", false},
		{"head|…|b 2|…|tail", true},
		{"head|…|b 3|…|tail", false},
		{"…|c 3|…|a 1|…", false},
		{"…", true},
		{"", false},
	} {
		shown := strings.Split(c.shown, "|")
		if c.shown == "" {
			shown = nil
		}
		if missing := differs(shown, got); (missing == "") != c.same {
			t.Errorf("%q: %q", c.shown, missing)
		}
	}
}

// A document's shortened output would grow whole again, or lose lines, when it is
// written anew.
func TestShownOutputIsRefreshed(t *testing.T) {
	got := []string{"head", "worlds 500", "holds in 70 %", "fails in 3 %", "", "notes", "tail"}
	for shown, want := range map[string]string{
		"":                                   strings.Join(got, "|"),
		"old|lines":                          strings.Join(got, "|"),
		"…":                                  "…",
		"head|worlds 4|…":                    "head|worlds 500|…",
		"…|holds in 8 %|fails in 9 %|…":      "…|holds in 70 %|fails in 3 %|…",
		"head|…|holds in 8 %|…|notes|tail":   "head|…|holds in 70 %|…|notes|tail",
		"…|fails in 1 %||notes|rest at last": "…|fails in 3 %||notes|tail",
	} {
		var lines []string
		if shown != "" {
			lines = strings.Split(shown, "|")
		}
		fresh, err := refreshed(lines, got)
		if err != nil || strings.Join(fresh, "|") != want {
			t.Errorf("%q becomes %q, not %q (%v)", shown, strings.Join(fresh, "|"), want, err)
		}
	}
	if _, err := refreshed([]string{"…", "never heard of", "…"}, got); err == nil {
		t.Error("a line that is not printed any more is passed over")
	}
}

// A reader who copies a block from a document would be told that it is wrong.
func TestDocumentsHoldReadableBlocks(t *testing.T) {
	for _, name := range documents(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := &document{name: name, lines: strings.Split(string(text), "\n")}
		if err := d.parse(); err != nil {
			t.Fatal(err)
		}
		for _, b := range d.blocks {
			if b.lang != "hcl" && b.lang != "json" {
				continue
			}
			src := []byte(strings.Join(d.lines[b.from:b.to], "\n") + "\n")
			formatted, problems := lang.Format(src)
			if len(problems) > 0 {
				t.Errorf("%s:%d: %s: %s", name, b.from+1, problems[0].Summary, problems[0].Detail)
			} else if !bytes.Equal(formatted, src) {
				t.Errorf("%s:%d: not in the canonical layout, which is\n%s", name, b.from+1, formatted)
			}
		}
	}
}

var (
	links    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	headings = regexp.MustCompile(`(?m)^#+ +(.+)$`)
	codes    = regexp.MustCompile("(?s)```.*?\n```|`[^`\n]*`")
)

// A reader would follow a link to nowhere.
func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	for _, name := range append(documents(t), "ARCHITECTURE.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range links.FindAllStringSubmatch(codes.ReplaceAllString(string(text), ""), -1) {
			to, anchor, _ := strings.Cut(m[1], "#")
			if strings.Contains(to, "://") {
				continue
			}
			file := name
			if to != "" {
				file = filepath.Join(filepath.Dir(name), to)
			}
			target, err := os.ReadFile(file)
			if err != nil {
				if info, e := os.Stat(file); e == nil && info.IsDir() && anchor == "" {
					continue
				}
				t.Errorf("%s links to %s: %v", name, m[1], err)
				continue
			}
			if anchor != "" && !slices.Contains(anchors(string(target)), anchor) {
				t.Errorf("%s links to %s: there is no such heading", name, m[1])
			}
		}
	}
}

// anchors are what the headings of a page are called in links.
func anchors(text string) []string {
	var list []string
	for _, m := range headings.FindAllStringSubmatch(text, -1) {
		list = append(list, strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
				return unicode.ToLower(r)
			}
			return -1
		}, m[1]))
	}
	return list
}

// A picture in the README would show other numbers than the page. It is drawn with
// what a Debian machine has; where that is missing, drawing it is left to another.
func TestDocumentsHoldAPicture(t *testing.T) {
	if !*updateDocuments {
		if info, err := os.Stat("docs/run.png"); err != nil || info.Size() > 200_000 {
			t.Errorf("docs/run.png is missing, or too large: %v", err)
		}
		return
	}
	for _, tool := range []string{"script", "chromium"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("the picture is not drawn anew:", err)
		}
	}
	bin, err := buildProgram(t)
	if err != nil {
		t.Fatal(err)
	}
	// A terminal is asked for, so that there are colours.
	command := "stty cols 100; " + filepath.Join(bin, "parley") + " run --quiet examples/linked-theatres"
	cmd := exec.CommandContext(t.Context(), "script", "-qefc", command, "/dev/null")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=")
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := pictured(strings.Split(strings.ReplaceAll(string(text), "\r", ""), "\n"))
	page := filepath.Join(t.TempDir(), "run.html")
	if err := os.WriteFile(page, []byte(htmlPage(lines)), 0o600); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(t.TempDir(), "run.png")
	shoot := exec.CommandContext(t.Context(), "chromium",
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir="+t.TempDir(),
		fmt.Sprintf("--window-size=%d,%d", pictureWidth, 2*pictureMargin+pictureLine*len(lines)),
		"--screenshot="+picture, "file://"+page)
	if out, err := shoot.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	drawn, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	small, err := fewColours(drawn)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("docs/run.png", small, 0o600); err != nil {
		t.Fatal(err)
	}
}

// fewColours makes a picture of text small: a byte a pixel, of shades between the
// page and the colours of its text.
func fewColours(drawn []byte) ([]byte, error) {
	const steps = 15
	full, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		return nil, err
	}
	page := color.RGBA{0x0d, 0x11, 0x17, 0xff}
	palette := color.Palette{page}
	for _, ink := range []color.RGBA{
		{0xe6, 0xed, 0xf3, 0xff},
		{0xff, 0x7b, 0x72, 0xff},
		{0x56, 0xd3, 0x64, 0xff},
		{0xe3, 0xb3, 0x41, 0xff},
		{0x79, 0xc0, 0xff, 0xff},
		{0xd2, 0xa8, 0xff, 0xff},
		{0x76, 0xe3, 0xea, 0xff},
	} {
		for step := 1; step <= steps; step++ {
			shade := func(from, to uint8) uint8 { return uint8((int(from)*(steps-step) + int(to)*step) / steps) }
			palette = append(palette, color.RGBA{shade(page.R, ink.R), shade(page.G, ink.G), shade(page.B, ink.B), 0xff})
		}
	}
	few := image.NewPaletted(full.Bounds(), palette)
	draw.Draw(few, few.Bounds(), full, image.Point{}, draw.Src)
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, few)
	return out.Bytes(), err
}

// Measures of the picture, in pixels.
const (
	pictureWidth  = 860
	pictureMargin = 16
	pictureLine   = 17
)

var escapes = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// pictured are the lines of a run that the picture shows: its head, the first
// group of the outcome table, and the claims.
func pictured(lines []string) []string {
	plain := make([]string, len(lines))
	for i := range lines {
		plain[i] = escapes.ReplaceAllString(lines[i], "")
	}
	from := func(start int, prefix string) int {
		for i := start; i < len(plain); i++ {
			if strings.HasPrefix(plain[i], prefix) {
				return i
			}
		}
		return len(plain)
	}
	table, claims := from(0, "Chance of a crisis"), from(0, "What becomes")
	shown := []string{"$ parley run examples/linked-theatres"}
	shown = append(append(shown, lines[:table]...), "", "…", "")
	return append(append(shown, lines[claims:from(claims, "Notes")]...), "…")
}

// htmlPage sets lines with the colours of a terminal as a page.
func htmlPage(lines []string) string {
	colours := map[string]string{
		"1": "font-weight:bold", "2": "opacity:.65", "3": "font-style:italic", "4": "text-decoration:underline",
		"30": "color:#24292f", "31": "color:#ff7b72", "32": "color:#56d364", "33": "color:#e3b341", "34": "color:#79c0ff",
		"35": "color:#d2a8ff", "36": "color:#76e3ea", "37": "color:#e6edf3", "90": "color:#8b949e", "91": "color:#ffa198",
		"92": "color:#7ee787", "93": "color:#f2cc60", "94": "color:#a5d6ff", "95": "color:#e2c5ff", "96": "color:#b3f0ff", "97": "color:#fff",
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><meta charset=utf-8><style>body{margin:%dpx;background:#0d1117;color:#e6edf3}"+
		"pre{margin:0;font:13px/%dpx 'DejaVu Sans Mono',monospace}</style><pre>", pictureMargin, pictureLine)
	for _, line := range lines {
		open, at := 0, 0
		for _, m := range escapes.FindAllStringSubmatchIndex(line, -1) {
			b.WriteString(html.EscapeString(line[at:m[0]]))
			at = m[1]
			for code := range strings.SplitSeq(line[m[2]:m[3]], ";") {
				if style, ok := colours[strings.TrimPrefix(code, "0")]; ok {
					fmt.Fprintf(&b, "<span style=\"%s\">", style)
					open++
				} else if code == "" || code == "0" {
					b.WriteString(strings.Repeat("</span>", open))
					open = 0
				}
			}
		}
		b.WriteString(html.EscapeString(line[at:]) + strings.Repeat("</span>", open) + "\n")
	}
	return b.String() + "</pre>"
}

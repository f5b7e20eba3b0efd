package lang

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"

	"parley/diag"
	"parley/world"
)

// Limits on what is read, so that no input can take long or much memory.
const (
	mostBytes       = 8 << 20 // of all world files together
	mostFileBytes   = 2 << 20 // of one world file
	mostSourceBytes = 4 << 20 // of one source's text
	mostSourceTotal = 64 << 20
	mostNesting     = 100     // brackets within brackets
	mostNodes       = 1 << 20 // of all formulas together
	mostBlocks      = 20_000  // those inside others included
)

// Load reads the world in a directory. Files outside it are out of reach,
// whatever the world says. The world is frozen if the list has no errors. The
// map holds the text of every world file by name, to draw problems with.
func Load(dir string) (*world.World, diag.List, map[string][]byte) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &world.World{}, diag.List{{ID: "unreadable", Summary: "Cannot open the world's directory", Detail: plainError(err)}}, nil
	}
	defer func() { _ = root.Close() }() // it was only read
	return LoadFS(root.FS(), ".")
}

// LoadFS is [Load] for a directory of a file system. Its caller vouches that
// the file system does not follow links out of the directory.
func LoadFS(files fs.FS, dir string) (*world.World, diag.List, map[string][]byte) {
	l := newLoader(files, dir)
	names := l.names()
	var bodies []*block
	for _, name := range names {
		if src, ok := l.read(name); ok {
			bodies = append(bodies, l.parse(name, src))
		}
	}
	if len(names) == 0 && !l.list.HasErrors() {
		l.list = append(l.list, diag.Diagnostic{ID: "no-files", Summary: "No world files", Detail: "The directory holds no .hcl or .hcl.json file. `parley new` writes a small world to begin with."})
	}
	if len(bodies) == 0 {
		return l.w, l.list, l.sources
	}
	l.decode(bodies)
	l.texts()
	l.w.Prepare()
	l.lower()
	l.w.Origin.Wrong = l.list.HasErrors()
	l.list = append(l.list, l.w.Freeze()...)
	l.list = l.list.Without(l.w.Silence...)
	l.list.Sort()
	return l.w, l.list, l.sources
}

func newLoader(files fs.FS, dir string) *loader {
	return &loader{
		files: files, dir: dir, sources: map[string][]byte{}, comments: map[string]map[int]string{},
		w: &world.World{Origin: world.NewOrigin()},
	}
}

// loader carries what the steps share.
type loader struct {
	files    fs.FS
	dir      string
	w        *world.World
	list     diag.List
	sources  map[string][]byte
	comments map[string]map[int]string // by file and line
	pending  []pending                 // numbers to lower
	total    int64
	texted   int64
	blocks   int
	theatres int
	compared int // names compared to find the nearest
}

func (l *loader) add(d diag.Diagnostic) { l.list = append(l.list, d) }

func (l *loader) errorAt(r hcl.Range, id, summary, context, detail string) {
	l.add(diag.Diagnostic{ID: id, Summary: summary, Context: context, Detail: detail, Range: place(r)})
}

// names lists the world files of the directory in order of name.
func (l *loader) names() []string {
	entries, err := fs.ReadDir(l.files, l.dir)
	if err != nil {
		l.add(diag.Diagnostic{ID: "unreadable", Summary: "Cannot read the world's directory", Detail: plainError(err)})
		return nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasPrefix(name, ".") {
			continue
		}
		if strings.HasSuffix(name, ".hcl") || strings.HasSuffix(name, ".hcl.json") {
			out = append(out, name)
		}
	}
	return out
}

// read gives a world file's text if it is within the limits.
func (l *loader) read(name string) ([]byte, bool) {
	src, err := l.open(name, mostFileBytes)
	if err == nil {
		if l.total += int64(len(src)); l.total > mostBytes {
			err = fmt.Errorf("the directory's world files are larger than %d MB together", mostBytes>>20)
		}
	}
	if err != nil {
		l.w.Origin.Partial = true
		l.add(diag.Diagnostic{ID: "unreadable", Summary: "Cannot read a world file", Detail: plainError(err), Range: diag.Range{File: name}})
		return nil, false
	}
	l.sources[name] = src
	if !utf8.Valid(src) {
		l.w.Origin.Partial = true
		l.add(diag.Diagnostic{ID: "not-utf8", Summary: "Not a text in UTF-8", Detail: "World files are plain text in UTF-8. Save the file in that encoding.", Range: diag.Range{File: name}})
		return nil, false
	}
	return src, true
}

var errNotRegular = errors.New("it is not a plain file")

// open reads a file of the directory up to a limit.
func (l *loader) open(name string, limit int64) ([]byte, error) {
	f, err := l.files.Open(path.Join(l.dir, name))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	src, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(src)) > limit {
		return nil, fmt.Errorf("it is larger than %d MB", limit>>20)
	}
	return src, nil
}

// plainError is an error without the name of the call that failed.
func plainError(err error) string {
	s := err.Error()
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		s = p.Err.Error()
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// texts reads the files that sources name.
func (l *loader) texts() {
	for _, s := range l.w.Sources {
		if s.File == "" {
			continue
		}
		if s.Text != "" {
			l.sourceError(s, "file-and-text", "Both file and text", "A source has its text in a file or in the world file, not in both. Remove one of them.")
			continue
		}
		l.text(s)
	}
}

func (l *loader) sourceError(s *world.Source, id, summary, detail string) {
	at := world.Place{Block: &s.Meta, Attr: "file"}
	l.add(diag.Diagnostic{ID: id, Summary: summary, Context: fmt.Sprintf("source %q", s.ID), Detail: detail, Range: l.w.Origin.Places[at]})
	l.w.Origin.Failed[at] = true
}

func (l *loader) text(s *world.Source) {
	if !fs.ValidPath(s.File) || strings.Contains(s.File, `\`) {
		l.sourceError(s, "outside", "File outside the world's directory", "A source's file must lie inside the world's directory and be named from there, like \"texts/brief.txt\", without \"..\" and without a leading slash.")
		return
	}
	src, err := l.open(s.File, mostSourceBytes)
	if err == nil {
		if l.texted += int64(len(src)); l.texted > mostSourceTotal {
			err = fmt.Errorf("the sources are larger than %d MB together", mostSourceTotal>>20)
		}
	}
	switch {
	case err != nil && strings.Contains(err.Error(), "escapes"):
		l.sourceError(s, "outside", "File outside the world's directory", fmt.Sprintf("%q leads out of the world's directory through a link. Copy the text into the directory.", s.File))
	case err != nil:
		l.sourceError(s, "unreadable", "Cannot read a source's file", fmt.Sprintf("%q cannot be read. %s", s.File, plainError(err)))
	case !utf8.Valid(src):
		l.sourceError(s, "not-utf8", "Not a text in UTF-8", fmt.Sprintf("%q must be plain text in UTF-8.", s.File))
	case strings.TrimSpace(string(src)) == "":
		l.sourceError(s, "no-text", "Empty text", fmt.Sprintf("%q holds no text.", s.File))
	default:
		s.Text = string(src)
	}
}

// place turns a range of HCL into one of ours. Columns of HCL count
// characters with their combining marks, as ours do.
func place(r hcl.Range) diag.Range {
	return diag.Range{
		File:  r.Filename,
		Start: diag.Pos{Line: r.Start.Line, Column: r.Start.Column, Byte: r.Start.Byte},
		End:   diag.Pos{Line: r.End.Line, Column: r.End.Column, Byte: r.End.Byte},
	}
}

package serve

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/diag"
	"parley/internal/report"
)

// FileEntry is a file of the world.
type FileEntry struct {
	Name     string `json:"name"`
	ETag     string `json:"etag"`
	Bytes    int    `json:"bytes"`
	Writable bool   `json:"writable"` // world files are, texts of sources are never changed
}

// File is a file with its text.
type File struct {
	FileEntry

	Text string `json:"text"`
}

// Checked is what is wrong with a world, and the file that was saved.
type Checked struct {
	ETag  string         `json:"etag"`
	Check *CheckDocument `json:"check"`
}

// CheckDocument is the document of parley check.
type CheckDocument struct{ *report.CheckDocument }

// Schema is that of the document.
func (CheckDocument) Schema(huma.Registry) *huma.Schema { return schemaOf("check") }

type fileName struct {
	Name string `path:"name" maxLength:"200"`
}

func (s *Server) fileRoutes() {
	huma.Register(s.api, operation("files", http.MethodGet, "/api/files", "The world's files and the texts of its sources"),
		func(context.Context, *struct{}) (*body[[]FileEntry], error) {
			list, err := s.files()
			return &body[[]FileEntry]{list}, err
		})
	huma.Register(s.api, operation("file", http.MethodGet, "/api/files/{name}", "A file's text", 404),
		func(_ context.Context, in *fileName) (*tagged[File], error) {
			f, err := s.file(in.Name)
			if err != nil {
				return nil, err
			}
			return &tagged[File]{f.ETag, *f}, nil
		})
	huma.Register(s.api, operation("save-file", http.MethodPut, "/api/files/{name}", "Save a world file, if nobody else has changed it", 403, 404, 412, 422, 428), s.save)
}

// etagOf names the text of a file.
func etagOf(text []byte) string {
	sum := sha256.Sum256(text)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}

// files lists world files, then texts of sources.
func (s *Server) files() ([]FileEntry, error) {
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // it was only read
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if isWorldFile(e.Name()) {
			names = append(names, e.Name())
		}
	}
	latest, _ := s.held.now()
	for _, source := range latest.World.Sources {
		if source.File != "" && fs.ValidPath(source.File) {
			names = append(names, source.File)
		}
	}
	list := []FileEntry{}
	for _, name := range names {
		text, err := root.ReadFile(name)
		if err != nil {
			continue // it went away meanwhile, or leads out of the directory
		}
		list = append(list, FileEntry{name, etagOf(text), len(text), isWorldFile(name) && !s.o.ReadOnly})
	}
	return list, nil
}

// isWorldFile reports whether a name is that of a world file at the top of the directory.
func isWorldFile(name string) bool {
	return !strings.ContainsAny(name, `/\`) && !strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".hcl") || strings.HasSuffix(name, ".hcl.json"))
}

// file reads one of the world's files; others are not there, whatever their name.
func (s *Server) file(name string) (*File, error) {
	if name = path.Clean(name); !fs.ValidPath(name) || !s.ours(name) {
		return nil, huma.Error404NotFound("The world has no file " + name + ".")
	}
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // it was only read
	text, err := root.ReadFile(name)
	if err != nil {
		return nil, huma.Error404NotFound("The world has no file " + name + " that can be read.")
	}
	if !utf8.Valid(text) {
		return nil, huma.Error404NotFound("The file " + name + " is no text in UTF-8.")
	}
	return &File{FileEntry{name, etagOf(text), len(text), isWorldFile(name) && !s.o.ReadOnly}, string(text)}, nil
}

// ours reports whether a name is that of a world file or of a source's text.
func (s *Server) ours(name string) bool {
	if isWorldFile(name) {
		return true
	}
	latest, _ := s.held.now()
	for _, source := range latest.World.Sources {
		if source.File == name {
			return true
		}
	}
	return false
}

type saving struct {
	Name        string `path:"name" maxLength:"200"`
	IfMatch     string `header:"If-Match" maxLength:"100" doc:"the ETag of the text that was changed"`
	IfNoneMatch string `header:"If-None-Match" maxLength:"100" doc:"* to write a file that there is not yet"`
	Body        struct {
		Text string `json:"text"`
	}
}

// Conflict is what a save meets that somebody else has changed.
type Conflict struct {
	huma.ErrorModel

	Current *File `json:"current"`
}

// save writes a file whole or not at all: it is written beside and then moved.
func (s *Server) save(_ context.Context, in *saving) (*body[*Checked], error) {
	switch {
	case s.o.ReadOnly:
		return nil, huma.Error403Forbidden("This server was started so that files cannot be saved.")
	case !isWorldFile(in.Name):
		return nil, huma.Error403Forbidden("Only world files at the top of the directory, such as claims.hcl, can be saved; the texts of sources are never changed.")
	case in.IfMatch == "" && in.IfNoneMatch != "*":
		return nil, huma.NewError(http.StatusPreconditionRequired, "Say with If-Match which text was changed, so that nobody else's changes are lost.")
	case !utf8.ValidString(in.Body.Text):
		return nil, huma.Error422UnprocessableEntity("World files are plain text in UTF-8.")
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	current, err := s.file(in.Name)
	switch {
	case err == nil && current.ETag != in.IfMatch:
		return nil, &Conflict{huma.ErrorModel{Status: http.StatusPreconditionFailed, Title: http.StatusText(http.StatusPreconditionFailed), Detail: "Somebody else has changed " + in.Name + " meanwhile."}, current}
	case err != nil && in.IfNoneMatch != "*":
		return nil, huma.NewError(http.StatusPreconditionFailed, "There is no "+in.Name+" any more.")
	}
	if err := s.write(in.Name, in.Body.Text); err != nil {
		return nil, err
	}
	if _, err := s.held.load(); err != nil {
		return nil, err
	}
	latest, _ := s.held.now()
	return &body[*Checked]{&Checked{etagOf([]byte(in.Body.Text)), &CheckDocument{checkOf(latest)}}}, nil
}

// unfinished ends the names of files that are being written.
const unfinished = ".parley-saving"

func (s *Server) write(name, text string) (err error) {
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	mode := fs.FileMode(0o644)
	if info, err := root.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	if err := root.WriteFile(name+unfinished, []byte(text), mode); err != nil {
		return err
	}
	if err := root.Rename(name+unfinished, name); err != nil {
		return errors.Join(err, root.Remove(name+unfinished))
	}
	return nil
}

func checkOf(m *parley.Model) *report.CheckDocument {
	problems := m.Problems
	if problems == nil {
		problems = diag.List{}
	}
	return report.Check(m.World, problems, len(m.Sources), m.Hash, parley.Version)
}

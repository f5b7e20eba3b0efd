package parley

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"
)

// overlaid is the world's directory in memory with some files otherwise.
func (m *Model) overlaid(files map[string][]byte) memory {
	all := memory{}
	maps.Copy(all, m.Sources)
	for _, s := range m.World.Sources {
		if s.File != "" {
			all[s.File] = []byte(s.Text)
		}
	}
	maps.Copy(all, files)
	return all
}

// memory is files held in memory, by path.
type memory map[string][]byte

var _ fs.ReadDirFS = memory(nil)

// Open implements [fs.FS].
func (m memory) Open(name string) (fs.File, error) {
	if text, ok := m[name]; ok {
		return &held{Reader: bytes.NewReader(text), name: name[strings.LastIndexByte(name, '/')+1:], size: int64(len(text))}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir implements [fs.ReadDirFS]; only the top has entries.
func (m memory) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	var list []fs.DirEntry
	for _, path := range slices.Sorted(maps.Keys(m)) {
		if !strings.Contains(path, "/") {
			list = append(list, fs.FileInfoToDirEntry(&held{name: path, size: int64(len(m[path]))}))
		}
	}
	return list, nil
}

// held is a file in memory, and what there is to know of it.
type held struct {
	*bytes.Reader

	name string
	size int64
}

var (
	_ fs.File     = (*held)(nil)
	_ fs.FileInfo = (*held)(nil)
	_ io.ReaderAt = (*held)(nil)
)

func (h *held) Close() error               { return nil }
func (h *held) Stat() (fs.FileInfo, error) { return h, nil }
func (h *held) Name() string               { return h.name }
func (h *held) Size() int64                { return h.size }
func (h *held) Mode() fs.FileMode          { return 0o444 }
func (h *held) ModTime() time.Time         { return time.Time{} }
func (h *held) IsDir() bool                { return false }
func (h *held) Sys() any                   { return nil }

package serve

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"parley"
	"parley/diag"
)

// held is the model of a directory, and its latest problems.
type held struct {
	dir string

	mutex    sync.RWMutex
	model    *parley.Model // the last good one; nil if there has been none
	latest   *parley.Model // as the files are now, right or wrong
	document *WorldDocument
	changed  chan struct{} // closed when something changes, and made anew
}

// load reads the directory. It reports whether anything is different.
func (h *held) load() (changed bool, err error) {
	m, err := parley.Load(h.dir)
	if err != nil && !errors.Is(err, parley.ErrWrong) {
		return false, err
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.latest != nil && h.latest.Hash == m.Hash && len(h.latest.Problems) == len(m.Problems) {
		return false, nil
	}
	h.latest = m
	if err == nil {
		h.model = m
	}
	h.document = nil
	if h.changed != nil {
		close(h.changed)
	}
	h.changed = make(chan struct{})
	return true, nil
}

// good is the model that answers; nil where the world has never been right.
func (h *held) good() *parley.Model {
	h.mutex.RLock()
	defer h.mutex.RUnlock()
	return h.model
}

// now is the world as its files are, and a channel that is closed when they change.
func (h *held) now() (m *parley.Model, changed <-chan struct{}) {
	h.mutex.RLock()
	defer h.mutex.RUnlock()
	return h.latest, h.changed
}

// world is what the page draws.
func (h *held) world(writable bool) *WorldDocument {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.document == nil {
		h.document = worldDocument(h.model, h.latest, filepath.Base(absolute(h.dir)), writable)
	}
	return h.document
}

func absolute(dir string) string {
	if path, err := filepath.Abs(dir); err == nil {
		return path
	}
	return dir
}

// settle is how long files must be left alone before they are read: editors write in
// several steps.
const settle = 120 * time.Millisecond

// watch loads the directory anew when its files change, until the context ends.
func (h *held) watch(ctx context.Context, log *slog.Logger) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer func() { _ = w.Close() }()
	for _, dir := range h.folders() {
		if err := w.Add(dir); err != nil {
			return err
		}
	}
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case _, open := <-w.Events:
			if !open {
				return nil
			}
			timer.Reset(settle)
		case err := <-w.Errors:
			log.Warn("watching the world's files", "error", err)
		case <-timer.C:
			if changed, err := h.load(); err != nil {
				log.Warn("the world cannot be read", "error", err)
			} else if changed {
				log.Info("the world's files have changed")
			}
		}
	}
}

// folders are the directories that hold files of the world.
func (h *held) folders() []string {
	list := []string{h.dir}
	m, _ := h.now()
	for _, s := range m.World.Sources {
		dir := filepath.Join(h.dir, filepath.Dir(s.File))
		if info, err := os.Stat(dir); s.File != "" && err == nil && info.IsDir() && !slices.Contains(list, dir) && fs.ValidPath(filepath.ToSlash(s.File)) {
			list = append(list, dir)
		}
	}
	return list
}

// wrong are the errors of a list, as one text.
func wrong(list diag.List) string {
	var lines []string
	for _, d := range list.Errors() {
		lines = append(lines, d.String())
	}
	return strings.Join(lines, "\n")
}

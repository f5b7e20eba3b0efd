package serve

import (
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// howToGetPage is what a program without the pages answers.
const howToGetPage = `<!doctype html><html lang="en"><title>parley</title><p>This program was built without the pages of the workbench.
To get them, install Node.js and run <code>make build</code> in parley's folder. The interface for programs is at <a href="/api/openapi.json">/api/openapi.json</a>.`

// page serves the files of the pages. Names of the page's own places lead to its start.
func (s *Server) page() http.Handler {
	if s.o.Page == nil {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/" {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(howToGetPage))
		})
	}
	files := http.FileServerFS(s.o.Page)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only for reading", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if strings.HasPrefix(name, "assets/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable") // their names hold their hashes
		} else {
			w.Header().Set("Cache-Control", "no-cache")
		}
		if name != "" {
			if info, err := fs.Stat(s.o.Page, name); err != nil || info.IsDir() {
				http.NotFound(w, r)
				return
			}
		}
		files.ServeHTTP(w, r)
	})
}

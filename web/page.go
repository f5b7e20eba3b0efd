//go:build page

package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Page is the built pages.
func Page() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil // the folder is part of the program
	}
	return files
}

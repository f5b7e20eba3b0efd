//go:build !page

package web

import "io/fs"

// Page is nil: the program was built without the pages.
func Page() fs.FS { return nil }

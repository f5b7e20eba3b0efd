package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

//go:embed new
var smallWorld embed.FS

func newNew() *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Write a small commented world that runs, to begin with",
		Example: strings.Join([]string{
			"parley new my-world",
			"parley run my-world",
		}, "\n"),
		Args: arguments(1, 1, "the directory to write"),
		RunE: func(_ *cobra.Command, args []string) error { return write(args[0]) },
	}
}

// write lays the small world into a directory. Nothing that is there already
// is touched: if any file is, nothing is written.
func write(dir string) error {
	files, err := fs.ReadDir(smallWorld, "new")
	if err != nil {
		return err
	}
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f.Name())); err == nil {
			return wrongCall("%s is there already; nothing was written", filepath.Join(dir, f.Name()))
		}
	}
	if others, _ := filepath.Glob(filepath.Join(dir, "*.hcl*")); len(others) > 0 {
		return wrongCall("%s holds a world already (%s); nothing was written", dir, filepath.Base(others[0]))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return wrongCall("cannot write: %s", err)
	}
	for _, f := range files {
		text, err := smallWorld.ReadFile("new/" + f.Name())
		if err != nil {
			return err
		}
		if err := create(filepath.Join(dir, f.Name()), text); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(os.Stdout, "A world of %d files stands in %s. Now:\n\n  parley run %s\n", len(files), dir, dir)
	return err
}

// create writes a file that must not be there.
func create(name string, text []byte) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return wrongCall("cannot write: %s", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.Write(text)
	return err
}

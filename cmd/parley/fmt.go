package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"parley/diag"
	"parley/lang"
)

func newFmt() *cobra.Command {
	f := &format{}
	cmd := &cobra.Command{
		Use:   "fmt [PATH...]",
		Short: "Set world files in the canonical layout; comments stay",
		Long: "Set world files in the canonical layout. A path is a file, a directory (its .hcl files), or - for the standard input; " +
			"without one it is the directory here. Files are written only where something changes, and their names are printed.",
		Example: strings.Join([]string{
			"parley fmt my-world",
			"parley fmt --check my-world",
			"parley fmt - < claims.hcl",
		}, "\n"),
		RunE: func(_ *cobra.Command, args []string) error { return f.command(args) },
	}
	cmd.Flags().BoolVar(&f.check, "check", false, "write nothing; list files that would change, and exit with 1 if there are any")
	cmd.Flags().BoolVarP(&f.write, "write", "w", true, "write files in place; with --write=false print the text instead")
	return cmd
}

type format struct {
	check, write bool
	changed      bool
	wrong        bool
}

func (f *format) command(paths []string) error {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		if err := f.path(path); err != nil {
			return err
		}
	}
	if f.wrong || f.check && f.changed {
		return errWorld
	}
	return nil
}

func (f *format) path(path string) error {
	if path == "-" {
		return f.input()
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return wrongCall("there is no file or directory %q", path)
	case err != nil:
		return wrongCall("%s", err)
	case !info.IsDir():
		return f.file(path)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return wrongCall("%s", err)
	}
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && (strings.HasSuffix(e.Name(), ".hcl") || strings.HasSuffix(e.Name(), ".hcl.json")) {
			if err := f.file(filepath.Join(path, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// input formats the standard input onto the standard output.
func (f *format) input() error {
	src, err := io.ReadAll(os.Stdin)
	if err != nil {
		return fmt.Errorf("read the standard input: %w", err)
	}
	out, ok, err := f.format("standard input", src)
	if err != nil || !ok {
		return err
	}
	if f.check {
		return f.name("standard input", !bytes.Equal(src, out))
	}
	_, err = os.Stdout.Write(out)
	return err
}

func (f *format) file(path string) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return wrongCall("%s", err)
	}
	out, ok, err := f.format(path, src)
	if err != nil || !ok {
		return err
	}
	changed := !bytes.Equal(src, out)
	switch {
	case f.check:
		return f.name(path, changed)
	case !f.write:
		_, err = os.Stdout.Write(out)
		return err
	case !changed:
		return nil
	}
	if err := replace(path, out); err != nil {
		return err
	}
	return f.name(path, true)
}

// name lists a file that changes.
func (f *format) name(path string, changed bool) error {
	if !changed {
		return nil
	}
	f.changed = true
	_, err := fmt.Fprintln(os.Stdout, path)
	return err
}

// format formats a text; what is wrong with it is shown.
func (f *format) format(name string, src []byte) (out []byte, ok bool, err error) {
	out, problems := lang.Format(src)
	if !problems.HasErrors() {
		return out, true, nil
	}
	f.wrong = true
	for i := range problems {
		problems[i].Range.File = name
	}
	err = diag.Write(os.Stderr, problems, map[string][]byte{name: src}, diag.Options{
		Colour: isTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "", Width: min(columns(os.Stderr), mostColumns),
	})
	return nil, false, err
}

// replace writes a file beside the old one and moves it over, so that a
// failure never leaves half a file. What the path links to is replaced, and
// keeps its permissions.
func replace(path string, text []byte) (err error) {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(target)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(target), ".parley-fmt-*")
	if err != nil {
		return wrongCall("cannot write: %s", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // the first error is the one to tell
		}
	}()
	_, err = f.Write(text)
	if err = errors.Join(err, f.Chmod(info.Mode().Perm()), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), target)
}

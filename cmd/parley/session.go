package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"parley"
	"parley/analysis"
	"parley/diag"
	"parley/internal/report"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// columns is the width of the terminal behind a file, or 0.
func columns(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// mostColumns is the width beyond which lines are hard to read.
const mostColumns = 140

func styleFor(f *os.File) report.Style {
	return report.Style{Width: min(columns(f), mostColumns), Colour: isTerminal(f)}
}

// say writes a text to the standard output. Where that is no terminal, or
// colours are not wanted, none reach it.
func say(text string) error {
	_, err := lipgloss.Fprint(os.Stdout, text)
	return err
}

// load reads a world. The problems of a wrong one are shown.
func load(dir string) (*parley.Model, error) {
	if err := directory(dir); err != nil {
		return nil, err
	}
	m, err := parley.Load(dir)
	if errors.Is(err, parley.ErrWrong) {
		if err := complaints(m, m.Problems.Errors()); err != nil {
			return m, err
		}
		return m, errWorld
	}
	return m, err
}

// directory says what is wrong with a path that should be a world's directory.
func directory(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return wrongCall("%s is a file; a world is a directory, here %s", dir, filepath.Dir(dir))
	case !errors.Is(err, os.ErrNotExist):
		return wrongCall("%s", err)
	}
	var near []string
	entries, _ := os.ReadDir(filepath.Dir(dir)) // without it there is no suggestion
	for _, e := range entries {
		if e.IsDir() {
			near = append(near, e.Name())
		}
	}
	if best, ok := diag.Nearest(filepath.Base(dir), near); ok {
		return wrongCall("there is no directory %q; did you mean %q?", dir, filepath.Join(filepath.Dir(dir), best))
	}
	return wrongCall("there is no directory %q", dir)
}

// complaints draws problems on the standard error.
func complaints(m *parley.Model, list diag.List) error {
	return diag.Write(os.Stderr, list, m.Sources, diag.Options{
		Colour: isTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "", Width: min(columns(os.Stderr), mostColumns),
	})
}

// warn says on the standard error how many warnings a world has.
func warn(m *parley.Model, dir string, quiet bool) {
	n := m.Problems.Count(diag.Warning)
	if n == 0 || quiet {
		return
	}
	noun := "warnings"
	if n == 1 {
		noun = "warning"
	}
	fmt.Fprintf(os.Stderr, "%d %s about the world; parley check %s lists them\n", n, noun, dir)
}

// play holds the flags of commands that play worlds.
type play struct {
	worlds, replicates int
	linkWorlds         int
	seed               uint64
	design             string
	json, quiet        bool
}

// The usual size of a run.
const (
	usualWorlds     = 4000
	usualReplicates = 8
	usualLinkWorlds = 1000
	usualSeed       = 1
)

func (p *play) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntVar(&p.worlds, "worlds", usualWorlds, "possible worlds to draw")
	f.IntVar(&p.replicates, "replicates", usualReplicates, "plays of chance in each world")
	f.IntVar(&p.linkWorlds, "link-worlds", usualLinkWorlds, "worlds in which claims about a link or about coupling are judged, which need further runs; 0 for all")
	f.Uint64Var(&p.seed, "seed", usualSeed, "of the random numbers; the same seed gives the same bits")
	f.StringVar(&p.design, "design", parley.Designs()[0], "how worlds are drawn: "+strings.Join(parley.Designs(), ", "))
	f.BoolVar(&p.json, "json", false, "write a JSON document (see: parley schema)")
	f.BoolVarP(&p.quiet, "quiet", "q", false, "no progress and no warnings on the standard error")
	complete(cmd, "design", parley.Designs())
}

// complete lets a shell complete a flag's value.
func complete(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag was declared a line before
	}
}

func (p *play) check() error {
	switch {
	case p.worlds < 1:
		return wrongCall("--worlds must be at least 1, not %d", p.worlds)
	case p.replicates < 1:
		return wrongCall("--replicates must be at least 1, not %d", p.replicates)
	case p.linkWorlds < 0:
		return wrongCall("--link-worlds must be 0 or more, not %d", p.linkWorlds)
	case !slices.Contains(parley.Designs(), p.design):
		return unknown("design", p.design, parley.Designs(), "")
	}
	return nil
}

func (p *play) options() analysis.Options {
	return analysis.Options{Worlds: p.worlds, Replicates: p.replicates, Seed: p.seed, Design: p.design, FurtherWorlds: p.linkWorlds}
}

// announce says what is going to be played, before it is, where people read it.
func (p *play) announce(s report.Style, m *parley.Model, scenarios int) error {
	if p.json {
		return nil
	}
	return say(report.Header(s, report.Told{
		Title: m.World.Title, Design: p.design, Model: m.Hash, Version: parley.Version,
		Worlds: p.worlds, Replicates: p.replicates, Seed: p.seed, Scenarios: scenarios,
	}) + "\n")
}

// progress shows how far a run is, with the time left, where somebody watches.
func (p *play) progress(title string) (tell func(done, total int), end func()) {
	if p.quiet || !isTerminal(os.Stderr) {
		return nil, func() {}
	}
	bar := progressbar.NewOptions(1,
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription(title), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionFullWidth(),
		progressbar.OptionSetElapsedTime(false),
	)
	tell = func(done, total int) {
		bar.ChangeMax(total)
		_ = bar.Set(done) // a bar that cannot be drawn is no reason to stop
	}
	return tell, func() { _ = bar.Clear() }
}

// outcome turns the error of an analysis into that of a command: what was
// stopped by a signal has results, which are shown before.
func outcome(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return errStopped
	}
	return err
}

// writeFile writes a document to a file.
func writeFile(name string, document any) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return wrongCall("cannot write: %s", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return report.WriteJSON(f, document)
}

// document writes JSON to the standard output.
func document(d any) error { return report.WriteJSON(io.Writer(os.Stdout), d) }

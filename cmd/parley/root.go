package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"syscall"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"parley"
	"parley/diag"
)

// callError says that a command was called wrongly.
type callError struct{ text string }

func (e *callError) Error() string { return e.text }

func wrongCall(format string, args ...any) error { return &callError{fmt.Sprintf(format, args...)} }

var (
	// errWorld says that a world is wrong and that its problems have been shown.
	errWorld = errors.New("the world is wrong")
	// errStopped says that a signal came and that the results so far have been shown.
	errStopped = errors.New("stopped")
)

// execute runs the command line and returns the exit code.
func execute(ctx context.Context, args []string) int {
	if os.Getenv("NO_COLOUR") != "" { // any value counts, see no-color.org
		_ = os.Setenv("NO_COLOR", "1") // the one that the terminal library knows
	}
	root := newRoot()
	root.SetArgs(args)
	var err error
	if wantsHelp(args) {
		err = help(ctx, root, args)
	} else {
		err = root.ExecuteContext(ctx)
	}
	complain(err)
	return exitCode(err)
}

// wantsHelp reports whether a page about the program is asked for. Only then is
// the terminal asked for its background, which takes time and an answer.
func wantsHelp(args []string) bool {
	return len(args) == 0 || args[0] == "help" || args[0] == "man" || slices.Contains(args, "--help") || slices.Contains(args, "-h")
}

// help shows the page, without the spaces that it pads lines with where it goes
// into a pipe.
func help(ctx context.Context, root *cobra.Command, args []string) error {
	if known := append(commandNames(root), "completion", "help", "man"); len(args) > 1 && args[0] == "help" && !slices.Contains(known, args[1]) {
		return unknown("command", args[1], known, "parley --help")
	}
	out := &trimmer{to: os.Stdout}
	if !isTerminal(os.Stdout) {
		root.SetOut(out)
	}
	err := fang.Execute(ctx, root, fang.WithVersion(parley.Version), fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	return errors.Join(err, out.flush())
}

func exitCode(err error) int {
	var call *callError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // whoever read the output has seen enough
		return exitDone
	case errors.Is(err, errStopped):
		return exitStopped
	case errors.As(err, &call):
		return exitCall
	default:
		return exitWorld
	}
}

// complain shows an error on one line, unless it has been shown.
func complain(err error) {
	if err == nil || errors.Is(err, errWorld) || errors.Is(err, errStopped) || errors.Is(err, syscall.EPIPE) {
		return
	}
	head := lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("1")).Render("parley:")
	_, _ = lipgloss.Fprintln(os.Stderr, head, strings.TrimSuffix(err.Error(), "\n")) // there is nowhere left to complain
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "parley",
		Short: "Model linked conflicts as text, run them under deep uncertainty, find out when a claim holds",
		Example: strings.Join([]string{
			"# play a world and judge its claims",
			"parley run examples/linked-theatres",
			"# what the first claim rests on",
			"parley explain examples/linked-theatres a",
			"# begin a world of your own",
			"parley new my-world",
		}, "\n"),
		Args:          cobra.ArbitraryArgs,
		Version:       parley.Version,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return unknown("command", args[0], commandNames(cmd), "parley --help")
		},
	}
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		newRun(), newCheck(), newExplain(), newAnalyse(), newCompare(), newCoupling(), newServe(), newRead(),
		newFmt(), newNew(), newEvidence(), newSchema(), newVersion(),
	)
	return root
}

func commandNames(cmd *cobra.Command) []string {
	var list []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			list = append(list, c.Name())
		}
	}
	return list
}

// unknown complains of a name, with the nearest right one or where to find all.
func unknown(what, name string, known []string, see string) error {
	if best, ok := diag.Nearest(name, known); ok {
		return wrongCall("there is no %s %q; did you mean %q?", what, name, best)
	}
	if len(known) > 0 && len(known) <= 12 {
		return wrongCall("there is no %s %q; there are: %s", what, name, strings.Join(known, ", "))
	}
	if len(known) == 0 {
		return wrongCall("there is no %s %q; there are none", what, name)
	}
	return wrongCall("there is no %s %q; see: %s", what, name, see)
}

// flagError makes complaints about flags say the nearest right one.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &invalid):
		return wrongCall("--%s cannot be %q; see: %s --help", invalid.GetFlag().Name, invalid.GetValue(), cmd.CommandPath())
	case !errors.As(err, &missing):
		return wrongCall("%s; see: %s --help", err, cmd.CommandPath())
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	name := missing.GetSpecifiedName()
	if len(name) == 1 {
		return wrongCall("%s has no flag %q; see: %s --help", cmd.CommandPath(), "-"+name, cmd.CommandPath())
	}
	if best, ok := diag.Nearest("--"+name, known); ok {
		return wrongCall("%s has no flag %q; did you mean %q?", cmd.CommandPath(), "--"+name, best)
	}
	return wrongCall("%s has no flag %q; see: %s --help", cmd.CommandPath(), "--"+name, cmd.CommandPath())
}

// arguments checks the number of arguments, and says what they should be.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && (most < 0 || len(args) <= most) {
			return nil
		}
		return wrongCall("%s takes %s; see: %s --help", cmd.CommandPath(), what, cmd.CommandPath())
	}
}

// trimmer leaves out the spaces with which help pads its lines.
type trimmer struct {
	to   io.Writer
	held []byte // spaces that may turn out to end a line
}

func (t *trimmer) Write(p []byte) (int, error) {
	var out []byte
	for _, c := range p {
		switch c {
		case ' ':
			t.held = append(t.held, c)
			continue
		case '\n':
		default:
			out = append(out, t.held...)
		}
		t.held = t.held[:0]
		out = append(out, c)
	}
	if len(out) == 0 {
		return len(p), nil
	}
	if _, err := t.to.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (t *trimmer) flush() error {
	if len(t.held) == 0 {
		return nil
	}
	_, err := t.to.Write(t.held)
	return err
}

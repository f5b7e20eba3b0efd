package main

import (
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/internal/report"
)

func newCheck() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use:   "check DIR",
		Short: "Check a world: what is wrong, what it is made of, what its numbers rest on",
		Example: strings.Join([]string{
			"parley check examples/linked-theatres",
			"parley check examples/linked-theatres --all | less",
			"parley check examples/linked-theatres --json | jq .rests_on",
		}, "\n"),
		Args: arguments(1, 1, "the directory of a world"),
		RunE: func(_ *cobra.Command, args []string) error { return check(args[0], asJSON, all) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON document (see: parley schema)")
	cmd.Flags().BoolVar(&all, "all", false, "show every list whole")
	return cmd
}

func check(dir string, asJSON, all bool) error {
	m, err := load(dir)
	if err != nil && !errors.Is(err, errWorld) {
		return err
	}
	d := report.Check(m.World, m.Problems, len(m.Sources), m.Hash, parley.Version)
	switch {
	case asJSON:
		if failed := document(d); failed != nil {
			return failed
		}
	case err == nil:
		return say(report.CheckText(styleFor(os.Stdout), d, all))
	}
	return err
}

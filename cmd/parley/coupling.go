package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/analysis"
	"parley/internal/report"
)

func newCoupling() *cobra.Command {
	p := &play{}
	cmd := &cobra.Command{
		Use:   "coupling DIR",
		Short: "Show how far the outcome in each theatre moves war in every other",
		Example: strings.Join([]string{
			"parley coupling examples/linked-theatres",
			"parley coupling examples/linked-theatres --json",
		}, "\n"),
		Args: arguments(1, 1, "the directory of a world"),
		RunE: func(cmd *cobra.Command, args []string) error { return p.coupling(cmd, args[0]) },
	}
	p.flags(cmd)
	return cmd
}

func (p *play) coupling(cmd *cobra.Command, dir string) error {
	if err := p.check(); err != nil {
		return err
	}
	m, err := load(dir)
	if err != nil {
		return err
	}
	warn(m, dir, p.quiet)
	style := styleFor(os.Stdout)
	if err := p.announce(style, m, 0); err != nil { // its scenarios are the program's own
		return err
	}
	o := p.options()
	tell, end := p.progress("playing")
	o.Progress = tell
	c, err := analysis.Coupling(cmd.Context(), m, m.World, o)
	end()
	if c == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := p.coupled(style, c); failed != nil {
		return failed
	}
	return outcome(cmd.Context(), err)
}

func (p *play) coupled(s report.Style, c *analysis.CouplingMatrix) error {
	d := report.CouplingDocument{Document: "coupling", Version: parley.Version, Coupling: c}
	if p.json {
		return document(d)
	}
	return say(report.CouplingText(s, c))
}

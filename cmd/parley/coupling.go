package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/analysis"
	"parley/internal/report"
)

// coupling holds the flags of the command.
type coupling struct {
	play

	byChannel bool
}

func newCoupling() *cobra.Command {
	p := &coupling{}
	cmd := &cobra.Command{
		Use:   "coupling DIR",
		Short: "Show how far the outcome in each theatre moves war in every other",
		Example: strings.Join([]string{
			"parley coupling examples/linked-theatres",
			"parley coupling examples/linked-theatres --by-channel --worlds 500",
			"parley coupling examples/linked-theatres --json",
		}, "\n"),
		Args: arguments(1, 1, "the directory of a world"),
		RunE: func(cmd *cobra.Command, args []string) error { return p.command(cmd, args[0]) },
	}
	p.flags(cmd)
	cmd.Flags().BoolVar(&p.byChannel, "by-channel", false, "what each channel carries of it: every channel is cut by itself, and left by itself")
	return cmd
}

func (p *coupling) command(cmd *cobra.Command, dir string) error {
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
	if p.byChannel {
		if p.linkWorlds > 0 {
			o.Worlds = min(o.Worlds, p.linkWorlds) // every channel takes two more runs
		}
		carried, err := analysis.CouplingChannels(cmd.Context(), m, m.World, o)
		end()
		if carried != nil {
			d := report.CouplingDocument{Document: "coupling", Version: parley.Version, Carried: carried}
			if failed := p.write(style, &d); failed != nil {
				return failed
			}
		}
		return outcome(cmd.Context(), err)
	}
	c, err := analysis.Coupling(cmd.Context(), m, m.World, o)
	end()
	if c == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := p.write(style, &report.CouplingDocument{Document: "coupling", Version: parley.Version, Coupling: c}); failed != nil {
		return failed
	}
	return outcome(cmd.Context(), err)
}

func (p *coupling) write(s report.Style, d *report.CouplingDocument) error {
	switch {
	case p.json:
		return document(d)
	case d.Carried != nil:
		return say(report.CarriedText(s, d.Carried))
	}
	return say(report.CouplingText(s, d.Coupling))
}

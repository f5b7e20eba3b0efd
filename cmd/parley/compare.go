package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/analysis"
	"parley/internal/report"
)

func newCompare() *cobra.Command {
	p := &play{}
	var measures []string
	cmd := &cobra.Command{
		Use:   "compare DIR A B",
		Short: "Set two scenarios side by side: their differences, and when they part",
		Example: strings.Join([]string{
			"parley compare examples/linked-theatres moscow-terms arm-first",
			"parley compare examples/linked-theatres freeze current --measure favour.ukraine",
		}, "\n"),
		Args: arguments(3, 3, "the directory of a world and two scenarios"),
		RunE: func(cmd *cobra.Command, args []string) error { return p.compare(cmd, args, measures) },
	}
	p.flags(cmd)
	cmd.Flags().StringArrayVar(&measures, "measure", nil, "show this measure too, or all; may be repeated")
	return cmd
}

func (p *play) compare(cmd *cobra.Command, args, measures []string) error {
	if err := p.check(); err != nil {
		return err
	}
	dir, a, b := args[0], args[1], args[2]
	m, err := load(dir)
	if err != nil {
		return err
	}
	known := report.Scenarios(m.World)
	for _, id := range []string{a, b} {
		if !slices.Contains(known, id) {
			return unknown("scenario", id, known, "parley check "+dir)
		}
	}
	if a == b {
		return wrongCall("both scenarios are %q; name two", a)
	}
	chosen := &run{play: *p, measures: measures}
	o, err := chosen.chosen(m.World)
	if err != nil {
		return err
	}
	o.NoSeries = false // when they part is part of the answer
	warn(m, dir, p.quiet)
	style := styleFor(os.Stdout)
	if err := p.announce(style, m, 2); err != nil {
		return err
	}
	tell, end := p.progress("playing")
	o.Progress = tell
	c, err := analysis.Compare(cmd.Context(), m, m.World, a, b, o)
	end()
	if c == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := p.compared(style, m, dir, c); failed != nil {
		return failed
	}
	return outcome(cmd.Context(), err)
}

func (p *play) compared(s report.Style, m *parley.Model, dir string, c *analysis.Comparison) error {
	d := report.CompareDocument{Document: "compare", Version: parley.Version, Comparison: c}
	if p.json {
		return document(d)
	}
	return say(report.CompareText(s, m.World, dir, c, report.RestsOf(m.World, m.Problems)))
}

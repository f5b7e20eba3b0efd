package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/analysis"
	"parley/internal/report"
	"parley/world"
)

// run holds the flags of the command.
type run struct {
	play

	scenarios, measures []string
	out                 string
}

func newRun() *cobra.Command {
	r := &run{}
	cmd := &cobra.Command{
		Use:   "run DIR",
		Short: "Play a world: the outcome table and the verdict on every claim",
		Example: strings.Join([]string{
			"parley run examples/linked-theatres",
			"parley run examples/linked-theatres --scenario freeze --scenario current",
			"parley run examples/linked-theatres --measure stock.russia.land --worlds 500",
			"parley run examples/linked-theatres --json | jq .findings.verdicts[].headline",
		}, "\n"),
		Args: arguments(1, 1, "the directory of a world"),
		RunE: func(cmd *cobra.Command, args []string) error { return r.command(cmd, args[0]) },
	}
	r.flags(cmd)
	f := cmd.Flags()
	f.StringArrayVar(&r.scenarios, "scenario", nil, "show this scenario only; may be repeated")
	f.StringArrayVar(&r.measures, "measure", nil, "show this measure too, or all; may be repeated")
	f.StringVar(&r.out, "out", "", "write the JSON document to this file besides")
	return cmd
}

func (r *run) command(cmd *cobra.Command, dir string) error {
	if err := r.check(); err != nil {
		return err
	}
	m, err := load(dir)
	if err != nil {
		return err
	}
	o, err := r.chosen(m.World)
	if err != nil {
		return err
	}
	warn(m, dir, r.quiet)
	style := styleFor(os.Stdout)
	if err := r.announce(style, m, scenarioCount(m.World, &o)); err != nil {
		return err
	}
	tell, end := r.progress("playing")
	o.Progress = tell
	findings, err := m.Judge(cmd.Context(), o)
	end()
	if findings == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := r.show(style, m, dir, findings); failed != nil {
		return failed
	}
	return outcome(cmd.Context(), err)
}

// chosen are the options that the flags ask for.
func (r *run) chosen(w *world.World) (analysis.Options, error) {
	o := r.options()
	known := report.Scenarios(w)
	for _, id := range r.scenarios {
		if !slices.Contains(known, id) {
			return o, unknown("scenario", id, known, "parley check DIR")
		}
		if !slices.Contains(o.Scenarios, id) {
			o.Scenarios = append(o.Scenarios, id)
		}
	}
	measures := measureNames(w)
	o.Measures = report.Shown(w)
	for _, name := range r.measures {
		switch {
		case name == "all":
			o.Measures = measures
		case !slices.Contains(measures, name):
			return o, unknown("measure", name, measures, "docs/language.md")
		case !slices.Contains(o.Measures, name):
			o.Measures = append(o.Measures, name)
		}
	}
	o.NoSeries = !r.json && r.out == ""
	return o, nil
}

// measureNames lists what a run of the world can record. The coupling of
// theatres is found by claims and by its own command.
func measureNames(w *world.World) []string {
	var list []string
	for _, m := range world.Measures(w) {
		if !strings.HasPrefix(m.Name, "coupling.") {
			list = append(list, m.Name)
		}
	}
	return list
}

func scenarioCount(w *world.World, o *analysis.Options) int {
	if len(o.Scenarios) == 0 {
		return len(w.Scenarios)
	}
	return len(o.Scenarios)
}

func (r *run) show(s report.Style, m *parley.Model, dir string, f *analysis.Findings) error {
	d := report.RunDocument{
		Document: "run", Version: parley.Version, Rests: report.RestsOf(m.World, m.Problems),
		Claims: report.ClaimsOf(m.World), Findings: f,
	}
	if r.out != "" {
		if err := writeFile(r.out, d); err != nil {
			return err
		}
	}
	if r.json {
		return document(d)
	}
	return say(report.RunText(s, m.World, dir, &d))
}

package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/evidence"
	"parley/internal/report"
)

func newEvidence() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "evidence [ID | WORDS...]",
		Short: "Look up base rates and estimates in the built-in library",
		Example: strings.Join([]string{
			"parley evidence",
			"parley evidence taiwan crisis",
			"parley evidence icb-crisis-to-war",
		}, "\n"),
		RunE: func(_ *cobra.Command, args []string) error { return lookUp(args, asJSON) },
	}
	cmd.ValidArgs = evidence.IDs()
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON document (see: parley schema)")
	return cmd
}

func lookUp(args []string, asJSON bool) error {
	words := strings.TrimPrefix(strings.Join(args, " "), "evidence.")
	entry, exact := evidence.Find(words)
	found := []evidence.Entry{entry}
	if !exact {
		found = evidence.Search(words)
	}
	if len(found) == 0 {
		return unknown("entry for", words, evidence.IDs(), "parley evidence")
	}
	d := report.EvidenceDocument{Document: "evidence", Version: parley.Version, Entries: []report.EvidenceEntry{}}
	for i := range found {
		d.Entries = append(d.Entries, evidenceEntry(&found[i]))
	}
	switch {
	case asJSON:
		return document(d)
	case len(found) == 1:
		return say(report.EvidenceText(styleFor(os.Stdout), &d.Entries[0]))
	default:
		return say(report.EvidenceList(styleFor(os.Stdout), d.Entries))
	}
}

func evidenceEntry(e *evidence.Entry) report.EvidenceEntry {
	out := report.EvidenceEntry{
		ID: e.ID, Title: e.Title, Group: e.Group, Kind: string(e.Kind), Value: e.Value, Unit: e.Unit, K: e.K, N: e.N,
		Years: e.Years, Low: e.Lo, High: e.Hi, Interval: string(e.Interval), StandardError: e.StandardError,
		Cells: []report.EvidenceCell{}, DataSet: e.DataSet, Version: e.Version, Period: e.Period, Method: e.Method,
		Source: e.Source, Caveat: e.Caveat, Mark: string(e.Mark),
	}
	for _, c := range e.Cells {
		out.Cells = append(out.Cells, report.EvidenceCell{Label: c.Label, Value: c.Value})
	}
	return out
}

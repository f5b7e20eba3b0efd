package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"parley"
	"parley/internal/report"
)

func newVersion() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program",
		Example: "parley version --json",
		Args:    arguments(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			d := version()
			if asJSON {
				return document(d)
			}
			_, err := fmt.Fprintf(os.Stdout, "parley %s (%s, %s)\n", d.Version, d.Go, d.System)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write a JSON document (see: parley schema)")
	return cmd
}

func version() report.VersionDocument {
	d := report.VersionDocument{
		Document: "version", Version: parley.Version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				d.Revision = s.Value
			case "vcs.modified":
				d.Modified = s.Value == "true"
			}
		}
	}
	return d
}

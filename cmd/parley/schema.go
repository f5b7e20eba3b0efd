package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley/internal/report"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [NAME]",
		Short: "Print the JSON Schema of a document that --json writes, or list them",
		Example: strings.Join([]string{
			"parley schema",
			"parley schema run > run.schema.json",
		}, "\n"),
		Args:      arguments(0, 1, "the name of a document, or nothing"),
		ValidArgs: report.Schemas(),
		RunE: func(_ *cobra.Command, args []string) error {
			text := []byte(strings.Join(report.Schemas(), "\n") + "\n")
			if len(args) == 1 {
				found := false
				if text, found = report.Schema(args[0]); !found {
					return unknown("schema", args[0], report.Schemas(), "parley schema")
				}
			}
			_, err := os.Stdout.Write(text)
			return err
		},
	}
}

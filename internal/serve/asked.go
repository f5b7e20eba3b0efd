package serve

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/analysis"
	"parley/diag"
	"parley/internal/report"
	"parley/world"
)

// usualSeed is that of the command line.
const usualSeed = 1

// schemaOf refers to the published schema of a document.
func schemaOf(document string) *huma.Schema { return &huma.Schema{Ref: "/api/schemas/" + document} }

// keyOf tells sets of options apart.
func keyOf(o *analysis.Options) string {
	text, err := json.Marshal(struct {
		First, Worlds, Replicates, Further int
		Seed                               uint64
		Design                             string
		NoSeries                           bool
		Scenarios, Measures, Claims        []string
	}{o.First, o.Worlds, o.Replicates, o.FurtherWorlds, o.Seed, o.Design, o.NoSeries, o.Scenarios, o.Measures, o.Claims})
	if err != nil {
		return "" // plain texts and numbers are always written
	}
	return string(text)
}

// known complains of names that the world does not have.
func known(m *parley.Model, o *analysis.Options) error {
	for _, c := range []struct {
		what, where string
		names, all  []string
	}{
		{"scenario", "scenarios", o.Scenarios, report.Scenarios(m.World)},
		{"measure", "measures", o.Measures, measureNames(m.World)},
		{"claim", "claims", o.Claims, claimNames(m.World)},
	} {
		for _, name := range c.names {
			if !slices.Contains(c.all, name) {
				return unknown(c.what, "body."+c.where, name, c.all)
			}
		}
	}
	return nil
}

func unknown(what, where, name string, all []string) error {
	text := "There is no " + what + " " + name + "."
	if best, ok := diag.Nearest(name, all); ok {
		text += " Did you mean " + best + "?"
	}
	return huma.Error422UnprocessableEntity(text, &huma.ErrorDetail{Message: text, Location: where, Value: name})
}

// measureNames are those that a run records.
func measureNames(w *world.World) []string {
	var list []string
	for _, m := range world.Measures(w) {
		if !strings.HasPrefix(m.Name, "coupling.") {
			list = append(list, m.Name)
		}
	}
	return list
}

func claimNames(w *world.World) []string {
	var list []string
	for _, c := range w.Claims {
		list = append(list, c.ID)
	}
	return list
}

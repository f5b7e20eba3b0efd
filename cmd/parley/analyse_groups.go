package main

import (
	"cmp"
	"math"
	"slices"

	"parley"
	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/sensitivity"
)

// Usual sizes of designs, and of the grid of a pair.
const (
	sobolPoints  = 512
	morrisPoints = 24
	pairCells    = 5
)

// checkGroups complains of flags about groups that do not go with the method.
func (a *analyse) checkGroups() error {
	switch {
	case a.by != "" && !slices.Contains(parley.Groupings(), a.by):
		return unknown("way to group", a.by, parley.Groupings(), "")
	case a.points < 0:
		return wrongCall("--points must be at least 1, or 0 for the usual number, not %d", a.points)
	case len(a.pair) != 0 && (len(a.pair) != 2 || a.pair[0] == a.pair[1]):
		return wrongCall("--pair takes two different inputs: --pair a,b")
	case len(a.pair) != 0 && a.method != methodTipping:
		return wrongCall("--pair is for tipping")
	}
	return nil
}

// groupsOf says how a world's factors are grouped, by factor; nil where each is on its
// own.
func (a *analyse) groupsOf(m *parley.Model) ([]string, error) {
	names := make([]string, len(m.World.Factors))
	for i, f := range m.World.Factors {
		names[i] = f.Name
	}
	for _, name := range slices.Concat(a.inputs, a.pair) {
		if !slices.Contains(names, name) {
			return nil, unknown("assumption", name, names, "parley check DIR")
		}
	}
	by := a.by
	if by == "" {
		switch a.method {
		case methodSobol:
			by = parley.ByKind
		case methodMorris:
			by = parley.ByFactor
		default:
			if len(a.inputs) == 0 {
				return nil, nil
			}
		}
	}
	return parley.Groups(names, by, a.inputs), nil
}

// layOut asks for worlds in blocks.
func (a *analyse) layOut(m *parley.Model, o *analysis.Options, groups []string) error {
	points := a.points
	if points == 0 && a.method == methodSobol {
		points = sobolPoints
	} else if points == 0 {
		points = morrisPoints
	}
	o.Layout = &analysis.Layout{Groups: groups, Second: a.second}
	block := o.Layout.Block()
	if points > math.MaxInt32/block {
		return wrongCall("%d base points of %d worlds each are too many", points, block)
	}
	o.Worlds, o.FurtherWorlds = points*block, 0
	if _, err := m.Places(analysis.Request{Worlds: 1, Layout: o.Layout}); err != nil {
		return wrongCall("%s", err)
	}
	return nil
}

// inBlocks puts the rows back where the design has them: one that is missing, because
// its world failed or was not played, has no output.
func (t *table) inBlocks(m *parley.Model, o *analysis.Options) error {
	places, err := m.Places(analysis.Request{Worlds: o.Worlds, First: o.First, Seed: o.Seed, Layout: o.Layout})
	if err != nil {
		return err
	}
	at := make([]int, len(t.worlds))
	for i, w := range t.worlds {
		at[i] = w - o.First
	}
	scatter := func(values []float64) []float64 {
		rows := make([]float64, o.Worlds)
		for i := range rows {
			rows[i] = math.NaN()
		}
		for i, v := range values {
			rows[at[i]] = v
		}
		return rows
	}
	t.y = scatter(t.y)
	for i := range t.columns {
		if c := &t.columns[i]; c.Categories {
			c.Values = scatter(c.Values)
		} else {
			c.Values = places[i] // steps are parts of the prior's range
		}
	}
	t.designed = true
	return nil
}

// sensitive is the table as methods that know groups take it.
func (t *table) sensitive() sensitivity.Data {
	d := parley.Sensitive(t.columns, t.y)
	for i := range t.groups {
		d.Inputs[i].Group = t.groups[i]
	}
	return d
}

// scales are the ranges by which steps are divided: of a world, where amounts are places
// in the prior, 1; of a table, those of its columns.
func (t *table) scales() []float64 {
	if !t.designed {
		return nil
	}
	scales := make([]float64, len(t.columns))
	for i := range scales {
		scales[i] = 1
	}
	return scales
}

// together are the groups that could be found out together.
func (t *table) together() []decision.Group {
	var groups []decision.Group
	for i, name := range t.groups {
		if name == "" || name == parley.Others {
			continue
		}
		at := slices.IndexFunc(groups, func(g decision.Group) bool { return g.Name == name })
		if at < 0 {
			at = len(groups)
			groups = append(groups, decision.Group{Name: name})
		}
		groups[at].Factors = append(groups[at].Factors, t.columns[i].Name)
	}
	return groups
}

// gathered is the table with as many groups as Shapley effects can be found for. Where
// nothing was said of groups, the inputs that tell most by themselves stand alone.
func (a *analyse) gathered(t *table, o sensitivity.Options) sensitivity.Data {
	if t.groups != nil || len(t.columns) <= sensitivity.MostShapley {
		return t.sensitive()
	}
	d := t.sensitive()
	found, err := sensitivity.FirstOrder(d, sensitivity.Options{Seed: o.Seed, Resamples: 2}) // no interval is used
	if err != nil {
		return d // what is wrong with the table is said by the method itself
	}
	order := make([]int, len(d.Inputs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(found.Indices[j].First.Value, found.Indices[i].First.Value)
	})
	for _, i := range order[sensitivity.MostShapley-1:] {
		d.Inputs[i].Group = parley.Others
	}
	return d
}

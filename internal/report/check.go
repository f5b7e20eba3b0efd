package report

import (
	"strings"

	"parley/analysis"
	"parley/diag"
	"parley/world"
)

// Ids of diagnostics that are counted apart.
const (
	idJudgement = "judgement"
	idUnused    = "unused"
)

// RestsOf counts what a model's numbers rest on.
func RestsOf(w *world.World, problems diag.List) Rests {
	r := Rests{Factors: len(w.Factors)}
	for _, n := range w.Numbers {
		switch {
		case n.Formula == nil:
		case n.Default:
			r.Defaults++
		default:
			r.Numbers++
		}
	}
	for i := range problems {
		if problems[i].Severity == diag.Judgement && problems[i].ID == idJudgement {
			r.Judgements++
		}
	}
	return r
}

// Check gathers what there is to say of a world. Of a wrong one that is only
// what is wrong.
func Check(w *world.World, problems diag.List, files int, hash, version string) *CheckDocument {
	d := &CheckDocument{
		Document: "check", Version: version, Wrong: problems.HasErrors(), Title: w.Title, Model: hash,
		Factors: []FactorEntry{}, Links: []LinkEntry{}, Numbers: []NumberEntry{}, Unused: []string{}, Diagnostics: problems,
	}
	if d.Diagnostics == nil {
		d.Diagnostics = diag.List{}
	}
	if d.Wrong {
		d.Counts.Files = files
		return d
	}
	d.Links = links(w)
	d.Counts = Counts{
		Files: files, Periods: w.Periods(), Actors: len(w.Actors), Theatres: len(w.Theatres), Links: len(d.Links),
		Channels: len(analysis.ChannelsOf(w)), Theories: len(w.Theories), Scenarios: len(w.Scenarios),
		Claims: len(w.Claims), Sources: len(w.Sources), Measures: len(world.Measures(w)),
	}
	d.Rests = RestsOf(w, problems)
	for _, f := range w.Factors {
		d.Factors = append(d.Factors, FactorEntry{f.Name, f.Written, f.Domain.String(), f.Unit, notNil(f.Labels), placeOf(f.Range)})
	}
	for _, n := range w.Numbers {
		if n.Formula != nil {
			d.Numbers = append(d.Numbers, number(n))
		}
	}
	for i := range problems {
		if p := &problems[i]; p.ID == idUnused && p.Severity == diag.Warning {
			d.Unused = append(d.Unused, p.Context)
		}
	}
	return d
}

func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func number(n *world.Number) NumberEntry {
	e := NumberEntry{
		Path: n.Path, Uncertain: n.Uncertain(), Unit: n.Unit, Domain: n.Domain.String(),
		Evidence: notNil(n.Evidence), Note: n.Note, Default: n.Default, Place: placeOf(n.Range),
	}
	if v, ok := n.Constant(); ok && v-v == 0 {
		e.Value = &v
	}
	return e
}

// links lists what ties actors and theatres, kind by kind.
func links(w *world.World) []LinkEntry {
	list := []LinkEntry{}
	for _, l := range w.Flows {
		list = append(list, LinkEntry{"flow", l.ID, l.From, l.To, gives(l), l.Channel, placeOf(l.Range)})
	}
	for _, l := range w.Supports {
		list = append(list, LinkEntry{"support", l.ID, l.From, l.Theatre, supports(l), l.Channel, placeOf(l.Range)})
	}
	for _, l := range w.Watches {
		list = append(list, LinkEntry{"watch", l.ID, l.In, l.Theatre, "a lesson about " + l.About, l.Channel, placeOf(l.Range)})
	}
	for _, l := range w.Precedents {
		list = append(list, LinkEntry{"precedent", l.ID, l.In, l.Theatre, "a lesson about conquest", l.Channel, placeOf(l.Range)})
	}
	for _, l := range w.Releases {
		list = append(list, LinkEntry{"release", l.ID, l.From, strings.Join(l.To, ", "), "means of " + l.Of, l.Channel, placeOf(l.Range)})
	}
	for _, a := range w.Actors {
		if a.Capacity != nil {
			list = append(list, LinkEntry{"capacity", a.ID, a.ID, a.ID, "what its theatres share", a.Capacity.Channel, placeOf(a.Capacity.Range)})
		}
	}
	return list
}

func gives(f *world.Flow) string {
	switch f.Gives.What {
	case world.GivesMoney:
		return "money"
	case world.GivesTechnology:
		return "technology for " + f.Gives.Kind
	default:
		return f.Gives.Kind
	}
}

func supports(l *world.Support) string {
	var what []string
	if len(l.Aid) > 0 {
		what = append(what, "aid")
	}
	if l.Fights != nil {
		what = append(what, "may fight")
	}
	if len(what) == 0 {
		what = append(what, "support")
	}
	return strings.Join(what, ", ") + ", for the " + l.Side
}

// mostListed is how many entries of a list are shown unless all are asked for.
const mostListed = 8

// CheckText shows what a world is made of and what its numbers rest on.
func CheckText(s Style, d *CheckDocument, all bool) string {
	c := &checkText{s: s, d: d, all: all}
	c.out.WriteString(s.heading(clean(d.Title)))
	c.out.WriteString(s.indented(c.counts()))
	c.out.WriteString(s.indented(restsOn(d.Rests)))
	c.factors()
	c.links()
	c.evidence()
	c.judgements()
	c.defaults()
	c.unused()
	c.warnings()
	if c.cut {
		c.out.WriteString("\n" + s.dim("Lists are cut short; --all shows them whole.") + "\n")
	}
	return c.out.String()
}

type checkText struct {
	s   Style
	d   *CheckDocument
	all bool
	cut bool
	out strings.Builder
}

func (c *checkText) counts() string {
	n := &c.d.Counts
	return strings.Join([]string{
		counted(n.Theatres, "theatre", "theatres"), counted(n.Actors, "actor", "actors"),
		counted(n.Links, "link", "links") + " in " + counted(n.Channels, "channel", "channels"),
		counted(n.Theories, "disputed theory", "disputed theories"), counted(n.Scenarios, "scenario", "scenarios"),
		counted(n.Claims, "claim", "claims"), counted(n.Sources, "source", "sources"),
		counted(n.Periods, "period", "periods"), counted(n.Files, "file", "files") + "; model " + c.d.Model,
	}, ", ") + "."
}

// list shows a part with as many lines as are asked for.
func (c *checkText) list(title string, g *grid) {
	c.out.WriteString("\n" + c.s.heading(title))
	total := len(g.rows)
	if !c.all && total > mostListed+1 {
		g.rows = g.rows[:mostListed]
		c.cut = true
	}
	c.out.WriteString(c.narrowed(g).text("  "))
	if rest := total - len(g.rows); rest > 0 {
		c.out.WriteString("  " + c.s.dim("… and "+Count(rest)+" more") + "\n")
	}
}

// narrowed cuts the last column so that lines fit, unless all is asked for.
func (c *checkText) narrowed(g *grid) *grid {
	if c.all {
		return g
	}
	used := 2
	w := g.widths()
	for _, columns := range w[:max(0, len(w)-1)] {
		used += columns + 2
	}
	for _, row := range g.rows {
		if last := len(row) - 1; last == len(w)-1 && last >= 0 {
			row[last] = shortened(row[last], max(20, c.s.width()-used))
		}
	}
	return g
}

func (c *checkText) factors() {
	g := &grid{lefts: leftColumns(1, 2)}
	for _, f := range c.d.Factors {
		law := clean(f.Law)
		if len(f.Rivals) > 0 {
			law = "one of " + strings.Join(f.Rivals, ", ")
		}
		unit := clean(f.Unit)
		if unit == "" && len(f.Rivals) == 0 {
			unit = f.Domain
		}
		g.add(f.Name, unit, law)
	}
	if len(g.rows) > 0 {
		c.list("Factors: what the worlds draw ("+Count(len(g.rows))+")", g)
	}
}

func (c *checkText) links() {
	g := &grid{lefts: leftColumns(1, 2, 3)}
	for _, l := range c.d.Links {
		between := l.From + " → " + l.To
		if l.Kind == "capacity" {
			between = l.From
		}
		g.add(l.Kind+" "+l.ID, between, "["+l.Channel+"]", l.Carries)
	}
	if len(g.rows) > 0 {
		c.list("Links, with the channel by which each can be cut ("+Count(len(g.rows))+")", g)
	}
}

func (c *checkText) evidence() {
	g := &grid{lefts: leftColumns(1)}
	for _, n := range c.d.Numbers {
		if len(n.Evidence) > 0 && !n.Default {
			g.add(n.Path, strings.Join(n.Evidence, ", "))
		}
	}
	if len(g.rows) > 0 {
		c.list("Numbers with evidence ("+Count(len(g.rows))+")", g)
	}
}

// diagnostics lists some of the diagnostics.
func (c *checkText) diagnostics(title string, which func(*diag.Diagnostic) bool) {
	g := &grid{lefts: leftColumns(1)}
	for i := range c.d.Diagnostics {
		if p := &c.d.Diagnostics[i]; which(p) {
			g.add(placeOf(p.Range).String(), clean(p.Detail))
		}
	}
	if len(g.rows) > 0 {
		c.list(title+" ("+Count(len(g.rows))+")", g)
	}
}

// judgements lists numbers by path, with what explains them. The path and the
// explanation are the two ends of what the diagnostic says.
func (c *checkText) judgements() {
	g := &grid{lefts: leftColumns(1, 2)}
	for i := range c.d.Diagnostics {
		p := &c.d.Diagnostics[i]
		if p.Severity != diag.Judgement || p.ID != idJudgement {
			continue
		}
		path, rest, _ := strings.Cut(clean(p.Detail), " rests on ")
		_, note, _ := strings.Cut(rest, "a judgement: ")
		g.add(placeOf(p.Range).String(), path, note)
	}
	if len(g.rows) > 0 {
		c.list("Judgement calls: numbers that rest on no evidence ("+Count(len(g.rows))+")", g)
	}
}

func (c *checkText) defaults() {
	c.diagnostics("Defaults: numbers left to the program, by block", func(p *diag.Diagnostic) bool {
		return p.Severity == diag.Judgement && p.ID != idJudgement
	})
}

func (c *checkText) unused() {
	c.diagnostics("Never used", func(p *diag.Diagnostic) bool { return p.Severity == diag.Warning && p.ID == idUnused })
}

func (c *checkText) warnings() {
	g := &grid{lefts: leftColumns(1)}
	for i := range c.d.Diagnostics {
		if p := &c.d.Diagnostics[i]; p.Severity == diag.Warning && p.ID != idUnused {
			g.add(placeOf(p.Range).String(), "["+p.ID+"] "+clean(p.Detail))
		}
	}
	if len(g.rows) > 0 {
		c.list("Warnings ("+Count(len(g.rows))+")", g)
	}
}

package report

import (
	"math"
	"strings"

	"parley/analysis"
	"parley/world"
)

// CompareText is two scenarios side by side.
func CompareText(s Style, w *world.World, dir string, c *analysis.Comparison, r Rests) string {
	n := names{w}
	var b strings.Builder
	if c.Run.Partial {
		b.WriteString(s.paint(openInk, "These results are "+Partial(&c.Run)+".") + "\n\n")
	}
	b.WriteString(s.heading("A: " + n.scenario(c.A) + " [" + c.A + "]"))
	b.WriteString(s.heading("B: " + n.scenario(c.B) + " [" + c.B + "]"))
	b.WriteString(s.indented("By " + last(c.Run.Times) + ": the middle world of each, the average of A − B in the same worlds under the same chance with its standard error, " +
		"in how many worlds A is higher and lower, and from when on they part: the first time at which the average difference is more than twice its error and 5 % of the larger value."))
	b.WriteByte('\n')
	b.WriteString(compareTable(s, n, c))
	b.WriteByte('\n')
	b.WriteString(Notes(s, w, &c.Run, r))
	b.WriteByte('\n')
	b.WriteString(Next(s, [2]string{"parley run " + dir, "all scenarios, and the claims"}))
	return b.String()
}

func compareTable(s Style, n names, c *analysis.Comparison) string {
	g := &grid{lefts: leftColumns(6)}
	g.add("", "A", "B", "A − B ± s.e.", "higher", "lower", "part from")
	by := map[string]*analysis.Between{}
	var all []string
	for i := range c.Rows {
		by[c.Rows[i].Measure] = &c.Rows[i]
		all = append(all, c.Rows[i].Measure)
	}
	for _, group := range groups(n.w, all) {
		first := true
		for _, name := range group.measures {
			row := by[name]
			if row == nil {
				continue
			}
			_, unit := scale(row.Unit)
			if first && !group.whole {
				g.add(group.title + comma(unit))
			} else if first {
				g.add(group.title)
			}
			first = false
			label := "  " + afterComma(n.measure(name))
			if group.whole {
				label = "  " + n.measure(name) + comma(unit)
			}
			g.add(compareRow(c, row, shortened(label, s.width()/3))...)
		}
	}
	return emphasised(s, g)
}

// emphasised sets the rows that are only a heading in bold.
func emphasised(s Style, g *grid) string {
	lines := strings.SplitAfter(g.text("  "), "\n")
	for i := range g.rows {
		if len(g.rows[i]) == 1 || i == 0 {
			lines[i] = s.bold(strings.TrimSuffix(lines[i], "\n")) + "\n"
		}
	}
	return strings.Join(lines, "")
}

func compareRow(c *analysis.Comparison, row *analysis.Between, label string) []string {
	cells := []string{label, median(row.A, row.Unit), median(row.B, row.Unit), none, none, none, ""}
	if row.Effect == nil || row.Higher == nil || row.Lower == nil {
		return cells
	}
	factor, _ := change(row.Unit)
	cells[3] = WithError(factor*row.Effect.Mean, factor*row.Effect.SE)
	cells[4], cells[5] = percent(row.Higher.Share, 0)+" %", percent(row.Lower.Share, 0)+" %"
	cells[6] = "never"
	if row.Parts != nil && *row.Parts >= 0 && *row.Parts < len(c.Run.Times) {
		cells[6] = c.Run.Times[*row.Parts]
	}
	return cells
}

// CouplingText is the matrix of theatres.
func CouplingText(s Style, c *analysis.CouplingMatrix) string {
	var b strings.Builder
	if c.Run.Partial {
		b.WriteString(s.paint(openInk, "These results are "+Partial(&c.Run)+".") + "\n\n")
	}
	b.WriteString(s.heading("How the theatres are coupled"))
	b.WriteString(s.indented("If the challenger of the theatre on the left gets all it asks for at once, rather than the share it has: by how many points that changes the chance of a war " +
		"by " + last(c.Run.Times) + " in the theatre above (average ± standard error), and in how many worlds the chance rises."))
	b.WriteByte('\n')
	if len(c.Theatres) < 2 {
		b.WriteString(s.indented("It takes two theatres."))
		return b.String()
	}
	g := &grid{}
	head := []string{""}
	for _, to := range c.Theatres {
		head = append(head, to.ID)
	}
	g.add(head...)
	for _, from := range c.Theatres {
		values, shares := []string{from.ID}, []string{""}
		for _, to := range c.Theatres {
			value, share := couplingCell(c.Cell(from.ID, to.ID))
			values, shares = append(values, value), append(shares, share)
		}
		g.add(values...)
		g.add(shares...)
	}
	b.WriteString(g.text("  "))
	if strongest := strongest(c); strongest != "" {
		b.WriteByte('\n')
		b.WriteString(s.indented(strongest))
	}
	return b.String()
}

// CarriedText says of every coupling that can be told from nothing what each channel
// carries of it.
func CarriedText(s Style, c *analysis.CarriedMatrix) string {
	var b strings.Builder
	if c.Partial {
		b.WriteString(s.paint(openInk, "Stopped before its end: some channels were not played.") + "\n\n")
	}
	b.WriteString(s.heading("What carries the coupling of the theatres"))
	b.WriteString(s.indented("If the challenger of one theatre gets all it asks for at once, rather than the share it has: by how many points that changes the chance of a war by " +
		last(c.Run.Times) + " in another, in " + counted(c.Run.Played-c.Run.Failed, "world", "worlds") + " (average ± standard error). If cut: how far that changes if this channel alone is cut. " +
		"Alone: what it brings with all others cut."))
	idle := 0
	for i := range c.Cells {
		x := &c.Cells[i]
		if x.Total == nil || !tellable(x.Total) {
			idle++
			continue
		}
		b.WriteByte('\n')
		b.WriteString(s.indented(s.bold(titleOf(c.Theatres, x.From)+" → "+titleOf(c.Theatres, x.To)) + ": " + points(x.Total) + " points"))
		g := &grid{lefts: leftColumns(1)}
		g.add("", "if cut", "alone")
		for _, p := range x.Parts {
			if p.Last != nil && tellable(p.Last) || p.Alone != nil && tellable(p.Alone) {
				g.add(clean(p.Channel), points(minusOf(p.Last)), points(p.Alone))
			}
		}
		if x.Without != nil && tellable(x.Without) {
			g.add("without any", "", points(x.Without))
		}
		if x.Together != nil && tellable(x.Together) {
			g.add("together, beyond alone", "", points(x.Together))
		}
		b.WriteString(g.text("    "))
	}
	if idle > 0 {
		b.WriteByte('\n')
		b.WriteString(s.indented(Count(idle) + " of " + counted(len(c.Cells), "pair", "pairs") + " of theatres: no coupling that can be told from nothing."))
	}
	return b.String()
}

// titleOf is what a theatre is called.
func titleOf(theatres []analysis.Named, id string) string {
	for _, t := range theatres {
		if t.ID == id && t.Title != "" {
			return clean(t.Title)
		}
	}
	return id
}

// tellable reports whether an estimate is two standard errors from nothing.
func tellable(e *analysis.Estimate) bool {
	return math.Abs(e.Value) > 2*e.SE && math.Abs(e.Value) > 5e-6
}

// minusOf is what cutting changes, given what it loses.
func minusOf(e *analysis.Estimate) *analysis.Estimate {
	if e == nil {
		return nil
	}
	return &analysis.Estimate{N: e.N, Value: -e.Value, SE: e.SE}
}

// points is a change of a chance, in points.
func points(e *analysis.Estimate) string {
	if e == nil {
		return none
	}
	return WithError(100*e.Value, 100*e.SE)
}

func couplingCell(c *analysis.Coupled) (value, share string) {
	if c == nil || c.Effect == nil {
		return "·", ""
	}
	if c.Higher != nil {
		share = "in " + percent(c.Higher.Share, 0) + " %"
	}
	if math.Abs(c.Effect.Value) < 5e-6 && c.Effect.SE < 5e-6 {
		return "0", share
	}
	return WithError(100*c.Effect.Value, 100*c.Effect.SE), share
}

// strongest says in words which theatres are tied most.
func strongest(c *analysis.CouplingMatrix) string {
	var most *analysis.Coupled
	for i := range c.Cells {
		e := c.Cells[i].Effect
		if e != nil && math.Abs(e.Value) > 2*e.SE && (most == nil || math.Abs(e.Value) > math.Abs(most.Effect.Value)) {
			most = &c.Cells[i]
		}
	}
	if most == nil {
		return "No coupling is larger than twice its error."
	}
	title := func(id string) string { return titleOf(c.Theatres, id) }
	verb := "raises"
	if most.Effect.Value < 0 {
		verb = "lowers"
	}
	return "The strongest tie: the outcome in " + title(most.From) + " " + verb + " the chance of war in " + title(most.To) + " by " +
		unbroken(at(math.Abs(100*most.Effect.Value), place(100*most.Effect.Value, 100*most.Effect.SE))+" points") + "."
}

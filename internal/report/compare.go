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
	title := func(id string) string {
		for _, t := range c.Theatres {
			if t.ID == id && t.Title != "" {
				return clean(t.Title)
			}
		}
		return id
	}
	verb := "raises"
	if most.Effect.Value < 0 {
		verb = "lowers"
	}
	return "The strongest tie: the outcome in " + title(most.From) + " " + verb + " the chance of war in " + title(most.To) + " by " +
		unbroken(at(math.Abs(100*most.Effect.Value), place(100*most.Effect.Value, 100*most.Effect.SE))+" points") + "."
}

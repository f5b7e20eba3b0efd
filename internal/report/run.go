package report

import (
	"fmt"
	"slices"
	"strings"

	"parley/analysis"
	"parley/world"
)

// Told is what a header says of a run before it is played.
type Told struct {
	Title, Design, Model, Version string
	Worlds, Replicates            int
	Seed                          uint64
	Scenarios                     int // 0 where they are not the reader's
}

// Header says what is going to be played.
func Header(s Style, t Told) string {
	var b strings.Builder
	b.WriteString(s.heading(clean(t.Title)))
	under := ""
	if t.Scenarios > 0 {
		under = " under " + counted(t.Scenarios, "scenario", "scenarios")
	}
	line := fmt.Sprintf("%s × %s%s · seed %d · %s · model %s · parley %s",
		counted(t.Worlds, "possible world", "possible worlds"), counted(t.Replicates, "play of chance", "plays of chance"),
		under, t.Seed, t.Design, t.Model, t.Version)
	b.WriteString(s.dim(strings.TrimSuffix(s.paragraph("", "", line), "\n")) + "\n")
	return b.String()
}

// Shown chooses the measures of the outcome table: what a reader asks first.
func Shown(w *world.World) []string {
	var shown []string
	for _, g := range groups(w, nil) {
		shown = append(shown, g.measures...)
	}
	return shown
}

// group is rows of the table with one heading. A row is called by what follows
// the last comma of its measure's words.
type group struct {
	title    string
	measures []string
	whole    bool // rows are called by all of their words
}

// groups are the rows of the table, with further measures at the end.
func groups(w *world.World, more []string) []group {
	has := map[string]bool{}
	for _, m := range world.Measures(w) {
		has[m.Name] = true
	}
	crisis, begins := group{title: "Chance of a crisis"}, group{title: "Chance that a war begins"}
	ends, again := group{title: "Chance that the war ends"}, group{title: "Chance of war again after its end"}
	holds := group{title: "What the challenger holds of the stake"}
	for _, t := range w.Theatres {
		if t.Status == "war" {
			ends.measures = append(ends.measures, "ended."+t.ID)
			again.measures = append(again.measures, "relapse."+t.ID)
			holds.measures = append(holds.measures, "share."+t.ID)
			continue
		}
		crisis.measures = append(crisis.measures, "crisis."+t.ID)
		begins.measures = append(begins.measures, "war."+t.ID)
	}
	reach, cost := group{title: "Hostile missiles expected to arrive"}, group{title: "Losses, expected"}
	for _, e := range w.Exposures {
		reach.measures = append(reach.measures, "reach."+e.Of)
		cost.measures = append(cost.measures, "cost."+e.Of)
	}
	all := []group{begins, crisis, ends, again, holds, reach, cost}
	var kept []group
	seen := map[string]bool{}
	for _, g := range all {
		g.measures = slices.DeleteFunc(g.measures, func(m string) bool { return !has[m] || seen[m] })
		for _, m := range g.measures {
			seen[m] = true
		}
		if len(g.measures) > 0 {
			kept = append(kept, g)
		}
	}
	asked := group{title: "Asked for besides", whole: true}
	for _, m := range more {
		if !seen[m] {
			asked.measures = append(asked.measures, m)
			seen[m] = true
		}
	}
	if len(asked.measures) > 0 {
		kept = append(kept, asked)
	}
	return kept
}

// OutcomeTable shows what happens by the horizon: measures down, scenarios
// across, the median of the worlds and below it, dimmed, their 90 % band.
func OutcomeTable(s Style, w *world.World, o *analysis.Outcomes) string {
	t := &outcomeTable{s: s, n: names{w}, o: o}
	t.order()
	t.fill()
	var b strings.Builder
	b.WriteString(s.heading("What happens by " + last(o.Run.Times)))
	if len(t.rows) == 0 {
		b.WriteString(s.indented("The world has no theatre and no exposure, so there is nothing to show."))
		return b.String()
	}
	b.WriteString(s.indented("Each number is the median of the possible worlds; below it, where 90 of 100 worlds lie."))
	b.WriteByte('\n')
	b.WriteString(t.key())
	b.WriteByte('\n')
	b.WriteString(t.text())
	return b.String()
}

func last(times []string) string {
	if len(times) == 0 {
		return "the horizon"
	}
	return times[len(times)-1]
}

// outcomeTable is a table at work.
type outcomeTable struct {
	s         Style
	n         names
	o         *analysis.Outcomes
	scenarios []string // in the order written
	rows      []tableRow
}

type tableRow struct {
	label  string
	title  bool     // a heading across
	values []string // one for each scenario
	bands  []string
}

// order takes the scenarios as they stand in the files; those that were played
// for the sake of a claim alone have no rows and are left out.
func (t *outcomeTable) order() {
	played := map[string]bool{}
	for i := range t.o.Rows {
		played[t.o.Rows[i].Scenario] = true
	}
	for _, id := range Scenarios(t.n.w) {
		if played[id] {
			t.scenarios = append(t.scenarios, id)
			delete(played, id)
		}
	}
	for _, named := range t.o.Run.Scenarios {
		if played[named.ID] {
			t.scenarios = append(t.scenarios, named.ID)
		}
	}
}

// key says what the columns stand for.
func (t *outcomeTable) key() string {
	g := &grid{lefts: leftColumns(1)}
	for _, id := range t.scenarios {
		g.add(id, t.n.scenario(id))
	}
	return g.text("  ")
}

func (t *outcomeTable) fill() {
	for _, g := range groups(t.n.w, t.measures()) {
		before := len(t.rows)
		for _, m := range g.measures {
			t.measure(g, m, before)
		}
	}
}

// measures lists what the run recorded, in its order.
func (t *outcomeTable) measures() []string {
	var all []string
	for i := range t.o.Rows {
		if !slices.Contains(all, t.o.Rows[i].Measure) {
			all = append(all, t.o.Rows[i].Measure)
		}
	}
	return all
}

// measure adds a row, after the group's heading if it is the first.
func (t *outcomeTable) measure(g group, name string, before int) {
	row, unit, known := tableRow{}, "", false
	for _, id := range t.scenarios {
		cell := t.o.Row(id, name)
		if cell == nil {
			row.values, row.bands = append(row.values, none), append(row.bands, "")
			continue
		}
		known, unit = true, cell.Unit
		row.values = append(row.values, median(cell.Horizon, cell.Unit))
		row.bands = append(row.bands, band(cell.Horizon, cell.Unit))
	}
	if !known {
		return
	}
	_, unitName := scale(unit)
	words := t.n.measure(name)
	row.label = "  " + afterComma(words)
	if g.whole {
		row.label = "  " + words + comma(unitName)
	}
	if len(t.rows) == before {
		title := tableRow{label: g.title + comma(unitName), title: true}
		if g.whole {
			title.label = g.title
		}
		t.rows = append(t.rows, title)
	}
	t.rows = append(t.rows, row)
}

func comma(text string) string {
	if text == "" {
		return ""
	}
	return ", " + text
}

func afterComma(text string) string {
	if i := strings.LastIndex(text, ", "); i >= 0 {
		return text[i+2:]
	}
	return text
}

// text sets the table in as many blocks of columns as the width asks for.
func (t *outcomeTable) text() string {
	labels := 0
	for _, r := range t.rows {
		if !r.title {
			labels = max(labels, wide(r.label))
		}
	}
	labels = min(max(labels, 18), t.s.width()/2)
	columns := t.columns()
	var b strings.Builder
	for from := 0; from < len(t.scenarios); {
		to, used := from, labels
		for to < len(t.scenarios) && (to == from || used+2+columns[to] <= t.s.width()) {
			used += 2 + columns[to]
			to++
		}
		if from > 0 {
			b.WriteByte('\n')
		}
		t.block(&b, labels, columns, from, to)
		from = to
	}
	return b.String()
}

// columns are the widths of the scenarios' columns.
func (t *outcomeTable) columns() []int {
	w := make([]int, len(t.scenarios))
	for i, id := range t.scenarios {
		for _, part := range heads(id) {
			w[i] = max(w[i], wide(part))
		}
		for _, r := range t.rows {
			if !r.title {
				w[i] = max(w[i], wide(r.values[i]), wide(r.bands[i]))
			}
		}
	}
	return w
}

// heads breaks a scenario's id into lines of a column's heading.
func heads(id string) []string {
	const room = 10
	var lines []string
	line := ""
	for part := range strings.SplitAfterSeq(id, "-") {
		if line != "" && wide(line+part) > room {
			lines = append(lines, line)
			line = ""
		}
		line += part
	}
	return append(lines, line)
}

func (t *outcomeTable) block(b *strings.Builder, labels int, columns []int, from, to int) {
	t.headings(b, labels, columns, from, to)
	for _, r := range t.rows {
		if r.title {
			b.WriteString(t.s.bold(r.label) + "\n")
			continue
		}
		t.line(b, labels, r.label, r.values[from:to], columns[from:to], plainInk)
		if strings.Join(r.bands[from:to], "") != "" {
			t.line(b, labels, "", r.bands[from:to], columns[from:to], dimInk)
		}
	}
}

func (t *outcomeTable) headings(b *strings.Builder, labels int, columns []int, from, to int) {
	deepest := 0
	for _, id := range t.scenarios[from:to] {
		deepest = max(deepest, len(heads(id)))
	}
	for k := range deepest {
		cells := make([]string, 0, to-from)
		for _, id := range t.scenarios[from:to] {
			lines := heads(id)
			cell := ""
			if i := k - (deepest - len(lines)); i >= 0 { // set to the bottom
				cell = lines[i]
			}
			cells = append(cells, cell)
		}
		t.line(b, labels, "", cells, columns[from:to], boldInk)
	}
}

func (t *outcomeTable) line(b *strings.Builder, labels int, label string, cells []string, columns []int, i ink) {
	line := left(shortened(label, labels), labels)
	for k, cell := range cells {
		line += "  " + right(cell, columns[k])
	}
	line = strings.TrimRight(line, " ")
	if i != plainInk { // the label is empty
		body := strings.TrimLeft(line, " ")
		line = line[:len(line)-len(body)] + t.s.paint(i, body)
	}
	b.WriteString(line + "\n")
}

// RunText is the page of a run below its header.
func RunText(s Style, w *world.World, dir string, d *RunDocument) string {
	f := d.Findings
	example := "CLAIM"
	if len(d.Claims) > 0 {
		example = d.Claims[0].ID
	}
	var parts []string
	if f.Partial {
		parts = append(parts, s.paint(openInk, "These results are "+Partial(&f.Outcomes.Run)+".")+"\n")
	}
	parts = append(parts, OutcomeTable(s, w, f.Outcomes), Verdicts(s, w, f), Notes(s, w, &f.Outcomes.Run, d.Rests), Legend(s),
		Next(s,
			[2]string{"parley explain " + dir + " " + example, "what a claim rests on, and where it fails"},
			[2]string{"parley check " + dir, "what the numbers rest on"},
			[2]string{"parley serve " + dir, "in the browser: change numbers, cut links"},
		))
	return strings.Join(parts, "\n")
}

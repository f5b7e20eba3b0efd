package report

import "strings"

// grid is a table of texts. Columns are as wide as their widest text; the first
// is set to the left, the others to the right, those named in lefts to the left.
type grid struct {
	rows  [][]string
	lefts map[int]bool
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// widths are those of the columns.
func (g *grid) widths() []int {
	var w []int
	for _, row := range g.rows {
		for i, cell := range row {
			if i == len(w) {
				w = append(w, 0)
			}
			w[i] = max(w[i], wide(cell))
		}
	}
	return w
}

// text sets the table, every line after an indent.
func (g *grid) text(indent string) string {
	const gap = "  "
	w := g.widths()
	var b strings.Builder
	for _, row := range g.rows {
		var line strings.Builder
		line.WriteString(indent)
		for i, cell := range row {
			if i > 0 {
				line.WriteString(gap)
			}
			if i == 0 || g.lefts[i] {
				line.WriteString(left(cell, w[i]))
			} else {
				line.WriteString(right(cell, w[i]))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// leftColumns names columns that are set to the left.
func leftColumns(columns ...int) map[int]bool {
	m := map[int]bool{}
	for _, c := range columns {
		m[c] = true
	}
	return m
}

package report

import (
	"fmt"
	"slices"
	"strings"
)

// EvidenceList shows entries of the library by group.
func EvidenceList(s Style, entries []EvidenceEntry) string {
	var groups []string
	for i := range entries {
		if !slices.Contains(groups, entries[i].Group) {
			groups = append(groups, entries[i].Group)
		}
	}
	slices.Sort(groups)
	var b strings.Builder
	for _, group := range groups {
		b.WriteString(s.heading(upperFirst(group)))
		g := &grid{lefts: leftColumns(2)}
		for i := range entries {
			if e := &entries[i]; e.Group == group {
				g.add("evidence."+e.ID, value(e), e.Title)
			}
		}
		w := g.widths()
		for _, row := range g.rows {
			row[2] = shortened(row[2], max(20, s.width()-w[0]-w[1]-6))
		}
		b.WriteString(g.text("  ") + "\n")
	}
	b.WriteString(s.dim(counted(len(entries), "entry", "entries")+"; parley evidence ID shows one whole, and a world file names it as evidence.ID") + "\n")
	return b.String()
}

// Kinds of entries whose value is not one number.
const (
	kindTable   = "table"
	kindFinding = "finding"
	kindShare   = "proportion"
	kindRate    = "rate"
)

func value(e *EvidenceEntry) string {
	if e.Kind == kindTable || e.Kind == kindFinding {
		return ""
	}
	return Exact(e.Value)
}

// EvidenceText shows one entry whole.
func EvidenceText(s Style, e *EvidenceEntry) string {
	var b strings.Builder
	b.WriteString(s.paragraph("", "", s.bold(clean(e.Title))))
	b.WriteString(s.dim("evidence."+e.ID+" · "+e.Group) + "\n\n")
	say := func(name, text string) {
		if text != "" {
			b.WriteString(s.paragraph("  "+left(name, 11)+" ", strings.Repeat(" ", 14), text))
		}
	}
	say("value", valueWords(e))
	for _, c := range e.Cells {
		say("", clean(c.Label)+": "+Exact(c.Value))
	}
	data := clean(e.DataSet)
	if e.Version != "" && data != "" {
		data += ", version " + clean(e.Version)
	}
	say("data", data)
	say("period", clean(e.Period))
	say("method", clean(e.Method))
	say("source", clean(e.Source))
	say("caveat", clean(e.Caveat))
	say("known by", markWords(e.Mark))
	return b.String()
}

func valueWords(e *EvidenceEntry) string {
	var parts []string
	if v := value(e); v != "" {
		parts = append(parts, v+unitAfter(clean(e.Unit)))
	}
	switch {
	case e.Kind == kindShare && e.N > 0:
		parts = append(parts, fmt.Sprintf("%s of %s cases", Count(e.K), Count(e.N)))
	case e.Kind == kindRate && e.Years > 0:
		parts = append(parts, counted(e.K, "event", "events")+" in "+Exact(e.Years))
	}
	if e.Interval != "" {
		parts = append(parts, e.Interval+" "+span(Exact(e.Low), Exact(e.High)))
	}
	if e.StandardError > 0 {
		parts = append(parts, "standard error "+Exact(e.StandardError))
	}
	return strings.Join(parts, "; ")
}

func markWords(mark string) string {
	switch mark {
	case "V":
		return "read in the publication or its abstract"
	case "D":
		return "computed from public data"
	case "M":
		return "recalled from memory, not checked"
	case "J":
		return "judgement alone"
	default:
		return ""
	}
}

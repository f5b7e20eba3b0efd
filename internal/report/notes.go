package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/analysis"
	"parley/result"
	"parley/world"
)

// Rests counts what a model's numbers rest on.
type Rests struct {
	Numbers    int `json:"numbers"`         // written in its files
	Factors    int `json:"factors"`         // of them uncertain, the choice between rivals included
	Judgements int `json:"judgement_calls"` // numbers that rest on no evidence
	Defaults   int `json:"defaults"`        // left to the program
}

// Notes says what a reader should know of a run: what was left out, what the
// worlds could not show, what it all rests on.
func Notes(s Style, w *world.World, run *analysis.Run, r Rests) string {
	var b strings.Builder
	b.WriteString(s.heading("Notes"))
	for _, line := range noteLines(names{w}, run, r) {
		b.WriteString(s.paragraph("- ", "  ", line))
	}
	return b.String()
}

func noteLines(n names, run *analysis.Run, r Rests) []string {
	var lines []string
	if run.Partial {
		lines = append(lines, "Stopped: these results are "+Partial(run)+".")
	}
	if run.Failed > 0 {
		lines = append(lines, failedWorlds(n, run))
	}
	for _, note := range run.Notes {
		lines = append(lines, noteLine(n, note, run.Played))
	}
	return append(lines, restsOn(r), "A verdict is about this model, not about the world.")
}

// Partial says how much of a run was played.
func Partial(run *analysis.Run) string {
	return fmt.Sprintf("partial: %s of %s worlds", Count(run.Played), Count(run.Worlds))
}

func restsOn(r Rests) string {
	text := "All this rests on " + counted(r.Numbers, "number", "numbers") + ", " + Count(r.Factors) + " of them uncertain and " +
		counted(r.Judgements, "judgement call", "judgement calls")
	if r.Defaults > 0 {
		text += ", and on " + counted(r.Defaults, "default of the program", "defaults of the program")
	}
	return text + "."
}

func failedWorlds(n names, run *analysis.Run) string {
	text := counted(run.Failed, "world", "worlds") + " of " + Count(run.Played) + " could not be played and " + plural(run.Failed, "was", "were") + " left out everywhere."
	if len(run.Failures) > 0 {
		text += " The first: " + failure(n, &run.Failures[0]) + "."
	}
	return text
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// mostCulprits is the number of factor values shown of a failed world.
const mostCulprits = 4

func failure(n names, f *result.Failure) string {
	text := fmt.Sprintf("world %d", f.World)
	if f.Rule > 0 {
		text += fmt.Sprintf(", rule %d", f.Rule)
	}
	if f.Where != "" {
		text += ", " + clean(n.place(f.Where))
	}
	if f.Scenario != "" {
		text += fmt.Sprintf(", period %d of %s", f.Period, f.Scenario)
	}
	if f.Detail != "" {
		text += ": " + strings.TrimSuffix(clean(f.Detail), ".")
	}
	var culprits []string
	for name, value := range f.Factors {
		culprits = append(culprits, name+" = "+Exact(value))
	}
	slices.Sort(culprits)
	if len(culprits) > mostCulprits {
		culprits = append(culprits[:mostCulprits], fmt.Sprintf("%d more", len(f.Factors)-mostCulprits))
	}
	if len(culprits) > 0 {
		text += " (" + strings.Join(culprits, ", ") + ")"
	}
	return text
}

func noteLine(n names, note result.Note, played int) string {
	where := clean(n.place(note.Where))
	in := "In " + Count(note.Worlds) + " of " + counted(played, "world", "worlds") + " "
	switch note.ID {
	case "drift":
		return in + "the balance of strength cannot show the movement of the front observed at the opening (" + where + "); there it moves as slowly, or as fast, as is allowed."
	case "settle-no-war":
		return "Of 100 settlements that were to be imposed, " + ofHundred(note) + " found no war to settle and did nothing (" + where + ")."
	case "vote-refused":
		return "Of 100 votes, " + ofHundred(note) + " were refused, so that what hung on them did not happen (" + where + ")."
	default:
		return strings.TrimSuffix(in, " ") + ": " + note.ID + " (" + where + ")."
	}
}

// ofHundred is how often something happened, of a hundred times it could have.
func ofHundred(note result.Note) string {
	share := float64(note.Times) / float64(max(note.Of, 1))
	switch {
	case share > 0.995 && note.Times < note.Of:
		return "over 99"
	case share < 0.005:
		return "fewer than 1"
	}
	return strconv.Itoa(int(100*share + 0.5))
}

// Legend explains the words and signs of the verdicts.
func Legend(s Style) string {
	var b strings.Builder
	b.WriteString(s.heading("How to read this"))
	b.WriteString(s.paragraph("  ", "  ", "“Holds in most worlds (78 %, 77–79)”: the difference goes the claimed way by more than the claim's margin in 78 of 100 possible worlds; "+
		"with this many worlds the share is known to lie between 77 and 79. What follows is the size of the difference in the middle world, and the range of 90 of 100 worlds. "+
		"Points are percentage points."))
	var steps []string
	levels := analysis.Scale()
	for i, l := range levels {
		steps = append(steps, l.Words+" "+unbroken(rung(levels, i)))
	}
	b.WriteString(s.paragraph("  ", "  ", "Shares in words: "+strings.Join(steps, "; ")+"."))
	b.WriteString(s.paragraph("  ", "  ", "A claim holds, fails, or makes no difference where that is so in at least 66 of 100 worlds; else it is mixed. "+
		"It is undecided where rival theories disagree about it. It turns with the reference if it would read differently against another scenario."))
	return b.String()
}

// rung says which shares a step of the scale stands for.
func rung(levels []analysis.Level, i int) string {
	from := percent(levels[i].From, 0)
	switch {
	case i == 0:
		return "≥ " + from + " %"
	case levels[i].From == 0:
		return "< " + percent(levels[i-1].From, 0) + " %"
	default:
		return from + "–" + percent(levels[i-1].From, 0) + " %"
	}
}

// Next points to the commands that lead on.
func Next(s Style, commands ...[2]string) string {
	var b strings.Builder
	b.WriteString(s.heading("Where to look next"))
	g := &grid{lefts: leftColumns(1)}
	for _, c := range commands {
		g.add(c[0], c[1])
	}
	b.WriteString(g.text("  "))
	return b.String()
}

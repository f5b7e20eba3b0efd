package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"parley"
	"parley/analysis"
	"parley/world"
)

// Explained is the document of an explanation, as far as it has been found.
func Explained(w *world.World, c *world.Claim, version string, x *parley.Explanation) *ExplainDocument {
	at := slices.Index(Order(w), c)
	return &ExplainDocument{
		Document: "explain", Version: version, Claim: claimOf(w, at, c), Run: x.Findings.Outcomes.Run,
		Verdict: x.Findings.Verdict(c.ID), Channels: x.Channels, ChannelReplicates: x.ChannelReplicates, Reasons: x.Reasons,
		Scale: x.Findings.Scale, Partial: x.Partial || x.Findings.Partial,
	}
}

// ExplainText is the page of an explanation below its header.
func ExplainText(s Style, w *world.World, dir string, c *world.Claim, d *ExplainDocument, r Rests) string {
	return joined(ExplainHead(s, w, d), ExplainLinks(s, w, c, d), ExplainEnd(s, w, dir, c, d, r))
}

// ExplainHead is the first part of the page: the answer, the words, the tests.
func ExplainHead(s Style, w *world.World, d *ExplainDocument) string {
	n := names{w}
	return joined(stoppedText(s, d), asked(s, n, d), Said(s, &d.Claim), testsText(s, n, d))
}

// stoppedText says that a signal came before the end.
func stoppedText(s Style, d *ExplainDocument) string {
	if !d.Partial {
		return ""
	}
	text := "Stopped before its end: what follows is partial, or missing."
	if d.Run.Partial {
		text = "Stopped before its end, so that parts of this page are missing or rest on fewer worlds (" + Partial(&d.Run) + ")."
	}
	return s.paint(openInk, strings.TrimSuffix(s.paragraph("", "", text), "\n")) + "\n"
}

// ExplainLinks is the second: what links carry, and what rests on theories and
// references.
func ExplainLinks(s Style, w *world.World, c *world.Claim, d *ExplainDocument) string {
	var parts []string
	if d.Channels != nil {
		parts = append(parts, ChannelsText(s, w, d.Channels, d.ChannelReplicates))
	}
	if v := d.Verdict; v != nil && v.Shares != nil {
		parts = append(parts, theoriesText(s, v), referencesText(s, names{w}, c, v), signpostsText(s, w, v))
	}
	return joined(parts...)
}

// ExplainEnd is the third: the reasons, the notes, and where to look next.
func ExplainEnd(s Style, w *world.World, dir string, c *world.Claim, d *ExplainDocument, r Rests) string {
	return joined(ReasonsText(s, w, d.Reasons), Notes(s, w, &d.Run, r), Next(s,
		[2]string{"parley check " + dir, "the numbers behind the links, with their evidence"},
		[2]string{"parley compare " + dir + " " + scenarioPair(c, w), "the scenarios side by side"},
	))
}

// StoppedText is the same remark where the first part stands already.
func StoppedText(s Style) string {
	return s.paint(openInk, "Stopped before its end: what follows is partial, or missing.") + "\n"
}

// joined puts parts of a page below each other, without those that are empty.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "\n")
}

// scenarioPair names two scenarios to compare: those of the claim, or the first.
func scenarioPair(c *world.Claim, w *world.World) string {
	for _, t := range c.Tests {
		if t.Against != "" && t.Against != t.Under {
			return t.Under + " " + t.Against
		}
	}
	if ids := Scenarios(w); len(ids) > 1 {
		return ids[0] + " " + ids[1]
	}
	return "A B"
}

// asked is the claim and the answer.
func asked(s Style, n names, d *ExplainDocument) string {
	var b strings.Builder
	title := clean(d.Claim.Title)
	if title == "" {
		title = d.Claim.ID
	}
	b.WriteString(s.paragraph("("+d.Claim.Letter+") ", "    ", s.bold(title)))
	if d.Verdict == nil {
		b.WriteString(s.indented("Nothing could be judged."))
		return b.String()
	}
	text := answer(s, n, d.Verdict)
	b.WriteString(s.paragraph("    ", "    ", text+"."))
	if shares := d.Verdict.Shares; shares != nil {
		b.WriteString(s.paragraph("    ", "    ", "That is: of 100 worlds that could be ours as far as this model knows, it holds in about "+
			percent(shares.Holds.Share, 0)+", makes no difference in "+percent(shares.Flat.Share, 0)+", and fails in "+percent(shares.Fails.Share, 0)+
			" ("+counted(shares.N, "world", "worlds")+" judged)."))
	}
	return b.String()
}

// Said shows what a claim's speaker said, in the words of the source, and what
// it is taken to mean.
func Said(s Style, c *Claim) string {
	var b strings.Builder
	b.WriteString(s.heading("What was said"))
	b.WriteString(s.indented("“" + clean(c.Quote) + "”"))
	by := clean(c.Speaker)
	if c.To != "" {
		by += ", to " + clean(c.To)
	}
	if c.Source != "" {
		by += " — " + clean(c.Source)
	}
	if c.Place.File != "" {
		by += " (" + unbroken(c.Place.String()) + ")"
	}
	if by = strings.TrimPrefix(by, " — "); by != "" {
		b.WriteString(s.indented(s.dim("— ") + by))
	}
	if c.Hedge != "" {
		b.WriteString(s.indented("Hedged: “" + clean(c.Hedge) + "”."))
	}
	if gloss := strings.TrimSuffix(clean(c.Gloss), "."); gloss != "" {
		b.WriteString(s.indented("How that is read here — " + gloss + "."))
	}
	return b.String()
}

// testsText shows what each test looks at and what came of it.
func testsText(s Style, n names, d *ExplainDocument) string {
	if d.Verdict == nil || len(d.Verdict.Tests) == 0 {
		return ""
	}
	tests := d.Verdict.Tests
	var b strings.Builder
	title := "The test"
	if len(tests) > 1 {
		title = fmt.Sprintf("The %d tests, all of which must hold", len(tests))
	}
	b.WriteString(s.heading(title))
	for i := range tests {
		b.WriteString(s.paragraph("  ", "  ", testWords(n, &tests[i], n.w)))
		b.WriteString(testShares(s, &tests[i]))
	}
	return b.String()
}

func testWords(n names, t *analysis.TestVerdict, w *world.World) string {
	factor, unit := change(t.Unit)
	words := upperFirst(n.measure(t.Measure)) + " (" + t.Measure + "), by " + pointIn(w, t.At) + ": " +
		"expected " + t.Expect + " under " + quoted(n.scenario(t.Under))
	switch t.Expect {
	case "within":
		words = strings.Replace(words, "expected within", "expected much the same", 1) + " as" + reference(n, t)
	default:
		words += " than" + reference(n, t)
	}
	if t.Margin != nil && *t.Margin != 0 {
		words += ", by " + marginWords(t) + amount(factor**t.Margin, unit)
	}
	if t.Margin == nil {
		words += ", by a margin that differs from world to world"
	}
	return words + "."
}

// amount is a stated number with its unit.
func amount(value float64, unit string) string {
	text := Exact(value)
	if text == "1" {
		unit = strings.TrimSuffix(unit, "s")
	}
	return text + unitAfter(unit)
}

func marginWords(t *analysis.TestVerdict) string {
	if t.Expect == "within" {
		return "no more than "
	}
	return "more than "
}

func reference(n names, t *analysis.TestVerdict) string {
	factor, unit := scale(t.Unit)
	text := ""
	switch {
	case t.Against != "":
		text = " under " + quoted(n.scenario(t.Against))
	case t.Value != nil:
		text = " " + Exact(factor**t.Value) + unitAfter(unit)
	default:
		text = " a number that differs from world to world"
	}
	if len(t.Without) > 0 {
		text += " with the " + plural(len(t.Without), "channel ", "channels ") + listed(t.Without) + " cut"
	}
	return text
}

func quoted(text string) string { return "“" + text + "”" }

func upperFirst(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}

// pointIn is the label of a point in time.
func pointIn(w *world.World, at int) string {
	if w.Period == 0 {
		return fmt.Sprintf("point %d", at)
	}
	return w.Label(at)
}

// splitColumns is the width of a bar of shares.
const splitColumns = 40

func testShares(s Style, t *analysis.TestVerdict) string {
	if t.Shares == nil || t.Size == nil {
		return s.paragraph("    ", "    ", "No world could be played.")
	}
	var b strings.Builder
	sh := t.Shares
	b.WriteString("    " + split(sh.Holds.Share, sh.Flat.Share, sh.Fails.Share, splitColumns) + "\n")
	b.WriteString(s.paragraph("    ", "    ", "█ holds "+percent(sh.Holds.Share, 0)+" %  ▒ no difference "+percent(sh.Flat.Share, 0)+" %  ░ fails "+percent(sh.Fails.Share, 0)+" %"))
	factor, unit := change(t.Unit)
	b.WriteString(s.paragraph("    ", "    ", difference(t)+" is "+unbroken(Signed(factor*t.Size.Median, factor*medianError(t.Size))+unitAfter(unit))+
		" in the middle world, "+betweenBand(t.Size, t.Unit)+" in 90 of 100, and "+unbroken(WithError(factor*t.Size.Mean, factor*t.Size.SE)+unitAfter(unit))+" on average (± standard error)."))
	if t.Noise != nil {
		b.WriteString(s.dim(strings.TrimSuffix(s.paragraph("    ", "    ", "Of the spread between worlds, "+percent(t.Noise.Share, 0)+
			" % is the chance of play that "+counted(t.Noise.Worlds, "world", "worlds")+" played again show; more replicates would lessen it."), "\n")) + "\n")
	}
	return b.String()
}

// ChannelsText shows how an effect is made up of the channels of the links.
func ChannelsText(s Style, w *world.World, f *analysis.ChannelFindings, replicates int) string {
	var b strings.Builder
	b.WriteString(s.heading("Which links carry it"))
	if len(f.Channels) == 0 {
		b.WriteString(s.indented("The world has no links that could be cut: nothing here travels from one theatre to another."))
		return b.String()
	}
	b.WriteString(s.indented(channelsMethod(f, replicates)))
	shown := slices.Clone(f.Effects)
	for i := range shown {
		title := upperFirst(names{w}.measure(shown[i].Measure))
		if len(shown) > 1 {
			title = fmt.Sprintf("Test %d: %s", i+1, title)
		}
		b.WriteByte('\n')
		b.WriteString(s.indented(s.bold(title) + attributionUnit(shown[i].Unit)))
		b.WriteString(attribution(s, &shown[i]))
	}
	if f.Holds != nil {
		b.WriteByte('\n')
		b.WriteString(s.indented(s.bold("In how many worlds the claim holds") + ", in points: each bar is what a channel adds to the share"))
		b.WriteString(attribution(s, f.Holds))
	}
	b.WriteByte('\n')
	b.WriteString(channelKey(s, w, f))
	return b.String()
}

func channelsMethod(f *analysis.ChannelFindings, replicates int) string {
	how := "in every combination"
	if !f.Exact {
		how = "in " + counted(f.Permutations, "random order", "random orders")
	}
	text := "The same worlds were played again with links cut and put back, " + how + " (" + counted(f.Runs, "run", "runs") + " of " +
		counted(f.Worlds, "world", "worlds") + ", " + counted(replicates, "play of chance", "plays of chance") + " in each). A channel's part is what it adds to the average difference, averaged over the orders in which the channels " +
		"could be put back (its Shapley value); a part below zero pulls the difference down. The parts and what remains without any link add up to the whole."
	if f.LeftOut > 0 {
		text += " " + counted(f.LeftOut, "world", "worlds") + " failed and " + plural(f.LeftOut, "was", "were") + " left out."
	}
	if f.Partial {
		text += " Stopped before the end: what is missing was not played."
	}
	return text
}

func attributionUnit(unit string) string {
	if _, name := change(unit); name != "" {
		return ", in " + name
	}
	return ""
}

// barColumns is the width of a bar of a part.
const barColumns = 31

// attribution is a table of parts with bars.
func attribution(s Style, a *analysis.Attribution) string {
	factor, _ := change(a.Unit)
	most, least := 0.0, 0.0
	take := func(e *analysis.Estimate) {
		if e != nil {
			most, least = max(most, math.Abs(e.Value)), min(least, e.Value)
		}
	}
	take(a.Without)
	for i := range a.Parts {
		take(a.Parts[i].Value)
	}
	below := least < -most/barColumns // worth room on the left
	finest := leastPlace
	if most > 0 {
		finest = magnitude(factor*most) - mostDigits
	}
	show := func(e *analysis.Estimate) string {
		if e == nil {
			return none
		}
		return withError(factor*e.Value, factor*e.SE, finest)
	}
	brief := func(e *analysis.Estimate) string {
		if e == nil {
			return none
		}
		return signedAt(factor*e.Value, max(place(factor*e.Value, factor*e.SE), finest))
	}
	g := &grid{lefts: leftColumns(1)}
	g.add("", "", "part ± s.e.", "alone", "if cut")
	var idle []string // channels that have no part in it
	row := func(name string, e *analysis.Estimate, alone, last string) {
		if part := show(e); part == "0" && alone == "0" && last == "0" {
			idle = append(idle, name)
			return
		}
		drawn := strings.Repeat(" ", barColumns)
		if e != nil {
			drawn = bar(e.Value, most, barColumns, below)
		}
		g.add(name, drawn, show(e), alone, last)
	}
	for i := range a.Parts {
		p := &a.Parts[i]
		row(p.Channel, p.Value, brief(p.Alone), brief(lost(p.Last)))
	}
	row("without any link", a.Without, "", "")
	g.add("the whole", "", show(a.Total))
	text := g.text("    ")
	if len(idle) > 0 {
		text += s.paragraph("    ", "    ", "No part in it: "+listed(idle)+".")
	}
	if together := togetherness(a, most); together != "" {
		text += s.paragraph("    ", "    ", together)
	}
	return text
}

// lost is the change in the whole if a channel alone is cut.
func lost(e *analysis.Estimate) *analysis.Estimate {
	if e == nil {
		return nil
	}
	return &analysis.Estimate{N: e.N, Value: -e.Value, SE: e.SE}
}

// worthTelling is the share of the largest part from which an interaction is told.
const worthTelling = 0.05

// togetherness tells of interactions that are larger than their error and not
// small beside the largest part.
func togetherness(a *analysis.Attribution, most float64) string {
	tell := func(e *analysis.Estimate) bool {
		return e != nil && e.SE > 0 && math.Abs(e.Value) > 2*e.SE && math.Abs(e.Value) > worthTelling*most
	}
	var pairs []string
	for _, i := range a.Interactions {
		if tell(&i.Value) {
			pairs = append(pairs, i.A+" and "+i.B+" "+unbroken(Estimate(&i.Value, a.Unit)))
		}
	}
	text := ""
	if tell(a.Together) {
		text = "Together the channels bring " + unbroken(Estimate(a.Together, a.Unit)) + " beyond what each brings alone."
	}
	if len(pairs) > 0 {
		text = strings.TrimSpace(text + " What two bring together beyond what each brings: " + strings.Join(pairs, "; ") + ".")
	}
	return text
}

// difference names what the sizes of a test are.
func difference(t *analysis.TestVerdict) string {
	switch {
	case t.Against != "":
		return "The difference"
	case t.Value != nil:
		return "The difference from" + reference(names{}, t)
	default:
		return "The difference from that number"
	}
}

// channelKey says which links a channel stands for.
func channelKey(s Style, w *world.World, f *analysis.ChannelFindings) string {
	var b strings.Builder
	b.WriteString(s.indented("Alone: with all other links cut. If cut: what the whole changes by if only this channel is cut. The channels are:"))
	members := map[string][]string{}
	for _, l := range links(w) {
		members[l.Channel] = append(members[l.Channel], l.Kind+" "+l.ID)
	}
	widest := 0
	for _, c := range f.Channels {
		widest = max(widest, wide(c))
	}
	for _, c := range f.Channels {
		b.WriteString(s.paragraph("    "+left(c, widest)+"  ", strings.Repeat(" ", widest+6), strings.Join(members[c], ", ")))
	}
	return b.String()
}

// theoriesText shows the claim under every rival theory, the weightiest first.
func theoriesText(s Style, v *analysis.Verdict) string {
	if len(v.Theories) == 0 {
		return ""
	}
	theories := slices.Clone(v.Theories)
	slices.SortStableFunc(theories, func(a, b analysis.TheoryCases) int {
		switch {
		case a.Weight > b.Weight:
			return -1
		case a.Weight < b.Weight:
			return 1
		}
		return 0
	})
	var b strings.Builder
	b.WriteString(s.heading("Under rival theories"))
	b.WriteString(s.indented("Which theory is right is not known: each world draws one rival of each. Here the worlds are sorted by what they drew, the theory that matters most for the claim first."))
	for i := range theories {
		t := &theories[i]
		b.WriteByte('\n')
		title := s.bold(t.ID)
		if t.Says != "" {
			title += ": " + clean(t.Says)
		}
		if t.Disagree {
			title += " — " + s.paint(openInk, "the rivals disagree about the claim")
		}
		b.WriteString(s.indented(title))
		b.WriteString(casesTable(v, t.Rivals, true))
	}
	return b.String()
}

// referencesText shows the claim against every other scenario.
func referencesText(s Style, n names, c *world.Claim, v *analysis.Verdict) string {
	if len(v.References) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(s.heading("Against other references"))
	b.WriteString(s.indented("Worse than what? The claim compares with " + ownReferences(n, c) + ". Against other scenarios it would read:"))
	b.WriteString(casesTable(v, v.References, false))
	if turnsWithReference(v) {
		b.WriteString(s.indented(s.paint(openInk, "Another reference turns the answer.")))
	}
	return b.String()
}

func ownReferences(n names, c *world.Claim) string {
	var own []string
	for _, t := range c.Tests {
		if name := quoted(n.scenario(t.Against)); t.Against != "" && !slices.Contains(own, name) {
			own = append(own, name)
		}
	}
	if len(own) == 0 {
		return "a number"
	}
	return listed(own)
}

// casesTable shows shares and sizes under several conditions, and, of rivals,
// how many of the worlds drew each.
func casesTable(v *analysis.Verdict, cases []analysis.Case, drawn bool) string {
	g := &grid{lefts: leftColumns(1, 2, 3, 4)}
	if drawn {
		g.add("", "", "holds in", "drawn in", "difference")
	} else {
		g.add("", "", "holds in", "", "difference")
	}
	for i := range cases {
		c := &cases[i]
		if c.Shares == nil {
			g.add(c.ID, "", "no world")
			continue
		}
		in := ""
		if drawn && v.Worlds > 0 {
			in = percent(float64(c.Worlds)/float64(v.Worlds), 0) + " %"
		}
		if c.Few {
			in = "too few"
		}
		g.add(c.ID, split(c.Shares.Holds.Share, c.Shares.Flat.Share, c.Shares.Fails.Share, splitColumns/2),
			Percent(c.Shares.Holds), in, caseSize(v, c))
	}
	return g.text("    ")
}

// caseSize is the size of the first test's effect under a condition.
func caseSize(v *analysis.Verdict, c *analysis.Case) string {
	if len(c.Tests) == 0 || len(v.Tests) == 0 || c.Tests[0].Size == nil {
		return ""
	}
	text := Size(c.Tests[0].Size, v.Tests[0].Unit)
	if len(c.Tests) > 1 {
		text += " …"
	}
	return text
}

// signpostsText says what one would see if a rival were right, for the theories
// on which the answer depends.
func signpostsText(s Style, w *world.World, v *analysis.Verdict) string {
	ids := deciding(v)
	var b strings.Builder
	for _, p := range w.Signposts {
		if !slices.Contains(ids, p.Theory) {
			continue
		}
		b.WriteString(s.paragraph("  - ", "    ", upperFirst(strings.TrimSuffix(clean(p.Observe), "."))+", by "+p.By.String()+" ("+p.Theory+"):"))
		var rivals []string
		for rival := range p.Under {
			rivals = append(rivals, rival)
		}
		slices.Sort(rivals)
		for _, rival := range rivals {
			b.WriteString(s.paragraph("      ", "        ", rival+": "+clean(p.Under[rival])))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return s.heading("What time will show") +
		s.indented("The answer depends on "+listed(ids)+". Signs that would tell the rivals apart:") + b.String()
}

// betweenBand is the 90 % band as part of a sentence.
func betweenBand(m *analysis.Summary, unit string) string {
	factor, _ := scale(unit)
	se := factor * bandError(m)
	return unbroken("between " + Number(factor*m.Low, se) + " and " + Number(factor*m.High, se))
}

package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"parley"
	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
	"parley/world"
)

// mostShown is how many factors a part of the page names.
const mostShown = 5

// isTheory reports whether a factor is the choice between a theory's rivals.
func isTheory(factor string) bool {
	return strings.HasPrefix(factor, "theory.") && strings.Count(factor, ".") == 1
}

// Factor says in words what a factor is: "stock of land forces, Russia".
func Factor(w *world.World, name string) string { return names{w}.factor(name) }

func (n names) factor(name string) string {
	parts := strings.Split(name, ".")
	plain := func(list []string) string {
		text := strings.Join(list, " ")
		return clean(strings.NewReplacer("-", " ", "_", " ").Replace(text))
	}
	switch last := len(parts) - 1; {
	case last > 0 && parts[last] == "*": // a group
		of := n.place(strings.Join(parts[:last], "."))
		if last == 1 {
			return "all of " + parts[0]
		}
		return "all of " + strings.TrimPrefix(of, parts[0]+".")
	case len(parts) < 2:
		return clean(name)
	case parts[0] == "theory" && len(parts) == 2:
		return "the theory of " + plain(parts[1:])
	case parts[0] == "theory" && len(parts) > 4 && parts[2] == "rival":
		return plain(parts[len(parts)-1:]) + ", if " + parts[3] + " is right about " + plain(parts[1:2])
	case parts[0] == "quantity":
		return plain(parts[1:])
	case len(parts) == 2:
		return clean(name)
	}
	rest := parts[2:]
	if parts[0] == "actor" && len(rest) == 3 && rest[0] == "means" {
		what := plain(rest[2:])
		if what == "produces" {
			what = "production"
		}
		return what + " of " + n.kind(rest[1]) + ", " + n.actor(parts[1])
	}
	where := n.place(parts[0] + "." + parts[1])
	if where == parts[0]+"."+parts[1] {
		where = parts[0] + " " + parts[1]
	}
	return plain(rest) + ", " + where
}

// ReasonsText is the part of the page that says why, where and what next.
func ReasonsText(s Style, w *world.World, r *parley.Reasons) string {
	n := names{w}
	if r == nil || r.Worlds == 0 {
		return ""
	}
	return joined(mattersText(s, n, r), whereText(s, n, r.Where), tippingText(s, n, r), learnText(s, n, r),
		bestText(s, n, r.Best), beliefText(s, n, r.Belief))
}

// FirstLook says what the first worlds show, before all have been played.
func FirstLook(s Style, t *analysis.Table) string {
	held, failed := 0, 0
	for _, o := range t.Outcome {
		switch {
		case o > 0:
			held++
		case o < 0:
			failed++
		}
	}
	n := float64(max(1, t.Len()))
	return s.paragraph("", "", s.bold("First look")+", at "+counted(t.Len(), "world", "worlds")+": it holds in about "+percent(float64(held)/n, 0)+
		" %, fails in "+percent(float64(failed)/n, 0)+" %. All worlds follow.")
}

// mattersText ranks the factors by what knowing each would explain.
func mattersText(s Style, n names, r *parley.Reasons) string {
	var b strings.Builder
	b.WriteString(s.heading("Which numbers matter"))
	if r.Matters == nil {
		b.WriteString(s.indented("This cannot be told: " + clean(r.MattersReason) + "."))
		return b.String()
	}
	what := "the difference"
	if r.Output == parley.OfSlack {
		what = "how far the claim is from turning"
	}
	b.WriteString(s.indented(upperFirst(what) + " is not the same in all worlds. A bar is the part of that spread (of its variance) that would go if one number alone were known, with its 95 % interval; " +
		"what numbers do only together is not in it."))
	indices := slices.Clone(r.Matters.Indices)
	slices.SortStableFunc(indices, func(a, b sensitivity.FirstOrderIndex) int { return cmp.Compare(b.First.Value, a.First.Value) })
	g := &grid{lefts: leftColumns(1, 2)}
	shown, distinct := 0, 0
	var theories []string
	most := 0.0
	for i := range indices {
		if indices[i].First.Distinct && !isTheory(indices[i].Name) {
			most = max(most, indices[i].First.Value)
		}
	}
	for i := range indices {
		x := &indices[i]
		if !x.First.Distinct {
			continue
		}
		distinct++
		if isTheory(x.Name) {
			if len(theories) < mostShown {
				theories = append(theories, x.Name[len("theory."):]+" "+unbroken(parted(x.First.Value)))
			}
			continue
		}
		if shown < mostShown {
			shown++
			g.add(shortened(n.factor(x.Name), factorColumns), bar(x.First.Value, most, thinBar, false), parted(x.First.Value)+" ("+
				percent(max(0, x.First.Low), 0)+"–"+percent(min(1, x.First.High), 0)+")")
		}
	}
	b.WriteString(g.text("    "))
	if shown == 0 {
		b.WriteString(s.indented("Of no number alone can that part be told from nothing."))
	}
	if len(theories) > 0 {
		b.WriteString(s.indented("Of the theories: " + strings.Join(theories, ", ") + "."))
	}
	if distinct < len(indices) {
		b.WriteString(s.indented(Count(len(indices)-distinct) + " of " + counted(len(indices), "assumption", "assumptions") + " cannot be told from nothing with " +
			counted(r.Worlds, "world", "worlds") + "."))
	}
	return b.String()
}

// Sizes of the tables of factors.
const (
	factorColumns = 44
	thinBar       = 20
)

// parted is a part of a whole: a percentage.
func parted(x float64) string {
	if x > 0 && x < 0.01 {
		return "< 1 %"
	}
	return percent(x, 0) + " %"
}

// whereText says in which worlds the claim fails.
func whereText(s Style, n names, w *parley.Where) string {
	if w == nil {
		return ""
	}
	var b strings.Builder
	fails, failing := "fails", "failures"
	if w.Of == parley.OfNotHolding {
		fails, failing = "does not hold", "such worlds"
	}
	b.WriteString(s.heading("Where it " + fails))
	if w.Boxes == nil {
		few := "too few to say where"
		if 2*w.Cases > w.Worlds {
			few = "nearly everywhere, so that there is no part of the worlds to point at"
		}
		b.WriteString(s.indented("It " + fails + " in " + Count(w.Cases) + " of " + counted(w.Worlds, "world", "worlds") + ": " + few + "."))
		return b.String()
	}
	phrases := discovery.Phrases{Subject: "It " + fails, Rows: "worlds", Cases: failing, Dimensions: n.phrases(w)}
	if len(w.Boxes.Boxes) == 0 {
		b.WriteString(s.indented("It " + fails + " in " + parted(w.Boxes.BaseRate) + " of all worlds, here and there: no part of the worlds stands out beyond what luck would give."))
	}
	for _, line := range w.Boxes.Words(phrases) {
		b.WriteString(s.indented(line))
	}
	if len(w.Boxes.Boxes) > 0 {
		b.WriteString(s.indented("(Of all worlds it " + fails + " in " + parted(w.Boxes.BaseRate) + ".)"))
	}
	for i := range w.Boxes.Boxes {
		b.WriteString(droppedText(s, n, w.Boxes.Boxes[i].Dropped))
	}
	b.WriteString(droppedText(s, n, w.Boxes.Dropped))
	if w.Tree != nil && len(w.Tree.Leaves) > 0 && len(w.Tree.Leaves[0].Limits) > 0 {
		words := discovery.Words(w.Tree.Leaves[0].Region, phrases)
		if slices.Contains(w.Boxes.Words(phrases), words) {
			words = "the same."
		}
		b.WriteString(s.indented("A second method, which splits the worlds in two again and again (a tree), says: " + words))
	}
	return b.String()
}

// droppedText names what luck alone would have given.
func droppedText(s Style, n names, dropped []discovery.Dropped) string {
	var list []string
	for _, d := range dropped {
		if name := quoted(n.factor(d.Dimension)); !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return ""
	}
	more := ""
	if len(list) > mostShown {
		more = fmt.Sprintf(" and %d more", len(list)-mostShown)
		return s.indented("Left out, because luck alone would draw such limits: " + strings.Join(list[:mostShown], ", ") + more + ".")
	}
	return s.indented("Left out, because luck alone would draw such limits: " + listed(list) + ".")
}

// phrases say limits with the readable names of factors.
func (n names) phrases(w *parley.Where) map[string]discovery.Phrase {
	said := map[string]discovery.Phrase{}
	take := func(limits []discovery.Limit) {
		for i := range limits {
			name := limits[i].Dimension
			p := discovery.Phrase{Name: quoted(n.factor(name))}
			if isTheory(name) {
				p.Name, p.In = n.factor(name), rightTheory(n.factor(name))
			}
			said[name] = p
		}
	}
	for i := range w.Boxes.Boxes {
		take(w.Boxes.Boxes[i].Limits)
	}
	if w.Tree != nil {
		for i := range w.Tree.Leaves {
			take(w.Tree.Leaves[i].Limits)
		}
	}
	return said
}

// rightTheory says which rival is right: the theory's name is that of what is disputed.
func rightTheory(name string) string {
	return "the right theory of " + strings.TrimPrefix(name, "the theory of ") + " is {kept}"
}

// tippingText says at which values the chance of holding crosses one half.
func tippingText(s Style, n names, r *parley.Reasons) string {
	t := r.Tipping
	if t == nil || t.Share == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(s.heading("What would tip it"))
	shown := 0
	for i := range t.Points {
		p := &t.Points[i]
		if !p.Tips || shown == mostShown {
			continue
		}
		shown++
		text := tips(n, p)
		if k := slices.IndexFunc(r.Held, func(h analysis.ConfirmedTipping) bool { return h.Factor == p.Factor }); k >= 0 {
			text += " " + heldText(&r.Held[k])
		}
		b.WriteString(s.paragraph("  - ", "    ", text))
	}
	side := "in more"
	if t.Share.Share <= 0.5 {
		side = "in no more"
	}
	if shown == 0 {
		b.WriteString(s.indented("No single assumption takes it across one half within its range, the others being as they are: it holds " + side + " than half of the worlds throughout."))
		var near []string
		for i := range t.Points[:min(2, len(t.Points))] {
			near = append(near, quoted(n.factor(t.Points[i].Factor))+" (by "+unbroken(percent(t.Points[i].Reach, 0)+" points")+")")
		}
		if len(near) > 0 {
			b.WriteString(s.indented("What moves that share most along its range: " + listed(near) + "."))
		}
		return b.String()
	}
	return b.String()
}

// heldText says what came of holding a factor at trial values.
func heldText(h *analysis.ConfirmedTipping) string {
	worlds := 0
	var list []string
	for _, t := range h.Trials {
		if t.Shares == nil {
			continue
		}
		worlds = max(worlds, t.Shares.N)
		if t.Label != "" {
			list = append(list, clean(t.Label)+" "+unbroken(percent(t.Shares.Holds.Share, 0)+" %"))
		}
	}
	of := counted(worlds, "world", "worlds")
	switch {
	case len(list) > 0:
		return "Held so and played again in " + of + ", all else as it is: " + strings.Join(list, ", ") + "."
	case h.Value == nil:
		return "Held at its ends and played again in " + of + ", it does not take the claim across one half: what goes with it does."
	}
	text := "Held and played again in " + of + ", all else as it is, it crosses at " + Exact(rounded(*h.Value))
	if h.Low != nil && h.High != nil {
		text += " (clear of one half at " + Exact(rounded(*h.Low)) + " and " + Exact(rounded(*h.High)) + ")"
	}
	if !h.Tips {
		text += ", but not clearly so"
	}
	return text + "."
}

// rounded keeps three digits, as many as a crossing is known to.
func rounded(x float64) float64 {
	v, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	if err != nil {
		return x
	}
	return v
}

// tips says how one factor tips the claim.
func tips(n names, p *analysis.TippingPoint) string {
	name := quoted(n.factor(p.Factor))
	if isTheory(p.Factor) {
		name = upperFirst(n.factor(p.Factor))
	}
	if len(p.Rivals) > 0 {
		var list []string
		for _, r := range p.Rivals {
			text := r.Label
			if text == "" {
				text = Exact(r.Value)
			}
			if r.Few {
				continue
			}
			list = append(list, clean(text)+" "+unbroken(percent(r.Share.Share, 0)+" %"))
		}
		return name + ": it holds under " + strings.Join(list, ", ") + "."
	}
	var list []string
	for _, c := range p.Crossings {
		way := "below"
		if c.Rising {
			way = "above"
		}
		list = append(list, "it holds in more than half of the worlds "+way+" "+Exact(c.Value)+" (95 %: "+span(Exact(c.Low), Exact(c.High))+"; "+
			percent(c.Quantile, 0)+" % of what is thought possible lies below that)")
	}
	return name + ": " + strings.Join(list, "; ") + "."
}

// learnText says what would be worth finding out.
func learnText(s Style, n names, r *parley.Reasons) string {
	l := r.Learn
	if l == nil && r.LearnReason == "" {
		return "" // stopped before
	}
	var b strings.Builder
	b.WriteString(s.heading("What to find out next"))
	if l == nil || l.Perfect == nil {
		b.WriteString(s.indented("This cannot be told: " + clean(cmp.Or(r.LearnReason, "too few worlds")) + "."))
		return b.String()
	}
	b.WriteString(s.indented("Whoever had to say now whether it holds would say that " + l.Chosen + ", and be right in " + unbroken(percent(1-l.Perfect.Value, 0)+" %") +
		" of worlds. Knowing one thing before saying so would add (the value of information, in points; ± standard error):"))
	g := &grid{lefts: leftColumns(1)}
	shown, most := 0, 0.0
	for i := range l.Factors {
		if l.Factors[i].Clear {
			most = max(most, l.Factors[i].Value.Value)
		}
	}
	for i := range l.Factors {
		f := &l.Factors[i]
		if !f.Clear || shown == mostShown || f.Value.Value <= 0 {
			continue
		}
		shown++
		g.add(shortened(n.factor(f.Name), factorColumns), bar(f.Value.Value, most, thinBar, false), WithError(100*f.Value.Value, 100*f.Value.SE), "changes the answer in "+parted(f.Changes))
	}
	if shown == 0 {
		b.WriteString(s.indented("Nothing that alone would clearly change the answer."))
		return b.String()
	}
	b.WriteString(g.text("    "))
	if rest := len(l.Factors) - shown; rest > 0 && shown < mostShown {
		b.WriteString(s.indented("No other assumption alone would clearly change the answer."))
	}
	return b.String()
}

// bestText sets the scenarios side by side.
func bestText(s Style, n names, best *parley.Best) string {
	if best == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(s.heading("Which scenario does best"))
	measure := n.measure(best.Measure)
	a := best.Assessment
	if a == nil {
		b.WriteString(s.indented("Nothing is said of it here: of “" + measure + "”, neither less nor more is better for everybody."))
		return b.String()
	}
	factor, unit := change(best.Unit)
	good := "Less is taken to be better"
	if a.Better == decision.Higher {
		good = "More is taken to be better"
	}
	b.WriteString(s.indented(upperFirst(measure) + ", by " + pointIn(n.w, best.At) + ", in " + counted(a.Worlds, "world", "worlds") + " with " +
		counted(best.Replicates, "play of chance", "plays of chance") + ". " + good +
		". Regret is what a scenario falls short of the best one in the same world" + inUnit(unit) + "."))
	g := &grid{lefts: leftColumns(1)}
	g.add("", "", "best in", "regret, mean", "in 1 of 10 over", "largest")
	for i := range a.Rows {
		x := &a.Rows[i]
		g.add(x.Name, bar(x.First.Share, 1, thinBar/2, false), parted(x.First.Share), Number(factor*x.RegretMean.Value, factor*x.RegretMean.SE),
			Number(factor*x.RegretP90.Value, factor*x.RegretP90.SE), Number(factor*x.RegretMax, factor*x.RegretP90.SE))
	}
	b.WriteString(g.text("    "))
	return b.String()
}

func inUnit(unit string) string {
	if unit == "" {
		return ""
	}
	return ", in " + unit
}

// beliefText says what must be believed for the verdict to turn.
func beliefText(s Style, n names, x *analysis.Belief) string {
	if x == nil || x.Before == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(s.heading("What one would have to believe for the answer to turn"))
	if len(x.Moves) == 0 || !x.Turned {
		reason := x.Reason
		if reason == "" {
			reason = "the search was stopped before a shift was found that turns it"
		}
		b.WriteString(s.indented(upperFirst(clean(reason)) + "."))
		return b.String()
	}
	from, to := "in more than half", "in less than half"
	if x.Before.Share <= 0.5 {
		from, to = to, from
	}
	b.WriteString(s.indented("Now it holds " + from + " of the worlds. The least change found that makes it hold " + to + ", all else as uncertain as it is:"))
	for i, m := range x.Moves {
		if i == mostShown {
			b.WriteString(s.paragraph("  - ", "    ", fmt.Sprintf("and %d more, each by less.", len(x.Moves)-mostShown)))
			break
		}
		b.WriteString(s.paragraph("  - ", "    ", believed(n, &m)+"."))
	}
	if len(x.Moves) > 1 {
		b.WriteString(s.indented(aloneText(n, x)))
	}
	if x.After != nil && x.Distance != nil {
		sure := ""
		if !x.Clear {
			sure = ", too close to one half to be sure"
		}
		b.WriteString(s.indented("Played so, it holds in " + unbroken(percent(x.After.Value, 0)+" % (± "+percent(x.After.SE, 0)+")") + " of worlds" + sure +
			". That is " + Number(*x.Distance, 0.1) + " spreads from what is thought likeliest: 1 is a usual surprise, 2 a rare one, 3 hardly to be believed."))
	}
	return b.String()
}

// believed says one assumption of a shift.
func believed(n names, m *analysis.Move) string {
	if m.Label == "" {
		return quoted(n.factor(m.Factor)) + ": " + Exact(rounded(m.Value)) + " rather than " + Exact(rounded(m.Centre))
	}
	name := m.Factor
	if isTheory(name) {
		name = n.factor(name)
	}
	return clean(m.Label) + " is right about " + strings.TrimPrefix(name, "the theory of ")
}

// aloneText says how that compares with a single assumption.
func aloneText(n names, x *analysis.Belief) string {
	text := ""
	if x.Minimal {
		text = "None of them can be taken back: without it the others do not turn the answer. "
	}
	if x.Alone == nil {
		return text + "No single assumption would do it within " + Number(x.AloneWithin, 0.1) + " spreads."
	}
	return text + "By itself the nearest would be " + believed(n, x.Alone) + ", " + Number(math.Abs(x.Alone.Spreads), 0.1) + " spreads away."
}

package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
	"parley/world"
)

// AnalyseDocument is what `parley analyse --json` writes. Of the results one is there:
// that of the method.
type AnalyseDocument struct {
	Document string   `json:"document"` // "analyse"
	Version  string   `json:"version"`
	Method   string   `json:"method"`
	Of       Analysed `json:"of"`
	Rows     int      `json:"rows"`
	LeftOut  int      `json:"left_out"` // rows or worlds without all their values
	Partial  bool     `json:"partial"`  // stopped before its end

	Given      *sensitivity.FirstOrderResult `json:"given"`
	Sobol      *sensitivity.SobolResult      `json:"sobol"`
	Morris     *sensitivity.MorrisResult     `json:"morris"`
	PAWN       *sensitivity.PAWNResult       `json:"pawn"`
	Delta      *sensitivity.DeltaResult      `json:"delta"`
	Rank       *sensitivity.RankResult       `json:"rank"`
	Shapley    *sensitivity.ShapleyResult    `json:"shapley"`
	PRIM       *discovery.Result             `json:"prim"`
	CART       *discovery.Tree               `json:"cart"`
	Tipping    *analysis.Tipping             `json:"tipping"`
	Pair       *analysis.TippingGrid         `json:"pair"`
	Robustness *decision.Assessment          `json:"robustness"`
	EVPPI      *decision.Informed            `json:"evppi"`
}

// Analysed says what a method was used on.
type Analysed struct {
	Path         string   `json:"path"`         // of the world or table
	Claim        string   `json:"claim"`        // of a world
	Output       string   `json:"output"`       // what is explained, in words
	Unit         string   `json:"unit"`         // of the output
	Outcome      string   `json:"outcome"`      // what is looked for, or called: "y > 0.5"
	Alternatives []string `json:"alternatives"` // that are compared
}

// AnalyseText is the result of one method. The world is nil for a table of the
// user's own.
func AnalyseText(s Style, w *world.World, d *AnalyseDocument) string {
	name := func(factor string) string {
		if w == nil {
			return clean(factor)
		}
		return Factor(w, factor)
	}
	a := analysed{s: s, name: name, d: d, row: "row"}
	if w != nil {
		a.row = "world"
	}
	what := d.Of.Output
	if d.Of.Outcome != "" {
		what = d.Of.Outcome
	}
	head := s.bold(d.Method) + ": " + clean(what) + " — " + counted(d.Rows, a.row, a.row+"s")
	if d.LeftOut > 0 {
		head += ", " + Count(d.LeftOut) + " left out because values are missing"
	}
	return joined(stoppedAnalysis(s, d), s.paragraph("", "", head), a.text())
}

func stoppedAnalysis(s Style, d *AnalyseDocument) string {
	if !d.Partial {
		return ""
	}
	return s.paint(openInk, "Stopped before its end: this rests on the worlds played so far.") + "\n"
}

// analysed sets one result.
type analysed struct {
	s    Style
	name func(string) string
	d    *AnalyseDocument
	row  string // what a row is called
}

func (a *analysed) text() string {
	d := a.d
	switch {
	case d.Given != nil:
		return a.shares("share of the variance that knowing one input alone would take away", d.Given.Notes, len(d.Given.Indices), func(i int) (string, sensitivity.Share) {
			return d.Given.Indices[i].Name, d.Given.Indices[i].First
		})
	case d.Delta != nil:
		return a.shares("how far knowing an input moves the whole distribution, 0 to 1", d.Delta.Notes, len(d.Delta.Indices), func(i int) (string, sensitivity.Share) {
			return d.Delta.Indices[i].Name, d.Delta.Indices[i].Delta
		})
	case d.PAWN != nil:
		return a.shares("median distance of the distribution with the input held to that without, 0 to 1", d.PAWN.Notes, len(d.PAWN.Indices), func(i int) (string, sensitivity.Share) {
			return d.PAWN.Indices[i].Name, d.PAWN.Indices[i].Median
		})
	case d.Rank != nil:
		return a.rank(d.Rank)
	case d.Shapley != nil:
		return a.shapley(d.Shapley)
	case d.Pair != nil:
		return a.pair(d.Pair)
	case d.Sobol != nil:
		return a.sobol(d.Sobol)
	case d.Morris != nil:
		return a.morris(d.Morris)
	case d.PRIM != nil:
		return a.prim(d.PRIM)
	case d.CART != nil:
		return a.cart(d.CART)
	case d.Tipping != nil:
		return a.tipping(d.Tipping)
	case d.Robustness != nil:
		return a.robustness(d.Robustness)
	case d.EVPPI != nil:
		return a.evppi(d.EVPPI)
	default:
		return ""
	}
}

// mostRows is how many inputs a text shows; JSON has all.
const mostRows = 20

// shares shows shares, the largest first; those that cannot be told from nothing are
// only counted.
func (a *analysed) shares(what string, notes []string, n int, at func(int) (string, sensitivity.Share)) string {
	order := byShare(n, at)
	g := &grid{lefts: leftColumns(1)}
	most, idle := 0.0, 0
	for _, i := range order {
		_, x := at(i)
		most = max(most, x.Value)
	}
	rows := 0
	for _, i := range order {
		name, x := at(i)
		if !x.Distinct {
			idle++
			continue
		}
		if rows++; rows <= mostRows {
			g.add(shortened(a.name(name), factorColumns), bar(x.Value, most, thinBar, false), interval(x.Value, x.Low, x.High))
		}
	}
	text := a.s.indented(upperFirst(what)+", with its 95 % interval:") + g.text("    ")
	if rows == 0 {
		text = ""
	}
	return text + a.rest(rows, idle, n) + a.notes(notes)
}

func byShare(n int, at func(int) (string, sensitivity.Share)) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		_, x := at(i)
		_, y := at(j)
		return cmp.Compare(y.Value, x.Value)
	})
	return order
}

func (a *analysed) rest(rows, idle, n int) string {
	text := ""
	if rows > mostRows {
		text = Count(rows-mostRows) + " more are in --json. "
	}
	if idle > 0 {
		text += Count(idle) + " of " + counted(n, "input", "inputs") + " cannot be told from nothing with these " + a.row + "s."
	}
	if text == "" {
		return ""
	}
	return a.s.indented(text)
}

func (a *analysed) notes(notes []string) string {
	var text strings.Builder
	for _, note := range notes {
		text.WriteString(a.s.paragraph("  - ", "    ", clean(note)))
	}
	return text.String()
}

// interval writes a number with its interval: "0.31 (0.28–0.34)".
func interval(value, low, high float64) string {
	return fixed(value) + " (" + span(fixed(low), fixed(high)) + ")"
}

func fixed(x float64) string { return tidy(strconv.FormatFloat(x, 'f', 3, 64)) }

func (a *analysed) sobol(r *sensitivity.SobolResult) string {
	order := byShare(len(r.Indices), func(i int) (string, sensitivity.Share) { return r.Indices[i].Name, r.Indices[i].Total })
	g := &grid{}
	g.add("", "alone (first order)", "with all it does together (total)")
	rows, idle := 0, 0
	for _, i := range order {
		x := &r.Indices[i]
		if !x.First.Distinct && !x.Total.Distinct {
			idle++
			continue
		}
		if rows++; rows <= mostRows {
			g.add(shortened(a.name(x.Name), factorColumns), shareText(x.First), shareText(x.Total))
		}
	}
	text := a.s.indented("Shares of the variance of the output, with 95 % intervals, from " + counted(r.Blocks, "base point", "base points") + ":")
	if rows > 0 {
		text += g.text("    ")
	}
	text += a.rest(rows, idle, len(r.Indices))
	text += a.s.indented("One by one the inputs explain " + interval(r.Additive.Value, r.Additive.Low, r.Additive.High) + "; what is left to 1 they do together.")
	var pairs []string
	for _, p := range r.Pairs {
		if p.Second.Distinct {
			pairs = append(pairs, a.name(p.A)+" and "+a.name(p.B)+" "+unbroken(interval(p.Second.Value, p.Second.Low, p.Second.High)))
		}
	}
	if len(pairs) > 0 {
		text += a.s.indented("Two together, beyond what each does alone (second order): " + listed(pairs) + ".")
	}
	return text + a.notes(r.Notes)
}

func shareText(x sensitivity.Share) string {
	if !x.Distinct {
		return "below " + fixed(max(0, x.High))
	}
	if x.Value > 1 { // an estimate may overshoot what is estimated
		return "above " + fixed(max(0, x.Low))
	}
	return interval(x.Value, max(0, x.Low), min(1, x.High))
}

func (a *analysed) morris(r *sensitivity.MorrisResult) string {
	order := byShare(len(r.Effects), func(i int) (string, sensitivity.Share) { return r.Effects[i].Name, r.Effects[i].Size })
	g := &grid{}
	g.add("", "mean size (μ*)", "mean (μ)", "spread (σ)")
	rows, idle := 0, 0
	for _, i := range order {
		x := &r.Effects[i]
		if !x.Size.Distinct {
			idle++
			continue
		}
		mean := none
		if x.Mean != nil {
			mean = Number(x.Mean.Value, (x.Mean.High-x.Mean.Low)/4)
		}
		if rows++; rows <= mostRows {
			se := (x.Size.High - x.Size.Low) / 4
			g.add(shortened(a.name(x.Name), factorColumns), Number(x.Size.Value, se)+" ("+span(Number(x.Size.Low, se), Number(x.Size.High, se))+")", mean, Number(x.Spread.Value, se))
		}
	}
	text := a.s.indented("What the output changes by for a step over an input's whole range (elementary effects), from " + counted(r.Blocks, "block", "blocks") +
		"; a spread as large as the mean says that the effect depends on the other inputs:")
	if rows > 0 {
		text += g.text("    ")
	}
	return text + a.rest(rows, idle, len(r.Effects)) + a.notes(r.Notes)
}

// rank shows rank correlations, the strongest first.
func (a *analysed) rank(r *sensitivity.RankResult) string {
	order := make([]int, len(r.Indices))
	for i := range order {
		order[i] = i
	}
	size := func(i int) float64 { return math.Abs(r.Indices[i].Correlation.Value) }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(size(j), size(i)) })
	g := &grid{lefts: leftColumns(1)}
	rows, idle := 0, 0
	for _, i := range order {
		x := &r.Indices[i]
		if !x.Distinct {
			idle++
			continue
		}
		if rows++; rows > mostRows {
			continue
		}
		if isTheory(x.Name) && !x.Unsigned { // rivals have no order
			v := math.Abs(x.Correlation.Value)
			reach := (x.Correlation.High - x.Correlation.Low) / 2
			x.Correlation.Value, x.Correlation.Low, x.Correlation.High = v, v-reach, v+reach
		}
		way := "rises"
		switch {
		case x.Unsigned, isTheory(x.Name):
			way = "by category"
		case x.Correlation.Value < 0:
			way = "falls"
		}
		g.add(shortened(a.name(x.Name), factorColumns), way, interval(x.Correlation.Value, x.Correlation.Low, x.Correlation.High))
	}
	text := a.s.indented("How steadily the output rises or falls with an input: rank correlation (Spearman), −1 to 1, with its 95 % interval:") + g.text("    ")
	if rows == 0 {
		text = ""
	}
	return text + a.rest(rows, idle, len(r.Indices)) + a.notes(r.Notes)
}

// shapley shows Shapley effects.
func (a *analysed) shapley(r *sensitivity.ShapleyResult) string {
	what := "share of the variance that falls to an input, what several do together, and what they share because they are correlated, being split among them"
	text := a.shares(what, r.Notes, len(r.Indices), func(i int) (string, sensitivity.Share) { return r.Indices[i].Name, r.Indices[i].Share })
	return text + a.s.indented("No input accounts for "+interval(r.Unexplained.Value, r.Unexplained.Low, r.Unexplained.High)+
		": the chance of play, or detail finer than "+counted(r.Sampled, a.row, a.row+"s")+" show.")
}

// pair shows the share along two inputs.
func (a *analysed) pair(t *analysis.TippingGrid) string {
	g := &grid{}
	head := []string{""}
	head = append(head, bands(&t.B)...)
	g.add(head...)
	down := bands(&t.A)
	for i, row := range t.Cells {
		cells := []string{down[i]}
		for _, c := range row {
			text := none
			if c.Share != nil {
				text = percent(c.Share.Share, 0) + " % (" + span(percent(c.Share.Low, 0), percent(c.Share.High, 0)) + ")"
				if c.Share.Low > 0.5 {
					text = a.s.bold(text)
				}
			}
			cells = append(cells, text)
		}
		g.add(cells...)
	}
	return a.s.indented("In how many "+a.row+"s it happens, with 95 % intervals: down, "+a.name(t.A.Factor)+"; across, "+a.name(t.B.Factor)+".") + g.text("    ")
}

// bands say the cells of one side of a grid.
func bands(x *analysis.TippingAxis) []string {
	var list []string
	for _, label := range x.Labels {
		list = append(list, clean(label))
	}
	for i := 1; len(x.Labels) == 0 && i < len(x.Ends); i++ {
		list = append(list, span(Number(x.Ends[i-1], math.Abs(x.Ends[i]-x.Ends[i-1])/10), Number(x.Ends[i], math.Abs(x.Ends[i]-x.Ends[i-1])/10)))
	}
	return list
}

// said gives the phrases for limits of a table.
func (a *analysed) said(limits ...[]discovery.Limit) discovery.Phrases {
	p := discovery.Phrases{Subject: "It happens", Rows: a.row + "s", Cases: "such " + a.row + "s", Dimensions: map[string]discovery.Phrase{}}
	for _, list := range limits {
		for i := range list {
			name := a.name(list[i].Dimension)
			if name != list[i].Dimension && !isTheory(list[i].Dimension) {
				name = quoted(name)
			}
			phrase := discovery.Phrase{Name: name}
			if name != list[i].Dimension && isTheory(list[i].Dimension) {
				phrase.In = rightTheory(name)
			}
			p.Dimensions[list[i].Dimension] = phrase
		}
	}
	return p
}

func (a *analysed) prim(r *discovery.Result) string {
	var text strings.Builder
	for i := range r.Boxes {
		b := &r.Boxes[i]
		p := a.said(b.Limits)
		if i > 0 {
			p.Subject = "Outside that, it happens"
		}
		text.WriteString(a.s.indented(discovery.Words(b.Region, p)))
		if b.HeldOut != nil {
			text.WriteString(a.s.indented("Boxes of the same coverage that were found on one half of the " + a.row + "s are right in " + parted(b.HeldOut.Density) + " of the other half."))
		}
		text.WriteString(a.dropped(b.Dropped))
	}
	text.WriteString(a.dropped(r.Dropped))
	if r.Note != "" {
		text.WriteString(a.s.indented(upperFirst(clean(r.Note)) + "."))
	}
	return text.String() + a.s.indented("Of all "+a.row+"s it happens in "+parted(r.BaseRate)+".")
}

func (a *analysed) dropped(list []discovery.Dropped) string {
	var out []string
	for _, d := range list {
		if name := a.name(d.Dimension); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return a.s.indented("Dropped, because luck alone would draw such limits: " + listed(out) + ".")
}

func (a *analysed) cart(t *discovery.Tree) string {
	var text strings.Builder
	for i := range t.Leaves {
		text.WriteString(a.s.paragraph("  - ", "    ", discovery.Words(t.Leaves[i].Region, a.said(t.Leaves[i].Limits))))
	}
	return text.String() + a.s.indented("The leaves in which it happens more often than not hold "+parted(t.Coverage)+" of all such "+a.row+"s, and it happens in "+parted(t.Density)+" of theirs.")
}

func (a *analysed) tipping(t *analysis.Tipping) string {
	if t.Share == nil {
		return ""
	}
	var text strings.Builder
	text.WriteString(a.s.indented("It happens in " + unbroken(percentIn(*t.Share)) + ". What takes that across one half, the others being as they are:"))
	shown := 0
	for i := range t.Points {
		p := &t.Points[i]
		if !p.Tips {
			continue
		}
		shown++
		for _, c := range p.Crossings {
			way := "below"
			if c.Rising {
				way = "above"
			}
			text.WriteString(a.s.paragraph("  - ", "    ", a.name(p.Factor)+": more often than not "+way+" "+Exact(c.Value)+" (95 %: "+span(Exact(c.Low), Exact(c.High))+")"))
		}
		var rivals []string
		for _, r := range p.Rivals {
			if !r.Few {
				rivals = append(rivals, labelOr(r.Label, r.Value)+" "+unbroken(percent(r.Share.Share, 0)+" %"))
			}
		}
		if len(rivals) > 0 {
			text.WriteString(a.s.paragraph("  - ", "    ", a.name(p.Factor)+": "+listed(rivals)))
		}
	}
	if shown == 0 {
		text.WriteString(a.s.paragraph("  - ", "    ", "no single input within its range"))
	}
	return text.String()
}

func labelOr(label string, value float64) string {
	if label != "" {
		return clean(label)
	}
	return Exact(value)
}

func (a *analysed) robustness(r *decision.Assessment) string {
	factor, _ := change(a.d.Of.Unit)
	g := &grid{}
	head := []string{"", "mean", "best in", "regret, mean", "in 1 of 10 over", "largest", "Hurwicz"}
	if r.Threshold != nil {
		head = append(head, "satisfies in")
	}
	g.add(head...)
	for i := range r.Rows {
		x := &r.Rows[i]
		row := []string{
			shortened(clean(x.Name), factorColumns), Number(factor*x.Mean.Value, factor*x.Mean.SE), parted(x.First.Share),
			Number(factor*x.RegretMean.Value, factor*x.RegretMean.SE), Number(factor*x.RegretP90.Value, factor*x.RegretP90.SE), Number(factor*x.RegretMax, 0),
			Number(factor*x.HurwiczBand.Value, factor*x.HurwiczBand.SE),
		}
		if x.Satisfies != nil {
			row = append(row, parted(x.Satisfies.Share))
		}
		g.add(row...)
	}
	var text strings.Builder
	text.WriteString(a.s.indented(upperFirst(string(r.Better))+" is better. Regret is what an alternative falls short of the best in the same "+a.row+"; Hurwicz weighs the ends of the 90 % band alike:") + g.text("    "))
	for _, d := range r.Dominance {
		switch {
		case d.Worldwise:
			text.WriteString(a.s.paragraph("  - ", "    ", clean(d.A)+" is never worse than "+clean(d.B)+"."))
		case d.First:
			text.WriteString(a.s.paragraph("  - ", "    ", clean(d.A)+" meets every threshold at least as often as "+clean(d.B)+" (stochastic dominance)."))
		}
	}
	return text.String()
}

func (a *analysed) evppi(r *decision.Informed) string {
	if r.Perfect == nil {
		return a.s.indented("There are too few " + a.row + "s.")
	}
	factor, unit := change(a.d.Of.Unit)
	text := a.s.indented("Without knowing more one takes “" + clean(r.Chosen) + "”. Knowing everything would gain " + WithError(factor*r.Perfect.Value, factor*r.Perfect.SE) +
		unitAfter(unit) + " (EVPI).")
	g := &grid{lefts: leftColumns(1)}
	most := 0.0
	for i := range r.Factors {
		most = max(most, r.Factors[i].Value.Value)
	}
	rows, idle := 0, 0
	for i := range r.Factors {
		x := &r.Factors[i]
		if !x.Clear || x.Value.Value <= 0 {
			idle++
			continue
		}
		if rows++; rows <= mostRows {
			g.add(shortened(a.name(x.Name), factorColumns), bar(x.Value.Value, most, thinBar, false), WithError(factor*x.Value.Value, factor*x.Value.SE), "changes the choice in "+parted(x.Changes))
		}
	}
	if rows > 0 {
		text += a.s.indented("Knowing one input would gain (EVPPI; ± standard error):") + g.text("    ")
	}
	return text + a.rest(rows, idle, len(r.Factors))
}

package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/analysis"
	"parley/analysis/decision"
	"parley/analysis/discovery"
	"parley/analysis/sensitivity"
	"parley/internal/report"
	"parley/world"
)

// The methods.
const (
	methodSobol      = "sobol"
	methodMorris     = "morris"
	methodPAWN       = "pawn"
	methodDelta      = "delta"
	methodGiven      = "given"
	methodPRIM       = "prim"
	methodCART       = "cart"
	methodTipping    = "tipping"
	methodRank       = "rank"
	methodShapley    = "shapley"
	methodRobustness = "robustness"
	methodEVPPI      = "evppi"
)

func methods() []string {
	return []string{
		methodSobol, methodMorris, methodPAWN, methodDelta, methodGiven, methodRank, methodShapley, methodPRIM, methodCART, methodTipping, methodRobustness, methodEVPPI,
	}
}

// analyse holds the flags of the command.
type analyse struct {
	play

	method                            string
	claim, measure, scenario, against string // of a world
	inputs, categorical, alternatives []string
	output, threshold, better         string
	second                            bool
	by                                string   // how factors are grouped
	points                            int      // of a design
	pair                              []string // of factors
}

func newAnalyse() *cobra.Command {
	a := &analyse{}
	cmd := &cobra.Command{
		Use:   "analyse METHOD INPUT",
		Short: "Use one method of analysis on a world, or on a table of your own",
		Long: "Use one method of analysis on a world, or on a table (CSV, Parquet) of inputs and outputs from any model.\n\n" +
			"METHOD is one of: sobol, morris, pawn, delta, given, rank, shapley (what an output rests on); prim, cart (where something happens); " +
			"tipping (what takes a chance across one half); robustness (which alternative does well in how many worlds); evppi (what is worth finding out).\n\n" +
			"INPUT is a world's directory, with --claim, or --measure and --scenario; or a table: a CSV file whose first line names its columns, or a Parquet file. " +
			"Of a world, sobol and morris play worlds of their own: blocks that differ in one group of assumptions after the other under the same chance (--points, --by, --inputs). " +
			"Of a table they need rows in the order of Saltelli's design: blocks of A, A with each input in turn from B, and B. All others take rows in any order.",
		Example: strings.Join([]string{
			"parley analyse given examples/linked-theatres --claim a",
			"parley analyse pawn examples/linked-theatres --measure war.taiwan --scenario moscow-terms --against arm-first",
			"parley analyse sobol examples/linked-theatres --claim a --by kind --points 256",
			"parley analyse tipping examples/linked-theatres --claim a --pair theory.reputation,theatre.taiwan.crisis.challenge",
			"parley analyse robustness examples/linked-theatres --measure cost.usa",
			"parley analyse prim runs.csv --output cost --threshold '>100'",
			"parley analyse evppi runs.csv --alternatives build,wait --better higher --json",
		}, "\n"),
		Args:      arguments(2, 2, "a method, and a world, CSV or Parquet file"),
		ValidArgs: methods(),
		RunE: func(cmd *cobra.Command, args []string) error {
			a.method = args[0]
			return a.command(cmd.Context(), args[1])
		},
	}
	a.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&a.claim, "claim", "", "of a world: analyse this claim")
	f.StringVar(&a.measure, "measure", "", "of a world: analyse this measure at the horizon")
	f.StringVar(&a.scenario, "scenario", "", "of a world: the measure under this scenario")
	f.StringVar(&a.against, "against", "", "of a world: less the measure under this one")
	f.StringSliceVar(&a.inputs, "inputs", nil, "of a table: its input columns; all but the output where none are named. Of a world: the assumptions that stand alone, all others being one group")
	f.StringSliceVar(&a.categorical, "categorical", nil, "of a table: columns whose numbers are names")
	f.StringVar(&a.output, "output", "", "of a table: its output column")
	f.StringSliceVar(&a.alternatives, "alternatives", nil, "of a table: columns that hold what each alternative brings")
	f.StringVar(&a.threshold, "threshold", "", "what is looked for, such as '>0.5' or '<= 3'; for robustness, what satisfies")
	f.StringVar(&a.better, "better", "", "whether higher or lower is better, for robustness and evppi")
	f.BoolVar(&a.second, "second-order", false, "the design has the rows for second order; for sobol, and for morris on such a table")
	f.StringVar(&a.by, "by", "", "of a world: group assumptions by "+strings.Join(parley.Groupings(), ", ")+"; sobol by kind, morris by factor if nothing is said")
	f.IntVar(&a.points, "points", 0, "of a world: base points of the design of sobol and morris; 0 for 512 and 24")
	f.StringSliceVar(&a.pair, "pair", nil, "for tipping: two inputs, whose grid is shown")
	complete(cmd, "by", parley.Groupings())
	complete(cmd, "better", []string{string(decision.Higher), string(decision.Lower)})
	return cmd
}

// table is what a method is used on.
type table struct {
	columns      []analysis.Column
	y            []float64 // nil where alternatives are compared
	happens      []bool    // nil where nothing is looked for
	alternatives decision.Payoffs
	claim        *analysis.Table // nil where there is none
	unfinished   bool
	groups       []string // by column; nil where each is on its own
	designed     bool     // of a world: rows in blocks
	worlds       []int    // of a world: their numbers, by row
}

func (a *analyse) command(ctx context.Context, path string) error {
	if err := a.check(); err != nil {
		return err
	}
	if !slices.Contains(methods(), a.method) {
		return unknown("method", a.method, methods(), "")
	}
	if a.better != "" && a.better != string(decision.Higher) && a.better != string(decision.Lower) {
		return wrongCall("--better must be higher or lower, not %q", a.better)
	}
	if err := a.checkGroups(); err != nil {
		return err
	}
	d := &report.AnalyseDocument{Document: "analyse", Version: parley.Version, Method: a.method, Of: report.Analysed{Path: path, Alternatives: []string{}}}
	var w *world.World
	var t *table
	var stopped error
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		if t, err = a.fromSheet(path, d); err != nil {
			return err
		}
	} else {
		m, err := load(path)
		if err != nil {
			return err
		}
		warn(m, path, a.quiet)
		w = m.World
		if t, err = a.fromWorld(ctx, m, d); t == nil {
			return outcome(ctx, err)
		}
		stopped = err
		d.Partial = t.unfinished
	}
	if err := a.apply(ctx, t, d); err != nil {
		if stopped != nil {
			return outcome(ctx, stopped)
		}
		return err
	}
	if a.json {
		if err := document(d); err != nil {
			return err
		}
	} else if err := say(report.AnalyseText(styleFor(os.Stdout), w, d)); err != nil {
		return err
	}
	return outcome(ctx, stopped)
}

// designed reports whether a method needs rows of a design.
func (a *analyse) designed() bool { return a.method == methodSobol || a.method == methodMorris }

// compares reports whether a method compares alternatives.
func (a *analyse) compares() bool {
	return a.method == methodRobustness || a.method == methodEVPPI && a.claim == "" && (a.output == "" || len(a.alternatives) > 0)
}

// looks reports whether a method asks where something happens.
func (a *analyse) looks() bool {
	switch a.method {
	case methodPRIM, methodCART, methodTipping:
		return true
	default:
		return a.method == methodEVPPI && !a.compares()
	}
}

// limit reads a threshold, and says it in words.
func limit(text string) (is func(float64) bool, words string, value float64, err error) {
	rest := strings.TrimSpace(text)
	sign := ""
	for _, s := range []string{">=", "<=", ">", "<"} {
		if after, ok := strings.CutPrefix(rest, s); ok {
			sign, rest = s, after
			break
		}
	}
	value, err = strconv.ParseFloat(strings.TrimSpace(rest), 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
		return nil, "", 0, wrongCall("--threshold must be a number after >, >=, < or <=, such as '>0.5', not %q", text)
	}
	switch sign {
	case ">=":
		is = func(x float64) bool { return x >= value }
	case "<=":
		is = func(x float64) bool { return x <= value }
	case "<":
		is = func(x float64) bool { return x < value }
	default:
		sign, is = ">", func(x float64) bool { return x > value }
	}
	return is, sign + " " + report.Exact(value), value, nil
}

// look marks the rows in which the output passes the threshold.
func (a *analyse) look(t *table, d *report.AnalyseDocument) error {
	if !a.looks() || t.happens != nil {
		return nil
	}
	if a.threshold == "" {
		return wrongCall("%s asks where something happens: say what, such as --threshold '>0.5'", a.method)
	}
	is, text, _, err := limit(a.threshold)
	if err != nil {
		return err
	}
	for _, y := range t.y {
		t.happens = append(t.happens, is(y))
	}
	d.Of.Outcome = d.Of.Output + " " + text
	return nil
}

// fromSheet makes a table of a CSV file.
func (a *analyse) fromSheet(path string, d *report.AnalyseDocument) (*table, error) {
	if a.claim != "" || a.measure != "" || a.scenario != "" || a.against != "" {
		return nil, wrongCall("%s is a table: --claim, --measure, --scenario and --against are for worlds; a table has --output", path)
	}
	s, err := readSheet(path)
	if err != nil {
		return nil, err
	}
	t := &table{}
	var outputs []*analysis.Column
	names := a.alternatives
	if !a.compares() {
		names = []string{a.output}
	}
	switch {
	case a.compares() && len(names) < 2:
		return nil, wrongCall("%s compares alternatives: name at least two columns, --alternatives a,b", a.method)
	case !a.compares() && a.output == "":
		return nil, wrongCall("which column is the output? Say --output; there are: %s", strings.Join(s.names, ", "))
	}
	for _, name := range names {
		c, err := s.number(name)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, c)
	}
	inputs := a.inputs
	if len(inputs) == 0 && a.method != methodRobustness { // which looks at no input
		for _, name := range s.names {
			if name != a.output && !slices.Contains(names, name) {
				inputs = append(inputs, name)
			}
		}
	}
	for _, name := range inputs {
		if slices.Contains(names, name) {
			return nil, wrongCall("column %q is both an input and an output", name)
		}
		c, err := s.column(name, slices.Contains(a.categorical, name))
		if err != nil {
			return nil, err
		}
		t.columns = append(t.columns, *c)
	}
	for _, name := range a.categorical {
		if !slices.Contains(inputs, name) {
			return nil, wrongCall("--categorical names %q, which is no input; there are: %s", name, strings.Join(inputs, ", "))
		}
	}
	if len(t.columns) == 0 && a.method != methodRobustness {
		return nil, wrongCall("%s has no input column", path)
	}
	d.Rows = len(s.lines)
	if !a.designed() {
		d.LeftOut = t.dropRows(outputs)
		d.Rows -= d.LeftOut
	} else if err := t.complete(s); err != nil {
		return nil, err
	}
	if !a.compares() {
		t.y = outputs[0].Values
		d.Of.Output = a.output
		return t, a.look(t, d)
	}
	d.Of.Alternatives, d.Of.Output = names, strings.Join(names, ", ")
	t.alternatives.Alternatives = names
	for _, c := range outputs {
		t.alternatives.Values = append(t.alternatives.Values, c.Values)
	}
	if a.better == "" {
		return nil, wrongCall("is more of it better, or less? Say --better higher or --better lower")
	}
	t.alternatives.Better = decision.Direction(a.better)
	return t, nil
}

// dropRows leaves out rows without all their values and counts them.
func (t *table) dropRows(outputs []*analysis.Column) int {
	all := slices.Clone(outputs)
	for i := range t.columns {
		all = append(all, &t.columns[i])
	}
	var keep []int
	rows := len(all[0].Values)
	for r := range rows {
		if !slices.ContainsFunc(all, func(c *analysis.Column) bool { return math.IsNaN(c.Values[r]) }) {
			keep = append(keep, r)
		}
	}
	for _, c := range all {
		kept := make([]float64, len(keep))
		for i, r := range keep {
			kept[i] = c.Values[r]
		}
		c.Values = kept
	}
	return rows - len(keep)
}

// complete complains of a missing input: in a design, every row has its place.
func (t *table) complete(s *sheet) error {
	for i := range t.columns {
		if r := slices.IndexFunc(t.columns[i].Values, math.IsNaN); r >= 0 {
			return wrongCall("%s, %s %d, column %q: an input of a designed table is missing", s.path, s.row, s.lines[r], t.columns[i].Name)
		}
	}
	return nil
}

// apply uses the method.
func (a *analyse) apply(ctx context.Context, t *table, d *report.AnalyseDocument) (err error) {
	o := sensitivity.Options{Seed: a.seed}
	switch a.method {
	case methodGiven:
		d.Given, err = sensitivity.FirstOrder(parley.Sensitive(t.columns, t.y), o)
	case methodPAWN:
		d.PAWN, err = sensitivity.PAWN(parley.Sensitive(t.columns, t.y), 0, o)
	case methodDelta:
		d.Delta, err = sensitivity.Delta(parley.Sensitive(t.columns, t.y), o)
	case methodRank:
		d.Rank, err = sensitivity.RankCorrelation(parley.Sensitive(t.columns, t.y), o)
	case methodShapley:
		d.Shapley, err = sensitivity.ShapleyEffects(a.gathered(t, o), o)
	case methodSobol:
		if err = a.blocks(t); err == nil {
			d.Sobol, err = sensitivity.Sobol(t.sensitive().Inputs, a.second, t.y, o)
		}
	case methodMorris:
		layout := sensitivity.Radial
		if a.second {
			layout = sensitivity.RadialSecond
		}
		if err = a.blocks(t); err == nil {
			d.Morris, err = sensitivity.Morris(t.sensitive(), layout, t.scales(), o)
		}
	case methodPRIM, methodCART:
		err = a.discover(ctx, t, d)
	case methodTipping:
		if len(a.pair) > 0 {
			d.Pair, err = analysis.FindTippingPair(t.judged(d.Of.Outcome), a.pair[0], a.pair[1], pairCells)
			break
		}
		d.Tipping = analysis.FindTipping(t.judged(d.Of.Outcome))
	case methodRobustness:
		err = a.assess(t, d)
	case methodEVPPI:
		if t.happens != nil {
			t.alternatives = called(t.happens)
		}
		d.EVPPI, err = decision.Information(t.alternatives, parley.Known(t.columns), t.together(), a.seed)
	}
	if err != nil {
		return wrongCall("%s: %s", a.method, err)
	}
	return nil
}

// blocks complains of a table that cannot be one of Saltelli's design.
func (a *analyse) blocks(t *table) error {
	if t.designed {
		return nil
	}
	size := len(t.columns) + 2
	if a.second {
		size += len(t.columns)
	}
	if len(t.y)%size != 0 {
		return fmt.Errorf("%d rows are not whole blocks of %d (A, one for each of %d inputs, B); the rows must be in the order of Saltelli's design. "+
			"parley analyse given works on any rows", len(t.y), size, len(t.columns))
	}
	return nil
}

func (a *analyse) discover(ctx context.Context, t *table, d *report.AnalyseDocument) error {
	columns := t.columns
	if t.claim != nil && a.method == methodPRIM {
		columns = parley.Screened(columns, t.happens, a.seed)
	}
	table, err := discovery.Prepare(parley.Cases(columns, t.happens, nil))
	if err != nil {
		return err
	}
	if a.method == methodCART {
		d.CART, err = table.Tree(ctx, discovery.TreeOptions{})
		return err
	}
	d.PRIM, err = parley.Boxes(ctx, table, discovery.Options{Seed: a.seed, Level: parley.GuardLevel(len(columns), len(t.columns))})
	return err
}

// judged is a table as if what is looked for were a claim.
func (t *table) judged(what string) *analysis.Table {
	if t.claim != nil {
		return t.claim
	}
	j := &analysis.Table{Claim: what, Factors: t.columns}
	for _, is := range t.happens {
		o, slack := int8(-1), -1.0
		if is {
			o, slack = 1, 1
		}
		j.Outcome, j.Slack = append(j.Outcome, o), append(j.Slack, slack)
	}
	return j
}

// called are the payoffs of calling whether something happens: 1 for being right.
func called(happens []bool) decision.Payoffs {
	p := decision.Payoffs{Alternatives: []string{"it happens", "it does not happen"}, Better: decision.Higher, Values: make([][]float64, 2)}
	for _, is := range happens {
		v := 0.0
		if is {
			v = 1
		}
		p.Values[0], p.Values[1] = append(p.Values[0], v), append(p.Values[1], 1-v)
	}
	return p
}

func (a *analyse) assess(t *table, d *report.AnalyseDocument) error {
	o := decision.Options{Optimism: parley.MiddleOptimism}
	if a.threshold != "" {
		_, _, value, err := limit(a.threshold)
		if err != nil {
			return err
		}
		o.Threshold = &value
	}
	var err error
	d.Robustness, err = decision.Assess(t.alternatives, o)
	return err
}

package analysis

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"parley/result"
	"parley/world"
)

// Run says what a finding was found from.
type Run struct {
	Title      string             `json:"title"`
	Model      string             `json:"model"` // hash of the frozen world
	Seed       uint64             `json:"seed"`
	Design     string             `json:"design"`
	Replicates int                `json:"replicates"`
	Pin        map[string]float64 `json:"pin,omitempty"` // factors held at a value
	First      int                `json:"first"`
	Worlds     int                `json:"worlds"`  // asked for
	Played     int                `json:"played"`  // of them
	Failed     int                `json:"failed"`  // of those played; left out everywhere
	Partial    bool               `json:"partial"` // stopped before its end
	Scenarios  []Named            `json:"scenarios"`
	Times      []string           `json:"times"`    // labels of the points in time, the opening first
	Failures   []result.Failure   `json:"failures"` // the first of them, at most 100
	Notes      []result.Note      `json:"notes"`    // summed over the worlds
}

// Named is an id and what it is called.
type Named struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Outcome is one measure under one scenario.
type Outcome struct {
	Scenario string   `json:"scenario"`
	Measure  string   `json:"measure"`
	Unit     string   `json:"unit"`
	Horizon  *Summary `json:"horizon"` // nil where no world could be played
	Series   *Series  `json:"series"`  // nil where it was not asked for, or none could be played
}

// Series is a measure over time, one value for each of the run's times.
type Series struct {
	Mean   []float64 `json:"mean"`   // over all worlds
	Median []float64 `json:"median"` // over the first worlds
	Low    []float64 `json:"low"`    // 5 % of those lie below
	High   []float64 `json:"high"`   // 5 % of those lie above
	Kept   int       `json:"kept"`   // worlds that median and band come from
}

// Outcomes is the outcome table, ordered by scenario, then measure.
type Outcomes struct {
	Run  Run       `json:"run"`
	Rows []Outcome `json:"rows"`
}

// Row is the row of a measure under a scenario, or nil.
func (o *Outcomes) Row(scenario, measure string) *Outcome {
	for i := range o.Rows {
		if o.Rows[i].Scenario == scenario && o.Rows[i].Measure == measure {
			return &o.Rows[i]
		}
	}
	return nil
}

// Tabulate plays scenarios and returns their outcome table. Beside an error it
// returns what there was before it.
func Tabulate(ctx context.Context, runner Runner, w *world.World, o Options) (*Outcomes, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	r := o.request()
	r.Measures = o.Measures
	r.Scenarios = o.Scenarios
	if len(r.Scenarios) == 0 {
		r.Scenarios = scenarioIDs(w)
	}
	if o.NoSeries {
		r.OnlyTimes = []int{w.Periods()}
	}
	h, err := runner.Header(r)
	if err != nil {
		return nil, err
	}
	t, err := newTable(h, w, &r, &o)
	if err != nil {
		return nil, err
	}
	p := player{runner: runner, progress: o.Progress}
	p.expect(&r)
	_, err = p.play(ctx, &r, t.add)
	return t.outcomes(err != nil), err
}

// maxFailures is how many failures are kept in full.
const maxFailures = 100

// ledger keeps what became of the worlds of a run.
type ledger struct {
	run    Run
	good   []int // scratch: the places of the worlds of a block that did not fail
	places map[result.Note]int
}

func newLedger(h *result.Header, r *Request) *ledger {
	l := &ledger{places: map[result.Note]int{}}
	l.run = Run{
		Title: h.Title, Model: h.Model, Seed: r.Seed, Design: r.Design, Replicates: r.Replicates,
		Pin: r.Pin, First: r.First, Worlds: r.Worlds, Times: h.Times,
		Scenarios: []Named{}, Failures: []result.Failure{}, Notes: []result.Note{},
	}
	for i, id := range h.Scenarios {
		named := Named{ID: id}
		if i < len(h.Titles) {
			named.Title = h.Titles[i]
		}
		l.run.Scenarios = append(l.run.Scenarios, named)
	}
	return l
}

// enter books a block and returns the places of its good worlds.
func (l *ledger) enter(b *result.Block) []int {
	l.good = goodOf(b, l.good[:0])
	l.run.Played += b.Worlds
	l.run.Failed += b.Worlds - len(l.good)
	for _, f := range b.Failures {
		if len(l.run.Failures) < maxFailures {
			l.run.Failures = append(l.run.Failures, finiteFailure(f))
		}
	}
	for _, n := range b.Notes {
		key := result.Note{ID: n.ID, Where: n.Where}
		at, ok := l.places[key]
		if !ok {
			at = len(l.run.Notes)
			l.places[key] = at
			l.run.Notes = append(l.run.Notes, key)
		}
		l.run.Notes[at].Worlds += n.Worlds
		l.run.Notes[at].Times += n.Times
		l.run.Notes[at].Of += n.Of
	}
	return l.good
}

// finish orders the notes, whose order of arrival depends on the blocks.
func (l *ledger) finish(partial bool) Run {
	run := l.run
	run.Partial = partial
	run.Notes = slices.Clone(run.Notes)
	slices.SortFunc(run.Notes, func(a, b result.Note) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Where, b.Where))
	})
	return run
}

// goodOf appends the places of the worlds of a block that did not fail.
func goodOf(b *result.Block, good []int) []int {
	for i, failed := range b.Failed {
		if !failed {
			good = append(good, i)
		}
	}
	return good
}

// finiteFailure is a copy of a failure (blocks are reused) whose factor values
// can be written as JSON: a value that is no number is what failed the world,
// and is told in the detail.
func finiteFailure(f result.Failure) result.Failure {
	factors := make(map[string]float64, len(f.Factors))
	for name, v := range f.Factors {
		if v-v == 0 {
			factors[name] = v
		}
	}
	f.Factors = factors
	return f
}

// table adds up the outcome table.
type table struct {
	ledger  *ledger
	header  *result.Header
	columns []column // what it shows
	horizon int      // place of the last point in time
	times   int      // 0 where no series are wanted
	good    int      // worlds taken in

	ends      []moments   // of each column at the horizon
	kept      [][]float64 // of each column, the first worlds at the horizon
	keep      int
	series    []running // of each column and time
	bands     []float32 // [column, time][world]
	bandsKeep int
}

type column struct{ scenario, measure int }

// running adds up a mean: the first value, and the differences from it.
type running struct {
	shift, sum float64
	left       int // values left out
}

// newTable makes a table of what the options name of a run.
func newTable(h *result.Header, w *world.World, r *Request, o *Options) (*table, error) {
	a, err := newAxis(h, w, r.OnlyTimes)
	if err != nil {
		return nil, err
	}
	t := &table{ledger: newLedger(h, r), header: h, horizon: a.index(w.Periods())}
	if t.horizon < 0 {
		return nil, errors.New("the run does not keep the horizon")
	}
	shown := func(names []string, name string) bool { return len(names) == 0 || slices.Contains(names, name) }
	for s, scenario := range h.Scenarios {
		for m, measure := range h.Measures {
			if shown(o.Scenarios, scenario) && shown(o.Measures, measure.Name) {
				t.columns = append(t.columns, column{s, m})
			}
		}
	}
	n := max(1, len(t.columns))
	t.keep = min(KeptWorlds, max(fewestKept, keptBytes/8/n), r.Worlds)
	t.ends = make([]moments, len(t.columns))
	t.kept = make([][]float64, len(t.columns))
	for i := range t.kept {
		t.kept[i] = make([]float64, 0, t.keep)
	}
	if !o.NoSeries {
		t.times = len(h.Times)
		rows := len(t.columns) * t.times
		t.bandsKeep = min(KeptSeriesWorlds, max(fewestKeptTimes, keptBytes/4/max(1, rows)), r.Worlds)
		t.series = make([]running, rows)
		t.bands = make([]float32, rows*t.bandsKeep)
	}
	return t, nil
}

func (t *table) add(b *result.Block) error {
	good := t.ledger.enter(b)
	if len(good) == 0 {
		return nil
	}
	for c, at := range t.columns {
		t.addEnd(c, b.At(at.scenario, at.measure, t.horizon), good)
		for time := range t.times {
			t.addPoint(c*t.times+time, b.At(at.scenario, at.measure, time), good)
		}
	}
	t.good += len(good)
	return nil
}

func (t *table) addEnd(c int, values []float64, good []int) {
	m := &t.ends[c]
	for _, i := range good {
		x := values[i]
		if !usable(x) {
			continue
		}
		m.add(x)
		if len(t.kept[c]) < t.keep {
			t.kept[c] = append(t.kept[c], x)
		}
	}
}

func (t *table) addPoint(row int, values []float64, good []int) {
	if t.good < t.bandsKeep {
		band := t.bands[row*t.bandsKeep : (row+1)*t.bandsKeep]
		for k, i := range good[:min(len(good), t.bandsKeep-t.good)] {
			band[t.good+k] = float32(values[i])
		}
	}
	r := &t.series[row]
	before := *r
	if t.good == r.left {
		r.shift = values[good[0]]
	}
	if len(good) == len(values) {
		r.sum = addAll(r.sum, r.shift, values)
	} else {
		for _, i := range good {
			r.sum += values[i] - r.shift
		}
	}
	if !usable(r.sum) || !usable(r.shift) {
		*r = before
		r.addUsable(values, good, t.good)
	}
}

// addAll adds the differences from shift to sum, one after the other.
func addAll(sum, shift float64, values []float64) float64 {
	for _, x := range values {
		sum += x - shift
	}
	return sum
}

// addUsable is the slow path of a row that holds something that is no number.
func (r *running) addUsable(values []float64, good []int, before int) {
	for k, i := range good {
		x := values[i]
		switch {
		case !usable(x):
			r.left++
		case before+k == r.left: // the first that is taken in
			r.shift = x
		default:
			r.sum += x - r.shift
		}
	}
}

func (t *table) outcomes(partial bool) *Outcomes {
	out := &Outcomes{Run: t.ledger.finish(partial), Rows: make([]Outcome, 0, len(t.columns))}
	for c, at := range t.columns {
		row := Outcome{
			Scenario: t.header.Scenarios[at.scenario],
			Measure:  t.header.Measures[at.measure].Name,
			Unit:     t.header.Measures[at.measure].Unit,
			Horizon:  t.ends[c].summary(t.kept[c]),
		}
		if t.times > 0 {
			row.Series = t.seriesOf(c)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (t *table) seriesOf(c int) *Series {
	n := t.times
	all := make([]float64, 4*n)
	s := &Series{Mean: all[:n:n], Median: all[n : 2*n : 2*n], Low: all[2*n : 3*n : 3*n], High: all[3*n:]}
	for time := range n {
		row := c*n + time
		r := &t.series[row]
		taken := t.good - r.left
		kept := finite32(t.bands[row*t.bandsKeep : row*t.bandsKeep+min(t.good, t.bandsKeep)])
		if taken == 0 || len(kept) == 0 {
			return nil
		}
		s.Mean[time] = r.shift + r.sum/float64(taken)
		s.Low[time] = shortest(quantile(kept, lowBand))
		s.Median[time] = shortest(quantile(kept, 0.5))
		s.High[time] = shortest(quantile(kept, highBand))
		s.Kept = max(s.Kept, len(kept))
	}
	return s
}

// finite32 moves what is a number to the front and returns it.
func finite32(values []float32) []float32 {
	n := 0
	for _, v := range values {
		if v-v == 0 {
			values[n] = v
			n++
		}
	}
	return values[:n]
}

// shortest widens a value to the shortest decimal that stands for it, so that a
// tenth is shown as 0.1.
func shortest(v float32) float64 {
	var digits [32]byte
	x, err := strconv.ParseFloat(string(strconv.AppendFloat(digits[:0], float64(v), 'g', -1, 32)), 64)
	if err != nil {
		return float64(v)
	}
	return x
}

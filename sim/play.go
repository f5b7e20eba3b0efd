package sim

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"parley/chance"
	"parley/result"
	"parley/world"
)

// Points says which worlds there are: a uniform number for each factor and
// world, or a value at which a factor is held.
type Points interface {
	// Fill gives the numbers of a factor for the worlds from first on.
	Fill(factor, first int, u []float64)
	// Held gives the value a factor is held at in every world.
	Held(factor int) (value float64, held bool)
	// Drawn gives the factor's values themselves, if they were drawn before: its
	// law's quantiles of what Fill gives.
	Drawn(factor, first int, values []float64) bool
}

// Request says what to play.
type Request struct {
	Scenarios  []string // ids; empty: all that the world declares
	Measures   []string // names; empty: all
	Cut        []string // channels, and paths of single links such as "flow.shells"
	OnlyTimes  []int    // points in time to record, rising; empty: all
	First      int      // number of the first world
	Worlds     int
	Replicates int
	Seed       uint64
	Points     Points
	// Shared is how many worlds in a row play under the same chance, as the rows of a
	// block do of which only the inputs are to differ: world w plays under the chance of
	// w / Shared. 0 and 1 give each world its own.
	Shared int
	// Batch is how many worlds are played together, Workers how many batches at
	// once; 0 leaves both to the engine. Neither changes any result.
	Batch, Workers int
}

// lanesAtOnce is about how many lanes a batch has: few enough for its arrays to
// stay in a core's cache.
const lanesAtOnce = 256

// Header says what a request's blocks will hold.
func (p *Program) Header(r *Request) (*result.Header, error) {
	scenarios, measures, err := p.resolve(r)
	if err != nil {
		return nil, err
	}
	h := &result.Header{Title: p.world.Title, Seed: r.Seed, Replicates: r.Replicates}
	for _, s := range scenarios {
		h.Scenarios, h.Titles = append(h.Scenarios, s.id), append(h.Titles, s.title)
	}
	for _, m := range measures {
		h.Measures = append(h.Measures, result.Measure{Name: p.measures[m].name, Unit: p.measures[m].unit})
	}
	for _, t := range p.times(r) {
		h.Times = append(h.Times, p.world.Label(t))
	}
	for _, f := range p.world.Factors {
		h.Factors = append(h.Factors, result.Factor{Name: f.Name, Law: f.Written, Labels: f.Labels})
	}
	return h, nil
}

// times lists the points in time that a request records.
func (p *Program) times(r *Request) []int {
	if len(r.OnlyTimes) > 0 {
		return r.OnlyTimes
	}
	all := make([]int, p.periods+1)
	for t := range all {
		all[t] = t
	}
	return all
}

// resolve turns a request's names into integers.
func (p *Program) resolve(r *Request) ([]*scenario, []int, error) {
	var scenarios []*scenario
	names := r.Scenarios
	if len(names) == 0 {
		for _, s := range p.world.Scenarios {
			names = append(names, s.ID)
		}
	}
	for _, id := range names {
		s, ok := p.scenarios[id]
		if !ok {
			return nil, nil, fmt.Errorf("sim: there is no scenario %q", id)
		}
		scenarios = append(scenarios, s)
	}
	var measures []int
	if len(r.Measures) == 0 {
		for i := range p.measures {
			measures = append(measures, i)
		}
	}
	for _, name := range r.Measures {
		i := slices.IndexFunc(p.measures, func(m measure) bool { return m.name == name })
		if i < 0 {
			return nil, nil, fmt.Errorf("sim: there is no measure %q", name)
		}
		measures = append(measures, i)
	}
	return scenarios, measures, nil
}

// Play plays a request and hands over its blocks in the order of the worlds,
// one at a time; a block may be used again once sink has returned. A cancelled
// context stops it between batches, with everything handed over that was whole
// and in order.
func (p *Program) Play(ctx context.Context, r *Request, sink func(*result.Block) error) error {
	scenarios, measures, err := p.resolve(r)
	if err != nil {
		return err
	}
	for _, t := range r.OnlyTimes {
		if t < 0 || t > p.periods {
			return fmt.Errorf("sim: there is no point %d in time; there are 0 to %d", t, p.periods)
		}
	}
	if r.Worlds <= 0 || r.Replicates <= 0 || r.Points == nil {
		return fmt.Errorf("sim: %d worlds and %d replicates cannot be played", r.Worlds, r.Replicates)
	}
	size := r.Batch
	if size <= 0 {
		size = max(1, lanesAtOnce/r.Replicates)
	}
	size = min(size, r.Worlds)
	batches := (r.Worlds + size - 1) / size
	workers := r.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, batches)
	run := &running{p: p, r: r, scenarios: scenarios, measures: measures, wired: p.wire(r.Cut), times: p.times(r), size: size, batches: batches}
	return run.play(ctx, workers, sink)
}

// running is a request under way.
type running struct {
	p         *Program
	r         *Request
	scenarios []*scenario
	measures  []int
	wired     *wiring
	times     []int
	size      int
	batches   int
}

// play shares the batches out to workers and hands their blocks over in order.
// No more blocks exist than twice the workers, so memory does not grow with the
// number of worlds.
func (run *running) play(ctx context.Context, workers int, sink func(*result.Block) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	free := make(chan *result.Block, 2*workers)
	for range 2 * workers {
		free <- nil
	}
	type task struct {
		number int
		block  *result.Block
	}
	tasks, done := make(chan task), make(chan task, 2*workers)
	go func() {
		defer close(tasks)
		for i := range run.batches {
			select {
			case <-ctx.Done():
				return
			case block := <-free:
				select {
				case tasks <- task{i, block}:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	var working sync.WaitGroup
	for range workers {
		working.Go(func() {
			b := newBatch(run.p, run.wired, chance.NewStream(run.r.Seed), run.size, run.r.Replicates)
			for t := range tasks {
				done <- task{t.number, run.playBatch(b, t.number, t.block)}
			}
		})
	}
	go func() {
		working.Wait()
		close(done)
	}()
	waiting := map[int]*result.Block{}
	next := 0
	var failed error
	for t := range done {
		waiting[t.number] = t.block
		for block := waiting[next]; block != nil && failed == nil; block = waiting[next] {
			delete(waiting, next)
			next++
			if failed = sink(block); failed != nil {
				stop()
			}
			free <- block
		}
	}
	if failed != nil {
		return failed
	}
	if next < run.batches {
		return context.Cause(ctx)
	}
	return nil
}

// playBatch plays one batch under every scenario into a block.
func (run *running) playBatch(b *batch, number int, block *result.Block) *result.Block {
	first := number * run.size
	worlds := min(run.size, run.r.Worlds-first)
	if block == nil || block.Worlds != worlds {
		block = result.NewBlock(0, worlds, len(run.scenarios), len(run.measures), len(run.times), len(run.p.world.Factors))
	}
	block.First = run.r.First + first
	b.open(run.r.Points, block.First, worlds, max(1, run.r.Shared))
	clash := slices.ContainsFunc(run.measures, func(m int) bool { return run.p.measures[m].kind == measureClash })
	for i, sc := range run.scenarios {
		b.playScenario(sc, &recorder{measures: run.measures, times: run.times, anyClash: clash, block: block, scenario: i}, false)
	}
	for f := range run.p.world.Factors {
		copy(block.Factor(f), b.draws[f][:worlds])
	}
	b.report(block)
	return block
}

// playScenario plays every period of a scenario on all lanes (§4). Whether the
// state has stayed finite is looked at only at the end: where it has not, the
// scenario is played again with a look after every period, to say where it was
// left first.
func (b *batch) playScenario(sc *scenario, r *recorder, looking bool) {
	b.state.copyFrom(&b.opening, b.lanes)
	b.tally.reset()
	looked := b.p.lookedAt(b.wired, sc)
	b.record(r, 0)
	for period := range b.p.periods {
		b.beginPeriod()
		b.strengthsOf(looked, b.lanes)
		b.calendar(sc, period)
		b.chooseSupport(period)
		b.exchange(period, b.lanes)
		b.votes(sc, period)
		b.snapshot()
		b.playTheatres(sc, period)
		b.learn()
		b.tallyHazards(r)
		if looking {
			b.fails.look(b, sc, period)
		}
		b.record(r, period+1)
	}
	if !looking && !b.finite() {
		b.playScenario(sc, r, true)
	}
}

// beginPeriod empties what a period gathers.
func (b *batch) beginPeriod() {
	sc := &b.scratch
	for n := range b.p.theatres {
		clear(sc.lesson[n][:b.lanes])
		clear(sc.warEnded[n][:b.lanes])
		clear(sc.wasAtWar[n][:b.lanes])
		copy(sc.endedBefore[n][:b.lanes], b.state.ended[n][:b.lanes])
	}
}

// snapshot remembers what had happened before the theatres are played.
func (b *batch) snapshot() {
	sc, st := &b.scratch, &b.state
	for n := range b.p.theatres {
		copy(sc.crisesBefore[n][:b.lanes], st.crises[n])
		copy(sc.warsBefore[n][:b.lanes], st.warsBegun[n])
		copy(sc.resumedBefore[n][:b.lanes], st.resumed[n])
		for l, ended := range st.ended[n][:b.lanes] {
			sc.afterWar[n][l] = mark(ended > 0)
		}
	}
	for s := range b.p.supports {
		copy(sc.fightsBefore[s][:b.lanes], st.fightsBegun[s])
	}
}

// failures is the worlds of a batch that are left out, and why.
type failures struct {
	why []*result.Failure
}

func (f *failures) reset(worlds int) {
	f.why = slices.Grow(f.why[:0], worlds)[:worlds]
	clear(f.why)
}

// finite reports whether every lane has stayed in the finite range: what leaves
// it in the state or in a life table does not come back.
func (b *batch) finite() bool {
	st := &b.state
	odd := 0.0
	for _, rows := range [][][]float64{st.stock, st.production, st.share, st.belief, st.alpha, st.beta, st.flowed, st.flowGrowth, st.bargain, st.acceptC, st.acceptD} {
		for _, row := range rows {
			for _, v := range row[:b.lanes] {
				odd += v - v
			}
		}
	}
	for _, tables := range [][]survival{b.tally.crisis, b.tally.war, b.tally.relapse, b.tally.fight, b.tally.clash} {
		for i := range tables {
			for _, v := range tables[i].without[:b.worlds] {
				odd += v - v
			}
		}
	}
	return odd == 0
}

// input fails a world in which a number left its domain.
func (f *failures) input(w int, n *world.Number, v float64) {
	if f.why[w] != nil {
		return
	}
	f.why[w] = &result.Failure{Where: n.Path, Detail: fmt.Sprintf("%s is %g, which is not %s", n.Path, v, article(n.Domain))}
}

func article(d world.Domain) string {
	switch d {
	case world.Probability:
		return "from 0 to 1"
	case world.Positive:
		return "zero or more"
	default:
		return "a finite number"
	}
}

// look fails the worlds whose state has left the finite range: which rule,
// where and when.
func (f *failures) look(b *batch, sc *scenario, period int) {
	st := &b.state
	for k := range b.p.stocks {
		where := "actor." + b.p.actors[b.p.stocks[k].actor].id + ".means." + b.p.world.Kinds[b.p.stocks[k].kind].ID
		f.finite(b, st.stock[k], 2, where, "stock", sc, period)
		f.finite(b, st.production[k], 3, where, "production", sc, period)
	}
	for n := range b.p.theatres {
		where := "theatre." + b.p.theatres[n].id
		f.finite(b, st.share[n], 11, where, "share of the stake", sc, period)
		f.finite(b, b.scratch.hazardWar[n], 9, where, "hazard of war", sc, period)
		f.finite(b, b.scratch.hazardCrisis[n], 9, where, "hazard of a crisis", sc, period)
		f.finite(b, st.bargain[n], 13, where, "offer", sc, period)
		f.finite(b, st.acceptC[n], 13, where, "acceptance", sc, period)
		f.finite(b, st.acceptD[n], 13, where, "acceptance", sc, period)
		f.finite(b, st.belief[n], 17, where, "belief", sc, period)
		f.finite(b, st.alpha[n], 18, where, "expectation of relief", sc, period)
		f.finite(b, st.beta[n], 18, where, "expectation of relief", sc, period)
	}
	for i := range b.p.flows {
		f.finite(b, st.flowed[i], 4, "flow."+b.p.flows[i].id, "flow", sc, period)
	}
}

func (f *failures) finite(b *batch, row []float64, rule int, where, what string, sc *scenario, period int) {
	odd := 0.0
	for _, v := range row[:b.lanes] {
		odd += v - v
	}
	if odd == 0 {
		return
	}
	for l, v := range row[:b.lanes] {
		if w := b.worldOf[l]; v-v != 0 && f.why[w] == nil {
			f.why[w] = &result.Failure{
				Rule: rule, Where: where, Scenario: sc.id, Period: period,
				Detail: fmt.Sprintf("the %s of %s left the finite range (rule %d) under %s in %s", what, where, rule, sc.id, b.p.world.Label(period)),
			}
		}
	}
}

// report writes failures and notes into a block.
func (b *batch) report(block *result.Block) {
	block.Failures = block.Failures[:0]
	for w, why := range b.fails.why {
		block.Failed[w] = why != nil
		if why == nil {
			continue
		}
		why.World = block.First + w
		why.Factors = map[string]float64{}
		for f, factor := range b.p.world.Factors {
			why.Factors[factor.Name] = b.draws[f][w]
		}
		block.Failures = append(block.Failures, *why)
	}
	block.Notes = block.Notes[:0]
	for _, key := range b.sortedNotes() {
		note := result.Note{ID: key.id, Where: key.where}
		for w, t := range b.notes[key] {
			if block.Failed[w] {
				continue
			}
			note.Times, note.Of = note.Times+t.times, note.Of+t.of
			if t.times > 0 {
				note.Worlds++
			}
		}
		if note.Worlds > 0 {
			block.Notes = append(block.Notes, note)
		}
	}
}

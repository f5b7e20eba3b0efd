package sim

import (
	"parley/chance"
	"parley/theory"
)

// status of a theatre on a lane.
const (
	quiet uint8 = iota
	atWar
)

// batch is one worker's room: some worlds times their replicates, as lanes.
// Lane r·worlds + w is replicate r of the batch's world w.
type batch struct {
	p           *Program
	wired       *wiring
	stream      chance.Stream
	replicates  int
	worlds      int      // of this batch
	width       int      // worlds there is room for
	lanes       int      // worlds × replicates
	room        int      // lanes there is room for
	first       int      // number of the first world
	worldOf     []int32  // [lane] in the batch
	worldNumber []uint32 // [lane] in the run
	replicateOf []uint32

	draws [][]float64 // [factor][world]
	val   *values

	derived derived
	state   state
	opening state // as the worlds open, before chance and scenarios
	tally   tally
	scratch scratch
	fails   failures
	notes   map[noteKey]map[int]tries
	tabled  []tabled // this period
}

type noteKey struct{ id, where string }

// tries is how often something happened in a world, of how often it could have.
type tries struct{ times, of int }

// derived is what follows from a world's numbers alone, once a batch.
type derived struct {
	kept       [][]float64 // [stock][world] exp(−wear·Δ)
	growth     [][]float64 // [flow][world] factor an active period
	remembered [][]float64 // [theatre][world]
	scarceKept [][]float64 // [actor][world]
	scarceBase [][]float64 // [actor][world] Z*
	aidUnit    [][]float64 // [support][world] A_s: strength that a year of aid brings
	aidTotal   [][]float64 // [support][world] bn USD a year at level 1
	aidUsable  [][]float64 // [support][kind of its aid · room for worlds] usable bn USD a year at level 1
	aidAll     [][]float64 // [actor][world] the same over its uncut supports
	holdings   [][]float64 // [release][world] what the released actor has at the opening
	wealth     [][]float64 // [actor][world] the same for proxies
	mu         [][]float64 // [theatre][world] μ₀
	fade       [][]float64 // [theatre][world] exp(−μ₀H)
	crisis     [][]theory.Crisis
	before     [][]theory.Anchors // [theatre][world] before any war
	after      [][]theory.Anchors // after a war
	belief     [][]float64        // [theatre][world] b at the opening
	pOpening   [][]float64        // [theatre][world] p at the opening, lead aside
	reopen     [][]float64        // [theatre][world] constant of reopening
	talks      [][]float64        // [theatre][world] κ
	issues     [][]theory.Issue   // [theatre][world·issues]
	order      [][]int            // [theatre][world·issues] Pareto order
	sustain    [][]theory.Sustaining
	supportsAt [][]theory.SupportAnchors
	logRho     [][]float64 // [theatre][world] at the opening
	ratio      [][]float64 // [theatre][world] M_C/M_D at the opening
	passes     [][]float64
	mixedForm  []bool // [theatre] whether any world mixes the forms of contest
}

// state is what changes, one array over lanes each (docs/model.md §3).
type state struct {
	stock, production, net [][]float64 // [stock]
	scarce                 [][]float64 // [actor] Z
	resolute               [][]uint8   // [actor]

	share, favour          [][]float64 // [theatre]
	granted                [][]float64 // Σ w_D·z of the terms in force
	bargain                [][]float64 // F the first war ended with, or on offer
	status                 [][]uint8
	since                  [][]int32 // periods since the status last changed
	ended                  [][]int32 // wars ended
	guarantee              [][]float64
	limits, relief         [][]float64
	neutrality, monitored  [][]float64
	imposed                [][]float64
	terms                  [][]float64 // [theatre][issue·lanes]
	promise                [][]float64
	promisedAt, takes      [][]int32
	alpha, beta            [][]float64
	relieved               [][]float64 // e, kept beside them
	belief, prior          [][]float64
	rhoStart, ratioStart   [][]float64
	pressC, pressD, talks  [][]float64
	acceptC, acceptD       [][]float64
	warsBegun, fightsBegun [][]uint8 // [theatre], [support]: since the opening
	crises                 [][]uint8
	resumed                [][]uint8

	level, threat, expected [][]float64 // [support]
	fixed                   [][]uint8
	answer                  [][]uint8 // [support] theory.Answer in the present war

	flowGrowth, flowScale, flowed [][]float64   // [flow]
	history                       [][][]float64 // [flow][lag] activity × growth

	passSum, passCount [][]float64 // [body]
	eventUntil         [][]int32   // [event of the scenario] first period in which it no longer acts
	whenDone           [][]uint8   // [when step]

	years, quietYears [][]float64 // [theatre] at war, quiet
	given             [][]float64 // [support] level × m × years
	giving            [][]float64 // [support] level × m in the last period
}

// scratch is room for a period's intermediate values.
type scratch struct {
	strengthC, strengthD [][]float64 // [theatre]
	potential            [][]float64 // [support] G
	fighting             [][]float64 // [actor] in how many theatres it fights
	busy                 []bool      // [actor] on any lane
	remaining            [][]float64 // [actor] 1 − dev
	remainingFor         []int       // [actor] what that holds for: see batch.remaining
	released             [][]float64 // [release] 0, or how much of it there is
	arrivals, sent       [][]float64 // [stock]
	activity             [][]float64 // [flow] h·w of this period
	effect               [][]float64 // [flow] h·w that takes effect
	money                [][]float64 // [flow] amount
	loss                 [][]float64 // [stock] share kept; 1 between periods
	lost                 []bool      // [stock] on any lane
	lesson               [][]float64 // [theatre] Σd
	warEnded             [][]uint8   // [theatre] this period
	endedWith            [][]float64 // [theatre] favourability of the terms it ended with
	endedBefore          [][]int32   // [theatre] wars ended before this period
	wasAtWar             [][]uint8   // [theatre] during this period
	changed              [][]uint8   // [theatre] status changed in step 5
	crisesBefore         [][]uint8   // [theatre] a crisis before this period
	warsBefore           [][]uint8   // [theatre] a new war before this period
	resumedBefore        [][]uint8   // [theatre] a war resumed before this period
	fightsBefore         [][]uint8   // [support] fought in a new war before this period
	afterWar             [][]uint8   // [theatre] a war had ended when step 5 began
	hazardCrisis         [][]float64 // [theatre]
	hazardWar            [][]float64
	hazardFight          [][]float64 // [support]
	hazardClash          [][]float64 // [support]
	board                board
	front                front
	sum, inflow          []float64
	counting             []float64
	hazardSum, left      []float64   // by world
	plainLog, startLog   [][]float64 // [theatre] ln(M_C/M_D) now and at the war's start, where a flow asks
	quiet, war           []int32
	z                    []float64
	assents, reach       []float64
}

// grid makes n arrays of the given length in one piece.
func grid[T any](n, length int) [][]T {
	flat := make([]T, n*length)
	rows := make([][]T, n)
	for i := range rows {
		rows[i] = flat[i*length : (i+1)*length : (i+1)*length]
	}
	return rows
}

func newBatch(p *Program, wired *wiring, stream chance.Stream, worlds, replicates int) *batch {
	b := &batch{p: p, wired: wired, stream: stream, replicates: replicates, width: worlds, room: worlds * replicates}
	lanes := b.room
	b.worldOf, b.worldNumber, b.replicateOf = make([]int32, lanes), make([]uint32, lanes), make([]uint32, lanes)
	b.draws = grid[float64](len(p.world.Factors), worlds)
	b.val = newValues(p.columns, worlds)
	b.derived = newDerived(p, worlds)
	b.state = newState(p, lanes)
	b.opening = newState(p, lanes)
	b.tally = newTally(p, worlds)
	b.scratch = newScratch(p, lanes)
	b.notes = map[noteKey]map[int]tries{}
	return b
}

func newDerived(p *Program, worlds int) derived {
	n, s, f, a, k := len(p.theatres), len(p.supports), len(p.flows), len(p.actors), len(p.stocks)
	d := derived{
		kept: grid[float64](k, worlds), growth: grid[float64](f, worlds), remembered: grid[float64](n, worlds),
		scarceKept: grid[float64](a, worlds), scarceBase: grid[float64](a, worlds), aidUnit: grid[float64](s, worlds),
		aidTotal: grid[float64](s, worlds), aidAll: grid[float64](a, worlds), holdings: grid[float64](len(p.releases), worlds),
		wealth: grid[float64](a, worlds), mu: grid[float64](n, worlds), fade: grid[float64](n, worlds),
		crisis: grid[theory.Crisis](n, worlds), before: grid[theory.Anchors](n, worlds), after: grid[theory.Anchors](n, worlds),
		belief: grid[float64](n, worlds), pOpening: grid[float64](n, worlds), reopen: grid[float64](n, worlds),
		talks: grid[float64](n, worlds), sustain: grid[theory.Sustaining](s, worlds), supportsAt: grid[theory.SupportAnchors](s, worlds),
		logRho: grid[float64](n, worlds), ratio: grid[float64](n, worlds), passes: grid[float64](len(p.bodies), worlds),
	}
	d.mixedForm = make([]bool, n)
	for i := range p.supports {
		d.aidUsable = append(d.aidUsable, make([]float64, worlds*len(p.supports[i].aid)))
	}
	for i := range p.theatres {
		d.issues = append(d.issues, make([]theory.Issue, worlds*len(p.theatres[i].issues)))
		d.order = append(d.order, make([]int, worlds*len(p.theatres[i].issues)))
	}
	return d
}

func newState(p *Program, lanes int) state {
	n, s, f, a, k := len(p.theatres), len(p.supports), len(p.flows), len(p.actors), len(p.stocks)
	events, whens := 0, 0
	for _, sc := range p.scenarios {
		events, whens = max(events, len(sc.events)), max(whens, len(sc.whens))
	}
	numbers := func(rows int) [][]float64 { return grid[float64](rows, lanes) }
	flags := func(rows int) [][]uint8 { return grid[uint8](rows, lanes) }
	counts := func(rows int) [][]int32 { return grid[int32](rows, lanes) }
	st := state{
		stock: numbers(k), production: numbers(k), net: numbers(k), scarce: numbers(a), resolute: flags(a),
		share: numbers(n), favour: numbers(n), granted: numbers(n), bargain: numbers(n), status: flags(n), since: counts(n), ended: counts(n),
		guarantee: numbers(n), limits: numbers(n), relief: numbers(n), neutrality: numbers(n), monitored: numbers(n), imposed: numbers(n),
		promise: numbers(n), promisedAt: counts(n), takes: counts(n), alpha: numbers(n), beta: numbers(n), relieved: numbers(n),
		belief: numbers(n), prior: numbers(n), rhoStart: numbers(n), ratioStart: numbers(n),
		pressC: numbers(n), pressD: numbers(n), talks: numbers(n), acceptC: numbers(n), acceptD: numbers(n),
		warsBegun: flags(n), fightsBegun: flags(s), crises: flags(n), resumed: flags(n),
		level: numbers(s), threat: numbers(s), expected: numbers(s), fixed: flags(s), answer: flags(s),
		flowGrowth: numbers(f), flowScale: numbers(f), flowed: numbers(f),
		passSum: numbers(len(p.bodies)), passCount: numbers(len(p.bodies)),
		eventUntil: counts(events), whenDone: flags(whens), years: numbers(n), quietYears: numbers(n), given: numbers(s), giving: numbers(s),
	}
	for i := range p.theatres {
		st.terms = append(st.terms, make([]float64, len(p.theatres[i].issues)*lanes))
	}
	for i := range p.flows {
		st.history = append(st.history, grid[float64](p.flows[i].lag, lanes))
	}
	return st
}

func newScratch(p *Program, lanes int) scratch {
	n, s, f, a, k := len(p.theatres), len(p.supports), len(p.flows), len(p.actors), len(p.stocks)
	numbers := func(rows int) [][]float64 { return grid[float64](rows, lanes) }
	issues, members, weight := 0, 0, 0
	for i := range p.theatres {
		issues = max(issues, len(p.theatres[i].issues))
	}
	for i := range p.bodies {
		members, weight = max(members, len(p.bodies[i].members)), max(weight, p.bodies[i].total)
	}
	room := scratch{
		strengthC: numbers(n), strengthD: numbers(n), potential: numbers(s), fighting: numbers(a), busy: make([]bool, a), remaining: numbers(a), remainingFor: make([]int, a), released: numbers(len(p.releases)),
		arrivals: numbers(k), sent: numbers(k), activity: numbers(f), effect: numbers(f), money: numbers(f), loss: numbers(k),
		lesson: numbers(n), warEnded: grid[uint8](n, lanes), endedWith: numbers(n), endedBefore: grid[int32](n, lanes), wasAtWar: grid[uint8](n, lanes), changed: grid[uint8](n, lanes), crisesBefore: grid[uint8](n, lanes), warsBefore: grid[uint8](n, lanes),
		resumedBefore: grid[uint8](n, lanes), fightsBefore: grid[uint8](s, lanes), afterWar: grid[uint8](n, lanes),
		hazardCrisis: numbers(n), hazardWar: numbers(n), hazardFight: numbers(s), hazardClash: numbers(s),
		board: newBoard(lanes), front: newFront(lanes),
		sum: make([]float64, lanes), inflow: make([]float64, lanes), counting: make([]float64, lanes), hazardSum: make([]float64, lanes), left: make([]float64, lanes), plainLog: numbers(n), startLog: numbers(n), quiet: make([]int32, 0, lanes), war: make([]int32, 0, lanes),
		z: make([]float64, issues), assents: make([]float64, members), reach: make([]float64, weight+1), lost: make([]bool, k),
	}
	for _, row := range room.loss {
		fill(row, 1)
	}
	return room
}

// copyLanes copies the first lanes of every array of a state.
func (st *state) copyFrom(o *state, lanes int) {
	copyGrid(st.stock, o.stock, lanes)
	copyGrid(st.production, o.production, lanes)
	copyGrid(st.net, o.net, lanes)
	copyGrid(st.scarce, o.scarce, lanes)
	copyGrid(st.resolute, o.resolute, lanes)
	for _, pair := range [][2][][]float64{
		{st.share, o.share},
		{st.favour, o.favour},
		{st.granted, o.granted},
		{st.bargain, o.bargain},
		{st.guarantee, o.guarantee},
		{st.limits, o.limits},
		{st.relief, o.relief},
		{st.neutrality, o.neutrality},
		{st.monitored, o.monitored},
		{st.imposed, o.imposed},
		{st.promise, o.promise},
		{st.relieved, o.relieved},
		{st.alpha, o.alpha},
		{st.beta, o.beta},
		{st.belief, o.belief},
		{st.prior, o.prior},
		{st.rhoStart, o.rhoStart},
		{st.ratioStart, o.ratioStart},
		{st.pressC, o.pressC},
		{st.pressD, o.pressD},
		{st.talks, o.talks},
		{st.acceptC, o.acceptC},
		{st.acceptD, o.acceptD},
		{st.level, o.level},
		{st.threat, o.threat},
		{st.expected, o.expected},
		{st.flowGrowth, o.flowGrowth},
		{st.flowScale, o.flowScale},
		{st.flowed, o.flowed},
		{st.passSum, o.passSum},
		{st.passCount, o.passCount},
		{st.years, o.years},
		{st.quietYears, o.quietYears},
		{st.given, o.given},
		{st.giving, o.giving},
	} {
		copyGrid(pair[0], pair[1], lanes)
	}
	for _, pair := range [][2][][]uint8{
		{st.status, o.status},
		{st.warsBegun, o.warsBegun},
		{st.fightsBegun, o.fightsBegun},
		{st.crises, o.crises},
		{st.resumed, o.resumed},
		{st.fixed, o.fixed},
		{st.answer, o.answer},
		{st.whenDone, o.whenDone},
	} {
		copyGrid(pair[0], pair[1], lanes)
	}
	for _, pair := range [][2][][]int32{
		{st.since, o.since}, {st.ended, o.ended}, {st.promisedAt, o.promisedAt}, {st.takes, o.takes}, {st.eventUntil, o.eventUntil},
	} {
		copyGrid(pair[0], pair[1], lanes)
	}
	for i := range st.terms {
		copy(st.terms[i], o.terms[i])
	}
	for i := range st.history {
		copyGrid(st.history[i], o.history[i], lanes)
	}
}

func copyGrid[T any](to, from [][]T, lanes int) {
	for i := range to {
		copy(to[i][:lanes], from[i][:lanes])
	}
}

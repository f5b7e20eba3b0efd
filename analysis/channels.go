package analysis

import (
	"context"
	"fmt"
	"math"
	"slices"

	"parley/chance"
	"parley/result"
	"parley/world"
)

// Bounds of the work of [Channels].
const (
	exactChannels      = 10       // up to which all coalitions are played
	usualPermutations  = 32       // beyond
	channelBytes       = 32 << 20 // what the effects kept may take
	shownInteractions  = 5
	permutationsFactor = "analysis.channels.permutation" // names the random numbers of the sampling
)

// ChannelFindings says what a claim rests on: how its effect, and the share of
// worlds in which it holds, are made up of the channels of the links (rule 26).
//
// A channel's part is its Shapley value: what it adds to a set of other channels,
// averaged over all orders in which channels could be put in. With the value that
// remains when all are cut, the parts add up to the total. Standard errors are
// over worlds, and where permutations were sampled over these too.
type ChannelFindings struct {
	Claim        string        `json:"claim"`
	Channels     []string      `json:"channels"`
	Worlds       int           `json:"worlds"`       // all runs counted
	LeftOut      int           `json:"left_out"`     // failed in one of the runs
	Exact        bool          `json:"exact"`        // all sets of channels were played
	Permutations int           `json:"permutations"` // otherwise: how many orders were tried
	Runs         int           `json:"runs"`         // sets of channels played
	Partial      bool          `json:"partial"`      // stopped before its end: parts may be missing
	Effects      []Attribution `json:"effects"`      // of each test's mean effect
	Holds        *Attribution  `json:"holds"`        // of the share of worlds in which the claim holds
}

// Attribution splits a value among the channels.
type Attribution struct {
	Measure      string        `json:"measure,omitempty"`
	Unit         string        `json:"unit"`
	Total        *Estimate     `json:"total"`   // with all links
	Without      *Estimate     `json:"without"` // with all cut: what remains is not carried by any channel
	Parts        []Part        `json:"parts"`   // the largest first
	Interactions []Interaction `json:"interactions"`
	// Together is what the channels bring beyond what each brings alone:
	// the total, less without, less the sum of alone.
	Together *Estimate `json:"together"`
}

// Part is what one channel carries. What was not played is nil.
type Part struct {
	Channel string    `json:"channel"`
	Value   *Estimate `json:"value"` // Shapley value
	Alone   *Estimate `json:"alone"` // what it brings when all others are cut
	Last    *Estimate `json:"last"`  // what is lost when it alone is cut
}

// Interaction is what two channels bring together beyond what each brings.
type Interaction struct {
	A     string   `json:"a"`
	B     string   `json:"b"`
	Value Estimate `json:"value"`
}

// ChannelsOf lists the channels of a world's links in alphabetical order.
func ChannelsOf(w *world.World) []string {
	var names []string
	add := func(name string) {
		if name != "" {
			names = append(names, name)
		}
	}
	for _, l := range w.Supports {
		add(l.Channel)
	}
	for _, l := range w.Flows {
		add(l.Channel)
	}
	for _, l := range w.Watches {
		add(l.Channel)
	}
	for _, l := range w.Precedents {
		add(l.Channel)
	}
	for _, l := range w.Releases {
		add(l.Channel)
	}
	for _, a := range w.Actors {
		if a.Capacity != nil {
			add(a.Capacity.Channel)
		}
	}
	return sorted(names)
}

// Channels finds what a claim rests on, by playing it with sets of channels cut.
// Up to ten channels all sets are played; beyond, sets along random orders, each
// with its reverse (Mitchell et al. 2022, "Sampling permutations for Shapley value
// estimation"). Each set is played in the same worlds under the same chance.
// Beside an error it returns what it had found before.
func Channels(ctx context.Context, runner Runner, w *world.World, claim string, o Options) (*ChannelFindings, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	g, err := newGame(runner, w, claim, o)
	if err != nil {
		return nil, err
	}
	err = g.play(ctx)
	return g.findings(err != nil), err
}

// game is a claim whose players are channels.
type game struct {
	player   player
	w        *world.World
	claim    *world.Claim
	trials   []trial
	channels []string
	orders   [][]int // permutations to sample, each before its reverse; nil: exact
	request  Request
	header   *result.Header

	left    []bool                    // worlds to be left out
	margins [][]float64               // by test: of each world, or one for all
	values  [][]float64               // by test: the number it is against
	apart   bool                      // some test cuts channels in its reference only
	under   map[coalition][][]float64 // by coalition, test, world; the effect itself unless apart
	against map[coalition][][]float64 // only where apart
}

func newGame(runner Runner, w *world.World, id string, o Options) (*game, error) {
	claims, err := chosenClaims(w, []string{id})
	if err != nil {
		return nil, err
	}
	g := &game{
		player: player{runner: runner, progress: o.Progress}, w: w, claim: claims[0], channels: ChannelsOf(w),
		under: map[coalition][][]float64{}, against: map[coalition][][]float64{},
	}
	if len(g.channels) > 64 {
		return nil, fmt.Errorf("the world has %d channels; at most 64 can be told apart", len(g.channels))
	}
	for _, t := range g.claim.Tests {
		g.trials = append(g.trials, newTrial(w, t))
		g.apart = g.apart || len(t.Without) > 0
	}
	all, err := runner.Header(o.request())
	if err != nil {
		return nil, err
	}
	if missing := (vocabulary{all, w}).missing(g.trials); missing != "" {
		return nil, fmt.Errorf("claim %s: %s", id, missing)
	}
	g.settle(&o)
	if g.header, err = runner.Header(g.request); err != nil {
		return nil, err
	}
	return g, nil
}

// settle decides on the runs: what is asked of each, and in how many worlds, so
// that the effects kept stay within bounds.
func (g *game) settle(o *Options) {
	g.request = o.request()
	run := playing{}
	for i := range g.trials {
		for _, s := range []*side{&g.trials[i].under, &g.trials[i].against} {
			for _, t := range s.terms() {
				run.scenarios = with(run.scenarios, t.scenario)
				run.measures = with(run.measures, t.measure)
				run.times = with(run.times, t.time)
			}
		}
	}
	slices.Sort(run.times)
	g.request.Scenarios, g.request.Measures, g.request.OnlyTimes = run.scenarios, run.measures, run.times
	if len(g.channels) > exactChannels {
		g.orders = permutations(len(g.channels), o)
	}
	perWorld := 8 * len(g.coalitions()) * max(1, len(g.trials))
	if g.apart {
		perWorld *= 2
	}
	g.request.Worlds = min(o.Worlds, max(1, channelBytes/perWorld))
	g.left = make([]bool, g.request.Worlds)
}

// permutations draws orders of the channels, keyed by the seed, each followed by
// its reverse.
func permutations(n int, o *Options) [][]int {
	count := o.Permutations
	if count <= 0 {
		count = usualPermutations
	}
	stream := chance.NewStream(o.Seed).Factor(permutationsFactor)
	var orders [][]int
	for k := range (count + 1) / 2 {
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		for i := n - 1; i > 0; i-- { // Fisher & Yates
			j := int(stream.Uniform(uint32(k*n+i)) * float64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		reverse := slices.Clone(order)
		slices.Reverse(reverse)
		orders = append(orders, order, reverse)
	}
	return orders
}

// coalitions lists the sets to play, in the order in which they say most: all,
// none, each alone, each missing, then the rest.
func (g *game) coalitions() []coalition {
	n := len(g.channels)
	all := everyone(n)
	list := []coalition{all, 0}
	for i := range n {
		list = append(list, 1<<i)
	}
	for i := range n {
		list = append(list, all&^(1<<i))
	}
	if g.orders == nil {
		for c := range all + 1 {
			list = append(list, c)
		}
	}
	for _, order := range g.orders {
		c := coalition(0)
		for _, i := range order {
			c |= 1 << i
			list = append(list, c)
		}
	}
	if g.apart { // the references are sets too
		for _, c := range slices.Clone(list) {
			for i := range g.trials {
				list = append(list, g.reference(c, i))
			}
		}
	}
	seen := map[coalition]bool{}
	return slices.DeleteFunc(list, func(c coalition) bool {
		was := seen[c]
		seen[c] = true
		return was
	})
}

// reference is the set of channels that are there in the reference of a test.
func (g *game) reference(c coalition, test int) coalition {
	for _, name := range g.trials[test].against.cut {
		if i := slices.Index(g.channels, name); i >= 0 {
			c &^= 1 << i
		}
	}
	return c
}

func (g *game) cut(c coalition) []string {
	var names []string
	for i, name := range g.channels {
		if !c.has(i) {
			names = append(names, name)
		}
	}
	return names
}

func (g *game) play(ctx context.Context) error {
	list := g.coalitions()
	for range list {
		g.player.expect(&g.request)
	}
	for _, c := range list {
		if err := g.playOne(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

func (g *game) playOne(ctx context.Context, c coalition) error {
	r := g.request
	r.Cut = g.cut(c)
	rec, err := g.newRecorder()
	if err != nil {
		return err
	}
	_, err = g.player.play(ctx, &r, func(b *result.Block) error {
		rec.take(b, b.First-r.First)
		return nil
	})
	if err != nil {
		return err
	}
	for i, bad := range rec.left {
		g.left[i] = g.left[i] || bad
	}
	g.under[c] = rec.under
	if g.apart {
		g.against[c] = rec.against
	}
	if g.margins == nil {
		g.margins, g.values = rec.margins, rec.values
	}
	return nil
}

// recorder takes down both sides of every test in one run.
type recorder struct {
	g               *game
	first           bool
	numbers         numbers
	axis            axis
	left            []bool
	under, against  [][]float64
	margins, values [][]float64
}

func (g *game) newRecorder() (*recorder, error) {
	a, err := newAxis(g.header, g.w, g.request.OnlyTimes)
	if err != nil {
		return nil, err
	}
	rec := &recorder{g: g, first: g.margins == nil, numbers: newNumbers(g.w, g.header), axis: a, left: make([]bool, g.request.Worlds)}
	rec.under = g.sheet()
	if g.apart {
		rec.against = g.sheet()
	}
	if rec.first {
		rec.margins, rec.values = g.sheet(), g.sheet()
	}
	return rec, nil
}

// sheet is room for one number per test and world.
func (g *game) sheet() [][]float64 {
	s := make([][]float64, len(g.trials))
	for i := range s {
		s[i] = make([]float64, g.request.Worlds)
	}
	return s
}

func (rec *recorder) take(b *result.Block, from int) {
	for test := range rec.g.trials {
		tr := &rec.g.trials[test]
		for i := range b.Worlds {
			w := from + i
			if b.Failed[i] {
				rec.left[w] = true
				continue
			}
			if rec.first {
				rec.margins[test][w] = rec.numbers.at(tr.test.Margin, b, i)
				rec.values[test][w] = rec.numbers.at(tr.against.number, b, i)
			}
			under, against := rec.amount(&tr.under, b, i), rec.amount(&tr.against, b, i)
			if !usable(under) || !usable(against) {
				rec.left[w] = true
			}
			rec.under[test][w] = under
			if rec.g.apart {
				rec.against[test][w] = against
			} else {
				rec.under[test][w] -= against
			}
		}
	}
}

// amount is a side's value in the i-th world of a block.
func (rec *recorder) amount(s *side, b *result.Block, i int) float64 {
	if s.plus == nil {
		return rec.numbers.at(s.number, b, i)
	}
	v := rec.term(s.plus, b, i)
	if s.minus != nil {
		v -= rec.term(s.minus, b, i)
	}
	return v
}

func (rec *recorder) term(t *term, b *result.Block, i int) float64 {
	h := rec.g.header
	scenario, measure, time := h.ScenarioIndex(t.scenario), h.MeasureIndex(t.measure), rec.axis.index(t.time)
	if scenario < 0 || measure < 0 || time < 0 {
		return math.NaN()
	}
	return b.At(scenario, measure, time)[i]
}

// played reports whether a set's effects are known.
func (g *game) played(c coalition) bool {
	if g.under[c] == nil {
		return false
	}
	if g.apart {
		for i := range g.trials {
			if g.against[g.reference(c, i)] == nil {
				return false
			}
		}
	}
	return true
}

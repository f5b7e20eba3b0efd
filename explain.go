package parley

import (
	"context"
	"slices"
	"strings"

	"parley/analysis"
	"parley/world"
)

// ExplainOptions say how much an explanation may play.
type ExplainOptions struct {
	analysis.Options

	// ChannelWorlds are played with every set of links cut; 0 for as many as some
	// seconds allow.
	ChannelWorlds int

	// Stage, if not nil, is told what is being done. What it returns is told how far
	// that is, and that it has ended.
	Stage func(title string) (tell func(done, total int), end func())
}

// Explanation is what a claim rests on, as far as it has been found.
type Explanation struct {
	Look     *analysis.Table           // a first look at few worlds; nil where all are few
	Findings *analysis.Findings        // the verdict; nil while it is looked for
	Channels *analysis.ChannelFindings // nil while none was played
	// ChannelReplicates is how often chance was played in each world when links were cut.
	ChannelReplicates int
	Reasons           *Reasons // nil while none was found
	Partial           bool     // stopped before its end
}

// Explain finds what a claim rests on, where it fails, what would turn it and what
// to find out next. After every part it hands over what there is. What was found
// before an error, such as that of a cancelled context, comes back beside it.
func (m *Model) Explain(ctx context.Context, claim *world.Claim, o ExplainOptions, part func(*Explanation) error) (*Explanation, error) {
	x := &explaining{m: m, claim: claim, o: o, found: &Explanation{}, part: part}
	for _, step := range []func(context.Context) error{x.look, x.judge, x.cut, x.reason} {
		if err := step(ctx); err != nil {
			x.found.Partial = true
			return x.found, err
		}
	}
	return x.found, nil
}

// explaining is an explanation under way.
type explaining struct {
	m     *Model
	claim *world.Claim
	o     ExplainOptions
	found *Explanation
	part  func(*Explanation) error
}

func (x *explaining) options() analysis.Options {
	o := x.o.Options
	o.Progress = nil
	return o
}

func (x *explaining) stage(title string) (tell func(done, total int), end func()) {
	if x.o.Stage == nil {
		return nil, func() {}
	}
	return x.o.Stage(title)
}

// Worlds of a first look, of the fewest runs that are long enough to give one, and of
// those that tell chance from what is not known.
const (
	lookedAt    = 400
	worthALook  = 2000
	noiseWorlds = 500
)

// look says what few worlds show, so that nobody waits for the first finding.
func (x *explaining) look(ctx context.Context) error {
	if x.o.Worlds < worthALook {
		return nil
	}
	o := x.options()
	o.Worlds = lookedAt
	t, err := analysis.Collect(ctx, x.m, x.m.World, x.claim.ID, o)
	switch {
	case ctx.Err() != nil:
		return nil // the judging that follows tells of it, with what there is
	case err != nil:
		return err
	case t.Len() == 0:
		return nil
	}
	x.found.Look = t
	return x.part(x.found)
}

// judge finds the verdict on the claim alone.
func (x *explaining) judge(ctx context.Context) error {
	o := x.options()
	o.Claims = []string{x.claim.ID}
	o.NoiseWorlds = min(noiseWorlds, x.o.Worlds)
	o.NoSeries = true
	if len(o.Measures) == 0 {
		o.Measures = x.testedMeasures()
	}
	tell, end := x.stage("judging")
	o.Progress = tell
	f, err := x.m.Judge(ctx, o)
	end()
	x.found.Findings = f
	if err != nil {
		return err
	}
	return x.part(x.found)
}

// testedMeasures are those of the claim's tests that a run records; where there is
// none, since coupling is found otherwise, one that every world has.
func (x *explaining) testedMeasures() []string {
	var list []string
	for _, t := range x.claim.Tests {
		if !isCoupling(t.Measure) && !slices.Contains(list, t.Measure) {
			list = append(list, t.Measure)
		}
	}
	if len(list) == 0 {
		list = append(list, "war."+x.m.World.Theatres[0].ID)
	}
	return list
}

func isCoupling(measure string) bool { return strings.HasPrefix(measure, "coupling.") }

// cut finds what the links carry.
func (x *explaining) cut(ctx context.Context) error {
	o := x.options()
	o.Replicates = (o.Replicates + fewerReplicates - 1) / fewerReplicates
	o.Worlds = x.o.ChannelWorlds
	if o.Worlds == 0 {
		o.Worlds = affordable(x.m.World, x.claim, x.o.Worlds, o.Replicates)
	}
	x.found.ChannelReplicates = o.Replicates
	tell, end := x.stage("cutting links")
	o.Progress = tell
	var err error
	x.found.Channels, err = x.m.Channels(ctx, x.claim.ID, o)
	end()
	if err != nil {
		return err
	}
	return x.part(x.found)
}

// reason finds why the claim fares as it does.
func (x *explaining) reason(ctx context.Context) error {
	var err error
	x.found.Reasons, err = x.reasons(ctx)
	if err != nil {
		return err
	}
	return x.part(x.found)
}

// Bounds of the work of cutting links, so that an explanation takes a few
// seconds. Every set of channels is played, so that worlds are dear; what they
// differ in outweighs chance, so replicates are saved on first.
const (
	affordablePlays = 200_000 // worlds, replicates, scenarios and sets of channels, multiplied
	fewerReplicates = 4       // times fewer than for the verdict
	fewestWorlds    = 50
	mostExact       = 10 // channels of which all sets are played
	sampledSets     = 32
)

// affordable chooses in how many worlds links are cut.
func affordable(w *world.World, c *world.Claim, most, replicates int) int {
	scenarios := map[string]bool{}
	for _, t := range c.Tests {
		scenarios[t.Under] = true
		if t.Against != "" {
			scenarios[t.Against] = true
		}
		if isCoupling(t.Measure) {
			scenarios["coupling:all"], scenarios["coupling:stay"] = true, true
		}
	}
	channels := len(analysis.ChannelsOf(w))
	sets := 1 << min(channels, mostExact)
	if channels > mostExact {
		sets = sampledSets * channels
	}
	return min(most, max(fewestWorlds, affordablePlays/(sets*replicates*max(1, len(scenarios)))))
}

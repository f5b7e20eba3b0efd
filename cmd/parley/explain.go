package main

import (
	"context"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley"
	"parley/analysis"
	"parley/diag"
	"parley/internal/report"
	"parley/world"
)

// explain holds the flags of the command.
type explain struct {
	play

	channelWorlds int
}

func newExplain() *cobra.Command {
	e := &explain{}
	cmd := &cobra.Command{
		Use:   "explain DIR CLAIM",
		Short: "Say what a claim rests on, where it fails, what would turn it, and what to find out next",
		Long: "Say what a claim rests on. CLAIM is its name as parley run shows it, the beginning of the name if no other claim begins so, " +
			"or its letter: claims are lettered a, b, c, … in the order in which they stand in the files, file by file in order of name.",
		Example: strings.Join([]string{
			"parley explain examples/linked-theatres a",
			"parley explain examples/linked-theatres force-against-taiwan",
			"parley explain examples/linked-theatres force --channel-worlds 1000",
		}, "\n"),
		Args: arguments(2, 2, "the directory of a world and a claim"),
		RunE: func(cmd *cobra.Command, args []string) error { return e.command(cmd, args[0], args[1]) },
	}
	e.flags(cmd)
	cmd.Flags().IntVar(&e.channelWorlds, "channel-worlds", 0, "worlds to play with every set of links cut; 0 for as many as some seconds allow")
	return cmd
}

func (e *explain) command(cmd *cobra.Command, dir, name string) error {
	if err := e.check(); err != nil {
		return err
	}
	if e.channelWorlds < 0 {
		return wrongCall("--channel-worlds must be at least 1, or 0, not %d", e.channelWorlds)
	}
	m, err := load(dir)
	if err != nil {
		return err
	}
	c, err := claimNamed(m.World, name)
	if err != nil {
		return err
	}
	warn(m, dir, e.quiet)
	style := styleFor(os.Stdout)
	if err := e.announce(style, m, len(m.World.Scenarios)); err != nil {
		return err
	}
	page := &page{style: style, m: m, dir: dir, claim: c, silent: e.json}
	d, err := e.find(cmd.Context(), page)
	if d == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := e.show(page, d); failed != nil {
		return failed
	}
	return outcome(cmd.Context(), err)
}

// claimNamed finds a claim by its name, the beginning of it, or its letter.
func claimNamed(w *world.World, name string) (*world.Claim, error) {
	var ids, begin []string
	claims := report.Order(w)
	letter := strings.Trim(name, "()")
	for i, c := range claims {
		if c.ID == name {
			return c, nil
		}
		if letter == report.Letter(i) {
			letter = c.ID
		}
		ids = append(ids, c.ID)
		if strings.HasPrefix(c.ID, name) && name != "" {
			begin = append(begin, c.ID)
		}
	}
	byID := func(id string) (*world.Claim, error) { return claims[slices.Index(ids, id)], nil }
	switch {
	case slices.Contains(ids, letter):
		return byID(letter)
	case len(begin) == 1:
		return byID(begin[0])
	case len(begin) > 1:
		return nil, wrongCall("%q begins several claims: %s", name, strings.Join(begin, ", "))
	}
	if best, ok := diag.Nearest(name, ids); ok {
		return nil, wrongCall("there is no claim %q; did you mean %q?", name, best)
	}
	return nil, unknown("claim", name, ids, "parley run DIR")
}

// noiseWorlds is how many worlds are played again to tell chance from what is
// not known.
const noiseWorlds = 500

// page writes an explanation part by part, as soon as each is there.
type page struct {
	style  report.Style
	m      *parley.Model
	dir    string
	claim  *world.Claim
	silent bool // a JSON document is wanted
	shown  int  // parts
	whole  bool // what was shown had not been stopped
}

// show writes the parts up to a number that have not been shown.
func (p *page) show(d *report.ExplainDocument, upTo int) error {
	if p.silent {
		return nil
	}
	w := p.m.World
	parts := []func() string{
		func() string { return report.ExplainHead(p.style, w, d) },
		func() string { return report.ExplainLinks(p.style, w, p.claim, d) },
		func() string {
			return report.ExplainEnd(p.style, w, p.dir, p.claim, d, report.RestsOf(w, p.m.Problems))
		},
	}
	for ; p.shown < upTo; p.shown++ {
		text := parts[p.shown]()
		if text == "" {
			continue
		}
		if d.Partial && p.whole {
			text, p.whole = report.StoppedText(p.style)+"\n"+text, false
		}
		if p.shown > 0 {
			text = "\n" + text
		} else {
			p.whole = !d.Partial
		}
		if err := say(text); err != nil {
			return err
		}
	}
	return nil
}

// find plays what the explanation needs, and shows parts as they are found. What was
// found before a signal comes back beside the error.
func (e *explain) find(ctx context.Context, p *page) (*report.ExplainDocument, error) {
	m, c := p.m, p.claim
	if err := e.look(ctx, p); err != nil {
		return nil, err
	}
	o := e.options()
	o.Claims = []string{c.ID}
	o.NoiseWorlds = min(noiseWorlds, e.worlds)
	o.NoSeries = true
	for _, t := range c.Tests {
		if !strings.HasPrefix(t.Measure, "coupling.") && !slices.Contains(o.Measures, t.Measure) {
			o.Measures = append(o.Measures, t.Measure)
		}
	}
	if len(o.Measures) == 0 {
		o.Measures = report.Shown(m.World)
	}
	tell, end := e.progress("judging")
	o.Progress = tell
	f, err := m.Judge(ctx, o)
	end()
	if f == nil {
		return nil, err
	}
	d := report.Explained(m.World, c, parley.Version, f)
	if err != nil {
		return d, err
	}
	if err := p.show(d, 1); err != nil {
		return nil, err
	}
	if err := e.cut(ctx, m, c, d); err != nil {
		return d, err
	}
	if err := p.show(d, 2); err != nil {
		return nil, err
	}
	d.Reasons, err = e.reasons(ctx, m, c)
	d.Partial = d.Partial || err != nil
	return d, err
}

// Worlds of a first look, and of the fewest runs that are long enough to give one.
const (
	lookedAt   = 400
	worthALook = 2000
)

// look says what few worlds show, so that nobody waits for the first finding.
func (e *explain) look(ctx context.Context, p *page) error {
	if p.silent || e.worlds < worthALook {
		return nil
	}
	o := e.options()
	o.Worlds = lookedAt
	t, err := analysis.Collect(ctx, p.m, p.m.World, p.claim.ID, o)
	switch {
	case ctx.Err() != nil:
		return nil // the judging that follows tells of the signal, with what there is
	case err != nil:
		return err
	case t.Len() == 0:
		return nil
	}
	return say(report.FirstLook(p.style, t) + "\n")
}

// cut finds what the links carry.
func (e *explain) cut(ctx context.Context, m *parley.Model, c *world.Claim, d *report.ExplainDocument) error {
	o := e.options()
	o.Replicates = (e.replicates + fewerReplicates - 1) / fewerReplicates
	o.Worlds = e.channelWorlds
	if o.Worlds == 0 {
		o.Worlds = affordable(m.World, c, e.worlds, o.Replicates)
	}
	d.ChannelReplicates = o.Replicates
	tell, end := e.progress("cutting links")
	o.Progress = tell
	var err error
	d.Channels, err = m.Channels(ctx, c.ID, o)
	end()
	d.Partial = d.Partial || err != nil
	return err
}

// Bounds of the work of cutting links, so that an explanation takes a few
// seconds. Every set of channels is played, so that worlds are dear; what they
// differ in outweighs chance, so replicates are saved on first.
const (
	affordablePlays = 250_000 // worlds, replicates, scenarios and sets of channels, multiplied
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
		if strings.HasPrefix(t.Measure, "coupling.") {
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

// show writes what has not been written yet.
func (e *explain) show(p *page, d *report.ExplainDocument) error {
	if e.json {
		return document(d)
	}
	return p.show(d, 3)
}

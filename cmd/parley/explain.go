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
		Short: "Say what a claim rests on: its words, its tests, links, rival theories, references",
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
	d, err := e.find(cmd.Context(), m, c)
	if d == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := e.show(style, m, dir, c, d); failed != nil {
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

// find plays what the explanation needs. What was found before a signal comes
// back beside the error.
func (e *explain) find(ctx context.Context, m *parley.Model, c *world.Claim) (*report.ExplainDocument, error) {
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
	o = e.options()
	o.Replicates = (e.replicates + fewerReplicates - 1) / fewerReplicates
	o.Worlds = e.channelWorlds
	if o.Worlds == 0 {
		o.Worlds = affordable(m.World, c, e.worlds, o.Replicates)
	}
	d.ChannelReplicates = o.Replicates
	tell, end = e.progress("cutting links")
	o.Progress = tell
	d.Channels, err = m.Channels(ctx, c.ID, o)
	end()
	d.Partial = d.Partial || err != nil
	return d, err
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

func (e *explain) show(s report.Style, m *parley.Model, dir string, c *world.Claim, d *report.ExplainDocument) error {
	if e.json {
		return document(d)
	}
	return say(report.ExplainText(s, m.World, dir, c, d, report.RestsOf(m.World, m.Problems)))
}

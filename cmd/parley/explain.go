package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley"
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
	found, err := m.Explain(cmd.Context(), c, e.wanted(), page.show)
	if found.Findings == nil {
		return outcome(cmd.Context(), err)
	}
	if failed := page.end(found); failed != nil {
		return failed
	}
	return outcome(cmd.Context(), err)
}

// wanted are the options that the flags ask for.
func (e *explain) wanted() parley.ExplainOptions {
	o := parley.ExplainOptions{Options: e.options(), ChannelWorlds: e.channelWorlds, Stage: e.progress}
	return o
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

// page writes an explanation part by part, as soon as each is there.
type page struct {
	style  report.Style
	m      *parley.Model
	dir    string
	claim  *world.Claim
	silent bool // a JSON document is wanted
	looked bool // the first look was shown
	shown  int  // parts
	whole  bool // what was shown had not been stopped
}

// show writes the parts that there are and that have not been shown.
func (p *page) show(found *parley.Explanation) error {
	if p.silent {
		return nil
	}
	if found.Look != nil && !p.looked {
		p.looked = true
		if err := say(report.FirstLook(p.style, found.Look) + "\n"); err != nil {
			return err
		}
	}
	if found.Findings == nil {
		return nil
	}
	parts := 0
	switch {
	case found.Channels == nil:
		parts = 1
	case found.Reasons == nil:
		parts = 2
	default:
		parts = 3
	}
	return p.write(report.Explained(p.m.World, p.claim, parley.Version, found), parts)
}

// end writes the rest, or all as one document.
func (p *page) end(found *parley.Explanation) error {
	d := report.Explained(p.m.World, p.claim, parley.Version, found)
	if p.silent {
		return document(d)
	}
	return p.write(d, 3)
}

// write writes the parts up to a number.
func (p *page) write(d *report.ExplainDocument, upTo int) error {
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

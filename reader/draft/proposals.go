package draft

import (
	"fmt"
	"regexp"
	"strings"

	"parley/reader/event"
	"parley/reader/gazetteer"
)

// proposals writes links that relations suggest and that need a theatre, which no text
// names as such: as comments to fill, each with its words.
func (d *drafting) proposals() string {
	return d.supports() + d.watches()
}

// supports proposes a link for each who is said to support whom.
func (d *drafting) supports() string {
	var b strings.Builder
	done := map[string]bool{}
	for i := range d.r.Events {
		e := &d.r.Events[i]
		if _, flows := gives[e.Given.Kind]; flows || e.Realis == event.Denied || e.Root() != "07" && e.Code != "051" {
			continue
		}
		from, to := d.actor(&e.Source), d.actor(&e.Target)
		id := from + "-" + to
		if from == "" || to == "" || from == to || done[id] {
			continue
		}
		done[id] = true
		fmt.Fprintf(&b, "# %s: %s\n# fill: support %q { from = actor.%s, theatre = one in which %s has a side, side = that of %s }\n\n",
			e.Realis, oneLine(d.r.Text[e.Span.Start:e.Span.End]), id, from, to, to)
	}
	return b.String()
}

// watching is who looks on, in the words before it.
var watching = regexp.MustCompile(`((?:[\pL\pN'’.-]+ ){1,6})((?:\pL+ly )?(?:watches|watched|watching|studies|studying|draws lessons|draw lessons|drawing lessons|draws conclusions|draw conclusions)\b[^.;\n]{0,80})`)

// watches proposes a lesson for each actor of the gazetteer who is said to look on.
func (d *drafting) watches() string {
	known := gazetteer.Default()
	var b strings.Builder
	done := map[string]bool{}
	for _, m := range watching.FindAllStringSubmatchIndex(d.r.Text, -1) {
		before := strings.Fields(d.r.Text[m[2]:m[3]])
		code := ""
		for i := range before {
			if senses, n := known.Longest(before[i:]); n > 0 {
				if c := gazetteer.Best(senses, d.s.Published).Entry.Actor(d.s.Published); len(c) >= 3 && c[0] != '-' {
					code = c
				}
			}
		}
		if code == "" {
			continue
		}
		id := d.actor(&event.Actor{Code: code[:3], Name: nameOf(known, code[:3])})
		if id == "" || done[id] {
			continue
		}
		done[id] = true
		fmt.Fprintf(&b, "# %s\n# fill: watch %q { theatre = one whose challenger is %s, about = the supporter who is watched, in = the theatre that teaches, weight = between(…, …) }\n\n",
			oneLine(d.r.Text[m[2]:m[1]]), id+"-watches", id)
	}
	return b.String()
}

// nameOf is the name of a state by its code.
func nameOf(known *gazetteer.Gazetteer, code string) string {
	for _, e := range known.Entries() {
		if e.Code == code {
			return e.Name
		}
	}
	return code
}

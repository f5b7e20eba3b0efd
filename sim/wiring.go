package sim

import "slices"

// wiring is a program's links with some channels cut: a cut link is absent
// from the world (docs/model.md §1).
type wiring struct {
	supports   []bool      // by support: not cut
	passers    [][]int     // by flow: the uncut flows that pass it on
	feeding    []int       // theatres whose war feeds an uncut flow
	flows      []int       // not cut, in the order in which they are served
	lead       []int       // by theatre: the defender's lead, or −1
	fighter    []int       // by theatre: that lead if it has an answer to attacks, or −1
	follows    []int       // by support: the lead of its side, −1 for a lead or none
	defending  [][]int     // by theatre: uncut supports of the defender
	attacking  [][]int     // by theatre: uncut supports of the challenger
	pinning    []int       // releases that pin somebody
	into       [][]arrival // by theatre
	watches    []int
	precedents []int
	capacity   []*capacity // by actor
	forgets    []int       // by theatre: slot of the half-life of its belief, or −1
	renewals   [][]int     // by theatre: slots of renewal of watches about its lead
	pinnedBy   [][]int     // by actor: releases whose war it supports the defender in
	shares     bool        // whether any actor has capacity to share
}

// arrival is a release into a theatre.
type arrival struct{ release, place int }

func (p *Program) wire(cut []string) *wiring {
	// A link is cut by its channel, or by its own path, such as "flow.shells".
	cut = slices.Concat(cut, p.world.Cut)
	isCut := func(channel, kind, id string) bool {
		return slices.Contains(cut, channel) || slices.Contains(cut, kind+"."+id)
	}
	n := len(p.theatres)
	w := &wiring{
		supports: make([]bool, len(p.supports)), lead: make([]int, n), fighter: make([]int, n),
		follows: make([]int, len(p.supports)), defending: make([][]int, n), attacking: make([][]int, n),
		into: make([][]arrival, n), capacity: make([]*capacity, len(p.actors)),
		forgets: make([]int, n), renewals: make([][]int, n), pinnedBy: make([][]int, len(p.actors)),
	}
	leadC := make([]int, n)
	for i := range n {
		w.lead[i], w.fighter[i], leadC[i], w.forgets[i] = -1, -1, -1, -1
	}
	for i := range p.supports {
		s := &p.supports[i]
		if isCut(s.channel, "support", s.id) {
			continue
		}
		w.supports[i] = true
		switch {
		case !s.ofDefender:
			w.attacking[s.theatre] = append(w.attacking[s.theatre], i)
			if s.lead {
				leadC[s.theatre] = i
			}
		default:
			w.defending[s.theatre] = append(w.defending[s.theatre], i)
			if s.lead {
				w.lead[s.theatre] = i
				if s.fights != nil {
					w.fighter[s.theatre] = i
				}
			}
		}
	}
	for i := range p.supports {
		s := &p.supports[i]
		lead := leadC[s.theatre]
		if s.ofDefender {
			lead = w.lead[s.theatre]
		}
		if lead == i || !w.supports[i] {
			lead = -1
		}
		w.follows[i] = lead
	}
	for i := range p.actors {
		if q := p.actors[i].capacity; q != nil && !isCut(q.channel, "capacity", p.actors[i].id) {
			w.capacity[i] = q
			w.shares = true
		}
	}
	p.wireFlows(w, isCut)
	p.wireLessons(w, isCut)
	for i := range p.releases {
		r := &p.releases[i]
		if isCut(r.channel, "release", r.id) {
			continue
		}
		for place, to := range r.to {
			w.into[to] = append(w.into[to], arrival{i, place})
		}
		for _, s := range w.defending[r.from] {
			a := p.supports[s].from
			// Releases of one actor from one war pin alike: one of them serves.
			same := func(other int) bool { return p.releases[other].of == r.of && p.releases[other].from == r.from }
			if w.capacity[a] == nil || slices.ContainsFunc(w.pinnedBy[a], same) {
				continue
			}
			w.pinnedBy[a] = append(w.pinnedBy[a], i)
			if !slices.Contains(w.pinning, i) {
				w.pinning = append(w.pinning, i)
			}
		}
	}
	return w
}

// wireFlows orders the uncut flows by name, but those that hang on another
// after that one. What passes on a cut flow, or is paid with it, is cut with it.
func (p *Program) wireFlows(w *wiring, isCut func(channel, kind, id string) bool) {
	cut := make([]bool, len(p.flows))
	for again := true; again; {
		again = false
		for i := range p.flows {
			f := &p.flows[i]
			gone := isCut(f.channel, "flow", f.id) || (f.passesOn >= 0 && cut[f.passesOn]) || (f.paidWith >= 0 && cut[f.paidWith])
			if gone && !cut[i] {
				cut[i], again = true, true
			}
		}
	}
	placed := make([]bool, len(p.flows))
	ready := func(i int) bool {
		f := &p.flows[i]
		waits := f.while < 0 && f.paidWith >= 0 && !placed[f.paidWith]
		return !cut[i] && !placed[i] && !waits && (f.passesOn < 0 || placed[f.passesOn])
	}
	w.passers = make([][]int, len(p.flows))
	for next := 0; next >= 0; {
		next = -1
		for i := range p.flows {
			if ready(i) {
				next = i
				break
			}
		}
		if next >= 0 {
			placed[next] = true
			w.flows = append(w.flows, next)
			if on := p.flows[next].passesOn; on >= 0 {
				w.passers[on] = append(w.passers[on], next)
			}
			if n := p.flows[next].while; n >= 0 && !slices.Contains(w.feeding, n) {
				w.feeding = append(w.feeding, n)
			}
		}
	}
}

func (p *Program) wireLessons(w *wiring, isCut func(channel, kind, id string) bool) {
	for i := range p.watches {
		l := &p.watches[i]
		if isCut(l.channel, "watch", l.id) {
			continue
		}
		w.watches = append(w.watches, i)
		if lead := w.lead[l.theatre]; lead < 0 || p.supports[lead].from != l.about {
			continue
		}
		w.renewals[l.theatre] = append(w.renewals[l.theatre], l.renewal)
		if l.hasHalfLife && w.forgets[l.theatre] < 0 {
			w.forgets[l.theatre] = l.halfLife
		}
	}
	for i := range p.precedents {
		if !isCut(p.precedents[i].channel, "precedent", p.precedents[i].id) {
			w.precedents = append(w.precedents, i)
		}
	}
}

// lookedAt lists the theatres whose strengths are needed at the beginning of a
// period: for flows that a war feeds, for a lead's choice, for terms imposed.
func (p *Program) lookedAt(w *wiring, sc *scenario) []int {
	needed := make([]bool, len(p.theatres))
	for _, i := range w.flows {
		if f := &p.flows[i]; f.while >= 0 {
			needed[f.while] = true
		}
	}
	for n, lead := range w.lead {
		if lead >= 0 && p.supports[lead].sustains != nil {
			needed[n] = true
		}
	}
	for _, steps := range [][]step{sc.dated, sc.whens} {
		for i := range steps {
			for _, a := range steps[i].actions {
				if a.kind == doSettle {
					needed[a.target] = true
				}
			}
		}
	}
	if sc.coupling >= 0 {
		needed[sc.coupling] = true
	}
	var list []int
	for n, is := range needed {
		if is {
			list = append(list, n)
		}
	}
	return list
}

package world

import "parley/diag"

// Link is something that ties actors or theatres, as analyses cut it.
type Link struct {
	Path    string // "flow.shells"; "capacity.usa" for what an actor's theatres share
	Channel string
	Range   diag.Range // of the block's header
}

// Links lists a world's links, kind by kind.
func (w *World) Links() []Link {
	var list []Link
	add := func(kind, id, channel string, at diag.Range) { list = append(list, Link{kind + "." + id, channel, at}) }
	for _, l := range w.Flows {
		add("flow", l.ID, l.Channel, l.Range)
	}
	for _, l := range w.Supports {
		add("support", l.ID, l.Channel, l.Range)
	}
	for _, l := range w.Watches {
		add("watch", l.ID, l.Channel, l.Range)
	}
	for _, l := range w.Precedents {
		add("precedent", l.ID, l.Channel, l.Range)
	}
	for _, l := range w.Releases {
		add("release", l.ID, l.Channel, l.Range)
	}
	for _, a := range w.Actors {
		if a.Capacity != nil {
			add("capacity", a.ID, a.Capacity.Channel, a.Capacity.Range)
		}
	}
	return list
}

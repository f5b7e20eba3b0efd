package world

import (
	"fmt"
	"math"
	"slices"
)

// mostMembers is the number of members up to which the chance of passing is
// computed exactly (rule 21).
const mostMembers = 64

func (v *validator) bodies() {
	for _, b := range v.w.Bodies {
		name := called("body", b.ID)
		if len(b.Members) == 0 {
			v.errorAt(b.Range, "members", "Body without members", name, "Write at least one member block.")
		}
		total, known := 0.0, true
		for _, m := range b.Members {
			v.member(m, name)
			count, ok := v.sum(m.Count)
			total, known = total+count, known && ok
		}
		if known && total > mostMembers {
			v.errorAt(b.Range, "members", "Too many members", name, fmt.Sprintf("The body has %.0f members; at most %d are counted exactly.", total, mostMembers))
		}
		if b.Quota != nil && !b.Quota.Default && b.Rule != "qualified" && b.Rule != "" {
			v.odd(&b.Meta, "quota", "no-effect", "Quota without effect", name, "Only a qualified majority has a quota.")
		}
	}
}

func (v *validator) member(m *Member, context string) {
	context += ", " + called("member", m.ID)
	for _, n := range []struct {
		name   string
		number *Number
		least  float64
	}{{"weight", m.Weight, 0}, {"count", m.Count, 1}} {
		if n.number == nil || n.number.Formula == nil || v.broken[n.number] {
			continue
		}
		x, plain := n.number.Constant()
		if !plain || x != math.Floor(x) || x < n.least || x > 1e6 {
			v.errorAt(n.number.Range, "whole", "Must be a whole number", context, fmt.Sprintf("The %s of a member is a plain whole number of at least %g.", n.name, n.least))
		}
	}
	for _, moved := range m.Moved {
		if moved.Ends == "" && moved.From.IsZero() && !v.w.Origin.failed(&moved.Meta, "ends") && !v.w.Origin.failed(&moved.Meta, "from") {
			v.errorAt(moved.Range, "moved", "Condition is missing", context, "Say when the member is moved: ends = theatre.NAME, or from = \"2026-01\".")
		}
		v.during(&moved.Meta, "from", context, moved.From, 0)
	}
}

func (v *validator) exposures() {
	of := map[string]*Exposure{}
	for _, e := range v.w.Exposures {
		name := called("exposure", e.ID)
		if other := of[e.Of]; other != nil && e.Of != "" {
			v.wrong(&e.Meta, "of", "duplicate", "Two exposures of one actor", name, fmt.Sprintf("Exposure %q is already that of %q. Merge the two.", other.ID, e.Of))
		}
		of[e.Of] = e
		for _, s := range e.Strikes {
			v.strike(e, s, name+", "+called("strike", s.ID))
		}
	}
}

func (v *validator) strike(e *Exposure, s *Strike, name string) {
	if s.ID == e.Of && s.ID != "" {
		v.errorAt(s.Range, "strike", "Actor strikes itself", name, "A strike names another actor.")
	}
	for _, k := range v.w.Kinds {
		if k.ID == s.Kind && !k.Reaches && !v.w.Origin.failed(&k.Meta, "reaches") {
			v.wrong(&s.Meta, "kind", "reach", "Kind does not reach", name, fmt.Sprintf("Means of %q cannot strike a homeland afar. If they can, say reaches = true in kind %q.", k.ID, k.ID))
		}
	}
	a := v.actors[s.ID]
	if a != nil && v.has["kind."+s.Kind] && !slices.ContainsFunc(a.Means, func(m *Means) bool { return m.ID == s.Kind }) {
		v.odd(&s.Meta, "kind", "no-effect", "Strike without means", name, fmt.Sprintf("%q has no means of %q at the opening.", a.ID, s.Kind))
	}
}

func (v *validator) scenarios() {
	if len(v.w.Scenarios) == 0 && !v.w.Origin.lost("scenario.") {
		v.errorAt(v.w.Range, "no-scenario", "No scenario", "world", "A world needs at least one scenario block; one without actions is the current course.")
	}
	for _, s := range v.w.Scenarios {
		for i, step := range s.Steps {
			v.step(called("scenario", s.ID), step)
			if i > 0 && sameOccasion(s.Steps[i-1], step) {
				v.errorAt(step.Range, "step-twice", "Two steps for one occasion", called("scenario", s.ID),
					"Put their actions into one block, so that the order of blocks in the files can have no effect.")
			}
		}
	}
}

// sameOccasion reports steps at one date, or at the end of one war.
func sameOccasion(a, b *Step) bool {
	return a.At.IsZero() == b.At.IsZero() && a.Ends == b.Ends && a.At.Compare(b.At) == 0
}

func (v *validator) step(context string, s *Step) {
	if !s.At.IsZero() && !v.w.Origin.failed(&s.Meta, "") {
		v.during(&s.Meta, "", context, s.At, 0)
	}
	for _, a := range s.Aids {
		v.aid(context+", "+called("aid", a.ID), a)
	}
	for _, a := range s.Presses {
		v.press(context+", "+called("press", a.ID), a)
	}
	for _, a := range s.Settles {
		v.settlement(context+", "+called("settle", a.ID), a)
	}
}

func (v *validator) aid(context string, a *AidAction) {
	ways := 0
	for _, given := range []bool{a.Level != nil, a.Scale != nil, a.Free} {
		if given {
			ways++
		}
	}
	switch {
	case ways > 1:
		v.errorAt(a.Range, "aid", "Contradictory aid", context, "Write one of level (set it), scale (multiply it) and free (leave it to the supporter).")
	case ways == 0 && a.Threat == nil && !v.anyFailed(&a.Meta, "level", "scale", "free", "threat"):
		v.errorAt(a.Range, "aid", "Aid action that does nothing", context, "Write level, scale, free or threat.")
	}
	s := v.supports[a.ID]
	if s == nil || v.anyFailed(&s.Meta, "aid", "sustains") {
		return
	}
	if len(s.Aid) == 0 {
		v.warnAt(a.Range, "no-effect", "Support without aid", context, fmt.Sprintf("Support %q gives no aid that could be changed.", s.ID))
	}
	if a.Free && s.Lead && s.Sustains == nil {
		v.errorAt(a.Range, "aid", "Nothing to choose by", context, fmt.Sprintf("Support %q leads its side: aid that is left to its choice needs a sustains block there (rule 15). Only those that follow a lead return to sharing its burden.", s.ID))
	}
}

func (v *validator) anyFailed(m *Meta, attrs ...string) bool {
	return slices.ContainsFunc(attrs, func(a string) bool { return v.w.Origin.failed(m, a) })
}

func (v *validator) press(context string, a *PressAction) {
	one := a.Challenger != nil && !a.Challenger.Default || a.Defender != nil && !a.Defender.Default
	switch {
	case v.anyFailed(&a.Meta, "challenger", "defender", "both"):
	case one && a.Both != nil:
		v.errorAt(a.Range, "press", "Contradictory pressure", context, "Write both, or challenger and defender.")
	case !one && a.Both == nil:
		v.errorAt(a.Range, "press", "Pressure on nobody", context, "Write both, challenger or defender.")
	}
}

func (v *validator) settlement(context string, a *SettleAction) {
	t := v.theatres[a.ID]
	if t == nil {
		return
	}
	if t.Status == "quiet" {
		v.errorAt(a.Range, "no-war", "No war to settle", context, fmt.Sprintf("Theatre %q opens quiet, so that there is no war whose terms could be imposed.", t.ID))
	}
	var names []string
	for _, i := range t.War.Issues {
		names = append(names, i.ID)
	}
	for _, e := range a.Issues {
		if slices.Contains(names, e.Key) {
			continue
		}
		d := fmt.Sprintf("Theatre %q has no issue %q. Its issues: %s.", t.ID, e.Key, listed(names))
		v.wrong(&a.Meta, "issues."+e.Key, "unknown-issue", "Unknown issue", context, d)
	}
}

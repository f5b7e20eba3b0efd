package serve

import (
	"strings"

	"parley/internal/report"
	"parley/world"
)

// scenarios says in short lines what each scenario does, and when.
func (g *drawing) scenarios(d *WorldDocument) {
	for _, s := range g.w.Scenarios {
		out := Scenario{ID: s.ID, Title: s.Title, Actions: []string{}, Rest: rest(&s.Meta)}
		for _, step := range s.Steps {
			when := step.At.String()
			if step.Ends != "" {
				when = "once the war over " + step.Ends + " ends"
			}
			for _, text := range actions(step) {
				out.Actions = append(out.Actions, when+": "+text)
			}
		}
		d.Scenarios = append(d.Scenarios, out)
	}
}

func actions(s *world.Step) []string {
	var list []string
	add := func(needs, text string) {
		if needs != "" {
			text += ", if " + needs + " agrees"
		}
		list = append(list, text)
	}
	for _, a := range s.Events {
		add(a.Needs, "event "+a.ID+" in "+a.Theatre+" ("+written(a.Shift)+" log-odds of a challenge)")
	}
	for _, a := range s.Means {
		add(a.Needs, "change the "+a.Kind+" of "+a.ID)
	}
	for _, a := range s.Flows {
		add(a.Needs, "flow "+a.ID+" × "+written(a.Scale))
	}
	for _, a := range s.Aids {
		add(a.Needs, "aid "+a.ID+aidText(a))
	}
	for _, a := range s.Guarantees {
		add(a.Needs, "promise "+a.ID+" a guarantee of "+written(a.Strength))
	}
	for _, a := range s.Talks {
		add(a.Needs, "open talks over "+a.ID)
	}
	for _, a := range s.Presses {
		add(a.Needs, "press for an agreement over "+a.ID)
	}
	for _, a := range s.Settles {
		var issues []string
		for _, e := range a.Issues {
			issues = append(issues, e.Key+" "+written(e.Number))
		}
		add(a.Needs, "settle "+a.ID+" ("+strings.Join(issues, ", ")+" to the challenger)")
	}
	return list
}

func aidText(a *world.AidAction) string {
	switch {
	case a.Free:
		return " is left to its giver"
	case a.Level != nil && a.Level.Formula != nil:
		return " set to " + written(a.Level) + " of the opening level"
	case a.Scale != nil && a.Scale.Formula != nil:
		return " × " + written(a.Scale)
	default:
		return " is threatened with withdrawal"
	}
}

// written is a number as text; one that is uncertain is said to be.
func written(n *world.Number) string {
	if v, ok := n.Constant(); ok {
		return report.Exact(v)
	}
	return "an uncertain amount"
}

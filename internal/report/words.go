package report

import (
	"slices"
	"strings"

	"parley/analysis"
	"parley/world"
)

// names says what the parts of a world are called.
type names struct{ w *world.World }

func (n names) theatre(id string) string {
	for _, t := range n.w.Theatres {
		if t.ID == id && t.Name != "" {
			return clean(t.Name)
		}
	}
	return id
}

func (n names) actor(id string) string {
	for _, a := range n.w.Actors {
		if a.ID == id && a.Name != "" {
			return clean(a.Name)
		}
	}
	return id
}

func (n names) kind(id string) string {
	for _, k := range n.w.Kinds {
		if k.ID == id && k.Name != "" {
			return clean(k.Name)
		}
	}
	return id
}

func (n names) body(id string) string {
	for _, b := range n.w.Bodies {
		if b.ID == id && b.Name != "" {
			return clean(b.Name)
		}
	}
	return id
}

func (n names) scenario(id string) string {
	for _, s := range n.w.Scenarios {
		if s.ID == id && s.Title != "" {
			return clean(s.Title)
		}
	}
	return id
}

// place is what a path such as "theatre.ukraine" or "body.nato" is called.
func (n names) place(path string) string {
	kind, id, _ := strings.Cut(path, ".")
	switch kind {
	case "theatre":
		return n.theatre(id)
	case "body":
		return n.body(id)
	case "actor":
		return n.actor(id)
	default:
		return path
	}
}

// Measure says what a measure is in a few words, without its time.
func Measure(w *world.World, name string) string { return names{w}.measure(name) }

func (n names) measure(name string) string {
	parts := strings.Split(name, ".")
	switch len(parts) {
	case 2:
		return n.short(parts[0], parts[1], name)
	case 3:
		return n.long(parts, name)
	}
	if name == "clash" {
		return "a direct clash anywhere"
	}
	return clean(name)
}

func (n names) short(what, id, name string) string {
	switch what {
	case "war":
		return "a new war, " + n.theatre(id)
	case "crisis":
		return "a crisis, " + n.theatre(id)
	case "relapse":
		return "war again after its end, " + n.theatre(id)
	case "ended":
		return "the war ends, " + n.theatre(id)
	case "peace":
		return "time quiet, " + n.theatre(id)
	case "share":
		return "challenger's share of the stake, " + n.theatre(id)
	case "bargain":
		return "how far the bargain favours the challenger, " + n.theatre(id)
	case "favour":
		return "how far the terms favour the challenger, " + n.theatre(id)
	case "pays":
		return "expectation that conquest is forgiven, " + n.theatre(id)
	case "atwar":
		return "time at war, " + n.theatre(id)
	case "cost":
		return "losses, " + n.actor(id)
	case "reach":
		return "hostile missiles that arrive, " + n.actor(id)
	case "aid":
		return "level of aid, " + id
	case "flow":
		return "flow, " + id
	case "passes":
		return "what is tabled passes, " + n.body(id)
	case "clash":
		return "a direct clash, " + n.actor(id)
	}
	return clean(name)
}

func (n names) long(parts []string, name string) string {
	switch a, b := parts[1], parts[2]; parts[0] {
	case "stock":
		return "stock of " + n.kind(b) + ", " + n.actor(a)
	case "production":
		return "production of " + n.kind(b) + ", " + n.actor(a)
	case "war":
		return "a new war with " + n.actor(b) + " fighting, " + n.theatre(a)
	case "belief":
		return "belief that " + n.actor(b) + " stands firm, " + n.theatre(a)
	case "terms":
		return "granted on " + b + ", " + n.theatre(a)
	case "strength":
		return "strength of the " + b + "'s side, " + n.theatre(a)
	case "accept":
		return "the " + b + " would accept the terms, " + n.theatre(a)
	case "coupling":
		return "what the outcome in " + n.theatre(a) + " adds to the chance of war, " + n.theatre(b)
	}
	return clean(name)
}

// person is the name of a speaker.
func (n names) person(id string) string {
	for _, p := range n.w.Persons {
		if p.ID == id {
			return clean(p.Name)
		}
	}
	return id
}

// speaker is a speaker's name and office.
func (n names) speaker(id string) string {
	for _, p := range n.w.Persons {
		if p.ID != id {
			continue
		}
		if p.Office != "" {
			return clean(p.Name + ", " + p.Office)
		}
		return clean(p.Name)
	}
	return id
}

// Order lists claims as they were written: by file and place, or by name where
// they stand in no file.
func Order(w *world.World) []*world.Claim {
	claims := slices.Clone(w.Claims)
	slices.SortStableFunc(claims, func(a, b *world.Claim) int { return before(a.Meta, b.Meta) })
	return claims
}

// Scenarios lists the ids of scenarios as they were written.
func Scenarios(w *world.World) []string {
	list := slices.Clone(w.Scenarios)
	slices.SortStableFunc(list, func(a, b *world.Scenario) int { return before(a.Meta, b.Meta) })
	ids := make([]string, len(list))
	for i, s := range list {
		ids[i] = s.ID
	}
	return ids
}

func before(a, b world.Meta) int {
	if c := strings.Compare(a.Range.File, b.Range.File); c != 0 {
		return c
	}
	if a.Range.Start.Byte != b.Range.Start.Byte {
		return a.Range.Start.Byte - b.Range.Start.Byte
	}
	return a.Range.Start.Line - b.Range.Start.Line
}

// Letter names the n-th claim: a, b, … z, aa, ab, …
func Letter(n int) string {
	letter := ""
	for n++; n > 0; n = (n - 1) / 26 {
		letter = string(rune('a'+(n-1)%26)) + letter
	}
	return letter
}

// inkOf is the colour of a verdict.
func inkOf(k analysis.Kind) ink {
	switch k {
	case analysis.Holds:
		return goodInk
	case analysis.Fails:
		return badInk
	case analysis.Flat:
		return calmInk
	case analysis.NotDecided:
		return dimInk
	default:
		return openInk
	}
}

// leaning puts what the shares of worlds say into words and numbers.
func leaning(v *analysis.Verdict) string {
	if v.Shares == nil {
		return "nothing could be judged"
	}
	of := func(word, in string, s analysis.Share) string {
		return word + " " + in + " (" + unbroken(Percent(s)) + ")"
	}
	switch v.Lean {
	case analysis.Holds:
		return of("holds", v.Words, v.Shares.Holds)
	case analysis.Fails:
		return of("fails", v.Words, v.Shares.Fails)
	case analysis.Flat:
		return of("makes no difference", v.Words, v.Shares.Flat)
	default:
		return of("holds", Words(v.Shares.Holds.Share), v.Shares.Holds) + ", fails in " + unbroken(percentIn(v.Shares.Fails))
	}
}

// Words puts a share of worlds into the words of the published scale.
func Words(share float64) string {
	words := ""
	for _, l := range analysis.Scale() {
		words = l.Words
		if share >= l.From {
			break
		}
	}
	return words
}

// deciding lists the theories that make a verdict undecided.
func deciding(v *analysis.Verdict) []string {
	var ids []string
	for _, d := range v.DependsOn {
		if d.Decides {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// turnsWithReference reports whether another reference turns the answer.
func turnsWithReference(v *analysis.Verdict) bool {
	return slices.ContainsFunc(v.DependsOn, func(d analysis.Dependence) bool { return d.On == "reference" && !d.Decides })
}

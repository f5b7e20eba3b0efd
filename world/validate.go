package world

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"parley/diag"
)

// validator gathers what is wrong with a world.
type validator struct {
	w      *World
	list   diag.List
	sites  []*site
	ids    map[string][]string // IDs by kind of block, sorted
	has    map[string]bool     // "theatre.x"
	used   map[string]bool     // "kind.x": something refers to it
	broken map[*Number]bool    // reported already

	dropped []*Factor // written, but never drawn
	budget  int       // comparisons of names left for suggestions

	actors   map[string]*Actor
	theatres map[string]*Theatre
	flows    map[string]*Flow
	supports map[string]*Support
}

// suggestions bounds the work spent on finding nearest names in a world that
// is wrong in thousands of places.
const suggestions = 500_000

func newValidator(w *World) *validator {
	v := &validator{
		w: w, sites: w.sites(), ids: map[string][]string{}, has: map[string]bool{}, used: map[string]bool{},
		broken: map[*Number]bool{}, budget: suggestions,
		actors: byID(w.Actors, func(x *Actor) string { return x.ID }), theatres: byID(w.Theatres, func(x *Theatre) string { return x.ID }),
		flows: byID(w.Flows, func(x *Flow) string { return x.ID }), supports: byID(w.Supports, func(x *Support) string { return x.ID }),
	}
	for _, s := range v.sites {
		if s.parent != nil && s.parent.parent == nil && !v.has[s.path] {
			v.has[s.path] = true
			v.ids[s.block.Name] = append(v.ids[s.block.Name], s.meta.ID)
		}
	}
	v.ids["war"] = v.ids["theatre"]
	return v
}

func byID[T any](list []*T, id func(*T) string) map[string]*T {
	out := map[string]*T{}
	for _, x := range list {
		if _, taken := out[id(x)]; !taken {
			out[id(x)] = x
		}
	}
	return out
}

// all makes every check. Checks that would follow references between formulas
// are left out if the formulas are not sound.
func (v *validator) all(sound bool) {
	v.worldBlock()
	for _, s := range v.sites {
		v.label(s)
		v.attributes(s)
		v.blocks(s)
	}
	v.duplicates()
	v.numbers(sound)
	v.actorsAndTheatres()
	v.supportLinks()
	v.flowLinks()
	v.lessonLinks()
	v.theories()
	v.bodies()
	v.exposures()
	v.scenarios()
	v.texts()
	v.unused()
	v.judgements()
}

func (v *validator) add(d diag.Diagnostic) { v.list = append(v.list, d) }

func (v *validator) errorAt(r diag.Range, id, summary, context, detail string) {
	v.add(diag.Diagnostic{ID: id, Summary: summary, Context: context, Detail: detail, Range: r})
}

func (v *validator) warnAt(r diag.Range, id, summary, context, detail string) {
	v.add(diag.Diagnostic{Severity: diag.Warning, ID: id, Summary: summary, Context: context, Detail: detail, Range: r})
}

// wrong reports an attribute of a block.
func (v *validator) wrong(m *Meta, attr, id, summary, context, detail string) {
	v.errorAt(v.w.Origin.place(m, attr), id, summary, context, detail)
}

// odd warns about an attribute of a block.
func (v *validator) odd(m *Meta, attr, id, summary, context, detail string) {
	v.warnAt(v.w.Origin.place(m, attr), id, summary, context, detail)
}

// near is the nearest of some names, as long as the budget lasts.
func (v *validator) near(name string, names []string) string {
	if v.budget -= len(names); v.budget < 0 {
		return ""
	}
	best, _ := diag.Nearest(name, names)
	return best
}

// suggest is wrong with the nearest right name.
func (v *validator) suggest(m *Meta, attr, id, summary, context, detail, name string, names []string) {
	v.add(diag.Diagnostic{
		ID: id, Summary: summary, Context: context, Detail: detail, Range: v.w.Origin.place(m, attr), Suggestion: v.near(name, names),
	})
}

func (v *validator) mayBeLost(path string) bool {
	parts := strings.SplitN(path, ".", 3)
	return len(parts) > 1 && v.w.Origin.lost(parts[0]+"."+parts[1])
}

func (v *validator) unknownPath(r diag.Range, context, path string) {
	d := diag.Diagnostic{
		ID: "unknown-number", Summary: "Unknown number", Context: context, Range: r,
		Detail: fmt.Sprintf("%q names no number of this world. A path is written like theatre.x.crisis.challenge or quantity.x.", path),
	}
	if v.budget > 0 {
		d.Suggestion = v.w.NearestPath(path, func(name string, names []string) (string, bool) {
			best := v.near(name, names)
			return best, best != ""
		})
	}
	v.add(d)
}

// NearestPath is the path of the number that a path was probably meant for, or
// nothing. Only the part behind what is right is compared, so that
// quantity.x is not taken for quantity.y just because most of it agrees.
func (w *World) NearestPath(path string, nearest func(name string, names []string) (string, bool)) string {
	const longest = 12 // parts of a path; no number has more
	parts := strings.SplitN(path, ".", longest)
	for n := len(parts) - 1; n > 0; n-- {
		prefix := strings.Join(parts[:n], ".") + "."
		from, _ := slices.BinarySearchFunc(w.Numbers, prefix, func(m *Number, p string) int { return strings.Compare(m.Path, p) })
		var tails []string
		for _, m := range w.Numbers[from:] {
			tail, ok := strings.CutPrefix(m.Path, prefix)
			if !ok {
				break
			}
			tails = append(tails, tail)
		}
		if len(tails) == 0 {
			continue
		}
		if best, ok := nearest(strings.TrimPrefix(path, prefix), tails); ok {
			return prefix + best
		}
		return ""
	}
	return ""
}

// known lists what a reference could have named.
func known(names []string) string {
	if len(names) == 0 {
		return " This world has none."
	}
	return " Known: " + listed(names) + "."
}

// listed says what is allowed, leaving out the end of a long list.
func listed(names []string) string {
	if len(names) == 0 {
		return "there are none"
	}
	if len(names) > 12 {
		return strings.Join(names[:12], ", ") + fmt.Sprintf(" and %d more", len(names)-12)
	}
	return strings.Join(names, ", ")
}

// oneOf is a list with "or" before its last name.
func oneOf(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// sentence makes a message of Go into one for people.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// label checks a block's name.
func (v *validator) label(s *site) {
	if !s.block.Labelled || s.block.Label == "date" {
		return
	}
	id := s.meta.ID
	if v.w.Origin.failed(s.meta, "") {
		return
	}
	switch s.block.Label {
	case "name":
		if s.block.Name == "member" {
			v.use("actor", id)
		}
		if !validName(id) {
			v.errorAt(s.meta.Range, "name", "Name not allowed", s.name(), fmt.Sprintf("Names are lower-case letters, digits and dashes, begin with a letter and have at most %d characters; %q is not such a name.", longestName, clipped(id, longestName)))
		}
	default:
		v.reference(s, "", s.block.Label, id)
	}
}

// longestName bounds the length of a block's name.
const longestName = 64

func validName(id string) bool {
	if len(id) > longestName {
		return false
	}
	for i, r := range id {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return id != ""
}

// duplicates reports blocks of one kind with one name.
func (v *validator) duplicates() {
	first := map[string]*site{}
	for _, s := range v.sites {
		if !s.block.Labelled || s.block.Label == "date" {
			continue
		}
		if other := first[s.path]; other != nil {
			v.errorAt(s.meta.Range, "duplicate", "Name used twice", s.context(), taken(s, other))
			continue
		}
		first[s.path] = s
	}
}

// taken says which block has the name of s already.
func taken(s, other *site) string {
	if m, ok := reflect.TypeAssert[*MeansAction](s.value.Addr()); ok && m.Kind != "" {
		return fmt.Sprintf("Another means block%s changes what %q has of %q. Merge the two.", at(other.meta.Range), m.ID, m.Kind)
	}
	return fmt.Sprintf("The name %[2]q is taken by another %[1]s block%[3]s. Give this one another name, or merge the two.", s.block.Name, s.meta.ID, at(other.meta.Range))
}

func at(r diag.Range) string {
	if r.Start.Line == 0 {
		return ""
	}
	return fmt.Sprintf(" on %s line %d", r.File, r.Start.Line)
}

// attributes checks what the schema says of each attribute of a block.
func (v *validator) attributes(s *site) {
	var missing []string
	for i := range s.block.Attributes {
		a := &s.block.Attributes[i]
		if v.w.Origin.failed(s.meta, a.Name) {
			continue
		}
		if a.Required && s.field(a).IsZero() && (a.OrNumber == nil || s.value.FieldByIndex(a.OrNumber).IsZero()) {
			missing = append(missing, fmt.Sprintf("  %s: %s", a.Name, a.Help))
			continue
		}
		v.attribute(s, a)
	}
	if len(missing) > 0 && !v.w.Origin.partial() {
		summary := "Missing attribute"
		if len(missing) > 1 {
			summary = "Missing attributes"
		}
		v.errorAt(s.meta.Range, "missing", summary, s.context(), fmt.Sprintf("%s block needs\n%s", upperA(s.block.Name), strings.Join(missing, "\n")))
	}
}

// upperA is a name with its article, at the head of a sentence.
func upperA(name string) string {
	if strings.ContainsRune("aeiou", rune(name[0])) {
		return "An " + name
	}
	return "A " + name
}

func (v *validator) attribute(s *site, a *Attribute) {
	switch value := s.field(a).Interface().(type) {
	case string:
		v.text(s, a, value)
	case []string:
		for _, x := range value {
			v.text(s, a, x)
		}
	case Table:
		for i, e := range value {
			if i > 0 && value[i-1].Key == e.Key {
				v.wrong(s.meta, a.Name+"."+e.Key, "duplicate", "Name used twice", s.context(), fmt.Sprintf("%q stands in %s twice.", e.Key, a.Name))
			}
			if a.Keys != "issue" {
				v.reference(s, a.Name+"."+e.Key, a.Keys, e.Key)
			}
		}
	case Gives:
		if value.What != GivesMoney {
			v.reference(s, a.Name, "kind", value.Kind)
		}
	case Period:
		if value != Month && value != Quarter && value != Year {
			v.wrong(s.meta, a.Name, "one-of", "Value not allowed", s.context(), "The period must be month, quarter or year.")
		}
	case Duration:
		if value < 0 {
			v.wrong(s.meta, a.Name, "duration", "Duration below zero", s.context(), fmt.Sprintf("%s cannot be negative.", a.Name))
		}
	}
}

func (v *validator) text(s *site, a *Attribute, value string) {
	switch {
	case value == "":
	case len(a.OneOf) > 0:
		if !slices.Contains(a.OneOf, value) {
			d := diag.Diagnostic{
				ID: "one-of", Summary: "Value not allowed", Context: s.context(), Range: v.w.Origin.place(s.meta, a.Name),
				Detail: fmt.Sprintf("%s must be %s, not %q.", a.Name, oneOf(a.OneOf), value), Suggestion: v.near(value, a.OneOf),
			}
			v.add(d)
		}
	case len(a.RefTo) == 1:
		v.reference(s, a.Name, a.RefTo[0], value)
	case len(a.RefTo) > 1:
		kind, id, _ := strings.Cut(value, ".")
		if kind == "evidence" {
			return // the library of evidence is checked where it is known
		}
		v.reference(s, a.Name+"."+value, kind, id)
	}
}

// reference checks that a block is there.
func (v *validator) reference(s *site, attr, kind, id string) {
	name := kind + "." + id
	block := name
	if kind == "war" {
		block = "theatre." + id
	}
	if v.has[block] {
		v.used[block] = true
		return
	}
	if v.w.Origin.failed(s.meta, attr) || v.w.Origin.lost(block) || v.w.Origin.failed(s.meta, strings.SplitN(attr, ".", 2)[0]) && attr != "" {
		return
	}
	d := diag.Diagnostic{
		ID: "unknown-" + kind, Summary: "Unknown " + kind, Context: s.context(), Range: v.w.Origin.place(s.meta, attr),
		Detail: fmt.Sprintf("There is no %s named %q.", kind, id),
	}
	if kind == "war" {
		d.Summary, d.ID, d.Detail = "Unknown theatre", "unknown-theatre", fmt.Sprintf("There is no theatre named %q.", id)
	}
	d.Suggestion = v.near(id, v.ids[kind])
	if d.Suggestion == "" {
		d.Detail += known(v.ids[kind])
	}
	v.add(d)
}

// blocks reports required blocks that are missing.
func (v *validator) blocks(s *site) {
	for _, b := range s.block.Blocks {
		if b.Required && s.value.Field(b.Field).IsZero() && !v.w.Origin.failed(s.meta, b.Name) && !v.w.Origin.partial() {
			v.errorAt(s.meta.Range, "missing", "Missing block", s.context(), fmt.Sprintf("%s block needs a %s block: %s.", upperA(s.block.Name), b.Name, b.Help))
		}
	}
}

// MostTheatres is the greatest number of theatres a world can have: every
// theatre is coupled to every other.
const MostTheatres = 100

// mostPeriods bounds the length of a play.
const mostPeriods = 1200

func (v *validator) worldBlock() {
	w := v.w
	if len(w.Theatres) > MostTheatres {
		v.errorAt(w.Theatres[MostTheatres].Range, "too-many", "Too many theatres", "", fmt.Sprintf("A world holds at most %d theatres.", MostTheatres))
	}
	v.silenced()
	v.cuts()
	if w.Period <= 0 || w.Horizon == 0 || w.Origin.failed(&w.Meta, "period") {
		return
	}
	switch {
	case w.Horizon < 0 || int(w.Horizon)%int(w.Period) != 0:
		v.wrong(&w.Meta, "horizon", "horizon", "Horizon is not a whole number of periods", "world",
			fmt.Sprintf("The horizon of %d months cannot be divided into periods of a %s.", w.Horizon, w.Period))
	case w.Periods() > mostPeriods:
		v.wrong(&w.Meta, "horizon", "horizon", "Horizon too far", "world",
			fmt.Sprintf("The horizon is %d periods away; at most %d are played. Choose longer periods or a nearer horizon.", w.Periods(), mostPeriods))
	}
}

// cuts checks what is left out of the world.
func (v *validator) cuts() {
	known := v.w.channels()
	for _, l := range v.w.Links() {
		known = append(known, l.Path)
	}
	for _, name := range v.w.Cut {
		if !slices.Contains(known, name) && !v.w.Origin.partial() {
			v.suggest(&v.w.Meta, "cut."+name, "unknown-cut", "Nothing to cut", "world", fmt.Sprintf("There is no channel and no link %q. A link is named by its path, such as flow.shells.", name), name, known)
		}
	}
}

// silenced warns about warnings that do not exist.
func (v *validator) silenced() {
	w := v.w
	for _, id := range w.Silence {
		if !slices.Contains(silenceable, id) {
			d := diag.Diagnostic{
				Severity: diag.Warning, ID: "unknown-warning", Summary: "Silenced warning does not exist", Context: "world",
				Range: w.Origin.place(&w.Meta, "silence."+id), Detail: fmt.Sprintf("No warning has the id %q. Warnings that can be silenced: %s.", id, strings.Join(silenceable, ", ")),
				Suggestion: v.near(id, silenceable),
			}
			v.add(d)
		}
	}
}

// silenceable lists the ids of warnings and judgement calls.
var silenceable = []string{
	"default", "idle-link", "judgement", "law-cut", "no-effect", "no-theory", "overridden",
	"uncovered", "unknown-warning", "unspent", "unused",
}

package serve

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"parley"
	"parley/diag"
	"parley/evidence"
	"parley/internal/report"
	"parley/world"
)

// WorldDocument is what the page draws of a world without any run.
type WorldDocument struct {
	Document   string                   `json:"document"` // "world"
	Version    string                   `json:"version"`
	Model      string                   `json:"model"` // hash of the files that answers come from
	Title      string                   `json:"title"`
	Start      string                   `json:"start"`
	Period     string                   `json:"period"`
	Horizon    string                   `json:"horizon"`
	Times      []string                 `json:"times"` // labels of the points in time, the opening first
	Writable   bool                     `json:"writable"`
	DirName    string                   `json:"dir_name"`
	Wrong      bool                     `json:"wrong"` // the files have errors: the last good model answers, if there is one
	Counts     report.Counts            `json:"counts"`
	Problems   diag.List                `json:"problems"` // of the files as they are now
	Rests      report.Rests             `json:"rests_on"`
	Actors     []Actor                  `json:"actors"`
	Theatres   []Theatre                `json:"theatres"`
	Links      []Link                   `json:"links"`
	Channels   []Channel                `json:"channels"`
	Theories   []Theory                 `json:"theories"`
	Factors    []Factor                 `json:"factors"`
	Scenarios  []Scenario               `json:"scenarios"`
	Measures   []Measure                `json:"measures"`
	Claims     []Claim                  `json:"claims"`
	Statements []Statement              `json:"statements"`
	Signposts  []Signpost               `json:"signposts"`
	Persons    []Person                 `json:"persons"`
	Sources    []Source                 `json:"sources"`
	Evidence   map[string]EvidenceTitle `json:"evidence"` // entries of the library that the world refers to
}

// Num is a number as the page shows it: the same in all worlds, or a range.
type Num struct {
	Value  *float64 `json:"value,omitempty"`
	Low    *float64 `json:"low,omitempty"` // 5 % of worlds lie below
	Median *float64 `json:"median,omitempty"`
	High   *float64 `json:"high,omitempty"`   // 5 % lie above
	Factor string   `json:"factor,omitempty"` // the uncertain input that it is
	Text   string   `json:"text"`
}

// Rest is what a block says of itself.
type Rest struct {
	Note     string       `json:"note"`
	Evidence []string     `json:"evidence"`
	Place    report.Place `json:"place"`
}

// Actor is a state, an alliance or a group.
type Actor struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Type  string  `json:"type"`
	Code  string  `json:"code"` // ISO 3166 alpha-3
	Means []Means `json:"means"`
	Rest
}

// Means is an actor's stock of a kind.
type Means struct {
	Kind     string `json:"kind"`
	Name     string `json:"name"`
	Stock    *Num   `json:"stock"`
	Produces *Num   `json:"produces"`
}

// Theatre is a contest.
type Theatre struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Challenger string   `json:"challenger"`
	Defender   string   `json:"defender"`
	Status     string   `json:"status"`
	Lon        *float64 `json:"lon"`
	Lat        *float64 `json:"lat"`
	Supporters []string `json:"supporters"`
	Rest
}

// End is an end of a link.
type End struct {
	Kind string `json:"kind"` // "actor" or "theatre"
	ID   string `json:"id"`
}

// Link ties actors or theatres.
type Link struct {
	Path       string   `json:"path"`
	Kind       string   `json:"kind"`
	ID         string   `json:"id"`
	From       End      `json:"from"`
	To         End      `json:"to"`
	Carries    string   `json:"carries"`
	Channel    string   `json:"channel"`
	Strength   *Num     `json:"strength"` // nil where no single number is its strength
	Unit       string   `json:"unit"`
	Claims     []string `json:"claims"`     // whose tests name it
	Statements []string `json:"statements"` // about it
	Rest
}

// Channel is a label by which links are cut.
type Channel struct {
	ID    string   `json:"id"`
	Links []string `json:"links"`
}

// Theory is a disputed mechanism.
type Theory struct {
	ID     string  `json:"id"`
	Factor string  `json:"factor"`
	Says   string  `json:"says"`
	Rivals []Rival `json:"rivals"`
	Rest
}

// Rival is one answer to it.
type Rival struct {
	ID     string   `json:"id"`
	Weight float64  `json:"weight"` // as written; relative to the others
	Says   string   `json:"says"`
	Sets   []string `json:"sets"` // paths of the numbers it sets
}

// Factor is an uncertain input.
type Factor struct {
	Name       string        `json:"name"`
	Label      string        `json:"label"`
	Law        string        `json:"law"`
	Domain     string        `json:"domain"`
	Unit       string        `json:"unit"`
	Note       string        `json:"note"`
	Evidence   []EvidenceRef `json:"evidence"`
	Judgement  bool          `json:"judgement"` // rests on no evidence
	Theatre    string        `json:"theatre,omitempty"`
	Block      string        `json:"block"`
	Quantiles  []float64     `json:"quantiles"` // at 0.5, 5, 10, …, 90, 95, 99.5 %
	Categories []Category    `json:"categories,omitempty"`
	Place      report.Place  `json:"place"`
}

// EvidenceRef is what a number rests on.
type EvidenceRef struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"` // "source" or "evidence"
	Title string `json:"title"`
}

// Category is a value of a factor on few values.
type Category struct {
	Value  float64 `json:"value"`
	Label  string  `json:"label"`
	Weight float64 `json:"weight"`
}

// Scenario is a list of actions.
type Scenario struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Actions []string `json:"actions"`
	Rest
}

// Measure is what can be recorded.
type Measure struct {
	Name    string `json:"name"`
	Label   string `json:"label"`
	Unit    string `json:"unit"`
	Theatre string `json:"theatre,omitempty"`
	Actor   string `json:"actor,omitempty"`
}

// Claim is a claim with what it is about.
type Claim struct {
	report.Claim

	SourceID string   `json:"source_id"`
	Theatres []string `json:"theatres"`
	Tests    []string `json:"tests"`
}

// Statement is said, but context.
type Statement struct {
	ID      string   `json:"id"`
	Source  string   `json:"source"`
	Quote   string   `json:"quote"`
	Speaker string   `json:"speaker"`
	About   []string `json:"about"`
}

// Signpost is what time will show.
type Signpost struct {
	ID      string            `json:"id"`
	Observe string            `json:"observe"`
	By      string            `json:"by"`
	Theory  string            `json:"theory"`
	Under   map[string]string `json:"under"`
}

// Person speaks, or takes an office.
type Person struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Office string `json:"office"`
	Actor  string `json:"actor"`
}

// Source is a document.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
}

// EvidenceTitle is an entry of the library in short.
type EvidenceTitle struct {
	Title    string `json:"title"`
	Source   string `json:"source"`
	Interval string `json:"interval"`
}

// sampled is how many worlds show the range of a computed number.
const sampled = 200

// drawing turns a model into a document.
type drawing struct {
	m   *parley.Model
	w   *world.World
	num map[*world.Number]*Num
}

// worldDocument draws the last good model and the problems of the files as they are.
func worldDocument(good, latest *parley.Model, dir string, writable bool) *WorldDocument {
	d := &WorldDocument{
		Document: "world", Version: parley.Version, Writable: writable, DirName: dir, Wrong: latest.Problems.HasErrors(), Problems: latest.Problems,
		Title: latest.World.Title, Times: []string{}, Actors: []Actor{}, Theatres: []Theatre{}, Links: []Link{}, Channels: []Channel{}, Theories: []Theory{},
		Factors: []Factor{}, Scenarios: []Scenario{}, Measures: []Measure{}, Claims: []Claim{}, Statements: []Statement{}, Signposts: []Signpost{},
		Persons: []Person{}, Sources: []Source{}, Evidence: map[string]EvidenceTitle{},
	}
	if good == nil {
		return d
	}
	g := &drawing{m: good, w: good.World}
	check := report.Check(good.World, good.Problems, len(good.Sources), good.Hash, parley.Version)
	d.Model, d.Title, d.Counts, d.Rests = good.Hash, good.World.Title, check.Counts, check.Rests
	d.Start, d.Period, d.Horizon = good.World.Start.String(), good.World.Period.String(), strconv.Itoa(int(good.World.Horizon))+" months"
	for t := range good.World.Periods() + 1 {
		d.Times = append(d.Times, good.World.Label(t))
	}
	g.evaluate()
	g.actors(d)
	g.theatres(d)
	g.links(d, check.Links)
	g.theories(d)
	g.factors(d)
	g.scenarios(d)
	g.texts(d)
	for _, m := range world.Measures(good.World) {
		d.Measures = append(d.Measures, g.measure(m.Name, m.Unit))
	}
	return d
}

func rest(m *world.Meta) Rest {
	e := m.Evidence
	if e == nil {
		e = []string{}
	}
	return Rest{Note: m.Note, Evidence: e, Place: report.Place{File: m.Range.File, Line: m.Range.Start.Line}}
}

// evaluate finds the ranges of all numbers that the page shows.
func (g *drawing) evaluate() {
	g.num = map[*world.Number]*Num{}
	var list []*world.Number
	want := func(n *world.Number) {
		if n != nil && n.Formula != nil {
			list = append(list, n)
		}
	}
	for _, a := range g.w.Actors {
		for _, m := range a.Means {
			want(m.Stock)
			want(m.Produces)
		}
		if a.Capacity != nil {
			want(a.Capacity.Fungible)
		}
	}
	for _, l := range g.w.Flows {
		want(l.Rate)
	}
	for _, l := range g.w.Supports {
		for _, e := range l.Aid {
			want(e.Number)
		}
		if l.Fights != nil {
			want(l.Fights.Baseline)
		}
		want(l.Beside)
	}
	for _, l := range g.w.Watches {
		want(l.Weight)
	}
	for _, l := range g.w.Precedents {
		want(l.Weight)
	}
	for _, l := range g.w.Releases {
		want(l.Share)
	}
	values, err := g.m.Values(list, sampled)
	if err != nil {
		return // without ranges the page shows the texts
	}
	for i, n := range list {
		g.num[n] = numOf(n, values[i])
	}
}

func numOf(n *world.Number, values []float64) *Num {
	out := &Num{}
	if v, ok := n.Constant(); ok && v-v == 0 {
		out.Value, out.Text = &v, report.Exact(v)
		return out
	}
	values = slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return v-v != 0 })
	if len(values) == 0 {
		out.Text = "not a number"
		return out
	}
	slices.Sort(values)
	at := func(u float64) *float64 { v := values[int(u*float64(len(values)-1))]; return &v }
	out.Low, out.Median, out.High = at(0.05), at(0.5), at(0.95)
	width := (*out.High - *out.Low) / 10
	out.Text = report.Number(*out.Median, width) + " (" + report.Number(*out.Low, width) + " to " + report.Number(*out.High, width) + ")"
	if n.Formula.Op == world.Draw {
		out.Factor = n.Path
	}
	return out
}

func (g *drawing) actors(d *WorldDocument) {
	for _, a := range g.w.Actors {
		out := Actor{ID: a.ID, Name: a.Name, Type: a.Type, Code: a.Code, Means: []Means{}, Rest: rest(&a.Meta)}
		for _, m := range a.Means {
			name := m.ID
			for _, k := range g.w.Kinds {
				if k.ID == m.ID && k.Name != "" {
					name = k.Name
				}
			}
			out.Means = append(out.Means, Means{m.ID, name, g.num[m.Stock], g.num[m.Produces]})
		}
		d.Actors = append(d.Actors, out)
	}
}

func (g *drawing) theatres(d *WorldDocument) {
	for _, t := range g.w.Theatres {
		out := Theatre{ID: t.ID, Name: t.Name, Challenger: t.Challenger, Defender: t.Defender, Status: t.Status, Supporters: []string{}, Rest: rest(&t.Meta)}
		if len(t.Place) == 2 {
			out.Lon, out.Lat = &t.Place[0], &t.Place[1]
		}
		for _, s := range g.w.Supports {
			if s.Theatre == t.ID {
				out.Supporters = append(out.Supporters, s.From)
			}
		}
		d.Theatres = append(d.Theatres, out)
	}
}

func (g *drawing) links(d *WorldDocument, entries []report.LinkEntry) {
	channels := map[string][]string{}
	for _, e := range entries {
		l := Link{Path: e.Kind + "." + e.ID, Kind: e.Kind, ID: e.ID, Carries: e.Carries, Channel: e.Channel, Claims: []string{}, Statements: []string{}}
		g.ends(&l, e)
		g.strength(&l)
		for _, c := range g.w.Claims {
			if slices.ContainsFunc(c.Tests, func(t *world.Test) bool { return names(t, &l) }) {
				l.Claims = append(l.Claims, c.ID)
			}
		}
		for _, s := range g.w.Statements {
			if slices.Contains(s.About, l.Path) {
				l.Statements = append(l.Statements, s.ID)
			}
		}
		channels[l.Channel] = append(channels[l.Channel], l.Path)
		d.Links = append(d.Links, l)
	}
	for _, id := range slices.Sorted(maps.Keys(channels)) {
		d.Channels = append(d.Channels, Channel{id, channels[id]})
	}
}

// names reports whether a test names a link: it looks at it, or with and without it.
func names(t *world.Test, l *Link) bool {
	_, what, _ := strings.Cut(t.Measure, ".")
	looks := what == l.ID && (strings.HasPrefix(t.Measure, "flow.") && l.Kind == "flow" || strings.HasPrefix(t.Measure, "aid.") && l.Kind == "support")
	return looks || slices.Contains(t.Without, l.Channel)
}

// ends are an actor and the actor or theatre that the link leads to.
func (g *drawing) ends(l *Link, e report.LinkEntry) {
	first, _, _ := strings.Cut(e.To, ", ")
	switch e.Kind {
	case "flow":
		l.From, l.To = End{"actor", e.From}, End{"actor", e.To}
	case "support":
		l.From, l.To = End{"actor", e.From}, End{"theatre", e.To}
	case "capacity":
		l.From, l.To = End{"actor", e.From}, End{"actor", e.To}
	default:
		l.From, l.To = End{"theatre", e.From}, End{"theatre", first}
	}
}

// strength is the number that says how much a link carries, and what it rests on.
func (g *drawing) strength(l *Link) {
	switch l.Kind {
	case "flow":
		for _, x := range g.w.Flows {
			if x.ID == l.ID {
				l.Strength, l.Unit, l.Rest = g.num[x.Rate], x.Rate.Unit, rest(&x.Meta)
				if l.Unit == "" {
					l.Unit = "a year"
				}
			}
		}
	case "support":
		for _, x := range g.w.Supports {
			if x.ID == l.ID {
				l.Rest = rest(&x.Meta)
				l.Strength, l.Unit = g.support(x)
			}
		}
	case "watch":
		for _, x := range g.w.Watches {
			if x.ID == l.ID {
				l.Strength, l.Unit, l.Rest = g.num[x.Weight], "share of the lesson", rest(&x.Meta)
			}
		}
	case "precedent":
		for _, x := range g.w.Precedents {
			if x.ID == l.ID {
				l.Strength, l.Unit, l.Rest = g.num[x.Weight], "weight of one ended war", rest(&x.Meta)
			}
		}
	case "release":
		for _, x := range g.w.Releases {
			if x.ID == l.ID {
				l.Strength, l.Unit, l.Rest = g.num[x.Share], "share of its means", rest(&x.Meta)
			}
		}
	case "capacity":
		for _, x := range g.w.Actors {
			if x.ID == l.ID {
				l.Strength, l.Unit, l.Rest = g.num[x.Capacity.Fungible], "how far a draw-down weakens the rest", rest(&x.Capacity.Meta)
			}
		}
	}
}

// support is the strength of one: its aid, or else how likely it is to fight.
func (g *drawing) support(x *world.Support) (*Num, string) {
	if len(x.Aid) == 1 {
		return g.num[x.Aid[0].Number], "bn USD a year"
	}
	sum := Num{}
	low, median, high := 0.0, 0.0, 0.0
	for _, e := range x.Aid {
		n := g.num[e.Number]
		switch {
		case n == nil:
		case n.Value != nil:
			low, median, high = low+*n.Value, median+*n.Value, high+*n.Value
		case n.Median != nil:
			low, median, high = low+*n.Low, median+*n.Median, high+*n.High
		}
	}
	switch {
	case median > 0:
		sum.Median, sum.Text = &median, "about "+report.Number(median, (high-low)/10)
		return &sum, "bn USD a year"
	case x.Fights != nil:
		return g.num[x.Fights.Baseline], "chance that it fights, if attacked"
	default:
		return g.num[x.Beside], "share of its means that counts"
	}
}

func (g *drawing) theories(d *WorldDocument) {
	for _, t := range g.w.Theories {
		out := Theory{ID: t.ID, Factor: "theory." + t.ID, Says: t.Says, Rivals: []Rival{}, Rest: rest(&t.Meta)}
		for _, r := range t.Rivals {
			weight, _ := r.Weight.Constant()
			rival := Rival{ID: r.ID, Weight: weight, Says: r.Says, Sets: []string{}}
			for _, s := range r.Set {
				rival.Sets = append(rival.Sets, s.Path)
			}
			out.Rivals = append(out.Rivals, rival)
		}
		d.Theories = append(d.Theories, out)
	}
}

// shownQuantiles are where the page looks at a law.
var shownQuantiles = []float64{
	0.005, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.995,
}

type discrete interface {
	Categories() (values, weights []float64)
}

func (g *drawing) factors(d *WorldDocument) {
	for _, f := range g.w.Factors {
		out := Factor{
			Name: f.Name, Label: report.Factor(g.w, f.Name), Law: f.Written, Domain: f.Domain.String(), Unit: f.Unit, Evidence: []EvidenceRef{},
			Block: blockOf(f.Name), Quantiles: []float64{}, Place: report.Place{File: f.Range.File, Line: f.Range.Start.Line},
		}
		for _, u := range shownQuantiles {
			if v := f.Law.Quantile(u); v-v == 0 {
				out.Quantiles = append(out.Quantiles, v)
			}
		}
		if law, ok := f.Law.(discrete); ok {
			values, weights := law.Categories()
			for i, v := range values {
				label := report.Exact(v)
				if k := int(v); len(f.Labels) > 0 && k >= 0 && k < len(f.Labels) {
					label = f.Labels[k]
				}
				out.Categories = append(out.Categories, Category{v, label, weights[i]})
			}
		}
		g.backing(d, f, &out)
		d.Factors = append(d.Factors, out)
	}
}

// backing is what a factor rests on: its number's evidence and note.
func (g *drawing) backing(d *WorldDocument, f *world.Factor, out *Factor) {
	name, _, _ := strings.Cut(f.Name, "#")
	var cited []string
	if strings.HasPrefix(name, "evidence.") {
		cited = append(cited, name)
	}
	if n := g.w.Number(name); n != nil {
		cited, out.Note = append(cited, n.Evidence...), n.Note
	}
	for _, t := range g.w.Theories {
		if name == "theory."+t.ID {
			cited, out.Note = append(cited, t.Evidence...), t.Note
			if out.Note == "" {
				out.Note = t.Says
			}
		}
	}
	for _, ref := range cited {
		e := g.reference(d, ref)
		if !slices.Contains(out.Evidence, e) {
			out.Evidence = append(out.Evidence, e)
		}
	}
	out.Judgement = len(out.Evidence) == 0
	parts := strings.Split(name, ".")
	switch {
	case parts[0] == "theatre" && len(parts) > 1:
		out.Theatre = parts[1]
	case parts[0] == "support" && len(parts) > 1:
		for _, s := range g.w.Supports {
			if s.ID == parts[1] {
				out.Theatre = s.Theatre
			}
		}
	}
}

func (g *drawing) reference(d *WorldDocument, ref string) EvidenceRef {
	kind, id, _ := strings.Cut(ref, ".")
	e := EvidenceRef{ID: id, Kind: kind, Title: id}
	switch kind {
	case "source":
		for _, s := range g.w.Sources {
			if s.ID == id {
				e.Title = s.Title
			}
		}
	case "evidence":
		if entry, ok := evidence.Find(id); ok {
			e.Title = entry.Title
			d.Evidence[id] = EvidenceTitle{entry.Title, entry.Source, string(entry.Interval)}
		}
	}
	return e
}

// blockOf is the block that a number stands in: "theatre.taiwan".
func blockOf(name string) string {
	parts := strings.SplitN(name, ".", 3)
	if len(parts) < 2 {
		return name
	}
	return parts[0] + "." + parts[1]
}

func (g *drawing) measure(name, unit string) Measure {
	m := Measure{Name: name, Label: report.Measure(g.w, name), Unit: unit}
	for _, part := range strings.Split(name, ".")[1:] {
		for _, t := range g.w.Theatres {
			if t.ID == part && m.Theatre == "" {
				m.Theatre = part
			}
		}
		for _, a := range g.w.Actors {
			if a.ID == part && m.Actor == "" {
				m.Actor = part
			}
		}
	}
	return m
}

func (g *drawing) texts(d *WorldDocument) {
	for i, c := range report.Order(g.w) {
		out := Claim{Claim: report.ClaimsOf(g.w)[i], SourceID: c.Source, Theatres: []string{}, Tests: []string{}}
		for _, t := range c.Tests {
			out.Tests = append(out.Tests, report.Measure(g.w, t.Measure)+": "+t.Expect+" under "+t.Under+against(t))
			for _, part := range strings.Split(t.Measure, ".")[1:] {
				if slices.ContainsFunc(g.w.Theatres, func(x *world.Theatre) bool { return x.ID == part }) && !slices.Contains(out.Theatres, part) {
					out.Theatres = append(out.Theatres, part)
				}
			}
		}
		d.Claims = append(d.Claims, out)
	}
	for _, s := range g.w.Statements {
		about := s.About
		if about == nil {
			about = []string{}
		}
		d.Statements = append(d.Statements, Statement{s.ID, s.Source, s.Quote, s.Speaker, about})
	}
	for _, s := range g.w.Signposts {
		d.Signposts = append(d.Signposts, Signpost{s.ID, s.Observe, s.By.String(), s.Theory, s.Under})
	}
	for _, p := range g.w.Persons {
		d.Persons = append(d.Persons, Person{p.ID, p.Name, p.Office, p.Actor})
	}
	for _, s := range g.w.Sources {
		published := ""
		if !s.Published.IsZero() {
			published = s.Published.String()
		}
		d.Sources = append(d.Sources, Source{s.ID, s.Title, s.Publisher, published})
	}
}

func against(t *world.Test) string {
	text := ""
	switch {
	case t.Value != nil:
		if v, ok := t.Value.Constant(); ok {
			text = " than " + report.Exact(v)
		}
	case t.Against != "" && t.Against != t.Under:
		text = " than under " + t.Against
	}
	if len(t.Without) > 0 {
		text += " than without " + strings.Join(t.Without, ", ")
	}
	if m, ok := t.Margin.Constant(); ok && m != 0 && !math.IsNaN(m) {
		text += ", by more than " + report.Exact(m)
	}
	return text
}

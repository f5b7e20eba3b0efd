package review

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// State is how far an item is.
type State string

// The states.
const (
	Open     State = "open"
	Accepted State = "accepted"
	Rejected State = "rejected"
	Merged   State = "merged" // it is a part of another
)

// Entry is an item with what was decided about it.
type Entry struct {
	Item

	State     State     `json:"state" enum:"open,accepted,rejected,merged"`
	Edited    bool      `json:"edited,omitempty" doc:"the spans are not those that were read"`
	Respoken  bool      `json:"respoken,omitempty" doc:"the speaker is not the one that was read"`
	Into      string    `json:"into,omitempty" doc:"of a merged item: the one it is a part of"`
	Parts     []string  `json:"parts,omitempty" doc:"items that are a part of this one"`
	Undoable  bool      `json:"undoable,omitempty" doc:"there is a decision to take back"`
	Kept      bool      `json:"kept,omitempty" doc:"it is no longer read in the text, but its words are there"`
	Why       string    `json:"why,omitempty"`
	Who       string    `json:"who,omitempty"`
	DecidedAt time.Time `json:"decided_at,omitzero"`

	of   []Anchor // as it was read, by which later decisions find it
	own  []Anchor // without those of its parts
	lost bool     // it has no place in the text
	into int      // of a merged item: its place in the list
}

// Lost is a decision whose words the text no longer has.
type Lost struct {
	Item    string    `json:"item"`
	Do      Do        `json:"do"`
	Words   string    `json:"words"`
	Speaker string    `json:"speaker,omitempty"`
	Why     string    `json:"why" doc:"why it finds no place"`
	At      time.Time `json:"at"`

	of []Anchor
}

// Counts are numbers of items by state.
type Counts struct {
	All      int `json:"all"`
	Open     int `json:"open"`
	Accepted int `json:"accepted"`
	Rejected int `json:"rejected"`
	Merged   int `json:"merged"`
	Lost     int `json:"lost"`
}

// Queue is what there is to be decided about a source, and what has been.
type Queue struct {
	Source string  `json:"source"`
	Items  []Entry `json:"items" doc:"in the order of the text"`
	Lost   []Lost  `json:"lost"`
	Counts Counts  `json:"counts"`

	page *page
}

// Apply lays a log over the items that a text is read as.
func Apply(source string, items []Item, log []Decision, text string) *Queue {
	a := &applying{q: &Queue{Source: source, Lost: []Lost{}, page: newPage(text)}, subjects: map[string]int{}}
	for i := range items {
		a.add(&Entry{Item: items[i]})
	}
	for i := range log {
		if d := &log[i]; d.Source == source {
			if d.Do == Suggest {
				a.suggest(d)
				continue
			}
			a.log = append(a.log, d)
		}
	}
	a.resolve()
	a.undo()
	for i, d := range a.log {
		if d.Do != Undo && !a.undone[i] {
			a.follow(d, a.of[i], a.to[i])
		}
	}
	return a.finish()
}

// applying is the work of [Apply].
type applying struct {
	q        *Queue
	entries  []*Entry
	log      []*Decision
	subjects map[string]int // entries by what decisions say of the item
	of, to   []int          // of each decision, the entry it is about, and that of a merge
	undone   []bool
	lost     []lostDecision
}

type lostDecision struct {
	Lost
	entry int
}

func (a *applying) add(e *Entry) int {
	if e.State == "" {
		e.State = Open
	}
	e.into = -1
	if e.of == nil {
		e.of = e.Spans
	}
	a.entries = append(a.entries, e)
	return len(a.entries) - 1
}

// suggest puts an item from elsewhere among the others, if it is not there already.
func (a *applying) suggest(d *Decision) {
	it := Item{Kind: Suggested, By: d.By, Near: d.Near}
	if d.Speaker != nil {
		it.Speaker = oneLine(*d.Speaker)
	}
	want := Anchor{Quote: d.Quote}
	if d.Span != nil {
		want.Prefix, want.Suffix, want.Start = d.Span.Prefix, d.Span.Suffix, d.Span.Start
	}
	span, found := a.q.page.place(&want)
	if !found {
		it.Near, it.Proposed = true, oneLine(d.Quote)
		if span, found = a.q.page.nearest(d.Quote); !found {
			a.lost = append(a.lost, lostDecision{Lost{Do: Suggest, Words: it.Proposed, Speaker: it.Speaker, Why: "nothing like these words is in the text", At: d.At}, -1})
			return
		}
	}
	it.Spans = []Anchor{span}
	it.Quote = joined(it.Spans)
	for _, e := range a.entries {
		if e.Kind != Relation && shared(e.Spans, it.Spans) > 0.9 {
			if e.By == "" {
				e.By = d.By
			}
			return
		}
	}
	it.ID = nameOf(&it)
	a.add(&Entry{Item: it})
}

// resolve finds the entry of each decision.
func (a *applying) resolve() {
	byBase := map[string][]int{}
	for i, e := range a.entries {
		byBase[base(e.ID)] = append(byBase[base(e.ID)], i)
	}
	named := map[string]int{} // how alike the surroundings of a subject's entry are
	type about struct {
		id string
		of []Anchor
	}
	var order []about
	note := func(id string, of []Anchor) {
		key := subject(id, of)
		if _, known := a.subjects[key]; known {
			return
		}
		a.subjects[key] = -1
		order = append(order, about{id, of})
		for _, i := range byBase[base(id)] {
			score := a.score(id, of, i)
			if old := a.subjects[key]; old < 0 || score > named[key] || score == named[key] && distance(of, a.entries[i].of) < distance(of, a.entries[old].of) {
				a.subjects[key], named[key] = i, score
			}
		}
	}
	for _, d := range a.log {
		note(d.Item, d.Of)
		if d.Do == Merge {
			note(d.Into, d.IntoOf)
		}
	}
	// Of equals that have become fewer, those in other surroundings give way.
	best, of := map[int]int{}, map[int]string{}
	for _, s := range order {
		key := subject(s.id, s.of)
		if i := a.subjects[key]; i >= 0 && (of[i] == "" || named[key] > best[i]) {
			best[i], of[i] = named[key], s.id
		}
	}
	gave := map[string]bool{}
	for _, s := range order {
		key := subject(s.id, s.of)
		if i := a.subjects[key]; i >= 0 && of[i] != s.id && 2*named[key] < best[i] {
			a.subjects[key], gave[key] = -1, true
		}
	}
	for _, s := range order {
		if key := subject(s.id, s.of); a.subjects[key] < 0 {
			a.subjects[key] = a.byWords(s.id, s.of, gave[key], of)
		}
	}
	for _, d := range a.log {
		to := -1
		if d.Do == Merge {
			to = a.subjects[subject(d.Into, d.IntoOf)]
		}
		a.of, a.to = append(a.of, a.subjects[subject(d.Item, d.Of)]), append(a.to, to)
	}
}

// subject tells items apart that have had the same name in different editions.
func subject(id string, of []Anchor) string {
	if len(of) == 0 {
		return id
	}
	return strings.Join([]string{id, flattened(of[0].Prefix), flattened(of[0].Quote), flattened(of[0].Suffix)}, "\x00")
}

// score is how well an entry of the same words fits.
func (a *applying) score(id string, of []Anchor, i int) int {
	e := a.entries[i]
	if len(of) == 0 {
		if e.ID == id {
			return 1
		}
		return 0
	}
	return alike(&of[0], &e.of[0])
}

func distance(x, y []Anchor) int {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return max(x[0].Start-y[0].Start, y[0].Start-x[0].Start)
}

// byWords finds the words of an item that is no longer read as it was: as most of another
// item, else for themselves; an entry that is lost where they are gone, or where the only
// place of them is that of an equal to which the item gave way.
func (a *applying) byWords(id string, of []Anchor, gave bool, named map[int]string) int {
	e := &Entry{Item: Item{ID: id, Kind: kindOf(id), Quote: joined(of), Spans: of}, of: of, Kept: true}
	found, ok := a.q.page.placeAll(of)
	if !ok && !gave {
		if i, chosen := a.byChosen(id, of); chosen {
			return i
		}
	}
	if !ok {
		e.lost = true
		return a.add(e)
	}
	for i, other := range a.entries {
		if other.lost || (other.Kind == Relation) != (e.Kind == Relation) {
			continue
		}
		share := shared(other.of, found)
		if other.Kept && share <= 0.99 || share < 0.5 {
			continue
		}
		if gave {
			e.lost = true
			return a.add(e)
		}
		if share <= 0.99 && named[i] == "" { // the words that were decided about are what counts
			other.Spans, other.Quote, other.Edited = found, joined(found), true
		}
		return i
	}
	e.Spans, e.of, e.Quote = found, found, joined(found)
	return a.add(e)
}

// byChosen finds an item by the words that were chosen of it, where those around them have
// changed. A few common words are no proof unless what stands around them is the same.
func (a *applying) byChosen(id string, of []Anchor) (int, bool) {
	key := subject(id, of)
	for _, d := range slices.Backward(a.log) {
		if d.Span == nil || subject(d.Item, d.Of) != key {
			continue
		}
		span, ok := a.q.page.place(d.Span)
		if !ok || alike(d.Span, &span) < around/2 && len(strings.Fields(span.Quote)) < 4 {
			continue
		}
		found := []Anchor{span}
		for i, other := range a.entries {
			if !other.lost && (other.Kind == Relation) == (kindOf(id) == Relation) && slices.ContainsFunc(other.of, func(o Anchor) bool { return o.Start <= span.Start && span.End <= o.End }) {
				return i, true
			}
		}
		return a.add(&Entry{Item: Item{ID: id, Kind: kindOf(id), Quote: joined(found), Spans: found}, Kept: true}), true
	}
	return 0, false
}

// undo takes back the last decision about an item, that of a merge for both.
func (a *applying) undo() {
	a.undone = make([]bool, len(a.log))
	for i, d := range a.log {
		if d.Do != Undo {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if o := a.log[k]; o.Do != Undo && !a.undone[k] && (a.of[k] == a.of[i] || o.Do == Merge && a.to[k] == a.of[i]) {
				a.undone[k] = true
				break
			}
		}
	}
}

// follow does what a decision says.
func (a *applying) follow(d *Decision, of, to int) {
	e := a.entries[of]
	e.Undoable = true
	if e.lost {
		words := e.Quote
		if d.Span != nil {
			words = oneLine(d.Span.Quote)
		}
		a.lose(d, of, words, "its words are no longer in the text")
		return
	}
	switch d.Do {
	case Accept, Edit:
		if d.Span != nil {
			span, found := a.q.page.place(d.Span)
			if !found {
				if d.Do == Accept {
					e.State, e.into = Open, -1
				}
				a.lose(d, of, oneLine(d.Span.Quote), "the words that were chosen are no longer in the text")
				return
			}
			e.Spans, e.Quote, e.Edited = []Anchor{span}, oneLine(span.Quote), true
		}
		if d.Do == Accept {
			e.State, e.into = Accepted, -1
		}
	case Reject:
		e.State, e.into = Rejected, -1
	case Speak:
		e.Speaker, e.Respoken = oneLine(*d.Speaker), true
	case Merge:
		if !a.merge(d, of, to) {
			return
		}
	case Undo, Suggest:
	}
	e.Why, e.Who, e.DecidedAt = d.Why, d.Who, d.At
	if d.Do != Speak {
		a.lost = slices.DeleteFunc(a.lost, func(l lostDecision) bool { return l.entry == of })
	}
}

func (a *applying) merge(d *Decision, of, to int) bool {
	if to < 0 || a.entries[to].lost {
		a.lose(d, of, joined(d.IntoOf), "the item that it was made a part of is no longer in the text")
		return false
	}
	a.entries[to].Undoable = true
	root := a.root(to)
	if root == of {
		a.lose(d, of, a.entries[of].Quote, "it would be a part of itself")
		return false
	}
	a.entries[of].State, a.entries[of].into = Merged, root
	return true
}

func (a *applying) root(i int) int {
	for range a.entries {
		if a.entries[i].into < 0 {
			break
		}
		i = a.entries[i].into
	}
	return i
}

func (a *applying) lose(d *Decision, of int, words, why string) {
	a.lost = slices.DeleteFunc(a.lost, func(l lostDecision) bool { return l.entry == of && (l.Words == words || a.entries[of].lost) })
	l := Lost{Item: a.entries[of].ID, Do: d.Do, Words: words, Speaker: a.entries[of].Speaker, Why: why, At: d.At, of: a.entries[of].of}
	if d.Speaker != nil {
		l.Speaker = *d.Speaker
	}
	a.lost = append(a.lost, lostDecision{l, of})
}

// finish unites what is one, and puts everything in order.
func (a *applying) finish() *Queue {
	for _, l := range a.lost {
		a.q.Lost = append(a.q.Lost, l.Lost)
	}
	a.names()
	for _, e := range a.entries {
		e.own = e.Spans
	}
	for i, e := range a.entries {
		if e.State != Merged {
			continue
		}
		root := a.entries[a.root(i)]
		e.Into = root.ID
		root.Parts = append(root.Parts, e.ID)
		root.Spans = a.q.page.united(append(slices.Clone(root.Spans), e.own...))
		root.Quote = joined(root.Spans)
	}
	for _, e := range a.entries {
		if !e.lost {
			a.q.Items = append(a.q.Items, *e)
		}
	}
	if a.q.Items == nil {
		a.q.Items = []Entry{}
	}
	inOrder(a.q.Items, func(e *Entry) *Item { return &e.Item })
	c := &a.q.Counts
	c.All, c.Lost = len(a.q.Items), len(a.q.Lost)
	for i := range a.q.Items {
		switch a.q.Items[i].State {
		case Open:
			c.Open++
		case Accepted:
			c.Accepted++
		case Rejected:
			c.Rejected++
		case Merged:
			c.Merged++
		}
	}
	return a.q
}

// names keeps names apart where an item from elsewhere, or one of an earlier edition, has
// the name of another.
func (a *applying) names() {
	used := map[string]bool{}
	for _, e := range a.entries {
		if e.lost {
			continue
		}
		for n := 2; used[e.ID]; n++ {
			e.ID = base(e.ID) + "-" + strconv.Itoa(n)
		}
		used[e.ID] = true
	}
}

// united are spans in order, those that overlap or touch as one.
func (p *page) united(list []Anchor) []Anchor {
	slices.SortFunc(list, func(x, y Anchor) int { return x.Start - y.Start })
	var out []Anchor
	for _, s := range list {
		n := len(out)
		if n == 0 {
			out = append(out, s)
			continue
		}
		last := &out[n-1]
		if s.End <= last.End {
			continue
		}
		from, end, to := p.byteAt(last.Start), p.byteAt(last.End), p.byteAt(s.Start)
		if to <= end || strings.TrimSpace(p.text[end:to]) == "" && !strings.Contains(p.text[end:to], "\n\n") {
			*last = p.anchor(from, p.byteAt(s.End))
			continue
		}
		out = append(out, s)
	}
	return out
}

package review

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"parley/reader"
	"parley/reader/event"
)

// Kind says what an item is.
type Kind string

// The kinds.
const (
	Statement Kind = "statement" // what somebody is reported to hold
	Relation  Kind = "relation"  // who does what to whom
	Suggested Kind = "suggested" // a statement proposed from elsewhere
)

// Anchor is a stretch of a text: its words, what stands around them, and its place.
type Anchor struct {
	Quote  string `json:"quote" required:"false" maxLength:"20000" doc:"the exact words"`
	Prefix string `json:"prefix,omitempty" maxLength:"400" doc:"what stands before them"`
	Suffix string `json:"suffix,omitempty" maxLength:"400" doc:"what stands behind them"`
	Start  int    `json:"start" minimum:"0" doc:"in code points from the beginning of the text"`
	End    int    `json:"end" minimum:"0" doc:"behind the last code point"`
}

// Item is one thing that was read.
type Item struct {
	ID        string         `json:"id" doc:"the same in every edition of the text that holds these words"`
	Kind      Kind           `json:"kind" enum:"statement,relation,suggested"`
	Spans     []Anchor       `json:"spans" doc:"the content, in the order of the text"`
	Quote     string         `json:"quote" doc:"the words of all spans"`
	Speaker   string         `json:"speaker" doc:"empty where nobody is said to hold it"`
	Addressee string         `json:"addressee,omitempty"`
	Cue       string         `json:"cue,omitempty" doc:"the word that reports"`
	Stance    string         `json:"stance,omitempty" doc:"how the speaker stands to the content"`
	Hedges    []string       `json:"hedges,omitempty" doc:"words that lessen"`
	Negated   bool           `json:"negated,omitempty" doc:"what is said is that something is not so"`
	Direct    bool           `json:"direct,omitempty" doc:"all in quotation marks"`
	If        string         `json:"if,omitempty" doc:"the condition"`
	Then      string         `json:"then,omitempty" doc:"what it is a condition of"`
	Gloss     string         `json:"gloss,omitempty" doc:"words by which the reporter says what is meant"`
	Relation  *RelationWords `json:"relation,omitempty" doc:"of a relation: who does what to whom"`
	Near      bool           `json:"near,omitempty" doc:"proposed in words that are not in the text; these are the nearest"`
	Proposed  string         `json:"proposed,omitempty" doc:"the words as they were proposed, where they are not those of the text"`
	By        string         `json:"by,omitempty" doc:"who proposed it"`
}

// RelationWords is a relation as it was coded.
type RelationWords struct {
	PLOVER   string `json:"plover"`
	CAMEO    string `json:"cameo"`
	Realis   string `json:"realis" doc:"actual, promised, possible, demanded, claimed or denied"`
	From     string `json:"from" doc:"who acts; empty where the sentence does not name it"`
	FromCode string `json:"from_code"`
	To       string `json:"to" doc:"who is acted upon"`
	ToCode   string `json:"to_code"`
	Given    string `json:"given,omitempty" doc:"the kind of what is handed over"`
}

// Items are what was read in a text, in its order: statements, and each event as a relation.
func Items(r *reader.Reading) []Item {
	p := newPage(r.Text)
	items := make([]Item, 0, len(r.Statements)+len(r.Events))
	for i := range r.Statements {
		if it, ok := p.statement(&r.Statements[i]); ok {
			items = append(items, it)
		}
	}
	for i := range r.Events {
		if it, ok := p.relation(&r.Events[i]); ok {
			items = append(items, it)
		}
	}
	inOrder(items, func(it *Item) *Item { return it })
	name(items)
	return items
}

func (p *page) statement(st *reader.Statement) (Item, bool) {
	words := func(s reader.Span) string {
		if s.Empty() {
			return ""
		}
		return oneLine(s.In(p.text))
	}
	it := Item{Kind: Statement, Cue: words(st.Cue), Stance: string(st.Stance), Negated: st.Negated, Direct: st.Direct}
	for _, c := range st.Content {
		if !c.Empty() {
			it.Spans = append(it.Spans, p.anchor(c.Start, c.End))
		}
	}
	if m := st.Speaker; m != nil {
		it.Speaker = oneLine(m.Name)
		if it.Speaker == "" {
			it.Speaker = words(m.Span)
		}
	}
	if m := st.Addressee; m != nil {
		it.Addressee = oneLine(m.Name)
		if it.Addressee == "" {
			it.Addressee = words(m.Span)
		}
	}
	for _, h := range st.Hedges {
		it.Hedges = append(it.Hedges, words(h))
	}
	if st.Condition != nil {
		it.If, it.Then = words(st.Condition.If), words(st.Condition.Then)
	}
	if st.Gloss != nil {
		it.Gloss = words(*st.Gloss)
	}
	it.Quote = joined(it.Spans)
	return it, len(it.Spans) > 0
}

func (p *page) relation(e *event.Event) (Item, bool) {
	if e.Span.End <= e.Span.Start {
		return Item{}, false
	}
	it := Item{
		Kind: Relation, Spans: []Anchor{p.anchor(e.Span.Start, e.Span.End)}, Speaker: oneLine(e.Holder.Name),
		Relation: &RelationWords{
			PLOVER: e.Type, CAMEO: e.Code, Realis: string(e.Realis), From: oneLine(e.Source.Name), FromCode: e.Source.Code,
			To: oneLine(e.Target.Name), ToCode: e.Target.Code, Given: e.Given.Kind,
		},
	}
	it.Quote = joined(it.Spans)
	return it, true
}

// name gives items their names: what they are and what their words are, not where they
// stand nor who says them; equal ones are numbered.
func name(items []Item) {
	seen := map[string]int{}
	for i := range items {
		id := nameOf(&items[i])
		if seen[id]++; seen[id] > 1 {
			items[i].ID = id + "-" + strconv.Itoa(seen[id])
			continue
		}
		items[i].ID = id
	}
}

// letters begin names.
var letters = map[Kind]string{Statement: "s", Relation: "r", Suggested: "p"}

func kindOf(id string) Kind {
	for _, k := range []Kind{Relation, Suggested} {
		if strings.HasPrefix(id, letters[k]) {
			return k
		}
	}
	return Statement
}

func nameOf(it *Item) string {
	words := it.Quote
	if it.Proposed != "" {
		words = it.Proposed
	}
	key := string(it.Kind) + "\x00" + plainWords(words)
	if r := it.Relation; r != nil { // one stretch may be several relations
		key += "\x00" + r.CAMEO + "\x00" + r.FromCode + "\x00" + r.ToCode
	}
	sum := sha256.Sum256([]byte(key))
	return letters[it.Kind] + hex.EncodeToString(sum[:6])
}

// base is a name without its number among equals.
func base(id string) string {
	b, _, _ := strings.Cut(id, "-")
	return b
}

// plainWords are the words of a text in lower case, without what stands between them.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// oneLine is a text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func joined(spans []Anchor) string {
	var parts []string
	for i := range spans {
		parts = append(parts, oneLine(spans[i].Quote))
	}
	return strings.Join(parts, " […] ")
}

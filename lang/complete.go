package lang

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"parley/evidence"
	"parley/world"
)

// Option is something that may stand at a place of a world file.
type Option struct {
	Label  string `json:"label"`
	Kind   string `json:"kind"` // "block", "attribute", "reference", "value", "law" or "evidence"
	Detail string `json:"detail"`
	Insert string `json:"insert"` // the text to put there
}

// Completion is what may stand in the place of the bytes From to To.
type Completion struct {
	From, To int
	Options  []Option
}

// mostOptions bounds a list that people read.
const mostOptions = 200

// Complete lists what may stand at a byte of a file in native syntax, which may be
// broken: names of attributes and blocks by the dictionary of the language, references
// to the blocks of a world, laws, fixed values and entries of the evidence library. Of a
// nil world it knows no references.
func Complete(src []byte, at int, w *world.World) Completion {
	at = max(0, min(at, len(src)))
	from := at
	for from > 0 && part(src[from-1]) {
		from--
	}
	to := at
	for to < len(src) && part(src[to]) {
		to++
	}
	c := Completion{From: from, To: to, Options: []Option{}}
	here := placeIn(src, from)
	if here.text && !here.quoted {
		return c
	}
	word := string(src[from:at])
	for _, o := range here.options(w) {
		if len(c.Options) < mostOptions && fits(o.Label, word) {
			c.Options = append(c.Options, o)
		}
	}
	return c
}

// part reports whether a byte belongs to a name or a reference.
func part(b byte) bool {
	return b == '_' || b == '-' || b == '.' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf
}

// fits reports whether a name begins with a word, or a part of it does.
func fits(name, word string) bool {
	if strings.HasPrefix(name, word) {
		return true
	}
	last := word[strings.LastIndexByte(word, '.')+1:]
	return len(last) > 1 && strings.Contains(name, last) && strings.HasPrefix(name, word[:len(word)-len(last)])
}

// spot is where in a file one is.
type spot struct {
	block     *world.Block // nil where the block is not known
	attribute *world.Attribute
	value     bool   // behind an equals sign
	key       bool   // a key of a table
	text      bool   // inside quotation marks or a comment
	quoted    bool   // inside quotation marks that hold a fixed value
	callee    string // name of the law whose argument it is
}

// level is an open bracket.
type level struct {
	block *world.Block
	table *world.Attribute // of a table in braces
	call  string
}

// placeIn finds out by the tokens before it where a byte is.
func placeIn(src []byte, at int) spot {
	tokens, _ := hclsyntax.LexConfig(src[:at], "", hcl.InitialPos) // what is broken gives tokens too
	schema := world.Schema()
	stack := []level{{block: schema}}
	var line []hclsyntax.Token // since the last line break at this level
	inText := false
	for _, t := range tokens {
		top := &stack[len(stack)-1]
		switch t.Type { //nolint:exhaustive // the other tokens open and close nothing
		case hclsyntax.TokenNewline:
			if top.table == nil && top.call == "" {
				line = nil
			}
			continue
		case hclsyntax.TokenComment:
			if strings.HasSuffix(string(t.Bytes), "\n") {
				line = nil
			} else {
				inText = true
			}
			continue
		case hclsyntax.TokenOQuote:
			inText = true
		case hclsyntax.TokenCQuote:
			inText = false
		case hclsyntax.TokenOBrace:
			stack = append(stack, top.opened(line, len(stack) == 1))
			line = nil
			continue
		case hclsyntax.TokenOParen, hclsyntax.TokenOBrack:
			l := level{block: top.block, table: top.table}
			if len(line) > 0 && line[len(line)-1].Type == hclsyntax.TokenIdent {
				l.call = string(line[len(line)-1].Bytes)
			}
			stack = append(stack, l)
		case hclsyntax.TokenCBrace, hclsyntax.TokenCParen, hclsyntax.TokenCBrack:
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
			if t.Type == hclsyntax.TokenCBrace {
				line = nil
				continue
			}
		}
		line = append(line, t)
	}
	return stack[len(stack)-1].spot(line, inText)
}

// opened is the level of a brace: a block by its header, or the table of an attribute.
func (l *level) opened(line []hclsyntax.Token, top bool) level {
	if len(line) == 0 || l.block == nil {
		return level{}
	}
	name := string(line[0].Bytes)
	if slices.ContainsFunc(line, func(t hclsyntax.Token) bool { return t.Type == hclsyntax.TokenEqual }) {
		return level{block: l.block, table: l.block.Attribute(name)}
	}
	if top && name == "world" {
		return level{block: topWorld()}
	}
	return level{block: l.block.Block(name)}
}

// topWorld is the block named world, which holds attributes only.
func topWorld() *world.Block {
	b := *world.Schema()
	b.Blocks = nil
	return &b
}

// spot is where the end of a line is.
func (l *level) spot(line []hclsyntax.Token, inText bool) spot {
	s := spot{block: l.block, text: inText, callee: l.call}
	equals := slices.IndexFunc(line, func(t hclsyntax.Token) bool { return t.Type == hclsyntax.TokenEqual })
	switch {
	case l.table != nil && l.table.Type == world.TypeTable && (equals < 0 || last(line, hclsyntax.TokenComma)):
		s.attribute, s.key = l.table, true
	case l.table != nil:
		s.attribute, s.value = l.table, true
	case equals > 0 && l.block != nil:
		s.attribute, s.value = l.block.Attribute(string(line[0].Bytes)), true
	case l.call != "":
		s.value = true
	}
	s.quoted = inText && s.value && s.attribute != nil && (len(s.attribute.OneOf) > 0 || s.attribute.Type == world.TypePeriod)
	return s
}

func last(line []hclsyntax.Token, of hclsyntax.TokenType) bool {
	return len(line) > 0 && line[len(line)-1].Type == of
}

// options lists what may stand here.
func (s spot) options(w *world.World) []Option {
	switch {
	case s.key:
		return s.keys(w)
	case s.value:
		return s.values(w)
	case s.block != nil:
		return s.names()
	}
	return nil
}

// names are the attributes and blocks of a block.
func (s spot) names() []Option {
	var list []Option
	if s.block == world.Schema() { // the top of a file
		list = append(list, Option{"world", "block", s.block.Help, "world \"\" {\n  \n}"})
	} else {
		for i := range s.block.Attributes {
			a := &s.block.Attributes[i]
			list = append(list, Option{a.Name, "attribute", described(a), a.Name + " = "})
		}
	}
	for _, b := range s.block.Blocks {
		insert := b.Name + " {\n  \n}"
		if b.Labelled {
			insert = b.Name + " \"\" {\n  \n}"
		}
		list = append(list, Option{b.Name, "block", b.Help, insert})
	}
	return list
}

// described says what an attribute is.
func described(a *world.Attribute) string {
	text := a.Help
	if a.Unit != "" {
		text += " · " + a.Unit
	}
	switch {
	case a.Required:
		text += " · required"
	case a.Default != "":
		text += " · default " + a.Default
	}
	return text
}

// keys are what a table's numbers may be named by.
func (s spot) keys(w *world.World) []Option {
	var list []Option
	for _, id := range idsOf(w, s.attribute.Keys) {
		list = append(list, Option{id, "reference", s.attribute.Keys, id + " = "})
	}
	return list
}

// values are what an attribute may be set to.
func (s spot) values(w *world.World) []Option {
	var list []Option
	a := s.attribute
	if a == nil {
		a = &world.Attribute{Type: world.TypeNumber}
	}
	quote := `"`
	if s.text {
		quote = ""
	}
	for _, v := range a.OneOf {
		list = append(list, Option{v, "value", a.Help, quote + v + quote})
	}
	for _, kind := range a.RefTo {
		for _, id := range idsOf(w, kind) {
			list = append(list, Option{kind + "." + id, "reference", kind, kind + "." + id})
		}
	}
	switch a.Type { //nolint:exhaustive // of the other types nothing can be listed
	case world.TypePeriod:
		for _, v := range []string{"month", "quarter", "year"} {
			list = append(list, Option{v, "value", "length of a step", quote + v + quote})
		}
	case world.TypeFlag:
		list = append(list, Option{"true", "value", a.Help, "true"}, Option{"false", "value", a.Help, "false"})
	case world.TypeMeasure:
		for _, m := range measures(w) {
			list = append(list, Option{m.Name, "value", m.Unit, quote + m.Name + quote})
		}
	case world.TypeGives:
		list = append(list, Option{"money", "value", "money", "money"})
		for _, id := range idsOf(w, "kind") {
			list = append(list, Option{"kind." + id, "reference", "kind", "kind." + id}, Option{"technology(kind." + id + ")", "reference", "technology for it", "technology(kind." + id + ")"})
		}
	case world.TypeReferences:
		if slices.Contains(a.RefTo, "evidence") {
			list = append(list, library()...)
		}
	case world.TypeNumber, world.TypeTable, world.TypePair:
		list = append(list, numbers(w)...)
	}
	return list
}

func measures(w *world.World) []world.Measure {
	if w == nil {
		return nil
	}
	return world.Measures(w)
}

// numbers are the laws, arithmetic, quantities and entries that a number may be made of.
func numbers(w *world.World) []Option {
	var list []Option
	for _, name := range functionNames() {
		if of, is := laws[name]; is {
			list = append(list, Option{name, "law", name + "(" + of.arguments + ")", name + "("})
			continue
		}
		list = append(list, Option{name, "value", "arithmetic", name + "("})
	}
	for _, id := range idsOf(w, "quantity") {
		list = append(list, Option{"quantity." + id, "reference", "quantity", "quantity." + id})
	}
	return append(list, library()...)
}

// library is the entries of the evidence library.
func library() []Option {
	var list []Option
	for _, e := range evidence.All() {
		list = append(list, Option{"evidence." + e.ID, "evidence", fmt.Sprintf("%s: %g %s", e.Title, e.Value, e.Unit), "evidence." + e.ID})
	}
	return list
}

// idsOf lists the blocks of a kind, in order.
func idsOf(w *world.World, kind string) []string {
	if w == nil {
		return nil
	}
	var list []string
	switch kind {
	case "actor":
		list = idsIn(w.Actors, func(x *world.Actor) string { return x.ID })
	case "theatre", "war":
		list = idsIn(w.Theatres, func(x *world.Theatre) string { return x.ID })
	case "kind":
		list = idsIn(w.Kinds, func(x *world.Kind) string { return x.ID })
	case "source":
		list = idsIn(w.Sources, func(x *world.Source) string { return x.ID })
	case "person":
		list = idsIn(w.Persons, func(x *world.Person) string { return x.ID })
	case "support":
		list = idsIn(w.Supports, func(x *world.Support) string { return x.ID })
	case "flow":
		list = idsIn(w.Flows, func(x *world.Flow) string { return x.ID })
	case "watch":
		list = idsIn(w.Watches, func(x *world.Watch) string { return x.ID })
	case "precedent":
		list = idsIn(w.Precedents, func(x *world.Precedent) string { return x.ID })
	case "release":
		list = idsIn(w.Releases, func(x *world.Release) string { return x.ID })
	case "theory":
		list = idsIn(w.Theories, func(x *world.Theory) string { return x.ID })
	case "quantity":
		list = idsIn(w.Quantities, func(x *world.Quantity) string { return x.ID })
	case "body":
		list = idsIn(w.Bodies, func(x *world.Body) string { return x.ID })
	case "scenario":
		list = idsIn(w.Scenarios, func(x *world.Scenario) string { return x.ID })
	case "claim":
		list = idsIn(w.Claims, func(x *world.Claim) string { return x.ID })
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func idsIn[T any](blocks []*T, id func(*T) string) []string {
	var list []string
	for _, b := range blocks {
		if b != nil && id(b) != "" {
			list = append(list, id(b))
		}
	}
	return list
}

// Hover says what stands at a byte of a file: an attribute or block of the dictionary, a
// law, or an entry of the library; empty where there is nothing to say.
func Hover(src []byte, at int, w *world.World) (from, to int, text string) {
	at = max(0, min(at, len(src)))
	from, to = at, at
	for from > 0 && part(src[from-1]) {
		from--
	}
	for to < len(src) && part(src[to]) {
		to++
	}
	word := string(src[from:to])
	if word == "" {
		return from, to, ""
	}
	here := placeIn(src, from)
	if here.text {
		return from, to, ""
	}
	for _, o := range here.options(w) {
		if o.Label != word {
			continue
		}
		if id, is := strings.CutPrefix(word, "evidence."); is {
			return from, to, hovered(id)
		}
		return from, to, word + ": " + o.Detail
	}
	return from, to, ""
}

// hovered is an entry of the library in some lines.
func hovered(id string) string {
	e, ok := evidence.Find(id)
	if !ok {
		return ""
	}
	text := fmt.Sprintf("%s\n%g %s", e.Title, e.Value, e.Unit)
	if e.Interval != evidence.NoInterval {
		text += fmt.Sprintf(" (%g to %g, %s)", e.Lo, e.Hi, e.Interval)
	}
	return text + "\n" + e.Source
}

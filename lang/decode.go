package lang

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"parley/diag"
	"parley/world"
)

// pending is a number whose expression is lowered once all blocks are known.
type pending struct {
	number  *world.Number
	expr    hclsyntax.Expression
	context string
	where   world.Place
}

// decode turns the blocks of all files into the world, lists of blocks in the
// order of files and lines.
func (l *loader) decode(bodies []*block) {
	top := &world.Block{Name: "file", Blocks: tops()}
	worlds := 0
	for _, body := range bodies {
		for _, a := range body.attrs {
			l.unknown(a.name, a.at, top, "", nil)
		}
		for _, b := range body.blocks {
			if !l.room(b) {
				return
			}
			if b.name != "world" {
				l.into(b, top, reflect.ValueOf(l.w).Elem(), "")
				continue
			}
			if worlds++; worlds > 1 {
				l.errorAt(b.header, "duplicate", "Second world block", "world", fmt.Sprintf("A directory is one world, and its world block stands already on %s line %d.", l.w.Range.File, l.w.Range.Start.Line))
				continue
			}
			l.meta(b, top.Blocks[0], &l.w.Meta, "world")
			l.fill(b, top.Blocks[0], reflect.ValueOf(l.w).Elem(), &l.w.Meta, "world")
		}
	}
	if worlds == 0 && !l.w.Origin.Partial {
		l.add(diag.Diagnostic{ID: "no-world", Summary: "No world block", Detail: "One file of the directory must say what the world is about: world { title = \"…\" start = \"2025-01\" period = \"quarter\" horizon = \"10 years\" }."})
	}
	if worlds == 0 {
		for _, a := range []string{"title", "start", "period", "horizon"} {
			l.w.Origin.Failed[world.Place{Block: &l.w.Meta, Attr: a}] = true
		}
	}
}

// room counts a block and those inside it, and reports whether the world can
// still hold them.
func (l *loader) room(b *block) bool {
	what, most := "blocks", mostBlocks
	l.blocks += size(b)
	if b.name == "theatre" {
		if l.theatres++; l.theatres > world.MostTheatres {
			what, most = "theatres", world.MostTheatres
		}
	}
	if what == "blocks" && l.blocks <= mostBlocks {
		return true
	}
	l.errorAt(b.header, "too-many", "Too many blocks", "", fmt.Sprintf("A world holds at most %d %s; the rest is not looked at.", most, what))
	l.w.Origin.Partial = true
	return false
}

// size is the number of blocks in b, itself included.
func size(b *block) int {
	n := 1
	for _, inner := range b.blocks {
		n += size(inner)
	}
	return n
}

// into decodes a block that stands inside another.
func (l *loader) into(b *block, parent *world.Block, owner reflect.Value, context string) {
	of := parent.Block(b.name)
	if of == nil {
		l.unknown(b.name, b.at, parent, context, b)
		return
	}
	made := reflect.New(of.Go)
	meta, ok := reflect.TypeAssert[*world.Meta](made.Elem().FieldByName("Meta").Addr())
	if !ok || !l.meta(b, of, meta, context) {
		return
	}
	name := called(b)
	if context != "" {
		name = context + ", " + name
	}
	if step, ok := reflect.TypeAssert[*world.Step](made); ok && of.Labelled {
		l.stepDate(b, step, name)
	}
	field := owner.Field(of.Field)
	if of.Many {
		field.Set(reflect.Append(field, made))
	} else {
		if !field.IsNil() {
			l.errorAt(b.header, "duplicate", "Block given twice", context, fmt.Sprintf("There can be one %s block here.", b.name))
			return
		}
		field.Set(made)
	}
	l.fill(b, of, made.Elem(), meta, name)
}

// called is how messages call a block.
func called(b *block) string {
	if len(b.labels) > 0 {
		return fmt.Sprintf("%s %q", b.name, b.labels[0].text)
	}
	return b.name
}

// meta checks a block's label and notes where the block stands.
func (l *loader) meta(b *block, of *world.Block, meta *world.Meta, context string) bool {
	meta.Range = place(b.header)
	switch {
	case of.Labelled && len(b.labels) == 0:
		l.errorAt(b.header, "label", "Block without a name", context, fmt.Sprintf("%s block needs a name (%s): %s \"…\" { … }.", article(b.name), labelHelp(of.Label), b.name))
		l.w.Origin.Partial = true // whatever refers to it cannot be found
		return false
	case len(b.labels) > 0 && !of.Labelled:
		l.errorAt(b.labels[0].at, "label", "Block takes no name", context, fmt.Sprintf("%s block has no name: write %s { … }.", article(b.name), b.name))
	case len(b.labels) > 1:
		l.errorAt(b.labels[1].at, "label", "Block with two names", context, fmt.Sprintf("%s block has one name.", article(b.name)))
	}
	if of.Labelled {
		meta.ID = b.labels[0].text
	}
	return true
}

// article is a name with its article, at the head of a sentence.
func article(name string) string {
	if name != "" && strings.ContainsRune("aeiou", rune(name[0])) {
		return "An " + name
	}
	return "A " + name
}

func labelHelp(of string) string {
	if of == "name" {
		return "lower-case, with dashes"
	}
	return "the name of the " + of
}

func (l *loader) stepDate(b *block, step *world.Step, context string) {
	date, err := world.ParseDate(b.labels[0].text)
	if err != nil {
		l.errorAt(b.labels[0].at, "date", "Not a date", context, upper(err.Error())+".")
		l.w.Origin.Failed[world.Place{Block: &step.Meta, Attr: ""}] = true
		date = l.w.Start
	}
	step.At = date
	if date.IsZero() {
		step.At = world.Date{Year: 1, Month: 1, Day: 1}
	}
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// unknown reports a block or attribute that does not exist here, and remembers
// what it may have been meant for, so that its absence is not reported too.
func (l *loader) unknown(name string, at hcl.Range, parent *world.Block, context string, b *block) {
	what, id := "attribute", "unknown-attribute"
	if b != nil {
		what, id = "block", "unknown-block"
	}
	where := "in " + strings.ToLower(article(parent.Name)[:1]) + article(parent.Name)[1:] + " block"
	if parent.Name == "file" {
		where = "at the top of a file"
	}
	d := diag.Diagnostic{ID: id, Summary: "Unknown " + what, Context: context, Range: place(at), Detail: fmt.Sprintf("There is no %s named %q %s.", what, name, where)}
	switch {
	case b == nil && parent.Block(name) != nil:
		d.Summary, d.Detail = "A block, not an attribute", fmt.Sprintf("%s is a block: write it without the equals sign, %s { … }.", name, name)
	case b != nil && parent.Attribute(name) != nil:
		d.Summary, d.Detail = "An attribute, not a block", fmt.Sprintf("%s is an attribute: write %s = ….", name, name)
	default:
		names := parent.Names()
		slices.Sort(names)
		var ok bool
		if d.Suggestion, ok = l.near(name, names); !ok {
			d.Detail += " Allowed: " + strings.Join(names, ", ") + "."
		}
	}
	if b != nil && len(b.labels) > 0 && parent.Name == "file" {
		l.w.Origin.Lost[d.Suggestion+"."+b.labels[0].text] = true
	}
	if b == nil && parent.Name == "file" { // in JSON it may hold blocks
		l.w.Origin.Lost[d.Suggestion+".*"] = true
	}
	l.add(d)
}

// near is the nearest of some names, unless the world is wrong so often that
// looking would take too long.
func (l *loader) near(name string, names []string) (string, bool) {
	if l.compared += len(names); l.compared > mostCompared {
		return "", false
	}
	return diag.Nearest(name, names)
}

// mostCompared bounds the number of names compared to find the nearest.
const mostCompared = 500_000

// fill decodes the inside of a block.
func (l *loader) fill(b *block, of *world.Block, into reflect.Value, meta *world.Meta, context string) {
	seen := map[string]bool{}
	for _, a := range b.attrs {
		known := of.Attribute(a.name)
		if known == nil || a.expr == nil {
			l.lose(a.name, of, meta)
			l.unknown(a.name, a.at, of, context, nil)
			continue
		}
		l.attribute(a, known, into, meta, context)
	}
	for _, n := range b.blocks {
		pair := of.Attribute(n.name)
		if pair != nil && pair.Type == world.TypePair && of.Block(n.name) == nil && len(n.labels) == 0 {
			if seen[n.name] {
				l.errorAt(n.header, "duplicate", "Block given twice", context, fmt.Sprintf("There can be one %s here.", n.name))
				continue
			}
			seen[n.name] = true
			l.pairBlock(n, pair, into, meta, context)
			continue
		}
		if of.Block(n.name) == nil {
			l.lose(n.name, of, meta)
		}
		l.into(n, of, into, context)
	}
}

// lose remembers that something that is not known here was probably meant for
// something that is.
func (l *loader) lose(name string, of *world.Block, meta *world.Meta) {
	if meant, ok := l.near(name, of.Names()); ok {
		l.w.Origin.Failed[world.Place{Block: meta, Attr: meant}] = true
	}
}

// pairBlock reads war_cost { challenger = 1 defender = 2 } like the attribute.
func (l *loader) pairBlock(b *block, pair *world.Attribute, into reflect.Value, meta *world.Meta, context string) {
	object := &hclsyntax.ObjectConsExpr{SrcRange: b.header, OpenRange: b.header}
	for _, a := range b.attrs {
		if a.expr == nil {
			continue
		}
		key := &hclsyntax.TemplateExpr{SrcRange: a.at, Parts: []hclsyntax.Expression{textLiteral(a.name, a.at)}}
		object.Items = append(object.Items, hclsyntax.ObjectConsItem{KeyExpr: key, ValueExpr: a.expr})
	}
	for _, n := range b.blocks {
		l.errorAt(n.header, "unknown-block", "Unknown block", context, fmt.Sprintf("%s holds numbers, no blocks.", pair.Name))
	}
	l.attribute(attribute{name: pair.Name, at: b.at, expr: object}, pair, into, meta, context)
}

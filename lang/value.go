package lang

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"parley/diag"
	"parley/evidence"
	"parley/world"
)

// reader decodes one attribute.
type reader struct {
	*loader

	attr    *world.Attribute
	into    reflect.Value // the block's struct
	meta    *world.Meta
	context string
	bad     bool
}

// attribute decodes the value of an attribute into its field.
func (l *loader) attribute(a attribute, known *world.Attribute, into reflect.Value, meta *world.Meta, context string) {
	where := world.Place{Block: meta, Attr: known.Name}
	l.w.Origin.Places[where] = place(a.expr.Range())
	r := &reader{loader: l, attr: known, into: into, meta: meta, context: context}
	field := into.FieldByIndex(known.Field)
	e := bare(a.expr)
	if literal, ok := e.(*hclsyntax.LiteralValueExpr); ok && !literal.Val.IsKnown() {
		l.w.Origin.Failed[where] = true // the parser has said what is wrong
		return
	}
	if known.OrNumber != nil && !r.isReference(e, known.RefTo) {
		r.set(into.FieldByIndex(known.OrNumber), r.number(e, known.Name))
	} else {
		r.decode(field, e)
	}
	if r.bad {
		l.w.Origin.Failed[where] = true
	}
}

func (r *reader) decode(field reflect.Value, e hclsyntax.Expression) {
	a := r.attr
	switch a.Type {
	case world.TypeText:
		r.set(field, r.text(e))
	case world.TypeMeasure:
		r.set(field, r.measure(e))
	case world.TypeFlag:
		r.set(field, r.flag(e))
	case world.TypeNumber:
		r.set(field, r.number(e, a.Name))
	case world.TypeDate:
		r.set(field, r.date(e))
	case world.TypeDuration:
		r.set(field, r.duration(e))
	case world.TypePeriod:
		r.set(field, r.period(e))
	case world.TypeReference:
		r.set(field, r.reference(e))
	case world.TypeReferences:
		r.set(field, r.references(e))
	case world.TypeTexts:
		r.set(field, r.texts(e))
	case world.TypeTextsByName:
		r.set(field, r.textsByName(e))
	case world.TypeTable:
		r.set(field, r.table(e))
	case world.TypePair:
		r.pair(field, e)
	case world.TypeGives:
		r.set(field, r.gives(e))
	case world.TypePlace:
		r.set(field, r.coordinates(e))
	case world.TypeSettings:
		r.set(field, r.settings(e))
	}
}

func (r *reader) set(field reflect.Value, value any) { field.Set(reflect.ValueOf(value)) }

// wrong reports a value of the wrong kind.
func (r *reader) wrong(e hclsyntax.Expression, detail string) {
	r.bad = true
	r.errorAt(e.Range(), "wrong-type", "Wrong kind of value", r.context, detail)
}

// bare takes the parentheses off an expression.
func bare(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		p, ok := e.(*hclsyntax.ParenthesesExpr)
		if !ok {
			return e
		}
		e = p.Expression
	}
}

func textLiteral(s string, at hcl.Range) hclsyntax.Expression {
	return &hclsyntax.LiteralValueExpr{Val: cty.StringVal(s), SrcRange: at}
}

// textOf is a text written in quotes or as a heredoc.
func textOf(e hclsyntax.Expression) (string, bool) {
	switch e := e.(type) {
	case *jsonText:
		return e.text, true
	case *hclsyntax.TemplateExpr:
		var b strings.Builder
		for _, part := range e.Parts {
			literal, ok := part.(*hclsyntax.LiteralValueExpr)
			if !ok || literal.Val.Type() != cty.String || literal.Val.IsNull() {
				return "", false
			}
			b.WriteString(literal.Val.AsString())
		}
		return b.String(), true
	default:
		return "", false
	}
}

// native parses what a JSON file holds in quotes where an expression is meant.
func (l *loader) native(e hclsyntax.Expression, context string) (hclsyntax.Expression, bool) {
	t, ok := e.(*jsonText)
	if !ok {
		return bare(e), true
	}
	at := t.SrcRange
	src := t.text
	if strings.HasPrefix(src, "${") && strings.HasSuffix(src, "}") {
		src = src[2 : len(src)-1]
	}
	start := at.Start
	start.Byte++
	start.Column++
	tokens, _ := hclsyntax.LexExpression([]byte(src), at.Filename, start) // the parser reports the same
	if _, shallow := new(guard).look(tokens); !shallow {
		l.errorAt(at, "too-deep", tooDeep, context, tooDeepDetail())
		return nil, false
	}
	out, problems := hclsyntax.ParseExpression([]byte(src), at.Filename, start)
	if problems.HasErrors() {
		l.errorAt(at, "syntax", "Not an expression", context, fmt.Sprintf("%q is not an expression: %s", t.text, problems[0].Detail))
		return nil, false
	}
	return bare(out), true
}

// quiet is native without complaints.
func quiet(e hclsyntax.Expression) hclsyntax.Expression {
	out, ok := newLoader(nil, "").native(e, "")
	if !ok {
		return e
	}
	return out
}

func (r *reader) text(e hclsyntax.Expression) string {
	s, ok := textOf(e)
	switch {
	case !ok:
		if _, template := e.(*hclsyntax.TemplateExpr); template {
			r.wrong(e, "A text cannot hold ${…} or %{…} here; write $${ for a plain ${.")
			break
		}
		hint := ""
		if word := hcl.ExprAsKeyword(e); word != "" {
			hint = fmt.Sprintf(" Write \"%s\" in quotes.", word)
		}
		r.wrong(e, fmt.Sprintf("%s is a text in quotes.%s", r.attr.Name, hint))
	case strings.TrimSpace(s) == "" && r.attr.Required:
		r.wrong(e, fmt.Sprintf("%s must not be empty.", r.attr.Name))
	}
	return s
}

// measure reads the name of a measure: cost.usa, with or without quotes.
func (r *reader) measure(e hclsyntax.Expression) string {
	if names, ok := route(quiet(e)); ok {
		return strings.Join(names, ".")
	}
	return r.text(e)
}

func (r *reader) flag(e hclsyntax.Expression) bool {
	if literal, ok := quiet(e).(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.Bool && !literal.Val.IsNull() {
		return literal.Val.True()
	}
	r.wrong(e, fmt.Sprintf("%s is true or false.", r.attr.Name))
	return false
}

func (r *reader) date(e hclsyntax.Expression) world.Date {
	s, ok := textOf(e)
	if !ok {
		r.wrong(e, fmt.Sprintf("%s is a date in quotes: \"2025-06-01\" or \"2025-06\".", r.attr.Name))
		return world.Date{}
	}
	d, err := world.ParseDate(s)
	if err != nil {
		r.bad = true
		r.errorAt(e.Range(), "date", "Not a date", r.context, upper(err.Error())+".")
	}
	return d
}

// duration reads "18 months" or "2 years".
func (r *reader) duration(e hclsyntax.Expression) world.Duration {
	s, ok := textOf(e)
	if ok {
		if d, ok := parseDuration(s); ok {
			return d
		}
	}
	r.bad = true
	r.errorAt(e.Range(), "duration", "Not a duration", r.context, fmt.Sprintf("%s is a number of whole months in quotes, such as \"18 months\", \"2 quarters\" or \"1.5 years\".", r.attr.Name))
	return 0
}

// longest is the longest duration that can be written, in months.
const longest = 12_000

func parseDuration(s string) (world.Duration, bool) {
	count, unit, ok := strings.Cut(strings.TrimSpace(s), " ")
	if !ok {
		return 0, false
	}
	months, known := map[string]float64{"month": 1, "quarter": 3, "year": 12}[strings.TrimSuffix(strings.TrimSpace(unit), "s")]
	n, err := strconv.ParseFloat(count, 64)
	if !known || err != nil {
		return 0, false
	}
	total := n * months
	if !(total >= 0 && total <= longest) || math.Abs(total-math.Round(total)) > 1e-9 {
		return 0, false
	}
	return world.Duration(math.Round(total)), true
}

func (r *reader) period(e hclsyntax.Expression) world.Period {
	s, ok := textOf(e)
	if ok {
		for _, p := range []world.Period{world.Month, world.Quarter, world.Year} {
			if p.String() == s {
				return p
			}
		}
	}
	r.bad = true
	d := diag.Diagnostic{ID: "one-of", Summary: "Value not allowed", Context: r.context, Range: place(e.Range()), Detail: "The period must be \"month\", \"quarter\" or \"year\"."}
	d.Suggestion, _ = r.near(s, r.attr.OneOf)
	r.add(d)
	return world.Year
}

// route is a reference as its names: theatre.x.war.
func route(e hclsyntax.Expression) ([]string, bool) {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return nil, false
	}
	out := make([]string, 0, len(t.Traversal))
	for _, step := range t.Traversal {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			out = append(out, step.Name)
		case hcl.TraverseAttr:
			out = append(out, step.Name)
		case hcl.TraverseIndex:
			if step.Key.Type() != cty.String || step.Key.IsNull() {
				return nil, false
			}
			out = append(out, step.Key.AsString())
		default:
			return nil, false
		}
	}
	return out, true
}

func (r *reader) isReference(e hclsyntax.Expression, kinds []string) bool {
	names, ok := route(quiet(e))
	return ok && len(kinds) == 1 && names[0] == kinds[0]
}

// example shows how a reference to one of some kinds is written.
func example(kinds []string) string {
	if len(kinds) == 1 && kinds[0] == "war" {
		return "theatre.NAME.war"
	}
	var out []string
	for _, k := range kinds {
		out = append(out, k+".NAME")
	}
	return strings.Join(out, " or ")
}

func (r *reader) reference(e hclsyntax.Expression) string {
	kind, id, ok := r.resolve(e)
	switch {
	case !ok:
		return ""
	case len(r.attr.RefTo) == 1:
		return id
	default:
		return kind + "." + id
	}
}

// resolve reads a reference to a block, such as actor.russia.
func (r *reader) resolve(e hclsyntax.Expression) (kind, id string, ok bool) {
	if s, quoted := textOf(e); quoted {
		if _, isJSON := e.(*jsonText); !isJSON {
			r.wrong(e, fmt.Sprintf("%s is a reference, written without quotes: %s. Not %q.", r.attr.Name, example(r.attr.RefTo), s))
			return "", "", false
		}
	}
	e, ok = r.native(e, r.context)
	if !ok {
		r.bad = true
		return "", "", false
	}
	names, ok := route(e)
	for _, k := range r.attr.RefTo {
		switch {
		case !ok:
		case k == "war" && len(names) == 3 && names[0] == "theatre" && names[2] == "war":
			return k, names[1], true
		case k != "war" && len(names) == 2 && names[0] == k:
			return k, names[1], true
		}
	}
	r.wrong(e, fmt.Sprintf("%s is a reference: %s.%s", r.attr.Name, example(r.attr.RefTo), dashes(names)))
	return "", "", false
}

// dashes explains a name that may have been meant as a difference.
func dashes(names []string) string {
	for _, n := range names {
		if strings.Contains(n, "-") {
			return fmt.Sprintf(" Note that %q is one name: a difference is written with spaces, a - b.", n)
		}
	}
	return ""
}

// list gives the items of a list.
func (r *reader) list(e hclsyntax.Expression, of string) []hclsyntax.Expression {
	tuple, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		r.wrong(e, fmt.Sprintf("%s is a list in square brackets: [%s].", r.attr.Name, of))
		return nil
	}
	return tuple.Exprs
}

func (r *reader) references(e hclsyntax.Expression) []string {
	var out []string
	for _, item := range r.list(e, example(r.attr.RefTo)) {
		kind, id, ok := r.resolve(item)
		if !ok {
			continue
		}
		name := id
		if len(r.attr.RefTo) > 1 {
			name = kind + "." + id
		}
		if kind == "evidence" && !r.knownEvidence(item.Range(), r.context, id) {
			continue
		}
		r.w.Origin.Places[world.Place{Block: r.meta, Attr: r.attr.Name + "." + name}] = place(item.Range())
		out = append(out, name)
	}
	return out
}

// knownEvidence reports whether the library has an entry.
func (l *loader) knownEvidence(at hcl.Range, context, id string) bool {
	if _, ok := evidence.Find(id); ok {
		return true
	}
	d := diag.Diagnostic{ID: "unknown-evidence", Summary: "Unknown evidence", Context: context, Range: place(at), Detail: fmt.Sprintf("The library has no entry named %q. `parley evidence` lists it.", id)}
	d.Suggestion, _ = l.near(id, evidence.IDs())
	l.add(d)
	return false
}

func (r *reader) texts(e hclsyntax.Expression) []string {
	var out []string
	for _, item := range r.list(e, `"…", "…"`) {
		if names, ok := route(bare(item)); ok && len(names) > 1 {
			r.noteText(item, strings.Join(names, "."))
			out = append(out, strings.Join(names, "."))
			continue
		}
		s, ok := textOf(item)
		if !ok {
			r.wrong(item, fmt.Sprintf("%s is a list of texts in quotes.", r.attr.Name))
			continue
		}
		r.noteText(item, s)
		out = append(out, s)
	}
	return out
}

// noteText notes where an item of a list stands.
func (r *reader) noteText(e hclsyntax.Expression, s string) {
	r.w.Origin.Places[world.Place{Block: r.meta, Attr: r.attr.Name + "." + s}] = place(e.Range())
}

// item is a key of an object with its value.
type item struct {
	key   string
	at    hcl.Range
	value hclsyntax.Expression
}

// items gives the members of an object.
func (l *loader) items(e hclsyntax.Expression, context string) ([]item, bool) {
	object, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok {
		return nil, false
	}
	var out []item
	for _, x := range object.Items {
		key, ok := keyOf(x.KeyExpr)
		if !ok {
			l.errorAt(x.KeyExpr.Range(), "wrong-type", "Not a name", context, "Write a name here, with quotes around it if it holds anything but letters, digits and dashes.")
			continue
		}
		out = append(out, item{key, x.KeyExpr.Range(), bare(x.ValueExpr)})
	}
	return out, true
}

func keyOf(e hclsyntax.Expression) (string, bool) {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		e = k.Wrapped
	}
	e = bare(e)
	if s, ok := textOf(e); ok {
		return s, true
	}
	if names, ok := route(e); ok {
		return strings.Join(names, "."), true
	}
	if literal, ok := e.(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.Number && !literal.Val.IsNull() {
		return literal.Val.AsBigFloat().Text('g', -1), true
	}
	return "", false
}

func (r *reader) textsByName(e hclsyntax.Expression) map[string]string {
	items, ok := r.items(e, r.context)
	if !ok {
		r.wrong(e, fmt.Sprintf("%s is written { name = \"…\", … }.", r.attr.Name))
		return nil
	}
	out := map[string]string{}
	for _, i := range items {
		s, ok := textOf(i.value)
		if !ok {
			r.wrong(i.value, fmt.Sprintf("%s is written { name = \"…\", … }.", r.attr.Name))
		}
		r.w.Origin.Places[world.Place{Block: r.meta, Attr: r.attr.Name + "." + i.key}] = place(i.at)
		out[i.key] = s
	}
	return out
}

func (r *reader) table(e hclsyntax.Expression) world.Table {
	items, ok := r.items(e, r.context)
	if !ok {
		r.wrong(e, fmt.Sprintf("%s is written { %s = number, … }.", r.attr.Name, strings.ToUpper(r.attr.Keys)))
		return nil
	}
	var out world.Table
	for _, i := range items {
		attr := r.attr.Name + "." + i.key
		r.w.Origin.Places[world.Place{Block: r.meta, Attr: attr}] = place(i.at)
		out = append(out, world.Entry{Key: i.key, Number: r.number(i.value, attr)})
	}
	return out
}

// pair reads { challenger = 1, defender = 2 }, or one number for both.
func (r *reader) pair(field reflect.Value, e hclsyntax.Expression) {
	items, ok := r.items(e, r.context)
	if !ok {
		r.single(field, e)
		return
	}
	var names []string
	for _, p := range r.attr.Parts {
		names = append(names, p.Name)
	}
	seen := map[string]bool{}
	for _, i := range items {
		var part *world.Attribute
		for j := range r.attr.Parts {
			if r.attr.Parts[j].Name == i.key {
				part = &r.attr.Parts[j]
			}
		}
		switch {
		case part == nil:
			d := diag.Diagnostic{ID: "unknown-attribute", Summary: "Unknown attribute", Context: r.context, Range: place(i.at), Detail: fmt.Sprintf("%s has %s, not %q.", r.attr.Name, strings.Join(names, " and "), i.key)}
			d.Suggestion, _ = r.near(i.key, names)
			r.add(d)
		case seen[i.key]:
			r.errorAt(i.at, "duplicate", "Name used twice", r.context, fmt.Sprintf("%s stands here twice.", i.key))
		default:
			seen[i.key] = true
			r.set(field.FieldByIndex(part.Field), r.number(i.value, r.attr.Name+"."+i.key))
		}
	}
}

// single gives both parts of a pair the same number. A distribution so written
// is one factor: the second part refers to the first.
func (r *reader) single(field reflect.Value, e hclsyntax.Expression) {
	first, second := r.attr.Parts[0], r.attr.Parts[1]
	n := r.number(e, r.attr.Name)
	r.set(field.FieldByIndex(first.Field), n)
	also := &world.Number{Range: n.Range, Note: n.Note, Formula: &world.Formula{Op: world.Reference, To: n}}
	if literal, ok := e.(*hclsyntax.LiteralValueExpr); ok {
		if v, ok := floatOf(literal); ok {
			also.Formula = &world.Formula{Op: world.Constant, Value: v}
		}
	}
	r.set(field.FieldByIndex(second.Field), also)
}

func (r *reader) gives(e hclsyntax.Expression) world.Gives {
	e, ok := r.native(e, r.context)
	if !ok {
		r.bad = true
		return world.Gives{}
	}
	if call, ok := e.(*hclsyntax.FunctionCallExpr); ok && call.Name == "technology" && len(call.Args) == 1 {
		if names, ok := route(bare(call.Args[0])); ok && len(names) == 2 && names[0] == "kind" {
			return world.Gives{What: world.GivesTechnology, Kind: names[1]}
		}
	}
	if names, ok := route(e); ok {
		switch {
		case len(names) == 1 && names[0] == "money":
			return world.Gives{What: world.GivesMoney}
		case len(names) == 2 && names[0] == "kind":
			return world.Gives{What: world.GivesKind, Kind: names[1]}
		}
	}
	r.wrong(e, fmt.Sprintf("%s is kind.NAME, technology(kind.NAME) or money.", r.attr.Name))
	return world.Gives{}
}

func (r *reader) coordinates(e hclsyntax.Expression) []float64 {
	var out []float64
	for _, item := range r.list(e, "longitude, latitude") {
		v, ok := plainNumber(item)
		if !ok {
			r.wrong(item, fmt.Sprintf("%s is two plain numbers: [longitude, latitude].", r.attr.Name))
			return nil
		}
		out = append(out, v)
	}
	return out
}

func (r *reader) settings(e hclsyntax.Expression) []world.Setting {
	items, ok := r.items(e, r.context)
	if !ok {
		r.wrong(e, fmt.Sprintf("%s is written { \"quantity.NAME\" = value, … }.", r.attr.Name))
		return nil
	}
	var out []world.Setting
	seen := map[string]bool{}
	for _, i := range items {
		if seen[i.key] {
			r.errorAt(i.at, "duplicate", "Name used twice", r.context, fmt.Sprintf("%s is set here twice.", i.key))
			continue
		}
		seen[i.key] = true
		out = append(out, world.Setting{Path: i.key, Number: r.number(i.value, "set."+i.key), Range: place(i.at)})
	}
	return out
}

// number notes an expression to be lowered once every block is known.
func (r *reader) number(e hclsyntax.Expression, attr string) *world.Number {
	at := e.Range()
	n := &world.Number{Range: place(at), Note: r.comments[at.Filename][at.End.Line]}
	r.pending = append(r.pending, pending{number: n, expr: e, context: r.context, where: world.Place{Block: r.meta, Attr: attr}})
	return n
}

package lang

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"

	"parley/diag"
	"parley/world"
)

// block is a block as written, in either syntax.
type block struct {
	name   string
	at     hcl.Range // of the name
	labels []label
	header hcl.Range
	attrs  []attribute
	blocks []*block
}

type label struct {
	text string
	at   hcl.Range
}

// attribute is an attribute as written. The expression is nil where only the
// name is known.
type attribute struct {
	name string
	at   hcl.Range // of the name
	expr hclsyntax.Expression
}

// jsonText is a text in a JSON file, where expressions too are written as texts.
type jsonText struct {
	*hclsyntax.TemplateExpr

	text string
}

// parse reads a file into blocks as far as it can.
func (l *loader) parse(name string, src []byte) *block {
	if strings.HasSuffix(name, ".json") {
		return l.parseJSON(name, src)
	}
	tokens, _ := hclsyntax.LexConfig(src, name, hcl.InitialPos) // the parser reports the same
	g := &guard{comments: map[int]string{}}
	if at, ok := g.look(tokens); !ok {
		l.w.Origin.Partial = true
		l.errorAt(at, "too-deep", tooDeep, "", tooDeepDetail())
		return &block{}
	}
	l.comments[name] = g.comments
	file, problems := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	l.syntax(problems)
	if file == nil {
		return &block{}
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return &block{}
	}
	out := &block{}
	native(body, out)
	return out
}

// syntax passes on what a parser found.
func (l *loader) syntax(problems hcl.Diagnostics) {
	for i, p := range problems {
		if i > 0 && p.Summary == "Root value must be object" {
			continue // it follows from what was said before
		}
		d := diag.Diagnostic{ID: "syntax", Summary: p.Summary, Detail: p.Detail}
		if p.Severity == hcl.DiagWarning {
			d.Severity = diag.Warning
		} else {
			l.w.Origin.Partial = true
		}
		if p.Subject != nil {
			d.Range = place(*p.Subject)
		}
		l.add(d)
	}
}

func native(body *hclsyntax.Body, out *block) {
	for _, a := range body.Attributes {
		out.attrs = append(out.attrs, attribute{name: a.Name, at: a.NameRange, expr: a.Expr})
	}
	slices.SortFunc(out.attrs, func(a, b attribute) int { return cmp.Compare(a.at.Start.Byte, b.at.Start.Byte) })
	for _, n := range body.Blocks {
		b := &block{name: n.Type, at: n.TypeRange, header: n.DefRange()}
		for i := range n.Labels {
			b.labels = append(b.labels, label{n.Labels[i], n.LabelRanges[i]})
		}
		native(n.Body, b)
		out.blocks = append(out.blocks, b)
	}
}

func (l *loader) parseJSON(name string, src []byte) *block {
	if !shallowJSON(src) {
		l.w.Origin.Partial = true
		l.add(diag.Diagnostic{ID: "too-deep", Summary: tooDeep, Detail: fmt.Sprintf("Objects and lists can be nested %d deep.", mostNesting), Range: diag.Range{File: name}})
		return &block{}
	}
	file, problems := json.Parse(src, name)
	l.syntax(problems)
	out := &block{}
	if file == nil || problems.HasErrors() {
		return out
	}
	top := &world.Block{Name: "file", Blocks: tops()}
	l.fromJSON(file.Body, top, out)
	return out
}

// tops lists the blocks that may stand at the top of a file.
func tops() []*world.Block {
	root := world.Schema()
	return append([]*world.Block{{Name: root.Name, Help: root.Help, Attributes: root.Attributes, Go: root.Go, Field: -1}}, root.Blocks...)
}

// fromJSON reads a JSON object as the inside of a block: which properties are
// blocks only the dictionary can say.
func (l *loader) fromJSON(body hcl.Body, b *world.Block, out *block) {
	shape := &hcl.BodySchema{}
	for i := range b.Attributes {
		shape.Attributes = append(shape.Attributes, hcl.AttributeSchema{Name: b.Attributes[i].Name})
	}
	for _, n := range b.Blocks {
		header := hcl.BlockHeaderSchema{Type: n.Name}
		if n.Labelled {
			header.LabelNames = []string{"name"}
		}
		shape.Blocks = append(shape.Blocks, header)
	}
	content, rest, problems := body.PartialContent(shape)
	l.syntax(problems)
	for _, a := range content.Attributes {
		out.attrs = append(out.attrs, attribute{name: a.Name, at: a.NameRange, expr: fromJSONValue(a.Expr)})
	}
	unknown, problems := rest.JustAttributes()
	l.syntax(problems)
	for _, a := range unknown {
		out.attrs = append(out.attrs, attribute{name: a.Name, at: a.NameRange})
	}
	slices.SortFunc(out.attrs, func(a, b attribute) int { return cmp.Compare(a.at.Start.Byte, b.at.Start.Byte) })
	for _, n := range content.Blocks {
		inner := &block{name: n.Type, at: n.TypeRange, header: n.TypeRange}
		for i := range n.Labels {
			inner.labels = append(inner.labels, label{n.Labels[i], n.LabelRanges[i]})
			inner.header = n.LabelRanges[i]
		}
		l.fromJSON(n.Body, b.Block(n.Type), inner)
		out.blocks = append(out.blocks, inner)
	}
}

// fromJSONValue turns a JSON value into the same tree that native syntax gives.
func fromJSONValue(e hcl.Expression) hclsyntax.Expression {
	if items, problems := hcl.ExprList(e); !problems.HasErrors() {
		list := &hclsyntax.TupleConsExpr{SrcRange: e.Range(), OpenRange: e.StartRange()}
		for _, item := range items {
			list.Exprs = append(list.Exprs, fromJSONValue(item))
		}
		return list
	}
	if pairs, problems := hcl.ExprMap(e); !problems.HasErrors() {
		object := &hclsyntax.ObjectConsExpr{SrcRange: e.Range(), OpenRange: e.StartRange()}
		for _, p := range pairs {
			object.Items = append(object.Items, hclsyntax.ObjectConsItem{KeyExpr: fromJSONValue(p.Key), ValueExpr: fromJSONValue(p.Value)})
		}
		return object
	}
	v, _ := e.Value(nil) // numbers, texts and truth values cannot fail
	if v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
		literal := &hclsyntax.LiteralValueExpr{Val: v, SrcRange: e.Range()}
		return &jsonText{TemplateExpr: &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{literal}, SrcRange: e.Range()}, text: v.AsString()}
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: e.Range()}
}

package lang

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"parley/diag"
	"parley/reader/gazetteer"
)

// Gazetteer reads a user's own names for the reader, all problems in one go:
//
//	state "UKR" {
//	  name  = "Ukraine"
//	  also  = ["…"]
//	  cities = ["Bakhmut"]
//	}
//	group "RUSREBLIB" { name = "Freedom of Russia Legion" }
//	person "Jane Doe" {
//	  of     = "GBR"
//	  office = "foreign minister"
//	  from   = "2027-01-01"
//	}
//	role "REB" { words = ["irregulars"] }
//
// The other blocks are alliance, organisation and body. Attributes also,
// demonyms, cities and seats are lists of names; until ends a term.
func Gazetteer(name string, src []byte) ([]gazetteer.Entry, diag.List) {
	r := &nameReader{}
	if len(src) > mostFileBytes {
		r.add(hcl.Range{Filename: name}, "unreadable", "Cannot read the gazetteer", fmt.Sprintf("It is larger than %d MB.", mostFileBytes>>20))
		return nil, r.list
	}
	if !utf8.Valid(src) {
		r.add(hcl.Range{Filename: name}, "not-utf8", "Not a text in UTF-8", "Save the file in that encoding.")
		return nil, r.list
	}
	tokens, _ := hclsyntax.LexConfig(src, name, hcl.InitialPos) // the parser reports the same
	if at, ok := (&guard{comments: map[int]string{}}).look(tokens); !ok {
		r.add(at, "too-deep", tooDeep, tooDeepDetail())
		return nil, r.list
	}
	file, problems := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	for _, p := range problems {
		at := hcl.Range{Filename: name}
		if p.Subject != nil {
			at = *p.Subject
		}
		r.add(at, "syntax", p.Summary, p.Detail)
	}
	if problems.HasErrors() {
		return nil, r.list
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return nil, r.list
	}
	for _, a := range body.Attributes {
		r.add(a.NameRange, "unknown", fmt.Sprintf("Unknown attribute %q", a.Name), "A gazetteer holds blocks only: "+nameBlocks+".")
	}
	for _, b := range body.Blocks {
		r.block(b)
	}
	r.list.Sort()
	return r.entries, r.list
}

const nameBlocks = "state, alliance, organisation, group, body, person and role"

type nameReader struct {
	list    diag.List
	entries []gazetteer.Entry
}

func (r *nameReader) add(at hcl.Range, id, summary, detail string) {
	r.list = append(r.list, diag.Diagnostic{ID: id, Summary: summary, Detail: detail, Range: place(at)})
}

func (r *nameReader) block(b *hclsyntax.Block) {
	kind, ok := gazetteer.ParseKind(b.Type)
	if !ok {
		r.add(b.TypeRange, "unknown", fmt.Sprintf("Unknown block %q", b.Type), "A gazetteer holds "+nameBlocks+".")
		return
	}
	if len(b.Labels) != 1 {
		r.add(b.DefRange(), "label", fmt.Sprintf("%s needs one label", b.Type), `The label is the CAMEO code, for a person the name: group "LBNREBHEZ" { … }, person "Jane Doe" { … }.`)
		return
	}
	before := len(r.list)
	e := gazetteer.Entry{Kind: kind, Code: b.Labels[0]}
	if kind == gazetteer.Person {
		e.Code, e.Name = "", b.Labels[0]
	}
	for _, a := range b.Body.Attributes {
		r.attribute(b.Type, &e, a)
	}
	for _, inner := range b.Body.Blocks {
		r.add(inner.TypeRange, "unknown", fmt.Sprintf("Unknown block %q in %s", inner.Type, b.Type), "An entry of a gazetteer has attributes only.")
	}
	if len(r.list) > before {
		return
	}
	if err := e.Check(); err != nil {
		r.add(b.DefRange(), "gazetteer", "An entry that cannot be used", sentenceOf(err))
		return
	}
	r.entries = append(r.entries, e)
}

// sentenceOf writes an error as a sentence.
func sentenceOf(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

func (r *nameReader) attribute(block string, e *gazetteer.Entry, a *hclsyntax.Attribute) {
	var into *string
	var list *[]string
	switch a.Name {
	case "name":
		into = &e.Name
	case "of":
		into = &e.Of
	case "office":
		into = &e.Office
	case "also", "words":
		list = &e.Also
	case "demonyms":
		list = &e.Demonyms
	case "cities":
		list = &e.Cities
	case "seats":
		list = &e.Seats
	case "from", "until":
		r.day(e, a)
		return
	default:
		names := []string{"name", "of", "office", "also", "words", "demonyms", "cities", "seats", "from", "until"}
		detail := "Attributes are " + strings.Join(names, ", ") + "."
		if near, ok := diag.Nearest(a.Name, names); ok {
			detail = fmt.Sprintf("Did you mean %q?", near)
		}
		r.add(a.NameRange, "unknown", fmt.Sprintf("Unknown attribute %q in %s", a.Name, block), detail)
		return
	}
	if into != nil {
		*into, _ = r.text(a.Name, a.Expr)
		return
	}
	tuple, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok {
		r.add(a.Expr.Range(), "type", fmt.Sprintf("%s is a list of names", a.Name), `Write it as ["one", "another"].`)
		return
	}
	for _, x := range tuple.Exprs {
		if text, ok := r.text(a.Name, x); ok {
			*list = append(*list, text)
		}
	}
}

func (r *nameReader) text(name string, x hclsyntax.Expression) (string, bool) {
	v, problems := x.Value(nil)
	if problems.HasErrors() || v.IsNull() || !v.IsKnown() || v.Type() != cty.String || strings.TrimSpace(v.AsString()) == "" {
		r.add(x.Range(), "type", fmt.Sprintf("%s is a text", name), "Write it in quotation marks.")
		return "", false
	}
	return v.AsString(), true
}

func (r *nameReader) day(e *gazetteer.Entry, a *hclsyntax.Attribute) {
	text, ok := r.text(a.Name, a.Expr)
	if !ok {
		return
	}
	day, err := gazetteer.ParseDay(text)
	if err != nil {
		r.add(a.Expr.Range(), "type", fmt.Sprintf("%s is no day", a.Name), sentenceOf(err))
		return
	}
	if a.Name == "from" {
		e.From = day
	} else {
		e.Until = day
	}
}

package world

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Type says how an attribute's value is written.
type Type string

// The types an attribute may have.
const (
	TypeText        Type = "text"
	TypeFlag        Type = "true or false"
	TypeNumber      Type = "number"
	TypeDate        Type = "date"
	TypeDuration    Type = "duration"
	TypePeriod      Type = "period"
	TypeReference   Type = "reference"
	TypeReferences  Type = "list of references"
	TypeTexts       Type = "list of texts"
	TypeTextsByName Type = "texts by name"
	TypeTable       Type = "numbers by name"
	TypePair        Type = "pair of numbers" // Sides, Types and After
	TypeGives       Type = "kind, technology or money"
	TypePlace       Type = "longitude and latitude"
	TypeSettings    Type = "values by path"
	TypeMeasure     Type = "measure"
)

// Attribute is what the language knows of one attribute.
type Attribute struct {
	Name     string
	Type     Type
	Domain   Domain
	Unit     string
	Default  string
	Required bool
	RefTo    []string // kinds of blocks a reference may name
	Keys     string   // what the keys of a table name
	OneOf    []string
	Help     string
	Parts    []Attribute // of a pair

	// Field is the index of the Go field, as reflect counts; OrNumber that of
	// the field that takes a number where the attribute may be one instead.
	Field, OrNumber []int
}

// Block is what the language knows of one kind of block.
type Block struct {
	Name       string
	Labelled   bool
	Label      string // what the label names: a kind of block, "date", or "name"
	Many       bool   // whether it may stand more than once
	Required   bool
	Help       string
	Attributes []Attribute
	Blocks     []*Block

	// Field is the index of the Go field in the parent, Go the struct's type.
	Field int
	Go    reflect.Type
}

// Attribute finds an attribute by name, or nil.
func (b *Block) Attribute(name string) *Attribute {
	for i := range b.Attributes {
		if b.Attributes[i].Name == name {
			return &b.Attributes[i]
		}
	}
	return nil
}

// Block finds a nested block by name, or nil.
func (b *Block) Block(name string) *Block {
	for _, n := range b.Blocks {
		if n.Name == name {
			return n
		}
	}
	return nil
}

// Names lists the attributes and blocks that may stand inside.
func (b *Block) Names() []string {
	var out []string
	for i := range b.Attributes {
		out = append(out, b.Attributes[i].Name)
	}
	for _, n := range b.Blocks {
		out = append(out, n.Name)
	}
	return out
}

// Schema is the dictionary of the language, derived from the struct tags of
// this package: the block named world, whose Blocks are those that stand at
// the top of a file beside it. The result is shared and must not be changed.
func Schema() *Block { return schema() }

var schema = sync.OnceValue(func() *Block {
	b := &Block{Name: "world", Help: "the world as a whole; one per directory", Go: reflect.TypeFor[World]()}
	describe(b)
	return b
})

// describe fills in the attributes and blocks of b from its Go type.
func describe(b *Block) {
	var common []Attribute // of Meta: they come last
	for i := range b.Go.NumField() {
		f := b.Go.Field(i)
		switch {
		case f.Anonymous && f.Type == reflect.TypeFor[Meta]():
			common = embedded(f)
		case f.Anonymous:
			common = append(embedded(f), common...)
		case f.Tag.Get("attr") != "":
			b.Attributes = append(b.Attributes, attribute(b.Go, f, []int{i}))
		case f.Tag.Get("block") != "":
			b.Blocks = append(b.Blocks, nested(f, i)...)
		}
	}
	b.Attributes = append(b.Attributes, common...)
}

func embedded(f reflect.StructField) []Attribute {
	var out []Attribute
	for j := range f.Type.NumField() {
		if g := f.Type.Field(j); g.Tag.Get("attr") != "" {
			out = append(out, attribute(f.Type, g, []int{f.Index[0], j}))
		}
	}
	return out
}

// nested describes the blocks that a field holds: one, except that the steps
// of a scenario are written as two kinds of block.
func nested(f reflect.StructField, index int) []*Block {
	names, labels := strings.Fields(f.Tag.Get("block")), strings.Fields(f.Tag.Get("label"))
	t := f.Type
	many := t.Kind() == reflect.Slice
	if many {
		t = t.Elem()
	}
	var out []*Block
	for i, name := range names {
		label := "name"
		if i < len(labels) {
			label = labels[i]
		}
		b := &Block{
			Name: name, Many: many, Labelled: many && label != "-", Field: index, Go: t.Elem(),
			Help: f.Tag.Get("help"), Required: f.Tag.Get("required") == "yes",
		}
		if b.Labelled {
			b.Label = label
		}
		describe(b)
		if b.Go == reflect.TypeFor[Step]() {
			asStep(b)
		}
		out = append(out, b)
	}
	return out
}

// asStep gives `ends` to the when block alone.
func asStep(b *Block) {
	if b.Name == "at" {
		b.Help = "actions at a date; the label is the date"
		b.Attributes = slices.DeleteFunc(b.Attributes, func(a Attribute) bool { return a.Name == "ends" })
		return
	}
	b.Labelled, b.Label = false, ""
	b.Help = "actions once a war ends"
	b.Attribute("ends").Required = true
}

func attribute(owner reflect.Type, f reflect.StructField, index []int) Attribute {
	tag := f.Tag
	a := Attribute{
		Name: tag.Get("attr"), Unit: tag.Get("unit"), Default: tag.Get("default"), Help: tag.Get("help"),
		Required: tag.Get("required") == "yes", RefTo: strings.Fields(tag.Get("ref")), Keys: tag.Get("keys"),
		OneOf: strings.Fields(tag.Get("one_of")), Domain: domainNamed(tag.Get("in")), Field: index,
	}
	a.Type = typeOf(f, len(a.RefTo) > 0)
	if tag.Get("ref") == "measure" { // not a block: what a run records
		a.Type, a.RefTo = TypeMeasure, nil
	}
	if a.Type == TypePeriod {
		a.OneOf = []string{Month.String(), Quarter.String(), Year.String()}
	}
	if name := tag.Get("or_number"); name != "" {
		if g, ok := owner.FieldByName(name); ok {
			a.OrNumber = g.Index
		}
	}
	if a.Type == TypePair {
		a.Parts = parts(a, f.Type)
	}
	return a
}

// parts describes the members of a pair. Those without a domain of their own
// share the pair's; a default of two numbers is one for each.
func parts(pair Attribute, t reflect.Type) []Attribute {
	defaults := strings.Fields(pair.Default)
	var out []Attribute
	for i := range t.NumField() {
		f := t.Field(i)
		part := attribute(t, f, []int{i})
		if f.Tag.Get("in") == "" {
			part.Domain, part.Unit = pair.Domain, pair.Unit
		}
		if len(defaults) > 0 {
			part.Default = defaults[min(i, len(defaults)-1)]
		}
		out = append(out, part)
	}
	return out
}

func domainNamed(s string) Domain {
	switch s {
	case "positive":
		return Positive
	case "probability":
		return Probability
	default:
		return Real
	}
}

func typeOf(f reflect.StructField, reference bool) Type {
	switch f.Type {
	case reflect.TypeFor[*Number]():
		return TypeNumber
	case reflect.TypeFor[Date]():
		return TypeDate
	case reflect.TypeFor[Duration]():
		return TypeDuration
	case reflect.TypeFor[Period]():
		return TypePeriod
	case reflect.TypeFor[Table]():
		return TypeTable
	case reflect.TypeFor[Sides](), reflect.TypeFor[Types](), reflect.TypeFor[After]():
		return TypePair
	case reflect.TypeFor[Gives]():
		return TypeGives
	case reflect.TypeFor[[]Setting]():
		return TypeSettings
	case reflect.TypeFor[map[string]string]():
		return TypeTextsByName
	case reflect.TypeFor[[]float64]():
		return TypePlace
	case reflect.TypeFor[bool]():
		return TypeFlag
	case reflect.TypeFor[[]string]():
		if reference {
			return TypeReferences
		}
		return TypeTexts
	}
	if reference {
		return TypeReference
	}
	return TypeText
}

package world

import (
	"reflect"
	"strconv"
	"strings"
)

// site is one block of a world, with its path.
type site struct {
	path   string
	block  *Block
	meta   *Meta
	value  reflect.Value // the struct
	parent *site
}

// name is how messages call the block: `theatre "ukraine"`.
func (s *site) name() string {
	if s.block.Labelled {
		return s.block.Name + ` "` + s.meta.ID + `"`
	}
	return s.block.Name
}

// context is the name of the outermost block that s stands in, and of s.
func (s *site) context() string {
	top := s
	for top.parent != nil && top.parent.parent != nil {
		top = top.parent
	}
	if top == s {
		return s.name()
	}
	return top.name() + ", " + s.name()
}

// sites lists all blocks of the world, each before those inside it.
func (w *World) sites() []*site {
	root := &site{path: "world", block: Schema(), meta: &w.Meta, value: reflect.ValueOf(w).Elem()}
	return inside(root, []*site{root})
}

func inside(s *site, out []*site) []*site {
	seen := map[int]bool{}
	for _, b := range s.block.Blocks {
		if seen[b.Field] { // at and when share a field
			continue
		}
		seen[b.Field] = true
		field := s.value.Field(b.Field)
		if !b.Many {
			if !field.IsNil() {
				out = enter(s, b, field, b.Name, out)
			}
			continue
		}
		taken := map[string]int{}
		for i := range field.Len() {
			if field.Index(i).IsNil() {
				continue
			}
			out = enter(s, b, field.Index(i), segment(b, field.Index(i), i, taken), out)
		}
	}
	return out
}

// segment is what a block of which there are many adds to the path.
func segment(b *Block, v reflect.Value, i int, taken map[string]int) string {
	step, isStep := reflect.TypeAssert[*Step](v)
	if !isStep {
		if b.Labelled {
			return b.Name + "." + key(v)
		}
		return b.Name + "." + strconv.Itoa(i+1)
	}
	name := "at." + step.At.String()
	if step.Ends != "" || step.At.IsZero() {
		name = "when." + step.Ends
	}
	taken[name]++
	if n := taken[name]; n > 1 {
		name += "#" + strconv.Itoa(n)
	}
	return name
}

// key tells a labelled block from others of its kind: by its name, or, as an
// actor may have means of several kinds changed in one step, by actor and kind.
func key(v reflect.Value) string {
	if m, ok := reflect.TypeAssert[*MeansAction](v); ok && m.Kind != "" {
		return m.ID + "." + m.Kind
	}
	return v.Elem().FieldByName("ID").String()
}

func enter(parent *site, b *Block, pointer reflect.Value, segment string, out []*site) []*site {
	if step, ok := reflect.TypeAssert[*Step](pointer); ok && (step.Ends != "" || step.At.IsZero()) {
		b = parent.block.Block("when")
	}
	s := &site{
		path: segment, block: b, value: pointer.Elem(), parent: parent,
		meta: as[*Meta](pointer.Elem().FieldByName("Meta").Addr()),
	}
	if parent.parent != nil {
		s.path = parent.path + "." + segment
	}
	return inside(s, append(out, s))
}

// as is the value of a Go field whose type the dictionary vouches for.
func as[T any](v reflect.Value) T {
	x, ok := reflect.TypeAssert[T](v)
	if !ok {
		//nolint:forbidigo // the invariant: fields have the types that their tags say
		panic("world: the dictionary says another type than " + v.Type().String())
	}
	return x
}

// field is the Go field of an attribute.
func (s *site) field(a *Attribute) reflect.Value { return s.value.FieldByIndex(a.Field) }

// slot is a place where a number stands or may stand.
type slot struct {
	site   *site
	attr   string // "share", "weights.land", "war_cost.challenger"
	path   string
	number **Number
	like   *Attribute // domain, unit and default
}

// slots lists the places for numbers in a block, those of settings excepted.
func (s *site) slots() []slot {
	var out []slot
	for i := range s.block.Attributes {
		a := &s.block.Attributes[i]
		if a.OrNumber != nil {
			out = append(out, s.slot(a.Name, s.value.FieldByIndex(a.OrNumber), &Attribute{}))
		}
		field := s.field(a)
		switch a.Type {
		case TypeNumber:
			out = append(out, s.slot(a.Name, field, a))
		case TypePair:
			for j := range a.Parts {
				part := &a.Parts[j]
				out = append(out, s.slot(a.Name+"."+part.Name, field.FieldByIndex(part.Field), part))
			}
		case TypeTable:
			table := as[Table](field)
			for j := range table {
				out = append(out, slot{s, a.Name + "." + table[j].Key, s.path + "." + a.Name + "." + table[j].Key, &table[j].Number, a})
			}
		default: // holds no numbers
		}
	}
	return out
}

func (s *site) slot(attr string, field reflect.Value, like *Attribute) slot {
	out := slot{site: s, attr: attr, path: s.path + "." + attr, number: as[**Number](field.Addr()), like: like}
	if q, ok := reflect.TypeAssert[*Quantity](s.value.Addr()); ok {
		out.path = s.path
		out.like = &Attribute{Domain: domainNamed(q.Domain), Unit: q.Unit}
	}
	return out
}

// settings lists the numbers that rivals set.
func (s *site) settings() []slot {
	r, ok := reflect.TypeAssert[*Rival](s.value.Addr())
	if !ok {
		return nil
	}
	var out []slot
	for i := range r.Set {
		out = append(out, slot{s, "set." + r.Set[i].Path, s.path + "." + r.Set[i].Path, &r.Set[i].Number, &Attribute{}})
	}
	return out
}

// canonical is the path under which a number is kept: quantity.x for
// quantity.x.value.
func canonical(path string) string {
	if strings.HasPrefix(path, "quantity.") && strings.Count(path, ".") == 2 {
		return strings.TrimSuffix(path, ".value")
	}
	return path
}

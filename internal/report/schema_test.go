package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/analysis"
	"parley/diag"
)

var update = flag.Bool("update", false, "write the golden files and the schemas anew")

// documents are what has a schema.
func documents() map[string]reflect.Type {
	return map[string]reflect.Type{
		"run":      reflect.TypeFor[RunDocument](),
		"check":    reflect.TypeFor[CheckDocument](),
		"explain":  reflect.TypeFor[ExplainDocument](),
		"compare":  reflect.TypeFor[CompareDocument](),
		"coupling": reflect.TypeFor[CouplingDocument](),
		"analyse":  reflect.TypeFor[AnalyseDocument](),
		"evidence": reflect.TypeFor[EvidenceDocument](),
		"version":  reflect.TypeFor[VersionDocument](),
	}
}

// A program that reads the documents would break if a field changed without its
// schema, and so without anybody's notice. Schemas are written from the types,
// and described by their comments.
func TestSchemasAreThoseOfTheDocuments(t *testing.T) {
	comments := commentsOf(t, "", ".", "../..", "../../analysis", "../../result", "../../diag")
	for _, pkg := range []string{"sensitivity", "discovery", "decision"} {
		maps.Copy(comments, commentsOf(t, prefixOf(pkg), filepath.Join("../../analysis", pkg)))
	}
	for name, typ := range documents() {
		d := &describer{comments: comments, defs: map[string]any{}, types: map[string]reflect.Type{}, t: t}
		schema := d.object(typ)
		schema["properties"].(map[string]any)["document"] = map[string]any{"const": name, "description": "which document this is"}
		schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
		schema["$id"] = "urn:parley:schema:" + name
		schema["title"] = comments[typ.Name()]
		schema["$defs"] = d.defs
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(schema); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("schema", name+schemaEnd)
		if *update {
			if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, ok := Schema(name)
		if !ok || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("the schema of %s is not that of its type; if the change is meant, run the tests with -update", name)
		}
	}
	if names := Schemas(); !*update && len(names) != len(documents()) {
		t.Errorf("schemas of %v", names)
	}
}

// commentsOf gathers what the comments of types and fields say: by "Type" and
// "Type.Field".
func commentsOf(t *testing.T, prefix string, dirs ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				if decl, ok := n.(*ast.GenDecl); ok {
					collect(decl, prefix, found)
				}
				return true
			})
		}
	}
	return found
}

func collect(decl *ast.GenDecl, prefix string, found map[string]string) {
	for _, spec := range decl.Specs {
		typ, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		text := decl.Doc.Text()
		if typ.Doc != nil {
			text = typ.Doc.Text()
		}
		found[prefix+typ.Name.Name] = oneLine(text)
		structure, ok := typ.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, field := range structure.Fields.List {
			for _, name := range field.Names {
				found[prefix+typ.Name.Name+"."+name.Name] = oneLine(field.Doc.Text() + " " + field.Comment.Text())
			}
		}
	}
}

// methods are the packages whose types have names that others have too.
const methods = "parley/analysis/"

func prefixOf(pkg string) string { return strings.ToUpper(pkg[:1]) + pkg[1:] }

// nameOf is what a type is called in a schema.
func nameOf(typ reflect.Type) string {
	if pkg, of := strings.CutPrefix(typ.PkgPath(), methods); of {
		return prefixOf(pkg) + typ.Name()
	}
	return typ.Name()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// describer turns types into schemas.
type describer struct {
	t        *testing.T
	comments map[string]string
	defs     map[string]any
	types    map[string]reflect.Type
}

func (d *describer) schema(typ reflect.Type) map[string]any {
	switch typ {
	case reflect.TypeFor[diag.Severity]():
		return map[string]any{"enum": []string{"error", "warning", "judgement"}}
	case reflect.TypeFor[analysis.Kind]():
		return map[string]any{"enum": []analysis.Kind{
			analysis.Holds, analysis.Fails, analysis.Flat, analysis.Mixed, analysis.Undecided, analysis.NotDecided,
		}}
	}
	switch typ.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{d.schema(typ.Elem()), map[string]any{"type": "null"}}}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": d.schema(typ.Elem())}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": d.schema(typ.Elem())}
	case reflect.Struct:
		return d.reference(typ)
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Uint64:
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	default:
		d.t.Fatalf("no schema for %s", typ)
		return nil
	}
}

func (d *describer) reference(typ reflect.Type) map[string]any {
	name := nameOf(typ)
	if known := d.types[name]; known != nil && known != typ {
		d.t.Fatalf("two types are named %s", name)
	}
	if d.types[name] == nil {
		d.types[name] = typ
		d.defs[name] = d.object(typ)
	}
	return map[string]any{"$ref": "#/$defs/" + name}
}

func (d *describer) object(typ reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	d.fields(typ, properties, &required)
	slices.Sort(required)
	o := map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
	if text := d.comments[nameOf(typ)]; text != "" {
		o["description"] = text
	}
	return o
}

// fields adds those of a type, and of the types embedded in it.
func (d *describer) fields(typ reflect.Type, properties map[string]any, required *[]string) {
	for field := range typ.Fields() {
		name, rest, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && name == "":
			d.fields(field.Type, properties, required)
			continue
		case !field.IsExported():
			continue
		case name == "" || name == "-":
			d.t.Fatalf("%s.%s has no name in JSON", typ, field.Name)
		}
		s := d.schema(field.Type)
		if text := d.comments[nameOf(typ)+"."+field.Name]; text != "" {
			s["description"] = text
		}
		properties[name] = s
		if rest == "" {
			*required = append(*required, name)
		}
	}
}

package world

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The manual would tell of attributes that are not there, or not of those that are.
func TestReferenceIsUpToDate(t *testing.T) {
	const path = "../docs/language-reference.md"
	got := []byte(ReferenceTables())
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update", path)
	}
}

func everyBlock(visit func(b *Block)) {
	var walk func(b *Block)
	walk = func(b *Block) {
		visit(b)
		for _, n := range b.Blocks {
			walk(n)
		}
	}
	walk(Schema())
}

// An attribute could be forgotten, undocumented, or have a default that nobody can read.
func TestDictionaryIsComplete(t *testing.T) {
	everyBlock(func(b *Block) {
		seen := map[string]bool{}
		for _, name := range b.Names() {
			if seen[name] {
				t.Errorf("%s: %s stands twice", b.Name, name)
			}
			seen[name] = true
		}
		if b.Help == "" {
			t.Errorf("%s has no help", b.Name)
		}
		for i := range b.Attributes {
			a := &b.Attributes[i]
			if a.Help == "" {
				t.Errorf("%s.%s has no help", b.Name, a.Name)
			}
			if a.Required && a.Default != "" {
				t.Errorf("%s.%s is required and has a default", b.Name, a.Name)
			}
			for d := range strings.FieldsSeq(a.Default) {
				if _, err := strconv.ParseFloat(d, 64); err != nil && a.Type != TypeText {
					t.Errorf("%s.%s: default %q is not a number", b.Name, a.Name, d)
				}
			}
		}
		for f := range b.Go.Fields() {
			known := f.Anonymous || f.Tag.Get("attr") != "" || f.Tag.Get("block") != ""
			if f.Type == reflect.TypeFor[*Number]() && !known && f.Name != "Value" {
				t.Errorf("%s.%s is a number without a name in the language", b.Name, f.Name)
			}
		}
	})
}

// A reference could be to something that is no block.
func TestReferencesAreToBlocks(t *testing.T) {
	root := Schema()
	everyBlock(func(b *Block) {
		for i := range b.Attributes {
			for _, kind := range b.Attributes[i].RefTo {
				if root.Block(kind) == nil && kind != "evidence" && kind != "war" {
					t.Errorf("%s.%s refers to %s", b.Name, b.Attributes[i].Name, kind)
				}
			}
		}
		if b.Labelled && b.Label != "name" && b.Label != "date" && root.Block(b.Label) == nil {
			t.Errorf("the label of %s names a %s", b.Name, b.Label)
		}
	})
}

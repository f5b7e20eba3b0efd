package world

import (
	"fmt"
	"slices"
	"strings"
)

// ReferenceTables renders the dictionary of the language as Markdown tables: every
// block with its attributes, their types, units, defaults and meaning.
func ReferenceTables() string {
	var b strings.Builder
	b.WriteString("# Blocks and attributes\n\n" +
		"Generated from the program's dictionary. ★ marks what is required. " +
		"Rules are those of the model's description. Wherever a number is expected, a distribution or arithmetic may stand. " +
		"Every block may also carry `note`, a text that says why this is so, and `evidence`, a list of sources " +
		"and entries of the library that its numbers rest on: `[source.…, evidence.…]`.\n")
	root := Schema()
	referBlock(&b, root, "", false)
	for _, n := range root.Blocks {
		referBlock(&b, n, "", true)
	}
	return b.String()
}

// referBlock writes one block, and those inside it where inner is set.
func referBlock(b *strings.Builder, of *Block, within string, inner bool) {
	name := of.Name
	if of.Labelled {
		label := of.Label
		if label == "name" {
			label = "…"
		}
		name += fmt.Sprintf(" %q", label)
	}
	level := "##"
	if within != "" {
		level = "###"
		name = within + " › " + name
	}
	fmt.Fprintf(b, "\n%s %s\n\n%s.%s\n", level, name, capital(of.Help), requiredNote(of))
	if len(of.Attributes) > len(noteAndEvidence) {
		b.WriteString("\n| attribute | value | unit | default | meaning |\n|---|---|---|---|---|\n")
	}
	for i := range of.Attributes {
		a := &of.Attributes[i]
		if slices.Contains(noteAndEvidence, a.Name) {
			continue
		}
		star := ""
		if a.Required {
			star = " ★"
		}
		fmt.Fprintf(b, "| `%s`%s | %s | %s | %s | %s |\n", a.Name, star, cell(written(a)), cell(a.Unit), cell(a.Default), cell(a.Help))
	}
	if !inner {
		return
	}
	for _, n := range of.Blocks {
		referBlock(b, n, name, true)
	}
}

// noteAndEvidence are told of once, not with every block.
var noteAndEvidence = []string{"note", "evidence"}

func requiredNote(b *Block) string {
	if b.Required {
		return " Required."
	}
	return ""
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

// written says how the value of an attribute is written.
func written(a *Attribute) string {
	switch {
	case len(a.OneOf) > 0:
		return "`\"" + strings.Join(a.OneOf, "\"`, `\"") + "\"`"
	case len(a.RefTo) > 0:
		return referTo(a)
	}
	switch a.Type {
	case TypeNumber:
		return domainWord(a.Domain)
	case TypeTable:
		return fmt.Sprintf("`{ %s = … }`, each %s", strings.ToUpper(a.Keys), domainWord(a.Domain))
	case TypePair:
		return fmt.Sprintf("`{ %s = …, %s = … }` or one for both; each %s", a.Parts[0].Name, a.Parts[1].Name, domainWord(a.Parts[0].Domain))
	case TypeDate:
		return "`\"2025-06-01\"` or `\"2025-06\"`"
	case TypeDuration:
		return "`\"18 months\"`"
	case TypeFlag:
		return "`true` or `false`"
	case TypeTexts:
		return "list of texts"
	default:
		return string(a.Type)
	}
}

func referTo(a *Attribute) string {
	var kinds []string
	for _, k := range a.RefTo {
		if k == "war" {
			kinds = append(kinds, "`theatre.….war`")
			continue
		}
		kinds = append(kinds, "`"+k+".…`")
	}
	out := strings.Join(kinds, ", ")
	if a.Type == TypeReferences {
		out = "list of " + out
	}
	if a.OrNumber != nil {
		out += " or a number"
	}
	return out
}

func domainWord(d Domain) string {
	switch d {
	case Probability:
		return "from 0 to 1"
	case Positive:
		return "0 or more"
	default:
		return "any number"
	}
}

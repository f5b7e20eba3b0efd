package lang

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"parley/diag"
)

// Format sets a world file in the canonical layout and keeps its comments. A
// text that cannot be parsed is given back as it is, with what is wrong. JSON
// is told by its first character and only indented anew.
func Format(src []byte) ([]byte, diag.List) {
	if !utf8.Valid(src) {
		return src, diag.List{{ID: "not-utf8", Summary: "Not a text in UTF-8", Detail: "World files are plain text in UTF-8."}}
	}
	if trimmed := bytes.TrimSpace(src); len(trimmed) > 0 && trimmed[0] == '{' {
		return formatJSON(src)
	}
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos) // the parser reports the same
	if at, ok := new(guard).look(tokens); !ok {
		return src, diag.List{{ID: "too-deep", Summary: tooDeep, Detail: tooDeepDetail(), Range: place(at)}}
	}
	l := newLoader(nil, "")
	_, problems := hclsyntax.ParseConfig(src, "", hcl.InitialPos)
	l.syntax(problems)
	if l.list.HasErrors() {
		return src, l.list
	}
	return settled(src), l.list
}

// settled formats until nothing changes any more: a second pass sometimes
// aligns what the first has moved.
func settled(src []byte) []byte {
	const passes = 4
	for range passes {
		next := hclwrite.Format(src)
		if bytes.Equal(next, src) {
			break
		}
		src = next
	}
	return src
}

func formatJSON(src []byte) ([]byte, diag.List) {
	var out bytes.Buffer
	if err := json.Indent(&out, bytes.TrimSpace(src), "", "  "); err != nil {
		d := diag.Diagnostic{ID: "syntax", Summary: "Not valid JSON", Detail: upper(err.Error()) + "."}
		if at, ok := errors.AsType[*json.SyntaxError](err); ok {
			head := string(src[:min(int(at.Offset), len(src))])
			d.Range.Start = diag.Pos{Line: 1 + strings.Count(head, "\n"), Column: 1, Byte: len(head)}
			d.Range.End = d.Range.Start
		}
		return src, diag.List{d}
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

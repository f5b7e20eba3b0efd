package lang

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Edit replaces a stretch of a world file: the bytes from Start to End.
type Edit struct {
	Start, End int
	Text       string
}

// Rewrite makes edits to a text. Edits that overlap, or reach beyond it, are refused.
func Rewrite(src []byte, edits []Edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	var out []byte
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(src) {
			return nil, fmt.Errorf("an edit of bytes %d to %d does not fit a text of %d bytes, of which %d are written", e.Start, e.End, len(src), at)
		}
		out = append(append(out, src[at:e.Start]...), e.Text...)
		at = e.End
	}
	return append(out, src[at:]...), nil
}

// SetInWorld is the edit that sets an attribute of the world block to a list of texts:
// in the place of what it was, or as a first line of the block. It reports whether a file
// in native syntax has such a block.
func SetInWorld(src []byte, attribute string, list []string) (Edit, bool) {
	f, problems := hclsyntax.ParseConfig(src, "", hcl.InitialPos)
	body, ok := f.Body.(*hclsyntax.Body)
	if problems.HasErrors() || !ok {
		return Edit{}, false
	}
	at := slices.IndexFunc(body.Blocks, func(b *hclsyntax.Block) bool { return b.Type == "world" })
	if at < 0 {
		return Edit{}, false
	}
	quoted := make([]string, len(list))
	for i, text := range list {
		quoted[i] = strconv.Quote(text)
	}
	value := "[" + strings.Join(quoted, ", ") + "]"
	b := body.Blocks[at]
	if a := b.Body.Attributes[attribute]; a != nil {
		r := a.Expr.Range()
		return Edit{r.Start.Byte, r.End.Byte, value}, true
	}
	after := b.OpenBraceRange.End.Byte
	return Edit{after, after, "\n  " + attribute + " = " + value}, true
}

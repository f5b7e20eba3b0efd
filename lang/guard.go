package lang

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// guard looks at the tokens of a text before a parser does, since the parser
// is recursive: nesting beyond a limit is refused. It also collects what is
// said in a comment behind something on the same line.
type guard struct {
	open     []int // per bracket, the conditionals and signs begun inside it
	signs    int   // of the same run
	behind   bool  // whether something stands on the line before here
	line     int
	comments map[int]string
}

// look checks the tokens and returns the place of the first that is nested too
// deeply.
func (g *guard) look(tokens hclsyntax.Tokens) (hcl.Range, bool) {
	g.open = []int{0}
	for _, t := range tokens {
		if t.Range.Start.Line != g.line {
			g.line, g.behind = t.Range.Start.Line, false
		}
		if t.Type == hclsyntax.TokenComment {
			if g.behind && g.comments != nil {
				g.comments[t.Range.Start.Line] = comment(t.Bytes)
			}
			continue
		}
		if t.Type != hclsyntax.TokenNewline {
			g.behind = true
		}
		if g.step(t.Type) > mostNesting {
			return t.Range, false
		}
	}
	return hcl.Range{}, true
}

// step takes one token and gives the nesting there.
func (g *guard) step(t hclsyntax.TokenType) int {
	top := len(g.open) - 1
	if t == hclsyntax.TokenMinus || t == hclsyntax.TokenBang {
		g.signs++
		return len(g.open) + g.open[top] + g.signs
	}
	g.signs = 0
	switch t {
	case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
		g.open = append(g.open, 0)
	case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd, hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
		if top > 0 {
			g.open = g.open[:top]
		}
	case hclsyntax.TokenQuestion:
		g.open[top]++
	case hclsyntax.TokenComma, hclsyntax.TokenEqual:
		g.open[top] = 0
	default: // nothing that opens, closes or begins anew
	}
	top = len(g.open) - 1
	return len(g.open) + g.open[top]
}

// comment is what a comment says.
func comment(src []byte) string {
	s := strings.TrimSpace(string(src))
	s = strings.TrimSuffix(strings.TrimPrefix(s, "/*"), "*/")
	return strings.TrimSpace(strings.TrimLeft(s, "#/"))
}

const tooDeep = "Nested too deeply"

func tooDeepDetail() string {
	return fmt.Sprintf("Brackets, conditions and signs can be nested %d deep. Give parts of it names with quantity blocks.", mostNesting)
}

// shallowJSON checks the nesting of a JSON text, whose parser is recursive too.
func shallowJSON(src []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > mostNesting {
				return false
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return true
}

package report

import (
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
)

// Style says what a text is set for.
type Style struct {
	Width  int  // columns; fewer than 80 are taken as 80, 0 as 100
	Colour bool // whether the escape sequences of terminals may be used
}

// Widths in columns.
const (
	leastWidth = 80
	usualWidth = 100
)

func (s Style) width() int {
	if s.Width == 0 {
		return usualWidth
	}
	return max(s.Width, leastWidth)
}

// ink is how a text is drawn attention to. Words carry the meaning alone: a
// text reads the same without any.
type ink int

const (
	plainInk ink = iota
	boldInk
	dimInk
	goodInk
	badInk
	calmInk
	openInk
)

// The colours are those of the terminal's own palette, which its user chose.
const (
	red    = "1"
	green  = "2"
	yellow = "3"
	blue   = "4"
)

func (s Style) paint(i ink, text string) string {
	if !s.Colour || i == plainInk || text == "" {
		return text
	}
	style := lipgloss.NewStyle()
	switch i {
	case dimInk:
		style = style.Faint(true)
	case goodInk:
		style = style.Bold(true).Foreground(lipgloss.Color(green))
	case badInk:
		style = style.Bold(true).Foreground(lipgloss.Color(red))
	case calmInk:
		style = style.Bold(true).Foreground(lipgloss.Color(blue))
	case openInk:
		style = style.Bold(true).Foreground(lipgloss.Color(yellow))
	default:
		style = style.Bold(true)
	}
	lines := strings.Split(text, "\n")
	for n, line := range lines { // one by one: together they would be padded to one width
		if line != "" {
			lines[n] = style.Render(line)
		}
	}
	return strings.Join(lines, "\n")
}

func (s Style) bold(text string) string { return s.paint(boldInk, text) }
func (s Style) dim(text string) string  { return s.paint(dimInk, text) }

// heading is a line that opens a part of a page.
func (s Style) heading(text string) string { return s.bold(text) + "\n" }

// wide is the number of columns that a text fills.
func wide(text string) int { return lipgloss.Width(text) }

// right and left pad a text to a number of columns.
func right(text string, columns int) string {
	return strings.Repeat(" ", max(0, columns-wide(text))) + text
}

func left(text string, columns int) string {
	return text + strings.Repeat(" ", max(0, columns-wide(text)))
}

// paragraph breaks a text between words. The first line begins with one indent,
// the others with another.
func (s Style) paragraph(first, rest, text string) string {
	var b strings.Builder
	b.WriteString(first)
	at := wide(first)
	fresh := true
	for word := range strings.FieldsSeq(text) {
		word = strings.ReplaceAll(word, hardSpace, " ")
		size := wide(word)
		switch {
		case fresh:
		case at+1+size > s.width():
			b.WriteString("\n" + rest)
			at = wide(rest)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += size
		fresh = false
	}
	b.WriteByte('\n')
	return b.String()
}

// hardSpace stands for a space at which a paragraph is not broken. It is a word
// joiner, which strings.Fields does not take for a space.
const hardSpace = "\u2060"

// unbroken keeps a text on one line.
func unbroken(text string) string { return strings.ReplaceAll(text, " ", hardSpace) }

// indented is a paragraph set in by two columns.
func (s Style) indented(text string) string { return s.paragraph("  ", "  ", text) }

// clean puts a text of the user's on one line and makes what a terminal could
// take for a command harmless.
func clean(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// shortened cuts a text that is wider than a number of columns.
func shortened(text string, columns int) string {
	if wide(text) <= columns {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && wide(string(runes))+1 > columns {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// listed joins names: "a, b and c".
func listed(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	}
}

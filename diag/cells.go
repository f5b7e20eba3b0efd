package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cell is one character of a source line as it is drawn: its harmless text, the
// columns it fills on a terminal, and where it starts in the line.
type cell struct {
	text   string
	width  int
	offset int
}

const (
	// tabStop is the distance of tab stops in the drawing.
	tabStop = 4
	// mostMarks is the greatest number of combining marks kept on a character:
	// more than any written language needs, too few to spill over other lines.
	mostMarks = 4
	// harmless stands for whatever must not reach a terminal as it is.
	harmless = "\uFFFD"
	// dottedCircle carries a combining mark that has nothing to combine with.
	dottedCircle = "\u25CC"
	// controlPictures is the first of the signs that show control characters.
	controlPictures = '\u2400'
	deleteSign      = "\u2421"
	byteOrderMark   = '\uFEFF'
)

// cells cuts a line, without its line end, into characters as they are drawn.
func cells(line []byte) []cell {
	out := make([]cell, 0, len(line))
	column, marks := 0, 0
	for offset := 0; offset < len(line); {
		r, size := utf8.DecodeRune(line[offset:])
		switch {
		case r == byteOrderMark && offset == 0:
			// An editor's mark at the head of a file: not part of the text.
		case combines(r) && len(out) > 0:
			if marks++; marks <= mostMarks {
				out[len(out)-1].text += string(r)
			}
		default:
			c := drawn(r, size, column)
			c.offset = offset
			out = append(out, c)
			column += c.width
			marks = 0
		}
		offset += size
	}
	return out
}

// drawn gives the harmless form of one decoded character at a column.
func drawn(r rune, size, column int) cell {
	switch {
	case r == utf8.RuneError && size == 1:
		return cell{text: harmless, width: 1}
	case r == '\t':
		width := tabStop - column%tabStop
		return cell{text: strings.Repeat(" ", width), width: width}
	case r < ' ':
		return cell{text: string(controlPictures + r), width: 1}
	case r == unicode.MaxASCII:
		return cell{text: deleteSign, width: 1}
	case !unicode.IsGraphic(r):
		// Format characters among them, which can reverse the reading direction.
		return cell{text: harmless, width: 1}
	case combines(r):
		return cell{text: dottedCircle + string(r), width: 1}
	case unicode.Is(wide, r):
		return cell{text: string(r), width: 2}
	default:
		return cell{text: string(r), width: 1}
	}
}

// combines reports whether a character is drawn onto the one before it.
func combines(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || (r >= 0x1160 && r <= 0x11FF)
}

// wide holds the characters that fill two columns of a terminal: the classes W
// and F of Unicode Standard Annex 11 (East Asian Width), with small gaps closed.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115F, 1},
		{0x231A, 0x231B, 1},
		{0x2329, 0x232A, 1},
		{0x23E9, 0x23EC, 1},
		{0x23F0, 0x23F0, 1},
		{0x23F3, 0x23F3, 1},
		{0x25FD, 0x25FE, 1},
		{0x2614, 0x2615, 1},
		{0x2648, 0x2653, 1},
		{0x267F, 0x267F, 1},
		{0x2693, 0x2693, 1},
		{0x26A1, 0x26A1, 1},
		{0x26AA, 0x26AB, 1},
		{0x26BD, 0x26BE, 1},
		{0x26C4, 0x26C5, 1},
		{0x26CE, 0x26CE, 1},
		{0x26D4, 0x26D4, 1},
		{0x26EA, 0x26EA, 1},
		{0x26F2, 0x26F3, 1},
		{0x26F5, 0x26F5, 1},
		{0x26FA, 0x26FA, 1},
		{0x26FD, 0x26FD, 1},
		{0x2705, 0x2705, 1},
		{0x270A, 0x270B, 1},
		{0x2728, 0x2728, 1},
		{0x274C, 0x274C, 1},
		{0x274E, 0x274E, 1},
		{0x2753, 0x2755, 1},
		{0x2757, 0x2757, 1},
		{0x2795, 0x2797, 1},
		{0x27B0, 0x27B0, 1},
		{0x27BF, 0x27BF, 1},
		{0x2B1B, 0x2B1C, 1},
		{0x2B50, 0x2B50, 1},
		{0x2B55, 0x2B55, 1},
		{0x2E80, 0x303E, 1},
		{0x3041, 0xA4CF, 1},
		{0xA960, 0xA97C, 1},
		{0xAC00, 0xD7A3, 1},
		{0xF900, 0xFAFF, 1},
		{0xFE10, 0xFE19, 1},
		{0xFE30, 0xFE6F, 1},
		{0xFF01, 0xFF60, 1},
		{0xFFE0, 0xFFE6, 1},
	},
	R32: []unicode.Range32{
		{0x16FE0, 0x18CFF, 1},
		{0x1AFF0, 0x1B2FF, 1},
		{0x1F004, 0x1F004, 1},
		{0x1F0CF, 0x1F0CF, 1},
		{0x1F18E, 0x1F18E, 1},
		{0x1F191, 0x1F19A, 1},
		{0x1F200, 0x1F320, 1},
		{0x1F32D, 0x1F335, 1},
		{0x1F337, 0x1F37C, 1},
		{0x1F37E, 0x1F393, 1},
		{0x1F3A0, 0x1F3CA, 1},
		{0x1F3CF, 0x1F3D3, 1},
		{0x1F3E0, 0x1F3F0, 1},
		{0x1F3F4, 0x1F3F4, 1},
		{0x1F3F8, 0x1F43E, 1},
		{0x1F440, 0x1F440, 1},
		{0x1F442, 0x1F4FC, 1},
		{0x1F4FF, 0x1F53D, 1},
		{0x1F54B, 0x1F567, 1},
		{0x1F595, 0x1F596, 1},
		{0x1F5FB, 0x1F64F, 1},
		{0x1F680, 0x1F6C5, 1},
		{0x1F6CC, 0x1F6CC, 1},
		{0x1F6D0, 0x1F6D7, 1},
		{0x1F6DC, 0x1F6DF, 1},
		{0x1F6EB, 0x1F6EC, 1},
		{0x1F6F4, 0x1F6FC, 1},
		{0x1F7E0, 0x1F7F0, 1},
		{0x1F90C, 0x1F9FF, 1},
		{0x1FA70, 0x1FAFF, 1},
		{0x20000, 0x3FFFD, 1},
	},
}

// plain gives a text on one line with everything harmful made visible, for
// names and messages that may quote the user's text.
func plain(text string) string {
	text = strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(text)
	var b strings.Builder
	for _, c := range cells([]byte(text)) {
		b.WriteString(c.text)
	}
	return b.String()
}

// columns gives the number of terminal columns that a harmless text fills.
func columns(text string) int {
	n := 0
	for _, c := range cells([]byte(text)) {
		n += c.width
	}
	return n
}

package diag

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Options says how a list is drawn.
type Options struct {
	// Colour asks for the escape sequences of terminals. The caller decides,
	// since only the caller knows where the text goes.
	Colour bool
	// Width is the number of columns to draw in; 0 means 100, and less than 40
	// is drawn as 40.
	Width int
}

const (
	usualWidth = 100
	leastWidth = 40
	// mostLines is the greatest number of source lines drawn for one range. Of
	// a longer range the head and the last line are drawn.
	mostLines = 4
)

// Write draws the list for people, in its order: for each problem the summary,
// the place, the source text with the problem marked, and the detail; at the
// end a line that counts them. The sources are the texts of the files by the
// names used in the ranges; where one is missing only the place is named. An
// empty list draws nothing.
func Write(w io.Writer, l List, sources map[string][]byte, options Options) error {
	if len(l) == 0 {
		return nil
	}
	p := painter{colour: options.Colour, width: options.Width, texts: map[string][][]byte{}}
	if p.width <= 0 {
		p.width = usualWidth
	}
	p.width = max(p.width, leastWidth)
	for _, d := range l {
		p.diagnostic(d, p.lines(d.Range.File, sources))
		p.out.WriteByte('\n')
	}
	p.out.WriteString(l.Tally())
	p.out.WriteByte('\n')
	if _, err := w.Write(p.out.Bytes()); err != nil {
		return fmt.Errorf("write diagnostics: %w", err)
	}
	return nil
}

// painter draws one list.
type painter struct {
	out    bytes.Buffer
	colour bool
	width  int
	texts  map[string][][]byte // the lines of each file, cut once
}

// The styles, as parameters of the "select graphic rendition" sequence of
// ECMA-48.
const (
	bold    = "1"
	faint   = "2"
	red     = "1;31"
	yellow  = "1;33"
	magenta = "1;35"
)

func style(s Severity) string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	default:
		return magenta
	}
}

// paint writes a text in a style, or plainly when no colour was asked for.
func (p *painter) paint(style, text string) {
	if !p.colour || text == "" {
		p.out.WriteString(text)
		return
	}
	p.out.WriteString("\x1b[" + style + "m" + text + "\x1b[0m")
}

// lines gives the lines of a file, or nil when its text is not known.
func (p *painter) lines(file string, sources map[string][]byte) [][]byte {
	if cut, ok := p.texts[file]; ok {
		return cut
	}
	text, ok := sources[file]
	if !ok {
		return nil
	}
	cut := bytes.Split(text, []byte("\n"))
	p.texts[file] = cut
	return cut
}

func (p *painter) diagnostic(d Diagnostic, lines [][]byte) {
	p.paint(style(d.Severity), d.Severity.String()+":")
	p.out.WriteByte(' ')
	p.paint(bold, plain(d.Summary))
	if d.ID != "" && d.Severity != Error {
		p.paint(faint, " ["+plain(d.ID)+"]")
	}
	p.out.WriteByte('\n')
	visible := d.Range.Start.Line >= 1 && d.Range.Start.Line <= len(lines)
	p.place(d, visible)
	if visible {
		p.snippet(d, lines)
	}
	p.wrapped(d.message())
}

// place writes the line that says where the problem is, if that is known.
func (p *painter) place(d Diagnostic, visible bool) {
	var parts []string
	if d.Range.File != "" || d.Range.Start.Line > 0 {
		parts = append(parts, "on "+position(d.Range, visible))
	}
	if d.Context != "" {
		parts = append(parts, "in "+plain(d.Context))
	}
	if len(parts) == 0 {
		return
	}
	end := ""
	if visible {
		end = ":"
	}
	p.out.WriteString("  " + strings.Join(parts, ", ") + end + "\n")
}

// position names file and line, and the column too when the text cannot be
// shown with the problem marked.
func position(r Range, visible bool) string {
	var parts []string
	if r.File != "" {
		parts = append(parts, plain(r.File))
	}
	if r.Start.Line > 0 {
		at := "line " + strconv.Itoa(r.Start.Line)
		if !visible && r.Start.Column > 0 {
			at += " column " + strconv.Itoa(r.Start.Column)
		}
		parts = append(parts, at)
	}
	return strings.Join(parts, " ")
}

// snippet draws the marked source lines of a range whose first line exists.
func (p *painter) snippet(d Diagnostic, lines [][]byte) {
	first := d.Range.Start.Line
	last := min(max(d.Range.End.Line, first), len(lines))
	start := 0 // offset of the first line in the file
	for _, line := range lines[:first-1] {
		start += len(line) + 1
	}
	gutter := len(strconv.Itoa(last))
	for n := first; n <= last; n++ {
		line := lines[n-1]
		if n-first >= mostLines-1 && n < last {
			start += len(line) + 1
			if n-first == mostLines-1 {
				p.paint(faint, fmt.Sprintf("  %*s │", gutter, "⋮"))
				p.out.WriteByte('\n')
			}
			continue
		}
		p.line(d, n, gutter, start, bytes.TrimSuffix(line, []byte("\r")))
		start += len(line) + 1
	}
}

// line draws source line n, which starts at an offset of its file, and below it
// the marks.
func (p *painter) line(d Diagnostic, n, gutter, start int, text []byte) {
	drawn := cells(text)
	from, to := marked(d.Range, n, start, drawn, len(text))
	from, to, drawn = cut(drawn, from, to, p.width-gutter-5)
	p.paint(faint, fmt.Sprintf("  %*d │", gutter, n))
	if body := strings.TrimRight(join(drawn), " "); body != "" {
		p.out.WriteString(" " + body)
	}
	p.out.WriteByte('\n')
	if from < 0 {
		return
	}
	p.paint(faint, fmt.Sprintf("  %*s │", gutter, ""))
	p.out.WriteString(" " + strings.Repeat(" ", span(drawn[:from])))
	p.paint(style(d.Severity), strings.Repeat("^", max(1, span(drawn[from:to]))))
	p.out.WriteByte('\n')
}

// marked gives the half-open range of characters to mark on line n. It is empty
// for a range without length, which is marked as one place. On the inner lines
// of a long range the indent is left out, and from is -1 where nothing is left.
func marked(r Range, n, start int, drawn []cell, size int) (from, to int) {
	from, to = 0, len(drawn)
	if n == r.Start.Line {
		from = index(r.Start, start, drawn, size)
	}
	if n >= r.End.Line && (r.End.Line > 0 || n == r.Start.Line) {
		to = max(from, index(r.End, start, drawn, size))
		if r.End.Line < n { // an end before the start, or none
			to = from
		}
	}
	if n > r.Start.Line {
		for from < to && strings.TrimLeft(drawn[from].text, " ") == "" {
			from++
		}
		if from == to {
			return -1, -1
		}
	}
	return from, to
}

// index gives the character at a place of the line that starts at an offset.
// The byte is trusted before the column where it can be, because different
// readers count columns differently; a byte of 0 may only mean "not known".
func index(at Pos, start int, drawn []cell, size int) int {
	offset := at.Byte - start
	if offset >= 0 && offset <= size && (at.Byte > 0 || at.Column <= 1) {
		for i, c := range drawn {
			if c.offset >= offset {
				return i
			}
		}
		return len(drawn)
	}
	return min(max(at.Column-1, 0), len(drawn))
}

// cut shortens a line that does not fit into room columns to a window around
// its mark, with "…" where text was left out, and moves the mark with it.
func cut(drawn []cell, from, to, room int) (newFrom, newTo int, window []cell) {
	if span(drawn) <= room {
		return from, to, drawn
	}
	centre, markEnd := max(from, 0), max(to, 0)
	lead := (room - span(drawn[centre:markEnd])) / 2
	lead = max(lead, room/4)
	low, used := centre, 0
	for low > 0 && used+drawn[low-1].width <= lead {
		low--
		used += drawn[low].width
	}
	high, left := low, room-2 // two columns are kept for the signs of omission
	for high < len(drawn) && drawn[high].width <= left {
		left -= drawn[high].width
		high++
	}
	for high == len(drawn) && low > 0 && drawn[low-1].width <= left { // room to spare at the end
		low--
		left -= drawn[low].width
	}
	if low > 0 {
		window = append(window, cell{text: "…", width: 1})
	}
	shift := len(window) - low
	window = append(window, drawn[low:high]...)
	if high < len(drawn) {
		window = append(window, cell{text: "…", width: 1})
	}
	if from < 0 {
		return from, to, window
	}
	return from + shift, min(max(to, from), high) + shift, window
}

func span(drawn []cell) int {
	n := 0
	for _, c := range drawn {
		n += c.width
	}
	return n
}

func join(drawn []cell) string {
	var b strings.Builder
	for _, c := range drawn {
		b.WriteString(c.text)
	}
	return b.String()
}

// wrapped writes a text indented by two and broken between words at the width.
// Its own line breaks are kept, and so is the indent of each of its lines.
func (p *painter) wrapped(text string) {
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		indent := "  " + strings.Repeat(" ", len(line)-len(strings.TrimLeft(line, " ")))
		if len(indent) > p.width/2 {
			indent = "  "
		}
		at := 0
		for _, word := range words {
			word = plain(word)
			size := columns(word)
			switch {
			case at == 0:
				p.out.WriteString(indent)
				at = len(indent)
			case at+1+size > p.width:
				p.out.WriteString("\n" + indent)
				at = len(indent)
			default:
				p.out.WriteByte(' ')
				at++
			}
			p.out.WriteString(word)
			at += size
		}
		p.out.WriteByte('\n')
	}
}

package reader

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Part is a stretch of a long text that was read. Spans of its reading count from its own
// beginning.
type Part struct {
	*Reading
	Byte, Point int // bytes and code points before it
}

// mostPart bounds a part: what is held at once of a text however long.
const mostPart = 1 << 20 // bytes

// Stream reads a text of any length in constant memory, in parts that end with a
// paragraph, or with a word where a paragraph is longer than a part. Names are carried from
// part to part. It ends with the first error of found.
func Stream(ctx context.Context, text io.Reader, o Options, found func(*Part) error) error {
	known := newNames()
	lines := bufio.NewReaderSize(text, mostPart)
	at := Part{}
	var left []byte // of a word that was cut
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		room := make([]byte, mostPart)
		n := copy(room, left)
		read, err := io.ReadFull(lines, room[n:])
		switch {
		case err == nil, errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		default:
			return fmt.Errorf("read: %w", err)
		}
		piece := room[:n+read]
		if len(piece) == 0 {
			return nil
		}
		last := err != nil
		end := len(piece)
		if !last {
			end = partEnd(piece)
		}
		left = append([]byte(nil), piece[end:]...)
		part := Part{readWith(string(piece[:end]), o, known), at.Byte, at.Point}
		known.bounded()
		at.Byte += end
		at.Point += utf8.RuneCount(piece[:end])
		if err := found(&part); err != nil {
			return err
		}
		if last {
			return nil
		}
	}
}

// partEnd is where a piece is best cut: behind its last paragraph, sentence, word or
// whole character.
func partEnd(piece []byte) int {
	text := string(piece)
	for _, mark := range []string{"\n", ". ", " "} {
		if i := strings.LastIndex(text, mark); i > 0 {
			return i + len(mark)
		}
	}
	end := len(piece)
	for end > len(piece)-utf8.UTFMax && end > 1 && !utf8.RuneStart(piece[end-1]) {
		end--
	}
	return end - 1
}

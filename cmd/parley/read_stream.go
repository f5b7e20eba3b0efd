package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
	"time"

	"parley/internal/report"
	"parley/reader"
	"parley/reader/event"
	"parley/reader/input"
)

// mostHeld bounds a plain text that is read in one piece; longer ones stream.
const mostHeld = 16 << 20 // bytes

// streams reads a long plain text in parts, in constant memory. It reports whether it
// did: shorter texts, pages and drafts are read in one piece.
func (r *read) streams(ctx context.Context, paths []string, coder *event.Coder, on time.Time) (bool, error) {
	if len(paths) != 1 || r.to == toWorld || r.assist {
		return false, nil
	}
	name, file := paths[0], io.Reader(nil)
	if name == "-" {
		head, err := io.ReadAll(io.LimitReader(r.stdin, mostHeld+1))
		if err != nil {
			return true, wrongCall("cannot read: %s", err)
		}
		if len(head) <= mostHeld {
			r.stdin = bytes.NewReader(head)
			return false, nil
		}
		name, file = "standard input", io.MultiReader(bytes.NewReader(head), r.stdin)
	} else {
		if info, err := os.Stat(name); err != nil || info.IsDir() || info.Size() <= mostHeld {
			return false, nil
		}
		f, err := os.Open(name)
		if err != nil {
			return true, wrongCall("cannot read: %s", err)
		}
		defer func() { _ = f.Close() }()
		file = f
	}
	text, plain, err := input.Plain(file)
	switch {
	case err != nil:
		return true, wrongCall("%s: %s", name, err)
	case !plain:
		return true, wrongCall("%s: %s, which is the most of a page or a PDF that is read", name, "it is larger than "+strconv.Itoa(mostHeld>>20)+" MB")
	}
	return true, r.parts(ctx, name, text, reader.Options{Coder: coder, On: on})
}

// parts writes what is found in a long text, part by part.
func (r *read) parts(ctx context.Context, name string, text io.Reader, o reader.Options) error {
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	number := 0
	err := reader.Stream(ctx, text, o, func(p *reader.Part) error {
		if number++; r.to == toText {
			title := name + ", part " + strconv.Itoa(number) + ", from character " + report.Count(p.Point)
			return say(report.ReadText(styleFor(os.Stdout), title, p.Reading) + "\n")
		}
		for _, a := range report.AnnotationsFrom(name, p.Reading, p.Point) {
			if err := e.Encode(a); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return errStopped
	case errors.Is(err, input.ErrMixed):
		return wrongCall("%s: %s", name, input.ErrMixed)
	}
	return err
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/diag"
	"parley/internal/report"
	"parley/lang"
	"parley/reader"
	"parley/reader/assist"
	"parley/reader/draft"
	"parley/reader/event"
	"parley/reader/gazetteer"
	"parley/reader/input"
)

// read holds the flags of the command.
type read struct {
	to, out, published, gazetteer string
	assist                        bool
	stdin                         io.Reader
}

// Forms of what was read.
const (
	toText  = "text"
	toJSONL = "jsonl"
	toWorld = "world"
)

func newRead() *cobra.Command {
	r := &read{stdin: os.Stdin}
	cmd := &cobra.Command{
		Use:   "read FILE…",
		Short: "Find who says what to whom in a text, and draft a world from it",
		Long: "Find who says what to whom in a text, in whose words, with which hedges and conditions, and who does what to whom. " +
			"FILE is plain text, HTML or PDF in any encoding, a directory of such files, or - for the standard input. Nothing is sent anywhere unless --assist asks for it. What is found is a proposal: read it beside the text.",
		Example: strings.Join([]string{
			"parley read examples/linked-theatres/brief.txt",
			"parley read article.html --to jsonl | jq -r 'select(.type == \"statement\") | .speaker.name'",
			"parley read article.txt --published 2024-12-02 --to world --out draft",
		}, "\n"),
		Args: arguments(1, -1, "a file, a directory, or - for the standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return r.command(cmd.Context(), args) },
	}
	f := cmd.Flags()
	f.StringVar(&r.to, "to", toText, "what to write: text for people, jsonl for programs, world for a draft in --out")
	f.StringVar(&r.out, "out", "", "with --to world: the directory to write; it must not be there yet")
	f.StringVar(&r.published, "published", "", "the text's date, such as 2024-12-02, by which offices are told; that of the page where it names one")
	f.StringVar(&r.gazetteer, "gazetteer", "", "an HCL file of further names")
	f.BoolVar(&r.assist, "assist", false, "send the text to the OpenAI-compatible end point that "+assistURL+", "+assistModel+" and "+assistKey+" name, and add what it finds in the text's own words")
	complete(cmd, "to", []string{toText, toJSONL, toWorld})
	return cmd
}

func (r *read) command(ctx context.Context, paths []string) error {
	if !slices.Contains([]string{toText, toJSONL, toWorld}, r.to) {
		return unknown("form", r.to, []string{toText, toJSONL, toWorld}, "")
	}
	switch {
	case r.to == toWorld && r.out == "":
		return wrongCall("--to world writes several files: say with --out into which directory")
	case r.to != toWorld && r.out != "":
		return wrongCall("--out is for --to world")
	}
	on := time.Time{}
	if r.published != "" {
		var err error
		if on, err = time.Parse(time.DateOnly, r.published); err != nil {
			return wrongCall("--published must be a date such as 2024-12-02, not %q", r.published)
		}
	}
	coder, err := r.coder()
	if err != nil {
		return err
	}
	assistant, err := r.assistant()
	if err != nil {
		return err
	}
	if done, err := r.streams(ctx, paths, coder, on); done {
		return err
	}
	texts, err := r.texts(paths)
	if err != nil {
		return err
	}
	if r.to == toWorld && len(texts) != 1 {
		return wrongCall("a draft is made of one text, not of %d", len(texts))
	}
	var failed error
	for i := range texts {
		if !on.IsZero() {
			texts[i].Published = on
		}
		reading := reader.ReadWith(texts[i].Body, reader.Options{Coder: coder, On: texts[i].Published})
		var asked *assist.Result
		if assistant != nil && failed == nil { // who fails once is not asked about further texts
			if asked, failed = r.ask(ctx, assistant, &texts[i], reading); failed != nil && r.to == toWorld {
				return failed // a draft without what was asked for would be in the way of the next try
			}
		}
		if err := r.write(&texts[i], reading, asked, i > 0); err != nil || errors.Is(failed, errStopped) {
			return errors.Join(err, failed)
		}
	}
	return failed
}

// coder knows the built-in actors, and those of the user's file.
func (r *read) coder() (*event.Coder, error) {
	known := gazetteer.Default()
	if r.gazetteer == "" {
		return event.NewCoder(known), nil
	}
	text, err := os.ReadFile(r.gazetteer)
	if err != nil {
		return nil, wrongCall("cannot read: %s", err)
	}
	entries, problems := lang.Gazetteer(r.gazetteer, text)
	if problems.HasErrors() {
		err := diag.Write(os.Stderr, problems, map[string][]byte{r.gazetteer: text}, diag.Options{Colour: isTerminal(os.Stderr) && os.Getenv("NO_COLOR") == "", Width: columns(os.Stderr)})
		return nil, errors.Join(err, errWorld)
	}
	if known, err = known.With(entries...); err != nil {
		return nil, wrongCall("%s: %s", r.gazetteer, err)
	}
	return event.NewCoder(known), nil
}

// texts reads the files that are named, those in directories in order of name.
func (r *read) texts(paths []string) ([]input.Text, error) {
	var list []input.Text
	add := func(name string, data []byte) error {
		t, err := input.Decode(name, data)
		if err != nil {
			return wrongCall("%s", err)
		}
		list = append(list, t)
		return nil
	}
	for _, path := range paths {
		if path == "-" {
			data, err := io.ReadAll(io.LimitReader(r.stdin, input.Most+1))
			if err != nil {
				return nil, wrongCall("cannot read: %s", err)
			}
			if err := add("standard input", data); err != nil {
				return nil, err
			}
			continue
		}
		err := filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return add(name, data)
		})
		var call *callError
		switch {
		case errors.As(err, &call):
			return nil, err
		case errors.Is(err, fs.ErrNotExist):
			return nil, wrongCall("there is no file or directory %q", path)
		case err != nil:
			return nil, wrongCall("cannot read: %s", err)
		}
	}
	if len(list) == 0 {
		return nil, wrongCall("there is no file in %s", strings.Join(paths, ", "))
	}
	return list, nil
}

func (r *read) write(t *input.Text, found *reader.Reading, asked *assist.Result, further bool) error {
	switch r.to {
	case toJSONL:
		if asked != nil {
			return writeAssisted(t, found, asked)
		}
		e := json.NewEncoder(os.Stdout)
		e.SetEscapeHTML(false)
		for _, a := range report.Annotations(t.Name, found) {
			if err := e.Encode(a); err != nil {
				return err
			}
		}
		return nil
	case toWorld:
		return r.draft(t, found, proposals(asked))
	}
	text := report.ReadText(styleFor(os.Stdout), t.Title, found)
	if asked != nil {
		text += report.AssistText(styleFor(os.Stdout), found, asked)
	}
	if further {
		text = "\n" + text
	}
	return say(text)
}

// draft writes the files of a draft world into a directory of its own.
func (r *read) draft(t *input.Text, found *reader.Reading, proposed []reader.Statement) error {
	if err := os.Mkdir(r.out, 0o755); err != nil { //nolint:gosec // a world is for others to read
		return wrongCall("cannot write: %s", err)
	}
	files := draft.World(&draft.Source{ID: "text", Title: t.Title, Publisher: t.Publisher, Published: t.Published, File: "text.txt"}, found, proposed...)
	for name, text := range files {
		if strings.HasSuffix(name, ".hcl") {
			formatted, _ := lang.Format([]byte(text)) // what cannot be formatted stays as it is
			text = string(formatted)
		}
		if err := os.WriteFile(filepath.Join(r.out, name), []byte(text), 0o644); err != nil { //nolint:gosec // a world is for others to read
			return wrongCall("cannot write: %s", err)
		}
	}
	return say("A draft of " + report.Count(len(files)) + " files stands in " + r.out + ". What the text does not say is marked with “fill”; parley check " + r.out + " names it.\n")
}

package gazetteer

import (
	_ "embed" // the entries
	"fmt"
	"strings"
)

var (
	//go:embed data/states.tsv
	statesFile string
	//go:embed data/bodies.tsv
	bodiesFile string
	//go:embed data/leaders.tsv
	leadersFile string
	//go:embed data/agents.tsv
	agentsFile string
)

// builtIn reads the embedded files, which the package's tests hold to be sound.
func builtIn() []*Entry {
	var out []*Entry
	for _, file := range []struct {
		text   string
		fields int
		read   func(f []string) (*Entry, error)
	}{
		{statesFile, 6, readState},
		{bodiesFile, 4, readBody},
		{leadersFile, 6, readLeader},
		{agentsFile, 2, readRole},
	} {
		entries, err := readLines(file.text, file.fields, file.read)
		if err != nil {
			panic(err) //nolint:forbidigo // the files are part of the program; TestBuiltIn reads them
		}
		out = append(out, entries...)
	}
	return out
}

func readLines(text string, fields int, read func(f []string) (*Entry, error)) ([]*Entry, error) {
	var out []*Entry
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.SplitN(line, "|", fields)
		if len(f) != fields {
			return nil, fmt.Errorf("%q: %d fields instead of %d", line, len(f), fields)
		}
		e, err := read(f)
		if err == nil {
			err = e.Check()
		}
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ";")
}

func readState(f []string) (*Entry, error) {
	return &Entry{Kind: State, Code: f[0], Name: f[1], Also: list(f[2]), Demonyms: list(f[3]), Cities: list(f[4]), Seats: list(f[5])}, nil
}

func readBody(f []string) (*Entry, error) {
	kind, ok := ParseKind(f[0])
	if !ok {
		return nil, fmt.Errorf("%q is no kind of body", f[0])
	}
	return &Entry{Kind: kind, Code: f[1], Name: f[2], Also: list(f[3])}, nil
}

func readLeader(f []string) (*Entry, error) {
	from, err := ParseDay(f[3])
	if err != nil {
		return nil, err
	}
	until, err := ParseDay(f[4])
	if err != nil {
		return nil, err
	}
	return &Entry{Kind: Person, Of: f[0], Office: f[1], Name: f[2], From: from, Until: until, Also: list(f[5])}, nil
}

// readRole reads the words of a role: * marks a title, ! a head.
func readRole(f []string) (*Entry, error) {
	e := &Entry{Kind: Role, Code: f[0]}
	for _, word := range list(f[1]) {
		bare := strings.TrimRight(word, "*!")
		e.Also = append(e.Also, bare)
		if strings.Contains(word, "*") {
			e.Titles = append(e.Titles, bare)
		}
		if strings.Contains(word, "!") {
			e.Heads = append(e.Heads, bare)
		}
	}
	return e, nil
}

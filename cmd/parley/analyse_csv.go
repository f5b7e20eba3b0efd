package main

import (
	"encoding/csv"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parley/analysis"
	"parley/diag"
	"parley/result"
)

// sheet is a table of the user's own.
type sheet struct {
	path    string
	names   []string
	cells   [][]string // [column][row]
	lines   []int      // of the rows in the file
	row     string     // what a row's number counts: lines, or rows
	columns map[string]*analysis.Column
}

// readSheet reads a table: a Parquet file, or CSV, a line of names and then a row a
// line.
func readSheet(path string) (*sheet, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, wrongCall("cannot read: %s", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	head := make([]byte, 4)
	if n, _ := io.ReadFull(f, head); string(head[:n]) == "PAR1" || strings.EqualFold(filepath.Ext(path), ".parquet") {
		return readParquet(path, f)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, wrongCall("cannot read: %s", err)
	}
	r := csv.NewReader(f)
	r.ReuseRecord = true
	s := &sheet{path: path, row: "line", columns: map[string]*analysis.Column{}}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, wrongCall("%s: %s", path, csvProblem(err, len(s.names)))
		}
		if s.names == nil {
			if err := s.head(record); err != nil {
				return nil, err
			}
			continue
		}
		line, _ := r.FieldPos(0)
		s.lines = append(s.lines, line)
		for i, cell := range record {
			s.cells[i] = append(s.cells[i], strings.TrimSpace(cell))
		}
	}
	if len(s.lines) == 0 {
		return nil, wrongCall("%s has no row below its line of names", path)
	}
	return s, nil
}

// csvProblem says what is wrong with the form of a table.
func csvProblem(err error, columns int) string {
	var p *csv.ParseError
	if !errors.As(err, &p) {
		return err.Error()
	}
	if errors.Is(p.Err, csv.ErrFieldCount) {
		return "row at line " + strconv.Itoa(p.Line) + " does not have the " + strconv.Itoa(columns) + " columns of the line of names"
	}
	return "line " + strconv.Itoa(p.Line) + ", character " + strconv.Itoa(p.Column) + ": " + p.Err.Error()
}

func (s *sheet) head(record []string) error {
	for i, name := range record {
		name = strings.TrimSpace(strings.TrimPrefix(name, "\ufeff"))
		switch {
		case name == "":
			return wrongCall("%s: column %d has no name", s.path, i+1)
		case slices.Contains(s.names, name):
			return wrongCall("%s: two columns are named %q", s.path, name)
		}
		s.names = append(s.names, name)
	}
	s.cells = make([][]string, len(s.names))
	return nil
}

// absent reports whether a cell stands for a missing value.
func absent(cell string) bool {
	switch strings.ToLower(cell) {
	case "", "na", "n/a", "nan", "null", "none", "inf", "-inf", "+inf":
		return true
	default:
		return false
	}
}

// column reads one: numbers, or names where the first value is none.
func (s *sheet) column(name string, categories bool) (*analysis.Column, error) {
	if c := s.columns[name]; c != nil {
		return c, nil
	}
	at := slices.Index(s.names, name)
	if at < 0 {
		if best, ok := diag.Nearest(name, s.names); ok {
			return nil, wrongCall("%s has no column %q; did you mean %q?", s.path, name, best)
		}
		return nil, wrongCall("%s has no column %q; it has: %s", s.path, name, strings.Join(s.names, ", "))
	}
	c := &analysis.Column{Factor: result.Factor{Name: name}, Values: make([]float64, len(s.lines))}
	first := slices.IndexFunc(s.cells[at], func(cell string) bool { return !absent(cell) })
	if first < 0 {
		return nil, wrongCall("%s: column %q has no value", s.path, name)
	}
	if _, err := strconv.ParseFloat(s.cells[at][first], 64); err != nil || categories {
		s.named(c, s.cells[at])
		s.columns[name] = c
		return c, nil
	}
	for i, cell := range s.cells[at] {
		if absent(cell) {
			c.Values[i] = math.NaN()
			continue
		}
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return nil, wrongCall("%s, %s %d, column %q: %q is not a number; if these are names, say --categorical %s", s.path, s.row, s.lines[i], name, cell, name)
		}
		c.Values[i] = v
	}
	s.columns[name] = c
	return c, nil
}

// named fills a column of names; their numbers follow the order of the alphabet.
func (s *sheet) named(c *analysis.Column, cells []string) {
	c.Categories = true
	for _, cell := range cells {
		if !absent(cell) {
			c.Labels = append(c.Labels, cell)
		}
	}
	slices.Sort(c.Labels)
	c.Labels = slices.Compact(c.Labels)
	for i, cell := range cells {
		c.Values[i] = math.NaN()
		if !absent(cell) {
			k, _ := slices.BinarySearch(c.Labels, cell)
			c.Values[i] = float64(k)
		}
	}
}

// number is a column that must hold numbers.
func (s *sheet) number(name string) (*analysis.Column, error) {
	c, err := s.column(name, false)
	if err != nil {
		return nil, err
	}
	if c.Categories {
		return nil, wrongCall("%s: column %q holds names such as %q; an output must be a number", s.path, name, c.Labels[0])
	}
	return c, nil
}

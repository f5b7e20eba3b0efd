package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"parley/analysis"
)

// rowsAtOnce is how many rows of a Parquet file are decoded together.
const rowsAtOnce = 256

// readParquet reads a Parquet file whose columns are plain values.
func readParquet(path string, f *os.File) (s *sheet, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the library panics on some damaged files
			s, err = nil, wrongCall("%s is no Parquet file that can be read: %v", path, broken)
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, wrongCall("cannot read: %s", err)
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, wrongCall("%s is no Parquet file that can be read: %s", path, err)
	}
	s = &sheet{path: path, row: "row", columns: map[string]*analysis.Column{}}
	var names []string
	for _, leaf := range file.Schema().Columns() {
		names = append(names, strings.Join(leaf, "."))
		node, _ := file.Schema().Lookup(leaf...)
		if len(leaf) > 1 || node.Node.Repeated() {
			return nil, wrongCall("%s: column %q holds lists or records; a table has one number or name in each cell", path, leaf[0])
		}
	}
	if err := s.head(names); err != nil {
		return nil, err
	}
	for _, group := range file.RowGroups() {
		if err := s.takeRows(group); err != nil {
			return nil, wrongCall("%s, after row %d: %s", path, len(s.lines), err)
		}
	}
	if len(s.lines) == 0 {
		return nil, wrongCall("%s has no row", path)
	}
	return s, nil
}

// takeRows adds the rows of a part of the file.
func (s *sheet) takeRows(group parquet.RowGroup) (err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, rowsAtOnce)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			s.lines = append(s.lines, len(s.lines)+1)
			for _, v := range row {
				s.cells[v.Column()] = append(s.cells[v.Column()], cellOf(v))
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("read rows: %w", err)
		}
	}
}

// cellOf is a value as a table in words has it; a missing one is empty.
func cellOf(v parquet.Value) string {
	switch v.Kind() {
	case parquet.Boolean:
		return strconv.FormatBool(v.Boolean())
	case parquet.Int32, parquet.Int64:
		return strconv.FormatInt(v.Int64(), 10)
	case parquet.Float:
		return strconv.FormatFloat(float64(v.Float()), 'g', -1, 32)
	case parquet.Double:
		return strconv.FormatFloat(v.Double(), 'g', -1, 64)
	case parquet.ByteArray, parquet.FixedLenByteArray, parquet.Int96:
		return strings.TrimSpace(v.String())
	default: // missing
		return ""
	}
}

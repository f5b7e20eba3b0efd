package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

type parquetRow struct {
	Whole   int32    `parquet:"whole"`
	Long    int64    `parquet:"long"`
	Real    float64  `parquet:"real"`
	Single  float32  `parquet:"single"`
	Name    string   `parquet:"name,dict"`
	Sure    bool     `parquet:"sure"`
	Missing *float64 `parquet:"missing,optional"`
}

// TestParquetIsReadLikeCSV: a user whose runs are kept as Parquet gets every cell as it
// is, whole numbers below zero and missing ones among them, over many groups of rows.
func TestParquetIsReadLikeCSV(t *testing.T) {
	path := filepath.Join(t.TempDir(), "runs.parquet")
	const n = 1000
	rows := make([]parquetRow, n)
	for i := range rows {
		rows[i] = parquetRow{Whole: int32(i) - 500, Long: -int64(i) << 40, Real: float64(i) / 7, Single: float32(i) / 3, Name: []string{"a", "b"}[i%2], Sure: i%3 == 0}
		if x := float64(i); i%5 != 0 {
			rows[i].Missing = &x
		}
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := parquet.NewGenericWriter[parquetRow](f, parquet.MaxRowsPerRowGroup(300))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := readSheet(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.lines) != n {
		t.Fatalf("%d rows were read, want %d", len(s.lines), n)
	}
	for _, want := range []struct {
		column string
		value  func(i int) float64
	}{
		{"whole", func(i int) float64 { return float64(i) - 500 }},
		{"long", func(i int) float64 { return float64(-int64(i) << 40) }},
		{"real", func(i int) float64 { return float64(i) / 7 }},
		{"name", func(i int) float64 { return float64(i % 2) }},
		{"sure", func(i int) float64 { return math.Trunc(1 - math.Min(1, float64(i%3))) }},
		{"missing", func(i int) float64 {
			if i%5 == 0 {
				return math.NaN()
			}
			return float64(i)
		}},
	} {
		c, err := s.column(want.column, false)
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range c.Values {
			if w := want.value(i); got != w && !(math.IsNaN(got) && math.IsNaN(w)) {
				t.Fatalf("column %s, row %d: %v, want %v", want.column, i+1, got, w)
			}
		}
	}
}

// TestParquetThatIsNoTable: nested columns and damaged files are named, not read half.
func TestParquetThatIsNoTable(t *testing.T) {
	dir := t.TempDir()
	nested := filepath.Join(dir, "nested.parquet")
	type row struct {
		Of []float64 `parquet:"of,list"`
	}
	if err := parquet.WriteFile(nested, []row{{[]float64{1, 2}}}); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(nested)
	if err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(dir, "damaged.parquet")
	if err := os.WriteFile(damaged, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{nested: "lists or records", damaged: "no Parquet file that can be read"} {
		if _, err := readSheet(path); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v; want it to say %q", filepath.Base(path), err, says)
		}
	}
}

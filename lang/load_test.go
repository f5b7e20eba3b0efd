package lang

import (
	"os"
	"testing"

	"parley/diag"
)

func TestTry(t *testing.T) {
	dir := os.Getenv("TRY")
	if dir == "" {
		t.Skip()
	}
	w, list, sources := Load(dir)
	if err := diag.Write(os.Stdout, list, sources, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	t.Log(len(w.Numbers), len(w.Factors), w.Frozen(), list.Tally())
}

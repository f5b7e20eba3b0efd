package parley_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"parley"
	"parley/analysis"
	"parley/result"
)

func example(t *testing.T) *parley.Model {
	t.Helper()
	m, err := parley.Load("examples/linked-theatres")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// horizon plays a measure and gives its value in each world.
func horizon(t *testing.T, m *parley.Model, measure string) []float64 {
	t.Helper()
	var y []float64
	r := analysis.Request{
		Worlds: 60, Replicates: 2, Seed: 5, Measures: []string{measure}, Scenarios: []string{"moscow-terms"}, OnlyTimes: []int{m.World.Periods()},
	}
	if err := m.Run(t.Context(), r, func(b *result.Block) error {
		y = append(y, b.At(0, 0, 0)...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return y
}

// TestVariantInFilesPlaysAsInMemory: who saves a what-if and sends it to a colleague must
// see the same numbers there as on the page.
func TestVariantInFilesPlaysAsInMemory(t *testing.T) {
	m := example(t)
	for name, v := range map[string]parley.Variant{
		"pin":    {Pin: map[string]float64{"actor.usa.resolve": 0.625, "quantity.sensitivity": 1.0 / 3}},
		"narrow": {Narrow: map[string][2]float64{"quantity.sensitivity": {4, 7.5}}},
		"rival":  {Rival: map[string]string{"reputation": "contrarian"}},
		"cut":    {Cut: []string{"flow.missile-technology", "precedent"}},
		"all": {
			Pin: map[string]float64{"quantity.probe": 2}, Narrow: map[string][2]float64{"quantity.sensitivity": {4, 7.5}},
			Rival: map[string]string{"precedent": "learned"}, Cut: []string{"watch.beijing-reads-washington"},
		},
	} {
		varied, err := m.Vary(&v)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files, not, err := m.Written(&v)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %d files", name, err, len(files))
		}
		for _, why := range not {
			t.Errorf("%s: %s", name, why)
		}
		written, err := m.LoadWith(files)
		if err != nil {
			t.Fatalf("%s: %v: %v", name, err, written.Problems.Errors())
		}
		inMemory, inFiles := horizon(t, varied, "war.taiwan"), horizon(t, written, "war.taiwan")
		same := 0
		for i := range inMemory {
			if math.Abs(inMemory[i]-inFiles[i]) > 1e-12 {
				t.Fatalf("%s: world %d has %v in memory and %v in files", name, i, inMemory[i], inFiles[i])
			}
			if inMemory[i] == inFiles[i] {
				same++
			}
		}
		if name == "pin" && same != len(inMemory) {
			t.Errorf("pinned: only %d of %d worlds are the same to the bit", same, len(inMemory))
		}
		if was := horizon(t, m, "war.taiwan"); was[0] == inMemory[0] && was[1] == inMemory[1] && was[2] == inMemory[2] {
			t.Errorf("%s changes nothing", name)
		}
	}
}

// TestVariantsAreRefusedInWords: a page or a program that asks for what there is not
// learns what it should have asked for.
func TestVariantsAreRefusedInWords(t *testing.T) {
	m := example(t)
	for says, v := range map[string]parley.Variant{
		"there is no such assumption":        {Pin: map[string]float64{"actor.usa.resolv": 0.5}},
		"did you mean \"actor.usa.resolve\"": {Pin: map[string]float64{"actor.usa.resolv": 0.5}},
		"outside what it can be":             {Pin: map[string]float64{"actor.usa.resolve": 1.5}},
		"no finite number":                   {Pin: map[string]float64{"actor.usa.resolve": math.NaN()}},
		"one for each rival":                 {Pin: map[string]float64{"theory.reputation": 7}},
		"must be below the second":           {Narrow: map[string][2]float64{"quantity.sensitivity": {5, 5}}},
		"nothing of what is thought":         {Narrow: map[string][2]float64{"quantity.sensitivity": {-5, -4}}},
		"it has no rival":                    {Rival: map[string]string{"reputation": "reputations"}},
		"no such channel or link":            {Cut: []string{"flow.shell"}},
	} {
		_, err := m.Vary(&v)
		var refused *parley.VariantError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v; want it to say %q", err, says)
		}
	}
}

// TestWhatFilesCannotSayIsNamed: an entry of the library stands in several places, so that a
// pin of it stays out of the files, and the reader is told so.
func TestWhatFilesCannotSayIsNamed(t *testing.T) {
	m := example(t)
	name := ""
	for _, f := range m.World.Factors {
		if strings.HasPrefix(f.Name, "evidence.") {
			name = f.Name
		}
	}
	v := parley.Variant{Pin: map[string]float64{}}
	for _, f := range m.World.Factors {
		if f.Name == name {
			v.Pin[name] = f.Law.Quantile(0.5)
		}
	}
	files, not, err := m.Written(&v)
	if err != nil {
		t.Fatal(err)
	}
	if len(not) != 1 || !strings.Contains(not[0], name) || len(files) != 0 {
		t.Errorf("%v, %d files", not, len(files))
	}
}

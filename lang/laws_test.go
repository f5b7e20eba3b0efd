package lang

import (
	"math"
	"testing"
	"testing/fstest"

	"parley/diag"
	"parley/evidence"
	"parley/world"
)

// An entry of the library that can be drawn would be refused, or drawn from
// another interval than the one it states.
func TestEveryEntryCanBeDrawn(t *testing.T) {
	drawn := 0
	for _, e := range evidence.All() {
		law, ok := e.Law()
		if !ok {
			continue
		}
		drawn++
		d, err := entryLaw(law)
		if err != nil {
			t.Errorf("%s: %v", e.ID, err)
			continue
		}
		if law.Name == evidence.LogNormalInterval {
			if level := d.CDF(law.Args[1]) - d.CDF(law.Args[0]); math.Abs(level-law.Args[2]) > 1e-9 || math.Abs(d.CDF(law.Args[0])-(1-law.Args[2])/2) > 1e-9 {
				t.Errorf("%s: %g of the probability lies in its interval", e.ID, level)
			}
		}
	}
	if drawn < 10 {
		t.Errorf("only %d entries can be drawn", drawn)
	}
	if _, err := entryLaw(evidence.Law{Name: "other"}); err == nil {
		t.Error("an unknown law is drawn")
	}
}

// An entry could be drawn outside the range of the attribute it stands in.
func TestEvidenceIsCutToItsAttribute(t *testing.T) {
	for _, e := range evidence.All() {
		law, ok := e.Law()
		if !ok || law.Name != evidence.Normal {
			continue
		}
		src := "quantity \"a\" {\n  value  = evidence." + e.ID + "\n  domain = \"probability\"\n}\nquantity \"b\" { value = evidence." + e.ID + " }\n"
		w, list, _ := LoadFS(fstest.MapFS{"base.hcl": {Data: base(t)}, "more.hcl": {Data: []byte(src)}}, ".")
		if list.HasErrors() {
			continue // next to nothing of it is a probability
		}
		low, high := w.Factors[1].Law.Support()
		if w.Factors[0].Name != "evidence."+e.ID || w.Factors[1].Name != "quantity.a" || low < 0 || high > 1 {
			t.Errorf("%s: factors %q, %q from %g to %g", e.ID, w.Factors[0].Name, w.Factors[1].Name, low, high)
		}
		return
	}
	t.Error("no entry is normal and overlaps with probabilities")
}

// A law would be taken in the wrong domain.
func TestLawsByDomain(t *testing.T) {
	w := load(t, small(t, `
quantity "real" { value = between(-1, 2) }
quantity "positive" {
  value  = between(1, 2)
  domain = "positive"
}
quantity "share" {
  value  = between(0.1, 0.2)
  domain = "probability"
}
quantity "cut" {
  value  = observed_rate(3, 2)
  domain = "probability"
}
quantity "rate" {
  value  = observed_rate(3, 72)
  domain = "positive"
}
quantity "steps" { value = weighted({ 0 = 1, "0.5" = 3, 2 = 0 }) }
quantity "one" { value = oneof(3, -1) }
quantity "coin" { value = chance(0.25) }
quantity "shape" { value = pert(-1, 0, 2) + triangular(-1, 0, 2) - lognormal(2, 1.5) / beta(2, 3) }
`))
	for name, ends := range map[string][2]float64{
		"quantity.real": {math.Inf(-1), math.Inf(1)}, "quantity.positive": {0, math.Inf(1)}, "quantity.share": {0, 1},
		"quantity.cut": {0, 1}, "quantity.rate": {0, math.Inf(1)}, "quantity.steps": {0, 0.5}, "quantity.one": {-1, 3}, "quantity.coin": {0, 1},
		"quantity.shape": {-1, 2}, "quantity.shape#3": {0, math.Inf(1)}, "quantity.shape#4": {0, 1},
	} {
		var found *world.Factor
		for _, f := range w.Factors {
			if f.Name == name {
				found = f
			}
		}
		if found == nil {
			t.Errorf("no factor %s", name)
			continue
		}
		if low, high := found.Law.Support(); low != ends[0] || high != ends[1] {
			t.Errorf("%s lies from %g to %g, not from %g to %g", name, low, high, ends[0], ends[1])
		}
	}
}

// A number that rests on nothing would not be told apart from one that is
// explained, or that has evidence.
func TestJudgementCalls(t *testing.T) {
	_, list, _ := LoadFS(small(t, `
quantity "bare" { value = 1 }
quantity "explained" { value = uniform(0, 1) } # by common sense
quantity "noted" {
  value = 1
  note  = "as everybody knows"
}
quantity "sourced" {
  value    = 1
  evidence = [source.letter]
}
quantity "library" { value = evidence.icb-crisis-to-war-post1945 }
quantity "same" { value = quantity.bare }
`), ".")
	got := map[string]string{}
	for _, d := range list {
		if d.ID == "judgement" && d.Range.File == "more.hcl" {
			got[d.Summary] += d.Detail[:18]
		}
	}
	if len(got) != 2 || got["Number without evidence"] != "quantity.bare rest" || got["Number explained, without evidence"] != "quantity.explainedquantity.noted res" {
		t.Errorf("got %q", got)
	}
	if list.Count(diag.Judgement) == 0 {
		t.Error("none")
	}
}

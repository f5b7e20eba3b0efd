package lang

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"pgregory.net/rapid"

	"parley/chance"
	"parley/diag"
	"parley/world"
)

func load(t *testing.T, files fstest.MapFS) *world.World {
	t.Helper()
	w, list, sources := LoadFS(files, ".")
	if list.HasErrors() {
		var page bytes.Buffer
		if err := diag.Write(&page, list.Errors(), sources, diag.Options{}); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("%s", page.String())
	}
	return w
}

func sketch(tb testing.TB) fstest.MapFS {
	tb.Helper()
	out := fstest.MapFS{}
	for _, name := range []string{"world.hcl", "actors.hcl", "brief.txt"} {
		src, err := os.ReadFile(filepath.Join("testdata/sketch", name))
		if err != nil {
			tb.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: src}
	}
	return out
}

// The sketch that settled the language could not be read, or not as it is meant.
func TestSketch(t *testing.T) {
	w, list, _ := Load("testdata/sketch")
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	if !w.Frozen() {
		t.Fatal("not frozen")
	}
	check := func(path string, ok bool) {
		t.Helper()
		if !ok {
			t.Errorf("%s is not as written", path)
		}
	}
	factor := func(name string) *world.Factor {
		for _, f := range w.Factors {
			if f.Name == name {
				return f
			}
		}
		t.Fatalf("no factor %s", name)
		return nil
	}
	share := w.Number("theatre.ukraine.share")
	check("share", share.Domain == world.Probability && share.Note == "of the stake, not of the territory" && share.Uncertain())
	between, err := chance.Between(0.2, 0.4, chance.Share)
	check("share's law", err == nil && factor("theatre.ukraine.share").Law.Quantile(0.3) == between.Quantile(0.3))
	check("share's factor", factor("theatre.ukraine.share").Written == "between(0.2, 0.4)")
	reputation := factor("theory.reputation")
	check("rivals", slices.Equal(reputation.Labels, []string{"contrarian", "current-calculus", "reputation"}))
	check("weights", reputation.Law.Quantile(0.1) == 0 && reputation.Law.Quantile(0.3) == 1 && reputation.Law.Quantile(0.6) == 2)
	lesson := w.Number("quantity.lesson")
	check("lesson", lesson.Formula.Op == world.Choose && w.Factors[lesson.Formula.Factor] == reputation)
	set := lesson.Formula.Args[0].To
	check("setting", set.Path == "theory.reputation.rival.contrarian.quantity.lesson" && w.Factors[set.Formula.Factor].Name == set.Path)
	flow := w.Flows[slices.IndexFunc(w.Flows, func(f *world.Flow) bool { return f.ID == "missile-technology" })]
	check("flow", flow.Lag == 18 && flow.While == "ukraine" && flow.Gives == (world.Gives{What: world.GivesTechnology, Kind: "strike"}) && flow.InReturnFor == "shells")
	check("after", flow.After.Level.Formula.To == w.Number("quantity.after-level"))
	first := w.Scenarios[1].Steps
	check("steps", len(first) == 3 && first[0].At == world.Date{Year: 2025, Month: 1, Day: 1} && first[2].Ends == "ukraine")
	check("lead", w.Supports[0].Lead && w.Supports[1].Lead)
	check("default", w.Number("theatre.ukraine.war.pace").Default && !share.Default)
	check("quote", strings.HasPrefix(w.Sources[0].Text[w.Claims[0].At:], w.Claims[0].Quote))
	check("fallback", w.Theatres[0].Peace.Challenge == nil && w.Theatres[0].War.Issues[0].ID == "line")
}

// Somebody with many mistakes would have to run again after mending each.
func TestAllProblemsInOneGo(t *testing.T) {
	_, list, sources := Load("testdata/incomplete")
	var page bytes.Buffer
	if err := diag.Write(&page, list.Errors(), sources, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/incomplete.golden", page.Bytes())
}

// dump writes all that matters of a world, places in files left out.
func dump(w *world.World) string {
	var b strings.Builder
	for _, n := range w.Numbers {
		fmt.Fprintf(&b, "%s %s %q %v %q %v = %s\n", n.Path, n.Domain, n.Unit, n.Default, n.Note, n.Evidence, formula(n.Formula))
	}
	for _, f := range w.Factors {
		fmt.Fprintf(&b, "%s %s %s %q %v %g\n", f.Name, f.Law, f.Domain, f.Unit, f.Labels, f.Law.Quantile(0.3))
	}
	dumpValue(&b, reflect.ValueOf(w).Elem(), "")
	return b.String()
}

func formula(f *world.Formula) string {
	switch {
	case f == nil:
		return "nil"
	case f.Op == world.Constant:
		return fmt.Sprint(f.Value)
	case f.Op == world.Reference:
		return f.To.Path
	}
	s := fmt.Sprintf("%d#%d(", f.Op, f.Factor)
	for _, a := range f.Args {
		s += formula(a) + " "
	}
	return s + ")"
}

func dumpValue(b *strings.Builder, v reflect.Value, indent string) {
	switch x := v.Interface().(type) {
	case *world.Number:
		if x != nil {
			fmt.Fprintf(b, "%s%s\n", indent, x.Path)
		}
		return
	case diag.Range, *world.Origin, []*world.Number, []*world.Factor:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			dumpValue(b, v.Elem(), indent)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				fmt.Fprintf(b, "%s%s\n", indent, f.Name)
				dumpValue(b, v.Field(i), indent+" ")
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fmt.Fprintf(b, "%s- %d\n", indent, i)
			dumpValue(b, v.Index(i), indent+" ")
		}
	default:
		fmt.Fprintf(b, "%s%v\n", indent, v.Interface())
	}
}

// pieces cuts the sketch into its top-level blocks, comments behind numbers
// included.
func pieces(tb testing.TB, files fstest.MapFS) [][]byte {
	tb.Helper()
	var out [][]byte
	for _, name := range []string{"world.hcl", "actors.hcl"} {
		file, problems := hclsyntax.ParseConfig(files[name].Data, name, hcl.InitialPos)
		if problems.HasErrors() {
			tb.Fatal(problems)
		}
		for _, b := range file.Body.(*hclsyntax.Body).Blocks {
			r := b.Range()
			out = append(out, append(slices.Clone(files[name].Data[r.Start.Byte:r.End.Byte]), '\n'))
		}
	}
	return out
}

// A colleague who moves a block or splits a file would get other results.
func TestOrderAndFilesDoNotMatter(t *testing.T) {
	files := sketch(t)
	want := dump(load(t, files))
	blocks := pieces(t, files)
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(blocks).Draw(rt, "order")
		cut := rapid.IntRange(0, len(blocks)).Draw(rt, "cut")
		w := load(t, fstest.MapFS{
			"a.hcl": {Data: bytes.Join(order[cut:], nil)}, "b.hcl": {Data: bytes.Join(order[:cut], nil)}, "brief.txt": files["brief.txt"],
		})
		if got := dump(w); got != want {
			rt.Fatalf("differs: %s", firstDifference(got, want))
		}
	})
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d: %q, not %q", i, x[i], y[i])
		}
	}
	return "one is longer"
}

// asJSON writes blocks in the JSON form of the language.
func asJSON(b *block, src []byte) map[string]any {
	out := map[string]any{}
	for _, a := range b.attrs {
		out[a.name] = valueAsJSON(a.expr, src)
	}
	for _, n := range b.blocks {
		var body any = asJSON(n, src)
		if len(n.labels) > 0 {
			body = map[string]any{n.labels[0].text: body}
		}
		list, _ := out[n.name].([]any)
		out[n.name] = append(list, body)
	}
	return out
}

func valueAsJSON(e hclsyntax.Expression, src []byte) any {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if e.Val.Type() == cty.Bool {
			return e.Val.True()
		}
		return json.Number(string(src[e.SrcRange.Start.Byte:e.SrcRange.End.Byte]))
	case *hclsyntax.ObjectConsExpr:
		out := map[string]any{}
		for _, i := range e.Items {
			key, _ := keyOf(i.KeyExpr)
			out[key] = valueAsJSON(i.ValueExpr, src)
		}
		return out
	case *hclsyntax.TupleConsExpr:
		out := []any{}
		for _, x := range e.Exprs {
			out = append(out, valueAsJSON(x, src))
		}
		return out
	}
	if s, ok := textOf(e); ok {
		return s
	}
	text := string(src[e.Range().Start.Byte:e.Range().End.Byte])
	if len(text)%2 == 0 { // both ways to write an expression in JSON
		return "${" + text + "}"
	}
	return text
}

// A program that writes JSON would get another world than a person who writes
// the same in the native syntax.
func TestJSONMeansTheSame(t *testing.T) {
	files := sketch(t)
	files["world.hcl"].Data = withoutComments(files["world.hcl"].Data)
	want := dump(load(t, files))
	in := fstest.MapFS{"brief.txt": files["brief.txt"]}
	for _, name := range []string{"world.hcl", "actors.hcl"} {
		src := files[name].Data
		body := newLoader(nil, "").parse(name, src)
		text, err := json.MarshalIndent(asJSON(body, src), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		in[name+".json"] = &fstest.MapFile{Data: text}
	}
	if got := dump(load(t, in)); got != want {
		t.Errorf("differs: %s", firstDifference(got, want))
	}
}

// withoutComments takes out the notes behind numbers, which JSON cannot hold.
func withoutComments(src []byte) []byte {
	var out []byte
	for line := range strings.Lines(string(src)) {
		if code, _, ok := strings.Cut(line, " #"); ok {
			line = code + "\n"
		}
		out = append(out, line...)
	}
	return out
}

func small(tb testing.TB, more string) fstest.MapFS {
	tb.Helper()
	return fstest.MapFS{"base.hcl": {Data: base(tb)}, "more.hcl": {Data: []byte(more)}}
}

// An analyst's arithmetic would come out as something else.
func TestArithmetic(t *testing.T) {
	w := load(t, small(t, `
quantity "a" { value = 2 }
quantity "b" { value = 1 - 0.5 * 3 / (2 + 1) }
quantity "c" { value = -quantity.a }
quantity "d" { value = quantity.a > 1 && !(quantity.b >= 2) || true ? min(quantity.a, 3, quantity.b.value) : pow(2, 0.5) }
quantity "e" { value = between(1, 2) + quantity.a * uniform(0, 1) }
quantity "f" { value = theatre.cold.crisis.war_cost.challenger + actor.red.means.steel.stock }
quantity "g" { value = 1 + 2 + quantity.a + 3 }
`))
	for path, want := range map[string]string{
		"quantity.b": "0.5",
		"quantity.c": fmt.Sprintf("%d#0(quantity.a )", world.Negate),
		"quantity.d": fmt.Sprintf("%d#0(%d#0(%d#0(%d#0(quantity.a 1 ) %d#0(%d#0(quantity.b 2 ) ) ) 1 ) %d#0(quantity.a 3 quantity.b ) %d#0(2 0.5 ) )",
			world.If, world.Or, world.And, world.Greater, world.Not, world.GreaterEqual, world.Minimum, world.Power),
		"quantity.e": fmt.Sprintf("%d#0(%d#0() %d#0(quantity.a %d#1() ) )", world.Add, world.Draw, world.Multiply, world.Draw),
		"quantity.f": fmt.Sprintf("%d#0(theatre.cold.crisis.war_cost.challenger actor.red.means.steel.stock )", world.Add),
		"quantity.g": fmt.Sprintf("%d#0(%d#0(3 quantity.a ) 3 )", world.Add, world.Add),
	} {
		if got := formula(w.Number(path).Formula); got != want {
			t.Errorf("%s = %s, want %s", path, got, want)
		}
	}
	if len(w.Factors) != 2 || w.Factors[0].Name != "quantity.e" || w.Factors[1].Name != "quantity.e#2" {
		t.Errorf("factors %v", w.Factors)
	}
}

// A pair written as one uncertain number would vary by side.
func TestOneNumberForBothSides(t *testing.T) {
	w := load(t, small(t, `
theatre "t" {
  name       = "T"
  challenger = actor.red
  defender   = actor.grey
  status     = "quiet"
  share      = 0
  weights    = { steel = 1 }
  crisis {
    challenge = 0.1
    attack    = 0.1
    war_cost  = between(0.1, 0.3)
  }
  war {
    losses = 0.2
    cost { challenger = 0.1 }
    optimism {
      challenger = 0.1
      defender   = 0.2
    }
  }
}
`))
	for path, want := range map[string]string{
		"theatre.t.crisis.war_cost.challenger": fmt.Sprintf("%d#0()", world.Draw),
		"theatre.t.crisis.war_cost.defender":   "theatre.t.crisis.war_cost.challenger",
		"theatre.t.war.losses.defender":        "0.2",
		"theatre.t.war.cost.challenger":        "0.1",
		"theatre.t.war.cost.defender":          "0.06",
		"theatre.t.war.optimism.defender":      "0.2",
	} {
		if got := formula(w.Number(path).Formula); got != want {
			t.Errorf("%s = %s, want %s", path, got, want)
		}
	}
}

// A base rate would be drawn twice where it is one unknown, or its source lost.
func TestEvidenceAsANumber(t *testing.T) {
	w := load(t, small(t, `
quantity "a" { 
  value  = evidence.icb-crisis-to-war-post1945
  domain = "probability"
}
quantity "b" { value = 0.5 * evidence.icb-crisis-to-war-post1945 }
quantity "c" { 
  value    = 1
  evidence = [evidence.icb-crisis-to-war-post1945, source.letter]
}
`))
	if len(w.Factors) != 1 || w.Factors[0].Name != "evidence.icb-crisis-to-war-post1945" {
		t.Fatalf("factors %v", w.Factors)
	}
	for path, want := range map[string][]string{
		"quantity.a": {"evidence.icb-crisis-to-war-post1945"}, "quantity.b": {"evidence.icb-crisis-to-war-post1945"},
		"quantity.c": {"evidence.icb-crisis-to-war-post1945", "source.letter"},
	} {
		if got := w.Number(path).Evidence; !slices.Equal(got, want) {
			t.Errorf("%s rests on %v, not %v", path, got, want)
		}
	}
}

// Rivals would set what they do not, or fall back to something else.
func TestTheories(t *testing.T) {
	w := load(t, small(t, `
quantity "a" { value = 3 }
theory "t" {
  rival "second" {
    weight = 1
    says   = "two"
    set    = { quantity.a = 2, "theatre.cold.peace.challenge" = 0.3, "theatre.hot.weights.wood" = 0.1 }
  }
  rival "first" {
    weight = 3
    says   = "one"
    set    = { "theatre.cold.crisis.probe" = uniform(0, 1) }
  }
}
`))
	prefix := fmt.Sprintf("%d#0(", world.Choose)
	for path, want := range map[string]string{
		"quantity.a":                   prefix + "3 theory.t.rival.second.quantity.a )",
		"theatre.cold.peace.challenge": prefix + "theatre.cold.crisis.challenge theory.t.rival.second.theatre.cold.peace.challenge )",
		"theatre.hot.weights.wood":     prefix + "0.5 theory.t.rival.second.theatre.hot.weights.wood )",
		"theatre.cold.crisis.probe":    prefix + "theory.t.rival.first.theatre.cold.crisis.probe 0 )",
	} {
		if got := formula(w.Number(path).Formula); got != want {
			t.Errorf("%s = %s, want %s", path, got, want)
		}
	}
	if f := w.Factors[0]; f.Name != "theory.t" || !slices.Equal(f.Labels, []string{"first", "second"}) || f.Law.Quantile(0.74) != 0 || f.Law.Quantile(0.76) != 1 {
		t.Errorf("factor %+v", f)
	}
	if w.Theatres[0].Peace.Challenge != w.Number("theatre.cold.peace.challenge") {
		t.Error("the number that only a rival sets is not in its block")
	}
}

// A silenced warning would come back, or an error be silenced.
func TestSilence(t *testing.T) {
	src := strings.Replace(string(base(t)), "period ", "silence = [\"unused\", \"judgement\", \"default\", \"domain\"]\n  period ", 1)
	_, list, _ := LoadFS(fstest.MapFS{"a.hcl": {Data: []byte(src)}, "b.hcl": {Data: []byte(`kind "spare" {}`)}}, ".")
	if len(list) != 1 || list[0].ID != "unknown-warning" {
		t.Errorf("got %v", list)
	}
}

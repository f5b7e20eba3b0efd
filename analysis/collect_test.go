package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"

	"parley/chance"
	"parley/world"
)

// priced gives the fake's factors their laws, as a world file would.
func priced(t testing.TB, w *world.World, f *fake) {
	t.Helper()
	for _, factor := range f.factors {
		law, err := chance.Uniform(0, 1)
		if n := len(factor.Labels); n > 0 {
			values := make([]float64, n)
			for i := range values {
				values[i] = float64(i)
			}
			law, err = chance.OneOf(values...)
		}
		if err != nil {
			t.Fatal(err)
		}
		w.Factors = append(w.Factors, &world.Factor{Name: factor.Name, Law: law, Labels: factor.Labels})
	}
}

func collected(t testing.TB, f *fake, w *world.World, claim string, worlds int) *Table {
	t.Helper()
	table, err := Collect(context.Background(), f, w, claim, options(worlds))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// Every method works on the table: its outcomes must be those of the verdict, for
// claims of every sort.
func TestCollectAgreesWithJudge(t *testing.T) {
	w := richWorld()
	f := newFake(w, richValue)
	f.failed = func(d drawn, cut []string) bool { return d.world%50 == 7 || (len(cut) > 0 && d.world%50 == 9) }
	found, err := Judge(context.Background(), f, w, options(300))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range found.Verdicts {
		if v.Shares == nil {
			continue
		}
		table := collected(t, f, w, v.Claim, 300)
		if got := table.shares(); *got != *v.Shares || table.LeftOut != v.LeftOut || table.Len() != v.Worlds {
			t.Errorf("%s: the table has %+v, %d left out; the verdict %+v, %d", v.Claim, got, table.LeftOut, v.Shares, v.LeftOut)
		}
		for i, test := range table.Tests {
			var m moments
			for _, e := range test.Effect {
				m.add(e)
			}
			if m.mean() != v.Tests[i].Size.Mean || test.Unit != v.Tests[i].Unit {
				t.Errorf("%s: mean effect %v %s, want %v %s", v.Claim, m.mean(), test.Unit, v.Tests[i].Size.Mean, v.Tests[i].Unit)
			}
		}
		for i, o := range table.Outcome {
			if (o > 0) != (table.Slack[i] > 0) && table.Slack[i] != 0 {
				t.Fatalf("%s: outcome %d where the slack is %v", v.Claim, o, table.Slack[i])
			}
		}
		for k, c := range table.Factors {
			for i, world := range table.Worlds {
				if want := f.draw(Request{Seed: 7}, world).factors[c.Name]; c.Values[i] != want {
					t.Fatalf("%s: factor %d of world %d is %v, want %v", v.Claim, k, world, c.Values[i], want)
				}
			}
		}
	}
}

// A user who presses Ctrl-C keeps the worlds that were played whole.
func TestCollectStopped(t *testing.T) {
	w := richWorld()
	f := newFake(w, richValue)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f.onBlock = func(first int) {
		if len(f.runs) == 2 && first >= 64 {
			cancel()
		}
	}
	table, err := Collect(ctx, f, w, "cut-and-plain", options(300))
	if !errors.Is(err, context.Canceled) || !table.Partial || table.Len() != 128 || len(table.Factors[0].Values) != 128 {
		t.Fatalf("%v: %d worlds of a stopped run", err, table.Len())
	}
}

// Blocks are how a run was shared out: a table must not tell.
func TestCollectDoesNotKnowBlocks(t *testing.T) {
	w := richWorld()
	one, other := newFake(w, richValue), newFake(w, richValue)
	other.blocks = []int{1, 100, 7}
	a, b := collected(t, one, w, "cut-and-plain", 300), collected(t, other, w, "cut-and-plain", 300)
	if !reflect.DeepEqual(a, b) {
		t.Error("the table depends on how the run was cut into blocks")
	}
	if _, err := json.Marshal(a); err != nil {
		t.Error(err)
	}
}

// Policies are compared world by world: a failed one must be left out of all.
func TestCollectMeasures(t *testing.T) {
	w := newWorld()
	f := newFake(w, effectOfU)
	f.failed = func(d drawn, _ []string) bool { return d.world == 5 }
	o := options(100)
	o.Scenarios, o.Measures = []string{"a", "b"}, []string{"war.x", "cost.usa"}
	for by, at := range map[world.Date]int{{}: 8, {Year: 2025, Month: 12}: 4} {
		table, err := CollectMeasures(context.Background(), f, w, by, o)
		if err != nil {
			t.Fatal(err)
		}
		if table.At != at || len(table.Worlds) != 99 || table.LeftOut != 1 || slices.Contains(table.Worlds, 5) {
			t.Errorf("point %d, %d worlds, %d left out", table.At, len(table.Worlds), table.LeftOut)
		}
		for i, n := range table.Worlds {
			d := f.draw(Request{Seed: 7}, n)
			if got, want := table.Outcomes[0][1][i], effectOfU(d, nil, "a", "cost.usa", at); got != want {
				t.Fatalf("world %d: %v, want %v", n, got, want)
			}
		}
	}
}

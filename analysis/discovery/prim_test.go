package discovery

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Somebody who checks parley against the literature finds the same boxes. The figures are
// those of the data set's published analyses (Bryant & Lempert 2010; J. Kwakkel,
// "Scenario discovery in Python", Water Programming blog, 2015): at alpha 0.1 step 21 has
// coverage 0.752809, density 0.770115, mass 0.098639, four dimensions, and limits between
// the neighbours of 755.8, −0.422, 150.05 and 72.65.
func TestPublishedTrajectoryOfEthanol(t *testing.T) {
	table := prepare(t, ethanol(t))
	r := find(t, table, Options{PeelAlpha: 0.1, WithoutGuard: true, Choice: Choice{Rule: AtStep, Step: 21}})
	b := r.Boxes[0]
	if b.Cases != 67 || b.Rows != 87 || r.Cases != 89 || r.Rows != 882 {
		t.Errorf("%d of %d cases in %d of %d rows, want 67 of 89 in 87 of 882", b.Cases, r.Cases, b.Rows, r.Rows)
	}
	near := func(what string, got, want, tolerance float64) {
		if math.Abs(got-want) > tolerance {
			t.Errorf("%s is %g, want %g", what, got, want)
		}
	}
	near("coverage", b.Coverage, 0.752809, 1e-6)
	near("density", b.Density, 0.770115, 1e-6)
	near("mass", b.Mass, 0.098639, 1e-6)
	if len(b.Limits) != 4 {
		t.Fatalf("%d dimensions restricted, want 4", len(b.Limits))
	}
	near("cost", *b.Limits[0].Low, 72.65, 0.2)
	near("biomass", *b.Limits[1].High, 755.8, 1.5)
	near("demand", *b.Limits[2].Low, -0.422, 0.001)
	near("backstop", *b.Limits[3].Low, 150.05, 0.1)
	if b.Limits[2].High != nil || b.Limits[1].Low != nil {
		t.Error("limits on ends that the published box leaves free")
	}
	if *b.Limits[2].QuasiP > 1e-10 || *b.Limits[0].QuasiP < 0.05 {
		t.Error("the elasticity is the surest limit and the cost the least sure one, by quasi-p-value")
	}
}

// Noise must not get into what an analyst is told: three of twelve inputs matter.
func TestGuardedBoxHasWhatMatters(t *testing.T) {
	seeds := uint64(2)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		r := find(t, prepare(t, corner(100_000, 12, seed+1)), Options{Resamples: 4, Seed: seed})
		checkCorner(t, r)
	}
}

// The same where noise has got in already: a density above what the box can have is asked for.
func TestGuardDropsNoiseThatGotIn(t *testing.T) {
	table := prepare(t, corner(10_000, 12, 3))
	o := Options{Choice: Choice{Rule: Dense, Density: 0.99}, Resamples: -1}
	loose := o
	loose.WithoutGuard = true
	if n := len(find(t, table, loose).Boxes[0].Limits); n <= 3 {
		t.Fatalf("the unguarded box has %d dimensions; the test needs noise to drop", n)
	}
	r := find(t, table, o)
	if len(r.Boxes) != 1 || len(r.Boxes[0].Dropped) == 0 {
		t.Fatalf("nothing dropped: %+v", r)
	}
	if l := r.Boxes[0].Limits; len(l) != 3 || l[0].Dimension != "x1" || l[1].Dimension != "x2" || l[2].Dimension != "x3" {
		t.Errorf("limits are %+v; want x1, x2, x3", l)
	}
}

func checkCorner(t *testing.T, r *Result) {
	t.Helper()
	if len(r.Boxes) != 1 || len(r.Boxes[0].Limits) != 3 {
		t.Fatalf("want one box with three limits, got %+v", r.Boxes)
	}
	l := r.Boxes[0].Limits
	ok := l[0].Dimension == "x1" && l[0].High == nil && math.Abs(*l[0].Low-0.6) < 0.03 &&
		l[1].Dimension == "x2" && l[1].Low == nil && math.Abs(*l[1].High-0.4) < 0.03 &&
		l[2].Dimension == "x3" && l[2].High == nil && math.Abs(*l[2].Low-0.2) < 0.03
	if !ok {
		s, _ := json.Marshal(l)
		t.Errorf("limits are %s; want x1 > 0.6, x2 < 0.4, x3 > 0.2", s)
	}
}

// Where there is nothing to find, the guard says so in about all of the cases it promises.
func TestGuardHoldsItsLevelOnNoise(t *testing.T) {
	const runs = 25
	passed, loose := 0, 0
	for seed := range uint64(runs) {
		c := corner(400, 6, seed)
		r := rand.New(rand.NewPCG(seed, 7))
		for i := range c.Y {
			c.Y[i] = r.Float64() < 0.3
		}
		o := Options{Choice: Choice{Rule: Dense, Density: 0.6}, Resamples: -1, Seed: seed}
		table := prepare(t, c)
		passed += len(find(t, table, o).Boxes)
		o.WithoutGuard = true
		loose += len(find(t, table, o).Boxes)
	}
	t.Logf("noise passed in %d of %d, without the guard in %d", passed, runs, loose)
	if loose < runs {
		t.Error("the test needs noise that peeling takes for something")
	}
	if passed > 5 {
		t.Errorf("noise passed the guard in %d of %d tables; at a level of 5 %% that is too often", passed, runs)
	}
}

// drawn is a small table of any shape: ties, constants, categories, gaps.
func drawn(t *rapid.T, least int) Cases {
	rows := rapid.IntRange(least, 120).Draw(t, "rows")
	inputs := rapid.IntRange(1, 4).Draw(t, "inputs")
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
	c := Cases{Y: make([]bool, rows)}
	for j := range inputs {
		kinds := rapid.SampledFrom([]int{1, 2, 3, 10, 100000}).Draw(t, "kinds")
		d := Dimension{Name: string(rune('a' + j))}
		if kinds <= 3 && rapid.Bool().Draw(t, "categorical") {
			d.Categories = []string{"p", "q", "r", "none"}
		}
		x := make([]float64, rows)
		for i := range x {
			x[i] = float64(r.IntN(kinds))
		}
		c.Dimensions, c.X = append(c.Dimensions, d), append(c.X, x)
	}
	for i := range c.Y {
		c.Y[i] = r.Float64() < 0.2 || (c.X[0][i] > 1 && r.Float64() < 0.6)
	}
	return c
}

func drawnOptions(t *rapid.T) Options {
	return Options{
		PeelAlpha: rapid.SampledFrom([]float64{0.05, 0.1, 0.3}).Draw(t, "alpha"), MinimumMass: 0.05,
		Objective: rapid.SampledFrom([]Objective{Lenient1, Lenient2, Original}).Draw(t, "objective"),
		Resamples: -1, WithoutGuard: true, Boxes: rapid.IntRange(1, 3).Draw(t, "boxes"),
	}
}

// A box holds the rows it says it holds, and every figure is a number.
func TestBoxesHoldWhatTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t, 1)
		table, err := Prepare(c)
		if err != nil {
			t.Fatal(err)
		}
		o := drawnOptions(t)
		o.WithoutGuard, o.Resamples = rapid.Bool().Draw(t, "unguarded"), rapid.IntRange(-1, 2).Draw(t, "resamples")
		r, err := table.Find(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		taken := make([]bool, len(c.Y))
		for _, b := range r.Boxes {
			for _, s := range b.Trajectory {
				checkHolds(t, c, s.Region, taken)
			}
			checkHolds(t, c, b.Region, taken)
			for i := range c.Y {
				taken[i] = taken[i] || b.Holds(c.Dimensions, rowOf(c, i))
			}
		}
		tree, err := table.Tree(t.Context(), TreeOptions{Complexity: -1})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := json.Marshal(tree); err != nil {
			t.Fatal(err)
		}
		rows := 0
		for _, leaf := range tree.Leaves {
			checkHolds(t, c, leaf.Region, make([]bool, len(c.Y)))
			rows += leaf.Rows
		}
		if rows != len(c.Y) {
			t.Fatalf("the leaves hold %d of %d rows", rows, len(c.Y))
		}
	})
}

func rowOf(c Cases, i int) []float64 {
	row := make([]float64, len(c.X))
	for j := range c.X {
		row[j] = c.X[j][i]
	}
	return row
}

func checkHolds(t *rapid.T, c Cases, r Region, taken []bool) {
	rows, cases := 0, 0
	for i := range c.Y {
		if !taken[i] && r.Holds(c.Dimensions, rowOf(c, i)) {
			rows++
			if c.Y[i] {
				cases++
			}
		}
	}
	if rows != r.Rows || cases != r.Cases {
		t.Fatalf("a box says %d of %d rows and holds %d of %d: %+v", r.Cases, r.Rows, cases, rows, r.Limits)
	}
}

// Along the peeling an analyst gives up coverage and gets density, never neither.
func TestPeelingTradesCoverageForDensity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, err := Prepare(drawn(t, 2))
		if err != nil {
			t.Fatal(err)
		}
		o, err := Options{PeelAlpha: 0.1}.filled()
		if err != nil {
			t.Fatal(err)
		}
		states := trajectory(table, table.everywhere(), o.plan(table.Rows()))
		for i := 1; i < len(states); i++ {
			a, b := states[i-1], states[i]
			if compareDensity(b.tally, a.tally) <= 0 {
				t.Fatalf("step %d is not denser: %v after %v", i, b.tally, a.tally)
			}
			if !b.pasted && (b.n >= a.n || b.h > a.h) || b.pasted && b.n <= a.n {
				t.Fatalf("step %d goes from %v to %v", i, a.tally, b.tally)
			}
			if share(b.n, table.Rows()) < o.MinimumMass {
				t.Fatalf("step %d has mass %d of %d", i, b.n, table.Rows())
			}
		}
	})
}

// numbers are the boxes without what a change of units changes.
func numbers(r *Result) []any {
	var out []any
	for _, b := range r.Boxes {
		out = append(out, b.Step)
		for _, s := range b.Trajectory {
			out = append(out, s.Rows, s.Cases, s.Restricted, s.Pasted)
			for _, l := range s.Limits {
				out = append(out, l.Dimension, l.Low == nil, l.High == nil, l.Kept)
			}
		}
		for _, d := range b.Dropped {
			out = append(out, d)
		}
	}
	return out
}

// Neither the order of rows nor the units of a column decide where a claim fails.
func TestRowsAndUnitsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t, 2)
		o := drawnOptions(t)
		o.WithoutGuard = rapid.Bool().Draw(t, "unguarded")
		if !o.WithoutGuard {
			o.Boxes = 1
		}
		d := Cases{Dimensions: c.Dimensions, Y: make([]bool, len(c.Y))}
		order := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 3)).Perm(len(c.Y))
		for j := range c.X {
			x := make([]float64, len(c.Y))
			for to, from := range order {
				x[to] = c.X[j][from]
				if c.Dimensions[j].Categories == nil {
					x[to] = math.Sqrt(x[to]) - 7
				}
			}
			d.X = append(d.X, x)
		}
		for to, from := range order {
			d.Y[to] = c.Y[from]
		}
		var found [2][]any
		for i, cases := range []Cases{c, d} {
			table, err := Prepare(cases)
			if err != nil {
				t.Fatal(err)
			}
			r, err := table.Find(t.Context(), o)
			if err != nil {
				t.Fatal(err)
			}
			found[i] = numbers(r)
		}
		if !reflect.DeepEqual(found[0], found[1]) {
			t.Fatalf("got\n%v\nand\n%v", found[0], found[1])
		}
	})
}

// The order of columns decides only between slices that are equally good: until the first
// of these the peeling is the same.
func TestColumnsMatterInTiesOnly(t *testing.T) {
	compared := 0
	for seed := range uint64(20) {
		c := corner(3000, 6, seed)
		d := c
		d.Dimensions, d.X = nil, nil
		for _, j := range rand.New(rand.NewPCG(seed, 5)).Perm(6) {
			d.Dimensions, d.X = append(d.Dimensions, c.Dimensions[j]), append(d.X, c.X[j])
		}
		a, b := peelers(t, c), peelers(t, d)
		for !a.ties() && a.step() && b.step() {
			compared++
			if a.n != b.n || a.h != b.h {
				t.Fatalf("seed %d: %d of %d and %d of %d", seed, a.h, a.n, b.h, b.n)
			}
			for j := range c.X {
				k := b.t.index(c.Dimensions[j].Name)
				if a.box.lo[j] != b.box.lo[k] || a.box.hi[j] != b.box.hi[k] {
					t.Fatalf("seed %d: other limits of %s", seed, c.Dimensions[j].Name)
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d steps without ties", compared)
	}
}

func peelers(t *testing.T, c Cases) *peeler {
	t.Helper()
	o, err := Options{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	table := prepare(t, c)
	return newPeeler(table, table.everywhere(), o.plan(table.Rows()))
}

// ties reports whether two slices are equally good.
func (e *peeler) ties() bool {
	best, count := math.Inf(-1), 0
	for j := range e.t.columns {
		for _, cut := range e.slices(j, &e.t.columns[j]) {
			switch {
			case !e.judge(&cut) || cut.score < best:
			case cut.score == best:
				count++
			default:
				best, count = cut.score, 1
			}
		}
	}
	return count > 1
}

// A finding is the same on a laptop and on a server.
func TestCoresDoNotMatter(t *testing.T) {
	table := prepare(t, corner(3000, 6, 4))
	var first []byte
	for _, workers := range []int{1, 2, 7} {
		r := find(t, table, Options{Boxes: 2, Workers: workers, Choice: Choice{Rule: Dense, Density: 0.95}, Resamples: 5})
		tree, err := table.Tree(t.Context(), TreeOptions{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal([]any{r, tree})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		}
		if string(got) != string(first) {
			t.Fatalf("with %d workers:\n%s\nwith one:\n%s", workers, got, first)
		}
	}
}

// Categories are peeled one at a time and named.
func TestCategories(t *testing.T) {
	c := corner(4000, 3, 9)
	c.Dimensions = append(c.Dimensions, Dimension{Name: "regime", Categories: []string{"open", "mixed", "closed", "unseen"}})
	regime := make([]float64, len(c.Y))
	r := rand.New(rand.NewPCG(1, 9))
	for i := range regime {
		regime[i] = float64(r.IntN(3))
		c.Y[i] = (regime[i] == 1 && c.X[0][i] < 0.5) != (r.Float64() < 0.05)
	}
	c.X = append(c.X, regime)
	found := find(t, prepare(t, c), Options{})
	l := found.Boxes[0].Limits
	if len(l) != 2 || l[0].Dimension != "x1" || l[1].Dimension != "regime" {
		t.Fatalf("limits are %+v", l)
	}
	if got := strings.Join(l[1].Kept, " "); got != "mixed unseen" {
		t.Errorf("kept %q, want mixed and what never occurs", got)
	}
	if *l[1].Reproduced < 0.9 || *l[1].Chance > 0.05 {
		t.Errorf("a clear limit is reproduced in %g and has chance %g", *l[1].Reproduced, *l[1].Chance)
	}
	tree, err := prepare(t, c).Tree(t.Context(), TreeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	best := tree.Leaves[0]
	if len(best.Limits) != 2 || best.Density < 0.9 || best.Coverage < 0.7 || best.Limits[1].Kept[0] != "mixed" {
		t.Errorf("the tree's best leaf is %+v", best)
	}
}

// The second box is looked for outside the first.
func TestCovering(t *testing.T) {
	c := corner(6000, 4, 11)
	for i := range c.Y {
		c.Y[i] = c.X[0][i] > 0.8 && c.X[1][i] > 0.5 || c.X[2][i] < 0.15 && c.X[0][i] < 0.7
	}
	r := find(t, prepare(t, c), Options{Boxes: 4, Resamples: -1})
	if len(r.Boxes) < 2 || r.Coverage < 0.8 {
		t.Fatalf("%d boxes cover %g", len(r.Boxes), r.Coverage)
	}
	if r.Boxes[1].BaseRate >= r.Boxes[0].BaseRate {
		t.Error("the rest is not poorer than the whole")
	}
}

// What cannot be answered is said, not crashed on.
func TestOddTables(t *testing.T) {
	nan := math.NaN()
	one := []Dimension{{Name: "a"}}
	for name, c := range map[string]Cases{
		"no inputs":     {Y: []bool{true}},
		"no columns":    {Dimensions: one, Y: []bool{true}},
		"short column":  {Dimensions: one, X: [][]float64{{1}}, Y: []bool{true, false}},
		"same names":    {Dimensions: []Dimension{{Name: "a"}, {Name: "a"}}, X: [][]float64{{1}, {1}}, Y: []bool{true}},
		"bad category":  {Dimensions: []Dimension{{Name: "a", Categories: []string{"p"}}}, X: [][]float64{{1}}, Y: []bool{true}},
		"no rows":       {Dimensions: one, X: [][]float64{{}}, Y: nil},
		"only NaN":      {Dimensions: one, X: [][]float64{{nan}}, Y: []bool{true}},
		"short missing": {Dimensions: one, X: [][]float64{{1}}, Y: []bool{true}, Missing: []bool{}},
	} {
		if _, err := Prepare(c); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for name, y := range map[string][]bool{
		"all": {true, true, true}, "none": {false, false, false}, "few": {true, false, true},
	} {
		table := prepare(t, Cases{Dimensions: one, X: [][]float64{{5, 5, 5}}, Y: y})
		r := find(t, table, Options{})
		if len(r.Boxes) != 0 || r.Note == "" {
			t.Errorf("%s of three equal rows: %+v", name, r)
		}
		if tree, err := table.Tree(t.Context(), TreeOptions{}); err != nil || len(tree.Leaves) != 1 {
			t.Errorf("%s: tree %+v, %v", name, tree, err)
		}
	}
	table := prepare(t, corner(100, 3, 1))
	for name, o := range map[string]Options{
		"alpha": {PeelAlpha: 0.9}, "NaN": {MinimumMass: nan}, "objective": {Objective: "best"}, "rule": {Choice: Choice{Rule: "luck"}},
		"step": {Choice: Choice{Rule: AtStep, Step: 1000}}, "density": {Choice: Choice{Rule: Dense}}, "level": {Level: -1},
		"steps": {Boxes: 2, Choice: Choice{Rule: AtStep, Step: 1}},
	} {
		if _, err := table.Find(t.Context(), o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// The ends of the number line break nothing: no panic, no NaN in what is written, no limit
// that says other than it does.
func TestExtremeNumbers(t *testing.T) {
	extremes := []float64{
		math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -math.MaxFloat64, 5e-324, -5e-324, 0, math.Copysign(0, -1), 1,
		math.Nextafter(1, 2), 1e-9, -3e20,
	}
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 60).Draw(t, "rows")
		c := Cases{Dimensions: []Dimension{{Name: "a"}, {Name: "b"}}, Y: make([]bool, rows)}
		for range 2 {
			c.X = append(c.X, rapid.SliceOfN(rapid.SampledFrom(extremes), rows, rows).Draw(t, "x"))
		}
		for i := range c.Y {
			c.Y[i] = c.X[0][i] > 0 || rapid.IntRange(0, 9).Draw(t, "y") == 0
		}
		table, err := Prepare(c)
		if err != nil {
			return // no row is usable, and it says so
		}
		r, err := table.Find(t.Context(), Options{Boxes: 2, Resamples: 2})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		for _, s := range r.Words(Phrases{}) {
			if strings.Contains(s, "NaN") || strings.Contains(s, "Inf") || strings.Contains(s, "{") {
				t.Fatal(s)
			}
		}
		if len(r.Boxes) == 0 {
			return
		}
		n := 0
		for i := range c.Y {
			usable := math.Abs(c.X[0][i]) <= math.MaxFloat64 && math.Abs(c.X[1][i]) <= math.MaxFloat64
			if usable && r.Boxes[0].Holds(c.Dimensions, rowOf(c, i)) {
				n++
			}
		}
		if n != r.Boxes[0].Rows {
			t.Fatalf("the box says %d rows and holds %d", r.Boxes[0].Rows, n)
		}
	})
}

// What to expect of new rows is a little worse than what was chosen to be good, and near it where
// there are many rows.
func TestHeldOut(t *testing.T) {
	many := find(t, prepare(t, corner(20_000, 6, 3)), Options{}).Boxes[0]
	few := find(t, prepare(t, corner(500, 6, 3)), Options{}).Boxes[0]
	if math.Abs(many.HeldOut.Density-many.Density) > 0.03 || math.Abs(many.HeldOut.Coverage-many.Coverage) > 0.03 {
		t.Errorf("of many rows: %+v beside %g and %g", many.HeldOut, many.Density, many.Coverage)
	}
	if few.HeldOut.Density >= few.Density {
		t.Errorf("of few rows: held out %g, on the rows themselves %g", few.HeldOut.Density, few.Density)
	}
}

// Rows that failed are left out and counted, and change nothing.
func TestMissingRowsAreLeftOut(t *testing.T) {
	c := corner(1000, 3, 5)
	want := find(t, prepare(t, c), Options{Resamples: -1})
	for k, bad := range []float64{math.NaN(), math.Inf(1), 0.5} {
		for j := range c.X {
			c.X[j] = append(c.X[j], bad)
		}
		c.Y = append(c.Y, true)
		c.Missing = make([]bool, len(c.Y))
		c.Missing[len(c.Y)-1] = k == 2
	}
	got := find(t, prepare(t, c), Options{Resamples: -1})
	if got.LeftOut != 3 {
		t.Errorf("%d rows left out, want 3", got.LeftOut)
	}
	got.LeftOut = 0
	if !reflect.DeepEqual(got, want) {
		t.Error("rows that are left out changed the result")
	}
	values := []float64{1, 2, math.NaN()}
	if y, missing := Above(values, 2); y[0] || !y[1] || y[2] || !missing[2] || missing[0] {
		t.Error("Above a threshold:", y, missing)
	}
	if y, missing := Below(values, 2); !y[0] || y[1] || y[2] || !missing[2] {
		t.Error("Below a threshold:", y, missing)
	}
}

// A limit asked for by step is shown even where the guard drops others, and the drop is named.
func TestStepOnRequestIsGuarded(t *testing.T) {
	table := prepare(t, corner(5000, 8, 2))
	states := find(t, table, Options{WithoutGuard: true, Resamples: -1}).Boxes[0].Trajectory
	r := find(t, table, Options{Choice: Choice{Rule: AtStep, Step: len(states) - 1}, Resamples: -1})
	b := r.Boxes[0]
	if !b.Widened || len(b.Dropped) == 0 || len(b.Limits) > 4 {
		t.Errorf("the last step keeps %d limits and drops %v", len(b.Limits), b.Dropped)
	}
}

func TestCancelledSearchStops(t *testing.T) {
	ctx, cancel := contextWithCancel(t)
	cancel()
	table := prepare(t, corner(500, 3, 1))
	if _, err := table.Find(ctx, Options{}); err == nil {
		t.Error("no error from a cancelled search")
	}
	if _, err := table.Tree(ctx, TreeOptions{}); err == nil {
		t.Error("no error from a cancelled tree")
	}
}

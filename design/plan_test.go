package design

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"parley/elementary"
)

func must(t testing.TB) func(Plan, error) Plan {
	return func(p Plan, err error) Plan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
}

func letters(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("factor %d", i)
	}
	return names
}

func column(p Plan, factor, first, n int) []float64 {
	u := make([]float64, n)
	p.Fill(factor, first, u)
	return u
}

// plans are all kinds over the same factors.
func plans(t testing.TB, seed uint64, names []string, n int) map[string]Plan {
	m := must(t)
	pairs := []Correlation{{names[0], names[2], 0.6}, {names[2], names[3], -0.4}}
	return map[string]Plan{
		"Monte Carlo":          m(MonteCarlo(seed, names)),
		"Latin hypercube":      m(LatinHypercube(seed, names, n)),
		"Sobol'":               m(Sobol(seed, names)),
		"correlated":           m(Correlate(m(MonteCarlo(seed, names)), names, pairs)),
		"correlated Sobol'":    m(Correlate(m(Sobol(seed, names)), names, pairs)),
		"correlated hypercube": m(Correlate(m(LatinHypercube(seed, names, n)), names, pairs)),
	}
}

// Batches are computed anywhere: a stretch must not depend on where it was cut.
func TestStretchesAgreeWithTheWhole(t *testing.T) {
	const n = 3000
	for name, p := range plans(t, 5, letters(5), n) {
		for factor := range 5 {
			whole := column(p, factor, 0, n)
			for _, u := range whole {
				if !(u > 0 && u < 1) {
					t.Fatalf("%s: %v is not inside (0, 1)", name, u)
				}
			}
			for _, cut := range [][2]int{{0, 1}, {1, 1}, {17, 300}, {255, 514}, {2999, 1}} {
				if got := column(p, factor, cut[0], cut[1]); !slices.Equal(got, whole[cut[0]:cut[0]+cut[1]]) {
					t.Errorf("%s: worlds %d… differ when asked for alone", name, cut[0])
				}
			}
		}
	}
}

func TestMarginsAreUniform(t *testing.T) {
	const n = 4096
	for name, p := range plans(t, 6, letters(5), n) {
		for factor := range 5 {
			u := column(p, factor, 0, n)
			sort.Float64s(u)
			largest := 0.0
			for i, x := range u {
				largest = max(largest, math.Abs(x-(float64(i)+0.5)/n))
			}
			if k := largest * math.Sqrt(n); k > 1.95 {
				t.Errorf("%s: factor %d is %v from uniform", name, factor, k)
			}
		}
	}
}

// Adding a factor to a model must not shake all other results.
func TestAddingAFactorLeavesTheOthers(t *testing.T) {
	const n = 1000
	before, after := plans(t, 7, letters(5), n), plans(t, 7, letters(6), n)
	for name, p := range before {
		for factor := range 5 {
			if !slices.Equal(column(p, factor, 0, n), column(after[name], factor, 0, n)) {
				t.Errorf("%s: factor %d changes when another is added", name, factor)
			}
		}
	}
	names := append([]string{"new"}, letters(5)...)
	for name, p := range map[string]Plan{
		"Monte Carlo": must(t)(MonteCarlo(7, names)), "Latin hypercube": must(t)(LatinHypercube(7, names, n)),
	} {
		if !slices.Equal(column(before[name], 4, 0, n), column(p, 5, 0, n)) {
			t.Errorf("%s: draws change when a factor is put before them", name)
		}
	}
}

func TestSeedsAndNamesMatter(t *testing.T) {
	const n = 100
	a, b := plans(t, 8, letters(5), n), plans(t, 9, letters(5), n)
	for name, p := range a {
		if slices.Equal(column(p, 1, 0, n), column(b[name], 1, 0, n)) {
			t.Errorf("%s: the seed does not matter", name)
		}
		if slices.Equal(column(p, 1, 0, n), column(p, 4, 0, n)) {
			t.Errorf("%s: two factors have the same draws", name)
		}
	}
}

func TestLatinHypercubeHasOneDrawInEachPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		p, err := LatinHypercube(rapid.Uint64().Draw(t, "seed"), []string{"a"}, n)
		if err != nil {
			t.Fatal(err)
		}
		seen := make([]bool, n)
		for _, u := range column(p, 0, 0, n) {
			part := int(u * float64(n))
			if seen[part] {
				t.Fatalf("part %d of %d has two draws", part, n)
			}
			seen[part] = true
		}
	})
}

// A shuffle that favours some orders would tie factors to each other.
func TestShuffleIsFair(t *testing.T) {
	const seeds = 6000
	for _, n := range []int{2, 3, 6, 16, 60, 256, 300} {
		counts := make([]float64, n*n)   // of world and part
		neighbours := make([]float64, n) // of the step from world 0 to world 1
		for seed := range uint64(seeds) {
			u := column(must(t)(LatinHypercube(seed, []string{"a"}, n)), 0, 0, n)
			for world := range u {
				counts[world*n+int(u[world]*float64(n))]++
			}
			neighbours[(int(u[1]*float64(n))-int(u[0]*float64(n))+n)%n]++
		}
		fair(t, fmt.Sprintf("n = %d, places", n), counts, seeds/float64(n), float64((n-1)*(n-1)))
		fair(t, fmt.Sprintf("n = %d, steps", n), neighbours[1:], seeds/float64(n-1), float64(n-2))
	}
	// Large hypercubes: neither neighbouring worlds nor two factors hang together.
	const large = 16384
	p := must(t)(LatinHypercube(1, letters(8), large))
	for i := range 8 {
		a := column(p, i, 0, large)
		if r := pearson(a[1:], a[:large-1]); math.Abs(r) > 4/math.Sqrt(large) {
			t.Errorf("factor %d: neighbouring worlds correlate %v", i, r)
		}
		for j := range i {
			if r := pearson(a, column(p, j, 0, large)); math.Abs(r) > 4/math.Sqrt(large) {
				t.Errorf("factors %d and %d correlate %v", i, j, r)
			}
		}
	}
}

// fair holds counts to their common expectation by χ², exceeded once in ten thousand (Wilson &
// Hilferty's approximation).
func fair(t *testing.T, what string, counts []float64, expected, degrees float64) {
	t.Helper()
	square := 0.0
	for _, c := range counts {
		square += (c - expected) * (c - expected) / expected
	}
	root := 1 - 2/(9*degrees) + 3.72*math.Sqrt(2/(9*degrees))
	if degrees > 0 && square > degrees*root*root*root {
		t.Errorf("%s: χ² is %.0f with %.0f degrees", what, square, degrees)
	}
}

func pearson(a, b []float64) float64 {
	meanA, meanB := 0.0, 0.0
	for i := range a {
		meanA += a[i] / float64(len(a))
		meanB += b[i] / float64(len(a))
	}
	var ab, aa, bb float64
	for i := range a {
		x, y := a[i]-meanA, b[i]-meanB
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}

func ranks(u []float64) []float64 {
	order := make([]int, len(u))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return u[order[i]] < u[order[j]] })
	result := make([]float64, len(u))
	for rank, i := range order {
		result[i] = float64(rank)
	}
	return result
}

// The first points as the authors' program sobol.cc prints them for new-joe-kuo-6.21201.
func TestSobolKnownPoints(t *testing.T) {
	want := [][]float64{
		{0, 0, 0},
		{0.5, 0.5, 0.5},
		{0.75, 0.25, 0.25},
		{0.25, 0.75, 0.75},
		{0.375, 0.375, 0.625},
		{0.875, 0.875, 0.125},
		{0.625, 0.125, 0.875},
		{0.125, 0.625, 0.375},
		{0.1875, 0.3125, 0.9375},
		{0.6875, 0.8125, 0.4375},
	}
	p := must(t)(Unscrambled(3))
	for d := range 3 {
		for i, u := range column(p, d, 0, len(want)) {
			if u != want[i][d] {
				t.Errorf("point %d, dimension %d is %v, want %v", i, d+1, u, want[i][d])
			}
		}
	}
}

func TestSobolStratifiesEveryDimension(t *testing.T) {
	const n = 1024
	p := must(t)(Sobol(3, letters(1024)))
	for d := range 1024 {
		for _, first := range []int{0, 3 * n} {
			seen := make([]bool, n)
			for _, u := range column(p, d, first, n) {
				if seen[int(u*n)] {
					t.Fatalf("dimension %d: two of %d points share a part", d+1, n)
				}
				seen[int(u*n)] = true
			}
		}
	}
}

// Owen's scrambling keeps every box that the sequence balances balanced: a digit may depend only on
// those above it, and one-to-one.
func TestScrambleIsNested(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scramble{rapid.Uint32().Draw(t, "add"), rapid.Uint32().Draw(t, "multiply") | 1}
		x, y := rapid.Uint32().Draw(t, "x"), rapid.Uint32().Draw(t, "y")
		if rapid.Bool().Draw(t, "close") {
			y = x ^ y>>rapid.IntRange(0, 31).Draw(t, "shared digits")
		}
		if a, b := bits.LeadingZeros32(x^y), bits.LeadingZeros32(s.apply(x)^s.apply(y)); a != b {
			t.Errorf("%08x and %08x share %d digits, scrambled %d", x, y, a, b)
		}
	})
}

func TestScrambledPairsAreBalanced(t *testing.T) {
	p := must(t)(Sobol(4, letters(2)))
	const n, side = 1024, 32 // dimensions 1 and 2 are a (0, 2)-sequence
	var seen [side][side]bool
	a, b := column(p, 0, 0, n), column(p, 1, 0, n)
	for i := range a {
		x, y := int(a[i]*side), int(b[i]*side)
		if seen[x][y] {
			t.Fatal("two points share a box")
		}
		seen[x][y] = true
	}
}

// discrepancy is the L2 star discrepancy (Warnock 1972).
func discrepancy(points [][]float64) float64 {
	n, d := float64(len(points)), len(points[0])
	second, third := 0.0, 0.0
	for i, x := range points {
		product := 1.0
		for _, u := range x {
			product *= 1 - u*u
		}
		second += product
		for j := range i + 1 {
			product := 1.0
			for k, u := range x {
				product *= 1 - max(u, points[j][k])
			}
			if j < i {
				product *= 2
			}
			third += product
		}
	}
	return math.Sqrt(math.Pow(3, -float64(d)) - math.Pow(2, 1-float64(d))/n*second + third/(n*n))
}

func pointsOf(p Plan, dimensions []int, n int) [][]float64 {
	points := make([][]float64, n)
	for i := range points {
		points[i] = make([]float64, len(dimensions))
	}
	for k, d := range dimensions {
		for i, u := range column(p, d, 0, n) {
			points[i][k] = u
		}
	}
	return points
}

// Without this the sequence would not be worth its complication.
func TestSobolBeatsMonteCarlo(t *testing.T) {
	const n = 512
	names := letters(1024)
	for _, dimensions := range [][]int{{0, 1, 2, 3, 4}, {5, 9, 14, 20}, {30, 31, 40}, {105, 112, 125}, {1008, 1010, 1016, 1023}} {
		var even, independent float64
		for seed := range uint64(5) {
			even += discrepancy(pointsOf(must(t)(Sobol(seed, names)), dimensions, n))
			independent += discrepancy(pointsOf(must(t)(MonteCarlo(seed, names)), dimensions, n))
		}
		t.Logf("dimensions %v: discrepancy %.2g, Monte Carlo %.2g", dimensions, even/5, independent/5)
		if even > 0.6*independent {
			t.Errorf("dimensions %v: discrepancy %v, Monte Carlo %v", dimensions, even/5, independent/5)
		}
	}
}

// Integrals of a product and of a kinked sum with known values.
func TestIntegrationErrors(t *testing.T) {
	const n, d, seeds = 4096, 30, 12
	names := letters(d)
	mean := func(p Plan) float64 {
		products := make([]float64, n)
		for i := range products {
			products[i] = 1
		}
		for k := range d {
			weight := 1 / float64(k+2)
			for i, u := range column(p, k, 0, n) {
				products[i] *= 1 + weight*(math.Abs(4*u-2)-1) // Sobol's g function with falling weights: 1 on average
			}
		}
		sum := 0.0
		for _, x := range products {
			sum += x
		}
		return sum / n
	}
	errs := map[string]float64{}
	for seed := range uint64(seeds) {
		for name, p := range map[string]Plan{
			"Monte Carlo": must(t)(MonteCarlo(seed, names)), "Latin hypercube": must(t)(LatinHypercube(seed, names, n)), "Sobol'": must(t)(Sobol(seed, names)),
		} {
			e := mean(p) - 1
			errs[name] += e * e / seeds
		}
	}
	t.Logf("root mean square errors: %.2g (Monte Carlo), %.2g (Latin hypercube), %.2g (Sobol')",
		math.Sqrt(errs["Monte Carlo"]), math.Sqrt(errs["Latin hypercube"]), math.Sqrt(errs["Sobol'"]))
	if !(errs["Sobol'"] < errs["Latin hypercube"]/4 && errs["Latin hypercube"] < errs["Monte Carlo"]/2) {
		t.Errorf("mean square errors %v", errs)
	}
}

func TestCorrelateGivesTheStatedRanks(t *testing.T) {
	const n = 20_000
	names := letters(6)
	pairs := []Correlation{{"factor 1", "factor 4", 0.7}, {"factor 4", "factor 2", -0.5}, {"factor 1", "factor 2", -0.2}, {"factor 3", "factor 5", 0.9}}
	for name, plain := range map[string]Plan{
		"Monte Carlo": must(t)(MonteCarlo(1, names)), "Latin hypercube": must(t)(LatinHypercube(1, names, n)), "Sobol'": must(t)(Sobol(1, names)),
	} {
		p := must(t)(Correlate(plain, names, pairs))
		var rank [6][]float64
		for i := range rank {
			rank[i] = ranks(column(p, i, 0, n))
		}
		want := map[[2]int]float64{{1, 4}: 0.7, {2, 4}: -0.5, {1, 2}: -0.2, {3, 5}: 0.9}
		for i := range 6 {
			for j := range i {
				if got := pearson(rank[i], rank[j]); math.Abs(got-want[[2]int{j, i}]) > 4/math.Sqrt(n) {
					t.Errorf("%s: factors %d and %d have rank correlation %v, want %v", name, j, i, got, want[[2]int{j, i}])
				}
			}
		}
		for _, untouched := range []int{0, 1, 3} {
			if !slices.Equal(column(p, untouched, 0, n), column(plain, untouched, 0, n)) {
				t.Errorf("%s: factor %d was changed", name, untouched)
			}
		}
	}
}

func TestCorrelateRefusals(t *testing.T) {
	names := []string{"a", "b", "c"}
	plain := must(t)(MonteCarlo(1, names))
	for _, c := range []struct {
		pairs []Correlation
		want  string
	}{
		{[]Correlation{{"a", "x", 0.5}}, `there is no factor "x"`},
		{[]Correlation{{"x", "a", 0.5}}, `there is no factor "x"`},
		{[]Correlation{{"a", "a", 0.5}}, "name two"},
		{[]Correlation{{"a", "b", 1}}, "strictly between"},
		{[]Correlation{{"a", "b", math.NaN()}}, "strictly between"},
		{[]Correlation{{"a", "b", 0.5}, {"b", "a", 0.2}}, "already has"},
		{[]Correlation{{"a", "b", 0.9}, {"b", "c", 0.9}, {"a", "c", -0.9}}, "a with b (0.9), b with c (0.9), a with c (-0.9)"},
	} {
		if _, err := Correlate(plain, names, c.pairs); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.pairs, err, c.want)
		}
	}
	if _, err := Correlate(nil, names, nil); err == nil {
		t.Error("no plan is accepted")
	}
	if p, err := Correlate(plain, names, nil); p != plain || err != nil {
		t.Error("no pairs should change nothing")
	}
}

// The way out that the message offers must be one.
func TestOfferedShrinkageWorks(t *testing.T) {
	names := []string{"a", "b", "c"}
	plain := must(t)(MonteCarlo(1, names))
	pairs := []Correlation{{"a", "b", 0.9}, {"b", "c", 0.9}, {"a", "c", -0.9}}
	_, err := Correlate(plain, names, pairs)
	var shrink float64
	_, after, _ := strings.Cut(err.Error(), "multiplied by ")
	if _, scanErr := fmt.Sscanf(after, "%f", &shrink); scanErr != nil {
		t.Fatal(err, scanErr)
	}
	for i := range pairs {
		pairs[i].Rho *= shrink
	}
	if _, err := Correlate(plain, names, pairs); err != nil {
		t.Errorf("multiplied by %v: %v", shrink, err)
	}
}

func TestSine(t *testing.T) {
	for x := -math.Pi / 6; x <= math.Pi/6; x += 0.001 {
		if got := sine(x); math.Abs(got-math.Sin(x)) > 1.2e-16 {
			t.Errorf("sine(%v) = %v", x, got)
		}
	}
}

func TestConstructorsRefuse(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{second(MonteCarlo(1, []string{"a", "a"})), "both called"},
		{second(MonteCarlo(1, []string{""})), "no name"},
		{second(LatinHypercube(1, []string{"a"}, 0)), "from 1 to 2^32"},
		{second(LatinHypercube(1, []string{"a", "a"}, 5)), "both called"},
		{second(Sobol(1, []string{"a", "a"})), "both called"},
		{second(Unscrambled(-1)), "up to 21 dimensions"},
		{second(Unscrambled(Dimensions + 1)), "up to 21 dimensions"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%v, want %q", c.err, c.want)
		}
	}
}

func second(_ Plan, err error) error { return err }

// A plan asked for what it does not have must show it, not invent numbers or crash.
func TestFillOutsideThePlan(t *testing.T) {
	for name, p := range plans(t, 1, letters(5), 10) {
		for _, c := range [][2]int{{-1, 0}, {5, 0}, {0, -1}, {0, 1 << 32}, {2, math.MaxInt}, {2, math.MinInt}} {
			for _, u := range column(p, c[0], c[1], 3) {
				if !math.IsNaN(u) {
					t.Errorf("%s: factor %d, world %d: %v", name, c[0], c[1], u)
				}
			}
		}
		p.Fill(0, 0, nil)
		if u := column(p, 2, 1<<32-1, 2); !math.IsNaN(u[1]) {
			t.Errorf("%s: world 2^32 has a number", name)
		}
	}
	p := must(t)(LatinHypercube(1, []string{"a"}, 4))
	if u := column(p, 0, 2, 4); math.IsNaN(u[1]) || !math.IsNaN(u[2]) {
		t.Errorf("a hypercube of 4 worlds gives %v from world 2", u)
	}
}

func TestPlansServeManyGoroutines(t *testing.T) {
	for name, p := range plans(t, 2, letters(5), 2000) {
		want := column(p, 2, 0, 2000)
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if !slices.Equal(column(p, 2, 0, 2000), want) {
					t.Errorf("%s: another goroutine sees other numbers", name)
				}
			})
		}
		group.Wait()
	}
}

// The bits of a published run, pinned: any change here changes every stored result.
func TestDrawsArePinned(t *testing.T) {
	for name, p := range plans(t, 2024, letters(5), 1000) {
		sum := 0.0
		for factor := range 5 {
			for _, u := range column(p, factor, 0, 1000) {
				sum += float64(u * elementary.Exp(u))
			}
		}
		if want := pinned[name]; sum != want {
			t.Errorf("%q: %x, want %x", name, sum, want)
		}
	}
}

var pinned = map[string]float64{
	"Latin hypercube":      0x1.387fedd538ffp+12,
	"Monte Carlo":          0x1.386445bedaad6p+12,
	"Sobol'":               0x1.3888d6becb039p+12,
	"correlated Sobol'":    0x1.388e313085135p+12,
	"correlated hypercube": 0x1.387d65e46dedap+12,
	"correlated":           0x1.395ebea2530a1p+12,
}

func benchmarkFill(b *testing.B, p Plan) {
	b.Helper()
	u := make([]float64, 16384)
	for b.Loop() {
		for factor := range 10 {
			p.Fill(factor, 0, u)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/163840, "ns/number")
}

func BenchmarkMonteCarlo(b *testing.B) { benchmarkFill(b, must(b)(MonteCarlo(1, letters(10)))) }
func BenchmarkSobol(b *testing.B)      { benchmarkFill(b, must(b)(Sobol(1, letters(10)))) }

func BenchmarkLatinHypercube(b *testing.B) {
	benchmarkFill(b, must(b)(LatinHypercube(1, letters(10), 16384)))
}

func BenchmarkCorrelated(b *testing.B) {
	names := letters(10)
	benchmarkFill(b, must(b)(Correlate(must(b)(Sobol(1, names)), names, []Correlation{{names[0], names[1], 0.5}, {names[2], names[3], 0.5}})))
}

// With hundreds of factors no two are drawn together: a pair that shared the
// cells of its square would look like one factor acting through the other.
func TestNoTwoFactorsOfASobolPlanAreDrawnTogether(t *testing.T) {
	const factors, n, cells = 300, 2048, 8
	names := make([]string, factors)
	for i := range names {
		names[i] = fmt.Sprintf("factor %d", i)
	}
	p := must(t)(Sobol(1, names))
	columns := make([][]float64, factors)
	for i := range columns {
		columns[i] = make([]float64, n)
		p.Fill(i, 0, columns[i])
	}
	for a := range columns {
		for b := range a {
			var count [cells][cells]int
			for i := range n {
				count[int(columns[a][i]*cells)][int(columns[b][i]*cells)]++
			}
			for _, row := range count {
				for _, c := range row {
					if c < 4 || c > 80 { // 32 expected in each
						t.Fatalf("factors %d and %d: a cell of their square holds %d of %d points, %d expected", a, b, c, n, n/cells/cells)
					}
				}
			}
		}
	}
}

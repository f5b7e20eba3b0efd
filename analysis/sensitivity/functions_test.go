package sensitivity

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"parley/chance"
	"parley/design"
	"parley/elementary"
)

// ishigami is the function of Ishigami & Homma (1990) on the unit cube, a = 7 and b = 0.1.
func ishigami(u []float64) float64 {
	x := [3]float64{}
	for i := range x {
		x[i] = math.Pi * (2*u[i] - 1)
	}
	s := math.Sin(x[1])
	return math.Sin(x[0]) + 7*s*s + 0.1*x[2]*x[2]*x[2]*x[2]*math.Sin(x[0])
}

// ishigamiIndices are the analytic indices (Homma & Saltelli 1996): first order, total, and the one pair that
// interacts, 1 with 3.
func ishigamiIndices() (first, total [3]float64, pair float64) {
	const a, b = 7, 0.1
	p4, p8 := math.Pow(math.Pi, 4), math.Pow(math.Pi, 8)
	v1 := 0.5 * (1 + b*p4/5) * (1 + b*p4/5)
	v2 := a * a / 8.0
	v13 := b * b * p8 * 8 / 225
	v := v1 + v2 + v13
	return [3]float64{v1 / v, v2 / v, 0}, [3]float64{(v1 + v13) / v, v2 / v, v13 / v}, v13 / v
}

// gCoefficients are those of Saltelli & Sobol' (1995).
var gCoefficients = []float64{0, 1, 4.5, 9, 99, 99, 99, 99}

// gFunction is the G-function of Saltelli & Sobol' (1995).
func gFunction(u []float64) float64 {
	product := 1.0
	for i, a := range gCoefficients {
		product *= (math.Abs(4*u[i]-2) + a) / (1 + a)
	}
	return product
}

// gIndices are the analytic indices: V_i = 1/(3(1+a_i)²), V = Π(1+V_i) − 1.
func gIndices() (first, total []float64) {
	product := 1.0
	for _, a := range gCoefficients {
		product *= 1 + 1/(3*(1+a)*(1+a))
	}
	for _, a := range gCoefficients {
		v := 1 / (3 * (1 + a) * (1 + a))
		first = append(first, v/(product-1))
		total = append(total, v*product/(1+v)/(product-1))
	}
	return first, total
}

func inputs(n int) []Input {
	all := make([]Input, n)
	for i := range all {
		all[i].Name = fmt.Sprintf("x%d", i+1)
	}
	return all
}

func names(all []Input) []string {
	var n []string
	for _, in := range all {
		n = append(n, in.Name)
	}
	return n
}

func groupsOf(all []Input) []string {
	var g []string
	for _, in := range all {
		g = append(g, in.Group)
	}
	return g
}

// play computes a function on rows of a plan.
func play(plan design.Plan, factors, rows int, f func(u []float64) float64) (x [][]float64, y []float64) {
	x = make([][]float64, factors)
	for i := range x {
		x[i] = make([]float64, rows)
		plan.Fill(i, 0, x[i])
	}
	y = make([]float64, rows)
	u := make([]float64, factors)
	for r := range y {
		for i := range u {
			u[i] = x[i][r]
		}
		y[r] = f(u)
	}
	return x, y
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// table plays a function on independent draws, or on a Sobol' sequence.
func table(t testing.TB, factors, rows int, even bool, seed uint64, f func(u []float64) float64) Data {
	make := design.MonteCarlo
	if even {
		make = design.Sobol
	}
	plan := must[design.Plan](t)(make(seed, names(inputs(factors))))
	x, y := play(plan, factors, rows, f)
	return Data{Inputs: inputs(factors), X: x, Y: y}
}

func near(t testing.TB, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s: got %.6f, want %.6f within %g", what, got, want, within)
	}
}

// normal makes a standard normal number of a uniform one.
func normal(u float64) float64 { return elementary.NormalQuantile(u) }

// noise is luck that no input explains.
func noise(seed uint64, row int) float64 {
	return normal(chance.NewStream(seed).Factor("noise of the test").Uniform(uint32(row)))
}

// noHoles fails if a result holds a number that JSON cannot.
func noHoles(t testing.TB, result any) {
	t.Helper()
	if _, err := json.Marshal(result); err != nil {
		t.Error(err)
	}
}

// sameOnAnyMachine runs a method twice on other numbers of processors: a finding that changes with the
// machine cannot be checked by anybody else.
func sameOnAnyMachine[T any](t *testing.T, run func() (T, error)) T {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := must[T](t)(run())
	runtime.GOMAXPROCS(4)
	if four := must[T](t)(run()); !reflect.DeepEqual(one, four) {
		t.Errorf("one processor finds %+v, four find %+v", one, four)
	}
	noHoles(t, one)
	return one
}

// withoutRows writes a result for comparison, less the count of its rows; it fails if JSON cannot hold it.
func withoutRows(t interface {
	Helper()
	Fatal(args ...any)
}, result any,
) string {
	t.Helper()
	text, err := json.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "}")
	return rest
}

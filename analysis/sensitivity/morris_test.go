package sensitivity

import (
	"errors"
	"math"
	"strings"
	"testing"

	"parley/design"
)

func trajectories(t testing.TB, in []Input, levels int) *TrajectoryPlan {
	return must[*TrajectoryPlan](t)(Trajectories(5, in, levels))
}

func unit(n int) []float64 {
	scales := make([]float64, n)
	for i := range scales {
		scales[i] = 1
	}
	return scales
}

// Every elementary effect of a linear function is its slope, on any step of any design.
func TestMorrisLinear(t *testing.T) {
	in := inputs(3)
	f := func(u []float64) float64 { return 4*u[0] - 2*u[1] }
	for layout, plan := range map[Layout]interface {
		design.Plan
		Block() int
	}{Trajectory: trajectories(t, in, 4), Radial: saltelli(t, in, false), RadialSecond: saltelli(t, in, true)} {
		x, y := play(plan, 3, 20*plan.Block(), f)
		r := sameOnAnyMachine(t, func() (*MorrisResult, error) {
			return Morris(Data{in, x, y}, layout, unit(3), Options{})
		})
		for i, want := range []float64{4, -2, 0} {
			e := r.Effects[i]
			near(t, e.Name+" mean", e.Mean.Value, want, 1e-9)
			near(t, e.Name+" size", e.Size.Value, math.Abs(want), 1e-9)
			near(t, e.Name+" spread", e.Spread.Value, 0, 1e-9)
			if e.Size.Distinct != (want != 0) || e.Effects != 20 {
				t.Errorf("layout %d: %+v", layout, e)
			}
		}
		if r.Blocks != 20 {
			t.Errorf("%d blocks", r.Blocks)
		}
	}
}

// Ishigami's function on four levels: the mean effect, its size and its spread over all the steps there
// are, by Morris's (1991) definition, counted out.
func TestMorrisIshigami(t *testing.T) {
	in := inputs(3)
	plan := trajectories(t, in, 4)
	x, y := play(plan, 3, 2000*plan.Block(), ishigami)
	r := must[*MorrisResult](t)(Morris(Data{in, x, y}, Trajectory, unit(3), Options{}))
	for i := range in {
		var all, sizes []float64
		for k := range 64 {
			u := []float64{float64(k%4)/4 + 0.125, float64(k/4%4)/4 + 0.125, float64(k/16)/4 + 0.125}
			if u[i] > 0.5 {
				continue
			}
			low := ishigami(u)
			u[i] += 0.5
			all = append(all, (ishigami(u)-low)/0.5)
			sizes = append(sizes, math.Abs(all[len(all)-1]))
		}
		mean, squares := moments(all)
		size, _ := moments(sizes)
		e := r.Effects[i]
		near(t, e.Name+" mean", e.Mean.Value, mean, 0.4)
		near(t, e.Name+" size", e.Size.Value, size, 0.3)
		near(t, e.Name+" spread", e.Spread.Value, math.Sqrt(squares/float64(len(all))), 0.3)
	}
}

// morris1991 is the test function of Morris (1991), section 4: ten inputs matter, ten do not. The
// coefficients that he drew are those of Saltelli et al. (2008), (−1)^i and (−1)^(i+j).
func morris1991(u []float64) float64 {
	var w [20]float64
	for i, v := range u {
		w[i] = 2 * (v - 0.5)
		if i == 2 || i == 4 || i == 6 {
			w[i] = 2 * (1.1*v/(v+0.1) - 0.5)
		}
	}
	sign := func(i int) float64 { return 1 - 2*float64(i%2) }
	y := 0.0
	for i := range w {
		b := sign(i + 1)
		if i < 10 {
			b = 20
		}
		y += b * w[i]
		for j := i + 1; j < 20; j++ {
			b := sign(i + j)
			if j < 6 {
				b = -15
			}
			y += b * w[i] * w[j]
			for k := j + 1; k < 5; k++ {
				y -= 10 * w[i] * w[j] * w[k]
			}
		}
	}
	return y + 5*w[0]*w[1]*w[2]*w[3]
}

// What Morris (1991, figure 1) and Saltelli et al. (2008) read from it: inputs 1 to 7 matter and depend on
// where one stands, 8 to 10 matter nearly the same everywhere, the rest is small.
func TestMorrisOnHisFunction(t *testing.T) {
	in := inputs(20)
	plan := trajectories(t, in, 4)
	x, y := play(plan, 20, 50*plan.Block(), func(u []float64) float64 {
		for i, v := range u { // his levels: 0, 1/3, 2/3, 1
			u[i] = (4*v - 0.5) / 3
		}
		return morris1991(u)
	})
	for _, column := range x {
		for r, v := range column {
			column[r] = (4*v - 0.5) / 3
		}
	}
	r := must[*MorrisResult](t)(Morris(Data{in, x, y}, Trajectory, unit(20), Options{}))
	for i, e := range r.Effects {
		switch {
		case i < 7 && (e.Size.Value < 20 || e.Spread.Value < 15):
			t.Errorf("%s matters and interacts: %+v", e.Name, e)
		case i >= 7 && i < 10 && (math.Abs(e.Mean.Value-40) > 5 || e.Spread.Value > 10):
			t.Errorf("%s has the slope 40: %+v", e.Name, e)
		case i >= 10 && e.Size.Value > 12:
			t.Errorf("%s hardly matters: %+v", e.Name, e)
		}
	}
}

// A trajectory must change each group once, all its factors together, by half the range.
func TestTrajectories(t *testing.T) {
	in := inputs(4)
	in[1].Group, in[3].Group = "pair", "pair"
	plan := trajectories(t, in, 6)
	x, _ := play(plan, 4, 300*plan.Block(), func([]float64) float64 { return 0 })
	part := make([]float64, 7)
	plan.Fill(2, 11, part)
	for i, u := range part {
		if u != x[2][11+i] {
			t.Fatalf("world %d: %v in a stretch, %v in the whole", 11+i, u, x[2][11+i])
		}
	}
	first := map[int]int{}
	for block := range 300 {
		for i := range in {
			moves := 0
			for at := 1; at < plan.Block(); at++ {
				r := block*plan.Block() + at
				if way := math.Abs(x[i][r] - x[i][r-1]); way != 0 {
					near(t, "step", way, 0.5, 1e-12)
					moves++
					if at == 1 {
						first[i]++
					}
				}
				if (x[1][r] != x[1][r-1]) != (x[3][r] != x[3][r-1]) {
					t.Fatal("a group does not move together")
				}
				if level := x[i][r]*6 - 0.5; math.Abs(level-math.Round(level)) > 1e-9 || x[i][r] <= 0 || x[i][r] >= 1 {
					t.Fatalf("%v is not the middle of a sixth", x[i][r])
				}
			}
			if moves != 1 {
				t.Fatalf("factor %d moves %d times", i, moves)
			}
		}
	}
	for i := range in {
		if first[i] < 60 || first[i] > 140 {
			t.Errorf("factor %d goes first %d times of 300", i, first[i])
		}
	}
	if _, err := Trajectories(1, in, 3); err == nil {
		t.Error("three levels are taken")
	}
}

// Categories have no direction, groups neither; failed worlds cost their block.
func TestMorrisCategoriesGroupsAndFailures(t *testing.T) {
	in := []Input{{Name: "theory", Categories: 3}, {Name: "a", Group: "pair"}, {Name: "b", Group: "pair"}, {Name: "switch", Categories: 2}}
	plan := must[*design.SaltelliPlan](t)(design.Saltelli(3, names(in), groupsOf(in), false))
	x, y := play(plan, 4, 1000*plan.Block(), func(u []float64) float64 {
		return []float64{0, 6, 3}[int(3*u[0])] + u[1] - u[2] + 5*math.Floor(2*u[3])
	})
	for r := range y {
		x[0][r], x[3][r] = math.Floor(3*x[0][r]), math.Floor(2*x[3][r])
	}
	y[7] = math.NaN()                // in the second block of five
	y[4*plan.Block()-1] = math.NaN() // a row that effects do not use
	r := must[*MorrisResult](t)(Morris(Data{in, x, y}, Radial, unit(4), Options{}))
	if r.Blocks != 999 || r.Rows != (Rows{999 * 5, 5}) {
		t.Errorf("%d blocks, rows %+v", r.Blocks, r.Rows)
	}
	theory, pair, toggle := r.Effects[0], r.Effects[1], r.Effects[2]
	near(t, "theory", theory.Size.Value, 4, 0.2) // steps of 6, 3 and 3, equally often
	if theory.Mean != nil || pair.Mean != nil || theory.Effects > 750 || theory.Effects < 580 {
		t.Errorf("theory %+v, pair %+v", theory, pair)
	}
	near(t, "switch", toggle.Mean.Value, 5, 1e-9)
	if strings.Join(pair.Members, " ") != "a b" || !pair.Size.Distinct {
		t.Errorf("pair %+v", pair)
	}
}

func TestMorrisRefuses(t *testing.T) {
	in := inputs(3)
	plan := trajectories(t, in, 4)
	x, y := play(plan, 3, 20*plan.Block(), ishigami)
	for _, c := range []struct {
		y      []float64
		layout Layout
		scales []float64
		want   string
	}{
		{y, Radial, nil, "not one step apart"},
		{y, Layout(9), nil, "not a layout"},
		{y, Trajectory, []float64{1}, "1 scales for 3 inputs"},
		{y, Trajectory, []float64{1, 0, 1}, "is 0, but it moves"},
		{y, Trajectory, []float64{1, math.NaN(), 1}, "finite number"},
	} {
		if _, err := Morris(Data{in, x, c.y}, c.layout, c.scales, Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
	for r := range y {
		y[r] = math.NaN()
	}
	if _, err := Morris(Data{in, x, y}, Trajectory, nil, Options{}); !errors.Is(err, ErrTooFew) {
		t.Errorf("all worlds failed: %v", err)
	}
}

func TestMorrisIntervalsCover(t *testing.T) {
	in := inputs(8)
	const studies = 100
	held := 0
	for study := range uint64(studies) {
		plan := must[*TrajectoryPlan](t)(Trajectories(study, in, 8))
		x, y := play(plan, 8, 40*plan.Block(), gFunction)
		r := must[*MorrisResult](t)(Morris(Data{in, x, y}, Trajectory, unit(8), Options{}))
		for i, e := range r.Effects {
			want := gEffect(i, 8)
			if e.Size.Low <= want && want <= e.Size.High {
				held++
			}
		}
	}
	if share := float64(held) / (8 * studies); share < 0.89 {
		t.Errorf("intervals of 95 %% hold the truth in %.1f %% of cases", 100*share)
	}
}

// gEffect is μ* of an input of the G-function on so many levels: the mean size of its own factor's steps
// times the mean of the other factors.
func gEffect(input, levels int) float64 {
	effect := 1.0
	for i, a := range gCoefficients {
		mean, step := 0.0, 0.0
		for k := range levels {
			u := (float64(k) + 0.5) / float64(levels)
			mean += (math.Abs(4*u-2) + a) / (1 + a) / float64(levels)
			if u < 0.5 {
				step += math.Abs(math.Abs(4*(u+0.5)-2)-math.Abs(4*u-2)) / (1 + a) / 0.5 / float64(levels/2)
			}
		}
		if i == input {
			effect *= step
		} else {
			effect *= mean
		}
	}
	return effect
}

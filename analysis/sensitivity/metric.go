package sensitivity

import "math"

// stretch multiplies the coordinates so that rows near to each other have outputs near to each other: an
// input that hardly moves the output should hardly count in a distance, or neighbours in many inputs are
// far away in those that matter. What a unit of each is worth comes from the pairs of nearest rows
// under equal weights: (Δy)² ≈ c₀ + Σ cᵢ·(Δxᵢ)², with no cᵢ below 0. Any weights are right for enough rows.
func (d Data) stretch(coordinates [][]float64) {
	var known [][]float64
	for _, x := range coordinates {
		if x != nil {
			known = append(known, x)
		}
	}
	if len(known) < 2 {
		return
	}
	fit := newSquaresFit(len(known))
	for _, cell := range d.cells() {
		if len(cell) < 3 {
			continue
		}
		tree := neighbours{known, cell}
		tree.build(0, len(cell), 0)
		for _, r := range cell {
			a, b := tree.two(r)
			for _, s := range []int32{a, b} {
				for i, x := range known {
					fit.row[i+1] = float64((x[r] - x[s]) * (x[r] - x[s]))
				}
				fit.add(float64((d.Y[r] - d.Y[s]) * (d.Y[r] - d.Y[s])))
			}
		}
	}
	worth := fit.solve()[1:]
	most := 0.0
	for _, c := range worth {
		most = max(most, c)
	}
	if most == 0 {
		return
	}
	const leastWeight = 0.03
	for i, x := range known {
		weight := max(leastWeight, math.Sqrt(worth[i]/most))
		for r := range x {
			x[r] *= weight
		}
	}
}

// cells are the rows by all their categories.
func (d Data) cells() [][]int32 {
	all := make([]int32, len(d.Y))
	for r := range all {
		all[r] = int32(r)
	}
	cells := [][]int32{all}
	for i, in := range d.Inputs {
		if in.Categories > 0 {
			cells = split(cells, d.X[i], in.Categories)
		}
	}
	return cells
}

// squaresFit is a least-squares fit with coefficients of at least 0, from its normal equations.
type squaresFit struct {
	row    []float64 // the next row; its first entry is the constant
	matrix [][]float64
	right  []float64
}

func newSquaresFit(n int) *squaresFit {
	f := &squaresFit{row: make([]float64, n+1), matrix: make([][]float64, n+1), right: make([]float64, n+1)}
	f.row[0] = 1
	for i := range f.matrix {
		f.matrix[i] = make([]float64, n+1)
	}
	return f
}

func (f *squaresFit) add(y float64) {
	for i, a := range f.row {
		for j, b := range f.row {
			f.matrix[i][j] += float64(a * b)
		}
		f.right[i] += float64(a * y)
	}
}

// solve goes down one coefficient at a time, none below 0 (Franc, Hlaváč & Navara 2005). A rough answer
// will do.
func (f *squaresFit) solve() []float64 {
	const sweeps = 200
	c := make([]float64, len(f.right))
	for range sweeps {
		for i, row := range f.matrix {
			if row[i] > 0 {
				c[i] = max(0, c[i]+(f.right[i]-dot(row, c))/row[i])
			}
		}
	}
	return c
}

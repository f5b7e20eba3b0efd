package analysis

import (
	"math"
	"slices"
)

// leastSquares is a linear fit without a constant: columns are of mean 0.
type leastSquares struct {
	slopes    []float64
	explained float64
	factor    []float64 // of the columns' products (Cholesky), row by row
	noise     float64   // variance of what is left
}

// newLeastSquares fits; nil where the columns cannot be told apart.
func newLeastSquares(x [][]float64, y []float64) *leastSquares {
	p, n := len(x), len(y)
	f := &leastSquares{factor: make([]float64, p*p), slopes: make([]float64, p)}
	if n <= p+1 {
		return nil
	}
	for i := range p {
		for j := range i + 1 {
			f.factor[i*p+j] = dot(x[i], x[j])
		}
		f.factor[i*p+i] = float64(f.factor[i*p+i] * (1 + 1e-8)) // twins share an effect
		f.slopes[i] = dot(x[i], y)
	}
	right := slices.Clone(f.slopes)
	if !cholesky(f.factor, p) {
		return nil
	}
	forward(f.factor, p, f.slopes)
	backward(f.factor, p, f.slopes)
	total := dot(y, y)
	kept := dot(f.slopes, right)
	if total > 0 {
		f.explained = clip01(kept / total)
	}
	f.noise = max(0, total-kept) / float64(n-p-1)
	return f
}

// se is the standard error of a mix of slopes from a place on.
func (f *leastSquares) se(at int, mix []float64) float64 {
	p := len(f.slopes)
	v := make([]float64, p)
	copy(v[at:], mix)
	forward(f.factor, p, v)
	return math.Sqrt(float64(f.noise * dot(v, v)))
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

// cholesky replaces the lower half of a matrix by its factor; false where it is not
// clearly positive.
func cholesky(a []float64, p int) bool {
	for j := range p {
		row := a[j*p : j*p+j]
		whole := a[j*p+j]
		d := whole - dot(row, row)
		if !(d > 1e-10*whole) {
			return false
		}
		a[j*p+j] = math.Sqrt(d)
		for i := j + 1; i < p; i++ {
			a[i*p+j] = (a[i*p+j] - dot(a[i*p:i*p+j], row)) / a[j*p+j]
		}
	}
	return true
}

// forward solves with the factor, backward with its transpose.
func forward(l []float64, p int, v []float64) {
	for i := range p {
		v[i] = (v[i] - dot(l[i*p:i*p+i], v[:i])) / l[i*p+i]
	}
}

func backward(l []float64, p int, v []float64) {
	for i := p - 1; i >= 0; i-- {
		sum := v[i]
		for k := i + 1; k < p; k++ {
			sum -= float64(l[k*p+i] * v[k])
		}
		v[i] = sum / l[i*p+i]
	}
}

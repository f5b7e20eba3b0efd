package design

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"parley/elementary"
)

// Correlation asks for a rank correlation between two factors.
type Correlation struct {
	A, B string
	// Rho is Spearman's rank correlation, strictly between −1 and 1.
	Rho float64
}

func (c Correlation) String() string { return fmt.Sprintf("%s with %s (%g)", c.A, c.B, c.Rho) }

// correlated mixes the normal scores of some columns; row i of mix has i + 1 weights.
type correlated struct {
	plan    Plan
	columns []int       // the factors that take part, rising
	row     map[int]int // and their places in columns
	mix     [][]float64
}

// Correlate wraps a plan with the given names so that the pairs have the stated rank correlations: a
// Gaussian copula (Pearson's r = 2·sin(π·ρ/6) between normal scores; Pearson 1907), computed world by
// world. Factors of no pair keep their draws to the bit, and so does the first factor of each
// group that hangs together; the others keep a uniform law, but no longer have one draw in each part of
// a Latin hypercube. Pairs that are not named have the correlation 0 unless they are the same
// factor. For a discrete factor the correlation is that of the uniform numbers behind it.
func Correlate(plan Plan, names []string, pairs []Correlation) (Plan, error) {
	if plan == nil {
		return nil, errors.New("there is no plan to correlate")
	}
	if err := checkNames(names); err != nil {
		return nil, err
	}
	if len(pairs) == 0 {
		return plan, nil
	}
	ends, err := places(names, pairs)
	if err != nil {
		return nil, err
	}
	p := &correlated{plan: plan, row: map[int]int{}}
	for _, e := range ends {
		p.columns = append(p.columns, e[0], e[1])
	}
	slices.Sort(p.columns)
	p.columns = slices.Compact(p.columns)
	for i, column := range p.columns {
		p.row[column] = i
	}
	mix, ok := cholesky(p.matrix(ends, pairs, 1))
	if !ok {
		return nil, p.impossible(ends, pairs)
	}
	p.mix = mix
	return p, nil
}

// places finds the two factors of each pair.
func places(names []string, pairs []Correlation) ([][2]int, error) {
	index := make(map[string]int, len(names))
	for i, name := range names {
		index[name] = i
	}
	ends := make([][2]int, len(pairs))
	seen := map[[2]int]Correlation{}
	for i, c := range pairs {
		a, okA := index[c.A]
		b, okB := index[c.B]
		switch {
		case !okA:
			return nil, fmt.Errorf("correlation %s: there is no factor %q", c, c.A)
		case !okB:
			return nil, fmt.Errorf("correlation %s: there is no factor %q", c, c.B)
		case a == b:
			return nil, fmt.Errorf("correlation %s: a factor cannot be correlated with itself; name two", c)
		case !(c.Rho > -1 && c.Rho < 1):
			return nil, fmt.Errorf("correlation %s: a rank correlation lies strictly between −1 and 1; for factors that always move together use one factor in both places", c)
		}
		ends[i] = [2]int{min(a, b), max(a, b)}
		if earlier, twice := seen[ends[i]]; twice {
			return nil, fmt.Errorf("correlation %s: the pair already has %s; keep one", c, earlier)
		}
		seen[ends[i]] = c
	}
	return ends, nil
}

// matrix is the correlation matrix of normal scores, with every rank correlation shrunk.
func (p *correlated) matrix(ends [][2]int, pairs []Correlation, shrink float64) [][]float64 {
	m := make([][]float64, len(p.columns))
	for i := range m {
		m[i] = make([]float64, len(p.columns))
		m[i][i] = 1
	}
	for i, e := range ends {
		a, b := p.row[e[0]], p.row[e[1]]
		r := 2 * sine(math.Pi/6*(shrink*pairs[i].Rho))
		m[a][b], m[b][a] = r, r
	}
	return m
}

// impossible says which correlations contradict each other and how much weaker they must be.
func (p *correlated) impossible(ends [][2]int, pairs []Correlation) error {
	low, high := 0.0, 1.0
	for range 40 {
		middle := (low + high) / 2
		if _, ok := cholesky(p.matrix(ends, pairs, middle)); ok {
			low = middle
		} else {
			high = middle
		}
	}
	written := make([]string, len(pairs))
	for i, c := range pairs {
		written[i] = c.String()
	}
	return fmt.Errorf("the correlations contradict each other: %s; no numbers can have all of these at once. All of them multiplied by %.2f would do",
		strings.Join(written, ", "), math.Floor(low*100)/100)
}

// cholesky is the lower triangle L with L·Lᵀ = m, or false if m is not positive definite.
func cholesky(m [][]float64) ([][]float64, bool) {
	const least = 1e-9 // a smaller pivot is rounding, not information
	result := make([][]float64, len(m))
	for i := range m {
		result[i] = make([]float64, i+1)
		for j := range i + 1 {
			sum := m[i][j]
			for k := range j {
				sum -= float64(result[i][k] * result[j][k])
			}
			if i > j {
				result[i][j] = sum / result[j][j]
				continue
			}
			if !(sum > least) {
				return nil, false
			}
			result[i][i] = math.Sqrt(sum)
		}
	}
	return result, true
}

// sine is sin x for x at most π/6 in size, by its power series.
func sine(x float64) float64 {
	square := float64(x * x)
	sum := 0.0
	for n := 19.0; n >= 3; n -= 2 {
		sum = float64((1-sum)*square) / (n * (n - 1))
	}
	return float64(x * (1 - sum))
}

func (p *correlated) Fill(factor, first int, u []float64) {
	p.plan.Fill(factor, first, u)
	row, takesPart := p.row[factor]
	if !takesPart || p.alone(row) {
		return
	}
	const block = 256
	var scratch [block]float64
	for from := 0; from < len(u); from += block {
		part := u[from:min(from+block, len(u))]
		p.fillBlock(row, first+from, part, scratch[:len(part)])
	}
}

// alone tells whether a row takes nothing from earlier ones.
func (p *correlated) alone(row int) bool {
	for _, weight := range p.mix[row][:row] {
		if weight != 0 {
			return false
		}
	}
	return true
}

// fillBlock turns the row's own numbers, in u, into the mixture with those of earlier rows.
func (p *correlated) fillBlock(row, first int, u, scratch []float64) {
	own := p.mix[row][row]
	for i := range u {
		u[i] = float64(own * elementary.NormalQuantile(u[i]))
	}
	for k, weight := range p.mix[row][:row] {
		if weight == 0 {
			continue
		}
		p.plan.Fill(p.columns[k], first, scratch)
		for i := range u {
			u[i] += float64(weight * elementary.NormalQuantile(scratch[i]))
		}
	}
	for i, z := range u {
		u[i] = max(0x1p-53, min(elementary.NormalCDF(z), 1-0x1p-53))
	}
}

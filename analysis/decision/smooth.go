package decision

import (
	"cmp"
	"math"
	"slices"

	"parley/elementary"
)

// basis is the columns of a fit: of every world the few that are not 0.
type basis struct {
	columns int
	each    int // entries of a world
	index   []int32
	value   []float64
	penalty []float64 // columns × columns: of rough curves
	order   []int     // worlds by rising value, of one spline; else nil
	counts  []float64 // worlds by category, of one factor with categories; else nil
}

// newBasis is that of some factors: nil where none of them varies.
func newBasis(factors []Factor) *basis {
	var parts []*part
	knots := splineKnots
	if len(factors) > 1 {
		knots = groupKnots
	}
	for i := range factors {
		if p := newPart(&factors[i], knots); p != nil {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	n := len(factors[0].Values)
	limit := min(mostColumns, max(2, n/perColumn))
	b := &basis{columns: 1}
	var used []*part
	for _, p := range parts {
		if b.columns+p.columns-1 > limit && len(used) > 0 {
			continue
		}
		p.from = b.columns
		b.columns += p.columns - 1
		b.each += p.each
		used = append(used, p)
	}
	b.each++ // the constant
	pairs := pairsOf(used, limit-b.columns)
	for i := range pairs {
		pairs[i].from = b.columns
		b.columns += len(pairs[i].a.low) * len(pairs[i].b.low)
		b.each += len(pairs[i].a.low) * len(pairs[i].b.low)
	}
	b.fill(n, used, pairs)
	b.punish(used, pairs)
	if len(used) == 1 {
		b.order, b.counts = used[0].order, used[0].counts
	}
	return b
}

// representative is a world that stands for so many.
type representative struct {
	world  int
	weight float64
}

// representatives are worlds that stand for all: of categories one for each, of one
// factor evenly along its values, of a group evenly along the run.
func (b *basis) representatives() []representative {
	var some []representative
	n := len(b.index) / b.each
	switch {
	case b.counts != nil:
		seen := make([]bool, len(b.counts))
		for w := range n {
			k := int(b.index[w*b.each+1]) // as fill puts it: behind the constant
			if b.value[w*b.each+1] == 0 {
				k = 0
			}
			if !seen[k] {
				seen[k] = true
				some = append(some, representative{w, b.counts[k]})
			}
		}
	case b.order != nil:
		most := min(n, quantilesAt)
		for k := range most {
			from, to := k*n/most, (k+1)*n/most
			some = append(some, representative{b.order[(from+to)/2], float64(to - from)})
		}
	default:
		most := min(n, simulatedAt)
		for k := range most {
			some = append(some, representative{k * n / most, 1})
		}
	}
	return some
}

// part is one factor: categories, or a spline. Its first column is dropped, as the
// constant stands for it.
type part struct {
	columns int
	each    int
	from    int // its second column in the basis
	index   []int32
	value   []float64
	low     [][]float64 // simple columns, for products
	spline  bool
	order   []int     // of a spline: worlds by rising value
	counts  []float64 // of categories
}

func newPart(f *Factor, knots int) *part {
	values := slices.Compact(slices.Sorted(slices.Values(f.Values)))
	switch {
	case len(values) < 2:
		return nil
	case f.Categories || len(values) <= fewValues:
		return newCategories(f, values)
	default:
		return newSpline(f, min(knots, len(values)-4))
	}
}

func newCategories(f *Factor, values []float64) *part {
	p := &part{columns: len(values), each: 1}
	p.counts = make([]float64, len(values))
	for _, v := range f.Values {
		k, _ := slices.BinarySearch(values, v)
		p.index = append(p.index, int32(k))
		p.value = append(p.value, 1)
		p.counts[k]++
	}
	for k := 1; k < len(values); k++ {
		share := p.counts[k] / float64(len(f.Values))
		scale := math.Sqrt(max(1e-12, float64(share*(1-share))))
		column := make([]float64, len(f.Values))
		for w, at := range p.index {
			column[w] = (mark(int(at) == k) - share) / scale
		}
		p.low = append(p.low, column)
	}
	return p
}

// newSpline is a cubic B-spline in the factor's normal scores, by the recursion of de
// Boor for knots at equal distances.
func newSpline(f *Factor, knots int) *part {
	scores, order := normalScores(f.Values)
	low, high := slices.Min(scores), slices.Max(scores)
	spans := max(1, knots)
	p := &part{columns: spans + 3, each: 4, spline: true, order: order}
	first, second := make([]float64, len(scores)), make([]float64, len(scores))
	for w, z := range scores {
		x := float64((z - low) / (high - low) * float64(spans))
		span := min(spans-1, int(x))
		u := x - float64(span)
		rest := 1 - u
		u2, r3 := float64(u*u), float64(float64(rest*rest)*rest)
		u3 := float64(u2 * u)
		for k, weight := range [4]float64{
			r3 / 6,
			(float64(3*u3) - float64(6*u2) + 4) / 6,
			(float64(-3*u3) + float64(3*u2) + float64(3*u) + 1) / 6,
			u3 / 6,
		} {
			p.index = append(p.index, int32(span+k))
			p.value = append(p.value, weight)
		}
		first[w], second[w] = z, (float64(z*z)-1)/math.Sqrt2
	}
	p.low = [][]float64{first, second}
	return p
}

// normalScores are the normal quantiles of the values' places; equal values share the
// middle of theirs. The worlds by rising value come beside them.
func normalScores(values []float64) (scores []float64, order []int) {
	order = make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	scores = make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		z := elementary.NormalQuantile(float64(from+to) / 2 / float64(len(order)))
		for _, w := range order[from:to] {
			scores[w] = z
		}
		from = to
	}
	return scores, order
}

// pair is the products of the simple columns of two parts.
type pair struct {
	a, b *part
	from int
}

// pairsOf are as many pairs, in order, as there is room for.
func pairsOf(parts []*part, room int) []pair {
	var pairs []pair
	for i, a := range parts {
		for _, b := range parts[i+1:] {
			if room -= len(a.low) * len(b.low); room < 0 {
				return pairs
			}
			pairs = append(pairs, pair{a: a, b: b})
		}
	}
	return pairs
}

func (b *basis) fill(n int, parts []*part, pairs []pair) {
	b.index, b.value = make([]int32, n*b.each), make([]float64, n*b.each)
	for w := range n {
		at := w * b.each
		put := func(column int, value float64) {
			b.index[at], b.value[at] = int32(column), value
			at++
		}
		put(0, 1)
		for _, p := range parts {
			for k := w * p.each; k < (w+1)*p.each; k++ {
				if p.index[k] == 0 { // the column that is dropped
					put(0, 0)
					continue
				}
				put(p.from+int(p.index[k])-1, p.value[k])
			}
		}
		for _, pr := range pairs {
			column := pr.from
			for _, x := range pr.a.low {
				for _, y := range pr.b.low {
					put(column, float64(x[w]*y[w]))
					column++
				}
			}
		}
	}
}

// punish fills in the penalty: of splines on squared second differences of their
// coefficients, of products on their size; of categories there is none.
func (b *basis) punish(parts []*part, pairs []pair) {
	b.penalty = make([]float64, b.columns*b.columns)
	for _, p := range parts {
		if !p.spline {
			continue
		}
		for k := 0; k+2 < p.columns; k++ {
			for i, x := range [3]float64{1, -2, 1} {
				for j, y := range [3]float64{1, -2, 1} {
					if k+i == 0 || k+j == 0 {
						continue // the dropped coefficient is 0
					}
					b.penalty[(p.from+k+i-1)*b.columns+p.from+k+j-1] += float64(x * y)
				}
			}
		}
	}
	for _, pr := range pairs {
		for column := pr.from; column < pr.from+len(pr.a.low)*len(pr.b.low); column++ {
			b.penalty[column*b.columns+column] = 1
		}
	}
}

// at is a fitted value.
func (b *basis) at(w int, slopes []float64) float64 {
	sum := 0.0
	for k := w * b.each; k < (w+1)*b.each; k++ {
		sum += float64(b.value[k] * slopes[b.index[k]])
	}
	return sum
}

// gram adds up the products of the columns with one another and with what is fitted, of
// worlds that are wanted.
func (b *basis) gram(y [][]float64, wanted func(w int) bool) (products []float64, right [][]float64) {
	products = make([]float64, b.columns*b.columns)
	right = make([][]float64, len(y))
	for k := range y {
		right[k] = make([]float64, b.columns)
	}
	for w := range len(b.index) / b.each {
		if !wanted(w) {
			continue
		}
		from, to := w*b.each, (w+1)*b.each
		for i := from; i < to; i++ {
			v := b.value[i]
			if v == 0 {
				continue
			}
			row := products[int(b.index[i])*b.columns : (int(b.index[i])+1)*b.columns]
			for j := from; j < to; j++ {
				row[b.index[j]] += float64(v * b.value[j])
			}
			for k := range y {
				right[k][b.index[i]] += float64(v * y[k][w])
			}
		}
	}
	return products, right
}

// fit is a penalised fit of several columns by one basis, with one roughness.
type fit struct {
	products []float64
	right    [][]float64
	lambda   float64
	factor   []float64   // of products + λ·penalty (Cholesky)
	slopes   [][]float64 // [what][column]
	spread   []float64   // Cholesky factor of the covariance of what is left over
}

// newFit chooses the roughness by generalised cross-validation (Craven & Wahba 1979),
// with each residual degree of freedom counted 1.4 times against fits that follow noise
// (Kim & Gu 2004).
func newFit(b *basis, y [][]float64) *fit {
	n := len(y[0])
	f := &fit{}
	f.products, f.right = b.gram(y, func(int) bool { return true })
	totals := make([]float64, len(y))
	for k := range y {
		totals[k] = max(1e-300, float64(meanSquare(y[k])*float64(n)))
	}
	best := math.Inf(1)
	for step := range 15 {
		lambda := elementary.Exp(float64(float64(step)*1.6) - 8)
		factor := f.solveFor(b, lambda)
		freedom := trace(factor, f.products, b.columns)
		slopes := solveAll(factor, f.right, b.columns)
		score := 0.0
		for k := range y {
			left := max(0, totals[k]-float64(2*dot(slopes[k], f.right[k]))+f.square(slopes[k]))
			score += left / totals[k]
		}
		free := 1 - float64(1.4*freedom)/float64(n)
		if free <= 0 {
			continue
		}
		if score /= float64(free * free); score < best {
			best, f.lambda, f.factor, f.slopes = score, lambda, factor, slopes
		}
	}
	if f.factor == nil {
		f.lambda = 1e6
		f.factor = f.solveFor(b, f.lambda)
		f.slopes = solveAll(f.factor, f.right, b.columns)
	}
	f.leftOver(b, y)
	return f
}

func meanSquare(y []float64) float64 {
	sum := 0.0
	for _, v := range y {
		sum += float64(v * v)
	}
	return sum / float64(len(y))
}

// square is the squared length of a fit with some slopes.
func (f *fit) square(slopes []float64) float64 {
	p := len(slopes)
	sum := 0.0
	for i, s := range slopes {
		sum += float64(s * dot(f.products[i*p:(i+1)*p], slopes))
	}
	return sum
}

// solveFor is the Cholesky factor for a roughness. A trace of a ridge keeps columns
// that the worlds do not tell apart from breaking it.
func (f *fit) solveFor(b *basis, lambda float64) []float64 {
	return factored(f.products, b, lambda)
}

func factored(products []float64, b *basis, lambda float64) []float64 {
	p := b.columns
	a := slices.Clone(products)
	for i, v := range b.penalty {
		a[i] += float64(lambda * v)
	}
	for i := range p {
		a[i*p+i] += float64(1e-8*a[i*p+i]) + 1e-8
	}
	cholesky(a, p)
	return a
}

func solveAll(factor []float64, right [][]float64, p int) [][]float64 {
	slopes := make([][]float64, len(right))
	for k := range right {
		slopes[k] = slices.Clone(right[k])
		forward(factor, p, slopes[k])
		backward(factor, p, slopes[k])
	}
	return slopes
}

// trace is the degrees of freedom of a fit: the trace of (A)⁻¹·products.
func trace(factor, products []float64, p int) float64 {
	sum := 0.0
	column := make([]float64, p)
	for j := range p {
		for i := range column {
			column[i] = products[i*p+j]
		}
		forward(factor, p, column)
		backward(factor, p, column)
		sum += column[j]
	}
	return sum
}

// leftOver finds the covariance of what the fit leaves, and its factor.
func (f *fit) leftOver(b *basis, y [][]float64) {
	n, m := len(y[0]), len(y)
	fitted := f.fitted(b)
	freedom := trace(f.factor, f.products, b.columns)
	f.spread = make([]float64, m*m)
	for i := range m {
		for j := range i + 1 {
			sum := 0.0
			for w := range n {
				sum += float64((y[i][w] - fitted[i][w]) * (y[j][w] - fitted[j][w]))
			}
			f.spread[i*m+j] = sum / max(1, float64(n)-freedom)
		}
	}
	for i := range m {
		f.spread[i*m+i] += float64(1e-9*f.spread[i*m+i]) + 1e-300
	}
	cholesky(f.spread, m)
}

func (f *fit) fitted(b *basis) [][]float64 {
	n := len(b.index) / b.each
	fitted := make([][]float64, len(f.slopes))
	for k := range fitted {
		fitted[k] = make([]float64, n)
		for w := range n {
			fitted[k][w] = b.at(w, f.slopes[k])
		}
	}
	return fitted
}

// explained is the part of the variance accounted for, over all that is fitted.
func (f *fit) explained(y, fitted [][]float64) float64 {
	left, total := 0.0, 0.0
	for k := range y {
		mean := meanOf(y[k]).Value
		for w, v := range y[k] {
			left += float64((v - fitted[k][w]) * (v - fitted[k][w]))
			total += float64((v - mean) * (v - mean))
		}
	}
	if total == 0 {
		return 0
	}
	return min(1, max(0, 1-left/total))
}

// without is the slopes of a fit, of the same roughness, that has not seen one fold.
func (f *fit) without(b *basis, y [][]float64, fold []int, out int) [][]float64 {
	products, right := b.gram(y, func(w int) bool { return fold[w] == out })
	for i := range products {
		products[i] = f.products[i] - products[i]
	}
	for k := range right {
		for i := range right[k] {
			right[k][i] = f.right[k][i] - right[k][i]
		}
	}
	return solveAll(factored(products, b, f.lambda), right, b.columns)
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

// cholesky replaces the lower half of a matrix by its factor; what rounding has made
// negative is taken for nearly nothing.
func cholesky(a []float64, p int) {
	for j := range p {
		row := a[j*p : j*p+j]
		whole := a[j*p+j]
		a[j*p+j] = math.Sqrt(max(whole-dot(row, row), 1e-14*math.Abs(whole), 1e-300))
		for i := j + 1; i < p; i++ {
			a[i*p+j] = (a[i*p+j] - dot(a[i*p:i*p+j], row)) / a[j*p+j]
		}
	}
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

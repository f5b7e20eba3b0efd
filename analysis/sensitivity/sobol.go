package sensitivity

import (
	"fmt"
	"math"
)

// SobolResult holds Sobol' indices.
type SobolResult struct {
	Rows Rows `json:"rows"`
	// Blocks is the number of base points, N, that entered.
	Blocks   int     `json:"blocks"`
	Mean     float64 `json:"mean"`
	Variance float64 `json:"variance"`
	// Indices has one entry for each input or group.
	Indices []SobolIndex `json:"indices"`
	// Pairs has the second order if the design serves it.
	Pairs []SobolPair `json:"pairs,omitempty"`
	// Additive is the sum of the first order: what inputs explain one by one. The rest is
	// interaction.
	Additive Estimate `json:"additive"`
	Notes    []string `json:"notes,omitempty"`
}

// SobolIndex is what an input, or a group as one, has of the output's variance.
type SobolIndex struct {
	Name    string   `json:"name"`
	Members []string `json:"members,omitempty"`
	// First is its share alone.
	First Share `json:"first"`
	// Total is its share with all interactions it takes part in.
	Total Share `json:"total"`
}

// SobolPair is the share of the variance that two inputs have together beyond what each has alone.
type SobolPair struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Second Share  `json:"second"`
}

// fewestBlocks is below what a standard error is worth nothing.
const fewestBlocks = 8

// Sobol estimates Sobol' indices from outputs in the order of the worlds of design.Saltelli, second
// being whether the design serves second order. Inputs must be independent.
//
// With f_A, f_B, f_ABi and f_BAi the outputs, less their mean over all of A and B, and V the variance of
// these, the estimators are
//
//	first:  S_i  = mean(f_B·(f_ABi − f_A)) / V                   (Saltelli et al. 2010, table 2, row b)
//	total:  T_i  = mean((f_A − f_ABi)²) / 2V                     (Jansen 1999; the same, row f)
//	second: S_ij = mean(f_BAi·f_ABj − f_A·f_B) / V − S_i − S_j   (Saltelli 2002, theorem 2)
//
// Taking the mean off first leaves what is estimated as it is and takes most of the noise away
// (Sobol' 2001, section 8). The bootstrap draws base points (Archer, Saltelli & Sobol' 1997). On a scrambled
// Sobol' sequence its intervals are too wide rather than too narrow.
//
// Runs of a block should share their chance numbers: luck of their own would be taken for an effect by the
// total indices of all inputs.
//
// A block in which any output is missing is left out whole.
func Sobol(inputs []Input, second bool, y []float64, o Options) (*SobolResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	groups, err := players(inputs)
	if err != nil {
		return nil, err
	}
	blocks, rows, err := newBlocks(len(groups), second, y)
	if err != nil {
		return nil, err
	}
	exponent := rescale(blocks.f...)
	mean, variance := blocks.centre()
	if variance == 0 {
		return nil, ErrConstant
	}
	mean, variance = math.Ldexp(mean, exponent), math.Ldexp(variance, 2*exponent)
	if !finite(variance) {
		return nil, errTooLarge
	}
	sums := blocks.resample(o.bootstrap(blocks.n))
	result := &SobolResult{Rows: rows, Blocks: blocks.n, Mean: mean, Variance: variance}
	result.fill(groups, inputs, blocks.indices(sums), second, o)
	return result, nil
}

// fill turns indices of all resamples into estimates.
func (r *SobolResult) fill(groups []player, inputs []Input, all []sobolIndices, second bool, o Options) {
	about := func(get func(*sobolIndices) float64) Estimate {
		values := make([]float64, len(all))
		for b := range all {
			values[b] = get(&all[b])
		}
		return o.estimate(values[0], values[1:])
	}
	widest := 0.0
	for i, g := range groups {
		first := about(func(s *sobolIndices) float64 { return s.first[i] })
		total := about(func(s *sobolIndices) float64 { return s.total[i] })
		r.Indices = append(r.Indices, SobolIndex{
			Name: g.name, Members: g.inputNames(inputs),
			First: r.share(first), Total: r.share(total),
		})
		widest = max(widest, first.High-first.Low, total.High-total.Low)
	}
	if second {
		k := 0
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				at := k
				pair := about(func(s *sobolIndices) float64 { return s.second[at] })
				r.Pairs = append(r.Pairs, SobolPair{groups[i].name, groups[j].name, r.share(pair)})
				k++
			}
		}
	}
	r.Additive = about(func(s *sobolIndices) float64 {
		sum := 0.0
		for _, v := range s.first {
			sum += v
		}
		return sum
	})
	r.Notes = append(r.Notes, tooFew(widest/2, r.Blocks)...)
}

func (r *SobolResult) share(e Estimate) Share {
	s := share(e, 0, r.Blocks)
	if s.Note != "" {
		s.Note = fmt.Sprintf("%s of design", s.Note)
	}
	return s
}

// tooFew says how many base points would do, errors falling with the root of their number.
func tooFew(reach float64, blocks int) []string {
	const wanted = 0.1
	if reach <= wanted {
		return nil
	}
	factor := float64(reach/wanted) * float64(reach/wanted)
	enough := math.Ceil(float64(factor * float64(blocks)))
	power := 1.0
	for power < enough {
		power *= 2
	}
	return []string{fmt.Sprintf("with %d base points the widest interval reaches %.2f to either side; some %.0f would bring it to %.1f", blocks, reach, power, wanted)}
}

// sobolBlocks holds the outputs of whole blocks by place in the block: A, AB…, BA…, B.
type sobolBlocks struct {
	groups, n int
	second    bool
	f         [][]float64
}

func newBlocks(groups int, second bool, y []float64) (*sobolBlocks, Rows, error) {
	size := 2 + groups
	if second {
		size += groups
	}
	b := &sobolBlocks{groups: groups, second: second, f: make([][]float64, size)}
	for at := range b.f {
		b.f[at] = make([]float64, 0, len(y)/size)
	}
	for start := 0; start+size <= len(y); start += size {
		block := y[start : start+size]
		if !allFinite(block) {
			continue
		}
		for at, v := range block {
			b.f[at] = append(b.f[at], v)
		}
	}
	b.n = len(b.f[0])
	rows := Rows{Used: b.n * size, LeftOut: len(y) - b.n*size}
	if groups == 0 {
		return nil, rows, fmt.Errorf("the table has no inputs")
	}
	if b.n < fewestBlocks {
		return nil, rows, fmt.Errorf("%w: %d whole blocks of %d rows, each with finite outputs; at least %d are needed", ErrTooFew, b.n, size, fewestBlocks)
	}
	return b, rows, nil
}

func allFinite(values []float64) bool {
	for _, v := range values {
		if !finite(v) {
			return false
		}
	}
	return true
}

// centre takes the mean over A and B from all outputs; it returns that and the variance of A and B.
func (b *sobolBlocks) centre() (mean, variance float64) {
	first, last := b.f[0], b.f[len(b.f)-1]
	for r := range first {
		mean += first[r] + last[r]
	}
	mean /= float64(2 * b.n)
	for _, f := range b.f {
		for r := range f {
			f[r] -= mean
		}
	}
	for r := range first {
		variance += float64(first[r]*first[r]) + float64(last[r]*last[r])
	}
	return mean, variance / float64(2*b.n)
}

// terms is how many sums the estimators need: of f, of f², and one for each index.
func (b *sobolBlocks) terms() int {
	terms := 2 + 2*b.groups
	if b.second {
		terms += b.groups * (b.groups - 1) / 2
	}
	return terms
}

// tile is how many base points are worked on at a time: their terms stay in the cache.
const tile = 256

// fill computes the terms of some base points; term k of point r goes to q[k·tile+r].
func (b *sobolBlocks) fill(q []float64, from, to int) {
	column := func(at int) []float64 { return b.f[at][from:to] }
	term := func(k int) []float64 { return q[k*tile:][:to-from] }
	fa, fb := column(0), column(len(b.f)-1)
	sum, square := term(0), term(1)
	for r, a := range fa {
		sum[r] = a + fb[r]
		square[r] = float64(a*a) + float64(fb[r]*fb[r])
	}
	for i := range b.groups {
		ab, first, total := column(1+i), term(2+i), term(2+b.groups+i)
		for r, a := range fa {
			step := ab[r] - a
			first[r] = fb[r] * step
			total[r] = step * step
		}
	}
	if !b.second {
		return
	}
	k := 2 + 2*b.groups
	for i := range b.groups {
		ba := column(1 + b.groups + i)
		for j := i + 1; j < b.groups; j++ {
			ab, pair := column(1+j), term(k)
			for r, a := range fa {
				pair[r] = float64(ba[r]*ab[r]) - float64(a*fb[r])
			}
			k++
		}
	}
}

// resample returns the sums of all terms in all resamples: resample·terms + term. The base points are
// cut into a number of stretches that does not depend on the machine; stretches are summed side
// by side, and added up in their order.
func (b *sobolBlocks) resample(weights [][]uint8) []float64 {
	const stretches = 32
	terms := b.terms()
	tiles := (b.n + tile - 1) / tile
	parts := make([][]float64, min(stretches, tiles))
	each(len(parts), func(p int) {
		sums := make([]float64, len(weights)*terms)
		q := make([]float64, terms*tile)
		w := make([]float64, 4*tile)
		for t := tiles * p / len(parts); t < tiles*(p+1)/len(parts); t++ {
			from, to := t*tile, min((t+1)*tile, b.n)
			b.fill(q, from, to)
			addTile(sums, q, w, weights, from, to, terms)
		}
		parts[p] = sums
	})
	for _, part := range parts[1:] {
		for i, v := range part {
			parts[0][i] += v
		}
	}
	return parts[0]
}

// addTile adds the terms of a tile to the sums of every resample, four resamples at a time.
func addTile(sums, q, w []float64, weights [][]uint8, from, to, terms int) {
	length := to - from
	for b := 0; b < len(weights); b += 4 {
		four := min(4, len(weights)-b)
		for i := range four {
			into := w[i*tile:][:length]
			for r, count := range weights[b+i][from:to] {
				into[r] = float64(count)
			}
		}
		for k := 0; k < terms; k += 2 {
			two := min(k+1, terms-1)
			s := dots(w, q[k*tile:][:length], q[two*tile:][:length])
			for i := range four {
				sums[(b+i)*terms+k] += s[2*i]
				if two > k {
					sums[(b+i)*terms+two] += s[2*i+1]
				}
			}
		}
	}
}

// dots multiplies four rows of weights by two terms: eight sums that do not wait for each other.
func dots(w, q0, q1 []float64) (s [8]float64) {
	n := len(q0)
	q1 = q1[:n]
	w0, w1, w2, w3 := w[:n], w[tile:][:n], w[2*tile:][:n], w[3*tile:][:n]
	var s0, s1, s2, s3, s4, s5, s6, s7 float64
	for r, a := range q0 {
		b := q1[r]
		s0 += float64(w0[r] * a)
		s1 += float64(w0[r] * b)
		s2 += float64(w1[r] * a)
		s3 += float64(w1[r] * b)
		s4 += float64(w2[r] * a)
		s5 += float64(w2[r] * b)
		s6 += float64(w3[r] * a)
		s7 += float64(w3[r] * b)
	}
	return [8]float64{s0, s1, s2, s3, s4, s5, s6, s7}
}

// sobolIndices are the indices of one resample.
type sobolIndices struct{ first, total, second []float64 }

// indices divides the sums. A resample in which the output does not vary has indices that are not
// finite, and is passed over.
func (b *sobolBlocks) indices(sums []float64) []sobolIndices {
	terms := b.terms()
	all := make([]sobolIndices, len(sums)/terms)
	for i := range all {
		all[i] = b.divide(sums[i*terms : (i+1)*terms])
	}
	return all
}

func (b *sobolBlocks) divide(s []float64) sobolIndices {
	n, g := float64(b.n), b.groups
	mean := s[0] / (2 * n)
	variance := s[1]/(2*n) - float64(mean*mean)
	per := 1 / float64(n*variance)
	if variance <= 0 {
		per = math.NaN()
	}
	result := sobolIndices{first: make([]float64, g), total: make([]float64, g)}
	for i := range g {
		result.first[i] = s[2+i] * per
		result.total[i] = float64(s[2+g+i]*per) / 2
	}
	if b.second {
		k := 2 + 2*g
		for i := range g {
			for j := i + 1; j < g; j++ {
				result.second = append(result.second, float64(s[k]*per)-result.first[i]-result.first[j])
				k++
			}
		}
	}
	return result
}

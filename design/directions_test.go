package design

import (
	"math/bits"
	"slices"
	"testing"
)

// joeKuo are dimensions 2 to 21 of new-joe-kuo-6.21201 (Joe & Kuo 2008): the polynomial's degree, its
// inner coefficients, the initial numbers.
var joeKuo = [][]uint16{
	{1, 0, 1},
	{2, 1, 1, 3},
	{3, 1, 1, 3, 1},
	{3, 2, 1, 1, 1},
	{4, 1, 1, 1, 3, 3},
	{4, 4, 1, 3, 5, 13},
	{5, 2, 1, 1, 5, 5, 17},
	{5, 4, 1, 1, 5, 5, 5},
	{5, 7, 1, 1, 7, 11, 19},
	{5, 11, 1, 1, 5, 1, 1},
	{5, 13, 1, 1, 1, 3, 11},
	{5, 14, 1, 3, 5, 5, 31},
	{6, 1, 1, 3, 3, 9, 7, 49},
	{6, 13, 1, 1, 1, 15, 21, 21},
	{6, 16, 1, 3, 1, 13, 27, 49},
	{6, 19, 1, 1, 1, 15, 7, 5},
	{6, 22, 1, 3, 1, 15, 13, 25},
	{6, 25, 1, 1, 5, 5, 19, 61},
	{7, 1, 1, 3, 7, 11, 23, 15, 103},
	{7, 4, 1, 3, 7, 13, 13, 15, 69},
}

// primitive tells whether x generates all 2^degree − 1 non-zero residues modulo p.
func primitive(p uint32, degree int) bool {
	x, order := uint32(1), 0
	for {
		x <<= 1
		if x>>degree&1 == 1 {
			x ^= p
		}
		order++
		if x == 1 || x == 0 || order > 1<<degree {
			return x == 1 && order == 1<<degree-1
		}
	}
}

// rows turns direction numbers into the first m rows of the generator matrix: bit j of row i is digit i
// of column j.
func rows(v columns, m int) []uint32 {
	result := make([]uint32, m)
	for i := range m {
		for j := range m {
			result[i] |= v[j] >> (31 - i) & 1 << j
		}
	}
	return result
}

// quality is t of the two-dimensional net of the first 2^m points: every way of cutting the square into 2^(m−t)
// equal boxes puts 2^t points in each (Niederreiter 1992: m less the largest number of rows that are always independent).
func quality(a, b []uint32, m int) int {
	least := m
	var basis [32]uint32
	for i := 0; i <= m; i++ {
		basis = [32]uint32{}
		independent := 0
		for k := range i {
			if !join(&basis, a[k]) {
				break
			}
			independent++
		}
		if independent < i {
			least = min(least, independent)
			break
		}
		for k := range m - i {
			if !join(&basis, b[k]) {
				least = min(least, i+k)
				break
			}
		}
	}
	return m - least
}

func join(basis *[32]uint32, row uint32) bool {
	for row != 0 {
		top := 31 - bits.LeadingZeros32(row)
		if basis[top] == 0 {
			basis[top] = row
			return true
		}
		row ^= basis[top]
	}
	return false
}

func TestTableIsThatOfJoeAndKuo(t *testing.T) {
	if len(initial) != len(joeKuo) {
		t.Fatalf("%d rows, want %d", len(initial), len(joeKuo))
	}
	for i, row := range joeKuo {
		want := append([]uint16{1<<row[0] | row[1]<<1 | 1}, row[2:]...)
		if !slices.Equal(initial[i], want) {
			t.Errorf("dimension %d is %v, Joe and Kuo have %v", i+2, initial[i], want)
		}
	}
}

// A polynomial used twice, or not primitive, would make two factors move together or one stand still.
func TestPolynomialsArePrimitiveAndDifferent(t *testing.T) {
	seen := map[uint16]bool{}
	for i, row := range initial {
		p, degree := uint32(row[0]), len(row)-1
		if seen[row[0]] || bits.Len32(p)-1 != degree || !primitive(p, degree) {
			t.Errorf("dimension %d: polynomial %b of degree %d is not primitive or not new", i+2, p, degree)
		}
		seen[row[0]] = true
		for k, m := range row[1:] {
			if m%2 == 0 || m >= 2<<k {
				t.Errorf("dimension %d: initial number %d is %d, must be odd and below %d", i+2, k+1, m, 2<<k)
			}
		}
	}
}

// The projections on two factors are what interactions are read from.
func TestPairsOfDimensionsAreGoodNets(t *testing.T) {
	all := make([][]uint32, Dimensions)
	for i := range all {
		all[i] = rows(directionsOf(i), 13)
	}
	sum, count := 0, 0
	for i := range all {
		for j := range i {
			sum += quality(all[i], all[j], 13)
			count++
		}
	}
	mean := float64(sum) / float64(count)
	t.Logf("mean t of pairs of dimensions, 2^13 points: %.2f", mean)
	if mean > 2.5 {
		t.Errorf("mean t is %.2f", mean)
	}
}

// Property A (Sobol' 1976): each of the 2^s boxes of half the side holds one of the first 2^s points.
func TestPropertyA(t *testing.T) {
	const dimensions = 10
	plan, err := Unscrambled(dimensions)
	if err != nil {
		t.Fatal(err)
	}
	seen := make([]bool, 1<<dimensions)
	column := make([]float64, 1<<dimensions)
	boxes := make([]int, 1<<dimensions)
	for d := range dimensions {
		plan.Fill(d, 0, column)
		for i, u := range column {
			boxes[i] = boxes[i]*2 + int(u*2)
		}
	}
	for _, box := range boxes {
		if seen[box] {
			t.Fatal("two of the first 1,024 points share a box of half the side")
		}
		seen[box] = true
	}
}

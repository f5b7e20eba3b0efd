package decision

import (
	"fmt"
	"math"
)

// Direction says which values are better.
type Direction string

// The directions.
const (
	Higher Direction = "higher"
	Lower  Direction = "lower"
)

// Payoffs is what alternatives bring in worlds.
type Payoffs struct {
	Alternatives []string
	Values       [][]float64 // [alternative][world]
	Better       Direction
}

// largest is the largest magnitude that is taken in: its square can still be added up.
const largest = 1e150

func usable(x float64) bool { return math.Abs(x) <= largest }

// table is payoffs as they are computed with: higher is better, and every world has
// all its values.
type table struct {
	names   []string
	sign    float64     // −1 where lower is better
	values  [][]float64 // [alternative][world], times sign
	worlds  []int       // the places of the worlds that are there
	leftOut int
}

func (p *Payoffs) table() (*table, error) {
	t := &table{names: p.Alternatives, sign: 1}
	switch p.Better {
	case Higher:
	case Lower:
		t.sign = -1
	default:
		return nil, fmt.Errorf("better is %q; it must be %q or %q", p.Better, Higher, Lower)
	}
	if len(p.Alternatives) == 0 || len(p.Alternatives) != len(p.Values) {
		return nil, fmt.Errorf("%d alternatives with %d rows of values", len(p.Alternatives), len(p.Values))
	}
	n := len(p.Values[0])
	for a, v := range p.Values {
		if len(v) != n {
			return nil, fmt.Errorf("alternative %s has %d worlds, %s has %d", p.Alternatives[a], len(v), p.Alternatives[0], n)
		}
	}
	for w := range n {
		whole := true
		for _, v := range p.Values {
			whole = whole && usable(v[w])
		}
		if whole {
			t.worlds = append(t.worlds, w)
		}
	}
	t.leftOut = n - len(t.worlds)
	for _, v := range p.Values {
		row := make([]float64, len(t.worlds))
		for i, w := range t.worlds {
			row[i] = float64(t.sign * v[w])
		}
		t.values = append(t.values, row)
	}
	return t, nil
}

// Estimate is a number with its Monte Carlo standard error; 0, and unknown, for one world.
type Estimate struct {
	Value float64 `json:"value"`
	SE    float64 `json:"se"`
}

// Share is a share of worlds with its 95 % interval (Wilson 1927).
type Share struct {
	Worlds int     `json:"worlds"`
	Share  float64 `json:"share"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

func shareOf(k, n int) Share {
	const z = 1.959963984540054
	count, total := float64(k), float64(n)
	z2 := float64(z * z)
	middle := (count + z2/2) / (total + z2)
	half := float64(z / (total + z2) * math.Sqrt(float64(count*(total-count))/total+z2/4))
	s := Share{k, count / total, max(0, middle-half), min(1, middle+half)}
	if k == 0 {
		s.Low = 0
	}
	if k == n {
		s.High = 1
	}
	return s
}

// moments adds values up; sums are of differences from the first value, which keeps
// their digits.
type moments struct {
	n            int
	shift        float64
	sum, squares float64
}

func (m *moments) add(x float64) {
	if m.n == 0 {
		m.shift = x
	}
	d := x - m.shift
	m.n++
	m.sum += d
	m.squares += float64(d * d)
}

func (m *moments) mean() float64 {
	if m.n == 0 {
		return 0
	}
	return m.shift + m.sum/float64(m.n)
}

func (m *moments) variance() float64 {
	if m.n < 2 {
		return 0
	}
	n := float64(m.n)
	return max(0, (m.squares-float64(m.sum*m.sum)/n)/(n-1))
}

func (m *moments) estimate() Estimate {
	return Estimate{m.mean(), math.Sqrt(m.variance() / float64(max(1, m.n)))}
}

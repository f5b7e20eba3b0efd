package sensitivity

import "math"

// neighbours is a k-d tree (Bentley 1975) laid out in the order of its rows: the middle row of a
// stretch splits it, by each coordinate in turn.
type neighbours struct {
	x    [][]float64
	rows []int32
}

func (t neighbours) build(from, to, depth int) {
	if to-from < 2 {
		return
	}
	middle := (from + to) / 2
	t.selectNth(t.x[depth%len(t.x)], from, to-1, middle)
	t.build(from, middle, depth+1)
	t.build(middle+1, to, depth+1)
}

// selectNth puts the row of rank n of the stretch in its place, lower ones before it (Hoare 1961).
func (t neighbours) selectNth(x []float64, low, high, n int) {
	for low < high {
		pivot := x[t.rows[(low+high)/2]]
		i, j := low, high
		for i <= j {
			for x[t.rows[i]] < pivot {
				i++
			}
			for x[t.rows[j]] > pivot {
				j--
			}
			if i <= j {
				t.rows[i], t.rows[j] = t.rows[j], t.rows[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			high = j
		case n >= i:
			low = i
		default:
			return
		}
	}
}

// search looks for the two rows nearest to one.
type search struct {
	neighbours
	row               int32
	first, second     int32
	nearest, runnerUp float64
}

func (t neighbours) two(row int32) (first, second int32) {
	s := search{neighbours: t, row: row, nearest: math.Inf(1), runnerUp: math.Inf(1)}
	s.look(0, len(t.rows), 0)
	return s.first, s.second
}

func (s *search) look(from, to, depth int) {
	if from >= to {
		return
	}
	middle := (from + to) / 2
	s.meet(s.rows[middle])
	x := s.x[depth%len(s.x)]
	beyond := x[s.row] - x[s.rows[middle]]
	near, far := [2]int{from, middle}, [2]int{middle + 1, to}
	if beyond > 0 {
		near, far = far, near
	}
	s.look(near[0], near[1], depth+1)
	if beyond*beyond < s.runnerUp {
		s.look(far[0], far[1], depth+1)
	}
}

func (s *search) meet(row int32) {
	if row == s.row {
		return
	}
	square := 0.0
	for _, x := range s.x {
		way := x[row] - x[s.row]
		square += float64(way * way)
	}
	switch {
	case square < s.nearest:
		s.second, s.runnerUp = s.first, s.nearest
		s.first, s.nearest = row, square
	case square < s.runnerUp:
		s.second, s.runnerUp = row, square
	}
}

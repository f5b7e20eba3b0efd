package diag

import "unicode"

// longestName is the greatest number of characters for which a nearest name is
// sought. Names of blocks and attributes are far shorter; the bound keeps the
// cost small when somebody pastes a page of text where a name belongs.
const longestName = 128

// mostEdits is the greatest number of slips that still counts as the same name.
const mostEdits = 4

// Nearest gives the candidate that the writer of name most probably meant, and
// whether any is near enough to be worth asking about. Nearness is the number
// of characters put in, left out, changed, or swapped with their neighbour
// (Damerau 1964, Levenshtein 1966); letter case and the choice between dash and
// underscore do not count. About one slip in three characters is allowed, at
// most four. The first of equally near candidates wins, and a candidate equal
// to name wins over all.
func Nearest(name string, candidates []string) (string, bool) {
	target, ok := folded(name)
	best, found := "", false
	limit := allowedEdits(len(target))
	for _, candidate := range candidates {
		if candidate == name {
			return candidate, true
		}
		other, short := folded(candidate)
		if !ok || !short || limit < 0 {
			continue
		}
		d := distance(target, other, limit)
		// Two names without a character in common are not near, however short.
		if d <= limit && d < max(len(target), len(other)) {
			best, found = candidate, true
			limit = d - 1
		}
	}
	return best, found
}

// allowedEdits gives the number of slips allowed in a name of n characters.
func allowedEdits(n int) int { return min(mostEdits, max(1, n/3)) }

// folded gives the name's characters without the differences that do not
// count, and whether it is short enough to be compared at all.
func folded(name string) ([]rune, bool) {
	out := make([]rune, 0, min(len(name), longestName))
	for _, r := range name {
		if len(out) == longestName {
			return nil, false
		}
		if r == '_' || r == ' ' {
			r = '-'
		}
		out = append(out, unicode.ToLower(r))
	}
	return out, true
}

// distance gives the edit distance between a and b, or some number above limit
// if it is above limit. Swapping two neighbours counts as one edit and no part
// is edited twice (the "optimal string alignment" form).
func distance(a, b []rune, limit int) int {
	if gap := len(a) - len(b); gap > limit || -gap > limit {
		return limit + 1
	}
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			next[j] = cheapest(a, b, i, j, before, last, next)
			least = min(least, next[j])
		}
		// A swap reaches back two rows, so both must be past the limit.
		if least > limit && (i == 1 || lowest(last) > limit) {
			return limit + 1
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}

// cheapest gives the distance between the first i of a and the first j of b,
// given the rows for i-2 and i-1 and the present row up to j-1.
func cheapest(a, b []rune, i, j int, before, last, next []int) int {
	change := 1
	if a[i-1] == b[j-1] {
		change = 0
	}
	d := min(last[j]+1, next[j-1]+1, last[j-1]+change)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		d = min(d, before[j-2]+1)
	}
	return d
}

func lowest(row []int) int {
	least := row[0]
	for _, d := range row[1:] {
		least = min(least, d)
	}
	return least
}

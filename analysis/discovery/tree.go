package discovery

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
)

// TreeOptions says how to grow a tree. Numbers that are 0 stand for the usual ones, named
// beside them.
type TreeOptions struct {
	MinimumMass float64 // smallest leaf, as a share of all rows; 0.05
	Depth       int     // splits from the root to a leaf at most; 5
	// Complexity is what a split must gain: its share of the root's impurity, for each leaf
	// it adds, taken over all that grows below it (cost-complexity pruning, Breiman et al.
	// 1984, chapter 3); 0.01, and −1 for no pruning.
	Complexity float64
	Workers    int // goroutines; as many as cores
}

// mostDepth bounds recursion.
const mostDepth = 64

func (o TreeOptions) filled() (TreeOptions, error) {
	if o.MinimumMass == 0 {
		o.MinimumMass = 0.05
	}
	if o.Depth == 0 {
		o.Depth = 5
	}
	if o.Complexity == 0 {
		o.Complexity = 0.01
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	switch {
	case !within(o.MinimumMass, 1):
		return o, fmt.Errorf("the minimum mass is %g; it must be above 0 and at most 1", o.MinimumMass)
	case o.Depth < 1 || o.Depth > mostDepth:
		return o, fmt.Errorf("the depth is %d; it must be from 1 to %d", o.Depth, mostDepth)
	case math.IsNaN(o.Complexity):
		return o, errors.New("the complexity is not a number")
	}
	return o, nil
}

// Tree is a classification tree.
type Tree struct {
	Rows     int     `json:"rows"`
	LeftOut  int     `json:"left_out"`
	Cases    int     `json:"cases"`
	BaseRate float64 `json:"base_rate"`
	Root     *Node   `json:"root"`
	Leaves   []Leaf  `json:"leaves"` // densest first
	// What the leaves with more cases than not have together.
	Coverage float64 `json:"coverage"`
	Density  float64 `json:"density"`
}

// Node is a node of a tree with what lies below it.
type Node struct {
	Rows  int    `json:"rows"`
	Cases int    `json:"cases"`
	Split *Split `json:"split,omitempty"` // nil: a leaf
	Yes   *Node  `json:"yes,omitempty"`
	No    *Node  `json:"no,omitempty"`

	state
	depth int
}

// Split is a question of a node.
type Split struct {
	Dimension string   `json:"dimension"`
	Index     int      `json:"index"`
	Below     *float64 `json:"below,omitempty"` // yes: less than this
	In        []string `json:"in,omitempty"`    // yes: one of these categories
	Gain      float64  `json:"gain"`            // of Gini impurity, as a share of the root's
}

// Leaf is a leaf as a rule.
type Leaf struct {
	Region
	OfInterest bool `json:"of_interest"` // more cases than not
}

// Tree grows a binary classification tree by Gini impurity and prunes it (Breiman et al. 1984).
func (t *Table) Tree(ctx context.Context, o TreeOptions) (*Tree, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	g := &grower{t: t, o: o, least: leastRows(o.MinimumMass, t.Rows())}
	root := &Node{state: state{t.whole(), tally{t.Rows(), t.cases}, false}}
	g.whole = impurity(root.tally)
	lists := make([][]uint32, len(t.columns))
	for j := range t.columns {
		lists[j] = t.columns[j].order
	}
	if err := g.grow(ctx, root, lists); err != nil {
		return nil, err
	}
	g.prune(root)
	r := &Tree{Rows: t.Rows(), LeftOut: t.leftOut, Cases: t.cases, BaseRate: share(t.cases, t.Rows()), Root: root}
	var states []state
	root.finish(&states)
	slices.SortStableFunc(states, func(a, b state) int { return compareDensity(b.tally, a.tally) })
	var all tally
	for _, s := range states {
		leaf := Leaf{t.region(s), 2*s.h > s.n}
		if leaf.OfInterest {
			all.n += s.n
			all.h += s.h
		}
		r.Leaves = append(r.Leaves, leaf)
	}
	r.Coverage, r.Density = share(all.h, t.cases), share(all.h, all.n)
	return r, nil
}

// finish fills in what is printed and collects the leaves from left to right.
func (n *Node) finish(leaves *[]state) {
	n.Rows, n.Cases = n.n, n.h
	if n.Split == nil {
		*leaves = append(*leaves, n.state)
		return
	}
	n.Yes.finish(leaves)
	n.No.finish(leaves)
}

type grower struct {
	t     *Table
	o     TreeOptions
	least int
	whole float64
}

// impurity is half of Gini's for two classes, times the rows.
func impurity(c tally) float64 {
	if c.n == 0 {
		return 0
	}
	return float64(c.h) * float64(c.n-c.h) / float64(c.n)
}

// division is a way to divide the rows of a node.
type division struct {
	j     int
	yes   tally
	limit int32  // yes: ranks below this
	in    []bool // yes: these categories
	gain  float64
}

// grow divides a node and all below it. lists are its rows, by each column's order.
func (g *grower) grow(ctx context.Context, n *Node, lists [][]uint32) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if n.depth == g.o.Depth || n.h == 0 || n.h == n.n || n.n < 2*g.least {
		return nil
	}
	found := make([]division, len(lists))
	each(g.o.Workers, len(lists), func(j int) {
		found[j] = g.divide(n, j, lists[j])
	})
	best := found[0]
	for _, d := range found {
		if d.gain > best.gain {
			best = d
		}
	}
	if best.gain <= 0 {
		return nil
	}
	g.split(n, best)
	yes, no := g.part(n, best, lists)
	if err := g.grow(ctx, n.Yes, yes); err != nil {
		return err
	}
	return g.grow(ctx, n.No, no)
}

// divide is the best division of a node by one column; its gain is 0 where there is none.
func (g *grower) divide(n *Node, j int, list []uint32) division {
	c := &g.t.columns[j]
	if c.categorical() {
		return g.divideCategories(n, j, list)
	}
	best := division{j: j}
	var yes tally
	last := c.rank[list[0]]
	for _, row := range list {
		if r := c.rank[row]; r != last {
			if gain := g.gain(n.tally, yes); gain > best.gain {
				best = division{j: j, yes: yes, limit: last + (r-last)/2 + 1, gain: gain}
			}
			last = r
		}
		yes.n++
		yes.h += int(g.t.y[row])
	}
	return best
}

// divideCategories looks only at divisions of the categories sorted by density: for two
// classes the best is among them (Breiman et al. 1984, theorem 4.5).
func (g *grower) divideCategories(n *Node, j int, list []uint32) division {
	c := &g.t.columns[j]
	of := make([]tally, len(c.values))
	for _, row := range list {
		k := &of[c.rank[row]]
		k.n++
		k.h += int(g.t.y[row])
	}
	var codes []int
	for k := range of {
		if of[k].n > 0 {
			codes = append(codes, k)
		}
	}
	slices.SortStableFunc(codes, func(a, b int) int { return compareDensity(of[b], of[a]) })
	best := division{j: j}
	var yes tally
	for i, k := range codes[:len(codes)-1] {
		yes.n += of[k].n
		yes.h += of[k].h
		if gain := g.gain(n.tally, yes); gain > best.gain {
			best = division{j: j, yes: yes, in: make([]bool, len(of)), gain: gain}
			for _, k := range codes[:i+1] {
				best.in[k] = true
			}
		}
	}
	return best
}

// gain is what a division takes off the impurity, or 0 where a side would be too small.
func (g *grower) gain(all, yes tally) float64 {
	no := tally{all.n - yes.n, all.h - yes.h}
	if yes.n < g.least || no.n < g.least || compareDensity(yes, all) == 0 {
		return 0
	}
	return impurity(all) - impurity(yes) - impurity(no)
}

// split makes a node's children. Categories that do not occur in the node go to No.
func (g *grower) split(n *Node, d division) {
	c := &g.t.columns[d.j]
	n.Split = &Split{Dimension: c.Name, Index: d.j, Gain: d.gain / g.whole}
	yes, no := n.clone(), n.clone()
	if d.in == nil {
		_, below := between(c.values[d.limit-1], c.values[d.limit])
		n.Split.Below = &below
		yes.hi[d.j], no.lo[d.j] = d.limit-1, d.limit
	} else {
		for k, in := range d.in {
			yes.kept[d.j][k] = in
			no.kept[d.j][k] = no.kept[d.j][k] && !in
			if in {
				n.Split.In = append(n.Split.In, c.Categories[k])
			}
		}
	}
	n.Yes = &Node{state: state{yes, d.yes, false}, depth: n.depth + 1}
	n.No = &Node{state: state{no, tally{n.n - d.yes.n, n.h - d.yes.h}, false}, depth: n.depth + 1}
}

// part divides the lists, each in its order.
func (g *grower) part(n *Node, d division, lists [][]uint32) (yes, no [][]uint32) {
	yes, no = make([][]uint32, len(lists)), make([][]uint32, len(lists))
	inside := make([]bool, g.t.Rows())
	for _, row := range lists[d.j] {
		inside[row] = n.Yes.has(g.t, d.j, row)
	}
	each(g.o.Workers, len(lists), func(j int) {
		yes[j], no[j] = make([]uint32, 0, n.Yes.n), make([]uint32, 0, n.No.n)
		for _, row := range lists[j] {
			if inside[row] {
				yes[j] = append(yes[j], row)
			} else {
				no[j] = append(no[j], row)
			}
		}
	})
	return yes, no
}

// prune cuts, from the leaves up, what gains less than its leaves cost: what is left is
// the smallest tree that is best at this price of a leaf (Breiman et al. 1984, 3.3).
func (g *grower) prune(n *Node) (leaves int, risk float64) {
	own := impurity(n.tally)
	if n.Split == nil {
		return 1, own
	}
	a, ra := g.prune(n.Yes)
	b, rb := g.prune(n.No)
	leaves, risk = a+b, ra+rb
	if own-risk <= float64(leaves-1)*g.o.Complexity*g.whole {
		n.Split, n.Yes, n.No = nil, nil, nil
		return 1, own
	}
	return leaves, risk
}

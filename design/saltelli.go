package design

import (
	"errors"
	"fmt"
	"slices"
)

// SaltelliPlan is a plan laid out for Sobol' indices of first, total and second order. Worlds come in
// blocks, one for each pair of points A and B of a base plan: A itself; A with the factors of
// one group taken from B, for each group (AB); if second order is asked for, B with the factors of one
// group taken from A, for each group (BA); B itself (Saltelli 2002; Saltelli et al. 2010). Any
// number of whole blocks is a design, so a run that stops early is still worth something.
//
// What a plan gives are numbers of the unit cube, so discrete and categorical factors take their
// values through their quantile functions like all others.
type SaltelliPlan struct {
	base    Plan
	names   []string
	groupOf []int
	second  bool
}

var _ Plan = (*SaltelliPlan)(nil)

// Saltelli lays out a scrambled Sobol' sequence. Factors that share a group's name, groups[i] being that of
// factor i, move together; a factor whose group has no name is a group of its own. No groups at all is fine.
func Saltelli(seed uint64, names, groups []string, second bool) (*SaltelliPlan, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	both := slices.Clone(names)
	for _, name := range names {
		both = append(both, "second sample of "+name)
	}
	base, err := Sobol(seed, both)
	if err != nil {
		return nil, err
	}
	return SaltelliOn(base, names, groups, second)
}

// SaltelliOn lays out any base plan that has twice as many factors as there are names: those of A, then
// those of B. A plan with correlated factors is refused: the indices split the variance in a
// way that holds for independent factors only.
func SaltelliOn(base Plan, names, groups []string, second bool) (*SaltelliPlan, error) {
	if _, is := base.(*correlated); is {
		return nil, errors.New("this plan correlates some factors, and Sobol' indices need independent ones; use Shapley effects of a finished run, or leave the correlations out")
	}
	if err := checkNames(names); err != nil {
		return nil, err
	}
	if len(groups) != 0 && len(groups) != len(names) {
		return nil, fmt.Errorf("%d factors have %d groups; give one for each, or none", len(names), len(groups))
	}
	plan := &SaltelliPlan{base: base, second: second, groupOf: make([]int, len(names))}
	place := map[string]int{}
	for i, name := range names {
		own := len(groups) == 0 || groups[i] == ""
		if !own {
			name = groups[i]
		}
		group, known := place[name]
		if known && (own || slices.Contains(names, name)) {
			return nil, fmt.Errorf("%q is the name of a factor and of a group; rename the group", name)
		}
		if !known {
			group = len(plan.names)
			place[name] = group
			plan.names = append(plan.names, name)
		}
		plan.groupOf[i] = group
	}
	return plan, nil
}

// Groups returns the names of the groups, in the order of their indices.
func (p *SaltelliPlan) Groups() []string { return slices.Clone(p.names) }

// Second says whether the plan serves second-order indices.
func (p *SaltelliPlan) Second() bool { return p.second }

// Block is how many worlds a block has.
func (p *SaltelliPlan) Block() int {
	if p.second {
		return 2 + 2*len(p.names)
	}
	return 2 + len(p.names)
}

// Fill implements [Plan].
func (p *SaltelliPlan) Fill(factor, first int, u []float64) {
	u = stretch(factor, len(p.groupOf), first, mostWorlds, u)
	if len(u) == 0 {
		return
	}
	block := p.Block()
	const most = 512
	points := (first+len(u)-1)/block - first/block + 1
	a := make([]float64, 2*min(points, most))
	a, b := a[:len(a)/2], a[len(a)/2:]
	for done := 0; done < len(u); {
		point, at := (first+done)/block, (first+done)%block
		end := min(len(u), done+len(a)*block-at)
		points := (at+end-done-1)/block + 1
		p.base.Fill(factor, point, a[:points])
		p.base.Fill(len(p.groupOf)+factor, point, b[:points])
		for i := 0; done < end; done++ {
			if p.takesA(p.groupOf[factor], at) {
				u[done] = a[i]
			} else {
				u[done] = b[i]
			}
			if at++; at == block {
				at, i = 0, i+1
			}
		}
	}
}

// takesA says whether the factors of a group come from A in the world at a place of its block.
func (p *SaltelliPlan) takesA(group, at int) bool {
	groups := len(p.names)
	switch {
	case at == 0:
		return true
	case at <= groups:
		return at-1 != group
	case p.second && at <= 2*groups:
		return at-1-groups == group
	default:
		return false
	}
}

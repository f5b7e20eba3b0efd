package world

import (
	"fmt"
	"slices"
	"strings"

	"parley/diag"
)

// within is how far shares may be from adding up.
const within = 1e-6

// numbers checks the values that are the same in every world, and the laws of
// the factors.
func (v *validator) numbers(sound bool) {
	for _, n := range v.w.Numbers {
		value, constant := n.Constant()
		if constant && !n.Domain.Holds(value) {
			v.domain(n, value)
		}
		if sound {
			v.useReferences(n.Formula, map[*Formula]bool{})
		}
	}
	for i, f := range v.w.Factors {
		if i > 0 && v.w.Factors[i-1].Name == f.Name {
			v.errorAt(f.Range, "duplicate", "Name used twice", "", fmt.Sprintf("Two factors are named %q.", f.Name))
		}
	}
	v.correlations()
}

func (v *validator) domain(n *Number, value float64) {
	v.broken[n] = true
	allowed := map[Domain]string{
		Probability: "It is a probability or a share, from 0 to 1.", Positive: "It cannot be below zero.", Real: "It must be a finite number.",
	}[n.Domain]
	v.errorAt(n.Range, "domain", "Number out of range", "", fmt.Sprintf("%s is %v. %s", n.Path, value, allowed))
}

// useReferences notes which quantities a formula uses.
func (v *validator) useReferences(f *Formula, seen map[*Formula]bool) {
	if f == nil || seen[f] {
		return
	}
	seen[f] = true
	if f.Op == Reference && f.To != nil {
		v.used[f.To.Path] = true
	}
	for _, a := range f.Args {
		v.useReferences(a, seen)
	}
}

// sum adds numbers that are the same in every world; ok is false where one is
// missing, uncertain or already reported.
func (v *validator) sum(numbers ...*Number) (total float64, ok bool) {
	for _, n := range numbers {
		x, constant := n.Constant()
		if !constant || v.broken[n] || v.w.Origin.broken(n) {
			return 0, false
		}
		total += x
	}
	return total, true
}

func (v *validator) correlations() {
	names := make([]string, len(v.w.Factors))
	for i, f := range v.w.Factors {
		names[i] = f.Name
	}
	pairs := map[string]bool{}
	for _, c := range v.w.Correlations {
		name := fmt.Sprintf("correlation %q", c.ID)
		if x, ok := v.sum(c.Rho); ok && (x < -1 || x > 1) {
			v.errorAt(c.Rho.Range, "domain", "Number out of range", name, "A rank correlation lies from −1 to 1.")
		} else if c.Rho != nil && c.Rho.Formula != nil && !ok {
			v.errorAt(c.Rho.Range, "not-plain", "Correlation must be a plain number", name, "A rank correlation cannot be uncertain itself.")
		}
		if v.w.Origin.failed(&c.Meta, "between") || len(c.Between) == 0 {
			continue
		}
		if len(c.Between) != 2 || c.Between[0] == c.Between[1] {
			v.wrong(&c.Meta, "between", "between", "A correlation is between two factors", name, "Write between = [one, other], the paths of two uncertain numbers.")
			continue
		}
		known := true
		for _, path := range c.Between {
			known = v.factor(c, name, canonical(path), names) && known
		}
		key := strings.Join(c.Between, " ")
		if known && pairs[key] {
			v.wrong(&c.Meta, "between", "duplicate", "Two correlations between the same factors", name, "One of them must go.")
		}
		pairs[key] = true
	}
}

func (v *validator) factor(c *Correlation, context, path string, names []string) bool {
	if slices.Contains(names, path) {
		v.used[path] = true
		return true
	}
	n := v.w.index[path]
	if v.mayBeLost(path) || v.w.Origin.broken(n) {
		return false
	}
	d := diag.Diagnostic{
		ID: "unknown-factor", Summary: "Unknown factor", Context: context, Range: v.w.Origin.place(&c.Meta, "between."+path),
		Detail: fmt.Sprintf("%q is not an uncertain number of this world.", path), Suggestion: v.near(path, names),
	}
	if n != nil {
		d.Summary, d.Suggestion = "Not a factor", ""
		d.Detail = fmt.Sprintf("%s is not written as a distribution itself, so nothing is drawn for it that could be correlated.", path)
	}
	v.add(d)
	return false
}

// noJudgement lists attributes whose numbers are not estimates of anything:
// grades, counts, thresholds and what a scenario posits.
var noJudgement = []string{"credibility", "count", "quota", "margin", "against"}

// judgements lists the numbers that rest on nothing, and the defaults.
func (v *validator) judgements() {
	defaults := map[*site][]string{}
	var order []*site
	for _, s := range v.sites {
		if posited(s) {
			continue
		}
		for _, sl := range append(s.slots(), s.settings()...) {
			n := *sl.number
			switch {
			case n == nil || n.Formula == nil || slices.Contains(noJudgement, sl.attr):
			case n.Default:
				if x, ok := n.Constant(); ok {
					if defaults[s] == nil {
						order = append(order, s)
					}
					defaults[s] = append(defaults[s], fmt.Sprintf("%s = %v", sl.attr, x))
				}
			case len(n.Evidence) == 0 && !restsOnOthers(n.Formula):
				v.judgement(n)
			}
		}
	}
	for _, s := range order {
		v.add(diag.Diagnostic{
			Severity: diag.Judgement, ID: "default", Summary: "Defaults", Context: s.context(), Range: s.meta.Range,
			Detail: fmt.Sprintf("%s leaves to the program: %s.", s.path, strings.Join(defaults[s], ", ")),
		})
	}
}

// posited reports whether a block says what is done, not what is so.
func posited(s *site) bool {
	for ; s != nil; s = s.parent {
		if s.block.Name == "scenario" && s.parent.parent == nil {
			return true
		}
	}
	return false
}

// restsOnOthers reports whether a formula has no number of its own: what it
// rests on is listed with the numbers it refers to.
func restsOnOthers(f *Formula) bool {
	switch f.Op {
	case Reference:
		return true
	case Choose:
		return !slices.ContainsFunc(f.Args, func(a *Formula) bool { return a.Op != Reference })
	default:
		return false
	}
}

func (v *validator) judgement(n *Number) {
	d := diag.Diagnostic{Severity: diag.Judgement, ID: "judgement", Summary: "Number without evidence", Range: n.Range}
	switch {
	case n.Note != "":
		d.Summary = "Number explained, without evidence"
		d.Detail = fmt.Sprintf("%s rests on a judgement: %s", n.Path, n.Note)
	default:
		d.Detail = fmt.Sprintf("%s rests on nothing that is named here. Give its block a note or evidence = [source.x, evidence.y].", n.Path)
	}
	v.add(d)
}

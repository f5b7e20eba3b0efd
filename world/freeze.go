package world

import (
	"fmt"
	"slices"
	"strings"

	"parley/chance"
	"parley/diag"
)

// Frozen reports whether the world has been frozen.
func (w *World) Frozen() bool { return w.frozen }

// Freeze makes a world ready to be played and shared: it fills in defaults,
// orders everything by name, lets rival theories decide the numbers they set,
// lists numbers and factors, and checks all that a single attribute cannot
// show. The world is frozen only if the result has no errors; a frozen world
// must not be changed. Freezing a frozen world does nothing.
//
// Warnings and judgement calls that the world silences are left out.
func (w *World) Freeze() diag.List {
	if w.frozen {
		return nil
	}
	w.Prepare()
	v := newValidator(w)
	w.applyTheories(v)
	w.collectFactors(v)
	sound := w.checkFormulas(v)
	v.all(sound)
	list := v.list.Without(w.Silence...)
	wrong := list.HasErrors() || w.Origin != nil && w.Origin.Wrong
	if wrong {
		list = list.Without("unused") // what is misspelt is used nowhere
	}
	list.Sort()
	w.frozen = !wrong
	return list
}

// applyTheories gives every theory its factor, which draws a rival, and makes
// the numbers that its rivals set depend on it (rule 22).
func (w *World) applyTheories(v *validator) {
	by := map[string]*Theory{} // which theory sets a path
	for i, t := range w.Theories {
		if i > 0 && w.Theories[i-1].ID == t.ID {
			continue // reported as a duplicate
		}
		d := newDispute(t)
		law, ok := v.rivalLaw(t)
		if !ok {
			v.pathsKnown(d)
			continue
		}
		t.Factor = len(w.Factors)
		f := &Factor{Name: "theory." + t.ID, Law: law, Written: "the rivals' weights", Domain: Positive, Range: t.Range}
		for _, r := range t.Rivals {
			f.Labels = append(f.Labels, r.ID)
		}
		w.Factors = append(w.Factors, f)
		for _, path := range d.paths {
			v.choose(d, path, by)
		}
	}
}

// pathsKnown checks the paths that a theory sets when it cannot be applied.
func (v *validator) pathsKnown(d *dispute) {
	for _, path := range d.paths {
		if v.w.index[path] == nil && !v.mayBeLost(path) {
			v.unknownPath(d.place(path), theoryName(d.theory), path)
		}
	}
}

// dispute is a theory with what its rivals set, by path.
type dispute struct {
	theory *Theory
	paths  []string              // in order
	set    []map[string]*Setting // of each rival
}

func newDispute(t *Theory) *dispute {
	d := &dispute{theory: t}
	for _, r := range t.Rivals {
		set := map[string]*Setting{}
		for i := range r.Set {
			path := canonical(r.Set[i].Path)
			set[path] = &r.Set[i]
			d.paths = append(d.paths, path)
		}
		d.set = append(d.set, set)
	}
	slices.Sort(d.paths)
	d.paths = slices.Compact(d.paths)
	return d
}

// place is where a path is first set.
func (d *dispute) place(path string) diag.Range {
	for _, set := range d.set {
		if s := set[path]; s != nil {
			return s.Range
		}
	}
	return d.theory.Range
}

// rivalLaw is the law by which a world draws one of a theory's rivals, in the
// order of their names.
func (v *validator) rivalLaw(t *Theory) (chance.Distribution, bool) {
	var values, weights []float64
	total, ok := 0.0, true
	for i, r := range t.Rivals {
		if v.w.Origin.broken(r.Weight) || r.Weight == nil {
			ok = false
			continue
		}
		weight, constant := r.Weight.Constant()
		if !constant {
			v.errorAt(r.Weight.Range, "rival-weight", "Weight must be a plain number", fmt.Sprintf("theory %q, rival %q", t.ID, r.ID),
				"The weights of rivals say how often each is drawn; they cannot be uncertain themselves. Write a plain number.")
			ok = false
			continue
		}
		values, weights = append(values, float64(i)), append(weights, weight)
		total += weight
	}
	if len(t.Rivals) < 2 {
		v.errorAt(t.Range, "rivals", "A theory needs rivals", theoryName(t), "Write at least two rival blocks: a mechanism that nobody disputes is not a theory here.")
		return nil, false
	}
	if !ok {
		return nil, false
	}
	if !Positive.Holds(total) || total == 0 || slices.ContainsFunc(weights, func(x float64) bool { return !Positive.Holds(x) }) {
		if !slices.ContainsFunc(weights, func(x float64) bool { return !Positive.Holds(x) }) {
			v.errorAt(t.Range, "rivals", "No rival has weight", theoryName(t), "At least one rival needs a weight above zero.")
		}
		return nil, false // negative weights are reported with their domain
	}
	law, err := chance.Weighted(values, weights)
	if err != nil {
		v.errorAt(t.Range, "rivals", "Weights cannot be drawn from", theoryName(t), sentence(err.Error()))
		return nil, false
	}
	return law, true
}

func theoryName(t *Theory) string { return fmt.Sprintf("theory %q", t.ID) }

// choose makes a number depend on which rival of t a world draws.
func (v *validator) choose(d *dispute, path string, by map[string]*Theory) {
	t, target, where := d.theory, v.w.index[path], d.place(path)
	switch {
	case target == nil && !v.mayBeLost(path):
		v.unknownPath(where, theoryName(t), path)
		return
	case target == nil || v.w.Origin.broken(target):
		return
	case strings.HasPrefix(path, "theory."):
		v.errorAt(where, "theory-of-theory", "A theory cannot set a theory's numbers", theoryName(t),
			fmt.Sprintf("%q belongs to a theory. Give the rivals' values as quantities, and set those.", path))
		return
	case by[path] != nil:
		v.errorAt(where, "set-twice", "Two theories set the same number", theoryName(t),
			fmt.Sprintf("%q is already set by theory %q. A number can depend on one theory; let the two set quantities of their own and combine those.", path, by[path].ID))
		return
	}
	by[path] = t
	formula := &Formula{Op: Choose, Factor: t.Factor}
	for i := range t.Rivals {
		arg := v.argument(d, i, path, target)
		if arg == nil {
			return
		}
		formula.Args = append(formula.Args, arg)
	}
	target.Formula, target.Default = formula, false
}

// argument is what a number is under one rival: what the rival sets, or what
// was written.
func (v *validator) argument(d *dispute, i int, path string, target *Number) *Formula {
	t, r := d.theory, d.theory.Rivals[i]
	if s := d.set[i][path]; s != nil {
		if s.Number == nil || s.Number.Formula == nil {
			if !v.w.Origin.broken(s.Number) {
				v.errorAt(s.Range, "no-value", "Missing value", theoryName(t), fmt.Sprintf("Rival %q sets %q to nothing.", r.ID, path))
			}
			v.broken[target] = true
			return nil
		}
		return &Formula{Op: Reference, To: s.Number}
	}
	if target.Formula != nil {
		return target.Formula
	}
	if crisis := v.w.crisisNumber(path); crisis != nil {
		return &Formula{Op: Reference, To: crisis}
	}
	v.errorAt(d.place(path), "no-value", "No value where a rival is silent", theoryName(t),
		fmt.Sprintf("Rival %q does not set %q, and it has no value of its own. Write one in its block, or set it in every rival.", r.ID, path))
	v.broken[target] = true
	return nil
}

// crisisNumber is what a number of a peace block falls back to.
func (w *World) crisisNumber(path string) *Number {
	if !strings.HasPrefix(path, "theatre.") || !strings.Contains(path, ".peace.") {
		return nil
	}
	return w.index[strings.Replace(path, ".peace.", ".crisis.", 1)]
}

// collectFactors lists the factors that some number draws, by name, and points
// the formulas at their new places. A theory's factor is always kept.
func (w *World) collectFactors(v *validator) {
	old := w.Factors
	used := make([]bool, len(old))
	for _, t := range w.Theories {
		if t.Factor < len(old) && old[t.Factor].Name == "theory."+t.ID {
			used[t.Factor] = true
		}
	}
	seen := map[*Formula]bool{}
	var draws []*Formula
	for _, n := range w.Numbers {
		draws = appendDraws(draws, n.Formula, seen, 0)
	}
	for _, f := range draws {
		if f.Factor < 0 || f.Factor >= len(old) {
			v.errorAt(diag.Range{}, "no-factor", "Formula draws a factor that is not there", "", fmt.Sprintf("Factor number %d of %d.", f.Factor, len(old)))
			f.Op = Constant
			continue
		}
		used[f.Factor] = true
	}
	w.Factors = nil
	for i, f := range old {
		if used[i] {
			w.Factors = append(w.Factors, f)
		} else if n := w.index[f.Name]; n != nil && n.Formula != nil && n.Formula.Op == Choose {
			v.dropped = append(v.dropped, f)
		}
	}
	slices.SortStableFunc(w.Factors, func(a, b *Factor) int { return strings.Compare(a.Name, b.Name) })
	at := map[*Factor]int{}
	for i, f := range w.Factors {
		at[f] = i
	}
	for _, f := range draws {
		if f.Op != Constant {
			f.Factor = at[old[f.Factor]]
		}
	}
	for _, t := range w.Theories {
		if t.Factor < len(old) {
			t.Factor = at[old[t.Factor]]
		}
	}
}

func appendDraws(out []*Formula, f *Formula, seen map[*Formula]bool, depth int) []*Formula {
	if f == nil || seen[f] || depth > maxDepth {
		return out
	}
	seen[f] = true
	if f.Op == Draw || f.Op == Choose {
		out = append(out, f)
	}
	for _, a := range f.Args {
		out = appendDraws(out, a, seen, depth+1)
	}
	return out
}

// checkFormulas looks for cycles, for formulas nested too deeply and for
// malformed ones, and remembers which numbers are uncertain. It reports
// whether all formulas can be evaluated.
func (w *World) checkFormulas(v *validator) bool {
	c := &tracer{v: v, state: map[*Number]*trace{}}
	for _, n := range w.Numbers {
		c.number(n)
	}
	for _, n := range w.Numbers {
		if t := c.state[n]; t != nil {
			n.known, n.uncertain = true, t.uncertain
		}
	}
	return !c.bad
}

// tracer walks the references between numbers.
type tracer struct {
	v     *validator
	state map[*Number]*trace
	stack []*Number
	bad   bool
}

type trace struct {
	done, uncertain bool
	depth           int
}

func (c *tracer) number(n *Number) *trace {
	if t := c.state[n]; t != nil {
		if !t.done {
			c.cycle(n)
		}
		return t
	}
	t := &trace{}
	c.state[n] = t
	if n.Formula == nil {
		t.done = true
		if !c.v.w.Origin.broken(n) && !c.v.broken[n] {
			c.v.errorAt(n.Range, "no-value", "Missing value", "", fmt.Sprintf("%s has no value.", n.Path))
		}
		return t
	}
	c.stack = append(c.stack, n)
	t.depth, t.uncertain = c.formula(n, n.Formula, 0)
	c.stack = c.stack[:len(c.stack)-1]
	t.done = true
	if t.depth > maxDepth && !c.bad {
		c.bad = true
		c.v.errorAt(n.Range, "too-deep", "Formula nested too deeply", "", fmt.Sprintf("%s builds on more than %d steps of arithmetic and references.", n.Path, maxDepth))
	}
	return t
}

func (c *tracer) formula(n *Number, f *Formula, depth int) (deepest int, uncertain bool) {
	if f == nil || depth > maxDepth {
		return depth, false
	}
	deepest, uncertain = depth+1, f.Op == Draw || f.Op == Choose
	if f.Op == Reference {
		if f.To == nil {
			c.v.errorAt(n.Range, "no-value", "Reference to nothing", "", n.Path+" refers to a number that is not there.")
			return deepest, uncertain
		}
		t := c.number(f.To)
		return depth + 1 + t.depth, uncertain || t.uncertain
	}
	for _, a := range f.Args {
		d, u := c.formula(n, a, depth+1)
		deepest, uncertain = max(deepest, d), uncertain || u
	}
	return deepest, uncertain
}

// cycle reports that n, which is being traced, has been met again.
func (c *tracer) cycle(n *Number) {
	c.bad = true
	start := slices.Index(c.stack, n)
	if start < 0 || slices.ContainsFunc(c.stack[start:], func(m *Number) bool { return c.v.broken[m] }) {
		return // this circle has been shown
	}
	var names []string
	for _, m := range c.stack[start:] {
		names = append(names, m.Path)
		c.v.broken[m] = true
	}
	names = append(names, n.Path)
	c.v.errorAt(n.Range, "cycle", "Numbers that depend on themselves", "",
		"Each of these is made from the next: "+shorten(names, " → ")+". Break the circle by giving one of them a value of its own.")
}

// shorten joins names, leaving out the middle of a long list.
func shorten(names []string, by string) string {
	if len(names) > 12 {
		names = slices.Concat(names[:6], []string{"…"}, names[len(names)-5:])
	}
	return strings.Join(names, by)
}

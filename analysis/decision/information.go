package decision

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"parley/chance"
	"parley/elementary"
)

// Factor is an uncertain input with its value in every world.
type Factor struct {
	Name       string
	Values     []float64
	Categories bool // values are names: they are taken one by one
}

// Group is a set of factors that could be found out together.
type Group struct {
	Name    string
	Factors []string
}

// Bounds of the work of [Information].
const (
	splineKnots  = 20   // of one factor
	groupKnots   = 6    // of each factor in a group
	fewValues    = 8    // a factor with no more is taken by value
	mostColumns  = 240  // of a group's fit
	perColumn    = 8    // worlds for each
	fewestWorlds = 40   // below this nothing is fitted
	folds        = 5    // of the held-out check
	simulations  = 200  // of the fitted curves
	simulatedAt  = 1000 // worlds at most where fits of groups are simulated
	quantilesAt  = 128  // and of one factor
	simulated    = "decision.information."
)

// Informed is what it would be worth to know before choosing.
type Informed struct {
	Better  Direction `json:"better"`
	Worlds  int       `json:"worlds"`
	LeftOut int       `json:"left_out"` // without a usable value of some alternative or factor
	// Chosen is the alternative with the best mean, that is taken without further
	// knowledge.
	Chosen string `json:"chosen"`
	// Perfect is the expected value of perfect information (EVPI): the mean of what the
	// choice falls short, world by world, of the best there.
	Perfect *Estimate `json:"perfect"` // nil where there are too few worlds
	Factors []Value   `json:"factors"` // the most valuable first
	Groups  []Value   `json:"groups"`  // the most valuable first
}

// Value is what it would be worth to know a factor, or all of a group (EVPPI).
//
// It is estimated from the worlds at hand by regressing what every alternative brings
// beyond the chosen one on the factor, and taking the mean of the best fitted value
// (Strong, Oakley & Brennan 2014, "Estimating multiparameter partial expected value of
// perfect information from a probabilistic sensitivity analysis sample: a nonparametric
// regression approach"): of an amount by a penalised spline (Eilers & Marx 1996) in its
// normal scores, whose roughness generalised cross-validation chooses; of categories by
// their means; of a group by splines of each member and products of every two. Noise in
// a fit is taken for knowledge, which makes such an estimate too large; by how much is
// found, as there, by simulating fits from their own uncertainty, and taken off.
type Value struct {
	Name  string   `json:"name"`
	Value Estimate `json:"value"` // without the bias; in the unit of the payoffs
	Bias  float64  `json:"bias"`  // that was taken off
	// HeldOut is the gain of choosing by fits to other worlds, in worlds these fits have
	// not seen: an estimate that is too small rather than too large.
	HeldOut Estimate `json:"held_out"`
	// Clear reports that the gain is there: in held-out worlds, by two errors.
	Clear bool `json:"clear"`
	// Changes is the share of worlds in which knowing would change the choice, and Takes
	// what would be taken instead how often, by the fits; the most frequent first.
	Changes float64 `json:"changes"`
	Takes   []Taken `json:"takes"`
	// Explained is the part of the variance of the differences that the fit accounts for.
	Explained float64 `json:"explained"`
	Columns   int     `json:"columns"`          // of the fit
	Reason    string  `json:"reason,omitempty"` // why there is no value
}

// Taken is an alternative that knowledge would make one take.
type Taken struct {
	Alternative string  `json:"alternative"`
	Share       float64 `json:"share"` // of worlds
	// From and To are the ends of the middle 90 % of the factor's values where it is
	// taken; nil of groups.
	From *float64 `json:"from"`
	To   *float64 `json:"to"`
}

// Information values information. The seed is of the simulation of fits; results are
// the same for the same seed.
func Information(p Payoffs, factors []Factor, groups []Group, seed uint64) (*Informed, error) {
	for _, f := range factors {
		if len(p.Values) > 0 && len(f.Values) != len(p.Values[0]) {
			return nil, fmt.Errorf("factor %s has %d worlds, the payoffs %d", f.Name, len(f.Values), len(p.Values[0]))
		}
	}
	t, kept, err := wholeWorlds(p, factors)
	if err != nil {
		return nil, err
	}
	in := &Informed{Better: p.Better, Worlds: len(t.worlds), LeftOut: t.leftOut, Factors: []Value{}, Groups: []Value{}}
	if in.Worlds == 0 {
		return in, nil
	}
	v := newValuation(t, seed)
	in.Chosen, in.Perfect = t.names[v.chosen], v.perfect()
	for i := range kept {
		in.Factors = append(in.Factors, v.value(kept[i].Name, kept[i:i+1]))
	}
	for _, g := range groups {
		var members []Factor
		for _, name := range g.Factors {
			at := slices.IndexFunc(kept, func(f Factor) bool { return f.Name == name })
			if at < 0 {
				return nil, fmt.Errorf("group %s: there is no factor %q", g.Name, name)
			}
			members = append(members, kept[at])
		}
		in.Groups = append(in.Groups, v.value(g.Name, members))
	}
	for _, values := range [][]Value{in.Factors, in.Groups} {
		slices.SortStableFunc(values, func(a, b Value) int {
			return cmp.Or(cmp.Compare(b.Value.Value, a.Value.Value), cmp.Compare(b.HeldOut.Value, a.HeldOut.Value))
		})
	}
	return in, nil
}

// wholeWorlds leaves out worlds in which a factor has no usable value too.
func wholeWorlds(p Payoffs, factors []Factor) (*table, []Factor, error) {
	marked := p
	marked.Values = slices.Clone(p.Values)
	if len(p.Values) > 0 {
		marked.Values[0] = slices.Clone(p.Values[0])
		for w := range marked.Values[0] {
			for _, f := range factors {
				if !usable(f.Values[w]) {
					marked.Values[0][w] = math.NaN()
				}
			}
		}
	}
	t, err := marked.table()
	if err != nil {
		return nil, nil, err
	}
	kept := make([]Factor, len(factors))
	for i, f := range factors {
		kept[i] = Factor{Name: f.Name, Categories: f.Categories, Values: make([]float64, len(t.worlds))}
		for k, w := range t.worlds {
			kept[i].Values[k] = f.Values[w]
		}
	}
	return t, kept, nil
}

// valuation is what the values of all factors share.
type valuation struct {
	*table
	seed   uint64
	chosen int
	others []int       // the alternatives but the chosen one
	beyond [][]float64 // [other][world]: what it brings beyond the chosen one
	fold   []int       // by world: in which it is held out
}

func newValuation(t *table, seed uint64) *valuation {
	means := make([]float64, len(t.values))
	for a, v := range t.values {
		means[a] = meanOf(v).Value
	}
	v := &valuation{table: t, seed: seed, chosen: largestOf(means), fold: make([]int, len(t.worlds))}
	for a := range t.values {
		if a == v.chosen {
			continue
		}
		d := make([]float64, len(t.worlds))
		for w := range d {
			d[w] = t.values[a][w] - t.values[v.chosen][w]
		}
		v.others, v.beyond = append(v.others, a), append(v.beyond, d)
	}
	stream := chance.NewStream(seed).Factor(simulated + "folds")
	for w := range v.fold {
		v.fold[w] = int(stream.Uniform(uint32(w)) * folds)
	}
	return v
}

// perfect is EVPI.
func (v *valuation) perfect() *Estimate {
	var m moments
	for w := range v.worlds {
		gain := 0.0
		for _, d := range v.beyond {
			gain = max(gain, d[w])
		}
		m.add(gain)
	}
	e := m.estimate()
	return &e
}

// value is EVPPI of some factors together.
func (v *valuation) value(name string, factors []Factor) Value {
	r := Value{Name: name, Takes: []Taken{}}
	n := len(v.worlds)
	switch {
	case len(v.others) == 0:
		r.Reason = "there is nothing to choose between"
		return r
	case n < fewestWorlds:
		r.Reason = fmt.Sprintf("%d worlds are too few; at least %d are needed", n, fewestWorlds)
		return r
	}
	b := newBasis(factors)
	if b == nil || b.columns < 2 {
		r.Reason = "it is the same in all worlds"
		return r
	}
	r.Columns = b.columns
	f := newFit(b, v.beyond)
	fitted := f.fitted(b)
	var gain moments
	took := make([]int, len(v.others))
	taken := make([]int, n)
	for w := range n {
		best, at := 0.0, -1
		for k := range v.others {
			if fitted[k][w] > best {
				best, at = fitted[k][w], k
			}
		}
		gain.add(best)
		if taken[w] = at; at >= 0 {
			took[at]++
		}
	}
	plug := gain.estimate()
	centre, spread := v.simulate(name, b, f)
	r.Bias = max(0, centre-plug.Value)
	r.Value = Estimate{max(0, plug.Value-r.Bias), hypotenuse(plug.SE, spread)}
	r.HeldOut = v.heldOut(b, f)
	r.Clear = r.HeldOut.Value > 2*r.HeldOut.SE && r.HeldOut.SE > 0
	r.Explained = f.explained(v.beyond, fitted)
	v.describe(&r, factors, took, taken)
	return r
}

// describe says what knowledge would make one take.
func (v *valuation) describe(r *Value, factors []Factor, took, taken []int) {
	n := len(v.worlds)
	for k, count := range took {
		if count == 0 {
			continue
		}
		r.Changes += float64(count) / float64(n)
		t := Taken{Alternative: v.names[v.others[k]], Share: float64(count) / float64(n)}
		if len(factors) == 1 {
			var where []float64
			for w, at := range taken {
				if at == k {
					where = append(where, factors[0].Values[w])
				}
			}
			slices.Sort(where)
			from, to := at(where, 0.05), at(where, 0.95)
			t.From, t.To = &from, &to
		}
		r.Takes = append(r.Takes, t)
	}
	r.Changes = min(1, r.Changes)
	slices.SortStableFunc(r.Takes, func(a, b Taken) int { return cmp.Compare(b.Share, a.Share) })
}

// simulate draws fits from their uncertainty and returns the mean and the spread of the
// values they give.
func (v *valuation) simulate(name string, b *basis, f *fit) (mean, spread float64) {
	stream := chance.NewStream(v.seed).Factor(simulated + name)
	p, alternatives := b.columns, len(v.others)
	worlds := b.representatives()
	offset := v.gainOf(b, f.slopes, worlds) - v.gainOf(b, f.slopes, nil)
	drawn, noise := make([][]float64, alternatives), make([][]float64, alternatives)
	for k := range alternatives {
		drawn[k], noise[k] = make([]float64, p), make([]float64, p)
	}
	var values moments
	for s := range simulations {
		for k := range alternatives {
			for i := range noise[k] {
				noise[k][i] = elementary.NormalQuantile(stream.Uniform(uint32((s*alternatives+k)*p + i)))
			}
			backward(f.factor, p, noise[k])
		}
		for k := range alternatives {
			copy(drawn[k], f.slopes[k])
			for j := range k + 1 { // by the covariance of what is left over
				weight := f.spread[k*alternatives+j]
				for i := range p {
					drawn[k][i] += float64(weight * noise[j][i])
				}
			}
		}
		values.add(v.gainOf(b, drawn, worlds) - offset)
	}
	return values.mean(), math.Sqrt(values.variance())
}

// gainOf is the mean of the best fitted value over representatives, or over all worlds.
func (v *valuation) gainOf(b *basis, slopes [][]float64, worlds []representative) float64 {
	best := func(w int) float64 {
		gain := 0.0
		for k := range slopes {
			gain = max(gain, b.at(w, slopes[k]))
		}
		return gain
	}
	sum, total := 0.0, 0.0
	for _, r := range worlds {
		sum += float64(r.weight * best(r.world))
		total += r.weight
	}
	if worlds == nil {
		total = float64(len(v.worlds))
		for w := range v.worlds {
			sum += best(w)
		}
	}
	return sum / total
}

// heldOut is the gain in worlds that the fits have not seen.
func (v *valuation) heldOut(b *basis, f *fit) Estimate {
	var gain moments
	for out := range folds {
		g := f.without(b, v.beyond, v.fold, out)
		for w, fold := range v.fold {
			if fold != out {
				continue
			}
			best, at := 0.0, -1
			for k := range v.others {
				if y := b.at(w, g[k]); y > best {
					best, at = y, k
				}
			}
			if at < 0 {
				gain.add(0)
			} else {
				gain.add(v.beyond[at][w])
			}
		}
	}
	return gain.estimate()
}

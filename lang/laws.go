package lang

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"parley/chance"
	"parley/diag"
	"parley/evidence"
	"parley/world"
)

// law is a distribution as the language knows it.
type law struct {
	arguments string // as the manual writes them
	count     int    // below 0: one or more
	open      bool   // reaches beyond what its arguments name, and so is cut to the domain
	make      func(a []float64, domain world.Domain) (chance.Distribution, error)
}

// laws lists the distributions, by name.
var laws = map[string]law{
	"between": {"a, b", 2, false, func(a []float64, d world.Domain) (chance.Distribution, error) {
		return chance.Between(a[0], a[1], chanceDomain(d))
	}},
	"uniform": {"a, b", 2, false, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.Uniform(a[0], a[1]) }},
	"triangular": {"a, m, b", 3, false, func(a []float64, _ world.Domain) (chance.Distribution, error) {
		return chance.Triangular(a[0], a[1], a[2])
	}},
	"pert":          {"a, m, b", 3, false, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.PERT(a[0], a[1], a[2]) }},
	"normal":        {"mean, sd", 2, true, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.Normal(a[0], a[1]) }},
	"lognormal":     {"median, factor", 2, true, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.LogNormal(a[0], a[1]) }},
	"beta":          {"a, b", 2, true, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.Beta(a[0], a[1]) }},
	"observed":      {"k, n", 2, true, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.Observed(a[0], a[1]) }},
	"observed_rate": {"k, years", 2, true, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.ObservedRate(a[0], a[1]) }},
	"chance":        {"p", 1, false, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.Chance(a[0]) }},
	"oneof":         {"a, b, …", -1, false, func(a []float64, _ world.Domain) (chance.Distribution, error) { return chance.OneOf(a...) }},
	"weighted":      {"{ value = weight, … }", 1, false, nil},
	"within":        {"law, a, b", 3, false, nil},
}

func functionNames() []string {
	var out []string
	for name := range laws {
		out = append(out, name)
	}
	for name := range arithmetic {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func chanceDomain(d world.Domain) chance.Domain {
	switch d {
	case world.Probability:
		return chance.Share
	case world.Positive:
		return chance.Positive
	default:
		return chance.Real
	}
}

// ends are the bounds of a domain.
func ends(d world.Domain) (low, high float64) {
	switch d {
	case world.Probability:
		return 0, 1
	case world.Positive:
		return 0, math.Inf(1)
	default:
		return math.Inf(-1), math.Inf(1)
	}
}

// distribution makes a factor of a distribution written in a formula.
func (w *lowerer) distribution(e *hclsyntax.FunctionCallExpr) (*world.Formula, bool, bool) {
	of := laws[e.Name]
	d, ok := w.law(e, of)
	if !ok {
		return nil, false, false
	}
	d, _, ok = w.fit(e, d, of.open)
	if !ok {
		return nil, false, false
	}
	return w.draw(d, e.Range()), false, true
}

// law reads the arguments of a distribution and makes it.
func (w *lowerer) law(e *hclsyntax.FunctionCallExpr, of law) (chance.Distribution, bool) {
	switch e.Name {
	case "weighted":
		return w.weighted(e)
	case "within":
		return w.within(e)
	}
	if of.count >= 0 && len(e.Args) != of.count || len(e.Args) == 0 {
		w.fail(e, "arguments", "Wrong arguments", fmt.Sprintf("Write %s(%s).", e.Name, of.arguments))
		return nil, false
	}
	args, ok := w.plain(e)
	if !ok {
		return nil, false
	}
	d, err := of.make(args, w.number.Domain)
	if err != nil {
		w.fail(e, "law", "Not a distribution", refusal(err)+w.domainHint(e))
		return nil, false
	}
	return d, true
}

// refusal is why a law was refused: what was written, and what would be right.
func refusal(err error) string {
	if s := err.Error(); strings.HasSuffix(s, "?") {
		return s
	}
	return err.Error() + "."
}

// domainHint helps where between is refused because of the domain.
func (w *lowerer) domainHint(e *hclsyntax.FunctionCallExpr) string {
	if e.Name != "between" || w.number.Domain == world.Real {
		return ""
	}
	if bare(w.whole) != hclsyntax.Expression(e) {
		return fmt.Sprintf(" Inside arithmetic, too, between takes the domain of the attribute, here %s; a number of another domain can be a quantity of its own.", w.number.Domain)
	}
	return fmt.Sprintf(" %s is a %s.", w.number.Path, domainName(w.number.Domain))
}

func domainName(d world.Domain) string {
	if d == world.Probability {
		return "probability or share, between 0 and 1"
	}
	return d.String() + " number"
}

// plain gives the arguments of a distribution, which must be plain numbers.
func (w *lowerer) plain(e *hclsyntax.FunctionCallExpr) ([]float64, bool) {
	var out []float64
	for _, a := range e.Args {
		before := len(w.list)
		f, ok := w.operand(a, false)
		switch {
		case !ok && len(w.list) > before:
			return nil, false
		case !ok || f.Op != world.Constant:
			w.fail(a, "not-plain", "Argument must be a plain number", fmt.Sprintf("The arguments of %s cannot be uncertain or refer to other numbers. Do arithmetic outside: quantity.x * %s(…).", e.Name, e.Name))
			return nil, false
		}
		out = append(out, f.Value)
	}
	return out, true
}

// within reads within(law, a, b): the law, given that the number lies from a to b.
func (w *lowerer) within(e *hclsyntax.FunctionCallExpr) (chance.Distribution, bool) {
	usage := "Write within(between(0.1, 0.4), 0.2, 0.3): a distribution, and the ends of the part that is kept."
	if len(e.Args) != 3 {
		w.fail(e, "arguments", "Wrong arguments", usage)
		return nil, false
	}
	whole, ok := bare(e.Args[0]).(*hclsyntax.FunctionCallExpr)
	if !ok || laws[whole.Name].arguments == "" {
		w.fail(e.Args[0], "arguments", "Wrong arguments", usage)
		return nil, false
	}
	d, ok := w.law(whole, laws[whole.Name])
	if !ok {
		return nil, false
	}
	ends, ok := w.plain(&hclsyntax.FunctionCallExpr{Name: e.Name, Args: e.Args[1:]})
	if !ok {
		return nil, false
	}
	kept, _, err := chance.Truncated(d, ends[0], ends[1])
	if err != nil {
		w.fail(e, "law", "Not a distribution", refusal(err))
		return nil, false
	}
	return kept, true
}

// weighted reads weighted({ 0 = 0.5, 0.7 = 0.5 }): values, each with its weight.
func (w *lowerer) weighted(e *hclsyntax.FunctionCallExpr) (chance.Distribution, bool) {
	if len(e.Args) != 1 {
		w.fail(e, "arguments", "Wrong arguments", "Write weighted({ \"0\" = 1, \"0.5\" = 3 }): values, each with its weight.")
		return nil, false
	}
	items, ok := w.items(bare(e.Args[0]), w.context)
	if !ok {
		w.fail(e.Args[0], "arguments", "Wrong arguments", "Write weighted({ \"0\" = 1, \"0.5\" = 3 }): values, each with its weight.")
		return nil, false
	}
	var values, weights []float64
	for _, i := range items {
		v, err := strconv.ParseFloat(i.key, 64)
		if err != nil {
			w.errorAt(i.at, "arguments", "Wrong arguments", w.context, fmt.Sprintf("%q is not a number: before the equals sign stand the values, behind it their weights.", i.key))
			return nil, false
		}
		weight, ok := plainNumber(i.value)
		if !ok {
			w.fail(i.value, "not-plain", "Argument must be a plain number", "A weight is a plain number.")
			return nil, false
		}
		values, weights = append(values, v), append(weights, weight)
	}
	d, err := chance.Weighted(values, weights)
	if err != nil {
		w.fail(e, "law", "Not a distribution", refusal(err))
		return nil, false
	}
	return d, true
}

// noticeable is the share of a law that may be cut off without a warning.
const noticeable = 0.01

// fit holds a law to the domain of its number: one that reaches beyond it by
// nature is cut, one whose own arguments lie outside is refused. Inside
// arithmetic only the result has to lie in the domain.
func (w *lowerer) fit(e hclsyntax.Expression, d chance.Distribution, open bool) (kept chance.Distribution, shorter, ok bool) {
	low, high := ends(w.number.Domain)
	from, to := d.Support()
	if from >= low && to <= high || bare(w.whole) != bare(e) {
		return d, false, true
	}
	if !open {
		w.fail(e, "domain", "Distribution out of range", fmt.Sprintf("%s reaches from %g to %g, but %s is a %s.", d, from, to, w.number.Path, domainName(w.number.Domain)))
		return nil, false, false
	}
	kept, cut, err := chance.Truncated(d, low, high)
	if err != nil {
		w.fail(e, "domain", "Distribution out of range", refusal(err))
		return nil, false, false
	}
	if cut > noticeable {
		w.add(diag.Diagnostic{
			Severity: diag.Warning, ID: "law-cut", Summary: "Distribution cut off", Context: w.context, Range: place(e.Range()),
			Detail: fmt.Sprintf("%.0f %% of %s lies where %s, a %s, cannot be, and is cut off.", 100*cut, d, w.number.Path, domainName(w.number.Domain)),
		})
	}
	return kept, true, true
}

// draw makes a factor and the formula that draws it.
func (w *lowerer) draw(d chance.Distribution, at hcl.Range) *world.Formula {
	w.drawn++
	name := w.number.Path
	if w.drawn > 1 {
		name = fmt.Sprintf("%s#%d", name, w.drawn)
	}
	return w.factor(&world.Factor{Name: name, Law: d, Written: w.written(at), Domain: w.number.Domain, Unit: w.number.Unit, Range: place(at)})
}

func (w *lowerer) factor(f *world.Factor) *world.Formula {
	w.w.Factors = append(w.w.Factors, f)
	return &world.Formula{Op: world.Draw, Factor: len(w.w.Factors) - 1}
}

// evidence makes a factor of an entry of the library. Wherever a world uses
// the same entry it draws the same number, since it is the same unknown; only
// where a law must be cut to an attribute's domain is it that attribute's own.
func (w *lowerer) evidence(e hclsyntax.Expression, id string) (*world.Formula, bool, bool) {
	if !w.knownEvidence(e.Range(), w.context, id) {
		return nil, false, false
	}
	entry, _ := evidence.Find(id)
	of, ok := entry.Law()
	if !ok {
		return w.fail(e, "no-law", "Evidence without a number to draw", fmt.Sprintf("%q can be cited, but comes without an interval and cannot be used as a number. Write a distribution and evidence = [evidence.%s].", entry.Title, id))
	}
	name := "evidence." + id
	if !slices.Contains(w.number.Evidence, name) {
		w.number.Evidence = append(w.number.Evidence, name)
	}
	d, err := entryLaw(of)
	if err != nil {
		return w.fail(e, "law", "Not a distribution", refusal(err))
	}
	own, shorter, ok := w.fit(e, d, true)
	switch {
	case !ok:
		return nil, false, false
	case shorter:
		return w.draw(own, e.Range()), false, true
	}
	if at, ok := w.shared[name]; ok {
		return &world.Formula{Op: world.Draw, Factor: at}, false, true
	}
	f := w.factor(&world.Factor{Name: name, Law: d, Written: name, Domain: lawDomain(d), Unit: entry.Unit, Range: place(e.Range())})
	w.shared[name] = f.Factor
	return f, false, true
}

func lawDomain(d chance.Distribution) world.Domain {
	switch from, to := d.Support(); {
	case from >= 0 && to <= 1:
		return world.Probability
	case from >= 0:
		return world.Positive
	default:
		return world.Real
	}
}

func entryLaw(of evidence.Law) (chance.Distribution, error) {
	a := of.Args
	switch of.Name {
	case evidence.Observed:
		return chance.Observed(a[0], a[1])
	case evidence.ObservedRate:
		return chance.ObservedRate(a[0], a[1])
	case evidence.Normal:
		return chance.Normal(a[0], a[1])
	case evidence.LogNormalInterval:
		return logNormalInterval(a[0], a[1], a[2])
	case evidence.Uniform:
		return chance.Uniform(a[0], a[1])
	default:
		return nil, fmt.Errorf("law %q is not known", of.Name)
	}
}

// logNormalInterval is the lognormal law with a share of its probability, the
// level, from low to high and the rest split evenly. Its factor is the 2z-th
// root of high/low; the root is taken by asking laws of package chance, whose
// functions give the same bits on every machine.
func logNormalInterval(low, high, level float64) (chance.Distribution, error) {
	normal, err := chance.Normal(0, 1)
	if err != nil {
		return nil, err
	}
	whole, err := chance.LogNormal(1, high/low)
	if err != nil {
		return nil, err
	}
	z := normal.Quantile((1 + level) / 2)
	factor := whole.Quantile(normal.CDF(1 / (2 * z)))
	return chance.LogNormal(math.Sqrt(low)*math.Sqrt(high), factor)
}

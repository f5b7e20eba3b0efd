package lang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"parley/diag"
	"parley/world"
)

// lower turns every expression into a formula, once all numbers have paths.
func (l *loader) lower() {
	shared := map[string]int{}
	nodes := 0
	for _, p := range l.pending {
		if p.number.Path == "" { // in a block that could not be kept
			p.number.Path = p.where.Attr
		}
		e, ok := l.native(p.expr, p.context)
		if ok {
			w := &lowerer{loader: l, number: p.number, context: p.context, nodes: &nodes, whole: e, shared: shared}
			var truth bool
			p.number.Formula, truth, ok = w.formula(e)
			if ok && truth {
				ok = false
				l.errorAt(e.Range(), "wrong-type", "Wrong kind of value", p.context, "A number belongs here, not a condition. Write condition ? 1 : 0.")
			}
		}
		if !ok {
			p.number.Formula = nil
			l.w.Origin.Broken[p.number] = true
			l.w.Origin.Failed[p.where] = true
		}
	}
}

// lowerer turns the expression of one number into its formula.
type lowerer struct {
	*loader

	number  *world.Number
	context string
	nodes   *int
	whole   hclsyntax.Expression // the number's whole expression
	drawn   int                  // factors made so far
	shared  map[string]int       // factors of evidence, by name
}

// fail reports an expression that cannot stand in a number.
func (w *lowerer) fail(e hclsyntax.Expression, id, summary, detail string) (*world.Formula, bool, bool) {
	w.errorAt(e.Range(), id, summary, w.context, detail)
	return nil, false, false
}

// formula lowers an expression; truth says that it is a condition.
func (w *lowerer) formula(e hclsyntax.Expression) (f *world.Formula, truth, ok bool) {
	if *w.nodes++; *w.nodes > mostNodes {
		if *w.nodes == mostNodes+1 {
			return w.fail(e, "too-many", "Too much arithmetic", fmt.Sprintf("A world holds at most %d steps of arithmetic.", mostNodes))
		}
		return nil, false, false
	}
	switch e := bare(e).(type) {
	case *hclsyntax.LiteralValueExpr:
		return w.literal(e)
	case *hclsyntax.ScopeTraversalExpr:
		return w.reference(e)
	case *hclsyntax.FunctionCallExpr:
		return w.call(e)
	case *hclsyntax.UnaryOpExpr:
		return w.unary(e)
	case *hclsyntax.BinaryOpExpr:
		return w.binary(e)
	case *hclsyntax.ConditionalExpr:
		return w.conditional(e)
	case *jsonText, *hclsyntax.TemplateExpr:
		return w.fail(e, "wrong-type", "Wrong kind of value", "A number belongs here, not a text; write it without quotes.")
	case *hclsyntax.ObjectConsExpr, *hclsyntax.TupleConsExpr:
		return w.fail(e, "wrong-type", "Wrong kind of value", "One number belongs here, not a list.")
	default:
		return w.fail(e, "wrong-type", "Wrong kind of value", "A number belongs here: a plain number, a distribution, a reference, or arithmetic over them.")
	}
}

func constant(v float64) *world.Formula { return &world.Formula{Op: world.Constant, Value: v} }

// floatOf is the value of a number written out.
func floatOf(e *hclsyntax.LiteralValueExpr) (float64, bool) {
	if e.Val.IsNull() || !e.Val.IsKnown() || e.Val.Type() != cty.Number {
		return 0, false
	}
	v, _ := e.Val.AsBigFloat().Float64()
	return v, world.Real.Holds(v)
}

// plainNumber is the value of a number written out, with or without a sign.
func plainNumber(e hclsyntax.Expression) (float64, bool) {
	switch e := bare(e).(type) {
	case *hclsyntax.LiteralValueExpr:
		return floatOf(e)
	case *hclsyntax.UnaryOpExpr:
		if e.Op == hclsyntax.OpNegate {
			v, ok := plainNumber(e.Val)
			return -v, ok
		}
	}
	return 0, false
}

func (w *lowerer) literal(e *hclsyntax.LiteralValueExpr) (*world.Formula, bool, bool) {
	if !e.Val.IsNull() && e.Val.Type() == cty.Bool {
		if e.Val.True() {
			return constant(1), true, true
		}
		return constant(0), true, true
	}
	v, ok := floatOf(e)
	if !ok && !e.Val.IsKnown() {
		return nil, false, false // the parser has said what is wrong
	}
	if !ok {
		return w.fail(e, "wrong-type", "Not a number", "A finite number belongs here.")
	}
	return constant(v), false, true
}

// operand lowers a part that must be a number, or a condition.
func (w *lowerer) operand(e hclsyntax.Expression, wantTruth bool) (*world.Formula, bool) {
	f, truth, ok := w.formula(e)
	if !ok {
		return nil, false
	}
	if truth != wantTruth {
		need := "A number belongs here, not a condition."
		if wantTruth {
			need = "A condition belongs here, such as quantity.x > 1, not a number."
		}
		w.errorAt(e.Range(), "wrong-type", "Wrong kind of value", w.context, need)
		return nil, false
	}
	return f, true
}

// operands lowers several parts, all of them, so that every mistake is found.
func (w *lowerer) operands(wantTruth bool, es ...hclsyntax.Expression) ([]*world.Formula, bool) {
	var out []*world.Formula
	all := true
	for _, e := range es {
		f, ok := w.operand(e, wantTruth)
		out, all = append(out, f), all && ok
	}
	return out, all
}

func (w *lowerer) unary(e *hclsyntax.UnaryOpExpr) (*world.Formula, bool, bool) {
	not := e.Op == hclsyntax.OpLogicalNot
	arg, ok := w.operand(e.Val, not)
	switch {
	case !ok:
		return nil, false, false
	case not:
		return &world.Formula{Op: world.Not, Args: []*world.Formula{arg}}, true, true
	case arg.Op == world.Constant:
		return constant(-arg.Value), false, true
	}
	return &world.Formula{Op: world.Negate, Args: []*world.Formula{arg}}, false, true
}

// operation is what an operator of the language becomes: what it takes, and
// what it gives.
type operation struct {
	op           world.Op
	takes, gives bool // conditions rather than numbers
}

func operationOf(op *hclsyntax.Operation) (operation, bool) {
	switch op {
	case hclsyntax.OpAdd:
		return operation{op: world.Add}, true
	case hclsyntax.OpSubtract:
		return operation{op: world.Subtract}, true
	case hclsyntax.OpMultiply:
		return operation{op: world.Multiply}, true
	case hclsyntax.OpDivide:
		return operation{op: world.Divide}, true
	case hclsyntax.OpLessThan:
		return operation{op: world.Less, gives: true}, true
	case hclsyntax.OpLessThanOrEqual:
		return operation{op: world.LessEqual, gives: true}, true
	case hclsyntax.OpGreaterThan:
		return operation{op: world.Greater, gives: true}, true
	case hclsyntax.OpGreaterThanOrEqual:
		return operation{op: world.GreaterEqual, gives: true}, true
	case hclsyntax.OpEqual:
		return operation{op: world.Equal, gives: true}, true
	case hclsyntax.OpNotEqual:
		return operation{op: world.NotEqual, gives: true}, true
	case hclsyntax.OpLogicalAnd:
		return operation{op: world.And, takes: true, gives: true}, true
	case hclsyntax.OpLogicalOr:
		return operation{op: world.Or, takes: true, gives: true}, true
	default:
		return operation{}, false
	}
}

// binary lowers a chain of operators. The parser leans a + b + c + … to the
// left, one level for each operator, so the chain is taken apart in a loop.
func (w *lowerer) binary(e *hclsyntax.BinaryOpExpr) (*world.Formula, bool, bool) {
	var chain []*hclsyntax.BinaryOpExpr
	var left hclsyntax.Expression = e
	for {
		b, ok := left.(*hclsyntax.BinaryOpExpr)
		if !ok {
			break
		}
		chain, left = append(chain, b), b.LHS
	}
	f, truth, ok := w.formula(left)
	for _, c := range slices.Backward(chain) {
		f, truth, ok = w.join(c, f, truth, ok)
	}
	return f, truth, ok
}

// join lowers one operator, given its left side.
func (w *lowerer) join(e *hclsyntax.BinaryOpExpr, left *world.Formula, truth, leftOK bool) (*world.Formula, bool, bool) {
	how, known := operationOf(e.Op)
	if !known {
		return w.fail(e, "operator", "Unknown operator", "Arithmetic has + - * /, comparisons, && || ! and condition ? a : b. There is no remainder (%).")
	}
	right, ok := w.operand(e.RHS, how.takes)
	if leftOK && truth != how.takes {
		leftOK = false
		w.errorAt(e.LHS.Range(), "wrong-type", "Wrong kind of value", w.context, "Numbers are compared and added, conditions joined with && and ||.")
	}
	if !ok || !leftOK {
		return nil, how.gives, false
	}
	if *w.nodes++; left.Op == world.Constant && right.Op == world.Constant {
		if v, ok := fold(how.op, left.Value, right.Value); ok {
			return constant(v), false, true
		}
	}
	return &world.Formula{Op: how.op, Args: []*world.Formula{left, right}}, how.gives, true
}

// fold does plain arithmetic at once, so that 1/3 is a plain number.
func fold(op world.Op, a, b float64) (float64, bool) {
	switch op {
	case world.Add:
		return a + b, true
	case world.Subtract:
		return a - b, true
	case world.Multiply:
		return a * b, true
	case world.Divide:
		return a / b, true
	default:
		return 0, false
	}
}

func (w *lowerer) conditional(e *hclsyntax.ConditionalExpr) (*world.Formula, bool, bool) {
	condition, ok := w.operand(e.Condition, true)
	branches, both := w.operands(false, e.TrueResult, e.FalseResult)
	if !ok || !both {
		return nil, false, false
	}
	return &world.Formula{Op: world.If, Args: append([]*world.Formula{condition}, branches...)}, false, true
}

// reference lowers quantity.x, theatre.x.crisis.challenge or evidence.x.
func (w *lowerer) reference(e *hclsyntax.ScopeTraversalExpr) (*world.Formula, bool, bool) {
	names, ok := route(e)
	if !ok {
		return w.fail(e, "wrong-type", "Wrong kind of value", "A reference to a number is written like quantity.x or theatre.x.crisis.challenge.")
	}
	if len(names) == 2 && names[0] == "evidence" {
		return w.evidence(e, names[1])
	}
	whole := strings.Join(names, ".")
	n := w.w.Number(whole)
	switch {
	case n == w.number:
		return w.fail(e, "cycle", "Numbers that depend on themselves", fmt.Sprintf("%s cannot refer to itself.", whole))
	case n != nil:
		return &world.Formula{Op: world.Reference, To: n}, false, true
	case w.lostReference(names):
		return nil, false, false
	}
	return w.unknownName(e, names)
}

// lostReference reports whether a number may only be missing because something
// could not be read.
func (w *lowerer) lostReference(names []string) bool {
	return w.w.Origin.MayHold(strings.Join(names[:min(2, len(names))], "."))
}

func (w *lowerer) unknownName(e hclsyntax.Expression, names []string) (*world.Formula, bool, bool) {
	whole := strings.Join(names, ".")
	d := diag.Diagnostic{ID: "unknown-number", Summary: "Unknown number", Context: w.context, Range: place(e.Range())}
	switch {
	case len(names) == 1:
		d.Detail = fmt.Sprintf("%q is not the name of a number. Numbers are named with what they belong to: quantity.%s.", whole, whole)
		d.Suggestion = w.nearestPath("quantity." + whole)
	case w.w.IsEmpty(whole):
		d.Summary, d.Detail = "Number not given", fmt.Sprintf("%s has no value in this world, and no default.", whole)
	default:
		d.Detail = fmt.Sprintf("%q names no number of this world.", whole)
		d.Suggestion = w.nearestPath(whole)
	}
	d.Detail += dashes(names)
	w.add(d)
	return nil, false, false
}

// nearestPath looks for the number that was meant, unless that was done too
// often already.
func (w *lowerer) nearestPath(path string) string {
	if w.compared > mostCompared {
		return ""
	}
	return w.w.NearestPath(path, w.near)
}

// arithmetic lists the functions that are not distributions.
var arithmetic = map[string]struct {
	op       world.Op
	from, to int // number of arguments; to < 0 is any
}{
	"min": {world.Minimum, 1, -1}, "max": {world.Maximum, 1, -1},
	"exp": {world.Exponential, 1, 1}, "log": {world.Logarithm, 1, 1},
	"sqrt": {world.SquareRoot, 1, 1}, "pow": {world.Power, 2, 2},
}

func (w *lowerer) call(e *hclsyntax.FunctionCallExpr) (*world.Formula, bool, bool) {
	if e.ExpandFinal {
		return w.fail(e, "arguments", "Wrong arguments", "Arguments are written out one by one; … is not available.")
	}
	if _, ok := laws[e.Name]; ok {
		return w.distribution(e)
	}
	how, ok := arithmetic[e.Name]
	if !ok {
		d := diag.Diagnostic{ID: "unknown-function", Summary: "Unknown function", Context: w.context, Range: place(e.NameRange)}
		d.Detail = fmt.Sprintf("There is no function %q.", e.Name)
		if d.Suggestion, ok = w.near(e.Name, functionNames()); !ok {
			d.Detail += " Allowed: " + strings.Join(functionNames(), ", ") + "."
		}
		w.add(d)
		return nil, false, false
	}
	if len(e.Args) < how.from || how.to >= 0 && len(e.Args) > how.to {
		return w.fail(e, "arguments", "Wrong arguments", fmt.Sprintf("%s takes %s.", e.Name, counted(how.from, how.to)))
	}
	args, ok := w.operands(false, e.Args...)
	if !ok {
		return nil, false, false
	}
	return &world.Formula{Op: how.op, Args: args}, false, true
}

func counted(from, to int) string {
	switch {
	case to < 0:
		return "one number or more"
	case from == 1:
		return "one number"
	default:
		return fmt.Sprintf("%d numbers", from)
	}
}

// written is the text of an expression.
func (w *lowerer) written(at hcl.Range) string {
	src := w.sources[at.Filename]
	if t, ok := w.whole.(*jsonText); ok {
		return t.text
	}
	if at.Start.Byte < 0 || at.End.Byte > len(src) || at.Start.Byte > at.End.Byte {
		return ""
	}
	return strings.Join(strings.Fields(string(src[at.Start.Byte:at.End.Byte])), " ")
}

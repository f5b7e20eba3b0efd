package world

import (
	"parley/chance"
	"parley/diag"
)

// Domain is the set a number must lie in, world by world.
type Domain int

// The domains an attribute or quantity may have.
const (
	Real        Domain = iota // any finite number
	Positive                  // zero or more
	Probability               // from 0 to 1: a probability or a share
)

func (d Domain) String() string {
	switch d {
	case Positive:
		return "positive"
	case Probability:
		return "probability"
	default:
		return "real"
	}
}

// Holds reports whether v lies in the domain. NaN and infinities never do.
func (d Domain) Holds(v float64) bool {
	switch d {
	case Positive:
		return v >= 0 && v-v == 0
	case Probability:
		return v >= 0 && v <= 1
	default:
		return v-v == 0
	}
}

// Op is the operation at a node of a [Formula].
type Op int

// The operations of formulas. Args gives the operands in order.
const (
	Constant  Op = iota // Value
	Draw                // the world's draw of factor number Factor
	Reference           // the number To
	Choose              // Args[draw of factor Factor]: a theory decides
	Add
	Subtract
	Multiply
	Divide
	Negate
	Minimum // of all Args
	Maximum // of all Args
	Exponential
	Logarithm
	SquareRoot
	Power
	If // Args[0] ≠ 0 ? Args[1] : Args[2]
	Less
	LessEqual
	Greater
	GreaterEqual
	Equal
	NotEqual
	And
	Or
	Not
)

// Formula is a typed tree over float64, evaluated world by world. Truth values
// are 0 and 1.
type Formula struct {
	Op     Op
	Value  float64    // of a Constant
	Factor int        // of a Draw or a Choose: index into World.Factors
	To     *Number    // of a Reference
	Args   []*Formula // operands
}

// Number is one quantity of the world: a formula, and the place it stands in.
// A nil *Number is an attribute that was not given.
type Number struct {
	Formula  *Formula
	Path     string // "theatre.taiwan.crisis.challenge"
	Domain   Domain
	Unit     string
	Default  bool // filled in by Freeze, not written by anybody
	Note     string
	Evidence []string // "source.brief", "evidence.icb-crisis-to-war"
	Range    diag.Range

	known, uncertain bool // set by Freeze
}

// Const is a number that is the same in every world.
func Const(v float64) *Number { return &Number{Formula: &Formula{Op: Constant, Value: v}} }

// Constant reports the number's value where it is the same in every world
// without any arithmetic.
func (n *Number) Constant() (float64, bool) {
	if n == nil || n.Formula == nil || n.Formula.Op != Constant {
		return 0, false
	}
	return n.Formula.Value, true
}

// Uncertain reports whether the number varies from world to world.
func (n *Number) Uncertain() bool {
	if n == nil {
		return false
	}
	if n.known {
		return n.uncertain
	}
	return n.Formula.varies(map[*Formula]bool{})
}

// varies walks a formula and what it refers to, each part once.
func (f *Formula) varies(seen map[*Formula]bool) bool {
	if f == nil || seen[f] {
		return false
	}
	seen[f] = true
	switch f.Op {
	case Draw, Choose:
		return true
	case Reference:
		return f.To != nil && f.To.Formula.varies(seen)
	default:
		for _, a := range f.Args {
			if a.varies(seen) {
				return true
			}
		}
		return false
	}
}

// maxDepth bounds walks over formulas; Freeze refuses deeper ones.
const maxDepth = 1000

// Factor is an uncertain input: a law that every world draws from once, by the
// factor's name.
type Factor struct {
	Name    string // path of the number, "theory.reputation" for a theory
	Law     chance.Distribution
	Written string // as the analyst wrote it: "between(0.1, 0.3)"
	Domain  Domain
	Unit    string
	Labels  []string // names of the values 0, 1, … of a theory's rivals
	Range   diag.Range
}

// Entry is one row of a table of numbers by name.
type Entry struct {
	Key    string
	Number *Number
}

// Table is an attribute such as weights = { land = 1, strike = 0.8 }: numbers
// by the name of a kind or an actor, ordered by name once frozen.
type Table []Entry

// Get is the number under a key, or nil.
func (t Table) Get(key string) *Number {
	for _, e := range t {
		if e.Key == key {
			return e.Number
		}
	}
	return nil
}

package world

import (
	"math"

	"parley/elementary"
)

// Unary carries out an operation of a formula on one operand.
func (o Op) Unary(a float64) float64 {
	switch o {
	case Negate:
		return -a
	case Exponential:
		return elementary.Exp(a)
	case Logarithm:
		return elementary.Log(a)
	case SquareRoot:
		return math.Sqrt(a)
	case Not:
		return truth(a == 0)
	default: // a sum, minimum … of one
		return a
	}
}

// Binary carries out an operation on two operands. Operations on more go from
// left to right. Truth values are 0 and 1.
func (o Op) Binary(a, b float64) float64 {
	switch o {
	case Add:
		return a + b
	case Subtract:
		return a - b
	case Multiply:
		return a * b
	case Divide:
		return a / b
	case Minimum:
		return min(a, b)
	case Maximum:
		return max(a, b)
	case Power:
		return elementary.Pow(a, b)
	case Less:
		return truth(a < b)
	case LessEqual:
		return truth(a <= b)
	case Greater:
		return truth(a > b)
	case GreaterEqual:
		return truth(a >= b)
	case Equal:
		return truth(a == b)
	case NotEqual:
		return truth(a != b)
	case And:
		return truth(a != 0 && b != 0)
	case Or:
		return truth(a != 0 || b != 0)
	default: // not an operation on two numbers
		return math.NaN()
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

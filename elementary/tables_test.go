package elementary

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"math"
	"math/big"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write tables.go anew")

// TestTables recomputes every constant of tables.go with 256 bits. A wrong digit
// there would shift every result of every run by a hair that nobody would find.
// Write the file anew with: go test ./elementary -run TestTables -update
func TestTables(t *testing.T) {
	want, err := format.Source(tables())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("tables.go", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables.go is not what the exact computation gives; run with -update and look at the difference")
	}
}

func tables() []byte {
	var b bytes.Buffer
	b.WriteString("package elementary\n\n")
	b.WriteString("// Computed with 256 bits and written by TestTables (-update); that test holds them to it.\n\n")
	writeReduction(&b)
	writePowersOfTwo(&b)
	writeReciprocals(&b)
	writeGammaSeries(&b)
	writeMills(&b)
	return b.Bytes()
}

func nearest(x *big.Float) float64 {
	value, _ := x.Float64()
	return value
}

// keep is x rounded to so many bits.
func keep(x *big.Float, bits uint) *big.Float {
	return newWide().Set(new(big.Float).SetPrec(bits).SetMode(big.ToNearestEven).Set(x))
}

func writeReduction(b *bytes.Buffer) {
	ln2 := wideLn2()
	step := newWide().Quo(ln2, wide(128))
	high := keep(step, 34)
	fmt.Fprintf(b, "const (\n")
	fmt.Fprintf(b, "inverseStep = %x // 128/ln 2\n", nearest(newWide().Quo(wide(1), step)))
	fmt.Fprintf(b, "stepHigh = %x // ln 2/128, its first 34 bits, so that whole multiples are exact\n", nearest(high))
	fmt.Fprintf(b, "stepLow = %x // and the rest\n", nearest(newWide().Sub(step, high)))
	high = keep(ln2, 40)
	fmt.Fprintf(b, "ln2High = %x // ln 2, its first 40 bits\n", nearest(high))
	fmt.Fprintf(b, "ln2Low = %x // and the rest\n", nearest(newWide().Sub(ln2, high)))
	root := newWide().Mul(wide(2), widePi())
	logRoot := wideLog(root)
	fmt.Fprintf(b, "halfLogTwoPi = %x // ½·ln 2π\n", nearest(logRoot.Quo(logRoot, wide(2))))
	root.Sqrt(root)
	fmt.Fprintf(b, "inverseRootTwoPi = %x // 1/√2π\n", nearest(root.Quo(wide(1), root)))
	fmt.Fprintf(b, ")\n\n")
}

func writePowersOfTwo(b *bytes.Buffer) {
	fmt.Fprintf(b, "// powers holds 2^(i/128): bits are those of the nearest float64 less i<<45, so that\n")
	fmt.Fprintf(b, "// adding the whole exponent in 128ths leaves the scaled power; tail is the relative rest.\n")
	fmt.Fprintf(b, "var powers = [128]power{\n")
	for i := range 128 {
		exponent := newWide().Quo(newWide().Mul(wide(float64(i)), wideLn2()), wide(128))
		exact := wideExp(exponent)
		value := nearest(exact)
		rest := newWide().Quo(newWide().Sub(exact, wide(value)), wide(value))
		if i == 0 {
			value, rest = 1, newWide()
		}
		fmt.Fprintf(b, "{%#016x, %x},\n", math.Float64bits(value)-uint64(i)<<45, nearest(rest))
	}
	fmt.Fprintf(b, "}\n\n")
}

// writeReciprocals lists, for each of the 128 slices of [0.6875, 1.375), an inverse of
// at most 24 bits and minus its logarithm in two parts, the first on a grid on
// which whole multiples of ln2High lie too.
func writeReciprocals(b *bytes.Buffer) {
	fmt.Fprintf(b, "// reciprocals holds, for each slice of [0.6875, 1.375), a short 1/c near its middle and ln c in\n")
	fmt.Fprintf(b, "// two parts. The two slices that meet at 1 have c = 1, so that ln keeps its digits there.\n")
	fmt.Fprintf(b, "var reciprocals = [128]reciprocal{\n")
	for i := range 128 {
		low := math.Float64frombits(logOffset + uint64(i)<<45)
		if low >= 1.375 {
			low /= 2
		}
		high := math.Float64frombits(math.Float64bits(low) + 1<<45)
		inverse := nearest(keep(wide(2/(low+high)), 20))
		if low == 1 || high == 1 {
			inverse = 1
		}
		var first, second float64
		if inverse != 1 {
			logarithm := wideLog(wide(inverse))
			logarithm.Neg(logarithm)
			grid := math.Ldexp(1, -40)
			first = math.Round(nearest(logarithm)/grid) * grid
			second = nearest(newWide().Sub(logarithm, wide(first)))
		}
		fmt.Fprintf(b, "{%x, %x, %x},\n", inverse, first, second)
	}
	fmt.Fprintf(b, "}\n\n")
}

func writeGammaSeries(b *bytes.Buffer) {
	// Euler's constant from its own series: 1 − γ = Σ_{k≥2} (ζ(k) − 1)/k.
	oneMinusEuler := newWide()
	for k := 2; k < 120; k++ {
		oneMinusEuler.Add(oneMinusEuler, newWide().Quo(wideZetaMinusOne(k), wide(float64(k))))
	}
	fmt.Fprintf(b, "// gammaSeries holds the Taylor coefficients of ln Γ(2 + w): 1 − γ, then (−1)^k·(ζ(k) − 1)/k.\n")
	fmt.Fprintf(b, "var gammaSeries = [26]float64{\n%x,\n", nearest(oneMinusEuler))
	for k := 2; k <= 26; k++ {
		c := newWide().Quo(wideZetaMinusOne(k), wide(float64(k)))
		if k%2 == 1 {
			c.Neg(c)
		}
		fmt.Fprintf(b, "%x,\n", nearest(c))
	}
	fmt.Fprintf(b, "}\n\n")
}

// writeMills interpolates Mills' ratio as a function of y = 2/(2 + x), which takes
// [0, ∞) to (0, 1], by a polynomial in each of 64 slices through Chebyshev points.
func writeMills(b *bytes.Buffer) {
	fmt.Fprintf(b, "// mills holds, for each 64th of y = 2/(2 + x) in (0, 1], the polynomial of Φ(−x)/(φ(x)·y)\n")
	fmt.Fprintf(b, "// in the distance from the slice's middle in half-widths, lowest power first.\n")
	fmt.Fprintf(b, "var mills = [64][8]float64{\n")
	for i := range 64 {
		coefficients := millsSlice((float64(i)+0.5)/64, 0.5/64)
		fmt.Fprintf(b, "{")
		for _, c := range coefficients {
			fmt.Fprintf(b, "%x, ", nearest(c))
		}
		fmt.Fprintf(b, "},\n")
	}
	fmt.Fprintf(b, "}\n")
}

func millsSlice(middle, halfWidth float64) []*big.Float {
	const n = 8
	nodes := make([]*big.Float, n)
	values := make([]*big.Float, n)
	for j := range n {
		t := math.Cos(math.Pi * (float64(j) + 0.5) / n)
		nodes[j] = wide(t)
		y := newWide().Add(wide(middle), newWide().Mul(wide(halfWidth), nodes[j]))
		x := newWide().Quo(wide(2), y)
		x.Sub(x, wide(2))
		values[j] = newWide().Quo(wideMills(x), y)
	}
	return interpolate(nodes, values)
}

// interpolate gives the coefficients of the polynomial through the points (Newton's
// divided differences, multiplied out).
func interpolate(nodes, values []*big.Float) []*big.Float {
	n := len(nodes)
	divided := make([]*big.Float, n)
	for i := range n {
		divided[i] = newWide().Set(values[i])
	}
	for level := 1; level < n; level++ {
		for i := n - 1; i >= level; i-- {
			difference := newWide().Sub(divided[i], divided[i-1])
			divided[i] = difference.Quo(difference, newWide().Sub(nodes[i], nodes[i-level]))
		}
	}
	result := make([]*big.Float, n)
	for i := range n {
		result[i] = newWide()
	}
	for i := n - 1; i >= 0; i-- {
		for j := n - 1; j >= 0; j-- {
			next := newWide().Neg(newWide().Mul(result[j], nodes[i]))
			if j > 0 {
				next.Add(next, result[j-1])
			} else {
				next.Add(next, divided[i])
			}
			result[j] = next
		}
	}
	return result
}

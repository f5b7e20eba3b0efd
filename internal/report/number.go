package report

import (
	"math"
	"strconv"
	"strings"

	"parley/analysis"
)

// none stands where there is no number.
const none = "–"

// mostDigits is the greatest number of significant digits shown: no model of
// this kind knows more.
const mostDigits = 3

// magnitude is the power of ten of a number's first digit, exactly.
func magnitude(x float64) int {
	text := strconv.FormatFloat(math.Abs(x), 'e', -1, 64)
	_, power, _ := strings.Cut(text, "e")
	n, err := strconv.Atoi(power)
	if err != nil {
		return 0
	}
	return n
}

// place is the power of ten of the last digit worth showing of a value with a
// standard error: that of the error's first digit, but not beyond three digits.
func place(value, se float64) int {
	p := 0
	if value != 0 {
		p = magnitude(value) - mostDigits + 1
	}
	if se > 0 && !math.IsInf(se, 0) {
		e := magnitude(se)
		if value == 0 {
			return e
		}
		p = max(p, e)
	}
	return p
}

// Number writes a value so that its digits follow its standard error; an error
// of 0 is one that is not known.
func Number(value, se float64) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return none
	}
	return at(value, place(value, se))
}

// Exact writes a number that somebody stated: to three digits, without the
// zeros that would claim more than was said.
func Exact(value float64) string {
	text := Number(value, 0)
	if strings.Contains(text, ".") && !strings.Contains(text, "e") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// Signed is [Number] with a plus sign above zero.
func Signed(value, se float64) string { return plus(value, Number(value, se)) }

// plus puts a sign before what is above zero and not rounded to it.
func plus(value float64, text string) string {
	if value > 0 && strings.ContainsAny(text, "123456789") {
		return "+" + text
	}
	return text
}

// The powers of ten between which numbers are written out.
const (
	mostPlace  = 14
	leastPlace = -6
)

// at writes a value to a power of ten.
func at(value float64, power int) string {
	switch {
	case value != 0 && (magnitude(value) > mostPlace || power < leastPlace):
		return minus(strconv.FormatFloat(value, 'e', 1, 64))
	case power > mostPlace:
		return "0"
	case power <= 0:
		return tidy(strconv.FormatFloat(value, 'f', -power, 64))
	}
	unit := math.Pow10(power)
	return tidy(strconv.FormatFloat(math.Round(value/unit)*unit, 'f', 0, 64))
}

// tidy groups the thousands of a decimal and sees to the sign.
func tidy(text string) string {
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, fractional := strings.Cut(digits, ".")
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if fractional {
		b.WriteString("." + fraction)
	}
	if negative && strings.ContainsAny(digits, "123456789") {
		return "−" + b.String()
	}
	return b.String()
}

func minus(text string) string { return strings.ReplaceAll(text, "-", "−") }

// Count writes a whole number with its thousands grouped.
func Count(n int) string { return tidy(strconv.Itoa(n)) }

// counted is a number of things.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Count(n) + " " + many
}

// Units of measures that are shown in hundredths.
const (
	unitProbability = "probability"
	shareOf         = "share"
	unitLevel       = "level" // of aid; 1 as at the opening
)

// scale is how values of a unit are shown: multiplied, and with what name.
func scale(unit string) (factor float64, name string) {
	if unit == unitProbability || strings.HasPrefix(unit, shareOf) {
		return 100, "%"
	}
	return 1, clean(unit)
}

// change is how differences of a unit are shown.
func change(unit string) (factor float64, name string) {
	factor, name = scale(unit)
	switch name {
	case "%":
		name = "points"
	case unitLevel:
		name = "of the opening level"
	}
	return factor, name
}

func unitAfter(name string) string {
	if name == "" {
		return ""
	}
	return " " + name
}

// medianError is the standard error of the median of the worlds kept, as if the
// values were normal (√(π/2) times that of their mean): enough for digits.
func medianError(m *analysis.Summary) float64 {
	const ofMean = 1.2533141373155003
	if m.Kept < 1 {
		return 0
	}
	return m.SE * ofMean * math.Sqrt(float64(m.N)/float64(m.Kept))
}

// bandError is the same for the ends of the 90 % band:
// √(0.05·0.95)/φ(z₀.₀₅) times the error of the mean.
func bandError(m *analysis.Summary) float64 {
	const ofMean = 2.1133
	if m.Kept < 1 {
		return 0
	}
	return m.SE * ofMean * math.Sqrt(float64(m.N)/float64(m.Kept))
}

// Median writes a summary's median in its unit, without the unit's name.
func median(m *analysis.Summary, unit string) string {
	if m == nil {
		return none
	}
	factor, _ := scale(unit)
	return Number(factor*m.Median, factor*medianError(m))
}

// band writes a summary's 90 % band, such as "3–38" or "−3 to 60".
func band(m *analysis.Summary, unit string) string {
	if m == nil {
		return ""
	}
	factor, _ := scale(unit)
	se := factor * bandError(m)
	return span(Number(factor*m.Low, se), Number(factor*m.High, se))
}

// span joins two numbers. A dash beside a minus sign would be misread.
func span(low, high string) string {
	if strings.ContainsAny(low+high, "−e") {
		return low + " to " + high
	}
	return low + "–" + high
}

// Size writes an effect: "+12 bn USD (90 %: −3 to 60)".
func Size(m *analysis.Summary, unit string) string {
	if m == nil {
		return none
	}
	factor, name := change(unit)
	return Signed(factor*m.Median, factor*medianError(m)) + unitAfter(name) + " (90 %: " + band(m, unit) + ")"
}

// Estimate writes a mean with its standard error: "+1.2 ± 0.3".
func Estimate(e *analysis.Estimate, unit string) string {
	if e == nil {
		return none
	}
	factor, _ := change(unit)
	return WithError(factor*e.Value, factor*e.SE)
}

// WithError writes a signed value and its standard error to the same place.
func WithError(value, se float64) string { return withError(value, se, leastPlace-1) }

// withError is [WithError] with no digit finer than a power of ten.
func withError(value, se float64, finest int) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return none
	}
	if !(se > 0) || math.IsInf(se, 0) {
		return signedAt(value, max(place(value, 0), finest))
	}
	p := max(errorPlace(se), finest)
	text := signedAt(value, p)
	if e := at(se, p); strings.ContainsAny(e, "123456789") {
		text += " ± " + e
	}
	return text
}

// errorPlace is the power of ten of the last digit of an error: its first, or
// its second where the first is a one and would be too coarse alone.
func errorPlace(se float64) int {
	p := magnitude(se)
	if strings.HasPrefix(strconv.FormatFloat(se, 'e', 1, 64), "1") {
		p--
	}
	return p
}

// signedAt writes a value to a power of ten, with its sign; what is rounded to
// zero is written as 0.
func signedAt(value float64, power int) string {
	text := plus(value, at(value, power))
	if !strings.ContainsAny(text, "123456789") {
		return "0"
	}
	return text
}

// Percent writes a share in hundredths with its interval: "78 %, 77–79".
func Percent(s analysis.Share) string {
	decimals := 0
	if half := (s.High - s.Low) / 2; half < 0.002 {
		decimals = 1
	}
	low, high := percent(s.Low, decimals), percent(s.High, decimals)
	if low == high {
		return percent(s.Share, decimals) + " %"
	}
	return percent(s.Share, decimals) + " %, " + low + "–" + high
}

func percent(share float64, decimals int) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return none
	}
	text := tidy(strconv.FormatFloat(100*share, 'f', decimals, 64))
	if full, _ := strconv.ParseFloat(text, 64); full == 0 && decimals > 0 {
		return "0"
	}
	return text
}

// percentIn is [Percent] with the interval in brackets: "39 % (36–42)".
func percentIn(s analysis.Share) string {
	share, interval, found := strings.Cut(Percent(s), ", ")
	if !found {
		return share
	}
	return share + " (" + interval + ")"
}

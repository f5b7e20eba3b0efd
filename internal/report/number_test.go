package report

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley/analysis"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		value, se float64
		want      string
	}{
		{0, 0, "0"},
		{0, 0.3, "0.0"},
		{12.3456, 0, "12.3"},
		{12.3456, 0.4, "12.3"},
		{12.3456, 3, "12"},
		{12.3456, 30, "10"},
		{-0.04, 0.3, "0.0"},
		{-3.2, 0.5, "−3.2"},
		{1234.5, 0, "1,230"},
		{1234.5, 60, "1,230"},
		{1234567, 1000, "1,230,000"},
		{999.7, 1, "1,000"},
		{1e20, 0, "1.0e+20"},
		{math.NaN(), 1, "–"},
		{math.Inf(-1), 1, "–"},
		{1, math.Inf(1), "1.00"},
	} {
		if got := Number(c.value, c.se); got != c.want {
			t.Errorf("Number(%v, %v) = %q, want %q", c.value, c.se, got, c.want)
		}
	}
	for value, want := range map[float64]string{0.5: "0.5", 1: "1", 0.67: "0.67", 1230: "1,230", 20: "20", 0: "0", -0.25: "−0.25"} {
		if got := Exact(value); got != want {
			t.Errorf("Exact(%v) = %q, want %q", value, got, want)
		}
	}
	for _, c := range []struct {
		value, se float64
		want      string
	}{
		{1.234, 0.056, "+1.23 ± 0.06"},
		{-1.234, 0.5, "−1.2 ± 0.5"},
		{0.01, 3, "0 ± 3"},
		{0, 0, "0"},
		{2, 0, "+2.00"},
		{math.NaN(), 0, "–"},
	} {
		if got := WithError(c.value, c.se); got != c.want {
			t.Errorf("WithError(%v, %v) = %q, want %q", c.value, c.se, got, c.want)
		}
	}
}

// A reader would take noise for knowledge, or be shown what is no number.
func TestDigitsFollowTheError(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64().Draw(t, "value")
		se := math.Abs(rapid.Float64().Draw(t, "error"))
		for _, text := range []string{Number(value, se), Signed(value, se), Exact(value), WithError(value, se)} {
			sound(t, text)
		}
		if math.Abs(value) < 1e9 && math.Abs(value) > 1e-3 && se > 1e-3 && se < 1e9 {
			follows(t, value, se)
		}
	})
}

// sound complains of texts that say what no number is.
func sound(t *rapid.T, text string) {
	t.Helper()
	for _, bad := range []string{"NaN", "Inf", "-"} {
		if strings.Contains(text, bad) {
			t.Fatalf("%q holds %q", text, bad)
		}
	}
	first, _, _ := strings.Cut(text, " ")
	if strings.HasPrefix(first, "−") && !strings.ContainsAny(first, "123456789") {
		t.Fatalf("%q is a negative zero", text)
	}
	if text == "" || strings.HasSuffix(text, ".") {
		t.Fatalf("%q is no number", text)
	}
}

// follows checks that what is shown lies within a standard error of the value,
// or within half a unit of its third digit, and that no digit is finer than the error.
func follows(t *rapid.T, value, se float64) {
	t.Helper()
	text := strings.NewReplacer(",", "", "−", "-").Replace(Number(value, se))
	shown, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	third := math.Pow10(magnitude(value) - 2)
	if math.Abs(shown-value) > max(se, third)/2*1.0001 {
		t.Fatalf("%v ± %v is shown as %s", value, se, text)
	}
	_, fraction, _ := strings.Cut(text, ".")
	if unit := math.Pow10(-len(fraction)); len(fraction) > 0 && unit < math.Pow10(magnitude(se))*0.99 {
		t.Fatalf("%v ± %v is shown as %s: too fine", value, se, text)
	}
}

// Any summary that an analysis may return must be set in words without harm.
func TestSummariesAreSound(t *testing.T) {
	number := rapid.Float64Range(-1e150, 1e150)
	rapid.Check(t, func(t *rapid.T) {
		m := &analysis.Summary{
			N: rapid.IntRange(0, 5).Draw(t, "n"), Kept: rapid.IntRange(0, 5).Draw(t, "kept"),
			Mean: number.Draw(t, "mean"), SE: math.Abs(number.Draw(t, "se")), Median: number.Draw(t, "median"),
			Low: number.Draw(t, "low"), High: number.Draw(t, "high"),
		}
		unit := rapid.SampledFrom([]string{"probability", "bn USD", "share of the stake", "level", "", "years"}).Draw(t, "unit")
		for _, text := range []string{median(m, unit), Size(m, unit)} {
			if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
				t.Fatal(text)
			}
		}
		share := analysis.Share{Share: rapid.Float64Range(0, 1).Draw(t, "share")}
		share.Low, share.High = share.Share/2, (1+share.Share)/2
		if text := Percent(share) + percentIn(share); strings.ContainsAny(text, "-−N") {
			t.Fatal(text)
		}
	})
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		share, low, high float64
		want             string
	}{
		{0.78, 0.767, 0.793, "78 %, 77–79"},
		{0.78, 0.779, 0.781, "78.0 %, 77.9–78.1"},
		{1, 0.999, 1, "100.0 %, 99.9–100.0"},
		{0, 0, 0.003, "0 %, 0–0.3"},
		{0.5, 0.5, 0.5, "50.0 %"},
	} {
		if got := Percent(analysis.Share{Share: c.share, Low: c.low, High: c.high}); got != c.want {
			t.Errorf("Percent(%v) = %q, want %q", c.share, got, c.want)
		}
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "a", 1: "b", 25: "z", 26: "aa", 27: "ab", 52: "ba", 701: "zz", 702: "aaa"} {
		if got := Letter(n); got != want {
			t.Errorf("letter %d is %s, want %s", n, got, want)
		}
	}
}

// A bar that runs out of its columns would break the table around it.
func TestBarsKeepTheirColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := 2*rapid.IntRange(1, 30).Draw(t, "half") + 1
		value, most := rapid.Float64().Draw(t, "value"), rapid.Float64().Draw(t, "most")
		for _, below := range []bool{true, false} {
			if got := wide(bar(value, most, columns, below)); got != columns {
				t.Fatalf("a bar of %v in %v is %d columns wide, not %d", value, most, got, columns)
			}
		}
		a, b := rapid.Float64Range(0, 1).Draw(t, "a"), rapid.Float64Range(0, 1).Draw(t, "b")
		if got := wide(split(a, b, 1-a-b, columns)); got != columns {
			t.Fatalf("shares %v, %v fill %d columns, not %d", a, b, got, columns)
		}
	})
}

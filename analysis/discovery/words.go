package discovery

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrases is how to say a region. Empty fields stand for what is named beside them.
type Phrases struct {
	Subject    string            // It happens
	Rows       string            // cases
	Cases      string            // such cases
	Dimensions map[string]Phrase // by the dimension's name
}

// Phrase is how to say the limits of one dimension. The sentences may hold {name}, {low}, {high} and {kept}.
type Phrase struct {
	Name    string // the dimension's name
	Below   string // {name} is below {high}
	Above   string // {name} is above {low}
	Between string // {name} is between {low} and {high}
	In      string // {name} is {kept}
	Number  func(x float64) string
}

// Words says a region in a sentence, such as "It fails in 71 % of worlds where the lesson
// weight is below 0.12; these are 58 % of all failures."
func Words(r Region, p Phrases) string {
	subject, rows, cases := or(p.Subject, "It happens"), or(p.Rows, "cases"), or(p.Cases, "such cases")
	if len(r.Limits) == 0 {
		return subject + " in " + percent(r.Density) + " of all " + rows + "."
	}
	where := make([]string, len(r.Limits))
	for i, l := range r.Limits {
		where[i] = l.words(p.Dimensions[l.Dimension])
	}
	return subject + " in " + percent(r.Density) + " of " + rows + " where " + list(where, "and") +
		"; these are " + percent(r.Coverage) + " of all " + cases + "."
}

// Words says every box in a sentence.
func (r *Result) Words(p Phrases) []string {
	var out []string
	for i, b := range r.Boxes {
		q := p
		if i > 0 {
			q.Subject = "Outside that, " + lowerFirst(or(p.Subject, "It happens"))
		}
		out = append(out, Words(b.Region, q))
	}
	return out
}

func (l *Limit) words(p Phrase) string {
	sentence := ""
	switch {
	case l.Low == nil && l.High == nil:
		sentence = or(p.In, "{name} is {kept}")
	case l.Low == nil:
		sentence = or(p.Below, "{name} is below {high}")
	case l.High == nil:
		sentence = or(p.Above, "{name} is above {low}")
	default:
		sentence = or(p.Between, "{name} is between {low} and {high}")
	}
	pairs := []string{"{name}", or(p.Name, l.Dimension), "{kept}", l.categories()}
	for _, x := range []struct {
		slot  string
		limit *float64
	}{{"{low}", l.Low}, {"{high}", l.High}} {
		if x.limit == nil {
			continue
		}
		said := l.number(*x.limit)
		if p.Number != nil {
			said = p.Number(*x.limit)
		}
		pairs = append(pairs, x.slot, said)
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// categories names the kept categories, or the removed ones where these are fewer.
func (l *Limit) categories() string {
	if len(l.Removed) < len(l.Kept) {
		if len(l.Removed) == 1 {
			return "not " + l.Removed[0]
		}
		return "neither " + list(l.Removed, "nor")
	}
	return list(l.Kept, "or")
}

// number writes a limit with the fewest decimal places whose unit is at most a fiftieth of
// the column's range, or with more where that would put it on an end of the range.
func (l *Limit) number(x float64) string {
	places := 0
	for step := (float64(l.Maximum*0.5) - float64(l.Minimum*0.5)) / 25; step < 1 && places < 300; step *= 10 {
		places++
	}
	said := ""
	for ; places < 320; places++ {
		said = strconv.FormatFloat(x, 'f', places, 64)
		if y, err := strconv.ParseFloat(said, 64); err == nil && y > l.Minimum && y < l.Maximum {
			break
		}
		if places > 17 && math.Abs(x) >= 1 {
			break
		}
	}
	if size := math.Abs(x); size != 0 && (size < 1e-4 || size >= 1e9) {
		return strconv.FormatFloat(x, 'g', 4, 64)
	}
	if strings.Contains(said, ".") {
		said = strings.TrimRight(strings.TrimRight(said, "0"), ".")
	}
	if said == "-0" {
		return "0"
	}
	return said
}

// percent rounds to whole per cents, but says neither 0 nor 100 of what is not.
func percent(x float64) string {
	switch p := math.Floor(float64(100*x) + 0.5); {
	case p == 0 && x > 0:
		return "under 1 %"
	case p == 100 && x < 1:
		return "over 99 %"
	default:
		return strconv.FormatFloat(p, 'f', 0, 64) + " %"
	}
}

func list(items []string, last string) string {
	n := len(items)
	if n < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:n-1], ", ") + " " + last + " " + items[n-1]
}

func or(s, usual string) string {
	if s == "" {
		return usual
	}
	return s
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

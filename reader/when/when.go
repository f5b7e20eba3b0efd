package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parley/reader/grammar"
)

// Kind says what an expression names.
type Kind string

// The kinds.
const (
	Date     Kind = "date"     // a day, month, year, or several: 2024-12-03, 2024-11, 2018, 2014/2016
	Duration Kind = "duration" // how long: PT24H, P10Y
	Vague    Kind = "vague"    // PAST_REF, PRESENT_REF or FUTURE_REF
)

// Expression is a stretch of a text that names a time.
type Expression struct {
	Start, End int    // bytes
	Kind       Kind   //
	Value      string // ISO 8601; empty where only the text's date could tell and is not known
}

// Find gives the expressions of a sentence, in order. on is the text's date, zero if not
// known.
func Find(tokens []grammar.Token, on time.Time) []Expression {
	f := finder{t: tokens, on: on}
	var list []Expression
	for i := 0; i < len(tokens); {
		kind, value, to := f.at(i)
		if to <= i {
			i++
			continue
		}
		list = append(list, Expression{tokens[i].Start, tokens[to-1].End, kind, value})
		i = to
	}
	return list
}

// finder reads one sentence.
type finder struct {
	t     []grammar.Token
	on    time.Time
	ahead bool // the clause at hand speaks of what is to come
}

func (f *finder) lower(i int) string {
	if i < 0 || i >= len(f.t) {
		return ""
	}
	return f.t[i].Lower
}

// at is the expression that begins at a token, and the place behind it; 0 where none does.
func (f *finder) at(i int) (kind Kind, value string, to int) {
	f.ahead = f.aheadAt(i)
	for _, rule := range []func(int) (Kind, string, int){f.isoDay, f.calendar, f.weekday, f.day, f.shifted, f.ago, f.within, f.year, f.vague} {
		if kind, value, to = rule(i); to > i {
			return kind, value, to
		}
	}
	return "", "", 0
}

// aheadAt reports whether the clause around a token speaks of what is to come: "will" goes
// before in it, or, where it begins with the time, behind.
func (f *finder) aheadAt(i int) bool {
	from := i
	for from > 0 && !f.bounds(from-1) {
		if from--; future[f.lower(from)] {
			return true
		}
	}
	if i-from > 2 { // "said on Tuesday it will end" tells when it was said
		return false
	}
	for to := i + 1; to < len(f.t) && !f.bounds(to); to++ {
		if future[f.lower(to)] {
			return true
		}
	}
	return false
}

var future = set("will 'll shall won't")

// bounds reports whether a clause ends at a token.
func (f *finder) bounds(i int) bool {
	return f.t[i].Class == grammar.Punctuation || f.t[i].Class == grammar.Quote || f.lower(i) == "that" || f.lower(i) == "and" || f.lower(i) == "but"
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "jan.": 1, "feb": 2, "feb.": 2, "mar.": 3, "apr.": 4, "aug": 8, "aug.": 8, "sept": 9, "sept.": 9, "sep": 9, "oct": 10, "oct.": 10, "nov": 11, "nov.": 11, "dec": 12, "dec.": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

// number is a whole number in digits or a small one in words.
func number(w string) (int, bool) {
	if n, ok := map[string]int{
		"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	}[w]; ok {
		return n, true
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 0
}

// dayOfMonth is a number from 1 to 31, with or without its ending.
func dayOfMonth(w string) (int, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, end)
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 1 && n <= 31
}

// yearOf is a year in four digits.
func yearOf(w string) (int, bool) {
	n, err := strconv.Atoi(w)
	return n, err == nil && len(w) == 4 && n >= 1500 && n < 2200
}

func (f *finder) isoDay(i int) (Kind, string, int) {
	if _, err := time.Parse(time.DateOnly, f.lower(i)); err != nil {
		return "", "", 0
	}
	return Date, f.lower(i), i + 1
}

// calendar is "22 November 2024", "November 22", "November 2024", "in October".
func (f *finder) calendar(i int) (Kind, string, int) {
	day, hasDay := dayOfMonth(f.lower(i))
	at := i
	if hasDay {
		at++
		if f.lower(at) == "of" {
			at++
		}
	}
	month, isMonth := months[f.lower(at)]
	if !isMonth || f.t[at].Class != grammar.Name && at < len(f.t) && f.lower(at) == "may" {
		return "", "", 0
	}
	if f.lower(at) == "may" || f.lower(at) == "march" { // also other words
		_, follows := dayOfMonth(f.lower(at + 1))
		_, year := yearOf(f.lower(at + 1))
		if f.t[at].Class != grammar.Name && f.lower(at) == "march" || !hasDay && !follows && !year && !leads[f.lower(i-1)] {
			return "", "", 0
		}
	}
	to := at + 1
	if !hasDay {
		if day, hasDay = dayOfMonth(f.lower(to)); hasDay {
			to++
		}
	}
	year, hasYear := yearOf(f.lower(to))
	if !hasYear && f.lower(to) == "," {
		if year, hasYear = yearOf(f.lower(to + 1)); hasYear {
			to++
		}
	}
	if hasYear {
		to++
	} else {
		year = f.nearest(month, day, hasDay)
	}
	switch {
	case year == 0:
		return Date, "", to
	case !hasDay:
		return Date, fmt.Sprintf("%04d-%02d", year, month), to
	}
	when := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if when.Day() != day {
		return Date, "", to // 31 February
	}
	return Date, when.Format(time.DateOnly), to
}

// leads are words after which a month's name is no other word.
var leads = set("in since until by of from last next this early late mid between and to during before after")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// nearest is the year in which a month, or a day of it, is nearest to the text's date, on
// the side that the sentence speaks of; 0 where that is not known.
func (f *finder) nearest(month time.Month, day int, hasDay bool) int {
	if f.on.IsZero() {
		return 0
	}
	if !hasDay {
		day = 1
		if month == f.on.Month() {
			return f.on.Year()
		}
	}
	when := time.Date(f.on.Year(), month, day, 0, 0, 0, 0, time.UTC)
	switch {
	case f.ahead && when.Before(f.today().AddDate(0, -3, 0)): // "in January", said in December
		return f.on.Year() + 1
	case !f.ahead && when.After(f.today().AddDate(0, 3, 0)): // "in November", said in January
		return f.on.Year() - 1
	}
	return f.on.Year()
}

func (f *finder) today() time.Time {
	return time.Date(f.on.Year(), f.on.Month(), f.on.Day(), 0, 0, 0, 0, time.UTC)
}

// dated is a day so many days from the text's own.
func (f *finder) dated(days int) string {
	if f.on.IsZero() {
		return ""
	}
	return f.today().AddDate(0, 0, days).Format(time.DateOnly)
}

// weekday is "on Tuesday", "last Tuesday", "next Tuesday".
func (f *finder) weekday(i int) (Kind, string, int) {
	at, which := i, ""
	if w := f.lower(i); w == "last" || w == "next" || w == "this" {
		at, which = i+1, w
	}
	day, ok := weekdays[f.lower(at)]
	if !ok {
		return "", "", 0
	}
	if f.on.IsZero() {
		return Date, "", at + 1
	}
	days := (int(day) - int(f.on.Weekday()) + 7) % 7 // ahead, 0 to 6
	switch {
	case which == "next" && days == 0:
		days = 7
	case which == "last" && days == 0:
		days = -7
	case which == "last" || which == "" && !f.ahead && days > 0:
		days -= 7
	}
	return Date, f.dated(days), at + 1
}

// day is today, yesterday, tomorrow.
func (f *finder) day(i int) (Kind, string, int) {
	switch f.lower(i) {
	case "today", "tonight":
		return Date, f.dated(0), i + 1
	case "yesterday":
		return Date, f.dated(-1), i + 1
	case "tomorrow":
		return Date, f.dated(1), i + 1
	case "last":
		if f.lower(i+1) == "night" {
			return Date, f.dated(-1), i + 2
		}
	}
	return "", "", 0
}

// shifted is "last month", "this year", "next week".
func (f *finder) shifted(i int) (Kind, string, int) {
	by, ok := map[string]int{"last": -1, "this": 0, "next": 1}[f.lower(i)]
	if !ok || f.lower(i-1) == "the" { // "the next year" is one that follows another
		return "", "", 0
	}
	to := i + 2
	day := f.today()
	value := ""
	switch f.lower(i + 1) {
	case "week":
		year, week := day.AddDate(0, 0, 7*by).ISOWeek()
		value = fmt.Sprintf("%04d-W%02d", year, week)
	case "month":
		value = time.Date(day.Year(), day.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
	case "quarter":
		first := time.Date(day.Year(), 3*((day.Month()-1)/3+time.Month(by))+1, 1, 0, 0, 0, 0, time.UTC)
		value = fmt.Sprintf("%04d-Q%d", first.Year(), (first.Month()+2)/3)
	case "year":
		value = strconv.Itoa(day.Year() + by)
	case "decade":
		value = strconv.Itoa(day.Year()/10+by) + "X"
	default:
		return "", "", 0
	}
	if f.on.IsZero() {
		value = ""
	}
	return Date, value, to
}

// unit is a measure of time, and its letter in durations.
func unit(w string) (letter string, ok bool) {
	letter, ok = map[string]string{
		"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "0Y", "century": "00Y", "centurie": "00Y",
	}[strings.TrimSuffix(w, "s")]
	return letter, ok
}

// duration writes so many units after ISO 8601.
func duration(n int, letter string) string {
	if rest, hours := strings.CutPrefix(letter, "T"); hours {
		return fmt.Sprintf("PT%d%s", n, rest)
	}
	return fmt.Sprintf("P%d%s", n, letter)
}

// ago is "three years ago", "two days earlier" not being one.
func (f *finder) ago(i int) (Kind, string, int) {
	n, ok := number(f.lower(i))
	letter, isUnit := unit(f.lower(i + 1))
	if !ok || !isUnit || f.lower(i+2) != "ago" {
		return "", "", 0
	}
	if f.on.IsZero() {
		return Date, "", i + 3
	}
	switch letter {
	case "D", "TH", "TM":
		if letter != "D" {
			n = 0
		}
		return Date, f.dated(-n), i + 3
	case "W":
		return Date, f.dated(-7 * n), i + 3
	case "M":
		return Date, time.Date(f.on.Year(), f.on.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"), i + 3
	case "0Y":
		n *= 10
	case "00Y":
		n *= 100
	}
	return Date, strconv.Itoa(f.on.Year() - n), i + 3
}

// within is "within 24 hours", "for two years", "in the past decade", "over the next 10 years".
func (f *finder) within(i int) (Kind, string, int) {
	switch f.lower(i) {
	case "within", "for", "over", "in", "during":
	default:
		return "", "", 0
	}
	at := i + 1
	near := false // "the next", "the past"
	if f.lower(at) == "the" {
		at++
		switch f.lower(at) {
		case "next", "past", "last", "coming":
			near = true
			at++
		}
		if !near {
			return "", "", 0
		}
	}
	n, ok := number(f.lower(at))
	if ok {
		at++
	} else if n = 1; !near {
		return "", "", 0
	}
	letter, isUnit := unit(f.lower(at))
	if !isUnit {
		return "", "", 0
	}
	return Duration, duration(n, letter), at + 1
}

// year is "in 2018", "since 2014", "from 2014 to 2016", "in the 1990s".
func (f *finder) year(i int) (Kind, string, int) {
	switch f.lower(i) {
	case "in", "since", "until", "by", "from", "of", "during", "before", "after", "between":
	default:
		return "", "", 0
	}
	at := i + 1
	if f.lower(at) == "the" {
		decade, is := yearOf(strings.TrimSuffix(f.lower(at+1), "s"))
		if is && strings.HasSuffix(f.lower(at+1), "s") {
			return Date, strconv.Itoa(decade/10) + "X", at + 2
		}
		return "", "", 0
	}
	first, ok := yearOf(f.lower(at))
	if !ok || at+1 < len(f.t) && f.t[at+1].Class == grammar.Other && f.lower(i) == "of" { // "of 2000 soldiers"
		return "", "", 0
	}
	if _, isUnit := unit(f.lower(at + 1)); isUnit {
		return "", "", 0
	}
	if second, ok := yearOf(f.lower(at + 2)); ok && (f.lower(i) == "from" && f.lower(at+1) == "to" || f.lower(i) == "between" && f.lower(at+1) == "and") {
		return Date, fmt.Sprintf("%d/%d", first, second), at + 3
	}
	return Date, strconv.Itoa(first), at + 1
}

// vague is "in the near future", "recently", "now".
func (f *finder) vague(i int) (Kind, string, int) {
	switch f.lower(i) {
	case "now", "currently":
		return Vague, "PRESENT_REF", i + 1
	case "recently", "formerly":
		return Vague, "PAST_REF", i + 1
	case "soon":
		return Vague, "FUTURE_REF", i + 1
	case "in", "for":
		at := i + 1
		if f.lower(at) == "the" {
			at++
		}
		switch f.lower(at) {
		case "near", "foreseeable", "distant":
			at++
		}
		if f.lower(at) == "future" {
			return Vague, "FUTURE_REF", at + 1
		}
		if w := f.lower(at); (w == "long" || w == "short") && (f.lower(at+1) == "term" || f.lower(at+1) == "run") {
			return Vague, "FUTURE_REF", at + 2
		}
	}
	return "", "", 0
}

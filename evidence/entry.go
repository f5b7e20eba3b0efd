package evidence

import (
	"slices"
	"strings"
)

// Kind says what sort of number an entry holds.
type Kind string

// The kinds of entries.
const (
	// Proportion is a share of cases, K of N.
	Proportion Kind = "proportion"
	// Rate is K events in an exposure of Years.
	Rate Kind = "rate"
	// Ratio compares two rates; 1 means no difference.
	Ratio Kind = "ratio"
	// Coefficient is a regression coefficient on the log-odds scale.
	Coefficient Kind = "coefficient"
	// Estimate is any other single number.
	Estimate Kind = "estimate"
	// Table is a set of labelled numbers that belong together.
	Table Kind = "table"
	// Finding is a result without a number, kept so that it can be cited.
	Finding Kind = "finding"
)

// Interval says what Lo and Hi of an entry mean.
type Interval string

// The meanings of intervals.
const (
	// NoInterval means that Lo and Hi are not given.
	NoInterval Interval = ""
	// Wilson95 is the 95 % score interval of a proportion (Wilson 1927).
	Wilson95 Interval = "95 % Wilson interval"
	// Confidence95 is a 95 % confidence interval, even on the log scale.
	Confidence95 Interval = "95 % confidence interval"
	// StatedRange is a range as the source states it, without a probability.
	StatedRange Interval = "range as stated by the source"
	// JudgedRange is a range that rests on judgement alone.
	JudgedRange Interval = "range by judgement"
)

// Mark says how we know the number.
type Mark string

// The marks.
const (
	// Read marks a number read in a publication or its abstract.
	Read Mark = "V"
	// Computed marks a number computed from public data.
	Computed Mark = "D"
	// Memory marks a number recalled and not checked.
	Memory Mark = "M"
	// Judged marks a number that rests on judgement alone.
	Judged Mark = "J"
)

// Cell is one labelled number of a table.
type Cell struct {
	// Label names the row as the computation named it.
	Label string
	// Value is the number.
	Value float64
}

// Entry is one piece of evidence.
type Entry struct {
	// ID names the entry in world files: lower case, digits and dashes.
	ID string
	// Title says in one line what the number is.
	Title string
	// Group gathers entries on one subject.
	Group string
	// Kind says what sort of number this is and which fields are in use.
	Kind Kind

	// K of N cases for a proportion; K events for a rate.
	K, N int
	// Years is the exposure of a rate, in the years that Unit names.
	Years float64
	// Value is the number itself, rounded as it was computed or published.
	Value float64
	// Lo and Hi bound the value in the sense of Interval.
	Lo, Hi float64
	// Interval says what Lo and Hi mean.
	Interval Interval
	// StandardError of a coefficient, 0 when not known.
	StandardError float64
	// Cells are the numbers of a table.
	Cells []Cell
	// Unit of the value, such as "share" or "per dyad-year".
	Unit string

	// DataSet is the data set counted in, empty for other publications.
	DataSet string
	// Version of the data set.
	Version string
	// Period is the years observed.
	Period string
	// Method says in plain words how the number was computed.
	Method string
	// Source is the publication to cite.
	Source string
	// Caveat says what speaks against leaning on the number.
	Caveat string
	// Mark says how we know it.
	Mark Mark

	// Path leads to the number in the table of computed base rates, and is
	// empty for entries that do not come from it. Where the value is a
	// quotient, OverPath leads to its denominator; CountPath and ErrorPath lead
	// to the count and the standard error where these stand apart.
	Path, OverPath, CountPath, ErrorPath string
}

// batch is what a row of entries has in common; an entry's own fields win.
type batch struct {
	group    string
	data     dataSet
	period   string
	method   string
	caveat   string
	unit     string
	kind     Kind
	interval Interval
	mark     Mark
	path     string
	source   string
}

// of fills the fields that the entries leave to their batch.
func (b batch) of(entries ...Entry) []Entry {
	for i := range entries {
		e := &entries[i]
		e.Group = b.group
		e.Kind = either(e.Kind, b.kind)
		e.Mark = either(e.Mark, either(b.mark, Computed))
		e.Unit = either(e.Unit, b.unit)
		e.DataSet = either(e.DataSet, b.data.name)
		e.Version = either(e.Version, b.data.version)
		e.Source = either(e.Source, either(b.source, b.data.source))
		e.Period = either(e.Period, b.period)
		e.Method = either(e.Method, b.method)
		e.Caveat = either(e.Caveat, b.caveat)
		if e.Lo != 0 || e.Hi != 0 {
			e.Interval = either(e.Interval, either(b.interval, Wilson95))
		}
		for _, path := range []*string{&e.Path, &e.OverPath, &e.CountPath, &e.ErrorPath} {
			if *path != "" {
				*path = b.path + "/" + *path
			}
		}
	}
	return entries
}

func either[T ~string](own, shared T) T {
	if own != "" {
		return own
	}
	return shared
}

// library holds all entries sorted by ID. It is never changed.
var library = assemble()

func assemble() []Entry {
	all := slices.Concat(
		disputes(), onsets(), crises(), theatres(),
		outcomes(), alliances(), deterrence(), support(),
		reputation(), settlements(), durations(),
		flows(), alignment(), linkage(), monitors(),
		capabilities(), forecasts(), published(),
	)
	slices.SortFunc(all, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// All gives every entry, sorted by ID. The caller owns the result.
func All() []Entry { return copied(library) }

// IDs gives the ID of every entry, sorted.
func IDs() []string {
	ids := make([]string, len(library))
	for i := range library {
		ids[i] = library[i].ID
	}
	return ids
}

// Find gives the entry with an ID, and whether there is one.
func Find(id string) (Entry, bool) {
	i, ok := slices.BinarySearchFunc(library, id, func(e Entry, id string) int { return strings.Compare(e.ID, id) })
	if !ok {
		return Entry{}, false
	}
	return copied(library[i : i+1])[0], true
}

// Search gives the entries in whose ID, title, group, data set or source every
// one of the words occurs, in whatever letter case, sorted by ID. No words give
// every entry.
func Search(words string) []Entry {
	wanted := strings.Fields(strings.ToLower(words))
	var found []Entry
	for i := range library {
		e := &library[i]
		text := strings.ToLower(strings.Join([]string{e.ID, e.Title, e.Group, e.DataSet, e.Source}, "\n"))
		if !slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(text, word) }) {
			found = append(found, *e)
		}
	}
	return copied(found)
}

func copied(entries []Entry) []Entry {
	out := slices.Clone(entries)
	for i := range out {
		out[i].Cells = slices.Clone(out[i].Cells)
	}
	return out
}

package evidence

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An analyst could not name an entry in a world file, or would get another one.
func TestIDsAreUniqueSortedAndIdentifiers(t *testing.T) {
	form := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	ids := IDs()
	for i, id := range ids {
		if !form.MatchString(id) {
			t.Errorf("%q is not an identifier in lower case with dashes", id)
		}
		if i > 0 && ids[i-1] >= id {
			t.Errorf("%q stands after %q", id, ids[i-1])
		}
	}
	if len(ids) < 200 {
		t.Errorf("the library has shrunk to %d entries", len(ids))
	}
}

// A number could not be traced to where it comes from.
func TestEveryEntrySaysWhatItIsAndWhereItComesFrom(t *testing.T) {
	marks := []Mark{Read, Computed, Memory, Judged}
	for _, e := range All() {
		for name, text := range map[string]string{
			"title": e.Title, "group": e.Group, "kind": string(e.Kind), "unit": e.Unit,
			"method": e.Method, "source": e.Source, "caveat": e.Caveat,
		} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s has no %s", e.ID, name)
			}
		}
		if !slices.Contains(marks, e.Mark) {
			t.Errorf("%s has the mark %q", e.ID, e.Mark)
		}
		if (e.Mark == Computed) != (e.Path != "") {
			t.Errorf("%s is marked %s but its path is %q", e.ID, e.Mark, e.Path)
		}
		if e.Mark == Computed && (e.DataSet == "" || e.Version == "" || e.Period == "") {
			t.Errorf("%s is computed but lacks data set, version or period", e.ID)
		}
		if e.Mark == Memory && !strings.Contains(e.Caveat, "memory") {
			t.Errorf("%s is from memory but does not warn of it", e.ID)
		}
	}
}

// A wrong interval or a count beyond its total would pass into every analysis.
func TestNumbersOfEachKindAgree(t *testing.T) {
	for _, e := range All() {
		switch e.Kind {
		case Proportion:
			if e.N <= 0 || e.K < 0 || e.K > e.N {
				t.Errorf("%s: %d of %d", e.ID, e.K, e.N)
			}
			near(t, e.ID+" value", e.Value, float64(e.K)/float64(e.N), 6e-4)
		case Rate:
			if e.Years <= 0 || e.K < 0 {
				t.Errorf("%s: %d in %g years", e.ID, e.K, e.Years)
			}
			near(t, e.ID+" value", e.Value, float64(e.K)/e.Years, 6e-4)
		case Table:
			if len(e.Cells) == 0 || e.Value != 0 {
				t.Errorf("%s is a table without cells or with a value", e.ID)
			}
		case Finding:
			if e.Value != 0 || e.Interval != NoInterval {
				t.Errorf("%s is a finding with a number", e.ID)
			}
		case Ratio:
			if e.Value <= 0 {
				t.Errorf("%s: a ratio of %g", e.ID, e.Value)
			}
		case Coefficient:
			if e.StandardError <= 0 {
				t.Errorf("%s has no standard error", e.ID)
			}
		case Estimate:
		default:
			t.Errorf("%s has the unknown kind %q", e.ID, e.Kind)
		}
		if (e.Interval == NoInterval) != (e.Lo == 0 && e.Hi == 0) {
			t.Errorf("%s: interval %q from %g to %g", e.ID, e.Interval, e.Lo, e.Hi)
		}
		if e.Interval != NoInterval && (e.Lo > e.Value || e.Value > e.Hi) {
			t.Errorf("%s: %g is not from %g to %g", e.ID, e.Value, e.Lo, e.Hi)
		}
	}
}

// The library says "Wilson interval"; this recomputes every one of them.
func TestWilsonIntervalsAreWilsonIntervals(t *testing.T) {
	const z = 1.959963984540054 // the 97.5 % quantile of the standard normal
	for _, e := range All() {
		if e.Interval != Wilson95 {
			continue
		}
		n := float64(e.N)
		if e.Kind == Rate {
			n = e.Years
		}
		p := float64(e.K) / n
		centre := (p + z*z/(2*n)) / (1 + z*z/n)
		half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / (1 + z*z/n)
		near(t, e.ID+" lower bound", e.Lo, centre-half, 6e-5)
		near(t, e.ID+" upper bound", e.Hi, centre+half, 6e-5)
	}
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s is %g, want %g", what, got, want)
	}
}

// A world that rests on an entry would draw from nonsense.
func TestLawsAreSane(t *testing.T) {
	arguments := map[string]int{Observed: 2, ObservedRate: 2, Normal: 2, LogNormalInterval: 3, Uniform: 2}
	for _, e := range All() {
		law, ok := e.Law()
		if ok != (e.Kind == Proportion || e.Kind == Rate || e.Kind == Coefficient || e.Kind == Ratio || e.Interval != NoInterval) {
			t.Errorf("%s: has a law is %v", e.ID, ok)
		}
		if !ok {
			continue
		}
		if len(law.Args) != arguments[law.Name] || len(law.Args) == 0 {
			t.Fatalf("%s: %s%v", e.ID, law.Name, law.Args)
		}
		a, b := law.Args[0], law.Args[1]
		good := map[string]bool{
			Observed: 0 <= a && a <= b && b > 0, ObservedRate: a >= 0 && b > 0, Normal: b > 0,
			LogNormalInterval: 0 < a && a < b, Uniform: a < b,
		}[law.Name]
		if !good {
			t.Errorf("%s: %s%v", e.ID, law.Name, law.Args)
		}
	}
}

func TestLawsOfEachKind(t *testing.T) {
	for id, want := range map[string]string{
		"alliance-honoured-defence-post1945":    "observed [3 35]",
		"icb-china-taiwan-crisis-rate":          "observed_rate [5 71]",
		"war-capability-slope":                  "normal [0.329 0.136]",
		"linkage-us-crisis-elsewhere":           "lognormal_interval [0.516 0.941 0.95]",
		"fdd-hezbollah-money":                   "uniform [700 800]",
		"kiel-us-military-share-2024":           "none",
		"sipri-imports-ukraine":                 "none",
		"huth-russett-1984-extended-deterrence": "none",
	} {
		e, ok := Find(id)
		if !ok {
			t.Errorf("there is no %s", id)
			continue
		}
		got := "none"
		if law, ok := e.Law(); ok {
			got = fmt.Sprint(law.Name, " ", law.Args)
		}
		if got != want {
			t.Errorf("%s stands for %s, want %s", id, got, want)
		}
	}
}

func TestSearch(t *testing.T) {
	for words, want := range map[string]string{
		"China TAIWAN crisis rate": "icb-china-taiwan-crisis-rate",
		"wilson nothing-like-it":   "",
		"kiel share military 2024": "kiel-us-military-share-2024",
		"Fortna peacekeepers two":  "fortna-resumes-no-peacekeepers-2y",
	} {
		found := Search(words)
		if want == "" {
			if len(found) != 0 {
				t.Errorf("%q finds %d entries", words, len(found))
			}
			continue
		}
		if !slices.ContainsFunc(found, func(e Entry) bool { return e.ID == want }) {
			t.Errorf("%q does not find %s", words, want)
		}
		if !slices.IsSortedFunc(found, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) }) {
			t.Errorf("%q finds entries out of order", words)
		}
	}
	if got := len(Search("  ")); got != len(All()) {
		t.Errorf("no words find %d of %d entries", got, len(All()))
	}
	if got := Search("lodestone unobtainium"); len(got) != 0 {
		t.Errorf("nonsense finds %d entries", len(got))
	}
}

// One caller could change the numbers of another.
func TestResultsBelongToTheCaller(t *testing.T) {
	const id = "war-win-by-initiator-share"
	before, ok := Find(id)
	if !ok {
		t.Fatal("no such entry")
	}
	want := before.Cells[0].Value
	for _, entries := range [][]Entry{All(), Search(id), {before}} {
		for i := range entries {
			entries[i].Value = -1
			for j := range entries[i].Cells {
				entries[i].Cells[j].Value = -1
			}
		}
	}
	if after, _ := Find(id); after.Cells[0].Value != want || after.Value != 0 {
		t.Error("a caller has changed the library")
	}
	if _, ok := Find("no-such-entry"); ok {
		t.Error("found what is not there")
	}
}

const computed = "../../shared/evidence/base_rates.json"

// A slip in retyping would become a fact.
func TestEntriesAgreeWithTheComputedBaseRates(t *testing.T) {
	data, err := os.ReadFile(computed)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is absent, so that the numbers cannot be compared with the computation", computed)
	}
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	for _, e := range All() {
		if e.Path != "" {
			compare(t, root, e)
		}
	}
}

func compare(t *testing.T, root any, e Entry) {
	t.Helper()
	at, ok := look(root, e.Path)
	if !ok {
		t.Errorf("%s: nothing at %s", e.ID, e.Path)
		return
	}
	if e.CountPath != "" {
		same(t, root, e.ID, e.CountPath, float64(e.K))
	}
	if e.ErrorPath != "" {
		same(t, root, e.ID, e.ErrorPath, e.StandardError)
	}
	switch found := at.(type) {
	case float64:
		value(t, root, e, found)
	case []any:
		same(t, root, e.ID, e.Path+"/0", e.Value)
		same(t, root, e.ID, e.Path+"/1", e.StandardError)
	case map[string]any:
		if e.Kind == Table {
			cells(t, root, e, found)
			return
		}
		total := float64(e.N)
		if e.Kind == Rate {
			total = e.Years
		}
		for key, want := range map[string]float64{"k": float64(e.K), "n": total, "p": e.Value, "lo": e.Lo, "hi": e.Hi} {
			same(t, root, e.ID, e.Path+"/"+key, want)
		}
	default:
		t.Errorf("%s: %v at %s", e.ID, at, e.Path)
	}
}

// value compares an entry whose path leads to one number.
func value(t *testing.T, root any, e Entry, found float64) {
	t.Helper()
	switch {
	case e.OverPath != "":
		under, ok := look(root, e.OverPath)
		number, isNumber := under.(float64)
		if !ok || !isNumber {
			t.Errorf("%s: no number at %s", e.ID, e.OverPath)
			return
		}
		near(t, e.ID, e.Value, found/number, 5.1e-5)
	case e.Kind == Rate:
		near(t, e.ID, e.Value, found, 0)
		near(t, e.ID+" over its years", math.Round(1000*float64(e.K)/e.Years)/1000, found, 0)
	default:
		near(t, e.ID, e.Value, found, 0)
	}
	if e.Kind != Ratio {
		return
	}
	// The interval stands beside the ratio.
	beside := e.Path[:strings.LastIndex(e.Path, "/")]
	for _, key := range []string{"CI95", "CI95_approx"} {
		if _, ok := look(root, beside+"/"+key); ok {
			same(t, root, e.ID, beside+"/"+key+"/0", e.Lo)
			same(t, root, e.ID, beside+"/"+key+"/1", e.Hi)
			return
		}
	}
	t.Errorf("%s: no interval beside %s", e.ID, e.Path)
}

// cells compares a table, which must have a row for every number there.
func cells(t *testing.T, root any, e Entry, found map[string]any) {
	t.Helper()
	for _, cell := range e.Cells {
		same(t, root, e.ID, e.Path+"/"+cell.Label, cell.Value)
	}
	if want := numbers(found); len(e.Cells) != want {
		t.Errorf("%s has %d of %d rows", e.ID, len(e.Cells), want)
	}
}

func numbers(node any) int {
	n := 0
	switch node := node.(type) {
	case float64:
		return 1
	case map[string]any:
		for _, below := range node {
			n += numbers(below)
		}
	}
	return n
}

func same(t *testing.T, root any, id, path string, want float64) {
	t.Helper()
	at, ok := look(root, path)
	if number, isNumber := at.(float64); !ok || !isNumber || number != want {
		t.Errorf("%s has %g, but %v stands at %s", id, want, at, path)
	}
}

// look follows a path of keys and indices. Keys may hold slashes themselves, so
// that every key that the path begins with is tried.
func look(node any, path string) (any, bool) {
	if path == "" {
		return node, true
	}
	switch node := node.(type) {
	case []any:
		head, rest, _ := strings.Cut(path, "/")
		i, err := strconv.Atoi(head)
		if err != nil || i < 0 || i >= len(node) {
			return nil, false
		}
		return look(node[i], rest)
	case map[string]any:
		for key, below := range node {
			rest, ok := strings.CutPrefix(path, key)
			if !ok || (rest != "" && rest[0] != '/') {
				continue
			}
			if found, ok := look(below, strings.TrimPrefix(rest, "/")); ok {
				return found, true
			}
		}
	}
	return nil, false
}

package diag

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A user with a slip of the pen would be sent to the wrong name or to none.
func TestNearest(t *testing.T) {
	names := []string{"challenger", "defender", "share", "status", "weights", "commits", "defence_advantage"}
	for _, c := range []struct {
		name, want string
		among      []string
	}{
		{"chalenger", "challenger", names},
		{"Challenger", "challenger", names},
		{"stauts", "status", names},
		{"defence-advantage", "defence_advantage", names},
		{"sahre", "share", names},
		{"zzz", "", names},
		{"", "", names},
		{"a", "", []string{"b"}},
		{"ab", "", []string{"cd"}},
		{"to", "", []string{"of"}},
		{"share", "share", []string{"Share", "share"}},
		{"cat", "car", []string{"car", "bat"}},
		{"Київ", "Киів", []string{"Одеса", "Киів"}},
		{strings.Repeat("x", 1000), "", []string{strings.Repeat("x", 999)}},
		{strings.Repeat("x", 1000), strings.Repeat("x", 1000), []string{strings.Repeat("x", 1000)}},
	} {
		got, ok := Nearest(c.name, c.among)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Nearest(%.20q) = %.20q, %v; want %.20q", c.name, got, ok, c.want)
		}
	}
}

const unlimited = 1 << 20

func TestDistanceIsSymmetricZeroOnlyForEqualsAndCountsOneEditAsOne(t *testing.T) {
	letters := rapid.SliceOfN(rapid.RuneFrom([]rune("abcé界")), 0, 12)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		d := distance(a, b, unlimited)
		if back := distance(b, a, unlimited); back != d {
			t.Fatalf("%d one way, %d the other", d, back)
		}
		if (d == 0) != (string(a) == string(b)) {
			t.Fatalf("distance %d between %q and %q", d, string(a), string(b))
		}
		if d > max(len(a), len(b)) {
			t.Fatalf("distance %d is more than rewriting everything", d)
		}
		limit := rapid.IntRange(0, 6).Draw(t, "limit")
		if bounded := distance(a, b, limit); (d <= limit && bounded != d) || (d > limit && bounded <= limit) {
			t.Fatalf("limit %d turns distance %d into %d", limit, d, bounded)
		}
		if i := rapid.IntRange(0, len(a)).Draw(t, "i"); i < len(a) {
			without := append(append([]rune{}, a[:i]...), a[i+1:]...)
			if d := distance(a, without, unlimited); d != 1 {
				t.Fatalf("one letter left out is %d edits", d)
			}
		}
	})
}

func TestNearestFindsTheNameItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.String(), 1, 8).Draw(t, "names")
		name := rapid.SampledFrom(names).Draw(t, "name")
		if got, ok := Nearest(name, names); !ok || got != name {
			t.Fatalf("got %q, %v for %q", got, ok, name)
		}
	})
}

// A pasted page in place of a name must not stop the program.
func TestNearestIsCheapForLongTexts(t *testing.T) {
	page := strings.Repeat("a page of text ", 1<<16)
	began := time.Now()
	Nearest(page, []string{page + "b", "short"})
	if took := time.Since(began); took > time.Second {
		t.Errorf("took %v", took)
	}
}

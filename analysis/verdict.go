package analysis

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parley/elementary"
	"parley/world"
)

// Kind is a verdict in a word.
type Kind string

// The kinds of verdicts. The first three ask for a share of at least 66 % whose
// interval lies above one half.
const (
	Holds      Kind = "holds"       // the effect goes the claimed way by more than the margin
	Fails      Kind = "fails"       // it goes the other way by more than the margin
	Flat       Kind = "flat"        // it lies within the margin
	Mixed      Kind = "mixed"       // none of these in most worlds
	Undecided  Kind = "undecided"   // rivals of a theory disagree
	NotDecided Kind = "not decided" // nothing could be played, or recorded
)

// Share is a share of worlds with its 95 % Monte Carlo interval (Wilson).
type Share struct {
	Worlds int     `json:"worlds"`
	Share  float64 `json:"share"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// Shares says in how many worlds something holds, is flat, fails.
type Shares struct {
	N     int   `json:"n"`
	Holds Share `json:"holds"`
	Flat  Share `json:"flat"`
	Fails Share `json:"fails"`
}

// TestVerdict is one test of a claim. Size is of the effect as measured, under
// less against, whatever direction was claimed, in the measure's unit.
type TestVerdict struct {
	Measure string   `json:"measure"`
	Unit    string   `json:"unit"`
	Under   string   `json:"under"`
	Against string   `json:"against,omitempty"` // the reference scenario
	Value   *float64 `json:"value"`             // or the number, where it is the same in every world
	Without []string `json:"without,omitempty"` // channels cut in the reference
	Expect  string   `json:"expect"`            // "higher", "lower" or "within"
	Margin  *float64 `json:"margin"`            // where it is the same in every world
	At      int      `json:"at"`                // point in time
	Shares  *Shares  `json:"shares"`            // nil where no world could be played
	Size    *Summary `json:"size"`
	Noise   *Noise   `json:"noise"` // nil where it was not measured
}

// Noise is how much of an effect's spread over worlds is the chance of play. It
// comes from playing worlds again with half the replicates: the two halves of a
// world's replicates are independent, so the variance of the mean over all of
// them is that of the difference between half and whole.
type Noise struct {
	Worlds int     `json:"worlds"`
	SD     float64 `json:"sd"`    // of a world's effect, in the measure's unit
	Share  float64 `json:"share"` // of the variance of the effect over worlds, 0 to 1
}

// Case is a claim under one condition: a rival, or another reference.
type Case struct {
	ID     string     `json:"id"`
	Says   string     `json:"says,omitempty"`
	Worlds int        `json:"worlds"`
	Few    bool       `json:"few"`    // too few worlds to tell anything from
	Shares *Shares    `json:"shares"` // of the claim; nil where no world could be played
	Tests  []CaseTest `json:"tests"`
}

// CaseTest is one test under that condition.
type CaseTest struct {
	Shares *Shares  `json:"shares"`
	Size   *Summary `json:"size"`
}

// TheoryCases is a claim under every rival of a theory.
type TheoryCases struct {
	ID       string `json:"id"`
	Says     string `json:"says,omitempty"`
	Rivals   []Case `json:"rivals"`
	Disagree bool   `json:"disagree"` // one rival says that it holds (or fails), another that it does not
	// Weight is by how much the shares that hold and fail differ between the
	// rivals: the mean distance from the claim's own, each rival by its worlds.
	Weight float64 `json:"weight"`
}

// Dependence is something that turns the answer.
type Dependence struct {
	On      string   `json:"on"`      // "theory" or "reference"
	ID      string   `json:"id"`      // of the theory; "reference"
	Holds   []string `json:"holds"`   // with which rivals or references it holds in more than half of the worlds
	Fails   []string `json:"fails"`   // with which it fails in more than half
	Open    []string `json:"open"`    // with which it does neither
	Weight  float64  `json:"weight"`  // how much it matters, see TheoryCases
	Widest  float64  `json:"widest"`  // the largest difference between two shares that hold, or that fail
	Decides bool     `json:"decides"` // whether it makes the verdict undecided
}

// Verdict is the answer to a claim.
//
// A claim names its reference, so another reference that turns the answer is
// listed in DependsOn but leaves the verdict as it is; rivals that disagree make
// it undecided. (It also makes a mirror claim have the mirror verdict.)
type Verdict struct {
	Claim      string        `json:"claim"`
	Title      string        `json:"title,omitempty"`
	Kind       Kind          `json:"kind"`
	Lean       Kind          `json:"lean"`     // what it is over all rivals, where it is undecided
	Words      string        `json:"words"`    // "in most worlds": the share of worlds that the kind, or the lean, speaks of
	Headline   string        `json:"headline"` // "undecided: depends on stocks; over all rivals it holds in most worlds"
	Reason     string        `json:"reason,omitempty"`
	Worlds     int           `json:"worlds"`   // judged
	LeftOut    int           `json:"left_out"` // played, but failed in one of the claim's runs
	Partial    bool          `json:"partial"`
	Shares     *Shares       `json:"shares"`
	Tests      []TestVerdict `json:"tests"`
	Theories   []TheoryCases `json:"theories"`
	References []Case        `json:"references"`
	DependsOn  []Dependence  `json:"depends_on"` // the weightiest first, theories before references
}

// fewWorlds is the number of worlds below which a rival or reference is shown but
// never said to turn an answer.
const fewWorlds = 30

// familyLevel is the chance, over all pairs of rivals of a claim, that rivals which agree are
// said to disagree: the intervals that must not overlap are widened accordingly (Bonferroni).
const familyLevel = 0.05

// outcome of a test or claim in a world.
type outcome int

const (
	holds outcome = iota
	flat
	fails
)

// counts of worlds by outcome.
type counts [3]int

func (c counts) n() int { return c[holds] + c[flat] + c[fails] }

func (c counts) shares() *Shares {
	n := c.n()
	if n == 0 {
		return nil
	}
	return &Shares{n, shareOf(c[holds], n), shareOf(c[flat], n), shareOf(c[fails], n)}
}

func shareOf(k, n int) Share {
	low, high := wilson(k, n, z95)
	return Share{k, float64(k) / float64(n), low, high}
}

// direction is what a test expects of the effect.
type direction int

const (
	higher direction = iota
	lower
	within // the margin, either way
)

func directionOf(expect string) direction {
	switch expect {
	case "lower":
		return lower
	case "within":
		return within
	}
	return higher
}

// judged is the outcome of an effect (rule 25).
func judged(effect, margin float64, d direction) outcome {
	switch d {
	case within:
		// A claim of no difference has no other side: it holds or it fails.
		if math.Abs(effect) <= margin {
			return holds
		}
		return fails
	case lower:
		effect = -effect
	case higher:
	}
	switch {
	case effect > margin:
		return holds
	case effect < -margin:
		return fails
	default:
		return flat
	}
}

// together is the outcome of a claim from those of its tests: it holds where all
// hold and fails where any fails.
func together(a, b outcome) outcome { return max(a, b) }

// kindOf is the verdict that shares alone give.
func kindOf(s *Shares) (Kind, Share) {
	if s == nil {
		return NotDecided, Share{}
	}
	for _, k := range []struct {
		kind  Kind
		share Share
	}{{Holds, s.Holds}, {Fails, s.Fails}, {Flat, s.Flat}} {
		if k.share.Share >= most && k.share.Low > 0.5 {
			return k.kind, k.share
		}
	}
	return Mixed, s.Holds
}

// conclude fills in what follows from the shares.
func (v *Verdict) conclude() {
	kind, share := kindOf(v.Shares)
	v.Kind, v.Lean = kind, kind
	if kind == NotDecided {
		if v.Reason == "" {
			v.Reason = "no world could be played"
		}
		v.Headline = "not decided: " + v.Reason
		return
	}
	v.Words = inWords(share.Share)
	v.dependOnTheories()
	v.dependOnReference()
	over := phrase(kind, v)
	var deciding []string
	for _, d := range v.DependsOn {
		if d.Decides {
			deciding = append(deciding, d.ID)
		}
	}
	v.Headline = over
	if len(deciding) > 0 {
		v.Kind = Undecided
		v.Headline = "undecided: depends on " + strings.Join(deciding, ", ") + "; over all rivals " + over
	}
}

func phrase(kind Kind, v *Verdict) string {
	switch kind {
	case Holds:
		return "holds " + v.Words
	case Fails:
		return "fails " + v.Words
	case Flat:
		return "makes no difference " + v.Words
	default:
		return "mixed: holds " + inWords(v.Shares.Holds.Share) + ", fails " + inWords(v.Shares.Fails.Share)
	}
}

func (v *Verdict) dependOnTheories() {
	pairs := 0
	for _, t := range v.Theories {
		n := len(t.Rivals)
		pairs += n * (n - 1) / 2
	}
	z := familyZ(pairs)
	for i := range v.Theories {
		t := &v.Theories[i]
		t.Weight = weightOf(t.Rivals, v.Shares)
		if t.Disagree = disagree(t.Rivals, z); t.Disagree {
			d := dependence("theory", t.ID, t.Rivals, t.Weight)
			d.Decides = true
			v.DependsOn = append(v.DependsOn, d)
		}
	}
	slices.SortStableFunc(v.DependsOn, func(a, b Dependence) int { return cmp.Compare(b.Weight, a.Weight) })
}

// dependOnReference compares other references with the claim's own.
func (v *Verdict) dependOnReference() {
	own := Case{ID: asClaimed, Worlds: v.Shares.N, Few: v.Shares.N < fewWorlds, Shares: v.Shares}
	z := familyZ(len(v.References))
	all, turned := []Case{own}, false
	for _, r := range v.References {
		all = append(all, r)
		turned = turned || disagree([]Case{own, r}, z)
	}
	if turned {
		v.DependsOn = append(v.DependsOn, dependence("reference", "reference", all, weightOf(all, v.Shares)))
	}
}

// asClaimed stands for the claim's own reference among others.
const asClaimed = "as claimed"

// familyZ is how many standard errors wide the intervals of a number of
// comparisons must be. Two answers are looked at in each.
func familyZ(comparisons int) float64 {
	return elementary.NormalQuantile(1 - familyLevel/4/float64(max(1, comparisons)))
}

// disagree reports whether one case's share that holds lies above one half,
// another's below, and their intervals do not overlap; or the same of the shares
// that fail, so that a claim and its mirror get the same answer.
func disagree(cases []Case, z float64) bool {
	return straddle(cases, z, func(s *Shares) Share { return s.Holds }) ||
		straddle(cases, z, func(s *Shares) Share { return s.Fails })
}

func straddle(cases []Case, z float64, of func(*Shares) Share) bool {
	highest, lowest := -1.0, 2.0 // low end of the clearest yes, high end of the clearest no
	for _, c := range cases {
		if c.Few || c.Shares == nil {
			continue
		}
		s := of(c.Shares)
		low, high := wilson(s.Worlds, c.Shares.N, z)
		switch {
		case s.Share > 0.5:
			highest = max(highest, low)
		case s.Share < 0.5:
			lowest = min(lowest, high)
		}
	}
	return highest > lowest
}

func weightOf(cases []Case, own *Shares) float64 {
	sum, n := 0.0, 0
	for _, c := range cases {
		if c.Shares != nil {
			apart := (math.Abs(c.Shares.Holds.Share-own.Holds.Share) + math.Abs(c.Shares.Fails.Share-own.Fails.Share)) / 2
			sum += float64(float64(c.Shares.N) * apart)
			n += c.Shares.N
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func dependence(on, id string, cases []Case, weight float64) Dependence {
	d := Dependence{On: on, ID: id, Weight: weight, Holds: []string{}, Fails: []string{}, Open: []string{}}
	var yes, no extent
	for _, c := range cases {
		if c.Few || c.Shares == nil {
			continue
		}
		s := c.Shares
		yes.take(s.Holds.Share)
		no.take(s.Fails.Share)
		switch {
		case s.Holds.Share > 0.5:
			d.Holds = append(d.Holds, c.ID)
		case s.Fails.Share > 0.5:
			d.Fails = append(d.Fails, c.ID)
		default:
			d.Open = append(d.Open, c.ID)
		}
	}
	d.Widest = max(yes.high-yes.low, no.high-no.low)
	return d
}

// extent is the range of what it took.
type extent struct {
	low, high float64
	any       bool
}

func (e *extent) take(x float64) {
	if !e.any {
		*e = extent{x, x, true}
	}
	e.low, e.high = min(e.low, x), max(e.high, x)
}

// newVerdict copies what a claim says.
func newVerdict(w *world.World, c *world.Claim) Verdict {
	v := Verdict{Claim: c.ID, Title: c.Title, Tests: []TestVerdict{}, Theories: []TheoryCases{}, References: []Case{}, DependsOn: []Dependence{}}
	for _, t := range c.Tests {
		tv := TestVerdict{
			Measure: t.Measure, Under: t.Under, Against: t.Against, Without: t.Without,
			Expect: t.Expect, At: point(w, t), Value: constant(t.Value), Margin: constant(t.Margin),
		}
		if t.Margin == nil {
			tv.Margin = new(float64)
		}
		v.Tests = append(v.Tests, tv)
	}
	return v
}

func constant(n *world.Number) *float64 {
	if value, ok := n.Constant(); ok {
		return &value
	}
	return nil
}

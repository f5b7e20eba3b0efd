package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/analysis"
	"parley/diag"
	"parley/result"
	"parley/world"
)

// golden compares a text with the one kept in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what is kept; if that is meant, run the tests with -update. It is now:\n%s", name, got)
	}
}

// fits complains of lines that are wider than the style.
func fits(t *testing.T, s Style, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if wide(line) > s.width() {
			t.Errorf("%d columns, more than %d: %s", wide(line), s.width(), line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Errorf("spaces at the end of %q", line)
		}
	}
}

var (
	piped  = Style{}
	narrow = Style{Width: 60} // taken as 80
	colour = Style{Colour: true}
)

func meta(id string, line int) world.Meta {
	return world.Meta{ID: id, Range: diag.Range{File: "w.hcl", Start: diag.Pos{Line: line, Byte: 10 * line}}}
}

// sample is a world with names to show; its claims stand in another order than
// that of their ids.
func sample() *world.World {
	text := "One line.\nIt would be worse,\nthey say."
	return &world.World{
		Title: "A sample", Start: world.Date{Year: 2024, Month: 12}, Period: world.Quarter, Horizon: 24,
		Sources: []*world.Source{{Meta: meta("brief", 1), Title: "The brief", File: "brief.txt", Text: text}},
		Persons: []*world.Person{{Meta: meta("chief", 2), Name: "A. Chief", Office: "chief of the alliance"}},
		Kinds:   []*world.Kind{{Meta: meta("strike", 3), Name: "missiles"}},
		Actors: []*world.Actor{
			{Meta: meta("usa", 4), Name: "United States"},
			{Meta: meta("red", 5), Name: "Red", Means: []*world.Means{{Meta: meta("strike", 5)}}},
		},
		Theatres: []*world.Theatre{
			{Meta: meta("strait", 6), Name: "the Strait", Status: "quiet"},
			{Meta: meta("plain", 7), Name: "the Plain", Status: "war"},
		},
		Flows:     []*world.Flow{{Meta: meta("money-on", 8), From: "red", To: "usa", Channel: "money", Gives: world.Gives{What: world.GivesMoney}}},
		Watches:   []*world.Watch{{Meta: meta("reads", 9), Theatre: "strait", In: "plain", About: "usa", Channel: "lesson"}},
		Exposures: []*world.Exposure{{Meta: meta("usa", 10), Of: "usa"}},
		Bodies:    []*world.Body{{Meta: meta("council", 11), Name: "the Council"}},
		Theories: []*world.Theory{{Meta: meta("stocks", 12), Says: "what is sent is missing elsewhere", Rivals: []*world.Rival{
			{Meta: meta("fungible", 12)}, {Meta: meta("separate", 13)},
		}}},
		Signposts: []*world.Signpost{{
			Meta: meta("deliveries", 14), Theory: "stocks", Observe: "deliveries to the Strait", By: world.Date{Year: 2027, Month: 6},
			Under: map[string]string{"separate": "they go on", "fungible": "they slow down"},
		}},
		Scenarios: []*world.Scenario{
			{Meta: meta("deal", 20), Title: "A deal now"}, {Meta: meta("wait-and-see-first", 18), Title: "Wait and see"},
		},
		Claims: []*world.Claim{
			{
				Meta: meta("zeal", 31), Title: "A deal makes it worse", Source: "brief", Speaker: "chief", Quote: "It would be\nworse", At: 10,
				To: "the president", Hedge: "would", Gloss: "our reading: losses are higher", Tests: []*world.Test{{Under: "deal", Against: "wait-and-see-first"}},
			},
			{Meta: meta("all", 30), Source: "brief", Quote: "they say"},
		},
	}
}

func summary(median, se, low, high float64) *analysis.Summary {
	return &analysis.Summary{N: 4000, Kept: 4000, Mean: median * 1.1, SE: se, Median: median, Low: low, High: high}
}

func share(of float64) analysis.Share {
	return analysis.Share{Worlds: int(4000 * of), Share: of, Low: max(0, of-0.013), High: min(1, of+0.013)}
}

func shares(holds, fails float64) *analysis.Shares {
	return &analysis.Shares{N: 4000, Holds: share(holds), Flat: share(1 - holds - fails), Fails: share(fails)}
}

func sampleRun() analysis.Run {
	return analysis.Run{
		Title: "A sample", Model: "0123456789abcdef", Seed: 1, Design: "sobol", Replicates: 8, Worlds: 4000, Played: 4000, Failed: 2,
		Scenarios: []analysis.Named{{ID: "deal", Title: "A deal now"}, {ID: "wait-and-see-first", Title: "Wait and see"}},
		Times:     []string{"2024 Q4", "2025 Q1", "2026 Q4"},
		Failures: []result.Failure{{
			World: 17, Rule: 2, Where: "theatre.plain", Scenario: "deal", Period: 3, Detail: "a stock became infinite.",
			Factors: map[string]float64{"a": 1, "b": 0.25, "c": 3, "d": 4, "e": 5},
		}},
		Notes: []result.Note{
			{ID: "drift", Where: "theatre.plain", Worlds: 12, Times: 12, Of: 4000},
			{ID: "settle-no-war", Where: "theatre.strait", Worlds: 4000, Times: 9600, Of: 32000},
			{ID: "vote-refused", Where: "body.council", Worlds: 1, Times: 1, Of: 32000},
			{ID: "something-new", Where: "actor.red", Worlds: 3},
		},
	}
}

func sampleOutcomes() *analysis.Outcomes {
	o := &analysis.Outcomes{Run: sampleRun()}
	add := func(scenario, measure, unit string, s *analysis.Summary) {
		o.Rows = append(o.Rows, analysis.Outcome{Scenario: scenario, Measure: measure, Unit: unit, Horizon: s})
	}
	for i, id := range []string{"deal", "wait-and-see-first"} {
		k := float64(i + 1)
		add(id, "crisis.strait", "probability", summary(0.5*k, 0.001, 0.2*k, 0.5*k))
		add(id, "war.strait", "probability", summary(0.07*k, 0.002, 0, 0.4*k))
		add(id, "ended.plain", "probability", summary(1, 0, 1, 1))
		add(id, "share.plain", "share of the stake", summary(0.2*k, 0.01, 0.1, 0.4))
		add(id, "cost.usa", "bn USD", summary(1200*k, 30, -80, 45000))
		add(id, "stock.red.strike", "bn USD", nil)
	}
	return o
}

// sampleVerdict is an undecided claim with everything that may be known of it.
func sampleVerdict() analysis.Verdict {
	margin := 5.0
	size := summary(12, 1.5, -3, 60)
	cases := func(id string, holds float64) analysis.Case {
		return analysis.Case{ID: id, Says: "it is so", Worlds: 2000, Shares: shares(holds, (1-holds)/2), Tests: []analysis.CaseTest{{Shares: shares(holds, 0), Size: size}}}
	}
	return analysis.Verdict{
		Claim: "zeal", Title: "A deal makes it worse", Kind: analysis.Undecided, Lean: analysis.Holds, Words: "in most worlds", Worlds: 4000,
		Shares: shares(0.78, 0.1),
		Tests: []analysis.TestVerdict{{
			Measure: "cost.usa", Unit: "bn USD", Under: "deal", Against: "wait-and-see-first", Expect: "higher", Margin: &margin, At: 8,
			Without: []string{"money"}, Shares: shares(0.78, 0.1), Size: size, Noise: &analysis.Noise{Worlds: 500, SD: 1, Share: 0.12},
		}},
		Theories: []analysis.TheoryCases{{
			ID: "stocks", Says: "what is sent is missing elsewhere", Disagree: true, Weight: 0.3,
			Rivals: []analysis.Case{cases("fungible", 0.91), cases("separate", 0.3), {ID: "unheard", Few: true, Worlds: 0}},
		}},
		References: []analysis.Case{cases("freeze", 0.5)},
		DependsOn: []analysis.Dependence{
			{On: "theory", ID: "stocks", Decides: true}, {On: "reference", ID: "reference"},
		},
	}
}

func verdict(kind analysis.Kind, words string, s *analysis.Shares) *analysis.Verdict {
	v := &analysis.Verdict{Kind: kind, Lean: kind, Words: words, Shares: s, Reason: "no world could be played"}
	if s != nil {
		v.Tests = []analysis.TestVerdict{{Measure: "war.strait", Unit: "probability", Size: summary(-0.012, 0.0004, -0.05, 0)}}
	}
	return v
}

// A reader would misread a verdict whose words do not fit its numbers.
func TestVerdictsInWords(t *testing.T) {
	w := sample()
	claim := w.Claims[0]
	undecided := sampleVerdict()
	two := verdict(analysis.Holds, "in most worlds", shares(0.7, 0.1))
	two.Tests = append(two.Tests,
		analysis.TestVerdict{Measure: "reach.usa", Unit: "warheads", Size: summary(3, 0.1, 1, 5)},
		analysis.TestVerdict{Measure: "aid.x", Unit: "level", Size: summary(0.2, 0.01, 0, 0.5)})
	two.Partial = true
	var text strings.Builder
	for i, v := range []*analysis.Verdict{
		&undecided,
		verdict(analysis.Holds, "in nearly all worlds", shares(0.93, 0)),
		verdict(analysis.Fails, "in most worlds", shares(0.1, 0.8)),
		verdict(analysis.Flat, "in virtually all worlds", shares(0, 0)),
		verdict(analysis.Mixed, "in about half of the worlds", shares(0.5, 0.4)),
		verdict(analysis.NotDecided, "", nil),
		two,
	} {
		text.WriteString(VerdictLine(piped, w, Letter(i), claim, v))
	}
	fits(t, piped, text.String())
	golden(t, "verdicts", text.String())
}

func TestRunPage(t *testing.T) {
	w := sample()
	all := verdict(analysis.Flat, "in most worlds", shares(0, 0))
	all.Claim = "all"
	f := &analysis.Findings{Outcomes: sampleOutcomes(), Verdicts: []analysis.Verdict{*all, sampleVerdict()}, Scale: analysis.Scale()}
	d := &RunDocument{Rests: Rests{Numbers: 1143, Factors: 90, Judgements: 1, Defaults: 3}, Claims: ClaimsOf(w), Findings: f}
	for name, s := range map[string]Style{"run": piped, "run-narrow": narrow, "run-colour": colour} {
		text := Header(s, Told{Title: "A sample", Design: "sobol", Model: "0123", Version: "1", Worlds: 4000, Replicates: 8, Seed: 1, Scenarios: 2}) +
			"\n" + RunText(s, w, "my-world", d)
		fits(t, s, text)
		golden(t, name, text)
	}
	f.Partial, f.Outcomes.Run.Partial, f.Outcomes.Run.Played = true, true, 1234
	if text := RunText(piped, w, "my-world", d); !strings.Contains(text, "partial: 1,234 of 4,000 worlds") {
		t.Errorf("a stopped run is not marked:\n%s", text)
	}
}

// Columns that do not fit must move below, not be lost.
func TestOutcomeTableBreaksIntoBlocks(t *testing.T) {
	w := sample()
	o := &analysis.Outcomes{Run: sampleRun()}
	for i := range 12 {
		id := "a-rather-long-name-" + Letter(i)
		w.Scenarios = append(w.Scenarios, &world.Scenario{Meta: meta(id, 50+i), Title: "number " + Letter(i)})
		o.Rows = append(o.Rows, analysis.Outcome{Scenario: id, Measure: "cost.usa", Unit: "bn USD", Horizon: summary(float64(i), 0.1, -1e6, 1e6)})
	}
	text := OutcomeTable(piped, w, o)
	fits(t, piped, text)
	golden(t, "outcomes-blocks", text)
}

func TestExplainPage(t *testing.T) {
	w := sample()
	estimate := func(value, se float64) *analysis.Estimate { return &analysis.Estimate{N: 300, Value: value, SE: se} }
	v := sampleVerdict()
	f := &analysis.Findings{Outcomes: sampleOutcomes(), Verdicts: []analysis.Verdict{v}, Scale: analysis.Scale()}
	d := Explained(w, w.Claims[0], "1", &parley.Explanation{Findings: f})
	d.Channels = &analysis.ChannelFindings{
		Claim: "zeal", Channels: []string{"lesson", "money"}, Worlds: 300, LeftOut: 1, Exact: true, Runs: 4,
		Effects: []analysis.Attribution{{
			Measure: "cost.usa", Unit: "bn USD", Total: estimate(12, 1.5), Without: estimate(2, 0.2), Together: estimate(4, 1),
			Parts: []analysis.Part{
				{Channel: "lesson", Value: estimate(11, 1.2), Alone: estimate(8, 1), Last: estimate(10, 1)},
				{Channel: "money", Value: estimate(-1, 0.0000001), Alone: nil, Last: estimate(0, 0)},
			},
			Interactions: []analysis.Interaction{{A: "lesson", B: "money", Value: *estimate(3, 0.5)}, {A: "money", B: "lesson", Value: *estimate(0.1, 0.5)}},
		}},
		Holds: &analysis.Attribution{
			Unit: "share of worlds", Total: estimate(0.78, 0.02), Without: estimate(0.1, 0.01),
			Parts: []analysis.Part{{Channel: "lesson", Value: estimate(0.6, 0.02)}, {Channel: "money"}},
		},
	}
	d.ChannelReplicates = 2
	rests := Rests{Numbers: 10, Factors: 3, Judgements: 2}
	for name, s := range map[string]Style{"explain": piped, "explain-narrow": narrow} {
		text := ExplainText(s, w, "my-world", w.Claims[0], d, rests)
		if s.Width == 0 {
			fits(t, s, text)
		}
		golden(t, name, text)
	}
	d.Channels, d.Partial = nil, true
	d.Verdict.Shares, d.Verdict.Kind, d.Verdict.Reason = nil, analysis.NotDecided, "stopped before its worlds were played"
	d.Verdict.Tests[0].Shares, d.Verdict.Tests[0].Size = nil, nil
	golden(t, "explain-stopped", ExplainText(piped, w, "my-world", w.Claims[0], d, rests))
}

func TestComparePage(t *testing.T) {
	w := sample()
	parts := 1
	higher, lower := share(0.9), share(0.05)
	c := &analysis.Comparison{
		Run: sampleRun(), A: "deal", B: "wait-and-see-first",
		Rows: []analysis.Between{
			{Measure: "cost.usa", Unit: "bn USD", A: summary(100, 1, 0, 1), B: summary(80, 1, 0, 1), Effect: summary(20, 1, 0, 1), Higher: &higher, Lower: &lower, Parts: &parts},
			{Measure: "war.strait", Unit: "probability", A: summary(0.1, 0.001, 0, 1), B: summary(0.1, 0.001, 0, 1), Effect: summary(0, 0, 0, 0), Higher: &lower, Lower: &lower},
			{Measure: "stock.red.strike", Unit: "bn USD"},
		},
	}
	text := CompareText(piped, w, "my-world", c, Rests{Numbers: 1})
	fits(t, piped, text)
	golden(t, "compare", text)
}

func TestCouplingPage(t *testing.T) {
	half := share(0.5)
	c := &analysis.CouplingMatrix{
		Run: sampleRun(), Theatres: []analysis.Named{{ID: "plain", Title: "the Plain"}, {ID: "strait", Title: "the Strait"}},
		Cells: []analysis.Coupled{
			{From: "plain", To: "strait", Effect: &analysis.Estimate{N: 10, Value: 0.012, SE: 0.001}, Higher: &half},
			{From: "strait", To: "plain"},
		},
	}
	golden(t, "coupling", CouplingText(piped, c))
	c.Theatres = c.Theatres[:1]
	if text := CouplingText(piped, c); !strings.Contains(text, "It takes two theatres.") {
		t.Error(text)
	}
}

func TestEvidencePage(t *testing.T) {
	entries := []EvidenceEntry{
		{ID: "x", Title: "How often", Group: "crises", Kind: "proportion", Value: 0.67, K: 2, N: 3, Unit: "share", Interval: "95 % Wilson interval", Low: 0.2, High: 0.9, Mark: "D", DataSet: "Set", Version: "1", Caveat: "few"},
		{ID: "y", Title: "What was found", Group: "onsets", Kind: "finding", Mark: "M"},
		{ID: "z", Title: strings.Repeat("a very long title ", 10), Group: "crises", Kind: "table", Cells: []EvidenceCell{{"one", 1}, {"two", 2.5}}},
	}
	list := EvidenceList(piped, entries)
	fits(t, piped, list)
	golden(t, "evidence-list", list)
	for i := range entries {
		golden(t, "evidence-"+entries[i].ID, EvidenceText(piped, &entries[i]))
	}
}

func TestCheckPage(t *testing.T) {
	w := sample()
	problems := diag.List{
		{Severity: diag.Judgement, ID: "judgement", Detail: "quantity.x rests on a judgement: it is so", Range: w.Claims[0].Range},
		{Severity: diag.Judgement, ID: "default", Detail: "theatre.plain leaves to the program: a = 1.", Range: w.Theatres[1].Range},
		{Severity: diag.Warning, ID: "unused", Context: `kind "strike"`, Detail: "Nothing refers to kind.strike.", Range: w.Kinds[0].Range},
		{Severity: diag.Warning, ID: "idle-link", Detail: strings.Repeat("It does nothing. ", 10), Range: w.Flows[0].Range},
	}
	for i := range 12 {
		n := world.Const(float64(i))
		n.Path, n.Evidence, n.Default = "quantity."+Letter(i), []string{"evidence.x"}, i == 0
		w.Numbers = append(w.Numbers, n)
	}
	w.Factors = []*world.Factor{{Name: "theory.stocks", Labels: []string{"fungible", "separate"}}, {Name: "quantity.x", Written: "between(1, 2)", Unit: "bn USD"}}
	d := Check(w, problems, 1, "0123", "1")
	short := CheckText(piped, d, false)
	fits(t, piped, short)
	golden(t, "check", short)
	golden(t, "check-all", CheckText(piped, Check(w, problems, 1, "0123", "1"), true))

	wrong := Check(w, diag.List{{Summary: "bad"}}, 1, "0123", "1")
	if !wrong.Wrong || len(wrong.Numbers) != 0 || wrong.Counts.Actors != 0 {
		t.Error("the lists of a wrong world are not to be trusted, and yet they are there")
	}
}

// What a source says must not take over the terminal of who reads a report.
func TestTextsAreHarmless(t *testing.T) {
	c := &Claim{Quote: "red \x1b[31malert\x07\u202e", Speaker: "a\nb", Gloss: "x\x00"}
	text := Said(piped, c)
	for _, bad := range []string{"\x1b", "\x07", "\x00", "\u202e"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q reaches the reader: %q", bad, text)
		}
	}
}

package diag

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func at(file string, line, column int) Range {
	return Range{File: file, Start: Pos{Line: line, Column: column}, End: Pos{Line: line, Column: column + 1}}
}

// A reader would look for the first problem of a file in the wrong place.
func TestSortOrdersByPlaceThenGravityAndKeepsTheRest(t *testing.T) {
	list := List{
		{Summary: "f", Range: at("b.hcl", 1, 1)},
		{Summary: "e", Range: at("a.hcl", 10, 1)},
		{Summary: "c", Range: at("a.hcl", 2, 3), Severity: Warning},
		{Summary: "d", Range: at("a.hcl", 2, 3), Severity: Warning},
		{Summary: "b", Range: at("a.hcl", 2, 3)},
		{Summary: "a"},
	}
	list.Sort()
	var got strings.Builder
	for _, d := range list {
		got.WriteString(d.Summary)
	}
	if got.String() != "abcdef" {
		t.Errorf("order is %s, want abcdef", got.String())
	}
}

// An error hidden by a habit of silencing would let a wrong world run.
func TestWithoutSilencesWarningsAndJudgementCallsButNeverErrors(t *testing.T) {
	list := List{
		{Severity: Error, ID: "noise"},
		{Severity: Warning, ID: "noise"},
		{Severity: Judgement, ID: "noise"},
		{Severity: Warning, ID: "signal"},
		{Severity: Warning},
	}
	got := list.Without("noise", "")
	if len(got) != 3 || got[0].Severity != Error || got[1].ID != "signal" || got[2].ID != "" {
		t.Errorf("left over: %v", got)
	}
	if len(list) != 5 || list[1].ID != "noise" {
		t.Error("the list itself was changed")
	}
	if got := list.Without(); len(got) != len(list) {
		t.Errorf("without nothing leaves %d of %d", len(got), len(list))
	}
}

// A caller that checks err would run a wrong world, or refuse a right one.
func TestErrIsNilUnlessThereIsAnError(t *testing.T) {
	if err := (List{{Severity: Warning}, {Severity: Judgement}}).Err(); err != nil {
		t.Errorf("warnings are an error: %v", err)
	}
	if err := List(nil).Err(); err != nil {
		t.Errorf("the empty list is an error: %v", err)
	}
	list := List{
		{Severity: Warning, Summary: "w"},
		{Severity: Error, Summary: "Unknown attribute", Detail: "No such thing.", Suggestion: "right", Range: at("a.hcl", 2, 3)},
	}
	err := list.Err()
	want := `a.hcl:2:3: Unknown attribute: No such thing. Did you mean "right"?`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	var problem *ListError
	if !errors.As(err, &problem) || len(problem.List) != 2 {
		t.Error("the list cannot be had from the error")
	}
	list = append(list, Diagnostic{Summary: "a"}, Diagnostic{Summary: "b"})
	if got := list.Err().Error(); got != want+" (and 2 more errors)" {
		t.Errorf("got %s", got)
	}
}

func TestListSeparatesTheSeverities(t *testing.T) {
	list := List{{Severity: Judgement}, {Severity: Error}, {Severity: Warning}, {Severity: Judgement}}
	if len(list.Errors()) != 1 || len(list.Warnings()) != 1 || len(list.Judgements()) != 2 {
		t.Error("a severity lost or gained a problem")
	}
	if got := list.Tally(); got != "1 error, 1 warning, 2 judgement calls" {
		t.Errorf("tally is %q", got)
	}
}

// Programs that read the output would break if a field changed its name.
func TestWriteJSONIsStable(t *testing.T) {
	list := List{
		{
			Severity: Judgement, ID: "rests-on-nothing", Summary: "Judgement call", Detail: "<why>\x1b", Suggestion: "s", Context: "c",
			Range: Range{File: "w.hcl", Start: Pos{Line: 1, Column: 2, Byte: 1}, End: Pos{Line: 1, Column: 5, Byte: 4}},
		},
		{Summary: "No world"},
	}
	var out strings.Builder
	if err := WriteJSON(&out, list); err != nil {
		t.Fatal(err)
	}
	want := `{
  "errors": 1,
  "warnings": 0,
  "judgement_calls": 1,
  "diagnostics": [
    {
      "severity": "judgement",
      "id": "rests-on-nothing",
      "summary": "Judgement call",
      "detail": "<why>\u001b",
      "suggestion": "s",
      "context": "c",
      "range": {
        "file": "w.hcl",
        "start": {
          "line": 1,
          "column": 2,
          "byte": 1
        },
        "end": {
          "line": 1,
          "column": 5,
          "byte": 4
        }
      }
    },
    {
      "severity": "error",
      "summary": "No world"
    }
  ]
}
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	var back struct{ Diagnostics List }
	if err := json.Unmarshal([]byte(out.String()), &back); err != nil {
		t.Fatal(err)
	}
	if len(back.Diagnostics) != 2 || back.Diagnostics[0] != list[0] || back.Diagnostics[1] != list[1] {
		t.Errorf("read back as %v", back.Diagnostics)
	}
}

func TestWriteJSONOfNothingHasAnEmptyArray(t *testing.T) {
	var out strings.Builder
	if err := WriteJSON(&out, nil); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"diagnostics": []`) {
		t.Errorf("got %s", out.String())
	}
}

func TestUnknownSeverityIsRefused(t *testing.T) {
	var s Severity
	if err := json.Unmarshal([]byte(`"fatal"`), &s); err == nil {
		t.Error("an unknown severity was read")
	}
	if _, err := json.Marshal(Severity(9)); err == nil {
		t.Error("an unknown severity was written")
	}
}

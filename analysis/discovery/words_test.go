package discovery

import "testing"

// The sentence of the requirement, to the letter.
func TestWords(t *testing.T) {
	r := Region{Density: 0.712, Coverage: 0.583, Limits: []Limit{
		{Dimension: "lesson", High: new(0.1187), Minimum: 0.0003, Maximum: 0.999},
		{Dimension: "trade", High: new(0.602), Minimum: 0.1, Maximum: 1.4},
	}}
	p := Phrases{Subject: "It fails", Rows: "worlds", Cases: "failures", Dimensions: map[string]Phrase{
		"lesson": {Name: "the lesson weight"},
		"trade":  {Below: "wartime trade fades to under {high} of its rate"},
	}}
	want := "It fails in 71 % of worlds where the lesson weight is below 0.12 and wartime trade fades to under 0.6 of its rate; " +
		"these are 58 % of all failures."
	if got := Words(r, p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	result := Result{Boxes: []Box{{Region: r}, {Region: Region{Density: 0.999, Coverage: 0.001, Limits: []Limit{
		{Dimension: "a", Low: new(1.4e5), High: new(7.5e5), Minimum: 0, Maximum: 1e6},
		{Dimension: "b", Low: new(0.001), Minimum: 0, Maximum: 1},
		{Dimension: "regime", Kept: []string{"open", "mixed"}, Removed: []string{"closed", "none"}},
		{Dimension: "ally", Kept: []string{"p", "q", "r"}, Removed: []string{"s"}},
	}}}}}
	want = "Outside that, it fails in over 99 % of worlds where a is between 140000 and 750000, b is above 0.001, " +
		"regime is open or mixed and ally is not s; these are under 1 % of all failures."
	if got := result.Words(p)[1]; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := Words(Region{Density: 1}, Phrases{}); got != "It happens in 100 % of all cases." {
		t.Errorf("got %s", got)
	}
}

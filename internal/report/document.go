package report

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"parley"
	"parley/analysis"
	"parley/diag"
	"parley/world"
)

// RunDocument is what `parley run --json` writes.
type RunDocument struct {
	Document string             `json:"document"` // "run"
	Version  string             `json:"version"`  // of the program
	Rests    Rests              `json:"rests_on"`
	Claims   []Claim            `json:"claims"` // in the order in which they were written
	Findings *analysis.Findings `json:"findings"`
}

// ExplainDocument is what `parley explain --json` writes.
type ExplainDocument struct {
	Document string                    `json:"document"` // "explain"
	Version  string                    `json:"version"`
	Claim    Claim                     `json:"claim"`
	Run      analysis.Run              `json:"run"` // that the verdict comes from
	Verdict  *analysis.Verdict         `json:"verdict"`
	Channels *analysis.ChannelFindings `json:"channels"` // nil where none was played
	// ChannelReplicates is how often chance was played in each world when links were cut.
	ChannelReplicates int              `json:"channel_replicates"`
	Reasons           *parley.Reasons  `json:"reasons"` // nil where none were looked for before a signal
	Scale             []analysis.Level `json:"scale"`
	Partial           bool             `json:"partial"` // stopped before its end
}

// CompareDocument is what `parley compare --json` writes.
type CompareDocument struct {
	Document   string               `json:"document"` // "compare"
	Version    string               `json:"version"`
	Comparison *analysis.Comparison `json:"comparison"`
}

// CouplingDocument is what `parley coupling --json` writes.
type CouplingDocument struct {
	Document string                   `json:"document"` // "coupling"
	Version  string                   `json:"version"`
	Coupling *analysis.CouplingMatrix `json:"coupling"` // nil where channels were asked for
	Carried  *analysis.CarriedMatrix  `json:"carried"`  // by channel; nil where they were not
}

// CheckDocument is what `parley check --json` writes.
type CheckDocument struct {
	Document    string        `json:"document"` // "check"
	Version     string        `json:"version"`
	Wrong       bool          `json:"wrong"` // whether the world has errors; then the lists are empty
	Title       string        `json:"title"`
	Model       string        `json:"model"` // hash of the world's files
	Counts      Counts        `json:"counts"`
	Rests       Rests         `json:"rests_on"`
	Factors     []FactorEntry `json:"factors"`
	Links       []LinkEntry   `json:"links"`
	Numbers     []NumberEntry `json:"numbers"`
	Unused      []string      `json:"unused"` // paths of blocks that nothing refers to
	Diagnostics diag.List     `json:"diagnostics"`
}

// Counts says how large a world is.
type Counts struct {
	Files     int `json:"files"`
	Periods   int `json:"periods"`
	Actors    int `json:"actors"`
	Theatres  int `json:"theatres"`
	Links     int `json:"links"`
	Channels  int `json:"channels"`
	Theories  int `json:"theories"`
	Scenarios int `json:"scenarios"`
	Claims    int `json:"claims"`
	Sources   int `json:"sources"`
	Measures  int `json:"measures"`
}

// FactorEntry is an uncertain number, or a theory of which each world draws a rival.
type FactorEntry struct {
	Name   string   `json:"name"`
	Law    string   `json:"law"` // as the analyst wrote it
	Domain string   `json:"domain"`
	Unit   string   `json:"unit"`
	Rivals []string `json:"rivals"` // of a theory
	Place  Place    `json:"place"`
}

// LinkEntry is something that ties actors or theatres.
type LinkEntry struct {
	Kind    string `json:"kind"` // "flow", "support", "watch", "precedent", "release", "capacity"
	ID      string `json:"id"`
	From    string `json:"from"`
	To      string `json:"to"`
	Carries string `json:"carries"`
	Channel string `json:"channel"`
	Place   Place  `json:"place"`
}

// NumberEntry is a number and what it rests on.
type NumberEntry struct {
	Path      string   `json:"path"`
	Value     *float64 `json:"value"` // nil where it is uncertain or computed
	Uncertain bool     `json:"uncertain"`
	Unit      string   `json:"unit"`
	Domain    string   `json:"domain"`
	Evidence  []string `json:"evidence"`
	Note      string   `json:"note"`
	Default   bool     `json:"default"` // left to the program
	Place     Place    `json:"place"`
}

// Place is where something stands in a world's files; the line is 0 where that
// is not known.
type Place struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

func placeOf(r diag.Range) Place { return Place{r.File, r.Start.Line} }

// String gives the place as file:line.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// EvidenceDocument is what `parley evidence --json` writes.
type EvidenceDocument struct {
	Document string          `json:"document"` // "evidence"
	Version  string          `json:"version"`
	Entries  []EvidenceEntry `json:"entries"`
}

// EvidenceEntry is one entry of the built-in library.
type EvidenceEntry struct {
	ID            string         `json:"id"`
	Title         string         `json:"title"`
	Group         string         `json:"group"`
	Kind          string         `json:"kind"`
	Value         float64        `json:"value"`
	Unit          string         `json:"unit"`
	K             int            `json:"k"`     // cases or events, of a proportion or rate
	N             int            `json:"n"`     // of how many, of a proportion
	Years         float64        `json:"years"` // exposure of a rate
	Low           float64        `json:"low"`   // in the sense of interval
	High          float64        `json:"high"`
	Interval      string         `json:"interval"` // empty where low and high are not given
	StandardError float64        `json:"standard_error"`
	Cells         []EvidenceCell `json:"cells"` // of a table
	DataSet       string         `json:"data_set"`
	Version       string         `json:"version"`
	Period        string         `json:"period"`
	Method        string         `json:"method"`
	Source        string         `json:"source"`
	Caveat        string         `json:"caveat"`
	Mark          string         `json:"mark"` // V read, D computed, M from memory, J judged
}

// EvidenceCell is one labelled number of a table.
type EvidenceCell struct {
	Label string  `json:"label"`
	Value float64 `json:"value"`
}

// VersionDocument is what `parley version --json` writes.
type VersionDocument struct {
	Document string `json:"document"` // "version"
	Version  string `json:"version"`
	Go       string `json:"go"`       // the compiler's version
	System   string `json:"system"`   // "linux/amd64"
	Revision string `json:"revision"` // of the source, where it is known
	Modified bool   `json:"modified"` // whether the source differed from the revision
}

// Claim is a claim with the words of its source.
type Claim struct {
	Letter  string `json:"letter"`
	ID      string `json:"id"`
	Title   string `json:"title"`
	Speaker string `json:"speaker"` // name and office
	To      string `json:"to"`
	Hedge   string `json:"hedge"`
	Quote   string `json:"quote"`
	Gloss   string `json:"gloss"`  // what it is taken to mean
	Source  string `json:"source"` // the document's title
	Place   Place  `json:"place"`  // of the quote
}

// ClaimsOf lists the claims of a world as they were written.
func ClaimsOf(w *world.World) []Claim {
	claims := []Claim{}
	for i, c := range Order(w) {
		claims = append(claims, claimOf(w, i, c))
	}
	return claims
}

func claimOf(w *world.World, n int, c *world.Claim) Claim {
	out := Claim{
		Letter: Letter(n), ID: c.ID, Title: c.Title, Speaker: names{w}.speaker(c.Speaker),
		To: c.To, Hedge: c.Hedge, Quote: c.Quote, Gloss: c.Gloss, Source: c.Source, Place: placeOf(c.Range),
	}
	for _, s := range w.Sources {
		if s.ID != c.Source {
			continue
		}
		out.Source = s.Title
		if s.File != "" && c.At >= 0 && c.At <= len(s.Text) {
			out.Place = Place{s.File, 1 + strings.Count(s.Text[:c.At], "\n")}
		}
	}
	return out
}

// WriteJSON writes a document.
func WriteJSON(w io.Writer, document any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(document); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

//go:embed schema/*.schema.json
var schemas embed.FS

const schemaEnd = ".schema.json"

// Schemas lists the documents of which there is a JSON Schema.
func Schemas() []string {
	files, err := fs.ReadDir(schemas, "schema")
	if err != nil {
		return nil // the folder is part of the program
	}
	var list []string
	for _, f := range files {
		list = append(list, strings.TrimSuffix(f.Name(), schemaEnd))
	}
	slices.Sort(list)
	return list
}

// Schema returns the JSON Schema of a document, and whether there is one.
func Schema(name string) ([]byte, bool) {
	text, err := schemas.ReadFile("schema/" + name + schemaEnd)
	return bytes.TrimLeft(text, "\n"), err == nil
}

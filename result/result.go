package result

// Measure names one column of a run.
type Measure struct {
	Name string `json:"name"` // "war.taiwan"
	Unit string `json:"unit"` // "probability"
}

// Factor names one uncertain input of a run.
type Factor struct {
	Name   string   `json:"name"`
	Law    string   `json:"law"`
	Labels []string `json:"labels,omitempty"` // of a theory: its rivals, by value
}

// Header says what the numbers of a run are.
type Header struct {
	Title      string    `json:"title"`
	Model      string    `json:"model"` // hash of the frozen world
	Seed       uint64    `json:"seed"`
	Replicates int       `json:"replicates"`
	Measures   []Measure `json:"measures"`
	Scenarios  []string  `json:"scenarios"` // ids, in the order of the values
	Titles     []string  `json:"titles"`    // of the scenarios
	Times      []string  `json:"times"`     // labels of the points in time, 0 the opening
	Factors    []Factor  `json:"factors"`
}

// MeasureIndex is the column of a measure, or −1.
func (h *Header) MeasureIndex(name string) int {
	for i, m := range h.Measures {
		if m.Name == name {
			return i
		}
	}
	return -1
}

// ScenarioIndex is the place of a scenario, or −1.
func (h *Header) ScenarioIndex(id string) int {
	for i, s := range h.Scenarios {
		if s == id {
			return i
		}
	}
	return -1
}

// FactorIndex is the place of a factor, or −1.
func (h *Header) FactorIndex(name string) int {
	for i, f := range h.Factors {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// Failure is a world that was left out of every result, and why.
type Failure struct {
	World    int                `json:"world"`
	Rule     int                `json:"rule"`     // of MODEL.md; 0 where an input left its domain
	Where    string             `json:"where"`    // "theatre.ukraine", or the path of the input
	Scenario string             `json:"scenario"` // empty for an input
	Period   int                `json:"period"`
	Detail   string             `json:"detail"`
	Factors  map[string]float64 `json:"factors"` // the values that did it
}

// Block is the values of consecutive worlds, each averaged over its
// replicates. Blocks of a run reach their reader in the order of the worlds,
// so that sums come out the same however the work was shared out.
type Block struct {
	First  int // number of the first world
	Worlds int // how many

	// Series is [scenario][measure][time][world], flat; Times as in the header.
	// Probabilities are of a first event up to that time.
	Series []float64
	// Factors is [factor][world], flat: the values drawn.
	Factors []float64
	// Failed marks worlds to be left out; Failures says why, at most once a world.
	Failed   []bool
	Failures []Failure
	// Notes counts, by id, things a reader should know of: worlds in which the
	// observed drift cannot be shown, settlements that found no war, and so on.
	Notes []Note

	measures, times int
}

// Note is something that happened in some worlds without making them wrong.
type Note struct {
	ID     string `json:"id"`     // "drift", "settle-no-war", "vote-refused"
	Where  string `json:"where"`  // "theatre.ukraine"
	Worlds int    `json:"worlds"` // in how many worlds it happened at least once
	Times  int    `json:"times"`  // how often, over plays of chance and scenarios
	Of     int    `json:"of"`     // how often it could have
}

// NewBlock makes an empty block of the given shape.
func NewBlock(first, worlds, scenarios, measures, times, factors int) *Block {
	return &Block{
		First: first, Worlds: worlds, measures: measures, times: times,
		Series:  make([]float64, scenarios*measures*times*worlds),
		Factors: make([]float64, factors*worlds),
		Failed:  make([]bool, worlds),
	}
}

// At is the values of a measure at a time under a scenario, one for each world.
func (b *Block) At(scenario, measure, time int) []float64 {
	from := ((scenario*b.measures+measure)*b.times + time) * b.Worlds
	return b.Series[from : from+b.Worlds]
}

// Factor is the values of a factor, one for each world.
func (b *Block) Factor(factor int) []float64 {
	return b.Factors[factor*b.Worlds : (factor+1)*b.Worlds]
}

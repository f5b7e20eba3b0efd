package serve

import (
	"context"
	"net/http"
	"runtime"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/analysis"
	"parley/internal/report"
	"parley/result"
)

// Sizes of small runs: few worlds, the same ones for every variant, so that differences
// are paired and a moved slider is answered at once.
const (
	answerWorlds     = 64
	answerReplicates = 1
	answerFurther    = 12   // worlds for claims that need further runs
	mostAnswered     = 1024 // worlds that may be asked for
	mostChance       = 16   // replicates
	keptAnswers      = 64
	waitingAnswers   = 32
)

// AnswerRequest asks for a small run.
type AnswerRequest struct {
	Variant    parley.Variant `json:"variant" doc:"changes to the world"`
	Worlds     int            `json:"worlds,omitempty" minimum:"1" maximum:"1024" doc:"worlds to play; 64 if nothing is said"`
	Replicates int            `json:"replicates,omitempty" minimum:"1" maximum:"16" doc:"plays of chance in each; 1 if nothing is said"`
	First      int            `json:"first,omitempty" minimum:"0" maximum:"1000000000" doc:"number of the first world"`
	Scenarios  []string       `json:"scenarios,omitempty" maxItems:"64" doc:"in the outcome table; all if none is named"`
	Measures   []string       `json:"measures,omitempty" maxItems:"256" doc:"in the outcome table; those of parley run if none is named"`
	Claims     []string       `json:"claims,omitempty" maxItems:"256" doc:"to be judged; all if none is named"`
	NoSeries   bool           `json:"no_series,omitempty" doc:"leave out what the measures do over time"`
}

// RunDocument is the document of parley run.
type RunDocument struct{ *report.RunDocument }

// Schema is that of the document.
func (RunDocument) Schema(huma.Registry) *huma.Schema { return schemaOf("run") }

// Answer is a small run.
type Answer struct {
	Document   RunDocument `json:"document"`
	TookMS     float64     `json:"took_ms" doc:"milliseconds that playing and judging took"`
	Worlds     int         `json:"worlds"`
	Replicates int         `json:"replicates"`
}

// answers plays small runs, at most as many at once as there are cores, each on one.
type answers struct {
	s     *Server
	slots chan struct{}
	queue chan struct{}

	mutex sync.Mutex
	kept  map[string]*Answer
	order []string
	busy  int
	idle  chan struct{} // closed while none is under way
}

func newAnswers(s *Server) *answers {
	a := &answers{s: s, slots: make(chan struct{}, runtime.GOMAXPROCS(0)), queue: make(chan struct{}, waitingAnswers), kept: map[string]*Answer{}, idle: make(chan struct{})}
	close(a.idle)
	return a
}

func (s *Server) answerRoutes() {
	huma.Register(s.api, operation("answer", http.MethodPost, "/api/answers", "Play a few worlds and judge the claims, at once", 409, 422, 429),
		func(ctx context.Context, in *struct{ Body AnswerRequest }) (*body[*Answer], error) {
			out, err := s.answers.answer(ctx, &in.Body)
			if err != nil {
				return nil, err
			}
			return &body[*Answer]{out}, nil
		})
}

// answer plays a request, unless the same was played lately.
func (a *answers) answer(ctx context.Context, r *AnswerRequest) (*Answer, error) {
	m, err := a.s.varied(&r.Variant)
	if err != nil {
		return nil, err
	}
	o, err := a.options(m, r)
	if err != nil {
		return nil, err
	}
	key := m.Hash + " " + r.Variant.Key() + " " + keyOf(&o)
	if out := a.known(key); out != nil {
		return out, nil
	}
	select {
	case a.queue <- struct{}{}:
		defer func() { <-a.queue }()
	default:
		return nil, huma.Error429TooManyRequests("Too many answers are waited for; ask again in a moment.")
	}
	a.begin()
	defer a.end()
	select {
	case a.slots <- struct{}{}:
		defer func() { <-a.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	began := time.Now()
	f, err := analysis.Judge(ctx, alone{m}, m.World, o)
	if err != nil {
		return nil, err
	}
	took := time.Since(began)
	a.s.meters.answered(took)
	out := &Answer{Document: RunDocument{a.s.runDocument(m, f)}, TookMS: float64(took.Microseconds()) / 1000, Worlds: o.Worlds, Replicates: o.Replicates}
	a.keep(key, out)
	return out, nil
}

// runDocument is the document of findings.
func (s *Server) runDocument(m *parley.Model, f *analysis.Findings) *report.RunDocument {
	return &report.RunDocument{
		Document: "run", Version: parley.Version, Rests: report.RestsOf(m.World, m.Problems), Claims: report.ClaimsOf(m.World), Findings: f,
	}
}

// options are those of a small run.
func (a *answers) options(m *parley.Model, r *AnswerRequest) (analysis.Options, error) {
	o := analysis.Options{
		First: r.First, Worlds: min(r.Worlds, mostAnswered), Replicates: min(r.Replicates, mostChance), Seed: usualSeed, Design: parley.Designs()[0],
		Scenarios: r.Scenarios, Measures: r.Measures, Claims: r.Claims, FurtherWorlds: answerFurther, NoSeries: r.NoSeries,
	}
	if o.Worlds == 0 {
		o.Worlds = answerWorlds
	}
	if o.Replicates == 0 {
		o.Replicates = answerReplicates
	}
	if len(o.Measures) == 0 {
		o.Measures = report.Shown(m.World)
	}
	return o, known(m, &o)
}

func (a *answers) known(key string) *Answer {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return a.kept[key]
}

func (a *answers) keep(key string, out *Answer) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.kept[key] == nil {
		a.order = append(a.order, key)
	}
	a.kept[key] = out
	if len(a.order) > keptAnswers {
		delete(a.kept, a.order[0])
		a.order = a.order[1:]
	}
}

func (a *answers) begin() {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.busy++; a.busy == 1 {
		a.idle = make(chan struct{})
	}
}

func (a *answers) end() {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.busy--; a.busy == 0 {
		close(a.idle)
	}
}

// giveWay waits until no answer is under way, so that long runs do not slow the page.
func (a *answers) giveWay(ctx context.Context) error {
	a.mutex.Lock()
	idle := a.idle
	a.mutex.Unlock()
	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// alone is a model that plays on one core.
type alone struct{ *parley.Model }

// Run implements [analysis.Runner].
func (m alone) Run(ctx context.Context, r analysis.Request, sink func(*result.Block) error) error {
	return m.RunOn(ctx, r, 1, sink)
}

package serve

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/analysis"
	"parley/internal/report"
	"parley/result"
	"parley/world"
)

// Bounds of runs.
const (
	runWorlds      = 4000 // what parley run plays
	runReplicates  = 8
	runFurther     = 1000
	mostRunWorlds  = 100_000
	mostRunChance  = 64
	mostWaiting    = 16 // runs that wait
	keptRuns       = 40 // ended runs that are kept
	coarseDivisor  = 16 // of the worlds are played first
	mostCoarse     = 400
	fewestToRefine = 1000
)

// Kinds of run.
const (
	kindRun      = "run"
	kindExplain  = "explain"
	kindCompare  = "compare"
	kindCoupling = "coupling"
)

// States of a run.
const (
	queued    = "queued"
	running   = "running"
	done      = "done"
	failed    = "failed"
	cancelled = "cancelled"
)

// RunRequest asks for a run.
type RunRequest struct {
	Kind       string         `json:"kind" enum:"run,explain,compare,coupling" doc:"what the command of that name does"`
	Claim      string         `json:"claim,omitempty" maxLength:"200" doc:"of explain: the claim"`
	Scenarios  []string       `json:"scenarios,omitempty" maxItems:"64" doc:"of compare: the two; of run: those in the outcome table, all if none is named"`
	Variant    parley.Variant `json:"variant" doc:"changes to the world"`
	Worlds     int            `json:"worlds,omitempty" minimum:"1" maximum:"100000" doc:"4000 if nothing is said"`
	Replicates int            `json:"replicates,omitempty" minimum:"1" maximum:"64" doc:"8 if nothing is said"`
	Seed       uint64         `json:"seed,omitempty" doc:"1 if nothing is said"`
	Reason     string         `json:"reason" maxLength:"2000" doc:"why this run: kept beside it"`
}

// Progress says how far a run is.
type Progress struct {
	Stage       string  `json:"stage"`
	Done        int     `json:"done"`
	Total       int     `json:"total"`
	SecondsLeft float64 `json:"seconds_left"`
}

// AnyDocument is the document of a run, by its kind.
type AnyDocument struct{ of any }

// MarshalJSON writes the document itself.
func (d AnyDocument) MarshalJSON() ([]byte, error) { return marshal(d.of) }

// Schema is one of those of the documents.
func (AnyDocument) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{OneOf: []*huma.Schema{schemaOf(kindRun), schemaOf(kindExplain), schemaOf(kindCompare), schemaOf(kindCoupling)}}
}

// RunResource is a run as it stands.
type RunResource struct {
	ID       string         `json:"id"`
	Kind     string         `json:"kind"`
	State    string         `json:"state" enum:"queued,running,done,failed,cancelled"`
	Reason   string         `json:"reason"`
	Claim    string         `json:"claim,omitempty"`
	Variant  parley.Variant `json:"variant"`
	Model    string         `json:"model"`
	Worlds   int            `json:"worlds"`
	Created  time.Time      `json:"created"`
	Progress *Progress      `json:"progress,omitempty"`
	Document *AnyDocument   `json:"document,omitempty"` // partial while running, and after a cancel
	Error    string         `json:"error,omitempty"`
}

// one is a run with what moves it.
type one struct {
	mutex    sync.Mutex
	resource RunResource
	version  int // counts changes
	parts    int // and those of the document
	changed  chan struct{}
	began    time.Time

	m      *parley.Model
	claim  *world.Claim
	o      analysis.Options
	pair   []string
	ctx    context.Context //nolint:containedctx // a run outlives the request that asked for it
	cancel context.CancelFunc
}

// change changes a run and wakes those who follow it.
func (r *one) change(do func(*RunResource)) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if over(r.resource.State) {
		return
	}
	do(&r.resource)
	r.version++
	close(r.changed)
	r.changed = make(chan struct{})
}

// now is the run as it stands, with the number of its last change and a channel that is
// closed at the next.
func (r *one) now() (RunResource, int, int, <-chan struct{}) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.resource, r.version, r.parts, r.changed
}

func over(state string) bool { return state == done || state == failed || state == cancelled }

// runs are long runs. Of those that refine what the page shows one is played at a time,
// and of all others one beside it, so that nobody waits for an explanation to see a verdict.
type runs struct {
	s      *Server
	shown  chan *one // of kind run
	others chan *one

	mutex sync.Mutex
	list  []*one
	count int
}

func newRuns(s *Server) *runs {
	return &runs{s: s, shown: make(chan *one, mostWaiting), others: make(chan *one, mostWaiting)}
}

func (s *Server) runRoutes() {
	huma.Register(s.api, huma.Operation{
		OperationID: "start-run", Method: http.MethodPost, Path: "/api/runs", Summary: "Start a run", DefaultStatus: http.StatusAccepted,
		MaxBodyBytes: mostBody, Errors: []int{409, 422, 429},
	}, func(_ context.Context, in *struct{ Body RunRequest }) (*body[RunResource], error) {
		r, err := s.runs.add(&in.Body)
		if err != nil {
			return nil, err
		}
		resource, _, _, _ := r.now()
		return &body[RunResource]{resource}, nil
	})
	huma.Register(s.api, operation("list-runs", http.MethodGet, "/api/runs", "The runs, the latest first, without their documents"),
		func(context.Context, *struct{}) (*body[[]RunResource], error) {
			return &body[[]RunResource]{s.runs.all()}, nil
		})
	huma.Register(s.api, operation("get-run", http.MethodGet, "/api/runs/{id}", "A run as it stands", 404),
		func(_ context.Context, in *runID) (*body[RunResource], error) {
			r, err := s.runs.find(in.ID)
			if err != nil {
				return nil, err
			}
			resource, _, _, _ := r.now()
			return &body[RunResource]{resource}, nil
		})
	huma.Register(s.api, operation("cancel-run", http.MethodDelete, "/api/runs/{id}", "Stop a run; what it has found stays", 404),
		func(_ context.Context, in *runID) (*struct{}, error) {
			r, err := s.runs.find(in.ID)
			if err != nil {
				return nil, err
			}
			r.cancel()
			if resource, _, _, _ := r.now(); resource.State == queued {
				r.change(func(x *RunResource) { x.State = cancelled })
			}
			return nil, nil
		})
	s.eventRoutes()
}

type runID struct {
	ID string `path:"id" maxLength:"40"`
}

// add checks a request and puts it into the queue.
func (rs *runs) add(in *RunRequest) (*one, error) {
	m, err := rs.s.varied(&in.Variant)
	if err != nil {
		return nil, err
	}
	r := &one{m: m, changed: make(chan struct{}), pair: in.Scenarios}
	r.o = analysis.Options{
		Worlds: min(in.Worlds, mostRunWorlds), Replicates: min(in.Replicates, mostRunChance), Seed: in.Seed, Design: parley.Designs()[0],
		FurtherWorlds: runFurther, Scenarios: in.Scenarios,
	}
	r.o.Worlds, r.o.Replicates, r.o.Seed = either(r.o.Worlds, runWorlds), either(r.o.Replicates, runReplicates), either(r.o.Seed, usualSeed)
	if err := known(m, &r.o); err != nil {
		return nil, err
	}
	switch in.Kind {
	case kindExplain:
		at := slices.IndexFunc(m.World.Claims, func(c *world.Claim) bool { return c.ID == in.Claim })
		if at < 0 {
			return nil, unknown("claim", "body.claim", in.Claim, claimNames(m.World))
		}
		r.claim, r.o.Scenarios = m.World.Claims[at], nil
	case kindCompare:
		if len(in.Scenarios) != 2 {
			return nil, huma.Error422UnprocessableEntity("Name the two scenarios to compare.", &huma.ErrorDetail{Message: "two scenarios are compared", Location: "body.scenarios"})
		}
	case kindRun:
		r.o.Measures = report.Shown(m.World)
	}
	r.ctx, r.cancel = context.WithCancel(context.Background())
	rs.mutex.Lock()
	defer rs.mutex.Unlock()
	rs.count++
	r.resource = RunResource{
		ID: strconv.Itoa(rs.count) + "-" + rs.s.boot[9:15], Kind: in.Kind, State: queued, Reason: in.Reason, Claim: in.Claim, Variant: in.Variant,
		Model: m.Hash, Worlds: r.o.Worlds, Created: time.Now().UTC(),
	}
	queue := rs.others
	if in.Kind == kindRun {
		queue = rs.shown
	}
	select {
	case queue <- r:
	default:
		rs.count--
		return nil, huma.Error429TooManyRequests(fmt.Sprintf("%d runs are waiting already; cancel some, or ask again later.", mostWaiting))
	}
	rs.list = append(rs.list, r)
	rs.forget()
	return r, nil
}

func either[T comparable](v, otherwise T) T {
	var none T
	if v == none {
		return otherwise
	}
	return v
}

// forget drops the oldest of the ended runs where there are too many.
func (rs *runs) forget() {
	for i := 0; len(rs.list) > keptRuns && i < len(rs.list); {
		if r, _, _, _ := rs.list[i].now(); over(r.State) {
			rs.list = slices.Delete(rs.list, i, i+1)
			continue
		}
		i++
	}
}

func (rs *runs) find(id string) (*one, error) {
	rs.mutex.Lock()
	defer rs.mutex.Unlock()
	for _, r := range rs.list {
		if r.resource.ID == id {
			return r, nil
		}
	}
	return nil, huma.Error404NotFound("There is no run " + id + ".")
}

func (rs *runs) all() []RunResource {
	rs.mutex.Lock()
	defer rs.mutex.Unlock()
	list := make([]RunResource, 0, len(rs.list))
	for _, r := range slices.Backward(rs.list) {
		resource, _, _, _ := r.now()
		resource.Document = nil
		list = append(list, resource)
	}
	return list
}

// work plays the runs until the context ends.
func (rs *runs) work(ctx context.Context) {
	go rs.serve(ctx, rs.others)
	rs.serve(ctx, rs.shown)
}

// serve plays the runs of a queue, one after the other.
func (rs *runs) serve(ctx context.Context, queue <-chan *one) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-queue:
			if r.ctx.Err() != nil {
				continue
			}
			stop := context.AfterFunc(ctx, r.cancel)
			rs.play(r)
			stop()
			r.cancel()
		}
	}
}

// play plays one run to its end.
func (rs *runs) play(r *one) {
	r.began = time.Now()
	r.change(func(x *RunResource) { x.State = running })
	rs.s.meters.runBegan()
	defer rs.s.meters.runEnded()
	err := rs.playKind(r)
	r.change(func(x *RunResource) {
		switch {
		case r.ctx.Err() != nil:
			x.State = cancelled
		case err != nil:
			x.State, x.Error = failed, err.Error()
		default:
			x.State = done
		}
	})
}

func (rs *runs) playKind(r *one) error {
	runner := polite{r.m, rs.s.answers}
	switch r.resource.Kind {
	case kindExplain:
		return rs.explain(r)
	case kindCompare:
		o := r.o
		o.Progress = r.stage("playing")
		o.Scenarios = nil
		c, err := analysis.Compare(r.ctx, runner, r.m.World, r.pair[0], r.pair[1], o)
		if c != nil {
			r.part(&report.CompareDocument{Document: kindCompare, Version: parley.Version, Comparison: c})
		}
		return err
	case kindCoupling:
		o := r.o
		o.Progress = r.stage("playing")
		c, err := analysis.Coupling(r.ctx, runner, r.m.World, o)
		if c != nil {
			r.part(&report.CouplingDocument{Document: kindCoupling, Version: parley.Version, Coupling: c})
		}
		return err
	default:
		return rs.run(r, runner)
	}
}

// run plays few worlds first, so that there is something to see, and then all.
func (rs *runs) run(r *one, runner analysis.Runner) error {
	sizes := []int{r.o.Worlds}
	if r.o.Worlds >= fewestToRefine {
		sizes = []int{min(mostCoarse, r.o.Worlds/coarseDivisor), r.o.Worlds}
	}
	for i, worlds := range sizes {
		o := r.o
		o.Worlds = worlds
		o.Progress = r.stage("playing")
		if i < len(sizes)-1 {
			o.FurtherWorlds, o.Progress = worlds/4, r.stage("a first look")
		}
		f, err := analysis.Judge(r.ctx, runner, r.m.World, o)
		if f != nil {
			r.part(rs.s.runDocument(r.m, f))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// explain finds an explanation, part by part.
func (rs *runs) explain(r *one) error {
	o := parley.ExplainOptions{Options: r.o, Stage: func(title string) (func(done, total int), func()) { return r.stage(title), func() {} }}
	show := func(x *parley.Explanation) error {
		if x.Findings != nil {
			r.part(report.Explained(r.m.World, r.claim, parley.Version, x))
		}
		return rs.s.answers.giveWay(r.ctx)
	}
	x, err := r.m.Explain(r.ctx, r.claim, o, show)
	if err != nil && x.Findings != nil {
		r.part(report.Explained(r.m.World, r.claim, parley.Version, x))
	}
	return err
}

// part hands over a document, which may be refined later.
func (r *one) part(document any) {
	r.change(func(x *RunResource) {
		x.Document = &AnyDocument{document}
		r.parts++
	})
}

// between is how often progress is told.
const between = 100 * time.Millisecond

// stage tells of progress, with the time that is left.
func (r *one) stage(title string) func(done, total int) {
	began, last := time.Now(), time.Time{}
	return func(done, total int) {
		now := time.Now()
		if now.Sub(last) < between && done < total {
			return
		}
		last = now
		left := 0.0
		if done > 0 {
			left = now.Sub(began).Seconds() * float64(total-done) / float64(done)
		}
		r.change(func(x *RunResource) {
			x.Progress = &Progress{Stage: title, Done: done, Total: total, SecondsLeft: left}
		})
	}
}

// polite is a model that lets answers go first.
type polite struct {
	*parley.Model

	answers *answers
}

// Run implements [analysis.Runner].
func (p polite) Run(ctx context.Context, q analysis.Request, sink func(*result.Block) error) error {
	return p.Model.Run(ctx, q, func(b *result.Block) error {
		if err := p.answers.giveWay(ctx); err != nil {
			return errors.Join(context.Cause(ctx), err)
		}
		return sink(b)
	})
}

package parley

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"parley/analysis"
	"parley/design"
	"parley/diag"
	"parley/lang"
	"parley/result"
	"parley/sim"
	"parley/world"
)

// Version of the program; results name it, because the same world and seed give
// the same bits only under the same version.
const Version = "0.1.0"

// Model is a world ready to be played.
type Model struct {
	World    *world.World
	Problems diag.List         // warnings and judgement calls
	Sources  map[string][]byte // text of the world files, to draw problems with
	Hash     string            // of the files the world was read from

	program *sim.Program
	kept    *keeper
	changes changes // nothing, unless the model is a variant
}

// ErrWrong says that a world has errors; they are in its problems.
var ErrWrong = errors.New("the world is wrong")

// Load reads the world in a directory. Where it is wrong, the model holds the
// problems and the error is [ErrWrong].
func Load(dir string) (*Model, error) {
	return made(lang.Load(dir))
}

// made is a model of what was read.
func made(w *world.World, problems diag.List, sources map[string][]byte) (*Model, error) {
	m := &Model{World: w, Problems: problems, Sources: sources, Hash: hash(sources), kept: &keeper{}}
	if problems.HasErrors() {
		return m, ErrWrong
	}
	program, err := sim.Compile(w)
	if err != nil {
		return m, err
	}
	m.program = program
	return m, nil
}

// New makes a model of a frozen world that no file holds.
func New(w *world.World) (*Model, error) {
	program, err := sim.Compile(w)
	if err != nil {
		return nil, err
	}
	return &Model{World: w, program: program, kept: &keeper{}}, nil
}

// hash is that of the files' names and texts.
func hash(sources map[string][]byte) string {
	names := make([]string, 0, len(sources))
	for name := range sources {
		names = append(names, name)
	}
	slices.Sort(names)
	h := sha256.New()
	for _, name := range names {
		h.Write(fmt.Appendf(nil, "%d %s %d\n", len(name), name, len(sources[name])))
		h.Write(sources[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// Measures lists what the model can record.
func (m *Model) Measures() []result.Measure { return m.program.Measures() }

// Judge plays every scenario and judges the claims.
func (m *Model) Judge(ctx context.Context, o analysis.Options) (*analysis.Findings, error) {
	return analysis.Judge(ctx, m, m.World, o)
}

// Channels finds what a claim rests on.
func (m *Model) Channels(ctx context.Context, claim string, o analysis.Options) (*analysis.ChannelFindings, error) {
	return analysis.Channels(ctx, m, m.World, claim, o)
}

// Header says what a request's blocks will hold; part of [analysis.Runner].
func (m *Model) Header(r analysis.Request) (*result.Header, error) {
	request, err := m.request(&r)
	if err != nil {
		return nil, err
	}
	h, err := m.program.Header(request)
	if err != nil {
		return nil, err
	}
	h.Model = m.Hash
	return h, nil
}

// Run plays a request; part of [analysis.Runner].
func (m *Model) Run(ctx context.Context, r analysis.Request, sink func(*result.Block) error) error {
	return m.RunOn(ctx, r, 0, sink)
}

// RunOn is [Model.Run] on a number of cores; 0 for all. The results are the same.
func (m *Model) RunOn(ctx context.Context, r analysis.Request, cores int, sink func(*result.Block) error) error {
	request, err := m.request(&r)
	if err != nil {
		return err
	}
	request.Workers = cores
	return m.program.Play(ctx, request, sink)
}

func (m *Model) request(r *analysis.Request) (*sim.Request, error) {
	plan, err := m.plan(r)
	if err != nil {
		return nil, err
	}
	shared := 1
	if r.Layout != nil {
		shared = r.Layout.Block()
	}
	held := slices.Clone(m.changes.held)
	if held == nil {
		held = make([]*float64, len(m.World.Factors))
	}
	for name, value := range r.Pin {
		i := m.factor(name)
		if i < 0 {
			return nil, fmt.Errorf("there is no factor %q to hold", name)
		}
		held[i] = &value
	}
	return &sim.Request{
		Scenarios: r.Scenarios, Measures: r.Measures, Cut: slices.Concat(r.Cut, m.changes.cut), First: r.First, Worlds: r.Worlds,
		Replicates: r.Replicates, Seed: r.Seed, Shared: shared, OnlyTimes: r.OnlyTimes, Points: points{plan, held, m.changes.parts, m.drawnFor(r, plan)},
	}, nil
}

// factor is the place of a factor, or −1.
func (m *Model) factor(name string) int {
	return slices.IndexFunc(m.World.Factors, func(f *world.Factor) bool { return f.Name == name })
}

// Designs are the names of the plans a run may follow.
func Designs() []string { return []string{"monte-carlo", "latin-hypercube", "sobol"} }

// plan lays out the worlds: which points of the unit cube they are.
func (m *Model) plan(r *analysis.Request) (design.Plan, error) {
	names := make([]string, len(m.World.Factors))
	for i, f := range m.World.Factors {
		names[i] = f.Name
	}
	if r.Layout != nil {
		return m.laidOut(r.Layout, r.Seed, names)
	}
	var plan design.Plan
	var err error
	switch r.Design {
	case "", "monte-carlo":
		plan, err = design.MonteCarlo(r.Seed, names)
	case "latin-hypercube":
		plan, err = design.LatinHypercube(r.Seed, names, r.First+r.Worlds)
	case "sobol":
		plan, err = design.Sobol(r.Seed, names)
	default:
		err = fmt.Errorf("there is no design %q; there are %v", r.Design, Designs())
	}
	if err != nil {
		return nil, err
	}
	var pairs []design.Correlation
	for _, c := range m.World.Correlations {
		rho, _ := c.Rho.Constant()
		pairs = append(pairs, design.Correlation{A: c.Between[0], B: c.Between[1], Rho: rho})
	}
	return design.Correlate(plan, names, pairs)
}

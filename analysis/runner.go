package analysis

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"parley/result"
	"parley/world"
)

// Request says which worlds to play, how.
type Request struct {
	Scenarios     []string // ids; empty: all. "coupling:T:all" and "coupling:T:stay" are hidden scenarios (docs/model.md §12)
	Measures      []string // names; empty: all
	Cut           []string // channels that are cut, and paths of single links, such as "flow.shells"
	First, Worlds int
	Replicates    int
	Seed          uint64
	Design        string             // "monte-carlo", "latin-hypercube", "sobol"
	Pin           map[string]float64 // factors held at a value (theories: index of the rival)
	OnlyTimes     []int              // points in time to keep; empty: all; a runner may keep them all
	Layout        *Layout            // nil: worlds are independent draws
}

// Layout lays worlds out in blocks for Sobol' indices and elementary effects: A, A
// with the factors of each group in turn from B, if second order is asked for B with
// those from A, and B ([parley/design.SaltelliPlan]). The worlds of a block play under
// the same chance, so that they differ by their factors only.
type Layout struct {
	// Groups names the group of each factor, in the order of the header; the factors of a
	// group move together, one without a name is a group of its own.
	Groups []string
	Second bool
}

// Block is how many worlds a block has.
func (l *Layout) Block() int {
	named, groups := map[string]bool{}, 0
	for _, g := range l.Groups {
		if g == "" || !named[g] {
			groups++
		}
		named[g] = true
	}
	if l.Second {
		return 2 + 2*groups
	}
	return 2 + groups
}

// Runner plays worlds.
type Runner interface {
	// Header says what a request's blocks will hold.
	Header(Request) (*result.Header, error)
	// Run plays the request and hands over its blocks in the order of the worlds,
	// one at a time; a block may be reused after sink returns.
	Run(ctx context.Context, r Request, sink func(*result.Block) error) error
}

// Options say which worlds an analysis plays, and how.
type Options struct {
	First, Worlds int // which worlds
	Replicates    int
	Seed          uint64
	Design        string
	Pin           map[string]float64
	Layout        *Layout // nil: worlds are independent draws

	Scenarios []string // in the outcome table; empty: all of the world
	Measures  []string // in the outcome table; empty: all
	Claims    []string // to be judged; empty: all of the world
	NoSeries  bool     // leave out what the measures do over time

	// FurtherWorlds bounds the worlds of the runs that claims about links or about
	// coupling ask for besides the scenarios: their verdicts then rest on the first
	// so many worlds, and say so. 0 for all. A Latin hypercube of part of the worlds
	// would be another one, so there it has no effect.
	FurtherWorlds int

	// NoiseWorlds is the number of worlds that [Judge] plays a second time, with
	// half the replicates, to find out how much of an effect's spread is chance;
	// 0 for none. A Latin hypercube has no part that can be played again, so there
	// it is not measured.
	NoiseWorlds int

	// Permutations bounds the sampling of [Channels] beyond ten channels; 0 for 32.
	Permutations int

	// Progress, if not nil, is told after every block how many worlds were played
	// of how many; a world played under several scenarios counts for each of them.
	Progress func(done, total int)
}

func (o *Options) request() Request {
	return Request{
		First: o.First, Worlds: o.Worlds, Replicates: o.Replicates,
		Seed: o.Seed, Design: o.Design, Pin: o.Pin, Layout: o.Layout,
	}
}

// further is how many worlds the runs after the first play.
func (o *Options) further() int {
	if o.FurtherWorlds <= 0 || o.Design == latinHypercube {
		return o.Worlds
	}
	return min(o.FurtherWorlds, o.Worlds)
}

func (o *Options) check() error {
	if o.Worlds < 1 {
		return fmt.Errorf("%d worlds cannot be played; ask for at least 1", o.Worlds)
	}
	if o.Replicates < 1 {
		return fmt.Errorf("%d replicates cannot be played; ask for at least 1", o.Replicates)
	}
	return nil
}

// errStopped marks that a run ended before its last world.
var errStopped = errors.New("stopped")

// player plays requests one after the other and keeps count.
type player struct {
	runner      Runner
	progress    func(done, total int)
	done, total int
}

// expect adds a request to what there is to do.
func (p *player) expect(r *Request) { p.total += r.Worlds * max(1, len(r.Scenarios)) }

// play runs a request and sees to it that its worlds come once and in order. It
// returns the number of worlds that came, also beside an error.
func (p *player) play(ctx context.Context, r *Request, sink func(*result.Block) error) (int, error) {
	came := 0
	err := p.runner.Run(ctx, *r, func(b *result.Block) error {
		if b.First != r.First+came || came+b.Worlds > r.Worlds {
			return fmt.Errorf("a block of worlds %d to %d came where world %d was due", b.First, b.First+b.Worlds-1, r.First+came)
		}
		if err := sink(b); err != nil {
			return err
		}
		came += b.Worlds
		p.done += b.Worlds * max(1, len(r.Scenarios))
		if p.progress != nil {
			p.progress(p.done, p.total)
		}
		return nil
	})
	if err == nil && came < r.Worlds {
		err = errStopped
		if cause := ctx.Err(); cause != nil {
			err = cause
		}
	}
	if err != nil {
		err = fmt.Errorf("stopped after %d of %d worlds: %w", came, r.Worlds, err)
	}
	return came, err
}

// axis finds the place of a point in time in a run's values, whether or not its
// runner kept only the points that were asked for.
type axis struct {
	points int   // of the whole run
	only   []int // as asked for
}

func newAxis(h *result.Header, w *world.World, only []int) (axis, error) {
	points := w.Periods() + 1
	switch {
	case len(h.Times) == points:
		return axis{points: points}, nil
	case len(only) > 0 && len(h.Times) == len(only):
		return axis{points, only}, nil
	default:
		return axis{}, fmt.Errorf("the run has %d points in time, the world %d", len(h.Times), points)
	}
}

func (a axis) index(point int) int {
	if a.only == nil {
		return point
	}
	return slices.Index(a.only, point)
}

// without is the elements of all that are not in some, in order.
func without(all, some []string) []string {
	var rest []string
	for _, x := range all {
		if !slices.Contains(some, x) {
			rest = append(rest, x)
		}
	}
	return rest
}

// scenarioIDs lists the world's scenarios.
func scenarioIDs(w *world.World) []string {
	ids := make([]string, len(w.Scenarios))
	for i, s := range w.Scenarios {
		ids[i] = s.ID
	}
	return ids
}

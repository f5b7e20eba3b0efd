package analysis

import (
	"cmp"
	"context"
	"math"
	"slices"

	"parley/result"
	"parley/world"
)

// carriedBytes bounds what [CouplingChannels] keeps of each world.
const carriedBytes = 64 << 20

// CarriedMatrix says of the coupling of every two theatres what each channel carries.
type CarriedMatrix struct {
	Run      Run       `json:"run"` // of the run with all links
	Asked    int       `json:"asked"`
	Theatres []Named   `json:"theatres"`
	Channels []string  `json:"channels"`
	Cells    []Carried `json:"cells"` // by row, the diagonal left out
	Partial  bool      `json:"partial"`
}

// Carried is the coupling of two theatres by channel. Worlds that failed in either
// of two runs are left out of their difference.
type Carried struct {
	From    string    `json:"from"`
	To      string    `json:"to"`
	Total   *Estimate `json:"total"`   // with all links
	Without *Estimate `json:"without"` // with all cut
	// Parts are the channels, that whose loss matters most first. Their Last adds up
	// to the total only where they do not work together: Together is what is missing.
	Parts    []Part    `json:"parts"`
	Together *Estimate `json:"together"` // total, less without, less the sum of what each brings alone
}

// Cell is the coupling of two theatres, or nil.
func (c *CarriedMatrix) Cell(from, to string) *Carried {
	for i := range c.Cells {
		if c.Cells[i].From == from && c.Cells[i].To == to {
			return &c.Cells[i]
		}
	}
	return nil
}

// CouplingChannels plays the coupling of the theatres with all links, with none, with
// each channel cut (what is lost is its Last) and with all others cut (what it brings
// is its Alone), in the same worlds under the same chance. Beside an error it returns
// what it had found before.
func CouplingChannels(ctx context.Context, runner Runner, w *world.World, o Options) (*CarriedMatrix, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	c := &carriedWork{
		player: player{runner: runner, progress: o.Progress}, w: w,
		matrix: CarriedMatrix{Asked: o.Worlds, Theatres: []Named{}, Channels: ChannelsOf(w), Cells: []Carried{}},
	}
	if c.matrix.Channels == nil {
		c.matrix.Channels = []string{}
	}
	c.settle(&o)
	if len(c.matrix.Cells) == 0 {
		return &c.matrix, nil
	}
	err := c.play(ctx)
	if c.full == nil {
		return nil, err
	}
	c.finish(err != nil)
	return &c.matrix, err
}

// carriedWork is the work of [CouplingChannels]: three sheets of numbers are kept,
// [cell][world], NaN where a world failed.
type carriedWork struct {
	player  player
	w       *world.World
	matrix  CarriedMatrix
	request Request
	full    [][]float64
	none    [][]float64
	alone   [][]float64 // summed over channels
	ended   int         // channels played alone
}

func (c *carriedWork) settle(o *Options) {
	c.request = o.request()
	c.request.OnlyTimes = []int{c.w.Periods()}
	for _, t := range c.w.Theatres {
		c.matrix.Theatres = append(c.matrix.Theatres, Named{t.ID, t.Name})
		c.request.Scenarios = append(c.request.Scenarios, settledAll(t.ID), settledStay(t.ID))
		c.request.Measures = append(c.request.Measures, "war."+t.ID)
		for _, to := range c.w.Theatres {
			if to.ID == t.ID {
				continue
			}
			cell := Carried{From: t.ID, To: to.ID, Parts: []Part{}}
			for _, name := range c.matrix.Channels {
				cell.Parts = append(cell.Parts, Part{Channel: name})
			}
			c.matrix.Cells = append(c.matrix.Cells, cell)
		}
	}
	c.request.Worlds = min(o.Worlds, max(1, carriedBytes/(4*8*max(1, len(c.matrix.Cells)))))
}

func (c *carriedWork) play(ctx context.Context) error {
	channels := c.matrix.Channels
	r := c.request
	for range 2 + 2*len(channels) {
		c.player.expect(&r)
	}
	var err error
	if c.full, err = c.sheet(ctx, nil, true); err != nil {
		return err
	}
	c.estimate(func(cell *Carried, e *Estimate) { cell.Total = e }, c.full, nil)
	if len(channels) == 0 {
		return nil
	}
	if c.none, err = c.sheet(ctx, channels, false); err != nil {
		return err
	}
	c.estimate(func(cell *Carried, e *Estimate) { cell.Without = e }, c.none, nil)
	for i, name := range channels {
		cut, err := c.sheet(ctx, []string{name}, false)
		if err != nil {
			return err
		}
		c.estimate(func(cell *Carried, e *Estimate) { cell.Parts[i].Last = e }, c.full, cut)
	}
	return c.playAlone(ctx)
}

func (c *carriedWork) playAlone(ctx context.Context) error {
	for i, name := range c.matrix.Channels {
		only, err := c.sheet(ctx, without(c.matrix.Channels, []string{name}), false)
		if err != nil {
			return err
		}
		c.estimate(func(cell *Carried, e *Estimate) { cell.Parts[i].Alone = e }, only, c.none)
		if c.alone == nil {
			c.alone = make([][]float64, len(only))
			for k := range only {
				c.alone[k] = make([]float64, len(only[k]))
			}
		}
		for k := range only {
			for w := range only[k] {
				c.alone[k][w] += only[k][w] - c.none[k][w]
			}
		}
		c.ended++
	}
	return nil
}

// sheet plays the coupling with channels cut. A run that was stopped gives a sheet
// only where it is the first.
func (c *carriedWork) sheet(ctx context.Context, cut []string, first bool) ([][]float64, error) {
	r := c.request
	r.Cut = cut
	h, err := c.player.runner.Header(r)
	if err != nil {
		return nil, err
	}
	m := &coupling{}
	if err := m.ready(h, c.w, &r); err != nil {
		return nil, err
	}
	sheet := make([][]float64, len(m.pairs))
	came, err := c.player.play(ctx, &r, func(b *result.Block) error {
		m.ledger.enter(b)
		for k, p := range m.pairs {
			all, stay := b.At(p.all, p.measure, m.end), b.At(p.stay, p.measure, m.end)
			for i := range b.Worlds {
				d := all[i] - stay[i]
				if b.Failed[i] || !usable(d) {
					d = math.NaN()
				}
				sheet[k] = append(sheet[k], d)
			}
		}
		return nil
	})
	if first {
		c.matrix.Run = m.ledger.finish(err != nil)
		if err != nil && came > 0 {
			c.full = sheet
			c.estimate(func(cell *Carried, e *Estimate) { cell.Total = e }, sheet, nil)
			return sheet, err
		}
	}
	if err != nil {
		return nil, err
	}
	return sheet, nil
}

// estimate hands over the mean of a sheet, or of one less another, cell by cell.
func (c *carriedWork) estimate(put func(*Carried, *Estimate), plus, less [][]float64) {
	for k := range c.matrix.Cells {
		var m moments
		for w, v := range plus[k] {
			if less != nil {
				v -= less[k][w]
			}
			if usable(v) {
				m.add(v)
			}
		}
		put(&c.matrix.Cells[k], m.estimate())
	}
}

func (c *carriedWork) finish(partial bool) {
	c.matrix.Partial = partial
	if c.ended == len(c.matrix.Channels) && c.ended > 0 {
		rest := make([][]float64, len(c.full))
		for k := range rest {
			rest[k] = minus(minus(c.full[k], c.none[k]), c.alone[k])
		}
		c.estimate(func(cell *Carried, e *Estimate) { cell.Together = e }, rest, nil)
	}
	for k := range c.matrix.Cells {
		slices.SortStableFunc(c.matrix.Cells[k].Parts, func(a, b Part) int { return cmp.Compare(lost(b), lost(a)) })
	}
}

// lost is the size of what is lost without a channel.
func lost(p Part) float64 {
	if p.Last == nil {
		return 0
	}
	return math.Abs(p.Last.Value)
}

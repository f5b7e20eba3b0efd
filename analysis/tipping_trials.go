package analysis

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"parley/chance"
	"parley/elementary"
	"parley/world"
)

// PinnedShare is a claim in worlds in which factors were held at values.
type PinnedShare struct {
	Pin     map[string]float64 `json:"pin"`
	Shares  *Shares            `json:"shares"` // nil where no world could be played
	LeftOut int                `json:"left_out"`
}

// collectPinned plays a claim with further factors held.
func collectPinned(ctx context.Context, runner Runner, w *world.World, claim string, pin map[string]float64, o Options) (*Table, error) {
	held := maps.Clone(o.Pin)
	if held == nil && len(pin) > 0 {
		held = map[string]float64{}
	}
	maps.Copy(held, pin)
	o.Pin = held
	return Collect(ctx, runner, w, claim, o)
}

// shares says in how many of the worlds the claim holds; nil where there is none.
func (t *Table) shares() *Shares {
	var c counts
	for _, o := range t.Outcome {
		switch {
		case o > 0:
			c[holds]++
		case o < 0:
			c[fails]++
		default:
			c[flat]++
		}
	}
	return c.shares()
}

// TippingTrial is a claim played with a factor held at a value.
type TippingTrial struct {
	Label    string  `json:"label,omitempty"` // of a category
	Value    float64 `json:"value"`
	Quantile float64 `json:"quantile"` // of the prior; 0 of categories
	PinnedShare
}

// ConfirmedTipping is a tipping point found by playing.
type ConfirmedTipping struct {
	Claim   string         `json:"claim"`
	Factor  string         `json:"factor"`
	Tips    bool           `json:"tips"`    // trials lie clearly on either side of one half
	Value   *float64       `json:"value"`   // where the share crosses; nil where it does not, and of categories
	Low     *float64       `json:"low"`     // the nearest trials that are clearly on one side and
	High    *float64       `json:"high"`    // on the other; nil where none is
	Rising  bool           `json:"rising"`  // the claim holds above the value rather than below
	Trials  []TippingTrial `json:"trials"`  // by value
	Partial bool           `json:"partial"` // stopped before its end
}

// ConfirmTipping plays a claim with a factor held at trial values, all under the same
// chance and with all other factors as drawn, and closes in on where the share of
// worlds in which it holds crosses one half. It looks between 2.5 spreads below and
// above the middle of the prior, finds one crossing at most, and tries every
// category. Beside an error it returns the trials played before.
func ConfirmTipping(ctx context.Context, runner Runner, w *world.World, claim, factor string, o Options) (*ConfirmedTipping, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	at := slices.IndexFunc(w.Factors, func(f *world.Factor) bool { return f.Name == factor })
	if at < 0 || w.Factors[at].Law == nil {
		return nil, fmt.Errorf("the world has no factor %q with a law", factor)
	}
	c := &confirmation{
		factor: w.Factors[at], found: ConfirmedTipping{Claim: claim, Factor: factor, Trials: []TippingTrial{}},
		play: func(pin map[string]float64) (*PinnedShare, error) {
			t, err := collectPinned(ctx, runner, w, claim, pin, o)
			if t == nil {
				return nil, err
			}
			return &PinnedShare{Pin: pin, Shares: t.shares(), LeftOut: t.LeftOut}, err
		},
	}
	if o.Progress != nil {
		c.progress, o.Progress = o.Progress, nil
		c.worlds = o.Worlds
	}
	err := c.run()
	c.finish(err != nil)
	return &c.found, err
}

// confirmation is the work of [ConfirmTipping].
type confirmation struct {
	factor   *world.Factor
	play     func(pin map[string]float64) (*PinnedShare, error)
	progress func(done, total int)
	worlds   int // a trial
	trials   int // of all
	found    ConfirmedTipping
}

func (c *confirmation) run() error {
	if d, ok := c.factor.Law.(chance.Discrete); ok {
		values, _ := d.Categories()
		c.trials = len(values)
		for _, v := range values {
			if err := c.try(v, 0); err != nil {
				return err
			}
		}
		return nil
	}
	c.trials = usualTrials
	low, high := elementary.NormalCDF(-farthest), elementary.NormalCDF(farthest)
	for _, u := range []float64{low, high, 0.5} {
		if err := c.tryQuantile(u); err != nil {
			return err
		}
	}
	for len(c.found.Trials) < usualTrials {
		a, b := c.bracket()
		if a == nil || b.Quantile-a.Quantile < closeEnough {
			return nil
		}
		u := crossingBetween(a, b)
		// keep off the ends, so that the bracket shrinks
		tenth := (b.Quantile - a.Quantile) / 10
		if err := c.tryQuantile(min(b.Quantile-tenth, max(a.Quantile+tenth, u))); err != nil {
			return err
		}
	}
	return nil
}

func (c *confirmation) tryQuantile(u float64) error { return c.try(c.factor.Law.Quantile(u), u) }

func (c *confirmation) try(value, u float64) error {
	p, err := c.play(map[string]float64{c.factor.Name: value})
	if err != nil {
		return err
	}
	t := TippingTrial{Value: value, Quantile: u, PinnedShare: *p}
	if i := int(value); u == 0 && value >= 0 && i < len(c.factor.Labels) {
		t.Label = c.factor.Labels[i]
	}
	c.found.Trials = append(c.found.Trials, t)
	slices.SortStableFunc(c.found.Trials, func(a, b TippingTrial) int { return cmp.Compare(a.Value, b.Value) })
	if c.progress != nil {
		c.progress(len(c.found.Trials)*c.worlds, c.trials*c.worlds)
	}
	return nil
}

// bracket is the two neighbouring trials on different sides of one half, or nil;
// where there are more such pairs, the one that differs most.
func (c *confirmation) bracket() (a, b *TippingTrial) {
	most := 0.0
	for i := 1; i < len(c.found.Trials); i++ {
		x, y := &c.found.Trials[i-1], &c.found.Trials[i]
		if x.Shares == nil || y.Shares == nil {
			continue
		}
		p, q := x.Shares.Holds.Share-0.5, y.Shares.Holds.Share-0.5
		if (p < 0) != (q < 0) && math.Abs(p-q) > most {
			a, b, most = x, y, math.Abs(p-q)
		}
	}
	return a, b
}

// crossingBetween is the quantile at which a line through two trials meets one half.
func crossingBetween(a, b *TippingTrial) float64 {
	p, q := a.Shares.Holds.Share-0.5, b.Shares.Holds.Share-0.5
	return a.Quantile + float64(p/(p-q)*(b.Quantile-a.Quantile))
}

func (c *confirmation) finish(partial bool) {
	f := &c.found
	f.Partial = partial
	above, below := false, false
	for _, t := range f.Trials {
		if t.Shares != nil && t.Shares.N >= fewWorlds {
			above, below = above || t.Shares.Holds.Low > 0.5, below || t.Shares.Holds.High < 0.5
		}
	}
	f.Tips = above && below
	if _, discrete := c.factor.Law.(chance.Discrete); discrete {
		return
	}
	a, b := c.bracket()
	if a == nil {
		return
	}
	value := c.factor.Law.Quantile(crossingBetween(a, b))
	f.Value, f.Rising = &value, a.Shares.Holds.Share < 0.5
	for i := range f.Trials {
		t := &f.Trials[i]
		if t.Shares == nil {
			continue
		}
		clearly := t.Shares.Holds.Low > 0.5 || t.Shares.Holds.High < 0.5
		switch {
		case clearly && t.Value <= value:
			f.Low = &t.Value
		case clearly && t.Value > value && f.High == nil:
			f.High = &t.Value
		}
	}
}

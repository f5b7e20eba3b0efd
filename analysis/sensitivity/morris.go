package sensitivity

import (
	"fmt"
	"math"
	"slices"

	"parley/chance"
	"parley/design"
)

// TrajectoryPlan lays out Morris's trajectories: worlds come in blocks of one more than there are
// groups; each world of a block differs from the one before in the factors of one group, every group in
// turn, in an order drawn for each block (Morris 1991).
//
// Morris's levels are 0, 1/(p−1), …, 1, whose ends are infinite for many laws; here they are the
// middles of p equal parts of the range, and a step is half the range.
type TrajectoryPlan struct {
	groups  []player
	groupOf []int
	levels  int
	order   chance.FactorStream
	start   []chance.FactorStream
}

var _ design.Plan = (*TrajectoryPlan)(nil)

// Trajectories makes a plan of trajectories over so many levels, an even number; 0 stands for 4.
func Trajectories(seed uint64, inputs []Input, levels int) (*TrajectoryPlan, error) {
	if levels == 0 {
		levels = 4
	}
	if levels < 2 || levels%2 != 0 || levels > 1<<20 {
		return nil, fmt.Errorf("%d levels; trajectories need an even number, such as 4", levels)
	}
	groups, err := players(inputs)
	if err != nil {
		return nil, err
	}
	source := chance.NewStream(seed)
	p := &TrajectoryPlan{groups: groups, groupOf: make([]int, len(inputs)), levels: levels, order: source.Factor("order of trajectories")}
	for at, g := range groups {
		for _, m := range g.members {
			p.groupOf[m] = at
		}
	}
	for _, in := range inputs {
		p.start = append(p.start, source.Factor("trajectory of "+in.Name))
	}
	return p, nil
}

// Block is how many worlds a trajectory has.
func (p *TrajectoryPlan) Block() int { return len(p.groups) + 1 }

// Fill implements [design.Plan].
func (p *TrajectoryPlan) Fill(factor, first int, u []float64) {
	if factor < 0 || factor >= len(p.start) || first < 0 {
		for i := range u {
			u[i] = math.NaN()
		}
		return
	}
	turns := make([]int, len(p.groups))
	block, turn := -1, 0
	var from, to float64
	for i := range u {
		world := first + i
		if world/p.Block() != block {
			block = world / p.Block()
			from, to = p.ends(factor, block)
			turn = p.turn(turns, p.groupOf[factor], block)
		}
		if u[i] = from; world%p.Block() > turn {
			u[i] = to
		}
	}
}

// ends are the values of a factor before and after its step.
func (p *TrajectoryPlan) ends(factor, block int) (from, to float64) {
	bits := p.start[factor].Bits(uint32(block))
	half := p.levels / 2
	low := (float64((bits>>32)*uint64(half)>>32) + 0.5) / float64(p.levels)
	if bits&1 == 0 {
		return low, low + 0.5
	}
	return low + 0.5, low
}

// turn is the place of a group in the order of a block.
func (p *TrajectoryPlan) turn(turns []int, group, block int) int {
	for i := range turns {
		turns[i] = i
	}
	shuffle(source{p.order.Bits(uint32(block))}, turns)
	return slices.Index(turns, group)
}

// Layout is how the rows of a designed table follow one another.
type Layout uint8

const (
	// Trajectory is blocks of groups + 1 rows, as of [Trajectories], each row one step from the one before.
	Trajectory Layout = iota
	// Radial is blocks of groups + 2 rows as of design.Saltelli without second order, each row but the last one
	// step from the first (Campolongo, Saltelli & Cariboni 2011). The last is not used.
	Radial
	// RadialSecond is Radial with the rows for second order, which are not used.
	RadialSecond
)

// MorrisResult holds elementary effects.
type MorrisResult struct {
	Rows Rows `json:"rows"`
	// Blocks is the number of trajectories, or of centres of a radial design, that entered.
	Blocks  int           `json:"blocks"`
	Effects []MorrisIndex `json:"effects"`
	Notes   []string      `json:"notes,omitempty"`
}

// MorrisIndex describes the elementary effects of an input or group: the change of the output for a
// step, over the step as a share of the input's scale.
type MorrisIndex struct {
	Name    string   `json:"name"`
	Members []string `json:"members,omitempty"`
	// Effects is how many steps entered; a step between equal values is none.
	Effects int `json:"effects"`
	// Mean is μ, the mean effect. Missing for groups and for more than two categories, whose steps have
	// no direction.
	Mean *Estimate `json:"mean,omitempty"`
	// Size is μ*, the mean size (Campolongo, Cariboni & Saltelli 2007).
	Size Share `json:"size"`
	// Spread is σ, the standard deviation of the effects: how much they depend on where one stands. It is that
	// of their sizes where they have no direction.
	Spread Estimate `json:"spread"`
}

// Morris finds elementary effects in a designed table. The scale of an input is that by which its steps
// are divided; none: the range of its values in the table. Categories count as one step whatever
// they are. Runs of a block should share their chance numbers, or luck is taken for an effect.
func Morris(d Data, layout Layout, scales []float64, o Options) (*MorrisResult, error) {
	o, err := o.fill()
	if err != nil {
		return nil, err
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	groups, err := players(d.Inputs)
	if err != nil {
		return nil, err
	}
	m := morris{data: d, groups: groups, layout: layout, effects: make([][]float64, len(groups))}
	if m.scales, err = d.scales(scales); err != nil {
		return nil, err
	}
	rows, err := m.read()
	if err != nil {
		return nil, err
	}
	result := &MorrisResult{Rows: rows, Blocks: m.blocks}
	for at, g := range groups {
		index, notes := m.index(at, g, o)
		result.Effects = append(result.Effects, index)
		result.Notes = append(result.Notes, notes...)
	}
	return result, nil
}

// scales fills in the ranges of columns.
func (d Data) scales(given []float64) ([]float64, error) {
	if len(given) != 0 && len(given) != len(d.X) {
		return nil, fmt.Errorf("%d scales for %d inputs", len(given), len(d.X))
	}
	scales := slices.Clone(given)
	if len(given) == 0 {
		for _, x := range d.X {
			low, high := math.Inf(1), math.Inf(-1)
			for _, v := range x {
				if finite(v) {
					low, high = min(low, v), max(high, v)
				}
			}
			scales = append(scales, max(0, high-low))
		}
	}
	for i, s := range scales {
		if !finite(s) || s < 0 {
			return nil, fmt.Errorf("the scale of input %q is %v; it must be a finite number above 0", d.Inputs[i].Name, s)
		}
	}
	return scales, nil
}

type morris struct {
	data    Data
	groups  []player
	layout  Layout
	scales  []float64
	blocks  int
	effects [][]float64 // by group
}

// read collects the effects of all whole blocks.
func (m *morris) read() (Rows, error) {
	size, y := len(m.groups)+1, m.data.Y
	block := size
	switch m.layout {
	case Trajectory:
	case Radial:
		block = size + 1
	case RadialSecond:
		block = 2 * size
	default:
		return Rows{}, fmt.Errorf("%d is not a layout", m.layout)
	}
	for start := 0; start+block <= len(y); start += block {
		whole := true
		for r := start; r < start+size; r++ {
			whole = whole && m.data.usable(r)
		}
		if !whole {
			continue
		}
		if err := m.readBlock(start, size); err != nil {
			return Rows{}, err
		}
		m.blocks++
	}
	rows := Rows{Used: m.blocks * block, LeftOut: len(y) - m.blocks*block}
	if m.blocks < 4 {
		return rows, fmt.Errorf("%w: %d whole blocks of %d rows, each with finite inputs and outputs; at least 4 are needed", ErrTooFew, m.blocks, block)
	}
	return rows, nil
}

func (m *morris) readBlock(start, size int) error {
	stepped := make([]bool, len(m.groups))
	for at := 1; at < size; at++ {
		from, to := start, start+at
		if m.layout == Trajectory {
			from = to - 1
		}
		group, step, err := m.step(from, to)
		if err != nil {
			return err
		}
		if group < 0 {
			continue
		}
		if stepped[group] {
			return fmt.Errorf("rows %d to %d are not a block of the stated layout: %s moves twice", start+1, start+size, m.groups[group].name)
		}
		stepped[group] = true
		effect := (m.data.Y[to] - m.data.Y[from]) / step
		if !finite(effect * effect * float64(len(m.data.Y))) {
			return errTooLarge
		}
		m.effects[group] = append(m.effects[group], effect)
	}
	return nil
}

// step finds which group moved from one row to another, −1 for none, and how far: the root mean square
// of what its members moved, with a sign if it has but one.
func (m *morris) step(from, to int) (group int, step float64, err error) {
	group = -1
	for at, g := range m.groups {
		squares, moved := 0.0, 0.0
		for _, i := range g.members {
			way := m.data.X[i][to] - m.data.X[i][from]
			if way == 0 {
				continue
			}
			switch categories := m.data.Inputs[i].Categories; {
			case categories > 0:
				way = math.Copysign(1, way)
			case m.scales[i] == 0:
				return 0, 0, fmt.Errorf("the scale of input %q is 0, but it moves", m.data.Inputs[i].Name)
			default:
				way /= m.scales[i]
			}
			squares += float64(way * way)
			moved++
			step = way
		}
		if moved == 0 {
			continue
		}
		if group >= 0 {
			return 0, 0, fmt.Errorf("rows %d and %d are not one step apart: both %s and %s move", from+1, to+1, m.groups[group].name, g.name)
		}
		group = at
		if len(g.members) > 1 {
			step = math.Sqrt(squares / moved)
		}
	}
	return group, step, nil
}

// index sums up the effects of a group. Effects of different blocks are independent, so intervals of
// means are those of the standard error, and that of σ is bootstrapped.
func (m *morris) index(at int, g player, o Options) (MorrisIndex, []string) {
	effects := m.effects[at]
	index := MorrisIndex{Name: g.name, Members: g.inputNames(m.data.Inputs), Effects: len(effects)}
	if len(effects) < 2 {
		index.Size.Note = fmt.Sprintf("only %d steps between different values", len(effects))
		return index, []string{g.name + " hardly ever moves: " + index.Size.Note}
	}
	sizes := make([]float64, len(effects))
	for i, e := range effects {
		sizes[i] = math.Abs(e)
	}
	directed := len(g.members) == 1 && m.data.Inputs[g.members[0]].Categories <= 2
	if directed {
		mean := o.mean(effects)
		index.Mean = &mean
	} else {
		effects = sizes
	}
	index.Size = share(o.mean(sizes), 0, m.blocks)
	if index.Size.Note != "" {
		index.Size.Note += " of blocks"
	}
	index.Spread = o.deviation(effects)
	return index, nil
}

// mean is the mean with the interval of its standard error.
func (o Options) mean(values []float64) Estimate {
	mean, _ := moments(values)
	return o.around(mean, spread(values)/math.Sqrt(float64(len(values))))
}

func (o Options) deviation(values []float64) Estimate {
	resamples := make([]float64, o.Resamples)
	drawn := make([]float64, len(values))
	for b := range resamples {
		draws := o.source("spread", b)
		for i := range drawn {
			drawn[i] = values[draws.below(len(values))]
		}
		resamples[b] = spread(drawn)
	}
	return o.estimate(spread(values), resamples)
}

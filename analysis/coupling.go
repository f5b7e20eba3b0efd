package analysis

import (
	"context"
	"fmt"

	"parley/result"
	"parley/world"
)

// Coupled says how far the outcome in one theatre moves war in another: the
// probability of war by the horizon if the first is settled at once with all
// issues to the challenger, less that if it is settled with the share as it is.
type Coupled struct {
	From   string    `json:"from"`
	To     string    `json:"to"`
	Effect *Estimate `json:"effect"` // nil where no world could be played
	Higher *Share    `json:"higher"` // worlds in which it raises the probability of war
}

// CouplingMatrix is every ordered pair of different theatres, by row.
type CouplingMatrix struct {
	Run      Run       `json:"run"`
	Theatres []Named   `json:"theatres"`
	Cells    []Coupled `json:"cells"`
}

// Cell is the coupling of two theatres, or nil.
func (c *CouplingMatrix) Cell(from, to string) *Coupled {
	for i := range c.Cells {
		if c.Cells[i].From == from && c.Cells[i].To == to {
			return &c.Cells[i]
		}
	}
	return nil
}

// Coupling finds how theatres are coupled. Beside an error it returns what there
// was before it.
func Coupling(ctx context.Context, runner Runner, w *world.World, o Options) (*CouplingMatrix, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	m := &coupling{matrix: CouplingMatrix{Theatres: []Named{}, Cells: []Coupled{}}}
	r := o.request()
	r.OnlyTimes = []int{w.Periods()}
	for _, t := range w.Theatres {
		m.matrix.Theatres = append(m.matrix.Theatres, Named{t.ID, t.Name})
		r.Scenarios = append(r.Scenarios, settledAll(t.ID), settledStay(t.ID))
		r.Measures = append(r.Measures, "war."+t.ID)
	}
	if len(w.Theatres) == 0 {
		return &m.matrix, nil
	}
	h, err := runner.Header(r)
	if err != nil {
		return nil, err
	}
	if err := m.ready(h, w, &r); err != nil {
		return nil, err
	}
	p := player{runner: runner, progress: o.Progress}
	p.expect(&r)
	_, err = p.play(ctx, &r, m.add)
	return m.finish(err != nil), err
}

// coupling adds up a matrix.
type coupling struct {
	matrix CouplingMatrix
	ledger *ledger
	end    int
	pairs  []pairOf
}

type pairOf struct {
	all, stay, measure int
	effect             moments
	higher             int
}

func (m *coupling) ready(h *result.Header, w *world.World, r *Request) error {
	at, err := newAxis(h, w, r.OnlyTimes)
	if err != nil {
		return err
	}
	m.ledger, m.end = newLedger(h, r), at.index(w.Periods())
	for _, from := range w.Theatres {
		for _, to := range w.Theatres {
			if from.ID == to.ID {
				continue
			}
			p := pairOf{
				all: h.ScenarioIndex(settledAll(from.ID)), stay: h.ScenarioIndex(settledStay(from.ID)),
				measure: h.MeasureIndex("war." + to.ID),
			}
			if p.all < 0 || p.stay < 0 || p.measure < 0 || m.end < 0 {
				return fmt.Errorf("the run does not hold the coupling of %s and %s", from.ID, to.ID)
			}
			m.pairs = append(m.pairs, p)
			m.matrix.Cells = append(m.matrix.Cells, Coupled{From: from.ID, To: to.ID})
		}
	}
	return nil
}

func (m *coupling) add(b *result.Block) error {
	good := m.ledger.enter(b)
	for k := range m.pairs {
		p := &m.pairs[k]
		all, stay := b.At(p.all, p.measure, m.end), b.At(p.stay, p.measure, m.end)
		for _, i := range good {
			d := all[i] - stay[i]
			if !usable(d) {
				continue
			}
			p.effect.add(d)
			if d > 0 {
				p.higher++
			}
		}
	}
	return nil
}

func (m *coupling) finish(partial bool) *CouplingMatrix {
	m.matrix.Run = m.ledger.finish(partial)
	for k := range m.pairs {
		p := &m.pairs[k]
		if m.matrix.Cells[k].Effect = p.effect.estimate(); p.effect.n > 0 {
			share := shareOf(p.higher, p.effect.n)
			m.matrix.Cells[k].Higher = &share
		}
	}
	return &m.matrix
}

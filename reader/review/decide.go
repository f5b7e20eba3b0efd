package review

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Prepare checks a decision against the queue that it is made in, and completes it with
// what later editions of the text find it by. Of an edit, start and end say which words are meant.
func (q *Queue) Prepare(d Decision, at time.Time) (Decision, error) {
	d.Source, d.At, d.Of, d.IntoOf = q.Source, at, nil, nil
	if d.Do == Suggest {
		return d, errors.New("suggestions are not made here")
	}
	e := q.entry(d.Item)
	if e == nil {
		if d.Do == Undo {
			for i := range q.Lost {
				if l := &q.Lost[i]; l.Item == d.Item && l.Item != "" {
					d.Of = l.of
					return d, d.Check()
				}
			}
		}
		return d, fmt.Errorf("there is no item %q", d.Item)
	}
	d.Of = e.of
	if d.Do != Edit {
		d.Span = nil
	}
	if e.State == Merged && d.Do != Undo {
		return d, fmt.Errorf("%s is a part of %s; take that back first", e.ID, e.Into)
	}
	switch d.Do {
	case Accept:
		if e.Edited && len(e.own) == 1 {
			d.Span = &e.own[0]
		}
	case Edit:
		span, err := q.chosen(d.Span)
		if err != nil {
			return d, err
		}
		d.Span = &span
	case Merge:
		into := q.entry(d.Into)
		switch {
		case into == nil:
			return d, fmt.Errorf("there is no item %q", d.Into)
		case (into.Kind == Relation) != (e.Kind == Relation):
			return d, errors.New("a statement and a relation are never one")
		case into.State == Merged:
			return d, fmt.Errorf("%s is a part of %s already", into.ID, into.Into)
		}
		d.IntoOf = into.of
	case Undo:
		if !e.Undoable {
			return d, errors.New("there is nothing to take back")
		}
	case Speak:
		if e.Kind == Relation {
			return d, errors.New("a relation has no speaker to change")
		}
	case Reject, Suggest:
	}
	return d, d.Check()
}

func (q *Queue) entry(id string) *Entry {
	for i := range q.Items {
		if q.Items[i].ID == id {
			return &q.Items[i]
		}
	}
	return nil
}

// chosen is the stretch that somebody selected, without white space at its ends.
func (q *Queue) chosen(a *Anchor) (Anchor, error) {
	if a == nil {
		return Anchor{}, errors.New("an edit says with span which words are meant")
	}
	from, to := q.page.byteAt(a.Start), q.page.byteAt(a.End)
	if from < 0 || to < 0 || to <= from {
		return Anchor{}, fmt.Errorf("no words of the text stand between %d and %d", a.Start, a.End)
	}
	words := q.page.text[from:to]
	if a.Quote != "" && flattened(a.Quote) != flattened(words) {
		return Anchor{}, fmt.Errorf("between %d and %d the text has other words", a.Start, a.End)
	}
	to = from + len(strings.TrimRight(words, " \t\r\n"))
	from += len(words) - len(strings.TrimLeft(words, " \t\r\n"))
	if to <= from {
		return Anchor{}, errors.New("a stretch has no words")
	}
	span := q.page.anchor(from, to)
	return span, span.check()
}

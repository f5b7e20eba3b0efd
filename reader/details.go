package reader

import (
	"strings"

	"parley/reader/grammar"
	"parley/reader/when"
)

// hedgeWords lessen what is said.
var hedgeWords = set("may might could would possibly perhaps maybe apparently allegedly reportedly likely unlikely probably potentially seemingly presumably arguably")

// finish notes what a statement's content has: hedges, a denial, a condition.
func (r *reading) finish(st *Statement) {
	inside := func(t grammar.Token) bool {
		for _, s := range st.Content {
			if t.Start >= s.Start && t.End <= s.End {
				return true
			}
		}
		return false
	}
	for i, t := range r.t {
		if !inside(t) {
			continue
		}
		if hedgeWords[t.Lower] {
			st.Hedges = append(st.Hedges, Span{t.Start, t.End})
		}
		if t.Lower == "if" && st.Condition == nil {
			st.Condition = r.condition(i, st.Content)
		}
	}
	r.times(st, inside)
	st.Negated = r.negated(st)
	st.Gloss = r.gloss()
}

// times notes which times the content names, and when it was said.
func (r *reading) times(st *Statement, inside func(grammar.Token) bool) {
	if !r.timed {
		r.when, r.timed = when.Find(r.t, r.on), true
	}
	for _, e := range r.when {
		switch {
		case inside(grammar.Token{Start: e.Start, End: e.End}):
			st.Times = append(st.Times, e)
		case e.Kind == when.Date && !st.Cue.Empty() && !r.toldBefore(e) && (st.Said == nil || apart(e, st.Cue) < apart(*st.Said, st.Cue)):
			st.Said = &e
		}
	}
}

// apart is how many bytes lie between a time and a cue.
func apart(e when.Expression, cue Span) int { return max(e.Start-cue.End, cue.Start-e.End) }

// toldBefore reports whether a time stands in the content of a statement before.
func (r *reading) toldBefore(e when.Expression) bool {
	for i := len(r.out.Statements) - 1; i >= 0; i-- {
		st := &r.out.Statements[i]
		if st.Content[0].Start < r.s.Start {
			return false
		}
		for _, c := range st.Content {
			if e.Start >= c.Start && e.End <= c.End {
				return true
			}
		}
	}
	return false
}

// negated reports whether the first clause of the content says that something is not so.
func (r *reading) negated(st *Statement) bool {
	for i, t := range r.t {
		if t.Start < st.Content[0].Start || t.End > st.Content[0].End {
			continue
		}
		switch {
		case t.Lower == "not" || strings.HasSuffix(t.Lower, "n't") || t.Lower == "cannot" || t.Lower == "never":
			return true
		case t.Lower == "," || r.class(i) == grammar.Conjunction:
			return false
		}
	}
	return false
}

// condition is the if-clause that begins at a token, and what it is a condition of.
func (r *reading) condition(at int, content []Span) *Condition {
	var whole Span
	for _, s := range content {
		if r.t[at].Start >= s.Start && r.t[at].End <= s.End {
			whole = s
		}
	}
	end := at + 1
	for end < len(r.t) && r.t[end].End <= whole.End && r.lower(end) != "," {
		end++
	}
	c := &Condition{If: Span{r.t[at].Start, r.t[end-1].End}}
	switch {
	case end < len(r.t) && r.lower(end) == "," && r.t[end].End < whole.End:
		c.Then = Span{r.t[end+1].Start, whole.End}
	case r.t[at].Start > whole.Start:
		c.Then = Span{whole.Start, r.t[at-1].End}
	}
	return c
}

// glosses are words by which a reporter says what is meant.
var glosses = set("referring alluding reference refer allude")

// glossAt reports whether a reporter says what is meant from here: "referring to", "in
// reference to", "seemed to refer to".
func (r *reading) glossAt(i int) bool {
	w := r.lower(i)
	if !glosses[w] || r.lower(i+1) != "to" {
		return false
	}
	switch w {
	case "refer", "allude":
		return r.lower(i-1) == "to" && states[r.lower(i-2)]
	case "reference":
		return r.lower(i-1) == "in"
	}
	return true
}

// gloss is where the reporter, not the speaker, says what is meant: "apparently referring
// to Taiwan".
func (r *reading) gloss() *Span {
	for i := range r.t {
		if !r.glossAt(i) {
			continue
		}
		from := i
		for from > 0 && !clauseMarks[r.lower(from-1)] && i-from < 5 {
			from--
		}
		to := i + 2
		for to < len(r.t) && !clauseMarks[r.lower(to)] {
			to++
		}
		s := r.stretch(from, to)
		return &s
	}
	return nil
}

// clauseMarks end a clause.
var clauseMarks = set(", ; . : — –")

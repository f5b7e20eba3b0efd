package reader

import (
	"strings"
	"time"

	"parley/reader/event"
	"parley/reader/grammar"
	"parley/reader/when"
)

// Span is a stretch of a text: the bytes from Start to End.
type Span struct{ Start, End int }

// In gives the words.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Empty reports whether there is nothing in it.
func (s Span) Empty() bool { return s.End <= s.Start }

// Stance is what a reporting word says of how the speaker stands to the content.
type Stance string

// The stances.
const (
	Says     Stance = "says"
	Argues   Stance = "argues" // asserts against doubt
	Believes Stance = "believes"
	Knows    Stance = "knows" // the reporter takes it for true
	Denies   Stance = "denies"
	Demands  Stance = "demands"
	Promises Stance = "promises"
	Asks     Stance = "asks"
	Warns    Stance = "warns"
	Judges   Stance = "judges" // praises or blames
	Intends  Stance = "intends"
)

// Mention is who is named: the words, and whom they stand for.
type Mention struct {
	Span Span
	Name string // of the person or body, as first named in full; the words themselves where that is not known

	of Span // the noun phrase that a relative pronoun stands for
}

// Condition is "if …, then …".
type Condition struct{ If, Then Span }

// Statement is what somebody is reported to hold.
type Statement struct {
	Speaker   *Mention // nil where nobody is said to hold it
	Addressee *Mention // nil where nobody is named
	Cue       Span     // empty where quoted speech goes on without one
	Stance    Stance
	Content   []Span // in order
	Direct    bool   // all in quotation marks
	Continues bool   // goes on from the statement before it
	Hedges    []Span // words that lessen: might, could, apparently
	Negated   bool   // what is said is that something is not so
	Condition *Condition
	Times     []when.Expression // in the content, in order
	Said      *when.Expression  // when it was said, if the sentence tells
	Gloss     *Span             // words by which the reporter, not the speaker, says what is meant
}

// Reading is what was found in a text.
type Reading struct {
	Text       string
	Statements []Statement
	Events     []event.Event // who does what to whom; none if no coder was given
}

// Options say what a text is read with.
type Options struct {
	Coder *event.Coder // of events; nil: none are looked for
	On    time.Time    // the text's date, on which names and offices are resolved; zero if not known
}

// Read finds the statements of a text.
func Read(text string) *Reading { return ReadWith(text, Options{}) }

// ReadWith finds statements and events.
func ReadWith(text string, o Options) *Reading {
	return readWith(text, o, newNames())
}

// readWith reads with what is known of names so far.
func readWith(text string, o Options, known *names) *Reading {
	r := &reading{text: text, out: &Reading{Text: text}, last: -1, turn: -1, on: o.On, known: known}
	r.unmarked = !strings.ContainsAny(text, "\"“”«»") && !strings.Contains(text, "''")
	for s := range grammar.Sentences(text) {
		r.sentence(&s)
		if o.Coder != nil {
			first := len(r.out.Events)
			for _, e := range o.Coder.Sentence(text[s.Start:s.End], s.Start, o.On) {
				if e.Within >= 0 {
					e.Within += first
				}
				r.out.Events = append(r.out.Events, e)
			}
		}
	}
	r.nameSpeakers()
	return r.out
}

// reading is the work of [Read].
type reading struct {
	text string
	out  *Reading
	s    *grammar.Sentence
	t    []grammar.Token // of the sentence
	cues []cue           // in it
	last int             // paragraph of the last statement with a speaker, or −1
	open int             // byte at which the quotation began that was open at the sentence's beginning
	turn int             // paragraph of a speaker's turn in a transcript, or −1

	quoted Span // the quotation that filled the paragraph before

	on    time.Time         // the text's date
	when  []when.Expression // of the sentence, once they were looked for
	timed bool
	known *names // of speakers

	unmarked bool     // the text has lost its quotation marks
	talker   *Mention // who spoke last, by a verb of speech
}

// sentence finds the statements of one sentence.
func (r *reading) sentence(s *grammar.Sentence) {
	r.s, r.t, r.timed = s, s.Tokens, false
	defer r.track()
	if r.spokenTurn() || r.signedQuote() {
		return
	}
	r.findCues()
	found := 0
	for i := range r.cues {
		if st, ok := r.statement(i); ok {
			r.finish(&st)
			r.out.Statements = append(r.out.Statements, st)
			if speech[st.Stance] && st.Speaker != nil {
				r.talker = st.Speaker
			}
			found++
		}
	}
	if found == 0 {
		r.goOn()
	} else if s := r.out.Statements[len(r.out.Statements)-1].Speaker; s != nil {
		r.last = r.s.Paragraph
	}
}

// goOn takes a sentence that is quoted and reports nobody as more of what was said before.
func (r *reading) goOn() {
	if r.last < 0 || r.s.Paragraph-r.last > 1 || len(r.out.Statements) == 0 {
		return
	}
	quoted := r.quotedStretch()
	if quoted.Empty() && r.unmarked && r.talker != nil && r.firstPerson() {
		st := Statement{Speaker: r.talker, Stance: Says, Content: []Span{r.stretch(0, len(r.t))}, Continues: true}
		r.finish(&st)
		r.out.Statements = append(r.out.Statements, st)
		r.last = r.s.Paragraph
		return
	}
	if quoted.Empty() {
		return
	}
	before := &r.out.Statements[len(r.out.Statements)-1]
	if before.Direct && r.last == r.s.Paragraph {
		before.Content = append(before.Content, quoted)
		return
	}
	st := Statement{Speaker: before.Speaker, Stance: before.Stance, Content: []Span{quoted}, Direct: true, Continues: true}
	r.finish(&st)
	r.out.Statements = append(r.out.Statements, st)
	r.last = r.s.Paragraph
}

// firstPerson reports whether a sentence is in the words of who speaks.
func (r *reading) firstPerson() bool {
	for i := range r.t {
		switch r.lower(i) {
		case "i", "we", "me", "my", "our", "us", "i'm", "we're", "i've", "we've", "i'll", "we'll", "i'd":
			return true
		}
	}
	return false
}

// quotedStretch is the sentence, if all of it is quoted.
func (r *reading) quotedStretch() Span {
	if len(r.t) == 0 {
		return Span{}
	}
	first := r.t[0].Class == grammar.Quote && r.t[0].Opens || r.s.InQuote
	if !first {
		return Span{}
	}
	for i, t := range r.t {
		if t.Class == grammar.Quote && !t.Opens && i < len(r.t)-2 {
			return Span{} // it ends before the sentence does
		}
	}
	return Span{r.t[0].Start, r.t[len(r.t)-1].End}
}

// track remembers where a quotation that is still open began.
func (r *reading) track() {
	if n := len(r.t); n > 0 && r.t[n-1].Class == grammar.Quote && !r.t[n-1].Opens {
		r.quoted = Span{r.open, r.t[n-1].End}
	}
	for _, t := range r.t {
		if t.Class == grammar.Quote && t.Opens {
			r.open = t.Start
		}
	}
}

// spokenTurn takes a line of a transcript, "NAME: …", and the sentences of its paragraph.
func (r *reading) spokenTurn() bool {
	colon := -1
	for i := 0; i < len(r.t) && i < 5; i++ {
		if r.lower(i) == ":" {
			colon = i
			break
		}
		if words := (Span{r.t[i].Start, r.t[i].End}).In(r.text); strings.ToUpper(words) != words {
			break
		}
	}
	switch {
	case colon > 0 && r.class(0) == grammar.Name && colon+1 < len(r.t):
		r.turn = r.s.Paragraph
		r.out.Statements = append(r.out.Statements, Statement{
			Speaker: &Mention{Span: Span{r.t[0].Start, r.t[colon-1].End}}, Cue: Span{r.t[colon].Start, r.t[colon].End}, Stance: Says,
			Content: []Span{{r.t[colon+1].Start, r.s.End}}, Direct: true,
		})
		return true
	case r.turn == r.s.Paragraph && len(r.t) > 0:
		st := &r.out.Statements[len(r.out.Statements)-1]
		st.Content[len(st.Content)-1].End = r.s.End
		return true
	}
	return false
}

// signedQuote is a quotation with a name behind a dash.
func (r *reading) signedQuote() bool {
	if first := r.lower(0); (first == "―" || first == "—" || first == "–") && r.class(1) == grammar.Name && len(r.t) < 14 && !r.quoted.Empty() {
		r.dropContinued(r.quoted.Start)
		to := r.phraseTo(1)
		r.out.Statements = append(r.out.Statements, Statement{
			Speaker: &Mention{Span: Span{r.t[1].Start, r.t[to-1].End}}, Cue: Span{r.t[0].Start, r.t[0].End}, Stance: Says, Content: []Span{r.quoted}, Direct: true,
		})
		return true
	}
	for i := 1; i < len(r.t)-1; i++ {
		dash := (Span{r.t[i].Start, r.t[i].End}).In(r.text)
		if dash != "―" && dash != "—" && dash != "–" && dash != "--" || r.class(i-1) != grammar.Quote || r.t[i-1].Opens || r.class(i+1) != grammar.Name {
			continue
		}
		if len(r.t)-i > 14 {
			return false
		}
		from := r.t[0].Start
		if r.s.InQuote {
			from = r.open
		}
		r.dropContinued(from)
		to := r.phraseTo(i + 1)
		r.out.Statements = append(r.out.Statements, Statement{
			Speaker: &Mention{Span: Span{r.t[i+1].Start, r.t[to-1].End}}, Cue: Span{r.t[i].Start, r.t[i].End}, Stance: Says,
			Content: []Span{{from, r.t[i-1].End}}, Direct: true,
		})
		return true
	}
	return false
}

// dropContinued takes back what was taken for more of the speech before, from a byte on:
// its own speaker is named behind it.
func (r *reading) dropContinued(from int) {
	for n := len(r.out.Statements); n > 0; n = len(r.out.Statements) {
		st := &r.out.Statements[n-1]
		if st.Continues && st.Content[0].Start >= from {
			r.out.Statements = r.out.Statements[:n-1]
			continue
		}
		for len(st.Content) > 1 && st.Content[len(st.Content)-1].Start >= from {
			st.Content = st.Content[:len(st.Content)-1]
		}
		return
	}
}

package event

import "time"

// Span is a stretch of the text, in bytes.
type Span struct{ Start, End int }

// Realis says whether an event took place, as far as the words tell.
type Realis string

// What the words say of an event.
const (
	Actual   Realis = "actual"   // it took place or takes place
	Promised Realis = "promised" // announced, intended or foreseen
	Possible Realis = "possible" // may or might happen
	Demanded Realis = "demanded" // somebody asks for it
	Claimed  Realis = "claimed"  // somebody accuses somebody of it
	Denied   Realis = "denied"   // it did not happen, or will not
)

// Actor is who acts or is acted upon.
type Actor struct {
	Code string // CAMEO; "---" stands for a state that is not named
	Name string // of the gazetteer's entry, or the words
	Span Span
}

// Given is what is handed over, sold or paid.
type Given struct {
	Kind string // arms, technology, intelligence, money, relief, energy, goods, asylum, support, permission or empty
	Span Span
}

// Event is one coded event. Source and Target may be empty (Code == "") where
// the sentence does not name them.
type Event struct {
	Type, Mode string // PLOVER
	Code       string // CAMEO: its root is the first two digits
	Realis     Realis
	Source     Actor
	Target     Actor
	Given      Given
	Holder     Actor // who says so, if it is told within the sentence
	Span       Span  // from the first to the last of the words that make it
	Cue        Span  // the verb or noun
	Nominal    bool  // a noun names it: "the attack on"
	Within     int   // the event that asks for or claims this one: its place in the sentence's list, or -1
}

// Root is the CAMEO root code, two digits.
func (e *Event) Root() string { return e.Code[:2] }

// Complete reports whether both sides are known.
func (e *Event) Complete() bool { return e.Source.Code != "" && e.Target.Code != "" }

// plover are PLOVER's types by CAMEO root. PLOVER has none for comments (01).
var plover = map[string]string{
	"01": "COMMENT", "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
	"08": "RETREAT", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
	"15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}

// Day is the date on which names and offices are resolved; zero if not known.
type Day = time.Time

package reader

import (
	"strings"

	"parley/reader/grammar"
)

// frame says what a reporting verb may take as its content.
type frame uint16

const (
	clause     frame = 1 << iota // that …, or a clause without that; quotations
	infinitive                   // to …
	object                       // a noun phrase
	question                     // whether, how, what …
	addressee                    // takes whom it is said to first: told reporters that …
	toWhom                       // may name first whom it is said to: warned them that …
	explicit                     // a clause only with that or a question word
)

// word is a reporting verb.
type word struct {
	frame  frame
	stance Stance
	with   []string // particles of which one must follow: call for
}

// form is how a verb stands.
type form uint8

const (
	base form = iota
	thirdPerson
	past
	participle // …ing
)

type inflected struct {
	*word
	form form
	noun bool // the form is also a noun
	part bool // a participle that cannot stand without has or is: written, known
}

// verbs lists reporting verbs by what they take and what they say of the speaker. They are
// those that grammars of English name for these patterns: verbs of saying, thinking, asking,
// promising, judging (Quirk et al. 1985, ch. 16; Francis, Hunston & Manning 1996).
var verbs = []struct {
	frame  frame
	stance Stance
	words  string
}{
	{clause | question, Says, "say add note remark state comment report announce reply respond recall write tweet post mention explain observe disclose reveal confirm " +
		"indicate signal declare joke quip conclude reiterate repeat stress emphasize emphasise underline highlight clarify testify whisper shout yell recount read specify caption cable brag concur"},
	{clause | explicit, Says, "continue answer"},
	{clause | question | addressee, Says, "tell inform remind assure notify brief"},
	{clause, Argues, "argue claim assert contend maintain insist allege suggest imply charge complain boast opine counter retort object protest posit hint lament exclaim muse"},
	{clause, Warns, "warn caution fear worry predict forecast"},
	{clause | toWhom, Warns, "warn caution"},
	{clause | infinitive | toWhom, Promises, "promise"},
	{clause, Believes, "believe think feel suppose suspect assume expect estimate guess reckon imagine doubt hope presume figure speculate anticipate"},
	{object, Believes, "consider view regard"},
	{clause | question, Knows, "know acknowledge admit concede realize realise learn discover find understand agree"},
	{clause | question | explicit, Knows, "show demonstrate prove recognize recognise remember forget see hear determine document establish notice decide"},
	{clause | object | infinitive, Denies, "deny dispute reject refute dismiss rebut"},
	{clause | infinitive | object, Demands, "demand propose urge recommend advise request order instruct call-for call-on insist-on advocate press-for push-for ask-for appeal-for encourage direct beg implore advocate-for lobby-for"},
	{clause | infinitive | object, Promises, "promise pledge vow swear threaten guarantee commit-to offer"},
	{question | infinitive | addressee, Asks, "ask wonder inquire question challenge query"},
	{clause | object | explicit, Judges, "hate love dislike admire respect resent regret celebrate mourn appreciate enjoy fault pan commend salute honor honour doubt scorn defy veto protest rue bemoan bewail ridicule discount minimize minimise downplay trumpet"},
	{clause | explicit, Knows, "rule report calculate conclude estimate project"},
	{infinitive | object, Intends, "want intend plan seek refuse decline hope agree decide prefer wish aim threaten vow"},
	{object, Judges, "criticize criticise praise blame condemn denounce attack slam blast defend support oppose back endorse welcome applaud accuse mock ridicule hail describe call label cite quote " +
		"discuss address tout echo question reject favor favour mention detail outline condemn accept dismiss point-to refer-to talk-about speak-about complain-about worry-about speak-of warn-of warn-about warn-against " +
		"tell-of boast-of accuse deride decry lament compare liken characterize characterise depict portray rip bash lambast chide rebuke scold thank congratulate"},
}

// irregular gives past forms that no rule makes.
var irregular = map[string]string{
	"say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt", "know": "knew known", "find": "found", "show": "showed shown", "understand": "understood",
	"see": "saw seen", "hear": "heard", "swear": "swore sworn", "read": "read", "forget": "forgot forgotten", "hold": "held", "seek": "sought", "beg": "begged", "quip": "quipped", "slam": "slammed",
	"speak": "spoke spoken", "admit": "admitted", "refer": "referred", "prefer": "preferred", "rip": "ripped", "rebut": "rebutted", "opt": "opted", "choose": "chose chosen", "plan": "planned", "commit": "committed",
}

// alsoNouns are forms that are more often nouns unless a subject stands before them.
var alsoNouns = set("claim claims report reports note notes demand demands plan plans hope hopes call calls comment comments estimate estimates request requests order orders promise promises " +
	"threat doubt doubts fear fears worry worries view views answer answers question questions charge charges support attack attacks offer offers state states post posts remark remarks challenge challenges " +
	"forecast protest protests study finding feeling feelings thought thoughts reply response find blame praise details detail figure figures tweet tweets pledge pledges vow vows aim aims appeal push press back brief guess quote quotes " +
	"address signal signals record document documents direct compliment object objects read sources complaint signal concern warning meaning saying thinking writing reading understanding hearing reporting posting")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// lexicon holds every form of every reporting verb.
var lexicon = inflect()

func inflect() map[string]inflected {
	forms := map[string]inflected{}
	for _, group := range verbs {
		for entry := range strings.FieldsSeq(group.words) {
			verb, particle, _ := strings.Cut(entry, "-")
			w := &word{frame: group.frame, stance: group.stance}
			put := func(text string, f form) {
				old, known := forms[text]
				switch {
				case !known && particle != "":
					forms[text] = inflected{word: &word{frame: 0, stance: w.stance, with: []string{particle}}, form: f, noun: alsoNouns[text]}
				case !known:
					copied := *w
					forms[text] = inflected{word: &copied, form: f, noun: alsoNouns[text]}
				case particle != "":
					old.with = append(old.with, particle)
				default:
					old.frame |= w.frame // the stance is that of the first list
				}
			}
			put(verb, base)
			put(verb+ending(verb), thirdPerson)
			for k, p := range pastOf(verb) {
				put(p, past)
				if f := forms[p]; k > 0 {
					f.part = true
					forms[p] = f
				}
			}
			put(ing(verb), participle)
		}
	}
	return forms
}

func ending(verb string) string {
	switch {
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "x"):
		return "es"
	default:
		return "s"
	}
}

func pastOf(verb string) []string {
	if p, ok := irregular[verb]; ok {
		return strings.Fields(p)
	}
	switch {
	case strings.HasSuffix(verb, "e"):
		return []string{verb + "d"}
	case strings.HasSuffix(verb, "y") && !strings.ContainsRune("aeo", rune(verb[len(verb)-2])):
		return []string{verb[:len(verb)-1] + "ied"}
	default:
		return []string{verb + "ed"}
	}
}

func ing(verb string) string {
	p := pastOf(verb)[0]
	switch {
	case strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee"):
		return verb[:len(verb)-1] + "ing"
	case strings.HasSuffix(p, "ed") && len(p) == len(verb)+3: // a doubled consonant
		return p[:len(p)-2] + "ing"
	default:
		return verb + "ing"
	}
}

// nouns that name what is held: "the claim that …".
var heldNouns = map[string]Stance{}

func init() { //nolint:gochecknoinits // a table from lists that can be read
	for stance, words := range map[Stance]string{
		Says:     "statement report announcement reports message news rumor rumors rumour rumours word remarks comment comments testimony declaration",
		Argues:   "claim claims allegation allegations assertion assertions argument contention accusation accusations charge charges notion suggestion suggestions theory complaint complaints insistence",
		Warns:    "fear fears warning warnings concern concerns worry worries prediction predictions prospect",
		Believes: "belief beliefs view opinion hope hopes idea feeling suspicion suspicions assumption expectation expectations impression doubt doubts conviction",
		Knows:    "evidence conclusion proof fact recognition acknowledgement acknowledgment admission knowledge",
		Denies:   "denial denials",
		Promises: "promise promises pledge pledges vow assurance assurances commitment threat threats guarantee",
		Demands:  "demand demands proposal recommendation call calls request",
	} {
		for w := range strings.FieldsSeq(words) {
			heldNouns[w] = stance
		}
	}
}

// adjectives of holding: "confident that …".
var heldAdjectives = set("confident sure certain convinced aware afraid optimistic hopeful doubtful adamant worried concerned skeptical sceptical unaware glad proud sorry clear hopeful")

// heldTo are nouns and adjectives whose content is an infinitive: "his refusal to testify".
var heldTo = set("promise pledge vow plan plans threat decision refusal offer demand demands desire intention willingness proposal commitment request bid willing eager ready reluctant unwilling determined hesitant")

// heldOf are nouns and adjectives whose content is a noun phrase, each with the prepositions
// that bring it: "criticism of the deal".
var heldOf = map[string]string{
	"criticism": "of", "criticisms": "of", "support": "for", "opposition": "to", "praise": "for", "concern": "about over", "concerns": "about over", "attack": "on", "attacks": "on", "skepticism": "about of",
	"outrage": "over at about", "anger": "over at about", "worries": "about over", "questions": "about over", "comments": "about on", "remarks": "about on", "views": "on about of", "view": "of on", "condemnation": "of",
	"endorsement": "of", "calls": "for", "call": "for", "demands": "for", "plans": "for", "critical": "of", "skeptical": "of", "sceptical": "of", "opposed": "to", "supportive": "of", "worried": "about", "concerned": "about",
	"optimistic": "about", "confident": "in", "angry": "about over at", "proud": "of", "dismissive": "of", "accusations": "of", "allegations": "of", "charges": "of", "warnings": "of about", "fears": "of", "defense": "of", "defence": "of",
	"denunciation": "of", "rejection": "of", "doubts": "about", "statement": "on about", "statements": "on about", "hopes": "for", "fear": "of",
}

// kind of a cue.
type cueKind uint8

const (
	verbal cueKind = iota
	nominal
	according
	adjectival
)

// cue is a word that reports, with its place among the sentence's tokens.
type cue struct {
	kind     cueKind
	from, to int // tokens of the cue, auxiliaries and particles among them
	head     int
	form     form
	passive  bool
	word     *word
	particle bool // one of its particles follows
}

// mostCues bounds the cues of a sentence: each is weighed against the others, and no
// sentence that somebody wrote has more.
const mostCues = 32

// findCues finds the words that report in a sentence.
func (r *reading) findCues() {
	r.cues = r.cues[:0]
	quoted := r.s.InQuote
	for i, t := range r.t {
		if t.Class == grammar.Quote {
			quoted = t.Opens
		}
		if quoted {
			continue // what is quoted reports for its speaker
		}
		if c, ok := r.cueAt(i); ok {
			r.cues = append(r.cues, c)
		}
		if len(r.cues) == mostCues {
			return
		}
	}
}

func (r *reading) lower(i int) string {
	if i < 0 || i >= len(r.t) {
		return ""
	}
	return r.t[i].Lower
}

func (r *reading) class(i int) grammar.Class {
	if i < 0 || i >= len(r.t) {
		return grammar.Punctuation
	}
	return r.t[i].Class
}

func (r *reading) cueAt(i int) (cue, bool) {
	w := r.lower(i)
	if w == "according" && r.lower(i+1) == "to" {
		return cue{kind: according, from: i, to: i + 2, head: i, word: &word{frame: clause, stance: Says}}, true
	}
	if r.glossAt(i) {
		return cue{}, false // the reporter says what is meant
	}
	if v, ok := lexicon[w]; ok && r.verbal(i, v) && !r.stateOf(i, v) {
		c := cue{kind: verbal, from: i, to: i + 1, head: i, form: v.form, word: v.word}
		for _, p := range v.with {
			if r.lower(i+1) == p {
				c.particle, c.to = true, i+2
			}
		}
		if v.frame == 0 && !c.particle {
			return cue{}, false
		}
		r.auxiliaries(&c)
		if v.part && c.from == c.head {
			return cue{}, false
		}
		return c, true
	}
	if stance, ok := heldNouns[w]; ok && r.lower(i+1) == "that" {
		return cue{kind: nominal, from: i, to: i + 1, head: i, word: &word{frame: clause, stance: stance}}, true
	}
	if heldTo[w] && r.lower(i+1) == "to" && r.nounPart(i+2) && r.class(i+2) == grammar.Other {
		return r.held(i, i+1), true
	}
	if by, ok := heldOf[w]; ok && strings.Contains(" "+by+" ", " "+r.lower(i+1)+" ") && (r.nounPart(i+2) || r.class(i+2) == grammar.Pronoun) {
		return r.held(i, i+2), true
	}
	if heldAdjectives[w] && r.lower(i+1) == "that" && r.class(i-1) != grammar.Determiner {
		c := cue{kind: adjectival, from: i, to: i + 1, head: i, form: past, word: &word{frame: clause, stance: Believes}}
		r.auxiliaries(&c)
		return c, true
	}
	return cue{}, false
}

// states are verbs behind which a participle tells how somebody is: "may feel encouraged to".
var states = set("feel feels felt feeling look looks looked seem seems seemed remain remains remained become becomes became stay stays stayed get gets got appear appears appeared")

// stateOf reports whether a past form tells how somebody is rather than what is said.
func (r *reading) stateOf(i int, v inflected) bool {
	return v.form == past && states[r.lower(r.beforeAdverbs(i))]
}

// held is a noun or an adjective of holding with its preposition.
func (r *reading) held(i, to int) cue {
	c := cue{kind: nominal, from: i, to: to, head: i, form: past, word: &word{frame: clause, stance: Judges}}
	if isBe(r.lower(r.beforeAdverbs(i))) {
		c.kind = adjectival
		c.word.frame = clause | object | infinitive
		r.auxiliaries(&c)
	}
	return c
}

// auxiliaries takes the words before a verb that belong to it: has said, did not say.
func (r *reading) auxiliaries(c *cue) {
	for at := c.from - 1; at >= 0; at-- {
		switch r.class(at) {
		case grammar.Auxiliary:
			if isBe(r.lower(at)) && c.form == past && c.kind == verbal && at == r.beforeAdverbs(c.head) {
				c.passive = true
			}
			c.from = at
		case grammar.Adverb:
		default:
			if r.lower(at) != "to" || c.form != base {
				return
			}
			return
		}
	}
}

// beforeAdverbs is the place of the nearest token before a place that is no adverb.
func (r *reading) beforeAdverbs(at int) int {
	at--
	for at >= 0 && r.class(at) == grammar.Adverb {
		at--
	}
	return at
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't":
		return true
	}
	return false
}

// plurals are nouns of several without an s.
var plurals = set("people police men women children media others many some most few both majority percent")

// verbal reports whether a form that may be something else is a verb here.
func (r *reading) verbal(i int, v inflected) bool {
	at := r.beforeAdverbs(i)
	before, class := r.lower(at), r.class(at)
	if at < 0 {
		return v.form == participle || v.form == past && false
	}
	if class == grammar.Determiner || before == "'s" || strings.HasSuffix(before, "'s") && class != grammar.Auxiliary || before == "of" {
		return false
	}
	switch v.form {
	case base:
		if before == "to" || class == grammar.Auxiliary && !isBe(before) {
			return true
		}
		if v.noun {
			return class == grammar.Pronoun && before != "it" && before != "he" && before != "she"
		}
		return class == grammar.Pronoun || (class == grammar.Other || class == grammar.Name) && strings.HasSuffix(before, "s") || before == "and" || before == "who" || plurals[before]
	case thirdPerson:
		if v.noun {
			return class == grammar.Pronoun || class == grammar.Name && r.t[i].Class != grammar.Name
		}
		return class != grammar.Preposition
	case participle:
		if v.noun && class == grammar.Other {
			return false
		}
		return class != grammar.Preposition || before == "by" || before == "for" || before == "after" || before == "before" || before == "as"
	default:
		return class != grammar.Preposition || before == "as"
	}
}

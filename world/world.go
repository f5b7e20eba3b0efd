package world

import (
	"parley/diag"
)

// Meta is what every block carries: its name, what it rests on, where it stands.
type Meta struct {
	ID       string     // the block's label, unique within its kind of block
	Note     string     `attr:"note" help:"why this is so, in a sentence"`
	Evidence []string   `attr:"evidence" ref:"source evidence" help:"what the block's numbers rest on: [source.x, evidence.y]"`
	Range    diag.Range // of the block's header
}

// World is a whole model. Slices are ordered by ID once frozen.
type World struct {
	Meta
	Title   string   `attr:"title" required:"yes" help:"what the world is about"`
	Start   Date     `attr:"start" required:"yes" help:"the opening: \"2024-12\""`
	Period  Period   `attr:"period" required:"yes" help:"length of a step: \"month\", \"quarter\" or \"year\""`
	Horizon Duration `attr:"horizon" required:"yes" help:"how far to play: \"10 years\""`
	Cut     []string `attr:"cut" help:"what is left out: channels, and links by path, such as [\"money\", \"flow.shells\"]"`
	Silence []string `attr:"silence" help:"ids of warnings that are known and accepted"`

	Sources      []*Source      `block:"source" help:"a document that claims and numbers refer to"`
	Persons      []*Person      `block:"person" help:"who speaks, or takes an office during the world's time"`
	Kinds        []*Kind        `block:"kind" help:"a kind of means"`
	Actors       []*Actor       `block:"actor" help:"a state, an alliance or a group"`
	Theatres     []*Theatre     `block:"theatre" help:"a contest between a challenger and a defender"`
	Supports     []*Support     `block:"support" help:"link: a supporter of one side"`
	Flows        []*Flow        `block:"flow" help:"link: arms, technology or money from actor to actor"`
	Watches      []*Watch       `block:"watch" help:"link: a lesson about a supporter"`
	Precedents   []*Precedent   `block:"precedent" help:"link: a lesson about conquest"`
	Releases     []*Release     `block:"release" help:"link: what the end of a war frees"`
	Theories     []*Theory      `block:"theory" help:"a disputed mechanism with its rivals"`
	Signposts    []*Signpost    `block:"signpost" help:"what time will show"`
	Quantities   []*Quantity    `block:"quantity" help:"a number with a name"`
	Correlations []*Correlation `block:"correlation" help:"a rank correlation between two factors"`
	Bodies       []*Body        `block:"body" help:"a collective decision"`
	Exposures    []*Exposure    `block:"exposure" help:"what wars and strikes cost an actor"`
	Scenarios    []*Scenario    `block:"scenario" help:"a list of actions, all interventions"`
	Claims       []*Claim       `block:"claim" help:"somebody's statement that the model can test"`
	Statements   []*Statement   `block:"statement" help:"said in a source, but context"`

	// Numbers lists every number of the world by path; Factors every
	// uncertain input by name. Both are filled by lang or Freeze.
	Numbers []*Number
	Factors []*Factor

	// Origin says where attributes stand in the files; nil for a world built
	// by a program.
	Origin *Origin

	frozen bool
	index  map[string]*Number // numbers by path, once prepared
	empty  map[string]bool    // paths of attributes without a number, once prepared
}

// Source is a document that claims and numbers refer to. Its text is never changed.
type Source struct {
	Meta
	Title       string  `attr:"title" required:"yes" help:"the document's title"`
	File        string  `attr:"file" help:"a text file inside the world's directory"`
	Text        string  `attr:"text" help:"the text itself, instead of a file"`
	Publisher   string  `attr:"publisher" help:"who published it"`
	Published   Date    `attr:"published" help:"when"`
	URL         string  `attr:"url" help:"where it can be read"`
	Reliability string  `attr:"reliability" one_of:"A B C D E F" help:"of the source, Admiralty scale: A (reliable) to F (cannot be judged)"`
	Credibility *Number `attr:"credibility" in:"positive" help:"of the information, Admiralty scale: 1 (confirmed) to 6 (cannot be judged)"`
}

// Person speaks in a source, or takes an office during the world's time.
type Person struct {
	Meta
	Name    string  `attr:"name" required:"yes" help:"full name"`
	Office  string  `attr:"office" help:"the office held"`
	Actor   string  `attr:"actor" ref:"actor" help:"the actor the person speaks or decides for"`
	From    Date    `attr:"from" help:"first day in office; after the opening, and with resolve given, it is a change of office (rule 17)"`
	Until   Date    `attr:"until" help:"last day in office"`
	Resolve *Number `attr:"resolve" in:"probability" help:"what others first believe of the newcomer: probability that the actor is resolute under this person (rule 17)"`
}

// Kind is a kind of means.
type Kind struct {
	Meta
	Name    string `attr:"name" help:"name to show"`
	Reaches bool   `attr:"reaches" help:"whether a stock of it can strike a homeland afar (rule 24, reach)"`
}

// Actor is a state, an alliance or a group.
type Actor struct {
	Meta
	Name     string    `attr:"name" required:"yes" help:"name to show"`
	Type     string    `attr:"type" required:"yes" one_of:"state alliance group" help:"state, alliance or group"`
	Code     string    `attr:"code" help:"ISO 3166 alpha-3 code of a state"`
	Resolve  *Number   `attr:"resolve" in:"probability" default:"0.5" help:"what challengers believe at the opening: probability that this actor is a resolute supporter (rule 17)"`
	Spends   Table     `attr:"spends" keys:"kind" in:"probability" help:"shares of money received that turn into each kind; the rest is consumed (rule 3)"`
	Means    []*Means  `block:"means" label:"kind" help:"a stock of one kind; the label is the kind"`
	Capacity *Capacity `block:"capacity" help:"what a supporter's theatres share (rule 5)"`
}

// Means is an actor's stock of one kind. ID is the kind.
type Means struct {
	Meta
	Stock    *Number `attr:"stock" in:"positive" unit:"bn USD" required:"yes" help:"usable stock at the opening"`
	Produces *Number `attr:"produces" in:"positive" unit:"bn USD a year" default:"0" help:"production (rule 2)"`
	Wear     *Number `attr:"wear" in:"positive" unit:"per year" default:"0" help:"yearly rate at which stock wears out (rule 2)"`
}

// Capacity is what a supporter's theatres share (rule 5).
type Capacity struct {
	Meta
	Scarce      *Number `attr:"scarce" in:"positive" unit:"share a year" default:"0" help:"share of the scarce stock drawn down in a year by aid at its opening level"`
	Recovery    *Number `attr:"recovery" in:"positive" unit:"per year" default:"0.65" help:"yearly rate at which a drawn-down stock is made good (0.85 kept a quarter, THEORY E8)"`
	Fungible    *Number `attr:"fungible" in:"real" default:"0" help:"χ: how far a draw-down above the usual weakens the other theatres; 0 separate stocks, positive fungible, negative demand builds capacity"`
	Engaged     *Number `attr:"engaged" in:"probability" default:"0" help:"share of its means tied down by each other theatre in which it fights"`
	Pin         *Number `attr:"pin" in:"probability" default:"0" help:"share of its means tied down by a released adversary (link release)"`
	Opportunism *Number `attr:"opportunism" in:"real" unit:"log-odds" default:"0" help:"shift of a challenge's log-odds while this actor, the supporter, fights elsewhere"`
	Channel     string  `attr:"channel" default:"capacity" help:"label by which analyses cut the link"`
}

// Theatre is a contest between a challenger and a defender (§1).
type Theatre struct {
	Meta
	Name             string    `attr:"name" required:"yes" help:"name to show"`
	Challenger       string    `attr:"challenger" ref:"actor" required:"yes" help:"who wants to change who holds what"`
	Defender         string    `attr:"defender" ref:"actor" required:"yes" help:"who holds it"`
	Status           string    `attr:"status" one_of:"quiet war" required:"yes" help:"quiet or war at the opening"`
	Share            *Number   `attr:"share" in:"probability" required:"yes" help:"challenger's share of the stake at the opening (the stake, not the territory)"`
	Weights          Table     `attr:"weights" keys:"kind" in:"positive" required:"yes" help:"ω: what a kind is worth in this theatre (rule 1)"`
	Commits          Table     `attr:"commits" keys:"actor" in:"probability" help:"c: share of its means a side can bring to bear here, 1 where not given (rule 1)"`
	DefenceAdvantage *Number   `attr:"defence_advantage" in:"positive" default:"1" help:"α: what a unit of the defender's strength is worth against one of the challenger's (rule 6)"`
	Decisiveness     *Number   `attr:"decisiveness" in:"positive" default:"1" help:"m: how much strength decides (rule 6)"`
	Difference       *Number   `attr:"difference" in:"probability" default:"0" help:"weight of the difference form of the contest; 0 is the ratio form, 1 the difference form (rule 6)"`
	Place            []float64 `attr:"place" help:"[longitude, latitude] on the map"`
	Crisis           *Crisis   `block:"crisis" required:"yes" help:"the crisis game of a quiet theatre (rules 7–9)"`
	War              *War      `block:"war" help:"how the theatre is fought and ended (rules 11–14)"`
	Peace            *Peace    `block:"peace" help:"the theatre after a war (rule 10)"`
}

// Sides is a pair of numbers, one for each side.
type Sides struct {
	Challenger *Number `attr:"challenger" help:"the challenger's"`
	Defender   *Number `attr:"defender" help:"the defender's"`
}

// Types is a pair of numbers, one for each type of supporter.
type Types struct {
	Resolute   *Number `attr:"resolute" help:"of a resolute supporter"`
	Irresolute *Number `attr:"irresolute" help:"of an irresolute supporter"`
}

// Crisis is the crisis game of a quiet theatre (rules 7–9).
type Crisis struct {
	Meta
	Challenge       *Number `attr:"challenge" in:"positive" unit:"per year" required:"yes" help:"baseline yearly rate of crises (rule 9)"`
	Concede         *Number `attr:"concede" in:"probability" default:"0" help:"baseline probability that the defender concedes, given a challenge (rule 9)"`
	Attack          *Number `attr:"attack" in:"probability" required:"yes" help:"baseline probability of war, given a challenge; at most 1 − concede (rule 9)"`
	Concession      *Number `attr:"concession" in:"probability" default:"0.1" help:"q: share of the stake that a concession gives (§7)"`
	BackingDown     *Number `attr:"backing_down" in:"positive" unit:"stakes" default:"0" help:"a_C: what backing down costs the challenger (§7)"`
	GivingWay       *Number `attr:"giving_way" in:"positive" unit:"stakes" default:"0" help:"a_D: what conceding costs the defender besides the concession (§7)"`
	WarCost         Sides   `attr:"war_cost" in:"positive" unit:"stakes" default:"0.3" help:"κ: what war costs each side (§7)"`
	FacingSupporter *Number `attr:"facing_supporter" in:"positive" unit:"stakes" default:"0" help:"κ_F: further cost to the challenger if the supporter fights (§7)"`
	Punishment      *Number `attr:"punishment" in:"positive" unit:"stakes" default:"0" help:"s: punishment of conquest that is never relieved (§7)"`
	Probe           *Number `attr:"probe" in:"real" unit:"log-odds" default:"0" help:"worth of a cheap test where resolve is doubted (rule 9)"`
	Sensitivity     *Number `attr:"sensitivity" in:"positive" default:"5" help:"λ: how strongly utility moves choices; 0 leaves base rates as they are (rule 7)"`
	Pays            *Number `attr:"pays" in:"probability" default:"0.5" help:"e at the opening: challenger's expectation that punishment of conquest is later relieved (rule 18)"`
	PaysWeight      *Number `attr:"pays_weight" in:"positive" default:"2" help:"how much evidence that expectation stands for: α + β at the opening (rule 18)"`
	Proxies         Table   `attr:"proxies" keys:"actor" in:"real" help:"elasticity of the hazards to what a proxy has to spend (rule 10)"`
}

// War is how a theatre is fought and ended (rules 11–14).
type War struct {
	Meta
	Drift      *Number  `attr:"drift" in:"real" unit:"stakes a year" default:"0" help:"movement of the front at the opening, towards the challenger's gain (rule 11); only where the theatre opens at war"`
	Pace       *Number  `attr:"pace" in:"positive" unit:"per year" default:"0.2" help:"μ: yearly share of the gap between share and power that a war closes, where no drift is observed (rule 11)"`
	Tipping    *Number  `attr:"tipping" in:"positive" default:"0" help:"how much faster the front moves as the balance tips (rule 11)"`
	Luck       *Number  `attr:"luck" in:"positive" unit:"stakes per √year" default:"0.012" help:"chance movement of the front (rule 11)"`
	Losses     Sides    `attr:"losses" in:"positive" unit:"share a year" default:"0.3" help:"yearly share of its stock that each side loses at the opening balance (rule 12)"`
	Horizon    *Number  `attr:"horizon" in:"positive" unit:"years" default:"2" help:"H: how far ahead the sides look (rules 6, 13)"`
	End        *Number  `attr:"end" in:"positive" unit:"per year" default:"0.25" help:"baseline yearly rate at which such wars end by agreement (rule 13)"`
	Cost       Sides    `attr:"cost" in:"positive" unit:"stakes" default:"0.06" help:"κ: what fighting on over the horizon costs each side (rule 13)"`
	Optimism   Sides    `attr:"optimism" in:"real" unit:"log ratio" default:"0" help:"how much stronger each side thinks itself (rule 13)"`
	Hardening  *Number  `attr:"hardening" in:"real" unit:"log ratio" default:"0" help:"further optimism of both sides for each unit of aid above its opening level (rule 13, hardening)"`
	Commitment *Number  `attr:"commitment" in:"positive" unit:"log-odds" default:"0" help:"fall in the log-odds of acceptance for each unit of expected shift in the log ratio of strengths (rule 13, commitment)"`
	Leverage   *Number  `attr:"leverage" in:"real" unit:"log-odds" default:"0" help:"rise in each side's log-odds of acceptance when talks are opened (rule 13)"`
	Membership *Number  `attr:"membership" in:"probability" default:"0.5" help:"share of the neutrality issue that a promised guarantee takes from what terms are worth to the challenger (rule 13)"`
	Settles    *Number  `attr:"settles" in:"probability" default:"0" help:"how far terms, beyond the line, count as holding the stake: 0 aims are unlimited, 1 what is granted is held (rule 14)"`
	Issues     []*Issue `block:"issue" label:"name" help:"what terms are about, with each side's weight; the label names it"`
}

// Issue is what terms are about, with each side's weight. ID names it: line,
// neutrality, limits, relief, guarantee, or one the file adds.
type Issue struct {
	Meta
	Challenger *Number `attr:"challenger" in:"positive" required:"yes" help:"weight to the challenger"`
	Defender   *Number `attr:"defender" in:"positive" required:"yes" help:"weight to the defender"`
}

// Peace is a theatre after a war (rule 10).
type Peace struct {
	Meta
	Challenge  *Number `attr:"challenge" in:"positive" unit:"per year" help:"yearly rate of crises after a war; the crisis block's where not given"`
	Concede    *Number `attr:"concede" in:"probability" help:"probability that the defender concedes after a war; the crisis block's where not given"`
	Attack     *Number `attr:"attack" in:"probability" help:"probability of war given a challenge after a war; the crisis block's where not given"`
	Keeps      Sides   `attr:"keeps" in:"positive" default:"1" help:"share of its war production that each side keeps once the war is over (rule 2)"`
	ReliefArms *Number `attr:"relief_arms" in:"real" default:"1" help:"how much full relief lifts the challenger's production after a war (rule 2)"`
	LimitsArms *Number `attr:"limits_arms" in:"probability" default:"1" help:"how much full limits lower the defender's (rule 2)"`
	Revanche   *Number `attr:"revanche" in:"positive" default:"0.3" help:"how much what it granted moves the defender to reopen a war, in stakes (rule 10; THEORY E26)"`
	Reopen     *Number `attr:"reopen" in:"positive" unit:"per year" default:"0" help:"baseline yearly rate at which the defender reopens a war (rule 10)"`
	Imposed    *Number `attr:"imposed" in:"real" default:"0" help:"how much terms imposed from outside raise the hazards at first; fades with time (Werner & Yuen 2005, or 0)"`
	Monitoring *Number `attr:"monitoring" in:"probability" default:"0" help:"how much a fully monitored line lowers the hazards (Fortna 2003, or 0)"`
	Window     *Number `attr:"window" in:"real" default:"0" help:"how much a promised guarantee raises the hazards until it takes hold (Benson & Smith 2022, or 0)"`
	Terms      *Terms  `block:"terms" help:"terms in force at the opening and, by default, after an agreement"`
}

// Terms are in force in a quiet theatre: a quiet theatre's at the opening, and
// what an agreement of the parties adds to the issues bargained over.
type Terms struct {
	Meta
	Guarantee  *Number `attr:"guarantee" in:"probability" default:"0" help:"g: strength of a guarantee to the defender (rule 8)"`
	Limits     *Number `attr:"limits" in:"probability" default:"0" help:"limits on the defender's arms (rule 2)"`
	Relief     *Number `attr:"relief" in:"probability" default:"0" help:"relief of sanctions on the challenger (rule 2)"`
	Neutrality *Number `attr:"neutrality" in:"probability" default:"0" help:"neutrality of the defender"`
	Monitored  *Number `attr:"monitored" in:"probability" default:"0" help:"how far the line is monitored (rule 10)"`
}

// Support is a link: a supporter of one side (§9).
type Support struct {
	Meta
	From      string    `attr:"from" ref:"actor" required:"yes" help:"the supporter"`
	Theatre   string    `attr:"theatre" ref:"theatre" required:"yes" help:"where"`
	Side      string    `attr:"side" one_of:"challenger defender" required:"yes" help:"whom it supports"`
	Channel   string    `attr:"channel" default:"support" help:"label by which analyses cut the link"`
	Lead      bool      `attr:"lead" help:"whether the others of its side follow it; the only supporter of a side leads it"`
	Joins     *Number   `attr:"joins" in:"probability" default:"0" help:"probability that it follows a lead that fights (rule 8)"`
	Aid       Table     `attr:"aid" keys:"kind" in:"positive" unit:"bn USD a year" help:"aid at the opening level, by kind (rule 2)"`
	Usable    *Number   `attr:"usable" in:"probability" default:"1" help:"share of aid that becomes usable stock (rule 2)"`
	Continues *Number   `attr:"continues" in:"probability" default:"0" help:"share of aid that goes on after the war it was given for"`
	Offset    *Number   `attr:"offset" in:"real" default:"0" help:"how much of a fall in the lead's level this supporter makes up: positive substitutes, 0 inert, negative cascade (rule 16)"`
	Beside    *Number   `attr:"beside" in:"probability" default:"0" help:"share of its means that always counts on that side: a proxy or co-belligerent (rule 1)"`
	Fights    *Fights   `block:"fights" help:"the supporter's answer to an attack (rule 8)"`
	Sustains  *Sustains `block:"sustains" help:"the supporter's choice of how much aid to give (rule 15)"`
	Clash     *Clash    `block:"clash" help:"the hazard of a direct clash with the challenger (rule 16)"`
}

// Fights is a supporter's answer to an attack (rule 8).
type Fights struct {
	Meta
	Baseline    *Number `attr:"baseline" in:"probability" required:"yes" help:"baseline probability of fighting, given an attack"`
	Stake       Types   `attr:"stake" in:"positive" unit:"stakes" default:"1.8 0.4" help:"v: what the theatre is worth to a supporter of each type"`
	Gap         *Number `attr:"gap" in:"positive" unit:"log-odds" default:"1" help:"G: how far apart the two types behave"`
	Cost        *Number `attr:"cost" in:"positive" unit:"stakes" default:"0.5" help:"what fighting costs the supporter"`
	Arming      *Number `attr:"arming" in:"probability" default:"0.15" help:"what arming the defender costs and brings, as a share of fighting (THEORY E10)"`
	Abandonment *Number `attr:"abandonment" in:"positive" unit:"stakes" default:"0" help:"o: what standing aside costs without a guarantee"`
	Pledge      *Number `attr:"pledge" in:"positive" unit:"stakes" default:"0.5" help:"what a full guarantee adds to the cost of standing aside"`
	Commits     *Number `attr:"commits" in:"probability" default:"0.3" help:"c: share of its means it brings when it fights (rule 1)"`
}

// Sustains is a supporter's choice of how much aid to give in a war (rule 15).
type Sustains struct {
	Meta
	Cut        *Number `attr:"cut" in:"positive" unit:"per year" required:"yes" help:"baseline yearly rate of cutting aid"`
	Surge      *Number `attr:"surge" in:"positive" unit:"per year" default:"0" help:"baseline yearly rate of surging"`
	Restart    *Number `attr:"restart" in:"positive" unit:"per year" default:"0.1" help:"baseline yearly rate of resuming aid that was cut (evidence: state support restarts .10 a year)"`
	Size       *Number `attr:"size" in:"positive" default:"0.6" help:"by how much a surge raises the level"`
	Escalation *Number `attr:"escalation" in:"positive" unit:"stakes" default:"0" help:"what the risk of a surge costs the supporter"`
	Cost       *Number `attr:"cost" in:"positive" unit:"stakes" default:"0.1" help:"what aid at its opening level costs the supporter"`
	Stake      Types   `attr:"stake" in:"positive" unit:"stakes" default:"1.8 0.4" help:"v: what the theatre is worth to a supporter of each type"`
	Gap        *Number `attr:"gap" in:"positive" unit:"log-odds" default:"1" help:"G: how far apart the two types behave"`
}

// Clash is the hazard of a direct clash between a supporter and the challenger
// while a war is on (rule 16).
type Clash struct {
	Meta
	Rate  *Number `attr:"rate" in:"positive" unit:"per year" required:"yes" help:"hazard of a clash at the opening level of aid"`
	Surge *Number `attr:"surge" in:"positive" default:"0" help:"how much each unit of aid above that level raises it"`
}

// GivesWhat is what a flow gives.
type GivesWhat int

// What flows give (rule 3).
const (
	GivesKind       GivesWhat = iota // means of a kind
	GivesTechnology                  // a rise in the receiver's production of a kind
	GivesMoney                       // money, spent by the receiver's shares
)

// Gives is what a flow gives, and the kind concerned.
type Gives struct {
	What GivesWhat
	Kind string // of GivesKind and GivesTechnology
}

// Flow is a link: arms, technology or money from actor to actor (rules 3–4).
type Flow struct {
	Meta
	From        string   `attr:"from" ref:"actor" required:"yes" help:"who sends"`
	To          string   `attr:"to" ref:"actor" required:"yes" help:"who receives"`
	Gives       Gives    `attr:"gives" required:"yes" help:"kind.x, technology(kind.x) or money"`
	Rate        *Number  `attr:"rate" in:"positive" required:"yes" help:"of a kind or money: bn USD a year; of technology: yearly growth of production; of money passed on: share of what comes in"`
	Lag         Duration `attr:"lag" help:"how long until it has its effect: \"18 months\""`
	Grows       *Number  `attr:"grows" in:"real" unit:"per year" default:"0" help:"yearly growth while active"`
	HalfLife    *Number  `attr:"half_life" in:"positive" unit:"years" help:"time in which it halves while active, as the buyer learns to make the good itself"`
	Need        *Number  `attr:"need" in:"real" default:"0" help:"how much more flows when the buyer stands worse in the war: (ρ₀/ρ)^need (rule 4)"`
	While       string   `attr:"while" ref:"war" help:"the war that feeds it: theatre.x.war (rule 4)"`
	After       After    `attr:"after" help:"what flows once that war is over (rule 4)"`
	InReturnFor string   `attr:"in_return_for" ref:"flow" help:"the flow it is paid with; without a while of its own it is as active as that one"`
	PassesOn    string   `attr:"passes_on" ref:"flow" help:"the flow of money of which it passes a share on (rule 3)"`
	Channel     string   `attr:"channel" default:"flow" help:"label by which analyses cut the link"`
}

// After is what flows once a war is over: h = max(0, level + slope·(2F − 1)) (rule 4).
type After struct {
	Level *Number `attr:"level" in:"real" default:"0" help:"η₀: activity after terms that favour neither side"`
	Slope *Number `attr:"slope" in:"real" default:"0" help:"η₁: how much more flows after terms that favour the buyer"`
}

// Watch is a link: a lesson about a supporter (rule 17).
type Watch struct {
	Meta
	Theatre  string  `attr:"theatre" ref:"theatre" required:"yes" help:"whose challenger reads"`
	About    string  `attr:"about" ref:"actor" required:"yes" help:"the supporter read about"`
	In       string  `attr:"in" ref:"theatre" required:"yes" help:"where its acts are read"`
	Weight   *Number `attr:"weight" in:"real" required:"yes" help:"share of the lesson that carries over: 0 current calculus, 0–1 reputation, below 0 contrarian"`
	HalfLife *Number `attr:"half_life" in:"positive" unit:"years" help:"time in which what was learned halves; without it nothing is forgotten"`
	Renewal  *Number `attr:"renewal" in:"probability" default:"0" help:"how far a change of office resets the belief to the newcomer's prior"`
	Channel  string  `attr:"channel" default:"lesson" help:"label by which analyses cut the link"`
}

// Precedent is a link: a lesson about conquest (rule 18).
type Precedent struct {
	Meta
	Theatre string  `attr:"theatre" ref:"theatre" required:"yes" help:"whose challenger reads"`
	In      string  `attr:"in" ref:"theatre" required:"yes" help:"where conquest is tried"`
	Weight  *Number `attr:"weight" in:"positive" required:"yes" help:"how much one ended war teaches; 0 is the rival view"`
	Channel string  `attr:"channel" default:"precedent" help:"label by which analyses cut the link"`
}

// Release is a link: what the end of a war frees (§1).
type Release struct {
	Meta
	Of      string   `attr:"of" ref:"actor" required:"yes" help:"whose means are freed: a party to the war"`
	From    string   `attr:"from" ref:"theatre" required:"yes" help:"the war whose end frees them"`
	To      []string `attr:"to" ref:"theatre" required:"yes" help:"where they then count on the challenger's side"`
	Share   *Number  `attr:"share" in:"real" required:"yes" help:"share of its means that then counts; below 0 it holds the challenger back"`
	Channel string   `attr:"channel" default:"release" help:"label by which analyses cut the link"`
}

// Theory is a disputed mechanism with its rivals (rule 22).
type Theory struct {
	Meta
	Says   string   `attr:"says" help:"what is disputed"`
	Rivals []*Rival `block:"rival" label:"name" help:"one answer to what the theory disputes"`
	Factor int      // index into World.Factors: which rival a world draws
}

// Rival is one answer to what a theory disputes.
type Rival struct {
	Meta
	Weight *Number   `attr:"weight" in:"positive" required:"yes" help:"the rival's weight against the others: a judgement"`
	Says   string    `attr:"says" required:"yes" help:"what it holds, and who holds it"`
	Set    []Setting `attr:"set" help:"what it sets: { \"quantity.x\" = value, … }"`
}

// Setting is a number that a rival sets.
type Setting struct {
	Path   string // of the number it sets
	Number *Number
	Range  diag.Range
}

// Signpost is what time will show (rule 23).
type Signpost struct {
	Meta
	Observe string            `attr:"observe" required:"yes" help:"what to look at"`
	By      Date              `attr:"by" required:"yes" help:"when it will be known"`
	Theory  string            `attr:"theory" ref:"theory" help:"the theory whose rivals it tells apart; found by the rivals' names where not given"`
	Under   map[string]string `attr:"under" required:"yes" help:"what each rival expects to see"`
}

// Quantity is a number with a name.
type Quantity struct {
	Meta
	Value  *Number `attr:"value" required:"yes" help:"the number"`
	Unit   string  `attr:"unit" help:"its unit"`
	Domain string  `attr:"domain" one_of:"probability positive real" default:"real" help:"where it must lie"`
}

// Correlation is a rank correlation between two factors.
type Correlation struct {
	Meta
	Between []string `attr:"between" required:"yes" help:"paths of two factors"`
	Rho     *Number  `attr:"rho" in:"real" required:"yes" help:"Spearman's rank correlation, between −1 and 1"`
}

// Body decides together (rule 21).
type Body struct {
	Meta
	Name    string    `attr:"name" required:"yes" help:"name to show"`
	Rule    string    `attr:"rule" one_of:"unanimity qualified simple" required:"yes" help:"unanimity, qualified (quota) or simple majority"`
	Quota   *Number   `attr:"quota" in:"probability" default:"0.666666667" help:"share of the weights that a qualified majority needs"`
	Common  *Number   `attr:"common" in:"positive" unit:"log-odds" default:"0" help:"standard deviation of what moves all members together"`
	Members []*Member `block:"member" label:"name" help:"a member; the label is the actor, or any name"`
}

// Member of a body. ID is the actor, or any name.
type Member struct {
	Meta
	Assents *Number  `attr:"assents" in:"probability" required:"yes" help:"baseline probability that it assents to what is tabled"`
	Weight  *Number  `attr:"weight" in:"positive" default:"1" help:"its weight: a whole number"`
	Count   *Number  `attr:"count" in:"positive" default:"1" help:"how many members like this one there are"`
	Moved   []*Moved `block:"moved" label:"-" help:"a declared condition that moves the member"`
}

// Moved is a declared condition that moves a member.
type Moved struct {
	Meta
	Ends  string  `attr:"ends" ref:"theatre" help:"once the war here has ended"`
	From  Date    `attr:"from" help:"from this date on"`
	Shift *Number `attr:"shift" in:"real" unit:"log-odds" required:"yes" help:"by how much"`
}

// Exposure is what wars and strikes cost an actor (rule 24).
type Exposure struct {
	Meta
	Of      string     `attr:"of" ref:"actor" required:"yes" help:"whose losses"`
	Clash   *Number    `attr:"clash" in:"positive" unit:"bn USD" default:"0" help:"loss if one of its supports ends in a direct clash"`
	Aid     *Number    `attr:"aid" in:"positive" default:"0" help:"cost of each bn USD of aid it gives"`
	Wars    []*WarLoss `block:"war" label:"theatre" help:"what a war in a theatre costs; the label is the theatre"`
	Strikes []*Strike  `block:"strike" label:"actor" help:"who can strike the homeland; the label is the striking actor"`
}

// WarLoss is what a war in a theatre costs. ID is the theatre.
type WarLoss struct {
	Meta
	Loss     *Number `attr:"loss" in:"positive" unit:"bn USD" required:"yes" help:"loss if a war begins here"`
	Fighting *Number `attr:"fighting" in:"positive" unit:"bn USD" default:"0" help:"further loss if the actor itself fights in it"`
	PerYear  *Number `attr:"per_year" in:"positive" unit:"bn USD a year" default:"0" help:"loss for each year the theatre is at war"`
}

// Strike is who can strike the homeland. ID is the striking actor.
type Strike struct {
	Meta
	Kind    string  `attr:"kind" ref:"kind" required:"yes" help:"with what: a kind that reaches"`
	PerBn   *Number `attr:"per_bn" in:"positive" unit:"warheads per bn USD" required:"yes" help:"warheads that can be sent for each bn USD of stock"`
	Engaged *Number `attr:"engaged" in:"positive" unit:"warheads" default:"0" help:"how many of them defences can engage"`
	Kill    *Number `attr:"kill" in:"probability" default:"0" help:"share of those engaged that is stopped"`
	Arrives *Number `attr:"arrives" in:"probability" default:"1" help:"share of the rest that is expected to arrive"`
}

// Statement is said in a source, but context.
type Statement struct {
	Meta
	Source  string   `attr:"source" ref:"source" required:"yes" help:"where it is said"`
	Quote   string   `attr:"quote" required:"yes" help:"its exact words"`
	Speaker string   `attr:"speaker" ref:"person" help:"who says it"`
	About   []string `attr:"about" ref:"actor theatre flow support watch precedent release body theory claim person scenario" help:"what it is about"`
	At      int      // byte offset of the quote in the source's text
}

// Claim is somebody's statement that the model can test (rule 25).
type Claim struct {
	Meta
	Source  string  `attr:"source" ref:"source" required:"yes" help:"where it is said"`
	Quote   string  `attr:"quote" required:"yes" help:"its exact words"`
	Speaker string  `attr:"speaker" ref:"person" help:"who says it"`
	To      string  `attr:"to" help:"to whom"`
	Hedge   string  `attr:"hedge" help:"how it is hedged: the word"`
	Gloss   string  `attr:"gloss" help:"what it is taken to mean, and whose interpretation that is"`
	Title   string  `attr:"title" help:"a short title to show"`
	Tests   []*Test `block:"test" label:"-" help:"what would make the claim true"`
	At      int     // byte offset of the quote in the source's text
}

// Test is what would make a claim true: a measure under one scenario against
// another, or against a number.
type Test struct {
	Meta
	Measure string   `attr:"measure" ref:"measure" required:"yes" help:"what to look at: cost.usa, war.taiwan, … (rule 24)"`
	Under   string   `attr:"under" ref:"scenario" required:"yes" help:"the scenario"`
	Against string   `attr:"against" ref:"scenario" or_number:"Value" help:"the reference scenario, or a number"`
	Value   *Number  // the number, where the test is against one
	Expect  string   `attr:"expect" one_of:"higher lower within" required:"yes" help:"the claimed direction, or that the difference stays within the margin"`
	Margin  *Number  `attr:"margin" in:"positive" default:"0" help:"what counts as a difference, in the measure's unit"`
	By      Date     `attr:"by" help:"at which date to look; the horizon where not given"`
	Without []string `attr:"without" help:"channels cut in the reference: with the links in against without them"`
}

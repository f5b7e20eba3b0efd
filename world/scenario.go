package world

// Scenario is a list of actions, all interventions (rule 20).
type Scenario struct {
	Meta
	Title string  `attr:"title" required:"yes" help:"what is done, in a line"`
	Steps []*Step `block:"at when" label:"date theatre" help:"actions that fall together: at a date, or when a war ends"`
}

// Step holds actions that fall together: at a date, or once a war ends.
// Within a step they are carried out in the order of the fields below.
type Step struct {
	Meta
	At         Date               // of an at block
	Ends       string             `attr:"ends" ref:"theatre" help:"of a when block: the theatre whose war ends"` // of a when block
	Events     []*EventAction     `block:"event" label:"name" help:"shifts the odds of a challenge"`
	Means      []*MeansAction     `block:"means" label:"actor" help:"changes an actor's means; the label is the actor"`
	Flows      []*FlowAction      `block:"flow" label:"flow" help:"starts, stops or scales a flow; the label is the flow"`
	Aids       []*AidAction       `block:"aid" label:"support" help:"sets, scales, frees or threatens aid; the label is the support"`
	Guarantees []*GuaranteeAction `block:"guarantee" label:"theatre" help:"promises the defender a guarantee; the label is the theatre"`
	Talks      []*TalksAction     `block:"talks" label:"theatre" help:"opens talks; the label is the theatre"`
	Presses    []*PressAction     `block:"press" label:"theatre" help:"presses sides to accept; the label is the theatre"`
	Settles    []*SettleAction    `block:"settle" label:"theatre" help:"imposes terms; the label is the theatre"`
}

// Hangs is what an action may hang on.
type Hangs struct {
	Needs string `attr:"needs" ref:"body" help:"the body that must pass it; if refused it does not happen (rule 21)"`
}

// EventAction shifts the odds of a challenge in a theatre. ID names the event.
type EventAction struct {
	Meta
	Hangs
	Theatre string   `attr:"theatre" ref:"theatre" required:"yes" help:"where"`
	Shift   *Number  `attr:"shift" in:"real" unit:"log-odds" required:"yes" help:"shift of the log-odds of a challenge"`
	Lasts   Duration `attr:"lasts" help:"for how long; to the horizon where not given"`
}

// MeansAction changes an actor's means. ID is the actor.
type MeansAction struct {
	Meta
	Hangs
	Kind     string  `attr:"kind" ref:"kind" required:"yes" help:"of which kind"`
	Add      *Number `attr:"add" in:"real" unit:"bn USD" default:"0" help:"added to the stock, which stays at zero or above"`
	Scale    *Number `attr:"scale" in:"positive" default:"1" help:"factor on the stock"`
	Produces *Number `attr:"produces" in:"positive" default:"1" help:"factor on production"`
}

// FlowAction starts, stops or scales a flow. ID is the flow.
type FlowAction struct {
	Meta
	Hangs
	Scale *Number `attr:"scale" in:"positive" required:"yes" help:"factor on the flow from now on: 0 stops it, 1 restores it"`
}

// AidAction sets, scales, frees or threatens aid. ID is the support.
type AidAction struct {
	Meta
	Hangs
	Level  *Number `attr:"level" in:"positive" help:"set the level; 1 is as at the opening, 0 ends it"`
	Scale  *Number `attr:"scale" in:"positive" help:"or scale the level in force"`
	Free   bool    `attr:"free" help:"or leave the level to the supporter: a lead to its choice (rule 15), a follower to sharing the burden (rule 16)"`
	Threat *Number `attr:"threat" in:"probability" help:"how far the others believe it will be withdrawn (rule 16)"`
}

// GuaranteeAction promises the defender a guarantee. ID is the theatre.
type GuaranteeAction struct {
	Meta
	Hangs
	Strength *Number  `attr:"strength" in:"probability" required:"yes" help:"g: how strong"`
	Takes    Duration `attr:"takes" default:"24" help:"how long until it takes hold once the theatre is quiet (8 quarters: Benson & Smith 2022, THEORY E23)"`
}

// TalksAction opens talks. ID is the theatre.
type TalksAction struct {
	Meta
	Hangs
	Intensity *Number `attr:"intensity" in:"positive" default:"1" help:"how hard they are pursued: multiplies the war block's leverage"`
}

// PressAction presses sides to accept. ID is the theatre.
type PressAction struct {
	Meta
	Hangs
	Challenger *Number `attr:"challenger" in:"probability" default:"0" help:"how surely the challenger's refusal is met by more aid to the defender"`
	Defender   *Number `attr:"defender" in:"probability" default:"0" help:"how surely the defender's refusal is met by less aid"`
	Both       *Number `attr:"both" in:"probability" help:"both at once"`
}

// SettleAction imposes terms. ID is the theatre.
type SettleAction struct {
	Meta
	Hangs
	Issues    Table   `attr:"issues" keys:"issue" in:"probability" required:"yes" help:"what the challenger gets on each issue, 0–1; issues not named give it nothing"`
	Guarantee *Number `attr:"guarantee" in:"probability" default:"0" help:"g: strength of the guarantee to the defender"`
	Monitored *Number `attr:"monitored" in:"probability" default:"0" help:"how far the line is monitored"`
	By        string  `attr:"by" ref:"actor" help:"who imposes them; the defender's lead supporter where not given"`
}

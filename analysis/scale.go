package analysis

// Level is one step of the scale of words for shares of worlds.
type Level struct {
	From       float64 `json:"from"`       // the least share
	Words      string  `json:"words"`      // "in most worlds"
	Likelihood string  `json:"likelihood"` // what the IPCC calls a probability of that size
}

// Scale returns the scale of words for shares of worlds, the highest first. Its
// steps are those of the likelihood scale of the Intergovernmental Panel on
// Climate Change (Mastrandrea et al. 2010, "Guidance Note for Lead Authors of the
// IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties", table
// 1). The words are our own: a share of a model's worlds is not a probability of
// anything in the world, and should not sound like one.
func Scale() []Level {
	return []Level{
		{0.99, "in virtually all worlds", "virtually certain"},
		{0.90, "in nearly all worlds", "very likely"},
		{most, "in most worlds", "likely"},
		{0.33, "in about half of the worlds", "about as likely as not"},
		{0.10, "in a minority of worlds", "unlikely"},
		{0.01, "in few worlds", "very unlikely"},
		{0, "in virtually no world", "exceptionally unlikely"},
	}
}

// most is the share from which a verdict says that something is so.
const most = 0.66

// inWords puts a share into words.
func inWords(share float64) string {
	words := ""
	for _, l := range Scale() {
		words = l.Words
		if share >= l.From {
			break
		}
	}
	return words
}

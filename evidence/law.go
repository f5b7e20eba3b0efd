package evidence

// Law is the distribution that an entry stands for when a world file uses it as
// a number: a name and plain arguments, which the reader of world files turns
// into a distribution. The names and arguments are
//
//	observed            k, n           a proportion seen k times in n
//	observed_rate       k, years       k events in an exposure of years
//	normal              mean, sd
//	lognormal_interval  lo, hi, level  the mass level lies from lo to hi, the rest evenly outside
//	uniform             lo, hi
type Law struct {
	// Name is one of the names above.
	Name string
	// Args are its arguments.
	Args []float64
}

// The names of laws.
const (
	Observed          = "observed"
	ObservedRate      = "observed_rate"
	Normal            = "normal"
	LogNormalInterval = "lognormal_interval"
	Uniform           = "uniform"
)

// Law gives the distribution to draw from when the entry is used as a number,
// and false when the entry has no interval and can only be cited.
//
// Counts speak for themselves, so that a law keeps what rounding has taken from
// the value and its interval. A coefficient is normal with its standard error,
// a ratio lognormal over its interval. A range without a probability is taken
// as uniform, which adds least to what its source says.
func (e Entry) Law() (Law, bool) {
	switch {
	case e.Kind == Proportion && e.N > 0:
		return Law{Name: Observed, Args: []float64{float64(e.K), float64(e.N)}}, true
	case e.Kind == Rate && e.Years > 0:
		return Law{Name: ObservedRate, Args: []float64{float64(e.K), e.Years}}, true
	case e.StandardError > 0:
		return Law{Name: Normal, Args: []float64{e.Value, e.StandardError}}, true
	case e.Kind == Ratio && e.Interval == Confidence95 && e.Lo > 0:
		return Law{Name: LogNormalInterval, Args: []float64{e.Lo, e.Hi, 0.95}}, true
	case e.Interval == StatedRange || e.Interval == JudgedRange:
		return Law{Name: Uniform, Args: []float64{e.Lo, e.Hi}}, true
	default:
		return Law{}, false
	}
}

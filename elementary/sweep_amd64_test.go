//go:build goexperiment.simd && amd64

package elementary

// lanesOf are the widths of vectors this processor has, narrow ones too that a sweep
// would pass over.
func lanesOf(name string) []lanes {
	narrow := map[string]func([]float64) int{"ExpAll": expByFour, "LogAll": logByFour, "LogisticAll": logisticByFour}
	broad := map[string]func([]float64) int{"ExpAll": expByEight, "LogAll": logByEight, "LogisticAll": logisticByEight}
	var ways []lanes
	if four {
		ways = append(ways, lanes{name + " by four", 4, narrow[name]})
	}
	if eight {
		ways = append(ways, lanes{name + " by eight", 8, broad[name]})
	}
	return ways
}

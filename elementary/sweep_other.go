//go:build !(goexperiment.simd && amd64)

package elementary

// Without vectors none of a slice is done ahead of the loop.

func expLanes([]float64) int      { return 0 }
func logLanes([]float64) int      { return 0 }
func logisticLanes([]float64) int { return 0 }

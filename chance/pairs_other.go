//go:build !(goexperiment.simd && amd64)

package chance

// pairLanes does none ahead of the loop where there are no vectors.
func (s Stream) pairLanes(_, _ []uint32, _, _, _ uint16, _, _ []float64) int { return 0 }

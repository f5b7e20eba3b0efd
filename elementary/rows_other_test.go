//go:build !(goexperiment.simd && amd64)

package elementary

func rowLanesOf() []rowLanes { return nil }

//go:build !(goexperiment.simd && amd64)

package elementary

func lanesOf(string) []lanes { return nil }

//go:build goexperiment.simd && amd64

package elementary

// rowLanesOf are the ways this processor has to do rows, narrow vectors too that the row
// functions would pass over.
func rowLanesOf() []rowLanes {
	var ways []rowLanes
	if four {
		ways = append(ways, rowLanes{"vectors of 4", 4, addProductsByFour, wearByFour})
	}
	if eight {
		ways = append(ways, rowLanes{"vectors of 8", 8, addProductsByEight, wearByEight})
	}
	return ways
}

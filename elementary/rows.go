package elementary

// The row functions do simple arithmetic on whole slices, with the processor's vector instructions
// where the program was built with them (rows_amd64.go). Both are the same operations in
// the same order, without fused products, so that a row has the same bits on every machine;
// TestRowsAgreeWithOneByOne holds them to it. Only which NaN a NaN is, Go leaves open. The
// slices of a call must not overlap.

// AddProducts adds to each number of sum the product of those of a and b.
func AddProducts(sum, a, b []float64) {
	n := len(sum)
	a, b = a[:n], b[:n]
	for i := addProductsLanes(sum, a, b); i < n; i++ {
		sum[i] += float64(a[i] * b[i])
	}
}

// WearAll lets each stock wear to the share kept of it and adds what delta years of production
// bring, never below nothing; net is by how much it grew, times perYear. It is
// theory.Stock of each where nothing is sent, arrives or lifts production: adding
// none of a thing and multiplying by 1 change no bit of what is above 0.
func WearAll(stock, net, kept, production []float64, delta, perYear float64) {
	n := len(stock)
	net, kept, production = net[:n], kept[:n], production[:n]
	for i := wearLanes(stock, net, kept, production, delta, perYear); i < n; i++ {
		was := stock[i]
		now := max(0, float64(was*kept[i])+float64(production[i]*delta))
		stock[i], net[i] = now, float64((now-was)*perYear)
	}
}

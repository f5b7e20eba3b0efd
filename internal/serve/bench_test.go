package serve

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"
)

// BenchmarkSlider is what a moved slider costs: 5 browsers at once, each of which asks
// again as soon as it is answered, every time for another value. It reports the 95th
// percentile of what they wait.
func BenchmarkSlider(b *testing.B) {
	s, err := New(Options{Dir: "../../examples/linked-theatres"})
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(s.Handler())
	defer server.Close()
	const browsers = 5
	for b.Loop() {
		var all []time.Duration
		var mutex sync.Mutex
		var working sync.WaitGroup
		for n := range browsers {
			working.Go(func() {
				for i := range 20 {
					value := strconv.FormatFloat(1+float64(n)/10+float64(i)/100+float64(time.Now().UnixNano()%1000)/1e6, 'g', -1, 64)
					began := time.Now()
					r, err := http.Post(server.URL+"/api/answers", "application/json", bytes.NewBufferString(`{"variant":{"pin":{"quantity.sensitivity":`+value+`}},"no_series":true}`))
					if err != nil || r.StatusCode != http.StatusOK {
						b.Errorf("%v, %v", err, r)
						return
					}
					var sink bytes.Buffer
					_, _ = sink.ReadFrom(r.Body)
					_ = r.Body.Close()
					mutex.Lock()
					all = append(all, time.Since(began))
					mutex.Unlock()
				}
			})
		}
		working.Wait()
		slices.Sort(all)
		b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "ms-p95")
		b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "ms-median")
	}
}

package serve

import (
	"net/http"
	"runtime"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// meters count what the server does, for Prometheus.
type meters struct {
	http.Handler

	requests *prometheus.CounterVec
	answers  prometheus.Histogram
	running  prometheus.Gauge
	ended    prometheus.Counter
}

func newMeters() *meters {
	registry := prometheus.NewRegistry()
	m := &meters{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "parley_requests_total", Help: "Requests by status."}, []string{"status"}),
		answers: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "parley_answer_seconds", Help: "Time that small runs took to play and judge.", Buckets: []float64{0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5},
		}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: "parley_runs_running", Help: "Runs that are being played."}),
		ended:   prometheus.NewCounter(prometheus.CounterOpts{Name: "parley_runs_ended_total", Help: "Runs that have ended."}),
	}
	registry.MustRegister(m.requests, m.answers, m.running, m.ended, prometheus.NewGaugeFunc(
		prometheus.GaugeOpts{Name: "parley_memory_bytes", Help: "Memory in use by the program's heap."}, func() float64 {
			var s runtime.MemStats
			runtime.ReadMemStats(&s)
			return float64(s.HeapAlloc)
		}))
	m.Handler = promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
	return m
}

func (m *meters) answered(took time.Duration) { m.answers.Observe(took.Seconds()) }
func (m *meters) runBegan()                   { m.running.Inc() }
func (m *meters) runEnded()                   { m.running.Dec(); m.ended.Inc() }

// count counts requests.
func (m *meters) count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &counted{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(c, r)
		m.requests.WithLabelValues(strconv.Itoa(c.status)).Inc()
	})
}

// counted remembers the status of an answer.
type counted struct {
	http.ResponseWriter

	status int
}

func (c *counted) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

// Unwrap lets streams flush and set deadlines.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

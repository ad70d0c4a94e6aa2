package queue

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"onrecord/store"
)

// Metrics are what a worker counts for Prometheus.
type Metrics struct {
	reports, shards           *prometheus.CounterVec
	readSeconds, storeSeconds prometheus.Histogram
}

// NewMetrics makes them and, unless to is nil, hands them to a registry.
func NewMetrics(to prometheus.Registerer) *Metrics {
	m := &Metrics{
		reports: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "onrecord_reports_total",
			Help: "Reports by what became of them: added, replaced, unchanged, set aside."}, []string{"outcome"}),
		shards: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "onrecord_shards_total",
			Help: "Attempts at shards by how they ended: done, handed back, failed, dead."}, []string{"outcome"}),
		readSeconds: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "onrecord_read_seconds",
			Help: "Time that reading a report took.", Buckets: prometheus.ExponentialBuckets(0.005, 2, 14)}),
		storeSeconds: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "onrecord_store_seconds",
			Help: "Time that storing a chunk of reports took.", Buckets: prometheus.ExponentialBuckets(0.01, 2, 14)}),
	}
	if to != nil {
		to.MustRegister(m.reports, m.shards, m.readSeconds, m.storeSeconds)
	}
	return m
}

func (m *Metrics) report(o store.Outcome) {
	names := [...]string{store.Unchanged: "unchanged", store.Added: "added", store.Replaced: "replaced"}
	m.reports.WithLabelValues(names[o]).Inc()
}

func (m *Metrics) setAside() { m.reports.WithLabelValues("set aside").Inc() }

func (m *Metrics) shard(outcome string) { m.shards.WithLabelValues(outcome).Inc() }

func (m *Metrics) read(took time.Duration) { m.readSeconds.Observe(took.Seconds()) }

func (m *Metrics) stored(outcomes []store.Outcome, took time.Duration) {
	for _, o := range outcomes {
		m.report(o)
	}
	if len(outcomes) > 0 {
		m.storeSeconds.Observe(took.Seconds())
	}
}

var (
	shardsNow  = prometheus.NewDesc("onrecord_queue_shards", "Shards in the queue by state.", []string{"state"}, nil)
	reportsNow = prometheus.NewDesc("onrecord_queue_reports", "Reports of all shards by state.", []string{"state"}, nil)
)

// Collector tells Prometheus how full the queue is, whoever works on it; it asks the database
// whenever it is asked.
func (q *Queue) Collector() prometheus.Collector { return collector{q} }

type collector struct{ *Queue }

func (c collector) Describe(to chan<- *prometheus.Desc) { to <- shardsNow; to <- reportsNow }

func (c collector) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s, err := c.counts(ctx)
	if err != nil {
		to <- prometheus.NewInvalidMetric(shardsNow, err)
		return
	}
	gauge := func(what *prometheus.Desc, n int64, state string) {
		to <- prometheus.MustNewConstMetric(what, prometheus.GaugeValue, float64(n), state)
	}
	gauge(shardsNow, s.Waiting, "waiting")
	gauge(shardsNow, s.Running, "running")
	gauge(shardsNow, s.Done, "done")
	gauge(shardsNow, s.Dead, "dead")
	gauge(reportsNow, s.Read, "read")
	gauge(reportsNow, s.SetAside, "set aside")
}

package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"onrecord/queue"
)

// serveMetrics serves what a worker counts, and its health, until stop is called. An address
// without a host is this machine's alone; "" serves nothing.
func serveMetrics(ctx context.Context, address string, q *queue.Queue, log *slog.Logger) (m *queue.Metrics, stop func(), err error) {
	registry := prometheus.NewRegistry()
	m = queue.NewMetrics(registry)
	if address == "" {
		return m, func() {}, nil
	}
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, nil, &usageError{fmt.Errorf("--metrics: %w", err)}
	}
	if host == "" {
		host = "localhost"
	}
	registry.MustRegister(q.Collector(), collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", net.JoinHostPort(host, port))
	if err != nil {
		return nil, nil, fmt.Errorf("serve metrics: %w", err)
	}
	server := &http.Server{Handler: metricsPages(registry, q), ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(listener) }() // ends by Close
	log.Info("metrics served", "address", listener.Addr().String())
	return m, func() { _ = server.Close() }, nil
}

func metricsPages(registry *prometheus.Registry, q *queue.Queue) http.Handler {
	pages := http.NewServeMux()
	pages.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError}))
	pages.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "alive") })
	pages.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
		defer cancel()
		if err := q.Ping(ctx); err != nil {
			http.Error(w, "the database is not reached", http.StatusServiceUnavailable) // why is for the log alone
			return
		}
		fmt.Fprintln(w, "ready")
	})
	return pages
}

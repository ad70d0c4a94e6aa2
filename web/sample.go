package web

import (
	"net/http"
	"sync"
	"sync/atomic"
)

// sampleRecord is a record to try things on: opened when first asked for, shown instead of the
// real one until it is left. The real one is never touched.
type sampleRecord struct {
	opening sync.Mutex
	record  Record // once opened
	shown   atomic.Pointer[Record]
}

// showing gives the record that pages show at this moment.
func (s *site) showing() (record Record, isSample bool) {
	if sample := s.sample.shown.Load(); sample != nil {
		return *sample, true
	}
	return s.Record, false
}

func (s *site) showSample(w http.ResponseWriter, r *http.Request) {
	if s.Sample == nil {
		http.NotFound(w, r)
		return
	}
	s.sample.opening.Lock()
	defer s.sample.opening.Unlock()
	if s.sample.record == nil {
		record, err := s.Sample(r.Context())
		if err != nil {
			s.fail(w, r, err)
			return
		}
		s.sample.record = record
	}
	s.sample.shown.Store(&s.sample.record)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *site) leaveSample(w http.ResponseWriter, r *http.Request) {
	s.sample.shown.Store(nil)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

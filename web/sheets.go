package web

import (
	"bytes"
	"sync"
)

// sheets are what pages are written on, again and again.
type sheets struct{ pool sync.Pool }

// largestSheet is the largest that is kept.
const largestSheet = 1 << 20

func (s *sheets) take() *bytes.Buffer {
	if page, ok := s.pool.Get().(*bytes.Buffer); ok {
		return page
	}
	return new(bytes.Buffer)
}

func (s *sheets) giveBack(page *bytes.Buffer) {
	if page.Cap() <= largestSheet {
		page.Reset()
		s.pool.Put(page)
	}
}

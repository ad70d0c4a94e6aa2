package web

import (
	"bytes"
	"context"
	"net/http"
)

// shared makes a page that is the same for all visitors and takes long to write: it is remembered as it is sent, like any
// other figure of the whole record. Where something of it is asked for by a field it is made for the visitor.
func (s *site) shared(path string, do deed) http.HandlerFunc {
	own := s.page(do)
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "" {
			own(w, r)
			return
		}
		body, err := s.sharedBody(r.Context(), s.visit(r), path, do)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		send(w, http.StatusOK, body)
	}
}

// sharedBody gives the page that a visitor sees.
func (s *site) sharedBody(ctx context.Context, v *visit, path string, do deed) ([]byte, error) {
	return recall(ctx, v, "page "+path, func(ctx context.Context) ([]byte, error) {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, path, http.NoBody)
		if err != nil {
			return nil, err
		}
		made := v.lasting()
		made.Request = r
		shown, err := do(ctx, made)
		if err != nil {
			return nil, err
		}
		var page bytes.Buffer
		err = s.render(&page, path, shown, made.Record != s.Record)
		return page.Bytes(), err
	})
}

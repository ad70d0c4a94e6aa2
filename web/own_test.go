package web_test

import (
	"net/http"
	"strings"
	"testing"

	"onrecord/store/storetest"
)

// TestOwnListsByWhoItIs asks for the lines of actors by who they are, and for what cannot be.
func TestOwnListsByWhoItIs(t *testing.T) {
	server := site(t, storetest.Embassy(), storetest.Harbour())
	for path, want := range map[string]struct {
		status, said, did int
	}{
		"/own?by=NOR&about=SUD&is=statement":   {http.StatusOK, 1, 0},
		"/own?by=NOR":                          {http.StatusOK, 1, 1},
		"/own?about=SUD":                       {http.StatusOK, 1, 0},
		"/own?by=NOR&since=2031-03&until=2031": {http.StatusOK, 1, 1},
		"/own?by=NOR&until=2030":               {http.StatusOK, 0, 0},
		"/own?by=<script>":                     {http.StatusOK, 0, 0},
		"/own":                                 {http.StatusBadRequest, 0, 0},
		"/own?by=NOR&is=report":                {http.StatusBadRequest, 0, 0},
		"/own?by=NOR&since=yesterday":          {http.StatusBadRequest, 0, 0},
		"/own?by=NOR&page=501":                 {http.StatusBadRequest, 0, 0},
	} {
		status, _, page := get(t, server, path)
		said, did := strings.Count(page, `class="sort said-sort"`), strings.Count(page, `class="sort did-sort"`)
		if status != want.status || said != want.said || did != want.did || strings.Contains(page, "<script>") {
			t.Errorf("%s: %d with %d statements and %d events, want %+v", path, status, said, did, want)
		}
	}
}

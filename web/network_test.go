package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"onrecord/store/storetest"
)

// TestNetworkAsksBack refuses what cannot be asked, and says which.
func TestNetworkAsksBack(t *testing.T) {
	server := site(t, storetest.Embassy(), storetest.Harbour())
	for path, want := range map[string]int{
		"/network": http.StatusOK, "/network?actor=Norland&issue=dam&since=2030&until=2031-02": http.StatusOK,
		"/network?since=yesterday": http.StatusBadRequest, "/network?until=2019-13": http.StatusBadRequest,
		"/network?issue=" + strings.Repeat("dam+", 40):       http.StatusBadRequest,
		"/network?actor=" + url.QueryEscape("Nobody at all"): http.StatusNotFound,
	} {
		if status, _, page := get(t, server, path); status != want {
			t.Errorf("%s: %d, want %d\n%s", path, status, want, page)
		}
	}
}

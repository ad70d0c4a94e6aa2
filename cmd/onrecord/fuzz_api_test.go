package main

import (
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"onrecord/feeds"
)

// schemathesis asks an API all that its description allows, and much that it does not.
const schemathesis = "../../.cache/python/bin/schemathesis"

// TestAPIIsAskedAtRandom has questions made from the description that the API gives of itself: none is
// answered with a fault of the server, or in a form that is not described. The questions are the same
// each time.
func TestAPIIsAskedAtRandom(t *testing.T) {
	program, err := filepath.Abs(schemathesis)
	if err == nil {
		_, err = exec.LookPath(program)
	}
	if err != nil {
		skipUnlessCI(t, "no schemathesis at "+schemathesis+"; .ci/run makes it")
	}
	if testing.Short() {
		t.Skip("skip: asks a thousand questions")
	}
	written, _ := writableSite(t, &feeds.Fetcher{Delay: time.Millisecond, Timeout: time.Second})
	for _, c := range []struct{ at, method, phases string }{
		{sampleSite(t).URL, "GET", "examples,coverage,fuzzing"},
		{written.URL, "POST", "examples,fuzzing"}, // the longest texts that may be sent take their time
	} {
		ask := exec.CommandContext(t.Context(), program, "run", c.at+"/api/openapi.json", "--include-method", c.method, "--phases", c.phases,
			"--max-examples", "6", "--workers", "2", "--seed", "1", "--no-shrink", "--suppress-health-check", "all", "--warnings", "off", "--no-color",
			"--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method")
		ask.Dir = t.TempDir() // where it keeps what it learns
		if out, err := ask.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", c.method, err, out)
		}
	}
}

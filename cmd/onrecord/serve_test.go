package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestListeningNeedsTokens refuses what others could reach, and weak secrets.
func TestListeningNeedsTokens(t *testing.T) {
	for _, c := range []struct {
		listen, token string
		isWrong       bool
	}{
		{"127.0.0.1:8321", "", false}, {"localhost:0", "", false}, {"[::1]:8321", "", false},
		{":8321", "", true}, {"0.0.0.0:8321", "", true}, {"192.168.1.2:80", "", true}, {"example.org:80", "", true},
		{":8321", "short", true}, {":8321", "sixteen-letters-", false}, {"8321", "", true},
	} {
		err := checkListening(c.listen, c.token)
		var wrong *usageError
		if (err != nil) != c.isWrong || err != nil && !errors.As(err, &wrong) {
			t.Errorf("listen on %q with token %q: %v", c.listen, c.token, err)
		}
	}
}

// TestAnswersFollowTheDescription asks the API over the sample record and holds every answer against
// the form that the description gives for it.
func TestAnswersFollowTheDescription(t *testing.T) {
	site := sampleSite(t)
	var description map[string]any
	if err := json.Unmarshal([]byte(body(t, site, "/api/openapi.json")), &description); err != nil {
		t.Fatal(err)
	}
	forms := jsonschema.NewCompiler()
	if err := forms.AddResource("api.json", description); err != nil {
		t.Fatal(err)
	}
	report := strings.TrimPrefix(showPages(t)[1], "/reports/")
	for path, queries := range map[string][]string{
		"/reports": {"", "?limit=200"}, "/reports/{id}": {""}, "/reports/{id}/origin": {""}, "/reports/{id}/events/{event}/happening": {""},
		"/search": {"", "?q=by:russia&limit=200", "?q=weapons&sort=rank"}, "/timeline": {"?q=about:taliban", "?q=is:event&limit=200"},
		"/actors": {"?limit=200"}, "/actors/{name}": {"?last=50"}, "/positions": {"", "?of=Russia"}, "/compare": {"?a=Egypt&b=Sudan"},
		"/links": {"?limit=200", "?kind=revises"}, "/denials": {"", "?of=Taliban"}, "/issues": {"", "?find=dam"}, "/counts": {""}, "/tally": {"", "?by=day"}, "/sources": {""},
	} {
		form := forms.MustCompile("api.json#/paths/" + pointer("/api/v1"+path) + "/get/responses/200/content/" + pointer("application/json") + "/schema")
		at := strings.NewReplacer("{id}", report, "{event}", "e2", "{name}", "Moscow").Replace(path)
		for _, query := range queries {
			var answer any
			if err := json.Unmarshal([]byte(body(t, site, "/api/v1"+at+query)), &answer); err != nil {
				t.Fatal(err)
			}
			if err := form.Validate(answer); err != nil {
				t.Errorf("%s%s: %v", path, query, err)
			}
		}
	}
	if asked, described := 16, len(description["paths"].(map[string]any)); asked != described {
		t.Errorf("%d questions are described and %d asked here", described, asked)
	}
}

// pointer escapes a name inside a JSON pointer inside an address.
func pointer(name string) string {
	return url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(name))
}

// TestForeignPagesAreRefused tries what a page of another site may make a browser send.
func TestForeignPagesAreRefused(t *testing.T) {
	site := serveSample(t, &served{adder: new(adder)})
	for _, path := range []string{"/sample/leave", "/add", "/api/v1/reports", "/mcp"} {
		for _, origin := range []string{"https://evil.test", "null"} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, site.URL+path, strings.NewReader("{}"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Origin", origin)
			r.Header.Set("Sec-Fetch-Site", "cross-site")
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != http.StatusForbidden {
				t.Errorf("%s of %s was answered with %s", path, origin, answer.Status)
			}
		}
	}
}

// TestAssistantTalksToTheProgram runs "onrecord mcp" as an assistant does, and asks a question of the
// sample record.
func TestAssistantTalksToTheProgram(t *testing.T) {
	program := filepath.Join(t.TempDir(), "onrecord")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &sdk.CommandTransport{Command: exec.Command(program, "mcp", "--sample")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for tool, arguments := range map[string]map[string]any{
		"denials":   {"of": "Taliban"},
		"read_text": {"text": "VARNA: The mayor of Varna said on Monday that Russia had never sent weapons to the Taliban."},
	} {
		result, err := session.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
		if err != nil || result.IsError {
			t.Fatalf("%s: %v, %+v", tool, err, result)
		}
		if form, _ := json.Marshal(result.StructuredContent); !strings.Contains(string(form), "weapons to the Taliban") {
			t.Errorf("%s: %s", tool, form)
		}
	}
	if err := session.Close(); err != nil {
		t.Errorf("the program did not end well: %v", err)
	}
}

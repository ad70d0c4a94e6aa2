package mcp_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"onrecord"
	"onrecord/across"
	"onrecord/mcp"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// record keeps three small reports, and one that is long.
func record(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	long := storetest.Undated()
	long.Report.ID, long.Text = "long", long.Text+strings.Repeat("ü and more. ", 5000)
	for _, e := range []*onrecord.Entry{storetest.Embassy(), storetest.Harbour(), storetest.Undated(), long} {
		if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := across.NewDeriver(s).CatchUp(t.Context(), func() {}); err != nil {
		t.Fatal(err)
	}
	return s
}

func options(t *testing.T) mcp.Options {
	return mcp.Options{Record: record(t), Version: "test", Read: func(_ context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
		if strings.Contains(string(r.Raw), "break") {
			return nil, errors.New("secret path /home/x")
		}
		return storetest.Embassy(), nil
	}}
}

// clients connect to a server in both ways that assistants do.
func clients(t *testing.T, o mcp.Options) map[string]*sdk.ClientSession {
	t.Helper()
	server := mcp.New(o)
	site := httptest.NewServer(mcp.Handler(server))
	t.Cleanup(site.Close)
	near, far := sdk.NewInMemoryTransports()
	if _, err := server.Connect(t.Context(), near, nil); err != nil {
		t.Fatal(err)
	}
	sessions := map[string]*sdk.ClientSession{}
	for name, way := range map[string]sdk.Transport{"in memory": far, "over HTTP": &sdk.StreamableClientTransport{Endpoint: site.URL}} {
		session, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), way, nil)
		if err != nil {
			t.Fatalf("connect %s: %v", name, err)
		}
		t.Cleanup(func() { session.Close() })
		sessions[name] = session
	}
	return sessions
}

// call calls a tool and gives its answer as text, and whether it is a fault.
func call(t *testing.T, s *sdk.ClientSession, tool string, arguments map[string]any) (string, bool) {
	t.Helper()
	result, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	form, err := json.Marshal(result.StructuredContent)
	if err != nil || result.IsError {
		form, _ = json.Marshal(result.Content)
	}
	return string(form), result.IsError
}

// TestEveryToolAnswers lists the tools as a client does and calls each: answers carry words, places
// and sources.
func TestEveryToolAnswers(t *testing.T) {
	calls := map[string]struct {
		arguments map[string]any
		want      []string
	}{
		"search":      {map[string]any{"query": "kind:deny"}, []string{`"text":"any breach"`, `"start":145`, `"report":"aa01"`, "The Norland Gazette"}},
		"statements":  {map[string]any{"by": "Weber", "since": "2031"}, []string{"recall its ambassador", `"start":58`, `"report":"aa01"`}},
		"timeline":    {map[string]any{"query": "is:event"}, []string{"Gunmen attacked", "Portum Daily", "2029-05"}},
		"positions":   {map[string]any{"of": "Norland"}, []string{"items"}},
		"compare":     {map[string]any{"a": "Norland", "b": "Südland"}, []string{"items"}},
		"denials":     {map[string]any{}, []string{"items"}},
		"actor":       {map[string]any{"name": "Ms Weber"}, []string{"person/anna-weber", "recall its ambassador", "aa01"}},
		"report_text": {map[string]any{"report": "aa01"}, []string{"NORHAVEN: Foreign Minister", "Norland to recall envoy"}},
		"read_text":   {map[string]any{"text": "Weber said so.", "published": "2031-03-04"}, []string{"any breach", `"start":145`}},
	}
	for name, session := range clients(t, options(t)) {
		listed, err := session.ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, tool := range listed.Tools {
			names = append(names, tool.Name)
			c, known := calls[tool.Name]
			if !known || tool.Description == "" || !tool.Annotations.ReadOnlyHint {
				t.Errorf("%s: tool %s: %+v", name, tool.Name, tool)
			}
			got, failed := call(t, session, tool.Name, c.arguments)
			for _, want := range c.want {
				if failed || !strings.Contains(got, want) {
					t.Errorf("%s: %s gives no %q: %s", name, tool.Name, want, got)
				}
			}
		}
		if slices.Sort(names); len(names) != len(calls) {
			t.Errorf("%s: tools %q", name, names)
		}
	}
}

func TestFaultsAreTold(t *testing.T) {
	session := clients(t, options(t))["in memory"]
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		{"search", map[string]any{"query": "by:("}, "query, character"},
		{"positions", map[string]any{"of": "nobody"}, "no report names anybody so"},
		{"report_text", map[string]any{"report": "none"}, "no such report"},
		{"report_text", map[string]any{"report": "aa01", "from": 99999}, "bytes"},
		{"statements", map[string]any{"since": "last year"}, "not YYYY"},
		{"read_text", map[string]any{"text": strings.Repeat("a", 200_001)}, "200000 bytes"},
		{"read_text", map[string]any{"text": "break"}, "could not be asked"},
	} {
		got, failed := call(t, session, c.tool, c.arguments)
		if !failed || !strings.Contains(got, c.want) || strings.Contains(got, "secret") {
			t.Errorf("%s %v: %v %s, want %q", c.tool, c.arguments, failed, got, c.want)
		}
	}
}

// TestAnswersAreCapped leafs through a long text: no part is long, none cuts a character, and
// together they are the whole.
func TestAnswersAreCapped(t *testing.T) {
	o := options(t)
	session := clients(t, o)["in memory"]
	e, err := o.Record.Get(t.Context(), "long")
	if err != nil {
		t.Fatal(err)
	}
	var whole strings.Builder
	for from := 0; from < len(e.Text); {
		var part struct {
			Text string
			To   int
		}
		got, _ := call(t, session, "report_text", map[string]any{"report": "long", "from": from})
		if err := json.Unmarshal([]byte(got), &part); err != nil || len(part.Text) > 25_000 || part.To <= from {
			t.Fatalf("%v: %d bytes to %d", err, len(part.Text), part.To)
		}
		whole.WriteString(part.Text)
		from = part.To
	}
	if whole.String() != e.Text {
		t.Error("the parts are not the whole")
	}
	if got, _ := call(t, session, "search", map[string]any{"query": "", "limit": 2}); strings.Count(got, `"sort"`) != 2 || !strings.Contains(got, `"more":true`) {
		t.Errorf("two of many: %s", got)
	}
}

func TestWithoutStationsNothingIsRead(t *testing.T) {
	session := clients(t, mcp.Options{Record: record(t)})["in memory"]
	listed, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range listed.Tools {
		if tool.Name == "read_text" {
			t.Error("a tool is offered that cannot work")
		}
	}
}

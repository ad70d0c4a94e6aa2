package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
	"onrecord/store/storetest"
)

func give(entries ...*onrecord.Entry) iter.Seq2[*onrecord.Entry, error] {
	return func(yield func(*onrecord.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// record is one that holds some entries, and what was derived of them.
type record struct {
	entries iter.Seq2[*onrecord.Entry, error]
	pairs   []store.Pair
	stands  []store.Stand
}

func (r record) Entries(context.Context) iter.Seq2[*onrecord.Entry, error] { return r.entries }

func (r record) Pairs(_ context.Context, q store.PairQuery) ([]store.Pair, error) {
	if q.Sort != store.StatementLine {
		return nil, errBroken
	}
	return r.pairs, nil
}

func (r record) Stands(context.Context, store.StandQuery) ([]store.Stand, error) {
	return r.stands, nil
}

func find(t *testing.T, name string) export.Table {
	t.Helper()
	found, ok := export.Find(append(export.Tidy(), export.Field()...), name)
	if !ok {
		t.Fatalf("there is no table %q", name)
	}
	return found
}

// table reads CSV into one map a row.
func table(t *testing.T, name string, entries ...*onrecord.Entry) (rows []map[string]string) {
	t.Helper()
	var out bytes.Buffer
	if err := export.CSV(t.Context(), &out, find(t, name), record{entries: give(entries...)}); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			if cell != "" {
				row[all[0][i]] = cell
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCSVOfStatements(t *testing.T) {
	rows := table(t, "statements", storetest.Embassy(), storetest.Undated())
	want := []map[string]string{
		{
			"report": "aa01", "source": "aa01.txt", "outlet": "The Norland Gazette", "headline": "Norland to recall envoy", "published": "2031-03-04",
			"statement": "s1", "speaker": "Anna Weber", "speaker_role": "Foreign Minister", "speaker_for": "Norland", "speaker_named": "true",
			"speaker_kind": "person", "speaker_actor": "person/anna-weber", "kind": "assert", "form": "mixed", "negated": "false", "cue": "said",
			"content": "Norland “will recall its ambassador” from Südland", "content_bytes": "58-112", "said_from": "2031-03-03", "said_to": "2031-03-03",
			"about": "Norland; Sudland", "certainty": "0.9",
		},
		{
			"report": "aa01", "source": "aa01.txt", "outlet": "The Norland Gazette", "headline": "Norland to recall envoy", "published": "2031-03-04",
			"statement": "s2", "speaker": "A spokesman for Sudland", "speaker_role": "spokesman", "speaker_for": "Sudland", "speaker_named": "false",
			"speaker_kind": "person", "via": "Norland Press", "kind": "deny", "form": "indirect", "negated": "false", "cue": "denied",
			"content": "any breach", "content_bytes": "145-155", "certainty": "0.8",
		},
		{
			"report": "b003", "source": "b003.txt", "statement": "s1", "speaker": "the poll", "speaker_named": "false", "speaker_kind": "document",
			"kind": "assert", "form": "indirect", "negated": "false", "cue": "says", "content": "trade grows", "content_bytes": "51-62", "certainty": "1",
		},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

func TestCSVOfEvents(t *testing.T) {
	rows := table(t, "events", storetest.Undated(), storetest.Harbour())
	want := []map[string]string{{
		"report": "ab02", "source": "ab02.txt", "outlet": "Portum Daily", "headline": "A harbour remembers", "published": "2031-05-01",
		"event": "e1", "type": "ASSAULT", "actor": "gunmen", "actor_id": "people/gunmen", "status": "past", "on_from": "2029-05", "on_to": "2029-05",
		"place": "Portum Bay", "evidence": "Gunmen attacked the harbour of Portum", "evidence_bytes": "0-37", "certainty": "0.6",
	}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

func TestJSONLGivesOneEntryALine(t *testing.T) {
	var out bytes.Buffer
	if err := export.JSONL(&out, give(storetest.Embassy(), storetest.Harbour())); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 2 || strings.Contains(out.String(), `\u003c`) {
		t.Fatalf("%d lines:\n%s", len(lines), out.String())
	}
	var back onrecord.Entry
	if err := json.Unmarshal([]byte(lines[0]), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(storetest.Embassy(), &back); diff != "" {
		t.Error(diff)
	}
}

var errBroken = errors.New("broken")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestFaultsComeThrough(t *testing.T) {
	half := func(yield func(*onrecord.Entry, error) bool) { yield(nil, errBroken) }
	if err := export.JSONL(&bytes.Buffer{}, half); !errors.Is(err, errBroken) {
		t.Errorf("JSONL of a broken store: %v", err)
	}
	if err := export.CSV(t.Context(), &bytes.Buffer{}, find(t, "events"), record{entries: half}); !errors.Is(err, errBroken) {
		t.Errorf("CSV of a broken store: %v", err)
	}
	if err := export.Parquet(t.Context(), &bytes.Buffer{}, find(t, "reports"), record{entries: half}); !errors.Is(err, errBroken) {
		t.Errorf("Parquet of a broken store: %v", err)
	}
	if err := export.TSV(t.Context(), brokenWriter{}, find(t, "polecat"), record{entries: give(storetest.Embassy())}); !errors.Is(err, errBroken) {
		t.Errorf("TSV to a full disk: %v", err)
	}
	if err := export.JSONL(brokenWriter{}, give(storetest.Embassy())); !errors.Is(err, errBroken) {
		t.Errorf("JSONL to a full disk: %v", err)
	}
	if err := export.CSV(t.Context(), brokenWriter{}, find(t, "events"), record{entries: give(storetest.Embassy())}); !errors.Is(err, errBroken) {
		t.Errorf("CSV to a full disk: %v", err)
	}
}

package export_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
	"onrecord/store/storetest"
)

var update = flag.Bool("update", false, "rewrite docs/export.md")

// TestColumnsAreThoseOfTheField counts and names columns as the field's own descriptions do.
func TestColumnsAreThoseOfTheField(t *testing.T) {
	for name, want := range map[string]struct {
		n           int
		first, last string
	}{
		"polecat": {40, "Event ID", "Version"}, "icews": {20, "Event ID", "Longitude"}, "petrarch": {8, "date", "publisher"},
		"gdelt-events": {61, "GLOBALEVENTID", "SOURCEURL"}, "gdelt-mentions": {16, "GLOBALEVENTID", "Extras"},
	} {
		columns := find(t, name).Columns
		if len(columns) != want.n || columns[0].Name != want.first || columns[len(columns)-1].Name != want.last {
			t.Errorf("%s has %d columns, from %s to %s", name, len(columns), columns[0].Name, columns[len(columns)-1].Name)
		}
		seen := map[string]bool{}
		for _, c := range columns {
			if seen[c.Name] || c.Means == "" || c.Kind == "" {
				t.Errorf("%s: column %+v", name, c)
			}
			seen[c.Name] = true
		}
	}
}

// told is an entry whose event happened: the forms of the field leave out what is only planned.
func told() *onrecord.Entry {
	e := storetest.Embassy()
	e.Report.URL = "https://www.gazette.example/envoy"
	e.Events[0].Status, e.Events[0].On, e.Events[0].CAMEO = onrecord.Claimed, &onrecord.When{From: "2031-02-18", To: "2031-02-18"}, "161"
	e.Events[0].Type, e.Events[0].Mode, e.Events[0].Contexts = "SANCTION", "withdraw", []string{"diplomatic"}
	e.Events[0].Place, e.Events[0].Country = "Paris", "FRA"
	e.Actors[0].Country, e.Actors[0].Sectors = "RUS", []string{"GOV", "MIL"}
	return e
}

func TestFieldFormsHoldAnEvent(t *testing.T) {
	for name, want := range map[string]map[string]string{
		"polecat": {
			"Event ID": "aa01-e1", "Event Date": "2031-02-18", "Event Type": "SANCTION", "Event Mode": "withdraw", "Quad Code": "MATERIAL CONFLICT", "Actor Name": "Norland",
			"Actor Country": "Russia", "Actor COW": "365", "Actor Sectors": "GOV;MIL", "Recipient Name": "Sudland", "City": "Paris", "Country": "FRA", "Publication Date": "2031-03-04", "Story People": "Anna Weber",
		},
		"icews": {"Event Date": "2031-02-18", "Source Name": "Norland", "Source Sectors": "GOV,MIL", "CAMEO Code": "161", "Target Name": "Sudland", "Story ID": "aa01", "City": "Paris"},
		"gdelt-events": {
			"SQLDATE": "20310218", "MonthYear": "203102", "Year": "2031", "FractionDate": "2031.1315", "Actor1Code": "RUSGOVMIL", "Actor1Name": "NORLAND", "Actor2Name": "SUDLAND", "Actor1Type2Code": "MIL",
			"EventCode": "161", "EventBaseCode": "161", "EventRootCode": "16", "QuadClass": "4", "ActionGeo_Type": "4", "DATEADDED": "20310304000000", "SOURCEURL": "https://www.gazette.example/envoy",
		},
		"petrarch":       {"date": "20310218", "source": "RUSGOVMIL", "code": "161", "issues": "diplomatic", "ids": "aa01-e1"},
		"gdelt-mentions": {"MentionType": "1", "MentionSourceName": "gazette.example", "Confidence": "70", "InRawText": "1", "Actor1CharOffset": "58", "ActionCharOffset": "72"},
	} {
		rows := table(t, name, told(), storetest.Embassy(), storetest.Undated())
		if len(rows) != 1 {
			t.Fatalf("%s has %d rows: what is planned or undated has none", name, len(rows))
		}
		for column, value := range want {
			if rows[0][column] != value {
				t.Errorf("%s: %s is %q, want %q", name, column, rows[0][column], value)
			}
		}
	}
}

// TestOffsetsCountCharacters holds an offset of Mentions against the text: it is in characters,
// not bytes.
func TestOffsetsCountCharacters(t *testing.T) {
	e := told()
	rows := table(t, "gdelt-mentions", e)
	var at int
	if _, err := fmt.Sscan(rows[0]["ActionCharOffset"], &at); err != nil {
		t.Fatal(err)
	}
	if got := string([]rune(e.Text)[at:]); !strings.HasPrefix(got, e.Events[0].Evidence.Text) {
		t.Errorf("at character %d stands %.30q", at, got)
	}
}

func derived() record {
	return record{
		entries: give(told()),
		pairs: []store.Pair{{
			Kind: "denies", Share: 0.75, Why: "denial covers 75%",
			FromRef: store.LineRef{Report: "aa01", ID: "s2"}, ToRef: store.LineRef{Report: "ab02", ID: "s1"},
		}},
		stands: []store.Stand{{Topic: "recall/envoy", Wording: "recall of the envoy", Holder: "NOR", Toward: "SUD", Stance: "for", Day: "2031-03-03", Start: 58, End: 112, Ref: store.LineRef{Report: "aa01", ID: "s1"}}},
	}
}

func TestDerivedTables(t *testing.T) {
	for name, want := range map[string]string{
		"links":     "aa01,s2,denies,ab02,s1,denial covers 75%,0.75",
		"positions": "aa01,s1,NOR,,SUD,false,recall/envoy,recall of the envoy,for,2031-03-03,58,112",
	} {
		var out bytes.Buffer
		if err := export.CSV(t.Context(), &out, find(t, name), derived()); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%s: %v\n%s", name, err, out.String())
		}
	}
}

// TestTSVKeepsItsRows writes words with tabs and line breaks: every line has all the columns.
func TestTSVKeepsItsRows(t *testing.T) {
	e := told()
	e.Report.Outlet = "The\tGazette\r\nof \"Norland\""
	for _, name := range []string{"polecat", "gdelt-events"} {
		var out bytes.Buffer
		if err := export.TSV(t.Context(), &out, find(t, name), record{entries: give(e)}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		for _, line := range lines {
			if n := strings.Count(line, "\t") + 1; n != len(find(t, name).Columns) {
				t.Errorf("%s: a line of %d cells: %s", name, n, line)
			}
		}
		if hasHeader := strings.HasPrefix(lines[0], find(t, name).Columns[0].Name); len(lines) != 1 && name != "polecat" || hasHeader != (name == "polecat") {
			t.Errorf("%s: %d lines, the first: %s", name, len(lines), lines[0])
		}
	}
}

// TestParquetHoldsWhatCSVDoes reads every table back and holds it against the CSV.
func TestParquetHoldsWhatCSVDoes(t *testing.T) {
	for _, table := range append(export.Tidy(), export.Field()...) {
		var packed, plain bytes.Buffer
		if err := export.Parquet(t.Context(), &packed, table, derived()); err != nil {
			t.Fatalf("%s: %v", table.Name, err)
		}
		if err := export.CSV(t.Context(), &plain, table, derived()); err != nil {
			t.Fatal(err)
		}
		want, err := csv.NewReader(&plain).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, readParquet(t, packed.Bytes())); diff != "" {
			t.Errorf("%s (-CSV +Parquet):\n%s", table.Name, diff)
		}
	}
}

// readParquet gives the names of the columns and the rows as words.
func readParquet(t *testing.T, file []byte) [][]string {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range f.Schema().Fields() {
		names = append(names, c.Name())
	}
	all := [][]string{names}
	rows := make([]parquet.Row, f.NumRows())
	reader := parquet.NewReader(f)
	defer reader.Close()
	n, _ := reader.ReadRows(rows)
	for _, row := range rows[:n] {
		cells := make([]string, len(names))
		for _, value := range row {
			if !value.IsNull() {
				cells[value.Column()] = fmt.Sprint(value)
			}
		}
		all = append(all, cells)
	}
	return all
}

// TestPageDescribesEveryColumn keeps docs/export.md equal to what the columns say of themselves.
func TestPageDescribesEveryColumn(t *testing.T) {
	const path, mark = "../docs/export.md", "<!-- columns: written by go test ./export -update -->\n"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	intro, _, found := strings.Cut(string(page), mark)
	if !found {
		t.Fatalf("%s has no line %s", path, mark)
	}
	want := intro + mark + describe()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(page), "\n")); diff != "" {
		t.Errorf("go test ./export -update\n%s", diff)
	}
}

func describe() string {
	var b strings.Builder
	for _, t := range append(export.Tidy(), export.Field()...) {
		fmt.Fprintf(&b, "\n## %s\n\nA row is %s. %d columns.\n\n| column | kind | holds |\n|---|---|---|\n", t.Name, t.Means, len(t.Columns))
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, c.Kind, c.Means)
		}
	}
	return b.String()
}

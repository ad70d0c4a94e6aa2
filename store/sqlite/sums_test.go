package sqlite_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// recounts are the sums by table, as they follow from lines, actors and voices.
var recounts = map[string]string{
	"full_names": "SELECT id, name, count(*) FROM actors GROUP BY 1, 2",
	"doers":      "SELECT doer, count(*) FROM lines WHERE doer <> '' AND doer NOT LIKE 'unnamed/%' GROUP BY 1",
	"parties":    "SELECT doer, recipient, count(*) FROM lines WHERE doer > '' AND recipient > '' GROUP BY 1, 2",
	"days": `SELECT coalesce(day_from, ''), coalesce(day_to, ''), sort, coalesce(kind, type, ''), count(*), CASE WHEN day_to > day_from THEN 31 ELSE 0 END
FROM lines WHERE sort <> 'report' GROUP BY 1, 2, 3, 4`, // all of them are shorter than a month
	"heard": `SELECT actor, sort, name, "of", "from", "to", coalesce(min(nullif(day, '')), ''), max(day), sum(n)
FROM voices GROUP BY 1, 2, 3, 4, 5, 6`,
}

// TestSumsFollowWhatIsThere recounts all sums while reports come, are read anew and go.
func TestSumsFollowWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, sqlite.Options{})
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	anew := storetest.Embassy()
	anew.Provenance.Version, anew.Statements[0].About, anew.Events[0].Recipient = "v2", []string{"Sudland"}, nil
	for _, e := range []*onrecord.Entry{storetest.Embassy(), storetest.Harbour(), anew, storetest.Undated()} {
		if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			t.Fatal(err)
		}
		checkSums(t, db)
	}
	for _, e := range []*onrecord.Entry{anew, storetest.Harbour(), storetest.Undated()} {
		if err := s.Remove(t.Context(), e.Report.ID); err != nil {
			t.Fatal(err)
		}
		checkSums(t, db)
	}
	for _, table := range []string{"full_names", "actor_names", "doers", "parties", "days", "spans", "sides", "voices", "heard", "talk"} {
		if left := rowsOf(t, db, "SELECT * FROM "+table); len(left) > 0 {
			t.Errorf("%s of an empty record: %v", table, left)
		}
	}
}

func checkSums(t *testing.T, db *sql.DB) {
	t.Helper()
	for table, query := range recounts {
		got, want := rowsOf(t, db, "SELECT * FROM "+table), rowsOf(t, db, query)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", table, diff)
		}
	}
}

// rowsOf writes down what a query finds, in order.
func rowsOf(t *testing.T, db *sql.DB, query string) (all []string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		row := ""
		for _, v := range values {
			row += fmt.Sprintf("%v ", *v.(*any))
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// TestWhoSpeaksForWhom asks for roles and speakers.
func TestWhoSpeaksForWhom(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	e := storetest.Embassy()
	e.Actors[2].Roles = []onrecord.Role{{Title: "Foreign Minister", Of: "Norland", From: "2030"}}
	if _, err := s.Put(t.Context(), e, store.Page{}); err != nil {
		t.Fatal(err)
	}
	const day = "2031-03-04"
	speakers, err := s.SpeakersOf(t.Context(), "NOR", 5)
	if diff := cmp.Diff([]store.Heard{{Name: "Anna Weber", Of: "Foreign Minister", First: day, Last: day, N: 1}}, speakers); err != nil || diff != "" {
		t.Errorf("speakers: %v\n%s", err, diff)
	}
	roles, err := s.RolesOf(t.Context(), "person/anna-weber", 5)
	if diff := cmp.Diff([]store.Heard{{Name: "Foreign Minister", Of: "Norland", From: "2030", First: day, Last: day, N: 1}}, roles); err != nil || diff != "" {
		t.Errorf("roles: %v\n%s", err, diff)
	}
	if n, err := s.Between(t.Context(), store.Parties{Doer: "NOR", Recipient: "SUD"}); n != 1 || err != nil {
		t.Errorf("between: %d, %v", n, err)
	}
}

// TestWhoSpeaksMostForWhom asks for one of two speakers, who speaks on several days and is then taken out of one.
func TestWhoSpeaksMostForWhom(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	for i, name := range []string{"Anna Weber", "Bo Berg", "Anna Weber", "Anna Weber"} {
		e, day := storetest.Embassy(), onrecord.Date(fmt.Sprintf("2031-03-0%d", 4-i))
		e.Report.ID, e.Report.Published, e.Statements[0].Speaker.Name = onrecord.ReportID(fmt.Sprintf("a%d", i)), &day, name
		if _, err := s.Put(t.Context(), e, store.Page{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Remove(t.Context(), "a3"); err != nil {
		t.Fatal(err)
	}
	speakers, err := s.SpeakersOf(t.Context(), "NOR", 1)
	want := []store.Heard{{Name: "Anna Weber", Of: "Foreign Minister", First: "2031-03-02", Last: "2031-03-04", N: 2}}
	if diff := cmp.Diff(want, speakers); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

// TestTalkedFindsWhatTalkCounts lists the lines of actors by who they are.
func TestTalkedFindsWhatTalkCounts(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	for _, e := range []*onrecord.Entry{storetest.Embassy(), storetest.Harbour()} {
		if _, err := s.Put(t.Context(), e, store.Page{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		where store.Q
		want  []string
	}{
		{store.Talked{By: "NOR"}, []string{"s1", "e1"}},
		{store.Talked{By: "person/anna-weber"}, []string{"s1"}},
		{store.Talked{About: "SUD"}, []string{"s1"}},
		{store.And{store.Talked{By: "NOR", About: "SUD"}, store.Value{Field: store.Sort, Is: store.StatementLine}}, []string{"s1"}},
		{store.And{store.Talked{By: "NOR"}, store.Days{From: "2031-03-04", To: "2031"}}, []string{"e1"}},
		{store.Not{Q: store.Talked{By: "NOR"}}, []string{"e1", "s1", "s2"}},
		{store.Talked{By: "SUD", About: "NOR"}, nil},
	} {
		if got := linesOf(t, s, store.Query{Where: c.where}); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.where, got, c.want)
		}
	}
}

// linesOf gives the ids of the lines that a query finds, "" for a report.
func linesOf(t *testing.T, s *sqlite.Store, q store.Query) (ids []string) {
	t.Helper()
	for hit, err := range s.Search(t.Context(), q) {
		switch {
		case err != nil:
			t.Fatal(err)
		case hit.Statement != nil:
			ids = append(ids, string(hit.Statement.ID))
		case hit.Event != nil:
			ids = append(ids, string(hit.Event.ID))
		default:
			ids = append(ids, "")
		}
	}
	return ids
}

// TestShortTimesFindWhatLooksAtEveryLineFinds asks for many times in both ways: by months, and turned round twice, which
// looks at all lines.
func TestShortTimesFindWhatLooksAtEveryLineFinds(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	days := []onrecord.Date{"1890", "1999-12", "2000", "2029-12-31", "2030-01", "2030-01-15", "2030-02-01", "2031", "2031-03-04"}
	n := 0
	for _, from := range days {
		for _, to := range days {
			if from > to {
				continue
			}
			n++
			e := storetest.Embassy()
			e.Report.ID, e.Statements[0].SaidOn = onrecord.ReportID(fmt.Sprintf("a%03d", n)), &onrecord.When{From: from, To: to, Text: "then"}
			if _, err := s.Put(t.Context(), e, store.Page{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	found := 0
	for _, from := range days {
		for _, to := range days {
			asked := store.And{store.Days{From: from, To: to}, store.Value{Field: store.Sort, Is: store.StatementLine}}
			fast, slow := namesOf(t, s, asked), namesOf(t, s, store.Not{Q: store.Not{Q: asked}})
			if found += len(fast); !slices.Equal(fast, slow) {
				t.Errorf("%s to %s: %q, want %q", from, to, fast, slow)
			}
			tallies, err := s.Tally(t.Context(), store.Days{From: from, To: to}, len("2006-01-02"))
			tallied := total(tallies)
			if byDay, err := s.TallyOf(t.Context(), "", [2]string{string(from), string(to)}, len("2006-01-02")); from <= to && (err != nil || total(byDay) != tallied) {
				t.Errorf("%s to %s: %d lines are counted by day and %d by what they are, %v", from, to, total(byDay), tallied, err)
			}
			if all := namesOf(t, s, store.And{store.Days{From: from, To: to}, store.Not{Q: store.Value{Field: store.Sort, Is: store.ReportLine}}}); err != nil || tallied != len(all) {
				t.Errorf("%s to %s: %d lines are counted and %d found, %v", from, to, tallied, len(all), err)
			}
		}
	}
	if found == 0 {
		t.Error("nothing was found at any time")
	}
}

func total(tallies []store.Tally) (n int) {
	for _, one := range tallies {
		n += one.N
	}
	return n
}

// namesOf gives the lines that a condition finds by report and id.
func namesOf(t *testing.T, s *sqlite.Store, where store.Q) (names []string) {
	t.Helper()
	for hit, err := range s.Search(t.Context(), store.Query{Where: where}) {
		if err != nil {
			t.Fatal(err)
		}
		name := string(hit.Entry.Report.ID)
		if hit.Statement != nil {
			name += string(hit.Statement.ID)
		}
		if hit.Event != nil {
			name += string(hit.Event.ID)
		}
		names = append(names, name)
	}
	return names
}

package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// TestTalkFollowsWhatIsThere counts who speaks about whom while a report comes, is read anew and goes.
func TestTalkFollowsWhatIsThere(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	anew := storetest.Embassy()
	anew.Provenance.Version, anew.Statements[0].About = "v2", []string{"Sudland"}
	talk := func(by, about onrecord.ActorID, n int) store.Talk {
		return store.Talk{TalkKey: store.TalkKey{By: by, About: about}, N: n}
	}
	some := []onrecord.ActorID{"", "NOR", "SUD"}
	for _, c := range []struct {
		put    *onrecord.Entry
		during [2]string
		want   []store.Talk
	}{
		{storetest.Embassy(), [2]string{}, []store.Talk{talk("", "NOR", 1), talk("", "SUD", 1), talk("NOR", "", 1), talk("NOR", "NOR", 1), talk("NOR", "SUD", 1), talk("SUD", "", 1)}},
		{anew, [2]string{"2031-03", "2031"}, []store.Talk{talk("", "SUD", 1), talk("NOR", "", 1), talk("NOR", "SUD", 1), talk("SUD", "", 1)}},
		{anew, [2]string{"", "2031-02"}, nil},
		{nil, [2]string{}, nil},
	} {
		var err error
		if c.put == nil {
			err = s.Remove(t.Context(), anew.Report.ID)
		} else {
			_, err = s.Put(t.Context(), c.put, store.Page{Raw: []byte("page")})
		}
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Talk(t.Context(), some, some, c.during)
		if diff := cmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Errorf("during %v: %v\n%s", c.during, err, diff)
		}
	}
	if n, err := s.Count(t.Context()); err != nil || n != (store.Counts{}) {
		t.Errorf("an empty record counts %+v, %v", n, err)
	}
}

// TestDescribedActorsAreTallied counts the lines of somebody who is not named, whom no sum counts.
func TestDescribedActorsAreTallied(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	e := storetest.Embassy()
	e.Actors = append(e.Actors, onrecord.Actor{ID: "unnamed/experts", Name: "experts", Kind: onrecord.GroupActor})
	for i := range e.Statements {
		e.Statements[i].Speaker.Actor = "unnamed/experts"
	}
	if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte("page")}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		during [2]string
		want   int
	}{{[2]string{}, len(e.Statements)}, {[2]string{"2031", "2031"}, len(e.Statements)}, {[2]string{"", "2030-12"}, 0}, {[2]string{"2032", ""}, 0}} {
		tallies, err := s.TallyOf(t.Context(), "unnamed/experts", c.during, 4)
		n := 0
		for _, one := range tallies {
			n += one.N
		}
		if err != nil || n != c.want {
			t.Errorf("during %v: %d lines, want %d: %v %v", c.during, n, c.want, tallies, err)
		}
	}
}

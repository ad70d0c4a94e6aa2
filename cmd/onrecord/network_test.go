package main

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/net/html"

	"onrecord"
	"onrecord/across"
)

// TestNetworkNumbersOpenWhatTheyCount follows the numbers of who speaks about whom, and looks that
// every line of the picture is one of the table.
func TestNetworkNumbersOpenWhatTheyCount(t *testing.T) {
	site := sampleSite(t)
	cell := regexp.MustCompile(`<td><a href="(/(?:search|own)[^"]+)">(\d+)</a></td>`)
	line := regexp.MustCompile(`<a href="(/(?:search|own|compare)[^"]+)" tabindex="-1">`)
	for path, least := range map[string]int{"/network": 12, "/network?actor=Russia&since=2015&until=2019": 4, "/network?issue=dam": 3} {
		page := body(t, site, path)
		_, table, _ := strings.Cut(page, "As a table")
		cells := cell.FindAllStringSubmatch(table, -1)
		if len(cells) < least {
			t.Errorf("%s has %d numbers", path, len(cells))
		}
		for _, c := range cells {
			at, got := html.UnescapeString(c[1]), 0
			for _, part := range []string{"", "&page=2"} {
				got += strings.Count(body(t, site, at+part), `<span class="sort said-sort">`)
			}
			if got != numberOf(c[2]) {
				t.Errorf("%s says %s and opens %d: %s", path, c[2], got, c[1])
			}
		}
		lines := line.FindAllStringSubmatch(page, -1)
		if len(lines) <= least {
			t.Errorf("%s draws %d lines", path, len(lines))
		}
		for _, l := range lines {
			if !strings.Contains(page, `"><a href="`+l[1]+`"`) && !strings.Contains(page, `<td><a href="`+l[1]+`"`) {
				t.Errorf("%s draws what no table tells: %s", path, l[1])
			}
		}
	}
}

// TestNetworkTellsWhoSpeaksAboutWhom looks for what the sample is about.
func TestNetworkTellsWhoSpeaksAboutWhom(t *testing.T) {
	site := sampleSite(t)
	all := body(t, site, "/network")
	checkTells(t, all, "<title>Russia about Taliban: ", "<title>Egypt and Sudan: aligned on ")
	checkTells(t, body(t, site, "/network?actor=Taliban"), "<title>Russia about Taliban: ", "node focus")
	checkTells(t, body(t, site, "/network?since=1990&until=1991"), "Nobody speaks about another", "No issue is on record")
	checkTells(t, body(t, site, "/actors/RUS"), `href="/network?actor=Russia"`)
	if strings.Contains(body(t, site, "/network?actor=Taliban"), "Egypt about Sudan") {
		t.Error("the network of one shows what two others say of each other")
	}
}

// TestLoadedRecordAnswersTheSame asks a record that has read all stands what one asks that has not.
func TestLoadedRecordAnswersTheSame(t *testing.T) {
	shelf, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	asked, loaded := across.NewRecord(shelf, across.Issues{}), across.NewRecord(shelf, across.Issues{})
	if err := loaded.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	n := 0
	both := func(what string, ask func(*across.Record) (any, error)) {
		want, err := ask(asked)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ask(loaded)
		n += reflect.ValueOf(want).Len()
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(across.Topic{}, across.Evidence{})); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", what, err, diff)
		}
	}
	actors := []onrecord.ActorID{"RUS", "taliban", "EGY", "SDN", "ETH", "USA", "person/sergey-lavrov"}
	for _, a := range actors {
		both("positions of "+string(a), func(r *across.Record) (any, error) { return r.Positions(t.Context(), across.PositionQuery{Of: a}) })
		both("dam positions of "+string(a), func(r *across.Record) (any, error) {
			return r.Positions(t.Context(), across.PositionQuery{Of: a, Issue: "dam"})
		})
		for _, b := range actors {
			both(string(a)+" and "+string(b), func(r *across.Record) (any, error) { return r.Compare(t.Context(), a, b, "") })
		}
	}
	both("all positions", func(r *across.Record) (any, error) { return r.Positions(t.Context(), across.PositionQuery{}) })
	if n < 100 {
		t.Errorf("only %d answers were compared", n)
	}
}

// TestTiesAreThoseOfCompare holds how several actors stand to each other against the comparisons of each two.
func TestTiesAreThoseOfCompare(t *testing.T) {
	shelf, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	record := across.NewRecord(shelf, across.Issues{})
	among := []onrecord.ActorID{"RUS", "taliban", "EGY", "SDN", "ETH", "USA"}
	var want []across.Tie
	for i, a := range among {
		for _, b := range among[i+1:] {
			pair, err := record.Compare(t.Context(), a, b, "")
			if err != nil {
				t.Fatal(err)
			}
			tie := across.Tie{A: a, B: b}
			for _, one := range pair {
				switch one.Spells[len(one.Spells)-1].Is {
				case across.Aligned:
					tie.Aligned++
				case across.Opposed:
					tie.Opposed++
				default:
					tie.Partly++
				}
			}
			if len(pair) > 0 {
				want = append(want, tie)
			}
		}
	}
	got, err := record.Ties(t.Context(), among, "", "", across.Period{})
	if err != nil || len(got) < 5 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d ties, %v; compared one by one %d", len(got), err, len(want))
	}
}

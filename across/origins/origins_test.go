package origins_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
	"onrecord/across/origins"
)

const (
	lead = "The ferry between the two towns ran aground on a sandbank at dawn on Monday and forty people were taken off by fishing boats before the tide came in again. "
	body = "Nobody was hurt, though a cow that travelled on the lower deck broke a leg and a crate of lamps was lost. The captain had sailed the strait for thirty years without a scratch on his ship. " +
		"An inspector will look at the steering gear, which had been mended twice since the spring, and at the chart, which was older than the captain. "
	own   = "In the harbour office a clerk counted tickets and found that six more people had gone aboard than had paid, which the company wants to look into when the ship is back in her berth and dry. "
	offer = "Get our morning letter with the best stories of the day, sent to you before breakfast by people who know the coast, its harbours and its weather better than anybody else in the whole trade. "
)

// report makes a sheet of a report.
func report(id, outlet, day, agency string, text ...string) origins.Sheet {
	e := &onrecord.Entry{Report: onrecord.Masthead{ID: onrecord.ReportID(id), Outlet: outlet, Dateline: onrecord.Dateline{Agency: agency}}}
	if day != "" {
		published := onrecord.Date(day)
		e.Report.Published = &published
	}
	return origins.Read(e, text)
}

func TestCompare(t *testing.T) {
	first := report("aa", "Gazette", "2031-03-03", "", lead+body)
	for _, c := range []struct {
		name  string
		other origins.Sheet
		want  onrecord.CopyKind
	}{
		{"the same words elsewhere", report("bb", "Herald", "2031-03-04", "", lead+body), onrecord.WholeCopy},
		{"a shorter copy", report("bb", "Herald", "2031-03-04", "", lead+body[:len(body)/2]), onrecord.WholeCopy},
		{"an update", report("bb", "Gazette", "2031-03-04", "", lead+body+own), onrecord.NewVersion},
		{"sentences in a report of its own", report("bb", "Herald", "2031-03-04", "", own+offer+own+strings.ToUpper(offer)+body+offer), onrecord.Passage},
		{"the same sentences weeks later", report("bb", "Herald", "2031-03-24", "", own+offer+own+strings.ToUpper(offer)+body+offer), ""},
		{"only somebody's post", report("bb", "Herald", "2031-03-04", "", own+offer+"\n"+lead+body+"— Anna Weber (@weber) March 3, 2031\n"+offer), ""},
		{"nothing in common", report("bb", "Herald", "2031-03-04", "", own+offer), ""},
		{"years later", report("bb", "Herald", "2035-03-04", "", lead+body), ""},
		{"only the speaker's words", report("bb", "Herald", "2031-03-04", "", own+`The mate said: "`+lead+`"`), ""},
	} {
		got, ok := origins.Compare(&first, &c.other)
		if got.Kind != c.want && (ok || c.want != "") {
			t.Errorf("%s: %q (%s), want %q", c.name, got.Kind, got.Why, c.want)
		}
		if again, _ := origins.Compare(&c.other, &first); again != got {
			t.Errorf("%s: the order of the arguments matters", c.name)
		}
		if ok && got.Of != "aa" {
			t.Errorf("%s: the earlier report has it from the later", c.name)
		}
	}
}

func TestRetoldWithQuote(t *testing.T) {
	const quote = `"We counted the tickets twice and then a third time," the clerk said. `
	first := report("aa", "Gazette", "2031-03-03", "", lead+quote+body)
	e := &onrecord.Entry{Report: onrecord.Masthead{ID: "bb", Outlet: "Herald", Published: ptr("2031-03-04")}}
	e.Statements = []onrecord.Statement{{Via: []onrecord.Hop{{Name: "the Gazette", Kind: onrecord.NewspaperHop}}}}
	text := own + lead[:80] + quote + own
	second := origins.Read(e, []string{text})
	if got, ok := origins.Compare(&first, &second); !ok || got.Kind != onrecord.Retold {
		t.Errorf("it names its source and quotes the same: %+v, %v", got, ok)
	}
	e.Statements = nil
	second = origins.Read(e, []string{text})
	if got, ok := origins.Compare(&first, &second); ok {
		t.Errorf("both quote one speaker: %+v", got)
	}
}

func ptr(d onrecord.Date) *onrecord.Date { return &d }

func TestWhatAnOutletAlwaysSaysIsNoCopy(t *testing.T) {
	own := func(name string) (text string) {
		for i := range 150 {
			text += fmt.Sprintf("%s%d ", name, i)
		}
		return text
	}
	standing := own("offer") + own("background")
	a := report("aa", "Gazette", "2031-03-03", "", own("ferry")+standing)
	b := report("bb", "Gazette", "2031-03-04", "", own("cow")+standing)
	if got, ok := origins.Compare(&a, &b); ok {
		t.Errorf("two reports that share an offer: %+v", got)
	}
}

func TestAgencyComesFirst(t *testing.T) {
	agency, paper := report("zz", "", "2031-03-03", "Norpress", lead+body), report("aa", "Herald", "2031-03-03", "Norpress", lead+body)
	if got, ok := origins.Compare(&paper, &agency); !ok || got.Of != "zz" {
		t.Errorf("%+v, %v: want the paper to have it from the agency", got, ok)
	}
}

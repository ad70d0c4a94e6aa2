package precision

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"onrecord"
)

func TestPickIsTheSameEachTime(t *testing.T) {
	reports := "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n{\"id\":\"d\"}\n"
	var first, again, other bytes.Buffer
	for _, to := range []*bytes.Buffer{&first, &again} {
		if err := Pick(strings.NewReader(reports), to, "seed", 3); err != nil {
			t.Fatal(err)
		}
	}
	if err := Pick(strings.NewReader(reports), &other, "another", 3); err != nil {
		t.Fatal(err)
	}
	if first.String() != again.String() || first.String() == other.String() || strings.Count(first.String(), "\n") != 3 {
		t.Errorf("picked %q, then %q, with another seed %q", &first, &again, &other)
	}
}

func TestDrawTakesOneEventOfEachEntry(t *testing.T) {
	entries := `{"report":{"source":"x"},"text":"A hit B. C hit D.","events":[
		{"type":"ASSAULT","status":"asserted","actor":{"name":"A","mention":{"start":0,"end":1}},"evidence":{"start":0,"end":7}},
		{"type":"ASSAULT","status":"asserted","actor":{"name":"C"},"evidence":{"start":9,"end":16},"on":{"from":"2012-01-01","to":"2012-01-02"}}]}`
	in := strings.ReplaceAll(entries, "\n", "") + "\n{\"report\":{\"source\":\"none\"},\"events\":[]}\n"
	var rows []Row
	err := Draw(strings.NewReader(in), "seed", 5, func(r Row, e *onrecord.Entry) error {
		rows = append(rows, r)
		return Show(&bytes.Buffer{}, 1, r, e)
	})
	if err != nil || len(rows) != 1 || rows[0].Report != "x" || rows[0].Evidence.IsEmpty() {
		t.Errorf("rows %+v, %v", rows, err)
	}
}

func TestTableThereAndBack(t *testing.T) {
	want := Row{Report: "x", Type: "AID", Status: "asserted", Evidence: onrecord.Span{Start: 3, End: 9}, Actor: onrecord.Span{Start: 3, End: 4},
		Verdicts: [len(Fields)]Verdict{Right, Wrong, Unsure, Right, NotTold, NotTold}}
	var table bytes.Buffer
	if err := WriteHead(&table); err != nil {
		t.Fatal(err)
	}
	if err := WriteRow(&table, want); err != nil {
		t.Fatal(err)
	}
	rows, err := ReadTable(&table)
	if err != nil || len(rows) != 1 || rows[0] != want {
		t.Errorf("rows %+v, %v", rows, err)
	}
	if _, err := ReadTable(strings.NewReader(strings.Repeat("x\t", 14) + "x\n" + strings.Repeat("\t", 9) + "right\tgood\t\t\t\t\n")); err == nil {
		t.Error("a verdict that is none was read")
	}
}

func TestPrecision(t *testing.T) {
	share, low, high := Count{Of: map[Verdict]int{Right: 60, Wrong: 40, Unsure: 7}}.Precision()
	if share != 60 || low < 50.1 || low > 50.3 || high < 69.0 || high > 69.2 {
		t.Errorf("%.2f (%.2f-%.2f), want 60 (50.20-69.06)", share, low, high)
	}
}

// The figures of README.md are those of the judged table.
func TestReadmeShowsTheCounts(t *testing.T) {
	f, err := os.Open("judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := ReadTable(f)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := WriteCounts(&want, Counts(rows)); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), want.String()) {
		t.Errorf("README.md does not show\n%s", &want)
	}
}

package speed

import (
	"bytes"
	"strings"
	"testing"

	"onrecord"
)

func TestEveryStageIsMeasured(t *testing.T) {
	words := "VARNA: The mayor of Varna said on Monday that the bridge would be mended.\n\n“We want it open,” she told reporters.\n"
	report := &onrecord.Report{ID: "a", Source: "a.txt", MediaType: onrecord.PlainText, Raw: []byte(words)}
	table, err := Measure(t.Context(), []*onrecord.Report{report, report}, 1)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range table.Stages {
		names = append(names, s.Name)
		if s.Words != table.Words || s.Seconds < 0 {
			t.Errorf("%s: %d words in %v s of %d", s.Name, s.Words, s.Seconds, table.Words)
		}
	}
	if got, want := strings.Join(names, ", "), "clean, cutting, tags and trees, times, names, chains, actors, statements, events, whole"; got != want {
		t.Errorf("stages %s, want %s", got, want)
	}
	if table.Words == 0 || table.Words%2 != 0 || table.Language().Seconds > table.sum() {
		t.Errorf("table %+v", table)
	}
	var b bytes.Buffer
	if err := table.Write(&b); err != nil {
		t.Fatal(err)
	}
	if rows := strings.Count(b.String(), "\n| "); rows != len(table.Stages)+2 {
		t.Errorf("%d rows:\n%s", rows, &b)
	}
}

func (t Table) sum() (seconds float64) {
	for _, s := range t.Stages {
		seconds += s.Seconds
	}
	return seconds
}

func TestNoWords(t *testing.T) {
	if _, err := Measure(t.Context(), nil, 1); err == nil {
		t.Error("no reports: no fault")
	}
}

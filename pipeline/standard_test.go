package pipeline_test

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/pipeline"
)

// TestStandardReadsAReport follows one report through every station.
func TestStandardReadsAReport(t *testing.T) {
	p, err := pipeline.Standard()
	if err != nil {
		t.Fatal(err)
	}
	raw := []byte("PARIS: French Foreign Minister Claire Martin said on Monday that France would reopen talks with Mali.\n\n" +
		"“We want peace,” Martin told reporters in Paris. She denied that France had sold weapons to the rebels.\n")
	report := &onrecord.Report{ID: onrecord.NewReportID("a.txt", raw), Source: "a.txt", MediaType: onrecord.PlainText, Raw: raw}
	entry, err := p.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	if len(entry.Statements) == 0 {
		t.Fatal("no statement found")
	}
	for _, s := range entry.Statements {
		if !strings.HasSuffix(s.Speaker.Name, "Martin") {
			t.Errorf("%s is said by %q, want Martin: %q", s.ID, s.Speaker.Name, s.Content[0].Text)
		}
	}
	if made := entry.Provenance; made.Program != "onrecord" || made.Version == "" || made.Codebook == "" || len(made.Models) < 5 {
		t.Errorf("provenance is not whole: %+v", made)
	}
}

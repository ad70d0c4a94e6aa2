package onrecord_test

import (
	"context"
	"fmt"
	"log"

	"onrecord"
	"onrecord/pipeline"
)

// Reading a report: the stations are opened once, each report gives an entry.
func Example() {
	stations, err := pipeline.Standard()
	if err != nil {
		log.Fatal(err)
	}
	raw := []byte("VARNA, May 15, 2018 - The mayor of Varna, Petar Ivanov, said on Tuesday that the bridge would be mended.\n")
	report := &onrecord.Report{ID: onrecord.NewReportID("bridge.txt", raw), Source: "bridge.txt", MediaType: onrecord.PlainText, Raw: raw}
	entry, err := stations.Read(context.Background(), report)
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range entry.Statements {
		fmt.Printf("%s, %s: %q at %d-%d\n", s.Speaker.Name, s.SaidOn.From, s.Content[0].Text, s.Content[0].Start, s.Content[0].End)
	}
	// Output: Petar Ivanov, 2018-05-15: "the bridge would be mended" at 77-103
}

package polnear

import (
	"strings"
	"testing"

	"onrecord"
)

func TestCountSpeakers(t *testing.T) {
	gold := sampleGold(t)
	gold[0].Entity = &Entity{Name: "Professor Ann Lee"}
	gold[1].Entity = &Entity{Name: "the thief", Identity: "Bob_Holt"}
	gold[2].Entity = &Entity{} // only ever "he"
	quote := func(words string) onrecord.Quote {
		start := strings.Index(sampleWords, words)
		return onrecord.Quote{Span: onrecord.Span{Start: start, End: start + len(words)}, Text: words}
	}
	said := func(name, cue, content string) onrecord.Statement {
		c := quote(cue)
		return onrecord.Statement{Speaker: onrecord.Speaker{Name: name}, Cue: &c, Content: []onrecord.Quote{quote(content)}}
	}
	got := countSpeakers(&Article{Text: sampleWords, Attributions: gold}, []onrecord.Statement{
		said("Ann Lee", "said", "“We won,”"), said("Anna Berg", "denied", "it."), said("Ann Lee", "added", "Experts believe that taxes will rise"),
	})
	if want := (Share{N: 4, Found: 2, Right: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

package positions_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
	"onrecord/across/positions"
)

// stands reads a statement of Norway.
func stands(kind onrecord.StatementKind, words string) (all []string) {
	e := &onrecord.Entry{Text: words, Actors: []onrecord.Actor{
		{ID: "NOR", Name: "Norway", Kind: onrecord.StateActor}, {ID: "blue-front", Name: "Blue Front", Kind: onrecord.GroupActor}, {ID: "SWE", Name: "Sweden", Kind: onrecord.StateActor},
	}}
	e.Statements = []onrecord.Statement{{ID: "s1", Kind: kind, Speaker: onrecord.Speaker{Name: "Norway", For: "Norway", Named: true, Actor: "NOR"},
		Content: []onrecord.Quote{{Span: onrecord.Span{End: len(words)}, Text: words}}}}
	for _, d := range positions.Stands(e) {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", d.Stance, d.Topic, d.Toward)))
	}
	return all
}

func TestStands(t *testing.T) {
	for _, c := range []struct {
		kind  onrecord.StatementKind
		words string
		want  string
	}{
		{onrecord.Assert, "Norway supports the pipeline to Sweden", "for pipelin/SWE"},
		{onrecord.Assert, "Norway did not want the Blue Front to seize power in Sweden", "against power/SWE blue-front"},
		{onrecord.Assert, "Norway and the Blue Front have a shared interest in the fight against smugglers", "for fight/smuggler blue-front"},
		{onrecord.Assert, "Norway would accept the treaty on the strait if it was signed in May", "conditional treaty/strait"},
		{onrecord.Assert, "Norway is ready to host talks between Sweden and the Blue Front on the strait", "for talk/strait"},
		{onrecord.Assert, "Norway and Sweden have the same position on the fishing", "for fish SWE"},
		{onrecord.Assert, "Norway opposes the drilling for oil", "against drill/oil"},
		{onrecord.Assert, "we want an end to the drilling for oil", "against drill/oil"},
		{onrecord.Assert, "Norway is strongly against the drilling for oil", "against drill/oil"},
		{onrecord.Assert, "Norway is for a treaty on the strait", "for treaty/strait"},
		{onrecord.Assert, "the ferry is for the people of the island", ""},
		{onrecord.Assert, "Norway will not recognise the island", "against recognise/island"},
		{onrecord.Demand, "the withdrawal of Swedish troops from the island", "for withdraw/troop"},
		{onrecord.Condemn, "the shelling of the harbour", "against attack/harbour"},
		{onrecord.Deny, "Norway supports the pipeline", ""},
		{onrecord.Assert, "Sweden wants the pipeline", ""}, // whose word it is does not stand for it
		{onrecord.Assert, "the ferry sails at noon", ""},
	} {
		if got := strings.Join(stands(c.kind, c.words), "; "); got != c.want {
			t.Errorf("%q stands %q, want %q", c.words, got, c.want)
		}
	}
}

func FuzzStands(f *testing.F) {
	f.Add("Norway supports the, if not \"Sweden")
	f.Add("we will not")
	f.Add("- - reject of the")
	f.Fuzz(func(t *testing.T, words string) {
		for _, kind := range []onrecord.StatementKind{onrecord.Assert, onrecord.Demand} {
			stands(kind, words)
		}
	})
}

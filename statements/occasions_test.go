package statements_test

import (
	"strings"
	"testing"
)

// TestSaidOn: a day belongs to a statement only if the speaking is dated. The
// wanted days are those of the statements in order, "-" for none.
func TestSaidOn(t *testing.T) {
	s := openStations(t)
	for name, test := range map[string]struct{ words, want string }{
		"the day of an event is none of the words": {
			"The bridge was blown up on Tuesday, the army said.", "-"},
		"another speaker's day": {
			"Anna Berg said on Tuesday that the talks would go on.\nPeter Holt said that the port was closed.", "2021-06-08 -"},
		"one speaker goes on": {
			"Anna Berg said on Tuesday that the talks would go on.\nShe added that the port was closed.", "2021-06-08 2021-06-08"},
		"another's words break the run": {
			"Anna Berg said on Tuesday that the talks would go on.\nPeter Holt said that the port was closed.\nBerg said that the road was open.",
			"2021-06-08 - -"},
		"told to another medium": {
			"Anna Berg said on Tuesday that the talks would go on.\n“The port is closed,” Berg told the newspaper El Mundo.", "2021-06-08 -"},
		"the other side of one sentence": {
			"Norway accused Sweden on Tuesday of closing the port, but Sweden denied the charge.", "2021-06-08 2021-06-08"},
		"after a dated meeting": {
			"The council voted on Wednesday to close the port.\n“We had no choice,” Anna Berg said after the vote.", "2021-06-09"},
		"the day of the news": {
			"Anna Berg said on Thursday that the talks would go on.\nPeter Holt said that the port was closed.\nA driver said that the road was open.",
			"2021-06-10 2021-06-10 -"},
		"within hours": {
			"Anna Berg said on Tuesday that the port would be closed.\nSweden reacted within hours. It condemned the decision.", "2021-06-08 2021-06-08"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := s.read(t, layText(test.words))
			var days []string
			for i := range got {
				day := "-"
				if got[i].SaidOn != nil {
					day = string(got[i].SaidOn.From)
				}
				days = append(days, day)
			}
			if all := strings.Join(days, " "); all != test.want {
				t.Errorf("said on %s, want %s", all, test.want)
			}
		})
	}
}

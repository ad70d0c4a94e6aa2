package statements_test

import (
	"slices"
	"strings"
	"testing"
)

// TestStatementsOf lists all statements of a text as "speaker [cue] content".
func TestStatementsOf(t *testing.T) {
	s := openStations(t)
	for name, test := range map[string]struct {
		words string
		want  []string
	}{
		"figures": {"The ministry put the toll at nine dead.", []string{"the ministry [put] the toll at nine dead"}},
		"one subject, two cues": {"Anna Berg rejected the offer and said that the fence would stay.",
			[]string{"Anna Berg [rejected] the offer", "Anna Berg [said] the fence would stay"}},
		"a deed, then another": {"Norway demanded an apology.", []string{"Norway [demanded] an apology"}},
		"by telephone":         {"Former president Carl Lund called the governor to offer his help.", nil},
		"a thing and its name": {"Former president Carl Lund called the deal a surrender.", []string{"Carl Lund [called] the deal a surrender"}},
		"inverted":             {"“We lost three weeks,” complained Anna Berg, the minister.", []string{"Anna Berg [complained] “We lost three weeks,”"}},
		"a medium behind the tag": {"Norway would lend Sweden ten ships, Prime Minister Anna Berg promised on Tuesday, according to the Interfax agency.",
			[]string{"Anna Berg [promised] Norway would lend Sweden ten ships"}},
		"several that agree do a thing": {"Norway and Sweden agreed to open the port.", nil},
		"sentences without a blank": {"“We go on.”He left the room, Anna Berg said.",
			[]string{"Anna Berg [said] He left the room"}},
		"after a colon, over paragraphs": {"Anna Berg described the talks:\n“We wrote in March.\n“Nobody came.”",
			[]string{"Anna Berg [described] “We wrote in March. … “Nobody came.”"}},
		"an interrupted subject": {"The hostages, Anna Berg said, would be freed.", []string{"Anna Berg [said] The hostages … would be freed"}},
		"three at once":          {"Norway, Sweden and Finland condemned the coup.", []string{"Norway, Sweden and Finland [condemned] the coup"}},
		"no name asked for":      {"A diplomat who asked not to be named said that the port was closed.", []string{"a diplomat [said] the port was closed"}},
		"stray words":            {"And only Anna Berg said that the port was closed.", []string{"Anna Berg [said] the port was closed"}},
		"figures say none":       {"About 34 percent said that the port was closed. That said, the ship sank.", nil},
		"that said":              {"That said, the port is closed.", nil},
		"the whole content":      {"Anna Berg denied any part in the raid near the border last week.", []string{"Anna Berg [denied] any part in the raid near the border last week"}},
		"a thing announced":      {"Anna Berg announced an appeal on Tuesday.", []string{"Anna Berg [announced] an appeal"}},
		"a thing offered":        {"Norway offered help.", []string{"Norway [offered] help"}},
		"a thing for sale":       {"The shop offered a discount on shoes.", nil},
		"a thing asked for":      {"Anna Berg asked the ambassador for an explanation.", []string{"Anna Berg [asked] the ambassador for an explanation"}},
		"thanks":                 {"Anna Berg thanked the Swedes.", []string{"Anna Berg [thanked] the Swedes"}},
		"which was not said":     {"Anna Berg did not say which port.", []string{"Anna Berg [did not say] which port"}},
		"all that would be said": {"Anna Berg would only say that the port was open.", []string{"Anna Berg [would only say] the port was open"}},
		"what somebody calls it": {"Two men were tried for what a Swedish court called terrorism.", []string{"a Swedish court [called] terrorism"}},
		"a clause between": {"But Anna Berg, who sits on the council, alleged that the minister had lied.",
			[]string{"Anna Berg [alleged] the minister had lied"}},
		"asked for, behind a place": {"In a letter on Sunday, Norway asked for an urgent meeting.", []string{"Norway [asked for] an urgent meeting"}},
		"how long is no day":        {"Anna Berg asked for ten years.", []string{"Anna Berg [asked for] ten years"}},
		"a quoted cue":              {"Anna Berg “requested” that the ship leave the port.", []string{"Anna Berg [requested] the ship leave the port"}},
		"was quoted as saying":      {"“We shall cut the gas,” Anna Berg was quoted as saying.", []string{"Anna Berg [was quoted as saying] “We shall cut the gas,”"}},
		"a name behind a description": {"A father in the town, Ola Holt, said that the port was closed.",
			[]string{"Ola Holt [said] the port was closed"}},
		"a lawmaker's party": {"Sen. Anna Berg (D-N.Y.) said that the port was closed.", []string{"Anna Berg [said] the port was closed"}},
		"a tag before a semicolon": {"The port was closed on Monday, Anna Berg said; the road was open.",
			[]string{"Anna Berg [said] The port was closed on Monday"}},
		"the one accused": {"Norway accused Sweden on Tuesday of closing the port.", []string{"Norway [accused] Sweden … closing the port"}},
	} {
		got, _ := s.read(t, layText(test.words))
		var all []string
		for i := range got {
			cue := ""
			if got[i].Cue != nil {
				cue = got[i].Cue.Text
			}
			all = append(all, got[i].Speaker.Name+" ["+cue+"] "+contentOf(&got[i]))
		}
		if !slices.Equal(all, test.want) {
			t.Errorf("%s: got\n  %s\nwant\n  %s", name, strings.Join(all, "\n  "), strings.Join(test.want, "\n  "))
		}
	}
}

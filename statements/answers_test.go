package statements_test

import (
	"slices"
	"strings"
	"testing"
)

// TestAnswers: the answers of an interview are their speaker's, whole; what the
// questions report stays.
func TestAnswers(t *testing.T) {
	s := openStations(t)
	for name, test := range map[string]struct {
		words string
		want  []string
	}{
		"letters": {
			"Anna Berg receives us in the port. Berg has little time.\nQuestion. Is the port open?\nAnswer. No. I told the council that it was closed.\n" +
				"Q. The governor of Norway said that it was open.\nA. The council knows better.",
			[]string{"Anna Berg: No. I told the council that it was closed.", "the governor of Norway: it was open", "Anna Berg: The council knows better."}},
		"names": {
			"The governor, Anna Berg, spoke to Ola Holt.\nHolt: Is the port open?\nBerg: It is closed.\nHolt: Since when?\nBerg: We shut it on Monday.",
			[]string{"Anna Berg: It is closed.", "Anna Berg: We shut it on Monday."}},
		"one line with a colon": {"Anna Berg came.\nBerg: a life", nil},
	} {
		got, _ := s.read(t, layText(test.words))
		var all []string
		for i := range got {
			all = append(all, got[i].Speaker.Name+": "+contentOf(&got[i]))
		}
		if !slices.Equal(all, test.want) {
			t.Errorf("%s: got\n  %s\nwant\n  %s", name, strings.Join(all, "\n  "), strings.Join(test.want, "\n  "))
		}
	}
}

package statements

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

var kinds = []onrecord.StatementKind{onrecord.Assert, onrecord.Deny, onrecord.Confirm, onrecord.Accuse, onrecord.Demand,
	onrecord.Promise, onrecord.Threaten, onrecord.Hope, onrecord.Propose, onrecord.Agree, onrecord.Refuse,
	onrecord.Condemn, onrecord.Praise, onrecord.Believe, onrecord.Question}

func TestCueWordsFile(t *testing.T) {
	senses, err := readCueWords(cueWordsFile)
	if err != nil {
		t.Fatal(err)
	}
	for word, list := range senses {
		if strings.ToLower(word) != word && !strings.HasSuffix(word, "/N") {
			t.Errorf("%q is not written small", word)
		}
		for _, s := range list {
			if !slices.Contains(kinds, s.Kind) {
				t.Errorf("%q: no kind %q", word, s.Kind)
			}
		}
	}
	for word, want := range map[string]onrecord.StatementKind{"say": onrecord.Assert, "deny": onrecord.Deny, "vow": onrecord.Promise, "denial/N": onrecord.Deny} {
		if len(senses[word]) == 0 || senses[word][0].Kind != want {
			t.Errorf("%q reads %v, want %s first", word, senses[word], want)
		}
	}
}

func TestReadCueWordsRefusesBrokenLines(t *testing.T) {
	for _, file := range []string{"assert say", "assert: say", "assert loud: say"} {
		if _, err := readCueWords(file); err == nil {
			t.Errorf("%q: no error", file)
		}
	}
}

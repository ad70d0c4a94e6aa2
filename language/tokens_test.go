package language

import (
	"strings"
	"testing"

	"onrecord"
)

// shown writes words with a space between them, and "+" before joined ones.
func shown(text string, tokens []onrecord.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		switch {
		case t.Joined:
			b.WriteByte('+')
		case i > 0:
			b.WriteByte(' ')
		}
		b.WriteString(text[t.Start:t.End])
	}
	return b.String()
}

func TestWordsAreCutAsTheTreebanksDo(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He didn't say they cannot go.", "He did+n't say they can+not go ."},
		{"The ministry’s aides won’t talk", "The ministry+’s aides wo+n’t talk"},
		{"the rebels' commander", "the rebels+' commander"},
		{"‘We are the rebels’ he said", "‘ We are the rebels ’ he said"},
		{"'We left', he said", "' We left ' , he said"},
		{"the state-run agency", "the state - run agency"},
		{"a non-profit, anti-war group", "a non-profit , anti-war group"},
		{"al-Shara and Jean-Luc", "al - Shara and Jean - Luc"},
		{"The U.S. and the U.K. agreed.", "The U.S. and the U.K. agreed ."},
		{"Mr. Olan met Gen. Tarr at 5:30 p.m. on Jan. 3.", "Mr. Olan met Gen. Tarr at 5:30 p.m. on Jan. 3 ."},
		{"It cost $4.5m, or 12%.", "It cost $ 4.5 m , or 12 % ."},
		{"US$3,000 and €20", "US$ 3,000 and € 20"},
		{"He wrote to press@ministry.example.org.", "He wrote to press@ministry.example.org ."},
		{"See https://example.org/a-b?c=d, please", "See https://example.org/a-b?c=d , please"},
		{"“Stop...” he said—again", "“ Stop ... ” he said — again"},
		{"on 9/11 and/or later", "on 9/11 and / or later"},
		{"call 555-0199 on 2015-12-29", "call 555-0199 on 2015-12-29"},
		{"the 1990s, the ’90s", "the 1990s , the ’90s"},
		{"the 5pm train runs 40km", "the 5 pm train runs 40 km"},
		{"He left.The talks ended", "He left . The talks ended"},
		{"(AT&T) [sic]", "( AT&T ) [ sic ]"},
		{"Is it?! Yes!!", "Is it ?! Yes !!"},
		{"Is it so.? Well...?", "Is it so .? Well ... ?"},
		{"gonna, wanna", "gon+na , wan+na"},
		{"its not its aim, your the best", "it+s not its aim , you+r the best"},
		{"I'd've gone", "I+'d+'ve gone"},
		{"John F. Doe and Plan B.", "John F. Doe and Plan B ."},
		{"#peace @olan", "#peace @olan"},
		{"the U.S.-led talks, the U.S.'s aim", "the U.S. - led talks , the U.S.+'s aim"},
		{"''Yes,'' he said", "'' Yes , '' he said"},
		{"W- we went th- there - late, an E- class", "W- we went th- there - late , an E- class"},
		{"No. 2 said no. 'Twas Co. staff", "No. 2 said no . 'Twas Co. staff"},
	} {
		tokens := cutWords(openWordTables(), c.text, onrecord.Span{End: len(c.text)}, nil)
		if got := shown(c.text, tokens); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestWordTablesAreWhole(t *testing.T) {
	tables := openWordTables()
	for word, parts := range tables.contractions {
		if strings.ReplaceAll(parts, " ", "") != word {
			t.Errorf("contractions: %q is cut into %q", word, parts)
		}
	}
	for word, follows := range tables.abbreviations {
		if follows != "any" && follows != "name" && follows != "number" {
			t.Errorf("abbreviations: %q must be followed by %q", word, follows)
		}
		if strings.ToLower(word) != word {
			t.Errorf("abbreviations: %q is not in lower case", word)
		}
	}
	if len(tables.hyphens) == 0 || len(tables.units) == 0 {
		t.Error("a table of words is empty")
	}
}

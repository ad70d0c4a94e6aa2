package language

import (
	"strings"
	"testing"

	"onrecord"
)

// timesIn reads the times of one paragraph of a report.
func timesIn(words string, published onrecord.Date) []onrecord.Time {
	a := &onrecord.Analysis{Text: &onrecord.Text{
		Words:      words,
		Imprint:    onrecord.Imprint{Published: published},
		Paragraphs: []onrecord.Paragraph{{Span: onrecord.Span{End: len(words)}, Kind: onrecord.Body}},
	}}
	readTimes(a)
	return a.Times
}

// TestReadTimes reads made-up sentences of reports of Wednesday, 30 December 2015. A
// want is "words = value", with "[from..to]" or "[day]" behind it where days are known.
func TestReadTimes(t *testing.T) {
	tests := []struct{ sentence, want string }{
		// Weekdays.
		{"On Tuesday, the envoy flew home.", "Tuesday = 2015-12-29 [2015-12-29]"},
		{"The envoy flew home on Wednesday.", "Wednesday = 2015-12-30 [2015-12-30]"},
		{"The envoy flew home on Thursday.", "Thursday = 2015-12-24 [2015-12-24]"},
		{"The two sides will meet again on Friday.", "Friday = 2016-01-01 [2016-01-01]"},
		{"The leaders are meeting in Oslo on Friday.", "Friday = 2016-01-01 [2016-01-01]"},
		{"The party called a strike for Sunday.", "Sunday = 2016-01-03 [2016-01-03]"},
		{"Talks are to resume next Thursday.", "next Thursday = 2015-12-31 [2015-12-31]"},
		{"The shelling began last Wednesday.", "last Wednesday = 2015-12-23 [2015-12-23]"},
		{"Earlier on Wednesday, he met the minister.", "Earlier on Wednesday = 2015-12-30 [2015-12-30]"},
		{"The convoy was attacked late Saturday night.", "late Saturday night = 2015-12-26TNI [2015-12-26]"},
		{"The council gave them until Monday.", "Monday = 2016-01-04 [2016-01-04]"},
		{"The market is held every Monday.", "every Monday = XXXX-WXX-1"},
		{"Patrols go out on Tuesday nights.", "Tuesday nights = XXXX-WXX-2TNI"},
		// Days counted from the report.
		{"He arrived today and leaves tomorrow.", "today = 2015-12-30 [2015-12-30]; tomorrow = 2015-12-31 [2015-12-31]"},
		{"He arrived the day before yesterday.", "the day before yesterday = 2015-12-28 [2015-12-28]"},
		{"Three days ago the bridge was blown up.", "Three days ago = 2015-12-27 [2015-12-27]"},
		{"The truce broke down two weeks ago.", "two weeks ago = 2015-W51 [2015-12-14..2015-12-20]"},
		{"Guns fired overnight.", "overnight = 2015-12-29TNI [2015-12-29..2015-12-30]"},
		{"The embassy was closed over the weekend.", "the weekend = 2015-W52-WE [2015-12-26..2015-12-27]"},
		// Weeks, months, years.
		{"Earlier this week, a spokesman denied it.", "Earlier this week = 2015-W53 [2015-12-28..2015-12-30]"},
		{"They met last week.", "last week = 2015-W52 [2015-12-21..2015-12-27]"},
		{"They met last month.", "last month = 2015-11 [2015-11-01..2015-11-30]"},
		{"It was agreed last year and signed this year.", "last year = 2014 [2014-01-01..2014-12-31]; this year = 2015 [2015-01-01..2015-12-31]"},
		{"A vote is due early next year.", "early next year = 2016 [2016-01-01..2016-05-01]"},
		{"The base was shut in October.", "October = 2015-10 [2015-10-01..2015-10-31]"},
		{"The base was shut in December.", "December = 2015-12 [2015-12-01..2015-12-31]"},
		{"The base will be shut in March.", "March = 2016-03 [2016-03-01..2016-03-31]"},
		{"She resigned last June.", "last June = 2015-06 [2015-06-01..2015-06-30]"},
		{"The army left in the summer of 2014.", "the summer of 2014 = 2014-SU [2014-06-01..2014-08-31]"},
		{"Exports fell in the third quarter of 2013.", "the third quarter of 2013 = 2013-Q3 [2013-07-01..2013-09-30]"},
		{"He was ambassador from 2004 to 2009.", "2004 = 2004 [2004-01-01..2004-12-31]; 2009 = 2009 [2009-01-01..2009-12-31]"},
		{"The war of the 1990s is not forgotten.", "the 1990s = 199 [1990-01-01..1999-12-31]"},
		{"Borders drawn in the 19th century still hold.", "the 19th century = 18 [1800-01-01..1899-12-31]"},
		// Dates of the calendar.
		{"The accord of Dec. 23 is void.", "Dec. 23 = 2015-12-23 [2015-12-23]"},
		{"It was signed on 23rd December, 2014.", "23rd December, 2014 = 2014-12-23 [2014-12-23]"},
		{"Published on 30 December 2015 by the ministry.", "30 December 2015 = 2015-12-30 [2015-12-30]"},
		{"Posted 2014-12-23 at 07:31 PM.", "2014-12-23 at 07:31 PM = 2014-12-23T19:31 [2014-12-23]"},
		{"Since the attacks of Sept. 11, 2001, much has changed.", "Sept. 11, 2001 = 2001-09-11 [2001-09-11]"},
		{"They met on Monday, Dec. 21, in Oslo.", "Monday, Dec. 21 = 2015-12-21 [2015-12-21]"},
		{"Last updated 31 Oct.'06 at noon.", "31 Oct.'06 at noon = 2006-10-31T12:00 [2006-10-31]"},
		{"The summit of Dec. 3-5 failed.", "Dec. 3-5 = 2015-12-03 [2015-12-03..2015-12-05]"},
		{"They met from 3 to 5 March 2014.", "3 to 5 March 2014 = 2014-03-03 [2014-03-03..2014-03-05]"},
		{"The alarm was raised at 2130 GMT on Monday.", "2130 GMT on Monday = 2015-12-28T21:30 [2015-12-28]"},
		{"The court ruled on February 30, 2015.", ""},
		// Dates that lean on others.
		{"The vote was on May 3, 2011. The next day the king fled.", "May 3, 2011 = 2011-05-03 [2011-05-03]; The next day = 2011-05-04 [2011-05-04]"},
		{"Rebels took the town on Tuesday. A day earlier they had taken the port.", "Tuesday = 2015-12-29 [2015-12-29]; A day earlier = 2015-12-28 [2015-12-28]"},
		{"The ship sank on Dec. 20. It had left port the day before.", "Dec. 20 = 2015-12-20 [2015-12-20]; the day before = 2015-12-19 [2015-12-19]"},
		{"Fighting began on March 4, 2012 and ended on April 9.", "March 4, 2012 = 2012-03-04 [2012-03-04]; April 9 = 2012-04-09 [2012-04-09]"},
		// Lengths, sets, and times without days.
		{"They have fought for almost two decades.", "almost two decades = P20Y"},
		{"A two-year mandate was agreed.", "two-year = P2Y"},
		{"He was held for a year and a half.", "a year and a half = P1Y6M"},
		{"In the last two weeks nine were killed.", "the last two weeks = P2W [2015-12-16..2015-12-30]"},
		{"Talks are now under way.", "now = PRESENT_REF"},
		{"He recently left for Doha.", "recently = PAST_REF"},
		{"It costs $3 million a year.", "a year = P1Y"},
		{"They feared another winter.", ""},
		{"See press release 214/2022.", ""},
		// What is no time.
		{"A 33-year-old driver was hurt.", ""},
		{"Theresa May said so.", ""},
		{"Some 2000 soldiers crossed.", ""},
		{"The fall of the capital stunned them.", ""},
		{"He told 60 Minutes that he knew nothing.", ""},
	}
	for _, test := range tests {
		if got := describeTimes(test.sentence, timesIn(test.sentence, "2015-12-30")); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.sentence, got, test.want)
		}
	}
}

func describeTimes(words string, times []onrecord.Time) string {
	var all []string
	for _, x := range times {
		one := words[x.Start:x.End] + " = " + x.Value
		switch {
		case x.From == "":
		case x.From == x.To:
			one += " [" + string(x.From) + "]"
		default:
			one += " [" + string(x.From) + ".." + string(x.To) + "]"
		}
		all = append(all, one)
	}
	return strings.Join(all, "; ")
}

func TestTimesOfUndatedReport(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"They met on Tuesday.", "Tuesday = XXXX-WXX-2"},
		{"They met on Dec. 23.", "Dec. 23 = XXXX-12-23"},
		{"They met last week.", "last week = "},
		{"They met today.", "today = PRESENT_REF"},
		{"They met on 4 June 2011 and the next day.", "4 June 2011 = 2011-06-04 [2011-06-04]; the next day = 2011-06-05 [2011-06-05]"},
	}
	for _, test := range tests {
		if got := describeTimes(test.sentence, timesIn(test.sentence, "")); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.sentence, got, test.want)
		}
	}
}

func TestTimesCountFromDateline(t *testing.T) {
	const words = "OSLO (Agency - 23rd December, 2019)\n\nThe envoy left on Sunday."
	dateline, body := strings.Index(words, "\n"), strings.Index(words, "The envoy")
	a := &onrecord.Analysis{Text: &onrecord.Text{Words: words, Paragraphs: []onrecord.Paragraph{
		{Span: onrecord.Span{End: dateline}, Kind: onrecord.DateLine},
		{Span: onrecord.Span{Start: body, End: len(words)}, Kind: onrecord.Body},
	}}}
	readTimes(a)
	const want = "23rd December, 2019 = 2019-12-23 [2019-12-23]; Sunday = 2019-12-22 [2019-12-22]"
	if got := describeTimes(words, a.Times); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTenseFromSyntax(t *testing.T) {
	// "Ministers gather Friday": the words alone do not tell; a parsed "will" does.
	const words = "Ministers will gather in Oslo, they hope, Friday."
	at := func(word string) onrecord.Span {
		i := strings.Index(words, word)
		return onrecord.Span{Start: i, End: i + len(word)}
	}
	a := &onrecord.Analysis{
		Text: &onrecord.Text{
			Words: words, Imprint: onrecord.Imprint{Published: "2015-12-30"},
			Paragraphs: []onrecord.Paragraph{{Span: onrecord.Span{End: len(words)}, Kind: onrecord.Body}},
		},
		Sentences: []onrecord.Sentence{{Span: onrecord.Span{End: len(words)}, End: 4}},
		Tokens: []onrecord.Token{
			{Span: at("Ministers"), UPOS: "NOUN", Head: 2, Deprel: "nsubj"},
			{Span: at("will"), Lemma: "will", UPOS: "AUX", Head: 2, Deprel: "aux"},
			{Span: at("gather"), Lemma: "gather", UPOS: "VERB", XPOS: "VB", Head: -1, Deprel: "root"},
			{Span: at("Friday"), UPOS: "PROPN", Head: 2, Deprel: "obl:tmod"},
		},
	}
	readTimes(a)
	if got, want := describeTimes(words, a.Times), "Friday = 2016-01-01 [2016-01-01]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

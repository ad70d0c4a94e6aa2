package clean

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

func TestReadDateline(t *testing.T) {
	for _, c := range []struct{ text, opening, place, agency, outlet, day string }{
		{"PORT ELM: The ministry said so.", "PORT ELM: ", "PORT ELM", "", "", ""},
		{"KESH, Ardania (AP) — The ministry said so.", "KESH, Ardania (AP) — ", "KESH", "AP", "", ""},
		{"KESH, Jan 5 (Reuters) - The ministry said so.", "KESH, Jan 5 (Reuters) - ", "KESH", "Reuters", "", "0000-01-05"},
		{"MOSSGRAD (Example News / Sputnik - 23rd December, 2019) The ministry", "MOSSGRAD (Example News / Sputnik - 23rd December, 2019) ", "MOSSGRAD", "Sputnik", "Example News", "2019-12-23"},
		{"MOSSGRAD, December 23. /TASS/. The ministry", "MOSSGRAD, December 23. /TASS/. ", "MOSSGRAD", "TASS", "", "0000-12-23"},
		{"EXAMPLE.CO, Lower Kesh - The ministry", "EXAMPLE.CO, Lower Kesh - ", "Lower Kesh", "EXAMPLE.CO", "", ""},
		{"Beirut - The ministry said so.", "Beirut - ", "Beirut", "", "", ""},
		{"KESH/PORT ELM (Reuters) - The ministry", "KESH/PORT ELM (Reuters) - ", "KESH/PORT ELM", "Reuters", "", ""},
		{"(Reuters) - The ministry said so.", "(Reuters) - ", "", "Reuters", "", ""},
		{"KIEV, Ukraine — The ministry said so.", "KIEV, Ukraine — ", "KIEV", "", "", ""},
		{"TEHRAN, IRNA – The ministry said so.", "TEHRAN, IRNA – ", "TEHRAN", "IRNA", "", ""},
		{"WASHINGTON—The ministry said so.", "WASHINGTON—", "WASHINGTON", "", "", ""},
		{"Phoenix (CNN) The nominee said so.", "Phoenix (CNN) ", "Phoenix", "CNN", "", ""},
		{"The ministry said: it is so.", "", "", "", "", ""},
		{"The Central Bureau (CBX) said that it was so.", "", "", "", "", ""},
		{"UPDATE: The ministry said so.", "", "", "", "", ""},
		{"Mr Orchard - who is ill - did not come.", "", "", "", "", ""},
		{"“Never,” he said - and left.", "", "", "", "", ""},
		{"NATO said on Monday that it was so.", "", "", "", "", ""},
	} {
		d := readDateline(c.text)
		outlet := d.outlet
		if got := c.text[:d.end]; got != c.opening || d.place != c.place || d.agency != c.agency || outlet != c.outlet || string(d.day.date) != c.day {
			t.Errorf("%q: got %q, place %q, agency %q, outlet %q, day %q", c.text, got, d.place, d.agency, outlet, d.day.date)
		}
	}
}

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Published in The Lamp, December 30th, 2015", "2015-12-30"},
		{"27 Jul, 2024", "2024-07-27"},
		{"/ 31 Oct.'06 / 15:12", "2006-10-31"},
		{"Sun Apr 15, 2012 5:27pm GMT", "2012-04-15"},
		{"Mon 23rd December 2019 | 07:31 PM", "2019-12-23"},
		{"2019-12-23T10:00:00Z", "2019-12-23"},
		{"28.08.2017", "2017-08-28"},
		{"Wed Jun  2 18:40:11 EDT 2004", "2004-06-02"},
		{"23/12/2019 12/24/2019", "2019-12-23 2019-12-24"},
		{"the 4th of July, 1999", "1999-07-04"},
		{"Sat, 12 May 2018 18:30:00 GMT", "2018-05-12"},
		{"3/4/2019", ""},
		{"32 January 2019, February 30, 2019", ""},
		{"in May 2019", ""},
		{"December 23", "0000-12-23"},
		{"version 1.2.3, 10-2", ""},
		{"99999999999999999999 May 2019", ""},
	} {
		var got []string
		for _, f := range findDates(c.text) {
			got = append(got, string(f.date))
			if s := c.text[f.Start:f.End]; strings.TrimSpace(s) != s || s == "" {
				t.Errorf("%q: span cuts %q", c.text, s)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

const story = `Two policemen were killed on Saturday when a bomb went off beside their car in the city of Dorn, the ministry said.

No group has said that it planted the bomb. The ministry blamed the Dawn Brigade, which it has fought for six years.

The governor of Dorn, Hal Merrit, vowed to find those who did it. "They will not sleep," he told mourners at the hospital.`

// TestClutter puts lines before, into and behind a report.
func TestClutter(t *testing.T) {
	body := strings.Split(story, "\n\n")
	for _, c := range []struct{ name, text, clutter string }{
		{"menu before", "Home\nWorld\nSport\nOpinion\nVideo\n\nBomb kills two policemen in Dorn\n\n" + story, "Home\nWorld\nSport\nOpinion\nVideo\n"},
		{"bars", "News | Sport | Culture | Weather\n\nBomb kills two policemen in Dorn\n\n" + story, "News | Sport | Culture | Weather\n"},
		{"share", body[0] + "\n\nShare this story on Facebook\n\n" + body[1] + "\n\n" + body[2], "Share this story on Facebook\n"},
		{"read more", body[0] + "\n\nRead more: Who is the Dawn Brigade?\n\n" + body[1] + "\n\n" + body[2], "Read more: Who is the Dawn Brigade?\n"},
		{"rights", story + "\n\nCopyright © 2018 The Lamp. All rights reserved.", "Copyright © 2018 The Lamp. All rights reserved.\n"},
		{"newsletter", story + "\n\nSign up for our newsletter and get the news in your inbox.", "Sign up for our newsletter and get the news in your inbox.\n"},
		{"age", "Bomb kills two policemen in Dorn\n\nAnn Teal 5 hours ago\n\n" + story, "Ann Teal 5 hours ago\n"},
		{"comments", story + "\n\n2 comments\n\nriverman\n\n3 hours ago\n\nWhat did they think would happen, I ask you, when they sent those men there?\n\nella\n\n2 hours ago\n\nWell said.", "2 comments\n\nriverman\n\n3 hours ago\n\nWhat did they think would happen, I ask you, when they sent those men there?\n\nella\n\n2 hours ago\n\nWell said.\n"},
		{"teasers", story + "\n\nMost read\n\nRain ends the drought\n3 May, 2019\nIt has rained in the east for the first time since...\n\nActor runs for mayor\n2 May, 2019\nHe has never held an office, but...", "Most read\n\nRain ends the drought\n3 May, 2019\nIt has rained in the east for the first time since...\n\nActor runs for mayor\n2 May, 2019\nHe has never held an office, but...\n"},
		{"box inside", body[0] + "\n\nRelated stories\n\nWho is the Dawn Brigade?\n\nDorn counts its dead\n\n" + body[1] + "\n\n" + body[2], "Related stories\n\nWho is the Dawn Brigade?\n\nDorn counts its dead\n"},
		{"foreign", "Sudah punya akun atau belum tahu\n\nKlik di sini untuk masuk sekarang juga\n\nBomb kills two policemen in Dorn\n\n" + story, "Sudah punya akun atau belum tahu\n\nKlik di sini untuk masuk sekarang juga\n"},
		{"mail head", "From: list member <someone@example.org>\nDate: Sat, 12 May 2018 20:00:00 +0200\n\nBomb kills two policemen in Dorn\n\n" + story, "From: list member <someone@example.org>\nDate: Sat, 12 May 2018 20:00:00 +0200\n"},
	} {
		text := cleanPlain(t, c.text)
		if got := clutterOf(text); got != c.clutter {
			t.Errorf("%s: clutter is\n%s\nwant\n%s", c.name, got, c.clutter)
		}
		if got := kinds(text, onrecord.Body); !slices.Equal(got, body) {
			t.Errorf("%s: body is %q", c.name, got)
		}
		if text.Words != c.text {
			t.Errorf("%s: words changed", c.name)
		}
	}
}

// TestKeepsBody holds lines that look like clutter and are the report's words.
func TestKeepsBody(t *testing.T) {
	for _, line := range []string{
		"\"Follow us,\" the rebels told the villagers over loudspeakers, and most of them did as they were told that night.",
		"Comments by the minister drew fire from the opposition, which called them an insult to the dead.",
		"Subscribe to the treaty or leave, the ministers told the envoy, according to a diplomat in the room who took notes.",
		"Share prices in Dorn fell by a tenth on the news, and traders said that the worst was yet to come.",
		"He said no.",
		"Opinion in the city was divided over the bridge.",
	} {
		text := cleanPlain(t, story+"\n\n"+line+"\n\nThe embassy of Ardania condemned the bombing in Dorn and offered its help to the ministry.")
		if got := kinds(text, onrecord.Body); !slices.Contains(got, line) {
			t.Errorf("%q is not body: %q, clutter %q", line, got, clutterOf(text))
		}
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct {
		name, text, url string
		carrier, want   onrecord.Date
	}{
		{"line below the headline", "Bomb kills two policemen in Dorn\n\nBy Ann Teal\n\nMay 12, 2018\n\n" + story, "", "", "2018-05-12"},
		{"teasers never win", story + "\n\nMost read\n\nRain ends the drought\n3 May, 2019\n\nActor runs for mayor\n2 May, 2019", "", "", ""},
		{"end mark", story + "\n\nPublished in The Lamp, May 13th, 2018", "", "", "2018-05-13"},
		{"dateline", "DORN (Example / AP - 12th May, 2018) " + story, "", "", "2018-05-12"},
		{"dateline without year", "DORN, May 12 (AP) - " + story, "https://example.org/2018/05/14/dorn", "", "2018-05-12"},
		{"dateline without any year", "DORN, May 12 (AP) - " + story, "", "", ""},
		{"address", story, "https://example.org/news/2018/05/12/dorn.html", "", "2018-05-12"},
		{"carrier before address", story, "https://example.org/news/2018/05/14/dorn.html", "2018-05-12", "2018-05-12"},
		{"page before carrier", "Bomb kills two policemen in Dorn\n\n12 May 2018\n\n" + story, "", "2020-01-01", "2018-05-12"},
		{"site's change", "Last updated: 10:55 - 1 May 2020\n\nBomb kills two policemen in Dorn\n\n" + story, "", "", ""},
		{"a title with a date", "Bomb kills two policemen in Dorn\n\nTalks in Kesh on 5 May 2011\n\n" + story, "", "2018-05-12", "2018-05-12"},
		{"unknown", story, "", "", ""},
	} {
		text, issues, err := New().Clean(&onrecord.Report{URL: c.url, Published: c.carrier, MediaType: onrecord.PlainText, Raw: []byte(c.text)})
		if err != nil {
			t.Fatal(err)
		}
		told := slices.ContainsFunc(issues, func(i onrecord.Issue) bool { return i.Kind == "no-published-date" })
		if got := text.Imprint; got.Published != c.want || told != (c.want == "") || (got.PublishedFrom == "") != (c.want == "") {
			t.Errorf("%s: published %q from %q, issue %t; want %q", c.name, got.Published, got.PublishedFrom, told, c.want)
		}
	}
}

func TestOutletOfHost(t *testing.T) {
	for host, want := range map[string]string{"www.lantern.example": "Lantern.example", "en.lantern.com": "Lantern", "news.lantern.co.uk": "Lantern", "lantern.org": "Lantern.org", "edition.cnn.com": "Cnn", "10.0.0.1": "", "localhost": "", "": ""} {
		if got := outletOfHost(host); got != want {
			t.Errorf("%q: got %q, want %q", host, got, want)
		}
	}
	if got := knownOutlet("edition.cnn.com"); got != "CNN" {
		t.Errorf("edition.cnn.com is %q", got)
	}
}

func TestByline(t *testing.T) {
	for line, want := range map[string]string{
		"By Ann Teal and Bo Marsh":             "Ann Teal, Bo Marsh",
		"By ANN TEAL, Associated Press":        "Ann Teal, AP",
		"Ann Teal, Reuters":                    "Ann Teal, Reuters",
		"By Ann Teal in Port Elm | 2 May 2018": "Ann Teal",
	} {
		text := cleanPlain(t, "Bomb kills two policemen in Dorn\n\n"+line+"\n\n"+story)
		if got := strings.Join(text.Imprint.Byline, ", "); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
	text := cleanPlain(t, story+"\n\nREUTERS")
	if got := text.Imprint; !slices.Equal(got.Byline, []string{"Reuters"}) || got.Dateline.Agency != "Reuters" {
		t.Errorf("closing credit: %+v", got)
	}
}

func TestSplitBlocks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"blank lines", "One.\n\nTwo.\r\n\r\nThree.", []string{"One.", "Two.", "Three."}},
		{"single line ends", "The first paragraph is here.\nThe second one is there.", []string{"The first paragraph is here.", "The second one is there."}},
		{"broken for width",
			"The ministers met on Monday to talk about the river and about the price of\nwater, and they came to no end of it before the evening, so that nobody was\nglad.\n\nThey will meet again on Tuesday in the old town hall of Lower Kesh, it was said\nby a clerk.",
			[]string{
				"The ministers met on Monday to talk about the river and about the price of\nwater, and they came to no end of it before the evening, so that nobody was\nglad.",
				"They will meet again on Tuesday in the old town hall of Lower Kesh, it was said\nby a clerk."}},
		{"blanks around", "\ufeff  \n \t One. \u00a0\n", []string{"One."}},
	} {
		var got []string
		for _, b := range splitBlocks(c.text) {
			got = append(got, c.text[b.Start:b.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

func TestRepeatAndCaption(t *testing.T) {
	caption := "Governor Hal Merrit speaks at the hospital of Dorn on Sunday. (AP Photo/Ann Teal)"
	lead := "Two policemen were killed on Saturday when a bomb went off beside their car in the city of Dorn"
	text := cleanPlain(t, "Bomb kills two policemen in Dorn\n\n"+lead+"\n\n"+caption+"\n\nDORN (AP) - "+story)
	if got := kinds(text, onrecord.Repeat); !slices.Equal(got, []string{lead}) {
		t.Errorf("repeat is %q", got)
	}
	if got := kinds(text, onrecord.Caption); !slices.Equal(got, []string{caption}) {
		t.Errorf("caption is %q", got)
	}
	if got := kinds(text, onrecord.DateLine); !slices.Equal(got, []string{"DORN (AP) -"}) {
		t.Errorf("dateline is %q", got)
	}
}

func TestHovers(t *testing.T) {
	card := "Ann Mary TealTeal wins vote in Dorn Minister says rain will end the drought MORE"
	text := cleanPlain(t, story+"\n\nTwo members of the house, Bo Marsh and Ann Teal "+card+" (Dorn), sent a letter to the ministry on Friday and asked for MORE money.")
	if got := clutterOf(text); got != card+"\n" {
		t.Errorf("clutter is %q", got)
	}
	if got := kinds(text, onrecord.Body); !strings.HasSuffix(got[len(got)-2], "and Ann Teal") || !strings.HasPrefix(got[len(got)-1], "(Dorn), sent") {
		t.Errorf("body is %q", got)
	}
}

func TestLanguage(t *testing.T) {
	german := strings.Repeat("Die Minister trafen sich am Montag in der Hauptstadt, um über den Fluss und den Preis des Wassers zu sprechen. ", 3)
	text, issues, err := New().Clean(&onrecord.Report{MediaType: onrecord.PlainText, Raw: []byte(german)})
	if err != nil || text.Imprint.Language != "de" || len(issues) == 0 || issues[len(issues)-1].Kind != "language-not-read" {
		t.Errorf("German text: %+v, %v, %v", text, issues, err)
	}
	if got := cleanPlain(t, story).Imprint.Language; got != "en" {
		t.Errorf("English text is %q", got)
	}
}

func TestDataFiles(t *testing.T) {
	if _, err := readCues(cuesFile); err != nil {
		t.Error(err)
	}
	for name, file := range map[string]string{"outlets": outletsFile, "agencies": agenciesFile} {
		seen := map[string]bool{}
		for line := range strings.Lines(file) {
			key, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if seen[key] && key != "" {
				t.Errorf("%s: %q stands twice", name, key)
			}
			seen[key] = true
		}
	}
}

package clean

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

func FuzzPlain(f *testing.F) {
	f.Add("Bomb kills two\n\nBy Ann Teal\n\nDORN (AP) - " + story + "\n\nMost read\n\nRain\n3 May, 2019")
	f.Add("date 2019-12-23 \n[List-News] (Reuters): x\n\n| a | b | c |\n\n2min\n\n(\n-\n“”\n\xff\xfe\x00")
	f.Add("KESH, \n(\x80 /TASS/. – :\n\n© ©")
	f.Fuzz(func(t *testing.T, words string) {
		text, _, err := New().Clean(&onrecord.Report{URL: "https://" + words, Title: words, MediaType: onrecord.PlainText, Raw: []byte(words)})
		if err == nil {
			checkText(t, text)
		}
	})
}

func FuzzPage(f *testing.F) {
	pages, _ := filepath.Glob("testdata/pages/*.html")
	for _, path := range pages {
		if raw, err := os.ReadFile(path); err == nil {
			f.Add(string(raw))
		}
	}
	f.Add("<pre>a\nb</pre><table><p>x<td><b><br><br>")
	f.Fuzz(func(t *testing.T, page string) {
		text, _, err := New().Clean(&onrecord.Report{MediaType: onrecord.HTML, Raw: []byte(page)})
		if err == nil {
			checkText(t, text)
			if len(text.Clutter) > 0 {
				t.Errorf("clutter in the words of a page: %q", clutterOf(text))
			}
		}
	})
}

func FuzzFindDates(f *testing.F) {
	f.Add("Sun Apr 15, 2012 5:27pm GMT / 31 Oct.'06 / 28.08.2017 2019-12-23")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range findDates(s) {
			if d.Start < 0 || d.End > len(s) || d.IsEmpty() {
				t.Errorf("%v in %d bytes", d, len(s))
			}
			if _, err := onrecord.ParseDate(string(d.date)); err != nil && !d.noYear {
				t.Error(err)
			}
		}
	})
}

func BenchmarkPlain(b *testing.B) {
	raw := []byte("Home\nWorld\n\nBomb kills two policemen in Dorn\n\nMay 12, 2018\n\nDORN (AP) - " + strings.Repeat(story+"\n\n", 8) + "Most read\n\nRain\n3 May, 2019\n")
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, _, err := New().Clean(&onrecord.Report{MediaType: onrecord.PlainText, Raw: raw}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	raw, err := os.ReadFile("testdata/pages/harbour-post.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, _, err := New().Clean(&onrecord.Report{MediaType: onrecord.HTML, Raw: raw}); err != nil {
			b.Fatal(err)
		}
	}
}

package export_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"onrecord/export"
	"onrecord/store/storetest"
)

// TestBratStandsOnItsText writes reports for brat and holds every mark against the text, as brat does
// when it opens a file: the words at the offsets are the words of the mark.
func TestBratStandsOnItsText(t *testing.T) {
	folder := t.TempDir()
	e := told()
	e.Statements[0].Content[0].Text = strings.Replace(e.Statements[0].Content[0].Text, "will recall", "will\nrecall", 1)
	e.Text = strings.Replace(e.Text, "will recall", "will\nrecall", 1)
	if err := export.Brat(t.Context(), folder, record{entries: give(e, storetest.Harbour())}); err != nil {
		t.Fatal(err)
	}
	marks := 0
	for _, id := range []string{"aa01", "ab02"} {
		text, names := []rune(read(t, folder, id+".txt")), map[string]bool{}
		for line := range strings.Lines(read(t, folder, id+".ann")) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			names[cells[0]] = true
			if cells[0][0] != 'T' {
				checkNames(t, names, cells[1])
				continue
			}
			marks++
			_, places, _ := strings.Cut(cells[1], " ")
			if got := cut(t, text, places); got != cells[2] {
				t.Errorf("%s %s: at %s stands %q, not %q", id, cells[0], places, got, cells[2])
			}
		}
	}
	if marks < 8 {
		t.Errorf("only %d marks", marks)
	}
	if conf := read(t, folder, "annotation.conf"); !strings.Contains(conf, "SANCTION Actor?:Party, Recipient?:Party\n") || !strings.Contains(conf, "[attributes]") {
		t.Errorf("brat is told\n%s", conf)
	}
}

func read(t *testing.T, folder, name string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// cut gives the words at brat's offsets: "58 112;145 155".
func cut(t *testing.T, text []rune, places string) string {
	t.Helper()
	var words []string
	for place := range strings.SplitSeq(places, ";") {
		first, last, _ := strings.Cut(place, " ")
		start, err := strconv.Atoi(first)
		end, wrong := strconv.Atoi(last)
		if err != nil || wrong != nil || start < 0 || end > len(text) || start >= end {
			t.Fatalf("place %q", place)
		}
		words = append(words, string(text[start:end]))
	}
	return strings.Join(words, " ")
}

// checkNames finds whatever an annotation ties in the lines before it.
func checkNames(t *testing.T, known map[string]bool, words string) {
	t.Helper()
	for word := range strings.FieldsSeq(words) {
		_, name, tied := strings.Cut(word, ":")
		if tied && !known[name] {
			t.Errorf("%q ties what is not there", words)
		}
	}
}

package place

import (
	"bytes"
	"strings"
	"testing"
)

func nowhere(string) int { return 0 }

func named(countries ...string) func(string) int {
	return func(country string) int {
		n := 0
		for _, c := range countries {
			if c == country {
				n++
			}
		}
		return n
	}
}

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		name  string
		named func(string) int
		want  string
	}{
		{"Osaka", nowhere, "JPN"},
		{"the Kunduz province", nowhere, "AFG"},
		{"Zürich", nowhere, "CHE"},
		{"Zurich", nowhere, "CHE"},
		{"Córdoba", named("ARG"), "ARG"},
		{"Córdoba", named("ESP", "ESP"), "ESP"},
		{"Moscow", nowhere, "RUS"},
		{"Moscow, Idaho", nowhere, "USA"},
		{"Nowhereville", named("USA"), ""},
		{"San Fernando", nowhere, ""}, // as large in several countries
		{"", nowhere, ""},
		{"the province of", nowhere, ""},
		{strings.Repeat("a,", 1000), nowhere, ""},
	} {
		got, ok := Locate(c.name, c.named)
		if got.Country != c.want && (ok || c.want != "") || ok != (c.want != "") {
			t.Errorf("%s lies in %q (%v), want %q", c.name, got.Country, ok, c.want)
		}
	}
}

// Every line can be found by its key, and is whole.
func TestTable(t *testing.T) {
	var before []byte
	n := 0
	for line := range bytes.Lines(lines()) {
		if n++; bytes.Compare(line, before) <= 0 {
			t.Fatalf("%q does not stand after %q", line, before)
		}
		before = bytes.Clone(line)
		cells := strings.Split(strings.TrimSuffix(string(line), "\n"), "\t")
		if len(cells) != 7 || cells[0] != Key(cells[0]) || len(cells[2]) != 3 {
			t.Fatalf("bad line %q", line)
		}
		if n%997 == 0 && len(Find(cells[0])) == 0 {
			t.Errorf("%q is not found", cells[0])
		}
	}
	if n < 30_000 {
		t.Errorf("%d places", n)
	}
}

func FuzzLocate(f *testing.F) {
	for _, s := range []string{"Paris, Texas", "\x00", "São, ", "\t\n", "é"} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) { Locate(s, nowhere) })
}

func BenchmarkLocate(b *testing.B) {
	for b.Loop() {
		Locate("Springfield, Illinois", nowhere)
	}
}

package actors

import (
	"testing"

	"onrecord/codebook"
)

func TestSectorOf(t *testing.T) {
	for words, want := range map[string]string{
		"foreign minister": "GOV", "army spokesman": "MIL", "former minister": "ELI", "opposition lawmaker": "OPP", "Secretary general": "GOV",
		"president": "GOV", "union president": "LAB", "two miners": "LAB", "judge": "JUD", "Ecumenical Patriarch": "REL", "armed men": "UAF",
		"asylum-seekers": "REF", "chairman of the airline": "BUS", "cellist": "",
	} {
		if got := sectorOf(words); got != want {
			t.Errorf("%s: sector %q, want %q", words, got, want)
		}
	}
}

func TestSectorsAreOfTheCodebook(t *testing.T) {
	for _, row := range sectorRows() {
		if !codebook.Plover().HasSector(row.sector) {
			t.Errorf("sectors.tsv: no sector %q in the codebook", row.sector)
		}
	}
}

// TestDescribedActors: whom no table knows has the sector of its words and the country
// that the report is about.
func TestDescribedActors(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	res := r.Resolve(marked("<LOC Kenya> and <LOC Kenya> again. <NOM the ^miners> marched. <PER Ola Berg>, a judge, spoke. <NOM two ^refugees> came."))
	codes := map[string]string{}
	for _, a := range res.Actors {
		for _, s := range a.Sectors {
			codes[a.Name] = a.Country + "/" + s
			break
		}
	}
	for name, want := range map[string]string{"miners": "KEN/LAB", "Ola Berg": "KEN/JUD", "refugees": "/REF"} {
		if codes[name] != want {
			t.Errorf("%s: %q, want %q (all: %v)", name, codes[name], want, codes)
		}
	}
}

package gold

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

// TestFullGoldKeepsToTheGuide also keeps the half for rules and the half for
// measuring alike in size.
func TestFullGoldKeepsToTheGuide(t *testing.T) {
	statements := map[string]int{}
	for _, folder := range []string{DevFolder, MeasureFolder} {
		files, err := filepath.Glob(filepath.Join("..", "..", folder, "*.json"))
		if err != nil || len(files) != 20 {
			t.Fatalf("%s: %d reports, %v; want 20", folder, len(files), err)
		}
		for _, file := range files {
			a, err := loadArticle(file)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range CheckArticle(data, strings.TrimSuffix(filepath.Base(file), ".json"), a.Text) {
				t.Errorf("%s: %s", file, fault)
			}
			if words := len(strings.Fields(a.Text)); words < 150 || words > 700 || !a.isFull() {
				t.Errorf("%s: %d words, full gold %v; want 150 to 700, true", file, words, a.isFull())
			}
			statements[folder] += len(a.Statements)
		}
	}
	if d, m := statements[DevFolder], statements[MeasureFolder]; d < 400 || m < 400 {
		t.Errorf("%d and %d statements, want 400 in each half", d, m)
	}
}

// fullyWorked adds to the worked article what only full gold tells: the rebels'
// denial is told by Weber, to the agency, and was in a letter.
func fullyWorked() (*Article, *onrecord.Entry) {
	a, e := worked()
	parent := 0
	a.Statements[0].Addressee = "the agency Nordpress"
	a.Statements[1].Parent, a.Statements[1].Negated, a.Statements[1].ViaOwn = &parent, true, []string{"a letter"}
	a.Events[0].Country, a.Events[0].Place = "NOR", "Oslo"
	a.Actors = []ActorCode{{Name: "Norland", Country: "NOR"}, {Name: "rebels", Sector: "REB"}}
	e.Statements[0].Addressee = &onrecord.Quote{Text: "the agency Nordpress"}
	e.Statements[1].Parent, e.Statements[1].Negated, e.Statements[1].Via = "s1", true, []onrecord.Hop{{Name: "a letter"}}
	e.Events[0].Place, e.Events[0].Country = "Oslo", "NOR"
	e.Events[0].Actor, e.Events[0].Recipient = onrecord.Party{Name: "Norland", Actor: "NOR"}, &onrecord.Party{Name: "rebels", Actor: "rebels"}
	e.Actors = []onrecord.Actor{{ID: "NOR", Name: "Norland", Country: "NOR", Sectors: []string{"GOV"}}, {ID: "rebels", Name: "rebels", Sectors: []string{"REB"}}}
	return a, e
}

func TestFullFiguresOfAPerfectEntry(t *testing.T) {
	a, e := fullyWorked()
	s := Score(a, e)
	if len(s.FullFigures("x"))-len(s.Figures("x")) != 12 {
		t.Errorf("%d rows beyond the usual, want 12", len(s.FullFigures("x"))-len(s.Figures("x")))
	}
	for _, f := range s.FullFigures("x") {
		if f.Value != 100 {
			t.Errorf("%s = %.1f, want 100", f.Measure, f.Value)
		}
	}
}

func TestFaultsLowerTheFullFigures(t *testing.T) {
	for measure, spoil := range map[string]func(*onrecord.Entry){
		"via":           func(e *onrecord.Entry) { e.Statements[1].Via[0].Name = "Nordpress" },
		"addressee F1":  func(e *onrecord.Entry) { e.Statements[0].Addressee.Text = "reporters" },
		"parent F1":     func(e *onrecord.Entry) { e.Statements[1].Parent = "" },
		"negated F1":    func(e *onrecord.Entry) { e.Statements[0].Negated = true },
		"event country": func(e *onrecord.Entry) { e.Events[0].Country = "SWE" },
		"actor code":    func(e *onrecord.Entry) { e.Actors[1].Sectors = nil },
	} {
		a, e := fullyWorked()
		spoil(e)
		for _, f := range Score(a, e).FullFigures("x") {
			if f.Measure == measure && f.Value > 99 {
				t.Errorf("%s = %.1f in spite of the fault", measure, f.Value)
			}
		}
	}
}

func TestCheckFullFindsFaults(t *testing.T) {
	self := 0
	for want, spoil := range map[string]func(*Article){
		"addressee": func(a *Article) { a.Statements[0].Addressee = "nobody" },
		"no parent": func(a *Article) { a.Statements[0].Parent = &self },
		"country":   func(a *Article) { a.Events[0].Country = "XXX" },
		"no codes":  func(a *Article) { a.Events[0].Actor = "Sudland" },
		"no sector": func(a *Article) { a.Actors[1].Sector = "XXX" },
	} {
		a, _ := fullyWorked()
		c := articleCheck{text: a.Text}
		if c.full(a); len(c.faults) > 0 {
			t.Fatalf("faults of a good article: %q", c.faults)
		}
		spoil(a)
		c.full(a)
		if !strings.Contains(strings.Join(c.faults, "\n"), want) {
			t.Errorf("faults %q, want one about %q", c.faults, want)
		}
	}
}

// TestReliability: statements are counted in the band of their certainty, its lower
// border included.
func TestReliability(t *testing.T) {
	a, e := fullyWorked()
	e.Statements[0].Certainty, e.Statements[1].Certainty = 0.9, 0.55
	e.Statements[1].Speaker = onrecord.Speaker{Name: "somebody else"}
	sure := Score(a, e).Full.Sure
	if want := (Reliability{1: {0, 1}, 4: {1, 1}}); sure != want {
		t.Errorf("got %v, want %v", sure, want)
	}
}

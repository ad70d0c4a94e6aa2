package language

import "testing"

func TestTimeGrammarLoads(t *testing.T) {
	g, err := loadTimeGrammar()
	if err != nil {
		t.Fatal(err)
	}
	if g.rules < 80 {
		t.Errorf("only %d rules", g.rules)
	}
}

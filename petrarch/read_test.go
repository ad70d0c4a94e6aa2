package petrarch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(tb testing.TB, name, words string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

func TestFaultsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ actors, agents, verbs, want string }{
		{actors: "A [AAA]\n\t[BBB 2010-x]", want: "actors:2: date"},
		{actors: "A [AAA]\n\t[BBB =20101010]", want: "actors:2: dates"},
		{actors: "A\n\t[BBB", want: "actors:2: no closing bracket"},
		{actors: "\n[BBB]", want: "actors:2: a code without an actor"},
		{actors: "+B", want: "actors:1: a synonym without an actor"},
		{agents: "# nothing\nMINISTER GOV", want: "agents:2: an agent needs a code"},
		{agents: "CONGRESS!MEN! [~LEG]", want: "agents:1: a set that no line above defines"},
		{verbs: "ABANDON", want: "verbs:1: a verb or pattern outside"},
		{verbs: "--- A [010] ---\nA\n- TALKS [020]", want: "verbs:3: a pattern needs one \"*\""},
		{verbs: "--- A [010] ---\nA\n- * TALKS", want: "verbs:3: a pattern needs a code"},
		{verbs: "--- A [010] ---\nA\n- *" + strings.Repeat(" A", 60) + " [1]", want: "verbs:3: a pattern of more than"},
	} {
		_, err := Open(Files{Actors: []string{write(t, "actors", c.actors)}, Agents: []string{write(t, "agents", c.agents)}, Verbs: write(t, "verbs", c.verbs)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error is %v, want %q", err, c.want)
		}
	}
}

func TestComments(t *testing.T) {
	lines, err := readLines("x", strings.NewReader("A [A#B] # c\n<!-- b\nc --> B ; d\n<! -- e -->C\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		got = append(got, l.text)
	}
	if want := "A [A#B]||B|C"; strings.Join(got, "|") != want {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func TestInflect(t *testing.T) {
	for verb, want := range map[string]string{
		"ARRIVE": "ARRIVES ARRIVED ARRIVING", "CARRY": "CARRIES CARRIED CARRYING", "DEPLOY": "DEPLOYS DEPLOYED DEPLOYING", "ATTACH": "ATTACHES ATTACHED ATTACHING",
	} {
		if got := strings.Join(inflect(verb), " "); got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
}

func TestEndlessSetsEnd(t *testing.T) {
	verbs := "&A\n+&B\n+X\n&B\n+&A\n+Y\n--- V [010] ---\nV\n- * &A [020]\n"
	d, err := Open(Files{Actors: []string{write(t, "actors", "")}, Verbs: write(t, "verbs", verbs)})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.verbs.wordsOf("&A", 0)) == 0 {
		t.Error("no words in the set")
	}
}

// FuzzOpen reads hostile dictionaries.
func FuzzOpen(f *testing.F) {
	for _, kind := range []string{"actors", "agents", "verbs"} {
		words, err := os.ReadFile(filepath.Join("testdata", kind+".txt"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(words))
	}
	f.Fuzz(func(_ *testing.T, words string) {
		lines, err := readLines("x", strings.NewReader(words))
		if err != nil {
			return
		}
		d := &Dictionaries{actors: newPhraseIndex[actor](), agents: newPhraseIndex[agent](), verbs: newVerbBook()}
		for _, read := range []func([]line) error{d.readActors, d.readAgents, d.readVerbs, d.readDiscards} {
			_ = read(lines)
		}
	})
}

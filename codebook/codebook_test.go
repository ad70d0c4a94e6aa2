package codebook

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

func TestTablesAgree(t *testing.T) {
	b := Plover()
	if n := len(b.Types); n != 18 {
		t.Errorf("%d types, want PLOVER's 16, SAY and DENY", n)
	}
	if n := len(b.Modes); n != 67 {
		t.Errorf("%d modes, want 67", n)
	}
	if n := len(b.Contexts); n != 37 {
		t.Errorf("%d contexts, want 37", n)
	}
	if n := len(b.Sectors); n != 25 {
		t.Errorf("%d sectors, want 25", n)
	}
	for _, m := range b.Modes {
		if got, ok := b.FromCAMEO(m.CAMEO); !ok || got.CAMEO != m.CAMEO {
			t.Errorf("mode %s/%s: CAMEO %s is not in the table", m.Type, m.Name, m.CAMEO)
		}
	}
	for _, r := range b.renamed {
		checkRenaming(t, b, r)
	}
}

func checkRenaming(t *testing.T, b *Codebook, r renaming) {
	t.Helper()
	of, mode, _ := strings.Cut(r.now, "/")
	switch {
	case r.kind == "type" && b.Type(onrecord.EventType(r.now)) == nil,
		r.kind == "context" && !b.HasContext(r.now),
		r.kind == "mode" && r.now != "" && b.Mode(onrecord.EventType(of), mode) == nil:
		t.Errorf("%s %s is renamed to %s, which is not there", r.kind, r.old, r.now)
	}
}

func TestCuesAreLowerCaseAndStandOncePerContext(t *testing.T) {
	for _, c := range Plover().Contexts {
		seen := map[string]bool{}
		for _, cue := range c.Cues {
			if cue != strings.ToLower(cue) || seen[cue] {
				t.Errorf("context %s: cue %q is not lower case or stands twice", c.Name, cue)
			}
			seen[cue] = true
		}
		if len(c.Cues) == 0 {
			t.Errorf("context %s has no cue", c.Name)
		}
	}
}

func TestMendedDefects(t *testing.T) {
	b := Plover()
	if q := b.Type("SANCTION").Quad; q != MaterialConflict {
		t.Errorf("SANCTION has quad %d, want material conflict", q)
	}
	if s := b.Score("ACCUSE", ""); s != -3 {
		t.Errorf("ACCUSE scores %v, want -3", s)
	}
	const unscored = "vandalize" //nolint:misspell // PLOVER's spelling
	if s := b.Score("PROTEST", unscored); s != -5 {
		t.Errorf("%s scores %v, want its type's -5", unscored, s)
	}
	for _, m := range b.Modes {
		if m.Score*b.Type(m.Type).Score < 0 {
			t.Errorf("mode %s/%s has another sign than its type", m.Type, m.Name)
		}
	}
}

func TestFromCAMEO(t *testing.T) {
	for _, c := range []struct {
		code string
		want onrecord.EventType
		mode string
	}{
		{"0813", "RETREAT", ""}, {"081", "CONCEDE", ""}, {"163", "COERCE", "restrict"}, {"1712", "ASSAULT", "destroy"},
		{"175", "ASSAULT", "crowd-control"}, {"191", "COERCE", "restrict"}, {"192", "COERCE", "seize"}, {"116", "SANCTION", "convict"},
		{"195", "ASSAULT", "aerial"}, {"143", "PROTEST", "strike"}, {"19", "ASSAULT", ""}, {"1959", "ASSAULT", "aerial"}, {"016", "DENY", ""},
	} {
		got, ok := Plover().FromCAMEO(c.code)
		if !ok || got.Type != c.want || c.mode != "" && !slices.Contains(got.Modes, c.mode) {
			t.Errorf("FromCAMEO(%s) = %+v, want %s %s", c.code, got, c.want, c.mode)
		}
	}
	for _, code := range []string{"", "9", "99", "999", "x"} {
		if got, ok := Plover().FromCAMEO(code); ok {
			t.Errorf("FromCAMEO(%q) = %+v, want none", code, got)
		}
	}
}

func TestToCAMEO(t *testing.T) {
	for _, c := range []struct {
		of       onrecord.EventType
		mode     string
		contexts []string
		want     string
	}{
		{"AID", "", []string{"military"}, "072"}, {"AID", "", nil, "070"}, {"CONSULT", "visit", nil, "042"}, {"COERCE", "arrest", []string{"legal"}, "173"},
		{"ASSAULT", "aerial", []string{"military"}, "195"}, {"COOPERATE", "", []string{"terrorism", "intelligence"}, "064"}, {"NONE", "", nil, ""},
	} {
		if got := Plover().ToCAMEO(c.of, c.mode, c.contexts); got != c.want {
			t.Errorf("ToCAMEO(%s, %q, %q) = %q, want %q", c.of, c.mode, c.contexts, got, c.want)
		}
	}
}

// The way to CAMEO and back must keep the type.
func TestThereAndBack(t *testing.T) {
	b := Plover()
	for _, ty := range b.Types {
		for _, context := range append([]string{""}, "military", "economic", "legal", "diplomatic") {
			code := b.ToCAMEO(ty.Name, "", []string{context})
			if got, _ := b.FromCAMEO(code); got.Type != ty.Name && ty.Name != "RETREAT" && ty.Name != "DENY" {
				t.Errorf("%s in %q goes to %s and comes back as %s", ty.Name, context, code, got.Type)
			}
		}
	}
	for _, m := range b.Modes {
		got, _ := b.FromCAMEO(m.CAMEO)
		if got.Type != m.Type && m.Name != "resign" {
			t.Errorf("%s/%s goes to %s and comes back as %s", m.Type, m.Name, m.CAMEO, got.Type)
		}
	}
}

func TestRename(t *testing.T) {
	b := Plover()
	for old, want := range map[string]onrecord.EventType{"DEMAND": "REQUEST", "fight": "ASSAULT", "AID": "AID", "nothing": ""} {
		if got, ok := b.Rename(old); got != want || ok != (want != "") {
			t.Errorf("Rename(%s) = %s", old, got)
		}
	}
	if got := b.RenameMode("COERCE", "ban"); got != "restrict" {
		t.Errorf("COERCE ban is now %q, want restrict", got)
	}
	if got := b.RenameContext("humanitarian"); got != "human_security" {
		t.Errorf("humanitarian is now %q, want human_security", got)
	}
}

func TestFindContexts(t *testing.T) {
	words := strings.Fields("the judge sent the drug gang and its cartel to prison over cocaine")
	if got, want := Plover().FindContexts(words), []string{"illegal_drugs", "legal"}; !slices.Equal(got, want) {
		t.Errorf("contexts are %q, want %q", got, want)
	}
	if got := Plover().FindContexts(nil); len(got) != 0 {
		t.Errorf("no words have contexts %q", got)
	}
}

func FuzzEachRow(f *testing.F) {
	f.Add("a\tb\n1\t2\n")
	f.Add("# why\na\tb\n\n1\t2, 3\n")
	f.Fuzz(func(t *testing.T, table string) {
		_ = eachRow(table, []string{"a", "b"}, func(r row) error {
			r.list("b")
			return nil
		})
	})
}

func BenchmarkFindContexts(b *testing.B) {
	words := strings.Fields("the foreign minister met the rebels in the capital to speak of the border and the refugees who had fled the shelling")
	for b.Loop() {
		Plover().FindContexts(words)
	}
}

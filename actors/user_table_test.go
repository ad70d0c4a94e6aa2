package actors

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

const userFile = `
[[actor]]
id = "blue-river-front"
name = "Blue River Front"
kind = "group"
country = "SDN"
sectors = ["REB"]
aliases = ["BRF"]
adjectives = ["Riverine"]

[[actor]]
id = "taliban"
aliases = ["the Students"]

[[actor]]
id = "person/ana-doe"
name = "Ana Doe"
kind = "person"
for = "blue-river-front"
roles = ["speaker@2011..2013-05"]
`

func writeUserFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "actors.toml")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoadWith(t *testing.T) {
	r, err := LoadWith(writeUserFile(t, userFile))
	if err != nil {
		t.Fatal(err)
	}
	text := "The BRF and the Students met Ana Doe at a Riverine camp."
	f := newFinder(r.table, text)
	var got []string
	for _, n := range f.findNames() {
		got = append(got, string(r.table.entries[n.actor].ID))
	}
	if want := "blue-river-front taliban person/ana-doe blue-river-front"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
	if a, ok := r.Known("person/ana-doe"); !ok || len(a.Roles) != 1 || a.Roles[0].Of != "Blue River Front" {
		t.Errorf("Known = %+v, %v", a, ok)
	}
	plain, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := plain.Known("blue-river-front"); ok {
		t.Error("a user's actor reached the shared table")
	}
}

func TestLoadWithRefuses(t *testing.T) {
	for name, content := range map[string]string{
		"unknown key":     "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"group\"\ncolour = \"red\"\n",
		"no kind":         "[[actor]]\nid = \"x\"\nname = \"X\"\n",
		"no id":           "[[actor]]\nname = \"X\"\nkind = \"group\"\n",
		"wrong kind":      "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"gang\"\n",
		"wrong country":   "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"group\"\ncountry = \"ZZZ\"\n",
		"wrong sector":    "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"group\"\nsectors = [\"FOO\"]\n",
		"wrong role":      "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"person\"\nroles = [\"boss\"]\n",
		"unknown served":  "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"person\"\nfor = \"nobody\"\n",
		"not TOML at all": "[[actor\n",
	} {
		if _, err := LoadWith(writeUserFile(t, content)); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.Contains(err.Error(), "actors.toml") {
			t.Errorf("%s: error does not name the file: %v", name, err)
		}
	}
	if _, err := LoadWith(filepath.Join(t.TempDir(), "none.toml")); err == nil {
		t.Error("missing file: no error")
	}
}

func TestLoadWithReplaces(t *testing.T) {
	r, err := LoadWith(writeUserFile(t, "[[actor]]\nid = \"hamas\"\nname = \"Harakat\"\nkind = \"group\"\nreplace = true\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := newFinder(r.table, "Hamas and Harakat")
	names := f.findNames()
	if len(names) != 1 || names[0].first != 2 {
		t.Errorf("names = %+v", names)
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("head\nx\tgroup\tSDN\tREB\tX\ty?|the z\t\t\t\thint\n")
	f.Fuzz(func(t *testing.T, data string) {
		tab := &table{index: map[onrecord.ActorID]int32{}}
		_ = readTable(data, "fuzz", tab.addActor)
		_ = readTable(data, "fuzz", tab.addPerson)
		_ = readTable(data, "fuzz", tab.addOffice)
	})
}

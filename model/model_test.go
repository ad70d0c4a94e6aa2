package model

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func hashes(words ...string) []Hash {
	var all []Hash
	for i, w := range words {
		all = append(all, Join(i, HashString(w)))
	}
	return all
}

func learnColours(t *testing.T) *Rows {
	t.Helper()
	l := NewRowsLearner(3)
	scores := make([]float32, 3)
	for range 5 {
		for gold, w := range []string{"red", "green", "blue"} {
			l.Learn(scores, hashes(w, "colour"), gold, 0.5)
		}
	}
	return l.Freeze(1)
}

func TestRowsLearnAndSurviveTheirFile(t *testing.T) {
	rows := learnColours(t)
	var p Packer
	rows.Pack(&p)
	file, err := p.File("colours")
	if err != nil {
		t.Fatal(err)
	}
	u, err := Unpack(file, "colours")
	if err != nil {
		t.Fatal(err)
	}
	again, err := UnpackRows(u)
	if err != nil {
		t.Fatal(err)
	}
	for gold, w := range []string{"red", "green", "blue"} {
		was, is := make([]int32, 3), make([]int32, 3)
		rows.Score(was, hashes(w, "colour"))
		again.Score(is, hashes(w, "colour"))
		if Best(was) != gold || !cmp.Equal(was, is) {
			t.Errorf("%s: scores %v, after unpacking %v, want class %d", w, was, is, gold)
		}
	}
}

func TestUnpackRefusesForeignFiles(t *testing.T) {
	var p Packer
	learnColours(t).Pack(&p)
	file, err := p.File("colours")
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]byte{
		"empty":        nil,
		"no magic":     []byte("weights"),
		"cut":          file[:len(file)-3],
		"only a head":  file[:len(magic)],
		"broken block": append(append([]byte{}, file[:len(magic)+8]...), 1, 2, 3, 4),
	} {
		if _, err := Unpack(bad, "colours"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Unpack(file, "shapes"); err == nil {
		t.Error("another model's file: no error")
	}
}

func FuzzUnpack(f *testing.F) {
	var p Packer
	l := NewRowsLearner(2)
	l.Update(hashes("a"), 0, 1)
	l.Freeze(1).Pack(&p)
	f.Add(p.body)
	f.Add([]byte{3, 1, 5, 1, 0, 2})
	f.Fuzz(func(t *testing.T, body []byte) {
		if rows, err := UnpackRows(&Unpacker{body: body}); err == nil {
			rows.Score(make([]int32, rows.Classes()), hashes("a", "b"))
		}
	})
}

package model

import (
	"bytes"
	"math/rand/v2"
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

// aFile packs bodies of both kinds: like texts are compressed, random ones are not.
func aFile(t *testing.T, compressed bool) (file []byte, texts []string) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		text := []byte("red green")
		for i := range text {
			if !compressed {
				text[i] = byte(rng.Uint32())
			}
		}
		texts = append(texts, string(text))
	}
	var p Packer
	p.Strings(texts)
	file, err := p.File("colours")
	if err != nil {
		t.Fatal(err)
	}
	return file, texts
}

func TestBodiesAreCompressedWhereItPays(t *testing.T) {
	for _, compressed := range []bool{true, false} {
		file, texts := aFile(t, compressed)
		if plain := bytes.HasPrefix(file, []byte(plainMagic)); plain == compressed {
			t.Errorf("compressed %t: a plain file is %t", compressed, plain)
		}
		u, err := Unpack(file, "colours")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(texts, u.Strings()); diff != "" || u.Err() != nil {
			t.Errorf("compressed %t: %v\n%s", compressed, u.Err(), diff)
		}
	}
}

func TestUnpackRefusesForeignFiles(t *testing.T) {
	file, _ := aFile(t, true)
	plain, _ := aFile(t, false)
	for name, bad := range map[string][]byte{
		"empty":         nil,
		"no magic":      []byte("weights"),
		"cut":           file[:len(file)-3],
		"only a head":   file[:len(magic)],
		"no plain head": plain[:len(plainMagic)],
		"broken block":  append(append([]byte{}, file[:len(magic)+8]...), 1, 2, 3, 4),
	} {
		if _, err := Unpack(bad, "colours"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for _, file := range [][]byte{file, plain} {
		if _, err := Unpack(file, "shapes"); err == nil {
			t.Error("another model's file: no error")
		}
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

package encoder

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// answer is what the learned network says in PyTorch.
type answer struct {
	Forms  []string
	Tags   [][]float32
	Arcs   [][]float32
	Heads  []int
	Names  [][]float32 // of arcs
	Labels [][]float32 // of names of people and places
}

func fixture(t testing.TB) (*Encoder, []answer) {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("testdata", "small.bin"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile(filepath.Join("testdata", "sentences.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []answer
	if err := json.Unmarshal(list, &all); err != nil {
		t.Fatal(err)
	}
	return e, all
}

// TestParity compares all scores with those of PyTorch, which adds in another order.
func TestParity(t *testing.T) {
	e, all := fixture(t)
	d := e.NewDesk()
	for _, a := range all {
		d.Read(a.Forms, len(a.Forms))
		n := len(a.Forms)
		d.tagWords(d.Tags)
		near(t, "tags", a.Forms, a.Tags, d.scores, d.tag.Width())
		d.turnSides(n)
		width := d.scoreArcs(0, n)
		for i := range a.Forms { // no word is its own head; the score is of no meaning
			d.arcs[i*width+i+1] = a.Arcs[i][i+1]
		}
		near(t, "arcs", a.Forms, a.Arcs, d.arcs, width)
		for i, h := range a.Heads {
			d.Heads[i] = int32(h) - 1
		}
		d.nameArcs(0, []int{n})
		near(t, "names", a.Forms, a.Names, d.scores, d.name.Width())
		near(t, "labels", a.Forms, a.Labels, d.Called, Labels)
	}
}

func near(t *testing.T, what string, forms []string, want [][]float32, got []float32, width int) {
	t.Helper()
	for i, row := range want {
		for k, x := range row {
			if y := got[i*width+k]; math.Abs(float64(x-y)) > 2e-3*(1+math.Abs(float64(x))) {
				t.Fatalf("%s of %q in %q, place %d: %v, want %v", what, forms[i], forms, k, y, x)
			}
		}
	}
}

// TestReadingIsTheSameAgain holds what is used again from leaking into the next sentence.
func TestReadingIsTheSameAgain(t *testing.T) {
	e, all := fixture(t)
	used := e.NewDesk()
	for range 2 {
		for _, a := range all {
			used.Read(a.Forms, len(a.Forms))
			fresh := e.NewDesk()
			fresh.Read(a.Forms, len(a.Forms))
			for i := range a.Forms {
				if used.Tags[i] != fresh.Tags[i] || used.Heads[i] != fresh.Heads[i] || used.Relations[i] != fresh.Relations[i] {
					t.Fatalf("word %d of %q reads otherwise on a used desk", i, a.Forms)
				}
			}
		}
	}
}

func TestSentencesTogether(t *testing.T) {
	e, all := fixture(t)
	var forms []string
	var ends []int
	for range 4 {
		for _, a := range all {
			forms = append(forms, a.Forms...)
			ends = append(ends, len(forms))
		}
	}
	together, alone := e.NewDesk(), e.NewDesk()
	together.Read(forms, ends...)
	begin := 0
	for _, end := range ends {
		alone.Read(forms[begin:end], end-begin)
		for i := range end - begin {
			if k := begin + i; together.Tags[k] != alone.Tags[i] || together.Heads[k] != alone.Heads[i] || together.Relations[k] != alone.Relations[i] {
				t.Fatalf("word %d of %q reads otherwise among others", i, forms[begin:end])
			}
		}
		begin = end
	}
}

func TestReadDoesNotAllocate(t *testing.T) {
	e, all := fixture(t)
	d := e.NewDesk()
	for _, a := range all {
		d.Read(a.Forms, len(a.Forms))
	}
	allocated := testing.AllocsPerRun(5, func() {
		for _, a := range all {
			d.Read(a.Forms, len(a.Forms))
		}
	})
	if allocated > 0 {
		t.Errorf("%v allocations", allocated)
	}
}

func TestLongSentence(t *testing.T) {
	e, all := fixture(t)
	var forms []string
	for len(forms) < 5000 {
		forms = append(forms, all[len(forms)%3].Forms...)
	}
	forms[17] = strings.Repeat("é", 1<<20)
	forms[18], forms[19] = "", "\xff\xfe"
	d := e.NewDesk()
	d.Read(forms, len(forms))
	var tr tree
	roots := 0
	for _, h := range d.Heads {
		if h < 0 {
			roots++
		}
	}
	if roots != 1 || !tr.hasNoCircle(d.Heads) {
		t.Errorf("%d roots in a sentence of %d words", roots, len(forms))
	}
}

func TestRootHasItsRelation(t *testing.T) {
	e, all := fixture(t)
	d := e.NewDesk()
	for _, a := range all {
		d.Read(a.Forms, len(a.Forms))
		for i, h := range d.Heads {
			if is := e.Relations()[d.Relations[i]] == "root"; is != (h < 0) {
				t.Errorf("%q in %q: head %d, root %t", a.Forms[i], a.Forms, h, is)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	file, err := os.ReadFile(filepath.Join("testdata", "small.bin"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte("onrecord weights 1 plain\n\x07encoder"))
	f.Fuzz(func(t *testing.T, file []byte) {
		e, err := Read(file)
		if err != nil {
			return
		}
		e.NewDesk().Read([]string{"It", "rained", "."}, 3)
	})
}

func FuzzSentence(f *testing.F) {
	f.Add("The mayor left .")
	f.Add("\xff 12 é’s A-B")
	e, _ := fixture(f)
	f.Fuzz(func(t *testing.T, words string) {
		forms := strings.Split(words, " ")
		d := e.NewDesk()
		d.Read(forms, len(forms))
		var tr tree
		if len(forms) <= maxTree && !tr.isTree(d.Heads) {
			t.Errorf("%q has no tree: %v", forms, d.Heads)
		}
	})
}

func TestBrokenBodiesDoNoHarm(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("testdata", "small.bin"))
	if err != nil {
		t.Fatal(err)
	}
	head := len("onrecord weights 1 plain\n\x07encoder")
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		broken := slices.Clone(file)
		body := broken[head:]
		for range 1 + rng.IntN(3) {
			body[rng.IntN(min(len(body), 1+rng.IntN(len(body))))] = byte(rng.Uint32())
		}
		if rng.IntN(3) == 0 {
			broken = broken[:head+rng.IntN(len(body))]
		}
		e, err := Read(broken)
		if err == nil {
			e.NewDesk().Read([]string{"It", "rained", "."}, 3)
		}
	}
}

package encoder

import (
	"fmt"
	"slices"
	"sync"
	"testing"
)

// crowd has n words that are not those of the sentences, which stand among them now and then.
func crowd(all []answer, n int) (forms []string, ends []int) {
	for i := range n {
		if forms = append(forms, fmt.Sprint("word", i)); i%40 == 39 {
			forms = append(forms, all[i%len(all)].Forms...)
			ends = append(ends, len(forms))
		}
	}
	return forms, append(ends, len(forms))
}

// read gives all that a desk says of a sentence.
func read(d *Desk, forms []string) string {
	d.Read(forms, len(forms))
	return fmt.Sprint(d.Tags, d.Heads, d.Relations, d.Called)
}

func TestMemoryNeverShows(t *testing.T) {
	used, all := fixture(t)
	forms, ends := crowd(all, sets*ways) // so that many sets are full
	used.NewDesk().Read(forms, ends...)
	for _, a := range all {
		fresh, _ := fixture(t)
		want := read(fresh.NewDesk(), a.Forms)
		for range 2 {
			if got := read(used.NewDesk(), a.Forms); got != want {
				t.Errorf("%q reads otherwise after others", a.Forms)
			}
		}
	}
}

func TestDesksShareMemory(t *testing.T) {
	e, all := fixture(t)
	forms, ends := crowd(all, sets/4)
	alone, _ := fixture(t)
	want := alone.NewDesk()
	want.Read(forms, ends...)
	var together sync.WaitGroup
	for range 4 {
		together.Go(func() {
			d := e.NewDesk()
			d.Read(forms, ends...)
			if !slices.Equal(d.Heads, want.Heads) || !slices.Equal(d.Called, want.Called) {
				t.Error("reads otherwise beside others")
			}
		})
	}
	together.Wait()
}

func TestWordsAreForgotten(t *testing.T) {
	var f familiar
	often := &alone{form: "the"}
	f.keep(often)
	for i := range 10 * sets * ways {
		if f.find("the") == nil {
			t.Fatalf("a word that comes often is forgotten after %d others", i)
		}
		f.keep(&alone{form: fmt.Sprint(i)})
	}
	if f.find(fmt.Sprint(10*sets*ways-1)) == nil {
		t.Error("the last word is not remembered")
	}
	f.keep(&alone{form: fmt.Sprintf("%0*d", longest+1, 1)})
	if f.find(fmt.Sprintf("%0*d", longest+1, 1)) != nil {
		t.Error("a long word is remembered")
	}
}

package actors

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// TestSurvey lists what the tables miss in raw news.
func TestSurvey(t *testing.T) {
	if os.Getenv("SURVEY") == "" {
		t.Skip()
	}
	file, _ := os.Open("../../shared/corpora/news-raw/news.jsonl.zst")
	z, _ := zstd.NewReader(file)
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	tab, _ := knownTable()
	unknown := map[string]int{}
	known := map[string]int{}
	weak := map[string]int{}
	n := 0
	for sc.Scan() && n < 12000 {
		n++
		if n%3 != 0 {
			continue
		}
		var d struct{ Text string }
		json.Unmarshal(sc.Bytes(), &d)
		f := newFinder(tab, d.Text)
		names := f.findNames()
		at := map[int]bool{}
		for _, x := range names {
			for w := x.first; w < x.end; w++ {
				at[w] = true
			}
			s := d.Text[f.words[x.first].Start:f.words[x.end-1].End] + " = " + string(tab.entries[x.actor].ID)
			known[s]++
			if x.weak || len(x.rivals) > 0 {
				weak[s]++
			}
		}
		// runs of capitals of 2+ words not known
		for i := 0; i < len(f.words); i++ {
			j := i
			for j < len(f.words) && f.words[j].shape != lower && !at[j] && (j == i || f.words[j].gap == "") && !f.startsSentence(j) {
				j++
			}
			if j-i >= 1 && (j-i >= 2 || f.words[i].shape == caps && f.words[i].Len() > 1) {
				unknown[d.Text[f.words[i].Start:f.words[j-1].End]]++
			}
			if j > i {
				i = j - 1
			}
		}
	}
	show := func(m map[string]int, k int, name string) {
		keys := sortedKeys(m)
		slices.SortStableFunc(keys, func(a, b string) int { return m[b] - m[a] })
		fmt.Println("##", name, len(keys))
		for _, s := range keys[:min(k, len(keys))] {
			fmt.Printf("%s:%d; ", s, m[s])
		}
		fmt.Println()
	}
	show(unknown, 500, "unknown")
	show(weak, 250, "weak")
	show(known, 400, "known")
}

package ud

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// madeUp is a small treebank in the columns that are kept.
var madeUp = `# newdoc id = made-up
# text = Envoys can't go.
1	Envoys	envoy	NOUN	NNS	Number=Plur	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Stay!
1	Stay	stay	VERB	VB	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_

# newpar
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_

`

func read(t *testing.T, text string) []Sentence {
	t.Helper()
	all, err := ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWriteGivesWhatWasRead(t *testing.T) {
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	for _, s := range read(t, madeUp) {
		if err := Write(out, s); err != nil {
			t.Fatal(err)
		}
	}
	out.Flush()
	if diff := cmp.Diff(madeUp, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestRawTextIsRebuilt(t *testing.T) {
	all := paragraphs(read(t, madeUp))
	if len(all) != 2 || all[0].words != "Envoys can't go. Stay! " || all[1].words != "Yes " {
		t.Fatalf("got %+v", all)
	}
	if diff := cmp.Diff([]int{16, 22}, all[0].ends); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefusesBrokenFiles(t *testing.T) {
	for name, text := range map[string]string{
		"too few columns":      "1\tYes\tyes\n\n",
		"head outside":         "1\tYes\tyes\tINTJ\tUH\t_\t4\troot\t_\t_\n\n",
		"negative head":        "1\tYes\tyes\tINTJ\tUH\t_\t-4\troot\t_\t_\n\n",
		"id that jumps":        "2\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n",
		"id that is no number": "x\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n",
		"empty multiword":      "1-2\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
		"multiword backwards":  "1-0\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
	} {
		if _, err := ReadAll(strings.NewReader(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(madeUp)
	f.Add("1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		all, err := ReadAll(strings.NewReader(text))
		if err != nil {
			return
		}
		paragraphs(all)
		if _, err := score(all, all); err != nil {
			t.Error(err)
		}
		out := bufio.NewWriter(&bytes.Buffer{})
		for _, s := range all {
			if err := Write(out, s); err != nil {
				t.Error(err)
			}
		}
	})
}

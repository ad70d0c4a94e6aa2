package web

import (
	_ "embed"
	"strings"
)

// scoresTable tells how good each part of the program is: a line for each score, its fields parted
// by tabs. The figures are those of lab/scores.md, where what is measured is chosen by task, measure
// and sets; a test keeps them so.
//
//go:embed scores.tsv
var scoresTable string

// score is how good one part is, in per cent.
type score struct {
	Part, What, On string   // what was measured, and on which texts
	Task, Measure  string   // by their names in lab/scores.md
	Sets, HeldSets []string // likewise; of several, the mean
	Figure         string   // on the development sets
	Held           string   // on texts that nobody looks at, or none
}

// none stands in the table where there are no such texts.
const none = "-"

// HasHeld reports whether there are texts that nobody looks at.
func (s score) HasHeld() bool { return s.Held != none }

// partScores are the scores of one part.
type partScores struct {
	Part   string
	Scores []score
}

// readScores reads the table. It is part of the program, and its test reads it too.
func readScores() (all []partScores) {
	for line := range strings.Lines(scoresTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		s := score{f[0], f[1], f[2], f[3], f[4], strings.Split(f[5], ";"), strings.Split(f[6], ";"), f[7], f[8]}
		if n := len(all); n == 0 || all[n-1].Part != s.Part {
			all = append(all, partScores{Part: s.Part})
		}
		part := &all[len(all)-1]
		part.Scores = append(part.Scores, s)
	}
	return all
}

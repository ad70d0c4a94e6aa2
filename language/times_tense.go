package language

import "strings"

// Words further away than this say nothing of the tense of a time.
const tenseReach = 14

// direction is -1 if a time is told in the past tense, 1 if in the future, 0 if
// unknown: by the word that leads to it, by the verb it hangs on, else by the words
// around.
func (r *timeReader) direction(m *timeMatch) int {
	d, _ := r.weighDirection(m)
	return d
}

// How much a hint of the tense weighs against a nearer date, in days.
const (
	leadWeight  = 100_000
	parseWeight = 250
	wordsWeight = 150
)

// weighDirection gives the direction and how much it weighs.
func (r *timeReader) weighDirection(m *timeMatch) (direction, weight int) {
	if d := r.leadDirection(m); d != 0 {
		return d, leadWeight
	}
	if d, ok := parsedDirection(r.analysis, r.words[m.first].start); ok {
		return d, parseWeight
	}
	back, backFar := r.seekTense(m.first-1, -1)
	ahead, aheadFar := r.seekTense(m.end, 1)
	if back == 0 || ahead != 0 && backFar > aheadFar+2 { // a time mostly follows its verb
		return ahead, wordsWeight
	}
	return back, wordsWeight
}

// leadDirection takes the direction from the word before a time; 0 if it tells none.
func (r *timeReader) leadDirection(m *timeMatch) int {
	switch r.wordBefore(m.first) {
	case "by", "until", "till", "effective", "as": // "as soon as Tuesday"
		return 1
	case "for": // "called a strike for Sunday"
		if m.rule.part == partDay {
			return 1
		}
	case "since":
		return -1
	}
	return 0
}

// wordBefore is the word that leads to a time, before "early" and "the end of".
func (r *timeReader) wordBefore(i int) string {
	for range 4 {
		i--
		switch word := r.lowWord(r.wordAt(i)); word {
		case "early", "late", "mid", "-", "the", "end", "beginning", "middle", "start", "of":
		default:
			return word
		}
	}
	return ""
}

// seekTense looks for the nearest word that tells a tense, not beyond the sentence.
func (r *timeReader) seekTense(from, step int) (direction, far int) {
	for far = 1; far <= tenseReach; far++ {
		at := from + (far-1)*step
		if at < 0 || at >= len(r.words) || r.endsSentence(at) {
			return 0, far
		}
		if d := r.tenseOf(at); d != 0 {
			return d, far
		}
	}
	return 0, far
}

// tenseOf tells the tense of one word by its look.
func (r *timeReader) tenseOf(i int) int {
	w := r.words[i]
	switch {
	case w.capital && !r.opensSentence(i):
		return 0
	case w.is(willWord):
		return 1
	case w.is(didWord):
		return -1
	case w.is(beWord) && strings.HasSuffix(r.wordText(r.wordAt(i+1)), "ing"):
		return 1
	case w.is(toWord):
		return r.infinitive(i + 1)
	case w.classes != 0 || w.literal != 0:
		return 0
	}
	if text := r.wordText(w); len(text) > 4 && strings.HasSuffix(text, "ed") && r.lowWord(r.wordAt(i-1)) != "be" {
		return -1
	}
	return 0
}

// infinitive reports 1 if the word behind "to" may be a verb.
func (r *timeReader) infinitive(i int) int {
	w := r.wordAt(i)
	text := r.wordText(w)
	if w.capital || w.classes != 0 || w.literal != 0 || len(text) < 3 {
		return 0
	}
	switch text {
	case "them", "him", "her", "you":
		return 0
	}
	for _, ending := range []string{"s", "ion", "ing", "ment", "ity", "er"} {
		if strings.HasSuffix(text, ending) {
			return 0
		}
	}
	return 1
}

// endsSentence reports whether a sentence ends with word i.
func (r *timeReader) endsSentence(i int) bool {
	switch r.wordText(r.words[i]) {
	case ".", "?", "!":
		next := r.wordAt(i + 1)
		return next.end == 0 || !next.glued
	}
	return false
}

// opensSentence reports whether word i is the first of its sentence.
func (r *timeReader) opensSentence(i int) bool {
	for i--; i >= 0; i-- {
		switch r.wordText(r.words[i]) {
		case "\"", "“", "‘", "'", "(", "`":
			continue
		case ".", "?", "!", ":", ";", "-":
			return true
		}
		return false
	}
	return true
}

package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// tidySource cuts off what stands around the name of a speaker: joining and
// grading words and captions in front, an opening phrase, a dangling "who".
func (w *writing) tidySource(d *draft) {
	w.unsplitName(d)
	for n := len(d.source); n > 1 && w.isDangling(d.source[n-1]); n = len(d.source) {
		d.source = d.source[:n-1]
	}
	d.source = w.withoutLabel(d.source)
	d.source = w.afterCaption(d.source)
	d.source = w.afterOpening(d.source)
	for len(d.source) > 1 && w.isStray(d.source) {
		d.source = d.source[1:]
	}
	d.source = w.beforeAside(d.source)
}

// unsplitName gives a name its first half that was read as said: "Ros-" of
// "Ros-Holm said".
func (w *writing) unsplitName(d *draft) {
	for len(d.source) > 0 && d.source[0] > 0 {
		i := d.source[0] - 1
		glued := w.a.Tokens[i].End == w.a.Tokens[i+1].Start && w.sentence[i] == w.sentence[i+1] && w.quoteOf[i] < 0
		if !glued || (w.low[i] != "-" && w.low[i+1] != "-") {
			return
		}
		d.source = append([]int{i}, d.source...)
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(j int) bool { return j == i })
	}
}

// isDangling reports whether a word begins what the source does not hold.
func (w *writing) isDangling(i int) bool {
	switch w.low[i] {
	case "who", "which", "that", "whose", "and", "or", "but", ",", ":", "-", "–", "—", "(":
		return true
	}
	return false
}

// afterCaption keeps what follows a colon: "Photo 3 of 5: Anna Berg".
func (w *writing) afterCaption(source []int) []int {
	for n := len(source) - 2; n >= 0; n-- {
		if w.low[source[n]] == ":" && w.mayBeginName(source[n+1]) {
			return source[n+1:]
		}
	}
	return source
}

// afterOpening keeps what follows the comma of "In the north, the governor".
func (w *writing) afterOpening(source []int) []int {
	if len(source) == 0 || (w.a.Tokens[source[0]].UPOS != "ADP" && w.low[source[0]] != "according") {
		return source
	}
	for n := len(source) - 2; n > 0; n-- {
		if w.low[source[n]] == "," && w.mayBeginName(source[n+1]) && w.a.Tokens[source[n+1]].UPOS != "PRON" {
			return source[n+1:]
		}
	}
	if w.low[source[0]] == "according" && len(source) > 2 {
		return source[2:]
	}
	return source
}

// isStray reports whether a source begins with a word that is none of the name:
// "and the mayor", "only 23 percent", "at least some unions".
func (w *writing) isStray(source []int) bool {
	switch w.low[source[0]] {
	case "and", "but", "or", "so", "then", "while", "only", "just", "even", "also", "yet", ",", "at", "however", "still", "meanwhile", "when", "as", "–", "—", "-":
		return true
	case "least", "most":
		return source[0] > 0 && w.low[source[0]-1] == "at"
	}
	return false
}

// beforeAside ends a name before a bracket or a dash.
func (w *writing) beforeAside(source []int) []int {
	for n, i := range source {
		if n > 0 && (w.low[i] == "(" || w.low[i] == "—" || w.low[i] == "–") {
			return source[:n]
		}
	}
	return source
}

// mayBeSpeaker leaves out words that the report's own writer says, words without
// anybody, and figures: "that said", "8 percent say".
func (w *writing) mayBeSpeaker(s *statement, sense cueSense) bool {
	name := strings.ToLower(s.Speaker.Name)
	switch name {
	case "i", "we", "you", "my", "our", "your", "one", "no one", "that", "this", "who", "which", "what", "whoever", "nobody", "everyone", "everybody", "anyone", "someone", "somebody":
		return false
	case "it", "he", "she", "they", "those", "these":
		return sense.Class == speechCue && name != "it"
	}
	return len(s.source) == 0 || !w.isFigure(s.source) && (s.Speaker.Named || !w.isThing(s.source))
}

// isThing reports whether a source is a thing that says nothing but in figures of
// speech: "the attack calls", "the joke writes itself".
func (w *writing) isThing(source []int) bool {
	t := &w.a.Tokens[w.topOf(source)]
	return t.UPOS == "NOUN" && slices.Contains(mutes, strings.ToLower(t.Lemma))
}

// mutes are nouns that journalists give a voice to, though nobody speaks.
var mutes = []string{"joke", "angle", "effort", "credibility", "exam", "attack", "move", "decision", "result", "fact", "idea", "case", "event", "history", "picture",
	"image", "scene", "price", "market", "number", "measure", "situation", "crisis", "war", "issue", "problem", "question", "failure", "success", "silence", "presence",
	"absence", "behavior", "behaviour", "reality", "experience", "evidence", "logic", "trend", "pattern", "lack", "defeat", "victory", "election", "vote", "visit", "trip",
	"incident", "episode", "appearance", "performance", "career", "life", "death", "action", "reaction", "inaction", "approach", "strategy", "system", "process", "technology",
	"machine", "weapon", "bomb", "ship", "car", "game", "film", "movie", "blockbuster", "song", "music", "weather", "thing", "part", "way", "time", "day", "year", "moment", "artillery"}

// isFigure reports whether a source is a bare number: "34%", "8 percent", "636 deaths
// and 31,161".
func (w *writing) isFigure(source []int) bool {
	if w.a.Tokens[source[0]].UPOS == "ADV" || w.low[source[0]] == "about" || w.low[source[0]] == "some" {
		source = source[1:]
	}
	if len(source) == 0 || w.a.Tokens[source[0]].UPOS != "NUM" {
		return false
	}
	return !slices.ContainsFunc(source, func(i int) bool {
		t := &w.a.Tokens[i]
		return w.low[i] == "of" || (t.UPOS == "NOUN" && t.Lemma != "percent" && t.Lemma != "%" && w.low[i] != "percent" && t.Lemma != "death") || t.UPOS == "PROPN"
	})
}

// nameAntecedent gives "who" and "that" the noun before them, when nothing better is
// known.
func (w *writing) nameAntecedent(s *statement) {
	if len(s.source) != 1 || !strings.EqualFold(s.Speaker.Name, w.low[s.source[0]]) {
		return
	}
	switch w.low[s.source[0]] {
	case "who", "which", "that":
	default:
		return
	}
	noun := w.head(s.head)
	if noun < 0 || noun >= s.source[0] || s.source[0]-noun > maxTagName || (w.a.Tokens[noun].UPOS != "NOUN" && w.a.Tokens[noun].UPOS != "PROPN") {
		return
	}
	first := max(w.first[noun], w.a.Sentences[w.sentence[noun]].First)
	end := s.source[0]
	for end > noun+1 && (w.low[end-1] == "," || w.a.Tokens[end-1].UPOS == "ADP") {
		end--
	}
	if first >= end {
		return
	}
	mention := s.Speaker.Mention
	s.Speaker = w.nameSpeaker(w.mentionAt(numbers(first, end)), onrecord.Span{Start: w.a.Tokens[first].Start, End: w.a.Tokens[end-1].End})
	s.Speaker.Mention = mention
}

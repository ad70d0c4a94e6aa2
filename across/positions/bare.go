package positions

import (
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// tieBare ties topics that are named without what they are tied to - "the talks", "the filling" -
// to what the same report ties them to first: "talks on the dam".
func tieBare(e *onrecord.Entry, reader *words.Reader, stands []Stand) {
	var tied map[string]onrecord.TopicID // by head
	for i := range stands {
		head := string(stands[i].Topic)
		if strings.Contains(head, "/") || !words.IsConcept(head) {
			continue // a thing, "the dam", is what it is; a deed, "the talks", is somebody's
		}
		if tied == nil {
			tied = tiedTopics(e, reader)
		}
		if id := tied[head]; id != "" {
			stands[i].Topic = id
		}
	}
}

// tiedTopics finds, for every head, the first topic of the report that ties it to something.
func tiedTopics(e *onrecord.Entry, reader *words.Reader) map[string]onrecord.TopicID {
	tied := map[string]onrecord.TopicID{}
	for _, piece := range pieces(e) {
		tokens := reader.Read("", piece)
		for i := range tokens {
			if !isHead(&tokens[i]) {
				continue
			}
			head := words.ConceptOf(tokens[i].Stem).Name
			if t := readTopic(tokens, i); t.head == i && tied[head] == "" && strings.HasPrefix(string(t.id), head+"/") {
				tied[head] = t.id
			}
		}
	}
	return tied
}

// pieceBytes is how much text is cut into tokens at a time, maxPieces how often.
const (
	pieceBytes = 2000
	maxPieces  = 20
)

// pieces parts a report's text at paragraphs; the headline is one of them.
func pieces(e *onrecord.Entry) (all []onrecord.Quote) {
	for start := 0; start < len(e.Text) && len(all) < maxPieces; {
		end := min(start+pieceBytes, len(e.Text))
		if i := strings.LastIndexByte(e.Text[start:end], '\n'); i > 0 && end < len(e.Text) {
			end = start + i
		}
		for end < len(e.Text) && e.Text[end]&0xc0 == 0x80 { // never inside a rune
			end++
		}
		all = append(all, onrecord.Quote{Span: onrecord.Span{Start: start, End: end}, Text: e.Text[start:end]})
		start = end
	}
	return all
}

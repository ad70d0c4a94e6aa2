package actors

import (
	"strings"

	"onrecord"
	"onrecord/place"
)

// maxCityWords is the most words of a city's name that are looked up.
const maxCityWords = 3

// cityAt gives the state of the city whose name starts at word i, the longest name
// first; "" if none does.
func (r *reading) cityAt(i int) onrecord.ActorID {
	if r.words[i].shape == lower || r.callAt(i) != nil {
		return ""
	}
	end := i + 1
	for end < min(i+maxCityWords, len(r.words)) && r.words[end].gap == "" && r.words[end].shape != lower {
		end++
	}
	for ; end > i; end-- {
		if state := r.stateOfCity(r.text[r.words[i].Start:r.words[end-1].End]); state != "" {
			return state
		}
	}
	return ""
}

// stateOfCity gives the state that a place lies in: "Medan, North Sumatra".
func (r *reading) stateOfCity(words string) onrecord.ActorID {
	r.prominentStates() // counts
	at, ok := place.Locate(words, func(country string) int { return r.stateCounts[onrecord.ActorID(country)] })
	if !ok {
		return ""
	}
	return r.table.state(at.Country)
}

// firstParagraphs is how many paragraphs may tell where a report is at home.
const firstParagraphs = 3

// stateOfScene gives the state of the place that the byline ends in ("Example News,
// Warsaw") or that the first sentences of the report tell: "A court in Riga".
func (r *reading) stateOfScene() onrecord.ActorID {
	seen := 0
	for _, p := range r.a.Text.Paragraphs {
		switch p.Kind {
		case onrecord.Byline:
			first, end := r.wordsIn(p.Span)
			for i := first; i < end; i++ {
				if i > first && r.words[i].gap != "," && !strings.Contains(r.words[i].gap, "\n") {
					continue
				}
				if id := r.cityAt(i); id != "" {
					return id
				}
			}
		case onrecord.Body:
			if id := r.stateInSentence(r.wordAt(p.Start)); id != "" {
				return id
			}
			if seen++; seen == firstParagraphs {
				return ""
			}
		}
	}
	return ""
}

// stateInSentence reads the first "in Riga" of the sentence that starts at word i.
func (r *reading) stateInSentence(i int) onrecord.ActorID {
	first, end := r.sentenceAt(i)
	for i := first + 1; i < end; i++ {
		if r.words[i-1].key != "in" || r.words[i].gap != "" {
			continue
		}
		if id := r.cityAt(i); id != "" {
			return id
		}
	}
	return ""
}

// datelinePlace gives the place of a dateline with what is told behind it: "KORVA,
// Norway".
func (r *reading) datelinePlace(place string) string {
	at := strings.Index(r.text, place+", ")
	if at < 0 {
		return place
	}
	rest := r.text[at+len(place)+2:]
	if end := strings.IndexAny(rest, "(-–—:/\n.,"); end > 0 {
		rest = rest[:end]
	}
	return place + ", " + strings.TrimSpace(rest[:min(len(rest), maxRegion)])
}

// maxRegion bounds what is read behind the place of a dateline.
const maxRegion = 30

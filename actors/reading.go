package actors

import (
	"slices"
	"sort"

	"onrecord"
)

// reading is one report on its way through the resolver.
type reading struct {
	*finder
	a         *onrecord.Analysis
	day       onrecord.Date   // the report's date, "" if unknown
	names     []found         // known names, by place
	nameAt    []int32         // word -> index into names, plus one; 0 for none
	bodies    []bodyName      // offices with their countries, by place
	bodyOn    []int32         // word -> index into bodies, plus one
	callOn    []int32         // word -> index into calls, plus one
	perOn     []int32         // word -> index of the longest mention that names a person there, plus one
	orgOn     []int32         // word -> index of the mention that names an organisation there, plus one
	perParts  map[string]bool // words of such names of two words and more
	orgNames  map[string]bool // names that the tagger takes for an organisation somewhere
	longNames map[string]int  // initials -> mention of the name of an organisation
	nobodies  map[string]bool // names that the tagger takes for a person's and that are none
	small     map[string]bool // words that the text writes in small letters
	owners    map[int]*person // head of a role -> whose role it is
	byID      map[onrecord.ActorID]*person
	persons   []*person // in order of first mention
	calls     []call    // where persons are named, by place
	resolved  []onrecord.Resolution
	made      map[onrecord.ActorID]onrecord.Actor // actors met here that no table has, and bodies

	armed  []onrecord.ActorID          // armed groups that the report names
	byTail map[string]onrecord.ActorID // groups by the last word of their names; nil before it is asked

	stateCounts map[onrecord.ActorID]int // how often the report names each state; nil before it is asked
	top, second onrecord.ActorID         // the two named most
	lead        onrecord.ActorID         // the first that is the subject of a sentence
	homeState   onrecord.ActorID         // state of the dateline
	homeKnown   bool                     // whether homeState was looked up
}

func newReading(t *table, a *onrecord.Analysis) *reading {
	r := &reading{finder: newFinder(t, a.Text.Words), a: a, made: map[onrecord.ActorID]onrecord.Actor{}}
	r.day = a.Text.Imprint.Published
	r.names = r.findNames()
	r.indexWords()
	r.dropPersonParts()
	r.names = slices.DeleteFunc(r.names, r.isShortForOther)
	r.markPlaces(r.names)
	r.nameAt = make([]int32, len(r.words))
	for i, n := range r.names {
		for w := n.first; w < n.end; w++ {
			r.nameAt[w] = int32(i + 1)
		}
	}
	return r
}

// wordAt gives the first word that starts at or after the offset.
func (r *reading) wordAt(offset int) int {
	return sort.Search(len(r.words), func(i int) bool { return r.words[i].Start >= offset })
}

// wordsIn gives the half-open range of words that lie inside s.
func (r *reading) wordsIn(s onrecord.Span) (first, end int) {
	first = r.wordAt(s.Start)
	end = first
	for end < len(r.words) && r.words[end].End <= s.End {
		end++
	}
	return first, end
}

// span gives the bytes of the words [first, end).
func (r *reading) span(first, end int) onrecord.Span {
	if first >= end {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: r.words[first].Start, End: r.words[end-1].End}
}

// name gives the known name that covers word i; nil if none does.
func (r *reading) name(i int) *found {
	if i < 0 || i >= len(r.nameAt) || r.nameAt[i] == 0 {
		return nil
	}
	return &r.names[r.nameAt[i]-1]
}

func (r *reading) entry(n *found) *entry { return &r.table.entries[n.actor] }

// gapBefore is the hard gap before word i; the end of the text is one.
func (r *reading) gapBefore(i int) string {
	if i <= 0 || i >= len(r.words) {
		return "\n"
	}
	return r.words[i].gap
}

// isPossessive reports whether word i is the "s" of "Russia's", or the word
// before it ends in an apostrophe: "the ministers' talks".
func (f *finder) isPossessive(i int) bool {
	if i <= 0 || i >= len(f.words) || f.words[i].key != "s" {
		return false
	}
	between := f.text[f.words[i-1].End:f.words[i].Start]
	return between == "'" || between == "’" || between == "‘"
}

// dropPersonParts takes out countries and cities that are part of a person's
// name: the Jordan of "Michael Jordan".
func (r *reading) dropPersonParts() {
	kept := r.names[:0]
	for _, n := range r.names {
		if !r.isRead(r.words[n.first].Start) {
			continue
		}
		if r.table.entries[n.actor].Kind == onrecord.PersonActor || !r.isInPersonName(&n) {
			kept = append(kept, n)
		}
	}
	r.names = kept
}

// isRead reports whether the offset lies in a paragraph of the report, not in
// its clutter.
func (r *reading) isRead(offset int) bool {
	paragraphs := r.a.Text.Paragraphs
	if len(paragraphs) == 0 {
		return true
	}
	i := sort.Search(len(paragraphs), func(i int) bool { return paragraphs[i].End > offset })
	return i < len(paragraphs) && paragraphs[i].Start <= offset
}

// isInPersonName asks the mentions of the language: a name of a person that is
// longer than the found name, or as long and never a place elsewhere.
func (r *reading) isInPersonName(n *found) bool {
	s := r.span(n.first, n.end)
	if r.perOn[n.first] == 0 {
		return false
	}
	m := &r.a.Mentions[r.perOn[n.first]-1]
	if !m.Contains(s) || m.Len() <= s.Len()+2 {
		return false
	}
	return n.use != asAdjective || !r.opensWithTitle(m, n)
}

// opensWithTitle allows a tagger that takes the title into the name: "Russian
// President Ivan Petrov".
func (r *reading) opensWithTitle(m *onrecord.Mention, n *found) bool {
	return m.Start == r.words[n.first].Start && n.end < len(r.words) && isTitleWord(r.words[n.end].key)
}

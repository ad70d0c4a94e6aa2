package statements

import (
	"regexp"

	"onrecord"
)

// partyTag is what stands behind the name of an American lawmaker: "D-N.Y.".
var partyTag = regexp.MustCompile(`^\(?[DRI]-\p{Lu}`)

// tagReach is how many words before its party the name of a lawmaker ends at most: a
// card may stand between, and part the paragraph.
const tagReach = 60

// taggedPerson gives the person whose party is all that the words of a source tell:
// "Ana Doe (D-N.Y.) said" where the bracket was taken for the speaker. -1 if they tell
// more.
func (w *writing) taggedPerson(source []int) int {
	if !partyTag.MatchString(w.a.Text.Cut(w.cover(source))) {
		return -1
	}
	best := -1
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Form != onrecord.Name || m.Type != onrecord.Person || m.Head >= source[0] || source[0]-m.Head > tagReach || w.paragraph(source[0])-w.paragraph(m.Head) > 1 {
			continue
		}
		if !partyTag.MatchString(w.a.Text.Cut(m.Span)) && (best < 0 || m.Head > w.a.Mentions[best].Head) {
			best = i
		}
	}
	return best
}

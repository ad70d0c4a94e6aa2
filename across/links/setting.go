package links

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"onrecord"
	"onrecord/across/words"
)

// setting is how a claim stands in its report: what is said around it, and whose turn it is. Only claims of one report
// are compared by it, so it is not noted.
type setting struct {
	kind      onrecord.StatementKind
	signs     signs
	paragraph int
	turn      int   // how often another began to speak before
	opens     bool  // another spoke before
	spoke     []int // numbers of the claims before by the same voice
	denied    []int // those among them that say no
}

// signs are what the words of a claim, those around it and its cue tell of what is done with it.
type signs uint16

const (
	negates      signs = 1 << iota // something is not so
	negatesFirst                   // with which it begins
	ofThird                        // "he", "they"
	ofThirdFirst
	ofFirst // "we"
	refutesIt
	ofClaim // "the charge"
	contrasts
	rejectsAround
	repliesAround
	accusesAround
	rejects // by its cue
	replies
	accuses
	admits
)

var signNames = [...]string{"negates", "begins with no", "he or they", "begins with he or they", "we", "refutes", "charge named", "but",
	"rejection around", "reply around", "charge around", "rejected", "replied", "charged", "admitted"}

// classSigns are those that a class of words tells by itself.
var classSigns = [...]struct {
	class words.Class
	sign  signs
}{{words.Third, ofThird}, {words.First, ofFirst}, {words.Refutes, refutesIt}, {words.Claims, ofClaim}}

// firstTokens is how many tokens a claim begins with.
const firstTokens = 4

//go:embed cues.txt
var cueFile string

// cueClasses is the table of cues.txt by stem.
var cueClasses = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(cueFile) {
		if name, list, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			for _, t := range words.Cut(onrecord.Quote{Text: list}) {
				table[t.Stem] = name
			}
		}
	}
	return table
})

// addSetting tells how the last of some claims stands behind the others.
func addSetting(e *onrecord.Entry, s *onrecord.Statement, claims []Claim) {
	c, before := &claims[len(claims)-1], claims[:len(claims)-1]
	at := &c.setting
	at.kind, at.opens = s.Kind, true
	last := &Claim{}
	if n := len(before); n > 0 {
		last = &before[n-1]
		at.opens = !isOneVoice(last, c)
		at.turn = last.setting.turn
		if at.opens {
			at.turn++
		}
	}
	at.paragraph = last.setting.paragraph + paragraphs(e.Text, last.Span.Start, c.Span.Start)
	at.signs |= signsOf(words.Plain(onrecord.Quote{Text: e.Text[c.Span.Start:c.Span.End]})) | signsAround(e.Text, c.Span, last.Span.End)
	if s.Cue != nil {
		at.signs |= cueSigns(s.Cue.Text, inCue)
	}
	at.addOwn(before, c)
}

// addOwn notes what the same voice said before.
func (at *setting) addOwn(before []Claim, c *Claim) {
	for i := range before {
		if b := &before[i]; isOneVoice(b, c) {
			at.spoke = keep(at.spoke, b.No)
			if b.Denies || b.setting.signs&negatesFirst != 0 {
				at.denied = keep(at.denied, b.No)
			}
		}
	}
}

// mostCounted is how many are counted of what a voice said: more tell no more.
const mostCounted = 4

// keep notes a number. Of many the first and the last are enough to count.
func keep(numbers []int, no int) []int {
	numbers = append(numbers, no)
	if len(numbers) > 2*mostCounted {
		numbers = slices.Delete(numbers, mostCounted, mostCounted+1)
	}
	return numbers
}

// paragraphs counts those that begin between two places of a text, less than none if the second comes first.
func paragraphs(text string, from, to int) int {
	if to < from {
		return -paragraphs(text, to, from)
	}
	return strings.Count(text[from:to], "\n\n")
}

// isOneVoice reports whether two claims of a report are the word of one side or speaker.
func isOneVoice(a, b *Claim) bool {
	return a.Side != "" && a.Side == b.Side || a.Who != "" && a.Who == b.Who || samePerson(a.Who, b.Who)
}

// signsOf reads the words of a claim.
func signsOf(tokens []words.Token) (found signs) {
	for i := range tokens {
		t := &tokens[i]
		if t.Class&words.Negates != 0 && negatesHere(tokens, i) {
			found |= negates
			if i < firstTokens {
				found |= negatesFirst
			}
		}
		if t.Class&words.Third != 0 && i < 2 {
			found |= ofThirdFirst
		}
		for _, c := range classSigns {
			if t.Class&c.class != 0 {
				found |= c.sign
			}
		}
	}
	return found
}

// mostBehind is how many bytes of a sentence are read behind a claim.
const mostBehind = 400

// signsAround reads what stands before a claim in its paragraph, behind the claim before, and behind it in its sentence.
func signsAround(text string, at onrecord.Span, from int) (found signs) {
	ahead := text[min(from, at.Start):at.Start]
	ahead = ahead[strings.LastIndex(ahead, "\n\n")+1:]
	behind := text[at.End:min(at.End+mostBehind, len(text))]
	if end := strings.IndexAny(behind, ".!?\n"); end >= 0 {
		behind = behind[:end]
	}
	return cueSigns(ahead, around) | cueSigns(behind, around)
}

// What the classes of cues.txt tell around a claim, and in its cue.
var (
	around = map[string]signs{"contrasts": contrasts, "denies": rejectsAround, "rejects": rejectsAround, "replies": repliesAround, "accuses": accusesAround}
	inCue  = map[string]signs{"denies": rejects, "rejects": rejects, "replies": replies, "accuses": accuses, "admits": admits}
)

func cueSigns(text string, tells map[string]signs) (found signs) {
	for _, t := range words.Cut(onrecord.Quote{Text: text}) {
		found |= tells[cueClasses()[t.Stem]]
	}
	return found
}

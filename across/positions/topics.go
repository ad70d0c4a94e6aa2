package positions

import (
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// topic is what a clause is about: a thing or deed, and what it is done to or about.
type topic struct {
	id       onrecord.TopicID
	head     int // token
	from, to int // first and last token of its wording
	anchor   onrecord.ActorID
}

// mostTopics bounds how many topics one clause has.
const mostTopics = 3

// topics finds what stands behind a cue: the first thing, and those tied to it by "and".
// turned reports that the thing is to end: "stop the drilling".
func topics(clause []words.Token, cueAt int) (all []topic, turned bool) {
	for i := cueAt + 1; i < len(clause) && len(all) < mostTopics; i++ {
		t := &clause[i]
		if t.Class&words.Condition != 0 || len(all) > 0 && !isTied(clause[all[len(all)-1].to+1:i+1]) {
			break
		}
		if c := words.ConceptOf(t.Stem); c.Name == "begin" && len(all) == 0 {
			turned = c.Opposite
			continue
		}
		if !isHead(t) {
			continue
		}
		one := readTopic(clause, i)
		if isBareVerb(clause, &one) {
			continue
		}
		all = append(all, one)
		i = one.to
	}
	return all, turned
}

// isBareVerb reports whether a head is a verb of which nothing is told: "it will fail", "sees no danger",
// "give us".
func isBareVerb(clause []words.Token, t *topic) bool {
	if t.to > t.head && !isFirst(&clause[t.to]) {
		return false
	}
	if t.to > t.head || leadsIn(clause, t.head) && !words.HasConcept(clause[t.head].Stem) {
		return true // "to mediate" is a matter by itself
	}
	return t.head+1 < len(clause) && clause[t.head+1].Class&words.Negates != 0
}

func isFirst(t *words.Token) bool { return t.Class&words.First != 0 }

// isTied reports whether what lies behind a topic goes on with "and".
func isTied(behind []words.Token) bool {
	return len(behind) <= 4 && (behind[0].Lower == "and" || behind[0].Lower == "or")
}

// isHead reports whether a topic may begin with the word.
func isHead(t *words.Token) bool {
	if !t.IsContent() || t.Class&(words.Light|words.Officials) != 0 || words.Weight(t.Stem) < leastWeight || strings.HasSuffix(t.Lower, "ly") {
		return false
	}
	c := words.ConceptOf(t.Stem)
	return !c.Attitude && c.Name != "begin"
}

// leastWeight keeps words that stand everywhere from being a topic.
const leastWeight = 1.2

// readTopic reads the topic that begins at a head: its last noun, and what is tied to it.
func readTopic(clause []words.Token, at int) topic {
	head := at
	for head+1 < len(clause) && isHead(&clause[head+1]) {
		head++
	}
	t := topic{head: head, from: at, to: head}
	if head > at && leadsIn(clause, at) {
		t.from = head // "to seize power": the deed is not part of what power is about
	}
	key := words.ConceptOf(clause[head].Stem).Name
	if anchor, to := findAnchor(clause, behindParties(clause, head+1)); to > 0 {
		t.anchor, t.to = clause[to].Actor, to
		key += "/" + anchor
	} else if id := adjectiveBefore(clause, t.from); id != "" && words.HasConcept(clause[head].Stem) {
		t.anchor, t.from = id, t.from-1
		key += "/" + string(id)
	}
	t.id = onrecord.TopicID(key)
	return t
}

// farMatter is how many tokens behind a head the matter may stand where parties stand between.
const farMatter = 12

// behindParties skips who takes part: in "talks between Norland and Sudland on fishing" the matter is
// fishing. Without a matter it leaves nothing to tie to.
func behindParties(clause []words.Token, from int) int {
	if from >= len(clause) || clause[from].Lower != "between" {
		return from
	}
	for i := from; i < min(from+farMatter, len(clause)); i++ {
		switch clause[i].Lower {
		case "on", "over", "about":
			return i
		}
	}
	return len(clause)
}

// leadsIn reports whether a word is a verb: it stands behind "to" or an auxiliary.
func leadsIn(clause []words.Token, at int) bool {
	return at > 0 && clause[at-1].Class&words.Helps != 0
}

// farAnchor is how many tokens behind a head its anchor may stand.
const farAnchor = 5

// findAnchor finds what a head is tied to: an actor, or the last noun of the phrase. Adjectives of
// states belong to the noun behind them.
func findAnchor(clause []words.Token, from int) (key string, at int) {
	for i := from; i < min(from+farAnchor, len(clause)); i++ {
		t := &clause[i]
		switch {
		case t.Actor != "" && t.Adjective && i+1 < len(clause) && clause[i+1].IsContent():
		case t.Actor != "":
			end := i
			for end+1 < len(clause) && clause[end+1].Actor == t.Actor {
				end++
			}
			return string(t.Actor), end
		case t.IsContent() && t.Class&words.Light == 0:
			return anchorNoun(clause, i)
		case t.Text == "-":
		case t.IsMark(), t.Class&(words.Condition|words.Helps|words.Negates) != 0 && t.Lower != "to", t.Lower == "and", t.Lower == "or":
			return "", 0
		case from == i && t.Class&words.Links == 0 && !isArticle(t.Lower):
			return "", 0
		}
	}
	return "", 0
}

// anchorNoun takes the last noun of a phrase, or the actor that it belongs to: "the spread
// of the Islamic State", "the militant Islamic State".
func anchorNoun(clause []words.Token, at int) (key string, to int) {
	for at+1 < len(clause) && isHead(&clause[at+1]) {
		at++
	}
	next := at + 1
	for next < len(clause) && (clause[next].Lower == "of" || isArticle(clause[next].Lower)) {
		next++
	}
	if next < len(clause) && clause[next].Actor != "" && !clause[next].Adjective {
		for next+1 < len(clause) && clause[next+1].Actor == clause[next].Actor {
			next++
		}
		return string(clause[next].Actor), next
	}
	return words.ConceptOf(clause[at].Stem).Name, at
}

func isArticle(word string) bool {
	switch word {
	case "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "all", "any", "some":
		return true
	}
	return false
}

// adjectiveBefore gives the state whose adjective stands before a head: "American mediation".
func adjectiveBefore(clause []words.Token, at int) onrecord.ActorID {
	if at > 0 && clause[at-1].Actor != "" && clause[at-1].Adjective {
		return clause[at-1].Actor
	}
	return ""
}

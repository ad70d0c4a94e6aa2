package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// joinNames joins names of one thing: the same words, a surname and the full
// name, a short form and the long one, an acronym and what it stands for. The
// body is read before the headline, which is short for it.
func (j *joiner) joinNames() {
	var seen []int // the last mention of each chain of names, the latest last
	for _, headline := range []bool{false, true} {
		for i := range j.a.Mentions {
			if j.a.Mentions[i].Form != onrecord.Name || j.facts[i].headline != headline {
				continue
			}
			if k := j.sameName(i, seen); k >= 0 {
				j.join(k, i)
			}
			seen = j.keepLatest(seen, i)
		}
	}
	j.joinUnread(seen)
}

// maxNameChains bounds how many chains of names a name is compared with.
const maxNameChains = 400

func (j *joiner) keepLatest(seen []int, i int) []int {
	root := j.root(i)
	seen = slices.DeleteFunc(seen, func(k int) bool { return j.root(k) == root })
	seen = append(seen, i)
	if len(seen) > maxNameChains {
		seen = seen[1:]
	}
	return seen
}

// sameName finds the latest name that i means too; equal words come first, then
// forms of the words.
func (j *joiner) sameName(i int, seen []int) int {
	for _, fits := range []func(i, k int) bool{j.isSameWords, j.isShortPerson, j.isShortBody, j.isMisreadSurname} {
		for _, k := range slices.Backward(seen) {
			if fits(i, k) && j.root(i) != j.root(k) {
				return k
			}
		}
		if j.inChain(i, seen) {
			return -1
		}
	}
	return -1
}

// inChain reports whether a step before has joined i to a name already.
func (j *joiner) inChain(i int, seen []int) bool {
	return slices.ContainsFunc(seen, func(k int) bool { return j.root(k) == j.root(i) })
}

// isSameWords compares the words, and lets a state and its government, or a name
// that was read as two types, pass.
func (j *joiner) isSameWords(i, k int) bool {
	chain := &j.kin[j.root(k)]
	for _, name := range chain.names {
		if equalFold(j.facts[i].name, name) {
			return agreeClass(j.facts[i].class, chain.class) || len(name) > 1
		}
	}
	return false
}

func equalFold(a, b []string) bool {
	return len(a) > 0 && slices.EqualFunc(a, b, strings.EqualFold)
}

// isShortPerson tells two forms of a person's name: "Varga" and "Ivo Varga",
// "I. Varga" and "Ivo J. Varga", "Ivo".
func (j *joiner) isShortPerson(i, k int) bool {
	a, b := &j.kin[j.root(i)], &j.kin[j.root(k)]
	return a.class == 'p' && b.class == 'p' && agree(a.gender, b.gender) && isNameOf(j.facts[i].name, b.name)
}

// isNameOf reports whether two names can be one person's, both ways.
func isNameOf(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	if len(a) == 1 {
		return len(b) > 1 && (strings.EqualFold(a[0], surname(b)) || strings.EqualFold(a[0], b[0]) && utf8.RuneCountInString(a[0]) > 2)
	}
	return strings.EqualFold(surname(a), surname(b)) && sameGiven(a[0], b[0])
}

// surname is the last word that is no "Jr".
func surname(name []string) string {
	last := len(name) - 1
	if last > 0 && slices.Contains([]string{"jr", "jr.", "sr", "sr.", "ii", "iii"}, strings.ToLower(name[last])) {
		last--
	}
	return name[last]
}

// sameGiven compares given names; an initial stands for a name.
func sameGiven(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	ra, _ := utf8.DecodeRuneInString(a)
	rb, _ := utf8.DecodeRuneInString(b)
	short := len(strings.TrimSuffix(a, ".")) <= 1 || len(strings.TrimSuffix(b, ".")) <= 1
	return short && unicode.ToUpper(ra) == unicode.ToUpper(rb)
}

// clashNames reports whether two persons' names cannot be one person's.
func clashNames(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !equalFold(a, b) && !isNameOf(a, b)
}

// isShortBody tells two forms of a body's or place's name: an acronym, or the
// long form without its ends: "Norland" is not "Norland Ministry of Trade".
func (j *joiner) isShortBody(i, k int) bool {
	a, b := &j.kin[j.root(i)], &j.kin[j.root(k)]
	if a.class == 'p' || b.class == 'p' || !agreeClass(a.class, b.class) {
		return false
	}
	if j.isSameBare(i, b) {
		return true
	}
	x := j.facts[i].name
	for _, y := range b.names {
		if isAcronymOf(x, y) || isAcronymOf(y, x) {
			return true
		}
		if a.class == 'o' && b.class == 'o' && (isShortOf(x, y) || isShortOf(y, x)) {
			return true
		}
	}
	return false
}

// isSameBare tells "the Guard" and "the Norland Guard", unless the chain has a guard
// of another nation.
func (j *joiner) isSameBare(i int, chain *kin) bool {
	f, same := &j.facts[i], false
	for _, k := range chain.members[:min(len(chain.members), maxChainNames)] {
		g := &j.facts[k]
		if len(g.name) == 0 || !equalFold(f.bare, g.bare) {
			continue
		}
		if len(f.name) > len(f.bare) && len(g.name) > len(g.bare) && !equalFold(f.name, g.name) {
			return false
		}
		same = true
	}
	return same
}

// isShortOf tells a body's name without the words before its last ones ("State
// Department" in "US State Department"), at least two words, or without a last
// word that only says what it is ("Hezbollah Movement").
func isShortOf(short, long []string) bool {
	if len(short) >= len(long) || len(short) == 0 {
		return false
	}
	if len(short) > 1 && equalFold(short, long[len(long)-len(short):]) {
		return true
	}
	last := strings.ToLower(long[len(long)-1])
	return len(short) == len(long)-1 && equalFold(short, long[:len(short)]) && marked(last, 'g')
}

// isAcronymOf tells the first letters of a name's words: "AF" for "Amber Front",
// small words left out or not.
func isAcronymOf(short, long []string) bool {
	if len(short) != 1 || len(long) < 2 {
		return false
	}
	acronym := strings.ReplaceAll(short[0], ".", "")
	if len(acronym) < 2 || acronym != strings.ToUpper(acronym) {
		return false
	}
	var all, big strings.Builder
	for _, word := range long {
		for part := range strings.SplitSeq(word, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			if part == "" {
				continue
			}
			all.WriteRune(unicode.ToUpper(r))
			if unicode.IsUpper(r) {
				big.WriteRune(r)
			}
		}
	}
	return acronym == all.String() || acronym == big.String()
}

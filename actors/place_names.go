package actors

import "strings"

// markPlaces tells the cities that are only places where they stand: "in
// Moscow" is a place, "Moscow said" is Russia.
func (f *finder) markPlaces(names []found) {
	for i := range names {
		n := &names[i]
		if n.use == asSeat && (f.isGovernedPlace(n.first, 3) || f.namesCityThing(n.end) || f.isDateline(n)) {
			n.place = true
		}
	}
}

// isGovernedPlace looks at the words before: "in central Moscow", "from Moscow",
// but "aid to Kyiv", "between Moscow and Kyiv". It steps over words that
// themselves tell of a part of town, reach words at most.
func (f *finder) isGovernedPlace(i, reach int) bool {
	if i == 0 || reach == 0 || f.words[i].gap != "" {
		return false
	}
	before := f.words[i-1]
	switch {
	case isListed("placing", before.key):
		return true
	case isListed("moving", before.key):
		return i < 2 || !isListed("giving", f.words[i-2].key)
	case before.key == "the", before.key == "capital", before.key == "city", before.key == "of" && i > 1 && (isListed("cityish", f.words[i-2].key) || isListed("placing", f.words[i-2].key)):
		return before.key != "the" || f.isGovernedPlace(i-1, reach-1)
	case before.key == "and" || before.key == "or":
		return f.joinsPlace(i-1, reach)
	}
	return false
}

// joinsPlace reads "in Moscow and Kyiv": the city after "and" is what the one
// before is.
func (f *finder) joinsPlace(and, reach int) bool {
	return and >= 1 && f.words[and].gap == "" && f.words[and-1].shape != lower && f.isGovernedPlace(and-1, reach-1)
}

// namesCityThing reads the word after: "Moscow region", "Kyiv-based".
func (f *finder) namesCityThing(end int) bool {
	if end >= len(f.words) || f.words[end].gap != "" {
		return false
	}
	return isListed("cityish", f.words[end].key)
}

// isDateline reads "JUBA/KHARTOUM (Agency) -" and "MOSCOW:" at the start of a
// line: where a report was filed says nothing of who acts.
func (f *finder) isDateline(n *found) bool {
	first := n.first
	if first > 0 && f.words[first].gap == "/" {
		first--
	}
	if first > 0 && !strings.Contains(f.words[first].gap, "\n") && !f.startsLine(first) {
		return false
	}
	rest := f.text[f.words[n.end-1].End:]
	line, _, _ := strings.Cut(rest, "\n")
	line = strings.TrimLeft(line, " ")
	for _, sign := range []string{":", "(", "- ", "– ", "— ", "/", "|", "--"} {
		if strings.HasPrefix(line, sign) {
			return f.words[n.first].shape == caps || !strings.HasPrefix(sign, "/")
		}
	}
	return isMonthAfterComma(line)
}

func (f *finder) startsLine(i int) bool {
	start := f.words[i].Start
	return start == 0 || f.text[start-1] == '\n' || strings.TrimSpace(f.text[max(0, start-2):start]) == ""
}

// isMonthAfterComma reads ", April 15 (Agency)" and ", 15 April".
func isMonthAfterComma(line string) bool {
	rest, ok := strings.CutPrefix(line, ", ")
	if !ok {
		return false
	}
	words := strings.Fields(rest)
	for _, w := range words[:min(2, len(words))] {
		if isListed("month", strings.ToLower(strings.Trim(w, ".,"))) {
			return true
		}
	}
	return false
}

package petrarch

import "strings"

// agent is a role: a noun that stands beside the name of an actor.
type agent struct {
	code    string
	inFront bool // its code stands before the actor's: "[NGO~]"
	line    line
}

func (d *Dictionaries) readAgents(lines []line) error {
	sets := map[string][]string{} // "!PERSON!" -> MAN, MEN...
	for _, l := range lines {
		var err error
		switch {
		case l.text == "":
		case l.text[0] == '!' && strings.Contains(l.text, "="):
			name, members, _ := strings.Cut(l.text, "=")
			for _, m := range strings.Split(members, ",") {
				sets[strings.TrimSpace(name)] = append(sets[strings.TrimSpace(name)], strings.TrimSpace(m))
			}
		default:
			err = d.readAgent(l, sets)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *Dictionaries) readAgent(l line, sets map[string][]string) error {
	rest, code, found := cutBrackets(l.text)
	if !found || !strings.Contains(code, "~") {
		return l.errorf("an agent needs a code with \"~\" in brackets: %s", l.text)
	}
	a := &agent{line: l, inFront: strings.HasSuffix(code, "~"), code: strings.TrimSpace(strings.Trim(code, "~"))}
	words, irregular, hasBraces := cutBraces(rest)
	if mark, members := substitution(words, sets); mark != "" {
		for _, m := range members {
			d.agents.add(parsePhrase(strings.ReplaceAll(words, mark, m)), a)
		}
		return nil
	} else if strings.Contains(words, "!") {
		return l.errorf("a set that no line above defines: %s", strings.TrimSpace(words))
	}
	p := parsePhrase(words)
	d.agents.add(p, a)
	switch {
	case !hasBraces:
		d.agents.add(p.pluralOf(), a)
	case irregular != "":
		d.agents.add(parsePhrase(irregular), a)
	}
	return nil
}

// substitution finds the set that words name.
func substitution(words string, sets map[string][]string) (mark string, members []string) {
	_, after, found := strings.Cut(words, "!")
	if !found {
		return "", nil
	}
	inside, _, _ := strings.Cut(after, "!")
	mark = "!" + inside + "!"
	members, known := sets[mark]
	if !known {
		return "", nil
	}
	return mark, members
}

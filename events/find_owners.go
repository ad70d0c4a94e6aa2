package events

import "strings"

// ownersAt names all for whom several act: "the ambassadors of Oslo and Ankara",
// "Syrian and Turkish troops"; nil if not more than one.
func (s *scene) ownersAt(noun int) []party {
	if s.token(noun).UPOS != "NOUN" || !strings.HasSuffix(s.word(noun), "s") || s.inClass(noun, s.words.apart) || s.inClass(noun, s.words.fellows) {
		return nil
	}
	for _, k := range s.children[noun] {
		switch s.relation(k) {
		case "amod", "compound":
		case "nmod":
			if s.token(k).Deprel != "nmod:poss" && s.preposition(k) != "of" {
				continue
			}
		default:
			continue
		}
		if all := s.joinedNames(k, noun); len(all) > 1 {
			return all
		}
	}
	return nil
}

// joinedNames names those joined by "and" from one name on, as owners of a noun.
func (s *scene) joinedNames(first, noun int) []party {
	var all []party
	add := func(t int) {
		if p, ok := s.namedAt(t); ok && len(all) < maxParties {
			p.head = noun
			all = append(all, p)
		}
	}
	add(first)
	for _, k := range s.children[first] {
		if s.relation(k) == "conj" && s.nameAt[k] >= 0 {
			add(k)
		}
	}
	return distinct(all)
}

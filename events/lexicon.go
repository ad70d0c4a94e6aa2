package events

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"onrecord"
	"onrecord/codebook"
)

//go:embed lexicon
var lexiconFiles embed.FS

// lexicon is the words by which acts are told. It is read-only.
type lexicon struct {
	predicates map[string][]*pattern // by lemma (of the last word of a noun), those with conditions first
	byStem     map[string][]*pattern // the same by stem, where no lemma is told
	idioms     map[string][]*pattern // by lemma: what names an act and is none, "struck a note"
	verbs      map[string]bool       // lemmas with a pattern for the verb
	light      map[string][]string   // light verbs and the particles they take
	turns      map[string][]turn     // by lemma
	irregular  map[string]string
	people     map[string]bool // nouns for persons
	bodies     map[string]bool // nouns for companies, courts, councils, communities
	agents     map[string]bool // nouns that act in the name of their owner
	apart      map[string]bool // nouns that do not: "critics of Oslo"
	nature     map[string]bool // storms, floods, diseases

	home                     map[string]bool // organs of the state that a report is about
	fellows                  map[string]bool // "its neighbour"
	assertions               map[string]bool // "dismissed the claim" refuses nothing
	crowd, armed, factions   map[string]bool // who may act though nobody knows them
	pairedLands, pairedSides map[string]bool // "both countries", "the two sides"
}

// openLexicon reads the embedded word lists once.
var openLexicon = sync.OnceValues(func() (*lexicon, error) {
	l := &lexicon{predicates: map[string][]*pattern{}, idioms: map[string][]*pattern{}, verbs: map[string]bool{}, byStem: map[string][]*pattern{}, light: map[string][]string{}, turns: map[string][]turn{}, irregular: map[string]string{}}
	classes, err := readClasses()
	if err != nil {
		return nil, err
	}
	l.people, l.bodies = setOf(classes["people"]), setOf(classes["bodies"])
	l.agents, l.apart, l.nature = setOf(classes["agents"]), setOf(classes["apart"]), setOf(classes["nature"])
	l.home, l.crowd, l.armed, l.factions = setOf(classes["home"]), setOf(classes["crowd"]), setOf(classes["armed"]), setOf(classes["factions"])
	l.fellows, l.assertions = setOf(classes["fellows"]), setOf(classes["assertions"])
	l.pairedLands, l.pairedSides = setOf(classes["paired-lands"]), setOf(classes["paired-sides"])
	for _, read := range []func() error{
		func() error { return l.readPredicates(classes) }, func() error { return l.readIdioms(classes) }, l.readLight, l.readTurns, l.readIrregular,
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	l.indexStems()
	return l, nil
})

// eachLine hands on the lines of a word list that say something.
func eachLine(name string, do func(line string) error) error {
	data, err := lexiconFiles.ReadFile("lexicon/" + name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := do(line); err != nil {
			return fmt.Errorf("read %s line %d: %w", name, n+1, err)
		}
	}
	return nil
}

// indexStems needs the irregular forms to be read.
func (l *lexicon) indexStems() {
	for _, lemma := range slices.Sorted(maps.Keys(l.predicates)) {
		stem := l.stem(lemma)
		l.byStem[stem] = append(l.byStem[stem], l.predicates[lemma]...)
	}
	for _, list := range l.byStem {
		slices.SortStableFunc(list, func(a, b *pattern) int { return b.weight() - a.weight() })
	}
}

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

func readClasses() (map[string][]string, error) {
	classes := map[string][]string{}
	err := eachLine("nouns.txt", func(line string) error {
		name, words, ok := strings.Cut(line, ":")
		if !ok || classes[name] != nil {
			return fmt.Errorf("%q is no new class", line)
		}
		classes[name] = strings.Fields(words)
		return nil
	})
	return classes, err
}

// readPredicates reads one file for each type, in the order of the codebook: of
// patterns that ask for as much, the type that stands first there wins.
func (l *lexicon) readPredicates(classes map[string][]string) error {
	for _, t := range codebook.Plover().Types {
		if t.Extension {
			continue
		}
		err := eachLine("predicates/"+strings.ToLower(string(t.Name))+".tsv", func(line string) error { return l.readSense(t.Name, line, classes) })
		if err != nil {
			return err
		}
	}
	for _, list := range l.predicates {
		slices.SortStableFunc(list, func(a, b *pattern) int { return b.weight() - a.weight() })
	}
	return nil
}

// readSense reads a line of a type: its mode, where its recipient stands, its patterns.
func (l *lexicon) readSense(of onrecord.EventType, line string, classes map[string][]string) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 3 {
		return fmt.Errorf("%d cells, not 3", len(cells))
	}
	if cells[0] == "mode" {
		return nil
	}
	mode, code, _ := strings.Cut(cells[0], "=")
	s := &sense{Type: of, Mode: mode, CAMEO: code, To: strings.Fields(cells[1])}
	book := codebook.Plover()
	if s.Mode != "" && book.Mode(s.Type, s.Mode) == nil {
		return fmt.Errorf("no %s %s in the codebook", s.Type, s.Mode)
	}
	if _, known := book.FromCAMEO(code); code != "" && !known {
		return fmt.Errorf("no CAMEO code %q", code)
	}
	return eachPattern(cells[2], classes, func(p *pattern) {
		p.sense = s
		l.predicates[p.lemma] = append(l.predicates[p.lemma], p)
		l.verbs[p.lemma] = l.verbs[p.lemma] || !p.noun
	})
}

// eachPattern hands on the patterns of a list.
func eachPattern(list string, classes map[string][]string, do func(*pattern)) error {
	for written := range strings.SplitSeq(list, ",") {
		p, err := readPattern(strings.TrimSpace(written), classes)
		if err != nil {
			return err
		}
		do(&p)
	}
	return nil
}

func (l *lexicon) readIdioms(classes map[string][]string) error {
	return eachLine("idioms.txt", func(line string) error {
		return eachPattern(line, classes, func(p *pattern) { l.idioms[p.lemma] = append(l.idioms[p.lemma], p) })
	})
}

func (l *lexicon) readLight() error {
	return eachLine("light.txt", func(line string) error {
		for word := range strings.SplitSeq(line, ",") {
			verb, particle, _ := strings.Cut(strings.TrimSpace(word), "+")
			verb, _, _ = strings.Cut(verb, "@")
			l.light[verb] = append(l.light[verb], particle)
		}
		return nil
	})
}

func (l *lexicon) readTurns() error {
	return eachLine("turns.tsv", func(line string) error {
		kind, words, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%q has no words", line)
		}
		for word := range strings.SplitSeq(words, ",") {
			verb, particle, _ := strings.Cut(strings.TrimSpace(word), "+")
			t := turn{kind: kind, particle: particle}
			if verb == "be" {
				verb, t.particle, t.ready = particle, "", true
			}
			l.turns[verb] = append(l.turns[verb], t)
		}
		return nil
	})
}

func (l *lexicon) readIrregular() error {
	return eachLine("irregular.txt", func(line string) error {
		form, lemma, ok := strings.Cut(line, " ")
		if !ok {
			return fmt.Errorf("%q has no lemma", line)
		}
		l.irregular[form] = lemma
		return nil
	})
}

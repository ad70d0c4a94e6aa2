package words

import (
	_ "embed"
	"strings"
	"sync"
)

// Class is what a word without content of its own does. A word may have several.
type Class uint32

// The classes.
const (
	Empty     Class = 1 << iota // articles, auxiliaries, prepositions: tells nothing of the matter
	Negates                     // turns a clause round: "not", "never"
	First                       // "we"
	Third                       // "it", "they"
	Condition                   // "if", "unless"
	Turns                       // begins what stands against what was said: "but"
	Claims                      // a noun for what somebody said: "charge", "report"
	Refutes                     // calls it wrong: "baseless"
	Links                       // prepositions that tie a phrase to its noun: "against", "of"
	Subject                     // "we", "they", and not "our", "them"
	Counts                      // a number in letters
	Relative                    // "that", "who"
	Light                       // a noun or verb that only leads to the matter: "interest in", "efforts for"
	Wills                       // "will", "would"
	Officials                   // who speaks for a state without a name: "envoy"
	Helps                       // auxiliaries and "to": the word behind it is what is said to be done
)

//go:embed classes.txt
var classFile string

var classNames = [...]struct {
	name  string
	class Class
}{
	{"empty", Empty}, {"negates", Negates}, {"first", First | Empty}, {"third", Third | Empty}, {"condition", Condition | Empty},
	{"turns", Turns | Empty}, {"claims", Claims}, {"refutes", Refutes}, {"links", Links | Empty},
	{"helps", Helps | Empty}, {"subject", Subject | Empty}, {"counts", Counts | Empty}, {"officials", Officials}, {"light", Light}, {"relative", Relative | Empty}, {"wills", Wills | Helps | Empty},
}

// classes is the table of classes.txt by word.
var classes = sync.OnceValue(func() map[string]Class {
	table := map[string]Class{}
	eachLine(classFile, func(name, list string) {
		for _, c := range classNames {
			if c.name == name {
				for word := range strings.FieldsSeq(list) {
					table[word] |= c.class
				}
			}
		}
	})
	return table
})

func classOf(lower string) Class {
	if strings.HasSuffix(lower, "n't") {
		return Negates
	}
	return classes()[lower]
}

// eachLine reads lines of the form "name: list"; "#" begins a comment.
func eachLine(file string, do func(name, list string)) {
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		if name, list, ok := strings.Cut(line, ":"); ok {
			do(strings.TrimSpace(name), strings.TrimSpace(list))
		}
	}
}

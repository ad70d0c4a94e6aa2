package language

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"slices"
	"strings"

	"onrecord"
	"onrecord/model"
)

// nameSpan is a name found in the running words: tokens [First, End).
type nameSpan struct {
	First, End int
	Type       onrecord.EntityType
}

// FoundName is a name as words [First, End) of its sentence.
type FoundName struct {
	First, End int
	Type       onrecord.EntityType
}

// namesOf makes the names that were found in the sentences agree over the report,
// and gives them in order and without overlap.
func (d *desk) namesOf(a *onrecord.Analysis) []nameSpan {
	sentences := make([][]string, len(d.found))
	for i, s := range a.Sentences[:len(d.found)] {
		sentences[i] = d.forms[s.First:s.End]
		d.found[i] = joinHyphens(a, s.First, d.found[i])
	}
	agreeNames(sentences, d.found)
	var out []nameSpan
	for i, names := range d.found {
		first := a.Sentences[i].First
		for _, n := range names {
			out = append(out, nameSpan{first + n.First, first + n.End, n.Type})
		}
	}
	return out
}

// findNames finds the names of an analysis whose sentences are not on a desk.
func (r *Reader) findNames(a *onrecord.Analysis) []nameSpan {
	d := r.openDesk()
	defer r.desks.Put(d)
	for _, t := range a.Tokens {
		d.forms = append(d.forms, a.Text.Cut(t.Span))
	}
	for _, s := range a.Sentences {
		d.findIn(d.forms[s.First:s.End])
	}
	return d.namesOf(a)
}

// findIn finds the names of one more sentence.
func (d *desk) findIn(words []string) {
	d.encode(words, len(words))
	d.found = append(d.found, d.namesIn(words, 0))
}

// Names finds the names of one report's sentences of words.
func (r *Reader) Names(sentences [][]string) [][]FoundName {
	d := r.openDesk()
	defer r.desks.Put(d)
	for _, words := range sentences {
		d.findIn(words)
	}
	agreeNames(sentences, d.found)
	return slices.Clone(d.found)
}

//go:embed weights/names.*
var nameWeights embed.FS

// The files of weights, and the names of the models in them.
const (
	gendersModel  = "names genders"
	nounsModel    = "names nouns"
	pronounsModel = "names pronouns"
	knownModel    = "names known"
)

// nameModels are the learned models of mentions and chains.
type nameModels struct {
	genders  map[string]byte // 'm' or 'f' by given name in small letters
	nouns    map[string]byte // what a noun names, as in kin.class
	pronouns *model.Ranker
	known    knownNames
	digest   string
}

func loadNameModels() (nameModels, error) {
	var m nameModels
	sum := sha256.New()
	for _, part := range []struct {
		model string
		read  func(file []byte) error
	}{
		{gendersModel, func(file []byte) error { return readText(file, gendersModel, marksInto(&m.genders)) }},
		{nounsModel, func(file []byte) error { return readText(file, nounsModel, marksInto(&m.nouns)) }},
		{pronounsModel, m.readPronouns},
		{knownModel, func(file []byte) error { return readText(file, knownModel, m.known.read) }},
	} {
		name := weightsFile(part.model)
		file, err := nameWeights.ReadFile(name)
		if err != nil {
			return m, err
		}
		if err := part.read(file); err != nil {
			return m, fmt.Errorf("read %s: %w", name, err)
		}
		sum.Write(file)
	}
	m.digest = fmt.Sprintf("%x", sum.Sum(nil)[:8])
	return m, nil
}

// weightsFile is the file of a model of names.
func weightsFile(model string) string {
	return "weights/" + strings.ReplaceAll(model, " ", ".") + ".bin"
}

func (m *nameModels) readPronouns(file []byte) (err error) {
	m.pronouns, err = model.OpenRanker(file)
	return err
}

func (m nameModels) digests() map[string]string {
	return map[string]string{"names": m.digest}
}

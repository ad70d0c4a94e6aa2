package language

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/model"
)

// nameSpan is a name found in the running words: tokens [First, End).
type nameSpan struct {
	First, End int
	Type       onrecord.EntityType
}

//go:embed weights/names.*
var nameWeights embed.FS

// The files of weights, and the names of the models in them.
const (
	namesModel    = "names"
	clustersModel = "names clusters"
	gendersModel  = "names genders"
	nounsModel    = "names nouns"
	pronounsModel = "names pronouns"
)

// nameModels are the learned models of names, mentions and chains.
type nameModels struct {
	tagger   *NameTagger
	genders  map[string]byte // 'm' or 'f' by given name in small letters
	nouns    map[string]byte // what a noun names, as in kin.class
	pronouns *model.Logistic
	digest   string
}

// NameTagger finds names in sentences of words, without the rest of the reader.
// It is safe for many goroutines.
type NameTagger struct {
	words *WordTable
	model *model.Sequence
}

// NewNameTagger makes a tagger from a file of weights as [LearnNames] gives it
// and what was known of words when it was learned.
func NewNameTagger(file []byte, words *WordTable) (*NameTagger, error) {
	m, err := model.ReadSequence(file, namesModel)
	if err != nil {
		return nil, err
	}
	return &NameTagger{words, m}, nil
}

// LoadNameTagger opens the embedded tagger.
func LoadNameTagger() (*NameTagger, error) {
	m, err := loadNameModels()
	return m.tagger, err
}

func loadNameModels() (nameModels, error) {
	var m nameModels
	words := &WordTable{}
	sum := sha256.New()
	for _, part := range []struct {
		model string
		read  func(file []byte) error
	}{
		{clustersModel, func(file []byte) error { return readText(file, clustersModel, words.readClusters) }},
		{namesModel, func(file []byte) (err error) { m.tagger, err = NewNameTagger(file, words); return err }},
		{gendersModel, func(file []byte) error { return readText(file, gendersModel, marksInto(&m.genders)) }},
		{nounsModel, func(file []byte) error { return readText(file, nounsModel, marksInto(&m.nouns)) }},
		{pronounsModel, m.readPronouns},
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
	if model == namesModel {
		return "weights/names.tagger.bin"
	}
	return "weights/" + strings.ReplaceAll(model, " ", ".") + ".bin"
}

func (m *nameModels) readPronouns(file []byte) (err error) {
	m.pronouns, err = model.OpenLogistic(file)
	return err
}

func (m nameModels) digests() map[string]string {
	return map[string]string{"names": m.digest}
}

// Tag gives the names of one report's sentences, each as word borders in its
// sentence.
func (t *NameTagger) Tag(sentences [][]string) [][]FoundName {
	out := make([][]FoundName, len(sentences))
	var buffer model.SequenceBuffer
	for i, features := range newNameFeaturer(t.words).features(sentences) {
		for from := 0; from < len(features); from += maxNameSentence {
			part := features[from:min(from+maxNameSentence, len(features))]
			out[i] = appendFound(out[i], t.model.Decode(part, &buffer), from)
		}
	}
	agreeNames(sentences, out)
	return out
}

// FoundName is a name as words [First, End) of its sentence.
type FoundName struct {
	First, End int
	Type       onrecord.EntityType
}

func appendFound(to []FoundName, tags []int, from int) []FoundName {
	first := 0
	for i, tag := range tags {
		if tag == 0 || tag > 4*len(nameTypes) {
			continue
		}
		place, kind := (tag-1)%4, nameTypes[(tag-1)/4]
		if place == aloneInName || place == firstInName {
			first = i
		}
		if place == aloneInName || place == lastInName {
			to = append(to, FoundName{from + first, from + i + 1, kind})
		}
	}
	return to
}

// findNames finds the names, in order and without overlap.
func (r *Reader) findNames(a *onrecord.Analysis) []nameSpan {
	sentences := make([][]string, len(a.Sentences))
	for i, s := range a.Sentences {
		for _, t := range a.Tokens[s.First:s.End] {
			sentences[i] = append(sentences[i], a.Text.Cut(t.Span))
		}
	}
	var out []nameSpan
	for i, names := range r.names.tagger.Tag(sentences) {
		for _, n := range names {
			first := a.Sentences[i].First
			out = append(out, nameSpan{first + n.First, first + n.End, n.Type})
		}
	}
	return out
}

// LoadClusters gives the embedded clusters of words, as "coarse.middle.fine".
func LoadClusters() (map[string]string, error) {
	file, err := nameWeights.ReadFile(weightsFile(clustersModel))
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	return out, readText(file, clustersModel, func(rows []byte) error {
		return eachRow(rows, func(word, value string) error {
			out[word] = value
			return nil
		})
	})
}

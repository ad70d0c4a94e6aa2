package language

import (
	"fmt"
	"io"

	"onrecord/model"
)

// folds is the number of parts that the treebank is cut into, so that each can
// be tagged by a tagger that has not seen it.
const folds = 4

// Course is what the reader's syntax is learned from.
type Course struct {
	Sentences  [][]Word
	Paragraphs []Paragraph // of the same treebanks
	Lexicon    []byte      // as made by a [LexiconLearner]; may be nil
	Rounds     int         // over the trees; 0 means the usual number
}

// Learn learns all models of words and trees and gives their files by name.
func Learn(c Course, log io.Writer) (map[string][]byte, error) {
	r := newReader()
	if c.Lexicon != nil {
		if err := r.readLexicon(c.Lexicon); err != nil {
			return nil, err
		}
	}
	tags, labels := knownTags(c.Sentences), knownLabels(c.Sentences)
	if len(tags) >= noTag || len(labels) >= noLabel {
		return nil, fmt.Errorf("learn syntax: %d tags and %d labels are too many", len(tags), len(labels))
	}
	kinds := learnKinds(c.Sentences)
	all := examples(c.Sentences, r.lexicon, kinds, tags)
	r.tagger = learnTagger(all, tags, kinds)
	r.inflection = learnInflection(all)
	fmt.Fprintln(log, "learned tagger of", len(tags), "tags")
	r.learnBorders(c.Paragraphs, 6)
	tagByFolds(c.Sentences, all, r.lexicon, tags)
	fmt.Fprintln(log, "tagged by folds:", accuracy(all))
	r.parser = learnParser(lessons(all, labels), labels, r.tagger.classes, c.Rounds, log)
	return r.pack()
}

// tagByFolds gives every example the tags of a tagger that did not see it.
func tagByFolds(sentences [][]Word, all []example, lexicon codes, tags []string) {
	eachFold(func(fold int) {
		var seen [][]Word
		for i, s := range sentences {
			if i%folds != fold {
				seen = append(seen, s)
			}
		}
		kinds := learnKinds(seen)
		rows := learnPass(examples(seen, lexicon, kinds, tags), nil, fullTagFeatures, len(tags), course{foldRounds, foldMargin})
		d := bareDesk()
		var mine [][]Word
		for i := fold; i < len(sentences); i += folds {
			mine = append(mine, sentences[i])
		}
		for k, e := range examples(mine, lexicon, kinds, tags) {
			all[fold+k*folds].tags = onePass(d, rows, fullTagFeatures, e.looks, nil)
		}
	})
}

// eachFold does the folds two at a time.
func eachFold(do func(fold int)) {
	done := make(chan bool)
	for start := range 2 {
		go func() {
			for fold := start; fold < folds; fold += 2 {
				do(fold)
			}
			done <- true
		}()
	}
	<-done
	<-done
}

func accuracy(all []example) string {
	right, n := 0, 0
	for _, e := range all {
		for i := range e.tags {
			n++
			if e.tags[i] == e.gold[i] {
				right++
			}
		}
	}
	return fmt.Sprintf("%.2f %% of %d words right", 100*float64(right)/float64(max(n, 1)), n)
}

const arcRounds = 8

func learnParser(all []lesson, labels []string, classes []uint8, rounds int, log io.Writer) *parser {
	if rounds == 0 {
		rounds = arcRounds
	}
	p := &parser{labels: labels, width: beamWidth}
	var quick [folds]*model.Rows
	eachFold(func(fold int) { quick[fold] = learnQuick(all, classes, len(labels), fold) })
	p.quick = learnQuick(all, classes, len(labels), -1)
	p.final = learnFinal(all, classes, len(labels))
	for i, l := range labels {
		if l == "root" {
			p.root = uint8(i)
		}
	}
	fmt.Fprintln(log, "learned to name arcs with", len(labels), "labels")
	learnArcs(p, all, quick, classes, rounds, log)
	return p
}

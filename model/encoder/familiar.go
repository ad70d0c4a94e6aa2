package encoder

import (
	"strings"
	"sync/atomic"

	"onrecord/model"
)

const (
	// sets of ways: the number of words that are remembered, five kilobytes each. So
	// many make up 87 % of the words of news.
	sets, ways = 1024, 4
	// longest word that is remembered.
	longest = 32
)

// familiar remembers what was made of the words that come often. All desks share it;
// since a word is always made the same, it never shows who remembered it.
type familiar struct {
	words [sets][ways]atomic.Pointer[alone]
}

// find gives the word, nil if it is not remembered. A word that was found moves up
// by one place.
func (f *familiar) find(form string) *alone {
	set := f.set(form)
	for k := range set {
		w := set[k].Load()
		if w == nil || w.form != form {
			continue
		}
		if k > 0 {
			set[k].Store(set[k-1].Load())
			set[k-1].Store(w)
		}
		return w
	}
	return nil
}

// keep remembers a word in the place of the one that was found least.
func (f *familiar) keep(w *alone) {
	if len(w.form) > longest || f.find(w.form) != nil {
		return
	}
	w.form = strings.Clone(w.form) // which is a part of a whole report
	set := f.set(w.form)
	k := 0
	for k < ways-1 && set[k].Load() != nil {
		k++
	}
	set[k].Store(w)
}

func (f *familiar) set(form string) *[ways]atomic.Pointer[alone] {
	return &f.words[model.HashString(form)%sets]
}

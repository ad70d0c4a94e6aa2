package acts

import "onrecord/lab/gold"

// lessonFolder holds reports that were written to learn events from, seen from the module root; its README.md tells how.
const lessonFolder = "testdata/lessons"

// ownLessons gives the reports of [lessonFolder] that are learned from, or every fourth, which is kept for measuring.
func ownLessons(forMeasuring bool) ([]gold.Article, error) {
	all, err := gold.Load(lessonFolder)
	if err != nil {
		return nil, err
	}
	var out []gold.Article
	for i := range all {
		if (i%measuring == measuring-1) == forMeasuring {
			out = append(out, all[i])
		}
	}
	return out, nil
}

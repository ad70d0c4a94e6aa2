// Package testdata holds the reports that were written for this project, all invented. Programs
// show some of them to who has no record yet: start at [Sample].
package testdata

import (
	"embed"
	"io/fs"
	"iter"
)

//go:embed reports/*.txtar sample/*.txt story/dam/*.txt
var files embed.FS

// Sample yields the reports of the sample record: the name of each file with its bytes, in order.
func Sample() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, pattern := range []string{"reports/*.txtar", "sample/*.txt", "story/dam/*.txt"} {
			names, _ := fs.Glob(files, pattern) // its patterns are right
			for _, name := range names {
				raw, err := files.ReadFile(name)
				if err != nil {
					panic("an embedded file can be read: " + err.Error())
				}
				if !yield(name, raw) {
					return
				}
			}
		}
	}
}

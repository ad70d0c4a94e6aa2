package ud

import (
	"bufio"
	"fmt"
	"io"
)

// Write writes a sentence as CoNLL-U.
func Write(out *bufio.Writer, s Sentence) error {
	for _, c := range s.Comments {
		fmt.Fprintln(out, c)
	}
	for i, w := range s.Words {
		if w.Parts > 1 {
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i+1, i+w.Parts, w.Surface, misc(s.Words[i+w.Parts-1].NoSpace))
		}
		last := ""
		if w.NoSpace && !insideMultiword(s.Words, i) {
			last = "SpaceAfter=No"
		}
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", i+1,
			w.Form, or(w.Lemma), or(w.UPOS), or(w.XPOS), or(w.Feats), w.Head+1, or(w.Deprel), or(last))
	}
	_, err := io.WriteString(out, "\n")
	return err
}

func misc(noSpace bool) string {
	if noSpace {
		return "SpaceAfter=No"
	}
	return "_"
}

func or(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// insideMultiword reports whether word i belongs to a multiword token.
func insideMultiword(words []Word, i int) bool {
	for from := i; from >= 0 && i-from < 20; from-- {
		if words[from].Parts > 1 {
			return i < from+words[from].Parts
		}
	}
	return false
}

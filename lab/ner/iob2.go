package ner

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"onrecord"
	"onrecord/language"
)

// maxLine bounds a line of a corpus file.
const maxLine = 1 << 20

// iobSentence is one sentence of an IOB2 file.
type iobSentence struct {
	report string // the "# doc = " line that it stands under, "" if none
	words  []string
	labels []string // "O", "B-PER", ...
	source []string // the source's own labels, where the file has them
}

// readIOB2 reads "token TAB label [TAB source label]" lines, a blank line after
// each sentence. With doc lines given once a document, they hold until the next.
func readIOB2(in io.Reader) ([]iobSentence, error) {
	var out []iobSentence
	report, now := "", iobSentence{}
	finish := func() {
		if len(now.words) > 0 {
			now.report = report
			out = append(out, now)
		}
		now = iobSentence{}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 64<<10), maxLine)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if !strings.Contains(line, "\t") {
			if name, ok := strings.CutPrefix(line, "# doc = "); ok {
				finish()
				report = name
			} else if strings.TrimSpace(line) == "" {
				finish()
			} else if !strings.HasPrefix(line, "#") {
				return nil, fmt.Errorf("line %d: no tab", n)
			}
			continue
		}
		if err := now.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	finish()
	return out, lines.Err()
}

func (s *iobSentence) add(fields []string) error {
	label := fields[1]
	if label != "O" && !(len(label) > 2 && (label[:2] == "B-" || label[:2] == "I-")) {
		return fmt.Errorf("label %q is not O, B-TYPE or I-TYPE", label)
	}
	source := label
	if len(fields) > 2 {
		source = fields[2]
	}
	s.words = append(s.words, fields[0])
	s.labels = append(s.labels, label)
	s.source = append(s.source, source)
	return nil
}

// names reads the labels. An I- that continues nothing begins a name.
func (s *iobSentence) names() []language.FoundName {
	var out []language.FoundName
	open := false
	for i, label := range s.labels {
		if label == "O" {
			open = false
			continue
		}
		kind := onrecord.EntityType(label[2:])
		if label[0] == 'I' && open && out[len(out)-1].Type == kind {
			out[len(out)-1].End = i + 1
			continue
		}
		out = append(out, language.FoundName{First: i, End: i + 1, Type: kind})
		open = true
	}
	return out
}

// setNames writes names as labels.
func (s *iobSentence) setNames(names []language.FoundName) {
	for i := range s.labels {
		s.labels[i] = "O"
	}
	for _, n := range names {
		for i := n.First; i < n.End && i < len(s.labels); i++ {
			s.labels[i] = "I-" + string(n.Type)
		}
		s.labels[n.First] = "B-" + string(n.Type)
	}
}

// reportsOf groups sentences that follow one another in one report. Sentences
// that name no report stand alone.
func reportsOf(sentences []iobSentence) [][]iobSentence {
	var out [][]iobSentence
	for i, s := range sentences {
		if i > 0 && s.report != "" && s.report == sentences[i-1].report {
			out[len(out)-1] = append(out[len(out)-1], s)
			continue
		}
		out = append(out, []iobSentence{s})
	}
	return out
}

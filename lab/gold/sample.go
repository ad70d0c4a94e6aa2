package gold

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"

	"onrecord"
)

// Sample is one of our own reports with its gold record, from an archive
// NAME.txtar of testdata/reports. The archive holds the report as it came
// (report.txt, report.html or report.jsonl), gold.json in the form of the gold
// articles, and record.txt, what the product prints for it.
type Sample struct {
	Name    string
	Shows   string // what the case is for: the comment of the archive
	File    string // "report.html"
	Raw     []byte
	Article Article
	Faults  []string // of its gold.json, by the guide; empty in a good sample
}

// sampleForms are the files that may hold a report. Their gold.json leaves out the
// text where the file is the text.
var sampleForms = [...]struct {
	file   string
	isText bool
}{
	{"report.txt", true},
	{"report.html", false},
	{"report.jsonl", false},
}

// LoadSamples reads the archives of a folder in name order.
func LoadSamples(folder string) ([]Sample, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var samples []Sample
	for _, file := range files {
		s, err := loadSample(file)
		if err != nil {
			return nil, fmt.Errorf("load sample %s: %w", file, err)
		}
		samples = append(samples, s)
	}
	if len(samples) == 0 {
		return nil, fmt.Errorf("no sample report in %s", folder)
	}
	return samples, nil
}

func loadSample(path string) (Sample, error) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		return Sample{}, err
	}
	s := Sample{Name: strings.TrimSuffix(filepath.Base(path), ".txtar"), Shows: strings.TrimSpace(string(archive.Comment))}
	gold, ok := fileOf(archive, "gold.json")
	if !ok {
		return s, fmt.Errorf("no gold.json")
	}
	if err := json.Unmarshal(gold, &s.Article); err != nil {
		return s, fmt.Errorf("read gold.json: %w", err)
	}
	for _, form := range sampleForms {
		raw, ok := fileOf(archive, form.file)
		if !ok {
			continue
		}
		s.File, s.Raw = form.file, raw
		if form.isText {
			s.Article.Text = string(raw)
		}
		s.Faults = CheckArticle(gold, s.Name, s.Article.Text)
		return s, nil
	}
	return s, fmt.Errorf("no report.txt, report.html or report.jsonl")
}

func fileOf(archive *txtar.Archive, name string) ([]byte, bool) {
	for _, f := range archive.Files {
		if f.Name == name {
			return f.Data, true
		}
	}
	return nil, false
}

// Report gives the sample as the product gets it: a page as it is, a line of JSONL as
// the text that it carries with what the carrier tells about it.
func (s *Sample) Report() *onrecord.Report {
	r := s.Article.Report()
	switch s.File {
	case "report.html":
		r.MediaType, r.Raw, r.Title, r.Outlet, r.Published = onrecord.HTML, s.Raw, "", "", ""
	case "report.jsonl":
		r.Outlet, r.Title, r.Published = s.Article.Outlet, s.Article.Headline, onrecord.Date(s.Article.Published)
	}
	r.ID = onrecord.NewReportID(s.Name, r.Raw)
	return r
}

// MeasureSamples reads the sample reports of a folder and scores what comes out.
func MeasureSamples(ctx context.Context, r Reader, folder string) (Scores, error) {
	samples, err := LoadSamples(folder)
	if err != nil {
		return Scores{}, err
	}
	var total Scores
	for i := range samples {
		entry, err := r.Read(ctx, samples[i].Report())
		if err != nil {
			return Scores{}, fmt.Errorf("read sample %s: %w", samples[i].Name, err)
		}
		total.Add(Score(&samples[i].Article, entry))
	}
	return total, nil
}

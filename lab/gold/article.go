// Package gold scores the product's entries against whole reports that people
// read: who said what, who did what to whom, when, according to whom. Start at
// [Evaluate]; [Score] compares one article with one entry.
//
// The measures are those of the maintainers' scorer for the same files, so that
// figures can be compared: names match by their telling words, statements one to
// one when cues share a word and contents reach token F1 .5, events by maximum
// matching of type, actor and recipient.
package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Article is a report with the record that a careful reader made of it.
type Article struct {
	ID         string      `json:"id"`
	URL        string      `json:"url"`
	Outlet     string      `json:"outlet"`
	Headline   string      `json:"headline"`
	Byline     []string    `json:"byline"`
	Dateline   Dateline    `json:"dateline"`
	Published  string      `json:"published"`
	Text       string      `json:"text"`
	Clutter    []string    `json:"clutter"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Aliases    [][]string  `json:"aliases"`
	Actors     []ActorCode `json:"actors"` // full gold only
}

// isFull reports whether the gold tells all that the product should: codes of
// parties, countries, addressees, parents and what was not said.
func (a *Article) isFull() bool { return a.Actors != nil }

// ActorCode gives the codes of a party of the events; "" where it has none.
type ActorCode struct {
	Name    string `json:"name"`
	Country string `json:"country"`
	Sector  string `json:"sector"` // the first
}

// Dateline is where the report was filed.
type Dateline struct {
	Place  string `json:"place"`
	Agency string `json:"agency"`
}

// Statement is a gold statement. Content pieces are exact substrings of the text.
type Statement struct {
	Speaker string   `json:"speaker"`
	Mention string   `json:"speaker_mention"`
	Role    string   `json:"speaker_role"`
	For     string   `json:"speaker_for"`
	Named   bool     `json:"named"`
	Via     []string `json:"via"`
	Cue     string   `json:"cue"`
	Kind    string   `json:"kind"`
	Form    string   `json:"form"`
	Content []string `json:"content"`
	SaidOn  string   `json:"said_on"`
	About   []string `json:"about"`

	// Full gold only.
	ViaOwn    []string `json:"via_own"`   // the speaker's own letter, speech: may be a hop
	Addressee string   `json:"addressee"` // exact words
	Parent    *int     `json:"parent"`    // index of the statement that reports this one
	Negated   bool     `json:"negated"`   // the report says that it was not said
}

// Event is a gold event. Evidence is an exact substring of the text.
type Event struct {
	Actor     string `json:"actor"`
	Recipient string `json:"recipient"`
	Type      string `json:"type"`
	Status    string `json:"status"`
	By        string `json:"by"`
	Date      string `json:"date"`
	Place     string `json:"place"`
	Country   string `json:"country"` // alpha-3; full gold only
	Evidence  string `json:"evidence"`
	Words     string `json:"words"` // of the evidence, that name the act; "" where not told
}

// Load reads the gold articles of a folder in name order. NAME.gold.json has its
// text beside it in NAME.txt.
func Load(folder string) ([]Article, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var articles []Article
	for _, file := range files {
		a, err := loadArticle(file)
		if err != nil {
			return nil, fmt.Errorf("load gold %s: %w", file, err)
		}
		articles = append(articles, a)
	}
	if len(articles) == 0 {
		return nil, fmt.Errorf("no gold article in %s", folder)
	}
	return articles, nil
}

func loadArticle(file string) (Article, error) {
	var a Article
	data, err := os.ReadFile(file)
	if err != nil {
		return a, err
	}
	if err := json.Unmarshal(data, &a); err != nil {
		return a, err
	}
	if name, apart := strings.CutSuffix(file, ".gold.json"); apart {
		text, err := os.ReadFile(name + ".txt")
		if err != nil {
			return a, err
		}
		a.Text = string(text)
	}
	return a, nil
}

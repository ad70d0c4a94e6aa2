package onrecord

// Entry is all that one report contributes to the record. Its JSON form is the
// public format: docs/entry.schema.json describes it.
type Entry struct {
	Report     Masthead    `json:"report"`
	Text       string      `json:"text"`
	Clutter    []Quote     `json:"clutter"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Actors     []Actor     `json:"actors"`
	Issues     []Issue     `json:"issues"`
	Provenance Provenance  `json:"provenance"`
}

// Masthead identifies the report that an entry was made from.
type Masthead struct {
	ID            ReportID `json:"id"`
	Source        string   `json:"source"` // file, line or carrier's id that it was read from
	URL           string   `json:"url"`
	Fetched       Date     `json:"fetched,omitempty"` // when a crawl took it from URL
	Outlet        string   `json:"outlet"`
	Headline      string   `json:"headline"`
	Byline        []string `json:"byline"`
	Dateline      Dateline `json:"dateline"`
	Published     *Date    `json:"published"` // null if the page does not tell
	PublishedFrom string   `json:"published_from"`
	Language      string   `json:"language"`
}

// Station names a part of the pipeline.
type Station string

// The stations, in the order of a report's way.
const (
	AtClean      Station = "clean"
	AtLanguage   Station = "language"
	AtActors     Station = "actors"
	AtStatements Station = "statements"
	AtEvents     Station = "events"
)

// Issue is what could not be done, and where. It travels with the entry; an
// error, in contrast, stops the report.
type Issue struct {
	Station Station `json:"station"`
	Kind    string  `json:"kind"` // short and stable: "no-published-date", "language-not-read"
	Note    string  `json:"note"`
	Words   *Quote  `json:"words,omitempty"`
}

// Provenance tells what made an entry, so that it can be made again and two
// runs can be compared.
type Provenance struct {
	Program  string            `json:"program"`
	Version  string            `json:"version"`
	Codebook string            `json:"codebook"`
	Models   map[string]string `json:"models"` // model name -> digest of its weights
}

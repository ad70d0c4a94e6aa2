package onrecord

// Text is the readable words of a report, made once by package clean. Nothing
// edits it later; everything else points into Words by spans.
type Text struct {
	Report     *Report
	Words      string // valid UTF-8; for plain text the bytes as they came
	Imprint    Imprint
	Paragraphs []Paragraph // in order, not overlapping; clutter is in none of them
	Clutter    []Span      // words of the page that are not part of this report, in order
}

// Cut gives the exact words of a span. It is the only way to quote.
func (t *Text) Cut(s Span) string { return t.Words[s.Start:s.End] }

// Quote cuts a span and keeps where the words stood.
func (t *Text) Quote(s Span) Quote { return Quote{s, t.Cut(s)} }

// ParagraphKind says what part a paragraph plays in its report.
type ParagraphKind string

// The kinds of paragraph. Stations read statements and events from Body only;
// the others help to find names and roles.
const (
	Body     ParagraphKind = "body"
	Headline ParagraphKind = "headline"
	Subhead  ParagraphKind = "subhead"
	Caption  ParagraphKind = "caption"
	Byline   ParagraphKind = "byline"   // who wrote it, when it was put out
	DateLine ParagraphKind = "dateline" // "MOSCOW (Agency - 23rd December, 2019)": cut off the paragraph that it opens
	Repeat   ParagraphKind = "repeat"   // words that stand again, and fuller, in a later body paragraph
)

// Paragraph is a run of words that belong together.
type Paragraph struct {
	Span
	Kind ParagraphKind
}

// Imprint is what a report says of itself.
type Imprint struct {
	Outlet        string
	Headline      string
	Byline        []string
	Dateline      Dateline
	Published     Date   // "" if the page does not tell: never today's date
	PublishedFrom string // the words or the field that Published was taken from
	Language      string // ISO 639-1, "" if unsure
}

// Dateline is where a report was filed, and the agency that filed it.
type Dateline struct {
	Place  string `json:"place,omitempty"`
	Agency string `json:"agency,omitempty"`
}

package mcp

import (
	"context"
	"fmt"
	"unicode/utf8"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"onrecord"
)

type textAsked struct {
	Report onrecord.ReportID `json:"report" jsonschema:"the id of a report"`
	From   int               `json:"from,omitempty" jsonschema:"byte to begin at, to go on where an answer ended"`
}

// reportText is a part of a report's text.
type reportText struct {
	Source source `json:"source"`
	From   int    `json:"from"`
	To     int    `json:"to"`
	Bytes  int    `json:"bytes" jsonschema:"of the whole text"`
	Text   string `json:"text"`
}

type readAsked struct {
	Text      string        `json:"text" jsonschema:"a news report, at most 200000 bytes"`
	Published onrecord.Date `json:"published,omitempty" jsonschema:"when it was published, if the text does not tell: 2015-12-30"`
	Outlet    string        `json:"outlet,omitempty"`
}

// readText is what a text puts on record.
type readText struct {
	Source     source               `json:"source"`
	Statements []onrecord.Statement `json:"statements"`
	Events     []onrecord.Event     `json:"events"`
	Issues     []onrecord.Issue     `json:"issues" jsonschema:"what could not be read"`
	More       bool                 `json:"more" jsonschema:"true if lines were left out: read a shorter part"`
}

// How much text goes in and out.
const (
	mostText = 24 << 10
	mostRead = 200_000
)

func (t *tools) addReports(server *sdk.Server) {
	add(server, t, "report_text", "The text of a report, byte by byte; long ones in parts.", t.text)
	if t.Read != nil {
		add(server, t, "read_text", "Read this text: who said what, who did what, with the exact words. Nothing is kept.", t.read)
	}
}

func (t *tools) text(ctx context.Context, in textAsked) (reportText, error) {
	e, err := t.Record.Get(ctx, in.Report)
	if err != nil {
		return reportText{}, err
	}
	if in.From < 0 || in.From > len(e.Text) {
		return reportText{}, fmt.Errorf("%w: the text has %d bytes", errAsked, len(e.Text))
	}
	from, to := runeAt(e.Text, in.From), runeAt(e.Text, min(len(e.Text), in.From+mostText))
	return reportText{sourceOf(&e.Report), from, to, len(e.Text), e.Text[from:to]}, nil
}

// runeAt goes back to where a character begins.
func runeAt(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

func (t *tools) read(ctx context.Context, in readAsked) (readText, error) {
	if in.Text == "" || len(in.Text) > mostRead || !utf8.ValidString(in.Text) {
		return readText{}, fmt.Errorf("%w: give 1 to %d bytes of UTF-8 text", errAsked, mostRead)
	}
	if _, err := daysOf(in.Published, ""); err != nil {
		return readText{}, err
	}
	raw := []byte(in.Text)
	e, err := t.Read(ctx, &onrecord.Report{
		ID: onrecord.NewReportID("assistant", raw), Source: "assistant", Outlet: in.Outlet, Published: in.Published, MediaType: onrecord.PlainText, Raw: raw,
	})
	if err != nil {
		return readText{}, err
	}
	said, err := fit(e.Statements, len(e.Statements))
	if err != nil {
		return readText{}, err
	}
	done, err := fit(e.Events, len(e.Events))
	return readText{sourceOf(&e.Report), said.Items, done.Items, e.Issues, said.More || done.More}, err
}

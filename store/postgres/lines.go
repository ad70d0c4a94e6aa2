package postgres

import (
	"onrecord/store"
)

// mostLines bounds the lines of one report: a line's key is the report's times this, and the
// line's place in the report. So keys are known before anything is sent.
const mostLines = 1 << 20

// part is a column of lines with folded words; mark tells its words apart in terms.
type part struct {
	name  store.Part
	mark  byte
	title string // the column
}

// parts are the columns in which words are looked for. The first holds what was said or done.
var parts = [...]part{
	{"", 'w', "words"}, {store.By, 'b', `"by"`}, {store.As, 's', `"as"`}, {store.For, 'f', `"for"`},
	{store.About, 'a', "about"}, {store.Actor, 'c', "actor"}, {store.Recipient, 't', `"to"`},
	{store.Via, 'v', "via"}, {store.Outlet, 'o', "outlet"},
}

const insertLines = `
INSERT INTO lines (report, key, start, sort, id, day_from, day_to, kind, form, named, type, status, doer, recipient,
  words, "by", "as", "for", about, actor, "to", via, outlet, terms)
SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
  $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[],
  $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::tsvector[])`

// lineColumns are the rows of reports in table lines, column by column.
type lineColumns struct {
	report, key, start []int64
	values             [11][]*string // sort, id, day_from ... recipient
	words              [len(parts)][]string
	terms              []string
}

// placeColumns are the rows in table places.
type placeColumns struct {
	place []string
	line  []int64
}

// add takes in the lines of a report.
func (c *lineColumns) add(report int64, lines []store.Line, places *placeColumns) {
	for i := range lines {
		key := report*mostLines + int64(i)
		c.report = append(c.report, report)
		c.addLine(key, &lines[i])
		for _, word := range store.PlaceWords(lines[i].Place) {
			places.place, places.line = append(places.place, plain(word)), append(places.line, key)
		}
	}
}

func (c *lineColumns) addLine(key int64, l *store.Line) {
	c.key, c.start = append(c.key, key), append(c.start, int64(l.Start))
	sort, id := plain(l.Sort), plain(l.ID)
	for i, value := range [len(c.values)]*string{
		&sort, &id, orNull(l.From), orNull(l.To), orNull(l.Values[store.Kind]), orNull(l.Values[store.Form]), orNull(l.Values[store.Named]),
		orNull(l.Values[store.Type]), orNull(l.Values[store.Status]), orNull(string(l.Doer)), orNull(string(l.RecipientID)),
	} {
		c.values[i] = append(c.values[i], value)
	}
	var terms []string
	for i, p := range parts {
		pieces := l.Names[p.name]
		if p.name == "" {
			pieces = l.Words
		}
		text, words := folded(pieces)
		c.words[i] = append(c.words[i], text)
		for _, word := range words {
			terms = append(terms, term(p.mark, word))
		}
	}
	c.terms = append(c.terms, vector(terms))
}

func (c *lineColumns) args() []any {
	args := []any{c.report, c.key, c.start}
	for _, column := range c.values {
		args = append(args, column)
	}
	for _, column := range c.words {
		args = append(args, column)
	}
	return append(args, c.terms)
}

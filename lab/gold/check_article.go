package gold

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"onrecord"
)

// The closed lists of the annotation guide.
const (
	articleKeys   = "id url outlet headline byline dateline published language clutter statements events aliases"
	statementKeys = "speaker speaker_mention speaker_role speaker_for named via cue kind form content said_on about"
	eventKeys     = "actor recipient type status by date place evidence"
	kinds         = "assert deny confirm accuse demand promise threaten hope propose agree refuse condemn praise believe question"
	forms         = "direct indirect mixed"
	eventTypes    = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
	statuses      = "asserted claimed denied disputed planned"
)

// articleCheck gathers the faults of one article.
type articleCheck struct {
	text   string
	faults []string
}

// CheckArticle tests a gold article against the annotation guide: every key is
// there, closed lists are kept, dates have their form, quoted words stand in the
// text. It returns what is wrong, nothing if all is well.
func CheckArticle(data []byte, id, text string) []string {
	c := articleCheck{text: text}
	var a Article
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &a); err != nil {
		return []string{err.Error()}
	}
	if err := json.Unmarshal(data, &fields); err != nil {
		return []string{err.Error()}
	}
	c.keys("article", fields, articleKeys)
	if a.ID != id {
		c.fault("id %q differs from the file's name %q", a.ID, id)
	}
	c.date("published", a.Published)
	for _, words := range a.Clutter {
		c.stands("clutter", words)
	}
	c.statements(a.Statements, fields["statements"])
	c.events(a.Events, fields["events"])
	if a.isFull() {
		c.full(&a)
	}
	return c.faults
}

func (c *articleCheck) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

func (c *articleCheck) keys(what string, fields map[string]json.RawMessage, keys string) {
	for _, key := range strings.Fields(keys) {
		if _, ok := fields[key]; !ok {
			c.fault("%s: no %s", what, key)
		}
	}
}

func (c *articleCheck) date(what, date string) {
	if date == "" {
		return
	}
	if _, err := onrecord.ParseDate(date); err != nil {
		c.fault("%s: %v", what, err)
	}
}

func (c *articleCheck) stands(what, words string) {
	if !strings.Contains(c.text, words) {
		c.fault("%s: %q is not in the text", what, words)
	}
}

func (c *articleCheck) oneOf(what, word, list string) {
	if !slices.Contains(strings.Fields(list), word) {
		c.fault("%s: %q is none of %s", what, word, list)
	}
}

func (c *articleCheck) statements(all []Statement, data json.RawMessage) {
	var fields []map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		c.fault("statements: %v", err)
		return
	}
	for i := range all {
		s, what := &all[i], fmt.Sprintf("statement %d", i)
		c.keys(what, fields[i], statementKeys)
		c.oneOf(what, s.Kind, kinds)
		c.oneOf(what, s.Form, forms)
		c.date(what+" said_on", s.SaidOn)
		c.stands(what+" cue", s.Cue)
		c.stands(what+" mention", s.Mention)
		if len(s.Content) == 0 {
			c.fault("%s: no content", what)
		}
		for _, words := range s.Content {
			c.stands(what+" content", words)
		}
	}
}

func (c *articleCheck) events(all []Event, data json.RawMessage) {
	var fields []map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		c.fault("events: %v", err)
		return
	}
	for i := range all {
		e, what := &all[i], fmt.Sprintf("event %d", i)
		c.keys(what, fields[i], eventKeys)
		c.oneOf(what, e.Type, eventTypes)
		c.oneOf(what, e.Status, statuses)
		c.date(what, e.Date)
		if e.Evidence == "" {
			c.fault("%s: no evidence", what)
		}
		c.stands(what+" evidence", e.Evidence)
	}
}

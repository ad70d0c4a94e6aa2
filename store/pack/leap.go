package pack

import (
	"bytes"
	"slices"

	fast "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"onrecord"
)

// leap reads the lines that have one of some ids where their forms begin, and looks at nothing between: within texts
// quotation marks stand behind a backslash, so nothing else is written like that beginning. ok is false where a line
// does not begin so, or there is none.
func leap(form []byte, ids []string) (statements []onrecord.Statement, events []onrecord.Event, ok bool) {
	border := bytes.Index(form, []byte(`"events":[`))
	starts, ok := startsOf(form, ids)
	if border < 0 || !ok {
		return nil, nil, false
	}
	for _, at := range starts {
		if at < border {
			statements, ok = appendRead(statements, form[at:])
		} else {
			events, ok = appendRead(events, form[at:])
		}
		if !ok {
			return nil, nil, false
		}
	}
	return statements, events, true
}

// startsOf finds where the lines of some ids begin, in order. The report itself, "", is no such line.
func startsOf(form []byte, ids []string) (starts []int, ok bool) {
	for _, id := range ids {
		if id == "" {
			continue
		}
		at := bytes.Index(form, []byte(`{"id":"`+id+`",`))
		if at < 0 {
			return nil, false
		}
		starts = append(starts, at)
	}
	slices.Sort(starts)
	return slices.Compact(starts), true
}

// appendRead reads the value with which a form begins.
func appendRead[T any](all []T, form []byte) ([]T, bool) {
	var one T
	err := fast.UnmarshalDecode(jsontext.NewDecoder(bytes.NewBuffer(form), asWritten), &one)
	return append(all, one), err == nil
}

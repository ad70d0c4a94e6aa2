// Package export answers: in which forms does the record leave? Start at [JSONL] for whole
// entries, and at [Tidy] and [Field] for tables: [CSV], [TSV] and [Parquet] write any of them.
// docs/export.md, which is written from the code, describes every column.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"onrecord"
)

// JSONL writes one entry a line, in the form of docs/entry.schema.json.
func JSONL(w io.Writer, entries iter.Seq2[*onrecord.Entry, error]) error {
	for entry, err := range entries {
		if err != nil {
			return err
		}
		if err := WriteEntry(w, entry); err != nil {
			return err
		}
	}
	return nil
}

// WriteEntry writes one entry as one line of JSON, in a single write.
func WriteEntry(w io.Writer, entry *onrecord.Entry) error { return writeJSON(w, entry) }

// WriteJSON writes a value as one line of JSON, in a single write.
func WriteJSON(w io.Writer, v any) error { return writeJSON(w, v) }

func writeJSON(w io.Writer, v any) error {
	var line bytes.Buffer
	form := json.NewEncoder(&line)
	form.SetEscapeHTML(false) // the words stay as they are
	if err := form.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err := w.Write(line.Bytes())
	return err
}

// Hit is a line of the record with the report that it stands in: what a search
// gives as JSON. Exactly one of Statement and Event is set, or neither if the
// report itself is the hit.
type Hit struct {
	Report    onrecord.Masthead   `json:"report"`
	Statement *onrecord.Statement `json:"statement,omitempty"`
	Event     *onrecord.Event     `json:"event,omitempty"`
}

// WriteHit writes one hit as one line of JSON.
func WriteHit(w io.Writer, hit Hit) error { return writeJSON(w, hit) }

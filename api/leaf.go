package api

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

// Leaf is which part of a long list is asked for. (Its name is in capitals for huma, which fills it.)
type Leaf struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"Most items of one answer."`
	Cursor string `query:"cursor" maxLength:"64" doc:"Where to go on: \"next\" of the answer before, as it came."`
}

// list is a part of a list, with where the next begins.
type list[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"The cursor of the next part; absent in the last."`
}

var errCursor = errors.New("the cursor is none that an answer gave")

// mostSkipped bounds how far one may leaf: who wants all takes an export.
const mostSkipped = 100_000

// skip is how many items come before the part.
func (l Leaf) skip() (int, error) {
	if l.Cursor == "" {
		return 0, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(l.Cursor)
	digits, isOurs := strings.CutPrefix(string(text), "skip:")
	n, wrong := strconv.Atoi(digits)
	if err != nil || !isOurs || wrong != nil || n < 0 || n > mostSkipped {
		return 0, errCursor
	}
	return n, nil
}

// page cuts a list of which one item more than asked for was fetched.
func page[T any](l Leaf, skipped int, items []T) list[T] {
	if items == nil {
		items = []T{}
	}
	if len(items) <= l.Limit {
		return list[T]{Items: items}
	}
	next := base64.RawURLEncoding.EncodeToString([]byte("skip:" + strconv.Itoa(skipped+l.Limit)))
	return list[T]{Items: items[:l.Limit], Next: next}
}

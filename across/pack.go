package across

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/klauspost/compress/s2"

	"onrecord/store"
)

// noteWords is text like that of notes, of invented reports: what a note has in common with it takes little room,
// so that notes take half. Another text makes notes unreadable that were packed by it: change [Rules] with it.
//
//go:embed notes.txt
var noteWords []byte

var noteDict = sync.OnceValue(func() *s2.Dict { return s2.MakeDict(noteWords, nil) })

func packNote(body []byte) []byte { return noteDict().EncodeBetter(nil, body) }

// mostUnpacked bounds what a note of a damaged file may unpack to.
const mostUnpacked = 1 << 22

func unpackNote(n store.Note) ([]byte, error) {
	size, err := s2.DecodedLen(n.Body)
	if err == nil && size > mostUnpacked {
		err = fmt.Errorf("it would unpack to %d bytes", size)
	}
	var body []byte
	if err == nil {
		body, err = noteDict().Decode(nil, n.Body)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: note of line %d: %w", store.ErrUnreadable, n.Line, err)
	}
	return body, nil
}

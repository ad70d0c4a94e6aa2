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

// packNote writes the sort of a note, then its text, packed.
func packNote(sort byte, text []byte) []byte {
	return append([]byte{sort}, noteDict().EncodeBetter(nil, text)...)
}

// mostUnpacked bounds what a note of a damaged file may unpack to.
const mostUnpacked = 1 << 22

func unpackNote(n store.Note) (sort byte, text []byte, err error) {
	if len(n.Body) == 0 {
		return 0, nil, fmt.Errorf("%w: the note of line %d is empty", store.ErrUnreadable, n.Line)
	}
	packed := n.Body[1:]
	size, err := s2.DecodedLen(packed)
	if err == nil && size > mostUnpacked {
		err = fmt.Errorf("it would unpack to %d bytes", size)
	}
	if err == nil {
		text, err = noteDict().Decode(nil, packed)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("%w: note of line %d: %w", store.ErrUnreadable, n.Line, err)
	}
	return n.Body[0], text, nil
}

package across

import (
	"errors"
	"strings"
	"testing"

	"onrecord/store"
)

func TestNotesArePacked(t *testing.T) {
	for _, body := range []string{"", "{}", `{"d":736227,"by":"NOR","c":[{"t":["sign","accord"],"p":["sign"]}]}`, strings.Repeat("z", 1<<16)} {
		packed := packNote('c', []byte(body))
		sort, got, err := unpackNote(store.Note{Body: packed})
		if err != nil || string(got) != body || sort != 'c' {
			t.Errorf("%.40q comes back as %.40q, %v", body, got, err)
		}
		for i := range packed[:min(40, len(packed))] {
			if _, _, err := unpackNote(store.Note{Body: packed[:i]}); err != nil && !errors.Is(err, store.ErrUnreadable) {
				t.Errorf("a note cut short gives %v", err)
			}
		}
	}
	huge := store.Note{Body: []byte{'c', 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 2, 3}} // says that it unpacks to four gigabytes
	if _, _, err := unpackNote(huge); !errors.Is(err, store.ErrUnreadable) {
		t.Errorf("a note that lies about its size gives %v", err)
	}
}

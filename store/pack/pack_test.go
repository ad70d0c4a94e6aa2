package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

func ownEntry(t *testing.T) *onrecord.Entry {
	e := new(onrecord.Entry)
	if err := json.Unmarshal(entryWords, e); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEntryIsUnpackedAsItWas(t *testing.T) {
	p, e := New(), ownEntry(t)
	packed, err := p.Entry(e)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.OpenEntry(packed)
	if diff := cmp.Diff(e, got); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
}

// Stores of former versions hold entries that were packed without a dictionary.
func TestEntryPackedWithoutDictionaryIsRead(t *testing.T) {
	p, e := New(), ownEntry(t)
	form, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.OpenEntry(p.Raw(form))
	if diff := cmp.Diff(e, got); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
}

func TestDictionaryStays(t *testing.T) {
	sum := sha256.Sum256(entryWords)
	if got := hex.EncodeToString(sum[:8]); got != "3f2d0b0dac64f908" {
		t.Errorf("the dictionary is another, %s: entries packed by the former one can no longer be read", got)
	}
}

func TestBrokenEntryIsToldOf(t *testing.T) {
	p := New()
	packed, err := p.Entry(ownEntry(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range [][]byte{nil, packed[:len(packed)/2], append([]byte("x"), packed...)} {
		if _, err := p.OpenEntry(broken); !errors.Is(err, store.ErrUnreadable) {
			t.Errorf("%d bytes: %v", len(broken), err)
		}
	}
}

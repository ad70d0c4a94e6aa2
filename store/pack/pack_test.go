package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
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

func TestBriefEntryIsPartOfTheWhole(t *testing.T) {
	p, e := New(), ownEntry(t)
	packed, err := p.Entry(e)
	if err != nil {
		t.Fatal(err)
	}
	for _, lines := range [][]string{nil, {"s1"}, {"e1", "s2"}, {"s999"}} {
		want := &onrecord.Entry{Report: e.Report, Text: e.Text, Clutter: e.Clutter}
		for i := range e.Statements {
			if slices.Contains(lines, string(e.Statements[i].ID)) {
				want.Statements = append(want.Statements, e.Statements[i])
			}
		}
		for i := range e.Events {
			if slices.Contains(lines, string(e.Events[i].ID)) {
				want.Events = append(want.Events, e.Events[i])
			}
		}
		if n := len(want.Statements) + len(want.Events); n != len(lines) && !slices.Contains(lines, "s999") {
			t.Fatalf("the entry has %d of %v", n, lines)
		}
		got, err := p.OpenBrief(packed, lines)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v: %v %s", lines, err, diff)
		}
		if !slices.Contains(lines, "s999") { // which is looked for in all
			want.Text, want.Clutter = "", nil
		}
		got, err = p.OpenBare(packed, lines)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("bare %v: %v %s", lines, err, diff)
		}
	}
	if got, err := p.OpenBare(packed, []string{"", "s1"}); err != nil || got.Text != e.Text || len(got.Statements) != 1 {
		t.Errorf("the report itself: %+v, %v", got, err)
	}
}

// A text may hold what a line begins with: it is written another way there.
func TestLeapIsToLinesAlone(t *testing.T) {
	e := ownEntry(t)
	e.Text = `{"id":"s2","kind":"deny"},"events":[{"id":"e1",` + e.Text
	e.Statements[0].Content[0].Text = `{"id":"e1",` + e.Statements[0].Content[0].Text
	form, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	statements, events, ok := leap(form, []string{"e1", "", "s2", "s1", "s2"})
	if diff := cmp.Diff(e.Statements[:2], statements) + cmp.Diff(e.Events[:1], events); diff != "" || !ok {
		t.Errorf("%v %s", ok, diff)
	}
	for _, ids := range [][]string{{"s1", "s999"}, {`s1","`}, {"e1,"}} {
		if _, _, ok := leap(form, ids); ok {
			t.Errorf("%q: found", ids)
		}
	}
	if _, _, ok := leap([]byte(`[{"id":"s1","kind":7}],"events":[]`), []string{"s1"}); ok {
		t.Error("a line that is none was read")
	}
}

func TestBriefEntryOfAnotherFormIsRead(t *testing.T) {
	p := New()
	for form, wants := range map[string]int{
		`{"text":"a","statements":[{"kind":"assert","id":"s1"},{"id":"s2"}],"events":null,"more":[{}]}`: 1,
		`{"statements":null,"text":"a"}`: 0, `{"text":"a"}`: 0, `{"text":"a","statements":[]}`: 0,
	} {
		got, err := p.OpenBrief(p.Raw([]byte(form)), []string{"s1", "e1"})
		if err != nil || got.Text != "a" || len(got.Statements) != wants {
			t.Errorf("%s: %+v, %v", form, got, err)
		}
		if bare, err := p.OpenBare(p.Raw([]byte(form)), []string{"s1", "e1"}); cmp.Diff(got, bare) != "" || err != nil {
			t.Errorf("bare %s: %+v, %v", form, bare, err)
		}
	}
	for _, broken := range []string{"", "[]", "null", "7", `{"text":"a"`, `{"text":7}`, `{"statements":[{"id":"s1"}`, `{"statements":[{"id":"s1","kind":7}]}`, `{"statements":7}`, `{"statements":[7]}`} {
		if got, err := p.OpenBrief(p.Raw([]byte(broken)), []string{"s1"}); !errors.Is(err, store.ErrUnreadable) {
			t.Errorf("%q: %+v, %v", broken, got, err)
		}
		if got, err := p.OpenBare(p.Raw([]byte(broken)), []string{"s1"}); !errors.Is(err, store.ErrUnreadable) {
			t.Errorf("bare %q: %+v, %v", broken, got, err)
		}
	}
}

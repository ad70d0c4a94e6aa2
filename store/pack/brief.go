package pack

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	fast "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"onrecord"
	"onrecord/store"
)

// OpenBrief unpacks of an entry its masthead, text and clutter, and those of its statements and events that have one of
// some ids: a quarter of the work of all of it.
func (p *Packer) OpenBrief(packed []byte, lines []string) (e *onrecord.Entry, err error) {
	err = p.read(packed, func(form []byte) error {
		e, err = readBrief(form, lines)
		return err
	})
	return e, err
}

// OpenBare unpacks of an entry its masthead and some lines, half of the work of [Packer.OpenBrief]; where the report itself,
// "", is one of them, or the entry is of another form than ours, text and clutter too.
func (p *Packer) OpenBare(packed []byte, lines []string) (e *onrecord.Entry, err error) {
	err = p.read(packed, func(form []byte) error {
		var isDone bool
		if e, isDone = readBare(form, lines); !isDone {
			e, err = readBrief(form, lines)
		}
		return err
	})
	return e, err
}

// readBare reads the masthead, which stands first, and leaps from there.
func readBare(form []byte, lines []string) (e *onrecord.Entry, isDone bool) {
	form, isFirst := bytes.CutPrefix(form, []byte(`{"report":`))
	if !isFirst || slices.Contains(lines, "") {
		return nil, false
	}
	e, d := new(onrecord.Entry), jsontext.NewDecoder(bytes.NewBuffer(form), asWritten)
	if err := fast.UnmarshalDecode(d, &e.Report); err != nil {
		return nil, false
	}
	e.Statements, e.Events, isDone = leap(form[d.InputOffset():], lines)
	return e, isDone
}

// asWritten are options for what we wrote ourselves: names are not repeated.
var asWritten = jsontext.AllowDuplicateNames(true)

// readBrief reads the parts that are asked for and passes over the others. Statements and events come last of them: they
// are leapt to, or where that fails looked for among all.
func readBrief(form []byte, lines []string) (*onrecord.Entry, error) {
	e, d := new(onrecord.Entry), jsontext.NewDecoder(bytes.NewBuffer(form), asWritten)
	err := expect(d, '{')
	for err == nil && d.PeekKind() == '"' {
		var name jsontext.Token
		if name, err = d.ReadToken(); err != nil {
			break
		}
		switch name.String() {
		case "report":
			err = fast.UnmarshalDecode(d, &e.Report)
		case "text":
			e.Text, err = readText(d)
		case "clutter":
			err = fast.UnmarshalDecode(d, &e.Clutter)
		case "statements":
			var isDone bool
			if e.Statements, e.Events, isDone = leap(form[d.InputOffset():], lines); isDone {
				return e, nil
			}
			e.Statements, err = readLines(d, lines, func(s *onrecord.Statement) string { return string(s.ID) })
		case "events":
			e.Events, err = readLines(d, lines, func(v *onrecord.Event) string { return string(v.ID) })
		default:
			err = d.SkipValue()
		}
	}
	if err == nil {
		err = expect(d, '}')
	}
	return e, err
}

// readText reads what is longest in an entry, with one copy of it.
func readText(d *jsontext.Decoder) (string, error) {
	form, err := d.ReadValue()
	if err != nil {
		return "", err
	}
	buffer := forms.Get().(*[]byte)
	plain, err := jsontext.AppendUnquote((*buffer)[:0], form)
	text := string(plain)
	keepForm(buffer, plain)
	return text, err
}

// expect reads a token that must be of a kind.
func expect(d *jsontext.Decoder, kind jsontext.Kind) error {
	t, err := d.ReadToken()
	if err == nil && t.Kind() != kind {
		err = fmt.Errorf("%v where %v should be", t.Kind(), kind)
	}
	return err
}

// readLines reads those of a list that have one of some ids. One whose id does not come first is looked into.
func readLines[T any](d *jsontext.Decoder, ids []string, idOf func(*T) string) (all []T, err error) {
	if d.PeekKind() == 'n' {
		return nil, d.SkipValue()
	}
	for err = expect(d, '['); err == nil && d.PeekKind() == '{'; {
		form, err := d.ReadValue()
		if err != nil {
			return nil, err
		}
		if rest, isFirst := bytes.CutPrefix(form, []byte(`{"id":"`)); isFirst {
			id, _, _ := bytes.Cut(rest, []byte(`"`))
			if !slices.Contains(ids, string(id)) {
				continue
			}
		}
		var one T
		if err := fast.Unmarshal(form, &one, asWritten); err != nil {
			return nil, err
		}
		if slices.Contains(ids, idOf(&one)) {
			all = append(all, one)
		}
	}
	if err == nil {
		err = expect(d, ']')
	}
	return all, err
}

// forms are buffers for what is unpacked and read at once.
var forms = sync.Pool{New: func() any { return new([]byte) }}

// largestForm is the largest buffer that is kept.
const largestForm = 1 << 20

// read unpacks bytes for a reader that keeps none of them.
func (p *Packer) read(packed []byte, reader func([]byte) error) error {
	buffer := forms.Get().(*[]byte)
	form, err := p.decoder().DecodeAll(packed, (*buffer)[:0])
	if err == nil {
		err = reader(form)
	}
	keepForm(buffer, form)
	if err != nil {
		return fmt.Errorf("%w: %w", store.ErrUnreadable, err)
	}
	return nil
}

// keepForm puts a buffer back with what it has grown to.
func keepForm(buffer *[]byte, form []byte) {
	if cap(form) <= largestForm {
		*buffer = form
	}
	forms.Put(buffer)
}

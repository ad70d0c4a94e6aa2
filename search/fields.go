package search

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// parts are the fields that take a name.
var parts = []store.Part{store.By, store.As, store.For, store.About, store.Actor, store.Recipient, store.Toward, store.Via, store.Outlet, store.Place, store.Topic}

// values gives what a field with few values may be; open is true if package
// codebook alone knows.
func values(f store.Field) (known []string, open bool) {
	switch f {
	case store.Sort:
		return []string{store.StatementLine, store.EventLine, store.ReportLine}, false
	case store.Kind:
		return texts(onrecord.Assert, onrecord.Deny, onrecord.Confirm, onrecord.Accuse, onrecord.Demand, onrecord.Promise,
			onrecord.Threaten, onrecord.Hope, onrecord.Propose, onrecord.Agree, onrecord.Refuse, onrecord.Condemn,
			onrecord.Praise, onrecord.Believe, onrecord.Question), false
	case store.Form:
		return texts(onrecord.Direct, onrecord.Indirect, onrecord.Mixed), false
	case store.Status:
		return texts(onrecord.Asserted, onrecord.Claimed, onrecord.Denied, onrecord.Disputed, onrecord.Planned,
			onrecord.Hypothetical, onrecord.Past), false
	case store.Named:
		return []string{"yes", "no"}, false
	case store.Type:
		return nil, true
	}
	return nil, false
}

func texts[T ~string](all ...T) []string {
	out := make([]string, 0, len(all))
	for _, one := range all {
		out = append(out, string(one))
	}
	return out
}

// days are the fields that take a date.
func days(name string, d onrecord.Date) (store.Days, bool) {
	switch name {
	case "date":
		return store.Days{From: d, To: d}, true
	case "since":
		return store.Days{From: d}, true
	case "until":
		return store.Days{To: d}, true
	}
	return store.Days{}, false
}

// parseField reads a field and its value; they stand together: by:kabulov.
func (p *parser) parseField() (store.Q, *SyntaxError) {
	name, valueAt := p.token, p.at
	if err := p.advance(); err != nil {
		return nil, err
	}
	value := p.token
	if value.at != valueAt || !value.isValue() {
		return nil, p.fault(valueAt, "%s: needs a value right after its colon", name.text)
	}
	q, err := p.fieldOf(name, value)
	if err != nil {
		return nil, err
	}
	return q, p.advance()
}

func (p *parser) fieldOf(name, value token) (store.Q, *SyntaxError) {
	key := strings.ToLower(name.text)
	if slices.Contains(parts, store.Part(key)) {
		text, prefix, err := p.words(value)
		return store.Name{Part: store.Part(key), Text: text, Prefix: prefix}, err
	}
	if _, isDay := days(key, ""); isDay {
		return p.daysOf(key, value)
	}
	if known, open := values(store.Field(key)); open || known != nil {
		return p.valueOf(store.Field(key), value, known)
	}
	err := p.fault(name.at, "there is no field %q", name.text)
	err.Hint = "fields are " + strings.Join(fieldNames(), ", ") + "; put words with a colon in quotes"
	return nil, err
}

// daysOf reads a date, or for "date" an interval: 2015..2019, or 2015/2019 as EDTF writes it.
func (p *parser) daysOf(key string, value token) (store.Q, *SyntaxError) {
	first, last, isInterval := strings.Cut(strings.Replace(value.text, "/", "..", 1), "..")
	from, err := parseEnd(first, isInterval)
	if err != nil {
		return nil, p.fault(value.at, "%s: %v", key, err)
	}
	if !isInterval {
		q, _ := days(key, from)
		return q, nil
	}
	to, err := parseEnd(strings.Trim(last, "."), isInterval)
	switch {
	case err != nil:
		return nil, p.fault(value.at+len(value.text)-len(last), "%s: %v", key, err)
	case key != "date":
		return nil, p.fault(value.at, "%s: takes one date; an interval is asked for with date:", key)
	case from == "" && to == "":
		return nil, p.fault(value.at, "%s: an interval needs one end", key)
	case from != "" && to != "" && from > to && !strings.HasPrefix(string(from), string(to)):
		return nil, p.fault(value.at, "%s: the interval ends before it begins", key)
	}
	return store.Days{From: from, To: to}, nil
}

// parseEnd reads an end of an interval; an open one is empty.
func parseEnd(text string, isInterval bool) (onrecord.Date, error) {
	if text == "" && isInterval {
		return "", nil
	}
	return onrecord.ParseDate(text)
}

// valueOf reads one of few values. Types are written in capitals in the record;
// people need not.
func (p *parser) valueOf(f store.Field, value token, known []string) (store.Q, *SyntaxError) {
	is := strings.ToLower(value.text)
	if known == nil {
		is = strings.ToUpper(value.text)
	} else if !slices.Contains(known, is) {
		err := p.fault(value.at, "%s: is never %q", f, value.text)
		err.Hint = "it is " + strings.Join(known, ", ")
		return nil, err
	}
	if strings.TrimSpace(is) == "" {
		return nil, p.fault(value.at, "%s: needs a value", f)
	}
	return store.Value{Field: f, Is: is}, nil
}

func fieldNames() []string {
	names := texts(parts...)
	names = append(names, texts(store.Kind, store.Form, store.Type, store.Status, store.Named, store.Sort)...)
	return append(names, "date", "since", "until")
}

package petrarch

import (
	"strings"

	"onrecord"
)

// actor is an entry of an actor file.
type actor struct {
	name  string // its first phrase
	code  string // without a fit of dated ones; "" if none
	dated []datedCode
	line  line
}

// datedCode is a code that holds between two days, both included; "" is no limit.
type datedCode struct {
	code     string
	from, to onrecord.Date
}

// isNull reports whether a code says that what is named is not coded.
func isNull(code string) bool {
	return code == "" || code == "---" || code == "###" || code == "+++"
}

// codeAt is the code on a day; on an unknown day that without limits.
func (a *actor) codeAt(day onrecord.Date) string {
	for _, d := range a.dated {
		if day == "" && (d.from != "" || d.to != "") {
			continue
		}
		if (d.from == "" || day >= d.from) && (d.to == "" || day <= d.to) {
			return d.code
		}
	}
	return a.code
}

func (d *Dictionaries) readActors(lines []line) error {
	var current *actor
	for _, l := range lines {
		switch {
		case l.text == "":
		case l.text[0] == '[':
			if current == nil {
				return l.errorf("a code without an actor: %s", l.text)
			}
			code, err := parseDated(l)
			if err != nil {
				return err
			}
			current.dated = append(current.dated, code)
		case l.text[0] == '+':
			if current == nil {
				return l.errorf("a synonym without an actor: %s", l.text)
			}
			d.actors.add(actorPhrase(l.text[1:]), current)
		default:
			current = newActor(l)
			d.actors.add(parsePhrase(current.name), current)
		}
	}
	return nil
}

func newActor(l line) *actor {
	name, code, _ := cutBrackets(l.text)
	return &actor{name: strings.TrimSpace(name), code: code, line: l}
}

// actorPhrase reads a synonym; some files give it a code of its own, which is that
// of the entry.
func actorPhrase(s string) phrase {
	name, _, _ := cutBrackets(s)
	return parsePhrase(name)
}

// parseDated reads "[CODE <950601]", "[CODE >990816]", "[CODE 19950601-19990815]" or
// "[CODE]".
func parseDated(l line) (datedCode, error) {
	_, inside, closed := cutBrackets(l.text)
	if !closed {
		return datedCode{}, l.errorf("no closing bracket: %s", l.text)
	}
	code, limits, _ := strings.Cut(inside, " ")
	d := datedCode{code: code}
	var err error
	limits = strings.ReplaceAll(limits, " ", "")
	switch first, second, isRange := strings.Cut(limits, "-"); {
	case limits == "":
	case limits[0] == '<':
		d.to, err = parseDay(l, limits[1:])
	case limits[0] == '>':
		d.from, err = parseDay(l, limits[1:])
	case isRange:
		if d.from, err = parseDay(l, first); err == nil {
			d.to, err = parseDay(l, second)
		}
	default:
		err = l.errorf("dates %q are not <DATE, >DATE or DATE-DATE", limits)
	}
	return d, err
}

// latestShortYear is the last two-digit year taken for one of this century.
const latestShortYear = "30"

func parseDay(l line, s string) (onrecord.Date, error) {
	long := s
	if len(s) == len("060102") {
		century := "19"
		if s[:2] <= latestShortYear {
			century = "20"
		}
		long = century + s
	}
	if len(long) != len("20060102") {
		return "", l.errorf("date %q is not YYMMDD or YYYYMMDD", s)
	}
	for _, c := range long {
		if c < '0' || c > '9' {
			return "", l.errorf("date %q is not YYMMDD or YYYYMMDD", s)
		}
	}
	// Files in use say "20110229" or "19980000"; such limits are compared all the same.
	return onrecord.Date(long[:4] + "-" + long[4:6] + "-" + long[6:]), nil
}

package web

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"time"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// functions are what templates may call.
func functions() template.FuncMap {
	return template.FuncMap{
		"day":      showDay,
		"span":     showSpan,
		"counted":  counted,
		"number":   number,
		"percent":  func(f float64) string { return fmt.Sprintf("%.0f %%", 100*f) },
		"join":     func(with string, all []string) string { return strings.Join(all, with) },
		"contexts": showContexts,
		"reportAt": reportAt,
		"lineAt":   lineAt,
		"actorAt":  actorAt,
		"nameAt":   nameAt,
		"issueAt":  issueAt,
		"find":     findAt,
		"outlet":   func(name string) string { return search.Format(store.Name{Part: store.Outlet, Text: name}) },
		"inQuotes": inQuotes,
		"short":    func(id string) string { return id[:min(8, len(id))] },
	}
}

// findAt leads to what a query finds.
func findAt(q string) string { return "/search?" + url.Values{"q": {q}}.Encode() }

func reportAt(id onrecord.ReportID) string { return "/reports/" + url.PathEscape(string(id)) }

// lineAt leads to a statement or an event, by its id in the report.
func lineAt(id onrecord.ReportID, line any) string {
	return reportAt(id) + "/" + url.PathEscape(fmt.Sprint(line))
}

func actorAt(id onrecord.ActorID) string { return "/actors/" + escapePath(string(id)) }

func issueAt(id onrecord.TopicID) string { return "/issues/" + escapePath(string(id)) }

// nameAt leads to an actor of whom only a name is known.
func nameAt(name string) string { return "/actors?" + url.Values{"name": {name}}.Encode() }

// escapePath escapes an id and keeps its slashes.
func escapePath(id string) string {
	parts := strings.Split(id, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}

// showDay writes a date as people do, at the grain that is known.
func showDay(d onrecord.Date) string {
	t, ok := d.First()
	switch {
	case !ok:
		return "date unknown"
	case d.IsDay():
		return t.Format("2 January 2006")
	case len(d) == len("2006-01"):
		return t.Format("January 2006")
	}
	return string(d)
}

// showSpan writes an interval.
func showSpan(e across.EDTF) string {
	from, to := e.Ends()
	switch {
	case from == "" && to == "":
		return "date unknown"
	case from == to:
		return showDay(from)
	case to == "":
		return "since " + showDay(from)
	case from == "":
		return "until " + showDay(to)
	}
	return showDay(from) + " – " + showDay(to)
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return number(n) + " " + what + "s"
}

// number parts thousands.
func number(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0 && digits[at-1] != '-'; at -= 3 {
		digits = digits[:at] + "\u202f" + digits[at:]
	}
	return digits
}

// inQuotes puts marks around words that do not bring their own.
func inQuotes(text string) string {
	if strings.HasPrefix(text, "“") || strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "‘") {
		return text
	}
	return "“" + text + "”"
}

// yearOf is the year of a day, "" if unknown.
func yearOf(day string) string {
	if len(day) < 4 {
		return ""
	}
	return day[:4]
}

// isPeriod reports whether a text is a year, a month or a day.
func isPeriod(text string) bool {
	_, err := onrecord.ParseDate(text)
	return err == nil
}

// monthName is for the label of a month's bar.
func monthName(month int) string { return time.Month(month).String()[:3] }

func dateOf(period string) (time.Time, bool) { return onrecord.Date(period).First() }

// showContexts writes contexts of the codebook as words: "natural_resource" is for programs.
func showContexts(all []string) string {
	return strings.ReplaceAll(strings.Join(all, ", "), "_", " ")
}

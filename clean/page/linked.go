package page

import (
	"cmp"
	"encoding/json"
	"strings"
)

// linkedData is what the JSON-LD of a page tells of its report.
type linkedData struct {
	headline, published, publisher, body string
	authors                              []string
}

// The bounds of JSON-LD.
const (
	mostLinked      = 4 << 20
	mostLinkedDepth = 8
)

// read takes in one script of JSON-LD. Of several articles the first counts.
func (l *linkedData) read(script string) {
	if len(script) > mostLinked {
		return
	}
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	var value any
	if json.Unmarshal([]byte(script), &value) != nil && json.Unmarshal([]byte(withoutLineEnds(script)), &value) != nil {
		l.published = cmp.Or(l.published, looseField(script, `"datePublished"`))
		return
	}
	l.walk(value, 0)
}

// withoutLineEnds mends the fault that most broken JSON-LD has: line ends and tabs
// inside strings.
func withoutLineEnds(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
}

// looseField reads a string field of JSON that cannot be parsed.
func looseField(script, name string) string {
	_, rest, ok := strings.Cut(script, name)
	rest = strings.TrimLeft(rest, " :\t\r\n")
	if !ok || !strings.HasPrefix(rest, `"`) {
		return ""
	}
	value, _, _ := strings.Cut(rest[1:min(len(rest), 60)], `"`)
	return value
}

func (l *linkedData) walk(value any, depth int) {
	if depth > mostLinkedDepth {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.walk(item, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			l.take(v)
			return
		}
		for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			l.walk(v[name], depth+1)
		}
	}
}

// take keeps what an article tells, where nothing is known yet.
func (l *linkedData) take(v map[string]any) {
	if l.headline != "" {
		return
	}
	l.headline = onOneLine(asString(v["headline"]))
	l.published = cmp.Or(l.published, asString(v["datePublished"]))
	l.publisher = onOneLine(nameOf(v["publisher"]))
	l.body = asString(v["articleBody"])
	l.authors = namesOf(v["author"])
}

// isArticle reports whether a type is one of schema.org's kinds of article.
func isArticle(kind any) bool {
	if list, ok := kind.([]any); ok && len(list) > 0 {
		return isArticle(list[0])
	}
	name := asString(kind)
	return strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report" || strings.HasSuffix(name, "Reportage")
}

func asString(v any) string { s, _ := v.(string); return s }

func nameOf(v any) string {
	if m, ok := v.(map[string]any); ok {
		return asString(m["name"])
	}
	return asString(v)
}

func namesOf(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var names []string
	for _, item := range list {
		if name := onOneLine(nameOf(item)); name != "" && len(name) < 100 && len(names) < 12 && !strings.Contains(name, "://") {
			names = append(names, name)
		}
	}
	return names
}

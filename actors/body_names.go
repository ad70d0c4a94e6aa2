package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// BodyNames gives the spellings in the tables that name bodies, groups, companies or
// media wherever they stand with these letters, with no company needed. A finder of
// names may lean on them.
func BodyNames() ([]string, error) {
	var out []string
	t := &table{}
	for _, name := range []string{"igos", "bodies", "groups", "orgs", "media"} {
		err := t.readFile(name, func(cells []string) error {
			for _, w := range append([]string{cells[colName]}, listed(cells[colAliases])...) {
				if w = strings.TrimPrefix(w, "="); isPlainName(w) {
					out = append(out, w)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// isPlainName leaves out spellings with marks, and short ones that are words too.
func isPlainName(written string) bool {
	first, _ := utf8.DecodeRuneInString(written)
	switch {
	case !unicode.IsUpper(first) || strings.ContainsAny(written, "?()+"):
		return false
	case strings.ContainsRune(written, ' '):
		return true
	}
	return len(written) > 3 || len(written) == 3 && written == strings.ToUpper(written)
}

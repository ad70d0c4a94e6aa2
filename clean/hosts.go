package clean

import (
	_ "embed"
	"net/url"
	"strings"
	"sync"
)

//go:embed data/outlets.tsv
var outletsFile string

// outlets gives the name of an outlet by its domain.
var outlets = sync.OnceValue(func() map[string]string {
	byDomain := map[string]string{}
	for text := range strings.Lines(outletsFile) {
		if domain, name, ok := strings.Cut(strings.TrimSpace(text), "\t"); ok && domain[0] != '#' {
			byDomain[domain] = name
		}
	}
	return byDomain
})

// knownName reports whether words are the name of an outlet of the table.
func knownName(words string) bool { return outletNames()[strings.ToLower(words)] }

var outletNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, name := range outlets() {
		names[strings.ToLower(name)] = true
	}
	return names
})

func hostOf(address string) string {
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// knownOutlet looks a host up, label by label: "edition.cnn.com", "cnn.com".
func knownOutlet(host string) string {
	for host != "" {
		if name := outlets()[host]; name != "" {
			return name
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

func isDomain(word string) bool {
	label, ending, ok := strings.Cut(word, ".")
	return ok && len(label) > 2 && len(ending) >= 2 && len(ending) <= 6 && !strings.ContainsAny(word, "@/:,") && strings.Trim(ending, "abcdefghijklmnopqrstuvwxyz.") == ""
}

// outletOfHost makes a name of a host that no table knows: "www.pachodo.org" is
// "Pachodo.org", "en.tempo.co" "Tempo.co", "probite.net" "Probite".
func outletOfHost(host string) string {
	label := coreLabel(host)
	if label == "" {
		return ""
	}
	name := strings.ToUpper(label[:1]) + label[1:]
	if ending := host[strings.LastIndex(host, label)+len(label):]; ending != ".com" && ending != ".net" && strings.Count(ending, ".") == 1 {
		return name + ending
	}
	return name
}

// coreLabel is the label of a host that names its owner: "tempo" of "en.tempo.co".
func coreLabel(host string) string {
	labels := strings.Split(host, ".")
	if len(labels) < 2 || strings.Trim(host, "0123456789.:[]") == "" {
		return ""
	}
	at := len(labels) - 2
	if at > 0 && isSecondLevel(labels[at]) && len(labels[len(labels)-1]) == 2 {
		at--
	}
	return labels[at]
}

// isSecondLevel reports whether a label stands between a country's ending and the
// owner's name: "co.uk", "com.pk".
func isSecondLevel(label string) bool {
	switch label {
	case "co", "com", "net", "org", "gov", "ac", "edu", "or", "go", "ne", "in", "mil", "gob", "gouv", "web", "my":
		return true
	}
	return false
}

// sameOutlet reports whether two names mean one outlet, the domain's ending or
// "The" and "News" apart.
func sameOutlet(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	return bareOutlet(a) == bareOutlet(b)
}

func bareOutlet(name string) string {
	name = strings.TrimSpace(plainLine(name))
	name = strings.TrimPrefix(name, "the ")
	for _, ending := range []string{" com", " org", " net", " co", " online", " english", " agency", " news"} {
		name = strings.TrimSuffix(name, ending)
	}
	return strings.ReplaceAll(name, " ", "")
}

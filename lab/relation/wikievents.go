package relation

import "strings"

// wikiRoots are the roots of WikiEvents' types, by the beginning of their names; types that fit several stand out.
var wikiRoots = []struct{ prefix, root string }{
	{"Conflict.Attack.", "ASSAULT"},
	{"Conflict.Defeat.", "ASSAULT"},
	{"Conflict.Demonstrate.", "PROTEST"},
	{"Life.Die.", "ASSAULT"},
	{"Life.Injure.", "ASSAULT"},
	{"Justice.ArrestJailDetain.", "COERCE"},
	{"Justice.ChargeIndict.", "COERCE"},
	{"Justice.Convict.", "COERCE"},
	{"Justice.Sentence.", "COERCE"},
	{"Justice.InvestigateCrime.", "ACCUSE"},
	{"Contact.RequestCommand.", "REQUEST"},
	{"Contact.Contact.", "CONSULT"},
}

// rootOf gives the root of a type, if it agrees with the label of its row; "" if it is not known.
func rootOf(wiki string, conflict bool) string {
	for _, w := range wikiRoots {
		if strings.HasPrefix(wiki, w.prefix) && (binaryOf(pentaOf(w.root)) == 1) == conflict {
			return w.root
		}
	}
	return ""
}

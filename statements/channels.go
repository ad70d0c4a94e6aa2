package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// viaOf finds the channels that a statement came through, as its own sentence
// tells them.
func (w *writing) viaOf(s *statement) []onrecord.Hop {
	var hops []onrecord.Hop
	add := func(h onrecord.Hop, ok bool) {
		if h.Kind == onrecord.WebsiteHop && len(hops) > 0 { // a statement on one's own site came one way
			return
		}
		if ok && h.Name != "" && !w.isOutlet(h.Name) && !slices.ContainsFunc(hops, func(o onrecord.Hop) bool { return sameMedium(o.Name, h.Name) }) {
			hops = append(hops, h)
		}
	}
	if len(s.hop) > 0 {
		h, _ := w.mediumHop(s.hop, true)
		add(h, true)
		s.hearsay = true
	}
	if s.Addressee != nil {
		first, end := w.a.TokensIn(s.Addressee.Span)
		add(w.mediumHop(numbers(first, end), false))
	}
	for _, at := range w.hosts(s.draft) {
		for _, c := range w.children[at] {
			if !holds(s.content, c) && !holds(s.source, c) {
				add(w.placeHop(c))
			}
		}
	}
	if len(hops) == 0 {
		for _, c := range w.loosePhrases(s.draft) {
			add(w.placeHop(c))
		}
	}
	if len(hops) == 0 {
		add(w.looseNetwork(s.draft))
	}
	if l := w.a.Tokens[s.head].Lemma; l == "tweet" || l == "retweet" {
		add(onrecord.Hop{Name: "Twitter", Kind: onrecord.NetworkHop, Words: s.Cue}, true)
	}
	s.ownVia = len(hops) > 0
	return hops
}

// loosePhrases gives the phrases of the sentence that stand in no frame's source
// or content: wherever the tree hangs them, they tell how the words came.
func (w *writing) loosePhrases(d *draft) []int {
	var loose []int
	sent := w.a.Sentences[w.sentence[d.head]]
	for i := sent.First; i < sent.End; i++ {
		if w.child(i, "case") < 0 || w.quoteOf[i] >= 0 {
			continue
		}
		used := slices.ContainsFunc(w.drafts, func(o draft) bool {
			return o.sure >= sureEnough && (holds(o.content, i) || holds(o.source, i))
		})
		if !used {
			loose = append(loose, i)
		}
	}
	return loose
}

// looseNetwork finds the name of a social network behind the cue: "wrote on
// Chirper earlier that ...".
func (w *writing) looseNetwork(d *draft) (onrecord.Hop, bool) {
	last := d.cue[len(d.cue)-1]
	for i := d.cue[0]; i < len(w.low) && i <= last+4 && w.sentence[i] == w.sentence[d.head]; i++ {
		if slices.Contains(networks, w.low[i]) && !holds(d.content, i) && !holds(d.source, i) {
			q := w.a.Text.Quote(w.a.Tokens[i].Span)
			return onrecord.Hop{Name: q.Text, Kind: onrecord.NetworkHop, Words: &q}, true
		}
	}
	return onrecord.Hop{}, false
}

// hosts gives the words of a cue that channels hang on, and the verb that a
// participle explains.
func (w *writing) hosts(d *draft) []int {
	hosts := slices.Clone(d.cue)
	for _, c := range w.children[d.head] { // "Speaking on Thursday, she said"
		switch w.a.Tokens[c].Lemma {
		case "speak", "talk", "write", "address":
			if w.a.Tokens[c].Deprel == "advcl" && w.a.Tokens[c].XPOS == "VBG" {
				hosts = append(hosts, c)
			}
		}
	}
	if up := w.head(d.head); up >= 0 && !holds(d.content, up) {
		switch w.a.Tokens[d.head].Deprel {
		case "advcl", "conj", "xcomp":
			hosts = append(hosts, up)
		}
	}
	return hosts
}

func numbers(first, end int) []int {
	var out []int
	for i := first; i < end; i++ {
		out = append(out, i)
	}
	return out
}

// placeHop reads a phrase that tells where something was said: "in a statement
// posted on its website", "on Twitter", "in an interview with the Gazette".
func (w *writing) placeHop(c int) (onrecord.Hop, bool) {
	rel := w.a.Tokens[c].Deprel
	if !strings.HasPrefix(rel, "obl") && !strings.HasPrefix(rel, "nmod") {
		return onrecord.Hop{}, false
	}
	lemma := strings.ToLower(w.a.Tokens[c].Lemma)
	phrase := w.phrase(c)
	switch lemma {
	case "statement", "communique", "communiqué", "release":
		q := w.a.Text.Quote(w.cover(phrase))
		return onrecord.Hop{Name: q.Text, Kind: onrecord.StatementHop, Words: &q}, true
	case "interview":
		for _, x := range w.children[c] {
			if h, ok := w.mediumHop(w.phrase(x), false); ok {
				h.Kind = onrecord.InterviewHop
				return h, true
			}
		}
		return onrecord.Hop{}, false
	case "website", "site":
		if own := w.child(c, "nmod"); own >= 0 && w.a.Tokens[own].UPOS == "PRON" {
			q := w.a.Text.Quote(w.cover(phrase))
			return onrecord.Hop{Name: q.Text, Kind: onrecord.WebsiteHop, Words: &q}, true
		}
	case "tweet":
		q := w.a.Text.Quote(w.cover(phrase))
		return onrecord.Hop{Name: "Twitter", Kind: onrecord.NetworkHop, Words: &q}, true
	}
	for _, i := range phrase {
		if slices.Contains(networks, w.low[i]) {
			q := w.a.Text.Quote(w.a.Tokens[i].Span)
			return onrecord.Hop{Name: q.Text, Kind: onrecord.NetworkHop, Words: &q}, true
		}
	}
	return w.mediumHop(phrase, false)
}

var networks = []string{"twitter", "facebook", "telegram", "instagram", "weibo", "vkontakte", "youtube", "tiktok", "linkedin", "whatsapp"}

// phrase gives the tokens of a phrase without the preposition, the article and
// the commas at its ends.
func (w *writing) phrase(top int) []int {
	run := numbers(w.first[top], w.last[top]+1)
	for len(run) > 1 && run[0] < top && (w.a.Tokens[run[0]].Deprel == "case" || w.a.Tokens[run[0]].UPOS == "PUNCT") {
		run = run[1:]
	}
	for len(run) > 1 && w.a.Tokens[run[len(run)-1]].UPOS == "PUNCT" {
		run = run[:len(run)-1]
	}
	return run
}

// isInView reports whether the cue is "in their view" or "by his account".
func (w *writing) isInView(d *draft) bool {
	switch w.low[d.head] {
	case "view", "opinion", "account":
	default:
		return false
	}
	return w.child(d.head, "case") >= 0 && w.child(d.head, "nmod:poss") >= 0
}

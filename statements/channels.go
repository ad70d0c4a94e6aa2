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

// mediumHop tells whether words name a medium; sure if the place in the sentence
// says so already.
func (w *writing) mediumHop(run []int, sure bool) (onrecord.Hop, bool) {
	if len(run) == 0 {
		return onrecord.Hop{}, false
	}
	span := w.cover(run)
	q := w.a.Text.Quote(span)
	hop := onrecord.Hop{Name: plainName(q.Text), Kind: kindOfMedium(q.Text), Words: &q}
	mention := w.mentionAt(run)
	if mention >= 0 && mention < len(w.r.Mentions) {
		if actor := w.r.Actor(w.r.Mentions[mention].Actor); actor != nil && (actor.Kind == onrecord.MediaActor || sure) {
			hop.Name = actor.Name
			return hop, true
		}
	}
	for _, n := range w.r.Within(span) {
		if actor := w.r.Actor(n.Actor); actor != nil && actor.Kind == onrecord.MediaActor {
			hop.Name = actor.Name
			return hop, true
		}
	}
	if sure {
		return hop, true
	}
	for _, i := range run {
		if w.a.Tokens[i].UPOS != "PROPN" && slices.Contains(mediaWords, strings.ToLower(w.a.Tokens[i].Lemma)) || isMediaName(w.low[i]) {
			return hop, startsLarge(hop.Name)
		}
	}
	return onrecord.Hop{}, false
}

func isMediaName(low string) bool {
	switch low {
	case "tv", "television", "radio", "news", "newspaper", "agency":
		return true
	}
	return false
}

// kindOfMedium reads the sort of channel from the words that name it.
func kindOfMedium(words string) onrecord.HopKind {
	low := strings.ToLower(words)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(x string) bool { return strings.Contains(low, x) })
	}
	switch {
	case has("agency", "newswire", "wire service"):
		return onrecord.AgencyHop
	case has("newspaper", "daily", "magazine", "weekly", "gazette", "tribune", "times", "post"):
		return onrecord.NewspaperHop
	case has("television", " tv", "radio", "channel", "broadcaster", "network"):
		return onrecord.BroadcasterHop
	case has("website", ".com", "portal", "site"):
		return onrecord.WebsiteHop
	case has("ministry", "embassy", "office", "government", "service"):
		return onrecord.BodyHop
	}
	return onrecord.AgencyHop
}

// isOutlet reports whether a medium is the report's own.
func (w *writing) isOutlet(name string) bool {
	outlet := w.a.Text.Imprint.Outlet
	return outlet != "" && sameMedium(outlet, name)
}

func sameMedium(a, b string) bool {
	a, b = mediumKey(a), mediumKey(b)
	return a == b || (len(a) > 3 && len(b) > 3 && (strings.Contains(a, b) || strings.Contains(b, a)))
}

func mediumKey(name string) string {
	name = strings.ToLower(name)
	for _, drop := range []string{"the ", "news agency", "newspaper", " agency", " news", ".com", ".org", "."} {
		name = strings.ReplaceAll(name, drop, "")
	}
	return strings.TrimSpace(name)
}

// passVia hands channels on: within a sentence to all words of one speaker, and
// to the words with which the speaker goes on. An agency that the dateline names
// beside the outlet is the way of all that came no other way.
func (w *writing) passVia() {
	for i := 1; i < len(w.said); i++ {
		before, s := w.said[i-1], w.said[i]
		if !sameSpeaker(before, s) {
			continue
		}
		together := w.sentence[before.head] == w.sentence[s.head]
		if !s.ownVia && len(before.Via) > 0 && (together || s.carriesOn) {
			s.Via = slices.Clone(before.Via)
		}
		if together && !before.ownVia && len(before.Via) == 0 {
			before.Via = slices.Clone(s.Via)
		}
	}
	if agency := w.creditedAgency(); agency != "" {
		for _, s := range w.said {
			if len(s.Via) == 0 && s.parent == nil {
				s.Via = []onrecord.Hop{{Name: agency, Kind: onrecord.AgencyHop}}
			}
		}
	}
}

// creditedAgency is the agency that the dateline names beside the outlet itself
// ("CITY (Outlet / Agency - date)"). A report that is the agency's own whole,
// "CITY (Agency) -", came through no one else.
func (w *writing) creditedAgency() string {
	imprint := &w.a.Text.Imprint
	if imprint.Dateline.Agency == "" || imprint.Outlet == "" || sameMedium(imprint.Outlet, imprint.Dateline.Agency) {
		return ""
	}
	for _, p := range w.a.Text.Paragraphs {
		if p.Kind != onrecord.DateLine {
			continue
		}
		words := strings.ToLower(w.a.Text.Cut(p.Span))
		if strings.Contains(words, strings.ToLower(imprint.Dateline.Agency)) && strings.Contains(words, firstWord(mediumKey(imprint.Outlet))) {
			return imprint.Dateline.Agency
		}
	}
	return ""
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func sameSpeaker(a, b *statement) bool {
	if a.Speaker.Actor != "" || b.Speaker.Actor != "" {
		return a.Speaker.Actor == b.Speaker.Actor
	}
	return a.Speaker.Name != "" && a.Speaker.Name == b.Speaker.Name
}

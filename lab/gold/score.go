package gold

import (
	"fmt"
	"strings"

	"onrecord"
)

// Ratio counts how many of N were right.
type Ratio struct{ Right, N int }

func (r *Ratio) count(right bool) {
	r.N++
	if right {
		r.Right++
	}
}

func (r *Ratio) add(o Ratio) { r.Right += o.Right; r.N += o.N }

// Percent is the share that was right; -1 if there was nothing to count.
func (r Ratio) Percent() float64 {
	if r.N == 0 {
		return -1
	}
	return 100 * float64(r.Right) / float64(r.N)
}

// Matches counts pairs found among gold and predicted items.
type Matches struct{ Found, Gold, Predicted int }

func (m *Matches) add(o Matches) {
	m.Found += o.Found
	m.Gold += o.Gold
	m.Predicted += o.Predicted
}

// F1 is the harmonic mean of precision and recall in per cent.
func (m Matches) F1() float64 {
	switch {
	case m.Gold == 0 && m.Predicted == 0:
		return 100
	case m.Found == 0:
		return 0
	}
	return 200 * float64(m.Found) / float64(m.Gold+m.Predicted)
}

// Precision is the share of predicted items that are right, in per cent.
func (m Matches) Precision() float64 { return Ratio{m.Found, m.Predicted}.Percent() }

// Recall is the share of gold items that were found, in per cent.
func (m Matches) Recall() float64 { return Ratio{m.Found, m.Gold}.Percent() }

// Scores are the counts of one article or of several added up.
type Scores struct {
	Published, Outlet, Dateline  Ratio
	ClutterRemoved, BodyKept     Ratio
	Statements, WithSpeaker      Matches
	For, Named, Form, Kind       Ratio // of matched statements
	SaidOn, SaidOnDated, Via     Ratio
	Content                      Ratio
	ViaItems, About              Matches
	EventTypes, EventActors      Matches
	Events                       Matches // type, actor and recipient
	Status, By, EventDate, Place Ratio   // of events matched so
	Full                         FullScores
	Faults                       []string
}

// Add sums the counts of another article into s.
func (s *Scores) Add(o Scores) {
	for _, p := range [][2]*Ratio{{&s.Published, &o.Published}, {&s.Outlet, &o.Outlet}, {&s.Dateline, &o.Dateline},
		{&s.ClutterRemoved, &o.ClutterRemoved}, {&s.BodyKept, &o.BodyKept}, {&s.For, &o.For}, {&s.Named, &o.Named}, {&s.Form, &o.Form},
		{&s.Kind, &o.Kind}, {&s.SaidOn, &o.SaidOn}, {&s.SaidOnDated, &o.SaidOnDated}, {&s.Via, &o.Via}, {&s.Content, &o.Content},
		{&s.Status, &o.Status}, {&s.By, &o.By}, {&s.EventDate, &o.EventDate}, {&s.Place, &o.Place}} {
		p[0].add(*p[1])
	}
	for _, p := range [][2]*Matches{{&s.Statements, &o.Statements}, {&s.WithSpeaker, &o.WithSpeaker}, {&s.ViaItems, &o.ViaItems},
		{&s.About, &o.About}, {&s.EventTypes, &o.EventTypes}, {&s.EventActors, &o.EventActors}, {&s.Events, &o.Events}} {
		p[0].add(*p[1])
	}
	s.Full.add(&o.Full)
	s.Faults = append(s.Faults, o.Faults...)
}

// Score compares one entry with the article it was made from.
func Score(a *Article, e *onrecord.Entry) Scores {
	var s Scores
	s.scoreReport(a, e)
	s.scoreStatements(a, e)
	s.scoreEvents(a, e)
	return s
}

// ScoreEvents compares the events alone.
func ScoreEvents(a *Article, e *onrecord.Entry) Scores {
	var s Scores
	s.scoreEvents(a, e)
	return s
}

func (s *Scores) fault(format string, args ...any) {
	s.Faults = append(s.Faults, fmt.Sprintf(format, args...))
}

func (s *Scores) scoreReport(a *Article, e *onrecord.Entry) {
	var published string
	if e.Report.Published != nil {
		published = string(*e.Report.Published)
	}
	s.Published.count(published == a.Published)
	s.Outlet.count(sameOutlet(a.Outlet, e.Report.Outlet))
	place := e.Report.Dateline.Place
	s.Dateline.count(a.Dateline.Place == "" && place == "" || tokenF1(a.Dateline.Place, place) >= 0.5)
	if s.Published.Right+s.Outlet.Right+s.Dateline.Right < 3 {
		s.fault("report: published %q, outlet %q, dateline %q; want %q, %q, %q", published, e.Report.Outlet, place, a.Published, a.Outlet, a.Dateline.Place)
	}
	k := countKept(a, e)
	s.ClutterRemoved = Ratio{k.clutterGone, k.clutter}
	s.BodyKept = Ratio{k.bodyKept, k.body}
}

// sameOutlet asks for half of the gold's words, or one name glued inside the other.
func sameOutlet(gold, predicted string) bool {
	g, p := set(strings.Fields(keyOf(gold))), set(strings.Fields(keyOf(predicted)))
	if len(g) == 0 || len(p) == 0 {
		return len(g) == len(p)
	}
	glued := [2]string{strings.ReplaceAll(keyOf(gold), " ", ""), strings.ReplaceAll(keyOf(predicted), " ", "")}
	return shared(g, p)*2 >= len(g) || strings.Contains(glued[1], glued[0]) || len(glued[1]) > 3 && strings.Contains(glued[0], glued[1])
}

func (s *Scores) scoreStatements(a *Article, e *onrecord.Entry) {
	var gold, predicted []said
	for i := range a.Statements {
		gold = append(gold, goldSaid(&a.Statements[i]))
	}
	for i := range e.Statements {
		predicted = append(predicted, entrySaid(e, &e.Statements[i]))
	}
	matches := matchStatements(gold, predicted, a.Aliases)
	s.Statements = Matches{len(matches), len(gold), len(predicted)}
	s.WithSpeaker = Matches{0, len(gold), len(predicted)}
	if a.isFull() {
		s.Full.scoreStatements(a, e, matches)
	}
	found := map[int]bool{}
	extra := map[int]bool{}
	right := map[int]bool{}
	for _, m := range matches {
		found[m.gold], extra[m.predicted] = true, true
		right[m.predicted] = isSpeakerRight(&gold[m.gold], &predicted[m.predicted], a.Aliases)
		s.scoreFields(a, &gold[m.gold], &predicted[m.predicted], a.Statements[m.gold].SaidOn, m.content)
	}
	for j := range predicted {
		s.Full.Sure.count(&e.Statements[j], right[j])
	}
	for i := range gold {
		if !found[i] {
			s.fault("missed SAID %s", describe(&gold[i]))
		}
	}
	for j := range predicted {
		if !extra[j] {
			s.fault("extra  SAID %s", describe(&predicted[j]))
		}
	}
}

func (s *Scores) scoreFields(a *Article, g, p *said, saidOn string, content float64) {
	names := aliases(a.Aliases)
	var wrong []string
	check := func(r *Ratio, field string, right bool, gold, got any) {
		r.count(right)
		if !right {
			wrong = append(wrong, fmt.Sprintf("%s %v, want %v", field, got, gold))
		}
	}
	var speaker Ratio
	check(&speaker, "speaker", isSpeakerRight(g, p, names), g.speaker, p.speaker)
	s.WithSpeaker.Found += speaker.Right
	check(&s.For, "for", names.same(first(g.forWhom), p.forWhom), g.forWhom, p.forWhom)
	check(&s.Named, "named", g.named == p.named, g.named, p.named)
	check(&s.Form, "form", g.form == p.form, g.form, p.form)
	check(&s.Kind, "kind", g.kind == p.kind, g.kind, p.kind)
	check(&s.SaidOn, "said on", dateRight(saidOn, p.saidOn), saidOn, p.saidOn)
	if saidOn != "" {
		s.SaidOnDated.count(dateRight(saidOn, p.saidOn))
	}
	via := viaWithoutOwn(g, p, a.Outlet)
	n := names.itemsRight(g.via, via)
	check(&s.Via, "via", n == len(g.via) && n == len(via), g.via, via)
	check(&s.Content, "content", content >= 0.9, strings.Join(g.content, " "), strings.Join(p.content, " "))
	s.ViaItems.add(Matches{n, len(g.via), len(via)})
	s.About.add(Matches{names.itemsRight(g.about, p.about), len(g.about), len(p.about)})
	if len(wrong) > 0 {
		s.fault("wrong  SAID %s: %s", describe(g), strings.Join(wrong, "; "))
	}
}

func describe(s *said) string {
	text := strings.Join(s.content, " ")
	if len(text) > 90 {
		text = strings.ToValidUTF8(text[:90], "") + "…"
	}
	return fmt.Sprintf("%s [%s] %s", first(append(s.speaker, s.mention)), s.cue, strings.ReplaceAll(text, "\n", " "))
}

func (s *Scores) scoreEvents(a *Article, e *onrecord.Entry) {
	var gold, predicted []did
	for i := range a.Events {
		gold = append(gold, goldDid(&a.Events[i]))
	}
	for _, v := range predictedEvents(e) {
		predicted = append(predicted, entryDid(e, v))
	}
	names := aliases(a.Aliases)
	counts := func(l level) Matches {
		return Matches{len(matchEvents(gold, predicted, l, names)), len(gold), len(predicted)}
	}
	s.EventTypes, s.EventActors = counts(byType), counts(byActor)
	pairs := matchEvents(gold, predicted, full, names)
	s.Events = Matches{len(pairs), len(gold), len(predicted)}
	if a.isFull() {
		s.Full.scoreEvents(a, e, predictedEvents(e), pairs)
	}
	found, used := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		found[p[0]], used[p[1]] = true, true
		g, d := &gold[p[0]], &predicted[p[1]]
		s.Status.count(g.status == d.status)
		s.EventDate.count(dateRight(a.Events[p[0]].Date, d.on))
		s.Place.count(names.same(first(g.place), d.place))
		if len(g.by) > 0 {
			s.By.count(names.same(g.by[0], d.by))
		}
		if g.status != d.status {
			s.fault("wrong  DID  %s: status %s, want %s", describeDeed(g), d.status, g.status)
		}
	}
	for i := range gold {
		if !found[i] {
			s.fault("missed DID  %s", describeDeed(&gold[i]))
		}
	}
	for j := range predicted {
		if !used[j] {
			s.fault("extra  DID  %s", describeDeed(&predicted[j]))
		}
	}
}

func describeDeed(d *did) string {
	return fmt.Sprintf("%s %s %s (%s): %s", first(d.actor), d.kind, first(d.recipient), d.status, strings.ReplaceAll(d.evidence, "\n", " "))
}

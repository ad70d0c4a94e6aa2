package gold

import (
	"onrecord"
	"onrecord/lab"
)

// FullScores count what only full gold tells. Addressee, Parent and Negated look
// at matched statements, Country and Code at events with the right parties.
type FullScores struct {
	Addressee, Parent, Negated Matches
	Country, Code              Ratio
	Sure                       Reliability // of all predicted statements
}

func (f *FullScores) add(o *FullScores) {
	f.Addressee.add(o.Addressee)
	f.Parent.add(o.Parent)
	f.Negated.add(o.Negated)
	f.Country.add(o.Country)
	f.Code.add(o.Code)
	f.Sure.add(&o.Sure)
}

// told counts an item that gold, the prediction or both of them tell.
func (m *Matches) told(gold, predicted, right bool) {
	m.add(Matches{asOne(gold && predicted && right), asOne(gold), asOne(predicted)})
}

func asOne(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (f *FullScores) scoreStatements(a *Article, e *onrecord.Entry, matches []matched) {
	goldOf := map[onrecord.StatementID]int{}
	for _, m := range matches {
		goldOf[e.Statements[m.predicted].ID] = m.gold
	}
	for _, m := range matches {
		g, p := &a.Statements[m.gold], &e.Statements[m.predicted]
		addressee := ""
		if p.Addressee != nil {
			addressee = p.Addressee.Text
		}
		f.Addressee.told(g.Addressee != "", addressee != "", tokenF1(g.Addressee, addressee) >= 0.5)
		parent, known := goldOf[p.Parent]
		f.Parent.told(g.Parent != nil, p.Parent != "", known && g.Parent != nil && *g.Parent == parent)
		f.Negated.told(g.Negated, p.Negated, true)
	}
}

func (f *FullScores) scoreEvents(a *Article, e *onrecord.Entry, predicted []*onrecord.Event, pairs [][2]int) {
	for _, pair := range pairs {
		g, p := &a.Events[pair[0]], predicted[pair[1]]
		f.Country.count(g.Country == p.Country)
		if names := aliases(a.Aliases); names.same(g.Actor, partyNames(e, &p.Actor)) { // else a mutual act was told the other way round
			f.Code.count(isCodeRight(a.code(g.Actor), e, &p.Actor))
			if p.Recipient != nil {
				f.Code.count(isCodeRight(a.code(g.Recipient), e, p.Recipient))
			}
		}
	}
}

// isCodeRight compares country and first sector. A state has no sector in gold; its
// government is as good.
func isCodeRight(gold *ActorCode, e *onrecord.Entry, p *onrecord.Party) bool {
	if gold == nil {
		return false
	}
	for i := range e.Actors {
		if a := &e.Actors[i]; a.ID == p.Actor && a.ID != "" {
			sector := ""
			if len(a.Sectors) > 0 {
				sector = a.Sectors[0]
			}
			return a.Country == gold.Country && (sector == gold.Sector || gold.Sector == "" && sector == "GOV")
		}
	}
	return gold.Country == "" && gold.Sector == ""
}

// FullFigures gives all rows for a set with full gold.
func (s Scores) FullFigures(set string) []lab.Figure {
	out := s.Figures(set)
	add := func(measure string, value float64) {
		if value >= 0 {
			out = append(out, lab.Figure{Task: "gold", Set: set, Measure: measure, Value: value})
		}
	}
	add("speaker, of matched", Ratio{s.WithSpeaker.Found, s.Statements.Found}.Percent())
	add("said on, where told", s.SaidOnDated.Percent())
	add("via items F1", s.ViaItems.F1())
	add("addressee F1", s.Full.Addressee.F1())
	add("parent F1", s.Full.Parent.F1())
	add("negated F1", s.Full.Negated.F1())
	add("event by", s.By.Percent())
	add("event date", s.EventDate.Percent())
	add("event place", s.Place.Percent())
	add("event country", s.Full.Country.Percent())
	add("actor code", s.Full.Code.Percent())
	for band, r := range s.Full.Sure {
		add(s.Full.Sure.name(band), r.Percent())
	}
	return out
}

package links_test

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/across/links"
)

// said is a statement of a made-up report.
type said struct {
	by    string // Norway, Sweden or Finland; "" for an unnamed source
	kind  onrecord.StatementKind
	day   onrecord.Date
	words string
}

// entry makes a report of one statement.
func (s said) entry(id onrecord.ReportID) *onrecord.Entry {
	e := &onrecord.Entry{Report: onrecord.Masthead{ID: id, Published: &s.day}, Text: s.words}
	for _, name := range []string{"Norway", "Sweden", "Finland"} {
		e.Actors = append(e.Actors, onrecord.Actor{ID: onrecord.ActorID(strings.ToUpper(name[:3])), Name: name, Kind: onrecord.StateActor})
	}
	e.Statements = []onrecord.Statement{{
		ID: "s1", Kind: s.kind, Form: onrecord.Indirect, Speaker: onrecord.Speaker{Name: s.by, For: s.by, Named: s.by != ""},
		Content: []onrecord.Quote{{Span: onrecord.Span{End: len(s.words)}, Text: s.words}},
	}}
	return e
}

// TestLinkedWrongly lists pairs that have nothing to do with each other and are linked today: whoever mends one moves
// it to TestCompare.
func TestLinkedWrongly(t *testing.T) {
	earlier := said{"Norway", onrecord.Assert, "2031-01-01", "Norway will send 200 soldiers to the island"}
	later := said{"Norway", onrecord.Assert, "2031-01-21", "the soldiers on the island had seen no whales"}
	a, b := links.Claims(earlier.entry("aa"))[0], links.Claims(later.entry("bb"))[0]
	a.Matter, b.Matter = oneMatter, oneMatter
	if link, ok := links.Compare(&a, &b); !ok || link.Kind != onrecord.Revises {
		t.Errorf("%q - %q: %q: no longer linked as it was; see where it belongs", earlier.words, later.words, link.Kind)
	}
}

// oneMatter is that of reports of which a test has no more than a statement.
const oneMatter = links.Matter("mat1mat2mat3mat4mat5mat6")

func TestCompare(t *testing.T) {
	const assert, deny, confirm = onrecord.Assert, onrecord.Deny, onrecord.Confirm
	const conflict onrecord.LinkKind = "denies or contradicts" // careful readers would name it differently
	for _, c := range []struct {
		earlier, later said
		want           onrecord.LinkKind
	}{
		{said{"Norway", assert, "2031-01-01", "Swedish planes had violated the airspace of Norway"}, said{"Sweden", deny, "2031-01-02", "its planes had entered the airspace of Norway"}, onrecord.Denies},
		{said{"Norway", assert, "2031-01-01", "Sweden was arming the rebels in the north"}, said{"Sweden", assert, "2031-01-03", "Sweden has never armed any rebels"}, onrecord.Denies},
		{said{"Norway", assert, "2031-01-01", "Sweden holds forty Norwegian sailors"}, said{"Sweden", confirm, "2031-01-05", "it was holding the Norwegian sailors"}, onrecord.Confirms},
		{said{"Norway", assert, "2031-01-01", "Norway will not sign the fishing accord"}, said{"Norway", assert, "2032-01-01", "Norway is ready to sign the fishing accord"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "Norway opposes the pipeline to Finland"}, said{"Norway", assert, "2032-06-01", "Norway now backs the pipeline to Finland"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "Norway would never recognise the government in exile"}, said{"Norway", assert, "2033-06-01", "Norway recognises the government in exile"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "there are no Norwegian troops on the island"}, said{"Norway", confirm, "2031-02-01", "Norwegian troops were on the island"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "the ferry sank after it hit a mine"}, said{"Sweden", assert, "2031-01-02", "the ferry did not hit a mine"}, conflict},
		{said{"Norway", assert, "2031-01-01", "nine sailors were killed in the blast at the port"}, said{"Sweden", assert, "2031-01-02", "fourteen sailors were killed in the blast at the port"}, onrecord.Contradicts},
		{said{"Norway", assert, "2031-01-01", "nine sailors died in the blast"}, said{"Norway", assert, "2031-01-03", "eleven sailors died in the blast"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "the old bridge was safe for trucks"}, said{"", assert, "2031-01-02", "the old bridge was not safe"}, conflict},
		{said{"Norway", assert, "2031-01-01", "the hostages are alive"}, said{"Sweden", assert, "2031-01-02", "the hostages are dead"}, conflict},
		{said{"Norway", assert, "2031-01-01", "Norway will keep its troops on the island"}, said{"Norway", assert, "2031-05-01", "Norway will withdraw its troops from the island"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "the border would stay closed"}, said{"Norway", assert, "2031-03-01", "the border would be opened in May"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "Norway had ruled out talks with the rebels"}, said{"Norway", assert, "2031-03-01", "Norway was ready for talks with the rebels"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "the island belongs to Norway"}, said{"Norway", assert, "2034-02-01", "the island belonged to Norway and always would"}, onrecord.Repeats},
		{said{"Norway", assert, "2031-01-01", "Swedish soldiers had crossed the border at Storlien"}, said{"Norway", assert, "2031-01-09", "the border was crossed by Swedish soldiers"}, onrecord.Repeats},
		{said{"Norway", assert, "2031-01-01", "Norway wants a peaceful end to the dispute over the island"}, said{"Norway", assert, "2031-04-01", "Norway seeks a peaceful solution of the dispute over the island"}, onrecord.Repeats},
		{said{"Norway", assert, "2031-01-01", "Norway has no plans to raise the duty on salmon"}, said{"Norway", assert, "2031-06-01", "Norway will raise the duty on salmon in July"}, onrecord.Revises},
		{said{"", assert, "2031-01-01", "Swedish police fired tear gas into the crowd"}, said{"Sweden", assert, "2031-01-01", "the police did not use any tear gas"}, onrecord.Denies},
		{said{"Norway", assert, "2031-01-01", "an agreement on the fishing grounds had been reached"}, said{"Sweden", assert, "2031-01-02", "no agreement on the fishing grounds had been reached"}, conflict},
		{said{"Norway", assert, "2031-01-01", "Norway would not pay the fine"}, said{"Norway", assert, "2031-03-02", "Norway agreed to pay the fine"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "the northern bridge is closed"}, said{"Sweden", assert, "2031-01-02", "the northern bridge is open"}, conflict},
		{said{"Norway", assert, "2031-01-01", "twelve smugglers had been arrested on the ferry"}, said{"Sweden", assert, "2031-01-02", "more than 30 smugglers were arrested on the ferry"}, onrecord.Contradicts},
		{said{"Norway", assert, "2031-01-01", "no civilians were hurt in the raid"}, said{"Sweden", assert, "2031-01-02", "six civilians were wounded in the raid"}, conflict},
		{said{"Norway", assert, "2031-01-01", "the referendum on the island would be held in May"}, said{"Norway", assert, "2031-04-01", "the referendum on the island would be put off"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "Sweden was behind the attack on the ferry"}, said{"Sweden", assert, "2031-01-02", "Sweden had nothing to do with the attack on the ferry"}, onrecord.Denies},
		{said{"Norway", assert, "2031-01-01", "Norway is ready to meet the rebels"}, said{"Norway", assert, "2031-04-01", "Norway would meet the rebels only if they put down their arms"}, onrecord.Revises},
		{said{"Norway", assert, "2031-01-01", "Norway will send 200 soldiers to the island"}, said{"Norway", assert, "2031-01-21", "Norway will send 500 soldiers to the island"}, onrecord.Revises},
		// Nothing to do with each other.
		{said{"Norway", assert, "2031-01-01", "Norway will send 200 soldiers to the island"}, said{"Norway", assert, "2031-01-21", "nobody had seen any whales off the island"}, ""},
		{said{"Norway", assert, "2031-01-01", "Norway welcomes the Swedish offer"}, said{"Norway", assert, "2031-01-21", "Norway rejects the Swedish map"}, ""},
		{said{"Norway", assert, "2031-01-01", "the rebels had opened fire on the ferry"}, said{"Norway", assert, "2031-02-21", "the ferry would no longer stop at the port"}, ""},
		{said{"Norway", assert, "2031-01-01", "Norway opposes the pipeline to Finland"}, said{"Finland", assert, "2031-01-02", "Finland backs the pipeline"}, ""},
		{said{"Norway", assert, "2031-01-01", "the pipeline would be finished in May"}, said{"Norway", assert, "2031-02-02", "the pipeline had cost nine billion"}, ""},
		{said{"Norway", assert, "2031-01-01", "nine sailors were killed in the blast at the port"}, said{"Sweden", assert, "2035-01-02", "fourteen sailors were killed in the storm"}, ""},
		{said{"Norway", deny, "2031-01-01", "its planes had bombed the village"}, said{"Sweden", deny, "2031-01-02", "its planes had bombed the village"}, ""},
	} {
		a, b := links.Claims(c.earlier.entry("aa"))[0], links.Claims(c.later.entry("bb"))[0]
		a.Matter, b.Matter = oneMatter, oneMatter
		got, _ := links.Compare(&a, &b)
		isConflict := c.want == conflict && (got.Kind == onrecord.Denies || got.Kind == onrecord.Contradicts)
		if got.Kind != c.want && !isConflict {
			t.Errorf("%q - %q: %q (%s), want %q", c.earlier.words, c.later.words, got.Kind, got.Why, c.want)
		}
		if again, _ := links.Compare(&b, &a); again != got {
			t.Errorf("%q: the order of the arguments matters: %v, %v", c.later.words, got, again)
		}
	}
}

package store

import "onrecord"

// Query asks for lines of the record. The zero Query asks for all of them.
type Query struct {
	Where  Q    // nil: everything
	Limit  int  // most hits; 0 or less: no limit
	Skip   int  // how many hits to pass over
	Brief  bool // the entries of hits are as [Store].Brief gives them, with the lines that were found
	Bare   bool // and without text and clutter, but for those of reports that are hits themselves
	ByRank bool // of the newest [MostRanked] what has most of the words looked for first; the newest first where no words are
}

// MostRanked is how many hits are ranked, the newest; what was found besides comes behind them, the newest first. A
// name in the news is found in every other report: to weigh all of them would take longer the more there are.
const MostRanked = 200

// Q is a condition on one line of the record: a statement, an event, or the report
// itself as its title and text. A condition on what a line does not have (the
// status of a statement) does not hold. The report itself is a hit only where
// none of its statements and events is one. Package search reads and prints Qs.
type Q interface{ isQ() }

// And holds where all hold; an empty And holds everywhere.
type And []Q

// Or holds where at least one holds; an empty Or holds nowhere.
type Or []Q

// Not holds where its condition does not.
type Not struct{ Q Q }

// Words holds where the words stand next to each other, whatever their case and
// accents: in the content of a statement, the evidence of an event, the names and role
// of who speaks, acts or is acted upon there, or the headline and text of a report.
type Words struct {
	Text   string
	Prefix bool // the last word may go on: "ambass" finds "ambassador"
}

// Name holds where the words stand in a name that fills the part. An actor is
// found by every name that its report gives it, and, where the words are a whole name, by
// every name that any report gives it. For Place they are a whole name or a word of it, for
// Topic they stand there in any form and order.
type Name struct {
	Part   Part
	Text   string
	Prefix bool
}

// Part is the part that somebody or something plays in a line.
type Part string

// The parts.
const (
	By        Part = "by"    // who said it: the speaker, or the one whose word an event is
	As        Part = "as"    // in what role the speaker speaks
	For       Part = "for"   // whom the speaker speaks for
	About     Part = "about" // whom the content speaks of; either side of an event
	Actor     Part = "actor" // who did it
	Recipient Part = "to"    // to whom it was done
	Via       Part = "via"   // through whom the words came
	Outlet    Part = "outlet"
	Toward    Part = "toward" // to whom it was done, or whom a statement's stand concerns
	Place     Part = "place"  // where it was done, or where the report was filed
	Topic     Part = "issue"  // what a statement stands for or against
)

// Value holds where a field has exactly this value.
type Value struct {
	Field Field
	Is    string
}

// Field is a field of a line with few values.
type Field string

// The fields.
const (
	Sort   Field = "is"     // "statement", "event" or "report"
	Kind   Field = "kind"   // an [onrecord.StatementKind]
	Form   Field = "form"   // an [onrecord.StatementForm]
	Type   Field = "type"   // an [onrecord.EventType]
	Status Field = "status" // an [onrecord.EventStatus]
	Named  Field = "named"  // "yes" or "no": is the speaker named?
)

// The sorts of line.
const (
	StatementLine = "statement"
	EventLine     = "event"
	ReportLine    = "report"
)

// Days holds where the days of a line and the interval share one. A line's days are
// those on which it was said or done, if the report tells, else the day on which the
// report was published. A line of unknown day never matches.
type Days struct {
	From, To onrecord.Date // both ends included; "" is open
}

// Concerns holds where a statement's stand concerns one of the actors. A store makes it of a Name
// that fills the part Toward.
type Concerns []onrecord.ActorID

// Talked holds for the statements and events of an actor, which it makes or somebody makes for it, and for those about an
// actor, as [Talk] counts them; "" is anybody. Stores without [Sums] do not know it.
type Talked struct{ By, About onrecord.ActorID }

// Parties holds where these are who said or did it and to whom it was done; "" is anybody.
type Parties struct{ Doer, Recipient onrecord.ActorID }

func (Concerns) isQ() {}
func (Parties) isQ()  {}
func (Talked) isQ()   {}

func (And) isQ()   {}
func (Or) isQ()    {}
func (Not) isQ()   {}
func (Words) isQ() {}
func (Name) isQ()  {}
func (Value) isQ() {}
func (Days) isQ()  {}

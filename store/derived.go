package store

import "onrecord"

// What follows from many entries is kept beside them in tables that can be made anew:
// package across fills and reads them. Everything hangs on the lines of entries (see
// [Lines]) and goes when they go.

// LineKey names a line of the record inside one store. It is never seen outside.
type LineKey int64

// LineRef is a line with its key.
type LineRef struct {
	Key    LineKey
	Report onrecord.ReportID
	Sort   string // StatementLine, EventLine or ReportLine
	ID     string // of the statement or event; "" for the report
}

// Posting is a place of a line in the list of a key: lines that may have to do with each
// other stand near each other in a list. Places order a list and name what stands there
// independently of when it was added.
type Posting struct {
	Key   int32
	Place int64
	Line  LineKey
}

// Note is what package across keeps of a line to compare it with others.
type Note struct {
	Line LineKey
	Body []byte
}

// Gist is what package across keeps of a report to tell of most other reports that none of their lines has to do
// with one of its own: it is much shorter than the notes of the lines.
type Gist struct {
	Report onrecord.ReportID
	Body   []byte
}

// Pair is what two lines have to do with each other: two statements a link, two reports a
// copy, two events a join.
type Pair struct {
	From, To LineKey
	Sort     string
	Kind     string
	Share    float64 // a link's or join's certainty, a copy's share
	Why      string
	FromRef  LineRef // set when read
	ToRef    LineRef
}

// Stand is where a statement stands to a topic.
type Stand struct {
	Line     LineKey
	Topic    onrecord.TopicID
	Wording  string
	Holder   onrecord.ActorID
	Who      onrecord.ActorID // who said so; "" if not known
	Toward   onrecord.ActorID // "" if it is to the thing itself
	Together bool             // it tells how the holder stands with Toward, and not only to the thing
	Stance   onrecord.Stance
	Day      string // "" if unknown
	Start    int    // bytes of the words in the text
	End      int
	Ref      LineRef // set when read
}

// Surroundings are the postings before and behind a place of a list, nearest first.
type Surroundings struct{ Before, After []Posting }

// SharedList is a list in which two lines stand, and how many stand between them.
type SharedList struct {
	Key     int64
	Between int
}

// Change is what deriving some reports puts into the tables, all or nothing.
type Change struct {
	Reports []onrecord.ReportID // that are now derived
	Rules   string              // the version of the rules that derived them
	Pairs   []Pair              // put, or put again
	Drop    []Pair              // no longer so
	Stands  []Stand
	Mended  []Posting // torn places that are mended
}

// PairQuery asks for pairs of one sort. The zero value of a field asks for all.
type PairQuery struct {
	Sort   string
	Kind   string
	Report onrecord.ReportID  // one of the two lines is this report's
	Line   string             // and has this id
	Lines  []LineRef          // one of the two is one of these, by report and id; without Report and Actors
	Actors []onrecord.ActorID // one of the two is said or done by one of these
	Share  float64            // or more
	Limit  int
}

// StandQuery asks for stands. The zero value of a field asks for all.
type StandQuery struct {
	Holders []onrecord.ActorID
	Toward  []onrecord.ActorID
	Topics  []onrecord.TopicID
}

// TopicCount tells how many statements use a wording for a topic.
type TopicCount struct {
	Topic   onrecord.TopicID
	Wording string
	N       int
}

// ActorCount tells in how many reports a name means an actor, or an actor bears a name.
type ActorCount struct {
	Actor onrecord.ActorID
	Name  string
	N     int
}

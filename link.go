package onrecord

// LinkKind says what a statement does to another.
type LinkKind string

// The kinds of link.
const (
	Repeats     LinkKind = "repeats" // the same claim, for the same side
	Denies      LinkKind = "denies"
	Confirms    LinkKind = "confirms"    // another side says so too
	Contradicts LinkKind = "contradicts" // both cannot be true
	Revises     LinkKind = "revises"     // the same side now says otherwise
)

// StatementRef names a statement among all reports.
type StatementRef struct {
	Report    ReportID    `json:"report"`
	Statement StatementID `json:"statement"`
}

// Link ties a statement to one that it answers, in the same report or in another. Links
// are derived from entries and can be made anew.
type Link struct {
	Kind      LinkKind     `json:"kind"`
	From      StatementRef `json:"from"` // the later one, or the one that answers
	To        StatementRef `json:"to"`
	Why       string       `json:"why"`
	Certainty float64      `json:"certainty"`
}

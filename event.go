package onrecord

// EventID names an event inside its entry: "e1", "e2", in text order.
type EventID string

// EventType is a type of the codebook: PLOVER's sixteen, SAY and DENY. Which
// exist is told by package codebook.
type EventType string

// EventStatus says how far the report vouches for an event.
type EventStatus string

// The statuses of an event.
const (
	Asserted     EventStatus = "asserted" // the report states it as fact
	Claimed      EventStatus = "claimed"  // a source says so
	Denied       EventStatus = "denied"   // a source denies it
	Disputed     EventStatus = "disputed" // claimed by one, denied by another
	Planned      EventStatus = "planned"  // to come, hoped for
	Hypothetical EventStatus = "hypothetical"
	Past         EventStatus = "past" // background from long before the report
)

// Event is what one actor did to another, as one report has it. Several places of
// a report that tell of one act are one event; several reports are several
// events. (What the world did is a happening; it is derived, elsewhere.)
type Event struct {
	ID        EventID     `json:"id"`
	Type      EventType   `json:"type"`
	Mode      string      `json:"mode"`     // how, "" if not told
	Contexts  []string    `json:"contexts"` // what it was about
	Actor     Party       `json:"actor"`
	Recipient *Party      `json:"recipient"`
	Status    EventStatus `json:"status"`
	By        string      `json:"by"`    // name of the one whose word it is, for claimed, denied, disputed
	Claim     StatementID `json:"claim"` // the statement that says so; "" if the report itself does
	On        *When       `json:"on"`
	Place     string      `json:"place"`
	Country   string      `json:"country"`        // where it was done, ISO 3166 alpha-3; "" if not told
	Evidence  Quote       `json:"evidence"`       // the shortest clause that says it
	Also      []Quote     `json:"also,omitempty"` // other places that tell of the same act
	CAMEO     string      `json:"cameo"`
	Why       string      `json:"why"` // the rule or words that decided
	Certainty float64     `json:"certainty"`
}

// Party is one side of an event.
type Party struct {
	Name    string  `json:"name"`
	Actor   ActorID `json:"actor"`
	Mention *Quote  `json:"mention"`
}

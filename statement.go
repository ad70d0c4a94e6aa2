package onrecord

// StatementID names a statement inside its entry: "s1", "s2", in text order.
type StatementID string

// StatementKind says what is done with the words.
type StatementKind string

// The kinds of statement.
const (
	Assert   StatementKind = "assert"
	Deny     StatementKind = "deny"
	Confirm  StatementKind = "confirm"
	Accuse   StatementKind = "accuse"
	Demand   StatementKind = "demand"
	Promise  StatementKind = "promise"
	Threaten StatementKind = "threaten"
	Hope     StatementKind = "hope"
	Propose  StatementKind = "propose"
	Agree    StatementKind = "agree"
	Refuse   StatementKind = "refuse"
	Condemn  StatementKind = "condemn"
	Praise   StatementKind = "praise"
	Believe  StatementKind = "believe"
	Question StatementKind = "question"
)

// StatementForm says how the words are given.
type StatementForm string

// The forms of a statement.
const (
	Direct   StatementForm = "direct"   // all in quotation marks
	Indirect StatementForm = "indirect" // none
	Mixed    StatementForm = "mixed"
)

// Statement is someone's words as a report gives them.
type Statement struct {
	ID        StatementID   `json:"id"`
	Speaker   Speaker       `json:"speaker"`
	Via       []Hop         `json:"via"` // nearest to the report first; its own outlet is no hop
	Cue       *Quote        `json:"cue"` // the reporting words; nil for a quotation without any
	Content   []Quote       `json:"content"`
	Form      StatementForm `json:"form"`
	Kind      StatementKind `json:"kind"`
	Negated   bool          `json:"negated,omitempty"` // the report says that it was not said: "did not say", "declined to"
	Addressee *Quote        `json:"addressee"`
	SaidOn    *When         `json:"said_on"`
	About     []string      `json:"about"`  // names of the actors that the content speaks of
	Parent    StatementID   `json:"parent"` // the statement that reports this one; "" if the report itself does
	Certainty float64       `json:"certainty"`
}

// SpeakerKind says what sort of source speaks.
type SpeakerKind string

// The kinds of speaker.
const (
	PersonSpeaks   SpeakerKind = "person"
	BodySpeaks     SpeakerKind = "body"     // a state, organisation, group or office
	PeopleSpeak    SpeakerKind = "people"   // an unnamed group: experts, officials, residents
	DocumentSpeaks SpeakerKind = "document" // a poll, report, law, letter
	MediaSpeaks    SpeakerKind = "media"
	NobodyTold     SpeakerKind = "none" // "it is said that"
)

// Speaker is who spoke.
type Speaker struct {
	Name    string      `json:"name"` // the fullest that the report gives; pronouns resolved
	Role    string      `json:"role"`
	For     string      `json:"for"` // name of the state or organisation spoken for
	Named   bool        `json:"named"`
	Kind    SpeakerKind `json:"kind"`
	Actor   ActorID     `json:"actor"`
	Mention *Quote      `json:"mention"` // the words beside the cue: "he"; nil if there are none
}

// HopKind says what sort of channel passed the words on.
type HopKind string

// The kinds of hop.
const (
	AgencyHop      HopKind = "agency"
	NewspaperHop   HopKind = "newspaper"
	BroadcasterHop HopKind = "broadcaster"
	WebsiteHop     HopKind = "website"
	NetworkHop     HopKind = "network" // a social network
	StatementHop   HopKind = "statement"
	InterviewHop   HopKind = "interview"
	DocumentHop    HopKind = "document"
	BodyHop        HopKind = "body" // an office that relays another's words
	OutletHop      HopKind = "outlet"
)

// Hop is one channel on the way of the words from speaker to report.
type Hop struct {
	Name  string  `json:"name"`
	Kind  HopKind `json:"kind"`
	Words *Quote  `json:"words,omitempty"` // where the report says so; nil if the dateline or byline does
}

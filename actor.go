package onrecord

// ActorID names an actor the same way in every report: "RUS", "taliban",
// "RUS/foreign-ministry", "person/zamir-kabulov".
type ActorID string

// ActorKind says what sort of actor it is.
type ActorKind string

// The kinds of actor.
const (
	StateActor    ActorKind = "state"
	BodyActor     ActorKind = "body"  // organ of a state: ministry, parliament, army, agency
	IGOActor      ActorKind = "igo"   // international body
	GroupActor    ActorKind = "group" // armed group, party, movement
	OrgActor      ActorKind = "organisation"
	MediaActor    ActorKind = "media" // outlet, agency, network
	PersonActor   ActorKind = "person"
	PeopleActor   ActorKind = "people" // unnamed persons: "Afghan experts", "residents"
	PlaceActor    ActorKind = "place"  // a place that acts for nobody known
	DocumentActor ActorKind = "document"
)

// Actor is a state, organisation, armed group, person or office, with its names
// and dated roles.
type Actor struct {
	ID      ActorID   `json:"id"`
	Name    string    `json:"name"` // fullest name: the table's, else the report's
	Kind    ActorKind `json:"kind"`
	Aliases []string  `json:"aliases"` // other names that this report uses
	Country string    `json:"country"` // ISO 3166 alpha-3, or IGO, NGO, IMG...; "" if none
	Sectors []string  `json:"sectors"` // PLOVER sectors: GOV, MIL, REB...
	Roles   []Role    `json:"roles"`
	Hop     HopKind   `json:"hop,omitempty"` // for media: the sort of channel that it is
}

// Role is an office that an actor holds or held.
type Role struct {
	Title string `json:"title"` // as the report words it: "special envoy on Afghanistan"
	Of    string `json:"of"`    // name of the actor served: "Russia"; "" if not told
	From  Date   `json:"from"`
	To    Date   `json:"to"`
}

// Resolutions tells which actors a report speaks of and where.
type Resolutions struct {
	Actors   []Actor      // in order of first mention
	Mentions []Resolution // one a mention of Analysis.Mentions, in the same order
	Names    []ActorName  // every place where an actor's name stands, by Start
}

// Resolution says which actor a mention means, and why.
type Resolution struct {
	Actor     ActorID   // "" if none is known
	For       ActorID   // whom the one mentioned speaks for: "RUS" for "the Russian foreign ministry"
	Role      Span      // the words that give the role of the one mentioned, in this report; empty if none
	Named     bool      // false for "a spokesperson", "Afghan experts in Washington"
	Why       string    // the rule that decided: "table", "alias", "title", "apposition", "chain"
	Rivals    []ActorID // others it might have meant
	Certainty float64   // 0 to 1
}

// ActorName is a place where the name of a known actor stands, also inside
// longer mentions and as an adjective: "Russian" in "the Russian strikes".
type ActorName struct {
	Span
	Actor     ActorID
	Adjective bool
}

// Actor looks an actor up; nil if this report does not speak of it.
func (r *Resolutions) Actor(id ActorID) *Actor {
	for i := range r.Actors {
		if r.Actors[i].ID == id {
			return &r.Actors[i]
		}
	}
	return nil
}

// Within gives the names of actors that stand inside s, in order.
func (r *Resolutions) Within(s Span) []ActorName {
	var in []ActorName
	for _, n := range r.Names {
		if s.Contains(n.Span) {
			in = append(in, n)
		}
	}
	return in
}

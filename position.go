package onrecord

// TopicID names what statements are about the same way in every record: "fight/islamic-state",
// "power/AFG". People call a topic an issue; in code that word is taken by what could not be
// done, see [Issue].
type TopicID string

// Stance is how a holder stands to a topic.
type Stance string

// The stances.
const (
	StanceFor         Stance = "for"
	StanceAgainst     Stance = "against"
	StanceConditional Stance = "conditional" // for it if something else is so
	StanceMixed       Stance = "mixed"       // for and against at once
)

// Package codebook tells which events exist: the types of PLOVER with their
// modes and contexts, our extension SAY and DENY, the sectors of actors, and the
// way to CAMEO codes and back. Start at [Plover].
//
// The tables are data files with the reasons beside them; see plover/types.tsv.
package codebook

import (
	"fmt"
	"sync"

	"onrecord"
)

// Version names the edition of the tables for an entry's provenance.
const Version = "plover-2.0+onrecord-1"

// Quad is the class of a type: word or deed, cooperation or conflict.
type Quad int

// The four classes; NoQuad is that of SAY and DENY.
const (
	NoQuad Quad = iota
	VerbalCooperation
	MaterialCooperation
	VerbalConflict
	MaterialConflict
)

// Type is a kind of event.
type Type struct {
	Name           onrecord.EventType
	Extension      bool // not PLOVER's own
	Quad           Quad
	Score          float64 // -10 (hostile) to 10 (friendly)
	NeedsRecipient bool
	CAMEO          string // two-digit root
	Means          string
}

// Mode is a way in which an act of a type is done.
type Mode struct {
	Type  onrecord.EventType
	Name  string
	Score float64 // the type's where PLOVER gives the mode none
	CAMEO string
	Means string
}

// Context is what an act may be about.
type Context struct {
	Name  string
	Cues  []string // lower-case words and phrases that show it
	Means string
}

// Sector is what an actor does in its country.
type Sector struct {
	Name     string
	Frequent bool
	Means    string
}

// Codebook holds the tables. It is read-only.
type Codebook struct {
	Types    []Type
	Modes    []Mode
	Contexts []Context
	Sectors  []Sector
	Codes    []Code
	renamed  []renaming
	cues     map[string][]cue // of the contexts, by first word
}

// Type looks a type up; nil if there is none of that name.
func (b *Codebook) Type(name onrecord.EventType) *Type {
	for i := range b.Types {
		if b.Types[i].Name == name {
			return &b.Types[i]
		}
	}
	return nil
}

// Mode looks a mode of a type up; nil if the type has none of that name.
func (b *Codebook) Mode(of onrecord.EventType, name string) *Mode {
	for i := range b.Modes {
		if b.Modes[i].Type == of && b.Modes[i].Name == name {
			return &b.Modes[i]
		}
	}
	return nil
}

// HasContext reports whether the codebook knows the context.
func (b *Codebook) HasContext(name string) bool {
	for i := range b.Contexts {
		if b.Contexts[i].Name == name {
			return true
		}
	}
	return false
}

// HasSector reports whether the codebook knows the sector.
func (b *Codebook) HasSector(name string) bool {
	for i := range b.Sectors {
		if b.Sectors[i].Name == name {
			return true
		}
	}
	return false
}

// Score is the intensity of an act, -10 to 10: its mode's, else its type's.
func (b *Codebook) Score(of onrecord.EventType, mode string) float64 {
	if m := b.Mode(of, mode); m != nil {
		return m.Score
	}
	if t := b.Type(of); t != nil {
		return t.Score
	}
	return 0
}

// Plover gives the codebook. The tables are part of the program and tested with
// it: a fault in them is a broken build, and stops it.
func Plover() *Codebook { return plover() }

var plover = sync.OnceValue(func() *Codebook {
	book, err := readBook(tables)
	if err != nil {
		panic(fmt.Sprintf("codebook: %v", err))
	}
	return book
})

package web

import (
	"fmt"

	"onrecord/across"
)

// edge is what goes from one to another, or between the two.
type edge struct {
	From, To                 across.Actor
	IsMutual                 bool
	N                        int // statements, or issues
	Aligned, Opposed, Partly int // of the issues
	At                       string
	Path                     string
	Wide                     float64
}

// Is tells how the two stand: one way on all issues, or mixed.
func (e edge) Is() string {
	switch e.N {
	case e.Aligned:
		return string(across.Aligned)
	case e.Opposed:
		return string(across.Opposed)
	}
	return "mixed"
}

// Title says the edge in words.
func (e edge) Title() string {
	if !e.IsMutual {
		return fmt.Sprintf("%s about %s: %s", e.From.Name, e.To.Name, counted(e.N, "statement"))
	}
	return fmt.Sprintf("%s and %s: aligned on %d, opposed on %d, partly on %d", e.From.Name, e.To.Name, e.Aligned, e.Opposed, e.Partly)
}

// ByRelation is on how many issues the two are aligned, opposed and partly so.
func (e edge) ByRelation() []int { return []int{e.Aligned, e.Opposed, e.Partly} }

func total(edges []edge) (n int) {
	for i := range edges {
		n += edges[i].N
	}
	return n
}

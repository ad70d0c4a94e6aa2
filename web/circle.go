package web

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord"
	"onrecord/across"
)

// circle is a network drawn on the server: actors stand on a circle, an edge opens the lines
// behind it. The same as a table is beside it, for those who do not see it.
type circle struct {
	Width, Height int
	Nodes         []node
	Edges         []edge // all, for the table
	Drawn         []edge // the strongest, the weakest first: the strong lie on top
}

// node is an actor on the circle.
type node struct {
	across.Actor
	IsFocus bool
	X, Y    float64
	LabelX  float64
	LabelY  float64
	Anchor  string   // "start", "middle" or "end"
	Lines   []string // of the label
}

// The measures of a circle, in its own units: a phone shows them as points.
const (
	circleWidth  = 360
	circleHeight = 250
	radius       = 90.0
	lineHigh     = 12.0
	mostLetters  = 13 // of a line of a label
	mostEdges    = 40
)

// newCircle draws those of the nodes that an edge touches.
func newCircle(nodes []across.Actor, focus onrecord.ActorID, edges []edge) *circle {
	c := &circle{Width: circleWidth, Height: circleHeight, Edges: slices.Clone(edges)}
	sortBy(c.Edges, func(e edge) int { return -e.N })
	if len(edges) == 0 {
		return c
	}
	nodes = slices.DeleteFunc(slices.Clone(nodes), func(a across.Actor) bool {
		return !slices.ContainsFunc(edges, func(e edge) bool { return e.From.ID == a.ID || e.To.ID == a.ID })
	})
	at := map[onrecord.ActorID]point{}
	for i, a := range nodes {
		n := newNode(a, i, len(nodes))
		n.IsFocus = a.ID == focus
		at[a.ID] = point{n.X, n.Y}
		c.Nodes = append(c.Nodes, n)
	}
	most := float64(c.Edges[0].N)
	for _, e := range slices.Backward(c.Edges[:min(mostEdges, len(c.Edges))]) {
		e.Wide = rounded(1 + 4*float64(e.N)/most)
		e.Path = arc(at[e.From.ID], at[e.To.ID], e.IsMutual)
		c.Drawn = append(c.Drawn, e)
	}
	return c
}

// newNode places the i-th of n actors. None stands straight above or below: there two labels
// would have to share the width.
func newNode(a across.Actor, i, n int) node {
	angle := (float64(i)+0.5)*2*math.Pi/float64(n) - math.Pi/2
	cos, sin := math.Cos(angle), math.Sin(angle)
	one := node{Actor: a, Lines: labelLines(a.Name), Anchor: "middle"}
	one.X, one.Y = rounded(circleWidth/2+radius*cos), rounded(circleHeight/2+radius*sin)
	switch {
	case cos > 0.01:
		one.Anchor = "start"
	case cos < -0.01:
		one.Anchor = "end"
	}
	high := lineHigh * float64(len(one.Lines)-1)
	one.LabelX = rounded(one.X + 9*cos)
	one.LabelY = rounded(one.Y + 4 + 12*sin - high*(1-sin)/2)
	return one
}

// labelLines breaks a name into at most two lines.
func labelLines(name string) []string {
	var lines []string
	for _, word := range strings.Fields(name) {
		if n := len(lines); n > 0 && (n == 2 || len([]rune(lines[n-1]+" "+word)) <= mostLetters) {
			lines[n-1] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	for i, l := range lines {
		if letters := []rune(l); len(letters) > mostLetters {
			lines[i] = string(letters[:mostLetters-1]) + "…"
		}
	}
	return lines
}

type point struct{ x, y float64 }

// arc is the path from one node to another, bent toward the middle. What goes one way bends to
// its right, so that both ways are seen.
func arc(from, to point, isMutual bool) string {
	dx, dy := to.x-from.x, to.y-from.y
	bend, gap := 0.14, 11.0
	if isMutual {
		bend, gap = 0, 6
	}
	const inward = 0.35
	mid := point{(from.x + to.x) / 2, (from.y + to.y) / 2}
	control := point{
		mid.x + inward*(circleWidth/2-mid.x) - bend*dy,
		mid.y + inward*(circleHeight/2-mid.y) + bend*dx,
	}
	start, end := toward(from, control, 6), toward(to, control, gap)
	return fmt.Sprintf("M%.1f %.1f Q%.1f %.1f %.1f %.1f", start.x, start.y, control.x, control.y, end.x, end.y)
}

// toward is the point so far from one toward another.
func toward(from, to point, far float64) point {
	dx, dy := to.x-from.x, to.y-from.y
	long := math.Hypot(dx, dy)
	if long == 0 {
		return from
	}
	return point{from.x + far*dx/long, from.y + far*dy/long}
}

func rounded(f float64) float64 { return math.Round(10*f) / 10 }

// Hidden is how many edges only the table shows.
func (c *circle) Hidden() int { return len(c.Edges) - len(c.Drawn) }

package language

import "onrecord/model"

// The moves of the parser (arc-standard). A state is a stack of subtrees and the
// words not yet read.
const (
	shift = iota // put the next word on the stack
	left         // hang the second subtree on the top one
	right        // hang the top subtree on the second one
	moves
)

// subtree is a word with what hangs on it so far. Subtrees are never changed:
// states share them.
type subtree struct {
	word                         int16
	lefts, rights                uint8 // number of children
	leftLabel, rightLabel        uint8 // labels of the outermost
	left1, left2, right1, right2 int32 // outermost and next children, -1 if none
	labels                       model.Hash
}

// state is a point in a parse.
type state struct {
	score int32
	prev  int32 // state before the move
	top   int32 // subtree on top of the stack, -1 if it is empty
	below int32 // state whose top is the next subtree of the stack
	next  int16 // first word not read
	depth int16 // of the stack
	move  uint8
	gold  bool // while learning: reached by right moves only
}

// beam holds all states of one sentence; they are told apart by index.
type beam struct {
	states   []state
	trees    []subtree
	live     []int32 // the states of this step, best first
	found    []candidate
	arcs     []uint8 // quick labels of arcs already asked for, by head*n+child
	features []model.Hash
	order    []int16
}

// candidate is a move that might be made.
type candidate struct {
	score int32
	from  int32
	move  uint8
}

const noLabel = 255

func (b *beam) start(n int) {
	b.states = append(b.states[:0], state{prev: -1, top: -1, below: -1})
	b.trees = b.trees[:0]
	b.live = append(b.live[:0], 0)
	if cap(b.arcs) < n*n {
		b.arcs = make([]uint8, n*n)
	}
	b.arcs = b.arcs[:n*n]
	for i := range b.arcs {
		b.arcs[i] = noLabel
	}
}

// second gives the subtree under the top one; the stack must hold two.
func (b *beam) second(s *state) *subtree { return &b.trees[b.states[s.below].top] }

func (s *state) canDo(move uint8, n int) bool {
	if move == shift {
		return int(s.next) < n
	}
	return s.depth >= 2
}

// offer keeps a candidate if it is among the best; equal ones in order of arrival.
func (b *beam) offer(c candidate, width int) {
	if len(b.found) == width && c.score <= b.found[width-1].score {
		return
	}
	if len(b.found) < width {
		b.found = append(b.found, c)
	}
	at := len(b.found) - 1
	for at > 0 && b.found[at-1].score < c.score {
		b.found[at] = b.found[at-1]
		at--
	}
	b.found[at] = c
}

// do makes a move and gives the new state.
func (b *beam) do(from int32, move uint8, label uint8) int32 {
	was := b.states[from]
	is := state{prev: from, move: move, next: was.next, depth: was.depth, score: was.score}
	if move == shift {
		b.trees = append(b.trees, subtree{word: was.next, left1: -1, left2: -1, right1: -1, right2: -1})
		is.next++
		is.depth++
		is.below = from
	} else {
		under := b.states[was.below]
		b.trees = append(b.trees, b.hang(move, was.top, under.top, label))
		is.depth--
		is.below = under.below
	}
	is.top = int32(len(b.trees) - 1)
	b.states = append(b.states, is)
	return int32(len(b.states) - 1)
}

// hang makes the subtree that comes of an arc.
func (b *beam) hang(move uint8, top, under int32, label uint8) subtree {
	if move == left {
		t := b.trees[top]
		t.left2, t.left1 = t.left1, under
		t.lefts++
		t.leftLabel = label
		t.labels = model.Join2(1, t.labels, model.Hash(label))
		return t
	}
	t := b.trees[under]
	t.right2, t.right1 = t.right1, top
	t.rights++
	t.rightLabel = label
	t.labels = model.Join2(2, t.labels, model.Hash(label))
	return t
}

// arcOf gives head and child that a move at a state would join.
func (b *beam) arcOf(s *state, move uint8) (head, child int16) {
	top, under := b.trees[s.top].word, b.second(s).word
	if move == left {
		return top, under
	}
	return under, top
}

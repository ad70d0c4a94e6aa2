package model

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Sequence gives a row of words a row of tags: each word's features vote for its
// tag, each tag for the one after it, and the best row as a whole wins. It is
// safe for many goroutines.
type Sequence struct {
	Tags  []string
	pairs []int32 // weight of tag b after tag a at [a*len(Tags)+b]; forbidden if hugely negative
	keys  []uint32
	rows  []uint32 // where a key's votes start in tags and votes; one more than keys
	slots []uint32 // open addressing from a key to its index+1
	tags  []uint8
	votes []byte  // of eight bits with a sign; in the file, as tags
	scale float64 // real weight of a vote of one
}

// forbidden is the weight of a pair of tags that can never stand together.
const forbidden = math.MinInt32 / 4

// maxSequenceTags bounds the tag set, so that a set of tags fits one word.
const maxSequenceTags = 32

// SequenceBuffer holds the scratch space of one decoding after another.
type SequenceBuffer struct {
	scores, best []int32
	back         []uint8
	path         []int
}

// Decode gives the index of each position's tag. The result is valid until the
// buffer is used again.
func (s *Sequence) Decode(features [][]uint32, buffer *SequenceBuffer) []int {
	n, t := len(features), len(s.Tags)
	if n == 0 {
		return nil
	}
	buffer.grow(n, t)
	for i, list := range features {
		s.vote(list, buffer.scores[i*t:(i+1)*t])
	}
	copy(buffer.best[:t], buffer.scores[:t])
	for b := range t {
		buffer.best[b] += s.pairs[t*t+b]
	}
	for i := 1; i < n; i++ {
		s.step(buffer, i)
	}
	return s.trace(buffer, n)
}

func (b *SequenceBuffer) grow(n, t int) {
	b.scores = slices.Grow(b.scores[:0], n*t)[:n*t]
	b.best = slices.Grow(b.best[:0], n*t)[:n*t]
	b.back = slices.Grow(b.back[:0], n*t)[:n*t]
	b.path = slices.Grow(b.path[:0], n)[:n]
}

// vote adds up what the features say of each tag.
func (s *Sequence) vote(features []uint32, scores []int32) {
	clear(scores)
	mask := uint32(len(s.slots) - 1)
	for _, key := range features {
		for at := spread(key) & mask; s.slots[at] != 0; at = (at + 1) & mask {
			k := s.slots[at] - 1
			if s.keys[k] != key {
				continue
			}
			for r := s.rows[k]; r < s.rows[k+1]; r++ {
				scores[s.tags[r]] += int32(int8(s.votes[r]))
			}
			break
		}
	}
}

func (s *Sequence) step(buffer *SequenceBuffer, i int) {
	t := len(s.Tags)
	before, now := buffer.best[(i-1)*t:i*t], buffer.best[i*t:(i+1)*t]
	for b := range t {
		best, from := int32(math.MinInt32), 0
		for a, score := range before {
			if v := max(score, forbidden) + s.pairs[a*t+b]; v > best {
				best, from = v, a
			}
		}
		now[b] = best + buffer.scores[i*t+b]
		buffer.back[i*t+b] = uint8(from)
	}
}

func (s *Sequence) trace(buffer *SequenceBuffer, n int) []int {
	t := len(s.Tags)
	at, best := 0, int32(math.MinInt32)
	for b, v := range buffer.best[(n-1)*t : n*t] {
		if s.mayEnd(b) && v > best {
			at, best = b, v
		}
	}
	for i := n - 1; i >= 0; i-- {
		buffer.path[i] = at
		at = int(buffer.back[i*t+at])
	}
	return buffer.path[:n]
}

// mayEnd reads the last row of pairs, which says how well a tag ends a row.
func (s *Sequence) mayEnd(tag int) bool {
	t := len(s.Tags)
	return s.pairs[(t+1)*t+tag] > forbidden
}

// spread scatters the keys over the slots.
func spread(key uint32) uint32 { return key * 2654435761 >> 7 }

// index builds the slots from the keys.
func (s *Sequence) index() {
	size := 2
	for size < 2*len(s.keys)+2 {
		size *= 2
	}
	s.slots = make([]uint32, size)
	mask := uint32(size - 1)
	for i, key := range s.keys {
		at := spread(key) & mask
		for s.slots[at] != 0 {
			at = (at + 1) & mask
		}
		s.slots[at] = uint32(i + 1)
	}
}

// File packs the model as the file of weights of that name: tags, pairs, then
// each key as its distance to the one before, with its votes.
func (s *Sequence) File(name string) ([]byte, error) {
	var p Packer
	p.Strings(s.Tags)
	for _, v := range s.pairs {
		p.Signed(int(v))
	}
	p.Int(len(s.keys))
	last := uint32(0)
	for i, key := range s.keys {
		p.Int(int(key - last))
		p.Int(int(s.rows[i+1] - s.rows[i]))
		last = key
	}
	p.String(string(s.tags))
	p.String(string(s.votes))
	return p.File(name)
}

// ReadSequence opens a file of weights that [Sequence.File] packed.
func ReadSequence(file []byte, name string) (*Sequence, error) {
	u, err := Unpack(file, name)
	if err != nil {
		return nil, err
	}
	s := &Sequence{Tags: u.Strings()}
	tags := len(s.Tags)
	if tags == 0 || tags > maxSequenceTags {
		return nil, fmt.Errorf("read sequence model %s: %d tags", name, tags)
	}
	for range (tags + 2) * tags {
		s.pairs = append(s.pairs, int32(max(u.Signed(), forbidden)))
	}
	if err := s.unpackRows(u); err != nil {
		return nil, fmt.Errorf("read sequence model %s: %w", name, err)
	}
	s.index()
	return s, nil
}

// errSequence says that the parts of a model do not fit together.
var errSequence = errors.New("parts do not fit")

func (s *Sequence) unpackRows(u *Unpacker) error {
	n := u.Count()
	s.keys, s.rows = make([]uint32, 0, n), make([]uint32, 1, n+1)
	key, votes := 0, 0
	for range n {
		key += u.Int()
		votes += u.Int()
		if u.Err() != nil || key > math.MaxUint32 || votes > maxBody {
			return errors.Join(errSequence, u.Err())
		}
		s.keys, s.rows = append(s.keys, uint32(key)), append(s.rows, uint32(votes))
	}
	s.tags, s.votes = u.Bytes(), u.Bytes()
	if u.Err() != nil || len(s.tags) != votes || len(s.votes) != votes {
		return errors.Join(errSequence, u.Err())
	}
	for _, tag := range s.tags {
		if int(tag) >= len(s.Tags) {
			return errSequence
		}
	}
	return nil
}

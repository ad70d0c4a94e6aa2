package language

import (
	"errors"
	"math/bits"
	"slices"

	"onrecord/model"
)

// codes is a small table from hashes to numbers above 0. The zero table knows
// nothing.
type codes struct {
	keys   []model.Hash
	values []uint16
}

func newCodes(n int) codes {
	size := 1 << bits.Len(uint(2*n+1))
	return codes{keys: make([]model.Hash, size), values: make([]uint16, size)}
}

func (c codes) get(key model.Hash) uint16 {
	if len(c.keys) == 0 {
		return 0
	}
	mask := uint32(len(c.keys) - 1)
	for at := uint32(key) & mask; c.keys[at] != 0; at = (at + 1) & mask {
		if c.keys[at] == key {
			return c.values[at]
		}
	}
	return 0
}

func (c codes) put(key model.Hash, value uint16) {
	mask := uint32(len(c.keys) - 1)
	at := uint32(key) & mask
	for c.keys[at] != 0 && c.keys[at] != key {
		at = (at + 1) & mask
	}
	c.keys[at], c.values[at] = key, value
}

func codesOf(m map[model.Hash]uint16) codes {
	c := newCodes(len(m))
	for _, k := range sortedHashes(m) {
		c.put(k, m[k])
	}
	return c
}

func sortedHashes(m map[model.Hash]uint16) []model.Hash {
	keys := make([]model.Hash, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (c codes) pack(p *model.Packer) {
	m := map[model.Hash]uint16{}
	for i, k := range c.keys {
		if k != 0 {
			m[k] = c.values[i]
		}
	}
	keys := sortedHashes(m)
	p.Int(len(keys))
	last := model.Hash(0)
	for _, k := range keys {
		p.Int(int(k - last))
		last = k
	}
	for _, k := range keys {
		p.Int(int(m[k]))
	}
}

func unpackCodes(u *model.Unpacker) (codes, error) {
	n := u.Count()
	c := newCodes(n)
	keys := make([]model.Hash, n)
	last := uint64(0)
	for i := range keys {
		last += uint64(u.Int())
		if last == 0 || last > 1<<32-1 {
			return codes{}, errors.Join(errors.New("codes out of order"), u.Err())
		}
		keys[i] = model.Hash(last)
	}
	for _, k := range keys {
		v := u.Int()
		if v > 1<<16-1 {
			return codes{}, errors.New("code out of range")
		}
		c.put(k, uint16(v))
	}
	return c, u.Err()
}

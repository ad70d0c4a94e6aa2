package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// ErrWeights is wrapped by every fault of packed weights.
var ErrWeights = errors.New("broken weights")

// Pack gives the model as bytes; prune drops weights smaller than it.
func (m *Logistic) Pack(prune float64) ([]byte, error) { return packWeights(prune, 1, m.weights) }

// Pack gives the model as bytes; prune drops weights smaller than it.
func (m *Chain) Pack(prune float64) ([]byte, error) {
	return packWeights(prune, m.labels, m.weights, m.moves)
}

// OpenLogistic reads what [Logistic.Pack] wrote.
func OpenLogistic(packed []byte) (*Logistic, error) {
	_, lists, err := unpackWeights(packed, 1)
	if err != nil {
		return nil, fmt.Errorf("open logistic model: %w", err)
	}
	if n := len(lists[0]); n == 0 || n&(n-1) != 0 {
		return nil, fmt.Errorf("open logistic model: %w: %d weights", ErrWeights, n)
	}
	return &Logistic{lists[0]}, nil
}

// OpenChain reads what [Chain.Pack] wrote.
func OpenChain(packed []byte) (*Chain, error) {
	labels, lists, err := unpackWeights(packed, 2)
	if err != nil {
		return nil, fmt.Errorf("open chain model: %w", err)
	}
	if labels < 1 || len(lists[0])%labels != 0 || len(lists[1])%(labels*(labels+1)) != 0 {
		return nil, fmt.Errorf("open chain model: %w: %d labels", ErrWeights, labels)
	}
	if n := len(lists[0]) / labels; n == 0 || n&(n-1) != 0 {
		return nil, fmt.Errorf("open chain model: %w: %d features", ErrWeights, n)
	}
	return &Chain{labels, lists[0], lists[1]}, nil
}

// packWeights writes the lists as low bytes, then high bytes: most high bytes
// are alike, which packs well.
func packWeights(prune float64, labels int, lists ...[]int16) ([]byte, error) {
	floor := int16(math.Round(prune * fixedPoint))
	plain := binary.AppendUvarint(nil, uint64(labels))
	for _, list := range lists {
		plain = binary.AppendUvarint(plain, uint64(len(list)))
		low, high := make([]byte, len(list)), make([]byte, len(list))
		for i, w := range list {
			if w < floor && w > -floor {
				w = 0
			}
			low[i], high[i] = byte(w), byte(uint16(w)>>8)
		}
		plain = append(append(plain, low...), high...)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("pack weights: %w", err)
	}
	defer z.Close()
	return z.EncodeAll(plain, nil), nil
}

// maxUnpacked bounds what packed weights may grow to.
const maxUnpacked = 256 << 20

func unpackWeights(packed []byte, want int) (labels int, lists [][]int16, err error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxUnpacked), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return 0, nil, err
	}
	defer z.Close()
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	if *room, err = z.DecodeAll(packed, (*room)[:0]); err != nil {
		return 0, nil, fmt.Errorf("%w: %w", ErrWeights, err)
	}
	return splitWeights(*room, want)
}

// rooms are for what is unpacked and soon copied: fresh memory costs more at the
// start of a program than the unpacking does.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

func splitWeights(plain []byte, want int) (labels int, lists [][]int16, err error) {
	first, used := binary.Uvarint(plain)
	if used <= 0 || first > 1<<10 {
		return 0, nil, ErrWeights
	}
	plain = plain[used:]
	for range want {
		n, used := binary.Uvarint(plain)
		if used <= 0 || n > uint64(len(plain)-used)/2 {
			return 0, nil, ErrWeights
		}
		low, high := plain[used:used+int(n)], plain[used+int(n):used+2*int(n)]
		list := make([]int16, n)
		for i := range list {
			list[i] = int16(uint16(low[i]) | uint16(high[i])<<8)
		}
		lists, plain = append(lists, list), plain[used+2*int(n):]
	}
	return int(first), lists, nil
}

// Package pack packs pages and entries with zstd for the stores. Start at [New].
package pack

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	fast "github.com/go-json-experiment/json" // reads in half the time
	"github.com/klauspost/compress/zstd"

	"onrecord"
	"onrecord/store"
)

// maxUnpacked bounds what a broken or hostile file can make us allocate.
const maxUnpacked = 1 << 30

// entryWords is the entry of an invented report: what other entries have in common with it takes no room, so that
// they take a tenth less. What was packed by it can be read by nothing else: another needs another number beside it.
//
//go:embed entry.json
var entryWords []byte

const entryDict = 1

// Packer packs pages and entries. Its parts are made at first use and are safe
// for many goroutines.
type Packer struct {
	pages   func() *zstd.Encoder
	entries func() *zstd.Encoder
	decoder func() *zstd.Decoder
}

// New makes a packer; it takes room only once it is used.
func New() *Packer {
	return &Packer{
		pages: sync.OnceValue(func() *zstd.Encoder {
			e, err := zstd.NewWriter(nil)
			return must(e, err)
		}),
		entries: sync.OnceValue(func() *zstd.Encoder {
			e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderDictRaw(entryDict, entryWords))
			return must(e, err)
		}),
		decoder: sync.OnceValue(func() *zstd.Decoder {
			d, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxUnpacked), zstd.WithDecoderDictRaw(entryDict, entryWords))
			return must(d, err)
		}),
	}
}

// must holds for options that are constants of this file.
func must[T any](v T, err error) T {
	if err != nil {
		panic("zstd refuses its options: " + err.Error())
	}
	return v
}

// Entry packs an entry as JSON.
func (p *Packer) Entry(e *onrecord.Entry) ([]byte, error) {
	form, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	return p.entries().EncodeAll(form, nil), nil
}

// OpenEntry unpacks an entry.
func (p *Packer) OpenEntry(packed []byte) (*onrecord.Entry, error) {
	entry := new(onrecord.Entry)
	if err := p.read(packed, func(form []byte) error { return fast.Unmarshal(form, entry) }); err != nil {
		return nil, err
	}
	return entry, nil
}

// Raw packs bytes.
func (p *Packer) Raw(raw []byte) []byte { return p.pages().EncodeAll(raw, nil) }

// Open unpacks bytes.
func (p *Packer) Open(packed []byte) ([]byte, error) {
	raw, err := p.decoder().DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", store.ErrUnreadable, err)
	}
	return raw, nil
}

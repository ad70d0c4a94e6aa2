package sqlite

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"onrecord"
	"onrecord/store"
)

// maxUnpacked bounds what a broken or hostile file can make us allocate.
const maxUnpacked = 1 << 30

// packer packs pages and entries. Its parts are made at first use and are safe
// for many goroutines.
type packer struct {
	encoder func() *zstd.Encoder
	decoder func() *zstd.Decoder
}

func newPacker() *packer {
	return &packer{
		encoder: sync.OnceValue(func() *zstd.Encoder {
			e, err := zstd.NewWriter(nil)
			return must(e, err)
		}),
		decoder: sync.OnceValue(func() *zstd.Decoder {
			d, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxUnpacked))
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

func (p *packer) packEntry(e *onrecord.Entry) ([]byte, error) {
	form, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	return p.pack(form), nil
}

func (p *packer) unpackEntry(packed []byte) (*onrecord.Entry, error) {
	form, err := p.unpack(packed)
	if err != nil {
		return nil, err
	}
	entry := new(onrecord.Entry)
	if err := json.Unmarshal(form, entry); err != nil {
		return nil, fmt.Errorf("%w: %w", store.ErrUnreadable, err)
	}
	return entry, nil
}

func (p *packer) pack(raw []byte) []byte { return p.encoder().EncodeAll(raw, nil) }

func (p *packer) unpack(packed []byte) ([]byte, error) {
	raw, err := p.decoder().DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", store.ErrUnreadable, err)
	}
	return raw, nil
}

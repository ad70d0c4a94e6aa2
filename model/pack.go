package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// A file of weights is a magic, the name of its model with its length, and the body:
// compressed, or as it is, so that it can be read in place.
const (
	magic      = "onrecord weights 1\n"
	plainMagic = "onrecord weights 1 plain\n"
	maxBody    = 256 << 20
)

// Packer gathers the body of a file of weights.
type Packer struct{ body []byte }

// Int writes a number that is not negative.
func (p *Packer) Int(n int) { p.body = binary.AppendUvarint(p.body, uint64(n)) }

// Signed writes any number.
func (p *Packer) Signed(n int) { p.body = binary.AppendVarint(p.body, int64(n)) }

// String writes a text.
func (p *Packer) String(s string) {
	p.Int(len(s))
	p.body = append(p.body, s...)
}

// Strings writes a list of texts.
func (p *Packer) Strings(list []string) {
	p.Int(len(list))
	for _, s := range list {
		p.String(s)
	}
}

// File closes the body and gives the file. The body is compressed where that saves
// two fifths of it: less is not worth the time of every start.
func (p *Packer) File(name string) ([]byte, error) {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("pack weights of %s: %w", name, err)
	}
	defer z.Close()
	if packed := z.EncodeAll(p.body, fileHead(magic, name)); len(packed)*5 < len(p.body)*3 {
		return packed, nil
	}
	return append(fileHead(plainMagic, name), p.body...), nil
}

func fileHead(magic, name string) []byte {
	return append(append([]byte(magic), byte(len(name))), name...)
}

// Unpacker reads the body of a file of weights. After the first fault every
// read gives zero; Err tells it.
type Unpacker struct {
	body []byte
	err  error
}

// Unpack opens a file of weights, which must belong to the model of that name. The
// file must stay as it is, since a plain body is read in place.
func Unpack(file []byte, name string) (*Unpacker, error) {
	rest, packed := bytes.CutPrefix(file, []byte(magic))
	if !packed {
		rest, _ = bytes.CutPrefix(file, []byte(plainMagic))
	}
	if len(rest) == len(file) || len(rest) == 0 {
		return nil, fmt.Errorf("unpack weights of %s: not a file of weights of this version", name)
	}
	n := int(rest[0])
	if len(rest) <= n || string(rest[1:1+n]) != name {
		return nil, fmt.Errorf("unpack weights of %s: file of another model", name)
	}
	if !packed {
		return &Unpacker{body: rest[1+n:]}, nil
	}
	body, err := decompress(rest[1+n:])
	if err != nil {
		return nil, fmt.Errorf("unpack weights of %s: %w", name, err)
	}
	return &Unpacker{body: body}, nil
}

func decompress(packed []byte) ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxBody), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(packed, nil)
}

var errShort = errors.New("weights end too early")

// Err gives the first fault.
func (u *Unpacker) Err() error { return u.err }

// Int reads a number that is not negative and fits 40 bits.
func (u *Unpacker) Int() int {
	n, size := binary.Uvarint(u.body)
	if size <= 0 || n > 1<<40 {
		u.fail()
		return 0
	}
	u.body = u.body[size:]
	return int(n)
}

// Signed reads any number.
func (u *Unpacker) Signed() int {
	n, size := binary.Varint(u.body)
	if size <= 0 {
		u.fail()
		return 0
	}
	u.body = u.body[size:]
	return int(n)
}

// Count reads the number of things that follow, each of a byte at least.
func (u *Unpacker) Count() int {
	n := u.Int()
	if n > len(u.body) {
		u.fail()
		return 0
	}
	return n
}

// String reads a text.
func (u *Unpacker) String() string { return string(u.Bytes()) }

// Bytes reads a text in place: it lies in the body and must not be written to.
func (u *Unpacker) Bytes() []byte {
	n := u.Count()
	b := u.body[:n:n]
	u.body = u.body[n:]
	return b
}

// Strings reads a list of texts.
func (u *Unpacker) Strings() []string {
	list := make([]string, u.Count())
	for i := range list {
		list[i] = u.String()
	}
	return list
}

func (u *Unpacker) fail() {
	if u.err == nil {
		u.err = errShort
	}
	u.body = nil
}

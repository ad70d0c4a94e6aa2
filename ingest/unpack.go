package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	kgzip "github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow bounds the memory that a zstd stream may ask for.
const maxWindow = 128 << 20

// errPacked is wrapped by every fault of the packing itself.
var errPacked = errors.New("packed data is damaged or cut off; fetch the file again")

// unpack takes gzip or zstd packing off a stream, told by its first bytes, and the
// packing's ending off the name. What is unpacked is bounded report by report by
// its readers; of gzip data it is a [*members]. done frees the unpacker.
func unpack(r io.Reader, name string) (inner io.Reader, inside string, done func(), err error) {
	buffered := bufio.NewReader(r)
	head, err := buffered.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, "", nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		m, err := newMembers(buffered)
		if err != nil {
			return nil, "", nil, fmt.Errorf("%w: %w", errPacked, err)
		}
		return m, trimPacking(name, ".gz"), func() {}, nil
	case bytes.Equal(head, zstdMagic), bytes.Equal(head, dictionaryMagic):
		z, err := openZstd(buffered)
		if err != nil {
			return nil, "", nil, fmt.Errorf("%w: %w", errPacked, err)
		}
		return z, trimPacking(name, ".zst"), z.Close, nil
	}
	return buffered, trimPacking(trimPacking(name, ".gz"), ".zst"), func() {}, nil
}

// The first bytes of zstd data, and of the frame before them in which crawls carry their dictionary.
var (
	zstdMagic       = []byte("\x28\xb5\x2f\xfd")
	dictionaryMagic = []byte("\x5d\x2a\x4d\x18")
)

// mostDictionary bounds the dictionary of a zstd stream, unpacked.
const mostDictionary = 16 << 20

// openZstd opens zstd data; a dictionary in a frame of its own before it, as the WARC format's
// use of zstd has it, packed or not, is learned first.
func openZstd(r *bufio.Reader) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true)}
	head, err := r.Peek(8)
	if err == nil && bytes.HasPrefix(head, dictionaryMagic) {
		size := binary.LittleEndian.Uint32(head[4:])
		if size > mostDictionary {
			return nil, fmt.Errorf("a dictionary of %d bytes: more than %s is none", size, inMegabytes(mostDictionary))
		}
		frame, err := io.ReadAll(io.LimitReader(r, 8+int64(size)))
		if err != nil || len(frame) < 8+int(size) {
			return nil, cmp.Or(err, io.ErrUnexpectedEOF)
		}
		dictionary, err := unpackDictionary(frame[8:])
		if err != nil {
			return nil, err
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	return zstd.NewReader(r, options...)
}

func unpackDictionary(raw []byte) ([]byte, error) {
	if !bytes.HasPrefix(raw, zstdMagic) {
		return raw, nil
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostDictionary))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(raw, nil)
}

func trimPacking(name, ending string) string {
	if cut := len(name) - len(ending); cut > 0 && strings.EqualFold(name[cut:], ending) {
		return name[:cut]
	}
	return name
}

// explainUnpack adds to a fault of the packing what to do about it.
func explainUnpack(err error) error {
	for _, fault := range []error{io.ErrUnexpectedEOF, gzip.ErrChecksum, gzip.ErrHeader, kgzip.ErrChecksum, kgzip.ErrHeader,
		zstd.ErrCRCMismatch, zstd.ErrMagicMismatch, zstd.ErrWindowSizeExceeded, zstd.ErrDecoderSizeExceeded} {
		if errors.Is(err, fault) {
			return fmt.Errorf("%w: %w", errPacked, err)
		}
	}
	return err
}

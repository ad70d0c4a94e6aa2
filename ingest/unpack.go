package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
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
// its readers. done frees the unpacker.
func unpack(r io.Reader, name string) (inner io.Reader, inside string, done func(), err error) {
	buffered := bufio.NewReader(r)
	head, err := buffered.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, "", nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		z, err := kgzip.NewReader(buffered)
		if err != nil {
			return nil, "", nil, fmt.Errorf("%w: %w", errPacked, err)
		}
		return z, trimPacking(name, ".gz"), func() { z.Close() }, nil
	case bytes.Equal(head, []byte("\x28\xb5\x2f\xfd")):
		z, err := zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, "", nil, fmt.Errorf("%w: %w", errPacked, err)
		}
		return z, trimPacking(name, ".zst"), z.Close, nil
	}
	return buffered, trimPacking(trimPacking(name, ".gz"), ".zst"), func() {}, nil
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

// Package lab measures the product and makes its models. Nothing in the product
// imports it. Each folder below holds one task: how its corpus files are read,
// predicted, scored and learned from. Start at [Figure], what a measurement gives.
package lab

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Figure is one measured number on one dev set, in per cent unless Measure says
// otherwise.
type Figure struct {
	Task    string // "ud", "ner", "polnear"
	Set     string // "ewt-dev"
	Measure string // "LAS raw"
	Value   float64
}

// Corpora is the folder that holds the corpora, seeds and gold reports.
type Corpora string

// DefaultCorpora lies beside the checkout.
const DefaultCorpora Corpora = "../shared"

// Path joins the parts of a file's name to the corpora folder.
func (c Corpora) Path(parts ...string) string {
	return filepath.Join(append([]string{string(c)}, parts...)...)
}

// Open opens a corpus file, unpacking .gz and .zst.
func (c Corpora) Open(parts ...string) (io.ReadCloser, error) {
	return OpenFile(c.Path(parts...))
}

// OpenFile opens a file and unpacks it as its name says: .gz, .zst or plain.
func OpenFile(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	switch {
	case strings.HasSuffix(path, ".gz"):
		z, err := gzip.NewReader(f)
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("unpack %s: %w", path, err)
		}
		return unpacked{z, f.Close}, nil
	case strings.HasSuffix(path, ".zst"):
		z, err := zstd.NewReader(f)
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("unpack %s: %w", path, err)
		}
		return unpacked{z.IOReadCloser(), f.Close}, nil
	}
	return f, nil
}

// unpacked closes the file below the unpacker.
type unpacked struct {
	io.Reader
	closeFile func() error
}

func (u unpacked) Close() error { return u.closeFile() }

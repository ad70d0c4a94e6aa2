package statements

import (
	"bytes"
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

//go:embed weights/classes.bin
var classWeights []byte

// wordClass is the number of the class of words of like use that a word belongs
// to, at two grains; zero for a rare word.
type wordClass struct{ coarse, fine uint16 }

// WordClasses groups words by their use in news, so that what is learned of one
// reporting word serves the seldom ones like it.
type WordClasses struct{ of map[string]wordClass }

// maxClasses bounds what a file of classes may unpack to.
const maxClasses = 16 << 20

// OpenWordClasses reads lines of "word coarse fine", packed.
func OpenWordClasses(packed []byte) (*WordClasses, error) {
	c := &WordClasses{of: map[string]wordClass{}}
	if len(packed) == 0 {
		return c, nil
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxClasses), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("open word classes: %w", err)
	}
	defer z.Close()
	plain, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("open word classes: %w", err)
	}
	for line := range strings.Lines(string(plain)) {
		f := strings.Fields(line)
		if len(f) != 3 {
			return nil, fmt.Errorf("open word classes: %q is not WORD COARSE FINE", line)
		}
		coarse, err := strconv.ParseUint(f[1], 10, 16)
		if err != nil {
			return nil, fmt.Errorf("open word classes: %w", err)
		}
		fine, err := strconv.ParseUint(f[2], 10, 16)
		if err != nil {
			return nil, fmt.Errorf("open word classes: %w", err)
		}
		c.of[f[0]] = wordClass{uint16(coarse), uint16(fine)}
	}
	return c, nil
}

// PackWordClasses writes what [OpenWordClasses] reads. The words are in order.
func PackWordClasses(words []string, coarse, fine []int) ([]byte, error) {
	var plain bytes.Buffer
	for i, w := range words {
		fmt.Fprintf(&plain, "%s %d %d\n", w, coarse[i]+1, fine[i]+1)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("pack word classes: %w", err)
	}
	defer z.Close()
	return z.EncodeAll(plain.Bytes(), nil), nil
}

package work

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// WriteWhole writes a line so that it is there whole or not at all: where a full disk lets
// only a part of it into a file, that part is taken back.
func WriteWhole(w io.Writer, line []byte) error {
	n, err := w.Write(line)
	if err != nil && n > 0 {
		takeBack(w, int64(n))
	}
	return err
}

// takeBack cuts the last n bytes off a file, unless others have written behind them. Of a
// pipe nothing can be taken back.
func takeBack(w io.Writer, n int64) {
	f, ok := w.(interface {
		io.Seeker
		Stat() (os.FileInfo, error)
		Truncate(size int64) error
	})
	if !ok {
		return
	}
	at, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Size() == at && f.Truncate(at-n) == nil {
		_, _ = f.Seek(at-n, io.SeekStart)
	}
}

// cutToWhole cuts an unfinished line off the end of a file, leaves the file ready to be
// written on, and counts the lines that stay.
func cutToWhole(f *os.File) (lines int, err error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	at, whole := int64(0), int64(0)
	for buffer := make([]byte, 256<<10); ; {
		n, err := f.Read(buffer)
		lines += bytes.Count(buffer[:n], []byte{'\n'})
		if i := bytes.LastIndexByte(buffer[:n], '\n'); i >= 0 {
			whole = at + int64(i) + 1
		}
		at += int64(n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, err
		}
	}
	if err := f.Truncate(whole); err != nil {
		return 0, err
	}
	_, err = f.Seek(whole, io.SeekStart)
	return lines, err
}

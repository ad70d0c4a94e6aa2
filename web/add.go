package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"

	"onrecord"
)

// Added is a report that was brought: its entry, or why there is none.
type Added struct {
	*onrecord.Entry
	Fault string
}

// addPage is the form, and what came of it.
type addPage struct {
	Done  bool
	Added []Added
}

func (s *site) addForm(context.Context, *visit) (view, error) {
	return view{template: "add", title: "Add reports", data: addPage{}}, nil
}

// inMemory is how much of an upload is held outside of files.
const inMemory = 4 << 20

func (s *site) add(ctx context.Context, v *visit) (view, error) {
	if err := v.ParseMultipartForm(inMemory); err != nil {
		var long *http.MaxBytesError
		if errors.As(err, &long) {
			return view{}, fmt.Errorf("%w: that is longer than %d MB; \"onrecord add\" takes more", errBadRequest, long.Limit>>20)
		}
		return view{}, fmt.Errorf("%w: the form is not whole", errBadRequest)
	}
	defer func() { _ = v.MultipartForm.RemoveAll() }() // temporary files
	name, body, err := v.brought()
	if err != nil {
		return view{}, err
	}
	defer body.Close()
	return view{template: "add", title: "Added", data: addPage{true, s.Add(ctx, name, body)}}, nil
}

// brought is what was uploaded, else what was pasted.
func (v *visit) brought() (name string, body io.ReadCloser, err error) {
	file, head, err := v.FormFile("file")
	if err == nil && head.Size > 0 {
		return path.Base(strings.ReplaceAll(head.Filename, `\`, "/")), file, nil
	}
	text := strings.ReplaceAll(v.FormValue("text"), "\r\n", "\n") // as forms send lines
	if strings.TrimSpace(text) == "" {
		return "", nil, fmt.Errorf("%w: paste a report or choose a file", errBadRequest)
	}
	return "pasted", io.NopCloser(strings.NewReader(text)), nil
}

package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"time"

	"onrecord"
)

// Added is a report that was brought: its entry, or why there is none.
type Added struct {
	*onrecord.Entry
	Fault string
}

// addPage is the form.
type addPage struct{ CanFetch bool }

func (s *site) addForm(context.Context, *visit) (view, error) {
	return view{template: "add", title: "Add reports", data: addPage{s.Fetch != nil}}, nil
}

const (
	inMemory = 4 << 20         // how much of an upload is held outside of files
	quick    = 2 * time.Second // what is read in less has no page of its own on the way
)

// add has what a visitor brought read, and leads to the page that tells how far it has come.
func (s *site) add(ctx context.Context, v *visit) (view, error) {
	if err := v.ParseMultipartForm(inMemory); err != nil {
		var long *http.MaxBytesError
		if errors.As(err, &long) || errors.Is(err, multipart.ErrMessageTooLarge) {
			return view{}, fmt.Errorf("%w: that is too long; \"onrecord add\" takes more", errBadRequest)
		}
		return view{}, fmt.Errorf("%w: the form is not whole", errBadRequest)
	}
	loads := s.brought(v)
	if len(loads) == 0 {
		return view{}, fmt.Errorf("%w: paste a report, choose a file or give an address", errBadRequest)
	}
	one, err := s.lots.begin()
	if err != nil {
		return view{}, err
	}
	go one.read(context.WithoutCancel(ctx), s.Log, loads)
	one.wait(ctx, quick)
	return elsewhere("/add/" + one.id), nil
}

// load gives the reports of one thing that a visitor brought.
type load func(context.Context) iter.Seq[Added]

// brought is what was uploaded, what was pasted, and what is to be fetched.
func (s *site) brought(v *visit) (all []load) {
	if file, head, err := v.FormFile("file"); err == nil && head.Size > 0 {
		name := path.Base(strings.ReplaceAll(head.Filename, `\`, "/"))
		all = append(all, s.loadOf(name, file))
	}
	if text := strings.ReplaceAll(v.FormValue("text"), "\r\n", "\n"); strings.TrimSpace(text) != "" { // as forms send lines
		all = append(all, s.loadOf("pasted", io.NopCloser(strings.NewReader(text))))
	}
	if address := strings.TrimSpace(v.FormValue("url")); address != "" && s.Fetch != nil {
		all = append(all, func(ctx context.Context) iter.Seq[Added] {
			return func(yield func(Added) bool) { yield(s.Fetch(ctx, address)) }
		})
	}
	return all
}

// loadOf closes what it has read.
func (s *site) loadOf(name string, body io.ReadCloser) load {
	return func(ctx context.Context) iter.Seq[Added] {
		return func(yield func(Added) bool) {
			defer body.Close()
			for one := range s.Add(ctx, name, body) {
				if !yield(one) {
					return
				}
			}
		}
	}
}

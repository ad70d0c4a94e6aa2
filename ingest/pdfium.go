//go:build pdf

package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The bounds of a PDF document, besides its time.
const (
	mostPages   = 1000
	mostPDFRoom = 256 << 20
	wasmPage    = 64 << 10
)

var errSlowPDF = errors.New("its text could not be had within " + mostPDFTime.String())

// openPDFium makes PDFium ready: as WebAssembly, so that a document that breaks it reaches nothing
// but the memory it was given, and can be stopped. It takes seconds, once.
var openPDFium = sync.OnceValues(func() (pdfium.Pool, error) {
	most := runtime.GOMAXPROCS(0)
	features := api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling
	return webassembly.Init(webassembly.Config{
		MaxIdle: most, MaxTotal: most, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig:      wazero.NewFSConfig(), // no files
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(mostPDFRoom / wasmPage).WithCloseOnContextDone(true).WithCoreFeatures(features),
	})
})

// pdfPages gives the text of each page, within a time; limit bounds all of it.
func pdfPages(ctx context.Context, raw []byte, most time.Duration, limit int) ([]string, error) {
	pool, err := openPDFium()
	if err != nil {
		return nil, err
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	stop := context.AfterFunc(limited, func() { _ = instance.Kill() })
	pages, err := textOf(instance, raw, limit)
	if !stop() { // it is killed
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, errSlowPDF
	}
	return pages, errors.Join(err, instance.Close())
}

func textOf(instance pdfium.Pdfium, raw []byte, limit int) (pages []string, err error) {
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &raw})
	if err != nil {
		return nil, err
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, err
	}
	if count.PageCount > mostPages {
		return nil, fmt.Errorf("%w: more than %d pages", ErrTooLong, mostPages)
	}
	for number := range count.PageCount {
		words, err := pageText(instance, opened.Document, number)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", number+1, err)
		}
		if limit -= len(words); limit < 0 {
			return nil, ErrTooLong
		}
		pages = append(pages, words)
	}
	return pages, nil
}

func pageText(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, number int) (string, error) {
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: number}}
	got, err := instance.GetPageText(&requests.GetPageText{Page: page})
	if err != nil {
		return "", err
	}
	return got.Text, nil
}

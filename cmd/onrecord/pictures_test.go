package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPictures takes the pictures that README and docs/serve.md show, of the sample record, with -update:
// "make pictures".
func TestPictures(t *testing.T) {
	if !*update {
		t.Skip("skip: pictures are taken with -update")
	}
	ctx := browser(t)
	site, pages := sampleSite(t), showPages(t)
	for name, l := range map[string]struct {
		page   string
		height int64
	}{"start": {"/", 688}, "report": {pages[1], 640}, "statement": {pages[2], 688}, "compare": {"/compare?a=Egypt&b=Sudan", 608}} {
		do(ctx, t, as(look{1120, l.height, "light", false}), chromedp.Navigate(site.URL+l.page))
		if err := os.WriteFile(filepath.Join("../../docs/pictures", name+".png"), ask(ctx, t, chromedp.CaptureScreenshot()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

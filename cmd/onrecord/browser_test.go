package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"onrecord/feeds"
)

// axePath is where .ci/run puts axe-core, which finds what people who cannot see or point would
// stumble over.
const axePath = "../../.cache/axe.min.js"

// showPages are one address of every kind of page.
func showPages(t *testing.T) []string {
	t.Helper()
	reports, statement, event := "", "", ""
	s, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	for entry, err := range s.Entries(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(entry.Report.Source, "embassy-baseless") {
			reports = "/reports/" + string(entry.Report.ID)
			statement, event = reports+"/s1", reports+"/e2"
		}
	}
	return []string{
		"/", reports, statement, event, "/search?q=by:russia+date:2019", "/search?q=by:(", "/timeline?q=about:taliban", "/timeline?date=2018",
		"/actors", "/actors/RUS", "/actors/person/mark-ellison", "/between?doer=RUS&recipient=taliban", "/compare", "/compare?a=Egypt&b=Sudan", "/compare?a=Egypt&b=Sudan&issue=dam",
		"/own?by=RUS&about=taliban&is=statement", "/own?by=RUS&since=2019&until=2019",
		"/network", "/network?actor=Russia&since=2015&until=2019", "/network?issue=dam",
		"/issues", "/issues/fill/dam", "/issues/fill/dam?of=EGY", "/happenings", "/sources", "/quality", "/nowhere",
	}
}

// browser starts a Chromium. Without one the test is skipped, but not in CI.
func browser(t *testing.T) context.Context {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
		ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
		t.Cleanup(stop)
		ctx, cancel := context.WithTimeout(ctx, 15*time.Minute)
		t.Cleanup(cancel)
		ctx, closeTab := chromedp.NewContext(ctx)
		t.Cleanup(closeTab)
		return ctx
	}
	skipUnlessCI(t, "no Chromium: apt-get install chromium")
	return nil
}

func skipUnlessCI(t *testing.T, reason string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(reason)
	}
	t.Skip("skip: " + reason)
}

// complaints gathers what a browser complains of: script errors, refused styles, missing files.
type complaints struct {
	guard sync.Mutex
	all   []string
}

func listenTo(ctx context.Context, t *testing.T) *complaints {
	t.Helper()
	c := new(complaints)
	if err := chromedp.Listen(ctx, c.hear); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *complaints) hear(event any) {
	c.guard.Lock()
	defer c.guard.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		c.all = append(c.all, "script: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		c.all = append(c.all, "console: "+string(e.Type))
	case *log.EventEntryAdded:
		if !strings.Contains(e.Entry.Text, "status of 40") { // pages that tell of a fault have its status
			c.all = append(c.all, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// taken gives what was complained of since the last call.
func (c *complaints) taken() []string {
	c.guard.Lock()
	defer c.guard.Unlock()
	all := c.all
	c.all = nil
	return all
}

// look is how a page is looked at.
type look struct {
	width, height int64
	scheme        string
	axe           bool // colours tell apart, and widths: not all four need the slow look
}

// TestPagesInBrowser opens every kind of page on a desk and on a phone, in light and dark: nothing is
// complained of, nothing runs out of the window, and axe-core finds nothing serious. With SHOTS set to
// a folder it leaves pictures there.
func TestPagesInBrowser(t *testing.T) {
	ctx := browser(t)
	site, pages, axe := serveSample(t, &served{adder: new(adder)}), append(showPages(t), "/add"), readAxe(t)
	faults := listenTo(ctx, t)
	for _, l := range []look{{1280, 900, "light", true}, {1280, 900, "dark", false}, {390, 844, "light", false}, {390, 844, "dark", true}} {
		do(ctx, t, as(l))
		for i, page := range pages {
			do(ctx, t, chromedp.Navigate(site.URL+page))
			if wide := evaluate[int64](ctx, t, "document.documentElement.scrollWidth"); wide > l.width {
				t.Errorf("%s is %d points wide in a window of %d", page, wide, l.width)
			}
			if l.axe {
				checkAxe(ctx, t, axe, page)
			}
			takePicture(ctx, t, l, i)
			for _, fault := range faults.taken() {
				t.Errorf("%s: %s", page, fault)
			}
		}
	}
}

func do(ctx context.Context, t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func ask[T any](ctx context.Context, t *testing.T, a chromedp.Action[T]) T {
	t.Helper()
	answer, err := chromedp.Run(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func evaluate[T any](ctx context.Context, t *testing.T, script string) T {
	t.Helper()
	return ask(ctx, t, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
}

func as(l look) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		if _, err := cdp.Call(ctx, tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: l.width, Height: l.height, DeviceScaleFactor: 1, Mobile: l.width < 500,
		}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme}},
		})
		return err
	})
}

func readAxe(t *testing.T) string {
	t.Helper()
	axe, err := os.ReadFile(axePath)
	if err != nil && os.Getenv("CI") != "" {
		t.Fatalf("no axe-core: %v; .ci/run fetches it", err)
	} else if err != nil {
		t.Logf("skip axe-core: %v; .ci/run fetches it", err)
	}
	return string(axe)
}

// violation is a part of axe-core's answer.
type violation struct{ ID, Impact, Help, HTML string }

// findViolations runs axe-core on the page, whose policy lets no script in from outside: the
// browser's own door is used.
const findViolations = `axe.run().then(r => r.violations.map(v => ({ID: v.id, Impact: v.impact, Help: v.help, HTML: v.nodes[0].html + " " + v.nodes[0].failureSummary})))`

func checkAxe(ctx context.Context, t *testing.T, axe, page string) {
	t.Helper()
	if axe == "" {
		return
	}
	evaluate[int](ctx, t, axe+";0")
	for _, v := range evaluate[[]violation](ctx, t, findViolations) {
		if v.Impact == "serious" || v.Impact == "critical" {
			t.Errorf("%s: %s (%s) %s", page, v.Help, v.ID, v.HTML)
		}
	}
}

func takePicture(ctx context.Context, t *testing.T, l look, i int) {
	t.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	name := fmt.Sprintf("%02d-%d-%s.png", i, l.width, l.scheme)
	if err := os.WriteFile(filepath.Join(folder, name), ask(ctx, t, chromedp.FullScreenshot(100)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestPagesWithoutScripts reads every kind of page with scripts switched off: it says the same.
func TestPagesWithoutScripts(t *testing.T) {
	ctx := browser(t)
	site := sampleSite(t)
	for _, page := range showPages(t) {
		var said [2]string
		for i, off := range []bool{false, true} {
			do(ctx, t, scriptsOff(off), chromedp.Navigate(site.URL+page))
			said[i] = ask(ctx, t, chromedp.Text("main"))
		}
		if said[0] != said[1] || len(said[0]) < 40 {
			t.Errorf("%s says %d bytes with scripts and %d without", page, len(said[0]), len(said[1]))
		}
	}
}

func scriptsOff(off bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
		return err
	})
}

// TestAddInBrowser pastes a report, with scripts and without: the page tells when it is read, and leads to
// its record; axe-core finds nothing serious on it.
func TestAddInBrowser(t *testing.T) {
	ctx, cancel := context.WithTimeout(browser(t), 3*time.Minute)
	defer cancel()
	site, _ := writableSite(t, &feeds.Fetcher{})
	axe := readAxe(t)
	do(ctx, t, as(look{390, 844, "light", true}))
	for i, off := range []bool{false, true} {
		words := fmt.Sprintf("VARNA, May %d, 2018 - The mayor of Varna, Petar Ivanov, said on Tuesday that the bridge would be mended.", 15+i)
		do(ctx, t, scriptsOff(off), chromedp.Navigate(site.URL+"/add"), chromedp.SendKeys("textarea", words), chromedp.Click(`form.bring button`),
			chromedp.WaitReady(`//p[. = "All is read."]`))
		checkTells(t, ask(ctx, t, chromedp.Text("main")), "1 statement")
		if !off {
			checkAxe(ctx, t, axe, "/add/...")
		}
		do(ctx, t, chromedp.Click("ul.reports a"), chromedp.WaitReady(".reading"))
		checkTells(t, ask(ctx, t, chromedp.Text("main")), "Petar Ivanov")
	}
}

// TestKeysAlone goes through pages with the keyboard: the first key leads past the head of the page, every
// thing that may be pressed is reached and is seen to be, and Enter finds what was typed.
func TestKeysAlone(t *testing.T) {
	ctx := browser(t)
	site := sampleSite(t)
	do(ctx, t, as(look{1280, 900, "light", false}))
	pages := showPages(t)
	for _, page := range []string{"/", pages[1], pages[2], "/compare?a=Egypt&b=Sudan"} {
		do(ctx, t, chromedp.Navigate(site.URL+page), chromedp.KeyEvent(kb.Tab))
		if first := evaluate[string](ctx, t, "document.activeElement.textContent"); first != "Skip to the content" {
			t.Errorf("%s: the first key leads to %q", page, first)
		}
		do(ctx, t, chromedp.KeyEvent(kb.Enter))
		if at := evaluate[string](ctx, t, "document.activeElement.id"); at != "main" {
			t.Errorf("%s: the head is not passed over but %q reached", page, at)
		}
		before := ""
		for range 12 {
			do(ctx, t, chromedp.KeyEvent(kb.Tab))
			now := evaluate[string](ctx, t, `(e => e.outerHTML.slice(0, 200) + getComputedStyle(e).outlineStyle)(document.activeElement)`)
			if now == before || !strings.HasSuffix(now, "solid") {
				t.Errorf("%s: behind %q comes %q", page, before, now)
			}
			before = now
		}
	}
	do(ctx, t, chromedp.Navigate(site.URL), chromedp.SendKeys("input[name=q]", "by:sorokin"+kb.Enter), chromedp.WaitReady("#found"))
	checkTells(t, ask(ctx, t, chromedp.Text("main")), "Pavel Sorokin")
}

// arrive waits until another page is there. What is asked just while pages change is asked again.
func arrive(ctx context.Context, t *testing.T, from string) {
	t.Helper()
	for {
		at, err := chromedp.Run(ctx, chromedp.Location())
		if err == nil && at != from && chromedp.Do(ctx, chromedp.WaitReady("footer")) == nil {
			return
		}
		do(ctx, t, chromedp.Sleep(20*time.Millisecond)) // fails when the time is over
	}
}

// TestFiveClicks goes the way of somebody who has never seen the pages: who denies that Russia helped the
// Taliban, and what did Russia say on it in 2019?
func TestFiveClicks(t *testing.T) {
	ctx, cancel := context.WithTimeout(browser(t), 3*time.Minute)
	defer cancel()
	site := sampleSite(t)
	clicks := 0
	click := func(what string) {
		t.Helper()
		clicks++
		from := ask(ctx, t, chromedp.Location())
		do(ctx, t, chromedp.Click(what))
		arrive(ctx, t, from)
	}
	do(ctx, t, chromedp.Navigate(site.URL))
	click(`//article[contains(., "weapons to the Taliban") or contains(., "machine guns to the Taliban")]//a[contains(., "denied")]`)
	checkTells(t, ask(ctx, t, chromedp.Text(`//section[contains(h2, "Denied by")]`)), "Pavel Sorokin", "Russia's Embassy", "Taliban")
	click(`//section[contains(h2, "Denied by")]//a[. = "Russia"]`)
	click(`//*[local-name() = "a"][contains(@aria-label, "2019") and contains(@aria-label, "statement")]`)
	checkTells(t, ask(ctx, t, chromedp.Text("main")), "Russia has never sent weapons to the Taliban", "Gulf Tribune", "6 February 2019", "Russia has not helped the Taliban")
	if clicks > 5 {
		t.Errorf("it took %d clicks", clicks)
	}
}

func checkTells(t *testing.T, page string, all ...string) {
	t.Helper()
	for _, words := range all {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not tell %q:\n%s", words, page)
		}
	}
}

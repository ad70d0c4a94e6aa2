// Package onrecord holds the words of the product: what a news report is, what
// it says, and what is kept of it.
//
// A [Report] comes in as bytes. It is made into a [Text] once, and everything
// else points into that text by byte spans: an [Analysis] (sentences, syntax,
// mentions, times), [Resolutions] (which actor a mention means), [Statement]s
// (who said what) and [Event]s (who did what to whom). What one report
// contributes is an [Entry], the public record; [Entry.CheckValid] tests its
// invariants and nothing that fails it is ever stored.
//
// The package imports the standard library only and does no work of its own.
// The order of the stations stands in package pipeline; start there to see the
// flow, here to see the things that flow.
//
// While the module is v0, this package, pipeline and store are the promised
// surface; the stations may change shape between minor versions.
package onrecord

// Package origins tells which reports have their words from others: N reports, M origins.
// Start at [Read], which makes a report comparable, [Compare], which judges two reports, and
// [Tree], which puts the reports of one origin in order.
//
// Compare looks at two reports and nothing else, so what is found does not depend on what
// else is stored or on the order in which it came.
package origins

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"onrecord"
	"onrecord/across/links"
)

// Sheet is a report made comparable.
type Sheet struct {
	Report onrecord.ReportID `json:"-"`
	Day    int               `json:"d,omitempty"` // published; 0 if unknown
	Outlet string            `json:"o,omitempty"` // as letters, the agency if it is the agency's own
	Agency string            `json:"a,omitempty"` // that it credits
	Cites  []string          `json:"c,omitempty"` // outlets and agencies through which its statements came
	Fixed  bool              `json:"f,omitempty"` // it says that it corrects or updates
	Words  int               `json:"w,omitempty"`
	Sketch Sketch            `json:"s,omitempty"`
	Lead   Sketch            `json:"l,omitempty"` // of its first words: what is shared elsewhere may be the outlet's, not the report's
	Quotes []uint32          `json:"q,omitempty"` // how its quotations begin
	picked []uint32
}

// maxWords bounds how much of a report is compared.
const maxWords = 20_000

// Read makes a report comparable by its own text.
func Read(e *onrecord.Entry, ownText []string) Sheet {
	s := Sheet{Report: e.Report.ID, Agency: letters(e.Report.Dateline.Agency), Outlet: letters(e.Report.Outlet), Fixed: saysFixed(e.Report.Headline)}
	if e.Report.Published != nil {
		s.Day = links.DayOf(*e.Report.Published)
	}
	if s.Outlet == "" {
		s.Outlet = s.Agency
	}
	for i := range e.Statements {
		s.addSources(&e.Statements[i])
		if e.Statements[i].Speaker.Kind == onrecord.MediaSpeaks || e.Statements[i].Speaker.Kind == onrecord.BodySpeaks {
			s.Cites = append(s.Cites, letters(e.Statements[i].Speaker.Name)) // "the Gazette reported"
		}
	}
	slices.Sort(s.Cites)
	s.Cites = slices.Compact(s.Cites)
	s.Quotes = quoteHashes(ownText)
	words := plainWords(ownText)
	s.Words = len(words)
	hashes := hashShingles(words)
	s.Sketch, s.picked = newSketch(hashes, sketchSize), winnow(hashes)
	s.Lead = newSketch(hashes[:min(leadWords, len(hashes))], leadSize)
	return s
}

// addSources notes through whom a statement came, and to whom it was made: "told the Gazette"
// names the Gazette as its source if the report is another outlet's.
func (s *Sheet) addSources(said *onrecord.Statement) {
	for _, hop := range said.Via {
		if isOutlet(hop.Kind) {
			s.Cites = append(s.Cites, letters(hop.Name))
		}
	}
	if to := said.Addressee; to != nil && letters(to.Text) != s.Outlet {
		s.Cites = append(s.Cites, letters(to.Text))
	}
}

// Keys are what two reports that share a passage or a quotation have in common.
func (s *Sheet) Keys() []uint32 { return append(slices.Clone(s.picked), s.Quotes...) }

func isOutlet(kind onrecord.HopKind) bool {
	switch kind {
	case onrecord.AgencyHop, onrecord.NewspaperHop, onrecord.BroadcasterHop, onrecord.WebsiteHop, onrecord.OutletHop:
		return true
	}
	return false
}

// saysFixed reads what stands before the headline of an update.
func saysFixed(headline string) bool {
	head := strings.ToLower(headline)
	for _, mark := range []string{"corrected", "correction", "update", "refile", "recasts"} {
		if strings.HasPrefix(head, mark) {
			return true
		}
	}
	return false
}

// letters is a name as lower-case letters and digits without "the", so that spellings meet.
func letters(name string) string {
	name = strings.TrimPrefix(strings.ToLower(name), "the ")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

func isBreak(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// plainWords gives the words of a report that are its own: not those of the speakers whom it quotes,
// which anybody may quote, on a social network too.
func plainWords(pieces []string) (words []string) {
	for _, piece := range pieces {
		words = append(words, strings.FieldsFunc(strings.ToLower(quotation.ReplaceAllString(withoutPosts(piece), " ")), isBreak)...)
		if len(words) > maxWords {
			return words[:maxWords]
		}
	}
	return words
}

const (
	mostQuotes = 12
	quoteWords = 6 // that tell one quotation from another
)

// quoteHashes gives a number for how each longer quotation begins.
func quoteHashes(pieces []string) (hashes []uint32) {
	for _, piece := range pieces {
		for _, q := range quotation.FindAllString(piece, mostQuotes) {
			words := strings.FieldsFunc(strings.ToLower(q), isBreak)
			if len(words) >= quoteWords && len(hashes) < mostQuotes {
				hashes = append(hashes, hashShingles(words[:quoteWords])...)
			}
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// quotation is what stands between marks in one paragraph.
var quotation = regexp.MustCompile(`“[^”“\n]{1,1000}”|"[^"\n]{1,1000}"`)

// withoutPosts leaves out the lines that end as posts are shown: "Norland will pay! - Anna Weber (@weber) May 2, 2017".
func withoutPosts(piece string) string {
	if !strings.Contains(piece, "(@") {
		return piece
	}
	var kept strings.Builder
	for line := range strings.Lines(piece) {
		if !isPost(line) {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

func isPost(line string) bool {
	const longestName = 60
	at := strings.Index(line, "(@")
	return at >= 0 && strings.ContainsAny(line[max(0, at-longestName):at], "—–-")
}

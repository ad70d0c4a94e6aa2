package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const nitf = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf.dtd">
<nitf><head><title>not the headline</title><docdata><doc-id regsrc="Norpress"/><date.issue norm="20310305T100000Z"/></docdata></head>
<body><body.head><hedline><hl1>Talks fail &amp; resume</hl1></hedline><byline>By Ann Weber</byline><dateline><location>VARNA</location>, March 5</dateline></body.head>
<body.content><block><p>The <person>mayor</person> of S` + "\xe3" + `o said no.</p><media media-type="image"><media-caption><p>A picture.</p></media-caption></media><hl2>Later</hl2><p>He left.</p></block></body.content>
<body.end><tagline>end</tagline></body.end></body></nitf>`

const newsML = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:1"><itemMeta><provider><name>Norpress</name></provider><versionCreated>2031-03-05T10:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Talks fail</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>He said<br/>no.</p><ul><li>First.</li></ul><blockquote><p>One.</p><p>Two.</p></blockquote></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:2"><itemMeta><versionCreated>2031-03-06T10:00:00Z</versionCreated></itemMeta><contentSet><inlineData contenttype="text/plain">She said no.

And left.</inlineData></contentSet></newsItem>
<newsItem guid="urn:3"><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem></itemSet></newsMessage>`

const ninjs2 = `{"uri":"http://a.example/1","versioncreated":"2031-03-05T10:00:00Z","headlines":[{"value":"Talks fail"}],"bodies":[{"contenttype":"text/html","value":"<p>He said no."},{"role":"x","contenttype":"text/plain","value":"He said no."}]}`

func TestAgencyForms(t *testing.T) {
	for name, c := range map[string]struct {
		raw   string
		want  []string
		fault string
	}{
		"NITF": {nitf, []string{"Norpress|Talks fail & resume|2031-03-05||By Ann Weber\n\nVARNA, March 5\n\nThe mayor of São said no.\n\nLater\n\nHe left."}, ""},
		"NewsML-G2": {newsML, []string{"Norpress|Talks fail|2031-03-05||He said no.\n\nFirst.\n\nOne.\n\nTwo.", "||2031-03-06||She said no.\n\nAnd left."},
			""},
		"cut":     {strings.Replace(newsML, "And left.</inlineData></contentSet></newsItem>", "And left.</inlineData></content", 1), []string{"Norpress|Talks fail|2031-03-05||He said no.\n\nFirst.\n\nOne.\n\nTwo.", "||2031-03-06||She said no.\n\nAnd left."}, "broken XML"},
		"ninjs":   {`{"uri":"http://a.example/1","versioncreated":"2031-03-05T10:00:00Z","headline":"Talks fail","body_xhtml":"<p>He said no."}`, []string{"|Talks fail|2031-03-05|http://a.example/1|<p>He said no."}, ""},
		"text":    {`{"uri":"urn:1","versioncreated":"2031-03-05T10:00:00Z","headline":"Talks fail","body_text":"He said no."}`, []string{"|Talks fail|2031-03-05||He said no."}, ""},
		"ninjs 2": {ninjs2, []string{"|Talks fail|2031-03-05|http://a.example/1|He said no."}, ""},
		"deep":    {"<nitf>" + strings.Repeat("<a>", 1000), nil, "deep in each other"},
	} {
		reports, faults := fromBytes(t, c.raw, "stdin", Options{})
		var got []string
		for _, r := range reports {
			got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s", r.Outlet, r.Title, r.Published, r.URL, r.Raw))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if c.fault == "" && len(faults) > 0 || c.fault != "" && (len(faults) != 1 || !strings.Contains(faults[0], c.fault)) {
			t.Errorf("%s: faults %q", name, faults)
		}
	}
}

// Entities that unfold to others are not unfolded.
func TestBillionLaughs(t *testing.T) {
	bomb := `<!DOCTYPE nitf [<!ENTITY a "ha">`
	for i := range 9 {
		bomb += fmt.Sprintf(`<!ENTITY %c "%s">`, 'b'+i, strings.Repeat(fmt.Sprintf("&%c;", 'a'+i), 10))
	}
	start := time.Now()
	reports, faults := fromBytes(t, bomb+"]><nitf><body><body.content><p>&j;</p></body.content></body></nitf>", "a.xml", Options{})
	if len(reports) != 0 || len(faults) != 1 || time.Since(start) > 5*time.Second {
		t.Errorf("%d reports, %q in %v", len(reports), faults, time.Since(start))
	}
}

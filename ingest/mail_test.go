package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const letterHead = "Message-ID: <1@a.example>\r\nFrom: =?iso-8859-1?Q?S=E3o_Daily?= <news@a.example>\r\nSubject: =?utf-8?B?VGFsa3MgZmFpbA==?=\r\nDate: Wed, 05 Mar 2031 10:00:00 +0000\r\n"

const twoParts = letterHead + "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n" +
	"--i\r\nContent-Type: text/html\r\n\r\n<p>He said no.\r\n--i\r\nContent-Type: text/plain; charset=iso-8859-2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIn Ko=B9ice he said =\r\nno.\r\n--i--\r\n" +
	"--o\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nAttached.\r\n--o--\r\n"

func TestLetters(t *testing.T) {
	const told = "São Daily|Talks fail|2031-03-05|"
	box := "From a Wed Mar  5 10:00:00 2031\n" + letterHead + "\nHe said no.\n>From here on he said nothing.\n\nFrom b Wed Mar  5 10:00:00 2031\n" + letterHead +
		"\n" + strings.Repeat("long ", 2000) + "\n\nFrom c Wed Mar  5 10:00:00 2031\nContent-Type: image/png\n\nx\n\nFrom d Wed Mar  5 10:00:00 2031\n" + letterHead + "\nThe end.\n"
	for name, c := range map[string]struct {
		raw    string
		want   []string
		faults []string
	}{
		"a.eml":    {letterHead + "\r\nHe said no.", []string{told + "text/plain||He said no."}, nil},
		"stdin":    {letterHead + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SGUgc2Fp\r\nZCBuby4=\r\n", []string{told + "text/html|utf-8|<p>He said no."}, nil},
		"b.eml":    {twoParts, []string{told + "text/plain|iso-8859-2|In Ko\xb9ice he said no."}, nil},
		"cut.eml":  {twoParts[:strings.Index(twoParts, "In Ko")-80], []string{told + "text/html||<p>He said no."}, nil},
		"none.eml": {"nothing that is a letter", nil, []string{"read none.eml: not a letter"}},
		"no.mbox":  {"nothing that is a box\n", nil, []string{"read no.mbox: no line"}},
		"a.mbox":   {box, []string{told + "text/plain||He said no.\nFrom here on he said nothing.\n\n", told + "text/plain||The end.\n"}, []string{"read a.mbox#2: report too long", "read a.mbox#3: no part of the letter"}},
		"box.txt":  {strings.SplitAfter(box, "nothing.\n\n")[0], []string{told + "text/plain||He said no.\nFrom here on he said nothing.\n\n"}, nil},
	} {
		reports, faults := fromBytes(t, c.raw, name, Options{MaxBytes: 4000})
		var got []string
		for _, r := range reports {
			got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s|%s", r.Outlet, r.Title, r.Published, r.MediaType, r.Charset, r.Raw))
		}
		if diff := cmp.Diff(c.want, got); diff != "" || len(faults) != len(c.faults) {
			t.Errorf("%s: faults %q (-want +got):\n%s", name, faults, diff)
			continue
		}
		for i, fault := range faults {
			if !strings.HasPrefix(fault, c.faults[i]) {
				t.Errorf("%s: fault %q, want %q", name, fault, c.faults[i])
			}
		}
	}
}

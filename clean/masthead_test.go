package clean

import "testing"

func TestOutletStandsInTheHead(t *testing.T) {
	const body = "\n\nLENDAL - The council of Lendal voted on Monday to close the harbour for a month, the mayor said.\n\nShips will have to wait, she added. The harbour was last closed ten years ago.\n"
	for head, want := range map[string]string{
		"Steppe Daily\n\nHarbour of Lendal to close":                               "Steppe Daily",
		"Harbour of Lendal to close\n\nLake Herald | Thursday, 16 July 2015":       "Lake Herald",
		"Harbour of Lendal to close\n\nBy Ana Doe\nThe Lendal Gazette, 4 May 2014": "The Lendal Gazette",
		"Harbour of Lendal to close\n\nVale Chronicle\n12 June 2019":               "Vale Chronicle",
		"Harbour of Lendal makes the news":                                         "",
		"Lendal Closes Harbour, Says Morning Post":                                 "",
		"Harbour of Lendal to close":                                               "",
	} {
		if got := cleanPlain(t, head+body).Imprint.Outlet; got != want {
			t.Errorf("%q: outlet %q, want %q", head, got, want)
		}
	}
}

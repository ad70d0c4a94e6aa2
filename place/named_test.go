package place

import "testing"

func TestMostNamed(t *testing.T) {
	for name, test := range map[string]struct {
		places, others []string
		want           string
	}{
		"nothing":                {nil, nil, ""},
		"one":                    {nil, []string{"KEN"}, "KEN"},
		"the more":               {nil, []string{"KEN", "UGA", "KEN"}, "KEN"},
		"as many of two":         {nil, []string{"KEN", "UGA"}, ""},
		"a town counts more":     {[]string{"UGA"}, []string{"KEN"}, "UGA"},
		"two names beat a town":  {[]string{"UGA"}, []string{"KEN", "KEN"}, "KEN"},
		"the third does no harm": {[]string{"UGA", "UGA"}, []string{"KEN", "SSD"}, "UGA"},
	} {
		n := Named{}
		for _, country := range test.places {
			n.Add(country, true)
		}
		for _, country := range test.others {
			n.Add(country, false)
		}
		if got := n.Most(); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

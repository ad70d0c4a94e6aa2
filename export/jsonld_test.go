package export_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/export"
)

func TestJSONLDTellsWhoSaidAndDidWhat(t *testing.T) {
	var out bytes.Buffer
	if err := export.JSONLD(t.Context(), &out, record{entries: give(told())}); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	norland := map[string]any{"@type": "Organization", "@id": "urn:onrecord:actor:NOR", "name": "Norland"}
	thing := func(name string) map[string]any { return map[string]any{"@type": "Thing", "name": name} }
	want := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "@id": "urn:onrecord:report:aa01", "url": "https://www.gazette.example/envoy",
		"headline": "Norland to recall envoy", "datePublished": "2031-03-04", "inLanguage": "en",
		"publisher": map[string]any{"@type": "Organization", "name": "The Norland Gazette"},
		"hasPart": []any{
			map[string]any{
				"@type": "Claim", "@id": "urn:onrecord:report:aa01#s1", "text": "Norland “will recall its ambassador” from Südland", "identifier": "bytes 58-112", "genre": "assert",
				"author": map[string]any{"@type": "Person", "@id": "urn:onrecord:actor:person/anna-weber", "name": "Anna Weber"}, "dateCreated": "2031-03-03",
				"about": []any{thing("Norland"), thing("Sudland")},
			},
			map[string]any{
				"@type": "Claim", "@id": "urn:onrecord:report:aa01#s2", "text": "any breach", "identifier": "bytes 145-155", "genre": "deny",
				"author": map[string]any{"@type": "Person", "name": "A spokesman for Sudland"},
			},
		},
		"about": []any{map[string]any{
			"@type": []any{"Event", "Action"}, "@id": "urn:onrecord:report:aa01#e1", "name": "Norland SANCTION Sudland", "additionalType": "SANCTION",
			"disambiguatingDescription": "claimed", "description": "recall its ambassador", "identifier": "bytes 74-95", "agent": norland,
			"recipient": map[string]any{"@type": "Organization", "@id": "urn:onrecord:actor:SUD", "name": "Sudland"}, "startDate": "2031-02-18", "endDate": "2031-02-18",
			"location": map[string]any{"@type": "Place", "name": "Paris", "addressCountry": "FRA"}, "subjectOf": map[string]any{"@id": "urn:onrecord:report:aa01#s1"},
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

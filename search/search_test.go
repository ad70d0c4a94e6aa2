package search

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord/store"
)

func TestParse(t *testing.T) {
	word := func(s string) store.Q { return store.Words{Text: s} }
	by := func(s string) store.Q { return store.Name{Part: store.By, Text: s} }
	deny := store.Value{Field: store.Kind, Is: "deny"}
	for _, c := range []struct {
		query string
		want  store.Q
		form  string // as Format prints it; "" for the query itself, "-" for nothing
	}{
		{"", nil, ""},
		{" \t ", nil, "-"},
		{"ambassador", word("ambassador"), ""},
		{"ambass*", store.Words{Text: "ambass", Prefix: true}, ""},
		{`"do not see"`, word("do not see"), ""},
		{"“do not see”", word("do not see"), `"do not see"`},
		{`"ambass*"`, word("ambass*"), ""},
		{`"say \"no\" \\ yes"`, word(`say "no" \ yes`), ""},
		{"al-Qaeda", word("al-Qaeda"), ""},
		{"-taliban", store.Not{Q: word("taliban")}, ""},
		{"NOT taliban", store.Not{Q: word("taliban")}, "-taliban"},
		{"not taliban", store.And{word("not"), word("taliban")}, ""},
		{"--x", store.Not{Q: store.Not{Q: word("x")}}, ""},
		{"by:kabulov kind:deny", store.And{by("kabulov"), deny}, ""},
		{"BY:kabulov AND kind:DENY", store.And{by("kabulov"), deny}, "by:kabulov kind:deny"},
		{`by:"zamir kabulov"`, by("zamir kabulov"), ""},
		{"by:kab*", store.Name{Part: store.By, Text: "kab", Prefix: true}, ""},
		{"a OR b c", store.Or{word("a"), store.And{word("b"), word("c")}}, ""},
		{"(a OR b) c", store.And{store.Or{word("a"), word("b")}, word("c")}, ""},
		{"-(a b) (c)", store.And{store.Not{Q: store.And{word("a"), word("b")}}, word("c")}, "-(a b) c"},
		{"type:assault", store.Value{Field: store.Type, Is: "ASSAULT"}, "type:ASSAULT"},
		{"status:planned named:no is:event", store.And{store.Value{Field: store.Status, Is: "planned"}, store.Value{Field: store.Named, Is: "no"}, store.Value{Field: store.Sort, Is: "event"}}, ""},
		{"date:2015-12", store.Days{From: "2015-12", To: "2015-12"}, ""},
		{"date:2015..2019-06", store.Days{From: "2015", To: "2019-06"}, ""},
		{"date:2015-02/2015", store.Days{From: "2015-02", To: "2015"}, "date:2015-02..2015"},
		{"date:2015/..", store.Days{From: "2015"}, "since:2015"},
		{"date:..2019", store.Days{To: "2019"}, "until:2019"},
		{`toward:taliban place:kabul issue:"fight against is"`, store.And{store.Name{Part: store.Toward, Text: "taliban"}, store.Name{Part: store.Place, Text: "kabul"}, store.Name{Part: store.Topic, Text: "fight against is"}}, ""},
		{"since:2015 until:2016-01-02", store.And{store.Days{From: "2015"}, store.Days{To: "2016-01-02"}}, ""},
		{"x(y)", store.And{word("x"), word("y")}, "x y"},
		{"for:OR", store.Name{Part: store.For, Text: "OR"}, `for:"OR"`},
		{`"OR"`, word("OR"), ""},
	} {
		got, err := Parse(c.query)
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("Parse(%q): %v\n%s", c.query, err, diff)
		}
		want := map[string]string{"": c.query, "-": ""}
		form, special := want[c.form]
		if !special {
			form = c.form
		}
		if got := Format(got); got != form {
			t.Errorf("Format of %q = %q, want %q", c.query, got, form)
		}
	}
}

func TestParseFaultsPointAtThePlace(t *testing.T) {
	for _, c := range []struct {
		query string
		at    int
		fault string
	}{
		{`say "no`, 4, "quotation mark is never closed"},
		{"(a b", 0, "parenthesis is never closed"},
		{"a (b (c) d", 2, "parenthesis is never closed"},
		{"a )", 2, "nothing is open"},
		{"a OR", 4, "term is missing"},
		{"OR a", 0, "term is missing"},
		{"a AND OR b", 6, "term is missing"},
		{"a -", 3, "term is missing"},
		{"()", 1, "term is missing"},
		{"x who:me", 2, `no field "who"`},
		{"http://example.org", 0, `no field "http"`},
		{":x", 0, `no field ""`},
		{"by: kabulov", 3, "needs a value"},
		{"by:", 3, "needs a value"},
		{"by:(a)", 3, "needs a value"},
		{"by:-", 3, "needs a value"},
		{"kind:sing", 5, `kind: is never "sing"`},
		{"named:maybe", 6, "named: is never"},
		{`type:""`, 5, "needs a value"},
		{"date:yesterday", 5, "is not YYYY"},
		{"a — b", 2, "letter or a digit"},
		{"by:*", 3, "letter or a digit"},
		{"date:2019..2015", 5, "ends before it begins"},
		{"date:2015..x", 11, "is not YYYY"},
		{"date:..", 5, "needs one end"},
		{"since:2015..2016", 6, "takes one date"},
		{"é \xff", 3, "not UTF-8"},
		{strings.Repeat("a ", maxTerms+1), 2 * maxTerms, "terms"},
		{strings.Repeat("(", maxDepth+1) + "a", maxDepth, "nested"},
		{strings.Repeat("-", maxDepth+1) + "a", maxDepth, "nested"},
	} {
		_, err := Parse(c.query)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || syntax.At != c.at || !strings.Contains(syntax.Fault, c.fault) {
			t.Errorf("Parse(%.40q) = %#v, want %q at %d", c.query, err, c.fault, c.at)
		}
	}
	if _, err := Parse(strings.Repeat("ab ", maxBytes)); err == nil {
		t.Error("an endless query is read")
	}
}

func TestPointerCountsCharacters(t *testing.T) {
	_, err := Parse("é\t kind:sing")
	var syntax *SyntaxError
	if !errors.As(err, &syntax) {
		t.Fatal(err)
	}
	if got, want := syntax.Pointer(), "  é  kind:sing\n          ^"; got != want {
		t.Errorf("Pointer:\n%s\nwant\n%s", got, want)
	}
	if got := syntax.Error(); !strings.HasPrefix(got, `query, character 9: kind: is never "sing" (it is assert, deny`) {
		t.Errorf("Error: %s", got)
	}
}

// conditions draws any condition that Parse can give.
func conditions(depth int) *rapid.Generator[store.Q] {
	return rapid.Custom(func(t *rapid.T) store.Q {
		text := rapid.StringMatching(`[a-zé"\\:()*“ -]{0,6}[a-z0-9][a-zé"\\:()*” -]{0,3}|OR|AND|NOT`)
		kinds := 4
		if depth > 0 {
			kinds = 7
		}
		switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
		case 0:
			return store.Words{Text: text.Draw(t, "words")}
		case 1:
			return store.Name{Part: rapid.SampledFrom(parts).Draw(t, "part"), Text: "a-b", Prefix: rapid.Bool().Draw(t, "prefix")}
		case 2:
			return store.Value{Field: store.Kind, Is: "deny"}
		case 3:
			return rapid.SampledFrom([]store.Q{store.Days{From: "2015", To: "2015"}, store.Days{From: "2015-02"}, store.Days{From: "2015", To: "2016-03"}, store.Days{To: "2015-02-03"}}).Draw(t, "days")
		case 4:
			return store.Not{Q: conditions(depth-1).Draw(t, "not")}
		case 5:
			return store.And(rapid.SliceOfN(conditions(depth-1), 2, 3).Draw(t, "and"))
		}
		return store.Or(rapid.SliceOfN(conditions(depth-1), 2, 3).Draw(t, "or"))
	})
}

func TestFormatParsesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := conditions(3).Draw(t, "q")
		form := Format(q)
		got, err := Parse(form)
		if err != nil || !reflect.DeepEqual(got, q) {
			t.Fatalf("%#v printed as %q reads back as %#v, %v", q, form, got, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{`by:kabulov -"x y" OR (a b*)`, `date:2015 "\"`, "NOT NOT a", "((", "by:\"", "a)b", "“x”", "é:ü"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		q, err := Parse(query)
		if err != nil {
			var syntax *SyntaxError
			if !errors.As(err, &syntax) || syntax.At < 0 || syntax.At > len(syntax.Query) {
				t.Fatalf("%q: %#v", query, err)
			}
			_ = syntax.Pointer()
			return
		}
		again, err := Parse(Format(q))
		if err != nil || !reflect.DeepEqual(q, again) {
			t.Fatalf("%q printed as %q reads back as %#v, %v", query, Format(q), again, err)
		}
	})
}

func TestEveryFieldIsListed(t *testing.T) {
	for _, name := range fieldNames() {
		if _, err := Parse(name + ":?"); err != nil && strings.Contains(err.Error(), "there is no field") {
			t.Errorf("%s is listed and not read", name)
		}
	}
}

package actors

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

// marked makes an analysis of a text whose mentions are marked: "<PER Ana Doe>",
// "<NOM the spokesman>", "<PRO he>". The head of a nominal is its last word before
// a preposition or comma, or the word marked "^". Mentions that share a digit,
// "<NOM2 the adviser>", are one chain.
func marked(text string) *onrecord.Analysis {
	b := &markBuilder{a: &onrecord.Analysis{Text: &onrecord.Text{Report: &onrecord.Report{}}}, chains: map[byte][]int{}}
	b.read(text)
	b.a.Text.Words = b.out.String()
	b.a.Text.Paragraphs = []onrecord.Paragraph{{Span: onrecord.Span{Start: 0, End: b.out.Len()}, Kind: onrecord.Body}}
	b.finish()
	return b.a
}

type markBuilder struct {
	a      *onrecord.Analysis
	out    strings.Builder
	chains map[byte][]int
	marks  []mark
}

type mark struct {
	label string
	span  onrecord.Span
	head  int // offset of a word marked with "^"; -1
}

func (b *markBuilder) read(text string) {
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '<':
			end := i + strings.IndexByte(text[i:], ' ')
			b.marks = append(b.marks, mark{label: text[i+1 : end], span: onrecord.Span{Start: b.out.Len()}, head: -1})
			open = append(open, len(b.marks)-1)
			i = end
		case '>':
			b.marks[open[len(open)-1]].span.End = b.out.Len()
			open = open[:len(open)-1]
		case '^':
			b.marks[open[len(open)-1]].head = b.out.Len()
		default:
			b.out.WriteByte(text[i])
		}
	}
}

func (b *markBuilder) finish() {
	words := splitWords(b.a.Text.Words)
	for _, w := range words {
		t := onrecord.Token{Span: w.Span, Lemma: w.key, Head: -1, UPOS: "X"}
		if strings.HasSuffix(w.key, "s") && !strings.HasSuffix(w.key, "ss") {
			t.XPOS = "NNS"
		}
		if isListed("speechverb", w.key) {
			t.UPOS = "VERB"
		}
		b.a.Tokens = append(b.a.Tokens, t)
	}
	slices.SortStableFunc(b.marks, func(x, y mark) int {
		if x.span.Start != y.span.Start {
			return x.span.Start - y.span.Start
		}
		return y.span.End - x.span.End
	})
	for _, m := range b.marks {
		b.addMention(m)
	}
	for _, digit := range sortedBytes(b.chains) {
		list := b.chains[digit]
		for _, m := range list {
			b.a.Mentions[m].Chain = len(b.a.Chains)
		}
		b.a.Chains = append(b.a.Chains, onrecord.Chain{Mentions: list})
	}
}

func sortedBytes(m map[byte][]int) []byte {
	var keys []byte
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (b *markBuilder) addMention(m mark) {
	mention := onrecord.Mention{Span: m.span, Core: m.span, Chain: -1}
	switch m.label[:3] {
	case "NOM":
		mention.Form = onrecord.Nominal
	case "PRO":
		mention.Form = onrecord.Pronoun
	default:
		mention.Form, mention.Type = onrecord.Name, onrecord.EntityType(strings.TrimRight(m.label, "0123456789"))
	}
	first, end := b.a.TokensIn(m.span)
	mention.Head = end - 1
	for i := first; i < end; i++ {
		if m.head >= 0 && b.a.Tokens[i].Start >= m.head {
			mention.Head = i
			break
		}
		if m.head < 0 && mention.Form == onrecord.Nominal && i > first && (isListed("rolelink", b.a.Tokens[i].Lemma) || b.a.Text.Words[b.a.Tokens[i-1].End] == ',') {
			mention.Head = i - 1
			break
		}
	}
	if last := m.label[len(m.label)-1]; last >= '0' && last <= '9' {
		b.chains[last] = append(b.chains[last], len(b.a.Mentions))
	}
	b.a.Mentions = append(b.a.Mentions, mention)
}

func TestResolve(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string   // after "| ", if the report has a date
		want []string // "mention = actor | for | role", for some mentions
	}{
		{"<NOM Kremlin spokesman <PER Ivan Petrov>> said so.", []string{
			"Ivan Petrov = person/ivan-petrov | RUS | Kremlin spokesman"}},
		{"<PER Ana Doe>, Ruritania's envoy, met <PER Ivan Petrov>, the deputy director of the Russian Foreign Ministry's Third Asian Department, on Monday.", []string{
			"Ivan Petrov = person/ivan-petrov | RUS | deputy director of the Russian Foreign Ministry's Third Asian Department"}},
		{"<PER Rashid Amirov>, President <PER Vladimir Putin>’s special envoy on Syria, said it.", []string{
			"Rashid Amirov = person/rashid-amirov | RUS | President Vladimir Putin’s special envoy on Syria",
			"Vladimir Putin = person/vladimir-putin | RUS | President"}},
		{"<NOM a spokesperson for the Russian foreign ministry> said it.", []string{
			"a spokesperson for the Russian foreign ministry = unnamed/spokesperson-for-the-russian-foreign-ministry | RUS | spokesperson for the Russian foreign ministry"}},
		{"<NOM Afghan experts in Washington> doubt it.", []string{
			"Afghan experts in Washington = unnamed/afghan-experts-in-washington |  | Afghan experts in Washington"}},
		{"<NOM a senior US official> said it.", []string{"a senior US official = unnamed/senior-us-official | USA | senior US official"}},
		{"<NOM officials in Russia> blamed <LOC Ukraine>.", []string{
			"officials in Russia = unnamed/officials-in-russia | RUS | officials in Russia", "Ukraine = UKR | UKR | "}},
		{"<NOM officials in Tskhinvali> left.", []string{"officials in Tskhinvali = unnamed/officials-in-tskhinvali | south-ossetia | officials in Tskhinvali"}},
		{"In Tbilisi, <NOM officials> denied it.", []string{"officials = unnamed/officials | GEO | officials"}},
		{"<NOM Hungary’s Prime Minister <PER Viktor Orban>> warned.", []string{
			"Viktor Orban = person/viktor-orban | HUN | Prime Minister"}},
		{"<PER Sri Wulandari>, Indonesia's Minister of Foreign Affairs, spoke. <NOM Foreign Affairs Minister <PER Sri Wulandari>> went on; <PER Wulandari> left.", []string{
			"Sri Wulandari = person/sri-wulandari | IDN | Minister of Foreign Affairs",
			"Wulandari = person/sri-wulandari | IDN | Minister of Foreign Affairs"}},
		{"<NOM A Ukrainian presidential ^adviser> wrote it. The adviser, <PER Oleh Moroz>, wrote more.", []string{
			"A Ukrainian presidential adviser = person/oleh-moroz | UKR | Ukrainian presidential adviser",
			"Oleh Moroz = person/oleh-moroz | UKR | Ukrainian presidential adviser"}},
		{"<NOM South Korea's Defence Minister <PER Kim Min-su>> spoke. <PER Kim> left. He had written to <NOM North Korean leader <PER Kim Jong Un>>.", []string{
			"Kim = person/kim-min-su | KOR | Defence Minister"}},
		{"<PER John Deng>, spokesman of South Sudan's army, the SPLA, said it.", []string{
			"John Deng = person/john-deng | SSD | spokesman of South Sudan's army, the SPLA"}},
		{"the chief of the South Ossetian security service, <PER Oleg Dzasokhov>, told us.", []string{
			"Oleg Dzasokhov = person/oleg-dzasokhov | south-ossetia | chief of the South Ossetian security service"}},
		{"<NOM Sudan's state minister for information>, <PRO who> told us, rejected it.", []string{
			"Sudan's state minister for information = unnamed/state-minister-for-information | SDN | state minister for information",
			"who = unnamed/state-minister-for-information | SDN | state minister for information"}},
		{"<NOM the governor of the region> said it.", []string{"the governor of the region = unnamed/governor-of-the-region |  | governor of the region"}},
		{"<NOM a European diplomat> said it in the <ORG European Union>.", []string{"a European diplomat = unnamed/european-diplomat |  | European diplomat"}},
		{"<ORG Rossiya>, a channel, said that <NOM its presenter> lied.", []string{"its presenter = unnamed/presenter | rossiya | presenter"}},
		{"<NOM Taliban spokesman <PER Zabihullah Mujahid>> denied it.", []string{"Zabihullah Mujahid = person/zabihullah-mujahid | taliban | Taliban spokesman"}},
		{"<NOM The Russian foreign ministry> protested. <NOM The foreign ministry> waited.", []string{
			"The Russian foreign ministry = RUS/foreign-ministry | RUS | ", "The foreign ministry = RUS/foreign-ministry | RUS | "}},
		{"<NOM The Afghan government> and <NOM the Taliban movement> met.", []string{
			"The Afghan government = AFG | AFG | ", "the Taliban movement = taliban | taliban | "}},
		{"fighting <NOM the militant <LOC Islamic State> (<ORG IS>) group>.", []string{
			"Islamic State = islamic-state | islamic-state | ", "IS = islamic-state | islamic-state | "}},
		{"<LOC Moscow> said no to <NOM envoys in <LOC Moscow>>.", []string{"Moscow = RUS | RUS | "}},
		{"<PER Michael Jordan> played; <PER Jordan> won in <LOC Jordan>.", []string{"Michael Jordan = person/michael-jordan |  | ", "Jordan = person/michael-jordan |  | "}},
		{"<NOM former Pakistani ambassador <PER Ali Rana>> said it.", []string{"Ali Rana = person/ali-rana |  | former Pakistani ambassador"}},
		{"<PER1 Maria Lopez>, a resident of Caracas, fled. <PRO1 She> wept.", []string{
			"Maria Lopez = person/maria-lopez |  | resident of Caracas", "She = person/maria-lopez |  | resident of Caracas"}},
		{"<NOM1 UN refugee agency spokeswoman <PER1 Lea Roth>> said that <PRO1 she> hoped.", []string{
			"Lea Roth = person/lea-roth | UN/unhcr | UN refugee agency spokeswoman", "she = person/lea-roth | UN/unhcr | UN refugee agency spokeswoman"}},
		{"<PER Lea Roth>, the U.N. special envoy for Yemen, said it.", []string{"Lea Roth = person/lea-roth | UN | U.N. special envoy for Yemen"}},
		{"<PER Lea Roth>, Germany's ambassador to Kabul, said it.", []string{"Lea Roth = person/lea-roth | DEU | ambassador to Kabul"}},
		{"<PER Lea Roth>, an adviser to President <PER Hassan Rouhani>, said it.", []string{"Lea Roth = person/lea-roth | IRN | adviser to President Hassan Rouhani"}},
		{"<PER Lea Roth>, 45, a farmer from Ukraine, said it.", []string{"Lea Roth = person/lea-roth |  | farmer from Ukraine"}},
		{"<NOM Gazprom chief executive <PER Oleg Titov>> said it.", []string{"Oleg Titov = person/oleg-titov | gazprom | Gazprom chief executive"}},
		{"<NOM The Russian channel> showed what <ORG Rossiya> had.", []string{}},
		{"<ORG Rossiya> showed it; <NOM the Russian channel> said so.", []string{"the Russian channel = rossiya | rossiya | "}},
		{"<LOC South Sudan> and <LOC Sudan> fight. <NOM The army of the north> shelled.", []string{"The army of the north = SDN/armed-forces | SDN | "}},
		{"<LOC Turkey> waits. <NOM Defence Minister <PER Kemal Aslan>> said it.", []string{"Kemal Aslan = person/kemal-aslan | TUR | Defence Minister"}},
		{"<NOM Democratic President <PER Paul Fielding>> met Congress in the US.", []string{"Paul Fielding = person/paul-fielding | USA | Democratic President"}},
		{"<PER Ana Doe>, chief investment strategist at a bank, said it.", []string{"Ana Doe = person/ana-doe |  | chief investment strategist at a bank"}},
		{"<NOM <ORG Acme Foods> officials> said it; <PER Ana Doe>, spokeswoman for <ORG Acme Foods>, agreed.", []string{
			"Acme Foods officials = unnamed/acme-foods-officials | org/acme-foods | Acme Foods officials",
			"Ana Doe = person/ana-doe | org/acme-foods | spokeswoman for Acme Foods"}},
		{"<NOM US envoy to the UN <PER Ana Doe>> said it.", []string{"Ana Doe = person/ana-doe | USA | US envoy to the UN"}},
		{"2017-05-01| <NOM The Merkel ^government> fell.", []string{"The Merkel government = DEU | DEU | "}},
		{"2017-05-01| <NOM Secretary of State <PER Rex Tillerson>> met <NOM U.N. Ambassador <PER Nikki Haley>>.", []string{
			"Rex Tillerson = person/rex-tillerson | USA | Secretary of State", "Nikki Haley = person/nikki-haley | USA | U.N. Ambassador"}},
		{"2022-02-01| <PER Ana Doe>, German Chancellor <PER Olaf Scholz> and others met.", []string{
			"Ana Doe = person/ana-doe |  | ", "Olaf Scholz = person/olaf-scholz | DEU | German Chancellor"}},
		{"<NOM Chinese foreign ministry spokesman <PER Li Wei>> said it.", []string{"Li Wei = person/li-wei | CHN | Chinese foreign ministry spokesman"}},
		{"<NOM American ^forces in Syria> left; <NOM Houthi ^forces> came.", []string{
			"American forces in Syria = USA/armed-forces | USA | ", "Houthi forces = houthis | houthis | "}},
		{"<PER Gen. John R. Miller> spoke. <PER Miller> left.", []string{"Gen. John R. Miller = person/john-r-miller |  | ", "Miller = person/john-r-miller |  | "}},
	} {
		day, text, dated := strings.Cut(c.text, "| ")
		if !dated {
			day, text = "", c.text
		}
		a := marked(text)
		a.Text.Imprint.Published = onrecord.Date(day)
		res := r.Resolve(a)
		for _, want := range c.want {
			if !slices.Contains(told(a, res), want) {
				t.Errorf("%s\n want %s\n have %s", a.Text.Words, want, strings.Join(told(a, res), "\n      "))
			}
		}
		for _, m := range res.Mentions {
			if m.Actor != "" && res.Actor(m.Actor) == nil || m.For != "" && res.Actor(m.For) == nil {
				t.Errorf("%s: %+v: actor not listed", a.Text.Words, m)
			}
		}
	}
}

func told(a *onrecord.Analysis, res *onrecord.Resolutions) []string {
	var out []string
	for i, m := range a.Mentions {
		x := res.Mentions[i]
		out = append(out, a.Text.Cut(m.Span)+" = "+string(x.Actor)+" | "+string(x.For)+" | "+a.Text.Cut(x.Role))
	}
	return out
}

func TestDatedRoles(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a := marked("<PER Oleg Smirnov>, who was Moscow's envoy in Lima from 2001 to 2006, said it.")
	a.Text.Imprint.Published = "2015-12-30"
	got := r.Resolve(a).Actor("person/oleg-smirnov")
	if got == nil || len(got.Roles) == 0 {
		t.Fatalf("actor = %+v", got)
	}
	want := onrecord.Role{Title: "envoy in Lima", Of: "Russia", From: "2001", To: "2006"}
	if got.Roles[0] != want {
		t.Errorf("role = %+v, want %+v", got.Roles[0], want)
	}
}

// resolveOn resolves the mentions of a report of a day.
func resolveOn(r *Resolver, day onrecord.Date, text string) []onrecord.Resolution {
	a := marked(text)
	a.Text.Imprint.Published = day
	return r.Resolve(a).Mentions
}

// Who holds an office hangs on the report's day.
func TestPersonAtDate(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		day  onrecord.Date
		text string
		want onrecord.ActorID
	}{
		{"2012-03-01", "<PER Mark Rutte> said it.", "NLD"},
		{"2025-03-01", "<PER Mark Rutte> said it.", "NATO"},
		{"2012-03-01", "<PER Dmitry Medvedev> said it.", "RUS"},
		{"2020-03-01", "<PER Hamid Karzai> said it.", ""},
		{"2005-03-01", "<PER Hamid Karzai> said it.", "AFG"},
	} {
		if got := resolveOn(r, c.day, c.text)[0].For; got != c.want {
			t.Errorf("%s %s: speaks for %q, want %q", c.day, c.text, got, c.want)
		}
	}
}

// "The Russian president" is one person on any day, though the report does not
// name him.
func TestOfficeAtDate(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		day  onrecord.Date
		text string
		want onrecord.ActorID
	}{
		{"2011-03-01", "<NOM the Russian president> said it.", "person/dmitry-medvedev"},
		{"2014-03-01", "<NOM The Russian president> said it.", "person/vladimir-putin"},
		{"2014-03-01", "Talks with <NOM the German chancellor> failed.", "person/angela-merkel"},
		{"2014-03-01", "<NOM A German chancellor> said it.", "unnamed/german-chancellor"},
		{"2014-03-01", "<NOM a former Russian president> said it.", "unnamed/former-russian-president"},
		{"2014-03-01", "<NOM the UN secretary-general> said it.", "person/ban-ki-moon"},
		{"", "<NOM the Russian president> said it.", "unnamed/russian-president"},
	} {
		if got := resolveOn(r, c.day, c.text)[0]; got.Actor != c.want || got.Named {
			t.Errorf("%s %s: %+v, want %s", c.day, c.text, got, c.want)
		}
	}
}

// An office without its state is the only person's of the report who holds it.
func TestOnlyOfficer(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		day  onrecord.Date
		text string
		want onrecord.ActorID
	}{
		{"2014-03-01", "<PER Merkel> left. <NOM The chancellor> said it.", "person/angela-merkel"},
		{"2024-03-01", "<PER Merkel> left. <NOM The chancellor> said it.", "unnamed/chancellor"},
		{"2014-03-01", "<PER Putin> met <PER Obama>. <NOM The president> said it.", "unnamed/president"},
		{"2014-03-01", "Sen. <PER Ana Doe> left. <NOM The young senator> said it.", "person/ana-doe"},
	} {
		mentions := resolveOn(r, c.day, c.text)
		if got := mentions[len(mentions)-1]; got.Actor != c.want {
			t.Errorf("%s %s: %+v, want %s", c.day, c.text, got, c.want)
		}
	}
}

// checkSecond asks whom the second mention of each marked text means.
func checkSecond(t *testing.T, wanted map[string]onrecord.ActorID) {
	t.Helper()
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range wanted {
		if got := r.Resolve(marked(text)).Mentions[1].Actor; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Words for an armed group mean the one that the report names.
func TestArmedGroupDescribed(t *testing.T) {
	checkSecond(t, map[string]onrecord.ActorID{
		"<ORG The Islamic State> struck. <NOM The radical militant group> said so.": "islamic-state",
		"<ORG The Islamic State> struck. <NOM The football group> said so.":         "",
		"<LOC France> struck. <NOM The terror group> said so.":                      "",
	})
}

func TestHomeOfDateline(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a := marked("<NOM The defence ministry> said it.")
	a.Text.Imprint.Dateline.Place = "MOSCOW"
	got := r.Resolve(a).Mentions[0]
	if got.Actor != "RUS/defence-ministry" || got.Certainty > 0.6 || got.Why != "dateline" {
		t.Errorf("got %+v", got)
	}
}

// TestHomeOfCities: a city that is no capital tells the state too, in the dateline or,
// where there is none, in the first sentence.
func TestHomeOfCities(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ place, words string }{
		{"MEDAN", "<NOM The defence ministry> said it."},
		{"", "A fire broke out in Medan. <NOM The defence ministry> said it."},
	} {
		a := marked(c.words)
		a.Text.Imprint.Dateline.Place = c.place
		if got := r.Resolve(a).Mentions[0]; got.Actor != "IDN/defence-ministry" || got.Why != "dateline" {
			t.Errorf("%q, %s: got %+v", c.place, c.words, got)
		}
	}
}

// TestOtherInitials: an acronym that the report uses for a name of its own is no known one.
func TestOtherInitials(t *testing.T) {
	checkSecond(t, map[string]onrecord.ActorID{
		"The <ORG Rwanda National Congress> met. <ORG RNC> fighters left.":       "org/rwanda-national-congress",
		"The <ORG Republican National Committee> met. <ORG RNC> officials left.": "rnc",
	})
}

// TestHomeOfOthers: a report that was filed abroad is about the state that it names, and where an army shoots tells
// whose it is.
func TestHomeOfOthers(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a := marked("Kenya met Kenya and Kenya. <NOM The army> left.")
	a.Text.Imprint.Dateline.Place = "BERLIN"
	if got := r.Resolve(a).Mentions[0]; got.Actor != "KEN/armed-forces" {
		t.Errorf("got %+v", got)
	}
}

// TestPlacesTellWhereAReportIs: who speaks of Florida and Texas speaks of the United States.
func TestPlacesTellWhereAReportIs(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	got := r.Resolve(marked("Rain fell on Florida and on Texas. <NOM The army> said so.")).Mentions[0]
	if got.Actor != "USA/armed-forces" || got.Why != "context" {
		t.Errorf("got %+v", got)
	}
}

// TestOfficesOfPlaces: who governs a town of Afghanistan speaks for no other state that the report names.
func TestOfficesOfPlaces(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	got := r.Resolve(marked("Russia denies it. The governor of Kunduz, <PER Ana Doe>, said that Russia had sent arms.")).Mentions[0]
	if got.For != "AFG" {
		t.Errorf("got %+v", got)
	}
}

// TestNamesBesideCards: a card that tells the full name again is no part of the name,
// and the party of a lawmaker is no person.
func TestNamesBesideCards(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"<PER Ann Teal Ann Mary TealTeal> said it.": "Ann Teal",
		"Ann Teal met <PER D-N.Y.> and said it.":    "",
	} {
		name := ""
		for _, actor := range r.Resolve(marked(words)).Actors {
			name = actor.Name
		}
		if name != want {
			t.Errorf("%s: got %q, want %q", words, name, want)
		}
	}
}

func TestAdjectives(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a := marked("Russian jets flew over Russia.")
	names := r.Resolve(a).Names
	if len(names) != 2 || !names[0].Adjective || names[1].Adjective {
		t.Errorf("names = %+v", names)
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("Kremlin spokesman Ivan Petrov, 45, who was the envoy of the north from 2004 to 2009, said")
	f.Add("President , the , 's U.S.' minister of the")
	r, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := marked(strings.NewReplacer("<", "", ">", "", "^", "").Replace(text))
		for i := range a.Tokens {
			a.Mentions = append(a.Mentions, onrecord.Mention{Span: a.Tokens[i].Span, Core: a.Tokens[i].Span, Head: i, Form: onrecord.Nominal})
			if i > 0 {
				s := a.Tokens[i-1].Cover(a.Tokens[i].Span)
				a.Mentions = append(a.Mentions, onrecord.Mention{Span: s, Core: s, Head: i, Form: onrecord.Name, Type: onrecord.Person})
			}
		}
		res := r.Resolve(a)
		if len(res.Mentions) != len(a.Mentions) {
			t.Fatal("mentions and resolutions differ in number")
		}
		for i, n := range res.Names {
			if n.End > len(a.Text.Words) || n.IsEmpty() || i > 0 && n.Start < res.Names[i-1].End {
				t.Fatalf("name %+v out of place", n)
			}
		}
	})
}

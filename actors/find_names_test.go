package actors

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
)

// namesIn lists the names found as "words=ACTOR", a city that is only a place
// with "@".
func namesIn(t *testing.T, text string) string {
	t.Helper()
	table, err := knownTable()
	if err != nil {
		t.Fatal(err)
	}
	f := newFinder(table, text)
	names := f.findNames()
	f.markPlaces(names)
	var out []string
	for _, n := range names {
		place := ""
		if n.place {
			place = "@"
		}
		out = append(out, fmt.Sprintf("%s=%s%s", text[f.words[n.first].Start:f.words[n.end-1].End], place, table.entries[n.actor].ID))
	}
	return strings.Join(out, "; ")
}

func TestFindNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Russia and the Taliban met.", "Russia=RUS; Taliban=taliban"},
		{"Moscow said its envoy would fly to Kabul.", "Moscow=RUS; Kabul=@AFG"},
		{"He spoke in Moscow and Kyiv.", "Moscow=@RUS; Kyiv=@UKR"},
		{"A deal between Moscow and Kyiv is near.", "Moscow=RUS; Kyiv=UKR"},
		{"The aid to Kyiv came late.", "Kyiv=UKR"},
		{"He is in it with us. The US is not.", "US=USA"},
		{"It IS late, they told the WHO is who.", ""},
		{"The militants of IS fled; IS is Daesh.", "IS=islamic-state; IS=islamic-state; Daesh=islamic-state"},
		{"The U.S. envoy left.", "U.S=USA"},
		{"The U.S. cheered when the Senate voted.", "U.S=USA; Senate=USA/senate"},
		{"Mexico's Senate condemned the U.S. plan.", "Mexico=MEX; U.S=USA"},
		{"The Kenyan Supreme Court annoyed Republicans.", "Kenyan=KEN; Republicans=republicans"},
		{"Chad, and again Chad: Chad's president went to the Supreme Court, Biden said.", "Chad=TCD; Chad=TCD; Chad=TCD; Biden=person/joe-biden"},
		{"al Qaeda, Al-Qa'ida and al-Qaida", "al Qaeda=al-qaeda; Al-Qa'ida=al-qaeda; al-Qaida=al-qaeda"},
		{"South Sudan and Sudan", "South Sudan=SSD; Sudan=SDN"},
		{"Niger asked Nigeria; the Niger Delta burned.", "Niger=NER; Nigeria=NGA; Niger Delta=niger-delta"},
		{"Georgia asked Tbilisi police.", "Georgia=GEO; Tbilisi=GEO"},
		{"Voters in Georgia and Florida chose Republicans; Atlanta was calm.", "Georgia=georgia-us; Florida=florida; Republicans=republicans"},
		{"The turkey was cold; Turkey was not.", "Turkey=TUR"},
		{"polish the Polish table", "Polish=POL"},
		{"The Washington Post asked Washington.", "Washington Post=washington-post; Washington=USA"},
		{"The Pakistani Taliban denied it.", "Pakistani Taliban=ttp"},
		{"The Pakistani Taliban struck in Pakistan. The Taliban fled.", "Pakistani Taliban=ttp; Pakistan=PAK; Taliban=ttp"},
		{"Afghanistan's Afghan Taliban fear the Pakistani Taliban. The Taliban fled.", "Afghanistan=AFG; Afghan Taliban=taliban; Pakistani Taliban=ttp; Taliban=taliban"},
		{"The Times and the Times of India", "Times of India=times-of-india"},
		{"He told The Times so. In New York, the New York Times wept.", "Times=nyt; New York=new-york; New York Times=nyt"},
		{"Let us go; LeT struck.", "LeT=lashkar-e-taiba"},
		{"Korea and Japan", "Korea=KOR; Japan=JPN"},
		{"Chad Miller left Chad.", "Chad=TCD"},
		{"He wrote on X on Monday; Malcolm X did not tweet.", "X=twitter"},
		{"Latin American leaders met African leaders in South Africa.", "Latin American=latin-america; African=africa; South Africa=ZAF"},
		{"The South China Sea and New Mexico", "South China Sea=south-china-sea; New Mexico=new-mexico"},
		{"Kremlin and Downing Street said no; the Knesset met.", "Kremlin=RUS; Downing Street=GBR; Knesset=ISR/parliament"},
		{"Burma, Zaire and Ceylon", "Burma=MMR; Zaire=COD; Ceylon=LKA"},
		{"The UN Security Council met; the Security Council voted.", "UN Security Council=UN/security-council; Security Council=UN/security-council"},
		{"KHARTOUM (Agency) - Sudan said no.", "KHARTOUM=@SDN; Sudan=SDN"},
		{"South Korea spoke; the South wants talks in the South Pacific.", "South Korea=KOR; South=KOR"},
		{"OPEC+ cut, OPEC did not.", "OPEC=OPEC-plus; OPEC=OPEC"},
		{"Congo and Rwanda; Congo-Brazzaville", "Congo=COG; Rwanda=RWA; Congo-Brazzaville=COG"},
		{"Congo and Rwanda; Kinshasa", "Congo=COD; Rwanda=RWA; Kinshasa=COD"},
		{"Hassan Abbas met Mahmoud Abbas.", "Mahmoud Abbas=person/mahmoud-abbas"},
		{"Élysée officials and the Elysee", "Élysée=FRA; Elysee=FRA"},
	} {
		if got := namesIn(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestCheckTable(t *testing.T) {
	if err := CheckTable(); err != nil {
		t.Error(err)
	}
}

func BenchmarkFindNames(b *testing.B) {
	table, err := knownTable()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("Russia's foreign ministry said on Monday that the Taliban had met U.S. officials in Doha. ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newFinder(table, text).findNames()
	}
}

func BenchmarkLoadTable(b *testing.B) {
	for b.Loop() {
		if _, err := loadTable(); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzFindNames(f *testing.F) {
	f.Add("The U.S. and al-Qa'ida; \xff\xc3 Élysée+")
	table, err := knownTable()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fd := newFinder(table, text)
		names := fd.findNames()
		fd.markPlaces(names)
		last := 0
		for _, n := range names {
			s := onrecord.Span{Start: fd.words[n.first].Start, End: fd.words[n.end-1].End}
			if s.Start < last || s.End > len(text) || s.IsEmpty() {
				t.Fatalf("span %v after %d of %d bytes", s, last, len(text))
			}
			last = s.End
		}
	})
}

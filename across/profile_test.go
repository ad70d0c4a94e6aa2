package across

import (
	"fmt"
	"slices"
	"testing"
)

// TestAProfileTellsWhatIsHeardMost cuts roles and speakers of which there are more than a page shows.
func TestAProfileTellsWhatIsHeardMost(t *testing.T) {
	const there = mostHeard + 2
	p := &Profile{}
	for i := range there { // the later one is, the less often it is heard
		p.Roles = append(p.Roles, Role{Title: "minister", Seen: EDTF(fmt.Sprint(2000 + i)), reports: there - i})
		p.Speakers = append(p.Speakers, Speaker{Name: fmt.Sprintf("%02d", i), N: i})
	}
	p.cut()
	if !p.MoreRoles || !p.MoreSpeakers || len(p.Roles) != mostHeard || len(p.Speakers) != mostHeard {
		t.Fatalf("of %d there are %d roles, %d speakers", there, len(p.Roles), len(p.Speakers))
	}
	isEarlier := func(a, b Role) int { return b.reports - a.reports }
	if first, last := p.Roles[0].Seen, p.Roles[mostHeard-1].Seen; first != "2000" || last != "2039" || !slices.IsSortedFunc(p.Roles, isEarlier) {
		t.Errorf("roles from %s to %s: %v", first, last, p.Roles)
	}
	if first, last := p.Speakers[0].N, p.Speakers[mostHeard-1].N; first != there-1 || last != 2 {
		t.Errorf("speakers of %d to %d statements", first, last)
	}
	p.Roles, p.Speakers = p.Roles[:mostHeard], p.Speakers[:1]
	if p.cut(); p.MoreRoles || p.MoreSpeakers {
		t.Error("what is whole is said not to be")
	}
}

package web

import (
	"testing"

	"onrecord/across"
)

// TestIssuesOfOneStatementStandBack keeps what was said once behind a link, unless there is nothing else.
func TestIssuesOfOneStatementStandBack(t *testing.T) {
	topics := []*across.Topic{{Name: "alone", N: 1}, {Name: "fill the dam", N: 7}, {Name: "late", N: 1}}
	for _, c := range []struct {
		topics     []*across.Topic
		all        bool
		kept, lone int
	}{{topics, false, 1, 2}, {topics, true, 3, 0}, {topics[:1], false, 1, 0}, {nil, false, 0, 0}} {
		kept, lone := withCompany(c.topics, c.all)
		if len(kept) != c.kept || lone != c.lone {
			t.Errorf("of %d issues, all %v: %d are kept and %d stand back", len(c.topics), c.all, len(kept), lone)
		}
	}
}

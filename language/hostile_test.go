//go:build unix

package language

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord"
)

// TestTimeGrowsWithLength cuts a megabyte of one sign. Work that grew with the square
// of the length would take minutes.
func TestTimeGrowsWithLength(t *testing.T) {
	r := loaded(t)
	for _, unit := range hostileUnits {
		text := textOf("", strings.Repeat(unit, (1<<20)/len(unit)))
		d := r.openDesk()
		a := &onrecord.Analysis{Text: text}
		began := processorTime(t)
		d.segment(a)
		if took := processorTime(t) - began; took > 10*time.Second {
			t.Errorf("1 MB of %q takes %v", unit, took)
		}
		if len(a.Tokens) > maxTokens {
			t.Errorf("1 MB of %q gives %d tokens", unit, len(a.Tokens))
		}
		r.desks.Put(d)
	}
}

// TestLongSentence reads 5,000 words without a stop in about the time of the same
// words in short sentences.
func TestLongSentence(t *testing.T) {
	const clause = "the envoy of the small town said that "
	took := func(stop string) time.Duration {
		text := textOf("", strings.Repeat(clause+stop, 5000/8))
		parse(t, text)
		began := processorTime(t)
		checkParse(t, parse(t, text))
		return processorTime(t) - began
	}
	if long, short := took(""), took("they left. "); long > 5*short+2*time.Second {
		t.Errorf("5,000 words take %v without stops and %v with them", long, short)
	}
}

// processorTime is the time that the processor has given to the tests so far.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

package actors

import (
	"strings"
	"testing"
	"time"
)

// A long report costs about as much by the word as a short one.
func TestResolveGrowsEvenly(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	sentence := "<NOM the police spokesman>, <PER Ana Doe>, the minister, told <NOM the adviser> of <NOM the rebels> and <NOM her lawyer> in Moscow that <PER Petrov> and the army of the north left. <ORG Acme Foods> and the Taliban met; <NOM its spokesman> of <NOM the company> said so. "
	// The best of several runs: other programs only ever add to the time.
	cost := func(times int) time.Duration {
		a := marked(strings.Repeat(sentence, times))
		best := time.Hour
		for range 5 {
			start := time.Now()
			r.Resolve(a)
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := cost(200), cost(4000)
	t.Logf("200 sentences took %v, 4000 took %v", small, large)
	if large > 100*small {
		t.Errorf("twenty times the words cost %.0f times as much", float64(large)/float64(small))
	}
}

func BenchmarkResolve(b *testing.B) {
	r, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	a := marked(strings.Repeat("<PER Ana Doe>, Germany's ambassador to Kabul, told <NOM the Russian foreign ministry> in Moscow that <NOM Taliban spokesman <PER Zabihullah Mujahid>> had left. ", 20))
	b.SetBytes(int64(len(a.Text.Words)))
	for b.Loop() {
		r.Resolve(a)
	}
}

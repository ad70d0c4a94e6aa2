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
	sentence := "<NOM the police spokesman>, <PER Ana Doe>, the minister, told <NOM the adviser> in Moscow that <PER Petrov> and the army of the north left. "
	cost := func(times int) time.Duration {
		a := marked(strings.Repeat(sentence, times))
		start := time.Now()
		r.Resolve(a)
		return time.Since(start)
	}
	cost(10)
	small, large := cost(200), cost(4000)
	if large > 100*small+time.Second {
		t.Errorf("200 sentences took %v, 4000 took %v", small, large)
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
